//! A sheet of text with a header: frozen, with filters and readable widths.

use crate::cell::{self, Cell, Look, Looks, fitting};
use crate::problem::WorkbookError;
use rust_xlsxwriter::{DataValidation, IgnoreError, Worksheet};

/// Rows below the header.
pub(crate) const MOST_ROWS: u32 = 1_048_575;
pub(crate) const MOST_COLUMNS: u16 = 16_384;
/// Each takes 11 kB while the workbook is put together, and Excel opens a sheet of more slowly.
const MOST_NOTES: u32 = 20_000;
/// Rows that are measured for the widths.
pub(crate) const MEASURED: u32 = 500;
pub(crate) const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;
/// The height of a line, in pixels.
const LINE: u32 = 20;
/// Excel's rows are not taller.
const MOST_LINES: usize = 27;

/// Fills a sheet row by row.
pub(crate) struct TextSheet<'a> {
    sheet: &'a mut Worksheet,
    looks: Looks,
    row: u32,
    /// Rows below the header that were made ready, filled or not.
    reach: u32,
    notes: u32,
    widths: Vec<usize>,
    filtered: bool,
}

impl<'a> TextSheet<'a> {
    /// Starts with the header.
    pub fn new<T: AsRef<str>>(sheet: &'a mut Worksheet, headers: &[T]) -> Result<Self, WorkbookError> {
        let headers: Vec<_> = headers.iter().map(|name| Cell::of(name.as_ref(), Look::Header)).collect();
        Self::with_header(sheet, headers)
    }

    /// Starts with a header of which each cell has its look.
    pub fn with_header(
        sheet: &'a mut Worksheet,
        headers: Vec<Cell<'_, &str>>,
    ) -> Result<Self, WorkbookError> {
        if headers.len() > usize::from(MOST_COLUMNS) {
            return Err(WorkbookError::TooManyColumns { most: MOST_COLUMNS });
        }
        sheet.set_default_note_author("Rollcall");
        let widths = vec![0; headers.len()];
        let mut this =
            Self { sheet, looks: Looks::new(), row: 0, reach: 0, notes: 0, widths, filtered: true };
        this.put(headers)?;
        Ok(this)
    }

    /// Goes without filters: for a sheet that is filled in, or read like a page.
    pub fn unfiltered(mut self) -> Self {
        self.filtered = false;
        self
    }

    /// Makes ready for `rows` rows, and makes what a person will type into their empty cells text too.
    pub fn prepare(&mut self, rows: usize) -> Result<(), WorkbookError> {
        let rows = u32::try_from(rows).ok().filter(|rows| *rows <= MOST_ROWS);
        self.reach = rows.ok_or(WorkbookError::TooManyRows { most: MOST_ROWS })?;
        // The format of a column costs nothing, and readers don't take it for a thousand empty rows.
        for (column, _) in (0..).zip(&self.widths) {
            self.sheet.set_column_format(column, self.looks.of(Look::Plain))?;
        }
        Ok(())
    }

    /// Makes a column at least so many characters wide, within what is readable.
    pub fn widen(&mut self, column: usize, chars: usize) {
        if let Some(widest) = self.widths.get_mut(column) {
            *widest = chars.max(*widest);
        }
    }

    /// Sets one validation for a column, over every row that [`Self::prepare`] made ready. A column that isn't
    /// there, or one without rows, is left alone.
    pub fn validate(&mut self, column: usize, rule: &DataValidation) -> Result<(), WorkbookError> {
        let column = u16::try_from(column).ok().filter(|column| usize::from(*column) < self.widths.len());
        if let (Some(column), last @ 1..) = (column, self.reach) {
            self.sheet.add_data_validation(1, column, last, column, rule)?;
        }
        Ok(())
    }

    /// Adds a row of plain text. Cells beyond the header have no column and are left out; empty ones stay empty.
    pub fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<(), WorkbookError> {
        self.cells(cells.into_iter().map(Cell::plain))
    }

    /// Adds a row of which each cell has its look.
    pub fn cells<'n, T: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = Cell<'n, T>>,
    ) -> Result<(), WorkbookError> {
        if self.row >= MOST_ROWS {
            return Err(WorkbookError::TooManyRows { most: MOST_ROWS });
        }
        self.row += 1;
        self.put(cells)
    }

    fn put<'n, T: AsRef<str>>(
        &mut self,
        cells: impl IntoIterator<Item = Cell<'n, T>>,
    ) -> Result<(), WorkbookError> {
        let mut tallest = 1;
        for ((column, cell), widest) in (0..).zip(cells).zip(&mut self.widths) {
            if let Some(note) = cell.note.and_then(cell::note).filter(|_| self.notes < MOST_NOTES) {
                self.notes += 1;
                self.sheet.insert_note(self.row, column, &note)?;
            }
            let text = fitting(cell.text.as_ref());
            if text.is_empty() && !cell.look.shows_without_text() {
                continue;
            }
            if cell.look == Look::Wrapped {
                tallest = lines(&text).max(tallest);
            }
            if self.row <= MEASURED || cell.look == Look::Wrapped {
                *widest = width(&text).max(*widest);
            }
            self.sheet.write_string_with_format(self.row, column, text, self.looks.of(cell.look))?;
        }
        self.grow(tallest)
    }

    /// Not every program makes a row as tall as its text when it opens a file.
    fn grow(&mut self, lines: usize) -> Result<(), WorkbookError> {
        if let (2.., Ok(lines)) = (lines, u32::try_from(lines.min(MOST_LINES))) {
            self.sheet.set_row_height_pixels(self.row, lines * LINE)?;
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
        if self.filtered {
            self.sheet.autofilter(0, 0, self.row, last)?;
        }
        // Ids are digits that must stay text: no green corner on each of them.
        let reach = self.row.max(self.reach);
        self.sheet.ignore_error_range(0, 0, reach, last, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

/// The longest line counts: a cell with two organizations is as wide as the longer.
pub(crate) fn width(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or(0)
}

/// Lines of a text that breaks them in the widest column.
fn lines(text: &str) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(*WIDTHS.end()).max(1)).sum()
}
