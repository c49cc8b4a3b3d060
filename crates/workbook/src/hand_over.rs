//! A part of an access review that somebody else decides on, to be filled in and read again.

use crate::aside;
use crate::cell::{Cell, Look};
use crate::lists::{Lists, prompted, questioned};
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use crate::template::how_to;
use rust_xlsxwriter::Workbook;

/// The column with the decision.
pub const HAND_OVER_DECISION: &str = "Decision";
/// The column with the note.
pub const HAND_OVER_NOTE: &str = "Note";
/// The hidden column that says who it is.
pub const HAND_OVER_ID: &str = "Rollcall id";

/// Room for a note that is not there yet.
const NOTE_WIDTH: usize = 40;

/// A part to decide on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandOver {
    /// Names of the columns that say who it is and what they hold.
    pub headers: Vec<String>,
    /// A row each.
    pub rows: Vec<HandOverRow>,
    /// What can be chosen.
    pub decisions: Vec<String>,
    /// The sentences of the sheet "How to".
    pub how_to: Vec<String>,
    /// By what Rollcall knows the file again: keys and values on a sheet that no one sees.
    pub marker: Vec<(String, String)>,
}

/// Somebody to decide on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandOverRow {
    /// Under [`HandOver::headers`].
    pub cells: Vec<String>,
    /// What was chosen already; blank to be chosen.
    pub decision: String,
    /// What was noted already; may be blank.
    pub note: String,
    /// Who it is, in a column that is hidden.
    pub id: String,
}

/// Writes an xlsx workbook: "People" to decide on, "How to", and the hidden sheets behind them.
///
/// # Errors
/// [`WorkbookError`] when there are more rows or columns than a sheet can have.
pub fn write_hand_over(part: &HandOver) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let mut lists = Lists::default();
    people(&mut workbook, part, &mut lists)?;
    how_to(&mut workbook, &part.how_to)?;
    lists.write(&mut workbook)?;
    aside::mark(&mut workbook, &part.marker)?;
    Ok(workbook.save_to_buffer()?)
}

fn people<'p>(
    workbook: &mut Workbook,
    part: &'p HandOver,
    lists: &mut Lists<'p>,
) -> Result<(), WorkbookError> {
    let own = part.headers.len();
    let worksheet = workbook.add_worksheet().set_name("People")?;
    let mut header: Vec<_> = part.headers.iter().map(|name| Cell::of(name.as_str(), Look::Header)).collect();
    header.push(Cell::of(HAND_OVER_DECISION, Look::RequiredHeader));
    header.push(Cell::of(HAND_OVER_NOTE, Look::AddedHeader));
    header.push(Cell::of(HAND_OVER_ID, Look::Header));
    let mut sheet = TextSheet::with_header(worksheet, header)?;
    sheet.prepare(part.rows.len())?;
    sheet.widen(own + 1, NOTE_WIDTH);
    for row in &part.rows {
        let cells = row.cells.iter().map(String::as_str).chain(std::iter::repeat("")).take(own);
        sheet.row(cells.chain([row.decision.as_str(), &row.note, &row.id]))?;
    }
    let choices = part.decisions.iter().map(|decision| (decision.as_str(), ""));
    if let Some(drop_down) = lists.add(HAND_OVER_DECISION, choices) {
        let rule = prompted(questioned(drop_down)?, HAND_OVER_DECISION, &part.decisions.join(", "))?;
        sheet.validate(own, &rule)?;
    }
    sheet.finish()?;
    let hidden = u16::try_from(own + 2).unwrap_or(u16::MAX);
    worksheet.set_column_hidden(hidden)?;
    Ok(())
}
