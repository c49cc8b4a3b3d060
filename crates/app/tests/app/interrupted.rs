//! A run whose process ends, and what is left of a run: shown as it is, and taken up without a person twice.

// Runtimes of their own stand for processes: when one is shut down, everything in it stops where it stands.

use crate::common::*;
use rollcall_app::contract::*;
use std::time::Duration;
use tokio::runtime::Runtime;

fn process() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

/// A run that is under way when its process ends; then the same folder in another process.
fn cut_off(faults: &str, when: impl Fn(&RunView, usize) -> bool) -> (Desk, RunView) {
    let first = process();
    let (mut desk, run) = first.block_on(async {
        let desk = Desk::settling(0, None, 0).await;
        let draft = desk.people(&["ann@trey.example", "bob@trey.example", "cyd@trey.example"]).await;
        desk.check(&draft).await;
        desk.faults(faults);
        let run = desk.start(&draft).await;
        let run = desk.until(&run, |view| when(view, desk.invited().len())).await;
        (desk, run)
    });
    first.shutdown_timeout(Duration::from_secs(10));
    let app = process().block_on(desk.another_process());
    desk.app = app;
    (desk, run)
}

#[test]
fn a_run_whose_process_ended_during_a_call_is_looked_up_and_goes_on() {
    let (desk, run) = cut_off(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":{"latency":{"min_ms":20000,"max_ms":20000,"after":true}}}]}"#,
        // After everybody was mailed, and before the answer.
        |view, mails| rows_in(view, RowState::InFlight) == 2 && mails == 3,
    );
    process().block_on(async {
        let found = desk.view(&run).await;
        assert_eq!((found.state, found.active), (RunState::Stopped, false), "{found:?}");
        assert!(found.stopped_because.as_ref().is_some_and(|why| why.contains("was closed")), "{found:?}");
        let run = desk.go_on(&run).await;
        desk.neither_lost_nor_twice(&run, "cut off during a call").await;
        let counts = [RowState::Confirmed, RowState::ConfirmedByList].map(|state| rows_in(&run, state));
        assert_eq!((run.state, counts), (RunState::Finished, [1, 2]), "{run:?}");
    });
}

#[test]
fn a_pause_that_nobody_waits_through_is_not_shown_as_one() {
    let (desk, run) = cut_off(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"quota":{"calls":1,"replenished_in_seconds":3000}}}]}"#,
        |view, _| view.state == RunState::Paused,
    );
    assert!(run.pause.is_some_and(|pause| pause.until.is_some()), "it goes on by itself while it is sent");
    process().block_on(async {
        let found = desk.runs().await.remove(0);
        assert_eq!(
            (found.state, found.pause.clone()),
            (RunState::Stopped, None),
            "nobody sends it: {found:?}"
        );
        assert!(found.stopped_because.as_ref().is_some_and(|why| why.contains("was closed")), "{found:?}");
        desk.faults("{}");
        let run = desk.go_on(&found).await;
        desk.neither_lost_nor_twice(&run, "cut off in a pause").await;
        assert_eq!((run.state, rows_in(&run, RowState::Confirmed)), (RunState::Finished, 3), "{run:?}");
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_run_says_what_was_sent_and_sends_nothing_more_until_it_goes_on() {
    let desk = Desk::settling(0, None, 0).await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example", "cyd@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":{"latency":{"min_ms":1500,"max_ms":1500}}}]}"#,
    );
    let run = desk.start(&draft).await;
    desk.until(&run, |view| rows_in(view, RowState::InFlight) == 1).await;
    desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("stops");
    let stopped = desk.rest(&run).await;
    let counts = [RowState::Confirmed, RowState::Ready].map(|state| rows_in(&stopped, state));
    assert_eq!((stopped.state, counts), (RunState::Stopped, [1, 2]), "what is under way ends by itself");
    assert_eq!((desk.invited().len(), desk.calls("/invite")), (1, 1));
    // To stop what nobody sends changes nothing.
    let again = desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("as it is");
    assert_eq!(again, stopped);
    let run = desk.go_on(&stopped).await;
    desk.neither_lost_nor_twice(&run, "stopped and taken up").await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_was_just_begun_or_taken_up_is_shown_as_being_sent() {
    let desk = Desk::settling(0, None, 0).await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"latency":{"min_ms":300,"max_ms":300}}}]}"#,
    );
    let begun = desk.app.start_run(draft.id.clone(), SendMode::OneThenPause).await.expect("starts");
    assert_eq!((begun.state, begun.stopped_because.clone()), (RunState::Running, None), "{begun:?}");
    assert_eq!(desk.rest(&begun).await.state, RunState::Paused);
    let on = desk.app.go_on(desk.profile.clone(), begun.id.clone(), SendMode::All).await.expect("goes on");
    assert_eq!((on.state, on.pause.clone()), (RunState::Running, None), "{on:?}");
    assert_eq!(desk.rest(&begun).await.state, RunState::Finished);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_report_of_what_failed_offers_exactly_that_when_it_is_dropped_again() {
    let desk = Desk::settling(0, None, 0).await;
    let draft = desk
        .table(&[
            ("ann@trey.example", "Trey Research"),
            ("bob@trey.example", "Trey Research"),
            ("bob@trey.example", "Woodgrove Bank"),
            ("cyd@trey.example", "Woodgrove Bank"),
            ("sofia.rossi@fabrikam.example", "Fabrikam"),
            ("olga.petrova@kestrel.example", "Fabrikam"),
        ])
        .await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","email":"bob@trey.example"},
                      "fault":{"status_before":{"status":413}}}]}"#,
    );
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(
        [RowState::Confirmed, RowState::Refused, RowState::Folded].map(|state| rows_in(&run, state)),
        [2, 1, 1],
        "{run:?}"
    );
    desk.faults("{}");
    let report = desk
        .app
        .report(desk.profile.clone(), run.id.clone(), ReportRows::Failed, ReportFormat::Xlsx)
        .await
        .expect("a report");
    let path = desk.folder.path().join("failed.xlsx");
    desk.app.write_report(&path, report).await.expect("written");
    let bytes = std::fs::read(&path).expect("the report");
    let again = desk.app.open_bytes(desk.profile.clone(), "failed.xlsx".into(), bytes).await.expect("read");
    let check = desk.check(&again).await;
    assert_eq!(
        check.rows, 3,
        "the refused row with what was folded into it, and somebody blocked: {check:?}"
    );
    assert_eq!((check.invites, rows_of(&check, RowClass::BlockedUser)), (1, 1), "{check:?}");
    let call = desk.app.draft_call(again.id.clone(), 0).await.expect("a call");
    let organizations = call.json.matches("65061af7").count() + call.json.matches("3c2d18f5").count();
    assert_eq!(organizations, 2, "the invitation names both organizations, as it did: {}", call.json);
    let run = desk.send(&again.id, SendMode::All).await;
    assert_eq!(rows_in(&run, RowState::Confirmed), 1, "{run:?}");
    let mails = ["ann", "bob", "cyd"].map(|name| desk.mails_to(&format!("{name}@trey.example")));
    assert_eq!((mails, desk.invited().len()), ([1, 1, 1], 3));
}

#[test]
fn after_a_lost_journal_nobody_is_mailed_whom_the_lost_run_may_have_invited() {
    let first = process();
    let mut desk = first.block_on(async {
        let desk = Desk::settling(0, None, 3).await;
        let draft = desk.people(&["ann@trey.example"]).await;
        desk.check(&draft).await;
        // The mail goes out a second after the gateway gave up.
        desk.faults(
            r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"effect_late":{"ms":1500,"then":{"status":504}}}}]}"#,
        );
        let run = desk.start(&draft).await;
        desk.until(&run, |view| rows_in(view, RowState::Unknown) == 1).await;
        desk
    });
    first.shutdown_timeout(Duration::from_secs(10));
    let folder = desk.folder.path().join("profiles").join(&desk.profile);
    let journals = std::fs::read_dir(&folder).expect("the connection's folder").flatten();
    let journals = journals.filter(|file| file.file_name().to_string_lossy().starts_with("journal.db"));
    journals.for_each(|file| std::fs::remove_file(file.path()).expect("lost"));
    let second = process();
    desk.app = second.block_on(desk.another_process());
    second.block_on(async {
        desk.faults("{}");
        let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
        desk.check(&draft).await;
        let run = desk.start(&draft).await;
        let waits = desk.until(&run, |view| view.pause.is_some()).await;
        assert!(waits.pause.is_some_and(|pause| pause.reason.contains("is gone")), "it says why it waits");
        let run = desk.rest(&run).await;
        let counts = [RowState::AlreadyPresent, RowState::Confirmed].map(|state| rows_in(&run, state));
        assert_eq!((run.state, counts), (RunState::Finished, [1, 1]), "{run:?}");
        assert_eq!(desk.invited().len(), 2, "{:?}", desk.invited());
    });
}
