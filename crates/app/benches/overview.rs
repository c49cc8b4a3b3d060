//! How long Overview waits for its numbers after a start, beside the limit: the app's own use cases, in a process that
//! has never seen the list.
//!
//! `cargo bench -p rollcall-app --bench overview [PEOPLE]` opens the list, asks what Overview asks, and prints one line;
//! without a number it does so for a hundred thousand people and for a million. A missed limit makes it fail.

#[path = "lists/mod.rs"]
mod lists;

use rollcall_app::App;
use rollcall_app::contract::*;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

/// Starts that count; the middle one is told.
const STARTS: usize = 5;

/// Until every number of Overview is there, at so many people and fewer.
const WANTED: [(u32, Duration); 2] =
    [(100_000, Duration::from_millis(300)), (1_000_000, Duration::from_secs(2))];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["one", folder] => {
            println!("{}", here(Path::new(folder)).as_micros());
            ExitCode::SUCCESS
        }
        [] => all(&[100_000, 1_000_000]),
        [people] => match people.parse() {
            Ok(people) => all(&[people]),
            Err(_) => {
                eprintln!("A number of people, or nothing for a hundred thousand and a million.");
                ExitCode::from(2)
            }
        },
        _ => ExitCode::from(2),
    }
}

fn all(sizes: &[u32]) -> ExitCode {
    let mut kept = true;
    for people in sizes {
        let folder = tempfile::tempdir().expect("a folder");
        lists::make(folder.path(), *people);
        let mut took: Vec<Duration> = (0..STARTS).map(|_| elsewhere(folder.path())).collect();
        took.sort();
        let wanted = WANTED.iter().find(|(most, _)| people <= most).map(|(_, wanted)| *wanted);
        let middle = took[STARTS / 2];
        let holds = wanted.is_none_or(|wanted| middle <= wanted);
        kept &= holds;
        println!(
            "{people} people: every number of Overview {middle:.0?} after the list is open ({:.0?} to {:.0?}; wanted: {}){}",
            took[0],
            took[STARTS - 1],
            wanted.map_or("nothing".to_owned(), |wanted| format!("at most {wanted:.0?}")),
            if holds { "" } else { "  MISSED" }
        );
    }
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A start of its own, so that nothing is counted beforehand.
fn elsewhere(folder: &Path) -> Duration {
    let output = Command::new(std::env::current_exe().expect("this program"))
        .arg("one")
        .arg(folder)
        .stderr(std::process::Stdio::inherit())
        .output()
        .expect("another process");
    let said = String::from_utf8_lossy(&output.stdout);
    Duration::from_micros(said.trim().parse().expect("how long it took"))
}

fn here(folder: &Path) -> Duration {
    let runtime = tokio::runtime::Runtime::new().expect("a runtime");
    runtime.block_on(async {
        let app = App::open_with(lists::options(folder)).await.expect("Rollcall opens");
        let profile = || SAMPLE_PROFILE.to_owned();
        let listed = app.roster_summary(profile()).await.expect("a list");
        let begun = Instant::now();
        let (facets, refreshes, runs) = tokio::join!(
            app.user_facets(profile(), UserQuery::default(), String::new()),
            app.list_refreshes(profile()),
            app.list_runs(profile()),
        );
        let took = begun.elapsed();
        let states: u32 = facets.expect("facets").states.iter().map(|state| state.people).sum();
        assert_eq!(states, listed.people, "everybody is counted");
        assert_eq!(refreshes.expect("refreshes").len(), 1);
        assert!(runs.expect("runs").is_empty());
        took
    })
}
