//! Whatever the platform does: nobody is lost, nobody is invited twice, and every row ends or asks for a person.

use crate::common::*;
use futures::future::join_all;
use rollcall_app::contract::*;

const PEOPLE: [&str; 5] =
    ["p1@trey.example", "p2@trey.example", "p3@trey.example", "p4@trey.example", "p5@trey.example"];

/// Runs that come to their end by themselves, with everybody invited. The calls carry 1, 2 and 2 people where
/// nothing goes wrong.
const SETTLED: [(&str, &str); 21] = [
    ("an effect lands late, after a 504", r#"{"effect_late":{"ms":300,"then":{"status":504}}}"#),
    ("an effect lands late, after a reset", r#"{"effect_late":{"ms":300,"then":"reset"}}"#),
    ("a part is done, then a 500", r#"{"part_of_batch":{"first":1,"then":{"status":500}}}"#),
    ("a part is done, then a reset", r#"{"part_of_batch":{"first":1,"then":"reset"}}"#),
    ("nothing of a batch is done, then a 502", r#"{"part_of_batch":{"first":0,"then":{"status":502}}}"#),
    ("a result is missing", r#"{"results_missing":{"count":1}}"#),
    ("all results are missing", r#"{"results_missing":{"count":2}}"#),
    ("a stranger's result is there", r#"{"results_extra":{"count":1}}"#),
    ("a result is there twice", r#"{"results_repeated":{"count":1}}"#),
    ("results come in another order", r#""results_reversed""#),
    ("the answer is cut", r#""cut_answer""#),
    ("a reset before anything was done", r#""reset_before""#),
    ("a reset after everything was done", r#""reset_after""#),
    ("a 503 before", r#"{"status_before":{"status":503,"retry_after":1}}"#),
    ("a 503 after", r#"{"status_after":{"status":503}}"#),
    ("a 502 after", r#"{"status_after":{"status":502}}"#),
    ("a 408 after", r#"{"status_after":{"status":408}}"#),
    ("a 409 after", r#"{"status_after":{"status":409}}"#),
    ("a quota is used up", r#"{"quota":{"calls":1,"replenished_in_seconds":2}}"#),
    ("a token expires under way", r#""token_expires""#),
    ("no answer in time", r#"{"latency":{"min_ms":5600,"max_ms":5600,"after":true}}"#),
];

async fn settled(case: &str, fault: &str) {
    let when = match fault.contains("quota") {
        true => r#"{"endpoint":"invite"}"#,
        false => r#"{"endpoint":"invite","nth":2}"#,
    };
    let desk = Desk::with(0, None).await;
    let draft = desk.people(&PEOPLE).await;
    assert_eq!(desk.check(&draft).await.calls, 3, "{case}");
    desk.faults(&format!(r#"{{"rules":[{{"when":{when},"fault":{fault}}}]}}"#));
    let run = desk.send(&draft.id, SendMode::All).await;
    desk.neither_lost_nor_twice(&run, case).await;
    let invited = rows_in(&run, RowState::Confirmed) + rows_in(&run, RowState::ConfirmedByList);
    assert_eq!((run.state, invited), (RunState::Finished, 5), "{case}: {run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_fault_of_one_call_is_settled_without_a_person_lost_or_invited_twice() {
    join_all(SETTLED.iter().map(|(case, fault)| settled(case, fault))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_lags_behind_within_its_time_proves_no_absence() {
    let desk = Desk::with(0, None).await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"list_lag":{"ms":300}}},
                     {"when":{"endpoint":"invite","nth":2},"fault":"reset_after"}]}"#,
    );
    let run = desk.send(&draft.id, SendMode::All).await;
    desk.neither_lost_nor_twice(&run, "a lagging list").await;
    assert_eq!(
        (rows_in(&run, RowState::Confirmed), rows_in(&run, RowState::ConfirmedByList)),
        (3, 2),
        "{run:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn answer_after_answer_that_says_nothing_ends_the_run_before_everybody_is_unclear() {
    let desk = Desk::settling(0, None, 0).await;
    let emails: Vec<String> = (0..20).map(|n| format!("q{n}@trey.example")).collect();
    let draft = desk.people(&emails.iter().map(String::as_str).collect::<Vec<_>>()).await;
    desk.check(&draft).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"status_after":{"status":500}}}]}"#);
    let run = desk.send(&draft.id, SendMode::All).await;
    desk.neither_lost_nor_twice(&run, "only 500s").await;
    assert_eq!(run.state, RunState::Stopped, "{run:?}");
    assert!(run.stopped_because.as_ref().is_some_and(|why| why.contains("left open")), "{run:?}");
    desk.faults("{}");
    let run = desk.go_on(&run).await;
    desk.neither_lost_nor_twice(&run, "after only 500s").await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 20), "{run:?}");
}

/// Stopped by the platform, with nothing lost, and taken up again when the reason is gone.
async fn stopped(case: &str, fault: &str, word: &str) {
    let desk = Desk::settling(0, None, 0).await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    desk.faults(&format!(r#"{{"rules":[{{"when":{{"endpoint":"invite","nth":2}},"fault":{fault}}}]}}"#));
    let run = desk.send(&draft.id, SendMode::All).await;
    desk.neither_lost_nor_twice(&run, case).await;
    assert_eq!(run.state, RunState::Stopped, "{case}: {run:?}");
    assert!(run.stopped_because.as_ref().is_some_and(|why| why.contains(word)), "{case}: {run:?}");
    let run = desk.go_on(&run).await;
    desk.neither_lost_nor_twice(&run, case).await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 5), "{case}: {run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_stops_a_run_is_said_and_the_run_goes_on_when_it_is_gone() {
    let cases = [
        ("a redirect before", r#"{"status_before":{"status":307}}"#, "redirect"),
        ("a redirect after", r#"{"status_after":{"status":302}}"#, "redirect"),
        ("a permission is missing", r#"{"status_before":{"status":403}}"#, "may not invite"),
    ];
    join_all(cases.map(|(case, fault, word)| stopped(case, fault, word))).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_is_refused_stops_the_run_at_once_and_each_time_it_is_tried() {
    let desk = Desk::settling(0, None, 0).await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":"token_expires"},
                     {"when":{"endpoint":"token"},"fault":{"status_before":{"status":401}}}]}"#,
    );
    let mut run = desk.send(&draft.id, SendMode::All).await;
    for tried in ["under way", "taken up again"] {
        assert_eq!(run.state, RunState::Stopped, "{tried}: {run:?}");
        assert!(run.stopped_because.as_ref().is_some_and(|why| why.contains("sign-in")), "{tried}: {run:?}");
        let counts = [RowState::Confirmed, RowState::Ready].map(|state| rows_in(&run, state));
        assert_eq!(counts, [1, 4], "{tried}: {run:?}");
        run = desk.go_on(&run).await;
    }
    desk.faults("{}");
    let run = desk.go_on(&run).await;
    desk.neither_lost_nor_twice(&run, "the sign-in is accepted again").await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 5), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_is_refused_as_a_whole_is_halved_down_to_the_guilty_row() {
    for status in [413, 400] {
        let desk = Desk::settling(0, None, 0).await;
        let draft = desk.people(&PEOPLE).await;
        desk.check(&draft).await;
        desk.faults(&format!(
            r#"{{"rules":[{{"when":{{"endpoint":"invite","email":"p3@trey.example"}},
                           "fault":{{"status_before":{{"status":{status}}}}}}}]}}"#
        ));
        let run = desk.send(&draft.id, SendMode::All).await;
        desk.neither_lost_nor_twice(&run, "a guilty row").await;
        assert_eq!(run.state, RunState::Finished, "{status}: {run:?}");
        let counts = [RowState::Confirmed, RowState::Refused].map(|state| rows_in(&run, state));
        assert_eq!(counts, [4, 1], "{status}: {run:?}");
        let rows = desk.rows(&run).await;
        let refused = rows.iter().find(|row| row.state == RowState::Refused).map(|row| row.email.as_str());
        assert_eq!(refused, Some("p3@trey.example"), "{status}: the wrong row is blamed");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_can_not_be_read_settles_nothing_and_the_run_says_what_it_waits_for() {
    let desk = Desk::settling(0, None, 0).await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":"reset_after"},
                     {"when":{"endpoint":"users"},"fault":{"status_before":{"status":403}}}]}"#,
    );
    let run = desk.start(&draft).await;
    let waits = desk.until(&run, |view| view.state == RunState::Paused).await;
    assert!(waits.pause.as_ref().is_some_and(|pause| pause.until.is_some()), "{waits:?}");
    assert_eq!(rows_in(&waits, RowState::Unknown), 2, "nothing is settled: {waits:?}");
    desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("stops");
    let stopped = desk.rest(&run).await;
    assert_eq!(stopped.state, RunState::Stopped, "{stopped:?}");
    desk.neither_lost_nor_twice(&stopped, "no list").await;
    desk.faults("{}");
    let run = desk.go_on(&stopped).await;
    desk.neither_lost_nor_twice(&run, "the list is back").await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 5), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_that_are_read_for_other_reasons_meanwhile_do_no_harm() {
    let desk = Desk::with(0, None).await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":"reset_after"},
                     {"when":{"endpoint":"invite","nth":3},"fault":"reset_before"}]}"#,
    );
    let run = desk.start(&draft).await;
    let others = async {
        for _ in 0..5 {
            desk.app.refresh(desk.profile.clone()).await.expect("a list");
            tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        }
    };
    let (run, ()) = tokio::join!(desk.rest(&run), others);
    desk.neither_lost_nor_twice(&run, "other refreshes").await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 5), "{run:?}");
}
