//! The states of a row, and the one place that knows every legal move between them.

use serde::{Deserialize, Serialize};
use specta::Type;

/// How often a row is sent before a person has to decide, however often its absence is proved.
pub const MAX_ATTEMPTS: u32 = 3;

/// Where a row of a run stands. Every row of the file is in exactly one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RowState {
    /// The row has a problem; it is never sent. Ended.
    Rejected,
    /// The same person and nothing new: another row carries the invitation. Ended.
    Duplicate,
    /// The same person in one more organization: reports the carrying row's outcome. Ended.
    Folded,
    /// Rows of one person contradict each other; a person decides.
    Conflict,
    /// The person is on the platform, or was invited already. Ended.
    AlreadyPresent,
    /// To be sent.
    Ready,
    /// Never sent, because somebody called it off. Ended.
    Cancelled,
    /// The intent is on disk, and the call may be under way.
    InFlight,
    /// The platform said that it invited this person. Ended.
    Confirmed,
    /// No clear answer came, but a complete list proves the invitation. Ended.
    ConfirmedByList,
    /// The platform said that it did nothing for this person. Ended.
    Refused,
    /// The outcome is not known; the person is looked up before anything else happens.
    Unknown,
    /// Looked up, and nothing was proved: a person decides.
    NeedsReview,
    /// A person decided. Ended.
    Resolved,
}

impl RowState {
    /// Every state, in the order of a row's life.
    pub const ALL: [Self; 14] = [
        Self::Rejected,
        Self::Duplicate,
        Self::Folded,
        Self::Conflict,
        Self::AlreadyPresent,
        Self::Ready,
        Self::Cancelled,
        Self::InFlight,
        Self::Confirmed,
        Self::ConfirmedByList,
        Self::Refused,
        Self::Unknown,
        Self::NeedsReview,
        Self::Resolved,
    ];

    /// The word in the journal, in JSON and in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Rejected => "rejected",
            Self::Duplicate => "duplicate",
            Self::Folded => "folded",
            Self::Conflict => "conflict",
            Self::AlreadyPresent => "already-present",
            Self::Ready => "ready",
            Self::Cancelled => "cancelled",
            Self::InFlight => "in-flight",
            Self::Confirmed => "confirmed",
            Self::ConfirmedByList => "confirmed-by-list",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::NeedsReview => "needs-review",
            Self::Resolved => "resolved",
        }
    }

    /// The state with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether the state never changes again.
    pub fn has_ended(self) -> bool {
        !self.awaits_sender() && !self.awaits_person()
    }

    /// Whether a sender still has something to do for the row.
    pub fn awaits_sender(self) -> bool {
        matches!(self, Self::Ready | Self::InFlight | Self::Unknown)
    }

    /// Whether only a person can bring the row to an end.
    pub fn awaits_person(self) -> bool {
        matches!(self, Self::Conflict | Self::NeedsReview)
    }

    /// Whether an attempt is open, so that nobody else may send to the same person.
    pub fn is_open(self) -> bool {
        matches!(self, Self::InFlight | Self::Unknown)
    }

    /// Whether a row may enter a run in this state.
    pub fn may_begin(self) -> bool {
        matches!(
            self,
            Self::Rejected
                | Self::Duplicate
                | Self::Folded
                | Self::Conflict
                | Self::AlreadyPresent
                | Self::Ready
        )
    }
}

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// The intent to send was written.
    Claimed,
    /// The answer says: invited.
    Invited,
    /// The answer says: refused, nothing done.
    Refused,
    /// What was observed proves that the platform did not process the row.
    NotProcessed,
    /// What was observed leaves the outcome open.
    Unclear,
    /// A sender started and found the row in flight: its predecessor died.
    FoundAtStart,
    /// A sender started on another boot of the machine: the quiet time begins anew.
    ClockBegunAnew,
    /// A complete list proves the invitation.
    SeenListed,
    /// A complete list proves that nothing happened.
    ProvedAbsent,
    /// A complete list was read and proves neither.
    Unproven,
    /// A person says: it went through.
    SaidDone,
    /// A person says: send again.
    SaidSend,
    /// A person says: leave it.
    SaidDrop,
    /// Not sent though it was to be: somebody called off what a person had said to send again, or nobody knows
    /// whether another run, or a lost journal, invited the person.
    SendTakenBack,
    /// Somebody called off what was not sent yet.
    Cancelled,
    /// Just before sending, the list or the journal showed that the person is there or was invited.
    AlreadyThere,
    /// A newer complete list is now what "listed before" means for this row.
    Relisted,
}

impl Step {
    /// Every step.
    pub const ALL: [Self; 17] = [
        Self::Claimed,
        Self::Invited,
        Self::Refused,
        Self::NotProcessed,
        Self::Unclear,
        Self::FoundAtStart,
        Self::ClockBegunAnew,
        Self::SeenListed,
        Self::ProvedAbsent,
        Self::Unproven,
        Self::SaidDone,
        Self::SaidSend,
        Self::SaidDrop,
        Self::SendTakenBack,
        Self::Cancelled,
        Self::AlreadyThere,
        Self::Relisted,
    ];

    /// The word in the journal.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Invited => "invited",
            Self::Refused => "refused",
            Self::NotProcessed => "not-processed",
            Self::Unclear => "unclear",
            Self::FoundAtStart => "found-at-start",
            Self::ClockBegunAnew => "clock-begun-anew",
            Self::SeenListed => "seen-listed",
            Self::ProvedAbsent => "proved-absent",
            Self::Unproven => "unproven",
            Self::SaidDone => "said-done",
            Self::SaidSend => "said-send",
            Self::SaidDrop => "said-drop",
            Self::SendTakenBack => "send-taken-back",
            Self::Cancelled => "cancelled",
            Self::AlreadyThere => "already-there",
            Self::Relisted => "relisted",
        }
    }

    /// The step with this word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|step| step.as_str() == word)
    }
}

/// A pair of state and step that no journal written by this program can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a row that is {} can't take the step {}", .state.as_str(), .step.as_str())]
pub struct IllegalMove {
    /// Where the row stood.
    pub state: RowState,
    /// What is said to have happened.
    pub step: Step,
}

/// The state after `step`, for a row that was sent `attempts` times.
///
/// # Errors
/// [`IllegalMove`] for every pair that is not listed here: the journal is corrupt, or a caller is wrong.
pub fn next(state: RowState, step: Step, attempts: u32) -> Result<RowState, IllegalMove> {
    use RowState as S;
    Ok(match (state, step) {
        (S::Ready, Step::Claimed) => S::InFlight,
        (S::Ready, Step::Cancelled) => S::Cancelled,
        (S::Ready, Step::SendTakenBack) => S::NeedsReview,
        (S::Ready, Step::AlreadyThere) => S::AlreadyPresent,
        (S::Ready, Step::Relisted) => S::Ready,
        (S::InFlight, Step::Invited) => S::Confirmed,
        (S::InFlight, Step::Refused) => S::Refused,
        (S::InFlight, Step::NotProcessed) => S::Ready,
        (S::InFlight, Step::Unclear | Step::FoundAtStart) => S::Unknown,
        (S::Unknown, Step::ClockBegunAnew) => S::Unknown,
        (S::Unknown, Step::SeenListed) => S::ConfirmedByList,
        (S::Unknown, Step::ProvedAbsent) if attempts < MAX_ATTEMPTS => S::Ready,
        (S::Unknown, Step::ProvedAbsent | Step::Unproven) => S::NeedsReview,
        (S::NeedsReview, Step::SaidSend) => S::Ready,
        (S::NeedsReview | S::Conflict, Step::SaidDone | Step::SaidDrop) => S::Resolved,
        _ => return Err(IllegalMove { state, step }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_read_back_and_are_those_of_json() {
        for state in RowState::ALL {
            assert_eq!(RowState::from_word(state.as_str()), Some(state));
            let json = serde_json::to_string(&state).expect("a word");
            assert_eq!(json, format!("\"{}\"", state.as_str()));
        }
        for step in Step::ALL {
            assert_eq!(Step::from_word(step.as_str()), Some(step));
        }
        assert_eq!(RowState::from_word("sent"), None);
    }

    #[test]
    fn an_ended_row_takes_no_step_at_all() {
        for state in RowState::ALL.into_iter().filter(|state| state.has_ended()) {
            for step in Step::ALL {
                assert_eq!(next(state, step, 0), Err(IllegalMove { state, step }));
            }
        }
    }

    #[test]
    fn a_row_leaves_unknown_for_ready_by_proved_absence_only() {
        for step in Step::ALL {
            if next(RowState::Unknown, step, 1) == Ok(RowState::Ready) {
                assert_eq!(step, Step::ProvedAbsent);
            }
        }
    }

    #[test]
    fn only_ready_goes_in_flight_and_only_by_a_written_claim() {
        for state in RowState::ALL {
            for step in Step::ALL {
                if next(state, step, 0) == Ok(RowState::InFlight) {
                    assert_eq!((state, step), (RowState::Ready, Step::Claimed));
                }
            }
        }
    }

    #[test]
    fn after_three_attempts_proved_absence_asks_a_person() {
        assert_eq!(next(RowState::Unknown, Step::ProvedAbsent, 2), Ok(RowState::Ready));
        assert_eq!(next(RowState::Unknown, Step::ProvedAbsent, 3), Ok(RowState::NeedsReview));
    }

    #[test]
    fn a_conflict_is_never_sent() {
        for step in Step::ALL {
            assert_ne!(next(RowState::Conflict, step, 0), Ok(RowState::Ready), "{step:?}");
        }
    }

    #[test]
    fn every_state_is_ended_or_awaits_somebody() {
        let ended = RowState::ALL.into_iter().filter(|state| state.has_ended()).count();
        assert_eq!(ended, 9);
    }
}
