//! What the journal refuses, and what it remembers.

use super::{Driver, Fault, ProcessClock, ready, row};
use crate::journal::{Journal, JournalError};
use crate::lock::SenderLock;
use crate::run::{NewRow, PlatformIdentity, RowFilter, RunId, RunState};
use crate::sender::{Control, send};
use crate::state::RowState as S;
use rollcall_core::{AccountState, CanonicalEmail};
use std::sync::Arc;
use std::time::Duration;

fn here() -> PlatformIdentity {
    PlatformIdentity { base: "sandbox:".into(), subject: None }
}

#[test]
fn a_run_is_read_back_as_it_was_written() {
    let driver = Driver::new();
    let mut folded = row(3, S::Folded);
    folded.of = Some(2);
    folded.message = Some("Adds an organization to row 2.".into());
    let run = driver.create(vec![ready(2, "Ann@x.example"), folded, row(4, S::Rejected)]);
    let journal = driver.open();
    let summary = journal.run(&run).expect("readable").expect("the run");
    assert_eq!((summary.rows, summary.people, summary.state), (3, 1, RunState::Stopped));
    assert_eq!(summary.headers, ["E-mail", "Sum"]);
    assert_eq!(summary.counts.values().sum::<u32>(), 3);
    let window = journal.rows(&run, &RowFilter::default(), 1, 1).expect("readable");
    assert_eq!((window.total, window.rows.len()), (3, 1));
    assert_eq!((window.rows[0].row, window.rows[0].of), (3, Some(2)));
    let only = RowFilter { states: vec![S::Ready, S::Rejected] };
    let window = journal.rows(&run, &only, 0, 10).expect("readable");
    let numbers: Vec<u32> = window.rows.iter().map(|row| row.row).collect();
    assert_eq!((window.total, numbers), (2, vec![2, 4]));
    assert_eq!(window.rows[0].cells, ["Ann@x.example", "=1+1"]);
    assert_eq!(journal.find_by_fingerprint("cd").expect("readable"), [summary]);
    assert_eq!(journal.run(&"no-such-run".into()).expect("readable"), None);
}

#[tokio::test]
async fn a_run_that_is_given_something_to_do_as_it_ends_is_not_written_as_finished() {
    let driver = Driver::new();
    driver.server.state().facts.pending_listed = false;
    driver.server.state().faults.push_back(Fault::ResultsMissing);
    let run = driver.create(vec![ready(1, "a@x.example")]);
    driver.send(&run).await;
    let journal = driver.open();
    let key = journal.open_run(&run).expect("the run").key;
    journal.note_run(key, RunState::Running, None, None).expect("a sender walks it");
    journal.resolve(&run, 1, crate::Decision::Send, "ann").expect("decided in this very moment");
    assert!(
        !journal.note_end(key, RunState::Finished, None).expect("readable"),
        "a row would be left behind"
    );
    assert!(journal.note_end(key, RunState::Stopped, None).expect("written"));
}

#[test]
fn runs_are_listed_newest_first() {
    let driver = Driver::new();
    let (old, new) = (driver.create(vec![row(1, S::Rejected)]), driver.create(vec![row(1, S::Rejected)]));
    let ids: Vec<_> = driver.open().runs().expect("readable").into_iter().map(|run| run.id).collect();
    assert_eq!(ids, [new, old]);
}

#[test]
fn a_run_in_which_a_person_would_be_invited_twice_is_not_written() {
    let driver = Driver::new();
    let twice = driver.new_run(vec![ready(1, "a@x.example"), ready(2, "A@X.example")]);
    let refused = driver.open().create_run(twice);
    assert!(matches!(refused, Err(JournalError::InvalidRun { .. })), "{refused:?}");
    assert!(driver.open().runs().expect("readable").is_empty());
}

#[test]
fn a_row_that_does_not_fit_its_state_is_not_written() {
    let driver = Driver::new();
    let wrong: [Vec<NewRow>; 5] = [
        vec![row(1, S::Confirmed)],
        vec![row(1, S::Ready)],
        vec![NewRow { state: S::Rejected, ..ready(1, "a@x.example") }],
        vec![NewRow { canonical: Some(CanonicalEmail::of_listed("b@x.example")), ..ready(1, "a@x.example") }],
        vec![row(1, S::Rejected), row(1, S::Rejected)],
    ];
    for rows in wrong {
        let refused = driver.open().create_run(driver.new_run(rows.clone()));
        assert!(matches!(refused, Err(JournalError::InvalidRun { .. })), "{rows:?}");
    }
}

#[test]
fn a_plan_on_an_old_list_is_not_written_unless_it_sends_nothing() {
    let driver = Driver::new();
    let old = |rows| crate::NewRun { list_age_seconds: Some(901), ..driver.new_run(rows) };
    let refused = driver.open().create_run(old(vec![ready(1, "a@x.example")]));
    assert!(matches!(refused, Err(JournalError::ListTooOld { minutes: 15 })), "{refused:?}");
    assert!(driver.open().create_run(old(vec![row(1, S::Rejected)])).is_ok());
}

#[tokio::test]
async fn whoever_was_invited_counts_as_invited_for_as_long_as_asked_and_by_no_wall_clock() {
    let driver = Driver::new();
    let run = driver.create(vec![ready(1, "A@x.example"), ready(2, "bad@x.example")]);
    driver.send(&run).await;
    let journal = driver.open();
    let quiet = Some(Duration::from_secs(360));
    let among = |within| {
        let people = journal.recently_invited(&here(), within).expect("readable");
        (people.contains(&CanonicalEmail::of_listed("a@X.example")), people.len())
    };
    driver.clock.jump(86_400);
    assert_eq!(among(quiet), (true, 1), "a jump of the wall clock hid an invitation");
    driver.clock.advance(Duration::from_secs(400));
    assert_eq!(among(quiet), (false, 0));
    assert_eq!(among(None), (true, 1));
    let elsewhere = PlatformIdentity { base: "https://other".into(), subject: None };
    assert!(journal.recently_invited(&elsewhere, None).expect("readable").is_empty());
}

#[tokio::test]
async fn after_a_boot_whoever_was_invited_counts_until_enough_time_passed_for_certain() {
    let driver = Driver::new();
    let run = driver.create(vec![ready(1, "a@x.example")]);
    driver.send(&run).await;
    let count = || {
        let within = Some(Duration::from_secs(360));
        driver.open().recently_invited(&here(), within).expect("readable").len()
    };
    driver.clock.reboot();
    driver.clock.jump(86_400);
    assert_eq!(count(), 1, "a boot and a jump of the wall clock hid an invitation");
    driver.clock.advance(Duration::from_secs(361));
    assert_eq!(count(), 0, "six minutes since the boot are six minutes since the invitation");
    driver.clock.reboot();
    driver.clock.jump(30 * 86_400);
    assert_eq!(count(), 0, "no clock is off by a month");
}

/// A journal in a process with a clock of its own that begins now.
fn process(driver: &Driver, name: &str) -> Arc<Journal> {
    let clock = ProcessClock::begun_now(&driver.clock, name);
    let journal = Journal::open_with_clock(&driver.path, None, clock).expect("a journal");
    Arc::new(journal.without_waiting_for_the_disk())
}

async fn sent(driver: &Driver, journal: &Arc<Journal>, rows: Vec<NewRow>) -> RunId {
    let run = journal.create_run(driver.new_run(rows)).expect("a run");
    let lock = SenderLock::acquire(&journal.lock_path()).expect("nobody else sends");
    let gateway: Arc<dyn crate::Gateway> = driver.server.clone();
    let (options, control) = (driver.options.clone(), Control::new());
    send(Arc::clone(journal), &lock, gateway, &run, options, control, |_| {}).await.expect("walked");
    run
}

#[tokio::test]
async fn whoever_another_process_invited_a_moment_ago_counts_however_long_this_one_has_run() {
    let driver = Driver::new();
    let window = process(&driver, "window");
    driver.clock.advance(Duration::from_secs(3 * 3_600));
    sent(&driver, &process(&driver, "job"), vec![ready(1, "ann@x.example")]).await;
    driver.clock.advance(Duration::from_secs(10));
    let within = Some(Duration::from_secs(360));
    assert_eq!(window.recently_invited(&here(), within).expect("readable").len(), 1);
    driver.clock.advance(Duration::from_secs(3_600));
    assert_eq!(window.recently_invited(&here(), within).expect("readable").len(), 1, "nobody knows how long");
    driver.clock.jump(30 * 86_400);
    assert!(
        window.recently_invited(&here(), within).expect("readable").is_empty(),
        "no clock is off by a month"
    );
}

#[tokio::test]
async fn what_a_process_found_in_the_journal_is_as_old_as_the_process_for_certain() {
    let driver = Driver::new();
    sent(&driver, &process(&driver, "job"), vec![ready(1, "ann@x.example")]).await;
    driver.clock.advance(Duration::from_secs(3_600));
    let window = process(&driver, "window");
    let count = || {
        let within = Some(Duration::from_secs(360));
        window.recently_invited(&here(), within).expect("readable").len()
    };
    assert_eq!(count(), 1, "a process that has just begun can't tell an hour from a minute");
    driver.clock.advance(Duration::from_secs(361));
    assert_eq!(count(), 0);
}

#[tokio::test]
async fn a_date_from_before_another_process_invited_proves_no_invitation_of_this_one() {
    let driver = Driver::new();
    driver.server.add_person("ann@x.example", AccountState::New);
    let window = process(&driver, "window");
    driver.clock.advance(Duration::from_secs(3 * 3_600));
    let created = driver.server.listed().into_values().next().expect("ann").created_at;
    let again =
        || NewRow { listed_before: true, created_before: created.clone(), ..ready(1, "ann@x.example") };
    sent(&driver, &process(&driver, "job"), vec![again()]).await;
    driver.server.state().faults.push_back(Fault::NoAnswer(super::Effect::Nothing));
    driver.server.state().decided_at.insert("ann@x.example".into(), driver.clock.passed());
    let run = sent(&driver, &window, vec![again()]).await;
    assert_eq!(driver.states(&run), [S::NeedsReview]);
    assert_eq!(driver.rows(&run)[0].code.as_deref(), Some("listed-before"));
}

#[test]
fn what_is_left_of_a_lost_journal_stays_and_nothing_is_begun_beside_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (path, log) = (folder.path().join("journal.db"), folder.path().join("journal.db-wal"));
    std::fs::write(&log, [7; 64]).expect("a log");
    for empty in [false, true] {
        if empty {
            std::fs::write(&path, []).expect("an empty file");
        }
        let refused = Journal::open_after_loss(&path, None).err();
        assert!(
            matches!(refused, Some(JournalError::Store(rollcall_store::StoreError::Damaged))),
            "{refused:?}"
        );
        assert_eq!(std::fs::read(&log).expect("the log"), [7; 64]);
        assert!(!path.exists() || empty);
    }
    std::fs::remove_file(&log).expect("removed");
    let begun = Journal::open_after_loss(&path, None).expect("an empty file is no journal");
    assert!(begun.was_ever_lost().expect("readable"));
}

#[test]
fn a_journal_that_another_process_began_anew_is_not_begun_once_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("journal.db");
    let first = Journal::open_after_loss(&path, None).expect("begun anew");
    let driver = Driver::new();
    let run = first.create_run(driver.new_run(vec![row(1, S::Rejected)])).expect("a run");
    drop(first);
    let second = Journal::open_after_loss(&path, None).expect("opened");
    assert!(second.run(&run).expect("readable").is_some(), "what the first one wrote is gone");
}

#[tokio::test]
async fn whoever_is_being_checked_counts_as_invited_at_any_time() {
    let driver = Driver::new();
    driver.server.state().faults.push_back(Fault::Crash(super::Effect::Nothing));
    let run = driver.create(vec![ready(1, "a@x.example")]);
    driver.session(&run, super::driver::Mishap::default()).await;
    driver.clock.advance(Duration::from_secs(1_000_000));
    assert_eq!(
        driver.open().recently_invited(&here(), Some(Duration::from_secs(1))).expect("readable").len(),
        1
    );
}

#[tokio::test]
async fn the_database_itself_forbids_rewriting_what_happened() {
    let driver = Driver::new();
    let run = driver.create(vec![ready(1, "a@x.example")]);
    driver.send(&run).await;
    let journal = driver.open();
    let connection = journal.connection();
    let forbidden = [
        "UPDATE events SET step = 'invited'",
        "DELETE FROM events",
        "UPDATE calls SET body_sha256 = ''",
        "DELETE FROM calls",
        "UPDATE answers SET understood = 0",
        "DELETE FROM answers",
        "UPDATE run_events SET state = 'running'",
        "DELETE FROM run_events",
        "UPDATE runs SET title = ''",
        "DELETE FROM runs",
        "DELETE FROM rows",
        "UPDATE rows SET state = 'ready'",
        "UPDATE rows SET invitation = NULL",
        "UPDATE rows SET email = ''",
    ];
    for sql in forbidden {
        assert!(connection.execute(sql, []).is_err(), "the database allows: {sql}");
    }
}

#[test]
fn the_database_itself_forbids_a_second_open_attempt_for_a_person() {
    let driver = Driver::new();
    driver.create(vec![ready(1, "a@x.example")]);
    driver.create(vec![ready(1, "A@x.example")]);
    let journal = driver.open();
    let connection = journal.connection();
    connection.execute("UPDATE rows SET state = 'in-flight' WHERE run = 1", []).expect("the first");
    for state in ["in-flight", "unknown"] {
        let second = connection.execute("UPDATE rows SET state = ?1 WHERE run = 2", [state]);
        assert!(second.is_err(), "two attempts are open, the second {state}");
    }
}

#[test]
fn a_journal_keeps_what_it_wrote_durably() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = crate::Journal::open(&folder.path().join("journal.db"), None).expect("a journal");
    let connection = journal.connection();
    let value = |name: &str| -> String {
        connection
            .pragma_query_value(None, name, |row| {
                row.get_ref(0).map(|value| match value {
                    rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                    other => other.as_str().unwrap_or_default().to_owned(),
                })
            })
            .expect("a pragma")
    };
    assert_eq!(value("journal_mode"), "wal");
    assert_eq!(value("synchronous"), "2", "2 is FULL");
}
