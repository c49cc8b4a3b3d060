//! A run after its end: its report, what became of its people, and a second mail for those who have not accepted.

use crate::desk::{Desk, Platform, assert_fits, people};
use serde_json::{Value, json};
use std::time::Duration;

fn sent() -> (Desk, Platform, String) {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &[]);
    let file = desk.file("people.csv", &people(["ann", "bob"].map(str::to_owned)));
    let answer =
        desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--json"]).ends_with(0).document("run");
    let id = answer["runId"].as_str().expect("an id").to_owned();
    (desk, platform, id)
}

#[test]
fn a_report_is_written_as_its_ending_says() {
    let (desk, _platform, id) = sent();
    let written = |name: &str| {
        let path = desk.path(name);
        desk.run(&["runs", "report", &id, "-o", &path]).ends_with(0);
        std::fs::read(path).expect("a report")
    };
    assert!(written("report.xlsx").starts_with(b"PK"));
    let csv = String::from_utf8(written("report.csv")).expect("UTF-8");
    assert!(csv.starts_with("\u{feff}Email,Role,Organizations,Row in file,Result,"), "{csv}");
    let json: Value = serde_json::from_slice(&written("report.json")).expect("JSON");
    assert_fits("report", &json);
    assert_eq!((&json["runId"], &json["rows"][1]["result"]), (&json!(id), &json!("Invited")));
    for other in ["report.txt", "report"] {
        let path = desk.path(other);
        let refused = desk.run(&["runs", "report", &id, "-o", &path]).ends_with(2);
        assert!(
            refused.stderr.contains(".csv") && !std::path::Path::new(&path).exists(),
            "{}",
            refused.stderr
        );
    }
}

#[test]
fn an_ending_that_no_report_has_is_told_before_anything_is_sent() {
    let (desk, platform, _) = sent();
    let file = desk.file("more.csv", &people(["cyd".to_owned()]));
    let report = desk.path("report.pdf");
    desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--report", &report]).ends_with(2);
    assert_eq!(platform.mailed().len(), 2);
}

#[test]
fn what_became_of_a_runs_people_is_told_for_programs_and_for_people() {
    let (desk, _platform, id) = sent();
    std::thread::sleep(Duration::from_millis(2_500));
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    let since = desk.run(&["runs", "show", &id, "--since", "--json"]).ends_with(0).document("run-since");
    assert_eq!((&since["invited"], &since["people"]["waits"]), (&json!(2), &json!(2)));
    assert_eq!(since["organizations"][0]["invited"], 2);
    let text = desk.run(&["runs", "show", &id, "--since"]).ends_with(0).stdout;
    assert!(text.contains("Of 2 people invited: 0 accepted, 2 wait."), "{text}");
    assert!(text.contains("Alpine Ski House"), "{text}");
}

#[test]
fn who_has_not_accepted_is_invited_once_more_by_a_run_of_its_own() {
    let (desk, platform, id) = sent();
    // Whoever was mailed a moment ago is not mailed again: here that is a second.
    std::thread::sleep(Duration::from_millis(2_500));
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    desk.run(&["reinvite", "--run", &id, "--json"]).ends_with(2);
    let nobody = desk.run(&["reinvite", "--run", &id, "--yes", "--json"]).ends_with(0).document("run");
    assert_eq!((&nobody["runId"], &nobody["rows"]), (&Value::Null, &json!([])), "nobody lapsed yet");
    desk.run(&["reinvite", "--run", "no-such-run", "--yes", "--json"]).ends_with(1);
    let again = desk.run(&["reinvite", "--run", &id, "--waiting", "--yes", "--json"]).ends_with(0);
    let again = again.document("run");
    assert_ne!(again["runId"], json!(id));
    assert_eq!(
        (&again["counts"]["confirmed"], &again["file"]["name"]),
        (&json!(2), &json!("people - invited again"))
    );
    assert_eq!(platform.mailed(), ["ann", "ann", "bob", "bob"].map(|name| format!("{name}@alpine.example")));
}
