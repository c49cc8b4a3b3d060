//! Use cases: a run's rows as a workbook in the person's own layout.

use super::{Outcome, failed_rows};
use crate::App;
use crate::contract::{AppError, ErrorCode, ReportRows};
use crate::errors::{blocking, of_journal};
use crate::home::{file_name, storage_io};
use rollcall_runs::{Journal, RowFilter, RowState as State, RunId, RunRow, RunSummary};
use rollcall_workbook::{Report, ReportRow};
use std::path::Path;

/// Rows read from the journal at a time.
const CHUNK: u32 = 1_000;

/// A report, ready to be written where the person says.
pub struct ReportFile {
    /// A name to propose.
    pub name: String,
    bytes: Vec<u8>,
}

impl ReportFile {
    pub(crate) fn new(name: String, bytes: Vec<u8>) -> Self {
        Self { name, bytes }
    }
}

impl App {
    /// A run's rows as a workbook.
    pub async fn report(
        &self,
        profile: String,
        run: String,
        rows: ReportRows,
    ) -> Result<ReportFile, AppError> {
        let journal = self.platform(&profile).await?.journal.clone();
        blocking(move || {
            let id = RunId(run);
            let unknown = || AppError::new(ErrorCode::RunUnknown, "There is no run of that id.");
            let summary = journal.run(&id).map_err(of_journal)?.ok_or_else(unknown)?;
            let mut all = every_row(&journal, &id)?;
            if rows == ReportRows::Failed {
                let failed = failed_rows(all.iter().map(outcome));
                all.retain(|row| failed.contains(&row.row));
            }
            let report = Report {
                title: summary.title.clone(),
                headers: summary.headers.clone(),
                rows: all.into_iter().map(report_row).collect(),
                summary: facts(&summary),
            };
            let bytes = rollcall_workbook::write_report(&report).map_err(|problem| {
                AppError::new(ErrorCode::Internal, "The report could not be made. The run itself is kept.")
                    .with_detail(problem.to_string())
            })?;
            Ok(ReportFile { name: report_name(&summary.title, rows), bytes })
        })
        .await
    }

    /// Writes a report where the person said, and gives the file's name.
    pub async fn write_report(&self, path: &Path, report: ReportFile) -> Result<String, AppError> {
        let path = path.to_owned();
        blocking(move || {
            std::fs::write(&path, &report.bytes).map_err(|problem| AppError {
                message: "The file can't be written there. Nothing was lost; choose another folder."
                    .to_owned(),
                ..storage_io(&problem)
            })?;
            Ok(file_name(&path))
        })
        .await
    }
}

fn every_row(journal: &Journal, run: &RunId) -> Result<Vec<RunRow>, AppError> {
    let mut rows = Vec::new();
    loop {
        let offset = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let window = journal.rows(run, &RowFilter::default(), offset, CHUNK).map_err(of_journal)?;
        let last = window.rows.is_empty();
        rows.extend(window.rows);
        if last || rows.len() >= window.total as usize {
            return Ok(rows);
        }
    }
}

fn outcome(row: &RunRow) -> Outcome<'_> {
    Outcome { row: row.row, state: row.state, of: row.of, code: row.code.as_deref() }
}

fn report_row(row: RunRow) -> ReportRow {
    ReportRow {
        row: row.row,
        cells: row.cells,
        result: in_words(row.state).to_owned(),
        detail: row.message.unwrap_or_default(),
        user_id: row.user_id.map(|id| id.0),
        at: Some(row.at),
    }
}

/// A row's state in the words that the window uses.
fn in_words(state: State) -> &'static str {
    match state {
        State::Confirmed | State::ConfirmedByList => "Invited",
        State::Refused => "Refused",
        State::Unknown | State::InFlight => "Being checked",
        State::NeedsReview => "Needs you",
        State::Ready | State::Cancelled => "Not sent",
        State::Rejected => "Problem, not sent",
        State::Conflict => "Contradiction, not sent",
        State::AlreadyPresent => "Already there",
        State::Duplicate => "Same as another row",
        State::Folded => "Part of another row",
        State::Resolved => "Decided by hand",
    }
}

fn facts(run: &RunSummary) -> Vec<(String, String)> {
    let mut facts = vec![
        ("File".to_owned(), run.title.clone()),
        ("SHA-256 of the file".to_owned(), run.file_sha256.clone().unwrap_or_default()),
        ("Connection".to_owned(), run.profile.clone()),
        ("Platform".to_owned(), run.platform.base.clone()),
        ("Started".to_owned(), run.started_at.clone()),
        ("Started by".to_owned(), run.started_by.clone()),
        ("Run".to_owned(), run.id.to_string()),
        ("Rows".to_owned(), run.rows.to_string()),
    ];
    facts.extend(run.counts.iter().map(|(state, rows)| (in_words(*state).to_owned(), rows.to_string())));
    facts
}

fn report_name(title: &str, rows: ReportRows) -> String {
    let stem = Path::new(title)
        .file_stem()
        .map_or_else(|| title.to_owned(), |stem| stem.to_string_lossy().into_owned());
    let what = match rows {
        ReportRows::All => "report",
        ReportRows::Failed => "what failed",
    };
    format!("{stem} - {what}.xlsx")
}
