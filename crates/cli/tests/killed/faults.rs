//! Each fault that the sample platform knows, without a kill and with one.

use crate::desk::Platform;
use crate::trial::{End, Played, Scenario, Trial};
use crate::workers::side_by_side;
use rollcall_sandbox::{Endpoint, Fault, FaultPlan, Rule, Then, When};
use std::collections::BTreeSet;
use std::time::Duration;

/// Kills that must have happened here; `main.rs` adds them up.
pub const KILLS: u32 = 30;
/// How much later than a call's end its mails go out here: less than the quiet time.
const LATE: u64 = 400;
/// Longer than a call may take here before it is given up.
const TOO_LONG: u64 = 2_300;

/// A fault, on which calls of which endpoint it falls, and what is expected of it.
#[derive(Clone, Debug)]
struct Case {
    fault: Fault,
    when: When,
    /// Whether it refuses calls as a whole, so that a call with one person refuses that person.
    refuses: bool,
    /// Whether the platform says only what it did.
    believed: bool,
}

/// Numbers the faults. A new one does not compile until it has a number, and fails until `cases` has it.
fn number(fault: &Fault) -> usize {
    match fault {
        Fault::Latency { .. } => 0,
        Fault::RateLimit { .. } => 1,
        Fault::Quota { .. } => 2,
        Fault::TokenExpires => 3,
        Fault::StatusBefore { .. } => 4,
        Fault::StatusAfter { .. } => 5,
        Fault::ResetBefore => 6,
        Fault::ResetAfter => 7,
        Fault::CutAnswer => 8,
        Fault::EffectLate { .. } => 9,
        Fault::ListLag { .. } => 10,
        Fault::PartOfList { .. } => 11,
        Fault::PartOfBatch { .. } => 12,
        Fault::ResultsMissing { .. } => 13,
        Fault::ResultsExtra { .. } => 14,
        Fault::ResultsRepeated { .. } => 15,
        Fault::ResultsReversed => 16,
    }
}
const FAULTS: usize = 17;

fn on(endpoint: Endpoint, nth: &[u64], fault: Fault) -> Case {
    let when = When { endpoint: Some(endpoint), nth: nth.to_vec(), ..When::default() };
    Case { fault, when, refuses: false, believed: true }
}

fn invite(fault: Fault) -> Case {
    on(Endpoint::Invite, &[2, 3], fault)
}

fn cases() -> Vec<Case> {
    let mut all = slow_and_limited();
    all.extend(statuses());
    all.extend(odd_answers());
    all.extend(half_done());
    all
}

fn slow_and_limited() -> Vec<Case> {
    let every =
        |fault| Case { when: When { nth: Vec::new(), ..invite(Fault::ResetAfter).when }, ..invite(fault) };
    vec![
        invite(Fault::Latency { min_ms: 50, max_ms: 300, after: false }),
        invite(Fault::Latency { min_ms: 50, max_ms: 300, after: true }),
        on(Endpoint::Invite, &[2], Fault::Latency { min_ms: TOO_LONG, max_ms: TOO_LONG, after: false }),
        on(Endpoint::Invite, &[2], Fault::Latency { min_ms: TOO_LONG, max_ms: TOO_LONG, after: true }),
        every(Fault::RateLimit { calls: 3, per_seconds: 1 }),
        every(Fault::Quota { calls: 3, replenished_in_seconds: 2 }),
        invite(Fault::TokenExpires),
        on(Endpoint::Users, &[1], Fault::TokenExpires),
        on(Endpoint::Users, &[1], Fault::RateLimit { calls: 0, per_seconds: 1 }),
    ]
}

/// Said after the effect, a status of refusal would be a lie: those stand under `StatusBefore` alone.
fn statuses() -> Vec<Case> {
    let before = |status, retry_after| invite(Fault::StatusBefore { status, retry_after });
    let after = |status| invite(Fault::StatusAfter { status, retry_after: None });
    let mut all: Vec<Case> =
        [302, 307, 401, 403, 408, 409, 500, 502, 503, 504].map(|status| before(status, None)).into();
    all.extend([400, 413].map(|status| Case { refuses: true, ..before(status, None) }));
    all.extend([before(429, Some(1)), before(503, Some(1))]);
    all.extend([302, 408, 409, 500, 502, 503, 504].map(after));
    all.push(on(Endpoint::Users, &[1], Fault::StatusBefore { status: 503, retry_after: Some(1) }));
    all.push(on(Endpoint::Roles, &[1], Fault::StatusBefore { status: 500, retry_after: None }));
    all.push(on(Endpoint::Token, &[1], Fault::StatusBefore { status: 500, retry_after: None }));
    all
}

fn odd_answers() -> Vec<Case> {
    vec![
        invite(Fault::ResetBefore),
        invite(Fault::ResetAfter),
        invite(Fault::CutAnswer),
        invite(Fault::ResultsMissing { count: 1 }),
        invite(Fault::ResultsExtra { count: 1 }),
        invite(Fault::ResultsRepeated { count: 1 }),
        invite(Fault::ResultsReversed),
        on(Endpoint::Users, &[1], Fault::ResetAfter),
        on(Endpoint::Users, &[1], Fault::CutAnswer),
        // The first list only: a later one that lacks people is held until a person decides.
        on(Endpoint::Users, &[1], Fault::PartOfList { first: 5 }),
    ]
}

fn half_done() -> Vec<Case> {
    let mut all = Vec::new();
    for then in [Then::Answer, Then::Reset, Then::Status(504)] {
        all.push(invite(Fault::EffectLate { ms: LATE, then }));
        let part = invite(Fault::PartOfBatch { first: 1, then });
        let honest = then != Then::Answer;
        all.push(Case { believed: honest, ..part });
    }
    // The list lags only behind what it is asked for: an answer that leaves the outcome open goes with it.
    all.push(invite(Fault::ListLag { ms: LATE }));
    all
}

fn plan(case: &Case) -> FaultPlan {
    let mut rules = vec![Rule { when: case.when.clone(), fault: case.fault.clone() }];
    if matches!(case.fault, Fault::ListLag { .. }) {
        rules.push(Rule { when: case.when.clone(), fault: Fault::ResetAfter });
    }
    FaultPlan { rules, ..FaultPlan::default() }
}

fn play(platform: &Platform, tag: String, case: &Case, ends: Vec<End>) -> Played {
    let scenario = Scenario {
        tag,
        faults: serde_json::to_value(plan(case)).expect("JSON"),
        late: Duration::from_millis(LATE + 300),
        ends,
        believed: case.believed,
        ..Scenario::default()
    };
    let played = scenario.play(platform).unwrap_or_else(|what| panic!("{what}"));
    let tally = played.tally;
    let invited = tally.confirmed + tally.by_list;
    assert_eq!(
        (invited + tally.refused, tally.asks),
        (scenario.people + 1, 0),
        "everything can be proved: {scenario:#?}"
    );
    assert!(tally.refused == 1 || case.refuses, "{} people were refused: {scenario:#?}", tally.refused);
    played
}

#[test]
fn with_each_fault_everybody_is_invited_once() {
    side_by_side(cases().into_iter().enumerate(), |platform, (place, case)| {
        play(platform, format!("fault-{place}"), &case, Vec::new())
    });
}

#[test]
fn with_each_fault_and_a_kill_everybody_is_invited_once() {
    let kills = side_by_side(cases().into_iter().enumerate(), |platform, (place, case)| {
        let point = ["claimed", "answered", "recorded"][place % 3];
        play(platform, format!("killed-{place}"), &case, vec![End::At(point, 2)]).kills
    });
    let kills: u32 = kills.into_iter().sum();
    println!("killed {kills} times");
    assert!(kills >= KILLS, "killed only {kills} times");
}

#[test]
fn no_fault_is_left_out() {
    let alone = a_list_that_lost_people().rules.into_iter().map(|rule| rule.fault);
    let met: BTreeSet<usize> =
        cases().into_iter().map(|case| case.fault).chain(alone).map(|fault| number(&fault)).collect();
    assert_eq!(met, (0..FAULTS).collect(), "each fault stands in a case");
}

/// An answer that leaves the outcome open, and from then on a list in which nearly everybody is missing.
fn a_list_that_lost_people() -> FaultPlan {
    let lost = on(Endpoint::Users, &[], Fault::PartOfList { first: 5 });
    let lost = Case { when: When { from: Some(3), ..lost.when }, ..lost };
    let open = on(Endpoint::Invite, &[2], Fault::ResetAfter);
    let rules = [lost, open].map(|case| Rule { when: case.when, fault: case.fault });
    FaultPlan { rules: rules.into(), ..FaultPlan::default() }
}

#[test]
fn a_list_that_lost_people_holds_the_run_and_nobody_is_mailed_again() {
    let platform = Platform::serve(&[]);
    let faults = serde_json::to_value(a_list_that_lost_people()).expect("JSON");
    let scenario = Scenario { tag: "lost".to_owned(), faults, ..Scenario::default() };
    platform.faults(&scenario.faults);
    let mut trial = Trial::begin(&scenario, &platform, platform.word("baseUrl"));
    let held = trial.start(&[]).unwrap_or_else(|what| panic!("{what}"));
    assert_eq!(held.code, Some(4), "it stops: {held:#?}");
    let calls = platform.posts();
    for _ in 0..2 {
        let held = trial.start(&[]).unwrap_or_else(|what| panic!("{what}"));
        let told = held.stdout.contains("looks wrong");
        assert!(matches!(held.code, Some(1 | 4)) && told, "it says why: {held:#?}");
    }
    assert_eq!(platform.posts(), calls, "nothing is sent on such a list");
    platform.faults(&serde_json::json!({}));
    trial.desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    let played = trial.go_on_to_the_end().unwrap_or_else(|what| panic!("{what}"));
    assert_eq!(played.tally.confirmed + played.tally.by_list, scenario.people, "{:#?}", played.answers);
}
