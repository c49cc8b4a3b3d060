//! Pausing, stopping, taking up, and two walks at once: each rule as a sentence.

use super::driver::{Mishap, QUIET};
use super::sending::{assert_one_effect_each, begin, people, stop_reason, understood};
use super::{Driver, Effect, Fault, SessionEnd, ready, row};
use crate::lock::SenderLock;
use crate::run::{Decision, RunId, RunState};
use crate::sender::{Control, RunEnd, RunError, RunEvent, SendOptions, StopReason, send};
use crate::state::RowState as S;
use crate::{Journal, PlatformIdentity};
use rollcall_core::AccountState;
use std::sync::Arc;
use std::time::Duration;

#[tokio::test]
async fn one_person_is_sent_and_then_the_run_pauses() {
    let mut driver = Driver::new();
    understood(&driver).await;
    driver.options.one_then_pause = true;
    let run = begin(&driver, 5, &[Fault::RateLimited(1)]);
    assert_eq!(driver.send(&run).await, RunEnd::Paused);
    assert_eq!(driver.summary(&run).count(S::Confirmed), 1);
    assert_eq!(driver.summary(&run).state, RunState::Paused);
    driver.options.one_then_pause = false;
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.server.sizes(), [1, 1, 4]);
    assert_one_effect_each(&driver, 5);
}

#[tokio::test]
async fn a_stop_lets_what_is_in_flight_end_and_starts_no_more() {
    let driver = Driver::new();
    let run = begin(&driver, 5, &[]);
    let stop = Mishap { cancel_at: Some(0), ..Mishap::default() };
    let SessionEnd::Ended(end) = driver.session(&run, stop).await else { panic!("the session did not end") };
    assert_eq!(stop_reason(&end), Some(StopReason::Asked));
    let summary = driver.summary(&run);
    assert_eq!((summary.sent(), summary.not_sent(), summary.being_checked()), (1, 4, 0));
    assert_eq!(driver.open().cancel_ready(&run, "ann").expect("called off"), 4);
    assert_eq!(driver.summary(&run).state, RunState::Finished);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.server.sizes(), [1]);
}

#[tokio::test]
async fn a_pause_ends_a_long_wait_at_once() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::All)]);
    let pause = Mishap { pause_at: Some(1), ..Mishap::default() };
    let SessionEnd::Ended(end) = driver.session(&run, pause).await else { panic!("the session did not end") };
    assert_eq!(end, RunEnd::Paused);
    assert!(driver.clock.passed() < QUIET);
    assert_eq!(driver.states(&run), [S::Unknown]);
}

#[tokio::test]
async fn a_run_is_taken_up_only_on_its_own_platform_and_by_its_own_caller() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[]);
    driver.server.state().platform.base = "https://api.example/customer-7".into();
    let refused = driver.session(&run, Mishap::default()).await;
    assert!(matches!(refused, SessionEnd::Failed(RunError::OtherPlatform)), "{refused:?}");
    driver.server.state().platform =
        PlatformIdentity { base: "sandbox:".into(), subject: Some("bob".into()) };
    let refused = driver.session(&run, Mishap::default()).await;
    assert!(matches!(refused, SessionEnd::Failed(RunError::OtherSubject)), "{refused:?}");
    assert!(driver.server.sizes().is_empty());
    assert_eq!(driver.states(&run), [S::Ready]);
}

#[tokio::test]
async fn a_journal_that_can_not_be_written_halts_the_run_before_the_call() {
    for writes in 0..6 {
        let driver = Driver::new();
        let run = begin(&driver, 2, &[]);
        let full = Mishap { fail_writes_after: Some(writes), ..Mishap::default() };
        let end = driver.session(&run, full).await;
        // Recovery, "running", a claim, its answer, the next claim: nothing goes out past the failed one.
        let expected = [0, 0, 0, 1, 1, 2][writes as usize];
        assert_eq!(driver.server.sizes().len(), expected, "after {writes} writes: {end:?}");
        assert!(matches!(end, SessionEnd::Failed(_)), "{end:?}");
        assert_eq!(driver.send(&run).await, RunEnd::Finished);
        assert_one_effect_each(&driver, 2);
    }
}

#[tokio::test]
async fn a_journal_opened_for_reading_sends_nothing() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[]);
    let journal = Arc::new(Journal::open_read_only(&driver.path, None).expect("readable"));
    let lock = SenderLock::acquire(&journal.lock_path()).expect("the lock");
    let gateway: Arc<dyn crate::Gateway> = driver.server.clone();
    let halted = send(journal, &lock, gateway, &run, SendOptions::default(), Control::new(), |_| {}).await;
    assert!(matches!(halted, Err(RunError::Journal(crate::JournalError::ReadOnly))), "{halted:?}");
    assert!(driver.server.sizes().is_empty());
}

#[tokio::test]
async fn a_journal_that_contradicts_itself_sends_nothing() {
    let driver = Driver::new();
    let run = begin(&driver, 2, &[Fault::KeyRefused]);
    driver.send(&run).await;
    let posts = driver.server.sizes().len();
    // Somebody who edits the database makes a row ready that never was.
    driver.open().connection().execute_batch("UPDATE rows SET attempts = 2 WHERE row = 1").expect("edited");
    let end = driver.session(&run, Mishap::default()).await;
    let SessionEnd::Failed(RunError::Journal(crate::JournalError::Corrupt { what })) = end else {
        panic!("{end:?}")
    };
    assert!(what.contains("row 1"), "{what}");
    assert_eq!(driver.server.sizes().len(), posts);
}

#[tokio::test]
async fn the_lock_of_another_journal_is_not_good_enough() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[]);
    let journal = Arc::new(driver.open());
    let lock = SenderLock::acquire(&driver.path.with_extension("elsewhere")).expect("a lock");
    let gateway: Arc<dyn crate::Gateway> = driver.server.clone();
    let end = send(journal, &lock, gateway, &run, SendOptions::default(), Control::new(), |_| {}).await;
    assert!(matches!(end, Err(RunError::WrongLock)), "{end:?}");
    assert!(driver.server.sizes().is_empty());
}

#[tokio::test]
async fn two_walks_can_not_share_one_lock() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[]);
    let journal = Arc::new(driver.open());
    let lock = SenderLock::acquire(&journal.lock_path()).expect("the lock");
    let gateway: Arc<dyn crate::Gateway> = driver.server.clone();
    let walk = || {
        let (journal, gateway) = (Arc::clone(&journal), Arc::clone(&gateway));
        send(journal, &lock, gateway, &run, SendOptions::default(), Control::new(), |_| {})
    };
    let (first, second) = tokio::join!(walk(), walk());
    assert_eq!(first.expect("walked"), RunEnd::Finished);
    assert!(matches!(second, Err(RunError::AlreadySending)), "{second:?}");
    assert_eq!(walk().await.expect("the lock is free again"), RunEnd::Finished);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn a_run_goes_out_by_the_clock_of_the_machine_too() {
    let driver = Driver::new();
    let journal = Arc::new(Journal::open(&driver.path, None).expect("a journal"));
    let run = journal.create_run(driver.new_run(people(3))).expect("a run");
    let lock = SenderLock::acquire(&journal.lock_path()).expect("the lock");
    driver.server.state().faults.push_back(Fault::NotSent);
    let gateway: Arc<dyn crate::Gateway> = driver.server.clone();
    let end = send(journal, &lock, gateway, &run, SendOptions::default(), Control::new(), |_| {}).await;
    assert_eq!(end.expect("walked"), RunEnd::Finished);
    assert_one_effect_each(&driver, 3);
}

#[tokio::test]
async fn two_runs_with_the_same_person_send_once() {
    let driver = Driver::new();
    let first = driver.create(people(2));
    let second = driver.create(vec![ready(7, "P2@contoso.example"), ready(8, "p3@contoso.example")]);
    assert_eq!(driver.send(&first).await, RunEnd::Finished);
    assert_eq!(driver.send(&second).await, RunEnd::Finished);
    assert_eq!(driver.states(&second), [S::AlreadyPresent, S::Confirmed]);
    assert_eq!(driver.rows(&second)[0].code.as_deref(), Some("already-invited"));
    assert_one_effect_each(&driver, 3);
}

#[tokio::test]
async fn a_plan_that_was_made_before_another_run_sent_does_not_send_twice() {
    let driver = Driver::new();
    let planned_at = Some(driver.open().mark().expect("readable"));
    let first = driver.create(people(1));
    assert_eq!(driver.send(&first).await, RunEnd::Finished);
    let late = crate::NewRun { planned_at, ..driver.new_run(people(1)) };
    let second = driver.open().create_run(late).expect("a run");
    assert_eq!(driver.send(&second).await, RunEnd::Finished);
    assert_eq!(driver.states(&second), [S::AlreadyPresent]);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn whom_another_run_may_have_invited_waits_for_a_persons_word_and_is_not_said_to_be_invited() {
    let decided = [
        (None, S::NeedsReview, RunEnd::NeedsPeople),
        (Some(Decision::Drop), S::NeedsReview, RunEnd::NeedsPeople),
        (Some(Decision::Done), S::AlreadyPresent, RunEnd::Finished),
    ];
    for (decision, state, end) in decided {
        let driver = Driver::new();
        driver.server.state().facts.pending_listed = false;
        let first = driver.create(people(2));
        let second = begin(&driver, 1, &[Fault::NoAnswer(Effect::Nothing)]);
        assert_eq!(driver.send(&second).await, RunEnd::NeedsPeople);
        if let Some(decision) = decision {
            driver.open().resolve(&second, 1, decision, "ann").expect("decided");
        }
        assert_eq!(driver.send(&first).await, end, "{decision:?}");
        assert_eq!(driver.states(&first), [state, S::Confirmed], "{decision:?}");
        assert_eq!(driver.server.sizes(), [1, 1], "nothing is sent again by itself");
        if state == S::NeedsReview {
            let row = driver.rows(&first).remove(0);
            let message = row.message.expect("a sentence");
            assert!(message.contains("people.xlsx") && message.contains("say whether"), "{message}");
            assert_eq!(row.code.as_deref(), Some("unclear-elsewhere"));
            driver.open().resolve(&first, 1, Decision::Send, "ann").expect("decided");
            driver.server.state().decided_at.insert("p1@contoso.example".into(), driver.clock.passed());
            assert_eq!(driver.send(&first).await, RunEnd::Finished);
            assert_one_effect_each(&driver, 2);
        }
    }
}

#[tokio::test]
async fn what_another_run_may_have_done_proves_nothing_of_a_row_that_is_sent_by_a_persons_word() {
    let driver = Driver::new();
    driver.server.state().facts.reinvite_restarts_creation_date = false;
    let first = driver.create(people(1));
    driver.server.add_person("p1@contoso.example", AccountState::New);
    driver.server.state().faults.extend([Fault::NoAnswer(Effect::All), Fault::NoAnswer(Effect::Nothing)]);
    let again = crate::NewRow { listed_before: true, ..ready(1, "P1@contoso.example") };
    let second = driver.create(vec![again]);
    assert_eq!(driver.send(&second).await, RunEnd::NeedsPeople);
    assert_eq!(driver.send(&first).await, RunEnd::NeedsPeople);
    driver.open().resolve(&first, 1, Decision::Send, "ann").expect("decided");
    driver.server.state().decided_at.insert("p1@contoso.example".into(), driver.clock.passed());
    assert_eq!(driver.send(&first).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&first), [S::NeedsReview]);
    assert_eq!(driver.rows(&first)[0].code.as_deref(), Some("listed-before"));
    driver.assert_no_violation();
}

#[tokio::test]
async fn another_scope_of_the_same_server_does_not_send_twice_either() {
    let driver = Driver::new();
    let planned = driver.new_run(people(1));
    let customer = PlatformIdentity { base: "sandbox:customer-7".into(), ..planned.platform.clone() };
    let other_scope = crate::NewRun { platform: customer.clone(), ..planned };
    let second = driver.open().create_run(other_scope).expect("a run");
    let first = driver.create(people(1));
    assert_eq!(driver.send(&first).await, RunEnd::Finished);
    driver.server.state().platform = customer;
    assert_eq!(driver.send(&second).await, RunEnd::Finished);
    assert_eq!(driver.states(&second), [S::AlreadyPresent]);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn a_person_whose_attempt_is_open_on_another_platform_is_not_sent() {
    let driver = Driver::new();
    let first = begin(&driver, 1, &[Fault::Crash(Effect::All)]);
    driver.session(&first, Mishap::default()).await;
    let elsewhere = PlatformIdentity { base: "https://other".into(), subject: None };
    let run = crate::NewRun { platform: elsewhere.clone(), ..driver.new_run(people(2)) };
    let second = driver.open().create_run(run).expect("a run");
    driver.server.state().platform = elsewhere;
    assert_eq!(stop_reason(&driver.send(&second).await), Some(StopReason::OpenElsewhere));
    assert_eq!(driver.states(&second), [S::Ready, S::Confirmed]);
    assert_one_effect_each(&driver, 2);
}

#[tokio::test]
async fn a_person_whose_attempt_is_open_in_another_run_waits_for_it_to_be_settled() {
    let driver = Driver::new();
    let first = begin(&driver, 1, &[Fault::Crash(Effect::Late(200))]);
    let second = driver.create(people(2));
    driver.session(&first, Mishap::default()).await;
    assert_eq!(driver.send(&second).await, RunEnd::Finished);
    assert_eq!(driver.states(&first), [S::ConfirmedByList]);
    assert_eq!(driver.states(&second), [S::AlreadyPresent, S::Confirmed]);
    assert_one_effect_each(&driver, 2);
}

#[tokio::test]
async fn somebody_who_accepted_meanwhile_is_not_invited_again_by_a_late_resume() {
    let driver = Driver::new();
    let again = |row, email: &str| crate::NewRow { listed_before: true, ..ready(row, email) };
    let run = driver.create(vec![again(1, "p1@contoso.example"), again(2, "p2@contoso.example")]);
    driver.server.state().faults.push_back(Fault::KeyRefused);
    driver.send(&run).await;
    driver.server.add_person("p1@contoso.example", AccountState::Active);
    driver.server.add_person("p2@contoso.example", AccountState::New);
    driver.clock.advance(Duration::from_secs(16 * 60));
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.states(&run), [S::AlreadyPresent, S::Confirmed]);
    assert_eq!(driver.rows(&run)[0].code.as_deref(), Some("already-active"));
}

#[tokio::test]
async fn after_a_lost_journal_what_was_under_way_gets_its_time_and_a_new_list_decides() {
    let driver = Driver::new();
    let first = begin(&driver, 1, &[Fault::Crash(Effect::Late(290))]);
    driver.session(&first, Mishap::default()).await;
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", driver.path.display()));
    }
    let lost_at = driver.clock.passed();
    driver.open().note_loss().expect("noted");
    let second = driver.create(people(2));
    driver.clock.advance(Duration::from_secs(60));
    driver.clock.reboot();
    assert_eq!(driver.send(&second).await, RunEnd::Finished);
    assert!(driver.clock.passed() >= lost_at + QUIET, "the quiet time was cut short");
    assert_eq!(driver.server.state().lists_read, 1);
    assert_eq!(driver.states(&second), [S::AlreadyPresent, S::Confirmed]);
    let third = driver.create(vec![ready(1, "p3@contoso.example")]);
    assert_eq!(driver.send(&third).await, RunEnd::Finished);
    assert_eq!(driver.server.state().lists_read, 1, "a list after the quiet time is as good as any");
}

#[tokio::test]
async fn after_a_lost_journal_a_person_decides_where_no_list_shows_who_was_invited() {
    let driver = Driver::new();
    driver.server.state().facts.visible_in_scope = false;
    driver.open().note_loss().expect("noted");
    let run = driver.create(vec![ready(1, "hidden1@contoso.example"), ready(2, "hidden2@contoso.example")]);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&run), [S::NeedsReview, S::NeedsReview]);
    assert_eq!(driver.rows(&run)[0].code.as_deref(), Some("record-lost"));
    assert!(driver.server.sizes().is_empty(), "nothing is sent again by itself");
    driver.open().resolve(&run, 1, Decision::Send, "ann").expect("decided");
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&run), [S::Confirmed, S::NeedsReview]);
}

#[tokio::test]
async fn several_unclear_calls_that_were_under_way_together_are_one_reason_to_doubt() {
    let mut driver = Driver::new();
    understood(&driver).await;
    (driver.options.batch, driver.options.concurrency) = (1, 8);
    driver.server.state().held_back = Duration::from_millis(300);
    let run = begin(&driver, 12, &[Fault::NoAnswer(Effect::All); 8]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished, "one hiccup does not end a run");
    assert_one_effect_each(&driver, 12);
}

#[tokio::test]
async fn a_run_that_another_runs_look_up_ended_does_not_stay_stopped() {
    let driver = Driver::new();
    let first = begin(&driver, 1, &[Fault::Crash(Effect::All)]);
    driver.session(&first, Mishap::default()).await;
    let second = begin(&driver, 1, &[]);
    assert_eq!(driver.send(&second).await, RunEnd::Finished);
    let summary = driver.summary(&first);
    assert_eq!((summary.state, summary.count(S::ConfirmedByList)), (RunState::Finished, 1));
}

#[tokio::test]
async fn a_run_taken_up_much_later_looks_at_a_new_list_first() {
    let driver = Driver::new();
    let run = begin(&driver, 3, &[Fault::KeyRefused]);
    driver.send(&run).await;
    driver.server.add_person("p2@contoso.example", AccountState::Active);
    driver.clock.advance(Duration::from_secs(16 * 60));
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.states(&run), [S::Confirmed, S::AlreadyPresent, S::Confirmed]);
    assert_eq!(driver.rows(&run)[1].code.as_deref(), Some("already-active"));
}

#[tokio::test]
async fn a_run_whose_sender_died_shows_as_stopped_once_another_starts() {
    let driver = Driver::new();
    let first = begin(&driver, 1, &[Fault::Crash(Effect::All)]);
    driver.session(&first, Mishap::default()).await;
    assert_eq!(driver.summary(&first).state, RunState::Running);
    let second = driver.create(vec![row(1, S::Rejected)]);
    assert_eq!(driver.send(&second).await, RunEnd::Finished);
    let summary = driver.summary(&first);
    assert_eq!((summary.state, summary.being_checked()), (RunState::Stopped, 1));
    assert!(summary.stopped_because.expect("a reason").contains("Nothing was lost"));
}

#[tokio::test]
async fn calls_keep_to_the_number_per_minute() {
    let mut driver = Driver::new();
    let clock = Arc::clone(&driver.clock) as Arc<dyn crate::Clock>;
    driver.options.limiter = Some(Arc::new(crate::Limiter::new(clock, None, Some(6))));
    driver.options.batch = 1;
    let run = begin(&driver, 4, &[]);
    driver.send(&run).await;
    assert!(driver.clock.passed() >= Duration::from_secs(30), "{:?}", driver.clock.passed());
}

#[tokio::test]
async fn progress_counts_the_rows_and_guesses_the_time_left() {
    let driver = Driver::new();
    let run = begin(&driver, 3, &[]);
    driver.send(&run).await;
    let events = driver.events.lock().expect("the events");
    let progress: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            RunEvent::Rows { rows, progress } => Some((rows.len(), progress.open, progress.left)),
            _ => None,
        })
        .collect();
    let seconds = |n| Some(Duration::from_secs(n));
    assert_eq!(progress, [(1, 2, seconds(2)), (2, 0, seconds(0))]);
}

/// A row that was sent in vain to somebody whom no list shows, and that a person wants sent again.
async fn in_doubt(driver: &Driver, email: &str) -> RunId {
    driver.server.state().facts.pending_listed = false;
    driver.server.state().faults.push_back(Fault::ResultsMissing);
    let run = driver.create(vec![ready(1, email)]);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    driver.open().resolve(&run, 1, Decision::Send, "ann").expect("decided");
    driver.server.state().decided_at.insert(email.into(), driver.clock.passed());
    run
}

#[tokio::test]
async fn a_refusal_does_not_end_a_row_whose_earlier_attempt_may_have_gone_through() {
    let driver = Driver::new();
    let run = in_doubt(&driver, "guilty@x.example").await;
    driver.server.state().atomic = true;
    driver.server.state().faults.push_back(Fault::Fine);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&run), [S::NeedsReview]);
    let history = driver.open().history(&run, 1).expect("readable");
    let refusal = &history[history.len() - 2];
    assert_eq!(refusal.code.as_deref(), Some("bad-request"), "what the platform said is lost");
}

#[tokio::test]
async fn calling_off_a_row_in_doubt_asks_a_person_again() {
    let driver = Driver::new();
    let run = in_doubt(&driver, "a@x.example").await;
    assert_eq!(driver.open().cancel_ready(&run, "ann").expect("called off"), 1);
    assert_eq!(driver.states(&run), [S::NeedsReview]);
}
