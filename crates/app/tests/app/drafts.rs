//! A draft is left and taken up again as it was.

use crate::common::drafting::*;
use crate::common::*;
use rollcall_app::contract::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_survives_closing_with_every_step_back() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("02-title-block.xlsx").await.id;
    let before = check(&desk, &draft).await;
    change(&desk, &draft, repair(group(&before, "unknown-role"), "Customer")).await;
    change(&desk, &draft, cell(8, Field::Email, "no.body@fabrikam.example")).await;
    desk.app.undo_draft(draft.clone()).await.expect("undone");
    let desk = reopened(desk).await;
    let listed = desk.app.list_drafts(desk.profile.clone()).await.expect("drafts");
    assert_eq!(listed.len(), 1);
    assert_eq!(
        (listed[0].name.as_deref(), listed[0].rows, listed[0].changes),
        (Some("02-title-block.xlsx"), 4, 1)
    );
    assert_eq!(listed[0].id, draft);
    let view = desk.app.draft_view(draft.clone()).await.expect("taken up");
    assert_eq!(view.undo.as_deref(), Some("“Custmer” means Customer"));
    assert_eq!(view.redo.as_deref(), Some("the e-mail in row 8"));
    desk.app.redo_draft(draft.clone()).await.expect("what was taken back comes back after a restart");
    assert_eq!(check(&desk, &draft).await.invites, 3);
    let again = desk.open_sample_file("02-title-block.xlsx").await;
    assert_eq!(again.id, draft, "the same bytes dropped again are the same draft");
    desk.app.discard_draft(draft.clone()).await.expect("discarded");
    assert!(desk.app.list_drafts(desk.profile.clone()).await.expect("drafts").is_empty());
    let gone = desk.app.draft_view(draft).await.expect_err("gone");
    assert_eq!(gone.code, ErrorCode::FileGone);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_sent_is_no_draft_any_more() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await.id;
    desk.send(&draft, SendMode::All).await;
    assert!(desk.app.list_drafts(desk.profile.clone()).await.expect("drafts").is_empty());
    let refused = desk.app.change_draft(draft, cell(2, Field::Role, "Customer")).await.expect_err("sent");
    assert_eq!(refused.code, ErrorCode::RunRefused);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_sent_stays_for_a_look_until_the_next_file_and_is_not_said_to_be_unsent_then() {
    let desk = Desk::new().await;
    let sent = desk.open_sample_file("01-plain.xlsx").await.id;
    desk.send(&sent, SendMode::All).await;
    assert!(desk.app.draft_view(sent.clone()).await.expect("it is still there").run.is_some());
    csv(&desk, "Email\nsomebody@fabrikam.example\n").await;
    let gone = desk.app.draft_view(sent).await.expect_err("its file lies in memory no longer");
    assert_eq!(gone.code, ErrorCode::FileGone);
    assert!(gone.message.contains("it was sent"), "{}", gone.message);
}

#[tokio::test(flavor = "multi_thread")]
async fn more_drafts_than_lie_open_are_still_there() {
    let desk = Desk::new().await;
    let mut drafts = Vec::new();
    for number in 0..34 {
        drafts.push(csv(&desk, &format!("Email\nperson{number}@fabrikam.example\n")).await.id);
    }
    for draft in drafts {
        desk.app.draft_view(draft).await.expect("it is taken up again");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_was_taken_up_is_looked_at_before_it_is_sent() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await.id;
    check(&desk, &draft).await;
    let desk = reopened(desk).await;
    let refused = desk.app.start_run(draft.clone(), SendMode::All).await.expect_err("nobody looked");
    assert_eq!((refused.code, desk.invited().len()), (ErrorCode::ListNotFresh, 0));
    check(&desk, &draft).await;
    desk.send(&draft, SendMode::All).await;
    assert_eq!(desk.invited().len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn reading_the_same_rows_in_another_encoding_keeps_what_was_put_right() {
    let desk = Desk::new().await;
    let text = "Email,Role,Org\nann@trey.example,Custmer,Trey Research\nbob@trey.example,x,y\n";
    let draft = csv(&desk, text).await.id;
    change(&desk, &draft, cell(2, Field::Role, "Customer")).await;
    change(&desk, &draft, DraftChange::SkipRows { rows: vec![3], skip: true }).await;
    let choice = ReadChoice { encoding: Some("windows-1252".into()), ..ReadChoice::default() };
    desk.app.reread_draft(draft.clone(), choice).await.expect("read again");
    let after = check(&desk, &draft).await;
    assert_eq!((after.invites, rows_of(&after, RowClass::Skipped)), (1, 1));
    let choice = ReadChoice { header_row: Some(0), ..ReadChoice::default() };
    desk.app.reread_draft(draft.clone(), choice).await.expect("read again");
    assert_eq!(rows_of(&check(&desk, &draft).await, RowClass::Skipped), 0, "other rows");
    desk.app.undo_draft(draft.clone()).await.expect("undone");
    assert_eq!(rows_of(&check(&desk, &draft).await, RowClass::Skipped), 1, "and all of it comes back");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_table_copied_elsewhere_is_pasted_instead_of_dropped() {
    let desk = Desk::new().await;
    let text = "Email\tRole\tOrganization\nann@trey.example\tCustomer\tTrey Research\n";
    let view = desk.app.paste_table(desk.profile.clone(), text.into()).await.expect("pasted");
    assert_eq!(
        (view.file.name.as_deref(), view.file.delimiter.as_deref()),
        (Some("Pasted table"), Some("\t"))
    );
    assert_eq!(check(&desk, &view.id).await.invites, 1);
    let nothing = desk.app.paste_table(desk.profile.clone(), "  ".into()).await.expect_err("nothing");
    assert_eq!((nothing.code, nothing.detail.as_deref()), (ErrorCode::FileRefused, Some("empty-file")));
}

#[tokio::test(flavor = "multi_thread")]
async fn every_sample_comes_out_in_the_window_as_expected() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let expected: serde_json::Value =
        serde_json::from_slice(&std::fs::read(sample("expected.json")).expect("read")).expect("JSON");
    for (name, expected) in expected.as_object().expect("an object") {
        let offer = desk.app.offer_file(&sample(name));
        let opened = desk.app.open_file(desk.profile.clone(), offer.token).await;
        if let Some(error) = expected.get("error") {
            let refused = opened.expect_err("refused");
            assert_eq!(refused.detail.as_deref(), error.as_str(), "{name}");
            continue;
        }
        let view = opened.expect("read");
        // The window shows hidden rows as what they would be once a person includes them.
        let all = Decisions { include_hidden: true, ..Decisions::default() };
        desk.app.choose_values(view.id.clone(), Defaults::default(), all).await.expect("decided");
        assert_eq!(u64::from(view.file.header_row), expected["headerRow"], "{name}");
        let mapping = expected["mapping"].as_object().expect("an object");
        for guess in view.mapping.iter().filter(|guess| guess.column.is_some()) {
            let column = &view.columns[guess.column.unwrap_or_default() as usize];
            assert_eq!(mapping[guess.field.as_str()], *column.header, "{name}, {}", guess.field.as_str());
        }
        assert_eq!(
            check(&desk, &view.id).await.invites,
            expected["invites"].as_u64().map_or(0, |n| n as u32),
            "{name}"
        );
        let rows = desk.app.draft_rows(view.id, vec![], 0, 500).await.expect("rows").rows;
        let classes: serde_json::Value =
            rows.iter().map(|row| (row.row.to_string(), serde_json::json!(row.class))).collect();
        assert_eq!(classes, expected["rows"], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_that_a_crash_left_behind_after_it_was_sent_is_known_as_sent() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("01-plain.xlsx").await.id;
    let path = desk.folder.path().join("profiles").join(&desk.profile).join("drafts.db");
    let key = rollcall_store::DataKey::from_hex(&rollcall_app::Secret::new(KEY)).expect("a key");
    let drafts = || rollcall_drafts::Drafts::open(&path, Some(&key)).expect("opens");
    let kept = drafts().draft(&draft).expect("it is kept");
    let run = desk.send(&draft, SendMode::All).await;
    // As if Rollcall had ended before it could tidy up.
    let again = rollcall_drafts::NewDraft {
        id: &draft,
        name: kept.name.as_deref(),
        origin: &kept.origin,
        sha256: "x",
        bytes: &kept.bytes,
        rows: 3,
        steps: &kept.steps,
        at: &kept.changed_at,
    };
    drafts().keep(&again).expect("it is there again");
    let desk = reopened(desk).await;
    let view = desk.app.draft_view(draft.clone()).await.expect("taken up");
    assert_eq!(view.run, Some(run.id));
    let refused = desk.app.start_run(draft, SendMode::All).await.expect_err("sent before");
    assert_eq!((refused.code, desk.invited().len()), (ErrorCode::RunRefused, 3));
}
