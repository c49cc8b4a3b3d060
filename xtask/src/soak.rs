//! `cargo xtask soak`: the real app in use for an hour.

use std::process::ExitCode;

use crate::Outcome;
use crate::desktop;
use crate::parts::Part;

/// Uses the app for so many minutes, and says whether its memory stayed flat, nobody was lost and nobody invited twice.
///
/// # Errors
/// A sentence when the app does not build or the desktop does not start.
pub(crate) fn soak(minutes: u32) -> Outcome<ExitCode> {
    desktop::vitest(Part::E2e.needs(), "soak", &[("ROLLCALL_SOAK_MINUTES", minutes.to_string())])
}
