//! `cargo xtask shots`: a picture of every screen of the real app.

use std::path::Path;
use std::process::ExitCode;

use crate::desktop::{self, Desktop};
use crate::parts::Part;
use crate::{Outcome, page, prepare, shell, test};

/// Walks every screen, light and dark, large and small, and writes a PNG of each.
///
/// # Errors
/// A sentence when the app does not build or the desktop does not start.
pub(crate) fn shots(out: &Path, readme: bool) -> Outcome<ExitCode> {
    prepare::machine(Part::E2e.needs(), false)?;
    page::build_for(page::For::Pictures)?;
    test::build_programs()?;
    let out = shell::root().join(out);
    let desktop = Desktop::start()?;
    let mut vitest =
        shell::node("vitest/vitest.mjs", &["run", "--config", "e2e/vitest.config.ts", "--mode", "shots"]);
    desktop.enter(&mut vitest);
    desktop::tell_programs(&mut vitest)?;
    vitest.env("ROLLCALL_SHOTS", &out);
    if readme {
        vitest.env("ROLLCALL_SHOTS_README", shell::root().join("docs/pictures"));
    }
    let status = shell::status(&mut vitest)?;
    println!("The pictures are in {}.", out.display());
    Ok(shell::exit_code(status))
}
