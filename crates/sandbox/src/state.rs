//! What outlives the process: the identity (keys, secret, signing key) and the journal of effects.
//! Files are for the owner alone.

use crate::SandboxError;
use crate::register::Effect;
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

const IDENTITY: &str = "identity.json";
const EFFECTS: &str = "effects.jsonl";
const GATE: &str = "effects.lock";

/// Who the sandbox says it is, and whom it lets in.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Identity {
    pub subscription_key: String,
    pub client_id: String,
    pub client_secret: String,
    /// 32 bytes in hex; signs tokens.
    pub signing_key: String,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity([redacted])")
    }
}

impl Identity {
    /// A fresh one from the system's random numbers.
    pub(crate) fn fresh() -> Result<Self, SandboxError> {
        Ok(Self {
            subscription_key: random_hex::<16>()?,
            client_id: format!("sandbox-{}", random_hex::<8>()?),
            client_secret: random_hex::<24>()?,
            signing_key: random_hex::<32>()?,
        })
    }

    /// The one kept in the folder; made and kept there when there is none.
    pub(crate) fn kept_in(dir: &Path) -> Result<Self, SandboxError> {
        private_dir(dir)?;
        let path = dir.join(IDENTITY);
        // Two processes may start at the same time; the lock lets the second read what the first made.
        let mut file = private_file(&path)?;
        file.lock().map_err(SandboxError::state)?;
        let mut text = String::new();
        file.read_to_string(&mut text).map_err(SandboxError::state)?;
        if !text.trim().is_empty() {
            return serde_json::from_str(&text).map_err(|_| SandboxError::Damaged { file: IDENTITY });
        }
        let identity = Self::fresh()?;
        let json = serde_json::to_vec_pretty(&identity).map_err(|e| SandboxError::state(e.into()))?;
        file.write_all(&json).and_then(|()| file.sync_all()).map_err(SandboxError::state)?;
        Ok(identity)
    }
}

/// The journal of effects: one JSON line each, on disk before anybody is told.
///
/// Several processes may serve the same folder (the window and the command line): each writes under
/// a lock and first reads what the others wrote.
pub(crate) struct Journal {
    file: File,
    /// Locked instead of the journal itself: where locks are mandatory, a locked journal could not be read.
    gate: File,
    /// How far this process has read.
    read_to: u64,
}

impl Journal {
    /// Opens or makes the journal of the folder.
    pub(crate) fn open(dir: &Path) -> Result<Self, SandboxError> {
        private_dir(dir)?;
        let (file, gate) = (private_file(&dir.join(EFFECTS))?, private_file(&dir.join(GATE))?);
        Ok(Self { file, gate, read_to: 0 })
    }

    /// Effects written since the last look, by whomever.
    pub(crate) fn news(&mut self) -> Result<Vec<Effect>, SandboxError> {
        let length = self.file.metadata().map_err(SandboxError::state)?.len();
        if length <= self.read_to {
            return Ok(Vec::new());
        }
        self.file.seek(SeekFrom::Start(self.read_to)).map_err(SandboxError::state)?;
        let mut bytes = Vec::new();
        (&self.file).take(length - self.read_to).read_to_end(&mut bytes).map_err(SandboxError::state)?;
        // A last line without its end is being written, or was cut by a crash: it is no effect yet.
        let whole = bytes.iter().rposition(|b| *b == b'\n').map_or(0, |p| p + 1);
        let effects = bytes[..whole]
            .split(|b| *b == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).map_err(|_| SandboxError::Damaged { file: EFFECTS }))
            .collect::<Result<Vec<Effect>, _>>()?;
        self.read_to += whole as u64;
        Ok(effects)
    }

    /// Takes the lock until the guard is dropped; what others wrote is to be read next.
    pub(crate) fn lock(&self) -> Result<Locked, SandboxError> {
        let handle = self.gate.try_clone().map_err(SandboxError::state)?;
        handle.lock().map_err(SandboxError::state)?;
        Ok(Locked(handle))
    }

    /// Appends effects and waits until they are on the disk. Needs the lock and all news read.
    pub(crate) fn append(&mut self, _held: &Locked, effects: &[Effect]) -> Result<(), SandboxError> {
        let mut lines = Vec::new();
        for effect in effects {
            serde_json::to_writer(&mut lines, effect).map_err(|e| SandboxError::state(e.into()))?;
            lines.push(b'\n');
        }
        // What a crash left of a line is taken away first, or it would spoil the line that follows.
        self.file.set_len(self.read_to).map_err(SandboxError::state)?;
        self.file.seek(SeekFrom::Start(self.read_to)).map_err(SandboxError::state)?;
        self.file.write_all(&lines).and_then(|()| self.file.sync_data()).map_err(SandboxError::state)?;
        self.read_to += lines.len() as u64;
        Ok(())
    }
}

/// The journal's lock; dropping it lets the next one in.
pub(crate) struct Locked(File);

impl Drop for Locked {
    fn drop(&mut self) {
        // Both handles share one lock, so it must be given back by word, not by closing this handle.
        if let Err(error) = self.0.unlock() {
            tracing::warn!(%error, "the sandbox's journal could not be unlocked");
        }
    }
}

fn random_hex<const N: usize>() -> Result<String, SandboxError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|_| SandboxError::NoRandomness)?;
    Ok(hex(&bytes))
}

/// Bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, b| {
        out.push(char::from_digit(u32::from(b >> 4), 16).unwrap_or('0'));
        out.push(char::from_digit(u32::from(b & 15), 16).unwrap_or('0'));
        out
    })
}

fn private_dir(dir: &Path) -> Result<(), SandboxError> {
    if dir.is_dir() {
        return Ok(());
    }
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir).map_err(SandboxError::state)
}

fn private_file(path: &PathBuf) -> Result<File, SandboxError> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map_err(SandboxError::state)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::tests::effect;

    #[test]
    fn an_identity_is_made_once() {
        let dir = tempfile::tempdir().expect("a folder");
        let first = Identity::kept_in(dir.path()).expect("an identity");
        assert_eq!(Identity::kept_in(dir.path()).expect("the same"), first);
        assert_ne!(Identity::fresh().expect("another"), first);
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_what_is_kept() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().expect("a folder");
        let home = dir.path().join("a/b");
        Identity::kept_in(&home).expect("an identity");
        Journal::open(&home).expect("a journal");
        let mode = |p: &Path| std::fs::metadata(p).expect("its mode").permissions().mode() & 0o777;
        assert_eq!(mode(&home), 0o700);
        assert_eq!(mode(&home.join(IDENTITY)), 0o600);
        assert_eq!(mode(&home.join(EFFECTS)), 0o600);
    }

    #[test]
    fn two_processes_see_each_others_effects() {
        let dir = tempfile::tempdir().expect("a folder");
        let mut one = Journal::open(dir.path()).expect("a journal");
        let mut two = Journal::open(dir.path()).expect("the same journal");
        append(&mut one, "a@x.example");
        append(&mut two, "b@x.example");
        let told: Vec<String> = one.news().expect("news").into_iter().map(|e| e.email).collect();
        assert_eq!(told, ["b@x.example"]);
        let all = Journal::open(dir.path()).expect("a third").news().expect("all effects");
        assert_eq!(all.len(), 2);
    }

    #[test]
    fn half_a_line_of_a_crash_is_no_effect_and_spoils_no_other() {
        let dir = tempfile::tempdir().expect("a folder");
        append(&mut Journal::open(dir.path()).expect("a journal"), "a@x.example");
        let mut raw = OpenOptions::new().append(true).open(dir.path().join(EFFECTS)).expect("the file");
        raw.write_all(b"{\"at\":\"2026-").expect("half a line");
        let mut journal = Journal::open(dir.path()).expect("a journal");
        assert_eq!(journal.news().expect("news").len(), 1);
        append(&mut journal, "b@x.example");
        assert_eq!(Journal::open(dir.path()).expect("again").news().expect("all effects").len(), 2);
    }

    #[test]
    fn a_damaged_line_is_said_and_not_skipped() {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join(EFFECTS), "not json\n").expect("a damaged journal");
        let error = Journal::open(dir.path()).expect("a journal").news().expect_err("damage");
        assert!(matches!(error, SandboxError::Damaged { .. }), "{error}");
    }

    fn append(journal: &mut Journal, email: &str) {
        let held = journal.lock().expect("the lock");
        journal.news().expect("news");
        journal.append(&held, &[effect(email)]).expect("written");
    }
}
