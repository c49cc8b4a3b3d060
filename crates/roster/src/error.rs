//! Why the list can't be read or refreshed, in words for people.

use rollcall_store::StoreError;

/// Why the list can't be read or refreshed.
#[derive(Debug, thiserror::Error)]
pub enum RosterError {
    /// The database can't be used.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another refresh of the same list was begun later, here or in another process.
    #[error(
        "Another refresh of this list began while this one ran, so this one stopped. Nothing was lost; the \
         other one goes on."
    )]
    Superseded,
    /// The rows are not those any more that were marked.
    #[error("The list was refreshed or has changed since you chose; nothing was done. Choose again.")]
    ListChanged,
    /// A day of a query is not of the form `YYYY-MM-DD`.
    #[error("A day is written as year, month and day, such as 2026-03-31.")]
    NoDay,
    /// What is stored is not what Rollcall stores.
    #[error(
        "The stored list can't be read. Nothing was lost that a refresh does not bring back. Refresh the list."
    )]
    Unreadable,
}

impl From<rusqlite::Error> for RosterError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::InvalidColumnType(..) => {
                // What SQLite says may quote the value, which may be a person's.
                tracing::error!("a stored value has another shape");
                Self::Unreadable
            }
            other => Self::Store(other.into()),
        }
    }
}
