//! One way to ask any kind of workbook for its sheets and cells.

use crate::grid::{Grid, Outlet};
use crate::limits::Limits;
use crate::number_format;
use crate::ods;
use crate::package::PackageKind;
use crate::problem::FileProblem;
use crate::row_marks::RowMarks;
use crate::table::Cell;
use calamine::{
    Data, DataRef, ExcelDateTime, Reader, Sheet, SheetType, SheetVisible, Xls, XlsError, Xlsb, XlsbError,
    Xlsx, XlsxError,
};
use std::collections::BTreeMap;
use std::io::Cursor;

/// What reading needs of a workbook.
pub(crate) trait Workbook {
    /// The work sheets, in the workbook's order.
    fn sheets(&self) -> Vec<SheetName>;

    /// Hands the cells of one sheet on; with `rows`, at least its first so many filled rows.
    ///
    /// # Errors
    /// `too-large`, `unreadable`.
    fn fill(
        &mut self,
        sheet: &str,
        rows: Option<usize>,
        limits: Limits,
        outlet: &mut dyn Outlet,
    ) -> Result<(), FileProblem>;

    /// What a workbook of Rollcall's own says of itself.
    fn marker(&mut self) -> Option<BTreeMap<String, String>> {
        None
    }

    /// Which rows are hidden; nothing where the cells don't come with it.
    fn marks(&self, _sheet: &str) -> Option<RowMarks> {
        None
    }
}

/// A sheet by name.
#[derive(Clone, Debug)]
pub(crate) struct SheetName {
    pub name: String,
    pub visible: bool,
}

type Bytes<'a> = Cursor<&'a [u8]>;

/// Opens an archive that was looked into before.
///
/// # Errors
/// `password-protected`, `too-large`, `unreadable`.
pub(crate) fn open_package<'a>(
    bytes: &'a [u8],
    kind: PackageKind,
    limits: Limits,
) -> Result<Box<dyn Workbook + 'a>, FileProblem> {
    let cursor = Cursor::new(bytes);
    Ok(match kind {
        PackageKind::Xlsx | PackageKind::Xlsm => {
            Box::new(XlsxFile(Xlsx::new(cursor).map_err(|error| xlsx(&error))?))
        }
        PackageKind::Xlsb => Box::new(XlsbFile(Xlsb::new(cursor).map_err(|error| xlsb(&error))?)),
        PackageKind::Ods => Box::new(ods::open(bytes, limits)?),
    })
}

/// Opens an xls file.
///
/// # Errors
/// `password-protected`, `unreadable`.
pub(crate) fn open_compound<'a>(bytes: &'a [u8]) -> Result<Box<dyn Workbook + 'a>, FileProblem> {
    Ok(Box::new(XlsFile(Xls::new(Cursor::new(bytes)).map_err(|error| xls(&error))?)))
}

struct XlsxFile<'a>(Xlsx<Bytes<'a>>);

struct XlsbFile<'a>(Xlsb<Bytes<'a>>);

struct XlsFile<'a>(Xls<Bytes<'a>>);

/// How the sheets are called in which Rollcall keeps what is not for people.
const OWN: &str = "_rollcall";

/// No workbook of Rollcall's own says more of itself, or says it at more length.
const MARKS: usize = 100;
const MARK_BYTES: usize = 4096;

fn names(sheets: &[Sheet]) -> Vec<SheetName> {
    sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet && !sheet.name.starts_with(OWN))
        .map(|sheet| SheetName { name: sheet.name.clone(), visible: sheet.visible == SheetVisible::Visible })
        .collect()
}

fn enough<O: Outlet>(grid: &Grid<O>, rows: Option<usize>) -> bool {
    rows.is_some_and(|rows| grid.len() > rows)
}

impl Workbook for XlsxFile<'_> {
    fn sheets(&self) -> Vec<SheetName> {
        names(self.0.sheets_metadata())
    }

    fn fill(
        &mut self,
        sheet: &str,
        rows: Option<usize>,
        limits: Limits,
        outlet: &mut dyn Outlet,
    ) -> Result<(), FileProblem> {
        let mut grid = Grid::new(limits, outlet);
        let mut cells = match self.0.worksheet_cells_reader(sheet) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
            Err(error) => return Err(xlsx(&error)),
        };
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| xlsx(&error))? {
            let (row, column) = cell.get_position();
            let format = || Some(cells.styles().get(style)?.number_format.as_ref()?.format_code.as_str());
            put(&mut grid, (row.saturating_add(1), column), cell.get_value(), format)?;
            if enough(&grid, rows) {
                break;
            }
        }
        grid.finish().map(drop)
    }

    fn marker(&mut self) -> Option<BTreeMap<String, String>> {
        let mut cells = self.0.worksheet_cells_reader(OWN).ok()?;
        let mut rows: BTreeMap<u32, (String, String)> = BTreeMap::new();
        while let Ok(Some(cell)) = cells.next_cell() {
            let (row, column) = cell.get_position();
            let text = match cell.get_value() {
                DataRef::SharedString(text) => *text,
                DataRef::String(text) => text,
                _ => continue,
            };
            if rows.len() > MARKS || text.len() > MARK_BYTES {
                return None;
            }
            match column {
                0 => text.clone_into(&mut rows.entry(row).or_default().0),
                1 => text.clone_into(&mut rows.entry(row).or_default().1),
                _ => {}
            }
        }
        Some(rows.into_values().filter(|(key, _)| !key.is_empty()).collect())
    }
}

impl Workbook for XlsbFile<'_> {
    fn sheets(&self) -> Vec<SheetName> {
        names(self.0.sheets_metadata())
    }

    fn fill(
        &mut self,
        sheet: &str,
        rows: Option<usize>,
        limits: Limits,
        outlet: &mut dyn Outlet,
    ) -> Result<(), FileProblem> {
        let mut grid = Grid::new(limits, outlet);
        let mut cells = self.0.worksheet_cells_reader(sheet).map_err(|error| xlsb(&error))?;
        while let Some(cell) = cells.next_cell().map_err(|error| xlsb(&error))? {
            let (row, column) = cell.get_position();
            put(&mut grid, (row.saturating_add(1), column), cell.get_value(), || None)?;
            if enough(&grid, rows) {
                break;
            }
        }
        grid.finish().map(drop)
    }
}

impl Workbook for XlsFile<'_> {
    fn sheets(&self) -> Vec<SheetName> {
        names(self.0.sheets_metadata())
    }

    fn fill(
        &mut self,
        sheet: &str,
        rows: Option<usize>,
        limits: Limits,
        outlet: &mut dyn Outlet,
    ) -> Result<(), FileProblem> {
        let mut grid = Grid::new(limits, outlet);
        let range = self.0.worksheet_range(sheet).map_err(|error| xls(&error))?;
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            // The range was made within a sheet of 65,536 rows: both fit.
            let number = u32::try_from(row).unwrap_or(u32::MAX).saturating_add(top).saturating_add(1);
            let column = u32::try_from(column).unwrap_or(u32::MAX).saturating_add(left);
            put(&mut grid, (number, column), &borrowed(value), || None)?;
            if enough(&grid, rows) {
                break;
            }
        }
        grid.finish().map(drop)
    }
}

fn put<'f, O: Outlet>(
    grid: &mut Grid<O>,
    (row, column): (u32, u32),
    value: &DataRef<'_>,
    format: impl FnOnce() -> Option<&'f str>,
) -> Result<(), FileProblem> {
    let number = |value: f64| {
        let shown = number_format::shown(value, format());
        grid.put(row, column, Cell::Number { shown: &shown, value })
    };
    match value {
        DataRef::Int(value) => number(whole(*value)),
        DataRef::Float(value) => number(*value),
        DataRef::String(text) => grid.put_text(row, column, text.as_bytes()),
        DataRef::SharedString(text) => grid.put_text(row, column, text.as_bytes()),
        DataRef::Bool(value) => grid.put(row, column, Cell::Bool(*value)),
        DataRef::DateTime(moment) => grid.put(row, column, Cell::Date(&date(moment))),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => grid.put(row, column, Cell::Date(text)),
        DataRef::Error(error) => grid.put(row, column, Cell::Error(&error.to_string())),
        DataRef::Empty => Ok(()),
    }
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(value) => DataRef::Int(*value),
        Data::Float(value) => DataRef::Float(*value),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(value) => DataRef::Bool(*value),
        Data::DateTime(moment) => DataRef::DateTime(*moment),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a spreadsheet's numbers are doubles; its integers have 30 bits"
)]
fn whole(value: i64) -> f64 {
    value as f64
}

/// ISO order whatever the cell's own format says: the 3rd of April must not look like the 4th of March.
fn date(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        let seconds = moment.as_f64() * 86_400.0;
        return format!(
            "{:.0}:{:02.0}:{:02.0}",
            (seconds / 3600.0).trunc(),
            (seconds / 60.0 % 60.0).trunc(),
            seconds % 60.0
        );
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = (hour, minute, second) != (0, 0, 0);
    match (moment.as_f64() < 1.0, time) {
        (true, _) => format!("{hour:02}:{minute:02}:{second:02}"),
        (false, true) => format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"),
        (false, false) => format!("{year:04}-{month:02}-{day:02}"),
    }
}

fn xlsx(error: &XlsxError) -> FileProblem {
    match error {
        XlsxError::Password => FileProblem::password(),
        _ => FileProblem::damaged(),
    }
}

fn xlsb(error: &XlsbError) -> FileProblem {
    match error {
        XlsbError::Password => FileProblem::password(),
        _ => FileProblem::damaged(),
    }
}

fn xls(error: &XlsError) -> FileProblem {
    match error {
        XlsError::Password => FileProblem::password(),
        _ => FileProblem::damaged(),
    }
}
