//! Connections and their secrets.

use crate::desk::{Desk, Platform, sample};
use serde_json::json;
use std::path::Path;

#[test]
fn a_connection_is_kept_tried_and_forgotten() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &["--header", "Referer=https://portal.example"]);
    let listed = desk.run(&["profile", "list", "--json"]).ends_with(0).document("profiles");
    let kept = &listed["profiles"][0];
    assert_eq!(
        (&kept["name"], &kept["subscriptionKey"], &kept["sessionOnly"]),
        (&json!("Nordlys"), &json!("session"), &json!(true))
    );
    let tried = desk.run(&["profile", "test", "nordlys", "--json"]).ends_with(0).document("profile-test");
    assert_eq!(tried["ok"], true, "{tried:#}");
    assert_eq!(tried["steps"].as_array().map(Vec::len), Some(16), "{tried:#}");
    let sample = desk.run(&["profile", "test", "sandbox"]).ends_with(0);
    assert!(sample.stdout.contains("[good] Roles: The platform lists 15 roles."), "{}", sample.stdout);
    desk.give("ROLLCALL_SUBSCRIPTION_KEY", "wrong");
    let refused = desk.run(&["profile", "test", "Nordlys"]).ends_with(1);
    assert!(refused.stdout.contains("[fails] Subscription key"), "{}", refused.stdout);
    assert!(refused.stdout.contains("What to do: Compare the key"), "{}", refused.stdout);
    desk.run(&["profile", "remove", "Nordlys", "--json"]).ends_with(0).document("profile-removed");
    desk.run(&["profile", "test", "Nordlys"]).ends_with(1);
}

#[test]
fn a_pasted_token_is_enough() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.give("ROLLCALL_SUBSCRIPTION_KEY", platform.word("subscriptionKey"));
    desk.give("ROLLCALL_TOKEN", platform.word("token"));
    let arguments = ["profile", "add", "Pasted", "--sign-in", "token", "--session-only", "--json"];
    let places = ["--base-url", platform.word("baseUrl"), "--platform-id", platform.word("platformId")];
    desk.run(&[&arguments[..], &places].concat()).ends_with(0).document("profile");
    desk.run(&["profile", "test", "Pasted"]).ends_with(0);
}

#[test]
fn what_can_not_be_kept_is_not_taken() {
    let desk = Desk::new();
    let always = ["profile", "add", "X", "--base-url", "https://api.example", "--platform-id", "p", "--json"];
    let add =
        |options: &[&str]| desk.run_with_input(&[&always[..], options].concat(), b"ROLLCALL_TOKEN=hunter2\n");
    let no_keychain = add(&["--sign-in", "token", "--secrets-stdin"]).ends_with(2);
    assert!(no_keychain.stderr.contains("--session-only"), "{}", no_keychain.stderr);
    add(&["--sign-in", "client-credentials", "--session-only"]).ends_with(2);
    add(&["--sign-in", "token", "--session-only", "--header", "no-value"]).ends_with(2);
    add(&["--sign-in", "token", "--session-only", "--secrets-stdin"]).ends_with(2);
    let plain = desk.run(&[
        "profile",
        "add",
        "X",
        "--base-url",
        "http://api.example",
        "--platform-id",
        "p",
        "--sign-in",
        "token",
        "--session-only",
        "--json",
    ]);
    plain.ends_with(1).document("error");
    add(&["--sign-in", "token", "--session-only"]).ends_with(0);
    let twice = add(&["--sign-in", "token", "--session-only"]).ends_with(1);
    assert_eq!(twice.document("error")["error"]["code"], "profile-invalid");
    let built_in = desk.run(&["profile", "remove", "sandbox"]).ends_with(2);
    assert!(!built_in.stderr.is_empty());
}

#[test]
fn a_missing_secret_is_named_and_never_asked_for_by_argument() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &[]);
    desk.give("ROLLCALL_CLIENT_SECRET", "");
    let answer = desk.run(&["sync", "-p", "Nordlys", "--json"]).ends_with(1);
    assert_eq!(answer.document("error")["error"]["code"], "credentials-missing");
}

#[test]
fn secrets_are_in_no_file_and_in_no_answer() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &[]);
    let mut told = String::new();
    let commands: [&[&str]; 6] = [
        &["profile", "list", "--json"],
        &["profile", "test", "Nordlys", "--json"],
        &["sync", "-p", "Nordlys"],
        &["check", &sample("01-plain.xlsx"), "-p", "Nordlys", "--json", "--payloads"],
        &["invite", &sample("01-plain.xlsx"), "-p", "Nordlys", "--yes", "--json"],
        &["runs", "list", "--json"],
    ];
    for command in commands {
        let answer = desk.run(command).ends_with(0);
        told.push_str(&answer.stdout);
        told.push_str(&answer.stderr);
    }
    let files = files_below(&desk.home());
    assert!(files.iter().any(|(path, _)| path.ends_with("journal.db")), "the search looks where data is");
    for secret in [platform.word("subscriptionKey"), platform.word("clientSecret")] {
        assert!(!told.contains(secret), "an answer tells a secret");
        for (path, bytes) in &files {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{path} holds a secret");
        }
    }
    // With the data key the databases are encrypted: an address of theirs can't be read off the disk.
    for (path, bytes) in files.iter().filter(|(path, _)| !path.ends_with(".json")) {
        let found = bytes.windows(12).any(|window| window == b"amelia.stone");
        assert!(!found, "{path} shows an address");
    }
}

#[test]
fn without_keychain_and_key_one_line_says_that_nothing_is_encrypted() {
    let desk = Desk::new();
    let open = |desk: &Desk| {
        let mut command = desk.command(&["sync", "-p", "sandbox"]);
        command.env_remove("ROLLCALL_DATA_KEY");
        crate::desk::Answer::of(command.spawn().expect("the program starts"))
    };
    let answer = open(&desk).ends_with(0);
    assert_eq!(answer.stderr.lines().count(), 1, "{}", answer.stderr);
    assert!(answer.stderr.contains("not encrypted"), "{}", answer.stderr);
    let with_key = Desk::new();
    with_key.run(&["sync", "-p", "sandbox"]).ends_with(0);
    let refused = open(&with_key).ends_with(1);
    assert!(
        !refused.stdout.contains("people"),
        "a database with a key is never replaced by one without: {}",
        refused.stdout
    );
}

pub fn files_below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push((path.display().to_string(), std::fs::read(&path).expect("a file")));
        }
    }
    files
}

#[test]
fn a_locked_connection_looks_and_does_not_send() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &["--read-only"]);
    let listed = desk.run(&["profile", "list", "--json"]).ends_with(0).document("profiles");
    assert_eq!(listed["profiles"][0]["readOnly"], true);
    desk.run(&["check", &sample("01-plain.xlsx"), "-p", "Nordlys"]).ends_with(0);
    for command in [
        &["invite", &sample("01-plain.xlsx"), "-p", "Nordlys", "--yes", "--json"][..],
        &["reinvite", "-p", "Nordlys", "--lapsed", "--yes", "--json"],
    ] {
        let refused = desk.run(command).ends_with(1);
        assert_eq!(refused.document("error")["error"]["code"], "read-only", "{command:?}");
    }
    assert_eq!(platform.posts(), 0);
    desk.run(&["profile", "unlock", "nordlys"]).ends_with(0);
    desk.run(&["invite", &sample("01-plain.xlsx"), "-p", "Nordlys", "--yes"]).ends_with(0);
    let locked = desk.run(&["profile", "lock", "Nordlys", "--json"]).ends_with(0).document("profile");
    assert_eq!(locked["profile"]["readOnly"], true);
    desk.run(&["profile", "lock", "sandbox"]).ends_with(2);
}

#[test]
fn a_connection_is_carried_to_a_colleague_without_its_secrets() {
    let platform = Platform::serve(&[]);
    let (mut desk, mut colleague) = (Desk::new(), Desk::new());
    desk.connect(
        "Nordlys",
        &platform,
        &["--header", "X-Api-Key=hunter2", "--header", "Referer=https://p.example"],
    );
    let file = desk.path("nordlys.json");
    let told = desk.run(&["profile", "export", "Nordlys", "-o", &file]).ends_with(0);
    assert!(told.stderr.contains("X-Api-Key") && !told.stderr.contains("hunter2"), "{}", told.stderr);
    let text = std::fs::read_to_string(&file).expect("the file");
    for secret in ["hunter2", platform.word("subscriptionKey"), platform.word("clientSecret")] {
        assert!(!text.contains(secret), "the file holds a secret");
    }
    colleague.give("ROLLCALL_SUBSCRIPTION_KEY", platform.word("subscriptionKey"));
    colleague.give("ROLLCALL_CLIENT_SECRET", platform.word("clientSecret"));
    let import = ["profile", "import", &file, "--session-only", "--json"];
    let taken = colleague.run(&import).ends_with(0).document("profile");
    assert_eq!((&taken["profile"]["name"], &taken["profile"]["live"]), (&json!("Nordlys"), &json!(true)));
    colleague.run(&["profile", "test", "Nordlys"]).ends_with(0);
    let twice = colleague.run(&import).ends_with(1);
    assert_eq!(twice.document("error")["error"]["code"], "profile-invalid");
    colleague.run(&[&import[..], &["--name", "Nordlys lab"]].concat()).ends_with(0);
    let strange = desk.file("views.json", "{\"schema\":1,\"views\":[]}");
    colleague.run(&["profile", "import", &strange, "--session-only"]).ends_with(1);
    colleague.run(&["profile", "import", &desk.path("nowhere.json"), "--session-only"]).ends_with(1);
}
