//! What stands in a report: every row as it is read from the journal, and what there is to say of the run.

use super::failed::{Outcome, failed_rows};
use super::words::{in_words, result};
use crate::contract::*;
use crate::errors::of_journal;
use jiff::Timestamp;
use rollcall_core::phrase;
use rollcall_runs::{Journal, PlatformIdentity, RunId, RunRow, RunSummary};
use rollcall_workbook::{Report, ReportRow, WorkbookError};
use std::collections::HashSet;
use std::io::{self, Seek, Write};
use std::sync::Arc;

/// Rows read from the journal at a time.
const PART: u32 = 1_000;

/// A run to be reported.
pub(super) struct Book {
    pub journal: Arc<Journal>,
    pub run: RunSummary,
    pub rows: ReportRows,
}

impl Book {
    /// Writes it row by row.
    pub(super) fn write(
        &self,
        format: ReportFormat,
        out: &mut (impl Write + Seek + Send),
    ) -> Result<(), AppError> {
        let failed = self.failed()?;
        let mut read = Rows::of(&self.journal, &self.run.id);
        let wanted =
            read.by_ref().filter(|row| failed.as_ref().is_none_or(|failed| failed.contains(&row.row)));
        let rows = wanted.map(|row| self.report_row(row));
        match format {
            ReportFormat::Xlsx => {
                rollcall_workbook::write_report(out, &self.report(), rows)
                    .map_err(|problem| of_workbook(&problem))?;
            }
            ReportFormat::Csv => {
                rollcall_workbook::write_report_csv(out, &self.report(), rows)
                    .map_err(|problem| of_workbook(&problem))?;
            }
            ReportFormat::Json => {
                drop(rows);
                self.json(out, &mut read, failed.as_ref()).map_err(|problem| unwritten(&problem))?;
            }
        }
        read.ended()
    }

    /// The numbers of the rows that are wanted; nothing where all are.
    fn failed(&self) -> Result<Option<HashSet<u32>>, AppError> {
        if self.rows == ReportRows::All {
            return Ok(None);
        }
        let mut read = Rows::of(&self.journal, &self.run.id);
        let outcome = |row: RunRow| Outcome::new(row.row, row.state, row.of, row.code.as_deref());
        let failed = failed_rows(read.by_ref().map(outcome));
        read.ended().map(|()| Some(failed))
    }

    fn report(&self) -> Report {
        Report { title: self.run.title.clone(), headers: self.run.headers.clone(), summary: facts(&self.run) }
    }

    fn report_row(&self, row: RunRow) -> ReportRow {
        ReportRow {
            result: result(&row),
            row: row.row,
            sent_by: self.sent_by(&row).map(str::to_owned),
            cells: row.cells,
            detail: row.message.unwrap_or_default(),
            user_id: row.user_id.map(|id| id.0),
            at: Some(row.at),
        }
    }

    fn sent_by(&self, row: &RunRow) -> Option<&str> {
        (row.attempts > 0).then_some(self.run.started_by.as_str())
    }

    fn json(
        &self,
        out: &mut impl Write,
        rows: &mut Rows<'_>,
        failed: Option<&HashSet<u32>>,
    ) -> io::Result<()> {
        let head = serde_json::to_string(&head(&self.run))?;
        out.write_all(head.strip_suffix('}').unwrap_or(&head).as_bytes())?;
        out.write_all(b",\"rows\":[")?;
        let mut between = "\n";
        for row in rows.filter(|row| failed.is_none_or(|failed| failed.contains(&row.row))) {
            out.write_all(between.as_bytes())?;
            between = ",\n";
            serde_json::to_writer(&mut *out, &self.document(&row, &result(&row)))?;
        }
        out.write_all(b"\n]}\n")
    }

    fn document<'a>(&'a self, row: &'a RunRow, result: &'a str) -> ReportRowDocument<'a> {
        ReportRowDocument {
            row: row.row,
            cells: &row.cells,
            state: row.state,
            result,
            of: row.of,
            code: row.code.as_deref(),
            reason: row.message.as_deref(),
            user_id: row.user_id.as_ref().map(|id| id.0.as_str()),
            at: &row.at,
            sent_by: self.sent_by(row),
        }
    }
}

/// Every row of a run in order. What kept one from being read ends them, and is asked for afterwards.
struct Rows<'a> {
    journal: &'a Journal,
    run: &'a RunId,
    part: std::vec::IntoIter<RunRow>,
    after: u32,
    problem: Option<AppError>,
}

impl<'a> Rows<'a> {
    fn of(journal: &'a Journal, run: &'a RunId) -> Self {
        Self { journal, run, part: Vec::new().into_iter(), after: 0, problem: None }
    }

    fn ended(self) -> Result<(), AppError> {
        self.problem.map_or(Ok(()), Err)
    }
}

impl Iterator for Rows<'_> {
    type Item = RunRow;

    fn next(&mut self) -> Option<RunRow> {
        if self.part.len() == 0 && self.problem.is_none() {
            match self.journal.rows_after(self.run, self.after, PART) {
                Ok(part) => self.part = part.into_iter(),
                Err(problem) => self.problem = Some(of_journal(problem)),
            }
        }
        let row = self.part.next()?;
        self.after = row.row;
        Some(row)
    }
}

fn facts(run: &RunSummary) -> Vec<(String, String)> {
    let platform = place(&run.platform);
    let mut facts = vec![
        ("File".to_owned(), run.title.clone()),
        ("SHA-256 of the file".to_owned(), run.file_sha256.clone().unwrap_or_default()),
        ("Connection".to_owned(), run.profile.clone()),
        ("Platform".to_owned(), platform.address),
        ("Scope".to_owned(), platform.scope.unwrap_or_default()),
        ("Signed in as".to_owned(), platform.subject.unwrap_or_default()),
        ("Started".to_owned(), run.started_at.clone()),
        ("Started by".to_owned(), run.started_by.clone()),
        ("State".to_owned(), format!("{} since {}", run.state.as_str(), run.state_since)),
        ("Run".to_owned(), run.id.to_string()),
        ("Written".to_owned(), Timestamp::now().to_string()),
        ("Rows".to_owned(), run.rows.to_string()),
    ];
    let totals = totals(run).into_iter();
    facts.extend(totals.map(|(word, rows)| (word.to_owned(), rows.to_string())));
    facts
}

/// Rows by the words that stand on them: two states may be the same to a person.
fn totals(run: &RunSummary) -> Vec<(&'static str, u32)> {
    let mut totals: Vec<(&'static str, u32)> = Vec::new();
    for (state, rows) in run.counts.iter().filter(|(_, rows)| **rows > 0) {
        let word = in_words(*state);
        match totals.iter_mut().find(|(known, _)| *known == word) {
            Some((_, counted)) => *counted += rows,
            None => totals.push((word, *rows)),
        }
    }
    totals
}

fn head(run: &RunSummary) -> ReportHead {
    ReportHead {
        schema: DOCUMENT_SCHEMA,
        run_id: run.id.to_string(),
        profile: run.profile.clone(),
        file: RunFile { name: run.title.clone(), sha256: run.file_sha256.clone() },
        platform: place(&run.platform),
        started_at: run.started_at.clone(),
        started_by: run.started_by.clone(),
        state: run.state,
        state_since: run.state_since.clone(),
        written_at: Timestamp::now().to_string(),
        counts: run.counts.clone(),
        headers: run.headers.clone(),
    }
}

/// An identity taken apart into what a person reads.
pub(crate) fn place(identity: &PlatformIdentity) -> ReportPlatform {
    let subject = identity.subject.clone();
    match identity.base.split_once(' ') {
        Some((address, scope)) => {
            ReportPlatform { address: address.to_owned(), scope: Some(scope.to_owned()), subject }
        }
        None => ReportPlatform { address: "Sample platform".to_owned(), scope: None, subject },
    }
}

pub(crate) fn of_workbook(problem: &WorkbookError) -> AppError {
    match problem {
        WorkbookError::Output(problem) => unwritten(problem),
        other => AppError::new(ErrorCode::BadRequest, other.to_string()),
    }
}

pub(crate) fn unwritten(problem: &io::Error) -> AppError {
    AppError::new(
        ErrorCode::Storage,
        phrase!(
            "The file can't be written to its end. Nothing was lost; make room, or choose another place."
        ),
    )
    .with_detail(problem.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_read_as_an_address_and_a_scope() {
        let of = |base: &str| place(&PlatformIdentity { base: base.into(), subject: None });
        let whole = of("https://api.example customer c-1 c-2");
        assert_eq!(
            (whole.address.as_str(), whole.scope.as_deref()),
            ("https://api.example", Some("customer c-1 c-2"))
        );
        assert_eq!(of("sandbox:").address, "Sample platform");
    }
}
