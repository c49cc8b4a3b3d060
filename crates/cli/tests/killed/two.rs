//! Two who want to send the same at the same moment.

use crate::desk::{Answer, Platform};
use crate::trial::{End, Scenario, Started, Trial, sane};
use crate::workers::side_by_side;
use serde_json::{Value, json};
use std::process::Command;

/// How often each is tried: who comes first is chance.
const TIMES: u32 = 6;

/// Slow enough that the second one finds the first one sending.
fn slow() -> Value {
    let slow = json!({ "latency": { "min_ms": 300, "max_ms": 300, "after": true } });
    json!({ "rules": [{ "when": { "endpoint": "invite" }, "fault": slow }] })
}

fn scenario(tag: String) -> Scenario {
    Scenario { tag, faults: slow(), ..Scenario::default() }
}

/// Starts both at once. What each answered, with its process id.
fn both(trial: &Trial<'_>, commands: [Command; 2]) -> [(u32, Answer); 2] {
    let started = commands.map(|command| Started::of(command, &trial.desk));
    started.map(|started| {
        let id = started.id();
        let answer = started.ended().unwrap_or_else(|what| panic!("{what}")).expect("nobody kills it");
        sane(&answer).unwrap_or_else(|what| panic!("{what}"));
        (id, answer)
    })
}

fn refused(answer: &Answer) -> bool {
    answer.code == Some(1) && answer.stdout.contains("\"sender-held\"")
}

fn everybody_once(trial: Trial<'_>, scenario: &Scenario) {
    let played = trial.go_on_to_the_end().unwrap_or_else(|what| panic!("{what}"));
    assert_eq!(played.tally.confirmed + played.tally.by_list, scenario.people, "{:?}", played.tally);
}

#[track_caller]
fn one_sends_and_the_other_is_told_who(answers: &[(u32, Answer); 2]) {
    let [(_, sent), (_, told)] = answers;
    let (sender, told) = if refused(sent) { (&answers[1], sent) } else { (&answers[0], told) };
    assert_eq!(sender.1.code, Some(3), "one sends to the end: {answers:#?}");
    assert!(refused(told), "the other is refused: {answers:#?}");
    let names = told.stderr.contains(&format!("process {}", sender.0));
    assert!(
        names && told.stderr.contains("Nothing was sent from here"),
        "it is told who sends: {}",
        told.stderr
    );
}

/// A connection whose list of people was fetched a moment ago.
fn with_a_list<'a>(scenario: &'a Scenario, platform: &'a Platform) -> Trial<'a> {
    platform.faults(&scenario.faults);
    let trial = Trial::begin(scenario, platform, platform.word("baseUrl"));
    trial.desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    trial
}

#[test]
fn of_two_who_have_no_list_yet_one_waits_for_the_others_and_both_come_to_the_end() {
    side_by_side(0..TIMES, |platform, time| {
        let scenario = scenario(format!("new-{time}"));
        platform.faults(&scenario.faults);
        let trial = Trial::begin(&scenario, platform, platform.word("baseUrl"));
        let answers = both(&trial, [waiting(&trial), waiting(&trial)]);
        assert!(
            answers.iter().all(|(_, answer)| answer.code == Some(3)),
            "both come to the end: {answers:#?}"
        );
        everybody_once(trial, &scenario);
    });
}

fn waiting(trial: &Trial<'_>) -> Command {
    let mut command = trial.invite();
    command.args(["--wait-lock", "100"]);
    command
}

#[test]
fn of_two_who_send_the_same_file_one_sends_and_the_other_is_told_who() {
    side_by_side(0..TIMES, |platform, time| {
        let scenario = scenario(format!("file-{time}"));
        let trial = with_a_list(&scenario, platform);
        let answers = both(&trial, [trial.invite(), trial.invite()]);
        one_sends_and_the_other_is_told_who(&answers);
        everybody_once(trial, &scenario);
    });
}

#[test]
fn one_who_waits_finds_nothing_left_to_do() {
    side_by_side(0..TIMES, |platform, time| {
        let scenario = scenario(format!("waits-{time}"));
        let trial = with_a_list(&scenario, platform);
        let answers = both(&trial, [waiting(&trial), waiting(&trial)]);
        let runs = answers.each_ref().map(|(_, answer)| {
            assert_eq!(answer.code, Some(3), "both come to the end: {answers:#?}");
            serde_json::from_str::<Value>(&answer.stdout).expect("a document")["runId"].clone()
        });
        assert_eq!(runs[0], runs[1], "both speak of one run");
        everybody_once(trial, &scenario);
    });
}

/// A run that was killed on its way, for two who take it up at once.
fn killed_on_its_way<'a>(scenario: &'a Scenario, platform: &'a Platform) -> (Trial<'a>, String) {
    platform.faults(&scenario.faults);
    let mut trial = Trial::begin(scenario, platform, platform.word("baseUrl"));
    trial.start_and_end(&End::At("claimed", 2)).unwrap_or_else(|what| panic!("{what}"));
    let run = trial.known_run().unwrap_or_else(|what| panic!("{what}")).expect("it was written");
    (trial, run)
}

#[test]
fn of_two_who_take_up_the_same_run_one_sends_and_the_other_is_told_who() {
    side_by_side(0..TIMES, |platform, time| {
        let scenario = scenario(format!("resume-{time}"));
        let (trial, run) = killed_on_its_way(&scenario, platform);
        let answers = both(&trial, [trial.of_run("resume", &run), trial.of_run("resume", &run)]);
        one_sends_and_the_other_is_told_who(&answers);
        everybody_once(trial, &scenario);
    });
}

#[test]
fn one_who_sends_the_file_and_one_who_takes_up_the_run_do_it_once() {
    side_by_side(0..TIMES, |platform, time| {
        let scenario = scenario(format!("mixed-{time}"));
        let (trial, run) = killed_on_its_way(&scenario, platform);
        let answers = both(&trial, [trial.invite(), trial.of_run("resume", &run)]);
        one_sends_and_the_other_is_told_who(&answers);
        everybody_once(trial, &scenario);
    });
}
