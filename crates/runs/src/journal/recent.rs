//! Whether something happened lately, for certain: by clocks that are not set, also between processes.

use super::row::read_stamp;
use super::{JournalError, read};
use crate::clock::{Clock, Stamp, Steady};
use rusqlite::{Connection, Row};
use std::time::Duration;

/// What a journal held when this process opened it, which is at least as old as that.
#[derive(Clone, Debug)]
pub(super) struct Found {
    last_seq: i64,
    at: Steady,
}

impl Found {
    pub(super) fn in_journal(connection: &mut Connection, clock: &dyn Clock) -> Result<Self, JournalError> {
        let last_seq = read::last_seq(&connection.transaction()?)?;
        Ok(Self { last_seq, at: clock.steady() })
    }
}

/// What happened to a row last, and when.
pub(super) struct Last {
    seq: i64,
    stamp: Stamp,
}

impl Last {
    /// Reads the columns `last_seq`, `wall`, `epoch` and `steady_ms`.
    pub(super) fn read(row: &Row<'_>) -> Result<Self, JournalError> {
        Ok(Self { seq: row.get("last_seq")?, stamp: read_stamp(row)? })
    }

    /// Whether it may be less than `seconds` ago. By the steady clock alone within one epoch. Of another one, the
    /// time has passed for certain that an earlier boot, or what this process found, is old at least; the wall clock
    /// is believed only where it says much more than that, because it may have been set in between.
    pub(super) fn is_within(&self, seconds: i64, now: &Stamp, found: &Found) -> bool {
        const WALL_MAY_BE_OFF_BY: i64 = 7 * 24 * 60 * 60;
        let whole = |passed: Duration| i64::try_from(passed.as_secs()).unwrap_or(i64::MAX);
        if let Some(passed) = now.steady.since(&self.stamp.steady) {
            return whole(passed) < seconds;
        }
        let was_there = self.seq <= found.last_seq;
        let since_found = now.steady.since(&found.at).filter(|_| was_there).unwrap_or_default();
        let at_least = now.steady.since_other(&self.stamp.steady).max(since_found);
        let by_wall = now.wall.as_second().saturating_sub(self.stamp.wall.as_second());
        whole(at_least) < seconds && by_wall < seconds.saturating_add(WALL_MAY_BE_OFF_BY)
    }
}
