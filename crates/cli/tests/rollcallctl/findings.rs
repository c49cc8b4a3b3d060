//! `findings`: what the list shows, for people and for jobs.

use crate::desk::{Desk, Platform};
use serde_json::Value;

fn synced() -> Desk {
    let desk = Desk::new();
    desk.run(&["sync", "-p", "sandbox"]).ends_with(0);
    desk
}

fn told(document: &Value) -> &Vec<Value> {
    document["platforms"][0]["findings"].as_array().expect("findings")
}

#[test]
fn findings_are_told_and_wait_for_a_person() {
    let desk = synced();
    let document = desk.run(&["findings", "-p", "sandbox", "--json"]).ends_with(3).document("findings");
    assert_eq!(document["platforms"][0]["people"], 33);
    let blocked =
        told(&document).iter().find(|one| one["rule"] == "blocked-with-roles").expect("Sofia Rossi");
    let ids = blocked["userIds"].as_array().expect("ids");
    assert!(ids.contains(&"e255684a-3018-5cdd-99e3-41223da098f1".into()), "{ids:?}");
    assert_eq!(ids.len(), blocked["people"].as_u64().expect("a number") as usize);
    let text = desk.run(&["findings", "-p", "sandbox"]).ends_with(3).stdout;
    for said in ["33 people by the list of", "Blocked people who still hold roles", "(blocked-with-roles)"] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn a_rule_is_asked_for_by_its_word_and_an_unknown_one_is_wrong_usage() {
    let desk = synced();
    let only = ["findings", "-p", "sandbox", "--json", "--rule", "No-Role", "--rule", "blocked-with-roles"];
    let document = desk.run(&only).ends_with(3).document("findings");
    let rules: Vec<&str> = told(&document).iter().filter_map(|one| one["rule"].as_str()).collect();
    assert!(!rules.is_empty() && rules.iter().all(|rule| ["no-role", "blocked-with-roles"].contains(rule)));
    let nothing = ["findings", "-p", "sandbox", "--json", "--rule", "privileged-on-several-platforms"];
    let document = desk.run(&nothing).ends_with(0).document("findings");
    assert!(told(&document).is_empty(), "nothing of that rule waits for anybody");
    desk.run(&["findings", "-p", "sandbox", "--rule", "boredom"]).ends_with(2);
    desk.run(&["findings"]).ends_with(2);
}

#[test]
fn all_connections_are_judged_together_and_those_without_a_list_are_left_out() {
    let mut desk = Desk::new();
    let nothing = desk.run(&["findings", "--all-profiles", "--json"]).ends_with(1);
    assert_eq!(nothing.document("error")["error"]["code"], "list-not-fresh");
    let (east, west) = (Platform::serve(&[]), Platform::serve(&[]));
    desk.connect("East", &east, &[]);
    desk.run(&["sync", "-p", "East"]).ends_with(0);
    desk.connect("Idle", &west, &[]);
    desk.connect("West", &west, &["--header", "X-Region=west"]);
    desk.run(&["sync", "-p", "West"]).ends_with(0);
    let document = desk.run(&["findings", "--all-profiles", "--json"]).ends_with(3).document("findings");
    let platforms = document["platforms"].as_array().expect("platforms");
    let names: Vec<&str> = platforms.iter().filter_map(|one| one["profile"].as_str()).collect();
    assert_eq!(names, ["East", "West"]);
    let several = told(&document).iter().find(|one| one["rule"] == "privileged-on-several-platforms");
    let parts = &several.expect("both serve the same people")["parts"];
    assert_eq!((&parts[0]["label"], parts.as_array().map(Vec::len)), (&"West".into(), Some(1)));
}
