//! A server that points elsewhere is not followed: not with key, token, code or body, and not without them.

use crate::common::{Doing, SECRET, Server, ann, network, platform, signing_in, to};
use crate::encrypted::{Authority, GOOD, before};
use async_trait::async_trait;
use rollcall_core::{InviteResult, Observation, Secret};
use rollcall_platform::{
    BrowserClient, Connection, Description, Kind, Network, Platform, PlatformError, Proxy, RefreshTokens,
    SignIn, SignedIn, discover,
};
use serde_json::json;
use std::collections::HashMap;
use std::sync::Arc;
use wiremock::matchers::{any, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

/// Another host, another scheme, another port: each leads to `elsewhere`.
fn places(elsewhere: &Server) -> [String; 3] {
    let port = elsewhere.port;
    [
        format!("http://localhost:{port}/x"),
        format!("https://127.0.0.1:{port}/x"),
        format!("http://127.0.0.1:{port}/x"),
    ]
}

async fn elsewhere() -> Server {
    Server::start(Doing::Answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")).await
}

/// A platform that looks people up by POST.
fn searching(connection: Connection) -> Platform {
    let search =
        "[calls.user_by_email]\nmethod = \"POST\"\npath = \"/search\"\nbody = '{ \"mail\": \"{email}\" }'";
    let description = Description::built_in("appxite").expect("built in");
    Platform::new(description.overridden_by(search).expect("a search"), connection).expect("a platform")
}

/// A platform of SCIM, which gives the role in a call of its own.
fn scim(connection: Connection) -> Platform {
    Platform::new(Description::built_in("scim2").expect("built in"), connection).expect("a platform")
}

fn browser(base: &str) -> BrowserClient {
    BrowserClient {
        authorize_url: format!("{base}/authorize"),
        token_url: format!("{base}/oauth/token"),
        client_id: "desk".to_owned(),
        client_secret: Some(Secret::new(SECRET)),
        audience: None,
        scope: None,
    }
}

/// Signs in, with a browser that brings a code at once.
async fn signed_in(base: &str, network: &Network) -> Result<SignedIn, PlatformError> {
    let waiting = browser(base).begin(network).await.expect("it waits");
    let asked = reqwest::Url::parse(waiting.url()).expect("a URL");
    let asked: HashMap<String, String> = asked.query_pairs().into_owned().collect();
    let back = format!("{}?code=code-hunter2&state={}", asked["redirect_uri"], asked["state"]);
    let (finished, shown) = tokio::join!(waiting.finish(), reqwest::get(back));
    assert!(shown.expect("a page").status().is_success());
    finished
}

struct Kept;

#[async_trait]
impl RefreshTokens for Kept {
    async fn newest(&self) -> Option<Secret> {
        Some(Secret::new("refresh-hunter2"))
    }

    async fn replace(&self, _: &Secret, _: Secret) {}
}

/// A connection of somebody who signed in with the browser before.
fn renewing(base: &str) -> Connection {
    let sign_in =
        SignIn::Browser { client: browser(base), tokens: Arc::new(Kept), passing: None, subject: None };
    Connection { sign_in, ..to(base) }
}

/// Points elsewhere whatever is asked; only people are created, so that a call follows.
async fn pointing(status: u16, place: &str) -> MockServer {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(status).insert_header("Location", place);
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let created = json!({"id": "u-1", "userName": "ann@contoso.example"});
    let created = ResponseTemplate::new(201).set_body_json(created);
    let users = Mock::given(method("POST")).and(path("/Users")).respond_with(created);
    users.with_priority(1).mount(&server).await;
    server
}

/// Asks the server at `base` everything that carries something, each once.
async fn assert_none_follows(base: &str, network: &Network, status: u16) {
    let at = |connection: Connection| Connection { network: network.clone(), ..connection };
    let reached = platform(at(to(base)));
    let seen = reached.invite(&[ann()], reached.invite_body(&[ann()])).await;
    assert_eq!(seen, Observation::Redirected { status });
    for (what, error) in [
        ("a list", reached.roles().await.err()),
        ("a look-up", searching(at(to(base))).look_up("ann@contoso.example").await.err()),
        ("a token", platform(at(signing_in(base))).renew_token().await.err()),
        ("a renewed token", platform(at(renewing(base))).renew_token().await.err()),
        ("a code's token", signed_in(base, network).await.err()),
    ] {
        assert_eq!(error.map(|error| error.kind), Some(Kind::Redirected { status }), "{what}");
    }
    let words = format!("pointed elsewhere (status {status})");
    let nothing = discover(base, network).await.expect_err("no addresses");
    assert!(nothing.detail.as_ref().is_some_and(|why| why.contains(&words)), "{nothing:?}");
    let scim = scim(at(to(base)));
    let seen = scim.invite(&[ann()], scim.invite_body(&[ann()])).await;
    let Observation::Answered { results } = &seen else { panic!("she was created: {seen:?}") };
    let [InviteResult::InvitedInPart { why, .. }] = results.as_slice() else { panic!("{results:?}") };
    assert!(why.contains(&words), "{why}");
}

/// As method and path. An issuer has its document in one of two places.
const ASKED: [&str; 10] = [
    "GET /.well-known/oauth-authorization-server",
    "GET /.well-known/openid-configuration",
    "GET /api/v2/roles",
    "PATCH /Groups/role-1",
    "POST /Users",
    "POST /api/v2/users/invite",
    "POST /oauth/token",
    "POST /oauth/token",
    "POST /oauth/token",
    "POST /search",
];

async fn assert_each_was_asked_once(server: &MockServer) {
    let asked = server.received_requests().await.expect("recording is on");
    let mut asked: Vec<String> =
        asked.iter().map(|request| format!("{} {}", request.method, request.url.path())).collect();
    asked.sort_unstable();
    assert_eq!(asked, ASKED);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_redirect_carries_anything_to_another_server() {
    let elsewhere = elsewhere().await;
    for status in STATUSES {
        for place in places(&elsewhere) {
            let server = pointing(status, &place).await;
            assert_none_follows(&server.uri(), &Network::default(), status).await;
            assert_each_was_asked_once(&server).await;
            assert_eq!(elsewhere.connections(), 0, "somebody followed {status} to {place}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_redirect_leads_out_of_an_encrypted_connection_nor_into_another() {
    let (elsewhere, authority) = (elsewhere().await, Authority::new("Nordlys Root"));
    let network = network(Proxy::System, Some(authority.pem()));
    let trusted = before(elsewhere.port, &authority, &GOOD).await;
    for status in STATUSES {
        for place in [format!("http://localhost:{}/x", elsewhere.port), format!("{trusted}/x")] {
            let server = pointing(status, &place).await;
            let front = before(server.address().port(), &authority, &GOOD).await;
            assert_none_follows(&front, &network, status).await;
            assert_each_was_asked_once(&server).await;
            assert_eq!(elsewhere.connections(), 0, "somebody followed {status} to {place}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_place_that_is_pointed_to_would_have_been_seen() {
    let (elsewhere, authority) = (elsewhere().await, Authority::new("Nordlys Root"));
    platform(to(&elsewhere.plain())).roles().await.expect("an empty list");
    assert_eq!(elsewhere.connections(), 1, "the counter counts");
    let network = network(Proxy::System, Some(authority.pem()));
    let trusted = before(elsewhere.port, &authority, &GOOD).await;
    platform(Connection { network, ..to(&trusted) }).roles().await.expect("an empty list");
    assert_eq!(elsewhere.connections(), 2, "and through encryption, too");
}
