//! Reports of a run: every cell as it was, nothing that runs, and exactly what failed when they come back.

use crate::common::*;
use rollcall_app::contract::*;
use rollcall_intake::{ReadOptions, Table, read};

/// What a cell must survive, and what must never run.
const HOSTILE: [&str; 16] = [
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://x.example\";\"hi\")",
    "+1",
    "@x",
    "-2+3",
    "\t=1+1",
    "\r=1+1",
    "a\tb",
    "\"quoted\", and more",
    "two\nlines",
    "'=already guarded",
    "''twice",
    "'quoted'",
    "  padded  ",
    "00018",
    "semi;colon|pipe",
];

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A file of as many people as there are hostile cells. The first is refused, the second has no role, the third brings
/// the first one's second organization, the rest are invited.
fn file() -> String {
    let mut text = "Email,Role,Organization,\"=Note\"\r\n".to_owned();
    for (at, cell) in HOSTILE.into_iter().enumerate() {
        let (email, organization) = match at {
            0 => ("refused@trey.example".to_owned(), "Trey Research"),
            2 => ("refused@trey.example".to_owned(), "Woodgrove Bank"),
            at => (format!("person{at}@trey.example"), "Trey Research"),
        };
        let role = if at == 1 { "Custmer" } else { "Customer" };
        // As a careful program writes it: with a guard where it would run, or where it looks guarded already.
        let guard = if cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@', '\t', '\r']) {
            "'"
        } else {
            ""
        };
        text.push_str(&format!("{email},{role},{organization},{}\r\n", quoted(&format!("{guard}{cell}"))));
    }
    text
}

async fn sent(desk: &Desk) -> RunView {
    let opened = desk.app.open_bytes(desk.profile.clone(), "people.csv".into(), file().into_bytes()).await;
    let draft = opened.expect("read");
    desk.faults(
        r#"{"rules":[{"when":{"endpoint":"invite","email":"refused@trey.example"},
                      "fault":{"status_before":{"status":413}}}]}"#,
    );
    let run = desk.send(&draft.id, SendMode::All).await;
    desk.faults("{}");
    assert_eq!(
        [RowState::Confirmed, RowState::Refused, RowState::Folded, RowState::Rejected]
            .map(|state| rows_in(&run, state)),
        [13, 1, 1, 1],
        "{run:?}"
    );
    run
}

async fn report(desk: &Desk, run: &RunView, format: ReportFormat) -> Vec<u8> {
    let made = desk.app.report(desk.profile.clone(), run.id.clone(), ReportRows::All, format).await;
    let path = desk.folder.path().join(format!("report.{}", format.ending()));
    desk.app.write_report(&path, made.expect("a report")).await.expect("written");
    assert!(!path.with_extension(format!("{}.part", format.ending())).exists(), "nothing is left beside it");
    std::fs::read(&path).expect("there")
}

fn table(bytes: &[u8]) -> Table {
    read(bytes, "report", &ReadOptions::default()).expect("Rollcall reads its own report")
}

fn column(table: &Table, name: &str) -> Vec<String> {
    let column =
        table.columns.iter().find(|column| column.header.as_deref() == Some(name)).expect("the column");
    table.rows().map(|row| row.cell(column.index).shown().to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_cell_of_a_report_comes_back_as_it_was_and_none_runs() {
    let desk = Desk::quick().await;
    let run = sent(&desk).await;
    for format in [ReportFormat::Xlsx, ReportFormat::Csv] {
        let bytes = report(&desk, &run, format).await;
        let table = table(&bytes);
        assert_eq!(column(&table, "=Note"), HOSTILE, "{format:?}");
        let who = rollcall_who(&desk, &run).await;
        assert_eq!(column(&table, "Sent by")[..4], [who.as_str(), "", "", who.as_str()], "{format:?}");
        assert_eq!(
            column(&table, "Result")[..4],
            ["Refused", "Problem, not sent", "Part of row 2", "Invited"]
        );
        if format == ReportFormat::Csv {
            let text = String::from_utf8(bytes).expect("UTF-8");
            for cell in ["=cmd", "+1", "@x", "-2+3", "\t=1", "\r=1"] {
                assert!(text.contains(&format!("'{cell}")), "{cell:?} is guarded");
                assert!(
                    ![",", "\"", "\n"].iter().any(|before| text.contains(&format!("{before}{cell}"))),
                    "{cell:?}"
                );
            }
        }
    }
}

async fn rollcall_who(desk: &Desk, run: &RunView) -> String {
    desk.view(run).await.started_by
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_that_is_dropped_again_offers_exactly_what_failed_and_nobody_who_was_invited() {
    let desk = Desk::quick().await;
    let run = sent(&desk).await;
    for format in [ReportFormat::Xlsx, ReportFormat::Csv] {
        let bytes = report(&desk, &run, format).await;
        let name = format!("report.{}", format.ending());
        let again = desk.app.open_bytes(desk.profile.clone(), name, bytes).await.expect("read");
        assert_eq!((again.file.rows_read, &again.file.notices[..]), (3, &["report-rows".to_owned()][..]));
        // Even with the wish to mail people again who have not accepted.
        desk.reinvite(&again).await;
        let check = desk.check(&again).await;
        assert_eq!(
            (
                check.rows,
                check.invites,
                rows_of(&check, RowClass::Problem),
                rows_of(&check, RowClass::Folded)
            ),
            (3, 1, 1, 1),
            "{format:?}: {check:?}"
        );
        let call = desk.app.draft_call(again.id.clone(), 0).await.expect("a call");
        let organizations = call.json.matches("65061af7").count() + call.json.matches("3c2d18f5").count();
        assert_eq!(organizations, 2, "both organizations, as it was: {}", call.json);
        desk.app.discard_draft(again.id).await.expect("gone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_taken_up_after_a_restart_is_still_only_what_failed() {
    let desk = Desk::quick().await;
    let run = sent(&desk).await;
    let bytes = report(&desk, &run, ReportFormat::Csv).await;
    let opened = desk.app.open_bytes(desk.profile.clone(), "report.csv".into(), bytes).await.expect("read");
    let other = desk.another_process().await;
    let view = other.draft_view(opened.id).await.expect("taken up");
    assert_eq!(view.file.rows_read, 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_of_a_run_without_failures_says_that_nothing_is_left() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example"]).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    let bytes = report(&desk, &run, ReportFormat::Xlsx).await;
    let refused = desk.app.open_bytes(desk.profile.clone(), "report.xlsx".into(), bytes).await;
    assert_eq!(refused.expect_err("nobody").code, ErrorCode::NothingToSend);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_for_programs_says_all_that_the_other_two_say() {
    let desk = Desk::quick().await;
    let run = sent(&desk).await;
    let json: serde_json::Value =
        serde_json::from_slice(&report(&desk, &run, ReportFormat::Json).await).expect("one document");
    assert_eq!(json["headers"], serde_json::json!(["Email", "Role", "Organization", "=Note"]));
    let rows = json["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), HOSTILE.len());
    assert_eq!(rows[0]["cells"][3], HOSTILE[0]);
    assert_eq!((&rows[0]["result"], &rows[0]["state"]), (&"Refused".into(), &"refused".into()));
    assert_eq!(rows[2]["of"], 2);
    assert_eq!(json["file"]["sha256"].as_str().map(str::len), Some(64));
    assert_eq!((&rows[3]["sentBy"], &rows[1]["sentBy"]), (&json["startedBy"], &serde_json::Value::Null));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_that_can_not_be_written_leaves_what_was_there() {
    let desk = Desk::quick().await;
    let draft = desk.people(&["ann@trey.example"]).await;
    let run = desk.send(&draft.id, SendMode::All).await;
    let made = |format| desk.app.report(desk.profile.clone(), run.id.clone(), ReportRows::All, format);
    let nowhere = desk.folder.path().join("no such folder").join("report.csv");
    let refused = desk.app.write_report(&nowhere, made(ReportFormat::Csv).await.expect("made")).await;
    assert_eq!(refused.expect_err("no folder").code, ErrorCode::Storage);
    let taken = desk.folder.path().join("taken.csv");
    std::fs::create_dir(&taken).expect("a folder of that name");
    let refused = desk.app.write_report(&taken, made(ReportFormat::Csv).await.expect("made")).await;
    assert!(refused.is_err() && taken.is_dir(), "a folder is not replaced");
    assert!(!desk.folder.path().join("taken.csv.part").exists(), "nothing half is left");
}
