//! However people, drafts, windows and lists come together: nobody is invited twice for one decision.

use crate::common::sending::mails_to;
use crate::common::*;
use rollcall_app::contract::*;
use rollcall_sandbox::Options;
use std::time::Duration;

const FABRIKAM: &str = "b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4";

#[tokio::test(flavor = "multi_thread")]
async fn a_list_from_before_a_run_does_not_hide_whom_the_run_invited() {
    let desk = Desk::quick().await;
    let first = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.send(&first.id, SendMode::All).await;
    // The list is fresh by its age, was fetched before the run, and the quiet time is over.
    let reads = desk.calls("/users");
    let again = desk.people(&["bob@trey.example", "cyd@trey.example"]).await;
    let check = desk.check(&again).await;
    assert_eq!(desk.calls("/users"), reads, "the list of before is what the plan rests on");
    assert_eq!((check.invites, rows_of(&check, RowClass::AlreadyInvited)), (1, 1), "{check:?}");
    desk.send(&again.id, SendMode::All).await;
    assert_eq!(["ann", "bob", "cyd"].map(|name| desk.mails_to(&format!("{name}@trey.example"))), [1, 1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_in_two_drafts_is_invited_by_the_first_that_is_sent() {
    let desk = Desk::quick().await;
    let first = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    let second = desk.people(&["Bob@Trey.example", "cyd@trey.example"]).await;
    assert_eq!((desk.check(&first).await.invites, desk.check(&second).await.invites), (2, 2));
    desk.send(&first.id, SendMode::All).await;
    let run = desk.send(&second.id, SendMode::All).await;
    assert_eq!(run.state, RunState::Finished, "{run:?}");
    let states: Vec<RowState> = desk.rows(&run).await.iter().map(|row| row.state).collect();
    assert_eq!(states, [RowState::AlreadyPresent, RowState::Confirmed]);
    assert_eq!((desk.mails_to("bob@trey.example"), desk.invited().len()), (1, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_whose_answer_was_lost_is_not_invited_by_the_next_draft() {
    let desk = Desk::quick().await;
    let first = desk.people(&["ann@trey.example"]).await;
    let second = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&first).await;
    desk.check(&second).await;
    // The answer is lost, and so is the list that would tell.
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":"reset_after"},
                     {"when":{"endpoint":"users"},"fault":{"status_before":{"status":403}}}]}"#,
    );
    let run = desk.start(&first).await;
    desk.until(&run, |view| view.state == RunState::Paused).await;
    desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("stops");
    let unclear = desk.rest(&run).await;
    assert_eq!(rows_in(&unclear, RowState::Unknown), 1, "{unclear:?}");
    let third = desk.people(&["ann@trey.example"]).await;
    desk.reinvite(&third).await;
    let check = desk.check(&third).await;
    assert_eq!(
        rows_of(&check, RowClass::AlreadyInvited),
        1,
        "somebody who is being checked counts: {check:?}"
    );
    desk.faults("{}");
    let sent = desk.send(&second.id, SendMode::All).await;
    let states: Vec<RowState> = desk.rows(&sent).await.iter().map(|row| row.state).collect();
    assert_eq!(states, [RowState::AlreadyPresent, RowState::Confirmed], "{sent:?}");
    assert_eq!((desk.mails_to("ann@trey.example"), desk.mails_to("bob@trey.example")), (1, 1));
    let first = desk.go_on(&unclear).await;
    assert_eq!((first.state, rows_in(&first, RowState::ConfirmedByList)), (RunState::Finished, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_typed_by_hand_who_is_pending_or_just_typed_is_not_invited_again() {
    let desk = Desk::quick().await;
    let pending = desk.typed("peter.novak@fabrikam.example").await;
    let refused = desk.app.start_run(pending.id.clone(), SendMode::All).await.expect_err("pending already");
    assert_eq!(refused.code, ErrorCode::NothingToSend);
    let (one, two) = (desk.typed("new@fabrikam.example").await, desk.typed("NEW@fabrikam.example").await);
    desk.check(&one).await;
    desk.check(&two).await;
    desk.send(&one.id, SendMode::All).await;
    let second = desk.send(&two.id, SendMode::All).await;
    assert_eq!(rows_in(&second, RowState::AlreadyPresent), 1, "{second:?}");
    assert_eq!(desk.invited(), ["new@fabrikam.example"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_was_invited_a_moment_ago_is_left_alone_by_invite_again() {
    let desk = Desk::settling(20, None, 300).await;
    let people = ["peter.novak@fabrikam.example", "ann@trey.example"];
    let first = desk.people(&people).await;
    desk.reinvite(&first).await;
    assert_eq!(desk.check(&first).await.invites, 2, "one who lapsed, and one who is new");
    desk.send(&first.id, SendMode::All).await;
    for refreshed in [false, true] {
        if refreshed {
            desk.app.refresh(desk.profile.clone()).await.expect("a list");
        }
        let again = desk.people(&people).await;
        desk.reinvite(&again).await;
        let check = desk.check(&again).await;
        assert_eq!(
            (check.invites, rows_of(&check, RowClass::AlreadyInvited)),
            (0, 2),
            "{refreshed}: {check:?}"
        );
    }
    assert_eq!(people.map(|person| desk.mails_to(person)), [1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_re_invitation_whose_answer_was_lost_is_proved_by_the_date_that_began_anew() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["peter.novak@fabrikam.example"]).await;
    desk.reinvite(&draft).await;
    assert_eq!(desk.check(&draft).await.invites, 1);
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":"reset_after"}]}"#);
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!((run.state, rows_in(&run, RowState::ConfirmedByList)), (RunState::Finished, 1), "{run:?}");
    assert_eq!(desk.mails_to("peter.novak@fabrikam.example"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_re_invitation_that_nothing_proves_waits_for_a_person_and_goes_out_at_their_word() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["peter.novak@fabrikam.example"]).await;
    desk.reinvite(&draft).await;
    desk.check(&draft).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":"reset_before"}]}"#);
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!((run.state, rows_in(&run, RowState::NeedsReview)), (RunState::Finished, 1), "{run:?}");
    assert_eq!(desk.mails_to("peter.novak@fabrikam.example"), 0, "being listed is no proof, and no reason");
    let row = desk.rows(&run).await.remove(0).row;
    let decided = desk
        .app
        .resolve_row(desk.profile.clone(), run.id.clone(), row, RowDecision::Send)
        .await
        .expect("said");
    assert_eq!((decided.state, rows_in(&decided, RowState::Ready)), (RunState::Stopped, 1), "{decided:?}");
    let run = desk.go_on(&run).await;
    assert_eq!((run.state, rows_in(&run, RowState::Confirmed)), (RunState::Finished, 1), "{run:?}");
    assert_eq!(desk.mails_to("peter.novak@fabrikam.example"), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_that_start_one_draft_at_once_start_it_once() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&draft).await;
    let start = || desk.app.start_run(draft.id.clone(), SendMode::All);
    let (one, two) = tokio::join!(start(), start());
    let (run, refused) = match (one, two) {
        (Ok(run), Err(refused)) | (Err(refused), Ok(run)) => (run, refused),
        other => panic!("one has to start it: {other:?}"),
    };
    assert_eq!(refused.code, ErrorCode::RunRefused);
    let run = desk.rest(&run).await;
    desk.neither_lost_nor_twice(&run, "two windows").await;
    assert_eq!((desk.runs().await.len(), desk.invited().len()), (1, 2));
}

#[tokio::test(flavor = "multi_thread")]
async fn windows_that_go_on_with_a_run_at_once_send_it_once() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example", "cyd@trey.example"]).await;
    let run = desk.send(&draft.id, SendMode::OneThenPause).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"latency":{"min_ms":300,"max_ms":300}}}]}"#,
    );
    let other = desk.another_process().await;
    let go_on = |app: &rollcall_app::App| {
        let (app, profile, run) = (app.clone(), desk.profile.clone(), run.id.clone());
        tokio::spawn(async move { app.go_on(profile, run, SendMode::All).await })
    };
    let tries = [go_on(&desk.app), go_on(&other), go_on(&desk.app), go_on(&other)];
    let mut went = 0;
    for tried in futures::future::join_all(tries).await {
        match tried.expect("no panic") {
            Ok(_) => went += 1,
            Err(refused) => assert_eq!(refused.code, ErrorCode::SenderHeld, "{refused:?}"),
        }
    }
    assert!(went >= 1, "one of them has the right to send, and who comes last finds it finished");
    let run = desk.until(&run, |view| view.state == RunState::Finished).await;
    desk.neither_lost_nor_twice(&run, "four that go on").await;
    assert_eq!((rows_in(&run, RowState::Confirmed), desk.calls("/invite")), (3, 2), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_another_process_sends_nothing_is_sent_or_written_here_and_the_draft_waits() {
    let desk = Desk::quick().await;
    let other = desk.another_process().await;
    let mine = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&mine).await;
    let people = crate::common::sending::csv(&[
        ("bob@trey.example", "Trey Research"),
        ("cyd@trey.example", "Trey Research"),
    ]);
    let theirs = other.open_bytes(desk.profile.clone(), "theirs.csv".into(), people).await.expect("read");
    assert_eq!(other.check_draft(theirs.id.clone()).await.expect("checked").invites, 2);
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":{"latency":{"min_ms":1500,"max_ms":1500}}}]}"#,
    );
    let run = other.start_run(theirs.id, SendMode::All).await.expect("starts there");
    let refused = desk.app.start_run(mine.id.clone(), SendMode::All).await.expect_err("held there");
    assert_eq!(refused.code, ErrorCode::SenderHeld, "{refused:?}");
    let refused =
        desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect_err("it is sent there");
    assert_eq!(refused.code, ErrorCode::SenderHeld, "a stop that stops nothing has to say so");
    assert_eq!(desk.view(&run).await.state, RunState::Running, "seen from here it is being sent");
    other.run_ended(&desk.profile, &run.id).await.expect("it comes to rest");
    assert_eq!(desk.runs().await.len(), 1, "nothing was written for the run that could not start");
    let sent = desk.send(&mine.id, SendMode::All).await;
    assert_eq!((rows_in(&sent, RowState::Confirmed), rows_in(&sent, RowState::AlreadyPresent)), (1, 1));
    assert_eq!(["ann", "bob", "cyd"].map(|name| desk.mails_to(&format!("{name}@trey.example"))), [1, 1, 1]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_that_changed_since_it_was_looked_at_is_not_sent() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example", "peter.novak@fabrikam.example"]).await;
    assert_eq!(desk.check(&draft).await.invites, 2);
    // The person agreed to two; a decision of the same moment makes it three.
    desk.reinvite(&draft).await;
    let refused = desk.app.start_run(draft.id.clone(), SendMode::All).await.expect_err("nobody saw three");
    assert_eq!(refused.code, ErrorCode::ListNotFresh);
    assert!(refused.message.contains("3 and not 2"), "{refused:?}");
    assert_eq!((desk.runs().await.len(), desk.invited().len()), (0, 0));
    assert_eq!(desk.check(&draft).await.invites, 3);
    desk.send(&draft.id, SendMode::All).await;
    assert_eq!(desk.invited().len(), 3, "what was looked at is sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_whose_age_nobody_knows_is_fetched_anew() {
    let desk = Desk::quick().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let reads = desk.calls("/users");
    let draft = desk.people(&["ann@trey.example"]).await;
    desk.check(&draft).await;
    assert_eq!(desk.calls("/users"), reads, "a list of a moment ago is fresh");
    let note = desk.folder.path().join("profiles").join(&desk.profile).join("list.json");
    std::fs::write(&note, r#"{"at":"2026-11-23T08:00:00Z","epoch":"another boot","milliseconds":1}"#)
        .expect("a note of another list");
    let draft = desk.people(&["bob@trey.example"]).await;
    desk.check(&draft).await;
    assert!(desk.calls("/users") > reads, "an age that can't be told is no age");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_leads_elsewhere_gets_a_list_and_a_plan_of_its_own() {
    let desk = Desk::quick().await;
    let elsewhere = Desk::quick().await;
    // Pending on the other platform only.
    let pending = elsewhere.people(&["ann@trey.example"]).await;
    elsewhere.send(&pending.id, SendMode::All).await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    assert_eq!(desk.check(&draft).await.invites, 2);
    desk.lead_to(&elsewhere.sandbox, None).await;
    let refused =
        desk.app.start_run(draft.id.clone(), SendMode::All).await.expect_err("checked for another one");
    assert_eq!(refused.code, ErrorCode::ListNotFresh, "{refused:?}");
    let fresh = desk.people(&["ann@trey.example"]).await;
    let check = desk.check(&fresh).await;
    assert_eq!(
        rows_of(&check, RowClass::AlreadyInvited),
        1,
        "the other platform's list is no list: {check:?}"
    );
    assert_eq!(desk.check(&draft).await.invites, 1);
    desk.send(&draft.id, SendMode::All).await;
    let mails = ["ann@trey.example", "bob@trey.example"].map(|email| elsewhere.mails_to(email));
    assert_eq!((mails, desk.invited().len()), ([1, 1], 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_another_platform_settles_nothing() {
    let desk = Desk::with(0, None).await;
    let elsewhere =
        rollcall_sandbox::start(Options { users: 0, ..Options::default() }).await.expect("a sandbox");
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":{"latency":{"min_ms":1500,"max_ms":1500}}},
                     {"when":{"endpoint":"invite","nth":2},"fault":"reset_after"}]}"#,
    );
    let run = desk.start(&draft).await;
    desk.until(&run, |view| {
        rows_in(view, RowState::InFlight) == 1 && rows_in(view, RowState::Confirmed) == 1
    })
    .await;
    // Everybody is absent there. The sender goes on with the connection that it began with.
    desk.lead_to(&elsewhere, None).await;
    let waits = desk.until(&run, |view| view.state != RunState::Running).await;
    assert_eq!(rows_in(&waits, RowState::Unknown), 1, "nothing is settled on it: {waits:?}");
    assert!(
        waits.pause.as_ref().is_some_and(|pause| pause.reason.contains("connection was changed")),
        "{waits:?}"
    );
    desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("stops");
    let stopped = desk.rest(&run).await;
    // Going on is refused in words that the person sees, and nothing is sent to either platform.
    let refused = desk.go_on(&stopped).await;
    assert_eq!(refused.state, RunState::Stopped, "{refused:?}");
    assert!(
        refused.stopped_because.as_ref().is_some_and(|why| why.contains("another platform")),
        "{refused:?}"
    );
    desk.lead_to(&desk.sandbox, None).await;
    let run = desk.go_on(&stopped).await;
    desk.neither_lost_nor_twice(&run, "back again").await;
    assert_eq!((run.state, rows_in(&run, RowState::ConfirmedByList)), (RunState::Finished, 1), "{run:?}");
    assert_eq!(elsewhere.ground_truth().posts, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_list_shows_only_a_part_absence_asks_a_person() {
    let desk = Desk::quick().await;
    desk.lead_to(&desk.sandbox, Some(Scope::Customer(vec![FABRIKAM.into()]))).await;
    let draft = desk.table(&[("ann@fabrikam.example", "Fabrikam")]).await;
    assert_eq!(desk.check(&draft).await.invites, 1);
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":"reset_before"}]}"#);
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(rows_in(&run, RowState::NeedsReview), 1, "{run:?}");
    assert_eq!(desk.calls("/invite"), 1, "absence from a part is no absence");
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_a_part_does_not_show_the_journal_remembers_for_ever() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example"]).await;
    desk.send(&draft.id, SendMode::All).await;
    // From now on the same connection sees one customer, to which Ann does not belong.
    desk.lead_to(&desk.sandbox, Some(Scope::Customer(vec![FABRIKAM.into()]))).await;
    // Longer than the quiet time and the age of the list that is fetched then.
    tokio::time::sleep(Duration::from_millis(2_100)).await;
    let again = desk.table(&[("ann@trey.example", "Fabrikam"), ("bob@fabrikam.example", "Fabrikam")]).await;
    let check = desk.check(&again).await;
    assert_eq!((check.invites, rows_of(&check, RowClass::AlreadyInvited)), (1, 1), "{check:?}");
    desk.send(&again.id, SendMode::All).await;
    assert_eq!(desk.mails_to("ann@trey.example"), 1);
    // To mail again to somebody who can't be seen is a decision of its own, and possible.
    let decided = desk.table(&[("ann@trey.example", "Fabrikam")]).await;
    desk.reinvite(&decided).await;
    assert_eq!(desk.check(&decided).await.invites, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_of_another_sign_in_is_not_taken_up_and_says_so() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    let run = desk.send(&draft.id, SendMode::OneThenPause).await;
    let info = desk.sandbox.info();
    let somebody_else = ProfileDraft {
        id: Some(desk.profile.clone()),
        sign_in: SignIn::Token,
        secret: Some(TypedSecret(rollcall_app::Secret::new(info.token.clone()))),
        ..crate::common::draft(&desk.sandbox)
    };
    desk.app.save_profile(somebody_else).await.expect("kept");
    let refused = desk.go_on(&run).await;
    assert_eq!((refused.state, refused.active), (RunState::Stopped, false), "{refused:?}");
    assert!(refused.stopped_because.as_ref().is_some_and(|why| why.contains("another signed-in account")));
    assert_eq!(mails_to(&desk.sandbox, "bob@trey.example"), 0);
    desk.lead_to(&desk.sandbox, None).await;
    let run = desk.go_on(&run).await;
    assert_eq!(
        (run.state, run.stopped_because.clone(), desk.invited().len()),
        (RunState::Finished, None, 2),
        "{run:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_left_to_go_on_with_in_a_finished_run() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example"]).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    let calls = desk.calls("/users");
    let again = desk.go_on(&run).await;
    assert_eq!((again.state, desk.calls("/users"), desk.calls("/invite")), (RunState::Finished, calls, 1));
    let unknown = desk.app.go_on(desk.profile.clone(), "no-such-run".into(), SendMode::All).await;
    assert_eq!(unknown.expect_err("refused").code, ErrorCode::RunUnknown);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stopped_run_and_the_same_file_again_invite_everybody_once() {
    let desk = Desk::quick().await;
    let people = ["ann@trey.example", "bob@trey.example", "cyd@trey.example"];
    let first = desk.people(&people).await;
    let stopped = desk.send(&first.id, SendMode::OneThenPause).await;
    let again = desk.people(&people).await;
    let check = desk.check(&again).await;
    assert_eq!((check.invites, check.same_runs), (2, vec![stopped.id.clone()]));
    desk.send(&again.id, SendMode::All).await;
    let first = desk.go_on(&stopped).await;
    assert_eq!(
        (first.state, rows_in(&first, RowState::AlreadyPresent)),
        (RunState::Finished, 2),
        "{first:?}"
    );
    assert_eq!(people.map(|person| desk.mails_to(person)), [1, 1, 1]);
}
