//! Bearer tokens: JSON Web Tokens signed with HMAC-SHA-256, and the endpoint that gives them for
//! client credentials (RFC 6749, section 4.4).

use crate::SandboxError;
use crate::site::Site;
use crate::state::Identity;
use crate::wire::{TokenAnswer, TokenError, TokenForm};
use axum::extract::{FromRequest, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::collections::HashSet;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// How long tokens live when the fault plan says nothing.
pub(crate) const LIFETIME: u32 = 3_600;

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: String,
    iat: i64,
    exp: i64,
    jti: Uuid,
}

/// Signs and checks tokens.
pub(crate) struct Tokens {
    key: String,
    subject: String,
    revoked: Mutex<HashSet<Uuid>>,
}

impl Tokens {
    pub(crate) fn new(identity: &Identity) -> Self {
        // The same subject for pasted and fetched tokens: both are the one Distributor Admin.
        let subject = format!("{}@clients", identity.client_id);
        Self { key: identity.signing_key.clone(), subject, revoked: Mutex::default() }
    }

    /// A new token that lives so many seconds from now.
    pub(crate) fn issue(&self, seconds: u32, now: Timestamp) -> Result<String, SandboxError> {
        let iat = now.as_second();
        let claims = Claims {
            iss: "rollcall-sandbox".into(),
            sub: self.subject.clone(),
            aud: "sample-platform".into(),
            iat,
            exp: iat + i64::from(seconds),
            jti: random_uuid()?,
        };
        let head = URL_SAFE_NO_PAD.encode(br#"{"alg":"HS256","typ":"JWT"}"#);
        let claims = serde_json::to_vec(&claims).map_err(|e| SandboxError::state(e.into()))?;
        let signed = format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims));
        let signature = URL_SAFE_NO_PAD.encode(self.mac(&signed)?.finalize().into_bytes());
        Ok(format!("{signed}.{signature}"))
    }

    /// Whether the token was signed here, has not expired and was not revoked.
    pub(crate) fn accepts(&self, token: &str, now: Timestamp) -> bool {
        self.claims(token).is_some_and(|claims| {
            let revoked = self.revoked.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            now.as_second() < claims.exp && !revoked.contains(&claims.jti)
        })
    }

    /// Lets a token expire early.
    pub(crate) fn revoke(&self, token: &str) {
        if let Some(claims) = self.claims(token) {
            self.revoked.lock().unwrap_or_else(std::sync::PoisonError::into_inner).insert(claims.jti);
        }
    }

    fn claims(&self, token: &str) -> Option<Claims> {
        let (signed, signature) = token.rsplit_once('.')?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        self.mac(signed).ok()?.verify_slice(&signature).ok()?;
        let (_, claims) = signed.split_once('.')?;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(claims).ok()?).ok()
    }

    fn mac(&self, signed: &str) -> Result<Hmac<Sha256>, SandboxError> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.key.as_bytes())
            .map_err(|_| SandboxError::Damaged { file: "identity.json" })?;
        mac.update(signed.as_bytes());
        Ok(mac)
    }
}

/// The token that a call carries.
pub(crate) fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// Compares without telling by the time it takes how much was right.
pub(crate) fn same_secret(a: &str, b: &str) -> bool {
    let differs = a.bytes().zip(b.bytes()).fold(0, |all, (x, y)| all | (x ^ y));
    a.len() == b.len() && differs == 0
}

/// Gives a token for a Client ID and a Client Secret.
#[utoipa::path(
    post, path = "/oauth/token", operation_id = "GetToken", tag = "Sign-in",
    summary = "Get a bearer token for client credentials",
    request_body(content = TokenForm, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "A token", body = TokenAnswer),
        (status = 400, description = "The request is incomplete or asks for another grant", body = TokenError),
        (status = 401, description = "Client ID or Client Secret is wrong", body = TokenError),
    ),
    security(()),
)]
pub(crate) async fn give_token(State(site): State<Arc<Site>>, request: Request) -> Response {
    let headers = request.headers().clone();
    let form = match Form::<Vec<(String, String)>>::from_request(request, &()).await {
        Ok(Form(pairs)) => pairs,
        Err(_) => return Refusal("invalid_request", "The body must be a form.").into_response(),
    };
    match credentials(&headers, &form) {
        Ok((id, secret)) => answer(&site, &id, &secret),
        Err(refusal) => refusal.into_response(),
    }
}

/// An error of RFC 6749, section 5.2: its word and a sentence.
struct Refusal(&'static str, &'static str);

fn answer(site: &Site, id: &str, secret: &str) -> Response {
    let identity = &site.identity;
    let right = same_secret(id, &identity.client_id) & same_secret(secret, &identity.client_secret);
    if !right {
        return Refusal("invalid_client", "Client ID or Client Secret is wrong.").into_response();
    }
    let lifetime = site.dealer().plan().token_lifetime_seconds.unwrap_or(LIFETIME);
    match site.tokens.issue(lifetime, Timestamp::now()) {
        Ok(access_token) => {
            let expires_in = u64::from(lifetime);
            let body = TokenAnswer { access_token, token_type: "Bearer".into(), expires_in };
            ([(header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")], Json(body)).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Client ID and Client Secret from the form or from HTTP Basic, never from both.
fn credentials(headers: &HeaderMap, form: &[(String, String)]) -> Result<(String, String), Refusal> {
    let field = |name: &str| {
        let mut values = form.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.clone());
        let first = values.next();
        match values.next() {
            Some(_) => Err(Refusal("invalid_request", "A parameter stands there twice.")),
            None => Ok(first),
        }
    };
    match field("grant_type")?.as_deref() {
        Some("client_credentials") => {}
        Some(_) => return Err(Refusal("unsupported_grant_type", "Only client_credentials is supported.")),
        None => return Err(Refusal("invalid_request", "grant_type is missing.")),
    }
    match (basic(headers), field("client_id")?, field("client_secret")?) {
        (Some(_), _, Some(_)) => Err(Refusal("invalid_request", "Credentials stand there in two ways.")),
        (Some(pair), _, None) => Ok(pair),
        (None, Some(id), Some(secret)) => Ok((id, secret)),
        (None, _, _) => Err(Refusal("invalid_client", "Client ID or Client Secret is missing.")),
    }
}

fn basic(headers: &HeaderMap) -> Option<(String, String)> {
    let (scheme, text) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    if !scheme.eq_ignore_ascii_case("basic") {
        return None;
    }
    let pair = String::from_utf8(STANDARD.decode(text.trim()).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    Some((id.to_owned(), secret.to_owned()))
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self(error, description) = self;
        let body = TokenError { error: error.into(), error_description: description.into() };
        let no_store = [(header::CACHE_CONTROL, "no-store"), (header::PRAGMA, "no-cache")];
        if error == "invalid_client" {
            let challenge = [(header::WWW_AUTHENTICATE, "Basic realm=\"sample platform\"")];
            return (StatusCode::UNAUTHORIZED, no_store, challenge, Json(body)).into_response();
        }
        (StatusCode::BAD_REQUEST, no_store, Json(body)).into_response()
    }
}

fn random_uuid() -> Result<Uuid, SandboxError> {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).map_err(|_| SandboxError::NoRandomness)?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens() -> Tokens {
        Tokens::new(&Identity::fresh().expect("an identity"))
    }

    #[test]
    fn a_token_is_accepted_until_its_last_second() {
        let (tokens, now) = (tokens(), Timestamp::now());
        let token = tokens.issue(60, now).expect("a token");
        let later = |seconds| now + jiff::SignedDuration::from_secs(seconds);
        assert!(tokens.accepts(&token, later(59)));
        assert!(!tokens.accepts(&token, later(60)));
    }

    #[test]
    fn a_token_of_another_sandbox_or_with_other_claims_is_refused() {
        let (one, other, now) = (tokens(), tokens(), Timestamp::now());
        let token = one.issue(60, now).expect("a token");
        assert!(!other.accepts(&token, now));
        let parts: Vec<&str> = token.split('.').collect();
        let longer = String::from_utf8(URL_SAFE_NO_PAD.decode(parts[1]).expect("base64")).expect("text");
        let forged = URL_SAFE_NO_PAD.encode(longer.replace("\"exp\":", "\"exp\":9"));
        assert!(!one.accepts(&format!("{}.{forged}.{}", parts[0], parts[2]), now));
        for nonsense in ["", ".", "..", "a.b.c", &token[..token.len() - 1]] {
            assert!(!one.accepts(nonsense, now), "{nonsense:?}");
        }
    }

    #[test]
    fn revoking_one_token_leaves_the_next_one_alone() {
        let (tokens, now) = (tokens(), Timestamp::now());
        let (first, second) = (tokens.issue(60, now).expect("one"), tokens.issue(60, now).expect("two"));
        tokens.revoke(&first);
        assert!(!tokens.accepts(&first, now));
        assert!(tokens.accepts(&second, now));
    }

    #[test]
    fn secrets_are_the_same_only_when_every_byte_is() {
        assert!(same_secret("abc", "abc"));
        for wrong in ["", "ab", "abd", "abcd", "ABC"] {
            assert!(!same_secret("abc", wrong), "{wrong}");
        }
    }
}
