//! A part of a review that somebody else decides on.

use crate::reading::{part, sheet, sheets, validations};
use rollcall_workbook::{HandOver, HandOverRow, write_hand_over};

fn written() -> Vec<u8> {
    let row = |id: &str| HandOverRow {
        cells: vec!["=Ann".into(), "ann@x.example".into()],
        note: "since May".into(),
        id: id.into(),
        ..HandOverRow::default()
    };
    let part = HandOver {
        headers: vec!["Name".into(), "E-mail".into()],
        rows: vec![row("u1"), row("u2")],
        decisions: vec!["Keep".into(), "Remove".into(), "Ask".into()],
        how_to: vec!["Choose for each.".into()],
        marker: vec![("kind".into(), "review-part".into())],
    };
    write_hand_over(&part).expect("written")
}

#[test]
fn each_person_has_a_row_with_a_choice_a_note_and_an_id_that_no_one_sees() {
    let bytes = written();
    assert_eq!(
        sheet(&bytes, "People"),
        [
            ["Name", "E-mail", "Decision", "Note", "Rollcall id"],
            ["=Ann", "ann@x.example", "", "since May", "u1"],
            ["=Ann", "ann@x.example", "", "since May", "u2"],
        ]
    );
    let columns = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(columns.contains("min=\"5\" max=\"5\"") && columns.contains("hidden=\"1\""), "{columns:.900}");
    let seen: Vec<(String, bool)> = sheets(&bytes);
    assert_eq!(seen[1], ("How to".to_owned(), true));
    assert_eq!(sheet(&bytes, "_rollcall"), [["kind", "review-part"]]);
}

#[test]
fn every_row_offers_the_decisions_and_asks_about_anything_else() {
    let rules = validations(&written());
    let [decision] = &rules[..] else { panic!("one column: {rules:?}") };
    assert_eq!((decision.cells.as_str(), decision.list.as_str()), ("C2:C3", "'_rollcall lists'!$A$2:$A$4"));
    assert_eq!(decision.error_style, "warning");
}
