//! How much memory exports of a large list take, beside the limit: the app's own use cases, each export in a process of
//! its own, so that its peak memory is its own.
//!
//! `cargo bench -p rollcall-app --bench exporting [PEOPLE]` prints one line for each format; without a number a million
//! people are written. A format that takes more than the limit makes it fail.

#[path = "../lists/mod.rs"]
mod lists;

use rollcall_app::App;
use rollcall_app::contract::*;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// What one export may take, in MB.
const MOST_MEGABYTES: f64 = 200.0;

/// What an export in another process took.
#[derive(Serialize, Deserialize)]
struct Took {
    seconds: f64,
    /// Peak memory of the process when the list was open and counted, before a row was written.
    before: f64,
    /// Peak memory at the end.
    megabytes: f64,
    rows: u32,
}

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["one", format, folder] => {
            let took = here(format, Path::new(folder));
            println!("{}", serde_json::to_string(&took).expect("a line"));
            ExitCode::SUCCESS
        }
        [] => all(1_000_000),
        [people] => match people.parse() {
            Ok(people) => all(people),
            Err(_) => {
                eprintln!("A number of people, or nothing for a million.");
                ExitCode::from(2)
            }
        },
        _ => ExitCode::from(2),
    }
}

fn all(people: u32) -> ExitCode {
    let folder = tempfile::tempdir().expect("a folder");
    lists::make(folder.path(), people);
    let mut kept = true;
    for format in ["csv", "xlsx", "json"] {
        let took = elsewhere(format, folder.path());
        assert_eq!(took.rows, people, "{format}: not everybody was written");
        let size = std::fs::metadata(folder.path().join(format!("out.{format}"))).expect("a file").len();
        let holds = took.megabytes <= MOST_MEGABYTES;
        kept &= holds;
        println!(
            "{people} people as {format}: {:.1} s, {} MB; peak memory {:.0} MB, {:.0} MB of it before the first row (wanted: at most {MOST_MEGABYTES:.0}){}",
            took.seconds,
            size >> 20,
            took.megabytes,
            took.before,
            if holds { "" } else { "  MISSED" }
        );
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn elsewhere(format: &str, folder: &Path) -> Took {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .args(["one", format])
        .arg(folder)
        .stderr(std::process::Stdio::inherit())
        .output()
        .expect("another process");
    serde_json::from_slice(&output.stdout).expect("what it took")
}

fn here(format: &str, folder: &Path) -> Took {
    let what = ExportChoice {
        query: UserQuery::default(),
        picked: None,
        everyone: true,
        columns: vec![],
        format: match format {
            "csv" => ExportFormat::Csv,
            "xlsx" => ExportFormat::Xlsx,
            _ => ExportFormat::Json,
        },
        separator: Separator::Comma,
        encoding: Encoding::Utf8Bom,
    };
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let app = App::open_with(lists::options(folder)).await.expect("Rollcall opens");
        let listed = app.roster_summary(SAMPLE_PROFILE.to_owned()).await.expect("a list");
        let (before, begun) = (peak(), Instant::now());
        let path = folder.join(format!("out.{format}"));
        let file = app.export_users(SAMPLE_PROFILE.to_owned(), what, &path).await.expect("written");
        assert_eq!(file.rows, listed.people);
        Took { seconds: begun.elapsed().as_secs_f64(), before, megabytes: peak(), rows: file.rows }
    })
}

/// The most memory that this process ever had, in MB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux tells");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a peak");
    let kilobytes = line.split_whitespace().nth(1).and_then(|number| number.parse::<f64>().ok());
    kilobytes.expect("a number") / 1024.0
}
