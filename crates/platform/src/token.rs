//! The bearer token: pasted once, or fetched with client credentials and renewed in time.

use crate::answer::{Answer, Body, Said, without_mark};
use crate::connection::{SignIn, credential_header, safe_url};
use crate::error::Call;
use crate::failures::{refusal, web_page};
use crate::http::{Sender, backoff, redact};
use crate::{Kind, PlatformError};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use reqwest::header::{ACCEPT, HeaderValue};
use rollcall_core::Secret;
use serde_json::{Map, Value};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use url::Url;

const LONGEST_TOKEN_ANSWER: usize = 1024 * 1024;
const TRIES: u32 = 3;
/// A token is renewed this long before it expires, or a tenth of its life if that is shorter.
const MARGIN: Duration = Duration::from_secs(60);

/// Where tokens come from.
pub(crate) enum TokenSource {
    Pasted { bearer: Bearer, subject: Option<String> },
    Client(Box<ClientCredentials>),
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

pub(crate) struct ClientCredentials {
    url: Url,
    id: String,
    secret: Secret,
    audience: Option<String>,
    scope: Option<String>,
    sender: Sender,
    timeout: Duration,
    state: Mutex<State>,
    flight: tokio::sync::Mutex<()>,
}

#[derive(Default)]
struct State {
    /// Renewals tried so far, well or badly.
    rounds: u64,
    issued: Option<Issued>,
    failure: Option<PlatformError>,
}

struct Issued {
    bearer: Bearer,
    /// By the monotonic clock, which a changed wall clock does not move.
    renew_after: Option<Instant>,
    /// By the wall clock, which goes on while the machine sleeps.
    renew_at: Option<Timestamp>,
}

impl TokenSource {
    pub(crate) fn new(sign_in: SignIn, sender: Sender, timeout: Duration) -> Result<Self, PlatformError> {
        match sign_in {
            SignIn::Token(token) => Self::pasted(&token),
            SignIn::ClientCredentials { token_url, client_id, client_secret, audience, scope } => {
                let filled = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
                Ok(Self::Client(Box::new(ClientCredentials {
                    url: safe_url("token URL", &token_url)?,
                    id: client_id.trim().to_owned(),
                    secret: client_secret,
                    audience: filled(audience),
                    scope: filled(scope),
                    sender,
                    timeout: timeout.min(Duration::from_secs(60)),
                    state: Mutex::default(),
                    flight: tokio::sync::Mutex::default(),
                })))
            }
        }
    }

    fn pasted(token: &Secret) -> Result<Self, PlatformError> {
        // Seen here to take away what people copy along with a token: spaces and the word Bearer.
        let text = token.expose().trim();
        let text = match text.get(..7) {
            Some(word) if word.eq_ignore_ascii_case("bearer ") => text[7..].trim(),
            _ => text,
        };
        let claims = claims(text);
        let subject =
            ["sub", "appid", "azp", "client_id"].iter().find_map(|name| text_of(claims.get(*name)?));
        let expires_at =
            claims.get("exp").and_then(Value::as_i64).and_then(|at| Timestamp::from_second(at).ok());
        Ok(Self::Pasted { bearer: bearer(text, expires_at, 0)?, subject })
    }

    /// A token that is good for now, fetched if need be.
    pub(crate) async fn current(&self) -> Result<Bearer, PlatformError> {
        match self {
            Self::Pasted { bearer, .. } => Ok(bearer.clone()),
            Self::Client(client) => client.current().await,
        }
    }

    pub(crate) fn is_renewable(&self) -> bool {
        matches!(self, Self::Client(_))
    }

    /// Which renewal the next token in use comes from.
    pub(crate) fn round(&self) -> u64 {
        match self {
            Self::Pasted { .. } => 0,
            Self::Client(client) => client.state().rounds,
        }
    }

    /// Fetches a new token unless somebody did since `seen`.
    pub(crate) async fn renew(&self, seen: u64) -> Result<Bearer, PlatformError> {
        match self {
            Self::Client(client) => client.renew(seen).await,
            Self::Pasted { .. } => Err(PlatformError::new(
                Kind::TokenRefused,
                "A pasted token can't be renewed by Rollcall. Nothing was lost. Paste a new token in the connection.",
            )),
        }
    }

    pub(crate) fn expires_at(&self) -> Option<Timestamp> {
        match self {
            Self::Pasted { bearer, .. } => bearer.expires_at,
            Self::Client(client) => client.state().issued.as_ref()?.bearer.expires_at,
        }
    }

    // Of client credentials always the client id: a resume guard compares the answer of two
    // different moments, and a token's claims are known only after the first fetch.
    pub(crate) fn subject(&self) -> Option<String> {
        match self {
            Self::Pasted { subject, .. } => subject.clone(),
            Self::Client(client) => Some(client.id.clone()).filter(|id| !id.is_empty()),
        }
    }

    /// Secrets that could be echoed to us.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        match self {
            Self::Pasted { bearer, .. } => vec![bearer.token.clone()],
            Self::Client(client) => {
                let issued = client.state().issued.as_ref().map(|issued| issued.bearer.token.clone());
                issued.into_iter().chain([client.secret.clone()]).collect()
            }
        }
    }
}

impl ClientCredentials {
    async fn current(&self) -> Result<Bearer, PlatformError> {
        let seen = {
            let state = self.state();
            match &state.issued {
                Some(issued) if issued.is_fresh() => return Ok(issued.bearer.clone()),
                _ => state.rounds,
            }
        };
        self.renew(seen).await
    }

    async fn renew(&self, seen: u64) -> Result<Bearer, PlatformError> {
        let _single_flight = self.flight.lock().await;
        {
            let state = self.state();
            if state.rounds != seen {
                return state.outcome();
            }
        }
        let fetched = self.fetch(seen + 1).await;
        let mut state = self.state();
        state.rounds = seen + 1;
        match fetched {
            Ok(issued) => (state.issued, state.failure) = (Some(issued), None),
            Err(error) => (state.issued, state.failure) = (None, Some(error)),
        }
        state.outcome()
    }

    // Asking for a token twice does no harm, so a failing server is asked again.
    async fn fetch(&self, round: u64) -> Result<Issued, PlatformError> {
        for tried in 1.. {
            let error = match self.ask(round).await {
                Ok(issued) => return Ok(issued),
                Err(error) => error,
            };
            let passing = matches!(error.kind, Kind::ServerFailed { .. } | Kind::ConnectionLost);
            if !passing || tried >= TRIES {
                return Err(error);
            }
            tokio::time::sleep(backoff(tried)).await;
        }
        Err(unreadable("no try was made"))
    }

    async fn ask(&self, round: u64) -> Result<Issued, PlatformError> {
        let asked_at = (Instant::now(), Timestamp::now());
        let request = self.sender.lists.post(self.url.clone()).header(ACCEPT, "application/json");
        let request = request.timeout(self.timeout).form(&self.form());
        let answer = self.sender.exchange(Call::Token, request, LONGEST_TOKEN_ANSWER).await?;
        if answer.said() != Said::Success {
            return Err(self.refusal(&answer));
        }
        if answer.is_web_page() {
            return Err(web_page(Call::Token));
        }
        let Body::Whole(bytes) = &answer.body else { return Err(unreadable("the answer was cut")) };
        issued(bytes, asked_at, round)
    }

    fn form(&self) -> Vec<(&'static str, &str)> {
        let mut form = vec![
            ("grant_type", "client_credentials"),
            ("client_id", self.id.as_str()),
            // The issuer has to see the secret once for each token; it travels in the body only.
            ("client_secret", self.secret.expose()),
        ];
        form.extend(self.audience.as_deref().map(|text| ("audience", text)));
        form.extend(self.scope.as_deref().map(|text| ("scope", text)));
        form
    }

    fn refusal(&self, answer: &Answer) -> PlatformError {
        let error = match answer.status.as_u16() {
            400 | 401 | 403 => PlatformError::new(
                Kind::TokenRefused,
                "The sign-in service did not accept the client ID and client secret, so there is no access token. \
                 Nothing was lost. Check both in the connection, and the audience if one is needed.",
            ),
            _ => refusal(Call::Token, answer),
        };
        error.with_detail(redact(&answer.message(), std::slice::from_ref(&self.secret)))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn outcome(&self) -> Result<Bearer, PlatformError> {
        match (&self.issued, &self.failure) {
            (Some(issued), _) => Ok(issued.bearer.clone()),
            (None, Some(failure)) => Err(failure.clone()),
            (None, None) => Err(unreadable("there is no token")),
        }
    }
}

impl Issued {
    fn is_fresh(&self) -> bool {
        self.renew_after.is_none_or(|then| Instant::now() < then)
            && self.renew_at.is_none_or(|then| Timestamp::now() < then)
    }
}

fn issued(bytes: &[u8], asked_at: (Instant, Timestamp), round: u64) -> Result<Issued, PlatformError> {
    let map: Map<String, Value> = serde_json::from_slice(without_mark(bytes))
        .map_err(|_| unreadable("the answer is not a JSON object"))?;
    let Some(token) =
        map.get("access_token").and_then(Value::as_str).filter(|token| !token.trim().is_empty())
    else {
        return Err(unreadable("the answer has no access_token"));
    };
    let kind = map.get("token_type").and_then(Value::as_str).unwrap_or("Bearer");
    if !kind.eq_ignore_ascii_case("bearer") {
        return Err(unreadable("the token is not a bearer token"));
    }
    let (instant, wall) = asked_at;
    let life = map.get("expires_in").and_then(seconds).or_else(|| life_of(token, wall));
    let expires_at = life.and_then(|life| wall.checked_add(SignedDuration::try_from(life).ok()?).ok());
    let early = life.map(|life| life - MARGIN.min(life / 10));
    let renew_at = early.and_then(|life| wall.checked_add(SignedDuration::try_from(life).ok()?).ok());
    Ok(Issued {
        bearer: bearer(token.trim(), expires_at, round)?,
        renew_after: early.and_then(|life| instant.checked_add(life)),
        renew_at,
    })
}

fn seconds(value: &Value) -> Option<Duration> {
    let seconds = value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())?;
    Some(Duration::from_secs(seconds.min(366 * 24 * 3600)))
}

fn life_of(token: &str, now: Timestamp) -> Option<Duration> {
    let expires = claims(token).get("exp")?.as_i64()?;
    // Saturating, because an issuer may write any number, the smallest of all included.
    Some(Duration::from_secs(u64::try_from(expires.saturating_sub(now.as_second())).unwrap_or(0)))
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
        "The sign-in service answered in a form that Rollcall can't read, so there is no access token. \
         Nothing was lost. Check the token URL in the connection.",
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

    #[test]
    fn a_token_is_renewed_a_little_before_it_expires() {
        let now = (Instant::now(), Timestamp::now());
        let read = |body: &str| issued(body.as_bytes(), now, 1).expect("a token");
        let long = read(r#"{"access_token":"t","token_type":"bearer","expires_in":3600}"#);
        assert_eq!(long.renew_after, Some(now.0 + Duration::from_secs(3540)));
        assert_eq!(long.bearer.expires_at.map(|at| at.as_second() - now.1.as_second()), Some(3600));
        let short = read(r#"{"access_token":"t","expires_in":"100"}"#);
        assert_eq!(short.renew_after, Some(now.0 + Duration::from_secs(90)));
        assert!(
            read(r#"{"access_token":"t"}"#).is_fresh(),
            "without an expiry it is used until it is refused"
        );
        assert!(!read(r#"{"access_token":"t","expires_in":0}"#).is_fresh());
    }

    #[test]
    fn an_expiry_at_the_end_of_all_numbers_is_an_expiry() {
        let now = (Instant::now(), Timestamp::now());
        for (exp, fresh) in [(i64::MIN, false), (i64::MAX, true)] {
            let body = format!(r#"{{"access_token":"{}"}}"#, jwt(&format!(r#"{{"exp":{exp}}}"#)));
            assert_eq!(issued(body.as_bytes(), now, 1).expect("a token").is_fresh(), fresh, "{exp}");
        }
    }

    #[test]
    fn an_answer_without_a_bearer_token_is_unreadable() {
        let now = (Instant::now(), Timestamp::now());
        for body in ["", "[]", "{}", r#"{"access_token":""}"#, r#"{"access_token":"t","token_type":"mac"}"#] {
            let error = issued(body.as_bytes(), now, 1).err().expect(body);
            assert_eq!(error.kind, Kind::Unreadable, "{body}");
        }
    }
}
