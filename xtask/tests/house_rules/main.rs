//! The house rules: what a review would have to catch is caught here.
//!
//! Each rule is a checker that lists what breaks it, a test that runs it over the checkout, and a
//! test that shows it a bad example, so that a rule can't rot into one that never fails.

mod manifests;
mod packages;
mod page;
mod promises;
mod sentences;
mod shell;
mod sources;
mod tree;
mod workflows;

/// Fails with every finding on a line of its own.
#[track_caller]
fn assert_none(findings: &[String], rule: &str) {
    assert!(findings.is_empty(), "{rule}\n\n  {}\n", findings.join("\n  "));
}

/// Fails unless the checker found exactly one thing wrong, and named it.
#[track_caller]
fn assert_found(findings: &[String], named: &str) {
    assert_eq!(findings.len(), 1, "the bad example must be found, once: {findings:?}");
    assert!(findings[0].contains(named), "the finding must name {named}: {findings:?}");
}
