//! Use cases: look at runs.

use super::Trouble;
use super::kept::Record;
use crate::contract::*;
use crate::errors::{blocking, of_journal};
use crate::{App, locked};
use rollcall_core::phrase;
use rollcall_runs::{HeldBy, Journal, RowFilter, RunId, RunSummary};

/// Rows in one window, at most.
const WINDOW: u32 = 500;

impl App {
    /// All runs of a connection, newest first.
    pub async fn list_runs(&self, profile: String) -> Result<Vec<RunView>, AppError> {
        Ok(self.runs_kept(&profile).await?.into_iter().map(|(view, _)| view).collect())
    }

    /// The same, each with what is written down of it.
    pub(crate) async fn runs_kept(&self, profile: &str) -> Result<Vec<(RunView, RunSummary)>, AppError> {
        let record = self.record(profile).await?;
        let journal = record.journal.clone();
        let runs = blocking(move || journal.runs().map_err(of_journal)).await?;
        Ok(runs.into_iter().map(|run| (view(&record, run.clone()), run)).collect())
    }

    /// A run as it stands.
    pub async fn run_view(&self, profile: String, run: String) -> Result<RunView, AppError> {
        let record = self.record(&profile).await?;
        let journal = record.journal.clone();
        let summary = blocking(move || journal.run(&RunId(run)).map_err(of_journal)).await?;
        Ok(view(&record, summary.ok_or_else(no_such_run)?))
    }

    /// A window of a run's rows, in these states or in all; `limit` is 500 at most.
    pub async fn run_rows(
        &self,
        profile: String,
        run: String,
        states: Vec<RowState>,
        offset: u32,
        limit: u32,
    ) -> Result<RunRows, AppError> {
        let journal = self.record(&profile).await?.journal;
        let filter = RowFilter { states };
        let window = blocking(move || {
            journal.rows(&RunId(run), &filter, offset, limit.min(WINDOW)).map_err(of_journal)
        })
        .await?;
        Ok(RunRows { total: window.total, rows: window.rows.into_iter().map(row).collect() })
    }
}

pub(super) fn no_such_run() -> AppError {
    AppError::new(ErrorCode::RunUnknown, phrase!("There is no run of that id."))
}

fn view(record: &Record, run: RunSummary) -> RunView {
    let open = record.open.as_deref();
    let here = open.and_then(|platform| locked(&platform.sending).get(run.id.as_str()).cloned());
    let (state, stopped_because) = standing(record, &run, here.is_some());
    RunView {
        id: run.id.to_string(),
        profile: record.profile.clone(),
        title: run.title.clone(),
        started_at: run.started_at.clone(),
        started_by: run.started_by.clone(),
        state,
        active: here.is_some(),
        counts: run.counts.iter().map(|(state, rows)| RowStateCount { state: *state, rows: *rows }).collect(),
        rows: run.rows,
        people: run.people,
        pause: run
            .pause
            .filter(|_| state == RunState::Paused)
            .map(|pause| Pause { until: pause.until, reason: pause.reason }),
        stopped_because,
        seconds_left: here.as_ref().and_then(|sending| sending.seconds_left),
        people_per_minute: here.as_ref().and_then(|sending| sending.per_minute),
        next_look_at: here.and_then(|sending| sending.next_look_at),
    }
}

/// A run that stands as being sent, or as going on by itself, and has no sender died with its process.
fn standing(record: &Record, run: &RunSummary, here: bool) -> (RunState, Option<String>) {
    let held = || holder(&record.journal);
    let walked = here || (run.state == RunState::Running && held().is_some());
    if !walked && !awaits_sender(run) {
        // Whoever sent it died before its last word, or somebody called off what was left after that.
        return (RunState::Finished, None);
    }
    let open = record.open.as_deref();
    let trouble = open.and_then(|platform| locked(&platform.troubles).get(run.id.as_str()).cloned());
    let lasts =
        |trouble: &Trouble| trouble.stood_since.as_ref().is_none_or(|since| *since == run.state_since);
    if let Some(trouble) = trouble.filter(|trouble| !here && lasts(trouble)) {
        return (RunState::Stopped, Some(trouble.sentence));
    }
    let goes_on_by_itself = run.goes_on_by_itself();
    match run.state {
        RunState::Paused if here && goes_on_by_itself => (RunState::Paused, None),
        // Until the sender has written its first word the journal still tells how the run stood before.
        _ if here => (RunState::Running, None),
        RunState::Running if held().is_some() => (RunState::Running, None),
        RunState::Paused if !goes_on_by_itself || held().is_some() => (RunState::Paused, None),
        RunState::Running | RunState::Paused => (
            RunState::Stopped,
            Some(phrase!("Rollcall was closed while this run was being sent. Nothing is lost: go on, and what was under way is looked up before anything is sent again.").to_owned()),
        ),
        RunState::Stopped => (RunState::Stopped, run.stopped_because.clone()),
        RunState::Finished => (RunState::Finished, None),
    }
}

fn awaits_sender(run: &RunSummary) -> bool {
    run.counts.iter().any(|(state, rows)| state.awaits_sender() && *rows > 0)
}

/// Who sends for this connection, in whatever process.
pub(super) fn holder(journal: &Journal) -> Option<HeldBy> {
    rollcall_runs::holder(&journal.lock_path()).ok().flatten()
}

pub(super) fn row(row: rollcall_runs::RunRow) -> RunRow {
    RunRow {
        row: row.row,
        email: row.email,
        state: row.state,
        attempts: row.attempts,
        of: row.of,
        user_id: row.user_id.map(|id| id.0),
        code: row.code,
        message: row.message,
        at: Some(row.at),
    }
}
