//! People as a file and on the clipboard.

use crate::common::*;
use rollcall_app::contract::*;
use std::path::PathBuf;

async fn listed() -> Desk {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    desk
}

fn choice(format: ExportFormat) -> ExportChoice {
    ExportChoice {
        query: UserQuery::default(),
        picked: None,
        everyone: false,
        columns: vec![],
        format,
        separator: Separator::Comma,
        encoding: Encoding::Utf8Bom,
    }
}

fn left(desk: &Desk) -> Vec<String> {
    let folder = desk.folder.path().join("out");
    let entries = std::fs::read_dir(folder).expect("a folder");
    entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
}

fn place(desk: &Desk, name: &str) -> PathBuf {
    let folder = desk.folder.path().join("out");
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join(name)
}

async fn export(desk: &Desk, what: ExportChoice, name: &str) -> Result<ExportedFile, AppError> {
    desk.app.export_users(desk.profile.clone(), what, &place(desk, name)).await
}

fn table(desk: &Desk, name: &str) -> rollcall_intake::Table {
    let bytes = std::fs::read(place(desk, name)).expect("a file");
    rollcall_intake::read(&bytes, name, &rollcall_intake::ReadOptions::default()).expect("read")
}

#[tokio::test(flavor = "multi_thread")]
async fn everybody_is_written_in_every_format_and_nothing_is_left_beside() {
    let desk = listed().await;
    for format in ExportFormat::ALL {
        let name = format!("users.{}", format.ending());
        let file = export(&desk, choice(format), &name).await.expect("written");
        assert_eq!((file.name.as_str(), file.rows), (name.as_str(), 33));
        assert_eq!(table(&desk, &name).len(), 33, "{format:?}");
    }
    assert_eq!(left(&desk).len(), 3);
    let name = desk.app.export_name(&desk.profile, ExportFormat::Csv).expect("a name");
    assert!(name.starts_with("Nordlys - users 20") && name.ends_with(".csv"), "{name}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_shown_is_written_as_it_stands_there() {
    let desk = listed().await;
    let query = UserQuery {
        states: vec!["Active".into()],
        sort: vec![SortBy { column: SortColumn::Email, descending: true }],
        ..UserQuery::default()
    };
    let seen = desk.app.list_users(desk.profile.clone(), query.clone(), 0, 500).await.expect("people");
    let what = ExportChoice {
        query: query.clone(),
        columns: ["email", "name", "domain", "invitation"].map(str::to_owned).to_vec(),
        ..choice(ExportFormat::Csv)
    };
    export(&desk, what.clone(), "shown.csv").await.expect("written");
    let table = table(&desk, "shown.csv");
    let headers: Vec<&str> = table.columns.iter().filter_map(|column| column.header.as_deref()).collect();
    assert_eq!(headers, ["E-mail", "Name", "Mail domain", "Invitation"]);
    let emails: Vec<String> = table.rows().map(|row| row.cell(0).shown().to_owned()).collect();
    assert_eq!(emails, seen.rows.iter().map(|row| row.email.clone()).collect::<Vec<_>>());
    let picked = Picked {
        all: false,
        ranges: vec![RowRange { from: 1, to: 2 }],
        as_of: seen.as_of.clone().expect("a list"),
    };
    let some = ExportChoice { picked: Some(picked.clone()), ..what.clone() };
    assert_eq!(export(&desk, some, "some.csv").await.expect("written").rows, 2);
    let everyone = ExportChoice { everyone: true, picked: Some(picked.clone()), ..what.clone() };
    assert_eq!(export(&desk, everyone, "everyone.csv").await.expect("written").rows, 33);
    let stale = Picked { as_of: "another".into(), ..picked };
    let refused = export(&desk, ExportChoice { picked: Some(stale), ..what }, "stale.csv").await;
    assert_eq!(refused.expect_err("another list").code, ErrorCode::ListChanged);
    assert!(!place(&desk, "stale.csv").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_encoding_that_lacks_a_letter_leaves_no_file_and_the_old_one_as_it_was() {
    let desk = listed().await;
    std::fs::write(place(&desk, "old.csv"), "old").expect("an older file");
    let what = ExportChoice { encoding: Encoding::Windows1252, ..choice(ExportFormat::Csv) };
    let refused = export(&desk, what, "old.csv").await.expect_err("names of the whole world");
    assert!(
        refused.message.contains("Windows-1252") && refused.message.contains("row"),
        "{}",
        refused.message
    );
    assert_eq!(left(&desk), ["old.csv"]);
    assert_eq!(std::fs::read_to_string(place(&desk, "old.csv")).expect("there"), "old");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_is_stopped_leaves_no_file() {
    let desk = Desk::with(20_000, None).await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let mut events = desk.app.events();
    let (app, profile, path) = (desk.app.clone(), desk.profile.clone(), place(&desk, "stopped.xlsx"));
    let exporting =
        tokio::spawn(async move { app.export_users(profile, choice(ExportFormat::Xlsx), &path).await });
    loop {
        if let Some(AppEvent::ExportProgress(progress)) = events.next().await {
            assert_eq!((progress.profile.as_str(), progress.total), (desk.profile.as_str(), 20_013));
            break;
        }
    }
    desk.app.cancel_export(desk.profile.clone()).await.expect("asked");
    let stopped = exporting.await.expect("no panic").expect_err("stopped");
    assert_eq!(stopped.code, ErrorCode::Cancelled, "{stopped:?}");
    assert_eq!(left(&desk), Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn marked_people_are_copied_with_their_headers_or_without() {
    let desk = listed().await;
    let seen = desk.app.list_users(desk.profile.clone(), UserQuery::default(), 0, 500).await.expect("people");
    let as_of = seen.as_of.expect("a list");
    let picked = |all, ranges: &[(u32, u32)]| Picked {
        all,
        ranges: ranges.iter().map(|(from, to)| RowRange { from: *from, to: *to }).collect(),
        as_of: as_of.clone(),
    };
    let columns = vec!["email".to_owned(), "state".to_owned()];
    let copy = |picked, headers| {
        desk.app.copied_users(&desk.profile, UserQuery::default(), picked, columns.clone(), headers)
    };
    let (people, texts) = copy(picked(false, &[(0, 1), (4, 4)]), true).await.expect("copied");
    assert_eq!(people, CopiedPeople { rows: 3, columns: 2 });
    let lines: Vec<&str> = texts.lines.lines().collect();
    assert_eq!(lines[0], "E-mail\tState");
    assert_eq!(lines[3], format!("{}\t{}", seen.rows[4].email, seen.rows[4].state));
    assert_eq!(texts.table.expect("a table").matches("<tr>").count(), 4);
    let (people, texts) = copy(picked(true, &[]), false).await.expect("copied");
    assert_eq!((people.rows, texts.lines.lines().count()), (33, 33));
    let stale = Picked { as_of: "another".into(), ..picked(true, &[]) };
    assert_eq!(copy(stale, false).await.expect_err("another list").code, ErrorCode::ListChanged);
}
