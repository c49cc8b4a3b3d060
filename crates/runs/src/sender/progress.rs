//! What a walk tells while it goes on.

use crate::run::RunRow;
use crate::state::RowState;
use std::collections::BTreeMap;
use std::time::Duration;

/// Something that happened while a run was sent. Each is told after it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunEvent {
    /// A call goes out; its intent is on disk.
    Calling {
        /// Its people.
        people: u32,
    },
    /// Rows changed.
    Rows {
        /// As they stand now.
        rows: Vec<RunRow>,
        /// The run as a whole.
        progress: Progress,
    },
    /// The run waits, and goes on by itself.
    Paused {
        /// When, RFC 3339.
        until: String,
        /// A sentence.
        reason: String,
    },
    /// The run goes on.
    GoesOn,
    /// Nothing more can be sent now; what is unclear is looked up at a time.
    LooksUpAt {
        /// When, RFC 3339.
        at: String,
        /// How many people.
        people: u32,
    },
    /// The complete list of people is read.
    Listing,
}

/// How far a run is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// How many rows are in each state.
    pub counts: BTreeMap<RowState, u32>,
    /// Rows to send and to look up.
    pub open: u32,
    /// An estimate of the time left, quiet times included; none before the first call of this walk ended.
    pub left: Option<Duration>,
}

/// Guesses the time left from what this walk did so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Estimate {
    people: u32,
    spent: Duration,
}

impl Estimate {
    /// A call for `people` took so long.
    pub(crate) fn call(&mut self, people: usize, took: Duration) {
        self.people = self.people.saturating_add(u32::try_from(people).unwrap_or(u32::MAX));
        self.spent += took;
    }

    /// A wait between calls.
    pub(crate) fn waited(&mut self, time: Duration) {
        self.spent += time;
    }

    /// Time left for the rows of `counts`, with `look` still to wait for what is unclear.
    pub(crate) fn progress(&self, counts: BTreeMap<RowState, u32>, look: Duration) -> Progress {
        let of = |state| counts.get(&state).copied().unwrap_or(0);
        let ready = of(RowState::Ready);
        let unknown = of(RowState::Unknown) + of(RowState::InFlight);
        let left = (self.people > 0).then(|| {
            let sending = self.spent.mul_f64(f64::from(ready) / f64::from(self.people));
            if unknown > 0 { sending.max(look) } else { sending }
        });
        Progress { counts, open: ready + unknown, left }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_from_the_pace_so_far_and_counts_the_quiet_time() {
        let mut estimate = Estimate::default();
        let counts = BTreeMap::from([(RowState::Ready, 30), (RowState::Confirmed, 10)]);
        assert_eq!(estimate.progress(counts.clone(), Duration::ZERO).left, None);
        estimate.call(10, Duration::from_secs(2));
        estimate.waited(Duration::from_secs(3));
        let quiet = Duration::from_secs(360);
        assert_eq!(estimate.progress(counts.clone(), quiet).left, Some(Duration::from_secs(15)));
        let unclear = BTreeMap::from([(RowState::Ready, 30), (RowState::Unknown, 1)]);
        let progress = estimate.progress(unclear, quiet);
        assert_eq!((progress.left, progress.open), (Some(quiet), 31));
    }
}
