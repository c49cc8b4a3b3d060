//! Descriptions: listed, shown, checked.

use crate::desk::{Desk, Platform};
use serde_json::json;

#[test]
fn the_built_in_descriptions_are_listed_and_shown() {
    let desk = Desk::new();
    let listed = desk.run(&["description", "list", "--json"]).ends_with(0).document("descriptions");
    let names: Vec<&str> = listed["descriptions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["name"].as_str().expect("a name"))
        .collect();
    assert_eq!(names, ["appxite", "scim2"]);
    assert_eq!(listed["descriptions"][1]["needs"]["subscriptionKey"], json!(false));
    let shown = desk.run(&["description", "show", "scim2"]).ends_with(0);
    let kept = desk.file("mine.toml", &shown.stdout);
    desk.run(&["description", "check", &kept]).ends_with(0);
    desk.run(&["description", "show", "scim2", "--json"]).ends_with(0).document("description");
    let unknown = desk.run(&["description", "show", "sap", "--json"]).ends_with(1);
    let said = unknown.document("error")["error"]["message"].as_str().expect("a sentence").to_owned();
    assert!(said.contains("\"sap\"") && said.contains("appxite and scim2"), "{said}");
    assert!(!desk.home().exists(), "nothing of this needs a data folder");
}

#[test]
fn a_description_that_is_wrong_is_told_line_by_line() {
    let desk = Desk::new();
    let wrong =
        desk.file("wrong.toml", "batch_limit = 0\n[calls.users]\npaht = \"/x\"\n[pace]\nper_minute = -1\n");
    let told =
        desk.run(&["description", "check", &wrong, "--json"]).ends_with(1).document("description-check");
    let lines: Vec<u64> = told["problems"]
        .as_array()
        .expect("problems")
        .iter()
        .map(|problem| problem["line"].as_u64().expect("a line"))
        .collect();
    assert_eq!(lines, [3, 5], "what is no field is told before what the fields say: {told:#}");
    let plain = desk.run(&["description", "check", &wrong]).ends_with(1);
    assert!(plain.stdout.starts_with("line 3: There is no field `calls.users.paht`"), "{}", plain.stdout);
    desk.run(&["description", "check", &desk.path("nowhere.toml")]).ends_with(1);
}

#[test]
fn a_connection_with_a_bad_description_is_refused_with_the_line() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    let bad = desk.file("bad.toml", "\n[calls.users]\npath = \"users\"\n");
    desk.give("ROLLCALL_TOKEN", platform.word("token"));
    let add = ["profile", "add", "X", "--sign-in", "token", "--session-only", "--json"];
    let to = ["--base-url", platform.word("baseUrl"), "--platform-id", platform.word("platformId")];
    let refused = desk.run(&[&add[..], &to, &["--description", &bad]].concat()).ends_with(1);
    let said = refused.document("error")["error"]["message"].as_str().expect("a sentence").to_owned();
    assert!(said.contains("Line 3"), "{said}");
    desk.run(&[&add[..], &to, &["--description", "sap"]].concat()).ends_with(2);
    let without_id = [&add[..], &to[..2]].concat();
    desk.run(&without_id).ends_with(2);
    desk.run(&[&without_id[..], &["--description", "scim2"]].concat()).ends_with(0);
    let kept = desk.run(&["profile", "list", "--json"]).ends_with(0).document("profiles");
    assert_eq!(kept["profiles"][0]["description"]["base"], "scim2");
}

#[test]
fn what_a_connection_changes_is_shown_and_used() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    let changes = desk.file("changes.toml", "[calls.users.paging]\nsize = 7\n");
    desk.connect("Nordlys", &platform, &["--description", &changes]);
    let shown =
        desk.run(&["description", "show", "-p", "Nordlys", "--json"]).ends_with(0).document("description");
    assert_eq!(
        shown["description"]["differences"],
        json!([{ "field": "calls.users.paging.size", "builtIn": "200", "here": "7" }])
    );
    let synced = desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    assert!(synced.stdout.contains("33"), "{}", synced.stdout);
    let asked = platform.truth()["requests"].as_array().expect("requests").len();
    assert!(asked > 5, "33 people at seven a page: {asked} calls");
}
