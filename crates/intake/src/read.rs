//! From the bytes of a file to a table.

use crate::apart::{Reading, read_with};
use crate::dialect::Quote;
use crate::grid::Outlet;
use crate::json_rows;
use crate::kind::{self, Container};
use crate::limits::Limits;
use crate::package;
use crate::problem::FileProblem;
use crate::row_marks::RowMarks;
use crate::sheets;
use crate::table::Table;
use crate::text;
use crate::workbook::{self, Workbook};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use specta::Type;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

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
    /// What stands around cells of a text file.
    #[specta(type = Option<String>)]
    pub quote: Option<Quote>,
    /// The encoding of a text file, by any name that the Encoding Standard knows.
    pub encoding: Option<String>,
}

/// Reads a spreadsheet. Pure: no file, no clock, no network; the kind is told by the content, never by `name`.
///
/// # Errors
/// [`FileProblem`], with a sentence that says what the file is or which limit it met.
pub fn read(bytes: &[u8], name: &str, options: &ReadOptions) -> Result<Table, FileProblem> {
    read_with(&Reading::Here, bytes, name, options)
}

/// What is found out about a file besides its cells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Findings {
    pub format: String,
    pub sheet: Option<String>,
    pub sheets: Vec<String>,
    pub encoding: Option<String>,
    pub delimiter: Option<String>,
    pub quote: Option<String>,
    pub notices: Vec<String>,
    pub marker: Option<BTreeMap<String, String>>,
    /// Which rows are hidden; nothing where the format doesn't let us see.
    pub marks: Option<RowMarks>,
    /// The row with the names, where the format itself says so.
    pub header_row: Option<u32>,
}

/// One file to be read.
#[derive(Clone, Copy)]
pub(crate) struct Job<'a> {
    pub bytes: &'a [u8],
    pub options: &'a ReadOptions,
    pub limits: Limits,
    /// Whether a workbook is looked through on a second thread while its cells are read. It takes less time; but only
    /// in a process with little memory may a workbook be read that was not looked through yet.
    pub beside: bool,
}

/// Finds out what a file is and hands its cells on.
///
/// # Errors
/// [`FileProblem`]; also when a reader panics.
pub(crate) fn parse(job: Job<'_>, outlet: &mut dyn Outlet) -> Result<Findings, FileProblem> {
    job.limits.check_size(job.bytes)?;
    // The readers of the binary formats index into what a file claims; a false claim must not take the program down.
    catch_unwind(AssertUnwindSafe(|| match kind::container(job.bytes)? {
        Container::Zip => parse_package(job, outlet),
        Container::Compound => {
            parse_workbook(workbook::open_compound(job.bytes)?.as_mut(), "xls", job, outlet)
        }
        Container::Json => match json_rows::parse(job.bytes, job.limits, outlet)? {
            Some(findings) => Ok(findings),
            None => text::parse_whole(job, outlet),
        },
        Container::Text => text::parse_whole(job, outlet),
    }))
    .unwrap_or_else(|_| Err(FileProblem::damaged()))
}

fn parse_package(job: Job<'_>, outlet: &mut dyn Outlet) -> Result<Findings, FileProblem> {
    let package = package::look_into(job.bytes, job.limits)?;
    let format = package.kind.as_str();
    let mut open_and_parse = || {
        let mut workbook = workbook::open_package(job.bytes, package.kind, job.limits)?;
        parse_workbook(workbook.as_mut(), format, job, outlet)
    };
    if !job.beside {
        let survey = package.survey(job.bytes, &AtomicBool::new(false))?;
        return Ok(survey.complete(open_and_parse()?));
    }
    let enough = AtomicBool::new(false);
    thread::scope(|scope| {
        let survey = scope.spawn(|| package.survey(job.bytes, &enough));
        let findings = open_and_parse();
        enough.store(findings.is_err(), Ordering::Relaxed);
        let survey = survey.join().unwrap_or_else(|_| Err(FileProblem::damaged()));
        // A file that is refused is refused for the first reason that was met.
        findings.and_then(|findings| Ok(survey?.complete(findings)))
    })
}

fn parse_workbook(
    workbook: &mut dyn Workbook,
    format: &str,
    job: Job<'_>,
    outlet: &mut dyn Outlet,
) -> Result<Findings, FileProblem> {
    let sheets = workbook.sheets().into_iter().map(|sheet| sheet.name).collect();
    let chosen = sheets::choose(workbook, job.options.sheet.as_deref(), job.limits)?;
    workbook.fill(&chosen.name, None, job.limits, outlet)?;
    Ok(Findings {
        format: format.to_owned(),
        sheets,
        marks: workbook.marks(&chosen.name),
        notices: chosen.notices(),
        sheet: Some(chosen.name),
        marker: workbook.marker(),
        ..Findings::default()
    })
}

pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

/// A finished hash in lower-case hex.
pub(crate) fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a string can't fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
