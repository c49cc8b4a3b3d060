//! Killed while a call is under way.

use crate::desk::{PATIENCE, Platform};
use crate::judge::Mails;
use crate::tap::{Cut, Tap};
use crate::trial::{End, Played, Scenario, Started, Trial};
use crate::workers::side_by_side;
use serde_json::{Value, json};
use std::time::Duration;

/// Kills that must have happened here; `main.rs` adds them up.
pub const KILLS: u32 = 16;
/// How long the platform holds a call. Longer than it takes to see it, shorter than the quiet time.
const HELD_MS: u64 = 600;
/// How long after its arrival a call that is held between mail and answer has surely mailed.
const MAILED: Duration = Duration::from_millis(200);
/// The call that is held: the first of all, one among others, and a later one.
const CALLS: [u64; 4] = [1, 2, 3, 4];

fn held(call: u64, after: bool) -> Value {
    let latency = json!({ "latency": { "min_ms": HELD_MS, "max_ms": HELD_MS, "after": after } });
    json!({ "rules": [{ "when": { "endpoint": "invite", "nth": call }, "fault": latency }] })
}

/// People who were found in the list, as their mails stood when the program was killed.
fn found_by_list<'a>(played: &'a Played) -> impl Iterator<Item = usize> + 'a {
    let rows = played.run["rows"].as_array().into_iter().flatten();
    let found = rows.filter(|row| row["state"] == "confirmed-by-list");
    let mails = |mails: &Mails, row: &Value| mails.get(row["email"].as_str().unwrap_or_default()).copied();
    found.map(move |row| mails(&played.at_kill, row).unwrap_or_default())
}

fn everybody_once(scenario: &Scenario, played: &Played) {
    let tally = played.tally;
    assert_eq!(played.kills, 1, "it was not killed: {scenario:#?}");
    assert_eq!(
        (tally.confirmed + tally.by_list, tally.refused, tally.asks),
        (scenario.people, 1, 0),
        "everything could be proved: {tally:?}, {scenario:#?}"
    );
}

#[test]
fn killed_while_the_platform_holds_the_call_it_finds_the_late_mail_in_the_list() {
    side_by_side(CALLS, |platform, call| {
        let scenario = Scenario {
            tag: format!("before-{call}"),
            faults: held(call, false),
            ends: vec![End::Held { call, time: Duration::ZERO }],
            late: Duration::from_millis(HELD_MS),
            ..Scenario::default()
        };
        let played = scenario.play(platform).unwrap_or_else(|what| panic!("{what}"));
        everybody_once(&scenario, &played);
        assert!(
            found_by_list(&played).any(|mails| mails == 0),
            "somebody was mailed after the kill, and is not mailed again: {scenario:#?}"
        );
    });
}

#[test]
fn killed_between_the_mail_and_the_answer_it_finds_the_mail_in_the_list() {
    side_by_side(CALLS, |platform, call| {
        let scenario = Scenario {
            tag: format!("after-{call}"),
            faults: held(call, true),
            ends: vec![End::Held { call, time: MAILED }],
            ..Scenario::default()
        };
        let played = scenario.play(platform).unwrap_or_else(|what| panic!("{what}"));
        everybody_once(&scenario, &played);
        assert!(
            found_by_list(&played).any(|mails| mails == 1),
            "somebody was mailed before the kill, and is not mailed again: {scenario:#?}"
        );
    });
}

/// Plays a scenario through a line that stops in the middle of a call.
fn cut(platform: &Platform, cut: Cut, call: u64) -> (Scenario, Played) {
    let scenario = Scenario { tag: format!("{cut:?}-{call}").to_lowercase(), ..Scenario::default() };
    platform.faults(&scenario.faults);
    let tap = Tap::before(platform.word("baseUrl"), cut, call);
    let mut trial = Trial::begin(&scenario, platform, &tap.address);
    let started = Started::of(trial.invite(), &trial.desk);
    assert!(tap.is_held(PATIENCE), "the call never came: {scenario:#?}");
    let played = trial.kill(started).and_then(|()| trial.go_on_to_the_end());
    let played = played.unwrap_or_else(|what| panic!("{what}\n{scenario:#?}"));
    everybody_once(&scenario, &played);
    (scenario, played)
}

#[test]
fn killed_in_the_middle_of_a_request_it_sends_it_once_it_is_proved_that_nothing_happened() {
    side_by_side(CALLS, |platform, call| {
        let (scenario, played) = cut(platform, Cut::Request, call);
        let again = played.run["rows"].as_array().into_iter().flatten().any(|row| row["attempts"] == 2);
        assert!(again, "half a request invited nobody, so it was sent again: {scenario:#?}");
    });
}

#[test]
fn killed_in_the_middle_of_an_answer_it_finds_the_mail_in_the_list() {
    side_by_side(CALLS, |platform, call| {
        let (scenario, played) = cut(platform, Cut::Answer, call);
        assert!(
            found_by_list(&played).any(|mails| mails == 1),
            "half an answer proves nothing, and nobody is mailed again: {scenario:#?}"
        );
    });
}
