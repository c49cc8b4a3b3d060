//! A draft is put right on the spot, undone, left, and taken up again.
#![allow(missing_docs)]

mod common;

use common::*;
use rollcall_app::contract::*;

async fn change(desk: &Desk, draft: &str, change: DraftChange) -> DraftView {
    desk.app.change_draft(draft.to_owned(), change).await.expect("changed")
}

async fn check(desk: &Desk, draft: &str) -> CheckView {
    desk.app.check_draft(draft.to_owned()).await.expect("checked")
}

async fn row(desk: &Desk, draft: &str, number: u32) -> DraftRow {
    let rows = desk.app.draft_rows(draft.to_owned(), vec![], 0, 500).await.expect("rows").rows;
    rows.into_iter().find(|row| row.row == number).expect("the row")
}

fn text(row: &DraftRow, field: Field) -> &str {
    row.values.iter().find(|value| value.field == field).map_or("", |value| &value.text)
}

fn cell(row: u32, field: Field, text: &str) -> DraftChange {
    DraftChange::SetCells { cells: vec![CellEdit { row, field, text: text.into() }] }
}

fn group(check: &CheckView, code: &str) -> GroupKey {
    let group = check.groups.iter().find(|group| group.code == code).expect("the group");
    GroupKey { code: group.code.clone(), field: group.field, found: group.found.clone() }
}

fn repair(group: GroupKey, with: &str) -> DraftChange {
    DraftChange::Repair { group, with: with.into(), remember: false }
}

async fn csv(desk: &Desk, text: &str) -> DraftView {
    desk.app
        .open_bytes(desk.profile.clone(), "people.csv".into(), text.as_bytes().to_vec())
        .await
        .expect("read")
}

/// Closes Rollcall and opens it again on the same folder, connected to the same platform.
async fn reopened(desk: Desk) -> Desk {
    let Desk { folder, app, sandbox, profile } = desk;
    drop(app);
    let app = open(folder.path()).await;
    // Its credentials lasted as long as the process: they are entered again.
    let entered = ProfileDraft { id: Some(profile.clone()), ..draft(&sandbox) };
    app.save_profile(entered).await.expect("the same connection");
    Desk { folder, app, sandbox, profile }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_with_every_kind_of_mistake_is_put_right_on_the_spot() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("02-title-block.xlsx").await.id;
    let before = check(&desk, &draft).await;
    assert_eq!((before.invites, rows_of(&before, RowClass::Problem)), (1, 3));
    let unknown = group(&before, "unknown-role");
    assert_eq!(unknown.found, "Custmer");
    change(&desk, &draft, repair(unknown, "Customer")).await;
    assert_eq!(check(&desk, &draft).await.invites, 2, "one click repairs the group");
    change(&desk, &draft, cell(8, Field::Email, "no.body@fabrikam.example")).await;
    let edited = row(&desk, &draft, 8).await;
    assert_eq!((edited.class, text(&edited, Field::Email)), (RowClass::Ready, "no.body@fabrikam.example"));
    assert!(edited.values.iter().any(|value| value.field == Field::Email && value.edited));
    let view = desk.app.undo_draft(draft.clone()).await.expect("undone");
    assert_eq!(view.redo.as_deref(), Some("the e-mail in row 8"));
    assert_eq!(row(&desk, &draft, 8).await.class, RowClass::Problem);
    let view = desk.app.redo_draft(draft.clone()).await.expect("redone");
    assert_eq!((view.redo, row(&desk, &draft, 8).await.class), (None, RowClass::Ready));
    change(&desk, &draft, DraftChange::SkipRows { rows: vec![9], skip: true }).await;
    let after = check(&desk, &draft).await;
    assert_eq!((after.invites, rows_of(&after, RowClass::Skipped), after.groups.len()), (3, 1, 0));
    let run = desk.send(&draft, SendMode::All).await;
    assert_eq!((run.state, rows_in(&run, RowState::Confirmed)), (RunState::Finished, 3));
    assert!(desk.invited().contains(&"no.body@fabrikam.example".to_owned()), "what was put right is sent");
    assert_eq!(run.counts.iter().map(|count| count.rows).sum::<u32>(), 4, "every row has its outcome");
}

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
async fn what_rows_lack_is_chosen_once_for_all_and_undone_at_once() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("12-only-addresses.csv").await.id;
    let before = check(&desk, &draft).await;
    assert_eq!(before.invites, 0);
    change(&desk, &draft, repair(group(&before, "missing-role"), "Customer")).await;
    let organization = group(&check(&desk, &draft).await, "missing-organization");
    let view = change(&desk, &draft, repair(organization, "Alpine Ski House")).await;
    assert!(view.defaults.role_id.is_some() && view.defaults.organization_ids.len() == 1);
    assert_eq!(check(&desk, &draft).await.invites, 5);
    desk.app.undo_draft(draft.clone()).await.expect("undone");
    assert_eq!(check(&desk, &draft).await.invites, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_value_is_mapped_once_for_all_rows_and_remembered_for_later_files() {
    let desk = Desk::new().await;
    let file = |who: &str| {
        let rows = (0..5).map(|n| format!("{who}{n}@proseware.example,Grand Vizier,Proseware\n"));
        format!("Email,Role,Org\n{}", rows.collect::<String>())
    };
    let draft = csv(&desk, &file("a")).await.id;
    let vizier = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: vizier, with: "Support Agent".into(), remember: true };
    change(&desk, &draft, with).await;
    assert_eq!(check(&desk, &draft).await.invites, 5);
    let later = csv(&desk, &file("b")).await.id;
    let view = check(&desk, &later).await;
    assert_eq!(view.invites, 5);
    let said = view.groups.iter().find(|group| group.code == "remembered-answer").expect("it is said aloud");
    assert_eq!((said.severity, said.rows, said.found.as_str()), (Severity::Warning, 5, "Grand Vizier"));
    let remembered = desk.app.remembered(desk.profile.clone()).await.expect("remembered");
    assert_eq!(
        (remembered.answers[0].found.as_str(), remembered.answers[0].means.as_str()),
        ("Grand Vizier", "Support Agent")
    );
    let left =
        desk.app.forget(desk.profile.clone(), remembered.answers[0].id.clone()).await.expect("forgotten");
    assert!(left.answers.is_empty());
    let third = csv(&desk, &file("c")).await.id;
    assert_eq!(check(&desk, &third).await.invites, 0, "what was forgotten is asked anew");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_said_for_later_files_goes_with_the_step_that_said_it() {
    let desk = Desk::new().await;
    let draft = csv(&desk, "Email,Role,Org\na@proseware.example,Vizier,Proseware\n").await.id;
    let vizier = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: vizier, with: "Support Agent".into(), remember: true };
    change(&desk, &draft, with).await;
    let known = async || desk.app.remembered(desk.profile.clone()).await.expect("remembered").answers.len();
    assert_eq!(known().await, 1);
    desk.app.undo_draft(draft.clone()).await.expect("undone");
    assert_eq!(known().await, 0, "a wrong pick is not remembered");
    desk.app.redo_draft(draft).await.expect("redone");
    assert_eq!(known().await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_remembered_answer_that_has_power_by_now_is_asked_anew() {
    let desk = Desk::new().await;
    let file = |who: &str| format!("Email,Role,Org\n{who}@proseware.example,Vizier,Proseware\n");
    let draft = csv(&desk, &file("a")).await.id;
    let vizier = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: vizier, with: "Support Agent".into(), remember: true };
    change(&desk, &draft, with).await;
    let agent = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let agent = agent.into_iter().find(|role| role.role.name == "Support Agent").expect("the role");
    desk.app.set_privileged(desk.profile.clone(), vec![agent.role.id]).await.expect("said");
    let later = csv(&desk, &file("b")).await.id;
    assert_eq!(check(&desk, &later).await.invites, 0);
    assert_eq!(check(&desk, &draft).await.invites, 1, "what was said for this very file stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn no_click_ends_in_power_however_the_cell_is_broken() {
    let desk = Desk::new().await;
    for cell in ["Customer\u{a0}Admin", "Customer / Distributor Admin", "Distributor Admn"] {
        let draft = csv(&desk, &format!("Email,Role,Org\na@proseware.example,{cell},Proseware\n")).await.id;
        let view = check(&desk, &draft).await;
        let offered = view.groups.iter().flat_map(|group| group.suggestion.iter().chain(&group.choices));
        let offered: Vec<&String> = offered.collect();
        assert!(offered.iter().all(|name| !name.contains("Admin")), "{cell}: {offered:?}");
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
async fn a_role_with_power_is_never_remembered_and_is_counted_before_sending() {
    let desk = Desk::new().await;
    let text = "Email,Role,Org\na@proseware.example,Boss,Proseware\nb@proseware.example,Boss,Proseware\n";
    let draft = csv(&desk, text).await.id;
    let boss = group(&check(&desk, &draft).await, "unknown-role");
    let with = DraftChange::Repair { group: boss, with: "Distributor Admin".into(), remember: true };
    change(&desk, &draft, with).await;
    let view = check(&desk, &draft).await;
    assert_eq!(
        view.privileged.iter().map(|one| (one.role.as_str(), one.people)).collect::<Vec<_>>(),
        [("Distributor Admin", 2)]
    );
    assert!(desk.app.remembered(desk.profile.clone()).await.expect("remembered").answers.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn no_suggestion_ends_in_a_role_that_a_person_called_powerful() {
    let desk = Desk::new().await;
    let draft = csv(&desk, "Email,Role,Org\na@proseware.example,Suport Agent,Proseware\n").await.id;
    let suggestion = |view: &CheckView| view.groups[0].suggestion.clone();
    assert_eq!(suggestion(&check(&desk, &draft).await).as_deref(), Some("Support Agent"));
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let proposed: Vec<&str> =
        roles.iter().filter(|role| role.privileged).map(|role| role.role.name.as_str()).collect();
    assert!(proposed.contains(&"Distributor Admin") && !proposed.contains(&"Support Agent"), "{proposed:?}");
    assert!(
        roles.iter().all(|role| role.privileged == role.why_privileged.is_some()),
        "each with its reason"
    );
    let ids = roles.iter().filter(|role| role.privileged || role.role.name == "Support Agent");
    let ids = ids.map(|role| role.role.id.clone()).collect();
    desk.app.set_privileged(desk.profile.clone(), ids).await.expect("said");
    assert_eq!(suggestion(&check(&desk, &draft).await), None);
    let desk = reopened(desk).await;
    let roles = desk.app.list_roles(desk.profile.clone()).await.expect("roles");
    let agent = roles.iter().find(|role| role.role.name == "Support Agent").expect("the role");
    assert_eq!((agent.privileged, agent.why_privileged.clone()), (true, None), "a person's word is kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_confirmed_mapping_is_remembered_for_files_of_the_same_shape() {
    let desk = Desk::new().await;
    let file = |who: &str| format!("A1,A2,A3\n{who}@trey.example,Customer,Trey Research\n");
    let first = csv(&desk, &file("ann")).await;
    let choice = |field, column| FieldChoice { field, column };
    let chosen = vec![
        choice(Field::Email, Some(0)),
        choice(Field::Role, Some(1)),
        choice(Field::Organizations, Some(2)),
    ];
    desk.app.choose_columns(first.id, chosen).await.expect("chosen");
    let desk = reopened(desk).await;
    let second = csv(&desk, &file("bob")).await;
    assert!(second.remembered_at.is_some(), "{second:?}");
    assert!(second.mapping.iter().all(|guess| guess.column.is_none() || guess.sure));
    assert_eq!(
        second.mapping.iter().find(|guess| guess.field == Field::Role).and_then(|guess| guess.column),
        Some(1)
    );
    let other = csv(&desk, "B1,A2,A3\nx@trey.example,Customer,Trey Research\n").await;
    assert_eq!(other.remembered_at, None, "another header is another shape");
    let remembered = desk.app.remembered(desk.profile.clone()).await.expect("remembered");
    assert_eq!((remembered.mappings.len(), remembered.mappings[0].file.as_str()), (1, "people.csv"));
    desk.app.forget(desk.profile.clone(), remembered.mappings[0].id.clone()).await.expect("forgotten");
    assert_eq!(csv(&desk, &file("cid")).await.remembered_at, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_block_from_excel_lands_in_the_rows_that_are_shown() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("02-title-block.xlsx").await.id;
    check(&desk, &draft).await;
    let paste = |row, text: &str| DraftChange::Paste {
        classes: vec![RowClass::Problem],
        row,
        fields: vec![Field::Email, Field::Role],
        text: text.into(),
    };
    change(&desk, &draft, paste(6, "x1@fabrikam.example\tCustomer\r\nx2@fabrikam.example\tCustomer\r\n"))
        .await;
    let changed = [row(&desk, &draft, 6).await, row(&desk, &draft, 8).await];
    assert_eq!(
        changed.each_ref().map(|row| text(row, Field::Email)),
        ["x1@fabrikam.example", "x2@fabrikam.example"]
    );
    for (row, block, word) in
        [(9, "a\nb\nc\n", "3 lines"), (9, "a\tb\tc\n", "3 columns"), (9, "", "nothing"), (6, "a", "Row 6")]
    {
        let refused = desk.app.change_draft(draft.clone(), paste(row, block)).await.expect_err("refused");
        assert!(refused.message.contains(word) && refused.message.contains("othing"), "{}", refused.message);
    }
    assert_eq!(
        desk.app.undo_draft(draft.clone()).await.expect("undone").redo.as_deref(),
        Some("pasting 4 cells")
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_is_found_and_replaced_within_the_filter() {
    let desk = Desk::new().await;
    let text =
        "Email,Role,Org\na@x.test,Customer,Fabrikam\nb@x.test,Custmer,Fabrikam\nc@x.test,Custmer,Proseware\n";
    let draft = csv(&desk, text).await.id;
    check(&desk, &draft).await;
    let search = |classes: Vec<RowClass>| Search {
        find: "X.TEST".into(),
        field: Some(Field::Email),
        match_case: false,
        whole_cell: false,
        classes,
    };
    let found = desk.app.find_in_draft(draft.clone(), search(vec![])).await.expect("found");
    assert_eq!((found.cells, found.rows), (3, 3));
    let replace =
        DraftChange::Replace { search: search(vec![RowClass::Problem]), with: "contoso.example".into() };
    change(&desk, &draft, replace).await;
    assert_eq!(text_of(&desk, &draft, 2).await, "a@x.test", "outside of the filter nothing changes");
    assert_eq!(text_of(&desk, &draft, 3).await, "b@contoso.example");
    let nothing = DraftChange::Replace {
        search: Search { find: "nowhere".into(), ..search(vec![]) },
        with: String::new(),
    };
    assert_eq!(desk.app.change_draft(draft, nothing).await.expect_err("nothing").code, ErrorCode::BadRequest);
}

async fn text_of(desk: &Desk, draft: &str, number: u32) -> String {
    text(&row(desk, draft, number).await, Field::Email).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn contradicting_rows_are_decided_for_one_of_them() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("05-fold-and-conflict.xlsx").await.id;
    let before = check(&desk, &draft).await;
    assert_eq!(before.conflicts.len(), 1);
    let asks: Vec<u32> = before.conflicts[0].asks.iter().map(|ask| ask.row).collect();
    assert_eq!(asks, [5, 6]);
    change(&desk, &draft, DraftChange::KeepRow { row: 6 }).await;
    let after = check(&desk, &draft).await;
    assert_eq!((after.conflicts.len(), rows_of(&after, RowClass::Conflict)), (0, 0));
    let (five, six) = (row(&desk, &draft, 5).await, row(&desk, &draft, 6).await);
    assert_eq!(text(&five, Field::Role), text(&six, Field::Role));
    assert_eq!(after.invites, before.invites + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_that_need_attention_go_to_excel_and_come_back_into_the_same_draft() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("02-title-block.xlsx").await.id;
    check(&desk, &draft).await;
    let path = desk.folder.path().join("attention.xlsx");
    let file = desk.app.attention(draft.clone()).await.expect("made");
    assert_eq!(file.name, "02-title-block - needs attention.xlsx");
    desk.app.write_report(&path, file).await.expect("written");
    // As it was: nothing changes.
    let offer = desk.app.offer_file(&path);
    let view = desk.app.open_file(desk.profile.clone(), offer.token).await.expect("taken in");
    assert_eq!((view.id.as_str(), view.undo), (draft.as_str(), None));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_has_the_platforms_own_names_and_is_known_when_it_comes_back() {
    let desk = Desk::new().await;
    let early = desk.app.template(desk.profile.clone()).await.err().expect("no list yet");
    assert_eq!(early.code, ErrorCode::ListNotFresh);
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let path = desk.folder.path().join("template.xlsx");
    let file = desk.app.template(desk.profile.clone()).await.expect("made");
    desk.app.write_report(&path, file).await.expect("written");
    let offer = desk.app.offer_file(&path);
    let empty = desk.app.open_file(desk.profile.clone(), offer.token).await;
    assert!(empty.is_ok_and(|view| view.file.rows_read == 0), "an empty template has no people");
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
async fn who_is_there_already_and_differs_is_written_down_for_the_portal() {
    let desk = Desk::new().await;
    let text = "Email,Role,Org\nravi.menon@contoso.example,Customer,Fabrikam\nnew@contoso.example,Customer,Fabrikam\n";
    let draft = csv(&desk, text).await.id;
    assert_eq!(check(&desk, &draft).await.differing, 1);
    let file = desk.app.differing(draft).await.expect("made");
    assert_eq!(file.name, "people - to change in the portal.xlsx");
    let same = csv(&desk, "Email,Role,Org\nnew@contoso.example,Customer,Fabrikam\n").await.id;
    assert_eq!(desk.app.differing(same).await.err().map(|problem| problem.code), Some(ErrorCode::BadRequest));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_work_account_for_private_mail_is_warned_of_and_put_right_by_one_click() {
    let desk = Desk::new().await;
    let text = "Email,Role,IdP,Org\nann@gmail.com,Customer,Work email (AAD),Fabrikam\n";
    let draft = csv(&desk, text).await.id;
    let view = check(&desk, &draft).await;
    assert_eq!(view.invites, 1, "a warning stops nothing");
    let key = group(&view, "work-account-for-private-mail");
    let suggestion = view.groups[0].suggestion.clone().expect("a way that works");
    assert_eq!((view.groups[0].severity, suggestion.as_str()), (Severity::Warning, "Google"));
    assert!(!row(&desk, &draft, 2).await.warnings.is_empty());
    change(&desk, &draft, repair(key, &suggestion)).await;
    assert!(check(&desk, &draft).await.groups.is_empty());
    assert_eq!(text_in(&desk, &draft, Field::IdentityProvider).await, "Google");
}

async fn text_in(desk: &Desk, draft: &str, field: Field) -> String {
    text(&row(desk, draft, 2).await, field).to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_cell_can_be_written_into_where_the_file_has_no_column() {
    let desk = Desk::new().await;
    let draft = csv(&desk, "Email\nann@trey.example\n").await.id;
    check(&desk, &draft).await;
    let cells =
        [(Field::Role, "Customer"), (Field::Organizations, "Trey Research"), (Field::FirstName, "Ann")];
    let cells = cells.map(|(field, text)| CellEdit { row: 2, field, text: text.into() });
    change(&desk, &draft, DraftChange::SetCells { cells: cells.to_vec() }).await;
    assert_eq!(check(&desk, &draft).await.invites, 1);
    let call = desk.app.draft_call(draft.clone(), 0).await.expect("a call");
    assert!(call.json.contains("\"Ann\""), "{}", call.json);
    let run = desk.send(&draft, SendMode::All).await;
    assert_eq!(run.state, RunState::Finished);
    let nowhere = desk
        .app
        .change_draft(csv(&desk, "Email\nb@trey.example\n").await.id, cell(99, Field::Role, "x"))
        .await;
    assert_eq!(nowhere.expect_err("no such row").code, ErrorCode::BadRequest);
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
