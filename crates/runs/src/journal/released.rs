//! Journals that released versions wrote, kept to see that they still open.

use super::{Journal, schema::SCHEMA};
use crate::run::{RowFilter, RunState};
use crate::simulation::{Driver, Effect, Fault, ready, row};
use crate::state::RowState as S;
use std::path::{Path, PathBuf};

fn fixture(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(format!("journal-v{version}.db"))
}

/// A run with every kind of row that a sender leaves, one of them in flight.
async fn write_sample(driver: &Driver) {
    let first = driver.create(vec![
        row(2, S::Rejected),
        ready(3, "ann@contoso.example"),
        ready(4, "bad@contoso.example"),
        ready(5, "zoë@contoso.example"),
        ready(6, "carl@contoso.example"),
    ]);
    let faults = [Fault::Fine, Fault::ResultsMissing, Fault::Crash(Effect::All)];
    driver.server.state().faults.extend(faults);
    driver.session(&first, crate::simulation::Mishap::default()).await;
    driver.create(vec![row(2, S::Conflict), ready(3, "dora@contoso.example")]);
}

#[tokio::test]
#[ignore = "writes the fixture of the current version; run it once, before that version is released"]
async fn write_the_fixture_of_the_current_version() {
    let driver = Driver::new();
    write_sample(&driver).await;
    let path = fixture(SCHEMA.version());
    // A copy of its own: the simulated server still reads the journal.
    driver
        .open()
        .connection()
        .execute("VACUUM INTO ?1", [path.to_string_lossy()])
        .expect("the fixture is written");
}

#[test]
fn every_released_version_has_a_fixture_that_migrates_to_the_tables_of_today() {
    for version in 1..=SCHEMA.version() {
        rollcall_store::testing::assert_migrates(&fixture(version), &SCHEMA, |connection| {
            let rows: u32 =
                connection.query_row("SELECT count(*) FROM rows", [], |row| row.get(0)).expect("a count");
            assert_eq!(rows, 7, "rows of version {version}");
        });
    }
}

#[test]
fn a_journal_of_version_1_is_read_checked_and_recovered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    std::fs::copy(fixture(1), &path).expect("a copy");
    let journal = Journal::open(&path, None).expect("a journal of version 1");
    let runs = journal.runs().expect("readable");
    let [second, first] = runs.as_slice() else { panic!("{} runs", runs.len()) };
    assert_eq!((first.state, first.count(S::Confirmed)), (RunState::Running, 1));
    assert_eq!((second.state, second.count(S::Ready)), (RunState::Stopped, 1));
    journal.recover().expect("recovered");
    for run in [first, second] {
        let open = journal.open_run(&run.id).expect("the run");
        journal.audit(open.key).expect("nothing contradicts itself");
    }
    let unknown = RowFilter { states: vec![S::Unknown] };
    let rows = journal.rows(&first.id, &unknown, 0, 10).expect("readable").rows;
    assert!(!rows.is_empty(), "what was in flight is not being checked");
    assert_eq!(
        journal.rows(&first.id, &RowFilter { states: vec![S::InFlight] }, 0, 10).expect("rows").total,
        0
    );
}

#[test]
fn a_journal_of_a_newer_version_is_refused_and_stays_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    let newer = rollcall_store::testing::create_at_version(&path, &SCHEMA, SCHEMA.version() as usize);
    newer.pragma_update(None, "user_version", SCHEMA.version() + 1).expect("a pragma");
    drop(newer);
    let before = std::fs::read(&path).expect("the file");
    assert!(Journal::open(&path, None).is_err(), "a newer journal was opened");
    assert_eq!(std::fs::read(&path).expect("the file"), before, "a newer journal was changed");
}
