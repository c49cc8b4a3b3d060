//! What the rules would be worth if one of them were broken: each variant has to be caught.

use super::case::case;
use super::properties::walk;
use super::server::Server;
use crate::journal::{Journal, UnknownRow};
use crate::verdict::{Judgement, Then, Verdict};
use proptest::test_runner::{Config, RngAlgorithm, TestError, TestRng, TestRunner};
use rollcall_core::Observation;

/// One rule that is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// A call without an answer is sent again.
    BlindRetry,
    /// The intent is written after the call went out.
    IntentAfterSend,
    /// A call goes out though its intent could not be written.
    SendsWithoutIntent,
    /// What was in flight when the process died is sent again.
    InFlightToReadyOnRestart,
    /// A status of the 500s is taken for "nothing happened".
    ServerErrorIsUnsent,
    /// What is unclear is looked up at once.
    NoQuietPeriod,
    /// The quiet time ends when an effect can't land any more, though the list may not show it yet.
    IgnoresListLag,
    /// After a boot the quiet time counts as over.
    IgnoresReboot,
    /// A list that broke off is taken for a complete one.
    IncompleteScanCounts,
    /// A list of an hour ago is taken for one of now.
    StaleListCounts,
    /// A list that shows only a part of the people is taken for one that shows all.
    PartialListIsAbsence,
    /// Being listed is taken as proof for people who were listed before.
    ListedBeforeIsProof,
    /// Any status of the 200s means that everybody was invited.
    TrustsEverySuccess,
    /// A refusal ends a row of which an earlier attempt may have gone through.
    ForgetsDoubt,
    /// Two senders at once.
    NoLock,
    /// What another run sent meanwhile is not looked at before sending.
    IgnoresOtherRuns,
}

impl Journal {
    pub(crate) fn is_broken(&self, how: Broken) -> bool {
        self.broken == Some(how)
    }

    pub(crate) fn break_rule(mut self, how: Option<Broken>) -> Self {
        self.broken = how;
        self
    }

    pub(crate) fn misjudged(&self, judgement: Judgement, seen: &Observation) -> Judgement {
        let unsent = |judgement: Judgement| Judgement {
            rows: vec![Verdict::NotProcessed; judgement.rows.len()],
            then: Then::GoOn,
            understood: None,
            ..judgement
        };
        match seen {
            Observation::NoAnswer { .. } if self.is_broken(Broken::BlindRetry) => unsent(judgement),
            Observation::Unclear { status: 500.. } if self.is_broken(Broken::ServerErrorIsUnsent) => {
                unsent(judgement)
            }
            Observation::Answered { .. } | Observation::Unreadable { .. }
                if self.is_broken(Broken::TrustsEverySuccess) =>
            {
                let rows = vec![Verdict::Confirmed { user_id: None }; judgement.rows.len()];
                Judgement { rows, understood: Some(true), ..judgement }
            }
            _ => judgement,
        }
    }

    pub(crate) fn mistaken(&self, mut unknown: Vec<UnknownRow>) -> Vec<UnknownRow> {
        if self.is_broken(Broken::ListedBeforeIsProof) {
            unknown.iter_mut().for_each(|row| row.now.listed = false);
        }
        unknown
    }
}

impl Server {
    pub(crate) fn is_broken(&self, how: Broken) -> bool {
        self.state().broken == Some(how)
    }
}

/// The first of many cases in which the broken rule does harm, in the words of what noticed it.
fn harm(how: Broken) -> Option<String> {
    const MOST: u32 = 4_000;
    let config = Config { cases: MOST, max_shrink_iters: 0, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    match runner.run(&case(), |case| walk(case.breaking(how))) {
        Ok(()) => None,
        Err(TestError::Fail(reason, _)) => Some(reason.message().to_owned()),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

macro_rules! caught {
    ($($name:ident: $how:ident by $marks:expr;)*) => {$(
        #[test]
        fn $name() {
            let noticed = harm(Broken::$how).expect("nothing noticed that a rule is broken");
            let marks: &[&str] = &$marks;
            assert!(marks.iter().any(|mark| noticed.contains(mark)), "noticed for another reason: {noticed}");
        }
    )*};
}

const TWICE: [&str; 3] = ["5: ", "without proof", "open attempts"];
const NO_EFFECT: [&str; 1] = ["without effect"];

caught! {
    a_blind_retry_is_caught: BlindRetry by TWICE;
    an_intent_that_is_written_after_the_call_is_caught: IntentAfterSend by ["without an intent"];
    a_call_that_goes_out_without_its_intent_is_caught: SendsWithoutIntent by ["could not be written", "without an intent"];
    sending_again_what_was_in_flight_at_a_crash_is_caught: InFlightToReadyOnRestart by TWICE;
    taking_a_server_error_for_unsent_is_caught: ServerErrorIsUnsent by TWICE;
    looking_people_up_without_a_quiet_time_is_caught: NoQuietPeriod by TWICE;
    a_quiet_time_without_the_lists_lag_is_caught: IgnoresListLag by TWICE;
    a_quiet_time_that_a_boot_ends_is_caught: IgnoresReboot by TWICE;
    taking_a_list_that_broke_off_for_complete_is_caught: IncompleteScanCounts by TWICE;
    taking_an_old_list_for_a_new_one_is_caught: StaleListCounts by TWICE;
    taking_a_partial_list_for_absence_is_caught: PartialListIsAbsence by TWICE;
    taking_people_listed_beforehand_as_proof_is_caught: ListedBeforeIsProof by NO_EFFECT;
    trusting_every_success_is_caught: TrustsEverySuccess by NO_EFFECT;
    ending_a_row_in_doubt_by_a_refusal_is_caught: ForgetsDoubt by ["6: "];
    two_senders_at_once_are_caught: NoLock by ["5: ", "without proof", "open attempts", "without an intent"];
    not_looking_at_other_runs_is_caught: IgnoresOtherRuns by TWICE;
}
