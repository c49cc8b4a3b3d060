//! `cargo xtask bench`: every benchmark of the workspace, and what takes too long for the tests.

use std::process::ExitCode;

use serde_json::Value;

use crate::parts::Needs;
use crate::{Outcome, page, prepare, shell};

/// Runs every benchmark target that the workspace has, one after the other.
///
/// # Errors
/// A sentence when one of them fails, or when there are none.
pub(crate) fn bench(words: &[String]) -> Outcome<ExitCode> {
    let metadata = shell::output(&mut shell::cargo(&["metadata", "--no-deps", "--format-version", "1"]))
        .ok_or("Cargo could not describe the workspace.")?;
    let targets = targets(&metadata);
    if targets.is_empty() {
        println!("The workspace has no benchmark yet: put one into a crate's benches/ folder.");
        return Ok(ExitCode::SUCCESS);
    }
    prepare::machine(Needs { page: true, libraries: true, ..Needs::default() }, false)?;
    page::build()?;
    for (package, name) in targets {
        println!("\n━━ {package}: {name}");
        let mut command = shell::cargo(&["bench", "--package", &package, "--bench", &name, "--"]);
        shell::must(command.args(words))?;
    }
    simulate()?;
    Ok(ExitCode::SUCCESS)
}

/// The simulation of sending, over many times the cases of an ordinary test run.
fn simulate() -> Outcome<()> {
    const CASES: &str = "5000";
    println!("\n━━ rollcall-runs: the invariants of sending, {CASES} cases in each of eight parts");
    let words = ["test", "--release", "--package", "rollcall-runs", "--lib", "nobody_is_lost"];
    shell::must(
        shell::cargo(&words).env("PROPTEST_CASES", std::env::var("PROPTEST_CASES").unwrap_or(CASES.into())),
    )
}

/// The benchmark targets in what `cargo metadata` prints, as (package, target).
fn targets(metadata: &str) -> Vec<(String, String)> {
    let metadata: Value = serde_json::from_str(metadata).unwrap_or_default();
    let list =
        |value: &Value, key: &str| value.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |value: &Value| value.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
    list(&metadata, "packages")
        .iter()
        .flat_map(|package| {
            let benches = list(package, "targets")
                .into_iter()
                .filter(|target| list(target, "kind").contains(&"bench".into()));
            benches.map(|target| (text(package), text(&target))).collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_benchmark_targets_are_run() {
        let metadata = r#"{"packages":[{"name":"a","targets":[
            {"name":"a","kind":["lib"]},{"name":"speed","kind":["bench"]}]}]}"#;
        assert_eq!(targets(metadata), [("a".to_owned(), "speed".to_owned())]);
    }
}
