//! What was observed of a call, and what it proves: the only place where "may I send again?" is decided.

use rollcall_core::{CanonicalEmail, InviteResult, Observation, UserId, phrase, sentence};
use std::collections::HashMap;
use std::time::Duration;

/// What an observation proves of one row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The platform invited the person.
    Confirmed {
        /// The account's id, when given.
        user_id: Option<UserId>,
    },
    /// The platform invited the person, and a step after that failed.
    ConfirmedInPart {
        /// The account's id, when given.
        user_id: Option<UserId>,
        /// What was not done, as a sentence.
        message: String,
    },
    /// The platform did nothing for this person, and says why.
    Refused {
        /// The platform's code, or one of ours where it gave none.
        code: String,
        /// A sentence.
        message: String,
    },
    /// Proved not processed: may be sent again, and does not count as an attempt.
    NotProcessed,
    /// Anything may have happened. Looked up before anything else.
    Unknown {
        /// What was seen, as a code.
        code: String,
        /// What was seen, as a sentence.
        message: String,
    },
}

/// What the sender does after an observation, besides settling each row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Go on.
    GoOn,
    /// Nothing was reached: try again later, and stop after some tries.
    TryLater,
    /// The gateway asks for a pause.
    Wait {
        /// How long it says.
        retry_after: Option<Duration>,
        /// Whether a quota is used up, which takes longer than a rate.
        quota: bool,
    },
    /// A call with one person was refused as a whole: go on, unless that happens again and again.
    RefusedAlone,
    /// Send the same people in halves.
    Halve {
        /// Whether every later call must be smaller too.
        too_large: bool,
    },
    /// Get a fresh token, and try once more.
    RenewSignIn,
    /// Stop the run.
    Stop(Stop),
}

/// Why an observation stops a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The gateway does not accept the subscription key.
    Key(String),
    /// A permission is missing.
    Permission(String),
    /// The platform answered with a redirect.
    Redirect(u16),
}

/// The judgement of one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// One verdict for each person sent, in the order sent.
    pub rows: Vec<Verdict>,
    /// What comes next.
    pub then: Then,
    /// Whether every person's outcome was understood; `None` where nothing was processed, which says
    /// nothing about how well answers are understood.
    pub understood: Option<bool>,
    /// What was observed, as a code for the journal.
    pub code: String,
}

/// Judges one call that carried the people `sent`, each once.
pub fn judge(sent: &[CanonicalEmail], seen: &Observation) -> Judgement {
    let all = |verdict: Verdict| vec![verdict; sent.len()];
    let not_processed = |code: &str, then: Then| Judgement {
        rows: all(Verdict::NotProcessed),
        then,
        understood: None,
        code: code.to_owned(),
    };
    let unclear = |code: String, message: &str, then: Then| Judgement {
        rows: all(Verdict::Unknown { code: code.clone(), message: message.to_owned() }),
        then,
        understood: Some(false),
        code,
    };
    match seen {
        Observation::NotSent { .. } => not_processed("not-sent", Then::TryLater),
        Observation::RateLimited { retry_after } => {
            not_processed("rate-limited", Then::Wait { retry_after: *retry_after, quota: false })
        }
        Observation::QuotaUsedUp { retry_after } => {
            not_processed("quota-used-up", Then::Wait { retry_after: *retry_after, quota: true })
        }
        Observation::KeyRefused { message } => {
            not_processed("key-refused", Then::Stop(Stop::Key(message.clone())))
        }
        Observation::TokenRefused => not_processed("token-refused", Then::RenewSignIn),
        Observation::Forbidden { message } => {
            not_processed("forbidden", Then::Stop(Stop::Permission(message.clone())))
        }
        Observation::TooLarge => whole_call_refused(sent.len(), "too-large", TOO_LARGE, true),
        Observation::BadRequest { message, atomic: true } => {
            whole_call_refused(sent.len(), "bad-request", message, false)
        }
        Observation::BadRequest { atomic: false, .. } => unclear(
            "bad-request".to_owned(),
            phrase!("The platform refused the call, and may have invited some of its people before it did."),
            Then::GoOn,
        ),
        Observation::Answered { results } => row_by_row(sent, results),
        Observation::Unreadable { .. } => {
            unclear("unreadable".to_owned(), phrase!("The platform's answer could not be read."), Then::GoOn)
        }
        Observation::Redirected { status } => unclear(
            format!("http-{status}"),
            phrase!("The platform answered with a redirect, which Rollcall does not follow."),
            Then::Stop(Stop::Redirect(*status)),
        ),
        Observation::Unclear { status } => unclear(
            format!("http-{status}"),
            &sentence!(
                "The platform answered with status {status}, which does not say whether it sent the invitation.",
                status = status,
            )
            .text,
            Then::GoOn,
        ),
        Observation::NoAnswer { .. } => unclear(
            "no-answer".to_owned(),
            phrase!("The call went out, and no whole answer came back."),
            Then::GoOn,
        ),
    }
}

const TOO_LARGE: &str = phrase!("The platform does not take a call as large as this one person needs.");

/// A refusal of the whole call: halves show which row is guilty, and a single row is.
fn whole_call_refused(people: usize, code: &str, message: &str, too_large: bool) -> Judgement {
    if people > 1 {
        let rows = vec![Verdict::NotProcessed; people];
        return Judgement { rows, then: Then::Halve { too_large }, understood: None, code: code.to_owned() };
    }
    let refused = Verdict::Refused { code: code.to_owned(), message: message.to_owned() };
    // Not an understood answer: a platform that refuses every call as a whole must not get larger ones.
    Judgement { rows: vec![refused], then: Then::RefusedAlone, understood: None, code: code.to_owned() }
}

/// Each row by its own result, where it has exactly one. A result for somebody who was not sent says
/// that the answer is not, or not wholly, the answer to this call: then nothing in it is believed.
fn row_by_row(sent: &[CanonicalEmail], results: &[InviteResult]) -> Judgement {
    let mut of_person: HashMap<&CanonicalEmail, Vec<&InviteResult>> =
        sent.iter().map(|email| (email, Vec::new())).collect();
    let mut strangers = false;
    for result in results {
        match of_person.get_mut(&CanonicalEmail::of_listed(result.email())) {
            Some(own) => own.push(result),
            None => strangers = true,
        }
    }
    let rows: Vec<Verdict> = sent
        .iter()
        .map(|email| match of_person.get(email).map(Vec::as_slice) {
            Some([own]) if !strangers => believed(own),
            _ if strangers => unmatched(phrase!("The answer names people who were not in the call.")),
            Some([]) => unmatched(phrase!("The answer has no result for this person.")),
            _ => unmatched(phrase!("The answer has several results for this person.")),
        })
        .collect();
    let understood = !rows.iter().any(|row| matches!(row, Verdict::Unknown { .. }));
    let code = if understood { "answered" } else { "answered-in-part" };
    Judgement { rows, then: Then::GoOn, understood: Some(understood), code: code.to_owned() }
}

fn believed(result: &InviteResult) -> Verdict {
    match result {
        InviteResult::Invited { user_id, .. } => Verdict::Confirmed { user_id: user_id.clone() },
        InviteResult::InvitedInPart { user_id, why, .. } => {
            Verdict::ConfirmedInPart { user_id: user_id.clone(), message: why.clone() }
        }
        InviteResult::Refused { code, message, .. } => {
            Verdict::Refused { code: code.clone(), message: message.clone() }
        }
        InviteResult::Unclear { .. } => {
            unmatched(phrase!("The answer says something of this person that is not understood."))
        }
    }
}

fn unmatched(message: &str) -> Verdict {
    Verdict::Unknown { code: "unmatched".to_owned(), message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(names: &[&str]) -> Vec<CanonicalEmail> {
        names.iter().map(|name| CanonicalEmail::of_listed(&format!("{name}@contoso.example"))).collect()
    }

    fn invited(name: &str) -> InviteResult {
        InviteResult::Invited {
            email: format!("{name}@Contoso.example"),
            user_id: Some(UserId(format!("id-{name}"))),
        }
    }

    fn refused(name: &str) -> InviteResult {
        InviteResult::Refused {
            email: format!("{name}@contoso.example"),
            code: "UnknownRole".to_owned(),
            message: "No such role.".to_owned(),
        }
    }

    fn answered(results: Vec<InviteResult>) -> Judgement {
        judge(&people(&["a", "b", "c"]), &Observation::Answered { results })
    }

    fn kinds(judgement: &Judgement) -> Vec<&'static str> {
        judgement
            .rows
            .iter()
            .map(|row| match row {
                Verdict::Confirmed { .. } => "confirmed",
                Verdict::ConfirmedInPart { .. } => "confirmed in part",
                Verdict::Refused { .. } => "refused",
                Verdict::NotProcessed => "ready",
                Verdict::Unknown { .. } => "unknown",
            })
            .collect()
    }

    #[test]
    fn a_call_of_which_no_byte_went_out_may_be_sent_again_later() {
        let judgement = judge(&people(&["a", "b"]), &Observation::NotSent { reason: String::new() });
        assert_eq!(kinds(&judgement), ["ready", "ready"]);
        assert_eq!((judgement.then, judgement.understood), (Then::TryLater, None));
    }

    #[test]
    fn a_rate_limit_pauses_as_told_and_nothing_counts_as_sent() {
        let retry_after = Some(Duration::from_secs(17));
        let judgement = judge(&people(&["a"]), &Observation::RateLimited { retry_after });
        assert_eq!(kinds(&judgement), ["ready"]);
        assert_eq!(judgement.then, Then::Wait { retry_after, quota: false });
    }

    #[test]
    fn a_used_up_quota_pauses_as_told() {
        let judgement = judge(&people(&["a"]), &Observation::QuotaUsedUp { retry_after: None });
        assert_eq!(kinds(&judgement), ["ready"]);
        assert_eq!(judgement.then, Then::Wait { retry_after: None, quota: true });
    }

    #[test]
    fn a_refused_key_leaves_the_rows_ready_and_stops() {
        let judgement = judge(&people(&["a"]), &Observation::KeyRefused { message: "no key".into() });
        assert_eq!(kinds(&judgement), ["ready"]);
        assert_eq!(judgement.then, Then::Stop(Stop::Key("no key".into())));
    }

    #[test]
    fn a_refused_token_is_renewed() {
        let judgement = judge(&people(&["a"]), &Observation::TokenRefused);
        assert_eq!(kinds(&judgement), ["ready"]);
        assert_eq!(judgement.then, Then::RenewSignIn);
    }

    #[test]
    fn a_missing_permission_leaves_the_rows_ready_and_stops() {
        let judgement = judge(&people(&["a"]), &Observation::Forbidden { message: "may not".into() });
        assert_eq!(kinds(&judgement), ["ready"]);
        assert_eq!(judgement.then, Then::Stop(Stop::Permission("may not".into())));
    }

    #[test]
    fn a_call_that_is_too_large_is_halved_and_a_single_row_refused() {
        let two = judge(&people(&["a", "b"]), &Observation::TooLarge);
        assert_eq!(kinds(&two), ["ready", "ready"]);
        assert_eq!(two.then, Then::Halve { too_large: true });
        let one = judge(&people(&["a"]), &Observation::TooLarge);
        assert_eq!(kinds(&one), ["refused"]);
        assert_eq!((one.then, one.understood), (Then::RefusedAlone, None));
    }

    #[test]
    fn an_atomic_refusal_is_halved_down_to_the_guilty_row() {
        let bad = Observation::BadRequest { message: "Users[1].Email".into(), atomic: true };
        let two = judge(&people(&["a", "b"]), &bad);
        assert_eq!(kinds(&two), ["ready", "ready"]);
        assert_eq!(two.then, Then::Halve { too_large: false });
        let one = judge(&people(&["a"]), &bad);
        assert_eq!(
            one.rows,
            [Verdict::Refused { code: "bad-request".into(), message: "Users[1].Email".into() }]
        );
    }

    #[test]
    fn a_refusal_that_is_not_atomic_proves_nothing() {
        let bad = Observation::BadRequest { message: String::new(), atomic: false };
        for names in [&["a"][..], &["a", "b"][..]] {
            let judgement = judge(&people(names), &bad);
            assert!(kinds(&judgement).iter().all(|kind| *kind == "unknown"));
            assert_eq!(judgement.understood, Some(false));
        }
    }

    #[test]
    fn a_whole_answer_is_taken_row_by_row_in_any_order_and_case() {
        let judgement = answered(vec![refused("c"), invited("A"), invited("b")]);
        assert_eq!(kinds(&judgement), ["confirmed", "confirmed", "refused"]);
        assert_eq!(judgement.rows[0], Verdict::Confirmed { user_id: Some(UserId("id-A".into())) });
        assert_eq!((judgement.then, judgement.understood), (Then::GoOn, Some(true)));
    }

    #[test]
    fn a_row_without_a_result_is_unknown_whatever_the_status_was() {
        let judgement = answered(vec![invited("a"), refused("c")]);
        assert_eq!(kinds(&judgement), ["confirmed", "unknown", "refused"]);
        assert_eq!(judgement.understood, Some(false));
    }

    #[test]
    fn a_word_that_nobody_understands_is_believed_neither_alone_nor_beside_a_clear_one() {
        let unclear = |name: &str| InviteResult::Unclear { email: format!("{name}@contoso.example") };
        let judgement = answered(vec![invited("a"), unclear("b"), unclear("c"), invited("c")]);
        assert_eq!(kinds(&judgement), ["confirmed", "unknown", "unknown"]);
        assert_eq!(judgement.understood, Some(false));
    }

    #[test]
    fn a_row_with_two_results_is_unknown_even_if_they_agree() {
        let judgement = answered(vec![invited("a"), invited("b"), invited("b"), invited("c")]);
        assert_eq!(kinds(&judgement), ["confirmed", "unknown", "confirmed"]);
    }

    #[test]
    fn an_answer_that_names_strangers_is_not_believed_at_all() {
        let judgement = answered(vec![invited("a"), invited("b"), invited("c"), invited("stranger")]);
        assert_eq!(kinds(&judgement), ["unknown", "unknown", "unknown"]);
        assert_eq!(judgement.understood, Some(false));
    }

    #[test]
    fn somebody_invited_without_the_step_after_it_is_confirmed_with_what_is_missing() {
        let in_part = InviteResult::InvitedInPart {
            email: "A@contoso.example".to_owned(),
            user_id: None,
            why: "No role.".to_owned(),
        };
        let judgement = judge(&people(&["a"]), &Observation::Answered { results: vec![in_part] });
        let expected = Verdict::ConfirmedInPart { user_id: None, message: "No role.".to_owned() };
        assert_eq!((judgement.rows, judgement.understood), (vec![expected], Some(true)));
    }

    #[test]
    fn an_unreadable_answer_leaves_every_row_unknown() {
        let judgement = judge(&people(&["a", "b"]), &Observation::Unreadable { reason: String::new() });
        assert_eq!(kinds(&judgement), ["unknown", "unknown"]);
        assert_eq!(judgement.then, Then::GoOn);
    }

    #[test]
    fn a_redirect_leaves_every_row_unknown_and_stops() {
        let judgement = judge(&people(&["a"]), &Observation::Redirected { status: 307 });
        assert_eq!(kinds(&judgement), ["unknown"]);
        assert_eq!(judgement.then, Then::Stop(Stop::Redirect(307)));
    }

    #[test]
    fn every_other_status_and_every_silence_leaves_the_rows_unknown() {
        for status in [408, 409, 500, 502, 503, 504, 418] {
            let judgement = judge(&people(&["a"]), &Observation::Unclear { status });
            assert_eq!(kinds(&judgement), ["unknown"], "status {status}");
        }
        let judgement = judge(&people(&["a"]), &Observation::NoAnswer { reason: String::new() });
        assert_eq!(kinds(&judgement), ["unknown"]);
    }
}
