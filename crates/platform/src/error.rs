//! What went wrong, as a kind for the program and a sentence for the person.

use crate::hops::Hop;
use std::time::Duration;

/// A call that gave no list or no token.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct PlatformError {
    /// What the program may act on.
    pub kind: Kind,
    /// For the person: what happened, that nothing was lost, what comes next.
    pub sentence: String,
    /// More for whoever looks into it, without URL or secret.
    pub detail: Option<String>,
    /// Where the call stopped, if it did not reach the platform.
    pub hop: Option<Hop>,
}

/// The closed set of failures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The name was not found or the connection not made; no byte of the request went out.
    Unreachable,
    /// The connection broke after it was made.
    ConnectionLost,
    /// No answer within the time allowed.
    Timeout,
    /// The two sides could not agree on an encrypted connection.
    TlsFailed,
    /// The proxy asks who is there, or does not believe it; no byte of the request reached the platform.
    ProxyRefused,
    /// The gateway refused the subscription key.
    KeyRefused,
    /// The bearer token, or the credentials for one, were refused.
    TokenRefused,
    /// The platform says that the permission is missing.
    Forbidden,
    /// Too many calls.
    RateLimited {
        /// How long to wait, when told; at most an hour.
        retry_after: Option<Duration>,
    },
    /// The quota of calls is used up.
    QuotaUsedUp {
        /// How long to wait, when told; at most an hour.
        retry_after: Option<Duration>,
    },
    /// There is nothing at that address.
    NotFound,
    /// The call was refused for another reason.
    Rejected {
        /// The HTTP status.
        status: u16,
    },
    /// The platform or its gateway failed.
    ServerFailed {
        /// The HTTP status.
        status: u16,
    },
    /// The answer was cut, no JSON, or of another shape.
    Unreadable,
    /// The answer was larger than Rollcall reads.
    TooLarge,
    /// The platform pointed elsewhere. Redirects are never followed.
    Redirected {
        /// The HTTP status.
        status: u16,
    },
    /// The profile or the description can't be used as it stands.
    Configuration,
}

impl PlatformError {
    pub(crate) fn new(kind: Kind, sentence: impl Into<String>) -> Self {
        Self { kind, sentence: sentence.into(), detail: None, hop: None }
    }

    pub(crate) fn at(mut self, hop: Hop) -> Self {
        self.hop = Some(hop);
        self
    }

    pub(crate) fn with_detail(mut self, detail: impl Into<String>) -> Self {
        let detail = detail.into();
        self.detail = (!detail.is_empty()).then_some(detail);
        self
    }

    /// Whether asking for the same again a little later may help.
    pub fn is_passing(&self) -> bool {
        matches!(
            self.kind,
            Kind::Unreachable
                | Kind::ConnectionLost
                | Kind::Timeout
                | Kind::RateLimited { .. }
                | Kind::ServerFailed { .. }
        )
    }

    /// Whether it is somebody's answer, whose words the detail may be.
    pub(crate) fn is_answered(&self) -> bool {
        !matches!(
            self.kind,
            Kind::Unreachable | Kind::ConnectionLost | Kind::Timeout | Kind::TlsFailed | Kind::Configuration
        )
    }

    pub(crate) fn configuration(sentence: impl Into<String>) -> Self {
        Self::new(Kind::Configuration, sentence)
    }
}

/// A text as it stands between quotation marks in a sentence.
pub(crate) fn in_quotes(text: &str) -> String {
    let quoted = format!("{text:?}");
    quoted.get(1..quoted.len() - 1).unwrap_or_default().to_owned()
}

/// The calls that a description describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    /// The base URL itself, without credentials: whether anybody is there.
    Door,
    Token,
    Discovery,
    Users,
    Roles,
    IdentityProviders,
    Organizations,
    Invite,
    FollowUp,
}

impl Call {
    /// What the person was after.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::Door => "a first answer",
            Self::Token => "the access token",
            Self::Discovery => "the addresses of the sign-in service",
            Self::Users => "the list of users",
            Self::Roles => "the list of roles",
            Self::IdentityProviders => "the list of identity providers",
            Self::Organizations => "the list of organizations",
            Self::Invite => "the invitation",
            Self::FollowUp => "the step after the invitation",
        }
    }

    /// The word in logs.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Door => "door",
            Self::Token => "token",
            Self::Discovery => "discovery",
            Self::Users => "users",
            Self::Roles => "roles",
            Self::IdentityProviders => "identity providers",
            Self::Organizations => "organizations",
            Self::Invite => "invite",
            Self::FollowUp => "follow-up",
        }
    }
}
