//! One creator of a data key at a time, over all processes of a person.

use std::collections::hash_map::DefaultHasher;
use std::fs::{File, OpenOptions};
use std::hash::{Hash, Hasher};
use std::path::PathBuf;

/// Held while a data key is looked for and, if there is none, made. Two programs that both find none
/// would each store one, and what the first encrypted with its own could never be read again.
///
/// Waits for the other. Where no such file can be made there is no lock: refusing for ever would be
/// worse than a race of milliseconds at the very first start.
pub(crate) fn lock(service: &str) -> Option<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let locked = options.open(place(service)).and_then(|file| file.lock().map(|()| file));
    locked.inspect_err(|error| tracing::warn!(%error, "the creation of a data key is not locked")).ok()
}

/// A folder of the person alone where there is one.
fn place(service: &str) -> PathBuf {
    let folder = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).filter(|folder| folder.is_dir());
    let mut hasher = DefaultHasher::new();
    service.hash(&mut hasher);
    folder.unwrap_or_else(std::env::temp_dir).join(format!("rollcall-{:016x}.lock", hasher.finish()))
}
