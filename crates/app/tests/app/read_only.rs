//! A connection that is for looking only.

use crate::common::*;
use rollcall_app::contract::*;

const PEOPLE: [&str; 3] = ["ann@trey.example", "bob@trey.example", "cyd@trey.example"];

async fn locked(desk: &Desk) -> ProfileView {
    desk.app.set_read_only(desk.profile.clone(), true).await.expect("locked")
}

fn code<T>(answer: Result<T, AppError>) -> Option<ErrorCode> {
    answer.err().map(|refused| refused.code)
}

#[tokio::test(flavor = "multi_thread")]
async fn through_a_connection_for_looking_only_nothing_is_sent_whatever_leads_there() {
    let desk = Desk::quick().await;
    let sent = desk.people(&PEOPLE).await;
    let run = desk.send(&sent.id, SendMode::OneThenPause).await;
    assert!(locked(&desk).await.read_only);
    let posts = desk.sandbox.ground_truth().posts;
    let draft = desk.people(&["dee@trey.example"]).await;
    assert_eq!(desk.check(&draft).await.invites, 1, "checking works");
    let (app, profile) = (&desk.app, || desk.profile.clone());
    let refused = [
        code(app.start_run(draft.id.clone(), SendMode::All).await),
        code(app.go_on(profile(), run.id.clone(), SendMode::All).await),
        code(app.resolve_row(profile(), run.id.clone(), 2, RowDecision::Send).await),
        code(app.resolve_rows(profile(), run.id.clone(), vec![2], RowDecision::Send).await),
        code(app.invite_again(profile(), run.id.clone(), vec![Afterwards::Waits]).await),
        code(app.reinvite_users(profile(), UserQuery::default(), None).await),
    ];
    assert_eq!(refused, [Some(ErrorCode::ReadOnly); 6]);
    assert_eq!((desk.sandbox.ground_truth().posts, desk.runs().await.len()), (posts, 1));
    app.set_read_only(profile(), false).await.expect("unlocked");
    desk.send(&draft.id, SendMode::All).await;
    desk.go_on(&run).await;
    assert_eq!(desk.invited().len(), 4);
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_works_as_before() {
    let desk = Desk::quick().await;
    let run = desk.send(&desk.people(&PEOPLE).await.id, SendMode::All).await;
    locked(&desk).await;
    let refreshed = desk.app.refresh(desk.profile.clone()).await.expect("people");
    assert!(refreshed.complete);
    assert_eq!(desk.view(&run).await.state, RunState::Finished);
    desk.app.template(desk.profile.clone()).await.expect("a template");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_is_not_locked_while_it_sends() {
    let desk = Desk::quick().await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","nth":1},"fault":{"latency":{"min_ms":800,"max_ms":800}}}]}"#,
    );
    let run = desk.start(&draft).await;
    assert_eq!(code(desk.app.set_read_only(desk.profile.clone(), true).await), Some(ErrorCode::RunRefused));
    let edited = ProfileDraft { id: Some(desk.profile.clone()), read_only: true, ..draft_of(&desk) };
    assert_eq!(code(desk.app.save_profile(edited).await), Some(ErrorCode::RunRefused));
    let ended = desk.rest(&run).await;
    assert_eq!(rows_in(&ended, RowState::Confirmed), 3, "the run was not disturbed: {ended:?}");
    assert!(locked(&desk).await.read_only, "at rest it can be");
}

fn draft_of(desk: &Desk) -> ProfileDraft {
    draft(&desk.sandbox)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_another_window_locked_is_locked_here() {
    let desk = Desk::quick().await;
    let draft = desk.people(&PEOPLE).await;
    desk.check(&draft).await;
    let other = open(desk.folder.path()).await;
    other.set_read_only(desk.profile.clone(), true).await.expect("locked there");
    assert_eq!(code(desk.app.start_run(draft.id, SendMode::All).await), Some(ErrorCode::ReadOnly));
    assert_eq!(desk.invited().len(), 0);
}
