//! What can be read of the journal. Readers need no lock.

use super::recent::Last;
use super::row::read_state;
use super::{Journal, JournalError, Mark, RowNow};
use crate::gateway::Facts;
use crate::run::{
    Pause, PlatformIdentity, RowEvent, RowFilter, RowWindow, RunId, RunRow, RunState, RunSummary,
};
use crate::state::{RowState, Step};
use rollcall_core::{CanonicalEmail, UserId, phrase, sentence};
use rusqlite::{OptionalExtension, Row, Transaction, params};
use std::collections::{BTreeMap, HashSet};
use std::time::Duration;

impl Journal {
    /// All runs, newest first.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn runs(&self) -> Result<Vec<RunSummary>, JournalError> {
        self.read(|transaction| summaries(transaction, "1 = ?1", &1))
    }

    /// One run.
    ///
    /// # Errors
    /// [`JournalError`]; an unknown id is no error.
    pub fn run(&self, id: &RunId) -> Result<Option<RunSummary>, JournalError> {
        Ok(self.read(|transaction| summaries(transaction, "runs.id = ?1", &id.as_str()))?.pop())
    }

    /// Runs of the same file, mapping and decisions, newest first.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn find_by_fingerprint(&self, fingerprint: &str) -> Result<Vec<RunSummary>, JournalError> {
        self.read(|transaction| summaries(transaction, "runs.fingerprint = ?1", &fingerprint))
    }

    /// Rows of a run by number, from `offset`, at most `limit`.
    ///
    /// # Errors
    /// [`JournalError::NoSuchRun`], or what the database says.
    pub fn rows(
        &self,
        id: &RunId,
        filter: &RowFilter,
        offset: u32,
        limit: u32,
    ) -> Result<RowWindow, JournalError> {
        self.read(|transaction| {
            let key = key_of(transaction, id)?;
            let wanted = |state: &RowState| filter.states.is_empty() || filter.states.contains(state);
            let states: Vec<RowState> = RowState::ALL.into_iter().filter(wanted).collect();
            let total = count(transaction, key, |state| states.contains(&state))?;
            let sql = format!(
                "SELECT * FROM rows WHERE run = ?1 AND state IN ({}) ORDER BY row LIMIT ?2 OFFSET ?3",
                words(&states)
            );
            let mut statement = transaction.prepare_cached(&sql)?;
            let mut found = statement.query(params![key, limit, offset])?;
            let mut rows = Vec::new();
            while let Some(row) = found.next()? {
                rows.push(run_row(row)?);
            }
            Ok(RowWindow { total, rows })
        })
    }

    /// One row of a run.
    ///
    /// # Errors
    /// [`JournalError::NoSuchRun`], [`JournalError::NoSuchRow`], or what the database says.
    pub fn row(&self, id: &RunId, row: u32) -> Result<RunRow, JournalError> {
        self.read(|transaction| {
            let key = key_of(transaction, id)?;
            run_rows(transaction, key, &[row])?.pop().ok_or(JournalError::NoSuchRow { row })
        })
    }

    /// Everything that happened to a row, in order.
    ///
    /// # Errors
    /// [`JournalError::NoSuchRun`], [`JournalError::NoSuchRow`], or what the database says.
    pub fn history(&self, id: &RunId, row: u32) -> Result<Vec<RowEvent>, JournalError> {
        self.read(|transaction| {
            let key = key_of(transaction, id)?;
            RowNow::load(transaction, key, row)?;
            let mut statement = transaction.prepare_cached(
                "SELECT e.*, c.body_sha256, s.begun_at FROM events AS e LEFT JOIN calls AS c ON c.key = e.call \
                 LEFT JOIN scans AS s ON s.key = e.scan WHERE e.run = ?1 AND e.row = ?2 ORDER BY e.seq",
            )?;
            let mut found = statement.query(params![key, row])?;
            let mut events = Vec::new();
            while let Some(event) = found.next()? {
                events.push(row_event(event)?);
            }
            Ok(events)
        })
    }

    /// The point up to which a plan that is made now knows the journal.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn mark(&self) -> Result<Mark, JournalError> {
        self.read(|transaction| Ok(Mark(last_seq(transaction)?)))
    }

    /// People who count as already invited when a plan is made, beside those whom the list shows: invited
    /// so lately that the list need not show them; or ever, where it never need. `list_age` is how long ago
    /// the list was begun: it can't show what was sent since, nor what was sent up to `quiet` before it.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn already_invited(
        &self,
        platform: &PlatformIdentity,
        facts: &Facts,
        quiet: Duration,
        list_age: Duration,
    ) -> Result<HashSet<CanonicalEmail>, JournalError> {
        let shows_in_time = facts.pending_listed && facts.visible_in_scope;
        // One second more, because ages are told in whole ones.
        let within = quiet.saturating_add(list_age).saturating_add(Duration::from_secs(1));
        self.recently_invited(platform, shows_in_time.then_some(within))
    }

    /// People whom runs on this platform invited, or may have invited: within the time given, or ever.
    /// Whoever is still being checked or awaits a decision is among them at any time.
    ///
    /// # Errors
    /// [`JournalError`].
    pub(crate) fn recently_invited(
        &self,
        platform: &PlatformIdentity,
        within: Option<Duration>,
    ) -> Result<HashSet<CanonicalEmail>, JournalError> {
        let now = self.clock().stamp();
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT r.canonical, r.state, r.last_seq, r.wall, r.epoch, r.steady_ms FROM rows AS r \
                 JOIN runs ON runs.key = r.run WHERE runs.platform = ?1 AND r.attempts > 0 AND r.state IN \
                 ('in-flight', 'unknown', 'confirmed', 'confirmed-by-list', 'needs-review', 'resolved')",
            )?;
            let mut found = statement.query([&platform.base])?;
            let mut people = HashSet::new();
            while let Some(row) = found.next()? {
                let open = !read_state(&row.get::<_, String>("state")?)?.has_ended();
                let last = Last::read(row)?;
                let seconds = |time: Duration| i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
                if open || within.is_none_or(|time| last.is_within(seconds(time), &now, &self.found)) {
                    people.insert(CanonicalEmail::of_listed(&row.get::<_, String>("canonical")?));
                }
            }
            Ok(people)
        })
    }

    /// Whether the newest answer of this platform was fully understood. The first call of a platform, and
    /// the first after an unclear answer, carries one person.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn understood_before(&self, platform: &PlatformIdentity) -> Result<bool, JournalError> {
        self.read(|transaction| {
            let newest: Option<bool> = transaction
                .prepare_cached(
                    "SELECT a.understood FROM answers AS a JOIN calls AS c ON c.key = a.call \
                     JOIN runs ON runs.key = c.run WHERE runs.platform = ?1 AND a.understood IS NOT NULL \
                     ORDER BY a.call DESC LIMIT 1",
                )?
                .query_row([&platform.base], |row| row.get(0))
                .optional()?;
            Ok(newest.unwrap_or(false))
        })
    }

    /// How many rows of a run are in each state.
    pub(crate) fn counts(&self, key: i64) -> Result<BTreeMap<RowState, u32>, JournalError> {
        self.read(|transaction| counts(transaction, key))
    }

    /// How many rows of a run await a call, a list, and a person.
    pub(crate) fn open_counts(&self, key: i64) -> Result<OpenCounts, JournalError> {
        self.read(|transaction| {
            Ok(OpenCounts {
                ready: count(transaction, key, |state| state == RowState::Ready)?,
                being_checked: count(transaction, key, RowState::is_open)?,
                for_person: count(transaction, key, RowState::awaits_person)?,
            })
        })
    }
}

/// How many rows of a run still have something ahead of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct OpenCounts {
    pub ready: u32,
    pub being_checked: u32,
    pub for_person: u32,
}

pub(super) fn key_of(transaction: &Transaction<'_>, id: &RunId) -> Result<i64, JournalError> {
    transaction
        .prepare_cached("SELECT key FROM runs WHERE id = ?1")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?
        .ok_or(JournalError::NoSuchRun)
}

pub(super) fn last_seq(transaction: &Transaction<'_>) -> Result<i64, JournalError> {
    Ok(transaction
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM events")?
        .query_row([], |row| row.get(0))?)
}

pub(super) fn run_state(transaction: &Transaction<'_>, key: i64) -> Result<RunState, JournalError> {
    let word: String = transaction
        .prepare_cached("SELECT state FROM run_events WHERE run = ?1 ORDER BY seq DESC LIMIT 1")?
        .query_row([key], |row| row.get(0))?;
    RunState::from_word(&word).ok_or_else(|| JournalError::corrupt(phrase!("a run is in no known state")))
}

/// How many rows of a run are in a state that `wanted` names.
pub(super) fn count(
    transaction: &Transaction<'_>,
    key: i64,
    wanted: impl Fn(RowState) -> bool,
) -> Result<u32, JournalError> {
    Ok(counts(transaction, key)?.into_iter().filter(|(state, _)| wanted(*state)).map(|(_, n)| n).sum())
}

fn counts(transaction: &Transaction<'_>, key: i64) -> Result<BTreeMap<RowState, u32>, JournalError> {
    let mut statement = transaction.prepare_cached("SELECT state, n FROM tally WHERE run = ?1 AND n > 0")?;
    let mut found = statement.query([key])?;
    let mut counts = BTreeMap::new();
    while let Some(row) = found.next()? {
        counts.insert(read_state(&row.get::<_, String>(0)?)?, row.get(1)?);
    }
    Ok(counts)
}

/// Rows of a run that are still to be sent.
pub(super) fn ready_rows(transaction: &Transaction<'_>, key: i64) -> Result<Vec<RowNow>, JournalError> {
    rows_now(transaction, "run = ?1 AND state = 'ready'", params![key])
}

/// Rows of all runs with an open attempt. In the words of the single-flight index, which makes this
/// quick however many rows have ended.
pub(super) fn open_rows(transaction: &Transaction<'_>) -> Result<Vec<RowNow>, JournalError> {
    rows_now(transaction, "state IN ('in-flight', 'unknown')", params![])
}

fn rows_now(
    transaction: &Transaction<'_>,
    condition: &str,
    values: &[&dyn rusqlite::ToSql],
) -> Result<Vec<RowNow>, JournalError> {
    let sql = format!("SELECT {} FROM rows WHERE {condition} ORDER BY run, row", RowNow::COLUMNS);
    let mut statement = transaction.prepare_cached(&sql)?;
    let mut found = statement.query(values)?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        rows.push(RowNow::read(row)?);
    }
    Ok(rows)
}

pub(super) fn run_rows(
    transaction: &Transaction<'_>,
    key: i64,
    numbers: &[u32],
) -> Result<Vec<RunRow>, JournalError> {
    let mut statement = transaction.prepare_cached("SELECT * FROM rows WHERE run = ?1 AND row = ?2")?;
    let mut rows = Vec::with_capacity(numbers.len());
    for number in numbers {
        let mut found = statement.query(params![key, number])?;
        match found.next()? {
            Some(row) => rows.push(run_row(row)?),
            None => return Err(JournalError::NoSuchRow { row: *number }),
        }
    }
    Ok(rows)
}

pub(super) fn run_row(row: &Row<'_>) -> Result<RunRow, JournalError> {
    Ok(RunRow {
        row: row.get("row")?,
        email: row.get("email")?,
        state: read_state(&row.get::<_, String>("state")?)?,
        attempts: row.get("attempts")?,
        of: row.get("of_row")?,
        user_id: row.get::<_, Option<String>>("user_id")?.map(UserId),
        code: row.get("code")?,
        message: row.get("message")?,
        at: row.get("wall")?,
        cells: texts(&row.get::<_, String>("cells")?)?,
    })
}

fn row_event(event: &Row<'_>) -> Result<RowEvent, JournalError> {
    let step: String = event.get("step")?;
    Ok(RowEvent {
        at: event.get("wall")?,
        step: Step::from_word(&step)
            .ok_or_else(|| JournalError::corrupt(sentence!("no step is called {step}", step = step)))?,
        state: read_state(&event.get::<_, String>("state")?)?,
        attempts: event.get("attempts")?,
        code: event.get("code")?,
        message: event.get("message")?,
        body_sha256: event.get("body_sha256")?,
        list_begun_at: event.get("begun_at")?,
        by: event.get("said_by")?,
    })
}

fn summaries(
    transaction: &Transaction<'_>,
    condition: &str,
    value: &dyn rusqlite::ToSql,
) -> Result<Vec<RunSummary>, JournalError> {
    let sql = format!(
        "SELECT runs.*, e.state AS stands, e.until, e.reason, e.wall AS since FROM runs \
         JOIN run_events AS e ON e.seq = (SELECT max(seq) FROM run_events WHERE run = runs.key) \
         WHERE {condition} ORDER BY runs.key DESC"
    );
    let mut statement = transaction.prepare_cached(&sql)?;
    let mut found = statement.query([value])?;
    let mut runs = Vec::new();
    while let Some(row) = found.next()? {
        let counts = counts(transaction, row.get("key")?)?;
        runs.push(summary(row, counts)?);
    }
    Ok(runs)
}

fn summary(row: &Row<'_>, counts: BTreeMap<RowState, u32>) -> Result<RunSummary, JournalError> {
    let state = RunState::from_word(&row.get::<_, String>("stands")?)
        .ok_or_else(|| JournalError::corrupt(phrase!("a run is in no known state")))?;
    let reason: Option<String> = row.get("reason")?;
    let pause = match state {
        RunState::Paused => {
            Some(Pause { until: row.get("until")?, reason: reason.clone().unwrap_or_default() })
        }
        _ => None,
    };
    Ok(RunSummary {
        id: RunId(row.get("id")?),
        title: row.get("title")?,
        profile: row.get("profile")?,
        platform: PlatformIdentity { base: row.get("platform")?, subject: row.get("subject")? },
        file_sha256: row.get("file_sha256")?,
        fingerprint: row.get("fingerprint")?,
        headers: texts(&row.get::<_, String>("headers")?)?,
        started_at: row.get("wall")?,
        started_by: row.get("started_by")?,
        state,
        state_since: row.get("since")?,
        counts,
        rows: row.get("rows")?,
        people: row.get("people")?,
        pause,
        stopped_because: reason.filter(|_| state == RunState::Stopped),
    })
}

fn texts(json: &str) -> Result<Vec<String>, JournalError> {
    serde_json::from_str(json).map_err(|_| JournalError::corrupt(phrase!("a list of texts can't be read")))
}

/// The words of states, for an SQL list. They are constants of this program, never a caller's text.
fn words(states: &[RowState]) -> String {
    let quoted: Vec<String> = states.iter().map(|state| format!("'{}'", state.as_str())).collect();
    quoted.join(", ")
}
