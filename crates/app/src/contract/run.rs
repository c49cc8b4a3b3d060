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
