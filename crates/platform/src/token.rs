//! The bearer token: pasted once, or fetched from an issuer and renewed in time.

mod given;
mod issuer;
mod renewing;

pub(crate) use issuer::Issuer;
pub use renewing::RefreshTokens;

use crate::connection::{SignIn, credential_header};
use crate::http::Sender;
use crate::{Kind, PlatformError};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use renewing::{Renewing, With};
use reqwest::header::HeaderValue;
use rollcall_core::{Secret, phrase};
use serde_json::{Map, Value};
use std::sync::Arc;
use std::time::Duration;

/// Where tokens come from.
pub(crate) enum TokenSource {
    Pasted { bearer: Bearer, subject: Option<String> },
    Issued(Arc<Renewing>),
}

/// A token ready for the wire.
#[derive(Clone)]
pub(crate) struct Bearer {
    /// `None`: no token was entered, so none is sent.
    pub(crate) header: Option<HeaderValue>,
    pub(crate) expires_at: Option<Timestamp>,
    /// Which renewal it came from, so that a refused one is renewed once and not by each caller.
    pub(crate) round: u64,
    /// Kept to take it out of words that echo it.
    token: Secret,
}

impl Bearer {
    /// What the token says of itself, unverified; nothing where it is no JWT.
    pub(crate) fn claims(&self) -> Map<String, Value> {
        // Seen here to read the part that is no secret.
        claims(self.token.expose())
    }
}

impl TokenSource {
    pub(crate) fn new(sign_in: SignIn, sender: Sender, timeout: Duration) -> Result<Self, PlatformError> {
        match sign_in {
            SignIn::Token(token) => Self::pasted(&token),
            SignIn::ClientCredentials { token_url, client_id, client_secret, audience, scope } => {
                let issuer = Issuer::new(&token_url, &client_id, Some(client_secret), sender, timeout)?;
                let issuer = issuer.asking_for(audience, scope);
                Ok(Self::Issued(Arc::new(Renewing::new(issuer, With::ClientCredentials, None))))
            }
            SignIn::Browser { client, tokens, passing, subject } => {
                client.checked()?;
                let issuer = client.issuer(sender, timeout)?;
                let renewing = Renewing::new(issuer, With::RefreshToken(tokens), subject);
                let renewing = match &passing {
                    Some(passing) => renewing.beginning_with(passing)?,
                    None => renewing,
                };
                Ok(Self::Issued(Arc::new(renewing)))
            }
        }
    }

    fn pasted(token: &Secret) -> Result<Self, PlatformError> {
        let text = bare(token);
        let claims = claims(text);
        let subject =
            ["sub", "appid", "azp", "client_id"].iter().find_map(|name| text_of(claims.get(*name)?));
        Ok(Self::Pasted { bearer: bearer(text, pasted_token_expires_at(token), 0)?, subject })
    }

    /// A token that is good for now, fetched if need be.
    pub(crate) async fn current(&self) -> Result<Bearer, PlatformError> {
        match self {
            Self::Pasted { bearer, .. } => Ok(bearer.clone()),
            Self::Issued(renewing) => renewing.current().await,
        }
    }

    pub(crate) fn is_renewable(&self) -> bool {
        matches!(self, Self::Issued(renewing) if renewing.renews())
    }

    /// Which renewal the next token in use comes from.
    pub(crate) fn round(&self) -> u64 {
        match self {
            Self::Pasted { .. } => 0,
            Self::Issued(renewing) => renewing.round(),
        }
    }

    /// Fetches a new token unless somebody did since `seen`.
    pub(crate) async fn renew(&self, seen: u64) -> Result<Bearer, PlatformError> {
        match self {
            Self::Issued(renewing) => renewing.renew(seen).await,
            Self::Pasted { .. } => Err(PlatformError::new(
                Kind::TokenRefused,
                phrase!(
                    "A pasted token can't be renewed by Rollcall. Nothing was lost. Paste a new token in the connection."
                ),
            )),
        }
    }

    pub(crate) fn expires_at(&self) -> Option<Timestamp> {
        match self {
            Self::Pasted { bearer, .. } => bearer.expires_at,
            Self::Issued(renewing) => renewing.expires_at(),
        }
    }

    pub(crate) fn subject(&self) -> Option<String> {
        match self {
            Self::Pasted { subject, .. } => subject.clone(),
            Self::Issued(renewing) => renewing.subject(),
        }
    }

    /// Secrets that could be echoed to us.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        match self {
            Self::Pasted { bearer, .. } => vec![bearer.token.clone()],
            Self::Issued(renewing) => renewing.secrets(),
        }
    }
}

/// When a token that was pasted ends, where it says so itself. It is read as [`SignIn::Token`] reads it: without
/// what people copy along with it.
pub fn pasted_token_expires_at(token: &Secret) -> Option<Timestamp> {
    claims(bare(token)).get("exp").and_then(Value::as_i64).and_then(|at| Timestamp::from_second(at).ok())
}

/// A token without what people copy along with it: spaces and the word Bearer.
fn bare(token: &Secret) -> &str {
    // Seen here to take that away.
    let text = token.expose().trim();
    match text.get(..7) {
        Some(word) if word.eq_ignore_ascii_case("bearer ") => text[7..].trim(),
        _ => text,
    }
}

fn bearer(token: &str, expires_at: Option<Timestamp>, round: u64) -> Result<Bearer, PlatformError> {
    let header = match token {
        "" => None,
        _ => Some(credential_header("access token", &format!("Bearer {token}"))?),
    };
    Ok(Bearer { header, expires_at, round, token: Secret::new(token) })
}

/// The claims of a JWT (RFC 7519), unverified: they only name who asks and until when. Empty for
/// any other token.
fn claims(token: &str) -> Map<String, Value> {
    let mut parts = token.split('.');
    let (Some(_), Some(payload), Some(_), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Map::new();
    };
    let decoded = URL_SAFE_NO_PAD.decode(payload.trim_end_matches('=')).unwrap_or_default();
    serde_json::from_slice(&decoded).unwrap_or_default()
}

fn text_of(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.trim().is_empty()).map(str::to_owned)
}

fn unreadable(detail: &str) -> PlatformError {
    PlatformError::new(
        Kind::Unreadable,
        phrase!(
            "The sign-in service answered in a form that Rollcall can't read, so there is no access token. \
             Nothing was lost. Check the token URL in the connection."
        ),
    )
    .with_detail(detail)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jwt(claims: &str) -> String {
        format!("{}.{}.c2ln", URL_SAFE_NO_PAD.encode("{}"), URL_SAFE_NO_PAD.encode(claims))
    }

    fn pasted(text: &str) -> TokenSource {
        TokenSource::pasted(&Secret::new(text)).expect("a token")
    }

    #[test]
    fn a_pasted_jwt_tells_who_and_until_when() {
        let source = pasted(&format!(" Bearer {}\n", jwt(r#"{"sub":"auth0|7","exp":1790000000}"#)));
        assert_eq!(source.subject().as_deref(), Some("auth0|7"));
        assert_eq!(source.expires_at().map(|at| at.as_second()), Some(1_790_000_000));
        assert_eq!(pasted(&jwt(r#"{"appid":"a","client_id":"b"}"#)).subject().as_deref(), Some("a"));
    }

    #[test]
    fn a_token_of_another_kind_is_used_without_knowing_more() {
        let source = pasted("opaque.token");
        assert_eq!((source.subject(), source.expires_at()), (None, None));
        let TokenSource::Pasted { bearer, .. } = source else { panic!("a pasted token") };
        assert_eq!(bearer.header.expect("a header").to_str().ok(), Some("Bearer opaque.token"));
    }

    #[test]
    fn a_token_with_a_line_break_inside_is_refused_without_showing_it() {
        let error = TokenSource::pasted(&Secret::new("hunter2\r\nX: y")).err().expect("refused");
        assert_eq!(error.kind, Kind::Configuration);
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}
