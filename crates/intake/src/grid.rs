//! Cells as they come from a reader, gathered row by row within the limits.

use crate::limits;
use crate::problem::FileProblem;
use crate::table::{Held as Cell, letter};

/// The filled rows of one sheet. Never a rectangle: a lone cell far away costs one row, not a million.
#[derive(Debug, Default)]
pub(crate) struct Grid {
    rows: Vec<GridRow>,
    cells: usize,
    text: usize,
    out_of_order: bool,
}

/// One row that has at least one cell.
#[derive(Clone, Debug, Default)]
pub(crate) struct GridRow {
    /// As Excel numbers it, from 1.
    pub number: u32,
    /// From column A to the last filled one.
    pub cells: Vec<Cell>,
}

impl GridRow {
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(Cell::is_blank)
    }
}

impl Grid {
    /// Takes over one cell; `number` counts rows from 1, `column` from 0. Empty cells are not kept.
    ///
    /// # Errors
    /// `too-large`, naming the limit.
    pub fn put(&mut self, number: u32, column: u32, cell: Cell) -> Result<(), FileProblem> {
        if matches!(cell, Cell::Empty) {
            return Ok(());
        }
        if column >= limits::COLUMNS {
            return Err(FileProblem::too_large(format!(
                "There is something in column {} of row {number}; at most {} columns are read, up to column {}.",
                letter(column),
                limits::COLUMNS,
                letter(limits::COLUMNS - 1)
            )));
        }
        self.count_text(number, column, &cell)?;
        let column = column as usize;
        let row = self.row(number)?;
        let before = row.cells.len();
        if column < before {
            row.cells[column] = cell;
        } else {
            row.cells.resize_with(column, Cell::default);
            row.cells.push(cell);
        }
        let added = row.cells.len() - before;
        self.cells += added;
        if self.cells > limits::CELLS {
            return Err(FileProblem::too_large(format!(
                "This sheet has more than {} cells.",
                grouped(limits::CELLS)
            )));
        }
        Ok(())
    }

    fn count_text(&mut self, number: u32, column: u32, cell: &Cell) -> Result<(), FileProblem> {
        let Cell::Text(text) = cell else { return Ok(()) };
        // Bytes are at least as many as characters: the exact count is needed for long texts only.
        if text.len() > limits::CELL_CHARS && text.chars().count() > limits::CELL_CHARS {
            return Err(FileProblem::too_large(format!(
                "Cell {}{number} holds more than {} characters. In a text file a quotation mark that is never closed \
                 is the usual cause.",
                letter(column),
                grouped(limits::CELL_CHARS)
            )));
        }
        self.text += text.len();
        if self.text > limits::TEXT_BYTES {
            return Err(FileProblem::too_large(format!(
                "The texts of this sheet take more than {} MB.",
                limits::TEXT_BYTES >> 20
            )));
        }
        Ok(())
    }

    fn row(&mut self, number: u32) -> Result<&mut GridRow, FileProblem> {
        let last = self.rows.last().map(|row| row.number);
        if last != Some(number) {
            if self.rows.len() >= limits::ROWS {
                return Err(FileProblem::too_large(format!(
                    "This sheet has more than {} rows.",
                    grouped(limits::ROWS)
                )));
            }
            self.out_of_order |= last.is_some_and(|last| last > number);
            self.rows.push(GridRow { number, cells: Vec::new() });
        }
        // Just made sure that there is one.
        let at = self.rows.len() - 1;
        Ok(&mut self.rows[at])
    }

    /// Rows so far.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// A copy of the first rows.
    pub fn head(&self, rows: usize) -> Self {
        let rows = self.rows.iter().take(rows).cloned().collect();
        Self { rows, out_of_order: self.out_of_order, ..Self::default() }
    }

    /// The rows with something to see in them, top to bottom, each number once.
    pub fn into_rows(mut self) -> Vec<GridRow> {
        if self.out_of_order {
            self.rows.sort_by_key(|row| row.number);
            self.rows.dedup_by(|later, earlier| {
                let same = later.number == earlier.number;
                if same {
                    merge(earlier, std::mem::take(later));
                }
                same
            });
        }
        self.rows.retain(|row| !row.is_blank());
        self.rows
    }
}

/// A row that was written in two pieces: what the later piece says goes over the earlier.
fn merge(row: &mut GridRow, other: GridRow) {
    for (column, cell) in other.cells.into_iter().enumerate() {
        if matches!(cell, Cell::Empty) {
            continue;
        }
        if column >= row.cells.len() {
            row.cells.resize_with(column + 1, Cell::default);
        }
        row.cells[column] = cell;
    }
}

/// A number with spaces between thousands, as the messages write it.
pub(crate) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }

    #[test]
    fn a_lone_cell_in_the_last_row_costs_one_row() {
        let mut grid = Grid::default();
        grid.put(1, 0, text("a")).expect("within the limits");
        grid.put(1_048_576, 0, text("b")).expect("within the limits");
        let rows = grid.into_rows();
        assert_eq!(rows.iter().map(|row| row.number).collect::<Vec<_>>(), [1, 1_048_576]);
    }

    #[test]
    fn a_cell_beyond_the_last_column_is_refused_by_name() {
        let problem = Grid::default().put(1_048_576, 16_383, text("far")).expect_err("beyond the limit");
        assert!(problem.message.contains("column XFD"), "{}", problem.message);
        assert!(problem.message.contains("200 columns"), "{}", problem.message);
    }

    #[test]
    fn empty_cells_left_of_a_filled_one_count_as_cells() {
        let mut grid = Grid::default();
        let refused = (1..=30_000).find_map(|number| grid.put(number, 199, text("x")).err());
        assert!(refused.is_some_and(|problem| problem.message.contains("4,000,000 cells")));
    }

    #[test]
    fn rows_out_of_order_are_put_in_order_and_merged() {
        let mut grid = Grid::default();
        for (number, column, what) in [(3, 0, "c"), (1, 0, "a"), (3, 1, "d"), (2, 0, " ")] {
            grid.put(number, column, text(what)).expect("within the limits");
        }
        let rows = grid.into_rows();
        assert_eq!(
            rows.iter().map(|row| row.number).collect::<Vec<_>>(),
            [1, 3],
            "the blank row is left out"
        );
        assert_eq!(rows[1].cells, [text("c"), text("d")]);
    }
}
