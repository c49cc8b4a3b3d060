//! A connection that was edited: what counts as the same place, and what holds where it is another.

use crate::common::*;
use rollcall_app::contract::*;
use rollcall_sandbox::{Options, Sandbox};
use std::time::Duration;

const FABRIKAM: &str = "b3cd17cb-9e49-5a7c-8ad0-c50d66172fa4";
const TREY: &str = "65061af7-6adf-55af-b6d5-71b50422caff";
const PEOPLE: [&str; 3] = ["ann@trey.example", "bob@trey.example", "cyd@trey.example"];

fn customers(ids: &[&str]) -> Option<Scope> {
    Some(Scope::Customer(ids.iter().map(|id| (*id).to_owned()).collect()))
}

/// A run of three people that was stopped after the first.
async fn stopped(desk: &Desk) -> RunView {
    let draft = desk.people(&PEOPLE).await;
    desk.send(&draft.id, SendMode::OneThenPause).await
}

/// The same server, written in other letters.
async fn lead_to_in_capitals(desk: &Desk, sandbox: &Sandbox) {
    let edited = draft(sandbox);
    let base_url = edited.base_url.replace("http://", "HTTP://");
    let edited = ProfileDraft { id: Some(desk.profile.clone()), base_url, ..edited };
    desk.app.save_profile(edited).await.expect("edited");
}

fn mails(desk: &Desk) -> [usize; 3] {
    PEOPLE.map(|person| desk.mails_to(person))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_is_begun_anew_where_the_connection_sees_more_and_mails_nobody_twice() {
    let desk = Desk::quick().await;
    desk.lead_to(&desk.sandbox, customers(&[TREY])).await;
    let first = stopped(&desk).await;
    desk.lead_to(&desk.sandbox, customers(&[TREY, FABRIKAM])).await;
    let again = desk.people(&PEOPLE).await;
    let same = desk.app.runs_of_same_file(&again.id).await.expect("runs");
    assert!(same.is_empty(), "of another part of the platform: it can't be gone on with: {same:?}");
    let check = desk.check(&again).await;
    assert_eq!((check.invites, check.same_runs.len()), (2, 0), "{check:?}");
    desk.send(&again.id, SendMode::All).await;
    assert_eq!(mails(&desk), [1, 1, 1]);
    // Led back, the first one goes on and finds everybody invited.
    desk.lead_to(&desk.sandbox, customers(&[TREY])).await;
    let run = desk.go_on(&first).await;
    assert_eq!(mails(&desk), [1, 1, 1], "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_though_the_ids_of_the_connection_stand_in_another_order() {
    let desk = Desk::quick().await;
    desk.lead_to(&desk.sandbox, customers(&[TREY, FABRIKAM])).await;
    let run = stopped(&desk).await;
    desk.lead_to(&desk.sandbox, customers(&[FABRIKAM, TREY])).await;
    let again = desk.people(&PEOPLE).await;
    let same = desk.app.runs_of_same_file(&again.id).await.expect("runs");
    assert_eq!(same.iter().map(|run| run.id.as_str()).collect::<Vec<_>>(), [run.id.as_str()]);
    let run = desk.go_on(&run).await;
    assert_eq!((run.state, mails(&desk)), (RunState::Finished, [1, 1, 1]), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_goes_on_though_its_server_is_written_in_other_letters() {
    let desk = Desk::quick().await;
    let run = stopped(&desk).await;
    let reads = desk.calls("/users");
    lead_to_in_capitals(&desk, &desk.sandbox).await;
    let again = desk.people(&PEOPLE).await;
    desk.check(&again).await;
    assert_eq!(desk.calls("/users"), reads, "the list is still one of this platform");
    // A list of elsewhere takes its words along; those of the run are its own.
    let elsewhere =
        rollcall_sandbox::start(Options { users: 0, ..Options::default() }).await.expect("a sandbox");
    desk.lead_to(&elsewhere, None).await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    lead_to_in_capitals(&desk, &desk.sandbox).await;
    let run = desk.go_on(&run).await;
    assert_eq!((run.state, mails(&desk)), (RunState::Finished, [1, 1, 1]), "{run:?}");
    assert_eq!(elsewhere.ground_truth().posts, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn whom_another_part_invited_is_remembered_where_the_list_does_not_show_them() {
    let mut desk = Desk::quick().await;
    desk.lead_to(&desk.sandbox, customers(&[TREY])).await;
    let draft = desk.people(&PEOPLE[..1]).await;
    desk.send(&draft.id, SendMode::All).await;
    assert_eq!(desk.mails_to(PEOPLE[0]), 1);
    // The same server from now on shows a platform on which nobody of them stands.
    let port = desk.sandbox.info().base_url.rsplit(':').next().and_then(|port| port.parse().ok());
    let other = rollcall_sandbox::start(Options { users: 0, ..Options::default() }).await.expect("a sandbox");
    std::mem::replace(&mut desk.sandbox, other).stop().await;
    desk.sandbox =
        rollcall_sandbox::start(Options { users: 0, port, ..Options::default() }).await.expect("a sandbox");
    desk.lead_to(&desk.sandbox, None).await;
    // Longer than the quiet time and the age of the list that is fetched then.
    tokio::time::sleep(Duration::from_millis(2_100)).await;
    let again = desk.people(&PEOPLE[..2]).await;
    let check = desk.check(&again).await;
    assert_eq!((check.invites, rows_of(&check, RowClass::AlreadyInvited)), (1, 1), "{check:?}");
}
