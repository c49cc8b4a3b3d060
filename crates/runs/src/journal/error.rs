//! Why the journal can't do what was asked, in words for people.

use crate::state::RowState;
use rollcall_store::StoreError;

/// Why the journal can't do what was asked. Whatever it is, nothing that was written before is lost.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// The database can't be opened, read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// It was opened for reading alone.
    #[error("The journal was opened for reading only, so nothing was written and nothing is sent.")]
    ReadOnly,
    /// What it holds can't have been written by this program.
    #[error(
        "The journal contradicts itself ({what}). Nothing is sent from it, and it was not changed. \
         Bring it back from a backup, or ask for help before you send these people anything."
    )]
    Corrupt {
        /// What is wrong, without any address: of a [`phrase!`](rollcall_core::phrase!) or
        /// [`sentence!`](rollcall_core::sentence!), so that it can be said in other languages too.
        what: String,
    },
    /// There is no such run.
    #[error("There is no run with this id in the journal of this profile.")]
    NoSuchRun,
    /// The run has no such row.
    #[error("The run has no row {row}.")]
    NoSuchRow {
        /// The row that was asked for.
        row: u32,
    },
    /// The row does not wait for this decision.
    #[error("Row {row} is {stands} and does not wait for this decision. Nothing was changed.", stands = .state.as_str())]
    NotWaiting {
        /// The row.
        row: u32,
        /// Where it stands.
        state: RowState,
    },
    /// The list that the plan was checked against is too old to decide by.
    #[error(
        "The list of people is {minutes} minutes old, and somebody may have been invited since. \
         Nothing was sent. Refresh the list, look at the plan again, and start."
    )]
    ListTooOld {
        /// Its age.
        minutes: u64,
    },
    /// A run that must not be written.
    #[error("This run can't be written down: {what}. Nothing was sent.")]
    InvalidRun {
        /// What is wrong, as in [`JournalError::Corrupt`].
        what: String,
    },
    /// It could not be written a moment ago, for somebody else.
    #[error("The journal could not be written a moment ago, so nothing more is sent.")]
    FailedBefore,
    /// Rows changed between being picked and being claimed.
    #[error("Rows of this run were changed from another window in the same moment. Nothing was sent.")]
    Changed,
}

impl JournalError {
    /// Whether the journal itself failed, rather than refused what was asked.
    pub(crate) fn is_failure(&self) -> bool {
        matches!(self, Self::Store(_) | Self::ReadOnly | Self::Corrupt { .. })
    }

    pub(crate) fn corrupt(what: impl Into<String>) -> Self {
        Self::Corrupt { what: what.into() }
    }
}

impl From<rusqlite::Error> for JournalError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::ReadOnly) => Self::ReadOnly,
            _ => Self::Store(StoreError::from(error)),
        }
    }
}
