//! A list that looks wrong: nothing is sent or settled on it until a person says that it is right.

use crate::common::*;
use rollcall_app::App;
use rollcall_app::contract::*;

const PEOPLE: [&str; 5] =
    ["p1@trey.example", "p2@trey.example", "p3@trey.example", "p4@trey.example", "p5@trey.example"];

/// The list lacks a third of the 73 people from now on.
const A_THIRD_GONE: &str = r#"{"when":{"endpoint":"users"},"fault":{"part_of_list":{"first":48}}}"#;

/// A platform of 73 people.
async fn desk() -> Desk {
    Desk::with(60, None).await
}

async fn summary(app: &App, profile: &str) -> RosterSummary {
    app.roster_summary(profile.to_owned()).await.expect("a summary")
}

/// The list that waits for a person's word.
async fn held(desk: &Desk) -> HeldList {
    summary(&desk.app, &desk.profile).await.held.expect("a list is held")
}

/// A list of everybody, then one that lacks a third.
async fn with_a_held_list() -> Desk {
    let desk = desk().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a first list");
    desk.faults(&format!(r#"{{"rules":[{A_THIRD_GONE}]}}"#));
    let refused = desk.app.refresh(desk.profile.clone()).await.expect_err("it looks wrong");
    assert_eq!(refused.code, ErrorCode::ListHeld);
    for said in ["25 of 73 people are gone", "list from before stays", "Users screen"] {
        assert!(refused.message.contains(said), "{said}: {}", refused.message);
    }
    desk
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_settles_nothing_on_a_list_that_looks_wrong_and_goes_on_once_a_person_takes_it() {
    let desk = desk().await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    let unclear = r#"{"when":{"endpoint":"invite","nth":2},"fault":"reset_before"}"#;
    desk.faults(&format!(r#"{{"rules":[{unclear},{A_THIRD_GONE}]}}"#));
    let started = desk.start(&draft).await;
    let run = desk.rest(&started).await;
    let unclear = rows_in(&run, RowState::Unknown);
    assert_eq!(run.state, RunState::Stopped, "{run:?}");
    assert!(unclear > 0 && rows_in(&run, RowState::ConfirmedByList) == 0, "{run:?}");
    let why = run.stopped_because.clone().expect("a reason");
    for said in ["looks wrong", "people are gone", "Nothing was sent or settled on it"] {
        assert!(why.contains(said), "{said}: {why}");
    }
    assert_eq!(summary(&desk.app, &desk.profile).await.people, 73, "the old list is shown");
    let posts = desk.calls("/invite");
    let again = desk.app.go_on(desk.profile.clone(), run.id.clone(), SendMode::All).await;
    assert_eq!(again.expect_err("nothing is sent").code, ErrorCode::ListHeld);
    let again = desk.view(&run).await;
    assert_eq!((again.state, rows_in(&again, RowState::Unknown)), (RunState::Stopped, unclear), "{again:?}");
    assert_eq!(desk.calls("/invite"), posts, "nobody is asked again before a person decided");

    let taken = desk.app.take_held_list(desk.profile.clone(), held(&desk).await.fetched_at).await;
    assert!(taken.expect("taken over").complete);
    let end = desk.go_on(&run).await;
    assert_eq!(end.state, RunState::Finished, "{end:?}");
    desk.neither_lost_nor_twice(&end, "after a person's word").await;
    assert_eq!(desk.invited().len(), PEOPLE.len(), "everybody once");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_plan_rests_on_a_held_list_nor_on_the_one_before_it() {
    let desk = desk().await;
    let looked_at = desk.people(&PEOPLE).await;
    desk.check(&looked_at).await;
    desk.faults(&format!(r#"{{"rules":[{A_THIRD_GONE}]}}"#));
    desk.app.refresh(desk.profile.clone()).await.expect_err("it looks wrong");
    let start = desk.app.start_run(looked_at.id.clone(), SendMode::All).await.expect_err("nothing is sent");
    let fresh = desk.people(&["q1@trey.example"]).await;
    let lists = desk.calls("/users");
    let check = desk.app.check_draft(fresh.id.clone()).await.expect_err("no plan");
    assert_eq!((start.code, check.code), (ErrorCode::ListHeld, ErrorCode::ListHeld));
    assert_eq!(desk.calls("/users"), lists, "a list that is held a moment ago is not fetched again");
    assert_eq!(desk.calls("/invite"), 0);

    let at = held(&desk).await.fetched_at;
    desk.app.discard_held_list(desk.profile.clone(), at).await.expect("thrown away");
    assert_eq!(desk.check(&fresh).await.checked_against, 73, "the person said that the old list is right");
    assert_eq!(desk.rest(&desk.start(&looked_at).await).await.state, RunState::Finished);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_held_list_waits_through_a_restart_and_is_complete_and_fresh_once_taken() {
    let desk = with_a_held_list().await;
    let app = desk.another_process().await;
    let seen = summary(&app, &desk.profile).await;
    let waits = seen.held.expect("it waits still");
    assert_eq!((seen.people, waits.people_before, waits.people, waits.left), (73, 73, 48, 25));
    assert_eq!(waits.reasons, ["25 of 73 people are gone."]);
    let taken = app.take_held_list(desk.profile.clone(), waits.fetched_at.clone()).await.expect("taken over");
    assert_eq!((taken.people, taken.left, taken.complete), (48, 25, true));
    let now = summary(&desk.app, &desk.profile).await;
    assert_eq!((now.people, now.complete, now.held), (48, true, None), "seen by every process");
    assert_eq!(now.fetched_at, Some(waits.fetched_at));
    let draft = desk.people(&["q1@trey.example"]).await;
    let lists = desk.calls("/users");
    assert_eq!(desk.check(&draft).await.checked_against, 48);
    assert_eq!(desk.calls("/users"), lists, "it is as fresh as it was when it was fetched");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refresh_that_looks_right_again_ends_the_matter() {
    let desk = with_a_held_list().await;
    let at = held(&desk).await.fetched_at;
    desk.faults(r#"{"rules":[]}"#);
    let outcome = desk.app.refresh(desk.profile.clone()).await.expect("it looks right");
    let now = summary(&desk.app, &desk.profile).await;
    assert_eq!((outcome.people, now.people, now.held, now.last_failure), (73, 73, None, None));
    let late = desk.app.take_held_list(desk.profile.clone(), at).await.expect_err("it is gone");
    assert_eq!(late.code, ErrorCode::ListNotFresh);
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_list_that_the_person_saw_is_taken() {
    let desk = with_a_held_list().await;
    let seen = held(&desk).await.fetched_at;
    desk.app.refresh(desk.profile.clone()).await.expect_err("it looks wrong still");
    for word in [seen.clone(), "yesterday".to_owned()] {
        let taken = desk.app.take_held_list(desk.profile.clone(), word.clone()).await;
        assert_eq!(taken.expect_err("another one").code, ErrorCode::ListNotFresh);
        let thrown = desk.app.discard_held_list(desk.profile.clone(), word).await;
        assert_eq!(thrown.expect_err("another one").code, ErrorCode::ListNotFresh);
    }
    assert_ne!(held(&desk).await.fetched_at, seen, "the newer one waits");
    assert_eq!(summary(&desk.app, &desk.profile).await.people, 73);
}

#[tokio::test(flavor = "multi_thread")]
async fn another_scope_of_the_connection_has_nothing_to_do_with_a_held_list() {
    let desk = with_a_held_list().await;
    let customer = desk.app.list_organizations(desk.profile.clone()).await.expect("organizations").remove(0);
    desk.faults(r#"{"rules":[]}"#);
    let scope = Scope::Customer(vec![customer.organization.id.0]);
    desk.lead_to(&desk.sandbox, Some(scope)).await;
    desk.app.refresh(desk.profile.clone()).await.expect("another list");
    assert_eq!(summary(&desk.app, &desk.profile).await.held, None);
}
