//! Workbooks that are made of a draft, and what happens when they come back.

use crate::common::drafting::*;
use crate::common::*;
use rollcall_app::contract::*;

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

/// The rows that need attention as a person gets them back from Excel, after `change` was done to them.
async fn from_excel(
    desk: &Desk,
    draft: &str,
    change: impl FnOnce(&mut rollcall_workbook::Attention),
) -> Vec<u8> {
    let path = desk.folder.path().join("attention.xlsx");
    let file = desk.app.attention(draft.to_owned()).await.expect("made");
    desk.app.write_report(&path, file).await.expect("written");
    let bytes = std::fs::read(&path).expect("there");
    let table = rollcall_intake::read(&bytes, "attention.xlsx", &rollcall_intake::ReadOptions::default())
        .expect("read");
    let added = table.columns.len() - 2;
    let mut workbook = rollcall_workbook::Attention {
        headers: table.columns.iter().take(added).map(rollcall_intake::Column::label).collect(),
        rows: table
            .rows()
            .map(|row| rollcall_workbook::AttentionRow {
                row: row.cells().last().expect("the number").shown().parse().expect("a number"),
                cells: row
                    .cells()
                    .take(added)
                    .map(|cell| rollcall_workbook::AttentionCell {
                        text: cell.shown().to_owned(),
                        ..Default::default()
                    })
                    .collect(),
                ..Default::default()
            })
            .collect(),
        marker: table.file.marker.expect("it says where it comes from").into_iter().collect(),
        ..Default::default()
    };
    change(&mut workbook);
    rollcall_workbook::write_attention(&workbook).expect("written")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_put_right_in_excel_is_one_step_of_the_same_draft() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("02-title-block.xlsx").await.id;
    check(&desk, &draft).await;
    let bytes = from_excel(&desk, &draft, |workbook| {
        let row = workbook.rows.iter_mut().find(|row| row.row == 8).expect("the bad address");
        let bad = row.cells.iter_mut().find(|cell| cell.text == "not-an-address").expect("it");
        bad.text = "no.body@fabrikam.example".to_owned();
        // Sorted, as people do.
        workbook.rows.reverse();
    })
    .await;
    // Meanwhile something else was put right here; it stays.
    let unknown = group(&check(&desk, &draft).await, "unknown-role");
    change(&desk, &draft, repair(unknown, "Customer")).await;
    let view = desk.app.open_bytes(desk.profile.clone(), "back.xlsx".into(), bytes).await.expect("taken in");
    assert_eq!((view.id.as_str(), view.undo.as_deref()), (draft.as_str(), Some("1 cell from “back.xlsx”")));
    assert_eq!(check(&desk, &draft).await.invites, 3);
    desk.app.undo_draft(draft.clone()).await.expect("undone");
    assert_eq!(check(&desk, &draft).await.invites, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workbook_whose_rows_can_not_be_told_is_a_file_like_any_other() {
    let desk = Desk::new().await;
    let draft = desk.open_sample_file("02-title-block.xlsx").await.id;
    check(&desk, &draft).await;
    let twice = from_excel(&desk, &draft, |workbook| {
        let mut second = workbook.rows[0].clone();
        second.cells[1].text = "second@contoso.example".to_owned();
        workbook.rows.push(second);
    })
    .await;
    let view = desk.app.open_bytes(desk.profile.clone(), "twice.xlsx".into(), twice).await.expect("read");
    assert_ne!(view.id, draft, "nobody in it may be lost");
    assert_eq!(view.file.rows_read, 4);
    let elsewhere = from_excel(&desk, &draft, |workbook| {
        for (key, value) in &mut workbook.marker {
            if key == "draft" {
                *value = "other.00000000-0000-0000-0000-000000000000".to_owned();
            }
        }
    })
    .await;
    let view =
        desk.app.open_bytes(desk.profile.clone(), "elsewhere.xlsx".into(), elsewhere).await.expect("read");
    assert_ne!(view.id, draft, "a draft of another connection is not touched");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_that_was_filled_in_needs_no_look_at_its_columns() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let cells = |texts: [&str; 6]| {
        let cell =
            |text: &str| rollcall_workbook::AttentionCell { text: text.to_owned(), ..Default::default() };
        rollcall_workbook::AttentionRow { cells: texts.map(cell).to_vec(), ..Default::default() }
    };
    // As Excel gives it back: the marker, the six columns, names chosen from the drop-downs.
    let filled = rollcall_workbook::Attention {
        headers: ["E-mail", "First name", "Last name", "Role", "Sign-in", "Organizations"]
            .map(str::to_owned)
            .to_vec(),
        rows: vec![
            cells(["ann@contoso.example", "Ann", "Lee", "Customer", "Account", "Contoso – C-20001"]),
            cells(["bob@contoso.example", "", "", "Customer", "", "Contoso – C-20002; Fabrikam – C-20003"]),
        ],
        marker: vec![("kind".to_owned(), "template".to_owned()), ("version".to_owned(), "1".to_owned())],
        ..Default::default()
    };
    let bytes = rollcall_workbook::write_attention(&filled).expect("written");
    let view = desk.app.open_bytes(desk.profile.clone(), "filled.xlsx".into(), bytes).await.expect("read");
    assert!(view.mapping.iter().all(|guess| guess.column.is_none() || guess.sure), "{:?}", view.mapping);
    let plan = check(&desk, &view.id).await;
    assert_eq!((plan.invites, plan.groups.len()), (2, 0), "{:?}", plan.groups);
    assert_eq!(view.file.sheets, ["People"], "what is Rollcall's own is not offered as a sheet");
}
