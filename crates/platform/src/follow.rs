//! The call after an invitation that went well, such as one that gives the role.
//!
//! It comes to the same however often it is made, so that it may be made again; the invitation before it may not.

use crate::Platform;
use crate::answer::Said;
use crate::description::behind_a_line;
use crate::error::{Call, Kind, PlatformError};
use crate::failures::refusal;
use crate::http::backoff;
use crate::template::{Slot, check_placeholders, fill, holds, id_value, json, slot};
use crate::wording::{FollowUp, FollowUpMethod};
use reqwest::Method;
use reqwest::header::CONTENT_TYPE;
use rollcall_core::{CanonicalEmail, Invitation, InviteResult, Observation, UserId, phrase, sentence};
use serde_json::Value;
use std::time::Duration;
use url::Url;

/// The largest answer, in bytes. Nothing in it is read but an error.
const LONGEST_ANSWER: usize = 8 * 1024 * 1024;
/// Tries after one that failed in passing.
const MORE_TRIES: u32 = 3;
/// A person's row waits no longer than this at the gateway's word.
const LONGEST_WAIT: Duration = Duration::from_secs(60);
/// What may stand in braces.
const SLOTS: [(&str, Slot); 3] =
    [("{userId}", Slot::UserId), ("{roleId}", Slot::RoleId), ("{email}", Slot::Email)];

/// What is known of one person after the invitation.
struct Known<'a> {
    person: &'a Invitation,
    user_id: Option<&'a UserId>,
}

impl FollowUp {
    /// Whether it names a value.
    pub(crate) fn names(&self, wanted: Slot) -> bool {
        let in_path = SLOTS.iter().any(|(word, slot)| *slot == wanted && self.path.contains(word));
        in_path || json("then.body", &self.body).is_ok_and(|body| holds(&body, wanted))
    }

    /// Whether every placeholder of the path is one that a follow-up has.
    pub(crate) fn checked_path(&self) -> Result<(), String> {
        let known = SLOTS.iter().map(|(word, _)| *word).chain(["{id}"]);
        let rest = known.fold(self.path.clone(), |text, word| text.replace(word, ""));
        match rest.contains(['{', '}']) {
            true => Err(behind_a_line(sentence!(
                "Calls.invite.then.path has {user}, {role}, {email} and {id}, and no other.",
                user = "{userId}",
                role = "{roleId}",
                email = "{email}",
                id = "{id}"
            ))),
            false => Ok(()),
        }
    }

    /// Whether the body is JSON with no placeholder that a follow-up lacks.
    pub(crate) fn checked_body(&self) -> Result<(), String> {
        let ours =
            |text: &str| slot(text).is_some_and(|(found, _)| SLOTS.iter().any(|(_, ours)| *ours == found));
        check_placeholders("then.body", &json("then.body", &self.body)?, &ours)
    }
}

impl Known<'_> {
    fn text(&self, slot: Slot) -> Option<String> {
        match slot {
            Slot::UserId => self.user_id.map(ToString::to_string),
            Slot::RoleId => self.person.role_id.as_ref().map(ToString::to_string),
            _ => Some(self.person.email.as_typed().to_owned()),
        }
    }

    fn body(&self, then: &FollowUp) -> Vec<u8> {
        let template = json("then.body", &then.body).unwrap_or_default();
        let value = |slot, as_number| self.text(slot).map(|text| id_value(&text, as_number));
        // A `Value` has string keys and finite numbers only, so writing it can't fail.
        serde_json::to_vec(&fill(&template, &value).unwrap_or(Value::Null)).unwrap_or_default()
    }

    /// A segment of the path; `None` for one that would lead elsewhere.
    fn segment(&self, part: &str, id: &str) -> Option<String> {
        let filled = SLOTS.iter().fold(part.replace("{id}", id), |text, (word, slot)| {
            text.replace(word, &self.text(*slot).unwrap_or_default())
        });
        (!matches!(filled.as_str(), "" | "." | "..")).then_some(filled)
    }
}

impl Platform {
    /// What was seen of an invite call, with what came of the call after it.
    pub(crate) async fn followed_up(&self, people: &[Invitation], seen: Observation) -> Observation {
        let then = self.description().wording.calls.invite.then.as_ref();
        let (Some(then), [person], Observation::Answered { results }) = (then, people, &seen) else {
            return seen;
        };
        let [InviteResult::Invited { email, user_id }] = results.as_slice() else { return seen };
        let is_them = CanonicalEmail::of_listed(email) == *person.email.canonical();
        let lacks_role = then.names(Slot::RoleId) && person.role_id.is_none();
        if !is_them || lacks_role {
            return seen;
        }
        let known = Known { person, user_id: user_id.as_ref() };
        match self.follow_up(then, &known).await {
            Ok(()) => seen,
            Err(why) => {
                let (email, user_id) = (email.clone(), user_id.clone());
                Observation::Answered { results: vec![InviteResult::InvitedInPart { email, user_id, why }] }
            }
        }
    }

    async fn follow_up(&self, then: &FollowUp, known: &Known<'_>) -> Result<(), String> {
        if then.names(Slot::UserId) && known.user_id.is_none() {
            return Err(failed(phrase!("The platform did not say which account it made.")));
        }
        let Some(url) = self.follow_up_url(then, known) else {
            return Err(failed(phrase!("An id of the platform can't be part of an address.")));
        };
        let body = known.body(then);
        let mut tried = 0;
        loop {
            let Err(error) = self.follow_up_once(then, &url, body.clone()).await else { return Ok(()) };
            tried += 1;
            if tried > MORE_TRIES || !(error.is_passing() || error.kind == Kind::ConnectionLost) {
                return Err(failed_by(&error));
            }
            tokio::time::sleep(pause(&error, tried)).await;
        }
    }

    async fn follow_up_once(&self, then: &FollowUp, url: &Url, body: Vec<u8>) -> Result<(), PlatformError> {
        let wire = self.wire();
        let method = match then.method {
            FollowUpMethod::Patch => Method::PATCH,
            FollowUpMethod::Put => Method::PUT,
        };
        let bearer = wire.tokens.current().await?;
        let request = wire.sender.lists.request(method, url.clone()).header(CONTENT_TYPE, self.media_type());
        let request = wire.dressed(request.timeout(wire.get_timeout).body(body), &bearer);
        let answer = wire.sender.exchange(Call::FollowUp, request, LONGEST_ANSWER).await?;
        match answer.said() {
            Said::Success => Ok(()),
            _ => Err(refusal(Call::FollowUp, &answer).with_detail(wire.words(&answer))),
        }
    }

    fn follow_up_url(&self, then: &FollowUp, known: &Known<'_>) -> Option<Url> {
        let id = self.scope().ids().first().map_or("", String::as_str);
        let parts = then.path.trim_start_matches('/').split('/');
        let parts = parts.map(|part| known.segment(part, id)).collect::<Option<Vec<String>>>()?;
        let mut url = self.wire().base.clone();
        url.path_segments_mut().ok()?.pop_if_empty().extend(parts);
        Some(url)
    }
}

fn pause(error: &PlatformError, tried: u32) -> Duration {
    match error.kind {
        Kind::RateLimited { retry_after: Some(wait) } => wait.min(LONGEST_WAIT),
        _ => backoff(tried),
    }
}

/// `why` may be the platform's own words, with a stop or without.
fn failed(why: &str) -> String {
    let sentence = sentence!(
        "The person was invited, and the step after that, such as giving the role, failed: {why} Do it on the platform itself.",
        why = why
    );
    sentence.text
}

/// The same, where all that is known are the sentences of an error.
fn failed_by(error: &PlatformError) -> String {
    let Some(words) = &error.detail else {
        let why = &error.sentence;
        let what = sentence!(
            "The person was invited, and the step after that, such as giving the role, failed: {why}",
            why = why
        );
        return format!("{what} {}", phrase!("Do it on the platform itself."));
    };
    failed(words)
}
