//! What was written is opened again by another program's reader and compared.

mod attention;
mod differing;
mod evidence;
mod hand_over;
mod reading;
mod template;

use calamine::Reader;
use proptest::prelude::*;
use reading::{open, texts};
use rollcall_workbook::{
    Report, ReportRow, WorkbookError, write_people_csv, write_people_xlsx, write_report, write_report_csv,
};
use std::io::Cursor;

fn report() -> Report {
    Report {
        title: "Invitations of 23 November".into(),
        headers: vec!["Email".into(), "First name".into(), "ERP".into()],
        summary: vec![("Invited".into(), "1".into()), ("Problem".into(), "1".into())],
    }
}

fn rows() -> Vec<ReportRow> {
    vec![
        ReportRow {
            row: 2,
            cells: vec![
                "a@b.example".into(),
                "=HYPERLINK(\"http://x.example\",\"hi\")".into(),
                "00018".into(),
            ],
            result: "Invited".into(),
            detail: String::new(),
            user_id: Some("7303de68".into()),
            at: Some("2026-11-23T09:00:00Z".into()),
            sent_by: Some("a.ozola".into()),
        },
        ReportRow {
            row: 5,
            cells: vec!["nobody".into()],
            result: "Problem".into(),
            detail: "\"nobody\" is not an e-mail address.".into(),
            ..ReportRow::default()
        },
    ]
}

fn workbook(report: &Report, rows: Vec<ReportRow>) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    write_report(&mut bytes, report, rows).expect("written");
    bytes.into_inner()
}

#[test]
fn a_report_keeps_the_persons_layout_and_adds_what_happened() {
    let mut workbook = open(workbook(&report(), rows()));
    assert_eq!(workbook.sheet_names(), ["People", "Summary"]);
    let people = texts(&workbook.worksheet_range("People").expect("a sheet"));
    assert_eq!(
        people[0],
        ["Email", "First name", "ERP", "Row in file", "Result", "Reason", "User id", "Time", "Sent by"]
    );
    assert_eq!(
        people[1],
        [
            "a@b.example",
            "=HYPERLINK(\"http://x.example\",\"hi\")",
            "00018",
            "2",
            "Invited",
            "",
            "7303de68",
            "2026-11-23T09:00:00Z",
            "a.ozola"
        ]
    );
    assert_eq!(people[2][..6], ["nobody", "", "", "5", "Problem", "\"nobody\" is not an e-mail address."]);
    let summary = texts(&workbook.worksheet_range("Summary").expect("a sheet"));
    assert_eq!(summary[0][0], "Invitations of 23 November");
    assert_eq!(summary[1], ["Invited", "1"]);
}

#[test]
fn a_report_as_csv_has_the_same_columns_and_runs_nothing() {
    let mut bytes = Vec::new();
    write_report_csv(&mut bytes, &report(), rows()).expect("written");
    assert_eq!(
        String::from_utf8(bytes).expect("UTF-8"),
        "\u{feff}Email,First name,ERP,Row in file,Result,Reason,User id,Time,Sent by\r\n\
         a@b.example,\"'=HYPERLINK(\"\"http://x.example\"\",\"\"hi\"\")\",00018,2,Invited,,7303de68,2026-11-23T09:00:00Z,a.ozola\r\n\
         nobody,,,5,Problem,\"\"\"nobody\"\" is not an e-mail address.\",,,\r\n"
    );
}

#[test]
fn no_cell_holds_a_formula() {
    let mut workbook = open(workbook(&report(), rows()));
    for sheet in ["People", "Summary"] {
        let formulas = workbook.worksheet_formula(sheet).expect("a sheet");
        assert!(formulas.used_cells().all(|(.., formula)| formula.is_empty()), "a formula in {sheet}");
    }
}

#[test]
fn a_report_without_rows_is_still_a_workbook() {
    let mut workbook = open(workbook(&Report::default(), Vec::new()));
    let people = texts(&workbook.worksheet_range("People").expect("a sheet"));
    assert_eq!(people, [["Row in file", "Result", "Reason", "User id", "Time", "Sent by"]]);
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_and_says_so() {
    let long = "é".repeat(40_000);
    let bytes = write_people_xlsx(&["Name"], [[long.as_str()]]).expect("written");
    let people = texts(&open(bytes).worksheet_range("People").expect("a sheet"));
    assert_eq!(people[1][0].chars().count(), 32_767);
    assert!(people[1][0].ends_with('…'));
}

#[test]
fn a_text_of_emoji_is_cut_where_excel_counts_its_end() {
    let long = "🙂".repeat(20_000);
    let bytes = write_people_xlsx(&["Name"], [[long.as_str()]]).expect("written");
    let people = texts(&open(bytes).worksheet_range("People").expect("a sheet"));
    assert_eq!(people[1][0].encode_utf16().count(), 32_767);
}

#[test]
fn cells_without_a_column_are_left_out() {
    let bytes = write_people_xlsx(&["A"], [["x", "y"]]).expect("written");
    assert_eq!(texts(&open(bytes).worksheet_range("People").expect("a sheet")), [["A"], ["x"]]);
}

#[test]
fn a_csv_opens_in_excel_and_runs_nothing() {
    let mut bytes = Vec::new();
    write_people_csv(
        &mut bytes,
        &["Email", "Name"],
        [["a@b.example", "=1+1"], ["c@d.example", "Bee, \"Ann\""]],
    )
    .expect("written");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert_eq!(text, "\u{feff}Email,Name\r\na@b.example,'=1+1\r\nc@d.example,\"Bee, \"\"Ann\"\"\"\r\n");
}

struct FullDisk;

impl std::io::Write for FullDisk {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(std::io::Error::from(std::io::ErrorKind::StorageFull))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_is_said_in_a_sentence() {
    let error = write_people_csv(FullDisk, &["Email"], [["a@b.example"]]).expect_err("no room");
    assert!(matches!(error, WorkbookError::Output(_)));
    assert!(error.to_string().contains("room on the disk"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back_from_a_workbook(cells in prop::collection::vec("\\PC{0,20}|_x00[0-9A-F]{2}_|=[A-Z]{3}\\(1\\)| {1,3}[a-z] {1,3}|[a-z]\n[a-z]|[0-9]{1,20}", 1..6)) {
        let headers = vec!["H"; cells.len()];
        let bytes = write_people_xlsx(&headers, [cells.clone()]).expect("written");
        let people = texts(&open(bytes).worksheet_range("People").expect("a sheet"));
        let found = people.get(1).cloned().unwrap_or_else(|| vec![String::new(); cells.len()]);
        prop_assert_eq!(found, cells);
    }
}
