//! What a connection's data takes on this machine.

use serde::Serialize;
use specta::Type;

/// What a connection's data takes on this machine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StorageUse {
    /// All of it, in KiB.
    pub total: u32,
    /// What it is made of; parts that take nothing are left out.
    pub parts: Vec<StoragePart>,
    /// Refreshes that can be compared.
    pub refreshes: u32,
    /// When the oldest of them was, RFC 3339.
    pub oldest_refresh: Option<String>,
}

/// A part of what a connection's data takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct StoragePart {
    /// What is kept.
    pub what: StorageWhat,
    /// How much it takes, in KiB.
    pub kib: u32,
}

/// What is kept of a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum StorageWhat {
    /// The list of people and its search index.
    List,
    /// What refreshes changed.
    History,
    /// Who was invited, and what became of it.
    Runs,
    /// What is being prepared, and what was learned from it.
    Drafts,
    /// Saved views.
    Views,
    /// Reviews and what was found.
    Reviews,
    /// Small things beside them.
    Other,
}
