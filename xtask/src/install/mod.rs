//! `cargo xtask test --only install`: the packages as a person meets them.

mod looks;
mod root;

use std::collections::BTreeSet;
use std::process::Command;

use crate::bundle::{self, Packages, Profile};
use crate::counts::Counts;
use crate::desktop::Desktop;
use crate::{Outcome, shell, test};

use root::Root;

/// What both packages put on the system, beside what is only for one of them.
pub(crate) const FILES: &[&str] = &[
    "/usr/bin/rollcall",
    "/usr/bin/rollcallctl",
    "/usr/share/applications/Rollcall.desktop",
    "/usr/share/bash-completion/completions/rollcallctl",
    "/usr/share/doc/rollcall/nightly.md",
    "/usr/share/doc/rollcall/nightly/nightly.env.example",
    "/usr/share/doc/rollcall/nightly/rollcall-nightly.service",
    "/usr/share/doc/rollcall/nightly/rollcall-nightly.timer",
    "/usr/share/doc/rollcall/schemas/run.json",
    "/usr/share/fish/vendor_completions.d/rollcallctl.fish",
    "/usr/share/icons/hicolor/128x128/apps/rollcall.png",
    "/usr/share/icons/hicolor/16x16/apps/rollcall.png",
    "/usr/share/icons/hicolor/22x22/apps/rollcall.png",
    "/usr/share/icons/hicolor/24x24/apps/rollcall.png",
    "/usr/share/icons/hicolor/256x256/apps/rollcall.png",
    "/usr/share/icons/hicolor/32x32/apps/rollcall.png",
    "/usr/share/icons/hicolor/48x48/apps/rollcall.png",
    "/usr/share/icons/hicolor/512x512/apps/rollcall.png",
    "/usr/share/icons/hicolor/64x64/apps/rollcall.png",
    "/usr/share/icons/hicolor/scalable/apps/rollcall.svg",
    "/usr/share/man/man1/rollcall.1.gz",
    "/usr/share/man/man1/rollcallctl.1.gz",
    "/usr/share/man/man1/rollcallctl-invite.1.gz",
    "/usr/share/metainfo/dev.rollcall.desktop.metainfo.xml",
    "/usr/share/zsh/vendor-completions/_rollcallctl",
];

const FOR_DEB: &[&str] = &[
    "/usr/share/doc/rollcall/NEWS.md.gz",
    "/usr/share/doc/rollcall/THIRD-PARTY.md.gz",
    "/usr/share/doc/rollcall/changelog.gz",
    "/usr/share/doc/rollcall/copyright",
];

const FOR_RPM: &[&str] = &[
    "/usr/share/licenses/rollcall/LICENSE-APACHE",
    "/usr/share/licenses/rollcall/LICENSE-MIT",
    "/usr/share/licenses/rollcall/THIRD-PARTY.md",
];

/// One thing that has to hold, told as a sentence.
type Check<'a> = (&'a str, Box<dyn Fn() -> Outcome + 'a>);

/// Makes the packages, installs the .deb on a clean system, uses it, and takes it away again.
///
/// # Errors
/// A sentence when there is no package or no clean system to install it on.
pub(crate) fn install() -> Outcome<Counts> {
    test::build_all()?;
    let born = bundle::born()?;
    let packages = bundle::packages(Profile::Debug, born)?;
    let first = sums(&packages)?;
    let desktop = Desktop::start()?;
    let root = Root::make()?;
    let checks: Vec<Check<'_>> = vec![
        ("the package installs with everything it needs", Box::new(|| root.install(&packages.deb))),
        (
            "everything is where people and desktops look for it",
            Box::new(|| looks::complete(&root.files()?, FOR_DEB)),
        ),
        ("the desktop file is sound", Box::new(|| looks::desktop_file(root.place()))),
        ("the software centre's page is sound", Box::new(|| looks::metainfo(root.place()))),
        ("each page of the manual opens", Box::new(|| looks::manual(root.place()))),
        ("the nightly job names what the package brought", Box::new(|| looks::nightly(root.place()))),
        ("completions load in bash, zsh and fish", Box::new(|| looks::completions(root.place()))),
        (
            "rollcallctl says its version",
            Box::new(|| root.says(&["rollcallctl", "--version"], env!("CARGO_PKG_VERSION"))),
        ),
        (
            "rollcallctl lists the connections of a new home",
            Box::new(|| root.says(&["rollcallctl", "profile", "list"], "")),
        ),
        (
            "three people of a spreadsheet are invited with it, once",
            Box::new(|| root.says(&["sh", "-c", include_str!("use.sh")], "done")),
        ),
        ("the window appears, and closes when asked", Box::new(|| looks::window(&root, &desktop))),
        ("removed, it leaves nothing", Box::new(|| root.remove())),
        ("lintian finds no error", Box::new(|| looks::lintian(&packages))),
        ("the .rpm holds the same, and names what it needs", Box::new(|| looks::rpm(&packages.rpm, FOR_RPM))),
        (
            "packed again, the .deb is the same to the byte and the .rpm in every file",
            Box::new(|| again(&first, born)),
        ),
    ];
    Ok(checks
        .iter()
        .fold(Counts::default(), |counts, (sentence, check)| counts.plus(told(sentence, check()))))
}

fn told(sentence: &str, outcome: Outcome) -> Counts {
    match outcome {
        Ok(()) => println!("  passed: {sentence}"),
        Err(ref why) => println!("  FAILED: {sentence}\n          {why}"),
    }
    Counts::one(outcome.is_ok())
}

/// What must come out the same: the .deb as a whole, and of the .rpm each file, since its header carries the time of packing.
fn sums(packages: &Packages) -> Outcome<String> {
    let deb = shell::output(Command::new("sha256sum").arg(&packages.deb)).ok_or("The .deb can't be read.")?;
    let each = "[%{FILENAMES} %{FILEMODES:perms} %{FILEUSERNAME} %{FILEDIGESTS}\\n]";
    let rpm = shell::output(Command::new("rpm").args(["-qp", "--queryformat", each]).arg(&packages.rpm))
        .filter(|told| told.contains("/usr/bin/rollcall "))
        .ok_or("The .rpm can't be read.")?;
    Ok(deb + &rpm)
}

fn again(first: &str, born: u64) -> Outcome {
    let second = sums(&bundle::packages(Profile::Debug, born)?)?;
    if first == second { Ok(()) } else { Err(differing(first, &second)) }
}

fn differing(first: &str, second: &str) -> String {
    let lines: Vec<&str> =
        second.lines().filter(|line| !first.lines().any(|before| before == *line)).collect();
    format!("These were otherwise the first time:\n{}", lines.join("\n"))
}

/// What of `wanted` is not among `found`.
fn missing<'a>(found: &BTreeSet<String>, wanted: &[&'a str]) -> Vec<&'a str> {
    wanted.iter().copied().filter(|path| !found.contains(*path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let found = BTreeSet::from(["/usr/bin/rollcall".to_owned()]);
        assert_eq!(missing(&found, &["/usr/bin/rollcall", "/usr/bin/rollcallctl"]), ["/usr/bin/rollcallctl"]);
    }
}
