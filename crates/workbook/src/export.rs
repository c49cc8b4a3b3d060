//! Lists of people, as a workbook or as CSV.

use crate::guard::guard;
use crate::problem::WorkbookError;
use crate::sheet::TextSheet;
use rust_xlsxwriter::Workbook;
use std::io::{Seek, Write};

/// Writes an xlsx workbook with one sheet of text.
///
/// # Errors
/// [`WorkbookError::TooManyRows`] beyond what a sheet can have: use CSV there.
pub fn write_people_xlsx<R>(
    headers: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Result<Vec<u8>, WorkbookError>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    Ok(people(headers, rows)?.save_to_buffer()?)
}

/// Writes the same to `out`, without a copy of it in memory.
///
/// # Errors
/// As [`write_people_xlsx`]; [`WorkbookError::Output`] when `out` can't be written.
pub fn write_people<R>(
    out: impl Write + Seek + Send,
    headers: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Result<(), WorkbookError>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    Ok(people(headers, rows)?.save_to_writer(out)?)
}

fn people<R>(headers: &[&str], rows: impl IntoIterator<Item = R>) -> Result<Workbook, WorkbookError>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut workbook = Workbook::new();
    let mut sheet = TextSheet::new(workbook.add_worksheet().set_name("People")?, headers)?;
    for row in rows {
        sheet.row(row)?;
    }
    sheet.finish()?;
    Ok(workbook)
}

/// Writes CSV row by row, however many there are: UTF-8 with a byte order mark (Excel needs it), commas, `\r\n`, and
/// each cell guarded as [`guard`] says.
///
/// # Errors
/// [`WorkbookError::Output`] when `out` can't be written.
pub fn write_people_csv<R>(
    mut out: impl Write,
    headers: &[&str],
    rows: impl IntoIterator<Item = R>,
) -> Result<(), WorkbookError>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    out.write_all("\u{feff}".as_bytes()).map_err(WorkbookError::Output)?;
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).flexible(true).from_writer(out);
    writer
        .write_record(headers.iter().map(|name| guard(name).into_owned()))
        .map_err(|error| failed(error.into()))?;
    for row in rows {
        for cell in row {
            writer.write_field(guard(cell.as_ref()).as_bytes()).map_err(|error| failed(error.into()))?;
        }
        writer.write_record(None::<&[u8]>).map_err(|error| failed(error.into()))?;
    }
    writer.flush().map_err(failed)
}

fn failed(error: std::io::Error) -> WorkbookError {
    WorkbookError::Output(error)
}
