//! `sync`, `users`, `roles`, `idps`, `orgs`: what was fetched, offline.

use crate::desk::{Desk, Platform, sample};
use serde_json::{Value, json};

fn synced() -> Desk {
    let desk = Desk::new();
    let document = desk.run(&["sync", "-p", "sandbox", "--json"]).ends_with(0).document("sync");
    assert_eq!(
        (&document["people"], &document["roles"], &document["organizations"]),
        (&json!(33), &json!(15), &json!(29))
    );
    desk
}

fn users(desk: &Desk, options: &[&str]) -> Value {
    desk.run(&[&["users", "-p", "sandbox", "--json"], options].concat()).ends_with(0).document("users")
}

#[test]
fn before_the_first_fetch_it_is_said_how_to_fetch() {
    let desk = Desk::new();
    let answer = desk.run(&["users", "-p", "sandbox", "--json"]).ends_with(1);
    assert_eq!(answer.document("error")["error"]["code"], "list-not-fresh");
    assert!(answer.stderr.contains("rollcallctl sync -p sandbox"), "{}", answer.stderr);
}

#[test]
fn people_are_found_sorted_and_counted() {
    let desk = synced();
    let all = users(&desk, &[]);
    let everybody = all["users"].as_array().expect("users");
    assert_eq!((all["total"].as_u64(), everybody.len()), (Some(33), 33));
    let limited = users(&desk, &["--limit", "2", "--sort", "created:desc"]);
    let dates: Vec<&str> = limited["users"]
        .as_array()
        .expect("users")
        .iter()
        .filter_map(|user| user["createdAt"].as_str())
        .collect();
    assert_eq!((limited["total"].as_u64(), dates.len()), (Some(33), 2), "the total is not the limit");
    assert!(dates[0] >= dates[1], "newest first: {dates:?}");

    let count = |wanted: &dyn Fn(&Value) -> bool| everybody.iter().filter(|user| wanted(user)).count();
    let of = |list: &str, name: &str, user: &Value| {
        user[list].as_array().expect("a list").iter().any(|one| one["name"] == name)
    };
    let blocked = count(&|user| user["state"] == "Blocked");
    assert_eq!(users(&desk, &["--state", "blocked"])["total"], blocked);
    let new = count(&|user| user["state"] == "New");
    assert_eq!(users(&desk, &["--state", "New", "--state", "Blocked"])["total"], blocked + new);
    let customers = count(&|user| of("roles", "Customer", user));
    let admins = count(&|user| of("roles", "Customer Admin", user) || of("roles", "Customer", user));
    assert_eq!(users(&desk, &["--role", "customer"])["total"], customers);
    assert_eq!(users(&desk, &["--role", "Customer", "--role", "Customer Admin"])["total"], admins);
    let of_trey = count(&|user| of("organizations", "Trey Research", user));
    assert_eq!(users(&desk, &["--org", "trey research"])["total"], of_trey);
    let by_mail = count(&|user| user["identityProvider"]["name"] == "Work email (AAD)");
    assert_eq!(users(&desk, &["--idp", "waad"])["total"], by_mail);
    let lapsed = users(&desk, &["--lapsed"]);
    let listed = lapsed["users"].as_array().expect("users");
    assert!(!listed.is_empty() && listed.iter().all(|user| user["state"] == "New"), "{lapsed:#}");
    assert_eq!(lapsed["total"], listed.len());
    assert!(listed.len() < new, "some invitations are still good");
}

#[test]
fn a_list_that_looks_wrong_is_held_until_somebody_says_that_it_is_right() {
    let mut desk = Desk::new();
    let platform = Platform::serve(&[]);
    desk.connect("Nordlys", &platform, &[]);
    let nothing = desk.run(&["sync", "-p", "Nordlys", "--take-held", "--json"]).ends_with(1);
    assert_eq!(nothing.document("error")["error"]["code"], "nothing-held");
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    platform.faults(&json!({ "rules": [
        { "when": { "endpoint": "users" }, "fault": { "part_of_list": { "first": 20 } } }
    ] }));
    let held = desk.run(&["sync", "-p", "Nordlys", "--json"]).ends_with(1);
    assert_eq!(held.document("error")["error"]["code"], "list-held");
    for said in ["13 of 33 people are gone", "rollcallctl sync --take-held"] {
        assert!(held.stderr.contains(said), "{said}: {}", held.stderr);
    }
    let listed = |desk: &Desk| {
        let document = desk.run(&["users", "-p", "Nordlys", "--json"]).ends_with(0).document("users");
        document["total"].as_u64()
    };
    assert_eq!(listed(&desk), Some(33), "the old list stays");
    let refused = desk.run(&["check", &sample("01-plain.xlsx"), "-p", "Nordlys", "--json"]).ends_with(1);
    assert_eq!(refused.document("error")["error"]["code"], "list-held");
    let taken = desk.run(&["sync", "-p", "Nordlys", "--take-held", "--json"]).ends_with(0).document("sync");
    assert_eq!((&taken["people"], &taken["left"]), (&json!(20), &json!(13)));
    assert_eq!(listed(&desk), Some(20));
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
}

#[test]
fn a_name_that_stands_for_nothing_or_for_several_is_exit_code_2() {
    let desk = synced();
    for (option, name) in [("--role", "Custmer"), ("--org", "Nowhere"), ("--idp", "Fax"), ("--sort", "shoe")]
    {
        let answer = desk.run(&["users", "-p", "sandbox", "--json", option, name]).ends_with(2);
        answer.document("error");
    }
    let answer = desk.run(&["users", "-p", "sandbox", "--org", "Contoso"]).ends_with(2);
    assert!(
        answer.stderr.contains("C-20001") && answer.stderr.contains("C-20002"),
        "both are offered: {}",
        answer.stderr
    );
    let one = users(&desk, &["--org", "Contoso - C-20001"]);
    assert_eq!(
        one["total"],
        users(&desk, &["--org", "C-20001"])["total"],
        "a label names it as well as its ERP id"
    );
}

#[test]
fn people_are_written_in_every_format() {
    let desk = synced();
    let csv = desk.run(&["users", "-p", "sandbox", "--format", "csv"]).ends_with(0).stdout;
    assert!(csv.starts_with("\u{feff}\"Id\",\"E-mail\",\"First name\""), "{csv}");
    assert_eq!(csv.lines().count(), 34);
    let table = desk.run(&["users", "-p", "sandbox", "--limit", "3"]).ends_with(0);
    assert_eq!(table.stdout.lines().count(), 4);
    assert!(table.stderr.contains("3 of 33 people"), "{}", table.stderr);
    for (format, begins) in [
        ("xlsx", &b"PK"[..]),
        ("csv", "\u{feff}\"Id\",".as_bytes()),
        ("json", b"{\"schema\":1,"),
        ("table", b"Name "),
    ] {
        let path = desk.path(&format!("people.{format}"));
        let answer = desk.run(&["users", "-p", "sandbox", "--format", format, "-o", &path]).ends_with(0);
        assert_eq!(answer.stdout, "", "{format}: what goes into a file does not go to standard output");
        assert!(std::fs::read(&path).expect("written").starts_with(begins), "{format}");
    }
    let nowhere = desk.path("no-such-folder/people.csv");
    desk.run(&["users", "-p", "sandbox", "--format", "csv", "-o", &nowhere]).ends_with(1);
}

#[test]
fn roles_providers_and_organizations_say_how_many_people() {
    let desk = synced();
    let people = |command: &str, schema: &str, key: &str| {
        let document = desk.run(&[command, "-p", "sandbox", "--json"]).ends_with(0).document(schema);
        let all = document[key].as_array().expect("a list").clone();
        (all.len(), all.iter().filter_map(|one| one["people"].as_u64()).sum::<u64>())
    };
    let (roles, held) = people("roles", "roles", "roles");
    assert!(roles == 15 && held > 20, "most people hold a role: {held}");
    assert_eq!(people("idps", "identity-providers", "identityProviders").0, 5);
    assert_eq!(people("orgs", "organizations", "organizations").0, 29);
    for command in ["roles", "idps", "orgs"] {
        assert!(desk.run(&[command, "-p", "sandbox"]).ends_with(0).stdout.contains("People"));
    }
}

#[test]
fn the_list_serves_without_the_platform_and_a_second_fetch_tells_changes() {
    let desk = synced();
    desk.run(&["invite", &sample("01-plain.xlsx"), "-p", "sandbox", "--yes"]).ends_with(0);
    let document = desk.run(&["sync", "-p", "sandbox", "--json"]).ends_with(0).document("sync");
    assert_eq!((&document["joined"], &document["people"]), (&json!(3), &json!(36)));
}

#[test]
fn what_changed_since_the_last_fetch_is_told_in_every_format() {
    let desk = synced();
    let changes = |options: &[&str]| {
        let words = [&["changes", "-p", "sandbox", "--json"], options].concat();
        desk.run(&words).ends_with(0).document("changes")
    };
    assert_eq!(changes(&[])["people"], 0, "the first fetch is the beginning");
    desk.run(&["invite", &sample("01-plain.xlsx"), "-p", "sandbox", "--yes"]).ends_with(0);
    desk.run(&["sync", "-p", "sandbox"]).ends_with(0);
    let all = changes(&["--since", "last", "--kind", "joined"]);
    let first = |document: &Value| document["from"]["number"].as_u64();
    assert!(first(&all) >= Some(1), "{all:#}");
    assert_eq!(all["total"], 3, "{all:#}");
    desk.run(&["sync", "-p", "sandbox"]).ends_with(0);
    let since_last = changes(&["--since", "last", "--kind", "joined"]);
    assert_eq!(since_last["total"], 0, "nobody joined since the fetch before: {since_last:#}");
    let since_the_beginning = changes(&["--since", "2020-01-01"]);
    let rows = since_the_beginning["changes"].as_array().expect("people");
    assert_eq!((since_the_beginning["total"].as_u64(), rows.len()), (Some(3), 3));
    assert!(rows.iter().all(|row| row["changes"][0]["kind"] == "joined"), "{since_the_beginning:#}");
    let email = rows[0]["email"].as_str().expect("an address").to_owned();
    assert_eq!(changes(&["--since", "2020-01-01", "--search", &email])["total"], 1);
    assert_eq!(changes(&["--since", "2020-01-01", "--kind", "left"])["total"], 0);
    let table = desk.run(&["changes", "-p", "sandbox", "--since", "2020-01-01"]).ends_with(0);
    assert_eq!(table.stdout.lines().count(), 4, "{}", table.stdout);
    assert!(table.stdout.contains(&email) && table.stderr.contains("3 people, from "), "{}", table.stderr);
    let same =
        desk.run(&["changes", "-p", "sandbox", "--since", "2020-01-01", "--format", "json"]).ends_with(0);
    assert_eq!(same.document("changes"), since_the_beginning, "the two ways to ask for the document");
    for (format, begins) in
        [("csv", "\u{feff}\"Name\",\"E-mail\",\"Id\",\"What\"".as_bytes()), ("xlsx", b"PK")]
    {
        let path = desk.path(&format!("changes.{format}"));
        let words = ["changes", "-p", "sandbox", "--since", "2020-01-01", "--format", format, "-o", &path];
        desk.run(&words).ends_with(0);
        assert!(std::fs::read(&path).expect("written").starts_with(begins), "{format}");
    }
    let written = |options: &[&str]| {
        let path = desk.path("chosen.csv");
        let words = ["changes", "-p", "sandbox", "--since", "2020-01-01", "--format", "csv", "-o", &path];
        desk.run(&[&words[..], options].concat()).ends_with(0);
        std::fs::read(path).expect("written")
    };
    let plain = written(&["--separator", "semicolon", "--encoding", "utf8"]);
    assert!(plain.starts_with(b"\"Name\";\"E-mail\";\"Id\""), "{:?}", &plain[..30]);
    let wide = written(&["--separator", "tab", "--encoding", "utf16-le"]);
    assert!(wide.starts_with(b"\xff\xfe\"\0N\0a\0m\0e\0\"\0\t\0"), "{:?}", &wide[..18]);
    desk.run(&["changes", "-p", "sandbox", "--since", "yesterday"]).ends_with(2);
    desk.run(&["changes", "-p", "sandbox", "--until", "2020-01-01"]).ends_with(2);
}

#[test]
fn a_letter_that_the_encoding_of_changes_lacks_is_named_with_its_person_and_leaves_no_file() {
    let desk = synced();
    let people = "Email,First name,Role,Organizations\nann@alpine.example,Анна,Customer,Alpine Ski House\n";
    let file = desk.file("people.csv", people);
    desk.run(&["invite", &file, "-p", "sandbox", "--yes"]).ends_with(0);
    desk.run(&["sync", "-p", "sandbox"]).ends_with(0);
    let path = desk.path("western.csv");
    let asked = ["changes", "-p", "sandbox", "--since", "2020-01-01", "--kind", "joined", "--format", "csv"];
    let western = [&asked[..], &["--encoding", "windows-1252", "-o", &path]].concat();
    let refused = desk.run(&western).ends_with(2);
    for said in ["Анна", "“А” under Name", "row 1 of the list", "Windows-1252", "choose UTF-8"] {
        assert!(refused.stderr.contains(said), "{said}: {}", refused.stderr);
    }
    assert!(!std::path::Path::new(&path).exists(), "nothing is left");
}

#[test]
fn one_customer_is_fetched_alone_by_its_name() {
    let desk = synced();
    desk.run(&["invite", &sample("01-plain.xlsx"), "-p", "sandbox", "--yes"]).ends_with(0);
    let words = ["sync", "-p", "sandbox", "--customer", "Trey Research", "--json"];
    let document = desk.run(&words).ends_with(0).document("sync");
    assert!(document["people"].as_u64() >= Some(33), "{document:#}");
    desk.run(&["sync", "-p", "sandbox", "--customer", "Nowhere"]).ends_with(2);
}

#[test]
fn organizations_are_learned_from_a_small_list() {
    let desk = synced();
    let file = desk.file("organizations.csv", "Id,Name,ERP ID\nbrand-new,Brand New,C-77\n,Nobody,\n");
    let words = ["orgs", "-p", "sandbox", "--import", &file, "--json"];
    let learned = desk.run(&words).ends_with(0);
    assert!(
        learned.stderr.contains("Row 3") && learned.stderr.contains("1 of them new"),
        "{}",
        learned.stderr
    );
    let document = learned.document("organizations");
    let all = document["organizations"].as_array().expect("a list");
    let new = all.iter().find(|one| one["id"] == "brand-new").expect("it is known");
    assert_eq!((all.len(), &new["erpId"], &new["people"]), (30, &json!("C-77"), &json!(0)));
    let nonsense = desk.file("names.csv", "Contoso\nFabrikam\n");
    desk.run(&["orgs", "-p", "sandbox", "--import", &nonsense]).ends_with(1);
}
