//! The wire: two clients that never redirect and never retry by themselves, and the reading of lists.

use crate::answer::{Answer, Body, LONGEST_MESSAGE, Said, clean};
use crate::asking::ListRequest;
use crate::error::Call;
use crate::failures::{failure, parse, refusal, unbuildable};
use crate::network::{Network, Way};
use crate::token::{Bearer, TokenSource};
use crate::trust::Trust;
use crate::{Kind, PlatformError};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderName, HeaderValue};
use reqwest::{Client, RequestBuilder, Response};
use rollcall_core::Secret;
use serde_json::Value;
use std::hash::{BuildHasher, RandomState};
use std::time::{Duration, Instant};
use url::Url;

const CONNECT_TIMEOUT: Duration = Duration::from_secs(20);
/// The largest page of a list, in bytes.
pub(crate) const LONGEST_LIST: usize = 64 * 1024 * 1024;
/// Tries of one page after the first one failed in passing.
const MORE_TRIES: u32 = 3;
/// Waits for one page at the gateway's word.
const MOST_WAITS: u32 = 10;
/// A longer wait is left to whoever asked, who can show it.
const LONGEST_PATIENCE: Duration = Duration::from_secs(120);

/// The clients.
#[derive(Clone)]
pub(crate) struct Sender {
    /// For everything that may be asked twice.
    pub(crate) lists: Client,
    /// For invitations alone.
    pub(crate) invites: Client,
    /// How both reach the server.
    pub(crate) way: Way,
    /// Whom both trust; nobody is asked for a certificate where nothing is encrypted.
    pub(crate) trust: Option<Trust>,
}

/// A call without an answer.
pub(crate) enum Failure {
    /// No byte of the request went out.
    NotSent(PlatformError),
    /// The request went out, at least in part.
    NoAnswer(PlatformError),
}

/// Whether a failing call is asked again before it is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Patience {
    /// Somebody looks at the screen and wants to know what is wrong.
    None,
    /// A list of many pages should outlive a passing fault.
    Some,
}

/// Everything that a call to the platform's base URL needs.
pub(crate) struct Wire {
    pub(crate) sender: Sender,
    pub(crate) base: Url,
    pub(crate) headers: HeaderMap,
    pub(crate) key_name: Option<HeaderName>,
    pub(crate) key_header: Option<HeaderValue>,
    pub(crate) key: Secret,
    /// What of the connection's own headers may be a credential.
    pub(crate) header_secrets: Vec<Secret>,
    pub(crate) tokens: TokenSource,
    pub(crate) get_timeout: Duration,
    pub(crate) post_timeout: Duration,
}

impl Sender {
    /// Clients for the server at `url`.
    pub(crate) fn new(url: &Url, get_timeout: Duration, network: &Network) -> Result<Self, PlatformError> {
        let way = Way::to(url, network)?;
        // The sample platform on this machine has to work where no certificates are installed.
        let trust = way.needs_certificates().then(|| Trust::of(network)).transpose()?;
        let builder = |protocols: &[&str]| builder(&way, trust.as_ref(), protocols, get_timeout);
        let lists = builder(&["h2", "http/1.1"])?
            .read_timeout(get_timeout)
            .tcp_keepalive(Duration::from_secs(30))
            .build()
            .map_err(unbuildable)?;
        // A connection of its own for each invitation: on a kept one the client below this one
        // would quietly send again what it believes unsent, and a second mail can't be called back.
        let invites = builder(&["http/1.1"])?.pool_max_idle_per_host(0).http1_only().build();
        Ok(Self { lists, invites: invites.map_err(unbuildable)?, way, trust })
    }

    /// Sends once and reads the answer up to `cap` bytes.
    pub(crate) async fn exchange(
        &self,
        call: Call,
        request: RequestBuilder,
        cap: usize,
    ) -> Result<Answer, Failure> {
        let started = Instant::now();
        let sent = request.send().await;
        let answer = match sent {
            Ok(response) => read_answer(response, cap).await,
            Err(error) => return Err(failure(call, error, &self.way)),
        };
        let answer = Answer { took: started.elapsed(), ..answer };
        let millis = u64::try_from(answer.took.as_millis()).unwrap_or(u64::MAX);
        tracing::debug!(call = call.word(), status = answer.status.as_u16(), millis, "answered");
        Ok(answer)
    }
}

fn builder(
    way: &Way,
    trust: Option<&Trust>,
    protocols: &[&str],
    get_timeout: Duration,
) -> Result<reqwest::ClientBuilder, PlatformError> {
    let builder = Client::builder()
        .user_agent(concat!("Rollcall/", env!("CARGO_PKG_VERSION")))
        // A followed redirect keeps the key across hosts, and 307 and 308 replay the body.
        .redirect(reqwest::redirect::Policy::none())
        .retry(reqwest::retry::never())
        .referer(false)
        // Less than a call as a whole, so that a slow door is told from a slow answer.
        .connect_timeout(CONNECT_TIMEOUT.min(get_timeout / 2))
        // What the system says was looked at already.
        .no_proxy()
        .https_only(way.encrypted);
    let builder = match &way.via {
        Some(via) => builder.proxy(via.for_client()?),
        None => builder,
    };
    Ok(match trust {
        Some(trust) => builder.tls_backend_preconfigured(trust.speaking(protocols)),
        None => builder.tls_certs_only([]),
    })
}

async fn read_answer(mut response: Response, cap: usize) -> Answer {
    let status = response.status();
    let headers = std::mem::take(response.headers_mut());
    Answer { status, headers, body: read_body(response, cap).await, took: Duration::ZERO }
}

async fn read_body(mut response: Response, cap: usize) -> Body {
    let mut bytes = Vec::new();
    loop {
        match response.chunk().await {
            Ok(Some(chunk)) if bytes.len() + chunk.len() > cap => return Body::TooLarge,
            Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
            Ok(None) => return Body::Whole(bytes),
            Err(error) => return Body::Cut { timed_out: error.is_timeout() },
        }
    }
}

impl From<Failure> for PlatformError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotSent(error) | Failure::NoAnswer(error) => error,
        }
    }
}

impl Wire {
    /// `path` under the base URL; `{id}` in it becomes one escaped segment.
    pub(crate) fn url<'a>(
        &self,
        path: &str,
        id: &str,
        query: impl Iterator<Item = (&'a str, &'a str)>,
    ) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            let parts = path.trim_start_matches('/').split('/');
            segments.pop_if_empty().extend(parts.map(|part| part.replace("{id}", id)));
        }
        let mut query = query.peekable();
        if query.peek().is_some() {
            url.query_pairs_mut().extend_pairs(query);
        }
        url
    }

    /// The headers of a call, credentials included.
    pub(crate) fn dressed(&self, request: RequestBuilder, bearer: &Bearer) -> RequestBuilder {
        let mut headers = self.headers.clone();
        headers.extend(self.key_name.clone().zip(self.key_header.clone()));
        headers.extend(bearer.header.clone().map(|value| (AUTHORIZATION, value)));
        request.headers(headers)
    }

    /// Reads one JSON answer with its headers, asking again where that can help.
    pub(crate) async fn read(
        &self,
        call: Call,
        request: &ListRequest,
        patience: Patience,
    ) -> Result<(Value, HeaderMap), PlatformError> {
        let mut tries = Tries { patience, failed: 0, waited: 0, renewed: !self.tokens.is_renewable() };
        loop {
            let bearer = self.tokens.current().await?;
            let error = match self.ask(call, request, &bearer).await {
                Ok(read) => return Ok(read),
                Err(error) => error,
            };
            match tries.after(&error) {
                Next::GiveUp => return Err(error),
                Next::Wait(pause) => tokio::time::sleep(pause).await,
                Next::Renew => drop(self.tokens.renew(bearer.round).await?),
            }
        }
    }

    /// The platform's words with every secret of ours taken out, should it echo one.
    pub(crate) fn words(&self, answer: &Answer) -> String {
        self.redacted(&answer.message())
    }

    pub(crate) fn redacted(&self, text: &str) -> String {
        let mut secrets = self.tokens.secrets();
        secrets.push(self.key.clone());
        secrets.extend(self.sender.way.secrets());
        secrets.extend(self.header_secrets.iter().cloned());
        redact(text, &secrets)
    }

    async fn ask(
        &self,
        call: Call,
        request: &ListRequest,
        bearer: &Bearer,
    ) -> Result<(Value, HeaderMap), PlatformError> {
        let answer = self.hear(call, request, bearer).await?;
        Ok((parse(call, &answer)?, answer.headers))
    }

    /// One successful answer as it came, asked for once.
    pub(crate) async fn hear(
        &self,
        call: Call,
        request: &ListRequest,
        bearer: &Bearer,
    ) -> Result<Answer, PlatformError> {
        let url = request.url.clone();
        let request = match &request.body {
            None => self.sender.lists.get(url),
            Some((media, body)) => self.sender.lists.post(url).header(CONTENT_TYPE, media).body(body.clone()),
        };
        let request = request.timeout(self.get_timeout);
        let answer = self.sender.exchange(call, self.dressed(request, bearer), LONGEST_LIST).await?;
        match answer.said() {
            Said::Success => Ok(answer),
            _ => Err(refusal(call, &answer).with_detail(self.words(&answer))),
        }
    }
}

/// `text` on one line of bounded length, with each of `secrets` replaced first, so that no part of
/// one survives the cut. It takes as long as what is left of the text, not as long as the text.
pub(crate) fn redact(text: &str, secrets: &[Secret]) -> String {
    clean(&crate::secrets::without(text, secrets, LONGEST_MESSAGE))
}

/// A pause after the `tried`th failure: doubling from a quarter of a second, with up to as much again at random.
pub(crate) fn backoff(tried: u32) -> Duration {
    let base = 250_u64 << tried.saturating_sub(1).min(5);
    Duration::from_millis(base + RandomState::new().hash_one(tried) % base)
}

struct Tries {
    patience: Patience,
    failed: u32,
    waited: u32,
    renewed: bool,
}

enum Next {
    GiveUp,
    Wait(Duration),
    Renew,
}

impl Tries {
    fn after(&mut self, error: &PlatformError) -> Next {
        match error.kind {
            Kind::TokenRefused if !self.renewed => {
                self.renewed = true;
                Next::Renew
            }
            _ if self.patience == Patience::None => Next::GiveUp,
            Kind::RateLimited { retry_after } => self.wait(retry_after),
            Kind::ServerFailed { .. } | Kind::ConnectionLost | Kind::Unreachable
                if self.failed < MORE_TRIES =>
            {
                self.failed += 1;
                Next::Wait(backoff(self.failed))
            }
            _ => Next::GiveUp,
        }
    }

    fn wait(&mut self, told: Option<Duration>) -> Next {
        self.waited += 1;
        let pause = told.unwrap_or_else(|| backoff(self.waited + 2));
        match self.waited > MOST_WAITS || pause > LONGEST_PATIENCE {
            true => Next::GiveUp,
            false => Next::Wait(pause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_echoed_secret_is_taken_out() {
        let secrets = [Secret::new("hunter2"), Secret::new("")];
        assert_eq!(redact("the key hunter2\r\nis wrong", &secrets), "the key [redacted] is wrong");
        let late = format!("{}hunter2", "x".repeat(496));
        assert!(!redact(&late, &secrets).contains("hunt"), "the cut leaves no part of a secret");
    }

    #[test]
    fn pauses_grow_and_stay_bounded() {
        for (tried, least, most) in [(1, 250, 500), (2, 500, 1000), (3, 1000, 2000), (60, 8000, 16000)] {
            let pause = backoff(tried).as_millis();
            assert!((least..most).contains(&pause), "{tried}: {pause}");
        }
    }
}
