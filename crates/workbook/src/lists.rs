//! What can be chosen in a workbook: lists on a sheet that no one sees, and the drop-downs that name them.

use crate::cell::shown;
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Formula, Workbook, worksheet_range_absolute,
};

const SHEET: &str = "_rollcall lists";
/// What Excel takes above and in the box beside a chosen cell.
const MOST_TITLE_CHARS: usize = 32;
const MOST_PROMPT_CHARS: usize = 255;

/// The lists of one workbook: two columns each, the labels and, hidden, the ids.
#[derive(Default)]
pub(crate) struct Lists<'a>(Vec<List<'a>>);

struct List<'a> {
    name: &'a str,
    /// Label and id.
    choices: Vec<(&'a str, &'a str)>,
}

impl<'a> Lists<'a> {
    /// Adds a list of labels and ids, and gives a drop-down of the labels that lets anything else be typed too. There
    /// is none where there is nothing to choose.
    pub fn add(
        &mut self,
        name: &'a str,
        choices: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Option<DataValidation> {
        // One blank in a list makes Excel take any text for chosen.
        let choices: Vec<_> = choices.into_iter().filter(|(label, _)| !label.trim().is_empty()).collect();
        let (Ok(column), Ok(last @ 1..)) = (u16::try_from(2 * self.0.len()), u32::try_from(choices.len()))
        else {
            return None;
        };
        self.0.push(List { name, choices });
        // A range and not the labels themselves: those may have 255 characters together, and no comma.
        let labels = worksheet_range_absolute(SHEET, 1, column, last, column);
        let drop_down = DataValidation::new().allow_list_formula(Formula::new(labels));
        Some(drop_down.show_error_message(false))
    }

    /// Writes the sheet, if there is any list.
    pub fn write(&self, workbook: &mut Workbook) -> Result<(), WorkbookError> {
        let Some(longest) = self.0.iter().map(|list| list.choices.len()).max() else { return Ok(()) };
        let sheet = workbook.add_worksheet().set_name(SHEET)?.set_very_hidden(true);
        let ids: Vec<String> = self.0.iter().map(|list| format!("{} id", list.name)).collect();
        let headers: Vec<&str> = self.0.iter().zip(&ids).flat_map(|(list, id)| [list.name, id]).collect();
        let mut rows = TextSheet::new(sheet, &headers)?.unfiltered();
        for at in 0..longest {
            rows.row(self.0.iter().flat_map(|list| {
                let (label, id) = list.choices.get(at).copied().unwrap_or_default();
                [label, id]
            }))?;
        }
        rows.finish()?;
        for (column, _) in (1..).step_by(2).zip(&self.0) {
            sheet.set_column_hidden(column)?;
        }
        Ok(())
    }
}

/// Adds what a person reads beside a chosen cell, if there is anything to read.
pub(crate) fn prompted(
    rule: DataValidation,
    title: &str,
    text: &str,
) -> Result<DataValidation, WorkbookError> {
    if text.trim().is_empty() {
        return Ok(rule);
    }
    let rule = rule.set_input_title(shown(title, MOST_TITLE_CHARS))?;
    Ok(rule.set_input_message(shown(text, MOST_PROMPT_CHARS))?)
}

/// Excel asks "Continue?" below this. It never forbids: Rollcall finds near misses itself.
pub(crate) fn questioned(drop_down: DataValidation) -> Result<DataValidation, WorkbookError> {
    let asking = drop_down.show_error_message(true).set_error_style(DataValidationErrorStyle::Warning);
    Ok(asking
        .set_error_title("Not in the list")?
        .set_error_message("This is not in the list. Choose from the list where you can.")?)
}
