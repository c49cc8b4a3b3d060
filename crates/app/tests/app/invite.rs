//! From a dropped file to effects on the platform, through the use cases that the window calls.

use crate::common::*;
use rollcall_app::contract::*;
use std::collections::BTreeSet;

#[tokio::test(flavor = "multi_thread")]
async fn three_rows_of_a_plain_file_become_exactly_three_invitations() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await;
    let check = desk.app.check_draft(draft.id.clone()).await.expect("checked");
    assert_eq!((check.invites, rows_of(&check, RowClass::Ready), check.checked_against), (3, 3, 33));
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!((run.state, rows_in(&run, RowState::Confirmed)), (RunState::Finished, 3), "{run:?}");
    assert_eq!(desk.invited().len(), 3);
    let rows = desk.app.run_rows(desk.profile.clone(), run.id, vec![], 0, 100).await.expect("rows").rows;
    assert!(rows.iter().all(|row| row.user_id.is_some()), "each row has the account it made: {rows:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calls_shown_before_are_the_calls_that_are_sent() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await;
    let check = desk.app.check_draft(draft.id.clone()).await.expect("checked");
    let mut shown = Vec::new();
    for index in 0..check.calls {
        let call = desk.app.draft_call(draft.id.clone(), index).await.expect("a call");
        assert_eq!(call.request, "POST /api/v2/users/invite");
        shown.push(sha256(&compact(&call.json)));
    }
    assert_eq!(check.calls, 2, "the first call of a platform carries one person");
    desk.send(&draft.id, SendMode::All).await;
    let truth = desk.sandbox.ground_truth();
    let sent: Vec<String> = truth
        .requests
        .into_iter()
        .filter(|request| request.path.ends_with("/invite"))
        .map(|request| request.body_sha256)
        .collect();
    assert_eq!(sent, shown);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_person_is_sent_first_and_the_rest_when_asked() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await;
    let run = desk.send(&draft.id, SendMode::OneThenPause).await;
    assert_eq!((run.state, desk.invited().len()), (RunState::Paused, 1), "{run:?}");
    desk.app.go_on(desk.profile.clone(), run.id.clone(), SendMode::All).await.expect("goes on");
    desk.app.run_ended(&desk.profile, &run.id).await.expect("comes to rest");
    let run = desk.app.run_view(desk.profile.clone(), run.id).await.expect("kept");
    assert_eq!((run.state, desk.invited().len()), (RunState::Finished, 3), "{run:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_file_again_invites_nobody_twice() {
    let desk = Desk::new().await;
    let first = desk.open_sample_file("01-plain.xlsx").await;
    let run = desk.send(&first.id, SendMode::All).await;
    let again = desk.open_sample_file("01-plain.xlsx").await;
    let check = desk.app.check_draft(again.id.clone()).await.expect("checked");
    assert_eq!((check.invites, rows_of(&check, RowClass::AlreadyInvited)), (0, 3));
    assert_eq!(check.same_runs, vec![run.id]);
    let refused = desk.app.start_run(again.id, SendMode::All).await.expect_err("nobody is left to invite");
    assert_eq!((refused.code, desk.invited().len()), (ErrorCode::NothingToSend, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_is_sent_once() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await;
    desk.send(&draft.id, SendMode::All).await;
    let refused = desk.app.start_run(draft.id, SendMode::All).await.expect_err("sent before");
    assert_eq!((refused.code, desk.invited().len()), (ErrorCode::RunRefused, 3));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_row_of_a_mixed_file_has_an_outcome() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("05-fold-and-conflict.xlsx").await;
    let check = desk.app.check_draft(draft.id.clone()).await.expect("checked");
    let classes =
        [RowClass::Problem, RowClass::BlockedUser, RowClass::AlreadyActive, RowClass::AlreadyInvited];
    assert_eq!(classes.map(|class| rows_of(&check, class)), [2, 1, 1, 1]);
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(run.counts.iter().map(|count| count.rows).sum::<u32>(), 10, "no row is lost: {run:?}");
    assert_eq!(desk.invited(), vec!["mia.holm@adventure.example"], "two rows of one person are one mail");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pending_person_is_mailed_again_only_when_asked() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("05-fold-and-conflict.xlsx").await;
    let decided = Decisions { reinvite: true, include_hidden: false };
    desk.app.choose_values(draft.id.clone(), Defaults::default(), decided).await.expect("decided");
    let check = desk.app.check_draft(draft.id.clone()).await.expect("checked");
    assert_eq!((check.invites, rows_of(&check, RowClass::AlreadyInvited)), (2, 0));
    let run = desk.send(&draft.id, SendMode::All).await;
    assert_eq!(run.state, RunState::Finished, "{run:?}");
    let mailed: BTreeSet<String> = desk.invited().into_iter().collect();
    assert_eq!(
        mailed,
        BTreeSet::from(["mia.holm@adventure.example".into(), "peter.novak@fabrikam.example".into()])
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_rows_lack_comes_from_what_the_person_chose() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let role = desk
        .app
        .list_roles(desk.profile.clone())
        .await
        .expect("roles")
        .into_iter()
        .find(|role| role.role.name == "Customer");
    let organization = desk
        .app
        .list_organizations(desk.profile.clone())
        .await
        .expect("organizations")
        .into_iter()
        .find(|known| known.organization.name == "Alpine Ski House");
    let draft = desk
        .app
        .open_bytes(
            desk.profile.clone(),
            "people.csv".into(),
            b"Email\np1@alpine.example\np2@alpine.example\n".to_vec(),
        )
        .await
        .expect("read");
    let before = desk.app.check_draft(draft.id.clone()).await.expect("checked");
    assert_eq!((before.invites, rows_of(&before, RowClass::Problem)), (0, 2));
    let defaults = Defaults {
        role_id: role.map(|role| role.role.id),
        identity_provider_id: None,
        organization_ids: organization.into_iter().map(|known| known.organization.id).collect(),
    };
    desk.app.choose_values(draft.id.clone(), defaults, Decisions::default()).await.expect("chosen");
    let after = desk.app.check_draft(draft.id).await.expect("checked");
    assert_eq!((after.invites, rows_of(&after, RowClass::Problem)), (2, 0));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_means_what_the_person_says() {
    let desk = Desk::new().await;
    let text = b"A;B;C;D\nann@trey.example;x;Customer;Trey Research\n";
    let draft =
        desk.app.open_bytes(desk.profile.clone(), "people.csv".into(), text.to_vec()).await.expect("read");
    let choice = |field, column| FieldChoice { field, column: Some(column) };
    let chosen = vec![choice(Field::Email, 0), choice(Field::Role, 2), choice(Field::Organizations, 3)];
    let view = desk.app.choose_columns(draft.id.clone(), chosen).await.expect("chosen");
    let role = view.mapping.iter().find(|guess| guess.field == Field::Role).expect("a role");
    assert_eq!((role.column, role.sure, role.why.clone()), (Some(2), true, Vec::new()));
    let check = desk.app.check_draft(draft.id.clone()).await.expect("checked");
    assert_eq!(check.invites, 1, "{check:?}");
    let beyond =
        desk.app.choose_columns(draft.id, vec![choice(Field::Email, 9)]).await.expect_err("no such column");
    assert_eq!(beyond.code, ErrorCode::BadRequest);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_typed_by_hand_goes_the_same_way() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let role = desk.app.list_roles(desk.profile.clone()).await.expect("roles").remove(0).role;
    let organization = desk
        .app
        .list_organizations(desk.profile.clone())
        .await
        .expect("organizations")
        .remove(0)
        .organization;
    let person = TypedPerson {
        email: " New.Person@fabrikam.example ".into(),
        first_name: "New".into(),
        last_name: "Person".into(),
        role_id: Some(role.id),
        identity_provider_id: None,
        organization_ids: vec![organization.id],
    };
    let draft = desk.app.type_person(desk.profile.clone(), person).await.expect("a draft");
    let rows = desk.app.draft_rows(draft.id.clone(), vec![], 0, 10).await.expect("rows");
    assert_eq!((rows.total, rows.rows[0].outcome.text.as_str()), (1, "Will be invited"));
    desk.send(&draft.id, SendMode::All).await;
    assert_eq!(desk.invited(), vec!["New.Person@fabrikam.example"], "the case typed is what is sent");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_spreadsheet_is_refused_in_words() {
    let desk = Desk::new().await;
    for (name, code) in [("14-not-a-sheet.xlsx", "not-a-spreadsheet"), ("15-empty.csv", "empty-file")] {
        let offer = desk.app.offer_file(&sample(name));
        let refused = desk.app.open_file(desk.profile.clone(), offer.token).await.expect_err("refused");
        assert_eq!((refused.code, refused.detail.as_deref()), (ErrorCode::FileRefused, Some(code)));
    }
    let gone = desk.app.open_file(desk.profile.clone(), "no-such-token".into()).await.expect_err("unknown");
    assert_eq!(gone.code, ErrorCode::FileGone);
}

fn compact(json: &str) -> Vec<u8> {
    serde_json::to_vec(&serde_json::from_str::<serde_json::Value>(json).expect("JSON")).expect("JSON")
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}
