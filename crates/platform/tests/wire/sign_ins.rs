//! Signing in with the browser, at servers that answer exactly one thing.

use crate::common::{appxite, connection, requests};
use async_trait::async_trait;
use jiff::Timestamp;
use rollcall_core::Secret;
use rollcall_platform::{
    BrowserClient, Connection, Granted, Kind, Network, PassingToken, Platform, PlatformError, RefreshTokens,
    SignIn, SignedIn, discover,
};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use wiremock::matchers::{body_string_contains, method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

const CODE: &str = "code-hunter2";
const REFRESH: &str = "refresh-hunter2";
const CLIENT_SECRET: &str = "secret-hunter2";

fn client(server: &MockServer) -> BrowserClient {
    BrowserClient {
        authorize_url: format!("{}/authorize", server.uri()),
        token_url: format!("{}/oauth/token", server.uri()),
        client_id: "desk".to_owned(),
        client_secret: Some(Secret::new(CLIENT_SECRET)),
        audience: None,
        scope: None,
    }
}

/// Signs in, with a browser that brings the code at once.
async fn sign_in(client: &BrowserClient) -> Result<SignedIn, PlatformError> {
    let waiting = client.begin(&Network::default()).await.expect("it waits");
    let asked: HashMap<String, String> =
        url(waiting.url()).query_pairs().into_owned().collect::<HashMap<_, _>>();
    let back = format!("{}?code={CODE}&state={}", asked["redirect_uri"], asked["state"]);
    let (finished, shown) = tokio::join!(waiting.finish(), reqwest::get(back));
    assert!(shown.expect("a page").status().is_success());
    finished
}

fn url(text: &str) -> reqwest::Url {
    reqwest::Url::parse(text).expect("a URL")
}

fn form(request: &Request) -> HashMap<String, String> {
    let body = String::from_utf8(request.body.clone()).expect("text");
    url(&format!("http://form/?{body}")).query_pairs().into_owned().collect()
}

async fn issuing(answer: Value) -> MockServer {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    Mock::given(path("/oauth/token")).respond_with(answer).mount(&server).await;
    server
}

struct Kept(Mutex<Option<&'static str>>, Mutex<Vec<String>>);

impl Kept {
    fn holding(token: Option<&'static str>) -> Arc<Self> {
        Arc::new(Self(Mutex::new(token), Mutex::default()))
    }
}

#[async_trait]
impl RefreshTokens for Kept {
    async fn newest(&self) -> Option<Secret> {
        self.0.lock().expect("no panic").map(Secret::new)
    }

    async fn replace(&self, _: &Secret, next: Secret) {
        self.1.lock().expect("no panic").push(next.expose().to_owned());
    }
}

fn signed_in(server: &MockServer, tokens: &Arc<Kept>) -> Connection {
    let sign_in = SignIn::Browser {
        client: client(server),
        tokens: tokens.clone(),
        passing: None,
        subject: Some("ann".to_owned()),
    };
    Connection { sign_in, ..connection(&server.uri()) }
}

fn platform(server: &MockServer, tokens: &Arc<Kept>) -> Platform {
    Platform::new(appxite(), signed_in(server, tokens)).expect("a platform")
}

#[tokio::test]
async fn the_code_is_exchanged_with_the_verifier_of_the_challenge() {
    let server = issuing(json!({"access_token": "t", "refresh_token": REFRESH})).await;
    let signed_in = sign_in(&client(&server)).await.expect("signed in");
    let Granted::Renewable(refresh_token) = signed_in.granted else { panic!("{:?}", signed_in.granted) };
    assert_eq!(refresh_token.expose(), REFRESH);
    let sent = form(&requests(&server).await[0]);
    for (name, value) in [
        ("grant_type", "authorization_code"),
        ("code", CODE),
        ("client_id", "desk"),
        ("client_secret", CLIENT_SECRET),
    ] {
        assert_eq!(sent[name], value, "{name}");
    }
    assert!(sent["redirect_uri"].starts_with("http://127.0.0.1:") && sent["code_verifier"].len() >= 43);
}

#[tokio::test]
async fn where_nothing_renews_a_sign_in_its_token_serves_until_it_ends_and_then_the_person_is_asked() {
    let server = issuing(json!({"access_token": "t-hunter2", "expires_in": 3600})).await;
    Mock::given(method("GET"))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!([])))
        .mount(&server)
        .await;
    let Granted::Passing(passing) = sign_in(&client(&server)).await.expect("signed in").granted else {
        panic!("there is no refresh token")
    };
    let ends = passing.expires_at.expect("the issuer says when it ends");
    assert!(!format!("{passing:?}").contains("hunter2"));
    let platform = |passing| {
        let Connection { sign_in, .. } = signed_in(&server, &Kept::holding(None));
        let SignIn::Browser { client, tokens, subject, .. } = sign_in else { panic!("it is a browser's") };
        let sign_in = SignIn::Browser { client, tokens, passing: Some(passing), subject };
        Platform::new(appxite(), Connection { sign_in, ..connection(&server.uri()) }).expect("a platform")
    };
    let now = platform(passing.clone());
    now.roles().await.expect("roles");
    let sent = requests(&server).await;
    assert_eq!(sent.last().expect("a call").headers["authorization"], "Bearer t-hunter2");
    assert_eq!((sent.len(), now.token_expires_at(), now.renews_token()), (2, Some(ends), false));
    let later = platform(PassingToken { expires_at: Some(Timestamp::now()), ..passing });
    let ended = later.roles().await.expect_err("it has ended");
    assert_eq!(requests(&server).await.len(), 2, "nothing was sent");
    assert_eq!(ended.kind, Kind::TokenRefused);
    assert!(ended.sentence.contains("Sign in with the browser"), "{ended}");
}

#[tokio::test]
async fn a_renewal_presents_the_newest_refresh_token_and_keeps_the_next() {
    let server = issuing(json!({"access_token": "t", "refresh_token": "next"})).await;
    let tokens = Kept::holding(Some(REFRESH));
    let platform = platform(&server, &tokens);
    assert!(platform.renews_token() && platform.subject().as_deref() == Some("ann"));
    platform.renew_token().await.expect("a token");
    let sent = form(&requests(&server).await[0]);
    assert_eq!((sent["grant_type"].as_str(), sent["refresh_token"].as_str()), ("refresh_token", REFRESH));
    assert_eq!(*tokens.1.lock().expect("no panic"), ["next"]);
    // A keychain that is locked meanwhile leaves what the client saw last.
    *tokens.0.lock().expect("no panic") = None;
    platform.renew_token().await.expect("a token");
    assert_eq!(form(&requests(&server).await[1])["refresh_token"], "next");
}

#[tokio::test]
async fn an_issuer_that_keeps_its_refresh_token_changes_nothing() {
    let server = issuing(json!({"access_token": "t"})).await;
    let tokens = Kept::holding(Some(REFRESH));
    platform(&server, &tokens).renew_token().await.expect("a token");
    assert!(tokens.1.lock().expect("no panic").is_empty());
}

#[tokio::test]
async fn what_was_begun_as_one_person_does_not_go_on_as_another() {
    // The claims are {"sub":"bob"} and {"sub":"ann"}.
    for (identity, goes_on) in [("e30.eyJzdWIiOiJib2IifQ.c2ln", false), ("e30.eyJzdWIiOiJhbm4ifQ.c2ln", true)]
    {
        let server =
            issuing(json!({"access_token": "t", "refresh_token": "next", "id_token": identity})).await;
        let tokens = Kept::holding(Some(REFRESH));
        let renewed = platform(&server, &tokens).renew_token().await;
        assert_eq!(renewed.is_ok(), goes_on, "{renewed:?}");
        assert!(renewed.err().is_none_or(|error| error.sentence.contains("Somebody else")));
        assert_eq!(*tokens.1.lock().expect("no panic"), ["next"], "whoever it is, their sign-in is kept");
    }
}

#[tokio::test]
async fn where_nobody_is_signed_in_nobody_is_asked() {
    let server = issuing(json!({"access_token": "t"})).await;
    let error = platform(&server, &Kept::holding(None)).renew_token().await.expect_err("nobody");
    assert_eq!(error.kind, Kind::TokenRefused);
    assert!(error.sentence.contains("Sign in with the browser"), "{error}");
    assert!(requests(&server).await.is_empty());
}

#[tokio::test]
async fn each_refusal_of_a_renewal_says_what_to_do() {
    for (code, advice) in [
        ("invalid_grant", "Sign in again"),
        ("invalid_client", "client ID"),
        ("unauthorized_client", "client ID"),
        ("something_else", "Sign in again"),
    ] {
        let server = MockServer::start().await;
        let answer = ResponseTemplate::new(400).set_body_json(json!({"error": code}));
        Mock::given(path("/oauth/token")).respond_with(answer).mount(&server).await;
        let tokens = Kept::holding(Some(REFRESH));
        let error = platform(&server, &tokens).renew_token().await.expect_err("refused");
        assert_eq!(error.kind, Kind::TokenRefused, "{code}");
        assert!(error.sentence.contains(advice), "{code}: {error}");
    }
}

/// Echoes whatever it was sent, as careless services do.
async fn echoing() -> MockServer {
    let server = MockServer::start().await;
    let echo = |request: &Request| {
        let words: Vec<String> = form(request).into_values().collect();
        ResponseTemplate::new(400)
            .set_body_json(json!({"error": "invalid_grant", "error_description": words.join(" ")}))
    };
    Mock::given(method("POST")).respond_with(echo).mount(&server).await;
    server
}

#[tokio::test]
async fn a_sign_in_service_that_echoes_code_verifier_or_refresh_token_is_not_quoted() {
    let server = echoing().await;
    let error = sign_in(&client(&server)).await.expect_err("refused");
    let sent = form(&requests(&server).await[0]);
    let verifier = sent["code_verifier"].as_str();
    let tokens = Kept::holding(Some(REFRESH));
    let renewed = platform(&server, &tokens).renew_token().await.expect_err("refused");
    for error in [error, renewed] {
        let shown = format!("{error:?}");
        assert!(
            error.detail.as_ref().is_some_and(|detail| detail.contains("desk")),
            "its words are kept: {shown}"
        );
        for secret in [CODE, REFRESH, CLIENT_SECRET, verifier] {
            assert!(!shown.contains(secret), "a credential is in {shown}");
        }
    }
}

#[tokio::test]
async fn a_sign_in_service_that_says_back_a_refresh_token_of_before_is_not_quoted() {
    let server = MockServer::start().await;
    let answer = |request: &Request| match form(request)["refresh_token"].as_str() {
        REFRESH => ResponseTemplate::new(200)
            .set_body_json(json!({"access_token": "token-hunter2", "refresh_token": "next-hunter2"})),
        _ => ResponseTemplate::new(400)
            .set_body_json(json!({"error_description": format!("{REFRESH} next-hunter2 token-hunter2")})),
    };
    Mock::given(method("POST")).respond_with(answer).mount(&server).await;
    let tokens = Kept::holding(Some(REFRESH));
    let platform = platform(&server, &tokens);
    platform.renew_token().await.expect("a token");
    *tokens.0.lock().expect("no panic") = Some("next-hunter2");
    let error = platform.renew_token().await.expect_err("refused");
    assert_eq!(error.detail.as_deref(), Some("[redacted] [redacted] [redacted]"));
}

#[tokio::test]
async fn a_platform_that_echoes_the_refresh_token_is_not_quoted() {
    let server = issuing(json!({"access_token": "token-hunter2"})).await;
    let echo = json!({"message": format!("{REFRESH} token-hunter2 {CLIENT_SECRET}")});
    let answer = ResponseTemplate::new(400).set_body_json(echo);
    Mock::given(path("/api/v2/roles")).respond_with(answer).mount(&server).await;
    let error = platform(&server, &Kept::holding(Some(REFRESH))).roles().await.expect_err("refused");
    assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
}

#[tokio::test]
async fn debug_output_is_silent() {
    let server = issuing(json!({"access_token": "t", "refresh_token": REFRESH})).await;
    let tokens = Kept::holding(Some(REFRESH));
    let waiting = client(&server).begin(&Network::default()).await.expect("it waits");
    let signed = sign_in(&client(&server)).await.expect("signed in");
    let shown = format!("{:?} {waiting:?} {signed:?} {:?}", client(&server), signed_in(&server, &tokens));
    assert!(!shown.contains("hunter2") && !shown.contains("://"), "{shown}");
}

#[tokio::test]
async fn a_document_of_another_issuer_or_with_unsafe_addresses_is_not_taken() {
    for document in [
        json!({"issuer": "https://login.example", "token_endpoint": "https://login.example/token"}),
        json!({"token_endpoint": "https://login.example/token"}),
        json!({"issuer": "SELF", "token_endpoint": "http://login.example/token"}),
        json!({"issuer": "SELF", "token_endpoint": "SELF/token", "authorization_endpoint": "javascript:alert(1)"}),
        json!({"issuer": "SELF", "token_endpoint": "https://u:hunter2@login.example/token"}),
    ] {
        let server = MockServer::start().await;
        let text = document.to_string().replace("SELF", &server.uri());
        let answer = ResponseTemplate::new(200).set_body_raw(text.clone(), "application/json");
        Mock::given(path("/.well-known/openid-configuration")).respond_with(answer).mount(&server).await;
        let error = discover(&server.uri(), &Network::default()).await.expect_err(&text);
        assert_eq!(error.kind, Kind::Configuration, "{text}");
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    }
}

#[tokio::test]
async fn an_oauth_server_is_found_between_host_and_path() {
    let server = MockServer::start().await;
    let issuer = format!("{}/tenant/7", server.uri());
    let document =
        json!({"issuer": issuer, "token_endpoint": format!("{issuer}/token"), "scopes_supported": ["a"]});
    Mock::given(path("/.well-known/oauth-authorization-server/tenant/7"))
        .respond_with(ResponseTemplate::new(200).set_body_json(document))
        .mount(&server)
        .await;
    let found = discover(&issuer, &Network::default()).await.expect("found");
    assert_eq!((found.authorize_url, found.scopes), (None, vec!["a".to_owned()]));
    assert_eq!(found.token_url, format!("{issuer}/token"));
    let nothing = discover(&server.uri(), &Network::default()).await.expect_err("nothing there");
    assert_eq!(nothing.kind, Kind::NotFound, "{nothing}");
}

#[tokio::test]
async fn an_issuer_is_asked_over_an_encrypted_connection_and_never_elsewhere() {
    let error = discover("http://login.example", &Network::default()).await.expect_err("refused");
    assert_eq!(error.kind, Kind::Configuration);
    let (server, elsewhere) = (MockServer::start().await, MockServer::start().await);
    let answer = ResponseTemplate::new(302).insert_header("Location", elsewhere.uri());
    Mock::given(method("GET")).respond_with(answer).mount(&server).await;
    discover(&server.uri(), &Network::default()).await.expect_err("it points elsewhere");
    assert!(requests(&elsewhere).await.is_empty());
}

#[tokio::test]
async fn a_sign_in_service_that_redirects_gets_no_refresh_token_elsewhere() {
    let (server, elsewhere) = (MockServer::start().await, MockServer::start().await);
    let answer = ResponseTemplate::new(307).insert_header("Location", elsewhere.uri());
    Mock::given(path("/oauth/token"))
        .and(body_string_contains(REFRESH))
        .respond_with(answer)
        .mount(&server)
        .await;
    let tokens = Kept::holding(Some(REFRESH));
    let error = platform(&server, &tokens).renew_token().await.expect_err("redirected");
    assert_eq!(error.kind, Kind::Redirected { status: 307 });
    assert!(requests(&elsewhere).await.is_empty());
}
