//! A sheet of text with a header: frozen, with filters and readable widths.

use crate::problem::WorkbookError;
use rust_xlsxwriter::{Color, Format, FormatAlign, IgnoreError, Worksheet};

/// Rows below the header.
const MOST_ROWS: u32 = 1_048_575;
const MOST_COLUMNS: u16 = 16_384;
/// What Excel takes in one cell.
const MOST_CHARS: usize = 32_767;
/// Rows that are measured for the widths.
const MEASURED: u32 = 500;
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;

/// Fills a sheet row by row.
pub(crate) struct TextSheet<'a> {
    sheet: &'a mut Worksheet,
    text: Format,
    row: u32,
    widths: Vec<usize>,
}

impl<'a> TextSheet<'a> {
    /// Starts with the header.
    pub fn new<T: AsRef<str>>(sheet: &'a mut Worksheet, headers: &[T]) -> Result<Self, WorkbookError> {
        if headers.len() > usize::from(MOST_COLUMNS) {
            return Err(WorkbookError::TooManyColumns { most: MOST_COLUMNS });
        }
        let header = Format::new()
            .set_bold()
            .set_num_format("@")
            .set_background_color(Color::RGB(0x00EE_F1F6))
            .set_align(FormatAlign::Top);
        for (column, name) in (0..).zip(headers) {
            sheet.write_string_with_format(0, column, fitting(name.as_ref()), &header)?;
        }
        let widths = headers.iter().map(|name| width(name.as_ref())).collect();
        // The text format, so that "00018" stays itself when a person edits the cell.
        let text = Format::new().set_num_format("@").set_align(FormatAlign::Top);
        Ok(Self { sheet, text, row: 0, widths })
    }

    /// Adds a row. Cells beyond the header have no column and are left out; empty ones stay empty.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<(), WorkbookError> {
        if self.row >= MOST_ROWS {
            return Err(WorkbookError::TooManyRows { most: MOST_ROWS });
        }
        self.row += 1;
        for ((column, cell), widest) in (0..).zip(cells).zip(&mut self.widths) {
            let cell = fitting(cell.as_ref());
            if cell.is_empty() {
                continue;
            }
            if self.row <= MEASURED {
                *widest = width(&cell).max(*widest);
            }
            self.sheet.write_string_with_format(self.row, column, cell, &self.text)?;
        }
        Ok(())
    }

    /// Freezes the header and sets filters and widths.
    pub fn finish(self) -> Result<(), WorkbookError> {
        for (column, width) in (0..).zip(&self.widths) {
            let width = u16::try_from(*width.clamp(WIDTHS.start(), WIDTHS.end())).unwrap_or(u16::MAX);
            self.sheet.set_column_width(column, f64::from(width) + 2.0)?;
        }
        let Some(last) = self.widths.len().checked_sub(1).and_then(|last| u16::try_from(last).ok()) else {
            return Ok(());
        };
        self.sheet.set_freeze_panes(1, 0)?;
        self.sheet.autofilter(0, 0, self.row, last)?;
        // Ids are digits that must stay text: no green corner on each of them.
        self.sheet.ignore_error_range(0, 0, self.row, last, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

/// The longest line counts: a cell with two organizations is as wide as the longer.
fn width(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

/// Text that fits a cell; a longer one ends with an ellipsis.
fn fitting(text: &str) -> String {
    cut(text, MOST_CHARS)
}

/// Excel counts UTF-16: an emoji is two.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most || text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut left = most.saturating_sub(1);
    let fits = |c: &char| left.checked_sub(c.len_utf16()).map(|rest| left = rest).is_some();
    text.chars().take_while(fits).chain(['…']).collect()
}
