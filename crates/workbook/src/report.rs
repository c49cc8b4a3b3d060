//! What became of a file: the person's own columns, and beside them what happened to each row.

use crate::aside;
use crate::export::write_people_csv;
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::Workbook;
use std::io::{Seek, Write};

/// The report of a run, without its rows: those are given one after another, so that they stand in memory once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Stands above the summary and in the workbook's properties.
    pub title: String,
    /// The person's own column names, left to right.
    pub headers: Vec<String>,
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
    /// Who had it sent; nobody where nothing was.
    pub sent_by: Option<String>,
}

/// The columns that stand behind the person's own: by them Rollcall knows its own report again.
pub const REPORT_COLUMNS: [&str; 6] = ["Row in file", "Result", "Reason", "User id", "Time", "Sent by"];

/// Writes an xlsx workbook to `out`: one sheet with the rows, one with the summary.
///
/// # Errors
/// [`WorkbookError`] when there are more rows or columns than a sheet can have, or `out` can't be written.
pub fn write_report(
    out: impl Write + Seek + Send,
    report: &Report,
    rows: impl IntoIterator<Item = ReportRow>,
) -> Result<(), WorkbookError> {
    let mut workbook = Workbook::new();
    let own = report.headers.len();
    let mut sheet = TextSheet::new(workbook.add_worksheet().set_name("People")?, &headers(report))?;
    for row in rows {
        sheet.row(cells(row, own))?;
    }
    sheet.finish()?;
    aside::summarize(&mut workbook, &report.title, &report.summary)?;
    Ok(workbook.save_to_writer(out)?)
}

/// Writes the rows as CSV to `out`, as [`write_people_csv`] writes people. There is no summary: a CSV is one table.
///
/// # Errors
/// [`WorkbookError::Output`] when `out` can't be written.
pub fn write_report_csv(
    out: impl Write,
    report: &Report,
    rows: impl IntoIterator<Item = ReportRow>,
) -> Result<(), WorkbookError> {
    let own = report.headers.len();
    write_people_csv(out, &headers(report), rows.into_iter().map(|row| cells(row, own)))
}

fn headers(report: &Report) -> Vec<&str> {
    report.headers.iter().map(String::as_str).chain(REPORT_COLUMNS).collect()
}

/// A short row is filled up: what was added stands under its own header on every row.
fn cells(row: ReportRow, own: usize) -> impl Iterator<Item = String> {
    let added = [
        row.row.to_string(),
        row.result,
        row.detail,
        row.user_id.unwrap_or_default(),
        row.at.unwrap_or_default(),
        row.sent_by.unwrap_or_default(),
    ];
    row.cells.into_iter().chain(std::iter::repeat(String::new())).take(own).chain(added)
}
