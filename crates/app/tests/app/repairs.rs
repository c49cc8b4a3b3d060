//! Mistakes are put right on the spot, undone and done again.

use crate::common::drafting::*;
use crate::common::*;
use rollcall_app::contract::*;
use rollcall_workbook::{ListWorkbook, Value};

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
async fn a_number_is_put_right_in_the_rows_that_hold_it_and_not_in_those_that_show_the_same() {
    let desk = Desk::new().await;
    let headers = ["Email", "Role", "Organization"].map(str::to_owned);
    let mut workbook = ListWorkbook::new(&headers, desk.folder.path()).expect("a workbook");
    // In its general format each of them is shown as 1.23457E+11.
    for (email, value) in [("ann", 123_456_789_012.0), ("ben", 123_456_789_345.0), ("cee", 123_456_789_012.0)]
    {
        let number = Value::Number { value, text: String::new() };
        workbook
            .row(&[Value::text(format!("{email}@trey.example")), Value::text("Customer"), number])
            .expect("a row");
    }
    let mut bytes = Vec::new();
    workbook.finish(&mut bytes).expect("written");
    let draft = desk.app.open_bytes(desk.profile.clone(), "ids.xlsx".into(), bytes).await.expect("read").id;
    let groups = check(&desk, &draft).await.groups;
    let repairs = |group: &ProblemGroup| (group.suggestion.clone().unwrap_or_default(), group.rows);
    assert_eq!(
        groups.iter().map(repairs).collect::<Vec<_>>(),
        [("123456789012".to_owned(), 2), ("123456789345".to_owned(), 1)]
    );
    let problem = row(&desk, &draft, 3).await.problems.remove(0);
    let key = GroupKey { code: problem.code, field: problem.field, found: problem.found };
    change(&desk, &draft, repair(key, &problem.suggestion.expect("one"))).await;
    for (number, id) in [(2, "1.23457E+11"), (3, "123456789345"), (4, "1.23457E+11")] {
        let row = row(&desk, &draft, number).await;
        assert_eq!(text(&row, Field::Organizations), id, "row {number}");
    }
}
