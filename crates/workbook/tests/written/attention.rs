//! The rows that need attention.

use crate::reading::{fill, notes, open, part, sheet, sheets, validations};
use calamine::Reader;
use proptest::prelude::*;
use rollcall_workbook::{Attention, AttentionCell, AttentionRow, Mark, WorkbookError, write_attention};

fn plain(text: &str) -> AttentionCell {
    AttentionCell { text: text.into(), ..AttentionCell::default() }
}

fn marked(text: &str, mark: Mark, note: &str) -> AttentionCell {
    AttentionCell { text: text.into(), mark: Some(mark), note: Some(note.into()) }
}

fn attention() -> Attention {
    Attention {
        headers: vec!["Mail".into(), "Name".into(), "Role".into(), "ERP".into()],
        extra_headers: vec!["Sign-in".into()],
        rows: vec![
            AttentionRow {
                row: 7,
                cells: vec![
                    marked("nobody", Mark::Bad, "\"nobody\" is not an <address>."),
                    plain("=1+1"),
                    marked("Byer", Mark::Warning, "Did you mean \"Buyer\"?"),
                    plain("00018"),
                ],
                extra: vec![plain("Company")],
                reasons: vec!["Mail: \"nobody\" is not an address.".into(), "Role: unknown.".into()],
            },
            AttentionRow {
                row: 120_004,
                cells: vec![marked("", Mark::Bad, "An address is missing.")],
                extra: vec![],
                reasons: vec!["An address is missing.".into()],
            },
        ],
        choices: vec![(2, vec!["Buyer".into(), "Approver, all".into()]), (4, vec!["Company".into()])],
        marker: vec![("kind".into(), "attention".into()), ("draft".into(), "=7f".into())],
    }
}

fn written() -> Vec<u8> {
    write_attention(&attention()).expect("written")
}

#[test]
fn the_person_finds_their_own_columns_and_behind_them_what_to_put_right() {
    let people = sheet(&written(), "People");
    assert_eq!(people[0], ["Mail", "Name", "Role", "ERP", "Sign-in", "What to put right", "Row in file"]);
    let reasons = "Mail: \"nobody\" is not an address.\nRole: unknown.";
    assert_eq!(people[1], ["nobody", "=1+1", "Byer", "00018", "Company", reasons, "7"]);
    assert_eq!(people[2], ["", "", "", "", "", "An address is missing.", "120004"]);
}

#[test]
fn what_is_wrong_is_red_and_what_is_doubtful_amber_even_where_nothing_stands() {
    let bytes = written();
    assert_eq!(fill(&bytes, 1, 0).as_deref(), Some("F8D0D0"));
    assert_eq!(fill(&bytes, 1, 2).as_deref(), Some("FFE3A3"));
    assert_eq!(fill(&bytes, 2, 0).as_deref(), Some("F8D0D0"), "a missing address has a cell to look at");
    assert_eq!(fill(&bytes, 1, 1), None);
}

#[test]
fn each_reason_is_a_note_at_its_cell_by_rollcall() {
    let bytes = written();
    let expected = [
        ("A2", "\"nobody\" is not an <address>."),
        ("C2", "Did you mean \"Buyer\"?"),
        ("A3", "An address is missing."),
    ];
    assert_eq!(notes(&bytes), expected.map(|(cell, text)| (cell.to_owned(), text.to_owned())));
    assert!(part(&bytes, "xl/comments1.xml").contains("<author>Rollcall</author>"));
}

#[test]
fn a_long_note_is_cut_and_one_that_would_break_the_file_is_cleaned() {
    let mut attention = attention();
    attention.rows[0].cells[0].note = Some(format!("\u{1}{}", "🙂".repeat(900)));
    let notes = notes(&write_attention(&attention).expect("written"));
    assert!(notes[0].1.starts_with('🙂') && notes[0].1.ends_with('…'));
    assert!(notes[0].1.encode_utf16().count() <= 1_000);
}

#[test]
fn a_column_with_choices_has_one_drop_down_that_forbids_nothing() {
    let bytes = written();
    let [role, sign_in] = &validations(&bytes)[..] else { panic!("one for each column") };
    assert_eq!(
        (role.cells.as_str(), role.list.as_str()),
        ("C2:C3", "'_rollcall lists'!$A$2:$A$3"),
        "a range, because a label may hold a comma"
    );
    assert_eq!((sign_in.cells.as_str(), sign_in.list.as_str()), ("E2:E3", "'_rollcall lists'!$C$2"));
    assert!(!role.forbids && !sign_in.forbids);
    let lists = sheet(&bytes, "_rollcall lists");
    assert_eq!(lists[1][0], "Buyer");
    assert_eq!(lists[2][0], "Approver, all");
}

#[test]
fn rollcall_knows_the_file_again_by_what_no_one_sees() {
    let bytes = written();
    assert_eq!(
        sheets(&bytes),
        [("People", true), ("_rollcall lists", false), ("_rollcall", false)]
            .map(|(name, visible)| (name.to_owned(), visible))
    );
    assert_eq!(sheet(&bytes, "_rollcall"), [["kind", "attention"], ["draft", "=7f"]]);
}

#[test]
fn what_a_person_types_into_an_empty_cell_stays_text() {
    let part = part(&written(), "xl/worksheets/sheet1.xml");
    let columns = part.split("<col ").skip(1).filter_map(|column| column.split_once("/>"));
    assert!(columns.clone().count() > 0);
    for (column, _) in columns {
        assert!(column.contains("style="), "a column without the text format: {column}");
    }
}

#[test]
fn a_row_is_as_tall_as_its_reasons() {
    let mut attention = attention();
    attention.rows[1].reasons = vec!["Far too much. ".repeat(1_000)];
    let part = part(&write_attention(&attention).expect("written"), "xl/worksheets/sheet1.xml");
    let heights: Vec<&str> =
        part.split(" ht=\"").skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect();
    assert_eq!(heights, ["30", "405"], "two lines; and what Excel has room for");
}

#[test]
fn no_cell_of_a_file_of_rows_holds_a_formula() {
    let mut workbook = open(written());
    for name in workbook.sheet_names() {
        let formulas = workbook.worksheet_formula(&name).expect("a sheet");
        assert!(formulas.used_cells().all(|(.., formula)| formula.is_empty()), "a formula in {name}");
    }
}

#[test]
fn a_file_without_rows_or_with_a_choice_for_no_column_is_still_a_workbook() {
    let bytes = write_attention(&Attention {
        headers: vec!["Mail".into()],
        choices: vec![(0, vec!["a".into()]), (1, vec!["b".into()]), (99_999, vec!["c".into()])],
        ..Attention::default()
    })
    .expect("written");
    assert_eq!(sheet(&bytes, "People"), [["Mail", "What to put right", "Row in file"]]);
    assert!(validations(&bytes).is_empty());
}

#[test]
fn more_rows_than_a_sheet_has_are_refused() {
    let rows = vec![AttentionRow::default(); 1_048_576];
    let error = write_attention(&Attention { rows, ..Attention::default() }).expect_err("too many");
    assert!(matches!(error, WorkbookError::TooManyRows { most: 1_048_575 }));
}

#[test]
fn beyond_20_000_notes_the_rows_keep_their_reasons() {
    let row = |row| AttentionRow {
        row,
        cells: vec![marked("x", Mark::Bad, "Wrong.")],
        reasons: vec!["Wrong.".into()],
        ..AttentionRow::default()
    };
    let rows: Vec<_> = (2..20_012).map(row).collect();
    let bytes = write_attention(&Attention { headers: vec!["Mail".into()], rows, ..Attention::default() })
        .expect("written");
    assert_eq!(notes(&bytes).len(), 20_000);
    assert_eq!(sheet(&bytes, "People")[20_010], ["x", "Wrong.", "20011"]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_cell_comes_back_from_the_rows(text in "\\PC{1,20}|_x00[0-9A-F]{2}_|=[A-Z]{3}\\(1\\)| {1,3}[a-z]|[0-9]{1,20}", bad in any::<bool>()) {
        let mark = Some(if bad { Mark::Bad } else { Mark::Warning });
        let cell = AttentionCell { text: text.clone(), mark, note: Some(text.clone()) };
        let row = AttentionRow { row: 2, cells: vec![cell], reasons: vec![text.clone()], ..AttentionRow::default() };
        let bytes = write_attention(&Attention { headers: vec!["H".into()], rows: vec![row], ..Attention::default() }).expect("written");
        let people = sheet(&bytes, "People");
        prop_assert_eq!(&people[1][..2], &[text.clone(), text]);
    }
}
