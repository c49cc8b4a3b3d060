//! What a person is preparing, and what was learned from it: it survives closing the window.
//!
//! A draft is the bytes of a file and the steps that were taken with it, each written before it shows. What is
//! remembered of earlier files stands beside them. All of it may hold names and addresses, so the database is
//! encrypted like the list of people. What a step means is its owner's business.

mod drafts;
mod memory;
mod schema;

pub use drafts::{Draft, Drafts, NewDraft, Summary};
pub use memory::{Answer, Mapping};
pub use schema::SCHEMA;

/// Why a draft could not be kept or found.
#[derive(Debug, thiserror::Error)]
pub enum DraftsError {
    /// The database can't be opened, read or written.
    #[error(transparent)]
    Store(#[from] rollcall_store::StoreError),
    /// There is no such draft any more.
    #[error(
        "This draft is no longer kept: it was sent, or discarded. What was sent stands under Runs; to send something else, drop its file."
    )]
    Gone,
}

impl From<rusqlite::Error> for DraftsError {
    fn from(problem: rusqlite::Error) -> Self {
        match problem {
            rusqlite::Error::QueryReturnedNoRows => Self::Gone,
            other => Self::Store(other.into()),
        }
    }
}
