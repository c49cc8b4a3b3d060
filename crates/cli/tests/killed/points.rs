//! Killed at every named point of the journal.

use crate::named::{NAMES, POINTS, Passed};
use crate::trial::{End, Played, Scenario};
use crate::workers::side_by_side;
use serde_json::{Value, json};

/// Kills that must have happened here, before and after calls, around them, and in look-ups; `main.rs` adds them up.
pub const KILLS: u32 = AROUND_RUNS + AROUND_CALLS + IN_LOOK_UPS;
const AROUND_RUNS: u32 = 16;
const AROUND_CALLS: u32 = 35;
const IN_LOOK_UPS: u32 = 12;

/// Answers that leave the outcome open: done and not said, not done and not said, and once more.
pub fn unclear() -> Value {
    let rule =
        |nth: &[u64], fault: Value| json!({ "when": { "endpoint": "invite", "nth": nth }, "fault": fault });
    json!({ "rules": [
        rule(&[2], json!({ "status_after": { "status": 504 } })),
        rule(&[3], json!("reset_before")),
        rule(&[5, 6], json!("reset_after")),
    ] })
}

/// Answers so slow that several calls are under way at once.
fn slow() -> Value {
    let slow = json!({ "latency": { "min_ms": 1_300, "max_ms": 1_500, "after": true } });
    json!({ "rules": [{ "when": { "endpoint": "invite", "from": 2 }, "fault": slow }] })
}

/// Every point at its first, its second and a later time, with clear answers and with unclear ones; points of a
/// call also while others are under way.
fn at_points(wanted: impl Fn(Passed) -> bool) -> Vec<Scenario> {
    let mut all = Vec::new();
    for (point, passed) in POINTS.into_iter().filter(|(_, passed)| wanted(*passed)) {
        for (way, faults) in [("plain", json!({})), ("unclear", unclear()), ("slow", slow())] {
            let times: &[&[u32]] = match passed {
                Passed::WithEachLook if way != "unclear" => continue,
                Passed::WithEachLook => &[&[1], &[2], &[1, 1]],
                Passed::WithEachCall if way == "slow" => &[&[4]],
                Passed::WithEachCall => &[&[1], &[2], &[4]],
                _ if way == "slow" => continue,
                Passed::ByTheFirst => &[&[1]],
                Passed::Once => &[&[1], &[1, 1]],
            };
            for times in times {
                let ends = times.iter().map(|time| End::At(point, *time)).collect();
                let tag = format!("{point}-{way}-{times:?}").replace(['[', ']', ',', ' '], "");
                let batch = if way == "slow" { 2 } else { 4 };
                all.push(Scenario { tag, batch, faults: faults.clone(), ends, ..Scenario::default() });
            }
        }
    }
    all
}

fn kills_at(wanted: impl Fn(Passed) -> bool, at_least: u32) {
    let kills = side_by_side(at_points(wanted), |platform, scenario| {
        let Played { kills, tally, .. } = scenario.play(platform).unwrap_or_else(|what| panic!("{what}"));
        assert_eq!(kills as usize, scenario.ends.len(), "it was not killed at each point: {scenario:#?}");
        let invited = tally.confirmed + tally.by_list;
        assert_eq!(
            (invited, tally.refused, tally.asks),
            (scenario.people, 1, 0),
            "everything could be proved, so nobody is asked: {tally:?}, {scenario:#?}"
        );
        kills
    });
    let kills: u32 = kills.into_iter().sum();
    println!("killed {kills} times");
    assert!(kills >= at_least, "killed only {kills} times");
}

#[test]
fn killed_before_or_after_calls_it_invites_everybody_once() {
    kills_at(|passed| matches!(passed, Passed::ByTheFirst | Passed::Once), AROUND_RUNS);
}

#[test]
fn killed_around_a_call_it_invites_everybody_once() {
    kills_at(|passed| passed == Passed::WithEachCall, AROUND_CALLS);
}

#[test]
fn killed_while_it_looks_people_up_it_invites_everybody_once() {
    kills_at(|passed| passed == Passed::WithEachLook, IN_LOOK_UPS);
}

#[test]
fn no_point_is_left_out() {
    let source = include_str!("../../../runs/src/points.rs");
    let named =
        source.split("Self::").skip(1).filter_map(|part| part.split_once("=> \"")?.1.split('"').next());
    let named: Vec<&str> = named.collect();
    assert_eq!(named, NAMES, "the journal's points and the tests' are the same");
}
