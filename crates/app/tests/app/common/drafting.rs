//! What a person does to a draft, in few words.

use super::*;

pub async fn change(desk: &Desk, draft: &str, change: DraftChange) -> DraftView {
    desk.app.change_draft(draft.to_owned(), change).await.expect("changed")
}

pub async fn check(desk: &Desk, draft: &str) -> CheckView {
    desk.app.check_draft(draft.to_owned()).await.expect("checked")
}

pub async fn row(desk: &Desk, draft: &str, number: u32) -> DraftRow {
    let rows = desk.app.draft_rows(draft.to_owned(), vec![], 0, 500).await.expect("rows").rows;
    rows.into_iter().find(|row| row.row == number).expect("the row")
}

pub fn text(row: &DraftRow, field: Field) -> &str {
    row.values.iter().find(|value| value.field == field).map_or("", |value| &value.text)
}

pub fn cell(row: u32, field: Field, text: &str) -> DraftChange {
    DraftChange::SetCells { cells: vec![CellEdit { row, field, text: text.into() }] }
}

pub fn group(check: &CheckView, code: &str) -> GroupKey {
    let group = check.groups.iter().find(|group| group.code == code).expect("the group");
    GroupKey { code: group.code.clone(), field: group.field, found: group.found.clone() }
}

pub fn repair(group: GroupKey, with: &str) -> DraftChange {
    DraftChange::Repair { group, with: with.into(), remember: false }
}

pub async fn csv(desk: &Desk, text: &str) -> DraftView {
    desk.app
        .open_bytes(desk.profile.clone(), "people.csv".into(), text.as_bytes().to_vec())
        .await
        .expect("read")
}

/// Closes Rollcall and opens it again on the same folder, connected to the same platform.
pub async fn reopened(desk: Desk) -> Desk {
    let Desk { folder, app, sandbox, profile } = desk;
    drop(app);
    let app = open(folder.path()).await;
    // Its credentials lasted as long as the process: they are entered again.
    let entered = ProfileDraft { id: Some(profile.clone()), ..draft(&sandbox) };
    app.save_profile(entered).await.expect("the same connection");
    Desk { folder, app, sandbox, profile }
}
