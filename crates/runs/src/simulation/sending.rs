//! What becomes of rows when calls and lists go wrong: each rule as a sentence.

use super::driver::{Mishap, QUIET};
use super::{Driver, Effect, Fault, ListFault, SessionEnd, ready, row};
use crate::run::{Decision, RunId, RunState};
use crate::sender::{RunEnd, RunEvent, StopReason};
use crate::state::RowState as S;
use crate::{FollowUp, PlatformIdentity};
use rollcall_core::AccountState;
use std::time::Duration;

pub(super) fn people(n: u32) -> Vec<crate::NewRow> {
    (1..=n).map(|i| ready(i, &format!("P{i}@contoso.example"))).collect()
}

pub(super) fn begin(driver: &Driver, n: u32, faults: &[Fault]) -> RunId {
    driver.server.state().faults.extend(faults);
    driver.create(people(n))
}

/// Everybody in one call from the first, as in a profile whose answers are understood.
pub(super) async fn understood(driver: &Driver) {
    let run = driver.create(vec![ready(1, "first@contoso.example")]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    driver.server.state().posts.clear();
}

pub(super) fn stop_reason(end: &RunEnd) -> Option<StopReason> {
    match end {
        RunEnd::Stopped { reason, .. } => Some(*reason),
        _ => None,
    }
}

pub(super) fn assert_one_effect_each(driver: &Driver, n: u32) {
    for i in 1..=n {
        assert_eq!(driver.server.effects_of(&format!("p{i}@contoso.example")), 1, "effects of person {i}");
    }
    driver.assert_no_violation();
}

#[tokio::test]
async fn everybody_is_invited_once_and_the_first_call_carries_one_person() {
    let driver = Driver::new();
    let run = begin(&driver, 6, &[]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.server.sizes(), [1, 2, 3]);
    assert_eq!(driver.states(&run), [S::Confirmed; 6]);
    assert_eq!(driver.rows(&run)[0].user_id.as_ref().expect("an id").as_str(), "id-p1@contoso.example");
    assert_one_effect_each(&driver, 6);
    let summary = driver.summary(&run);
    assert_eq!((summary.state, summary.rows, summary.people, summary.sent()), (RunState::Finished, 6, 6, 6));
}

#[tokio::test]
async fn the_calls_are_those_that_the_preview_shows() {
    let driver = Driver::new();
    driver.server.state().facts.batch_limit = 4;
    let journal = driver.open();
    let here = driver.server.state().platform.clone();
    let preview = crate::call_sizes(11, journal.understood_before(&here).expect("readable"), 4);
    let run = begin(&driver, 11, &[]);
    driver.send(&run).await;
    assert_eq!(driver.server.sizes(), preview);
    assert!(journal.understood_before(&here).expect("readable"));
    let elsewhere = PlatformIdentity { base: "https://other".into(), subject: None };
    assert!(!journal.understood_before(&elsewhere).expect("readable"));
}

#[tokio::test]
async fn what_a_refusal_says_is_kept_and_the_others_are_invited() {
    let driver = Driver::new();
    let run =
        driver.create(vec![ready(1, "a@x.example"), ready(2, "bad@x.example"), ready(3, "c@x.example")]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.states(&run), [S::Confirmed, S::Refused, S::Confirmed]);
    assert_eq!(driver.rows(&run)[1].code.as_deref(), Some("InvalidEmail"));
}

#[tokio::test]
async fn rows_that_are_not_ready_are_never_sent_and_a_conflict_asks_a_person() {
    let driver = Driver::new();
    let run = driver.create(vec![row(2, S::Rejected), ready(3, "a@x.example"), row(4, S::Conflict)]);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&run), [S::Rejected, S::Confirmed, S::Conflict]);
    assert_eq!(driver.server.sizes(), [1]);
    let journal = driver.open();
    let send_it = journal.resolve(&run, 4, Decision::Send, "ann");
    assert!(matches!(send_it, Err(crate::JournalError::NotWaiting { row: 4, .. })), "{send_it:?}");
    assert_eq!(journal.resolve(&run, 4, Decision::Drop, "ann").expect("decided"), S::Resolved);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
}

#[tokio::test]
async fn a_row_in_flight_at_the_crash_is_looked_up_not_resent() {
    for effect in [Effect::All, Effect::Late(300)] {
        let driver = Driver::new();
        let run = begin(&driver, 1, &[Fault::Crash(effect)]);
        assert!(matches!(driver.session(&run, Mishap::default()).await, SessionEnd::Crashed));
        assert_eq!(driver.states(&run), [S::InFlight]);
        assert_eq!(driver.send(&run).await, RunEnd::Finished);
        assert_eq!(driver.states(&run), [S::ConfirmedByList], "{effect:?}");
        assert_eq!(driver.server.sizes(), [1], "{effect:?}: sent again");
        assert_one_effect_each(&driver, 1);
    }
}

#[tokio::test]
async fn a_row_that_a_complete_list_proves_absent_is_sent_again() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::Nothing)]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.states(&run), [S::Confirmed]);
    assert_eq!(driver.rows(&run)[0].attempts, 2);
    assert_one_effect_each(&driver, 1);
    let steps: Vec<&str> =
        driver.open().history(&run, 1).expect("readable").iter().map(|event| event.step.as_str()).collect();
    assert_eq!(steps, ["claimed", "unclear", "proved-absent", "claimed", "invited"]);
}

#[tokio::test]
async fn an_unclear_outcome_waits_the_quiet_time_by_the_steady_clock_whatever_the_wall_says() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::Late(290))]);
    let stop = Mishap { cancel_at: Some(1), ..Mishap::default() };
    driver.session(&run, stop).await;
    assert_eq!(driver.states(&run), [S::Unknown]);
    let before = driver.clock.passed();
    driver.clock.jump(86_400);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert!(driver.clock.passed() - before >= QUIET, "looked too early");
    assert_eq!(driver.states(&run), [S::ConfirmedByList]);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn after_a_boot_the_quiet_time_begins_anew() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::Late(300))]);
    let stop = Mishap { cancel_at: Some(1), ..Mishap::default() };
    driver.session(&run, stop).await;
    assert_eq!(driver.states(&run), [S::Unknown]);
    driver.clock.jump(-86_400);
    driver.clock.reboot();
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.states(&run), [S::ConfirmedByList]);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn three_attempts_that_did_nothing_ask_a_person() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::Status(504, Effect::Nothing); 3]);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&run), [S::NeedsReview]);
    assert_eq!(driver.server.sizes(), [1, 1, 1]);
    assert_eq!(driver.open().resolve(&run, 1, Decision::Send, "ann").expect("decided"), S::Ready);
    driver.server.state().decided_at.insert("p1@contoso.example".into(), driver.clock.passed());
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn somebody_listed_before_is_never_confirmed_by_being_listed() {
    let driver = Driver::new();
    driver.server.state().facts.reinvite_restarts_creation_date = false;
    driver.server.add_person("p1@contoso.example", AccountState::New);
    driver.server.state().faults.push_back(Fault::NoAnswer(Effect::Nothing));
    let run = driver.create(vec![crate::NewRow { listed_before: true, ..ready(1, "p1@contoso.example") }]);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&run), [S::NeedsReview]);
    assert_eq!(driver.rows(&run)[0].code.as_deref(), Some("listed-before"));
}

#[tokio::test]
async fn a_creation_date_that_began_anew_proves_a_re_invitation() {
    for (effect, state) in [(Effect::All, S::ConfirmedByList), (Effect::Nothing, S::NeedsReview)] {
        let driver = Driver::new();
        driver.server.add_person("p1@contoso.example", AccountState::New);
        driver.clock.advance(Duration::from_secs(86_400));
        let created = driver.server.listed().values().next().expect("a person").created_at.clone();
        driver.server.state().faults.push_back(Fault::NoAnswer(effect));
        let again =
            crate::NewRow { listed_before: true, created_before: created, ..ready(1, "p1@contoso.example") };
        let run = driver.create(vec![again]);
        driver.send(&run).await;
        assert_eq!(driver.states(&run), [state], "{effect:?}");
    }
}

#[tokio::test]
async fn somebody_whom_a_list_shows_without_the_role_of_the_step_after_is_invited_in_part() {
    let driver = Driver::new();
    driver.server.state().facts.follow_up = FollowUp::GivesRole;
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::All)]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    let row = driver.rows(&run).remove(0);
    assert_eq!((row.state, row.code.as_deref()), (S::ConfirmedByList, Some("invited-in-part")));
    assert!(row.message.is_some_and(|message| message.contains("but not the role")));
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn an_earlier_invitation_that_was_not_listed_yet_proves_no_later_one() {
    let driver = Driver::new();
    let first = begin(&driver, 1, &[]);
    driver.send(&first).await;
    // The list does not show the person yet, and somebody wants the mail to go out once more.
    assert!(driver.server.listed().is_empty());
    driver.server.state().faults.push_back(Fault::NoAnswer(Effect::Nothing));
    driver.server.state().decided_at.insert("p1@contoso.example".into(), driver.clock.passed());
    let again = driver.create(people(1));
    assert_eq!(driver.send(&again).await, RunEnd::NeedsPeople);
    assert_eq!(driver.states(&again), [S::NeedsReview]);
    assert_eq!(driver.rows(&again)[0].code.as_deref(), Some("listed-before"));
}

#[tokio::test]
async fn where_pending_people_are_not_listed_nothing_is_sent_again_by_itself() {
    let driver = Driver::new();
    driver.server.state().facts.pending_listed = false;
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::Nothing)]);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    assert_eq!(driver.server.sizes(), [1]);
    assert_eq!(driver.rows(&run)[0].code.as_deref(), Some("pending-not-listed"));
}

#[tokio::test]
async fn a_list_that_is_partial_or_old_settles_nothing_and_is_read_again() {
    let driver = Driver::new();
    driver.server.state().list_faults.extend([ListFault::Incomplete, ListFault::Stale]);
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::All)]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.states(&run), [S::ConfirmedByList]);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn a_list_that_stays_partial_stops_the_run_with_everything_as_it_was() {
    let driver = Driver::new();
    driver.server.state().list_faults.extend([ListFault::Incomplete; 5]);
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::All)]);
    let end = driver.send(&run).await;
    assert_eq!(stop_reason(&end), Some(StopReason::ListIncomplete));
    assert_eq!(driver.states(&run), [S::Unknown]);
}

#[tokio::test]
async fn a_held_list_settles_nothing_and_stops_the_run() {
    let driver = Driver::new();
    driver.server.state().list_faults.push_back(ListFault::Held);
    let run = begin(&driver, 1, &[Fault::NoAnswer(Effect::All)]);
    assert_eq!(stop_reason(&driver.send(&run).await), Some(StopReason::ListHeld));
    assert_eq!(driver.states(&run), [S::Unknown]);
    assert_eq!(driver.summary(&run).state, RunState::Stopped);
}

#[tokio::test]
async fn one_list_serves_everything_that_is_unclear() {
    let driver = Driver::new();
    understood(&driver).await;
    let run = begin(&driver, 8, &[Fault::NoAnswer(Effect::EverySecond)]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.server.state().lists_read, 1);
    assert_one_effect_each(&driver, 8);
}

#[tokio::test]
async fn a_pause_that_the_gateway_asks_for_is_kept_and_counts_as_no_attempt() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::RateLimited(17), Fault::Quota(7_200)]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert!(driver.clock.passed().as_secs() >= 7_217, "the pauses were cut short");
    assert_eq!(driver.rows(&run)[0].attempts, 1);
    let paused = driver
        .events
        .lock()
        .expect("the events")
        .iter()
        .any(|event| matches!(event, RunEvent::Paused { .. }));
    assert!(paused, "nobody was told of the pause");
}

#[tokio::test]
async fn a_refused_token_is_renewed_once_and_then_stops_the_run() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::TokenRefused, Fault::Fine]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.server.state().renewals, 1);
    let run = driver.create(vec![ready(1, "q@x.example")]);
    driver.server.state().faults.extend([Fault::TokenRefused, Fault::TokenRefused]);
    assert_eq!(stop_reason(&driver.send(&run).await), Some(StopReason::SignInRefused));
    assert_eq!(driver.states(&run), [S::Ready]);
    assert_eq!(driver.rows(&run)[0].attempts, 0);
}

#[tokio::test]
async fn what_no_later_call_can_mend_stops_the_run_with_the_rows_ready() {
    let stops = [(Fault::KeyRefused, StopReason::KeyRefused), (Fault::Forbidden, StopReason::Forbidden)];
    for (fault, reason) in stops {
        let driver = Driver::new();
        let run = begin(&driver, 3, &[fault]);
        let end = driver.send(&run).await;
        assert_eq!(stop_reason(&end), Some(reason));
        assert_eq!(driver.states(&run), [S::Ready; 3]);
        let because = driver.summary(&run).stopped_because.expect("a reason");
        assert!(because.contains("The rest was not sent"), "{because}");
        assert_eq!(driver.send(&run).await, RunEnd::Finished);
        assert_one_effect_each(&driver, 3);
    }
}

#[tokio::test]
async fn a_redirect_stops_the_run_and_its_people_are_looked_up() {
    let driver = Driver::new();
    let run = begin(&driver, 2, &[Fault::Redirected(Effect::All)]);
    assert_eq!(stop_reason(&driver.send(&run).await), Some(StopReason::Redirected));
    assert_eq!(driver.states(&run), [S::Unknown, S::Ready]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.states(&run), [S::ConfirmedByList, S::Confirmed]);
    assert_one_effect_each(&driver, 2);
}

#[tokio::test]
async fn an_unreachable_platform_is_tried_for_a_while_and_nothing_counts_as_sent() {
    let driver = Driver::new();
    let run = begin(&driver, 1, &[Fault::NotSent; 8]);
    assert_eq!(stop_reason(&driver.send(&run).await), Some(StopReason::Unreachable));
    assert_eq!(driver.rows(&run)[0].attempts, 0);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_one_effect_each(&driver, 1);
}

#[tokio::test]
async fn a_batch_that_is_too_large_is_halved_and_later_ones_stay_small() {
    let driver = Driver::new();
    understood(&driver).await;
    let run = begin(&driver, 16, &[Fault::TooLarge(4); 20]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    let sizes = driver.server.sizes();
    assert_eq!(sizes[..3], [16, 8, 4], "{sizes:?}");
    assert!(sizes[2..].iter().all(|size| *size <= 4), "{sizes:?}");
    assert_one_effect_each(&driver, 16);
}

#[tokio::test]
async fn an_atomic_refusal_is_split_down_to_the_guilty_row_and_nobody_else_suffers() {
    let driver = Driver::new();
    understood(&driver).await;
    let mut rows = people(8);
    rows[5] = ready(6, "guilty@x.example");
    let run = driver.create(rows);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    let mut expected = [S::Confirmed; 8];
    expected[5] = S::Refused;
    assert_eq!(driver.states(&run), expected);
    assert!(driver.rows(&run).iter().all(|row| row.attempts == 1), "a split counted as an attempt");
    driver.assert_no_violation();
}

#[tokio::test]
async fn a_refusal_that_is_not_atomic_is_settled_and_only_the_absent_are_split() {
    let driver = Driver::new();
    understood(&driver).await;
    driver.server.state().atomic = false;
    let mut rows = people(9);
    rows[5] = ready(6, "guilty@x.example");
    let run = driver.create(rows);
    assert_eq!(driver.send(&run).await, RunEnd::NeedsPeople);
    let states = driver.states(&run);
    assert_eq!(states[..5], [S::ConfirmedByList; 5]);
    assert_eq!(states[5], S::NeedsReview);
    for i in [1, 2, 3, 4, 5, 7, 8, 9] {
        assert_eq!(driver.server.effects_of(&format!("p{i}@contoso.example")), 1, "effects of person {i}");
    }
    driver.assert_no_violation();
}

#[tokio::test]
async fn a_platform_that_refuses_every_call_as_a_whole_stops_the_run() {
    let driver = Driver::new();
    let rows = (1..=30).map(|i| ready(i, &format!("guilty{i}@x.example"))).collect();
    let run = driver.create(rows);
    assert_eq!(stop_reason(&driver.send(&run).await), Some(StopReason::CallsRefused));
    assert_eq!(driver.summary(&run).count(S::Refused), 10);
    assert!(driver.server.sizes().iter().all(|size| *size == 1), "calls grew without an understood answer");
}

#[tokio::test]
async fn a_platform_that_answers_unclearly_again_and_again_gets_no_more() {
    let driver = Driver::new();
    understood(&driver).await;
    let run = begin(&driver, 40, &[Fault::Status(500, Effect::Nothing); 50]);
    let end = driver.send(&run).await;
    assert_eq!(stop_reason(&end), Some(StopReason::AnswersUnclear), "{end:?}");
    assert!(driver.server.sizes().len() <= 6, "{:?}", driver.server.sizes());
    assert_eq!(driver.summary(&run).count(S::Unknown), 0, "what was unclear was not looked up");
}

#[tokio::test]
async fn an_unclear_answer_makes_the_next_call_small_again() {
    let driver = Driver::new();
    understood(&driver).await;
    driver.server.state().facts.batch_limit = 4;
    let run = begin(&driver, 12, &[Fault::ResultsMissing]);
    assert_eq!(driver.send(&run).await, RunEnd::Finished);
    assert_eq!(driver.server.sizes()[..3], [4, 1, 2]);
    assert_one_effect_each(&driver, 12);
}

#[tokio::test]
async fn an_answer_that_does_not_match_the_call_is_looked_up() {
    for fault in [Fault::ResultsMissing, Fault::ResultsTwice, Fault::Unreadable(Effect::All)] {
        let driver = Driver::new();
        understood(&driver).await;
        let run = begin(&driver, 5, &[fault]);
        assert_eq!(driver.send(&run).await, RunEnd::Finished, "{fault:?}");
        assert_one_effect_each(&driver, 5);
    }
}
