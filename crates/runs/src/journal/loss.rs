//! A journal that was lost: what it had sent is not known any more, and may still be landing.

use super::row::{millis, read_stamp};
use super::{Journal, JournalError};
use crate::clock::Stamp;
use rollcall_store::{DataKey, StoreError};
use rusqlite::{OptionalExtension, Row, params};
use std::path::Path;
use std::time::Duration;

impl Journal {
    /// Opens a journal where there had been one that is gone. Nothing is sent from it before the quiet time
    /// has passed and a complete list was read after that: what the lost one had sent shows in that list.
    ///
    /// # Errors
    /// Like [`Journal::open`]; [`StoreError::Damaged`] also where the log of the lost one is still there.
    pub fn open_after_loss(path: &Path, key: Option<&DataKey>) -> Result<Self, JournalError> {
        // Another process may have been faster. A log without its database is refused: it may be all that there is of
        // the lost one, and does not belong beside a new one.
        if !rollcall_store::is_nothing(path)? {
            return Self::open(path, key);
        }
        // Made beside and renamed: a journal that is there has its loss in it, whenever the process died.
        let beside = path.with_extension("db.new");
        rollcall_store::remove_database(&beside)?;
        Self::open(&beside, key)?.note_loss()?;
        std::fs::rename(&beside, path).map_err(StoreError::from)?;
        let journal = Self::open(path, key)?;
        tracing::warn!("the journal of this connection was gone and is begun anew");
        Ok(journal)
    }

    pub(crate) fn note_loss(&self) -> Result<(), JournalError> {
        self.write(|transaction, stamp| {
            transaction.execute(
                "INSERT INTO losses (wall, epoch, steady_ms) VALUES (?1, ?2, ?3)",
                params![stamp.wall.to_string(), stamp.steady.epoch, millis(stamp.steady.at)],
            )?;
            Ok(())
        })
    }

    /// What is left of the quiet time after the last loss; zero where it is over or nothing was ever lost.
    pub(crate) fn quiet_after_loss(&self, quiet: Duration) -> Result<Duration, JournalError> {
        let now = self.clock().steady();
        let Some(lost) = self.last_loss()?.filter(|lost| !lost.over(quiet)) else {
            return Ok(Duration::ZERO);
        };
        // Of another epoch nobody knows how long ago it was; see `restart_quiet_after_loss`.
        Ok(quiet.saturating_sub(now.since(&lost.stamp.steady).unwrap_or_default()))
    }

    /// Whether a list that is so old was begun too early to show what a lost journal had sent.
    pub(crate) fn is_before_loss(&self, age: Duration, quiet: Duration) -> Result<bool, JournalError> {
        let now = self.clock().steady();
        Ok(self.last_loss()?.is_some_and(|lost| match now.since(&lost.stamp.steady) {
            Some(passed) => passed < quiet.saturating_add(age),
            None => !lost.over(quiet),
        }))
    }

    /// Whether a journal of this connection was ever lost.
    pub(crate) fn was_ever_lost(&self) -> Result<bool, JournalError> {
        Ok(self.last_loss()?.is_some())
    }

    /// On another boot of the machine, or where each process has a clock of its own, the quiet time begins
    /// anew, unless a list was read after it already.
    pub(crate) fn restart_quiet_after_loss(&self, quiet: Duration) -> Result<(), JournalError> {
        let now = self.clock().steady();
        match self.last_loss()?.filter(|lost| !lost.over(quiet)) {
            Some(lost) if lost.stamp.steady.epoch != now.epoch => self.note_loss(),
            _ => Ok(()),
        }
    }

    fn last_loss(&self) -> Result<Option<Loss>, JournalError> {
        self.read(|transaction| {
            let newest = transaction
                .prepare_cached(
                    "SELECT l.*, (SELECT max(s.steady_ms) FROM scans AS s WHERE s.epoch = l.epoch) AS list_ms \
                     FROM losses AS l ORDER BY key DESC LIMIT 1",
                )?
                .query_row([], |row| Ok(loss(row)))
                .optional()?;
            newest.transpose()
        })
    }
}

/// A loss, and the last list of its epoch.
struct Loss {
    stamp: Stamp,
    list_at: Option<Duration>,
}

impl Loss {
    /// Whether a list was begun after the quiet time.
    fn over(&self, quiet: Duration) -> bool {
        self.list_at.is_some_and(|at| at >= self.stamp.steady.at.saturating_add(quiet))
    }
}

fn loss(row: &Row<'_>) -> Result<Loss, JournalError> {
    let list_at: Option<u64> = row.get::<_, Option<i64>>("list_ms")?.and_then(|at| u64::try_from(at).ok());
    Ok(Loss { stamp: read_stamp(row)?, list_at: list_at.map(Duration::from_millis) })
}
