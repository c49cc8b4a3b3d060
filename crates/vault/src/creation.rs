//! One creator of a data key at a time, over all processes of a person.

use crate::VaultState;
use crate::calls::Call;
use std::collections::hash_map::DefaultHasher;
use std::fs::{File, OpenOptions, TryLockError};
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::time::Duration;

/// Between two looks at whether the other one is done.
const PAUSE: Duration = Duration::from_millis(10);

/// Held while a data key is looked for and, if there is none, made. Two programs that both find none
/// would each store one, and what the first encrypted with its own could never be read again.
///
/// Waits for the other for as long as somebody waits for us. Where no such file can be made there is no
/// lock: refusing for ever would be worse than a race of milliseconds at the very first start.
///
/// # Errors
/// What [`Call::go_on`] says: the file may lie where others can hold it too, and a thread that waits for
/// them for ever would keep every later call from the keychain.
pub(crate) fn lock(service: &str, call: &Call) -> Result<Option<File>, VaultState> {
    let unlocked = |error: std::io::Error| tracing::warn!(%error, "the creation of a data key is not locked");
    let Some(file) = file(service).map_err(unlocked).ok() else { return Ok(None) };
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::WouldBlock) => call.go_on()?,
            Err(TryLockError::Error(error)) => {
                unlocked(error);
                return Ok(None);
            }
        }
        std::thread::sleep(PAUSE);
    }
}

fn file(service: &str) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(place(service))
}

/// A folder of the person alone where there is one.
pub(crate) fn place(service: &str) -> PathBuf {
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
    let mut hasher = DefaultHasher::new();
    service.hash(&mut hasher);
    folder.unwrap_or_else(std::env::temp_dir).join(format!("rollcall-{:016x}.lock", hasher.finish()))
}
