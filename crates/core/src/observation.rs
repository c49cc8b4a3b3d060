//! What was seen of one invite call. `platform` reports it; only `runs` judges what it proves.

use crate::UserId;
use std::time::Duration;

/// What became of one invite call, as seen from here, without any judgement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Observation {
    /// Name, connection or TLS failed: no byte of the request went out.
    NotSent {
        /// A sentence for the person, without any address or secret.
        reason: String,
    },
    /// The gateway's own 429.
    RateLimited {
        /// `Retry-After`, when given and readable.
        retry_after: Option<Duration>,
    },
    /// The gateway's own 403 for a used-up quota.
    QuotaUsedUp {
        /// `Retry-After`, when given and readable.
        retry_after: Option<Duration>,
    },
    /// The gateway's 401 for a missing or wrong subscription key.
    KeyRefused {
        /// The gateway's words.
        message: String,
    },
    /// The platform's 401: the bearer token is missing, wrong or expired.
    TokenRefused,
    /// 403 without `Retry-After`.
    Forbidden {
        /// The platform's words.
        message: String,
    },
    /// 413: the body was too large.
    TooLarge,
    /// 400 for the whole call.
    BadRequest {
        /// The platform's words.
        message: String,
        /// Whether the description says that a refused call did nothing.
        atomic: bool,
    },
    /// 2xx with results of which at least the addresses could be read. They may be fewer or more than were sent.
    Answered {
        /// The results that name somebody, in the order given.
        results: Vec<InviteResult>,
    },
    /// 2xx whose body could not be read: cut, no JSON, of another shape.
    Unreadable {
        /// A sentence for the person.
        reason: String,
    },
    /// 3xx. Redirects are never followed.
    Redirected {
        /// The HTTP status.
        status: u16,
    },
    /// Any other status: 5xx, 408, 409 and what no document names. It says nothing about the effect.
    Unclear {
        /// The HTTP status.
        status: u16,
    },
    /// The request went out, at least in part, and no whole answer came: time-out, reset.
    NoAnswer {
        /// A sentence for the person.
        reason: String,
    },
}

/// What the platform said of one person in an answered call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InviteResult {
    /// The platform says that the person was invited.
    Invited {
        /// The address in the answer.
        email: String,
        /// The account's id, when given.
        user_id: Option<UserId>,
    },
    /// The platform says that the person was invited, and a step after that failed.
    InvitedInPart {
        /// The address in the answer.
        email: String,
        /// The account's id, when given.
        user_id: Option<UserId>,
        /// A sentence for the person: what was not done.
        why: String,
    },
    /// The platform says that it did nothing for this person.
    Refused {
        /// The address in the answer.
        email: String,
        /// The platform's code.
        code: String,
        /// The platform's words.
        message: String,
    },
    /// The platform says something of this person that the description does not explain.
    Unclear {
        /// The address in the answer.
        email: String,
    },
}

impl InviteResult {
    /// The address in the answer.
    pub fn email(&self) -> &str {
        match self {
            Self::Invited { email, .. }
            | Self::InvitedInPart { email, .. }
            | Self::Refused { email, .. }
            | Self::Unclear { email } => email,
        }
    }
}
