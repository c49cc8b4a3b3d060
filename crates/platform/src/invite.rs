//! The one call that changes something, sent once, and reported exactly as it was seen.

use crate::answer::{Answer, Body, Said, without_mark};
use crate::error::Call;
use crate::http::Failure;
use crate::read::{fold, scalar};
use crate::wording::InviteMethod;
use crate::{Kind, Platform, PlatformError};
use reqwest::header::{CONTENT_TYPE, HeaderValue};
use reqwest::{Method, RequestBuilder};
use rollcall_core::{Invitation, InviteResult, Observation, UserId};
use serde_json::{Map, Value};

/// The largest answer to an invite call, in bytes.
const LONGEST_ANSWER: usize = 8 * 1024 * 1024;
const BEING_CHECKED: &str =
    "The people in it may have been invited; they are looked up before anything is sent again.";

impl Platform {
    /// The exact bytes of an invite call for `people`; absent optional values are left out.
    pub fn invite_body(&self, people: &[Invitation]) -> Vec<u8> {
        self.description().template.fill(people)
    }

    /// Sends one invite call for `people`, once; `body` is [`Platform::invite_body`] of them. Whatever happens is an
    /// observation. Where the description names a call after an invitation, that is made too, and may be made again.
    ///
    /// Dropping the future does not call the request back: the caller has to treat a call that it
    /// abandoned as one that may have happened.
    pub async fn invite(&self, people: &[Invitation], body: Vec<u8>) -> Observation {
        let wire = self.wire();
        let bearer = match wire.tokens.current().await {
            Ok(bearer) => bearer,
            // Trying again with the same credentials would say "unreachable" of a platform that answered.
            Err(error) if error.kind == Kind::TokenRefused => return Observation::TokenRefused,
            Err(error) => return Observation::NotSent { reason: error.sentence },
        };
        let request = wire.dressed(self.invite_request(body), &bearer);
        self.count_post();
        match wire.sender.exchange(Call::Invite, request, LONGEST_ANSWER).await {
            Ok(answer) => self.followed_up(people, self.observed(people, &answer)).await,
            Err(Failure::NotSent(error)) => Observation::NotSent { reason: error.sentence },
            Err(Failure::NoAnswer(error)) => Observation::NoAnswer { reason: unanswered(&error) },
        }
    }

    /// Method and path of an invite call, such as `POST /api/v2/users/invite`, without the host.
    pub fn invite_request_line(&self) -> String {
        let (wire, call) = (self.wire(), &self.description().wording.calls.invite);
        let method = match call.method {
            InviteMethod::Post => Method::POST,
            InviteMethod::Put => Method::PUT,
        };
        let id = self.scope().ids().first().map_or("", String::as_str);
        format!("{method} {}", wire.url(&call.path, id, std::iter::empty()).path())
    }

    fn invite_request(&self, body: Vec<u8>) -> RequestBuilder {
        let (wire, call) = (self.wire(), &self.description().wording.calls.invite);
        let method = match call.method {
            InviteMethod::Post => Method::POST,
            InviteMethod::Put => Method::PUT,
        };
        let query = call.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let id = self.scope().ids().first().map_or("", String::as_str);
        wire.sender
            .invites
            .request(method, wire.url(&call.path, id, query))
            .header(CONTENT_TYPE, self.media_type())
            .timeout(wire.post_timeout)
            .body(body)
    }

    /// What is sent is of this kind.
    pub(crate) fn media_type(&self) -> HeaderValue {
        let media = &self.description().wording.media.request;
        HeaderValue::from_str(media).unwrap_or(HeaderValue::from_static("application/json"))
    }

    fn observed(&self, people: &[Invitation], answer: &Answer) -> Observation {
        let (status, message) = (answer.status.as_u16(), || self.wire().words(answer));
        if let ([person], true) =
            (people, self.description().wording.calls.invite.refused_statuses.contains(&status))
        {
            return Observation::Answered { results: vec![self.refused_alone(person, answer)] };
        }
        match answer.said() {
            Said::Success => self.answered(&answer.body),
            Said::Redirected => Observation::Redirected { status },
            Said::RateLimited => Observation::RateLimited { retry_after: answer.retry_after() },
            Said::QuotaUsedUp => Observation::QuotaUsedUp { retry_after: answer.retry_after() },
            Said::KeyRefused => Observation::KeyRefused { message: message() },
            Said::TokenRefused => Observation::TokenRefused,
            Said::Forbidden => Observation::Forbidden { message: message() },
            Said::TooLarge => Observation::TooLarge,
            Said::BadRequest => {
                Observation::BadRequest { message: message(), atomic: self.description().wording.atomic }
            }
            Said::Other => Observation::Unclear { status },
        }
    }

    fn answered(&self, body: &Body) -> Observation {
        let unreadable = |what: &str| Observation::Unreadable {
            reason: format!("The platform's answer {what}. {BEING_CHECKED}"),
        };
        let bytes = match body {
            Body::Whole(bytes) => bytes,
            Body::Cut { .. } => return unreadable("was cut off"),
            Body::TooLarge => return unreadable("is larger than Rollcall reads"),
        };
        let Ok(value) = serde_json::from_slice::<Value>(without_mark(bytes)) else {
            return unreadable("is not JSON or was cut off");
        };
        match self.results(value) {
            Some(items) => {
                let results = items.into_iter().filter_map(|item| self.result(item)).collect();
                Observation::Answered { results }
            }
            None => unreadable("holds no results where they are expected"),
        }
    }

    fn results(&self, answer: Value) -> Option<Vec<Value>> {
        let Some(pointer) = &self.description().wording.calls.invite.results else {
            return self.readers().shapes.list(answer).map(|listed| listed.items);
        };
        match answer.pointer(pointer)?.clone() {
            Value::Array(items) => Some(items),
            one @ Value::Object(_) => Some(vec![one]),
            _ => None,
        }
    }

    /// A status that the description takes for a refusal of the one person of the call.
    fn refused_alone(&self, person: &Invitation, answer: &Answer) -> InviteResult {
        let map = match &answer.body {
            Body::Whole(bytes) => serde_json::from_slice(without_mark(bytes)).unwrap_or_default(),
            _ => Map::new(),
        };
        let mut taken = self.readers().result.take(map);
        let code = taken.read(3, scalar).unwrap_or_else(|| format!("http-{}", answer.status.as_u16()));
        let message = taken.read(4, scalar).unwrap_or_else(|| answer.message());
        InviteResult::Refused {
            email: person.email.as_typed().to_owned(),
            code: self.wire().redacted(&code),
            message: self.wire().redacted(&message),
        }
    }

    /// `None` for a result that names nobody.
    fn result(&self, item: Value) -> Option<InviteResult> {
        let Value::Object(map) = item else { return None };
        let mut taken = self.readers().result.take(map);
        let email =
            taken.read(0, scalar).map(|email| email.trim().to_owned()).filter(|email| !email.is_empty())?;
        let user_id = taken.read(1, |value| self.readers().shapes.id(value)).map(UserId);
        let status = taken.read(2, scalar).map(|status| fold(status.trim()));
        let call = &self.description().wording.calls.invite;
        let is_one_of = |words: &[String]| words.iter().any(|word| Some(fold(word)) == status);
        let is_refused = is_one_of(&call.refused);
        if is_one_of(&call.invited) || (call.invited.is_empty() && !is_refused) {
            return Some(InviteResult::Invited { email, user_id });
        }
        // A word that the description does not explain: said of this person, so that a second result for
        // them is not taken for the only one.
        if !is_refused {
            return Some(InviteResult::Unclear { email });
        }
        Some(InviteResult::Refused {
            email,
            code: self.wire().redacted(&taken.read(3, scalar).unwrap_or_default()),
            message: self.wire().redacted(&taken.read(4, scalar).unwrap_or_default()),
        })
    }
}

fn unanswered(error: &PlatformError) -> String {
    let what = match error.kind {
        Kind::Timeout => "No answer to the call came in time.",
        _ => "The connection broke before the call was answered.",
    };
    format!("{what} {BEING_CHECKED}")
}
