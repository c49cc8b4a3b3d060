//! A journal that was lost: what it had sent is not known any more, and may still be landing.

use super::row::{millis, read_stamp};
use super::{Journal, JournalError};
use crate::clock::{Stamp, Steady};
use rollcall_store::DataKey;
use rusqlite::{OptionalExtension, params};
use std::path::Path;
use std::time::Duration;

impl Journal {
    /// Opens a journal where there had been one that is gone. Nothing is sent from it before the quiet time
    /// has passed and a complete list was read after that: what the lost one had sent shows in that list.
    ///
    /// # Errors
    /// Like [`Journal::open`].
    pub fn open_after_loss(path: &Path, key: Option<&DataKey>) -> Result<Self, JournalError> {
        let journal = Self::open(path, key)?;
        journal.note_loss()?;
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
        let lost = self.last_loss()?;
        Ok(lost.map_or(Duration::ZERO, |lost| quiet.saturating_sub(passed(&lost, &now))))
    }

    /// Whether a list that is so old was begun too early to show what a lost journal had sent.
    pub(crate) fn is_before_loss(&self, age: Duration, quiet: Duration) -> Result<bool, JournalError> {
        let now = self.clock().steady();
        Ok(self.last_loss()?.is_some_and(|lost| passed(&lost, &now) < quiet.saturating_add(age)))
    }

    fn last_loss(&self) -> Result<Option<Stamp>, JournalError> {
        self.read(|transaction| {
            let newest = transaction
                .prepare_cached("SELECT * FROM losses ORDER BY key DESC LIMIT 1")?
                .query_row([], |row| Ok(read_stamp(row)))
                .optional()?;
            newest.transpose()
        })
    }
}

/// The time since `then`, at least: from another boot, the time since this one began.
fn passed(then: &Stamp, now: &Steady) -> Duration {
    now.since(&then.steady).unwrap_or(now.at)
}
