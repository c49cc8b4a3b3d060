//! `cargo xtask run`: from a fresh checkout to an open window.

use std::process::ExitCode;

use crate::parts::Needs;
use crate::{Outcome, page, prepare, shell};

/// Prepares the machine, builds, and opens the window.
///
/// # Errors
/// A sentence when something is missing or does not build.
pub(crate) fn run(yes: bool, release: bool) -> Outcome<ExitCode> {
    prepare::machine(Needs { page: true, libraries: true, ..Needs::default() }, yes)?;
    page::build()?;
    let mut args = vec!["run", "--package", "rollcall", "--bin", "rollcall"];
    if release {
        args.push("--release");
    }
    println!("Building Rollcall. The first build takes some minutes; the window opens when it is done.");
    Ok(shell::exit_code(shell::status(&mut shell::cargo(&args))?))
}
