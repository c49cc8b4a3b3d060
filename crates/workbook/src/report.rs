//! What became of a file: the person's own columns, and beside them what happened to each row.

use crate::aside;
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::Workbook;

/// The report of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Stands above the summary and in the workbook's properties.
    pub title: String,
    /// The person's own column names, left to right.
    pub headers: Vec<String>,
    /// The rows, in the order of the file.
    pub rows: Vec<ReportRow>,
    /// What the second sheet says: a name and a value each, such as "Invited" and "12".
    pub summary: Vec<(String, String)>,
}

/// One row and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportRow {
    /// The row's number in the person's file.
    pub row: u32,
    /// The row's own cells, under [`Report::headers`].
    pub cells: Vec<String>,
    /// One word for what happened, such as "Invited".
    pub result: String,
    /// Why, in a sentence; may be blank.
    pub detail: String,
    /// The account's id where the platform gave one.
    pub user_id: Option<String>,
    /// When, RFC 3339.
    pub at: Option<String>,
}

const ADDED: [&str; 5] = ["Row in file", "Result", "Reason", "User id", "Time"];

/// Writes an xlsx workbook: one sheet with the rows, one with the summary.
///
/// # Errors
/// [`WorkbookError`] when there are more rows or columns than a sheet can have.
pub fn write_report(report: &Report) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    rows(&mut workbook, report)?;
    aside::summarize(&mut workbook, &report.title, &report.summary)?;
    Ok(workbook.save_to_buffer()?)
}

fn rows(workbook: &mut Workbook, report: &Report) -> Result<(), WorkbookError> {
    let headers: Vec<&str> = report.headers.iter().map(String::as_str).chain(ADDED).collect();
    let own = report.headers.len();
    let mut sheet = TextSheet::new(workbook.add_worksheet().set_name("People")?, &headers)?;
    for row in &report.rows {
        let number = row.row.to_string();
        // A short row is filled up: what was added stands under its own header on every row.
        let cells = row.cells.iter().map(String::as_str).chain(std::iter::repeat("")).take(own);
        let added = [
            number.as_str(),
            &row.result,
            &row.detail,
            row.user_id.as_deref().unwrap_or_default(),
            row.at.as_deref().unwrap_or_default(),
        ];
        sheet.row(cells.chain(added))?;
    }
    sheet.finish()
}
