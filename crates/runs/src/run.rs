//! What goes into a run, and what can be read of it.

use crate::state::{RowState, Step};
use rollcall_core::{CanonicalEmail, Invitation, UserId};
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// A run's id: a UUID of version 7, so that ids sort by age.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RunId(pub String);

impl RunId {
    pub(crate) fn fresh() -> Self {
        Self(uuid::Uuid::now_v7().to_string())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for RunId {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl std::fmt::Display for RunId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which platform a run was begun on, and by which caller.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlatformIdentity {
    /// Base URL and scope, or the fixed word `sandbox:`.
    pub base: String,
    /// The signed-in subject, where the sign-in tells.
    pub subject: Option<String>,
}

/// A run to write down.
#[derive(Clone, Debug)]
pub struct NewRun {
    /// The profile's name.
    pub profile: String,
    /// What people call it, for example the file's name.
    pub title: String,
    /// SHA-256 of the file's bytes, lower-case hex; none for a typed person or a view.
    pub file_sha256: Option<String>,
    /// SHA-256 of file, mapping and decisions: the same again is the same run.
    pub fingerprint: String,
    /// Who asked for it.
    pub started_by: String,
    /// Where it goes.
    pub platform: PlatformIdentity,
    /// The file's headers, for the report.
    pub headers: Vec<String>,
    /// Age of the complete list that the plan was checked against, when the run is written, in seconds.
    /// `None` where there was none: the sender then reads one before anything is sent.
    pub list_age_seconds: Option<u64>,
    /// What the journal held when the plan was made, from [`Journal::mark`](crate::Journal::mark).
    /// Invitations that came later in other runs are not sent a second time by this one. `None` is now.
    pub planned_at: Option<crate::Mark>,
    /// Every row of the file that is not blank.
    pub rows: Vec<NewRow>,
}

/// A row to write down.
#[derive(Clone, Debug)]
pub struct NewRow {
    /// The number that a spreadsheet program shows.
    pub row: u32,
    /// The address as typed; may be empty.
    pub email: String,
    /// The address for comparing, where there is one.
    pub canonical: Option<CanonicalEmail>,
    /// One of [`RowState::may_begin`].
    pub state: RowState,
    /// The row that carries the invitation, for `Duplicate` and `Folded`.
    pub of: Option<u32>,
    /// Why it is not sent, as a code.
    pub code: Option<String>,
    /// Why it is not sent, as a sentence.
    pub message: Option<String>,
    /// The row's cells as read, for the report.
    pub cells: Vec<String>,
    /// What to send, for `Ready` and nothing else.
    pub invitation: Option<Invitation>,
    /// Whether the complete list taken before the run has this person.
    pub listed_before: bool,
    /// The creation date in that list, RFC 3339.
    pub created_before: Option<String>,
}

/// How a run as a whole stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RunState {
    /// A sender walks it, or died doing so: [`holder`](crate::holder) tells.
    Running,
    /// It goes on by itself at a time, or when somebody says so.
    Paused,
    /// It ended early, and can be taken up again.
    Stopped,
    /// No row awaits a sender any more. Some may await a person.
    Finished,
}

impl RunState {
    /// The word in the journal and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Stopped => "stopped",
            Self::Finished => "finished",
        }
    }

    pub(crate) fn from_word(word: &str) -> Option<Self> {
        [Self::Running, Self::Paused, Self::Stopped, Self::Finished]
            .into_iter()
            .find(|state| state.as_str() == word)
    }
}

/// Why a run waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pause {
    /// When it goes on by itself, RFC 3339; none where it waits for somebody.
    pub until: Option<String>,
    /// A sentence for the person.
    pub reason: String,
}

/// A run without its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunSummary {
    /// Its id.
    pub id: RunId,
    /// What people call it.
    pub title: String,
    /// The profile's name when it began.
    pub profile: String,
    /// Where it goes.
    pub platform: PlatformIdentity,
    /// SHA-256 of the file.
    pub file_sha256: Option<String>,
    /// SHA-256 of file, mapping and decisions.
    pub fingerprint: String,
    /// The file's headers.
    pub headers: Vec<String>,
    /// When it was written, RFC 3339.
    pub started_at: String,
    /// Who asked for it.
    pub started_by: String,
    /// How it stands.
    pub state: RunState,
    /// When it came to stand so, RFC 3339.
    pub state_since: String,
    /// How many rows are in each state; states without rows are left out.
    pub counts: BTreeMap<RowState, u32>,
    /// Rows of the file.
    pub rows: u32,
    /// Rows that were to be sent when the run began.
    pub people: u32,
    /// Why it waits, while paused.
    pub pause: Option<Pause>,
    /// Why it ended early, while stopped: a sentence.
    pub stopped_because: Option<String>,
}

impl RunSummary {
    /// How many rows are in this state.
    pub fn count(&self, state: RowState) -> u32 {
        self.counts.get(&state).copied().unwrap_or(0)
    }

    /// Whether it is paused until a time that is known.
    pub fn goes_on_by_itself(&self) -> bool {
        self.pause.as_ref().is_some_and(|pause| pause.until.is_some())
    }

    /// Rows for which the platform gave, or a list proved, an outcome of sending.
    pub fn sent(&self) -> u32 {
        self.count(RowState::Confirmed)
            + self.count(RowState::ConfirmedByList)
            + self.count(RowState::Refused)
    }

    /// Rows that were to be sent and were not.
    pub fn not_sent(&self) -> u32 {
        self.count(RowState::Ready) + self.count(RowState::Cancelled)
    }

    /// Rows whose outcome is being looked up.
    pub fn being_checked(&self) -> u32 {
        self.count(RowState::Unknown) + self.count(RowState::InFlight)
    }

    /// Rows that only a person can bring to an end.
    pub fn awaiting_person(&self) -> u32 {
        self.count(RowState::NeedsReview) + self.count(RowState::Conflict)
    }
}

/// A row as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunRow {
    /// The number that a spreadsheet program shows.
    pub row: u32,
    /// The address as typed.
    pub email: String,
    /// Where it stands.
    pub state: RowState,
    /// How often it was sent, calls that were proved not processed left out.
    pub attempts: u32,
    /// The row that carries the invitation.
    pub of: Option<u32>,
    /// The account's id, once known.
    pub user_id: Option<UserId>,
    /// Why it stands so, as a code.
    pub code: Option<String>,
    /// Why it stands so, as a sentence.
    pub message: Option<String>,
    /// Since when, RFC 3339.
    pub at: String,
    /// The row's cells as read.
    pub cells: Vec<String>,
}

/// Which rows to read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RowFilter {
    /// Only rows in one of these states; all rows where empty.
    pub states: Vec<RowState>,
}

/// Some rows, and how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowWindow {
    /// Rows that match the filter.
    pub total: u32,
    /// Those asked for, by row number.
    pub rows: Vec<RunRow>,
}

/// One thing that happened to a row: everything that a person needs in order to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowEvent {
    /// When, RFC 3339.
    pub at: String,
    /// What.
    pub step: Step,
    /// Where the row stood afterwards.
    pub state: RowState,
    /// How often it had been sent by then.
    pub attempts: u32,
    /// Why, as a code.
    pub code: Option<String>,
    /// Why, as a sentence.
    pub message: Option<String>,
    /// SHA-256 of the call's body, lower-case hex.
    pub body_sha256: Option<String>,
    /// When the complete list that decided was begun, RFC 3339.
    pub list_begun_at: Option<String>,
    /// The person who decided.
    pub by: Option<String>,
}

/// What a person says of a row that nothing proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// It went through.
    Done,
    /// Send it again.
    Send,
    /// Leave it.
    Drop,
}

impl Decision {
    pub(crate) fn step(self) -> Step {
        match self {
            Self::Done => Step::SaidDone,
            Self::Send => Step::SaidSend,
            Self::Drop => Step::SaidDrop,
        }
    }
}

/// A run that was to invite somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RunOfPerson {
    /// The run.
    pub run: RunId,
    /// What people call it.
    pub title: String,
    /// When it started, RFC 3339.
    pub started_at: String,
    /// The row that carried the invitation.
    pub row: RunRow,
}

/// Somebody whom a run invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitedLast {
    /// Who.
    pub person: CanonicalEmail,
    /// When, RFC 3339.
    pub at: String,
    /// The platform that the run went to, as [`PlatformIdentity::base`] names it.
    pub platform: String,
}
