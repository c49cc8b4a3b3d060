//! `users` and `reinvite` by filters, by queues and by the views that were saved in the window.

use crate::desk::{Desk, Platform, people};
use serde_json::{Value, json};

fn synced() -> Desk {
    let desk = Desk::new();
    desk.run(&["sync", "-p", "sandbox"]).ends_with(0);
    desk
}

/// Views as the window keeps them.
fn keep_views(desk: &Desk, views: &Value) {
    let path = desk.home().join("profiles/sandbox/views.json");
    std::fs::write(path, json!({ "schema": 1, "views": views }).to_string()).expect("kept");
}

fn users(desk: &Desk, options: &[&str]) -> Vec<Value> {
    users_of(desk, "sandbox", options)
}

fn users_of(desk: &Desk, profile: &str, options: &[&str]) -> Vec<Value> {
    let document =
        desk.run(&[&["users", "-p", profile, "--json"], options].concat()).ends_with(0).document("users");
    let users = document["users"].as_array().expect("users").clone();
    assert_eq!(document["total"], users.len(), "{options:?}");
    users
}

fn emails(users: &[Value]) -> Vec<&str> {
    users.iter().map(|user| user["email"].as_str().expect("an address")).collect()
}

#[test]
fn every_filter_gives_those_whom_it_names() {
    let desk = synced();
    let all = users(&desk, &[]);
    let those = |wanted: &dyn Fn(&Value) -> bool| all.iter().filter(|user| wanted(user)).count();
    let roles = |user: &Value| user["roles"].as_array().map_or(0, Vec::len);
    assert_eq!(users(&desk, &["--no-role"]).len(), those(&|user| roles(user) == 0));
    assert_eq!(users(&desk, &["--several-roles"]).len(), those(&|user| roles(user) > 1));
    let domain = all[0]["email"].as_str().and_then(|email| email.split('@').nth(1)).expect("a domain");
    let of_domain =
        those(&|user| user["email"].as_str().is_some_and(|email| email.ends_with(&format!("@{domain}"))));
    assert_eq!(users(&desk, &["--domain", domain]).len(), of_domain);
    let day = |user: &Value| user["createdAt"].as_str().map(|at| at[..10].to_owned());
    let mut days: Vec<String> = all.iter().filter_map(day).collect();
    days.sort();
    let (from, until) = (&days[5], &days[12]);
    let between = those(&|user| day(user).is_some_and(|day| day >= *from && day <= *until));
    assert_eq!(users(&desk, &["--created-from", from, "--created-until", until]).len(), between);
    let lapsed = users(&desk, &["--lapsed"]);
    assert_eq!(lapsed, users(&desk, &["--queue", "lapsed"]));
    let new = those(&|user| user["state"] == "New" && !user["createdAt"].is_null());
    assert_eq!(users(&desk, &["--queue", "waiting"]).len() + lapsed.len(), new);
    let older = users(&desk, &["--queue", "older-than-30-days"]);
    assert!(older.iter().all(|user| lapsed.contains(user)));
    for wrong in [
        &["--no-role", "--several-roles"][..],
        &["--lapsed", "--queue", "waiting"],
        &["--created-from", "May"],
    ] {
        desk.run(&[&["users", "-p", "sandbox"], wrong].concat()).ends_with(2);
    }
}

#[test]
fn people_without_a_provider_or_an_organization_are_found_alone_and_beside_those_with_one() {
    let mut desk = Desk::new();
    let world = desk.file("world.json", &world_of_people_who_lack_something());
    let platform = Platform::serve(&["--world", &world]);
    desk.connect("Nordlys", &platform, &[]);
    let file = desk.file("people.csv", &people(["ann".to_owned(), "bob".to_owned()]));
    desk.run(&["invite", &file, "-p", "Nordlys", "--yes"]).ends_with(0);
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    let users = |desk: &Desk, options: &[&str]| users_of(desk, "Nordlys", options);
    let all = users(&desk, &[]);
    let those = |wanted: &dyn Fn(&Value) -> bool| all.iter().filter(|user| wanted(user)).count();
    let no_provider = |user: &Value| user["identityProvider"].is_null();
    let organizations = |user: &Value| user["organizations"].as_array().map_or(0, Vec::len);
    assert!(those(&no_provider) > 0 && those(&|user| organizations(user) == 0) > 0, "the sample has both");
    for flag in ["--no-idp", "--no-identity-provider"] {
        assert_eq!(users(&desk, &[flag]).len(), those(&no_provider), "{flag}");
    }
    for flag in ["--no-org", "--no-organization"] {
        assert_eq!(users(&desk, &[flag]).len(), those(&|user| organizations(user) == 0), "{flag}");
    }
    let by_mail = |user: &Value| user["identityProvider"]["name"] == "Work email (AAD)";
    let either = those(&|user| by_mail(user) || no_provider(user));
    assert_eq!(users(&desk, &["--no-idp", "--idp", "waad"]).len(), either, "one or the other");
    let both = those(&|user| no_provider(user) && organizations(user) == 0);
    assert_eq!(users(&desk, &["--no-idp", "--no-org"]).len(), both, "two filters must both hold");
}

/// The built-in world, where whoever is invited without a provider has none, and where one person is of no organization.
fn world_of_people_who_lack_something() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../sandbox/data/world.json");
    let mut world: Value =
        serde_json::from_str(&std::fs::read_to_string(path).expect("the world")).expect("JSON");
    for provider in world["identityProviders"].as_array_mut().expect("providers") {
        provider["enabled"] = json!(false);
    }
    world["users"].as_array_mut().and_then(|people| people.last_mut()).expect("people")["organizationIds"] =
        json!([]);
    world.to_string()
}

#[test]
fn an_accessibility_is_named_in_any_case_and_one_that_nobody_has_names_those_that_there_are() {
    let desk = synced();
    let csv =
        desk.run(&["users", "-p", "sandbox", "--format", "csv", "--encoding", "utf8"]).ends_with(0).stdout;
    let mut rows = csv.lines().map(|line| line.trim_matches('"').split("\",\"").collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    let column = header.iter().position(|name| *name == "Accessibility").expect("the column");
    let said: Vec<String> = rows.map(|row| row[column].to_owned()).collect();
    let with = |word: &str| said.iter().filter(|one| *one == word).count();
    let (full, restricted, none) = (with("Full"), with("Restricted"), with(""));
    assert!(full > 0 && restricted > 0, "{said:?}");
    assert_eq!(users(&desk, &["--accessibility", "Restricted"]).len(), restricted);
    assert_eq!(users(&desk, &["--accessibility", "full"]).len(), full);
    let two = ["--accessibility", "full", "--accessibility", "restricted"];
    assert_eq!(users(&desk, &two).len(), full + restricted);
    assert_eq!(users(&desk, &["--no-accessibility"]).len(), none);
    let refused = desk.run(&["users", "-p", "sandbox", "--accessibility", "Partial"]).ends_with(2);
    assert!(refused.stderr.contains("Full, Restricted"), "{}", refused.stderr);
}

#[test]
fn several_columns_decide_the_order() {
    let desk = synced();
    let sorted = users(&desk, &["--sort", "state", "--sort", "email:desc"]);
    let keys: Vec<(&str, &str)> = sorted
        .iter()
        .map(|user| (user["state"].as_str().expect("a state"), user["email"].as_str().expect("an address")))
        .collect();
    for pair in keys.windows(2) {
        assert!(pair[0].0 <= pair[1].0, "{pair:?}");
        let lower = |email: &str| email.to_lowercase();
        assert!(pair[0].0 != pair[1].0 || lower(pair[0].1) >= lower(pair[1].1), "{pair:?}");
    }
}

#[test]
fn a_view_gives_its_people_its_order_and_its_columns_and_what_is_said_beside_it_counts_more() {
    let desk = synced();
    let refused = desk.run(&["users", "-p", "sandbox", "--view", "Mine", "--json"]).ends_with(2);
    assert_eq!(refused.document("error")["error"]["code"], "bad-request");
    let query = json!({ "states": ["New", "Blocked"], "sort": [{ "column": "email", "descending": true }] });
    let columns = json!([
        { "id": "email" }, { "id": "id", "hidden": true }, { "id": "state" }, { "id": "firstName", "pinned": true },
    ]);
    keep_views(&desk, &json!([{ "id": "1", "name": "Not in yet", "query": query, "columns": columns }]));
    let seen = users(&desk, &["--view", "not in YET"]);
    assert!(!seen.is_empty() && seen.iter().all(|user| user["state"] != "Active"));
    let mut sorted = emails(&seen);
    sorted.sort_by_key(|email| std::cmp::Reverse(email.to_lowercase()));
    assert_eq!(emails(&seen), sorted);
    let csv =
        desk.run(&["users", "-p", "sandbox", "--view", "Not in yet", "--format", "csv"]).ends_with(0).stdout;
    let header = "\u{feff}\"First name\",\"E-mail\",\"State\"\r\n";
    assert!(csv.starts_with(header), "what is pinned stands first, as on the screen: {csv}");
    assert_eq!(csv.lines().count(), seen.len() + 1);
    let blocked = users(&desk, &["--view", "Not in yet", "--state", "Blocked"]);
    assert!(blocked.len() < seen.len() && blocked.iter().all(|user| user["state"] == "Blocked"));
    let unknown = desk.run(&["users", "-p", "sandbox", "--view", "Mine"]).ends_with(2);
    assert!(unknown.stderr.contains("Not in yet"), "those that there are are named: {}", unknown.stderr);
}

#[test]
fn a_csv_is_written_with_the_separator_and_the_encoding_that_was_asked_for() {
    let desk = synced();
    let written = |options: &[&str]| {
        let path = desk.path("out.csv");
        desk.run(&[&["users", "-p", "sandbox", "--format", "csv", "-o", &path], options].concat())
            .ends_with(0);
        std::fs::read(path).expect("written")
    };
    let plain = written(&["--separator", "semicolon", "--encoding", "utf8"]);
    assert!(plain.starts_with(b"\"Id\";\"E-mail\";\"First name\""), "{:?}", &plain[..40]);
    let tabs = written(&["--separator", "tab", "--encoding", "utf16-le"]);
    assert!(tabs.starts_with(b"\xff\xfe\"\0I\0d\0\"\0\t\0"), "{:?}", &tabs[..12]);
    let path = desk.path("western.csv");
    let western = ["users", "-p", "sandbox", "--format", "csv", "--encoding", "windows-1252", "-o", &path];
    let refused = desk.run(&western).ends_with(2);
    assert!(refused.stderr.contains("Windows-1252"), "{}", refused.stderr);
    assert!(!std::path::Path::new(&path).exists(), "nothing is left");
}

#[test]
fn exactly_a_queue_is_invited_again_by_a_run_of_its_own() {
    let desk = synced();
    let lapsed = users(&desk, &["--lapsed"]);
    desk.run(&["reinvite", "-p", "sandbox", "--yes"]).ends_with(2);
    desk.run(&["reinvite", "--lapsed", "--yes"]).ends_with(2);
    desk.run(&["reinvite", "-p", "sandbox", "--run", "x", "--yes"]).ends_with(2);
    desk.run(&["reinvite", "-p", "sandbox", "--lapsed"]).ends_with(2);
    let answer = desk.run(&["reinvite", "-p", "sandbox", "--lapsed", "--yes", "--json"]);
    assert!(matches!(answer.code, Some(0 | 3)), "{answer:?}");
    let run = answer.document("run");
    let mut invited: Vec<&str> =
        run["rows"].as_array().expect("rows").iter().filter_map(|row| row["email"].as_str()).collect();
    let mut listed = emails(&lapsed);
    invited.sort_unstable();
    listed.sort_unstable();
    assert_eq!(invited, listed);
    let confirmed = run["counts"]["confirmed"].as_u64().expect("a count");
    assert!(confirmed > 0, "{run:#}");
    let left = users(&desk, &["--lapsed"]).len() as u64;
    assert_eq!(left + confirmed, lapsed.len() as u64, "who was mailed waits again, by our own record");
}

#[test]
fn a_view_of_people_who_have_all_accepted_invites_nobody() {
    let desk = synced();
    keep_views(&desk, &json!([{ "id": "1", "name": "In", "query": { "states": ["Active"] } }]));
    let nobody = desk.run(&["reinvite", "-p", "sandbox", "--view", "In", "--yes", "--json"]).ends_with(0);
    let nobody = nobody.document("run");
    assert_eq!((&nobody["runId"], &nobody["rows"]), (&Value::Null, &json!([])));
}
