//! Signing in with the system's browser: authorization code with PKCE over a loopback address.
//! Source: RFC 6749, section 4.1; RFC 7636; RFC 8252, section 7.3.

mod callback;
mod discovery;

pub use discovery::{Endpoints, discover};

use crate::connection::{browser_url, host, safe_url};
use crate::http::Sender;
use crate::token::Issuer;
use crate::{DEFAULT_GET_TIMEOUT, Kind, Network, PlatformError};
use callback::{Answered, Callback};
use jiff::Timestamp;
use oauth2::basic::BasicClient;
use oauth2::{AuthUrl, ClientId, CsrfToken, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope};
use rollcall_core::{Secret, phrase};
use std::fmt;
use std::time::Duration;
use url::Url;

/// So long a person has to sign in.
const PATIENCE: Duration = Duration::from_secs(5 * 60);

/// How a platform's sign-in service knows Rollcall, and what is asked of it.
#[derive(Clone)]
pub struct BrowserClient {
    /// Where the person signs in.
    pub authorize_url: String,
    /// Where codes and refresh tokens are turned into tokens. Empty: where the description says, under the base URL.
    pub token_url: String,
    /// The public id.
    pub client_id: String,
    /// The secret, where the service knows Rollcall as a confidential client.
    pub client_secret: Option<Secret>,
    /// The API asked for, where the service wants it named.
    pub audience: Option<String>,
    /// The rights asked for; `offline_access` or what the service calls it gives a refresh token.
    pub scope: Option<String>,
}

/// A sign-in that waits for the browser's answer. Dropping it stops the waiting.
pub struct WaitingSignIn {
    url: Url,
    issuer: Issuer,
    callback: Callback,
    redirect: RedirectUrl,
    verifier: PkceCodeVerifier,
}

/// A person who has signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// What gives tokens from now on; where the service gives none, what came lasts until it ends.
    pub granted: Granted,
    /// Who it is, where the service says so: the claim `sub`.
    pub subject: Option<String>,
}

/// What a sign-in gave.
#[derive(Clone, Debug)]
pub enum Granted {
    /// A refresh token: the sign-in is renewed without the person.
    Renewable(Secret),
    /// An access token alone.
    Passing(PassingToken),
}

/// An access token that nothing renews.
#[derive(Clone, Debug)]
pub struct PassingToken {
    /// The token.
    pub token: Secret,
    /// When it ends, where the service or the token says so.
    pub expires_at: Option<Timestamp>,
}

impl BrowserClient {
    /// Opens the address on this machine to which the browser is to bring the answer. Asks nobody anything yet; what it
    /// asks later goes through `network`.
    ///
    /// # Errors
    /// [`PlatformError`] of kind [`Kind::Configuration`] for an address or a client id that can't be right, and
    /// where this machine gives no port.
    pub async fn begin(&self, network: &Network) -> Result<WaitingSignIn, PlatformError> {
        self.checked()?;
        let token_url = safe_url("token URL", &self.token_url)?;
        let issuer =
            self.issuer(Sender::new(&token_url, DEFAULT_GET_TIMEOUT, network)?, DEFAULT_GET_TIMEOUT)?;
        let state = CsrfToken::new_random_len(32);
        // Seen to be compared with what the browser brings; it is of this one sign-in.
        let callback = Callback::open(Secret::new(state.secret().as_str())).await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let redirect = RedirectUrl::new(callback.address()).map_err(|_| no_port())?;
        let url = self.authorize(&redirect, state, challenge)?;
        Ok(WaitingSignIn { url, issuer, callback, redirect, verifier })
    }

    fn authorize(
        &self,
        redirect: &RedirectUrl,
        state: CsrfToken,
        challenge: PkceCodeChallenge,
    ) -> Result<Url, PlatformError> {
        let client = BasicClient::new(ClientId::new(self.client_id.trim().to_owned()))
            .set_auth_uri(AuthUrl::from_url(browser_url("sign-in address", &self.authorize_url)?))
            .set_redirect_uri(redirect.clone());
        let mut request = client.authorize_url(|| state).set_pkce_challenge(challenge);
        if let Some(audience) = filled(&self.audience) {
            request = request.add_extra_param("audience", audience);
        }
        if let Some(scope) = filled(&self.scope) {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        if self.has_to_ask_for_consent() {
            request = request.add_extra_param("prompt", "consent");
        }
        Ok(request.url().0)
    }

    // An OpenID provider leaves `offline_access` out of account unless the person is asked.
    // Source: OpenID Connect Core, section 11.
    fn has_to_ask_for_consent(&self) -> bool {
        let scope = filled(&self.scope).unwrap_or_default();
        let named = |word: &str| scope.split_whitespace().any(|one| one == word);
        named("openid") && named("offline_access")
    }

    pub(crate) fn checked(&self) -> Result<(), PlatformError> {
        browser_url("sign-in address", &self.authorize_url)?;
        match self.client_id.trim() {
            "" => Err(PlatformError::configuration(phrase!(
                "Signing in with the browser needs the client ID under which the sign-in service knows Rollcall. \
                 Nothing was sent. Enter it in the connection."
            ))),
            _ => Ok(()),
        }
    }

    pub(crate) fn issuer(&self, sender: Sender, timeout: Duration) -> Result<Issuer, PlatformError> {
        Issuer::new(&self.token_url, &self.client_id, self.client_secret.clone(), sender, timeout)
    }
}

impl WaitingSignIn {
    /// The address to open in the browser. It holds no secret.
    pub fn url(&self) -> &str {
        self.url.as_str()
    }

    /// Waits until the person has signed in, for five minutes at most, and exchanges the code for tokens.
    ///
    /// # Errors
    /// [`PlatformError`]: of kind [`Kind::TokenRefused`] when nobody signed in or the service refused, else what kept
    /// the exchange from happening.
    pub async fn finish(self) -> Result<SignedIn, PlatformError> {
        self.finish_within(PATIENCE).await
    }

    async fn finish_within(mut self, patience: Duration) -> Result<SignedIn, PlatformError> {
        let answered = tokio::time::timeout(patience, self.callback.answered());
        let code = match answered.await.map_err(|_| nobody_came())? {
            Answered::Code(code) => code,
            Answered::Refused(error) => return Err(error),
        };
        let asked_at = Timestamp::now();
        let given = self.issuer.code(&code, self.verifier, &self.redirect).await?;
        let granted = match given.next() {
            Some(refresh_token) => Granted::Renewable(refresh_token),
            None => Granted::Passing(given.passing(asked_at)),
        };
        Ok(SignedIn { granted, subject: given.subject() })
    }
}

// The addresses may hold what nobody expects in them, and the secret is one.
impl fmt::Debug for BrowserClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BrowserClient")
            .field("host", &host(&self.authorize_url))
            .field("client_id", &self.client_id)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for WaitingSignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitingSignIn").field("host", &self.url.host_str()).finish_non_exhaustive()
    }
}

/// Opens an address in the system's browser; which one, the variable `BROWSER` may say. Returns at once, and a
/// browser that can't be opened is no failure: a person can open the address themselves.
pub fn open_in_browser(url: String) {
    // A thread of its own, which nobody waits for: some browsers keep whoever starts them until they are closed.
    std::thread::spawn(move || {
        if let Err(problem) = webbrowser::open(&url) {
            tracing::warn!(kind = ?problem.kind(), "the browser could not be opened");
        }
    });
}

fn filled(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

fn no_port() -> PlatformError {
    PlatformError::configuration(phrase!(
        "This machine gives Rollcall no port on which the browser could bring its answer. Nothing was sent. Close \
         other programs and try again."
    ))
}

fn nobody_came() -> PlatformError {
    PlatformError::new(
        Kind::TokenRefused,
        phrase!(
            "Nobody signed in within five minutes, so Rollcall no longer waits. Nothing was lost. Try again; if the \
             browser showed an error instead of a sign-in, ask whoever looks after the sign-in service to allow \
             http://127.0.0.1/callback with any port for this client ID."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn client(scope: &str) -> BrowserClient {
        BrowserClient {
            authorize_url: "https://login.example/authorize?policy=people".into(),
            token_url: "https://login.example/token".into(),
            client_id: " app ".into(),
            client_secret: Some(Secret::new("hunter2")),
            audience: Some("api".into()),
            scope: Some(scope.into()),
        }
    }

    fn parameters(url: &str) -> HashMap<String, String> {
        Url::parse(url).expect("a URL").query_pairs().into_owned().collect()
    }

    #[tokio::test]
    async fn the_address_for_the_browser_asks_for_a_code_with_a_challenge_and_holds_no_secret() {
        let waiting = client("openid offline_access").begin(&Network::default()).await.expect("it waits");
        let asked = parameters(waiting.url());
        for (name, value) in [
            ("policy", "people"),
            ("response_type", "code"),
            ("client_id", "app"),
            ("audience", "api"),
            ("scope", "openid offline_access"),
            ("code_challenge_method", "S256"),
            ("prompt", "consent"),
        ] {
            assert_eq!(asked.get(name).map(String::as_str), Some(value), "{name}");
        }
        assert!(asked["redirect_uri"].starts_with("http://127.0.0.1:"), "{asked:?}");
        assert!(asked["state"].len() >= 43 && asked["code_challenge"].len() == 43, "{asked:?}");
        assert!(
            !waiting.url().contains("hunter2") && !waiting.url().contains(waiting.verifier.secret().as_str())
        );
    }

    #[tokio::test]
    async fn two_sign_ins_share_neither_state_nor_challenge_nor_port() {
        let (one, two) =
            (client("api").begin(&Network::default()).await, client("api").begin(&Network::default()).await);
        let (one, two) = (one.expect("it waits"), two.expect("it waits"));
        let (first, second) = (parameters(one.url()), parameters(two.url()));
        for name in ["state", "code_challenge", "redirect_uri"] {
            assert_ne!(first[name], second[name], "{name}");
        }
        assert_eq!(first.get("prompt"), None, "nobody is asked twice without need");
    }

    #[tokio::test]
    async fn an_address_that_is_not_safe_is_refused_before_anything_is_opened() {
        for (authorize_url, token_url, client_id) in [
            ("http://login.example/authorize", "https://login.example/token", "app"),
            ("https://login.example/authorize", "http://login.example/token", "app"),
            ("https://u:hunter2@login.example/", "https://login.example/token", "app"),
            ("javascript:alert(1)", "https://login.example/token", "app"),
            ("https://login.example/authorize", "https://login.example/token", " "),
        ] {
            let (authorize_url, token_url) = (authorize_url.to_owned(), token_url.to_owned());
            let client =
                BrowserClient { authorize_url, token_url, client_id: client_id.into(), ..client("x") };
            let error = client.begin(&Network::default()).await.expect_err("refused");
            assert_eq!(error.kind, Kind::Configuration, "{client:?}");
            assert!(!format!("{error:?}{client:?}").contains("hunter2"), "{error:?}");
        }
    }

    #[tokio::test]
    async fn nobody_is_waited_for_for_ever() {
        let waiting = client("api").begin(&Network::default()).await.expect("it waits");
        let error = waiting.finish_within(Duration::ZERO).await.expect_err("nobody came");
        assert_eq!(error.kind, Kind::TokenRefused);
        assert!(error.sentence.contains("five minutes") && error.sentence.contains("Try again"), "{error}");
    }
}
