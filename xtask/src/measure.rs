//! `cargo xtask measure`: the real window, built as it is given to people, with very many people in it.

use std::process::ExitCode;

use crate::desktop::{self, Desktop};
use crate::parts::Part;
use crate::{Outcome, page, prepare, shell};

/// Programs of the optimised build that the measurements start.
const PROGRAMS: [(&str, &str); 3] = [
    ("ROLLCALL_APP", "rollcall"),
    ("ROLLCALL_CTL", "rollcallctl"),
    ("ROLLCALL_EMPTY_WINDOW", "examples/empty_window"),
];

/// Measures scrolling, typing and memory with so many people, and prints each figure beside its limit.
///
/// # Errors
/// A sentence when the app does not build or the desktop does not start.
pub(crate) fn measure(people: u32) -> Outcome<ExitCode> {
    prepare::machine(Part::E2e.needs(), false)?;
    page::build()?;
    shell::must(&mut shell::cargo(&["build", "--release", "--workspace", "--bins", "--examples"]))?;
    let desktop = Desktop::start()?;
    let mut vitest =
        shell::node("vitest/vitest.mjs", &["run", "--config", "e2e/vitest.config.ts", "--mode", "measure"]);
    desktop.enter(&mut vitest);
    desktop::tell_programs(&mut vitest)?;
    for (name, program) in PROGRAMS {
        vitest.env(name, shell::target().join("release").join(program));
    }
    vitest.env("ROLLCALL_MEASURED_PEOPLE", people.to_string());
    Ok(shell::exit_code(shell::status(&mut vitest)?))
}
