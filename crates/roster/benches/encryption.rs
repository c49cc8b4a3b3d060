//! What encryption at rest costs: the same work on a list of people with a key and without one, by turns in one run.
//!
//! `cargo bench -p rollcall-roster --bench encryption [people]` prints a line for each kind of work. Without a number, 100,000
//! people. Nothing but a bench opens a list without a key where one could be had.
#![allow(missing_docs, reason = "a program, not a library")]

use jiff::Timestamp;
use rollcall_core::{AccountState, Secret, User};
use rollcall_roster::{Committed, Reference, RefreshFacts, Roster, UserQuery};
use rollcall_store::{DataKey, Schema};
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

const ROUNDS: usize = 5;
const PAGE: u32 = 1_000;
/// Rows that are written down one after another, each on disk before the next.
const APPENDED: u32 = 300;
/// As large as what the journal writes of one call.
const NOTES: Schema = Schema {
    name: "notes",
    application_id: 0x0a0b_0c0d,
    migrations: &["CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)"],
};

fn main() {
    let people = std::env::args().skip(1).find_map(|word| word.parse().ok()).unwrap_or(100_000);
    let key = DataKey::from_hex(&Secret::new("7".repeat(64))).expect("a key");
    let mut all: Vec<(&str, [Vec<Duration>; 2])> = Vec::new();
    for _ in 0..ROUNDS {
        for (side, key) in [None, Some(&key)].into_iter().enumerate() {
            let folder = tempfile::tempdir().expect("a folder");
            for (at, (what, took)) in work(folder.path(), key, people).into_iter().enumerate() {
                if at == all.len() {
                    all.push((what, Default::default()));
                }
                all[at].1[side].push(took);
            }
        }
    }
    println!("{people} people, the best of {ROUNDS} each{:>25}{:>12}", "plain", "encrypted");
    for (what, sides) in all {
        let [plain, encrypted] =
            sides.map(|times| times.into_iter().min().unwrap_or_default().as_secs_f64() * 1_000.0);
        println!("{what:<44}{plain:>9.2} ms{encrypted:>9.2} ms  {:.2} ×", encrypted / plain);
    }
}

/// Every kind of work once, on databases of its own.
fn work(folder: &Path, key: Option<&DataKey>, people: u32) -> Vec<(&'static str, Duration)> {
    let path = folder.join("roster.db");
    let roster = Roster::open(&path, key).expect("a list");
    let first = timed(|| refresh(&roster, people, 0));
    refresh(&roster, people, 1);
    let next = timed(|| refresh(&roster, people, 2));
    drop(roster);
    let again = || Roster::open(&path, key).expect("the list");
    let opened = timed(|| drop(again()));
    let on_new = |ask: &dyn Fn(&Roster)| {
        let roster = again();
        timed(|| ask(&roster))
    };
    let window = |search: &str, offset| {
        let query = UserQuery { search: search.to_owned(), ..UserQuery::default() };
        move |roster: &Roster| drop(roster.window(&query, offset, 200).expect("a window"))
    };
    vec![
        ("first list refreshed", first),
        ("next list refreshed, 2 in 100 changed", next),
        ("opened", opened),
        ("first window after a start", on_new(&window("", 0))),
        ("first search after a start", on_new(&window("smith4", 0))),
        ("everything for search and order loaded", on_new(&|roster| roster.prepare().expect("loaded"))),
        ("everybody read, row by row", on_new(&read_all)),
        ("300 notes, each on disk before the next", appended(&folder.join("notes.db"), key)),
    ]
}

fn read_all(roster: &Roster) {
    let mut seen = |_| ControlFlow::Continue(());
    roster.each_user(&UserQuery::default(), &mut seen).expect("all people");
}

fn appended(path: &Path, key: Option<&DataKey>) -> Duration {
    let notes = rollcall_store::open(path, key, &NOTES).expect("a database");
    let body = "a".repeat(400);
    timed(|| {
        for _ in 0..APPENDED {
            notes.execute("INSERT INTO note (body) VALUES (?1)", [&body]).expect("written");
        }
    })
}

fn refresh(roster: &Roster, people: u32, version: u32) {
    let mut refresh = roster.begin_refresh().expect("begun");
    for first in (0..people).step_by(PAGE as usize) {
        let page: Vec<User> = (first..people.min(first + PAGE)).map(|n| person(n, version)).collect();
        refresh.add(page).expect("staged");
    }
    let facts =
        RefreshFacts { fetched_at: Timestamp::now(), complete: true, subject: None, scope: "all".into() };
    let nothing = Reference { roles: Vec::new(), identity_providers: Vec::new(), organizations: None };
    assert!(
        matches!(refresh.commit(nothing, facts).expect("written"), Committed::Taken(_)),
        "the list is held"
    );
}

fn person(n: u32, version: u32) -> User {
    User {
        id: format!("{n:08x}-7d1c-4b5e-9a61-{:012x}", u64::from(n) * 7_919).into(),
        email: format!("anna.smith{n}@company{}.example", n % 997),
        first_name: ["Anna", "Zoë", "Jørgen", "Łukasz"][n as usize % 4].to_owned(),
        last_name: format!("Smith{n}"),
        state: AccountState::from_word(if n % 100 == version { "Blocked" } else { "Active" }),
        created_at: Some(format!("20{:02}-{:02}-{:02}T08:14:00Z", 10 + n % 16, 1 + n % 12, 1 + n % 28)),
        accessibility: Some("Full".to_owned()),
        role_ids: vec![format!("role-{}", n % 15).into()],
        identity_provider_id: Some(format!("provider-{}", n % 5).into()),
        external_id: Some(format!("waad|{n}")),
        organization_ids: vec![format!("organization-{}", n % 29).into()],
        other: serde_json::Map::new(),
        raw: None,
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let started = Instant::now();
    work();
    started.elapsed()
}
