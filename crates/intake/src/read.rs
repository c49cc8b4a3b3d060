//! From the bytes of a file to a table.

use crate::delimited;
use crate::encoding;
use crate::grid::{Grid, GridRow};
use crate::header;
use crate::kind::{self, Container};
use crate::limits;
use crate::package;
use crate::problem::{FileProblem, FileProblemCode};
use crate::row_marks::RowMarks;
use crate::sheets;
use crate::table::{Column, FileFacts, Held as Cell, Table, TableRow};
use crate::workbook::{self, Workbook};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a person corrected about the reading; everything left out is found by content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadOptions {
    /// The sheet, by name.
    pub sheet: Option<String>,
    /// The row with the column names, as Excel numbers it; 0 for none.
    pub header_row: Option<u32>,
    /// The separator of a text file.
    pub delimiter: Option<char>,
    /// The encoding of a text file, by any name that the Encoding Standard knows.
    pub encoding: Option<String>,
}

/// Reads a spreadsheet. Pure: no file, no clock, no network; the kind is told by the content, never by `name`.
///
/// # Errors
/// [`FileProblem`], with a sentence that says what the file is or which limit it met.
pub fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Table, FileProblem> {
    if bytes.len() > limits::FILE_BYTES {
        return Err(FileProblem::too_large(format!(
            "This file is larger than {} MB.",
            limits::FILE_BYTES >> 20
        )));
    }
    // The readers of the binary formats index into what a file claims; a false claim must not take the program down.
    catch_unwind(AssertUnwindSafe(|| read_any(bytes, name, options)))
        .unwrap_or_else(|_| Err(FileProblem::damaged()))
}

fn read_any(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Table, FileProblem> {
    let mut file = FileFacts { name: name.to_owned(), sha256: sha256(bytes), ..FileFacts::default() };
    match kind::container(bytes)? {
        Container::Zip => {
            let package = package::survey(bytes)?;
            file.format = package.kind.as_str().to_owned();
            read_workbook(workbook::open_package(bytes, package)?.as_mut(), file, options)
        }
        Container::Compound => {
            file.format = "xls".to_owned();
            read_workbook(workbook::open_compound(bytes)?.as_mut(), file, options)
        }
        Container::Text => read_text(bytes, file, options),
    }
}

fn read_workbook(
    workbook: &mut dyn Workbook,
    mut file: FileFacts,
    options: &ReadOptions,
) -> Result<Table, FileProblem> {
    file.sheets = workbook.sheets().into_iter().map(|sheet| sheet.name).collect();
    let chosen = sheets::choose(workbook, options.sheet.as_deref())?;
    let grid = workbook.grid(&chosen.name, None)?;
    if chosen.rivals {
        file.notices.push("several-sheets".to_owned());
    }
    let marks = workbook.marks(&chosen.name);
    file.sheet = Some(chosen.name);
    assemble(file, grid, marks.as_ref(), options.header_row)
}

fn read_text(bytes: &[u8], mut file: FileFacts, options: &ReadOptions) -> Result<Table, FileProblem> {
    let decoded = encoding::decode(bytes, options.encoding.as_deref())?;
    kind::plain_text(&decoded.text)?;
    let (grid, separator) = delimited::rows(&decoded.text, options.delimiter)?;
    file.format = if separator == '\t' { "tsv" } else { "csv" }.to_owned();
    file.encoding = Some(decoded.encoding);
    file.delimiter = Some(separator.to_string());
    if decoded.lossy {
        file.notices.push("undecodable-characters".to_owned());
    }
    assemble(file, grid, Some(&RowMarks::default()), options.header_row)
}

fn assemble(
    mut file: FileFacts,
    grid: Grid,
    marks: Option<&RowMarks>,
    header_row: Option<u32>,
) -> Result<Table, FileProblem> {
    let mut rows = grid.into_rows();
    if rows.is_empty() {
        return Err(FileProblem::empty());
    }
    let header = header_place(&rows, header_row)?;
    let header = header.map(|at| rows.drain(..=at).next_back().unwrap_or_default());
    file.header_row = header.as_ref().map_or(0, |row| row.number);
    file.rows_read = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let columns = columns(header.as_ref(), &rows);
    let rows: Vec<TableRow> = rows.into_iter().map(|row| table_row(row, columns.len(), marks)).collect();
    match marks {
        None => file.notices.push("hidden-rows-not-known".to_owned()),
        Some(marks) if rows.iter().any(|row| row.hidden) => {
            file.notices.push(if marks.filtered { "filtered-rows" } else { "hidden-rows" }.to_owned());
        }
        Some(_) => {}
    }
    Ok(Table { file, columns, rows })
}

fn header_place(rows: &[GridRow], wanted: Option<u32>) -> Result<Option<usize>, FileProblem> {
    match wanted {
        None => Ok(header::find(rows)),
        Some(0) => Ok(None),
        Some(wanted) => rows.iter().position(|row| row.number == wanted).map(Some).ok_or_else(|| {
            FileProblem::new(
                FileProblemCode::NoSuchHeaderRow,
                format!("Row {wanted} is blank, so it can't hold the column names. Choose another row."),
            )
        }),
    }
}

fn columns(header: Option<&GridRow>, rows: &[GridRow]) -> Vec<Column> {
    let filled =
        |row: &GridRow| row.cells.iter().rposition(|cell| !cell.is_blank()).map_or(0, |last| last + 1);
    let width = rows.iter().chain(header).map(filled).max().unwrap_or(0);
    let text = |index: usize| {
        let shown = header?.cells.get(index)?.shown().trim().to_owned();
        (!shown.is_empty()).then_some(shown)
    };
    (0..).zip(0..width).map(|(number, index)| Column::new(number, text(index))).collect()
}

fn table_row(row: GridRow, width: usize, marks: Option<&RowMarks>) -> TableRow {
    let mut cells = row.cells;
    cells.resize_with(width, Cell::default);
    let hidden = marks.is_some_and(|marks| marks.hidden.binary_search(&row.number).is_ok());
    TableRow { number: row.number, cells, hidden }
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
