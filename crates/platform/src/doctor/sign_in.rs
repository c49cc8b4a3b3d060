//! Token and key: what they say of themselves, and whether they open the door.

use super::{Check, Examination, FirstPage, State, Step};
use crate::error::Call;
use crate::token::Bearer;
use crate::{Kind, PlatformError};
use jiff::Timestamp;
use rollcall_core::phrase;
use serde_json::{Map, Value};

/// A token that ends sooner and can't be renewed is worth a word, in seconds.
const SOON: i64 = 15 * 60;

/// What the first answer behind the gateway says of the credentials.
pub(super) enum Door {
    Open,
    KeyRefused(PlatformError),
    TokenRefused(PlatformError),
    /// Nobody answers any more, or the proxy turned away.
    Gone,
    /// The answer says nothing of them.
    Unsaid,
}

impl Door {
    fn of(error: &PlatformError) -> Self {
        match error.kind {
            Kind::KeyRefused => Self::KeyRefused(error.clone()),
            Kind::TokenRefused => Self::TokenRefused(error.clone()),
            Kind::Unreachable | Kind::TlsFailed | Kind::ProxyRefused => Self::Gone,
            // Whoever is told what they may not do was let in.
            Kind::Forbidden => Self::Open,
            _ => Self::Unsaid,
        }
    }

    /// Whether every list would fail in the same way.
    pub(super) fn is_closed(&self) -> bool {
        matches!(self, Self::KeyRefused(_) | Self::TokenRefused(_) | Self::Gone)
    }

    /// What is said of everything that is not looked at then.
    pub(super) fn reason(&self) -> &'static str {
        match self {
            Self::KeyRefused(_) => phrase!("Not looked at, because the subscription key was refused."),
            Self::TokenRefused(_) => phrase!("Not looked at, because the token was refused."),
            _ => phrase!("Not looked at, because the platform could not be reached any more."),
        }
    }
}

impl Examination<'_> {
    /// A token; a step of its own only where there is none.
    pub(super) async fn token(&mut self) -> Option<Bearer> {
        match self.platform.wire().tokens.current().await {
            Ok(bearer) => Some(bearer),
            Err(error) => {
                self.tell(Step::failed(Check::SignIn, &error));
                None
            }
        }
    }

    /// Where the list of users says nothing of the credentials, the list of roles may.
    pub(super) async fn door(&mut self, first: &Result<FirstPage, PlatformError>) -> Door {
        let door = match first {
            Ok(_) => return Door::Open,
            Err(error) => Door::of(error),
        };
        if !matches!(door, Door::Unsaid) {
            return door;
        }
        let call = self.platform.description().wording.calls.roles.clone();
        let (id, first) = (self.ids(&call).remove(0), self.pages(&call, None).first_following());
        match self.page(Call::Roles, &call, &id, &first).await {
            Ok(_) => Door::Open,
            Err(error) => Door::of(&error),
        }
    }

    pub(super) fn sign_in(&mut self, bearer: &Bearer, door: &Door) {
        let check = Check::SignIn;
        let step = match (door, &bearer.header) {
            (Door::TokenRefused(error), _) => Step::failed(check, error),
            (Door::Open, None) => {
                Step::good(check, phrase!("No token was entered, so none is sent; the platform wants none."))
            }
            (_, None) => Step::new(check, State::Unknown, phrase!("No token was entered, so none is sent.")),
            (Door::Open, Some(_)) => self.timely(bearer),
            (_, Some(_)) => {
                let sentence = phrase!("There is a token. Whether the platform takes it was not seen.");
                Step::new(check, State::Unknown, sentence)
            }
        };
        self.tell(of_claims(step, bearer));
    }

    fn timely(&self, bearer: &Bearer) -> Step {
        let check = Check::SignIn;
        let left = bearer.expires_at.map(|at| at.as_second() - Timestamp::now().as_second());
        match left {
            Some(left) if left < SOON && !self.platform.wire().tokens.is_renewable() => Step::notice(
                check,
                phrase!("The platform accepts the token, which ends soon and can't be renewed by Rollcall."),
                phrase!("Paste a new token before you send anything."),
            ),
            _ => Step::good(check, phrase!("The platform accepts the token.")),
        }
    }

    pub(super) fn key(&mut self, door: &Door) {
        let check = Check::Key;
        let has_key = self.platform.wire().key_header.is_some();
        let step = match (door, has_key) {
            (Door::KeyRefused(error), _) => Step::failed(check, error),
            (Door::Open, true) => Step::good(check, phrase!("The gateway accepts the subscription key.")),
            (Door::Open, false) => {
                Step::good(check, phrase!("No subscription key was entered, and none is wanted."))
            }
            (_, true) => {
                Step::new(check, State::Unknown, phrase!("Whether the gateway takes the key was not seen."))
            }
            (_, false) => {
                Step::new(check, State::Unknown, phrase!("No subscription key was entered, so none is sent."))
            }
        };
        let header = self.platform.wire().key_name.as_ref().filter(|_| has_key);
        self.tell(step.fact_if(phrase!("Header"), header.map(ToString::to_string)));
    }
}

/// What a JWT says of itself, unverified. Source: RFC 7519, section 4.1; RFC 9068 for `scope`.
fn of_claims(step: Step, bearer: &Bearer) -> Step {
    let claims = bearer.claims();
    let form = match (&bearer.header, claims.is_empty()) {
        (None, _) => None,
        (_, true) => Some(phrase!("opaque: it says nothing of itself")),
        (_, false) => Some("JWT"),
    };
    step.fact_if(phrase!("Token"), form)
        .fact_if(phrase!("Ends"), bearer.expires_at.map(|at| at.strftime("%Y-%m-%d %H:%M UTC")))
        .said_if(phrase!("Subject"), claim(&claims, &["sub", "appid", "azp", "client_id"]))
        .said_if(phrase!("Scopes"), claim(&claims, &["scope", "scp", "roles", "permissions"]))
        .fact_if(phrase!("Audience"), claim(&claims, &["aud"]))
        .fact_if(phrase!("Issuer"), claim(&claims, &["iss"]).map(without_scheme))
}

fn claim(claims: &Map<String, Value>, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| words(claims.get(*name)?)).filter(|text| !text.is_empty())
}

fn words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Array(items) => Some(items.iter().filter_map(words).collect::<Vec<_>>().join(" ")),
        _ => None,
    }
}

fn without_scheme(url: String) -> String {
    url.split_once("://").map_or(url.clone(), |(_, rest)| rest.to_owned())
}
