//! What changed from one refresh to another, and what a person's history is.

use rollcall_core::UserId;
pub use rollcall_roster::ChangeKind;
use serde::{Deserialize, Serialize};
use specta::Type;

/// A refresh that was taken over and is kept: all of 30 days, then one a week for 13 months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefreshView {
    /// Counts from 1; a later one is higher.
    pub number: u32,
    /// When its first page was asked for, RFC 3339.
    pub at: String,
    /// People in it.
    pub people: u32,
    /// People who were not in the kept one before. Nobody joined the oldest one: it is the beginning.
    pub joined: u32,
    /// People of the kept one before who were not in it.
    pub left: u32,
    /// People in both, of whom something is different.
    pub changed: u32,
}

/// Between which two refreshes. The earlier one of both is what the later one is measured by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct ChangeSpan {
    /// The number of the earlier one; none is the last one that is at least 7 days older than the later one, or
    /// else the oldest.
    pub from: Option<u32>,
    /// The number of the later one; none is the newest.
    pub to: Option<u32>,
}

/// What is different between two refreshes: the net of everything that happened in between.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangesView {
    /// The earlier one.
    pub from: RefreshView,
    /// The later one.
    pub to: RefreshView,
    /// For each kind, in order, of how many people. One person may be counted under several.
    pub counts: Vec<ChangeCount>,
    /// People of whom anything is different.
    pub people: u32,
}

/// Of how many people something is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangeCount {
    /// What.
    pub kind: ChangeKind,
    /// How many.
    pub people: u32,
}

/// A window of the people of whom something is different, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangeWindow {
    /// How many there are in all.
    pub total: u32,
    /// The window's rows.
    pub rows: Vec<ChangeRow>,
}

/// A person of whom something is different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ChangeRow {
    /// The platform's id.
    pub user_id: UserId,
    /// Given and family name as of the later refresh; of somebody who left, as of the earlier one. Empty where unknown.
    pub name: String,
    /// The address, likewise.
    pub email: String,
    /// Whether the list that stands has this person.
    pub still_listed: bool,
    /// What is different; never empty.
    pub changes: Vec<FieldChange>,
}

/// One thing that is different of a person, in names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// What.
    pub kind: ChangeKind,
    /// Which field, where the kind is `other`: `email`, `firstName`, `lastName`, `created`, `accessibility`,
    /// `externalId`, or `other:` and the platform's own name.
    pub field: Option<String>,
    /// What it was; empty where there was nothing.
    pub before: Vec<String>,
    /// What it is.
    pub after: Vec<String>,
}

/// One thing that a refresh changed of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// When the refresh was, RFC 3339.
    pub at: String,
    /// Its number.
    pub number: u32,
    /// What.
    pub kind: ChangeKind,
    /// Which field, as in a [`FieldChange`].
    pub field: Option<String>,
    /// What it was.
    pub before: Vec<String>,
    /// What it is.
    pub after: Vec<String>,
}
