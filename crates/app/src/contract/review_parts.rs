//! Parts of an access review that others decide on: handed over, and taken back.

use rollcall_core::{OrganizationId, UserId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// An organization, and how many of a review's people belonged to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReviewOrganization {
    /// The platform's id.
    pub id: OrganizationId,
    /// Its label.
    pub label: String,
    /// People who belonged to it.
    pub people: u32,
    /// Those of whom nothing is decided.
    pub undecided: u32,
}

/// Whom to hand over: the undecided people among these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct HandOverChoice {
    /// Exactly these; empty is everybody.
    pub users: Vec<UserId>,
    /// Of these organizations; empty is any.
    pub organization_ids: Vec<OrganizationId>,
}

/// A part that was handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HandOverView {
    /// Its id.
    pub id: String,
    /// Whom it was given to, as typed.
    pub to: String,
    /// When.
    pub at: String,
    /// People in it.
    pub people: u32,
    /// Those whose decision came back with it.
    pub came_back: u32,
    /// Those who are undecided still, and in nobody else's hands.
    pub open: u32,
    /// When something was last taken from it.
    pub returned_at: Option<String>,
}

/// Evidence that was written as pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SavedPdf {
    /// The file's name.
    pub name: String,
    /// Letters that no font of this computer has; they stand there as their codes, such as `[U+E000]`.
    pub unknown_letters: u32,
}

/// What was taken of a part that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakenBack {
    /// Its review.
    pub review: String,
    /// Under whose name.
    pub to: String,
    /// Decisions that were taken.
    pub taken: u32,
    /// Decisions that stood so already.
    pub same: u32,
    /// Rows without a decision.
    pub blank: u32,
    /// Rows that were not taken.
    pub refused: u32,
    /// The first of them, 100 at most.
    pub refused_rows: Vec<RefusedRow>,
}

/// A row that was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RefusedRow {
    /// The number that Excel shows.
    pub row: u32,
    /// The name or address that stands there; may be blank.
    pub who: String,
    /// Why.
    pub why: WhyRefused,
}

/// Why a row was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WhyRefused {
    /// This person is not in the part that was handed over, or the row can't be told.
    UnknownPerson,
    /// Name or address are not those of the person whom the row was made for.
    ChangedPerson,
    /// This person stands there more than once.
    Twice,
    /// What is chosen is none of keep, remove and ask.
    NoDecision,
    /// The note is longer than 2,000 characters.
    NoteTooLong,
    /// This person was handed to somebody else since.
    HandedOn,
    /// Somebody decided in the meantime.
    DecidedMeanwhile,
}
