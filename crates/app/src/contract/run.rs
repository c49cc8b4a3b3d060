//! Runs: what was sent, and what became of each row.

pub use rollcall_runs::{RowState, RunState};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Rows in one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowStateCount {
    /// The state.
    pub state: RowState,
    /// How many rows.
    pub rows: u32,
}

/// A run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunView {
    /// The run's id.
    pub id: String,
    /// Whose.
    pub profile: String,
    /// The file's name, or "1 person".
    pub title: String,
    /// When it started.
    pub started_at: String,
    /// Who started it, on this computer.
    pub started_by: String,
    /// How it stands.
    pub state: RunState,
    /// Whether this process is sending it now.
    pub active: bool,
    /// All states that occur.
    pub counts: Vec<RowStateCount>,
    /// Rows of the file.
    pub rows: u32,
    /// People to invite.
    pub people: u32,
    /// Why it waits.
    pub pause: Option<Pause>,
    /// Why it ended early.
    pub stopped_because: Option<String>,
    /// Seconds left, once that can be told.
    pub seconds_left: Option<u32>,
    /// People whose call ended in the last minute or so, told for a whole one, once that can be told.
    pub people_per_minute: Option<u32>,
    /// When the unclear rows are looked up.
    pub next_look_at: Option<String>,
}

/// Why a run waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Pause {
    /// Until when; absent while it waits for a person.
    pub until: Option<String>,
    /// In words.
    pub reason: String,
}

/// A window of a run's rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunRows {
    /// Rows in the asked states.
    pub total: u32,
    /// The window.
    pub rows: Vec<RunRow>,
}

/// A row of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunRow {
    /// The number that Excel shows.
    pub row: u32,
    /// The address as typed.
    pub email: String,
    /// How it stands.
    pub state: RowState,
    /// How often it was sent.
    pub attempts: u32,
    /// The row that carries its invitation.
    pub of: Option<u32>,
    /// The account's id.
    pub user_id: Option<String>,
    /// The reason's code.
    pub code: Option<String>,
    /// The reason in words.
    pub message: Option<String>,
    /// When it came to this state.
    pub at: Option<String>,
}

/// A person's word on a row that can't be settled without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RowDecision {
    /// It went through.
    Done,
    /// Send it again.
    Send,
    /// Leave it.
    Drop,
}

/// Which rows a report holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReportRows {
    /// Every row.
    All,
    /// Rows that did not end well.
    Failed,
}

/// A row and everything that happened to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowHistory {
    /// The row as it stands.
    pub row: RunRow,
    /// What happened, the oldest first; nothing for a row that was never touched.
    pub moments: Vec<RowMoment>,
}

/// One thing that happened to a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowMoment {
    /// When.
    pub at: String,
    /// What.
    pub step: RowStep,
    /// Which attempt it belongs to; 0 before the first.
    pub attempt: u32,
    /// What was said of it, in words.
    pub message: Option<String>,
    /// When the complete list was begun that the person was looked up in.
    pub list_begun_at: Option<String>,
    /// Whose word it was.
    pub by: Option<String>,
}

/// What can happen to a row, as far as a person who has to decide can tell it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum RowStep {
    /// A call went out for it.
    Sent,
    /// The answer says: invited.
    Invited,
    /// The answer says: refused.
    Refused,
    /// The platform could not be reached; nothing went out.
    NotReached,
    /// The platform asked to wait, and did nothing.
    AskedToWait,
    /// The platform refused the key, the sign-in or the permission, and did nothing.
    SignInRefused,
    /// The platform refused the whole call, and did nothing.
    CallRefused,
    /// The platform did nothing, for another reason.
    NotProcessed,
    /// No whole answer came.
    NoAnswer,
    /// An answer came that leaves open what happened.
    UnclearAnswer,
    /// Rollcall ended while the call was under way.
    CutOff,
    /// The computer was started anew, so the wait before looking began again.
    WaitBegunAnew,
    /// Looked up: listed, and was not before.
    FoundListed,
    /// Looked up: not listed, which proves that nothing happened.
    FoundAbsent,
    /// Looked up: listed, and was before.
    ListedBefore,
    /// Looked up: not listed any more.
    Vanished,
    /// Looked up: not listed, and who has not accepted never is.
    PendingNotListed,
    /// Looked up: not listed, and need not be visible to this connection.
    NotVisible,
    /// Looked up, and it proves nothing, for another reason.
    Unproven,
    /// A person said that it went through.
    SaidDone,
    /// A person said to send it again.
    SaidSend,
    /// A person said to leave it.
    SaidDrop,
    /// Called off before it was sent again in doubt.
    SendTakenBack,
    /// Not sent, because nobody knows whether the person was invited otherwise.
    HeldBack,
    /// Called off before it was sent.
    CalledOff,
    /// Was there, or was invited, just before it would have been sent.
    AlreadyThere,
    /// A newer list became what "listed before" means.
    ListRenewed,
}

/// What became of a person's word on several rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowsResolved {
    /// The run as it stands now.
    pub run: RunView,
    /// How many rows took it.
    pub taken: u32,
    /// The rows that did not, and why.
    pub not_taken: Vec<RowNotTaken>,
}

/// A row that did not take a person's word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RowNotTaken {
    /// Which.
    pub row: u32,
    /// Why, in words.
    pub message: String,
}

/// What was called off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CalledOff {
    /// The run as it stands now.
    pub run: RunView,
    /// How many rows are not sent because of it.
    pub rows: u32,
}
