//! The files of a database: what is in them, who may read them, who opens them now.

use crate::StoreError;
use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The first 16 bytes of every SQLite file that is not encrypted.
/// Source: <https://www.sqlite.org/fileformat.html>, section 1.3. SQLCipher has its salt there.
const PLAIN_HEADER: &[u8; 16] = b"SQLite format 3\0";

/// The smallest file that SQLCipher writes: one page.
const PAGE: u64 = 4096;

/// How long an opener waits for another one that opens, migrates or encrypts the same database.
const OPENING_WAIT: Duration = Duration::from_secs(5);

/// What is in a file, as far as can be told without a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// No file, or one of 0 bytes.
    Nothing,
    /// An SQLite database without a key.
    Plain,
    /// At least a page of something else. An encrypted database looks like noise.
    Opaque,
    /// Too short for a database.
    Foreign,
}

impl Content {
    /// Looks at the file's first bytes.
    pub(crate) fn of(path: &Path) -> Result<Self, StoreError> {
        let mut file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Self::nothing_at(path),
            Err(error) => return Err(error.into()),
        };
        let length = file.metadata()?.len();
        if length == 0 {
            return Self::nothing_at(path);
        }
        let mut start = [0; PLAIN_HEADER.len()];
        let plain = length >= PLAIN_HEADER.len() as u64 && {
            file.read_exact(&mut start)?;
            &start == PLAIN_HEADER
        };
        Ok(match plain {
            true => Self::Plain,
            false if length >= PAGE => Self::Opaque,
            false => Self::Foreign,
        })
    }

    // SQLite deletes a write-ahead log whose database is empty. If the database itself was lost, the
    // log is all that is left of it, and starting anew beside it would destroy that.
    fn nothing_at(path: &Path) -> Result<Self, StoreError> {
        match std::fs::metadata(with_suffix(path, "-wal")) {
            Ok(log) if log.len() > 0 => Err(StoreError::Damaged),
            _ => Ok(Self::Nothing),
        }
    }
}

/// The same path with something after its name, such as `-wal`.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Whether a journal lies beside a database, with which a change that was begun can be taken back.
pub(crate) fn has_journal(path: &Path) -> Result<bool, StoreError> {
    match std::fs::metadata(with_suffix(path, "-journal")) {
        Ok(journal) => Ok(journal.len() > 0),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Makes the missing folders above a database, for the owner alone. A folder that exists already is
/// left as it is: it may be one that others rightly use.
pub(crate) fn make_folder(path: &Path) -> Result<(), StoreError> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else {
        return Ok(());
    };
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    Ok(builder.create(folder)?)
}

/// Makes sure that the file exists and that only its owner may read it, before SQLite writes to it.
/// SQLite gives the write-ahead log, its index and a journal the same permissions.
pub(crate) fn make_private(path: &Path) -> Result<(), StoreError> {
    let file = private_file(path)?;
    tighten(&file)
}

/// Opens a file of ours for writing, and creates it owner-only if it is missing.
fn private_file(path: &Path) -> Result<File, StoreError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok(options.open(path)?)
}

#[cfg(unix)]
fn tighten(file: &File) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt;
    let mut permissions = file.metadata()?.permissions();
    if permissions.mode() & 0o777 != 0o600 {
        permissions.set_mode(0o600);
        file.set_permissions(permissions)?;
    }
    Ok(())
}

// Elsewhere the data folder lies in the person's own profile, whose access list is inherited.
#[cfg(not(unix))]
fn tighten(_file: &File) -> Result<(), StoreError> {
    Ok(())
}

/// Waits until a file's bytes are on disk.
pub(crate) fn sync_file(path: &Path) -> Result<(), StoreError> {
    Ok(OpenOptions::new().read(true).write(true).open(path)?.sync_all()?)
}

/// Waits until a folder's entries are on disk: without it a rename may be undone by a power cut.
#[cfg(unix)]
pub(crate) fn sync_folder_of(path: &Path) -> Result<(), StoreError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Ok(File::open(folder)?.sync_all()?)
}

// A folder can't be opened as a file there; NTFS journals its renames.
#[cfg(not(unix))]
pub(crate) fn sync_folder_of(_path: &Path) -> Result<(), StoreError> {
    Ok(())
}

/// Removes a database that a crash left half-made, and its logs: whatever of it is there.
///
/// # Errors
/// [`StoreError::Io`] where a part of it stays.
pub fn remove_database(path: &Path) -> Result<(), StoreError> {
    ["", "-journal", "-wal", "-shm"].iter().try_for_each(|suffix| remove(&with_suffix(path, suffix)))
}

/// Removes a file that may be missing.
fn remove(path: &Path) -> Result<(), StoreError> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error.into()),
        _ => Ok(()),
    }
}

/// Held while a database is being opened: one opener at a time, over all processes. Without it one
/// process could open the file that another is just replacing by its encrypted copy, and write into
/// a file that no name leads to any more.
pub(crate) struct OpeningLock {
    // Unlocked when it is closed.
    _file: File,
}

impl OpeningLock {
    /// Waits a little for another opener.
    ///
    /// # Errors
    /// [`StoreError::Busy`] if it does not finish in time.
    pub(crate) fn acquire(database: &Path) -> Result<Self, StoreError> {
        let file = private_file(&with_suffix(database, ".lock"))?;
        let give_up = Instant::now() + OPENING_WAIT;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) if Instant::now() < give_up => {
                    std::thread::sleep(Duration::from_millis(10));
                }
                Err(TryLockError::WouldBlock) => return Err(StoreError::Busy),
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
    }
}
