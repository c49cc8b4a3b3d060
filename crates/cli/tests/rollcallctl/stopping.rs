//! Signals, and two who want to send at once.

use crate::desk::{Answer, Desk, Platform, people, send_signal, slow, until};
use serde_json::{Value, json};
use std::process::Child;

const PEOPLE: usize = 12;

fn begin(desk: &Desk, file: &str, options: &[&str]) -> Child {
    let arguments = [&["invite", file, "-p", "Nordlys", "--yes", "--json"], options].concat();
    desk.command(&arguments).spawn().expect("the program starts")
}

fn sum(document: &Value) -> u64 {
    document["counts"].as_object().expect("counts").values().filter_map(Value::as_u64).sum()
}

fn stopped_and_resumed(signal: &str) {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &["--batch", "3"]);
    let everybody: Vec<String> = (0..PEOPLE).map(|number| format!("p{number:02}")).collect();
    let file = desk.file("people.csv", &people(everybody));
    platform.faults(&slow(1_500));
    let sending = begin(&desk, &file, &[]);
    until("a call is under way", || (platform.posts() >= 2).then_some(()));
    send_signal(&sending, signal);
    let answer = Answer::of(sending).ends_with(4);
    let document = answer.document("run");
    let counts = |state: &str| document["counts"][state].as_u64().expect("a number");
    assert_eq!((sum(&document), &document["state"]), (PEOPLE as u64, &json!("stopped")), "no row is lost");
    assert_eq!(
        counts("confirmed"),
        platform.mailed().len() as u64,
        "what was under way came to its end: {document:#}"
    );
    assert!(
        counts("confirmed") >= 1 && counts("ready") >= 1,
        "it stopped between first and last: {document:#}"
    );
    let told = format!("{} sent, {} not sent, 0 being checked", counts("confirmed"), counts("ready"));
    assert!(answer.stderr.contains(&told), "{told}: {}", answer.stderr);

    platform.faults(&json!({}));
    let id = document["runId"].as_str().expect("an id");
    assert!(answer.stderr.contains(&format!("runs resume {id}")), "it says how to go on: {}", answer.stderr);
    let resumed = desk.run(&["runs", "resume", id, "--json"]).ends_with(0).document("run");
    assert_eq!(resumed["counts"]["confirmed"], PEOPLE);
    let mut mailed = platform.mailed();
    assert_eq!(mailed.len(), PEOPLE, "everybody was mailed once");
    mailed.dedup();
    assert_eq!(mailed.len(), PEOPLE, "and nobody twice");
}

#[test]
fn ctrl_c_lets_what_is_under_way_end_and_the_run_goes_on_later() {
    stopped_and_resumed("INT");
}

#[test]
fn the_systems_word_to_end_does_the_same() {
    stopped_and_resumed("TERM");
}

#[test]
fn a_file_that_was_stopped_is_resumed_when_it_is_sent_again() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &["--batch", "1"]);
    let file = desk.file("people.csv", &people((0..4).map(|number| format!("p{number}"))));
    platform.faults(&slow(1_500));
    let sending = begin(&desk, &file, &[]);
    until("a call is under way", || (platform.posts() >= 1).then_some(()));
    send_signal(&sending, "INT");
    let stopped = Answer::of(sending).ends_with(4).document("run");
    platform.faults(&json!({}));
    let refused = Answer::of(begin(&desk, &file, &["--if-seen", "stop"])).ends_with(1).document("error");
    assert_eq!(refused["error"]["code"], "file-seen");
    let resumed = Answer::of(begin(&desk, &file, &[])).ends_with(0).document("run");
    assert_eq!((&resumed["runId"], &resumed["counts"]["confirmed"]), (&stopped["runId"], &json!(4)));
    assert_eq!(platform.mailed().len(), 4);
}

#[test]
fn a_program_that_was_killed_resends_nothing_unproved() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &["--batch", "3"]);
    let file = desk.file("people.csv", &people((0..7).map(|number| format!("p{number}"))));
    platform.faults(&slow(1_500));
    let mut sending = begin(&desk, &file, &[]);
    until("a call is under way", || (platform.posts() >= 2).then_some(()));
    sending.kill().expect("killed");
    sending.wait().expect("gone");
    let before = desk.run(&["runs", "list", "--json"]).ends_with(0).document("runs");
    let run = &before["runs"][0];
    assert_eq!(run["state"], "stopped", "a run without its sender is not running");
    let (sent, under_way) = (run["counts"]["confirmed"].as_u64(), run["counts"]["in-flight"].as_u64());
    assert!(
        sent.is_some_and(|rows| rows > 0) && under_way.is_some_and(|rows| rows > 0),
        "killed between: {run:#}"
    );
    let kept = desk.run(&["profile", "remove", "Nordlys", "--json"]).ends_with(1).document("error");
    assert_eq!(kept["error"]["code"], "run-refused", "what is under way would be forgotten with it");
    // What was under way lands late; only a list can tell.
    let landed = sent.zip(under_way).map(|(sent, under_way)| sent + under_way);
    until("the late effect", || (Some(platform.mailed().len() as u64) == landed).then_some(()));
    platform.faults(&json!({}));
    let document = Answer::of(begin(&desk, &file, &[])).ends_with(0).document("run");
    let counts = |state: &str| document["counts"][state].as_u64();
    assert_eq!(counts("confirmed-by-list"), under_way, "those under way were looked up: {document:#}");
    assert_eq!(
        counts("confirmed"),
        under_way.map(|rows| 7 - rows),
        "all others were told by the platform: {document:#}"
    );
    let mut mailed = platform.mailed();
    mailed.dedup();
    assert_eq!((mailed.len(), platform.mailed().len()), (7, 7), "everybody once");
}

#[test]
fn the_second_sender_is_refused_or_waits() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &[]);
    let first = desk.file("first.csv", &people(["ann".to_owned(), "bob".to_owned()]));
    let second = desk.file("second.csv", &people(["bob".to_owned(), "cleo".to_owned()]));
    platform.faults(&slow(4_000));
    let sending = begin(&desk, &first, &[]);
    until("a call is under way", || (platform.posts() >= 1).then_some(()));
    let running = desk.run(&["runs", "list", "--json"]).ends_with(0).document("runs");
    assert_eq!(running["runs"][0]["state"], "running", "readers need no lock");
    let refused = Answer::of(begin(&desk, &second, &[])).ends_with(1);
    assert_eq!(refused.document("error")["error"]["code"], "sender-held");
    assert!(refused.stderr.contains(&sending.id().to_string()), "it says who sends: {}", refused.stderr);
    let waiting = begin(&desk, &second, &["--wait-lock", "100"]);
    platform.faults(&json!({}));
    Answer::of(sending).ends_with(0);
    let document = Answer::of(waiting).ends_with(0).document("run");
    assert_eq!(
        crate::desk::states(&document),
        ["already-present", "confirmed"],
        "bob was invited meanwhile: {document:#}"
    );
    assert_eq!(platform.mailed(), ["ann@alpine.example", "bob@alpine.example", "cleo@alpine.example"]);
}
