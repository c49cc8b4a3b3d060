//! A workbook to fill in, made from what a platform offers now.

use crate::aside;
use crate::cell::{Cell, Look};
use crate::lists::{Lists, prompted, questioned};
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::{DataValidation, Workbook};

/// Rows with drop-downs. Beyond them a cell is still text.
const PREPARED: usize = 1_000;
/// Room for an address or a name that isn't there yet.
const WIDE: usize = 26;

/// A workbook to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Template {
    /// The columns of the sheet "People", left to right.
    pub columns: Vec<TemplateColumn>,
    /// The sentences of the sheet "How to".
    pub how_to: Vec<String>,
    /// By what Rollcall knows the file again: keys and values on a sheet that no one sees.
    pub marker: Vec<(String, String)>,
}

/// One column to fill in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TemplateColumn {
    /// Its name.
    pub header: String,
    /// Whether it must be filled in; its header stands out.
    pub required: bool,
    /// What belongs there, as a note on the header; may be blank.
    pub explanation: String,
    /// Shown beside each of its cells when it is chosen; at most 255 characters, may be blank.
    pub prompt: String,
    /// What can be chosen; empty where anything is typed.
    pub choices: Vec<Choice>,
    /// Whether a cell may hold several choices, so that no text is questioned. Elsewhere Excel asks before it keeps
    /// what is not in the list.
    pub several: bool,
}

/// One thing to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What the person reads, and what then stands in the cell.
    pub label: String,
    /// The platform's own id, kept beside the label on a sheet that no one sees.
    pub id: String,
}

/// Writes an xlsx workbook: "People" to fill in, "How to", and the hidden sheets behind them.
///
/// # Errors
/// [`WorkbookError`] when there are more columns or choices than a sheet can have.
pub fn write_template(template: &Template) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let mut lists = Lists::default();
    people(&mut workbook, template, &mut lists)?;
    how_to(&mut workbook, &template.how_to)?;
    lists.write(&mut workbook)?;
    aside::mark(&mut workbook, &template.marker)?;
    Ok(workbook.save_to_buffer()?)
}

fn people<'t>(
    workbook: &mut Workbook,
    template: &'t Template,
    lists: &mut Lists<'t>,
) -> Result<(), WorkbookError> {
    let header = template.columns.iter().map(header).collect();
    let mut sheet =
        TextSheet::with_header(workbook.add_worksheet().set_name("People")?, header)?.unfiltered();
    sheet.prepare(PREPARED)?;
    for (at, column) in template.columns.iter().enumerate() {
        let longest = column.choices.iter().map(|choice| choice.label.chars().count()).max();
        // The arrow of the drop-down needs room beside the text.
        sheet.widen(at, longest.map_or(WIDE, |chars| (chars + 4).max(WIDE)));
        if let Some(rule) = rule(column, lists)? {
            sheet.validate(at, &rule)?;
        }
    }
    sheet.finish()
}

fn header(column: &TemplateColumn) -> Cell<'_, &str> {
    let look = if column.required { Look::RequiredHeader } else { Look::Header };
    Cell { text: &column.header, look, note: Some(&column.explanation) }
}

/// The column's drop-down and prompt, where it has either.
fn rule<'t>(
    column: &'t TemplateColumn,
    lists: &mut Lists<'t>,
) -> Result<Option<DataValidation>, WorkbookError> {
    let choices = column.choices.iter().map(|choice| (choice.label.as_str(), choice.id.as_str()));
    let rule = match lists.add(&column.header, choices) {
        Some(drop_down) if column.several => drop_down,
        Some(drop_down) => questioned(drop_down)?,
        None if column.prompt.trim().is_empty() => return Ok(None),
        None => DataValidation::new().allow_any_value(),
    };
    prompted(rule, &column.header, &column.prompt).map(Some)
}

pub(crate) fn how_to(workbook: &mut Workbook, sentences: &[String]) -> Result<(), WorkbookError> {
    let mut sheet = TextSheet::new(workbook.add_worksheet().set_name("How to")?, &["How to"])?.unfiltered();
    for sentence in sentences {
        sheet.cells([Cell::of(sentence, Look::Wrapped)])?;
    }
    sheet.finish()
}
