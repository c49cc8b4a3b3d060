//! `cargo xtask spoken`: what a screen reader says while the real app is used by keys.

use std::process::ExitCode;

use crate::Outcome;
use crate::desktop;
use crate::parts::{Needs, Part};
use crate::shell;

/// Walks the main journey with Orca, holds what is said to what has to be said, and writes all of it down.
///
/// # Errors
/// A sentence when the app does not build or the desktop does not start.
pub(crate) fn spoken() -> Outcome<ExitCode> {
    let needs = Needs { screen_reader: true, ..Part::E2e.needs() };
    let transcript = shell::root().join("docs/spoken.md");
    desktop::vitest(needs, "spoken", &[("ROLLCALL_TRANSCRIPT", transcript.display().to_string())])
}
