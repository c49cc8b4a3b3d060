//! Signing in with the browser, and new tokens.

use crate::desk::{Answer, Desk, Platform, until};
use crate::provider::{Browser, Person, Provider};
use serde_json::json;
use std::path::Path;

const ALWAYS: [&str; 5] = ["profile", "add", "Nordlys", "--sign-in", "browser"];

/// A browser that only writes down what it was to open.
fn note_down(desk: &mut Desk) -> String {
    use std::os::unix::fs::PermissionsExt;
    let opened = desk.path("opened.txt");
    // Moved into place when it is whole.
    let program = format!("#!/bin/sh\nprintf %s \"$1\" > '{opened}.part' && mv '{opened}.part' '{opened}'\n");
    let path = desk.file("browser", &program);
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).expect("a program");
    desk.give("BROWSER", &path);
    opened
}

fn visit(url: &str, person: Person) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(Browser::default().open(url, "ann", person));
}

fn add(desk: &Desk, platform: &Platform, provider: &Provider) -> Answer {
    let places = ["--base-url", platform.word("baseUrl"), "--platform-id", platform.word("platformId")];
    let sign_in = ["--issuer", &provider.issuer, "--client-id", "desk", "--scope", "openid offline_access"];
    desk.run(&[&ALWAYS[..], &places, &sign_in, &["--session-only", "--json"]].concat())
}

#[test]
fn signing_in_prints_the_address_opens_the_browser_and_waits() {
    let (platform, provider) = (Platform::serve(&[]), Provider::start());
    let mut desk = Desk::new();
    let kept = add(&desk, &platform, &provider).ends_with(0).document("profile");
    assert_eq!(kept["profile"]["signIn"]["authorizeUrl"], json!(provider.authorize_url()));
    assert_eq!(kept["profile"]["signIn"]["tokenUrl"], json!(provider.token_url()));
    let opened = note_down(&mut desk);
    for (person, code) in [(Person::Declines, 1), (Person::SignsIn, 0)] {
        let signing = desk.command(&["profile", "sign-in", "nordlys"]).spawn().expect("the program starts");
        let url = until("the browser is opened", || std::fs::read_to_string(&opened).ok());
        std::fs::remove_file(&opened).expect("it was read");
        assert!(url.starts_with(&provider.authorize_url()), "{url}");
        visit(&url, person);
        let answer = Answer::of(signing).ends_with(code);
        assert!(answer.stderr.contains(&url), "the address is printed as well: {}", answer.stderr);
        assert_eq!(answer.stdout.contains("Signed in"), person == Person::SignsIn, "{}", answer.stdout);
    }
    let refused = desk.run(&["sync", "-p", "Nordlys", "--json"]);
    assert!(refused.code != Some(0) && !tells_of_a_sign_in(desk.folder.path()), "nothing was kept");
}

/// Whether what is kept of the connections speaks of what signs in the next time.
fn tells_of_a_sign_in(folder: &Path) -> bool {
    let home = folder.join("home/profiles.json");
    std::fs::read_to_string(home).is_ok_and(|text| text.contains("refresh"))
}

#[test]
fn what_signing_in_with_the_browser_needs_is_named() {
    let desk = Desk::new();
    let places = ["--base-url", "https://api.example", "--platform-id", "p", "--session-only"];
    let add = |options: &[&str]| desk.run(&[&ALWAYS[..], &places, options].concat()).ends_with(2);
    assert!(add(&["--authorize-url", "https://l.example/a"]).stderr.contains("--client-id"));
    assert!(add(&["--client-id", "x"]).stderr.contains("--token-url or --issuer"));
    let only_tokens = add(&["--client-id", "x", "--token-url", "https://l.example/t"]);
    assert!(only_tokens.stderr.contains("--authorize-url or --issuer"), "{}", only_tokens.stderr);
    add(&["--client-id", "x", "--issuer", "https://l.example", "--token-url", "https://l.example/t"]);
}

#[test]
fn an_issuer_that_does_not_answer_keeps_no_connection() {
    let desk = Desk::new();
    let places = ["--base-url", "https://api.example", "--platform-id", "p", "--session-only"];
    let issuer = ["--client-id", "x", "--issuer", "http://127.0.0.1:9", "--json"];
    desk.run(&[&ALWAYS[..], &places, &issuer].concat()).ends_with(1).document("error");
    let listed = desk.run(&["profile", "list", "--json"]).ends_with(0).document("profiles");
    assert_eq!(listed["profiles"], json!([]));
}

#[test]
fn a_connection_says_how_it_is_signed_in_to() {
    let mut desk = Desk::new();
    let platform = Platform::serve(&[]);
    desk.connect("Job", &platform, &[]);
    let other_way = desk.run(&["profile", "sign-in", "Job", "--json"]).ends_with(2);
    assert!(other_way.stderr.contains("does not sign in with the browser"), "{}", other_way.stderr);
    let given =
        desk.run_with_input(&["profile", "token", "Job", "--secrets-stdin"], b"ROLLCALL_TOKEN=hunter2\n");
    let given = given.ends_with(2);
    assert!(given.stderr.contains("ROLLCALL_TOKEN"), "{}", given.stderr);
    assert!(!given.stderr.contains("hunter2") && !given.stdout.contains("hunter2"));
    desk.run(&["profile", "token", "Nobody", "--secrets-stdin"]).ends_with(1);
}
