//! One window for a data folder: a second start hands over what it was given, and ends.
//!
//! The first one holds a lock and listens on the loopback address. Where that is, and a word without which nobody is
//! heard, stand in a file of the data folder that only its owner can read.

use serde::{Deserialize, Serialize};
use std::fs::{File, TryLockError};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// How long a second start waits for the first one to answer: that one may still be opening.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long one knock may take.
const KNOCK: Duration = Duration::from_secs(3);
/// More than any path takes.
const MOST: u64 = 256 * 1024;
const HEARD: &[u8] = b"heard";

/// What a start was given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Given {
    /// The files named on the command line.
    pub(crate) files: Vec<PathBuf>,
    /// What the desktop gave this start, by which a window may come forward.
    pub(crate) activation: Option<String>,
}

impl Given {
    /// What this process was given.
    pub(crate) fn to_this_start() -> Self {
        let named = std::env::args_os().skip(1).filter(|word| !word.as_encoded_bytes().starts_with(b"-"));
        let files = named.filter_map(|file| std::path::absolute(file).ok()).collect();
        let told = ["XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"].map(|name| std::env::var(name).ok());
        Self { files, activation: told.into_iter().flatten().find(|token| !token.is_empty()) }
    }
}

/// Which start this is.
pub(crate) enum Start {
    /// The first: it listens for others as long as this lives.
    First(Door),
    /// Another one has the window, and was told.
    Second,
}

/// What the first start holds.
pub(crate) struct Door {
    listener: TcpListener,
    word: String,
    _lock: File,
}

#[derive(Serialize, Deserialize)]
struct Address {
    port: u16,
    word: String,
}

#[derive(Serialize, Deserialize)]
struct Knock {
    word: String,
    // Texts of the system's own kind: a path need not be one of Unicode.
    files: Vec<std::ffi::OsString>,
    activation: Option<String>,
}

/// Finds out whether this is the first start on a data folder, and tells the first one if not.
///
/// # Errors
/// In words, when the first one does not answer.
pub(crate) fn arrive(home: &Path, given: &Given) -> Result<Start, String> {
    let lock = owner_only(&home.join("window.lock")).map_err(|problem| no_folder(&problem))?;
    let until = Instant::now() + PATIENCE;
    loop {
        match lock.try_lock() {
            Ok(()) => return open_door(home, lock).map(Start::First).map_err(|problem| no_folder(&problem)),
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(problem)) => return Err(no_folder(&problem)),
        }
        if knock(home, given).is_ok() {
            return Ok(Start::Second);
        }
        if Instant::now() > until {
            return Err("Rollcall is open already and does not answer. Close its window, or wait until it goes on; nothing was lost.".to_owned());
        }
        std::thread::sleep(Duration::from_millis(50));
    }
}

fn open_door(home: &Path, lock: File) -> std::io::Result<Door> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    let word = format!("{}{}", Uuid::new_v4().simple(), Uuid::new_v4().simple());
    let address = Address { port: listener.local_addr()?.port(), word: word.clone() };
    let beside = home.join("window.new");
    let mut file = owner_only(&beside)?;
    file.set_len(0)?;
    file.write_all(&serde_json::to_vec(&address)?)?;
    std::fs::rename(beside, door_of(home))?;
    Ok(Door { listener, word, _lock: lock })
}

impl Door {
    /// Calls `heard` with what each other start was given, for as long as this process lives.
    pub(crate) fn listen(self, heard: impl Fn(Given) + Send + 'static) {
        std::thread::spawn(move || {
            // Whole, and with it the lock: of its parts alone the lock would be let go of here.
            let door = self;
            for visitor in door.listener.incoming().flatten() {
                if let Some(given) = answer(visitor, &door.word) {
                    heard(given);
                }
            }
        });
    }
}

/// Hears a visitor out. Who does not know the word gets no answer.
fn answer(mut visitor: TcpStream, word: &str) -> Option<Given> {
    visitor.set_read_timeout(Some(KNOCK)).ok()?;
    visitor.set_write_timeout(Some(KNOCK)).ok()?;
    let mut said = Vec::new();
    visitor.try_clone().ok()?.take(MOST).read_to_end(&mut said).ok()?;
    let knock: Knock = serde_json::from_slice(&said).ok()?;
    if !is_same(knock.word.as_bytes(), word.as_bytes()) {
        tracing::warn!("somebody knocked without knowing the word");
        return None;
    }
    visitor.write_all(HEARD).ok()?;
    let files = knock.files.into_iter().map(PathBuf::from).collect();
    Some(Given { files, activation: knock.activation })
}

/// Takes the same time wherever two words of a length differ.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

fn knock(home: &Path, given: &Given) -> std::io::Result<()> {
    let Address { port, word } = serde_json::from_slice(&std::fs::read(door_of(home))?)?;
    let files = given.files.iter().map(|file| file.clone().into_os_string()).collect();
    let knock = Knock { word, files, activation: given.activation.clone() };
    let mut door = TcpStream::connect_timeout(&(Ipv4Addr::LOCALHOST, port).into(), KNOCK)?;
    door.set_read_timeout(Some(KNOCK))?;
    door.write_all(&serde_json::to_vec(&knock)?)?;
    door.shutdown(std::net::Shutdown::Write)?;
    let mut answer = Vec::new();
    door.take(64).read_to_end(&mut answer)?;
    if answer == HEARD { Ok(()) } else { Err(std::io::ErrorKind::InvalidData.into()) }
}

fn door_of(home: &Path) -> PathBuf {
    home.join("window.door")
}

fn owner_only(path: &Path) -> std::io::Result<File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn no_folder(problem: &std::io::Error) -> String {
    format!("Rollcall's data folder can't be read or written: {problem}. Nothing was lost.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    fn first(home: &Path) -> mpsc::Receiver<Given> {
        let (tell, told) = mpsc::channel();
        match arrive(home, &Given::default()).expect("a start") {
            Start::First(door) => door.listen(move |given| drop(tell.send(given))),
            Start::Second => panic!("nobody was there before"),
        }
        told
    }

    #[test]
    fn a_second_start_hands_over_its_file_and_ends() {
        let home = tempfile::tempdir().expect("a folder");
        let told = first(home.path());
        let given = Given { files: vec!["/tmp/people.xlsx".into()], activation: Some("token".into()) };
        assert!(matches!(arrive(home.path(), &given), Ok(Start::Second)));
        assert_eq!(told.recv_timeout(PATIENCE).expect("told"), given);
    }

    #[test]
    fn every_data_folder_has_a_first_start_of_its_own() {
        let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
        let _told = first(one.path());
        assert!(matches!(arrive(other.path(), &Given::default()), Ok(Start::First(_))));
    }

    #[test]
    fn what_a_killed_window_left_does_not_stand_in_the_way() {
        let home = tempfile::tempdir().expect("a folder");
        std::fs::write(home.path().join("window.lock"), "").expect("written");
        std::fs::write(door_of(home.path()), r#"{"port":1,"word":"old"}"#).expect("written");
        assert!(matches!(arrive(home.path(), &Given::default()), Ok(Start::First(_))));
    }

    #[test]
    fn who_does_not_know_the_word_is_not_heard() {
        let home = tempfile::tempdir().expect("a folder");
        let told = first(home.path());
        let kept = std::fs::read(door_of(home.path())).expect("the address");
        let mut address: Address = serde_json::from_slice(&kept).expect("an address");
        address.word = "0".repeat(address.word.len());
        std::fs::write(door_of(home.path()), serde_json::to_vec(&address).expect("JSON")).expect("written");
        assert!(knock(home.path(), &Given::default()).is_err());
        let mut rude = TcpStream::connect((Ipv4Addr::LOCALHOST, address.port)).expect("a connection");
        rude.write_all(&[b'{'; 4096]).expect("written");
        drop(rude);
        std::fs::write(door_of(home.path()), kept).expect("written");
        knock(home.path(), &Given::default()).expect("who knows it is heard, also afterwards");
        told.recv_timeout(PATIENCE).expect("who knows the word");
        assert_eq!(told.try_iter().count(), 0, "and nobody else");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_where_the_door_is() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().expect("a folder");
        let _told = first(home.path());
        for name in ["window.lock", "window.door"] {
            let mode = std::fs::metadata(home.path().join(name)).expect("metadata").permissions().mode();
            assert_eq!(mode & 0o777, 0o600, "{name}");
        }
    }
}
