//! A file as the person saw it: columns, and rows with the numbers that Excel shows.

use crate::limits;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::borrow::Cow;

/// One sheet of one file. Rows above and in the header are not in it, nor are blank rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// What the file is and how it was read.
    pub file: FileFacts,
    /// Left to right, from column A.
    pub columns: Vec<Column>,
    /// The rows with something in them, top to bottom. Each has one cell per column.
    pub(crate) rows: Vec<TableRow>,
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
    /// The character around the cells of a text file.
    pub quote: Option<String>,
    /// What a workbook of Rollcall's own says of itself.
    pub marker: Option<std::collections::BTreeMap<String, String>>,
    /// What a person should know: `hidden-rows`, `filtered-rows`, `hidden-rows-not-known` (the format doesn't let
    /// us see), `several-sheets`, `undecodable-characters`.
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
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct TableRow {
    /// The number that Excel shows: blank lines count, a record over several lines is one.
    pub number: u32,
    /// One per column.
    pub cells: Vec<Held>,
    /// Whether the row is hidden or filtered out in the sheet.
    pub hidden: bool,
}

/// What a cell holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Held {
    /// Nothing.
    #[default]
    Empty,
    /// Text, to the letter.
    Text(String),
    /// A number.
    Number {
        /// As the person saw it, by the cell's number format where that is known.
        shown: String,
        /// The value itself.
        value: f64,
    },
    /// TRUE or FALSE.
    Bool(bool),
    /// A date, time or duration, written in ISO order.
    Date(String),
    /// A formula's error, such as `#N/A`.
    Error(String),
}

impl Column {
    pub(crate) fn new(index: u32, header: Option<String>) -> Self {
        Self { index, letter: letter(index), header }
    }

    /// The header, or `column A` where there is none.
    pub fn label(&self) -> String {
        match self.header.as_deref().map(str::trim) {
            Some(header) if !header.is_empty() => header.to_owned(),
            _ => format!("column {}", self.letter),
        }
    }
}

/// A row as it is looked at.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    row: &'a TableRow,
    width: usize,
}

/// What a cell holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Cell<'a> {
    #[default]
    Empty,
    Text(&'a str),
    Number {
        shown: &'a str,
        value: f64,
    },
    Bool(bool),
    Date(&'a str),
    Error(&'a str),
}

impl<'a> Cell<'a> {
    pub fn shown(self) -> &'a str {
        match self {
            Self::Empty => "",
            Self::Text(text) | Self::Date(text) | Self::Error(text) => text,
            Self::Number { shown, .. } => shown,
            Self::Bool(true) => "TRUE",
            Self::Bool(false) => "FALSE",
        }
    }
    pub fn is_blank(self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl<'a> Row<'a> {
    pub fn number(self) -> u32 {
        self.row.number
    }
    pub fn hidden(self) -> bool {
        self.row.hidden
    }
    pub fn cell(self, column: u32) -> Cell<'a> {
        match self.row.cells.get(column as usize) {
            None | Some(Held::Empty) => Cell::Empty,
            Some(Held::Text(text)) => Cell::Text(text),
            Some(Held::Number { shown, value }) => Cell::Number { shown, value: *value },
            Some(Held::Bool(value)) => Cell::Bool(*value),
            Some(Held::Date(text)) => Cell::Date(text),
            Some(Held::Error(text)) => Cell::Error(text),
        }
    }
    pub fn cells(self) -> impl Iterator<Item = Cell<'a>> {
        (0..u32::try_from(self.width).unwrap_or(0)).map(move |column| self.cell(column))
    }
    pub fn totals(self) -> Option<&'a str> {
        None
    }
}

impl Table {
    pub fn len(&self) -> usize {
        self.rows.len()
    }
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
    pub fn row(&self, index: usize) -> Row<'_> {
        Row { row: &self.rows[index], width: self.columns.len() }
    }
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> + '_ {
        (0..self.len()).map(|index| self.row(index))
    }
    pub fn position(&self, number: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok()
    }
    #[must_use]
    pub fn only(&self, keep: impl Fn(u32) -> bool) -> Self {
        let rows = self.rows.iter().filter(|row| keep(row.number)).cloned().collect();
        Self { rows, ..self.clone() }
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

impl Held {
    /// The text that the person saw; empty for an empty cell.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Date(text) | Self::Error(text) => Cow::Borrowed(text),
            Self::Number { shown, .. } => Cow::Borrowed(shown),
            Self::Bool(true) => Cow::Borrowed("TRUE"),
            Self::Bool(false) => Cow::Borrowed("FALSE"),
        }
    }

    /// Whether nothing can be seen in it.
    pub fn is_blank(&self) -> bool {
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
            rows: Vec::new(),
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
