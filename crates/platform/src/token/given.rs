//! What an issuer answers, read as tolerantly as issuers are strange.

use super::renewing::ends;
use crate::PassingToken;
use jiff::Timestamp;
use oauth2::basic::BasicTokenType;
use oauth2::{AccessToken, RefreshToken, Scope, TokenResponse};
use rollcall_core::Secret;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};
use std::fmt;
use std::time::Duration;

/// A token as it was given (RFC 6749, section 5.1). The standard's own reader would refuse an answer without a
/// `token_type`, and an `expires_in` that is written as a text; issuers that people use send both.
pub(crate) struct Given {
    access: AccessToken,
    kind: BasicTokenType,
    life: Option<Duration>,
    refresh: Option<RefreshToken>,
    id_token: Option<Secret>,
}

impl Given {
    /// What signs in the next time, where the issuer gave one.
    pub(crate) fn next(&self) -> Option<Secret> {
        // Seen to be kept.
        self.refresh.as_ref().map(|token| Secret::new(token.secret().as_str()))
    }

    /// The access token by itself, asked for at `asked_at`.
    pub(crate) fn passing(&self, asked_at: Timestamp) -> PassingToken {
        // Seen to be kept for this session.
        let token = self.access.secret();
        PassingToken { token: Secret::new(token.as_str()), expires_at: ends(self.life, token, asked_at) }
    }

    /// Who signed in, where the issuer says so with the token (OpenID Connect Core, section 2).
    pub(crate) fn subject(&self) -> Option<String> {
        // Seen for one claim, which is no secret.
        self.identity().or_else(|| super::text_of(super::claims(self.access.secret()).get("sub")?))
    }

    /// Whether the issuer says with the token that it is somebody else's than `expected`. An identity is compared
    /// alone: the subject of an access token need not be the same word.
    pub(crate) fn is_somebody_elses(&self, expected: &str) -> bool {
        self.identity().is_some_and(|named| named != expected)
    }

    fn identity(&self) -> Option<String> {
        // Seen for one claim, which is no secret.
        super::text_of(super::claims(self.id_token.as_ref()?.expose()).get("sub")?)
    }

    fn of(map: &Map<String, Value>) -> Result<Self, &'static str> {
        let text = |name: &str| map.get(name).and_then(Value::as_str).map(str::trim);
        let filled = |name: &str| text(name).filter(|text| !text.is_empty());
        let access = filled("access_token").ok_or("the answer has no access_token")?;
        if !text("token_type").unwrap_or("Bearer").eq_ignore_ascii_case("bearer") {
            return Err("the token is not a bearer token");
        }
        Ok(Self {
            access: AccessToken::new(access.to_owned()),
            kind: BasicTokenType::Bearer,
            life: map.get("expires_in").and_then(seconds),
            refresh: filled("refresh_token").map(|text| RefreshToken::new(text.to_owned())),
            id_token: filled("id_token").map(Secret::new),
        })
    }
}

impl TokenResponse for Given {
    type TokenType = BasicTokenType;

    fn access_token(&self) -> &AccessToken {
        &self.access
    }

    fn token_type(&self) -> &BasicTokenType {
        &self.kind
    }

    fn expires_in(&self) -> Option<Duration> {
        self.life
    }

    fn refresh_token(&self) -> Option<&RefreshToken> {
        self.refresh.as_ref()
    }

    fn scopes(&self) -> Option<&Vec<Scope>> {
        None
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let map = value.as_object().ok_or_else(|| D::Error::custom("the answer is not a JSON object"))?;
        Self::of(map).map_err(D::Error::custom)
    }
}

// The protocol's library asks for it and never uses it: a token is written nowhere.
impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Given").field("life", &self.life).finish_non_exhaustive()
    }
}

fn seconds(value: &Value) -> Option<Duration> {
    let seconds = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())?;
    Some(Duration::from_secs(seconds.min(366 * 24 * 3600)))
}
