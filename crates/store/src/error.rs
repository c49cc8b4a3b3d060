//! Why a database can't be used, in words for people.

use rusqlite::ErrorCode;

/// Why a database can't be used. Each sentence says what happened, that nothing was lost, and what
/// comes next; what SQLite or the operating system said is the source, for logs.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// A newer Rollcall wrote it. The file was not touched.
    #[error(
        "This data was written by a newer version of Rollcall (format {found}; this version knows up to {known}). \
         It was not changed. Update Rollcall to open it."
    )]
    Newer {
        /// The version in the file.
        found: u32,
        /// The newest version that this program knows.
        known: u32,
    },
    /// An older Rollcall wrote it, and it was to be read only, so it can't be migrated.
    #[error(
        "This data was written by an older version of Rollcall (format {found}; this version needs {known}). \
         It was not changed. Start Rollcall once to bring it up to date."
    )]
    Older {
        /// The version in the file.
        found: u32,
        /// The version that this program reads.
        known: u32,
    },
    /// It was written with a key, and none was given.
    #[error(
        "This data is encrypted, and its key is not at hand. Nothing was changed. \
         Unlock the keychain and try again, or give the key in ROLLCALL_DATA_KEY."
    )]
    KeyNeeded,
    /// It was written with another key.
    #[error(
        "This data is encrypted with another key than the one in the keychain. Nothing was changed. \
         If the keychain was replaced, bring the old key back, or move the data folder aside to start anew."
    )]
    WrongKey,
    /// The key is not 64 hexadecimal digits.
    #[error("The key for the data is not 64 hexadecimal digits, so it was not used. Nothing was changed.")]
    BadKey,
    /// Something else is in the file.
    #[error(
        "The file where Rollcall keeps its data holds something else. It was not changed. Move it aside to start anew."
    )]
    NotADatabase,
    /// Its parts contradict one another.
    #[error(
        "The data on disk is damaged, and reading on would mix it up further. It was not changed. \
         Bring the file back from a backup, or move it aside to start anew."
    )]
    Damaged,
    /// There is no such file, and it was to be read only.
    #[error("There is no data here yet, so there is nothing to show. Nothing was created.")]
    Missing,
    /// Another Rollcall holds it.
    #[error(
        "Another Rollcall is using this data right now. Nothing was changed. Try again in a moment, or close the other one."
    )]
    Busy,
    /// The disk is full.
    #[error("The disk is full. What was stored before is unharmed. Make room and try again.")]
    DiskFull,
    /// The file can't be reached.
    #[error(
        "The data on disk can't be reached. Nothing was changed. Check that the data folder exists and belongs to you."
    )]
    Io(#[source] std::io::Error),
    /// Anything else that SQLite says.
    #[error(
        "The data on disk could not be used. What was stored before is unharmed. Restart Rollcall and try again."
    )]
    Sqlite(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::NotADatabase) => Self::NotADatabase,
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged,
            _ => Self::Sqlite(error),
        }
    }
}

impl From<std::io::Error> for StoreError {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io(error),
        }
    }
}
