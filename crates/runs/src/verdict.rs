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
    /// The platform did nothing for this person.
    Refused {
        /// The platform's code, or one of ours where it gave none.
        code: String,
        /// Why, in the platform's words, or a sentence of ours where it gave none.
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

const NO_REASON: &str = phrase!("The platform refused to invite this person and did not say why.");
const TOO_LARGE: &str = phrase!("The platform does not take a call as large as this one person needs.");

/// A refusal of the whole call: halves show which row is guilty, and a single row is.
fn whole_call_refused(people: usize, code: &str, message: &str, too_large: bool) -> Judgement {
    if people > 1 {
        let rows = vec![Verdict::NotProcessed; people];
        return Judgement { rows, then: Then::Halve { too_large }, understood: None, code: code.to_owned() };
    }
    let refused = Verdict::Refused { code: code.to_owned(), message: said_or(message, NO_REASON) };
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
            Verdict::Refused { code: said_or(code, "refused"), message: said_or(message, NO_REASON) }
        }
        InviteResult::Unclear { .. } => {
            unmatched(phrase!("The answer says something of this person that is not understood."))
        }
    }
}

/// What the platform said, or what stands for it where it said nothing.
fn said_or(said: &str, otherwise: &str) -> String {
    if said.trim().is_empty() { otherwise.to_owned() } else { said.to_owned() }
}

fn unmatched(message: &str) -> Verdict {
    Verdict::Unknown { code: "unmatched".to_owned(), message: message.to_owned() }
}

#[cfg(test)]
mod tests;
