//! Why a review can't be read or changed, in words for people.

use rollcall_core::{Sentence, sentence};
use rollcall_store::StoreError;

/// Why a review can't be read or changed. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum ReviewError {
    /// The database can't be opened, read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no such review.
    #[error("This review is no longer kept. Nothing was changed.")]
    Gone,
    /// There is no such hand-over.
    #[error(
        "No part of a review was handed over with this file on this computer, so nothing was taken from it. \
         It may belong to another connection, or its review was discarded."
    )]
    NoHandOver,
    /// It is signed off.
    #[error("This review is finished and signed off, so nothing in it changes any more.")]
    Finished,
    /// It is not signed off yet.
    #[error("This review is not finished yet. Its removals are followed once it is signed off.")]
    NotFinished,
    /// Nobody is in its scope.
    #[error("Nobody is in this scope, so there is nothing to review. Choose another one.")]
    Nobody,
    /// Somebody is not one of those who are looked at.
    #[error(
        "Somebody among these people is not part of this review: it looks at those who were listed when it \
         started. Nobody was decided on; people who appeared later are looked at in the next review."
    )]
    NotReviewed,
    /// Nobody is left whom the hand-over could be of.
    #[error("Everybody among these people is decided on already, so there is nobody to hand over.")]
    NobodyToHandOver,
    /// There is no decision that could be taken back.
    #[error("There is no decision left to take back.")]
    NothingToUndo,
    /// So many people are undecided, and it was said that it would be another number.
    #[error("{}", undecided(*.0))]
    Undecided(u32),
    /// The people do not fit the hash that was taken of them when the review started.
    #[error(
        "The people kept for this review are not those whom it started with: their hash differs. The file was \
         changed outside of Rollcall, so no evidence is written from it. Bring it back from a backup."
    )]
    Altered,
    /// What is stored is not what Rollcall stores.
    #[error(
        "What is kept of this review can't be read. It was left as it is; bring the file back from a backup."
    )]
    Unreadable,
}

fn undecided(people: u32) -> Sentence {
    match people {
        0 => sentence!(
            "Everybody is decided on by now, so nobody would stay undecided. It was not signed off yet; finish again."
        ),
        1 => sentence!("1 person is not decided on. Decide first, or finish with 1 undecided."),
        _ => sentence!(
            "{people} people are not decided on. Decide first, or finish with {people} undecided.",
            people = people,
        ),
    }
}

impl From<rusqlite::Error> for ReviewError {
    fn from(problem: rusqlite::Error) -> Self {
        match problem {
            rusqlite::Error::QueryReturnedNoRows => Self::Gone,
            // What SQLite says may quote the value, which may be a person's.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..) => Self::Unreadable,
            other => Self::Store(other.into()),
        }
    }
}

impl From<serde_json::Error> for ReviewError {
    fn from(_: serde_json::Error) -> Self {
        Self::Unreadable
    }
}
