//! What a person decides about a run: row by row, for several rows at once, and what is called off.

use crate::common::*;
use rollcall_app::Tuning;
use rollcall_app::contract::*;
use rollcall_runs::SenderLock;

const FABRIKAM: &str = "b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4";
const PEOPLE: [&str; 3] = ["ann@fabrikam.example", "bob@fabrikam.example", "cyd@fabrikam.example"];

/// Where a list shows only a part, absence proves nothing: everybody whose call was lost waits for a person.
async fn waiting(people: &[&str]) -> (Desk, RunView) {
    let desk = Desk::quick().await;
    desk.lead_to(&desk.sandbox, Some(Scope::Customer(vec![FABRIKAM.into()]))).await;
    let rows: Vec<(&str, &str)> = people.iter().map(|person| (*person, "Fabrikam")).collect();
    let draft = desk.table(&rows).await;
    desk.check(&draft).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite"},"fault":"reset_before"}]}"#);
    let mut run = desk.send(&draft.id, SendMode::All).await;
    // A platform that answers nothing is left alone after a while; it is told to go on until it was asked for all.
    while rows_in(&run, RowState::Ready) > 0 {
        run = desk.go_on(&run).await;
    }
    desk.faults("{}");
    assert_eq!(rows_in(&run, RowState::NeedsReview) as usize, people.len(), "{run:?}");
    (desk, run)
}

/// A run that was stopped after its first person.
async fn stopped_after_one() -> (Desk, RunView) {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example", "cyd@trey.example"]).await;
    let run = desk.send(&draft.id, SendMode::OneThenPause).await;
    assert_eq!((rows_in(&run, RowState::Confirmed), rows_in(&run, RowState::Ready)), (1, 2), "{run:?}");
    (desk, run)
}

impl Desk {
    async fn history(&self, run: &RunView, row: u32) -> RowHistory {
        let known = self.app.row_history(self.profile.clone(), run.id.clone(), row).await;
        known.expect("what is known of the row")
    }

    async fn resolve(&self, run: &RunView, rows: &[u32], decision: RowDecision) -> RowsResolved {
        let all = self.app.resolve_rows(self.profile.clone(), run.id.clone(), rows.to_vec(), decision).await;
        all.expect("an answer")
    }
}

fn steps(history: &RowHistory) -> Vec<RowStep> {
    history.moments.iter().map(|moment| moment.step).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_that_happened_to_a_row_can_be_read_in_order() {
    let (desk, run) = waiting(&PEOPLE[..1]).await;
    let known = desk.history(&run, 2).await;
    assert_eq!((known.row.email.as_str(), known.row.state), (PEOPLE[0], RowState::NeedsReview));
    assert_eq!(steps(&known), [RowStep::Sent, RowStep::NoAnswer, RowStep::NotVisible]);
    let [sent, _, looked_up] = known.moments.as_slice() else { panic!("{known:?}") };
    assert_eq!((sent.attempt, sent.list_begun_at.as_ref()), (1, None));
    let begun = looked_up.list_begun_at.as_ref().expect("which list decided");
    assert!(
        sent.at.as_str() < begun.as_str() || sent.at[..19] == begun[..19],
        "the list is from after the call"
    );
    desk.resolve(&run, &[2], RowDecision::Drop).await;
    let said = desk.history(&run, 2).await.moments.pop().expect("a person's word");
    assert_eq!(said.step, RowStep::SaidDrop);
    assert!(said.by.is_some_and(|by| !by.is_empty()), "it says whose word it was");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_did_nothing_is_told_apart_from_one_that_counts() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"rate_limit":{"calls":1,"per_seconds":2}}}]}"#,
    );
    let run = desk.send(&draft.id, SendMode::All).await;
    let known = desk.history(&run, 3).await;
    let attempts: Vec<u32> = known.moments.iter().map(|moment| moment.attempt).collect();
    let asked = [RowStep::Sent, RowStep::AskedToWait, RowStep::Sent, RowStep::Invited];
    assert_eq!((steps(&known).as_slice(), attempts.as_slice()), (&asked[..], &[1, 1, 1, 1][..]), "{known:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_was_never_sent_has_no_history_and_a_row_that_is_not_there_says_so() {
    let (desk, run) = stopped_after_one().await;
    assert_eq!(desk.history(&run, 4).await.moments, []);
    let none = desk.app.row_history(desk.profile.clone(), run.id.clone(), 99).await;
    assert_eq!(none.err().map(|problem| problem.code), Some(ErrorCode::RunUnknown));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_word_for_several_rows_is_taken_by_each_and_nothing_is_sent() {
    let (desk, run) = waiting(&PEOPLE).await;
    let answer = desk.resolve(&run, &[2, 3, 4], RowDecision::Done).await;
    assert_eq!((answer.taken, answer.not_taken), (3, vec![]));
    assert_eq!((answer.run.state, rows_in(&answer.run, RowState::Resolved)), (RunState::Finished, 3));
    assert_eq!(desk.invited(), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_do_not_take_a_word_are_named_and_the_others_have_taken_it() {
    let (desk, run) = waiting(&PEOPLE).await;
    desk.resolve(&run, &[3], RowDecision::Done).await;
    let answer = desk.resolve(&run, &[2, 3, 77, 4], RowDecision::Drop).await;
    let not_taken: Vec<u32> = answer.not_taken.iter().map(|row| row.row).collect();
    assert_eq!((answer.taken, not_taken), (2, vec![3, 77]), "{:?}", answer.not_taken);
    assert!(answer.not_taken[0].message.contains("resolved"), "{:?}", answer.not_taken[0]);
    let said: Vec<RowStep> = [desk.history(&run, 3).await, desk.history(&run, 4).await]
        .iter()
        .filter_map(|known| steps(known).pop())
        .collect();
    assert_eq!(said, [RowStep::SaidDone, RowStep::SaidDrop], "the earlier word stands");
}

#[tokio::test(flavor = "multi_thread")]
async fn those_who_are_to_be_sent_again_are_sent_once_more_each_when_the_run_goes_on() {
    let (desk, run) = waiting(&PEOPLE[..2]).await;
    let answer = desk.resolve(&run, &[2, 3], RowDecision::Send).await;
    assert_eq!((answer.taken, answer.run.state), (2, RunState::Stopped), "{:?}", answer.run);
    assert_eq!(desk.invited().len(), 0, "a word sends nothing by itself");
    let run = desk.go_on(&answer.run).await;
    assert_eq!(rows_in(&run, RowState::Confirmed), 2, "{run:?}");
    assert_eq!([desk.mails_to(PEOPLE[0]), desk.mails_to(PEOPLE[1])], [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_rows_than_can_be_shown_at_once_take_no_word() {
    let (desk, run) = waiting(&PEOPLE[..1]).await;
    let rows: Vec<u32> = (2..=502).collect();
    let refused = desk.app.resolve_rows(desk.profile.clone(), run.id.clone(), rows, RowDecision::Drop).await;
    assert_eq!(refused.err().map(|problem| problem.code), Some(ErrorCode::BadRequest));
    assert_eq!(desk.history(&run, 2).await.row.state, RowState::NeedsReview);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_not_sent_can_be_called_off_and_the_run_is_over() {
    let (desk, run) = stopped_after_one().await;
    let off = desk.app.call_off_run(desk.profile.clone(), run.id.clone()).await.expect("called off");
    assert_eq!((off.rows, off.run.state), (2, RunState::Finished), "{:?}", off.run);
    assert_eq!(rows_in(&off.run, RowState::Cancelled), 2);
    let last = desk.history(&run, 4).await.moments.pop().expect("what happened");
    assert_eq!((last.step, last.by.is_some()), (RowStep::CalledOff, true));
    let after = desk.go_on(&off.run).await;
    assert_eq!((after, desk.invited().len()), (off.run, 1), "nothing is sent of it any more");
}

#[tokio::test(flavor = "multi_thread")]
async fn calling_off_leaves_what_is_being_checked_to_be_looked_up() {
    let desk = Desk::settling(20, None, 30).await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite"},"fault":"reset_after"}]}"#);
    let run = desk.start(&draft).await;
    desk.until(&run, |view| rows_in(view, RowState::Unknown) > 0).await;
    desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("stops");
    let stopped = desk.rest(&run).await;
    let [unknown, ready] = [RowState::Unknown, RowState::Ready].map(|state| rows_in(&stopped, state));
    let off = desk.app.call_off_run(desk.profile.clone(), run.id.clone()).await.expect("called off");
    assert_eq!(off.rows, ready);
    assert_eq!((off.run.state, rows_in(&off.run, RowState::Unknown)), (RunState::Stopped, unknown));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_called_off_while_the_run_is_sent() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"latency":{"min_ms":700,"max_ms":700}}}]}"#,
    );
    let run = desk.start(&draft).await;
    desk.until(&run, |view| rows_in(view, RowState::InFlight) > 0).await;
    for app in [&desk.app, &desk.another_process().await] {
        let refused = app.call_off_run(desk.profile.clone(), run.id.clone()).await.expect_err("refused");
        assert_eq!(refused.code, ErrorCode::SenderHeld, "{refused:?}");
    }
    let elsewhere = desk.another_process().await;
    let refused = elsewhere.call_off_run(desk.profile.clone(), run.id.clone()).await.expect_err("refused");
    assert!(refused.message.contains(&format!("process {}", std::process::id())), "{refused:?}");
    let run = desk.rest(&run).await;
    assert_eq!(rows_in(&run, RowState::Confirmed), 2, "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_that_merely_waits_can_be_called_off_while_another_one_is_sent() {
    let (desk, run) = stopped_after_one().await;
    let lock = desk.folder.path().join("profiles").join(&desk.profile).join("journal.db.sender");
    let _sends = SenderLock::acquire(&lock).expect("nobody sends");
    let off = desk.app.call_off_run(desk.profile.clone(), run.id.clone()).await.expect("called off");
    assert_eq!((off.rows, off.run.state), (2, RunState::Finished), "{:?}", off.run);
}

/// A runtime stands for a process: when it is shut down, everything in it stops where it stands.
fn process() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

#[test]
fn what_was_left_of_a_run_whose_process_died_between_two_calls_can_be_called_off_and_it_is_over() {
    let first = process();
    let (desk, run) = first.block_on(async {
        let mut desk = Desk::quick().await;
        let slow = Tuning { per_minute: Some(1), settle_seconds: Some(0), ..Tuning::default() };
        let own = ProfileDraft { id: Some(desk.profile.clone()), ..draft(&desk.sandbox) };
        desk.profile = desk.app.keep_profile(own, Some(slow)).await.expect("a slow connection").id;
        let draft = desk.people(&["ann@trey.example", "bob@trey.example", "cyd@trey.example"]).await;
        desk.check(&draft).await;
        let run = desk.start(&draft).await;
        let run = desk.until(&run, |view| rows_in(view, RowState::Confirmed) == 1).await;
        (desk, run)
    });
    first.shutdown_timeout(std::time::Duration::from_secs(10));
    process().block_on(async {
        let app = desk.another_process().await;
        let found = app.run_view(desk.profile.clone(), run.id.clone()).await.expect("the run is kept");
        let counts = [RowState::Ready, RowState::InFlight].map(|state| rows_in(&found, state));
        assert_eq!((found.state, counts), (RunState::Stopped, [2, 0]), "{found:?}");
        let off = app.call_off_run(desk.profile.clone(), run.id.clone()).await.expect("called off");
        assert_eq!((off.rows, off.run.state, off.run.stopped_because), (2, RunState::Finished, None));
    });
}

#[tokio::test(flavor = "multi_thread")]
async fn bringing_everything_to_rest_ends_the_call_under_way_and_starts_no_other() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example", "cyd@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"latency":{"min_ms":700,"max_ms":700}}}]}"#,
    );
    assert_eq!(desk.app.runs_under_way(), 0);
    let run = desk.start(&draft).await;
    desk.until(&run, |view| rows_in(view, RowState::InFlight) > 0).await;
    assert_eq!(desk.app.runs_under_way(), 1);
    desk.app.bring_to_rest().await;
    assert_eq!(desk.app.runs_under_way(), 0);
    let rest = desk.view(&run).await;
    assert_eq!((rest.state, rest.active, rows_in(&rest, RowState::InFlight)), (RunState::Stopped, false, 0));
    assert_eq!((rows_in(&rest, RowState::Confirmed), desk.calls("/invite")), (1, 1), "{rest:?}");
}
