//! The rows that need attention, in the person's own layout, to be put right and read again.

use crate::aside;
use crate::cell::{Cell, Look};
use crate::lists::Lists;
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::Workbook;

/// The rows that need attention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attention {
    /// The person's own column names, left to right.
    pub headers: Vec<String>,
    /// Fields for which the person's file has no column; they follow the person's own.
    pub extra_headers: Vec<String>,
    /// The rows, in the order of the file.
    pub rows: Vec<AttentionRow>,
    /// What can be chosen in a column: its place among `headers` and then `extra_headers`, from 0, and the labels.
    /// Anything else may be typed too.
    pub choices: Vec<(usize, Vec<String>)>,
    /// By what Rollcall knows the file again: keys and values on a sheet that no one sees.
    pub marker: Vec<(String, String)>,
}

/// One row that needs attention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttentionRow {
    /// The row's number in the person's file.
    pub row: u32,
    /// The row's own cells, under [`Attention::headers`].
    pub cells: Vec<AttentionCell>,
    /// Under [`Attention::extra_headers`].
    pub extra: Vec<AttentionCell>,
    /// What to put right, a sentence each.
    pub reasons: Vec<String>,
}

/// One cell and what is said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttentionCell {
    /// As it stands in the person's file.
    pub text: String,
    /// How the cell is filled.
    pub mark: Option<Mark>,
    /// Pops up at the cell; cut after 1,000 characters. After 20,000 notes the rows have their reasons only.
    pub note: Option<String>,
}

/// How much a cell needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// It must be put right; soft red.
    Bad,
    /// It may be meant so; amber.
    Warning,
}

const ADDED: [&str; 2] = ["What to put right", "Row in file"];

/// Writes an xlsx workbook: the person's columns, the extra ones, and then what to put right.
///
/// # Errors
/// [`WorkbookError`] when there are more rows or columns than a sheet can have.
pub fn write_attention(attention: &Attention) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let mut lists = Lists::default();
    let mut sheet = TextSheet::with_header(workbook.add_worksheet().set_name("People")?, header(attention))?;
    sheet.prepare(attention.rows.len())?;
    for row in &attention.rows {
        put(&mut sheet, attention, row)?;
    }
    for (column, labels) in &attention.choices {
        let Some(name) = attention.headers.iter().chain(&attention.extra_headers).nth(*column) else {
            continue;
        };
        let labels = labels.iter().map(|label| (label.as_str(), ""));
        if let Some(drop_down) = lists.add(name, labels) {
            sheet.validate(*column, &drop_down)?;
        }
    }
    sheet.finish()?;
    lists.write(&mut workbook)?;
    aside::mark(&mut workbook, &attention.marker)?;
    Ok(workbook.save_to_buffer()?)
}

fn header(attention: &Attention) -> Vec<Cell<'_, &str>> {
    let own = attention.headers.iter().map(|name| Cell::of(name.as_str(), Look::Header));
    let extra = attention.extra_headers.iter().map(String::as_str);
    own.chain(extra.chain(ADDED).map(|name| Cell::of(name, Look::AddedHeader))).collect()
}

fn put(sheet: &mut TextSheet<'_>, attention: &Attention, row: &AttentionRow) -> Result<(), WorkbookError> {
    let reasons = row.reasons.join("\n");
    let number = row.row.to_string();
    let own = filled_up(&row.cells, attention.headers.len());
    let extra = filled_up(&row.extra, attention.extra_headers.len());
    let added = [Cell::of(reasons.as_str(), Look::Wrapped), Cell::plain(number.as_str())];
    sheet.cells(own.chain(extra).chain(added))
}

/// Exactly `columns` cells: what follows stands under its own header on every row.
fn filled_up(cells: &[AttentionCell], columns: usize) -> impl Iterator<Item = Cell<'_, &str>> {
    cells.iter().map(shown).chain(std::iter::repeat_with(|| Cell::plain(""))).take(columns)
}

fn shown(cell: &AttentionCell) -> Cell<'_, &str> {
    let look = match cell.mark {
        Some(Mark::Bad) => Look::Bad,
        Some(Mark::Warning) => Look::Warning,
        None => Look::Plain,
    };
    Cell { text: &cell.text, look, note: cell.note.as_deref() }
}
