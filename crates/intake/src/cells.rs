//! Cells side by side: one text for a few thousand rows, and no allocation of its own for any cell.

use crate::limits::COLUMNS;
use crate::table::{Cell, Row};
use crate::totals;

/// A block is handed on when it holds so many bytes of text, or so many cells.
const TEXT_BYTES: usize = 256 << 10;
const CELLS: usize = 32 << 10;

/// The kinds of cells, as a block notes them.
pub(crate) mod kind {
    pub const EMPTY: u8 = 0;
    pub const TEXT: u8 = 1;
    pub const NUMBER: u8 = 2;
    pub const FALSE: u8 = 3;
    pub const TRUE: u8 = 4;
    pub const DATE: u8 = 5;
    pub const ERROR: u8 = 6;
}

/// A block as it is being filled, or as it came from another process: nothing in it was proved yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct RawBlock {
    /// The texts of all cells, one after the other.
    pub text: Vec<u8>,
    /// One for each cell.
    pub kinds: Vec<u8>,
    /// Where the text of each cell ends; it begins where the one before ends.
    pub ends: Vec<u32>,
    /// The values of the cells that are numbers, in their order.
    pub numbers: Vec<f64>,
    /// The number that Excel shows, and the count of cells.
    pub rows: Vec<(u32, u32)>,
}

/// A block that holds what it says: texts are UTF-8 and end at characters, counts fit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block {
    text: String,
    kinds: Vec<u8>,
    ends: Vec<u32>,
    numbers: Vec<f64>,
    rows: Vec<Head>,
}

/// One row of a block.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Head {
    pub number: u32,
    first: u32,
    /// Numbers in the rows of the block before this one.
    numbers: u32,
    /// Cells that are kept; no row has more than there are columns.
    length: u8,
    pub hidden: bool,
    /// The column of the word that makes it a row of totals, counted from 1.
    pub totals: u8,
}

const _: () = assert!(COLUMNS < u8::MAX as u32, "a column fits a byte");

impl RawBlock {
    pub fn begin_row(&mut self, number: u32) {
        self.rows.push((number, 0));
    }

    /// Adds a cell to the last row.
    pub fn push(&mut self, cell: Cell<'_>) {
        let (kind, text) = match cell {
            Cell::Empty => (kind::EMPTY, ""),
            Cell::Text(text) => (kind::TEXT, text),
            Cell::Number { shown, value } => {
                self.numbers.push(value);
                (kind::NUMBER, shown)
            }
            Cell::Bool(false) => (kind::FALSE, ""),
            Cell::Bool(true) => (kind::TRUE, ""),
            Cell::Date(text) => (kind::DATE, text),
            Cell::Error(text) => (kind::ERROR, text),
        };
        self.push_bytes(kind, text.as_bytes());
    }

    /// Adds a cell of a kind other than number; whether the bytes are text is seen when the block is proved.
    pub fn push_bytes(&mut self, kind: u8, text: &[u8]) {
        self.text.extend_from_slice(text);
        self.kinds.push(kind);
        // A block is far smaller than 4 GB; one that isn't fails its proof.
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        if let Some((_, cells)) = self.rows.last_mut() {
            *cells += 1;
        }
    }

    /// Adds a row of texts that stand in one piece; an empty one is an empty cell.
    pub fn push_row(&mut self, number: u32, text: &[u8], ends: &[usize]) {
        let before = self.text.len();
        self.text.extend_from_slice(text);
        self.ends.extend(ends.iter().map(|end| u32::try_from(before + end).unwrap_or(u32::MAX)));
        let mut start = 0;
        self.kinds.extend(ends.iter().map(|end| {
            let kind = if *end == start { kind::EMPTY } else { kind::TEXT };
            start = *end;
            kind
        }));
        self.rows.push((number, u32::try_from(ends.len()).unwrap_or(u32::MAX)));
    }

    /// Takes the last row away again.
    pub fn pop_row(&mut self) {
        let Some((_, cells)) = self.rows.pop() else { return };
        let kept = self.kinds.len() - cells as usize;
        let numbers = self.kinds[kept..].iter().filter(|kind| **kind == kind::NUMBER).count();
        self.numbers.truncate(self.numbers.len() - numbers);
        self.kinds.truncate(kept);
        self.ends.truncate(kept);
        self.text.truncate(self.ends.last().map_or(0, |end| *end as usize));
    }

    pub fn is_full(&self) -> bool {
        self.text.len() >= TEXT_BYTES || self.kinds.len() >= CELLS
    }

    /// Proves that the block holds what it says.
    pub fn prove(self) -> Option<Block> {
        let text = String::from_utf8(self.text).ok()?;
        let ascending = self.ends.is_sorted();
        let last = self.ends.last().map_or(0, |end| *end as usize);
        let known = self.kinds.iter().fold(0, |most, kind| most.max(*kind)) <= kind::ERROR;
        if !ascending || last != text.len() || !known || self.kinds.len() != self.ends.len() {
            return None;
        }
        // In plain ASCII every place is one between characters.
        if !text.is_ascii() && !self.ends.iter().all(|end| text.is_char_boundary(*end as usize)) {
            return None;
        }
        let mut rows = Vec::with_capacity(self.rows.len());
        let (mut first, mut numbers) = (0_u32, 0_u32);
        for (number, cells) in self.rows {
            let length = u8::try_from(cells).ok().filter(|length| u32::from(*length) <= COLUMNS)?;
            rows.push(Head { number, first, length, numbers, ..Head::default() });
            let next = first.checked_add(cells)?;
            let of_row = self.kinds.get(first as usize..next as usize)?;
            numbers += of_row.iter().map(|kind| u32::from(*kind == kind::NUMBER)).sum::<u32>();
            first = next;
        }
        let counted = first as usize == self.kinds.len() && numbers as usize == self.numbers.len();
        counted.then_some(Block { text, kinds: self.kinds, ends: self.ends, numbers: self.numbers, rows })
    }
}

impl Block {
    /// Rows, cells and bytes of text.
    pub fn sizes(&self) -> (usize, usize, usize) {
        (self.rows.len(), self.kinds.len(), self.text.len())
    }

    pub fn head(&self, row: usize) -> &Head {
        &self.rows[row]
    }

    /// Cells of a row that are kept; the cells to the right of them are empty.
    pub fn length(&self, row: usize) -> u32 {
        u32::from(self.rows[row].length)
    }

    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> + '_ {
        self.rows.iter().enumerate().map(|(row, head)| Row::new(self, row, u32::from(head.length)))
    }

    /// Marks rows as rows of totals by their place and the word's column, counted from 1.
    pub fn mark_totals(&mut self, found: &[(usize, u32)]) {
        for (row, column) in found {
            // Bounded by the limit on columns.
            self.rows[*row].totals = u8::try_from(*column).unwrap_or(0);
        }
    }

    pub fn cell(&self, row: usize, column: u32) -> Cell<'_> {
        let head = &self.rows[row];
        if column >= u32::from(head.length) {
            return Cell::Empty;
        }
        let at = (head.first + column) as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        let text = &self.text[start..self.ends[at] as usize];
        match self.kinds[at] {
            kind::TEXT => Cell::Text(text),
            kind::NUMBER => Cell::Number { shown: text, value: self.value(head, at) },
            kind::FALSE => Cell::Bool(false),
            kind::TRUE => Cell::Bool(true),
            kind::DATE => Cell::Date(text),
            kind::ERROR => Cell::Error(text),
            _ => Cell::Empty,
        }
    }

    fn value(&self, head: &Head, at: usize) -> f64 {
        let left = &self.kinds[head.first as usize..at];
        let before = left.iter().filter(|kind| **kind == kind::NUMBER).count();
        self.numbers[head.numbers as usize + before]
    }

    /// All the text of a row in one piece.
    pub fn text(&self, row: usize) -> &str {
        let head = &self.rows[row];
        let end = |cell: u32| if cell == 0 { 0 } else { self.ends[cell as usize - 1] as usize };
        &self.text[end(head.first)..end(head.first + u32::from(head.length))]
    }
}

/// The rows of a sheet, in blocks.
#[derive(Clone, Debug, Default)]
pub(crate) struct Blocks {
    blocks: Vec<Block>,
    /// The place of each block's first row.
    starts: Vec<usize>,
    rows: usize,
}

impl Blocks {
    pub fn push(&mut self, mut block: Block) {
        if block.rows.is_empty() {
            return;
        }
        totals::mark(&mut block);
        self.starts.push(self.rows);
        self.rows += block.rows.len();
        self.blocks.push(block);
    }

    pub fn len(&self) -> usize {
        self.rows
    }

    /// The row at a place; a place beyond the last is a mistake of the caller.
    pub fn row(&self, place: usize, width: u32) -> Row<'_> {
        let block = self.starts.partition_point(|start| *start <= place) - 1;
        Row::new(&self.blocks[block], place - self.starts[block], width)
    }

    /// All rows; each has the cells that are kept of it.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> + '_ {
        self.blocks.iter().flat_map(Block::rows)
    }

    /// Cells of the widest row from `place` on, up to the last one with something to see in it.
    pub fn filled_from(&self, place: usize) -> u32 {
        let mut width = 0;
        for (block, start) in self.blocks.iter().zip(&self.starts) {
            let widest = block.rows.iter().map(|row| u32::from(row.length)).max().unwrap_or(0);
            if widest <= width {
                continue;
            }
            for row in block.rows().skip(place.saturating_sub(*start)) {
                if row.width() > width {
                    width = width.max(row.filled_to());
                }
            }
        }
        width
    }

    /// Whether there is a row of totals from `place` on.
    pub fn has_totals_from(&self, place: usize) -> bool {
        let from = |(block, start): (&Block, &usize)| {
            block.rows.iter().skip(place.saturating_sub(*start)).any(|row| row.totals > 0)
        };
        self.blocks.iter().zip(&self.starts).any(from)
    }

    pub fn heads_mut(&mut self) -> impl Iterator<Item = &mut Head> + '_ {
        self.blocks.iter_mut().flat_map(|block| block.rows.iter_mut())
    }

    /// By the number that Excel shows, among rows in order.
    pub fn position(&self, number: u32) -> Option<usize> {
        let after = self.blocks.partition_point(|block| block.rows[0].number <= number);
        let block = after.checked_sub(1)?;
        let row = self.blocks[block].rows.binary_search_by_key(&number, |row| row.number).ok()?;
        Some(self.starts[block] + row)
    }

    /// The rows top to bottom, each number once: of a row that was written in two pieces, what the later piece says
    /// goes over the earlier.
    pub fn in_order(self) -> Self {
        let numbers = self.blocks.iter().flat_map(|block| block.rows.iter().map(|row| row.number));
        if numbers.is_sorted_by(|one, next| one < next) {
            return self;
        }
        let mut rows: Vec<Row<'_>> = self.rows().collect();
        rows.sort_by_key(|row| row.number());
        let mut gathered = Gathered::default();
        for pieces in rows.chunk_by(|one, next| one.number() == next.number()) {
            let width = pieces.iter().map(|row| row.width()).max().unwrap_or(0);
            let cell = |column| {
                let cells = pieces.iter().rev().map(|row| row.cell(column));
                cells.into_iter().find(|cell| *cell != Cell::Empty).unwrap_or_default()
            };
            gathered.row(pieces[0].number(), (0..width).map(cell));
        }
        gathered.finish()
    }

    /// The rows that `keep` says yes to.
    pub fn keeping(&self, keep: impl Fn(Row<'_>) -> bool) -> Self {
        let mut gathered = Gathered::default();
        let mut kept = Vec::new();
        for row in self.rows().filter(|row| keep(*row)) {
            kept.push(row.hidden());
            gathered.row(row.number(), row.cells());
        }
        let mut blocks = gathered.finish();
        for (head, hidden) in blocks.heads_mut().zip(kept) {
            head.hidden = hidden;
        }
        blocks
    }
}

/// Rows made here, within limits that were kept to before.
#[derive(Default)]
pub(crate) struct Gathered {
    block: RawBlock,
    blocks: Blocks,
}

impl Gathered {
    pub fn row<'c>(&mut self, number: u32, cells: impl Iterator<Item = Cell<'c>>) {
        if self.block.is_full() {
            self.close();
        }
        self.block.begin_row(number);
        cells.for_each(|cell| self.block.push(cell));
    }

    fn close(&mut self) {
        // Made of texts, by one hand: there is nothing in it to doubt.
        if let Some(block) = std::mem::take(&mut self.block).prove() {
            self.blocks.push(block);
        }
    }

    pub fn finish(mut self) -> Blocks {
        self.close();
        self.blocks
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw() -> RawBlock {
        let mut block = RawBlock::default();
        block.begin_row(3);
        block.push(Cell::Text("ä"));
        block.push(Cell::Number { shown: "18", value: 18.0 });
        block.push(Cell::Bool(true));
        block.begin_row(4);
        block.push(Cell::Empty);
        block.push(Cell::Number { shown: "7", value: 7.0 });
        block
    }

    #[test]
    fn cells_come_back_as_they_were_put() {
        let block = raw().prove().expect("a sound block");
        assert_eq!(block.cell(0, 0), Cell::Text("ä"));
        assert_eq!(block.cell(0, 1), Cell::Number { shown: "18", value: 18.0 });
        assert_eq!(block.cell(0, 2), Cell::Bool(true));
        assert_eq!(block.cell(0, 3), Cell::Empty, "beyond the row");
        assert_eq!(block.cell(1, 0), Cell::Empty);
        assert_eq!(block.cell(1, 1), Cell::Number { shown: "7", value: 7.0 });
        assert_eq!((block.text(0), block.text(1)), ("ä18", "7"));
    }

    #[test]
    fn a_row_taken_away_leaves_nothing_behind() {
        let mut block = raw();
        block.pop_row();
        let first = block.clone();
        block.begin_row(9);
        block.push(Cell::Number { shown: "1", value: 1.0 });
        block.pop_row();
        assert_eq!(block, first);
    }

    #[test]
    fn a_block_that_does_not_hold_what_it_says_is_no_block() {
        type Break = fn(&mut RawBlock);
        let broken: [Break; 8] = [
            |block| block.text[0] = 0xff,
            |block| block.ends[0] = 1,
            |block| block.ends[1] = 0,
            |block| block.text.push(b'x'),
            |block| block.kinds[0] = 99,
            |block| block.kinds[0] = kind::NUMBER,
            |block| block.rows[1].1 = u32::MAX,
            |block| block.rows[1].1 = 1,
        ];
        for (case, harm) in broken.into_iter().enumerate() {
            let mut block = raw();
            harm(&mut block);
            assert!(block.prove().is_none(), "case {case}");
        }
    }

    #[test]
    fn rows_out_of_order_are_put_in_order_and_merged() {
        let mut gathered = Gathered::default();
        gathered.row(3, [Cell::Text("c")].into_iter());
        gathered.row(1, [Cell::Text("a")].into_iter());
        gathered.row(3, [Cell::Empty, Cell::Text("d")].into_iter());
        let blocks = gathered.finish().in_order();
        assert_eq!(blocks.rows().map(Row::number).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(blocks.row(1, 2).cells().collect::<Vec<_>>(), [Cell::Text("c"), Cell::Text("d")]);
        assert_eq!(blocks.position(3), Some(1));
        assert_eq!(blocks.position(2), None);
        assert_eq!(blocks.position(0), None);
    }
}
