//! A table from cells: the row with the names, the columns, and which rows are hidden.

use crate::cells::Blocks;
use crate::header;
use crate::problem::{FileProblem, FileProblemCode};
use crate::read::Findings;
use crate::row_marks::RowMarks;
use crate::table::{Cell, Column, FileFacts, Row, Table};
use rollcall_core::sentence;

/// Puts a table together from what was read.
///
/// # Errors
/// `empty-file`; `no-such-header-row` when the row that was asked for is blank.
pub(crate) fn assemble(
    findings: Findings,
    cells: Blocks,
    name: &str,
    sha256: String,
    header_row: Option<u32>,
) -> Result<Table, FileProblem> {
    let mut cells = cells.in_order();
    if cells.len() == 0 {
        return Err(FileProblem::empty());
    }
    let header = header_place(&cells, header_row.or(findings.header_row))?;
    let above = header.map_or(0, |at| at + 1);
    let columns = columns(&cells, header);
    let mut notices = findings.notices;
    notices.extend(mark_hidden(&mut cells, above, findings.marks.as_ref()).map(str::to_owned));
    if cells.has_totals_from(above) {
        notices.push("totals-rows".to_owned());
    }
    let file = FileFacts {
        name: name.to_owned(),
        sha256,
        format: findings.format,
        sheet: findings.sheet,
        sheets: findings.sheets,
        encoding: findings.encoding,
        delimiter: findings.delimiter,
        quote: findings.quote,
        marker: findings.marker,
        header_row: header.map_or(0, |at| cells.row(at, 0).number()),
        rows_read: u32::try_from(cells.len() - above).unwrap_or(u32::MAX),
        notices,
    };
    Ok(Table::new(file, columns, cells, above))
}

fn header_place(cells: &Blocks, wanted: Option<u32>) -> Result<Option<usize>, FileProblem> {
    match wanted {
        None => {
            let head: Vec<Row<'_>> = cells.rows().take(header::ROWS + header::ROWS_BELOW + 1).collect();
            Ok(header::find(&head))
        }
        Some(0) => Ok(None),
        Some(wanted) => cells.position(wanted).map(Some).ok_or_else(|| {
            FileProblem::new(
                FileProblemCode::NoSuchHeaderRow,
                sentence!(
                    "Row {row} is blank, so it can't hold the column names. Choose another row.",
                    row = wanted,
                ),
            )
        }),
    }
}

fn columns(cells: &Blocks, header: Option<usize>) -> Vec<Column> {
    let width = cells.filled_from(header.unwrap_or(0));
    let name = |index| {
        let shown = cells.row(header?, width).cell(index).shown().trim().to_owned();
        (!shown.is_empty()).then_some(shown)
    };
    let mut groups = header.and_then(|at| groups(cells, at)).unwrap_or_default().into_iter();
    let mut group = None;
    let column = |index| {
        // A group reaches to where the next one begins, as its merged cell does.
        group = groups.next().flatten().or_else(|| group.take());
        Column { group: group.clone(), ..Column::new(index, name(index)) }
    };
    (0..width).map(column).collect()
}

/// The names of groups in the row right above the header: at least two texts, none of them an address, and fewer than
/// the names below them.
fn groups(cells: &Blocks, header: usize) -> Option<Vec<Option<String>>> {
    let above = cells.rows().nth(header.checked_sub(1)?)?;
    let header = cells.rows().nth(header)?;
    let filled = |row: Row<'_>| row.cells().filter(|cell| !cell.is_blank()).count();
    let named =
        |cell: Cell<'_>| cell.is_blank() || matches!(cell, Cell::Text(_)) && !header::holds_address(cell);
    let close = above.number() + 1 == header.number();
    let groups = close && filled(above) > 1 && filled(above) < filled(header) && above.cells().all(named);
    let name = |cell: Cell<'_>| Some(cell.shown().trim().to_owned()).filter(|name| !name.is_empty());
    groups.then(|| above.cells().map(name).collect())
}

/// Marks the hidden rows, and says what a person should know of them.
fn mark_hidden(cells: &mut Blocks, above: usize, marks: Option<&RowMarks>) -> Option<&'static str> {
    let Some(marks) = marks else { return Some("hidden-rows-not-known") };
    if marks.hidden.is_empty() {
        return None;
    }
    let mut some = false;
    for head in cells.heads_mut().skip(above) {
        head.hidden = marks.hidden.binary_search(&head.number).is_ok();
        some |= head.hidden;
    }
    some.then_some(if marks.filtered { "filtered-rows" } else { "hidden-rows" })
}
