//! Parts of a review that go out as workbooks and come back.

use crate::common::reviewing::everyone;
use crate::common::*;
use rollcall_app::contract::*;
use rollcall_intake::{ReadOptions, read};
use rollcall_workbook::{HandOver, HandOverRow, write_hand_over};

async fn handed(desk: &Desk, review: &str, choice: HandOverChoice) -> Vec<u8> {
    let file = desk.app.hand_over(desk.profile.clone(), review.to_owned(), choice, "Bob".into()).await;
    desk.written(file.expect("a part")).await
}

async fn back(desk: &Desk, bytes: Vec<u8>) -> Result<TakenBack, AppError> {
    desk.app.take_back_bytes(desk.profile.clone(), "back.xlsx".into(), bytes).await
}

/// The workbook as a person gives it back, after `change` was done to it.
fn filled(bytes: &[u8], change: impl FnOnce(&mut HandOver)) -> Vec<u8> {
    let table = read(bytes, "part.xlsx", &ReadOptions::default()).expect("a workbook");
    let headers: Vec<String> = table.columns.iter().map(rollcall_intake::Column::label).collect();
    assert_eq!(headers[6..], ["Decision", "Note", "Rollcall id"]);
    let rows = table.rows().map(|row| {
        let mut cells: Vec<String> = (0..9).map(|column| row.cell(column).shown().to_owned()).collect();
        let (id, note, decision) = (cells.pop(), cells.pop(), cells.pop());
        HandOverRow {
            cells,
            decision: decision.unwrap_or_default(),
            note: note.unwrap_or_default(),
            id: id.unwrap_or_default(),
        }
    });
    let mut part = HandOver {
        rows: rows.collect(),
        headers: headers[..6].to_vec(),
        marker: table.file.marker.clone().expect("it says where it comes from").into_iter().collect(),
        ..HandOver::default()
    };
    change(&mut part);
    write_hand_over(&part).expect("written")
}

fn row<'p>(part: &'p mut HandOver, name: &str) -> &'p mut HandOverRow {
    part.rows.iter_mut().find(|row| row.cells[0] == name).expect("somebody of the part")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_part_comes_back_under_the_name_that_it_was_handed_to() {
    let desk = Desk::new().await;
    let id = desk.review(everyone()).await.review.id;
    let tailspin = "4d1a9db9-9889-5230-b890-09be772d48d6";
    let organizations =
        desk.app.review_organizations(desk.profile.clone(), id.clone()).await.expect("organizations");
    let there = organizations.iter().find(|one| one.id.as_str() == tailspin).expect("Tailspin").undecided;
    let choice = HandOverChoice { organization_ids: vec![tailspin.into()], ..HandOverChoice::default() };
    let bytes = handed(&desk, &id, choice).await;
    let view = desk.app.review_view(desk.profile.clone(), id.clone()).await.expect("a review");
    assert_eq!((view.hand_overs[0].people, view.hand_overs[0].to.as_str()), (there, "Bob"));
    assert_eq!(desk.reviewed(&id, "Wei Zhang").await.handed_to.as_deref(), Some("Bob"));
    let bytes = filled(&bytes, |part| {
        let wei = row(part, "Wei Zhang");
        wei.decision = " REMOVE ".into();
        wei.note = "left in May".into();
        part.rows.reverse();
    });
    let taken = back(&desk, bytes.clone()).await.expect("taken");
    assert_eq!((taken.taken, taken.blank, taken.refused), (1, there - 1, 0), "{taken:?}");
    let wei = desk.reviewed(&id, "Wei Zhang").await;
    assert_eq!((wei.decided_by.as_deref(), wei.note.as_str()), (Some("Bob"), "left in May"));
    assert_eq!(wei.decision, Some(ReviewDecision::Remove));
    let again = back(&desk, bytes).await.expect("taken");
    assert_eq!((again.taken, again.same), (0, 1), "dropping it twice changes nothing");
    desk.app.undo_decision(desk.profile.clone(), id.clone()).await.expect("taken back");
    assert_eq!(desk.reviewed(&id, "Wei Zhang").await.decision, None);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_that_can_not_be_told_was_changed_or_comes_late_is_named_and_not_taken() {
    let desk = Desk::new().await;
    let id = desk.review(everyone()).await.review.id;
    let bytes = handed(&desk, &id, HandOverChoice::default()).await;
    desk.decide(&id, &["Dana Cohen"], ReviewDecision::Keep).await;
    let bytes = filled(&bytes, |part| {
        for row in &mut part.rows {
            row.decision = "Remove".into();
        }
        row(part, "Wei Zhang").cells[1] = "someone@else.example".into();
        row(part, "Ravi Menon").decision = "Yes".into();
        row(part, "Tom Becker").note = "n".repeat(2_001);
        row(part, "Liam O'Brien").id = "somebody-else".into();
        let twice = row(part, "Olga Petrova").clone();
        part.rows.push(twice);
    });
    let taken = back(&desk, bytes).await.expect("taken");
    let mut why: Vec<(String, WhyRefused)> =
        taken.refused_rows.iter().map(|row| (row.who.clone(), row.why)).collect();
    why.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [
        ("Dana Cohen", WhyRefused::DecidedMeanwhile),
        ("Liam O'Brien", WhyRefused::UnknownPerson),
        ("Olga Petrova", WhyRefused::Twice),
        ("Olga Petrova", WhyRefused::Twice),
        ("Ravi Menon", WhyRefused::NoDecision),
        ("Tom Becker", WhyRefused::NoteTooLong),
        ("Wei Zhang", WhyRefused::ChangedPerson),
    ];
    assert_eq!(why, expected.map(|(who, why)| (who.to_owned(), why)));
    assert_eq!((taken.taken, taken.refused), (27, 7));
    assert_eq!(desk.reviewed(&id, "Dana Cohen").await.decision, Some(ReviewDecision::Keep));
    for name in ["Liam O'Brien", "Olga Petrova", "Ravi Menon", "Tom Becker", "Wei Zhang"] {
        assert_eq!(desk.reviewed(&id, name).await.decision, None, "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_hostile_file_says_decides_nothing() {
    let desk = Desk::new().await;
    let id = desk.review(everyone()).await.review.id;
    let wei = desk.reviewed(&id, "Wei Zhang").await.user_id;
    let anna = desk.reviewed(&id, "Anna Ozola").await;
    let only_wei = HandOverChoice { users: vec![wei], ..HandOverChoice::default() };
    let bytes = handed(&desk, &id, only_wei).await;
    let set = |part: &mut HandOver, key: &str, value: &str| {
        part.marker.iter_mut().find(|(known, _)| known == key).expect("the mark").1 = value.to_owned();
    };
    let hostile = [
        filled(&bytes, |part| set(part, "part", "' OR 1=1 --")),
        filled(&bytes, |part| set(part, "part", "00000000-0000-4000-8000-000000000000")),
        filled(&bytes, |part| set(part, "kind", "attention")),
        filled(&bytes, |part| part.marker.clear()),
        filled(&bytes, |part| part.headers[1] = "Other".into()),
    ];
    for bytes in hostile {
        assert_eq!(back(&desk, bytes).await.expect_err("refused").code, ErrorCode::ReviewRefused);
    }
    let junk = back(&desk, b"PK\x03\x04 not a workbook".to_vec()).await;
    assert_eq!(junk.expect_err("refused").code, ErrorCode::FileRefused);
    // Somebody who is not in the part, with everything right.
    let smuggled = filled(&bytes, |part| {
        let mut row = part.rows[0].clone();
        row.cells[0] = anna.name.clone();
        row.cells[1] = anna.email.clone();
        row.id = anna.user_id.0.clone();
        row.decision = "Remove".into();
        part.rows.push(row);
    });
    let taken = back(&desk, smuggled).await.expect("read");
    assert_eq!((taken.taken, taken.refused_rows[0].why), (0, WhyRefused::UnknownPerson));
    let view = desk.app.review_view(desk.profile.clone(), id.clone()).await.expect("a review");
    assert_eq!((view.review.counts.undecided, view.last), (33, None));
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_handed_over_before_the_file_is_written() {
    let desk = Desk::new().await;
    let id = desk.review(everyone()).await.review.id;
    let part = async || {
        let choice = HandOverChoice::default();
        desk.app.hand_over(desk.profile.clone(), id.clone(), choice, "Bob".into()).await
    };
    drop(part().await.expect("the person thought better of it"));
    let nowhere = desk.folder.path().join("no such folder/part.xlsx");
    desk.app.write_report(&nowhere, part().await.expect("a part")).await.expect_err("it can't be written");
    let view = desk.app.review_view(desk.profile.clone(), id.clone()).await.expect("a review");
    assert_eq!((view.hand_overs.len(), view.review.counts.handed_over), (0, 0));
    let name = part().await.expect("a part").name;
    assert_eq!(name, "Everyone - for Bob.xlsx");
}
