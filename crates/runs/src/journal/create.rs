//! Writing a run down, before anything of it is sent.

use super::recent::{Found, Last};
use super::row::{millis, whole};
use super::{Journal, JournalError, Mark, invitation, read};
use crate::clock::Stamp;
use crate::points::{self, Point};
use crate::run::{NewRow, NewRun, RunId, RunState};
use crate::state::RowState;
use rollcall_core::{CanonicalEmail, Sentence, phrase, sentence};
use rusqlite::{Transaction, named_params};
use std::collections::HashSet;

/// Most seconds between the complete list that a plan was checked against and the run.
pub(crate) const LIST_GOOD_FOR_SECONDS: u64 = 15 * 60;

/// How long an earlier invitation of ours makes the creation date in a list doubtful as a baseline: the
/// list may be from before it, so that a newer date would prove the earlier invitation, not this one.
const BASELINE_DOUBT_SECONDS: i64 = 60 * 60;

impl Journal {
    /// Writes a run and all its rows, in one transaction. Nothing is sent by this.
    ///
    /// # Errors
    /// [`JournalError::ListTooOld`] when there is something to send and the list is older than 15 minutes;
    /// [`JournalError::InvalidRun`] when rows contradict each other; otherwise what the database says.
    pub fn create_run(&self, run: NewRun) -> Result<RunId, JournalError> {
        check(&run)?;
        let id = RunId::fresh();
        self.write(|transaction, stamp| {
            let mark = match run.planned_at {
                Some(Mark(seq)) => seq,
                None => read::last_seq(transaction)?,
            };
            let key = insert_run(transaction, &id, mark, &run, stamp)?;
            for row in &run.rows {
                let before = Before::of(transaction, row, stamp, &self.found)?;
                insert_row(transaction, key, mark, row, &before, stamp)?;
            }
            // Stopped, and not running: no sender has taken it up yet.
            let state = if people(&run) == 0 { RunState::Finished } else { RunState::Stopped };
            super::write::note_run(transaction, key, state, None, None, stamp)?;
            points::reached(Point::RunUncommitted);
            Ok(())
        })?;
        points::reached(Point::RunWritten);
        tracing::info!(run = %id, rows = run.rows.len(), people = people(&run), "run written");
        Ok(id)
    }
}

fn people(run: &NewRun) -> usize {
    run.rows.iter().filter(|row| row.state == RowState::Ready).count()
}

fn check(run: &NewRun) -> Result<(), JournalError> {
    let invalid = |what: Sentence| Err(JournalError::InvalidRun { what: what.text });
    let mut numbers = HashSet::new();
    let mut people: HashSet<&CanonicalEmail> = HashSet::new();
    for row in &run.rows {
        let number = row.row;
        if !numbers.insert(number) {
            return invalid(sentence!("row {row} is there twice", row = number));
        }
        if !row.state.may_begin() {
            let state = row.state.as_str();
            return invalid(sentence!("row {row} can't begin as {state}", row = number, state = state));
        }
        let ready = row.state == RowState::Ready;
        match (&row.canonical, &row.invitation) {
            (Some(person), Some(invitation)) if ready && invitation.email.canonical() == person => {
                if !people.insert(person) {
                    return invalid(sentence!(
                        "row {row} invites a person whom an earlier row invites",
                        row = number,
                    ));
                }
            }
            (_, None) if !ready => {}
            _ => return invalid(sentence!("row {row} does not say whom to invite", row = number)),
        }
    }
    match run.list_age_seconds {
        Some(age) if age > LIST_GOOD_FOR_SECONDS && !people.is_empty() => {
            Err(JournalError::ListTooOld { minutes: age / 60 })
        }
        _ => Ok(()),
    }
}

fn insert_run(
    transaction: &Transaction<'_>,
    id: &RunId,
    mark: i64,
    run: &NewRun,
    stamp: &Stamp,
) -> Result<i64, JournalError> {
    let headers = to_json(&run.headers)?;
    transaction
        .prepare_cached(
            "INSERT INTO runs (id, profile, title, file_sha256, fingerprint, started_by, platform, subject, headers, \
             list_age_seconds, mark, rows, people, wall, epoch, steady_ms) VALUES (:id, :profile, :title, \
             :file_sha256, :fingerprint, :started_by, :platform, :subject, :headers, :age, :mark, :rows, :people, \
             :wall, :epoch, :steady_ms)",
        )?
        .execute(named_params! {
            ":id": id.as_str(), ":profile": run.profile, ":title": run.title, ":file_sha256": run.file_sha256,
            ":fingerprint": run.fingerprint, ":started_by": run.started_by, ":platform": run.platform.base,
            ":subject": run.platform.subject, ":headers": headers,
            ":age": run.list_age_seconds.map(|age| i64::try_from(age).unwrap_or(i64::MAX)), ":mark": mark,
            ":rows": whole(run.rows.len()), ":people": whole(people(run)), ":wall": stamp.wall.to_string(),
            ":epoch": stamp.steady.epoch, ":steady_ms": millis(stamp.steady.at),
        })?;
    Ok(transaction.last_insert_rowid())
}

fn insert_row(
    transaction: &Transaction<'_>,
    run_key: i64,
    mark: i64,
    row: &NewRow,
    before: &Before,
    stamp: &Stamp,
) -> Result<(), JournalError> {
    let invitation = row.invitation.as_ref().map(invitation::to_json).transpose()?;
    transaction
        .prepare_cached(
            "INSERT INTO rows (run, row, email, canonical, of_row, cells, invitation, first_state, first_code, \
             first_message, first_listed, first_created, state, attempts, code, message, listed, created, doubt, mark, \
             last_seq, wall, epoch, steady_ms) VALUES (:run, :row, :email, :canonical, :of, :cells, :invitation, \
             :state, :code, :message, :listed, :created, :state, 0, :code, :message, :listed, :created, 0, :mark, 0, \
             :wall, :epoch, :steady_ms)",
        )?
        .execute(named_params! {
            ":run": run_key, ":row": row.row, ":email": row.email,
            ":canonical": row.canonical.as_ref().map(CanonicalEmail::as_str), ":of": row.of,
            ":cells": to_json(&row.cells)?, ":invitation": invitation, ":state": row.state.as_str(),
            ":code": row.code, ":message": row.message, ":listed": before.listed, ":created": before.created,
            ":mark": mark, ":wall": stamp.wall.to_string(), ":epoch": stamp.steady.epoch,
            ":steady_ms": millis(stamp.steady.at),
        })?;
    Ok(())
}

/// What may be taken as "before the run" when a list is to prove something later.
struct Before {
    listed: bool,
    created: Option<String>,
}

impl Before {
    fn of(
        transaction: &Transaction<'_>,
        row: &NewRow,
        stamp: &Stamp,
        found: &Found,
    ) -> Result<Self, JournalError> {
        let told = Self { listed: row.listed_before, created: row.created_before.clone() };
        let (RowState::Ready, Some(person)) = (row.state, &row.canonical) else { return Ok(told) };
        let mut earlier = transaction.prepare_cached(
            "SELECT o.last_seq, o.wall, o.epoch, o.steady_ms FROM rows AS o WHERE o.canonical = ?1 AND o.attempts > 0 \
             AND o.state IN ('in-flight', 'unknown', 'confirmed', 'confirmed-by-list', 'needs-review', 'resolved')",
        )?;
        let mut effects = earlier.query([person.as_str()])?;
        let mut before = told;
        while let Some(effect) = effects.next()? {
            // An invitation of ours that the list did not show yet would later look like the effect of
            // this one. Presence proves nothing then.
            before.listed = true;
            if Last::read(effect)?.is_within(BASELINE_DOUBT_SECONDS, stamp, found) {
                before.created = None;
            }
        }
        Ok(before)
    }
}

pub(super) fn to_json(texts: &[String]) -> Result<String, JournalError> {
    serde_json::to_string(texts)
        .map_err(|_| JournalError::InvalidRun { what: phrase!("a text can't be kept").into() })
}
