//! The SCIM service that is not ours: installed once, in an environment of its own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::{Outcome, shell};

/// The service and what it is made of, each in the version that the tests are written for.
const PINNED: &str = include_str!("../tools/scim2-server.txt");

/// Whether a Python is there that can make environments: on Debian that is a package of its own.
pub(crate) fn python_is_ready() -> bool {
    python().is_some_and(|python| {
        shell::output(Command::new(python).args(["-c", "import ensurepip, venv"])).is_some()
    })
}

fn python() -> Option<PathBuf> {
    ["python3", "python"].into_iter().find_map(shell::which)
}

/// Installs the service below `tools`, unless exactly this one is there.
///
/// # Errors
/// A sentence that says what could not be started.
pub(crate) fn install(tools: &Path) -> Outcome {
    let place = tools.join("scim2-server");
    let note = place.join("installed.txt");
    if fs::read_to_string(&note).is_ok_and(|installed| installed == PINNED) {
        return Ok(());
    }
    let python = python().ok_or_else(|| {
        "Python was not found: tests speak to a SCIM service that is written in it. Install Python 3.10 or newer with its module venv, then run this again.".to_owned()
    })?;
    shell::must(Command::new(python).args(["-m", "venv", "--clear"]).arg(&place))?;
    let wanted = place.join("wanted.txt");
    let write = |path: &Path| {
        fs::write(path, PINNED).map_err(|error| format!("{} can't be written: {error}.", path.display()))
    };
    write(&wanted)?;
    let own = place.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let pip =
        ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--requirement"];
    shell::must(Command::new(own).args(pip).arg(&wanted))?;
    write(&note)
}
