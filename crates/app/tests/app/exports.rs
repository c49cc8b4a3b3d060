//! People as a file and on the clipboard.

use crate::common::*;
use rollcall_app::Events;
use rollcall_app::contract::*;
use std::io::Write;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

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

/// An output that takes its time, so that something is told on the way however fast the machine is.
#[derive(Clone, Default)]
struct Slow(Arc<Mutex<Vec<u8>>>);

impl Write for Slow {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        std::thread::sleep(Duration::from_millis(10));
        self.0.lock().expect("what was written").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// People of whom an export has something to tell.
const MANY: u32 = 5_000;

async fn many_listed() -> Desk {
    let desk = Desk::with(MANY, None).await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    desk
}

/// What is told of exports until `exporting` ends, and how it ended.
async fn told<T>(mut events: Events, exporting: impl Future<Output = T>) -> (Vec<ExportProgress>, T) {
    let mut told = Vec::new();
    tokio::pin!(exporting);
    let ended = loop {
        tokio::select! {
            biased;
            Some(event) = events.next() => told.extend(progress(event)),
            ended = &mut exporting => break ended,
        }
    };
    // What was told before the end, and not taken yet.
    while let Ok(Some(event)) = tokio::time::timeout(Duration::from_millis(50), events.next()).await {
        told.extend(progress(event));
    }
    (told, ended)
}

fn progress(event: AppEvent) -> Option<ExportProgress> {
    match event {
        AppEvent::ExportProgress(progress) => Some(progress),
        _ => None,
    }
}

/// Each time more people of the same number, and at the end all of them.
fn assert_rises_to_the_end(told: &[ExportProgress], desk: &Desk, total: u32) {
    assert!(told.iter().all(|one| (one.total, &one.profile) == (total, &desk.profile)), "{told:?}");
    assert!(told.is_sorted_by(|one, next| one.written < next.written), "it only rises: {told:?}");
    assert_eq!(told.last().map(|last| last.written), Some(total), "and ends with everybody");
}

#[tokio::test(flavor = "multi_thread")]
async fn how_far_an_export_is_rises_until_everybody_is_written() {
    let desk = many_listed().await;
    let (out, folder) = (Slow::default(), desk.folder.path().to_owned());
    let streaming =
        desk.app.stream_users(&desk.profile, choice(ExportFormat::Csv), None, folder, out.clone());
    let (told_of_stream, streamed) = told(desk.app.events(), streaming).await;
    streamed.expect("written");
    let lines = out.0.lock().expect("what was written").iter().filter(|byte| **byte == b'\n').count();
    let total = u32::try_from(lines).expect("a number") - 1;
    assert!(told_of_stream.len() > 2, "something is told on the way: {told_of_stream:?}");
    assert_rises_to_the_end(&told_of_stream, &desk, total);
    for format in ExportFormat::ALL {
        let name = format!("users.{}", format.ending());
        let (told, file) = told(desk.app.events(), export(&desk, choice(format), &name)).await;
        assert_eq!(file.expect("written").rows, total, "{format:?}");
        assert_rises_to_the_end(&told, &desk, total);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_is_stopped_in_its_midst_writes_nothing_more() {
    let desk = many_listed().await;
    let (out, folder, mut events) = (Slow::default(), desk.folder.path().to_owned(), desk.app.events());
    let (app, profile, written) = (desk.app.clone(), desk.profile.clone(), out.clone());
    let streaming = tokio::spawn(async move {
        app.stream_users(&profile, choice(ExportFormat::Csv), None, folder, written).await
    });
    let midst = loop {
        if let Some(progress) = events.next().await.and_then(progress) {
            break progress;
        }
    };
    assert!(midst.written > 0 && midst.written < midst.total, "in its midst: {midst:?}");
    desk.app.cancel_export(desk.profile.clone()).await.expect("asked");
    let stopped = streaming.await.expect("no panic").expect_err("stopped");
    assert_eq!(stopped.code, ErrorCode::Cancelled, "{stopped:?}");
    let lines = out.0.lock().expect("what was written").iter().filter(|byte| **byte == b'\n').count();
    assert!((lines as u32) < midst.total, "{lines} of {} rows", midst.total);
    let late = tokio::time::timeout(Duration::from_millis(50), events.next()).await.ok().flatten();
    let late = late.and_then(progress);
    assert!(late.is_none_or(|late| late.written < late.total), "nobody is told of an end");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_is_stopped_leaves_no_file_and_the_old_one_as_it_was() {
    let desk = Desk::with(20_000, None).await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    std::fs::write(place(&desk, "old.xlsx"), "old").expect("an older file");
    for name in ["stopped.xlsx", "old.xlsx"] {
        let mut events = desk.app.events();
        let (app, profile, path) = (desk.app.clone(), desk.profile.clone(), place(&desk, name));
        let exporting =
            tokio::spawn(async move { app.export_users(profile, choice(ExportFormat::Xlsx), &path).await });
        let midst = loop {
            if let Some(progress) = events.next().await.and_then(progress) {
                break progress;
            }
        };
        // A workbook is put together after its last row, so even then it is not done.
        assert_eq!((midst.profile.as_str(), midst.total), (desk.profile.as_str(), 20_013));
        desk.app.cancel_export(desk.profile.clone()).await.expect("asked");
        let stopped = exporting.await.expect("no panic").expect_err("stopped");
        assert_eq!(stopped.code, ErrorCode::Cancelled, "{stopped:?}");
    }
    assert_eq!(left(&desk), ["old.xlsx"]);
    assert_eq!(std::fs::read_to_string(place(&desk, "old.xlsx")).expect("there"), "old");
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
