//! From the bytes of a file to a table.

use crate::assemble::assemble;
use crate::cells::Blocks;
use crate::delimited;
use crate::encoding;
use crate::grid::Outlet;
use crate::kind::{self, Container};
use crate::limits::Limits;
use crate::package;
use crate::problem::FileProblem;
use crate::row_marks::RowMarks;
use crate::sheets;
use crate::table::Table;
use crate::workbook::{self, Workbook};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// What a person corrected about the reading; everything left out is found by content.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ReadOptions {
    /// The sheet, by name.
    pub sheet: Option<String>,
    /// The row with the column names, as Excel numbers it; 0 for none.
    pub header_row: Option<u32>,
    /// The separator of a text file.
    pub delimiter: Option<char>,
    /// The encoding of a text file, by any name that the Encoding Standard knows.
    pub encoding: Option<String>,
}

/// Reads a spreadsheet. Pure: no file, no clock, no network; the kind is told by the content, never by `name`.
///
/// # Errors
/// [`FileProblem`], with a sentence that says what the file is or which limit it met.
pub fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Table, FileProblem> {
    let mut blocks = Blocks::default();
    let findings = parse(bytes, options, Limits::default(), &mut blocks)?;
    assemble(findings, blocks, name, sha256(bytes), options.header_row)
}

/// What is found out about a file besides its cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Findings {
    pub format: String,
    pub sheet: Option<String>,
    pub sheets: Vec<String>,
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    pub notices: Vec<String>,
    /// Which rows are hidden; nothing where the format doesn't let us see.
    pub marks: Option<RowMarks>,
}

/// Finds out what a file is and hands its cells on.
///
/// # Errors
/// [`FileProblem`]; also when a reader panics.
pub(crate) fn parse(
    bytes: &[u8],
    options: &ReadOptions,
    limits: Limits,
    outlet: &mut dyn Outlet,
) -> Result<Findings, FileProblem> {
    if bytes.len() > limits.file_bytes {
        return Err(FileProblem::too_large(format!(
            "This file is larger than {} MB.",
            limits.file_bytes >> 20
        )));
    }
    // The readers of the binary formats index into what a file claims; a false claim must not take the program down.
    catch_unwind(AssertUnwindSafe(|| parse_any(bytes, options, limits, outlet)))
        .unwrap_or_else(|_| Err(FileProblem::damaged()))
}

fn parse_any(
    bytes: &[u8],
    options: &ReadOptions,
    limits: Limits,
    outlet: &mut dyn Outlet,
) -> Result<Findings, FileProblem> {
    match kind::container(bytes)? {
        Container::Zip => {
            let package = package::survey(bytes, limits)?;
            let format = package.kind.as_str();
            let mut workbook = workbook::open_package(bytes, package, limits)?;
            parse_workbook(workbook.as_mut(), format, options, limits, outlet)
        }
        Container::Compound => {
            parse_workbook(workbook::open_compound(bytes)?.as_mut(), "xls", options, limits, outlet)
        }
        Container::Text => parse_text(bytes, options, limits, outlet),
    }
}

fn parse_workbook(
    workbook: &mut dyn Workbook,
    format: &str,
    options: &ReadOptions,
    limits: Limits,
    outlet: &mut dyn Outlet,
) -> Result<Findings, FileProblem> {
    let sheets = workbook.sheets().into_iter().map(|sheet| sheet.name).collect();
    let chosen = sheets::choose(workbook, options.sheet.as_deref(), limits)?;
    workbook.fill(&chosen.name, None, limits, outlet)?;
    Ok(Findings {
        format: format.to_owned(),
        sheets,
        marks: workbook.marks(&chosen.name),
        sheet: Some(chosen.name),
        notices: chosen.rivals.then(|| "several-sheets".to_owned()).into_iter().collect(),
        ..Findings::default()
    })
}

fn parse_text(
    bytes: &[u8],
    options: &ReadOptions,
    limits: Limits,
    outlet: &mut dyn Outlet,
) -> Result<Findings, FileProblem> {
    let decoded = encoding::decode(bytes, options.encoding.as_deref())?;
    kind::plain_text(&decoded.text)?;
    let separator = delimited::rows(&decoded.text, options.delimiter, limits, outlet)?;
    Ok(Findings {
        format: if separator == '\t' { "tsv" } else { "csv" }.to_owned(),
        encoding: Some(decoded.encoding),
        delimiter: Some(separator.to_string()),
        notices: decoded.lossy.then(|| "undecodable-characters".to_owned()).into_iter().collect(),
        marks: Some(RowMarks::default()),
        ..Findings::default()
    })
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
