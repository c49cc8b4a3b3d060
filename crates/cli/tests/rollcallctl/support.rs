//! A support file holds nothing of anybody, whatever lies in the data folder.

use crate::desk::{Desk, Platform, people};
use serde_json::json;

/// What must never stand in it, each somewhere where it could get in.
const CANARIES: &[&str] = &[
    "anna.canary@contoso.example",
    "Canarina",
    "canary-secret-5512",
    "canary-key-7731",
    "Canary List.xlsx",
    "0011223344556677",
];

fn write(desk: &Desk, name: &str, text: &str) {
    let path = desk.home().join(name);
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(path, text).expect("written");
}

fn line(fields: serde_json::Value) -> String {
    let at = "2026-11-27T05:00:00.000000Z";
    json!({ "timestamp": at, "level": "WARN", "target": "rollcall_app::window", "fields": fields })
        .to_string()
}

/// Puts them wherever a program, a person or a defect could.
fn plant(desk: &Desk) {
    let fields = [
        json!({ "message": "a file could not be read", "detail": "cannot open /home/Canarina/Canary List.xlsx: denied" }),
        json!({ "message": "nobody called Canarina is there", "error": "mail to anna.canary@contoso.example failed" }),
        json!({ "message": "a word", "problem": "the key canary-key-7731 of 'Canarina' is wrong" }),
        json!({ "message": "a word", "run": "anna.canary@contoso.example", "profile": "Canarina", "canarySecret": "x" }),
        json!({ "message": "a page did not come", "reason": "Stopped(\"Canarina said canary-secret-5512\")" }),
        json!({ "message": { "Canarina": "anna.canary@contoso.example" }, "list": ["Canarina"] }),
    ];
    let mut log: Vec<String> = fields.into_iter().map(line).collect();
    log.push("Canarina <anna.canary@contoso.example> canary-secret-5512".to_owned());
    write(desk, "logs/rollcall.2026-11-26.log", &(log.join("\n") + "\n"));
    write(
        desk,
        "settings.json",
        &json!({ "theme": "dark", "note": "Canarina canary-secret-5512", "language": "Canarina" })
            .to_string(),
    );
    let crash = json!({
        "at": "2026-11-27T05:00:00Z", "version": "0.1.0", "what": "panic", "place": "crates/app/src/home.rs:1:2",
        "said": "no user Canarina in Canary List.xlsx", "frames": ["rollcall_app::open"],
    });
    write(desk, "crashes/crash.2026-11-27T05-00-00.000000Z.1-0.json", &crash.to_string());
    write(desk, "crashes/crash.broken.json", "Canarina");
}

#[track_caller]
fn assert_nothing_of_anybody(text: &str) {
    for canary in CANARIES {
        assert!(!text.to_lowercase().contains(&canary.to_lowercase()), "{canary} stands in:\n{text}");
    }
}

#[test]
fn a_support_file_says_how_things_stand_and_nothing_of_anybody() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    let name = "Nordlys of Canarina <anna.canary@contoso.example>";
    desk.connect(name, &platform, &["--header", "X-Note=canary-secret-5512"]);
    desk.run(&["profile", "test", name]).ends_with(0);
    let file = desk.file("Canary List.xlsx", &people(["anna.canary".to_owned()]));
    desk.run(&["check", &file, "-p", name]);
    plant(&desk);
    let out = desk.path("support.txt");
    let answer = desk.run(&["support", "-o", &out]).ends_with(0);
    assert!(answer.stdout.contains("sent nothing"), "{}", answer.stdout);
    let text = std::fs::read_to_string(&out).expect("a text");
    assert_nothing_of_anybody(&text);
    for secret in ["subscriptionKey", "clientSecret", "token"] {
        assert!(!text.contains(platform.word(secret)), "the {secret} stands in it");
    }
    assert!(!text.contains(&desk.folder.path().display().to_string()), "a path stands in it:\n{text}");
    assert!(!text.contains('@'), "{text}");
    for told in [
        "Rollcall: 0.1.0",
        "\"theme\": \"dark\"",
        "connection 1\n  description: appxite",
        "examined a connection on",
        "Subject: (left out)",
        "crates/app/src/home.rs:1:2",
        "a file could not be read | detail:",
        "Lines of another form, which were left out: 1.",
    ] {
        assert!(text.contains(told), "it does not tell {told}:\n{text}");
    }
}

#[test]
fn where_rollcall_can_not_be_opened_a_support_file_is_made_all_the_same() {
    let desk = Desk::new();
    plant(&desk);
    write(&desk, "profiles.json", "{ Canarina");
    let out = desk.path("support.txt");
    desk.run(&["support", "-o", &out]).ends_with(0);
    let text = std::fs::read_to_string(&out).expect("a text");
    let why = "Rollcall could not be opened: The file profiles.json in Rollcall's data folder can't be read.";
    assert!(text.contains(why), "{text}");
    assert_nothing_of_anybody(&text);
}

#[test]
fn what_a_lost_key_closed_is_begun_anew_at_a_persons_word_alone() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &[]);
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    let told = desk.run(&["profile", "begin-anew", "Nordlys", "--yes"]).ends_with(0);
    assert!(told.stdout.contains("nothing was changed"), "{}", told.stdout);
    desk.give("ROLLCALL_DATA_KEY", &"ab".repeat(32));
    let lost = desk.run(&["users", "-p", "Nordlys"]).ends_with(1);
    assert!(lost.stderr.contains("`rollcallctl profile begin-anew`"), "{}", lost.stderr);
    let refused = desk.run(&["profile", "begin-anew", "Nordlys"]).ends_with(2);
    assert!(refused.stderr.contains("--yes"), "{}", refused.stderr);
    desk.run(&["users", "-p", "Nordlys"]).ends_with(1);
    desk.run(&["profile", "begin-anew", "Nordlys", "--yes"]).ends_with(0);
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    assert_eq!(platform.posts(), 0);
}
