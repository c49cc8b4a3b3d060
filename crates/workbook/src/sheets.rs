//! A list of any length as a workbook: typed cells, written row by row to a file beside and never held.

use crate::cell::{Look, Looks, fitting};
use crate::problem::WorkbookError;
use crate::sheet::{MEASURED, MOST_COLUMNS, MOST_ROWS, WIDTHS, width};
use crate::value::Value;
use rust_xlsxwriter::{Format, FormatAlign, IgnoreError, Workbook, Worksheet};
use std::io::Write;
use std::path::Path;

/// Excel's own count of days begins 25,569 days before 1970.
const DAYS_TO_1970: f64 = 25_569.0;
const DAY_MS: f64 = 86_400_000.0;
/// Excel takes 1900 for a leap year, so days before its March can't be told; its last day is the end of 9999.
const MOMENTS: std::ops::Range<f64> = 61.0..2_958_466.0;
/// ISO order, whatever the language of the program that opens it.
const MOMENT: &str = "yyyy-mm-dd hh:mm:ss";

/// A workbook that is filled row by row. The rows lie in a nameless file until it is put together, so that a million of
/// them take no memory. What does not fit on one sheet goes on on the next, under the same header.
pub struct ListWorkbook {
    workbook: Workbook,
    sheet: Worksheet,
    headers: Vec<String>,
    looks: Looks,
    number: Format,
    moment: Format,
    widths: Vec<usize>,
    /// Rows below the header of the sheet that is being filled.
    row: u32,
    sheets: u32,
    rows_on_a_sheet: u32,
}

impl ListWorkbook {
    /// Starts with the header. The rows lie in `folder` until they are put together.
    ///
    /// # Errors
    /// [`WorkbookError::TooManyColumns`]; [`WorkbookError::Workbook`] where nothing can be written in `folder`.
    pub fn new(headers: &[String], folder: &Path) -> Result<Self, WorkbookError> {
        Self::with_rows(headers, folder, MOST_ROWS)
    }

    fn with_rows(headers: &[String], folder: &Path, rows_on_a_sheet: u32) -> Result<Self, WorkbookError> {
        if headers.len() > usize::from(MOST_COLUMNS) {
            return Err(WorkbookError::TooManyColumns { most: MOST_COLUMNS });
        }
        let mut workbook = Workbook::new();
        workbook.set_tempdir(folder)?;
        let kind = |code: &str| Format::new().set_num_format(code).set_align(FormatAlign::Top);
        let mut this = Self {
            sheet: workbook.new_worksheet_with_constant_memory()?,
            workbook,
            headers: headers.to_vec(),
            looks: Looks::new(),
            number: kind("General"),
            moment: kind(MOMENT),
            widths: vec![0; headers.len()],
            row: 0,
            sheets: 1,
            rows_on_a_sheet,
        };
        this.begin()?;
        Ok(this)
    }

    /// Adds a row, one cell for each header.
    ///
    /// # Errors
    /// [`WorkbookError::Workbook`].
    pub fn row(&mut self, cells: &[Value]) -> Result<(), WorkbookError> {
        if self.row == self.rows_on_a_sheet {
            self.turn()?;
        }
        self.row += 1;
        for ((column, cell), widest) in (0..).zip(cells).zip(&mut self.widths) {
            if self.row <= MEASURED {
                *widest = width(cell.shown()).max(*widest);
            }
            match cell {
                Value::Empty => continue,
                Value::Number { value, .. } => {
                    self.sheet.write_number_with_format(self.row, column, *value, &self.number)?
                }
                Value::Moment { unix_ms, .. } if day(*unix_ms).is_some() => {
                    let day = day(*unix_ms).unwrap_or_default();
                    self.sheet.write_number_with_format(self.row, column, day, &self.moment)?
                }
                Value::Text(text) | Value::Moment { text, .. } => {
                    let plain = self.looks.of(Look::Plain);
                    self.sheet.write_string_with_format(self.row, column, fitting(text), plain)?
                }
            };
        }
        Ok(())
    }

    /// Puts the workbook together and writes it to `out`.
    ///
    /// # Errors
    /// [`WorkbookError::Output`] when `out` can't be written; [`WorkbookError::Workbook`].
    pub fn finish(mut self, out: impl Write + Send) -> Result<(), WorkbookError> {
        self.end()?;
        self.workbook.push_worksheet(self.sheet);
        self.workbook.save_to_writer(out).map_err(WorkbookError::of_saving)
    }

    fn begin(&mut self) -> Result<(), WorkbookError> {
        let name = if self.sheets == 1 { "People".to_owned() } else { format!("People {}", self.sheets) };
        self.sheet.set_name(&name)?;
        for ((column, header), widest) in (0..).zip(&self.headers).zip(&mut self.widths) {
            *widest = width(header).max(*widest);
            let look = self.looks.of(Look::Header);
            self.sheet.write_string_with_format(0, column, fitting(header), look)?;
        }
        Ok(())
    }

    fn turn(&mut self) -> Result<(), WorkbookError> {
        self.end()?;
        let next = self.workbook.new_worksheet_with_constant_memory()?;
        self.workbook.push_worksheet(std::mem::replace(&mut self.sheet, next));
        self.sheets += 1;
        self.row = 0;
        self.begin()
    }

    /// Freezes the header and sets filters and widths.
    fn end(&mut self) -> Result<(), WorkbookError> {
        for (column, widest) in (0..).zip(&self.widths) {
            let wide = u16::try_from(*widest.clamp(WIDTHS.start(), WIDTHS.end())).unwrap_or(u16::MAX);
            self.sheet.set_column_width(column, f64::from(wide) + 2.0)?;
        }
        let Some(last) = self.headers.len().checked_sub(1).and_then(|last| u16::try_from(last).ok()) else {
            return Ok(());
        };
        self.sheet.set_freeze_panes(1, 0)?;
        self.sheet.autofilter(0, 0, self.row, last)?;
        // Ids are digits that must stay text: no green corner on each of them.
        self.sheet.ignore_error_range(0, 0, self.row, last, IgnoreError::NumberStoredAsText)?;
        Ok(())
    }
}

/// A moment as Excel counts it; nothing where Excel can't.
#[expect(clippy::cast_precision_loss, reason = "milliseconds of ten thousand years fit 53 bits")]
fn day(unix_ms: i64) -> Option<f64> {
    let day = unix_ms as f64 / DAY_MS + DAYS_TO_1970;
    MOMENTS.contains(&day).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use std::io::Cursor;

    #[test]
    fn what_does_not_fit_on_one_sheet_goes_on_on_the_next_under_the_same_header() {
        let folder = tempfile::tempdir().expect("a folder");
        let headers = ["Id".to_owned()];
        let mut list = ListWorkbook::with_rows(&headers, folder.path(), 2).expect("begun");
        for id in 1..=5 {
            list.row(&[Value::text(id.to_string())]).expect("a row");
        }
        let mut bytes = Vec::new();
        list.finish(&mut bytes).expect("written");
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        assert_eq!(workbook.sheet_names(), ["People", "People 2", "People 3"]);
        let mut seen = Vec::new();
        for name in workbook.sheet_names() {
            let range = workbook.worksheet_range(&name).expect("a sheet");
            seen.push(range.rows().map(|row| row[0].to_string()).collect::<Vec<_>>().join(" "));
        }
        assert_eq!(seen, ["Id 1 2", "Id 3 4", "Id 5"]);
        assert_eq!(std::fs::read_dir(folder.path()).expect("a folder").count(), 0, "nothing is left beside");
    }

    #[test]
    fn every_sheet_keeps_its_header_in_sight_and_can_be_filtered_to_its_last_row() {
        let folder = tempfile::tempdir().expect("a folder");
        let headers = ["Id", "Name"].map(str::to_owned);
        let mut list = ListWorkbook::with_rows(&headers, folder.path(), 2).expect("begun");
        for id in ["1", "2", "3"] {
            list.row(&[Value::text(id), Value::text("Ann")]).expect("a row");
        }
        let mut bytes = Vec::new();
        list.finish(&mut bytes).expect("written");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
        for (sheet, filtered) in [("sheet1", "A1:B3"), ("sheet2", "A1:B2")] {
            let part = archive.by_name(&format!("xl/worksheets/{sheet}.xml")).expect("a sheet");
            let text = std::io::read_to_string(part).expect("UTF-8");
            for said in
                [r#"<pane ySplit="1""#, r#"state="frozen""#, &format!(r#"<autoFilter ref="{filtered}""#)]
            {
                assert!(text.contains(said), "{said} of {sheet}: {text}");
            }
        }
    }

    #[test]
    fn a_moment_is_a_date_a_number_a_number_and_a_text_a_text() {
        let folder = tempfile::tempdir().expect("a folder");
        let headers = ["At", "N", "T", "Old"].map(str::to_owned);
        let mut list = ListWorkbook::new(&headers, folder.path()).expect("begun");
        // 2026-11-23T09:00:01Z
        let at = Value::Moment { unix_ms: 1_795_424_401_000, text: "2026-11-23T09:00:01Z".into() };
        let old = Value::Moment { unix_ms: -3_000_000_000_000, text: "1874-12-08".into() };
        let number = Value::Number { value: -7.5, text: "-7.5".into() };
        list.row(&[at, number, Value::text("=1+1"), old]).expect("a row");
        let mut bytes = Vec::new();
        list.finish(&mut bytes).expect("written");
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let range = workbook.worksheet_range("People").expect("a sheet");
        let row = range.rows().nth(1).expect("a row");
        let Data::DateTime(at) = &row[0] else { panic!("no date: {:?}", row[0]) };
        assert_eq!(at.to_ymd_hms_milli(), (2026, 11, 23, 9, 0, 1, 0));
        assert_eq!(row[1], Data::Float(-7.5));
        assert_eq!(row[2], Data::String("=1+1".into()));
        assert_eq!(row[3], Data::String("1874-12-08".into()), "Excel has no such day");
    }
}
