//! Tools that come by Python's registry: each in an environment of its own, in the versions that a list pins.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, shell};

/// Whether a Python is there that can make environments: on Debian that is a package of its own.
pub(crate) fn is_ready() -> bool {
    python().is_some_and(|python| {
        shell::output(Command::new(python).args(["-c", "import ensurepip, venv"])).is_some()
    })
}

fn python() -> Option<PathBuf> {
    ["python3", "python"].into_iter().find_map(shell::which)
}

/// Installs what `pinned` names in the environment `place`, unless exactly that is there.
///
/// # Errors
/// A sentence that says what could not be started; `what` says what Python is needed for.
pub(crate) fn install(place: &Path, pinned: &str, what: &str) -> Outcome {
    let note = place.join("installed.txt");
    if fs::read_to_string(&note).is_ok_and(|installed| installed == pinned) {
        return Ok(());
    }
    let python = python().ok_or_else(|| {
        format!("Python was not found: {what}. Install Python 3.10 or newer with its module venv, then run this again.")
    })?;
    shell::must(Command::new(python).args(["-m", "venv", "--clear"]).arg(place))?;
    let wanted = place.join("wanted.txt");
    let write = |path: &Path| {
        fs::write(path, pinned).map_err(|error| format!("{} can't be written: {error}.", path.display()))
    };
    write(&wanted)?;
    let pip =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"];
    shell::must(Command::new(program(place, "python")).args(pip).arg(&wanted))?;
    write(&note)
}

/// A program of an environment.
pub(crate) fn program(place: &Path, name: &str) -> PathBuf {
    if cfg!(windows) {
        place.join("Scripts").join(format!("{name}.exe"))
    } else {
        place.join("bin").join(name)
    }
}
