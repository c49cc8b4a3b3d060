//! `cargo xtask test`: everything, and one line at the end.

use std::env;
use std::fs;
use std::process::{Command, ExitCode};
use std::time::Instant;

use crate::counts::{self, Counts};
use crate::desktop::{self, Desktop};
use crate::parts::{Needs, Part};
use crate::report::{PartResult, Report, clock};
use crate::shell::Streamed;
use crate::{Outcome, dependencies, failures, install, page, prepare, shell};

/// Runs the chosen parts, or all, and tells how it went.
///
/// # Errors
/// None of its own: whatever goes wrong is counted, so that the closing line is always there.
pub(crate) fn test(only: &[Part], yes: bool) -> Outcome<ExitCode> {
    let parts = Part::chosen(only);
    let mut report = Report::default();
    let prepared =
        timed("prepare", || prepare::machine(Needs::of(&parts), yes).map(|()| Counts::default().into()));
    let ready = prepared.note.is_none();
    report.add(prepared);
    if ready {
        for part in parts {
            report.add(timed(&part.name(), || run(part)));
        }
    }
    println!("{}", report.text());
    Ok(report.exit_code())
}

/// What a part counted, and what it has to say of the tests that failed.
struct Verdict {
    counts: Counts,
    failures: Vec<String>,
}

impl Verdict {
    /// What a program counted; `failures` reads what failed out of what it said, where it did not end well.
    fn of(told: &Streamed, counts: Counts, failures: impl FnOnce(&str) -> Vec<String>) -> Self {
        Self { counts, failures: if told.success { Vec::new() } else { failures(&told.text) } }
    }
}

impl From<Counts> for Verdict {
    fn from(counts: Counts) -> Self {
        Self { counts, failures: Vec::new() }
    }
}

fn timed(name: &str, work: impl FnOnce() -> Outcome<Verdict>) -> PartResult {
    println!("\n━━ {name}");
    let start = Instant::now();
    let (Verdict { counts, failures }, note) = match work() {
        Ok(verdict) => (verdict, None),
        Err(sentence) => (Counts::one(false).into(), Some(sentence)),
    };
    let took = start.elapsed();
    if let Some(sentence) = &note {
        eprintln!("{sentence}");
    }
    println!("━━ {name} took {}", clock(took));
    PartResult { name: name.to_owned(), counts, took, failures, note }
}

fn run(part: Part) -> Outcome<Verdict> {
    match part {
        Part::Locks => locks(),
        Part::Format => check(&mut shell::cargo(&["fmt", "--all", "--check"])),
        Part::Types => check(&mut npm("types")),
        Part::Lint => check(&mut npm("lint")),
        Part::UiTests => vitest("ui-tests", None, &[]),
        Part::UiBuild => page::build().map(|()| Counts::one(true).into()),
        Part::Dependencies => dependencies::check().map(Verdict::from),
        Part::Clippy => {
            page::build()?;
            check(&mut shell::cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
        }
        Part::Build => build_all().map(|()| Counts::one(true).into()),
        Part::Rust => rust(Crates::AllButXtask),
        Part::DocTests => doc_tests(),
        Part::HouseRules => rust(Crates::Xtask),
        Part::Openapi => {
            build_all()?;
            vitest("openapi", None, &["--mode", "contract"])
        }
        Part::E2e => end_to_end(),
        Part::Install => install::install().map(Verdict::from),
    }
}

fn check(command: &mut Command) -> Outcome<Verdict> {
    let told = shell::streamed(command)?;
    Ok(Verdict::of(&told, Counts::one(told.success), |text| vec![failures::end(text)]))
}

fn npm(script: &str) -> Command {
    let mut command = Command::new("npm");
    command.args(["run", "--silent", script]).current_dir(shell::root().join("ui"));
    command
}

/// Whether the lock files say what the manifests ask for.
///
/// Cargo renews its lock file in passing, so a stale one would go unnoticed; in CI, where the checkout is
/// clean, the change shows.
fn locks() -> Outcome<Verdict> {
    if !shell::in_ci() {
        return Ok(Counts::one(true).into());
    }
    let mut git = Command::new("git");
    git.args(["diff", "--exit-code", "--stat", "--", "Cargo.lock", "ui/package-lock.json"])
        .current_dir(shell::root());
    check(&mut git)
}

/// Builds the page for people, then the programs and every test.
pub(crate) fn build_all() -> Outcome {
    page::build()?;
    build_programs()
}

/// Builds the programs and every test in one go, around the page that was built last.
///
/// Programs and tests are asked for together everywhere here: asked for apart, Cargo would choose
/// other features for shared packages and compile them twice.
pub(crate) fn build_programs() -> Outcome {
    shell::must(&mut shell::cargo(&["build", "--workspace", "--bins", "--tests", "--examples"]))
}

/// Which packages a test run takes.
#[derive(Clone, Copy)]
enum Crates {
    AllButXtask,
    Xtask,
}

fn rust(crates: Crates) -> Outcome<Verdict> {
    page::build()?;
    let nextest = shell::output(&mut shell::cargo(&["nextest", "--version"])).is_some();
    if nextest {
        let filter = match crates {
            Crates::AllButXtask => "not package(xtask)",
            Crates::Xtask => "package(xtask)",
        };
        let told = shell::streamed(&mut shell::cargo(&[
            "nextest",
            "run",
            "--workspace",
            "--no-fail-fast",
            "-E",
            filter,
        ]))?;
        let counts = counts::of_nextest(&told.text).judged(told.success);
        Ok(Verdict::of(&told, counts, failures::of_nextest))
    } else {
        let packages: &[&str] = match crates {
            Crates::AllButXtask => &["--workspace", "--exclude", "xtask"],
            Crates::Xtask => &["--package", "xtask"],
        };
        let words = [&["test", "--no-fail-fast", "--tests"], packages].concat();
        let told = shell::streamed(&mut shell::cargo(&words))?;
        let counts = counts::of_cargo_test(&told.text).judged(told.success);
        Ok(Verdict::of(&told, counts, |text| vec![failures::end(text)]))
    }
}

fn doc_tests() -> Outcome<Verdict> {
    page::build()?;
    let told = shell::streamed(&mut shell::cargo(&["test", "--workspace", "--doc", "--no-fail-fast"]))?;
    let counts = counts::of_cargo_test(&told.text);
    // A workspace without a single example is fine; one that does not compile is not.
    let counts = if told.success { counts } else { counts.judged(false) };
    Ok(Verdict::of(&told, counts, |text| vec![failures::end(text)]))
}

/// Runs Vitest and reads its counts from the document that it writes.
fn vitest(name: &str, desktop: Option<&Desktop>, filters: &[&str]) -> Outcome<Verdict> {
    let document = shell::target().join("e2e").join(format!("{name}.json"));
    let _ = fs::remove_file(&document);
    let report = format!("--outputFile.json={}", document.display());
    let mut args = vec!["run", "--reporter=default", "--reporter=json", &report];
    if name != "ui-tests" {
        args.extend(["--config", "e2e/vitest.config.ts"]);
    }
    args.extend(filters);
    let mut command = shell::node("vitest/vitest.mjs", &args);
    match desktop {
        Some(desktop) => {
            desktop.enter(&mut command);
            desktop::tell_programs(&mut command)?;
        }
        None => {
            command.env("ROLLCALL_CTL", shell::built("rollcallctl"));
        }
    }
    let told = shell::streamed(&mut command)?;
    let document = fs::read_to_string(&document).unwrap_or_default();
    let counts = counts::of_vitest(&document).judged(told.success);
    Ok(Verdict::of(&told, counts, |text| match failures::of_vitest(&document) {
        none if none.is_empty() => vec![failures::end(text)],
        failures => failures,
    }))
}

fn end_to_end() -> Outcome<Verdict> {
    build_all()?;
    if !cfg!(target_os = "linux") {
        return Err(
            "The end-to-end tests run on Linux only: they bring their own display and keychain.".to_owned()
        );
    }
    let desktop = Desktop::start()?;
    let filters = env::var("ROLLCALL_E2E_FILES").unwrap_or_default();
    let filters: Vec<&str> = filters.split_whitespace().collect();
    vitest("e2e", Some(&desktop), &filters)
}
