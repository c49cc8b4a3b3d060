//! The sheets that stand beside the rows: a summary for the person, a marker for the program.

use crate::cell::{Look, Looks, fitting};
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::{DocProperties, Workbook};

const MARKER: &str = "_rollcall";
/// Excel cuts longer titles and some readers refuse them.
const MOST_TITLE_CHARS: usize = 200;

/// Titles the workbook and adds the sheet "Summary": the title above a name and a value each.
pub(crate) fn summarize(
    workbook: &mut Workbook,
    title: &str,
    facts: &[(String, String)],
) -> Result<(), WorkbookError> {
    let title: String = title.chars().filter(|c| !c.is_control()).take(MOST_TITLE_CHARS).collect();
    workbook.set_properties(&DocProperties::new().set_title(title.as_str()));
    let mut sheet = TextSheet::new(workbook.add_worksheet().set_name("Summary")?, &[title.as_str(), ""])?;
    for (name, value) in facts {
        sheet.row([name, value])?;
    }
    sheet.finish()
}

/// Adds the sheet by which Rollcall knows its own file again: keys in column A, values in column B, from the first row
/// on. It is very hidden: a spreadsheet program doesn't offer to show it.
pub(crate) fn mark(workbook: &mut Workbook, marker: &[(String, String)]) -> Result<(), WorkbookError> {
    let sheet = workbook.add_worksheet().set_name(MARKER)?.set_very_hidden(true);
    let looks = Looks::new();
    let text = looks.of(Look::Plain);
    for (row, (key, value)) in (0..).zip(marker) {
        sheet.write_string_with_format(row, 0, fitting(key), text)?;
        sheet.write_string_with_format(row, 1, fitting(value), text)?;
    }
    Ok(())
}
