//! When a list was begun, by a clock that is never set.
//!
//! How old a list is decides whom it may not show yet. The wall clock can't tell: it is set, and a list
//! that seems younger than it is would let somebody be invited twice.

use crate::home::{read_json, write_json};
use jiff::Timestamp;
use rollcall_runs::{Clock, Steady, SystemClock};
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::time::Duration;

/// How old a complete list may be for a plan to rest on it (RUNS.md: 15 minutes).
const FRESH: Duration = Duration::from_secs(15 * 60);

/// Lies beside the list.
const NOTE: &str = "list.json";

/// The same for a list that waits for a person's word.
const HELD: &str = "held-list.json";

/// When the first page of a list was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fetched {
    /// For people.
    pub at: Timestamp,
    begun: Steady,
}

/// The steady clock's reading, of the list that was begun at `at`.
#[derive(Default, Serialize, Deserialize)]
struct Note {
    at: String,
    epoch: String,
    milliseconds: u64,
}

impl Fetched {
    pub(crate) fn now() -> Self {
        let stamp = SystemClock.stamp();
        Self { at: stamp.wall, begun: stamp.steady }
    }

    /// Keeps the reading for later, also for other processes. Where that can't be, the list counts as old.
    pub(crate) fn note(&self, folder: &Path) {
        self.note_as(folder, NOTE);
    }

    /// The same for a list that is held.
    pub(crate) fn note_held(&self, folder: &Path) {
        self.note_as(folder, HELD);
    }

    fn note_as(&self, folder: &Path, name: &str) {
        let note = Note {
            at: self.at.to_string(),
            epoch: self.begun.epoch.clone(),
            // Cut off and not rounded: a list may seem older than it is, never younger.
            milliseconds: u64::try_from(self.begun.at.as_millis()).unwrap_or(0),
        };
        if let Err(problem) = write_json(&folder.join(name), &note) {
            tracing::warn!(code = ?problem.code, "when the list was begun could not be noted");
        }
    }

    /// The reading for the list that was begun at `at`, if it was noted.
    pub(crate) fn noted(folder: &Path, at: Timestamp) -> Option<Self> {
        Self::noted_as(folder, NOTE, at)
    }

    /// The reading for the held list that was begun at `at`, if it was noted.
    pub(crate) fn held(folder: &Path, at: Timestamp) -> Option<Self> {
        Self::noted_as(folder, HELD, at)
    }

    fn noted_as(folder: &Path, name: &str, at: Timestamp) -> Option<Self> {
        let note: Note = read_json(&folder.join(name)).ok()?;
        let begun = Steady { epoch: note.epoch, at: Duration::from_millis(note.milliseconds) };
        (note.at == at.to_string()).then_some(Self { at, begun })
    }

    /// How old the list is; `None` where that can't be told any more.
    pub(crate) fn age(&self) -> Option<Duration> {
        SystemClock.steady().since(&self.begun)
    }

    pub(crate) fn is_fresh(&self) -> bool {
        self.age().is_some_and(|age| age <= FRESH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_as_old_as_the_steady_clock_says_in_every_process_of_this_boot() {
        let folder = tempfile::tempdir().expect("a folder");
        let begun = Fetched::now();
        begun.note(folder.path());
        let noted = Fetched::noted(folder.path(), begun.at).expect("the note");
        assert!(noted.is_fresh() && noted.age() >= begun.age().map(|age| age.saturating_sub(FRESH)));
        let hour = Duration::from_secs(3600);
        let set_back = Fetched { at: begun.at + hour, ..begun.clone() };
        assert!(set_back.is_fresh(), "what the wall clock says does not matter");
    }

    #[test]
    fn a_list_of_which_nobody_knows_the_age_is_not_fresh() {
        let folder = tempfile::tempdir().expect("a folder");
        let begun = Fetched::now();
        assert_eq!(Fetched::noted(folder.path(), begun.at), None, "nothing was noted");
        begun.note(folder.path());
        let other = begun.at + Duration::from_secs(1);
        assert_eq!(Fetched::noted(folder.path(), other), None, "the note is of another list");
        let steady = Steady { epoch: "another boot".into(), at: Duration::ZERO };
        assert!(!Fetched { begun: steady, ..begun }.is_fresh());
    }
}
