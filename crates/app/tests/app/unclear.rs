//! When the platform does not say what it did, nothing is sent again by itself.

use crate::common::*;
use rollcall_app::contract::*;
use rollcall_sandbox::FaultPlan;

fn plan(json: &str) -> FaultPlan {
    serde_json::from_str(json).expect("a fault plan")
}

async fn run_with(faults: &str) -> (Desk, RunView) {
    let desk = Desk::with(20, Some(plan(faults))).await;
    let draft = desk.open_sample_file("01-plain.xlsx").await;
    let run = desk.send(&draft.id, SendMode::All).await;
    (desk, run)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_whose_answer_was_lost_is_found_in_the_list() {
    let (desk, run) =
        run_with(r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":"reset_after"}]}"#).await;
    assert_eq!(run.state, RunState::Finished, "{run:?}");
    assert_eq!((rows_in(&run, RowState::Confirmed), rows_in(&run, RowState::ConfirmedByList)), (1, 2));
    let mut invited = desk.invited();
    invited.sort();
    invited.dedup();
    assert_eq!((invited.len(), desk.invited().len()), (3, 3), "one mail for each person");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_that_the_gateway_asks_for_loses_nothing() {
    let (desk, run) = run_with(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"rate_limit":{"calls":1,"per_seconds":2}}}]}"#,
    )
    .await;
    assert_eq!((run.state, rows_in(&run, RowState::Confirmed)), (RunState::Finished, 3), "{run:?}");
    assert_eq!(desk.invited().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_did_nothing_is_sent_again_only_after_the_list_proved_it() {
    let (desk, run) =
        run_with(r#"{"rules":[{"when":{"endpoint":"invite","nth":2},"fault":"reset_before"}]}"#).await;
    assert_eq!((run.state, rows_in(&run, RowState::Confirmed)), (RunState::Finished, 3), "{run:?}");
    let truth = desk.sandbox.ground_truth();
    assert_eq!(truth.effects.len(), 3, "one mail for each person");
    let second = truth
        .requests
        .iter()
        .filter(|request| request.path.ends_with("/invite"))
        .nth(2)
        .map(|request| request.at);
    let listed = truth
        .requests
        .iter()
        .filter(|request| request.path.ends_with("/users"))
        .map(|request| request.at)
        .max();
    assert!(listed < second, "the list was read before the second attempt");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_is_refused_stops_the_run_and_says_so() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await;
    desk.app.check_draft(draft.id.clone()).await.expect("checked");
    let wrong = ProfileDraft {
        id: Some(desk.profile.clone()),
        subscription_key: Some(TypedSecret(rollcall_app::Secret::new("wrong"))),
        secret: None,
        ..crate::common::draft(&desk.sandbox)
    };
    desk.app.save_profile(wrong).await.expect("kept");
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(
        (run.state, rows_in(&run, RowState::Ready), desk.invited().len()),
        (RunState::Stopped, 3, 0),
        "{run:?}"
    );
    assert!(run.stopped_because.is_some_and(|why| why.contains("key")), "it names the key");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_run_is_still_there_after_a_restart() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await;
    let run = desk.send(&draft.id, SendMode::OneThenPause).await;
    let (folder, profile) = (desk.folder, desk.profile);
    drop(desk.app);
    let app = open(folder.path()).await;
    let runs = app.list_runs(profile).await.expect("runs");
    assert_eq!(
        runs.into_iter().map(|kept| (kept.id, kept.state)).collect::<Vec<_>>(),
        vec![(run.id, RunState::Paused)]
    );
}
