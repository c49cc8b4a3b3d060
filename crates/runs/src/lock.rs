//! One sender per profile on a machine.
//!
//! The operating system's lock decides, and it ends with the process that holds it, however that ends.
//! Who holds it is written into a file beside it: for people, and never trusted for locking.

use jiff::Timestamp;
use rollcall_core::{phrase, sentence};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// Who sends, as they said of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Process id.
    pub pid: u32,
    /// Name of the machine.
    pub host: String,
    /// Name of the account.
    pub user: String,
    /// Since when, RFC 3339.
    pub since: String,
}

/// Another sender holds the lock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldBy {
    /// Who, where it could be read.
    pub who: Option<Holder>,
}

impl std::fmt::Display for HeldBy {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.who {
            Some(who) => {
                let said = sentence!(
                    "Invitations of this connection are being sent by process {pid} of {user} on {host} since {since}. \
                     Nothing was sent from here; wait for it, or stop it first.",
                    pid = who.pid,
                    user = who.user,
                    host = who.host,
                    since = as_told(&who.since),
                );
                f.write_str(&said.text)
            }
            None => f.write_str(phrase!(
                "Invitations of this connection are being sent by another Rollcall. \
                 Nothing was sent from here; wait for it, or stop it first."
            )),
        }
    }
}

/// A moment as sentences tell it, for every place of the earth. What is none stays as it was noted.
fn as_told(moment: &str) -> String {
    match moment.parse::<Timestamp>() {
        Ok(moment) => moment.strftime("%Y-%m-%d %H:%M UTC").to_string(),
        Err(_) => moment.to_owned(),
    }
}

/// Why a sender can't begin.
#[derive(Debug, thiserror::Error)]
pub enum LockProblem {
    /// Another sender is at work.
    #[error("{0}")]
    Held(HeldBy),
    /// The lock file can't be made. Without it nothing is sent.
    #[error(
        "Rollcall can't make sure that it alone sends, because its lock file can't be used. Nothing was sent."
    )]
    Io(#[from] std::io::Error),
}

/// The right to send for one profile, for as long as this value lives.
#[derive(Debug)]
pub struct SenderLock {
    path: PathBuf,
    in_use: AtomicBool,
    // Closing the file gives the lock back; so does the end of the process, however it ends.
    _file: File,
}

impl SenderLock {
    /// Takes the lock at `path`, which is [`Journal::lock_path`](crate::Journal::lock_path).
    ///
    /// # Errors
    /// [`LockProblem::Held`] says who sends; [`LockProblem::Io`] where the file can't be used.
    pub fn acquire(path: &Path) -> Result<Self, LockProblem> {
        let file = open(path)?;
        if !locked(&file)? {
            return Err(LockProblem::Held(HeldBy { who: read_holder(path) }));
        }
        // A note that can't be written costs others a name, not us the lock.
        if let Err(error) = write_holder(path) {
            tracing::warn!(%error, "who sends could not be noted");
        }
        Ok(Self { path: path.to_owned(), in_use: AtomicBool::new(false), _file: file })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The right itself, for one walk at a time. `None` while another walk of this process has it.
    pub(crate) fn begin_use(&self) -> Option<InUse<'_>> {
        let free = self.in_use.compare_exchange(false, true, Ordering::SeqCst, Ordering::SeqCst).is_ok();
        free.then_some(InUse(&self.in_use))
    }
}

/// One walk's use of the lock.
pub(crate) struct InUse<'a>(&'a AtomicBool);

impl Drop for InUse<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::SeqCst);
    }
}

impl Drop for SenderLock {
    fn drop(&mut self) {
        // Before the lock is given back, so that nobody else's note is removed.
        let _ = std::fs::remove_file(note_path(&self.path));
    }
}

/// Who sends now at the lock `path`; `None` where nobody does.
///
/// # Errors
/// What the operating system says.
pub fn holder(path: &Path) -> std::io::Result<Option<HeldBy>> {
    if !path.try_exists()? {
        return Ok(None);
    }
    // A shared lock is enough to find out, and two who ask don't take each other for a sender.
    match open(path)?.try_lock_shared() {
        Ok(()) => Ok(None),
        Err(TryLockError::WouldBlock) => Ok(Some(HeldBy { who: read_holder(path) })),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// Tries a few times: somebody who asks for the holder has the lock for a moment.
fn locked(file: &File) -> std::io::Result<bool> {
    const TRIES: u32 = 5;
    for attempt in 1..=TRIES {
        match file.try_lock() {
            Ok(()) => return Ok(true),
            Err(TryLockError::Error(error)) => return Err(error),
            Err(TryLockError::WouldBlock) if attempt < TRIES => {
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(TryLockError::WouldBlock) => {}
        }
    }
    Ok(false)
}

fn open(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    // The file stays when the lock is given back: removing it would let two senders lock two files.
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Beside the lock file: on Windows nobody else can read what is locked.
fn note_path(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".who");
    PathBuf::from(name)
}

fn read_holder(path: &Path) -> Option<Holder> {
    serde_json::from_slice(&std::fs::read(note_path(path)).ok()?).ok()
}

fn write_holder(path: &Path) -> std::io::Result<()> {
    let first_of = |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok());
    let holder = Holder {
        pid: std::process::id(),
        host: std::fs::read_to_string("/proc/sys/kernel/hostname")
            .ok()
            .map(|name| name.trim().to_owned())
            .or_else(|| first_of(&["COMPUTERNAME", "HOSTNAME"]))
            .unwrap_or_else(|| "this machine".to_owned()),
        user: first_of(&["USER", "USERNAME", "LOGNAME"]).unwrap_or_else(|| "an unnamed account".to_owned()),
        since: Timestamp::now().to_string(),
    };
    let mut file = open(&note_path(path))?;
    file.set_len(0)?;
    std::io::Write::write_all(&mut file, &serde_json::to_vec(&holder)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_sender_is_told_who_sends() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.db.sender");
        assert_eq!(holder(&path).expect("an answer"), None);
        let first = SenderLock::acquire(&path).expect("nobody sends yet");
        let Err(LockProblem::Held(held)) = SenderLock::acquire(&path) else {
            panic!("two senders have the lock")
        };
        assert_eq!(held.who.as_ref().expect("a note").pid, std::process::id());
        assert!(held.to_string().contains("Nothing was sent from here"));
        assert_eq!(holder(&path).expect("an answer"), Some(held));
        drop(first);
        assert_eq!(holder(&path).expect("an answer"), None);
        SenderLock::acquire(&path).expect("the lock was given back");
    }

    #[test]
    fn who_sends_is_told_with_a_moment_that_people_read() {
        let who =
            |since: &str| Holder { pid: 7, host: "desk".into(), user: "ann".into(), since: since.into() };
        let told = |since: &str| HeldBy { who: Some(who(since)) }.to_string();
        let sentence = told("2026-11-23T14:09:26.123456789Z");
        assert!(sentence.contains("of ann on desk since 2026-11-23 14:09 UTC. Nothing"), "{sentence}");
        assert!(told("a while").contains("since a while."), "what is no moment stays as it was noted");
    }

    #[test]
    fn a_note_alone_locks_nobody_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("journal.db.sender");
        open(&path).expect("a file");
        write_holder(&path).expect("a note of somebody who died");
        SenderLock::acquire(&path).expect("the operating system knows better");
    }

    #[test]
    fn without_a_lock_file_nothing_is_sent() {
        let folder = tempfile::tempdir().expect("a folder");
        let missing = folder.path().join("not-there").join("journal.db.sender");
        assert!(matches!(SenderLock::acquire(&missing), Err(LockProblem::Io(_))));
    }
}
