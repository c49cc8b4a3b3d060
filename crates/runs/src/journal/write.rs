//! What people change: decisions, and calling off what was not sent.

use super::row::{Happening, advance, millis};
use super::{Journal, JournalError, RowNow, read};
use crate::clock::Stamp;
use crate::run::{Decision, Pause, RunId, RunState};
use crate::state::{RowState, Step, next};
use rollcall_core::phrase;
use rusqlite::{Transaction, params};

impl Journal {
    /// Writes down what a person says of a row that nothing proves, or whose rows contradict each other.
    ///
    /// # Errors
    /// [`JournalError::NotWaiting`] when the row does not wait for this decision.
    pub fn resolve(
        &self,
        id: &RunId,
        row: u32,
        decision: Decision,
        by: &str,
    ) -> Result<RowState, JournalError> {
        let after = self.write(|transaction, stamp| {
            let key = read::key_of(transaction, id)?;
            let now = RowNow::load(transaction, key, row)?;
            if next(now.state, decision.step(), now.attempts).is_err() {
                return Err(JournalError::NotWaiting { row, state: now.state });
            }
            let (code, message) = words(decision);
            let mut said = Happening::new(decision.step()).because(code, message);
            said.said_by = Some(by.to_owned());
            let after = advance(transaction, &now, &said, stamp)?;
            restate(transaction, key, stamp)?;
            Ok(after)
        })?;
        tracing::info!(run = %id, row, decision = ?decision, "a person decided");
        Ok(after.state)
    }

    /// Calls off every row that was not sent. Rows in flight and rows being checked go on; rows that were
    /// to be sent again in doubt wait for a person again. How many rows were called off.
    ///
    /// # Errors
    /// [`JournalError`]; nothing was changed then.
    pub fn cancel_ready(&self, id: &RunId, by: &str) -> Result<u32, JournalError> {
        self.write(|transaction, stamp| {
            let key = read::key_of(transaction, id)?;
            let ready = read::ready_rows(transaction, key)?;
            for now in &ready {
                let mut called_off = called_off(now);
                called_off.said_by = Some(by.to_owned());
                advance(transaction, now, &called_off, stamp)?;
            }
            restate(transaction, key, stamp)?;
            Ok(u32::try_from(ready.len()).unwrap_or(u32::MAX))
        })
    }

    /// Writes down how a run stands.
    pub(crate) fn note_run(
        &self,
        key: i64,
        state: RunState,
        pause: Option<&Pause>,
        reason: Option<&str>,
    ) -> Result<(), JournalError> {
        self.write(|transaction, stamp| note_run(transaction, key, state, pause, reason, stamp))
    }
}

impl Journal {
    /// Whether a sender has anything to do for a run.
    pub(crate) fn awaits_sender(&self, key: i64) -> Result<bool, JournalError> {
        self.read(|transaction| Ok(read::count(transaction, key, RowState::awaits_sender)? > 0))
    }

    /// Writes down that a walk over a run ended so. False, and nothing is written, where the run would be
    /// finished and somebody gave it something to do in the same moment.
    pub(crate) fn note_end(
        &self,
        key: i64,
        state: RunState,
        reason: Option<&str>,
    ) -> Result<bool, JournalError> {
        self.write(|transaction, stamp| {
            if state == RunState::Finished && read::count(transaction, key, RowState::awaits_sender)? > 0 {
                return Ok(false);
            }
            note_run(transaction, key, state, None, reason, stamp)?;
            Ok(true)
        })
    }
}

/// What was never sent ends. What a person wanted sent again, because nobody knows what became of the
/// first attempt, waits for a person again.
fn called_off(now: &RowNow) -> Happening {
    if now.doubt {
        let message =
            phrase!("Called off before it was sent again. An earlier attempt may have gone through.");
        return Happening::new(Step::SendTakenBack).because("send-taken-back", message);
    }
    Happening::new(Step::Cancelled).because("cancelled", phrase!("Called off before it was sent."))
}

fn words(decision: Decision) -> (&'static str, &'static str) {
    match decision {
        Decision::Done => ("done", phrase!("A person found that the invitation went through.")),
        Decision::Send => ("send-again", phrase!("A person decided to send the invitation again.")),
        Decision::Drop => ("dropped", phrase!("A person decided to leave it.")),
    }
}

/// Brings the run's state in line with its rows after somebody else than its sender changed some. A run that a sender is
/// walking is left alone: the sender sees the change by itself.
pub(super) fn restate(transaction: &Transaction<'_>, key: i64, stamp: &Stamp) -> Result<(), JournalError> {
    let open = read::count(transaction, key, RowState::awaits_sender)?;
    match (read::run_state(transaction, key)?, open) {
        (RunState::Finished, 1..) => note_run(transaction, key, RunState::Stopped, None, None, stamp),
        (RunState::Stopped | RunState::Paused, 0) => {
            note_run(transaction, key, RunState::Finished, None, None, stamp)
        }
        _ => Ok(()),
    }
}

pub(super) fn note_run(
    transaction: &Transaction<'_>,
    key: i64,
    state: RunState,
    pause: Option<&Pause>,
    reason: Option<&str>,
    stamp: &Stamp,
) -> Result<(), JournalError> {
    let until = pause.and_then(|pause| pause.until.as_deref());
    let reason = pause.map(|pause| pause.reason.as_str()).or(reason);
    transaction
        .prepare_cached(
            "INSERT INTO run_events (run, state, until, reason, wall, epoch, steady_ms) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![
            key,
            state.as_str(),
            until,
            reason,
            stamp.wall.to_string(),
            stamp.steady.epoch,
            millis(stamp.steady.at)
        ])?;
    Ok(())
}
