//! The gateway in front of the platform, and the place where a fault plan takes hold of a call.

use crate::answers;
use crate::dealt::{Call, Dealt, Ending, TurnedAway};
use crate::faults::Endpoint;
use crate::line::Line;
use crate::site::Site;
use crate::token::{bearer, same_secret};
use crate::truth::{SeenRequest, sha256};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{ConnectInfo, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures::stream;
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Instant;

/// The largest body that is read: 100 people need far less than a megabyte.
const LARGEST_BODY: usize = 4 << 20;
const KEY: &str = "ocp-apim-subscription-key";

/// How a call ends for the client.
enum Delivery {
    Answer(Response),
    Reset,
    Cut(Response),
}

/// Records the call, lets the gateway and the fault plan have their say, and passes it on.
pub(crate) async fn front(
    State(site): State<Arc<Site>>,
    ConnectInfo(line): ConnectInfo<Line>,
    request: Request,
    next: Next,
) -> Response {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, LARGEST_BODY).await else {
        return answers::too_large();
    };
    let endpoint = endpoint(&parts.method, parts.uri.path());
    let number = record(&site, &parts, &body, endpoint);
    // A task of its own: a client that hangs up doesn't undo what the platform has begun.
    let work = tokio::spawn(handle(site.clone(), parts, body, endpoint, next));
    let delivery = work.await.unwrap_or_else(|_| Delivery::Answer(answers::of_status(500, None)));
    match delivery {
        Delivery::Answer(answer) => {
            site.record().answered(number, answer.status().as_u16());
            answer
        }
        Delivery::Reset => {
            line.reset();
            ().into_response()
        }
        Delivery::Cut(answer) => cut(answer).await,
    }
}

fn record(site: &Site, parts: &Parts, body: &[u8], endpoint: Option<Endpoint>) -> u64 {
    let request = SeenRequest {
        at: Timestamp::now(),
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().map(str::to_owned),
        body_sha256: sha256(body),
        status: None,
    };
    site.record().arrived(request, endpoint == Some(Endpoint::Invite))
}

async fn handle(
    site: Arc<Site>,
    parts: Parts,
    body: Bytes,
    endpoint: Option<Endpoint>,
    next: Next,
) -> Delivery {
    if let Some(refusal) = check_key(&site, &parts, endpoint) {
        return Delivery::Answer(refusal);
    }
    let dealt = deal(&site, &parts, &body, endpoint);
    match dealt.turned_away {
        Some(TurnedAway::RateLimit(wait)) => return Delivery::Answer(answers::rate_limited(wait)),
        Some(TurnedAway::Quota(wait)) => return Delivery::Answer(answers::quota_used_up(wait)),
        None => tokio::time::sleep(dealt.wait_before).await,
    }
    if let Some(refusal) = check_token(&site, &parts, endpoint, dealt.token_expires) {
        return Delivery::Answer(refusal);
    }
    if let Some(ending) = dealt.before {
        return end(ending, answers::of_status(500, None));
    }
    let mut request = Request::from_parts(parts, Body::from(body));
    request.extensions_mut().insert(dealt.invite);
    request.extensions_mut().insert(dealt.list);
    let answer = next.run(request).await;
    tokio::time::sleep(dealt.wait_after).await;
    match dealt.after {
        // A call that was refused did nothing, so there is no "after the effect" to it.
        Some(ending) if answer.status().is_success() => end(ending, answer),
        _ => Delivery::Answer(answer),
    }
}

/// Everything but the token endpoint stands behind the subscription key.
fn check_key(site: &Site, parts: &Parts, endpoint: Option<Endpoint>) -> Option<Response> {
    match endpoint {
        None => return Some(answers::no_such_operation()),
        Some(Endpoint::Token) => return None,
        Some(_) => {}
    }
    let key = parts.headers.get(KEY).map(|v| v.to_str().unwrap_or_default());
    match key {
        None | Some("") => Some(answers::key_refused(true)),
        Some(key) if same_secret(key, &site.identity.subscription_key) => None,
        Some(_) => Some(answers::key_refused(false)),
    }
}

fn check_token(site: &Site, parts: &Parts, endpoint: Option<Endpoint>, expires: bool) -> Option<Response> {
    if endpoint == Some(Endpoint::Token) {
        return None;
    }
    let token = bearer(&parts.headers).unwrap_or_default();
    if expires {
        site.tokens.revoke(token);
    }
    (!site.tokens.accepts(token, Timestamp::now())).then(answers::token_refused)
}

fn deal(site: &Site, parts: &Parts, body: &[u8], endpoint: Option<Endpoint>) -> Dealt {
    let query = parts.uri.query().unwrap_or_default();
    let page = query.split('&').find_map(|pair| pair.strip_prefix("page=")?.parse().ok()).unwrap_or(1);
    let call = Call { endpoint, method: parts.method.as_str(), page, body };
    site.dealer().deal(&call, Instant::now())
}

fn end(ending: Ending, answer: Response) -> Delivery {
    match ending {
        Ending::Status { status, retry_after } => Delivery::Answer(answers::of_status(status, retry_after)),
        Ending::Reset => Delivery::Reset,
        Ending::Cut => Delivery::Cut(answer),
    }
}

/// The answer with its whole length in the head, half of its body, and then no connection.
async fn cut(answer: Response) -> Response {
    let (mut parts, body) = answer.into_parts();
    let whole = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(whole.len()));
    let half = whole.slice(..whole.len() / 2);
    let pieces = stream::unfold(Some(half), |piece| async move {
        if let Some(half) = piece {
            return Some((Ok(half), None));
        }
        // The server writes out what it has before it hears of the end, or the client would see nothing at all.
        tokio::task::yield_now().await;
        Some((Err(std::io::Error::from(std::io::ErrorKind::BrokenPipe)), None))
    });
    Response::from_parts(parts, Body::from_stream(pieces))
}

/// The operation of a method and path.
fn endpoint(method: &Method, path: &str) -> Option<Endpoint> {
    const DETAILS: &str = "/api/v2/organizations/details/";
    match (method.as_str(), path) {
        ("POST", "/oauth/token") => Some(Endpoint::Token),
        ("GET", "/api/v2/users") => Some(Endpoint::Users),
        ("GET", "/api/v2/roles") => Some(Endpoint::Roles),
        ("GET", "/api/v2/identity-providers") => Some(Endpoint::IdentityProviders),
        ("POST", "/api/v2/users/invite") => Some(Endpoint::Invite),
        ("GET", path) => {
            let id = path.strip_prefix(DETAILS)?;
            (!id.is_empty() && !id.contains('/')).then_some(Endpoint::Organizations)
        }
        _ => None,
    }
}
