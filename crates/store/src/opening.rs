//! Opening: what is there is looked at first, and changed only when it is known to be ours.

use crate::files::{self, Content, OpeningLock};
use crate::schema::{Schema, Stamp};
use crate::{DataKey, StoreError, encrypt};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::Duration;

/// How long a statement waits for another connection's lock.
const BUSY_WAIT: Duration = Duration::from_secs(5);

/// Opens a database for reading and writing; creates it if there is none, and migrates it if it is
/// of an older version.
///
/// Foreign keys are on, statements wait 5 s for a lock, and a commit is durable when it returns.
///
/// A database that was written without a key is encrypted when a key is given: a copy is written
/// under another name, checked, brought to disk, and put in the place of the original in one step,
/// so that a crash leaves one or the other. That needs the database for itself; while another process
/// has it open, the answer is [`StoreError::Busy`] and it stays as it is. The blocks of the plain file
/// are given back to the file system, which overwrites them when it sees fit.
///
/// # Errors
/// [`StoreError`]; the database is unchanged then.
pub fn open(path: &Path, key: Option<&DataKey>, schema: &Schema) -> Result<Connection, StoreError> {
    files::make_folder(path)?;
    let _opening = OpeningLock::acquire(path)?;
    take_back_unfinished(path, key)?;
    match (Content::of(path)?, key) {
        (Content::Nothing, _) => files::make_private(path)?,
        (Content::Plain, Some(key)) => {
            probe(path, None, schema)?;
            encrypt::in_place(path, key)?;
        }
        (Content::Plain, None) | (Content::Opaque, Some(_)) => {
            probe(path, key, schema)?;
        }
        (Content::Opaque, None) => return Err(StoreError::KeyNeeded),
        (Content::Foreign, _) => return Err(StoreError::NotADatabase),
    }
    files::make_private(path)?;
    let mut connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    make_durable(&connection)?;
    schema.migrate(&mut connection)?;
    Ok(connection)
}

/// Opens a database for reading alone. It is never created, migrated or encrypted; one that was
/// written without a key is read as it is, whether a key is given or not.
///
/// # Errors
/// [`StoreError::Missing`] if there is none, [`StoreError::Older`] and [`StoreError::Newer`] if it
/// is of another version, and the other reasons of [`StoreError`].
pub fn open_read_only(path: &Path, key: Option<&DataKey>, schema: &Schema) -> Result<Connection, StoreError> {
    // Before the lock, whose file would otherwise be made where there is no database.
    if !path.try_exists()? {
        return Err(StoreError::Missing);
    }
    let _opening = OpeningLock::acquire(path)?;
    take_back_unfinished(path, key)?;
    let key = match (Content::of(path)?, key) {
        (Content::Nothing, _) => return Err(StoreError::Missing),
        (Content::Foreign, _) => return Err(StoreError::NotADatabase),
        (Content::Opaque, None) => return Err(StoreError::KeyNeeded),
        (Content::Opaque, Some(key)) => Some(key),
        (Content::Plain, _) => None,
    };
    let (connection, stamp) = probe(path, key, schema)?;
    match stamp {
        Stamp::Blank => Err(StoreError::Missing),
        Stamp::Version(found) if found < schema.version() => {
            Err(StoreError::Older { found, known: schema.version() })
        }
        Stamp::Version(_) => Ok(connection),
    }
}

/// Whether a file was written with a key, as far as can be told without it. No file was not.
///
/// # Errors
/// [`StoreError::Io`] when it can't be read, [`StoreError::Damaged`] when its parts contradict one another.
pub fn is_encrypted(path: &Path) -> Result<bool, StoreError> {
    Ok(Content::of(path)? == Content::Opaque)
}

/// Whether there is no database: no file, or an empty one, as a power cut or a copy that broke off leaves it.
///
/// # Errors
/// Like [`is_encrypted`]: a write-ahead log that is left alone may be all that there is of a database.
pub fn is_nothing(path: &Path) -> Result<bool, StoreError> {
    Ok(Content::of(path)? == Content::Nothing)
}

/// Takes back what a process had begun and not finished when it died while it made the database, before there was
/// a write-ahead log. A connection that may not write could not even look at such a file.
fn take_back_unfinished(path: &Path, key: Option<&DataKey>) -> Result<(), StoreError> {
    if !files::has_journal(path)? {
        return Ok(());
    }
    let key = match (Content::of(path)?, key) {
        (Content::Plain, _) => None,
        (Content::Opaque, Some(key)) => Some(key),
        (Content::Opaque, None) => return Err(StoreError::KeyNeeded),
        (Content::Nothing | Content::Foreign, _) => return Ok(()),
    };
    connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    tracing::info!("what a process had begun in a database when it died was taken back");
    Ok(())
}

/// Looks at a database without being able to change it. Even closing a connection that may write
/// would bring the write-ahead log into the file, and a newer database must stay as it is.
fn probe(path: &Path, key: Option<&DataKey>, schema: &Schema) -> Result<(Connection, Stamp), StoreError> {
    let connection = connect(path, key, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let stamp = schema.refuse_newer(&connection)?;
    Ok((connection, stamp))
}

/// A connection whose key, if any, was seen to fit.
pub(crate) fn connect(
    path: &Path,
    key: Option<&DataKey>,
    access: OpenFlags,
) -> Result<Connection, StoreError> {
    // Neither a URI, which a strange path could be taken for, nor `CREATE`: the file is made before,
    // owner-only.
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(BUSY_WAIT)?;
    if let Some(key) = key {
        // SQLCipher writes its own words to standard error otherwise, which belongs to the caller.
        connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
        key.unlock(&connection)?;
    }
    check_readable(&connection, key)?;
    // What is sorted or staged on the way would otherwise lie unencrypted in the folder for
    // temporary files.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "foreign_keys", true)?;
    Ok(connection)
}

/// A wrong key shows at the first read only.
fn check_readable(connection: &Connection, key: Option<&DataKey>) -> Result<(), StoreError> {
    let read = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    match read.map_err(StoreError::from) {
        Err(StoreError::NotADatabase) if key.is_some() => Err(StoreError::WrongKey),
        other => other,
    }
}

fn make_durable(connection: &Connection) -> Result<(), StoreError> {
    let mode: String = connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        // Some network folders can't do it, and readers would block the writer there.
        tracing::warn!(mode, "the database can't use a write-ahead log here");
    }
    connection.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}
