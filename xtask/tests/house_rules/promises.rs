//! What SECURITY.md promises is shown by tests that exist.

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

/// The heading above the table of promises.
const HEADING: &str = "## Promises and their tests";

/// The promises with what shows each: the rows of the table below its heading.
fn promises(security: &str) -> Vec<(String, Vec<String>)> {
    let below = security.split_once(HEADING).map_or("", |(_, below)| below);
    let rows =
        below.lines().take_while(|line| !line.starts_with("## ")).filter(|line| line.starts_with("| "));
    let cells = rows.filter_map(|row| row.trim_matches('|').split_once(" | "));
    // The first rows name the columns and part them from the others.
    cells.skip(2).map(|(promise, shown)| (promise.trim().to_owned(), quoted(shown))).collect()
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<String> {
    text.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect()
}

fn unshown(security: &str, sources: &[SourceFile]) -> Vec<String> {
    let told = promises(security).into_iter();
    told.flat_map(|(promise, tests)| {
        let none = tests.is_empty().then(|| format!("nothing shows: {promise}"));
        let missing = tests.into_iter().filter(|test| !exists(test, sources));
        missing.map(|test| format!("there is no test {test}")).chain(none).collect::<Vec<_>>()
    })
    .collect()
}

/// A function that is a test, or a step of a journey, written as `file › a part of its title`.
fn exists(test: &str, sources: &[SourceFile]) -> bool {
    match test.split_once(" › ") {
        Some((file, step)) => {
            let path = format!("ui/e2e/journeys/{file}");
            sources.iter().any(|source| source.path == path && source.text.contains(step))
        }
        None => sources.iter().any(|source| source.is(&["rs"]) && has_test(&source.text, test)),
    }
}

fn has_test(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let head = format!("fn {name}(");
    let found =
        lines.iter().enumerate().filter(|(_, line)| line.trim_start_matches("async ").starts_with(&head));
    found.into_iter().any(|(at, _)| {
        let attributes = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
        attributes.into_iter().any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
    })
}

#[test]
fn every_promise_of_security_md_is_shown_by_a_test_that_exists() {
    let security = tree::read("SECURITY.md").text;
    let told = promises(&security);
    assert!(told.len() >= 10, "the table of promises was not found: the rule looks in the wrong place");
    assert_none(&unshown(&security, &tree::files("")), "Name tests that exist, or promise less.");
}

#[test]
fn a_promise_without_a_test_is_found() {
    let table = |row: &str| {
        format!("{HEADING}\n\n| Promise | Shown by |\n| --- | --- |\n{row}\n\n## More\n\n| a | b |\n")
    };
    let tests = "#[test]\n#[cfg(unix)]\nfn it_holds() {}\n\nfn helper() {}\n#[tokio::test(flavor = \"x\")]\nasync fn it_waits() {}";
    let journey = "step(\"it is so\", async () => {});";
    let sources = [
        SourceFile::example("crates/x/tests/y.rs", tests),
        SourceFile::example("ui/e2e/journeys/x.e2e.ts", journey),
    ];
    let good = table("| It holds. | `it_holds`, `it_waits`, `x.e2e.ts › it is so` |");
    assert_eq!(unshown(&good, &sources), Vec::<String>::new());
    assert_found(&unshown(&table("| It holds. | `it_does_not` |"), &sources), "it_does_not");
    assert_found(&unshown(&table("| It holds. | `helper` |"), &sources), "helper");
    assert_found(&unshown(&table("| It holds. | `x.e2e.ts › it is not` |"), &sources), "it is not");
    assert_found(&unshown(&table("| It holds. | trust us |"), &sources), "It holds.");
}
