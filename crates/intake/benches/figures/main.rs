//! How long reading takes beside the bare readers and openpyxl, through the process as in the app, with the limits
//! that were set for it. Words after the name choose cases: `cargo bench -p rollcall-intake --bench figures -- xlsx`.

mod files;
mod rivals;

#[path = "../../tests/common/mod.rs"]
mod common;

use common::World;
use common::memory::Watch;
use rollcall_intake::{
    Basis, Limits, Mapping, Plan, ReadOptions, Reading, Table, guess_mapping, read_within,
};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Each time is the best of so many: other programs disturb those that run as two processes most.
const RUNS: usize = 11;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let wanted = |case: &str| words.is_empty() || words.iter().any(|word| case.contains(word.as_str()));
    if wanted("xlsx") {
        xlsx(100_000);
    }
    if wanted("csv") {
        csv(1_000_000);
    }
    if wanted("growth") {
        growth();
    }
}

/// The best time of some runs, and what the last one gave. One result is held at a time, as in the app; how long it takes
/// to let go of it is nobody's waiting.
fn best<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut shortest = Duration::MAX;
    let mut result = None;
    for _ in 0..RUNS {
        drop(result.take());
        let start = Instant::now();
        result = Some(run());
        shortest = shortest.min(start.elapsed());
    }
    (shortest, result.expect("there is at least one run"))
}

fn apart() -> Reading {
    Reading::Apart(env!("CARGO_BIN_EXE_rollcall-reader").into())
}

fn lifted() -> Limits {
    Limits { rows: 2_000_000, cells: 20_000_000, ..Limits::default() }
}

fn read(bytes: &[u8], name: &str) -> Table {
    read_within(&apart(), bytes, name, &ReadOptions::default(), lifted()).expect("reads")
}

fn read_and_check(bytes: &[u8], name: &str, world: &World) -> Plan {
    let table = read(bytes, name);
    let mapping = Mapping::of_guesses(&guess_mapping(&table, &world.reference));
    let reference = Arc::new(world.reference.clone());
    let basis = Basis { table: Arc::new(table), mapping, reference, ..Basis::default() };
    rollcall_intake::check(Arc::new(basis), world)
}

fn say(what: &str, time: Duration) {
    println!("{what:<44} {:>8.0} ms", time.as_secs_f64() * 1000.0);
}

fn ratio(what: &str, ours: Duration, theirs: Duration, limit: &str) {
    println!("{what:<44} {:>8.2} x   wanted {limit}", ours.as_secs_f64() / theirs.as_secs_f64());
}

fn xlsx(rows: u32) {
    println!("\n── xlsx, {rows} rows of 6 columns");
    let bytes = files::xlsx(rows);
    let world = World::load();
    let (bare, cells) = best(|| rivals::calamine(&bytes));
    let (reading, table) = best(|| read(&bytes, "people.xlsx"));
    let (here, _) = best(|| rollcall_intake::read(&bytes, "people.xlsx", &ReadOptions::default()));
    let (checked, _) = best(|| read_and_check(&bytes, "people.xlsx", &world));
    say(&format!("bare calamine ({cells} cells)"), bare);
    say("reading, in a process of its own", reading);
    say("reading, here", here);
    say("reading, mapping and checking", checked);
    ratio("reading : calamine", reading, bare, "-");
    ratio("read, mapped and checked : calamine", checked, bare, "at most 1.6");
    assert_eq!(table.len(), rows as usize);
    match rivals::openpyxl(&bytes) {
        Some(openpyxl) => {
            say("openpyxl, reading only", openpyxl);
            ratio("openpyxl : read, mapped and checked", openpyxl, checked, "at least 8");
        }
        None => println!("openpyxl could not be installed, so it was not measured."),
    }
    peak("xlsx", || drop(read(&bytes, "people.xlsx")));
}

fn csv(rows: u32) {
    println!("\n── csv, {rows} rows of 6 columns");
    let bytes = files::csv(rows);
    let world = World::load();
    println!("{:.0} MB", bytes.len() as f64 / 1e6);
    let (bare, _) = best(|| rivals::csv(&bytes));
    let (records, _) = best(|| rivals::csv_records(&bytes));
    let (reading, table) = best(|| read(&bytes, "people.csv"));
    let (here, _) = best(|| {
        let options = ReadOptions::default();
        read_within(&Reading::Here, &bytes, "people.csv", &options, lifted()).expect("reads")
    });
    let (checked, _) = best(|| read_and_check(&bytes, "people.csv", &world));
    say("bare csv, one record used again and again", bare);
    say("bare csv, a record for each line", records);
    say("reading, here", here);
    say("reading, in a process of its own", reading);
    say("reading, mapping and checking", checked);
    ratio("reading : csv, one record", reading, bare, "at most 2");
    ratio("reading : csv, a record each", reading, records, "at most 2");
    ratio("read, mapped and checked : csv, one record", checked, bare, "at most 6");
    ratio("read, mapped and checked : csv, a record each", checked, records, "at most 6");
    assert_eq!(table.len(), rows as usize);
    peak("csv", || drop(read(&bytes, "people.csv")));
}

fn peak(what: &str, run: impl FnOnce()) {
    let watch = Watch::begin();
    run();
    let memory = watch.end();
    println!("{:<44} {:>8} MB in the reader", format!("peak memory, {what}"), memory >> 20);
}

fn growth() {
    println!("\n── growth, reading in a process of its own");
    for rows in [1_000, 10_000, 100_000, 1_000_000] {
        let (csv, xlsx) = (files::csv(rows), files::xlsx(rows));
        let (csv, _) = best(|| read(&csv, "people.csv"));
        let (xlsx, _) = best(|| read(&xlsx, "people.xlsx"));
        let each = |time: Duration| time.as_secs_f64() * 1e6 / f64::from(rows);
        println!(
            "{rows:>9} rows   csv {:>7.1} ms ({:.2} µs a row)   xlsx {:>8.1} ms ({:.2} µs a row)",
            csv.as_secs_f64() * 1e3,
            each(csv),
            xlsx.as_secs_f64() * 1e3,
            each(xlsx)
        );
    }
}
