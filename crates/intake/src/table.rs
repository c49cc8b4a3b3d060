//! A file as the person saw it: columns, and rows with the numbers that Excel shows.

use crate::cells::{Block, Blocks, Head};
use crate::limits;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// One sheet of one file. Rows above and in the header are not in it, nor are blank rows.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What the file is and how it was read.
    pub file: FileFacts,
    /// Left to right, from column A.
    pub columns: Vec<Column>,
    cells: Blocks,
    /// Rows of `cells` that stand above the people: titles, and the header itself.
    above: usize,
}

/// What a file is and how it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FileFacts {
    /// The file's name, without its folder.
    pub name: String,
    /// SHA-256 of the bytes, in lower-case hex.
    pub sha256: String,
    /// `xlsx`, `xlsm`, `xlsb`, `xls`, `ods`, `csv`, `tsv`, or `typed` for people entered by hand.
    pub format: String,
    /// The sheet that was read; a text file has none.
    pub sheet: Option<String>,
    /// All sheets of the workbook, in its order.
    pub sheets: Vec<String>,
    /// The encoding of a text file in lower case, such as `utf-8` or `windows-1252`.
    pub encoding: Option<String>,
    /// The separator of a text file: one character.
    pub delimiter: Option<String>,
    /// The row with the column names, as Excel numbers it; 0 where there is none.
    pub header_row: u32,
    /// Rows below the header that are not blank.
    pub rows_read: u32,
    /// The character around the cells of a text file; empty for none.
    pub quote: Option<String>,
    /// What a workbook of Rollcall's own says of itself.
    pub marker: Option<BTreeMap<String, String>>,
    /// What a person should know: `hidden-rows`, `filtered-rows`, `hidden-rows-not-known` (the format doesn't let
    /// us see), `several-sheets`, `hidden-sheet` (the one that was read), `undecodable-characters`, `totals-rows`.
    pub notices: Vec<String>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// 0 is column A.
    pub index: u32,
    /// The letters that Excel shows.
    pub letter: String,
    /// What stands in the header row.
    pub header: Option<String>,
    /// What stands over it, where a row above the header names groups of columns.
    pub group: Option<String>,
}

/// One row of a table, to look at.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    block: &'a Block,
    row: usize,
    width: u32,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cell<'a> {
    /// Nothing.
    #[default]
    Empty,
    /// Text, to the letter.
    Text(&'a str),
    /// A number.
    Number {
        /// As the person saw it, by the cell's number format where that is known.
        shown: &'a str,
        /// The value itself.
        value: f64,
    },
    /// TRUE or FALSE.
    Bool(bool),
    /// A date, time or duration, written in ISO order.
    Date(&'a str),
    /// A formula's error, such as `#N/A`.
    Error(&'a str),
}

impl FileFacts {
    /// Whether numbers come with the formats that they are shown by. Without, 18 may have been seen as 00018.
    pub(crate) fn shows_number_formats(&self) -> bool {
        !matches!(self.format.as_str(), "xls" | "xlsb")
    }
}

impl Column {
    pub(crate) fn new(index: u32, header: Option<String>) -> Self {
        Self { index, letter: letter(index), header, group: None }
    }

    /// The header, or `column A` where there is none.
    pub fn label(&self) -> String {
        match self.header.as_deref().map(str::trim) {
            Some(header) if !header.is_empty() => header.to_owned(),
            _ => format!("column {}", self.letter),
        }
    }
}

impl<'a> Row<'a> {
    pub(crate) fn new(block: &'a Block, row: usize, width: u32) -> Self {
        Self { block, row, width }
    }

    /// The number that Excel shows: blank lines count, a record over several lines is one.
    pub fn number(self) -> u32 {
        self.head().number
    }

    /// Whether the row is hidden or filtered out in the sheet.
    pub fn hidden(self) -> bool {
        self.head().hidden
    }

    /// The cell in a column, counted from 0; empty beyond the last.
    pub fn cell(self, column: u32) -> Cell<'a> {
        self.block.cell(self.row, column)
    }

    /// The word that makes it a row of totals, such as "Total"; nothing for any other row.
    pub fn totals(self) -> Option<&'a str> {
        self.head().totals.checked_sub(1).map(|column| self.cell(u32::from(column)).shown().trim())
    }

    /// One cell for each column.
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> {
        (0..self.width).map(move |column| self.cell(column))
    }

    /// All the text of the row in one piece.
    pub(crate) fn text(self) -> &'a str {
        self.block.text(self.row)
    }

    pub(crate) fn width(self) -> u32 {
        self.width
    }

    pub(crate) fn head(self) -> &'a Head {
        self.block.head(self.row)
    }

    /// Cells up to the last one with something to see in it.
    pub(crate) fn filled_to(self) -> u32 {
        let length = self.block.length(self.row);
        (0..length).rev().find(|column| !self.cell(*column).is_blank()).map_or(0, |last| last + 1)
    }
}

impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        let same = |(one, two): (Row<'_>, Row<'_>)| {
            (one.number(), one.hidden(), one.totals()) == (two.number(), two.hidden(), two.totals())
                && one.cells().eq(two.cells())
        };
        self.file == other.file
            && self.columns == other.columns
            && self.len() == other.len()
            && self.rows().zip(other.rows()).all(same)
    }
}

impl Table {
    pub(crate) fn new(file: FileFacts, columns: Vec<Column>, cells: Blocks, above: usize) -> Self {
        Self { file, columns, cells, above }
    }

    /// Rows below the header.
    pub fn len(&self) -> usize {
        self.cells.len() - self.above
    }

    /// Whether there is no row below the header.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row at a place below the header, counted from 0.
    ///
    /// # Panics
    /// When there is no such row: whoever asks has counted wrong.
    pub fn row(&self, index: usize) -> Row<'_> {
        self.cells.row(self.above + index, self.width())
    }

    /// The rows with something in them, top to bottom.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> + '_ {
        let width = self.width();
        self.cells.rows().skip(self.above).map(move |row| Row { width, ..row })
    }

    /// The place of a row by the number that Excel shows.
    pub fn position(&self, number: u32) -> Option<usize> {
        self.cells.position(number)?.checked_sub(self.above)
    }

    /// The same table with only the rows whose number `keep` says yes to.
    #[must_use]
    pub fn keeping(&self, keep: impl Fn(u32) -> bool) -> Self {
        let first = self.rows().next().map_or(u32::MAX, Row::number);
        let cells = self.cells.keeping(|row| row.number() >= first && keep(row.number()));
        Self { file: self.file.clone(), columns: self.columns.clone(), cells, above: 0 }
    }

    fn width(&self) -> u32 {
        // Bounded by the limit on columns.
        u32::try_from(self.columns.len()).unwrap_or(u32::MAX)
    }

    /// Finds a column by what a person calls it: its header, its letter, or `column C`. The header goes first,
    /// because a column may be named `B`.
    pub fn column_named(&self, name: &str) -> Option<&Column> {
        let wanted = name.trim();
        let by_header = |column: &&Column| {
            column.header.as_deref().is_some_and(|header| same_words(header.trim(), wanted))
        };
        let letters = wanted.strip_prefix("column ").unwrap_or(wanted);
        let by_letter = |column: &&Column| column.letter.eq_ignore_ascii_case(letters);
        self.columns.iter().find(by_header).or_else(|| self.columns.iter().find(by_letter))
    }
}

fn same_words(one: &str, other: &str) -> bool {
    one.to_lowercase().split_whitespace().eq(other.to_lowercase().split_whitespace())
}

impl<'a> Cell<'a> {
    /// The text that the person saw; empty for an empty cell.
    pub fn shown(self) -> &'a str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text,
            Self::Number { shown, .. } => shown,
            Self::Bool(true) => "TRUE",
            Self::Bool(false) => "FALSE",
        }
    }

    /// Whether nothing can be seen in it.
    pub fn is_blank(self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

/// The letters of a column: 0 is A, 26 is AA.
pub(crate) fn letter(index: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = index + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}

const _: () = assert!(limits::COLUMNS < 16_384, "a column always has letters that Excel knows");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_excel() {
        for (index, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (199, "GR"), (701, "ZZ"), (16_383, "XFD")] {
            assert_eq!(letter(index), letters);
        }
    }

    #[test]
    fn a_column_is_found_by_header_before_letter() {
        let table = Table {
            file: FileFacts::default(),
            columns: vec![
                Column::new(0, Some("Email".into())),
                Column::new(1, Some("C".into())),
                Column::new(2, Some("Work  Role".into())),
            ],
            ..Table::default()
        };
        let found = |name| table.column_named(name).map(|column| column.index);
        assert_eq!(found("email"), Some(0));
        assert_eq!(found("c"), Some(1), "a header named C wins over the letter C");
        assert_eq!(found("work role"), Some(2));
        assert_eq!(found("column B"), Some(1));
        assert_eq!(found("b"), Some(1));
        assert_eq!(found("Z"), None);
    }
}
