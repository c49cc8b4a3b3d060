//! Cells as they come from a reader, gathered row by row within the limits and handed on in blocks.

use crate::cells::{Block, Blocks, RawBlock, kind};
use crate::limits::{self, Limits};
use crate::problem::FileProblem;
use crate::table::{Cell, Row, letter};
use rollcall_core::sentence;

/// Where full blocks go.
pub(crate) trait Outlet {
    /// Takes a block over.
    ///
    /// # Errors
    /// Whatever ends the reading.
    fn take(&mut self, block: RawBlock) -> Result<(), FileProblem>;
}

impl Outlet for Vec<RawBlock> {
    fn take(&mut self, block: RawBlock) -> Result<(), FileProblem> {
        self.push(block);
        Ok(())
    }
}

impl Outlet for Blocks {
    fn take(&mut self, block: RawBlock) -> Result<(), FileProblem> {
        self.push(block.prove().ok_or_else(FileProblem::damaged)?);
        Ok(())
    }
}

impl<O: Outlet + ?Sized> Outlet for &mut O {
    fn take(&mut self, block: RawBlock) -> Result<(), FileProblem> {
        (**self).take(block)
    }
}

/// The filled rows of one sheet on their way. Never a rectangle: a lone cell far away costs one row, not a million.
#[derive(Debug)]
pub(crate) struct Grid<O> {
    outlet: O,
    limits: Limits,
    block: RawBlock,
    /// The row that is being filled.
    row: Option<u32>,
    /// Cells of that row.
    width: u32,
    /// Whether there is something to see in that row.
    filled: bool,
    rows: usize,
    cells: usize,
    text: usize,
}

impl<O: Outlet> Grid<O> {
    pub fn new(limits: Limits, outlet: O) -> Self {
        Self {
            outlet,
            limits,
            block: RawBlock::default(),
            row: None,
            width: 0,
            filled: false,
            rows: 0,
            cells: 0,
            text: 0,
        }
    }

    /// Takes over one cell; `number` counts rows from 1, `column` from 0. Empty cells are not kept.
    ///
    /// # Errors
    /// `too-large`, naming the limit.
    pub fn put(&mut self, number: u32, column: u32, cell: Cell<'_>) -> Result<(), FileProblem> {
        if let Cell::Text(text) = cell {
            return self.put_text(number, column, text.as_bytes());
        }
        if cell == Cell::Empty {
            return Ok(());
        }
        self.reach(number, column)?;
        if column < self.width {
            self.replace(column, cell);
        } else {
            self.pad(column);
            self.block.push(cell);
            self.width += 1;
        }
        self.filled = true;
        Ok(())
    }

    /// Takes over one text, which is UTF-8.
    ///
    /// # Errors
    /// `too-large`, naming the limit.
    pub fn put_text(&mut self, number: u32, column: u32, text: &[u8]) -> Result<(), FileProblem> {
        self.reach(number, column)?;
        self.count_text(number, column, text)?;
        if column < self.width {
            self.replace(column, Cell::Text(&String::from_utf8_lossy(text)));
        } else {
            self.pad(column);
            self.block.push_bytes(kind::TEXT, text);
            self.width += 1;
        }
        self.filled = self.filled || !is_blank(text);
        Ok(())
    }

    /// Takes over a whole row of texts, which are UTF-8 and stand in one piece; false where a closer look is needed, and
    /// nothing was taken.
    ///
    /// # Errors
    /// `too-large`, naming the limit.
    pub fn put_row(&mut self, number: u32, text: &[u8], ends: &[usize]) -> Result<bool, FileProblem> {
        let columns =
            ends.iter().rposition(|end| *end < text.len()).map_or(1, |last| last + 2).min(ends.len());
        let visible = text.first().is_some_and(u8::is_ascii_graphic);
        if !visible || text.len() > limits::CELL_CHARS || columns > limits::COLUMNS as usize {
            return Ok(false);
        }
        self.end_row()?;
        self.block.push_row(number, text, &ends[..columns]);
        (self.row, self.filled) = (Some(number), true);
        // Bounded by the limit on columns.
        self.width = u32::try_from(columns).unwrap_or(u32::MAX);
        self.add_text(text.len())?;
        Ok(true)
    }

    /// Rows so far that are known to be filled.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Hands the last block on.
    ///
    /// # Errors
    /// `too-large`, naming the limit.
    pub fn finish(mut self) -> Result<O, FileProblem> {
        self.end_row()?;
        self.outlet.take(self.block)?;
        Ok(self.outlet)
    }

    /// Goes to a row, and makes sure that the column is one that is read.
    fn reach(&mut self, number: u32, column: u32) -> Result<(), FileProblem> {
        if column >= limits::COLUMNS {
            return Err(too_wide(number, column));
        }
        if self.row != Some(number) {
            self.end_row()?;
            self.block.begin_row(number);
            self.row = Some(number);
        }
        Ok(())
    }

    fn pad(&mut self, column: u32) {
        while self.width < column {
            self.block.push_bytes(kind::EMPTY, b"");
            self.width += 1;
        }
    }

    fn end_row(&mut self) -> Result<(), FileProblem> {
        if self.row.take().is_none() {
            return Ok(());
        }
        self.cells += self.width as usize;
        if self.filled {
            self.rows += 1;
        } else {
            self.block.pop_row();
        }
        (self.width, self.filled) = (0, false);
        if self.rows > self.limits.rows {
            let rows = grouped(self.limits.rows);
            return Err(FileProblem::too_large(sentence!(
                "This sheet has more than {rows} rows.",
                rows = rows
            )));
        }
        if self.cells > self.limits.cells {
            let cells = grouped(self.limits.cells);
            return Err(FileProblem::too_large(sentence!(
                "This sheet has more than {cells} cells.",
                cells = cells
            )));
        }
        if self.block.is_full() {
            self.outlet.take(std::mem::take(&mut self.block))?;
        }
        Ok(())
    }

    /// A cell that comes after one further right: what comes later counts.
    fn replace(&mut self, column: u32, cell: Cell<'_>) {
        let Some((number, _)) = self.block.rows.last().copied() else { return };
        let Some(block) = self.last_row() else { return };
        let row = Row::new(&block, 0, self.width);
        self.block.pop_row();
        self.block.begin_row(number);
        for (at, before) in (0..).zip(row.cells()) {
            self.block.push(if at == column { cell } else { before });
        }
    }

    fn last_row(&self) -> Option<Block> {
        let (number, cells) = *self.block.rows.last()?;
        let first = self.block.kinds.len() - cells as usize;
        let start = first.checked_sub(1).map_or(0, |before| self.block.ends[before]);
        let kinds = self.block.kinds[first..].to_vec();
        let numbers = kinds.iter().filter(|kind| **kind == kind::NUMBER).count();
        let copy = RawBlock {
            text: self.block.text[start as usize..].to_vec(),
            kinds,
            ends: self.block.ends[first..].iter().map(|end| end - start).collect(),
            numbers: self.block.numbers[self.block.numbers.len() - numbers..].to_vec(),
            rows: vec![(number, cells)],
        };
        copy.prove()
    }

    fn count_text(&mut self, number: u32, column: u32, text: &[u8]) -> Result<(), FileProblem> {
        // Bytes are at least as many as characters: the exact count is needed for long texts only.
        if text.len() > limits::CELL_CHARS
            && String::from_utf8_lossy(text).chars().count() > limits::CELL_CHARS
        {
            return Err(too_long(number, column));
        }
        self.add_text(text.len())
    }

    fn add_text(&mut self, bytes: usize) -> Result<(), FileProblem> {
        self.text += bytes;
        if self.text > self.limits.text_bytes {
            return Err(FileProblem::too_large(sentence!(
                "The texts of this sheet take more than {mb} MB.",
                mb = self.limits.text_bytes >> 20,
            )));
        }
        Ok(())
    }
}

fn is_blank(text: &[u8]) -> bool {
    match text.first() {
        None => true,
        // Nearly every text begins with a letter or digit; the others are looked at closely.
        Some(first) if first.is_ascii_graphic() => false,
        Some(_) => String::from_utf8_lossy(text).trim().is_empty(),
    }
}

fn too_wide(number: u32, column: u32) -> FileProblem {
    FileProblem::too_large(sentence!(
        "There is something in column {column} of row {row}; at most {most} columns are read, up to column {last}.",
        column = letter(column),
        row = number,
        most = limits::COLUMNS,
        last = letter(limits::COLUMNS - 1),
    ))
}

fn too_long(number: u32, column: u32) -> FileProblem {
    FileProblem::too_large(sentence!(
        "Cell {cell} holds more than {most} characters. In a text file a quotation mark that is never closed is the \
         usual cause.",
        cell = format!("{}{number}", letter(column)),
        most = grouped(limits::CELL_CHARS),
    ))
}

/// A number with commas between thousands, as the messages write it.
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
    use crate::table::Row;

    type Put = (u32, u32, Cell<'static>);

    fn filled(cells: impl IntoIterator<Item = Put>) -> Result<Blocks, FileProblem> {
        let mut grid = Grid::new(Limits::default(), Blocks::default());
        cells.into_iter().try_for_each(|(number, column, cell)| grid.put(number, column, cell))?;
        grid.finish()
    }

    #[test]
    fn a_lone_cell_in_the_last_row_costs_one_row() {
        let blocks =
            filled([(1, 0, Cell::Text("a")), (1_048_576, 0, Cell::Text("b"))]).expect("within the limits");
        assert_eq!(blocks.rows().map(Row::number).collect::<Vec<_>>(), [1, 1_048_576]);
    }

    #[test]
    fn a_cell_beyond_the_last_column_is_refused_by_name() {
        let problem = filled([(1_048_576, 16_383, Cell::Text("far"))]).expect_err("beyond the limit");
        assert!(problem.message.contains("column XFD"), "{}", problem.message);
        assert!(problem.message.contains("200 columns"), "{}", problem.message);
    }

    #[test]
    fn empty_cells_left_of_a_filled_one_count_as_cells() {
        let refused = filled((1..=30_000).map(|number| (number, 199, Cell::Text("x")))).expect_err("refused");
        assert!(refused.message.contains("4,000,000 cells"), "{}", refused.message);
    }

    #[test]
    fn a_blank_row_is_left_out_and_a_later_cell_goes_over_an_earlier() {
        let blocks = filled([
            (1, 0, Cell::Text(" ")),
            (2, 2, Cell::Number { shown: "3", value: 3.0 }),
            (2, 0, Cell::Text("a")),
            (2, 2, Cell::Number { shown: "4", value: 4.0 }),
            (2, 3, Cell::Bool(true)),
        ])
        .expect("within the limits");
        assert_eq!(blocks.len(), 1);
        let cells: Vec<Cell<'_>> = blocks.row(0, 4).cells().collect();
        assert_eq!(
            cells,
            [Cell::Text("a"), Cell::Empty, Cell::Number { shown: "4", value: 4.0 }, Cell::Bool(true)]
        );
    }
}
