//! What a sender does to the journal before it sends anything.

use super::record::insert_scan;
use super::row::{Happening, advance, read_stamp};
use super::{Journal, JournalError, RowNow, invitation, read};
use crate::clock::{Stamp, Steady};
use crate::gateway::{CompleteList, ListedNow};
use crate::run::{PlatformIdentity, RunId, RunRow, RunState};
use crate::state::{RowState, Step};
use rollcall_core::{AccountState, CanonicalEmail, phrase};
use rusqlite::{OptionalExtension, Transaction};
use std::time::Duration;

/// A run that a sender takes up.
#[derive(Clone, Debug)]
pub(crate) struct OpenRun {
    pub key: i64,
    pub platform: PlatformIdentity,
}

/// How old the list is that "listed before" of a run stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Baseline {
    /// So old, by the steady clock.
    Age(Duration),
    /// There was none, or it is from another boot of the machine.
    Unknown,
}

impl Journal {
    /// The run with this id.
    pub(crate) fn open_run(&self, id: &RunId) -> Result<OpenRun, JournalError> {
        let summary = self.run(id)?.ok_or(JournalError::NoSuchRun)?;
        let key = self.read(|transaction| read::key_of(transaction, id))?;
        Ok(OpenRun { key, platform: summary.platform })
    }

    /// Puts right what a sender left behind that did not end by itself. To be called by who holds the
    /// sender's lock, and by nobody else: with another sender alive, its calls would be taken for lost.
    pub(crate) fn recover(&self) -> Result<(), JournalError> {
        let found = self.write(|transaction, stamp| {
            let open = read::open_rows(transaction)?;
            let in_flight: Vec<RowNow> =
                open.iter().filter(|now| now.state == RowState::InFlight).cloned().collect();
            for now in &in_flight {
                let found = Happening::new(Step::FoundAtStart).because(
                    "found-at-start",
                    phrase!(
                        "Rollcall ended while this invitation was under way. The person is looked up before anything \
                         is sent again."
                    ),
                );
                #[cfg(test)]
                let found = match self.is_broken(crate::simulation::Broken::InFlightToReadyOnRestart) {
                    true => Happening::new(Step::NotProcessed),
                    false => found,
                };
                advance(transaction, now, &found, stamp)?;
            }
            #[cfg(test)]
            let open = match self.is_broken(crate::simulation::Broken::IgnoresReboot) {
                true => Vec::new(),
                false => open,
            };
            begin_anew_after_boot(transaction, &open, stamp)?;
            stop_orphans(transaction, stamp)?;
            Ok(in_flight.len())
        })?;
        if found > 0 {
            tracing::warn!(rows = found, "rows were found in flight; their outcome is unknown");
        }
        Ok(())
    }

    /// How old the list is that this run's "listed before" stands on.
    pub(crate) fn baseline(&self, key: i64) -> Result<Baseline, JournalError> {
        let now = self.clock().steady();
        self.read(|transaction| {
            let newest = transaction
                .prepare_cached("SELECT * FROM scans WHERE baseline_of = ?1 ORDER BY key DESC LIMIT 1")?
                .query_row([key], |row| Ok(read_stamp(row)))
                .optional()?;
            if let Some(stamp) = newest {
                return Ok(age(&now, &stamp?.steady, 0));
            }
            let (told, stamp) =
                transaction.prepare_cached("SELECT * FROM runs WHERE key = ?1")?.query_row([key], |row| {
                    Ok((row.get::<_, Option<i64>>("list_age_seconds")?, read_stamp(row)))
                })?;
            Ok(match (told.and_then(|told| u64::try_from(told).ok()), stamp) {
                (Some(told), Ok(stamp)) => age(&now, &stamp.steady, told),
                _ => Baseline::Unknown,
            })
        })
    }

    /// Rows still to be sent for which nobody said "send" after looking: a person's word is not overruled
    /// by a newer list.
    pub(crate) fn undecided(&self, key: i64) -> Result<Vec<Undecided>, JournalError> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT rows.* FROM rows JOIN runs ON runs.key = rows.run WHERE rows.run = ?1 \
                 AND rows.state = 'ready' AND rows.mark = runs.mark ORDER BY rows.row",
            )?;
            let mut found = statement.query([key])?;
            let mut rows = Vec::new();
            while let Some(row) = found.next()? {
                let kept: Option<String> = row.get("invitation")?;
                let sent = invitation::from_json(kept.as_deref().unwrap_or_default())?;
                rows.push(Undecided { now: RowNow::read(row)?, person: sent.email.canonical().clone() });
            }
            Ok(rows)
        })
    }

    /// Makes a complete list, begun at `begun`, what "listed before" means for the rows still to be sent.
    /// Gives the rows that are no longer to be sent: people who came to be listed since the plan was made, and,
    /// where the list is `blind` to what a lost journal had sent, whoever it does not show.
    pub(crate) fn relist(
        &self,
        key: i64,
        list: &CompleteList,
        begun: &Stamp,
        found: &[(Undecided, Option<ListedNow>)],
        blind: bool,
    ) -> Result<Vec<RunRow>, JournalError> {
        self.write(|transaction, stamp| {
            let scan = insert_scan(transaction, list, Some(key), begun)?;
            let mut there = Vec::new();
            for (row, listed) in found {
                let now = RowNow::load(transaction, key, row.now.row)?;
                // Another window may have called the row off since it was read.
                if now.last_seq != row.now.last_seq {
                    continue;
                }
                let happening = match listed {
                    None if blind => Some(not_known(&now)),
                    listed => relisted(&now, listed.clone()),
                };
                let Some(mut happening) = happening else { continue };
                happening.scan = Some(scan);
                let after = advance(transaction, &now, &happening, stamp)?;
                if after.state != RowState::Ready {
                    there.push(after.row);
                }
            }
            read::run_rows(transaction, key, &there)
        })
    }
}

/// A row still to be sent, as somebody planned it.
#[derive(Clone, Debug)]
pub(crate) struct Undecided {
    pub now: RowNow,
    pub person: CanonicalEmail,
}

fn age(now: &Steady, then: &Steady, told: u64) -> Baseline {
    now.since(then)
        .map_or(Baseline::Unknown, |passed| Baseline::Age(passed.saturating_add(Duration::from_secs(told))))
}

/// The steady clock of another boot says nothing about how long ago something was.
fn begin_anew_after_boot(
    transaction: &Transaction<'_>,
    open: &[RowNow],
    stamp: &Stamp,
) -> Result<(), JournalError> {
    for now in open.iter().filter(|now| now.state == RowState::Unknown) {
        if now.stamp.steady.epoch != stamp.steady.epoch {
            let mut anew = Happening::new(Step::ClockBegunAnew);
            anew.code.clone_from(&now.code);
            anew.message.clone_from(&now.message);
            advance(transaction, now, &anew, stamp)?;
        }
    }
    Ok(())
}

/// Runs that were being walked, or waited to go on by themselves, when their sender died.
fn stop_orphans(transaction: &Transaction<'_>, stamp: &Stamp) -> Result<(), JournalError> {
    let mut statement = transaction.prepare_cached(
        "SELECT run FROM run_events AS e WHERE seq = (SELECT max(seq) FROM run_events WHERE run = e.run) \
         AND (state = 'running' OR (state = 'paused' AND until IS NOT NULL))",
    )?;
    let orphans: Vec<i64> = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    for key in orphans {
        let reason = phrase!("Rollcall ended before the run did. Nothing was lost; take the run up again.");
        super::write::note_run(transaction, key, RunState::Stopped, None, Some(reason), stamp)?;
    }
    Ok(())
}

/// Nobody knows whether the lost journal invited this person, and no list will show it.
fn not_known(now: &RowNow) -> Happening {
    let said = phrase!(
        "The record of earlier invitations is gone, and this connection's list does not show everybody who was \
         invited. Nothing was sent; say whether this person shall be invited."
    );
    debug_assert_eq!(now.state, RowState::Ready);
    Happening::new(Step::SendTakenBack).because("record-lost", said)
}

/// What a newer list changes for a row that is still to be sent; `None` is nothing.
fn relisted(now: &RowNow, listed: Option<ListedNow>) -> Option<Happening> {
    let listed = listed?;
    // Whoever was listed before is invited again on purpose, unless they came to accept or were blocked.
    let moved_on = matches!(listed.state, AccountState::Active | AccountState::Blocked);
    if !now.listed || moved_on {
        let (code, message) = match listed.state {
            AccountState::Active => {
                ("already-active", phrase!("Came to be active on the platform before this was sent."))
            }
            AccountState::Blocked => {
                ("blocked-user", phrase!("Is blocked on the platform by now; not invited."))
            }
            AccountState::New | AccountState::Other(_) => {
                ("already-invited", phrase!("Came to be invited before this was sent; not invited twice."))
            }
        };
        let mut there = Happening::new(Step::AlreadyThere).because(code, message);
        there.user_id = Some(listed.user_id);
        return Some(there);
    }
    // Only a date that was relied on is brought up to date: one that is in doubt stays so.
    if now.created.is_none() || now.created == listed.created_at {
        return None;
    }
    let mut newer = Happening::new(Step::Relisted);
    newer.code.clone_from(&now.code);
    newer.message.clone_from(&now.message);
    newer.created = listed.created_at;
    Some(newer)
}
