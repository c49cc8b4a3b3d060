//! What runs on other people's machines with our names on it: few permissions, nothing that can change unseen.

use serde_json::Value;

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

/// The only jobs that may write anything, and what.
const MAY_WRITE: &[(&str, &[&str])] = &[("publish", &["contents", "id-token", "attestations"])];

fn workflows() -> Vec<SourceFile> {
    tree::files(".github/workflows").into_iter().filter(|file| file.is(&["yml", "yaml"])).collect()
}

/// Everything in one workflow that breaks a rule.
fn broken(file: &SourceFile) -> Vec<String> {
    let document: Value = match serde_saphyr::from_str(&file.text) {
        Ok(document) => document,
        Err(problem) => return vec![format!("{}: is not YAML: {problem}", file.path)],
    };
    let mut findings = Vec::new();
    if document["on"].to_string().contains("pull_request_target") {
        findings.push("pull_request_target lets a stranger's change run with our secrets".to_owned());
    }
    findings.extend(permissions(&document["permissions"], "the workflow", &[]));
    if document["permissions"].is_null() {
        findings.push("the workflow does not say what it may do".to_owned());
    }
    let jobs = document["jobs"].as_object().cloned().unwrap_or_default();
    if jobs.is_empty() {
        findings.push("no job".to_owned());
    }
    for (name, job) in &jobs {
        let may = MAY_WRITE.iter().find(|(job, _)| job == name).map_or(&[][..], |(_, may)| may);
        findings.extend(permissions(&job["permissions"], name, may));
        if job["timeout-minutes"].is_null() {
            findings.push(format!("{name} may run for ever"));
        }
        findings.extend(job["steps"].as_array().into_iter().flatten().flat_map(step));
    }
    findings.into_iter().map(|finding| format!("{}: {finding}", file.path)).collect()
}

fn permissions(given: &Value, whose: &str, may_write: &[&str]) -> Vec<String> {
    if let Some(word) = given.as_str() {
        return vec![format!("{whose} is given `{word}` as a whole")];
    }
    let given = given.as_object().cloned().unwrap_or_default();
    given
        .iter()
        .filter(|(what, level)| level.as_str() == Some("write") && !may_write.contains(&what.as_str()))
        .map(|(what, _)| format!("{whose} may write {what}"))
        .collect()
}

/// What is wrong with one step: an action that can change, a script that is not there, a text of others in a script.
fn step(step: &Value) -> Vec<String> {
    let mut findings = Vec::new();
    if let Some(action) = step["uses"].as_str() {
        let commit = action.split_once('@').map_or("", |(_, commit)| commit);
        if commit.len() != 40 || !commit.chars().all(|char| char.is_ascii_hexdigit()) {
            findings.push(format!("{action} is not pinned by a commit"));
        }
        if action.starts_with("actions/checkout@")
            && step["with"]["persist-credentials"] != Value::Bool(false)
        {
            findings.push("a checkout leaves its credentials to what runs after it".to_owned());
        }
    }
    if let Some(script) = step["run"].as_str() {
        let named = script.split_whitespace().filter(|word| word.starts_with(".ci/"));
        findings.extend(
            named
                .filter(|word| !tree::root().join(word).is_file())
                .map(|word| format!("{word} is not there")),
        );
        if script.contains("${{") {
            findings.push("an expression stands within a script, where its text would run".to_owned());
        }
    }
    findings
}

#[test]
fn workflows_are_pinned_narrow_and_name_only_scripts_that_exist() {
    let all = workflows();
    for name in ["ci.yml", "release.yml"] {
        assert!(all.iter().any(|file| file.path.ends_with(name)), "{name} is missing");
    }
    let findings: Vec<String> = all.iter().flat_map(broken).collect();
    assert_none(&findings, "What runs with our names on it is pinned, may do little, and exists.");
}

#[test]
fn each_script_of_the_workflows_is_used_and_can_be_run() {
    let texts: String = workflows().iter().map(|file| file.text.clone()).collect();
    let scripts = tree::files(".ci");
    let unused: Vec<String> =
        scripts.iter().filter(|file| !texts.contains(&file.path)).map(|file| file.path.clone()).collect();
    assert_none(&unused, "A script that no workflow runs goes stale.");
    let loose: Vec<String> = scripts
        .iter()
        .filter(|file| {
            !file.text.starts_with("#!/usr/bin/env bash\n") || !file.text.contains("set -euo pipefail")
        })
        .map(|file| file.path.clone())
        .collect();
    assert_none(&loose, "A script stops at its first failure.");
}

#[test]
fn a_workflow_that_breaks_a_rule_is_found_by_each() {
    let good = "on: push\npermissions: {contents: read}\njobs:\n  a:\n    timeout-minutes: 5\n    steps:\n      - run: echo\n";
    let found = |from: &str, to: &str| broken(&SourceFile::example("w.yml", &good.replace(from, to)));
    assert_none(&found("", ""), "The example is good.");
    assert_found(&found("on: push", "on: pull_request_target"), "pull_request_target");
    assert_found(&found("contents: read", "contents: write"), "may write contents");
    assert_found(&found("permissions: {contents: read}\n", ""), "does not say");
    assert_found(&found("permissions: {contents: read}", "permissions: write-all"), "write-all");
    assert_found(&found("    timeout-minutes: 5\n", ""), "for ever");
    assert_found(&found("run: echo", "uses: some/action@v1"), "some/action@v1");
    assert_found(&found("run: echo", "run: .ci/not-there"), ".ci/not-there");
    assert_found(&found("run: echo", "run: echo ${{ github.head_ref }}"), "expression");
    let checkout = "uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8";
    assert_found(&found("run: echo", checkout), "credentials");
    assert_found(&found("on: push", "on: ["), "is not YAML");
}
