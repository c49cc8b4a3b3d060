//! Tokens that are fetched when they are needed, once for everybody who asks at the same time.

use super::given::Given;
use super::issuer::Issuer;
use super::{Bearer, bearer, claims, unreadable};
use crate::http::backoff;
use crate::{Kind, PassingToken, PlatformError};
use async_trait::async_trait;
use jiff::{SignedDuration, Timestamp};
use oauth2::TokenResponse;
use rollcall_core::{Secret, phrase};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

const TRIES: u32 = 3;
/// Tokens that are remembered after they were followed by others: calls under way were sent with them, and their answers may echo them.
const WORN: usize = 16;
/// A token is renewed this long before it expires, or a tenth of its life if that is shorter.
const MARGIN: Duration = Duration::from_secs(60);

/// Where the refresh token of a sign-in is kept between one renewal and the next (RFC 6749, section 6).
///
/// Issuers take a refresh token out of use when they give the next one, so whoever renews has to begin with the
/// newest and to keep what came at once.
#[async_trait]
pub trait RefreshTokens: Send + Sync {
    /// The turn to renew, held from [`RefreshTokens::newest`] until what came is kept: of two who present the same token, one
    /// looks like a thief (RFC 9700, section 4.14.2), and the issuer ends the sign-in of both. By itself it is always one's turn.
    async fn turn(&self) -> Box<dyn Send> {
        Box::new(())
    }
    /// The newest one. `None` where nobody is signed in, or where it can't be read just now.
    async fn newest(&self) -> Option<Secret>;
    /// Puts `next` in the place of `used`, unless somebody signed in anew or out meanwhile.
    async fn replace(&self, used: &Secret, next: Secret);
}

/// An issuer that gives the next token without a person.
pub(crate) struct Renewing {
    issuer: Issuer,
    with: With,
    /// Who signed in, where that is known.
    person: Option<String>,
    /// Whether the next token comes without the person.
    renews: bool,
    state: Mutex<State>,
    flight: tokio::sync::Mutex<()>,
}

/// With what the issuer is asked.
pub(crate) enum With {
    ClientCredentials,
    RefreshToken(Arc<dyn RefreshTokens>),
}

#[derive(Default)]
struct State {
    /// Renewals tried so far, well or badly.
    rounds: u64,
    issued: Option<Issued>,
    failure: Option<PlatformError>,
    /// The refresh token that was seen last.
    refresh: Option<Secret>,
    /// Tokens of both kinds that were held before, the latest last.
    worn: VecDeque<Secret>,
}

pub(super) struct Issued {
    pub(super) bearer: Bearer,
    /// By the monotonic clock, which a changed wall clock does not move.
    pub(super) renew_after: Option<Instant>,
    /// By the wall clock, which goes on while the machine sleeps.
    renew_at: Option<Timestamp>,
}

impl Renewing {
    pub(crate) fn new(issuer: Issuer, with: With, person: Option<String>) -> Self {
        let (state, flight) = (Mutex::default(), tokio::sync::Mutex::default());
        Self { issuer, with, person, renews: true, state, flight }
    }

    /// The same, beginning with a token that a sign-in gave.
    pub(crate) fn beginning_with(mut self, passing: &PassingToken) -> Result<Self, PlatformError> {
        // Seen to be put into the header of each call.
        let bearer = bearer(passing.token.expose(), passing.expires_at, 0)?;
        // Nothing renews it, so it is used until its very end.
        let issued = Issued { bearer, renew_after: None, renew_at: passing.expires_at };
        self.state().issued = Some(issued);
        self.renews = false;
        Ok(self)
    }

    pub(crate) fn renews(&self) -> bool {
        self.renews
    }

    // Of client credentials always the client id: a resume guard compares the answer of two
    // different moments, and a token's claims are known only after the first fetch.
    pub(crate) fn subject(&self) -> Option<String> {
        self.person.clone().or_else(|| Some(self.issuer.id.clone())).filter(|id| !id.is_empty())
    }

    pub(crate) fn round(&self) -> u64 {
        self.state().rounds
    }

    pub(crate) fn expires_at(&self) -> Option<Timestamp> {
        self.state().issued.as_ref()?.bearer.expires_at
    }

    /// Secrets that could be echoed to us.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        let state = self.state();
        let issued = state.issued.as_ref().map(|issued| issued.bearer.token.clone());
        let held = [issued, state.refresh.clone(), self.issuer.secret.clone()].into_iter().flatten();
        held.chain(state.worn.iter().cloned()).collect()
    }

    pub(crate) async fn current(self: &Arc<Self>) -> Result<Bearer, PlatformError> {
        let seen = {
            let state = self.state();
            match &state.issued {
                Some(issued) if issued.is_fresh() => return Ok(issued.bearer.clone()),
                _ => state.rounds,
            }
        };
        self.renew(seen).await
    }

    /// Fetches a new token unless somebody did since `seen`.
    pub(crate) async fn renew(self: &Arc<Self>, seen: u64) -> Result<Bearer, PlatformError> {
        let renewing = Arc::clone(self);
        // A task of its own: whoever asked may give up, and the refresh token that came must be kept all the same.
        let renewed = tokio::spawn(async move { renewing.renew_once(seen).await }).await;
        renewed.unwrap_or_else(|_| Err(unreadable("the renewal ended early")))
    }

    async fn renew_once(&self, seen: u64) -> Result<Bearer, PlatformError> {
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
        let before = state.issued.take().map(|issued| issued.bearer.token);
        state.wear(before);
        match fetched {
            Ok(issued) => (state.issued, state.failure) = (Some(issued), None),
            Err(error) => state.failure = Some(error),
        }
        state.outcome()
    }

    // Asking for a token twice does no harm, so a failing server is asked again. A refresh token whose answer
    // was lost may be used up; asking again is then the only way to find out.
    async fn fetch(&self, round: u64) -> Result<Issued, PlatformError> {
        for tried in 1.. {
            let asked_at = (Instant::now(), Timestamp::now());
            let error = match self.ask().await {
                Ok(given) => return issued(&given, asked_at, round),
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

    async fn ask(&self) -> Result<Given, PlatformError> {
        match &self.with {
            With::ClientCredentials => self.issuer.client_credentials(self.secrets()).await,
            With::RefreshToken(tokens) => self.refresh(tokens.as_ref()).await,
        }
    }

    async fn refresh(&self, tokens: &dyn RefreshTokens) -> Result<Given, PlatformError> {
        let _turn = tokens.turn().await;
        let newest = tokens.newest().await.or_else(|| self.state().refresh.clone());
        let used = newest.ok_or_else(signed_out)?;
        self.state().saw(&used);
        let given = self.issuer.refresh(&used, self.secrets()).await?;
        if let Some(next) = given.next() {
            self.state().saw(&next);
            tokens.replace(&used, next).await;
        }
        if self.person.as_ref().is_some_and(|person| given.is_somebody_elses(person)) {
            return Err(somebody_else());
        }
        Ok(given)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// A refresh token takes the place of the one before.
    fn saw(&mut self, refresh: &Secret) {
        // Seen to compare them: a token that is used again is not worn.
        if self.refresh.as_ref().is_some_and(|before| before.expose() == refresh.expose()) {
            return;
        }
        let before = self.refresh.replace(refresh.clone());
        self.wear(before);
    }

    fn wear(&mut self, token: Option<Secret>) {
        self.worn.extend(token);
        while self.worn.len() > WORN {
            self.worn.pop_front();
        }
    }

    fn outcome(&self) -> Result<Bearer, PlatformError> {
        match (&self.issued, &self.failure) {
            (Some(issued), _) => Ok(issued.bearer.clone()),
            (None, Some(failure)) => Err(failure.clone()),
            (None, None) => Err(unreadable("there is no token")),
        }
    }
}

impl Issued {
    pub(super) fn is_fresh(&self) -> bool {
        self.renew_after.is_none_or(|then| Instant::now() < then)
            && self.renew_at.is_none_or(|then| Timestamp::now() < then)
    }
}

pub(super) fn issued(
    given: &Given,
    (instant, wall): (Instant, Timestamp),
    round: u64,
) -> Result<Issued, PlatformError> {
    // Seen to be put into the header of each call.
    let token = given.access_token().secret();
    let life = given.expires_in().or_else(|| life_of(token, wall));
    let expires_at = ends(given.expires_in(), token, wall);
    let early = life.map(|life| life - MARGIN.min(life / 10));
    let renew_at = early.and_then(|life| wall.checked_add(SignedDuration::try_from(life).ok()?).ok());
    Ok(Issued {
        bearer: bearer(token, expires_at, round)?,
        renew_after: early.and_then(|life| instant.checked_add(life)),
        renew_at,
    })
}

/// When a token ends that was asked for at `wall`: as its issuer says, or as it says itself.
pub(super) fn ends(life: Option<Duration>, token: &str, wall: Timestamp) -> Option<Timestamp> {
    let life = life.or_else(|| life_of(token, wall))?;
    wall.checked_add(SignedDuration::try_from(life).ok()?).ok()
}

fn life_of(token: &str, now: Timestamp) -> Option<Duration> {
    let expires = claims(token).get("exp")?.as_i64()?;
    // Saturating, because an issuer may write any number, the smallest of all included.
    Some(Duration::from_secs(u64::try_from(expires.saturating_sub(now.as_second())).unwrap_or(0)))
}

fn signed_out() -> PlatformError {
    PlatformError::new(
        Kind::TokenRefused,
        phrase!("Nobody is signed in through this connection. Nothing was lost. Sign in with the browser."),
    )
}

// What was begun as one person is not gone on with as another: they may see and may do different things.
fn somebody_else() -> PlatformError {
    PlatformError::new(
        Kind::TokenRefused,
        phrase!(
            "Somebody else has signed in through this connection since this was begun. Nothing was lost. Begin it again."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn given(body: &str) -> Given {
        serde_json::from_str(body).expect(body)
    }

    #[test]
    fn a_token_is_renewed_a_little_before_it_expires() {
        let now = (Instant::now(), Timestamp::now());
        let read = |body: &str| issued(&given(body), now, 1).expect("a token");
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
            let claims = URL_SAFE_NO_PAD.encode(format!(r#"{{"exp":{exp}}}"#));
            let body = format!(r#"{{"access_token":"e30.{claims}.c2ln"}}"#);
            assert_eq!(issued(&given(&body), now, 1).expect("a token").is_fresh(), fresh, "{exp}");
        }
    }

    #[test]
    fn what_an_issuer_gave_is_never_printed() {
        let body = r#"{"access_token":"hunter2","refresh_token":"hunter2","id_token":"hunter2"}"#;
        assert!(!format!("{:?}", given(body)).contains("hunter2"));
        assert_eq!(serde_json::to_string(&given(body)).ok().as_deref(), Some("null"));
    }

    #[test]
    fn who_signed_in_is_the_subject_of_the_identity_or_else_of_the_token() {
        let jwt = |sub: &str| {
            format!("e30.{}.c2ln", URL_SAFE_NO_PAD.encode(format!(r#"{{"sub":"{sub}","azp":"app"}}"#)))
        };
        let both = format!(r#"{{"access_token":"{}","id_token":"{}"}}"#, jwt("api|7"), jwt("ann"));
        assert_eq!(given(&both).subject().as_deref(), Some("ann"));
        let token = format!(r#"{{"access_token":"{}"}}"#, jwt("api|7"));
        assert_eq!(given(&token).subject().as_deref(), Some("api|7"));
        assert_eq!(given(r#"{"access_token":"opaque"}"#).subject(), None);
    }
}
