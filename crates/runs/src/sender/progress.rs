//! What a walk tells while it goes on.

use crate::clock::Steady;
use crate::run::RunRow;
use crate::state::RowState;
use std::collections::{BTreeMap, VecDeque};
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
    /// What is unclear is looked up at a time; until then others may be sent.
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
    /// People whose calls were processed in the last minute of this walk, reckoned up to a minute while it
    /// is shorter; none in its first second.
    pub per_minute: Option<u32>,
}

/// Guesses the time left from what this walk did so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Estimate {
    begun: Option<Steady>,
    people: u32,
    lately: VecDeque<(Steady, u32)>,
}

const MINUTE: Duration = Duration::from_secs(60);

impl Estimate {
    /// The first call of the walk goes out.
    pub(crate) fn begin(&mut self, now: &Steady) {
        self.begun.get_or_insert_with(|| now.clone());
    }

    /// A call with so many people was processed.
    pub(crate) fn processed(&mut self, people: usize, now: &Steady) {
        let people = u32::try_from(people).unwrap_or(u32::MAX);
        self.people = self.people.saturating_add(people);
        self.lately.push_back((now.clone(), people));
        while self.lately.front().is_some_and(|(at, _)| now.since(at).is_none_or(|passed| passed > MINUTE)) {
            self.lately.pop_front();
        }
    }

    /// How far the run is, with `look` still to wait for what is unclear.
    pub(crate) fn progress(&self, counts: BTreeMap<RowState, u32>, look: Duration, now: &Steady) -> Progress {
        let of = |state| counts.get(&state).copied().unwrap_or(0);
        let ready = of(RowState::Ready) + of(RowState::InFlight);
        let unknown = of(RowState::Unknown);
        let spent = self.begun.as_ref().and_then(|begun| now.since(begun)).filter(|_| self.people > 0);
        let left = spent.map(|spent| {
            let sending = spent.mul_f64(f64::from(ready) / f64::from(self.people));
            if unknown > 0 { sending.max(look) } else { sending }
        });
        Progress { counts, open: ready + unknown, left, per_minute: self.per_minute(now) }
    }

    fn per_minute(&self, now: &Steady) -> Option<u32> {
        let spent =
            now.since(self.begun.as_ref()?).filter(|spent| *spent >= Duration::from_secs(1))?.min(MINUTE);
        let within = |at: &Steady| now.since(at).is_some_and(|passed| passed <= MINUTE);
        let people: u32 = self.lately.iter().filter(|(at, _)| within(at)).map(|(_, people)| people).sum();
        // A rate above what a u32 holds is cut off at it, which nobody will read.
        Some((f64::from(people) * MINUTE.as_secs_f64() / spent.as_secs_f64()).round() as u32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: u64) -> Steady {
        Steady { epoch: "boot".into(), at: Duration::from_secs(seconds) }
    }

    #[test]
    fn the_time_left_follows_from_the_pace_so_far_and_counts_the_quiet_time() {
        let mut estimate = Estimate::default();
        let counts = BTreeMap::from([(RowState::Ready, 30), (RowState::Confirmed, 10)]);
        assert_eq!(estimate.progress(counts.clone(), Duration::ZERO, &at(0)).left, None);
        estimate.begin(&at(10));
        estimate.processed(10, &at(15));
        let quiet = Duration::from_secs(360);
        assert_eq!(estimate.progress(counts.clone(), quiet, &at(15)).left, Some(Duration::from_secs(15)));
        let unclear =
            BTreeMap::from([(RowState::Ready, 29), (RowState::InFlight, 1), (RowState::Unknown, 1)]);
        let progress = estimate.progress(unclear, quiet, &at(15));
        assert_eq!((progress.left, progress.open), (Some(quiet), 31));
    }

    #[test]
    fn the_rate_is_that_of_the_last_minute() {
        let mut estimate = Estimate::default();
        let rate =
            |estimate: &Estimate, now| estimate.progress(BTreeMap::new(), Duration::ZERO, &now).per_minute;
        assert_eq!(rate(&estimate, at(0)), None);
        estimate.begin(&at(0));
        estimate.processed(100, &at(30));
        assert_eq!(rate(&estimate, at(30)), Some(200), "half a minute is reckoned up to a whole one");
        estimate.processed(20, &at(100));
        assert_eq!(rate(&estimate, at(100)), Some(20), "what is over a minute ago does not count");
        assert_eq!(rate(&estimate, at(500)), Some(0));
    }
}
