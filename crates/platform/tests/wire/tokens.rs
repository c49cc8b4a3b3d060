//! One token for many callers, renewed in time and once.

use crate::common::{ann, appxite, client_credentials, platform, requests};
use rollcall_core::Observation;
use rollcall_platform::{Kind, Platform};
use serde_json::json;
use std::sync::atomic::{AtomicU64, Ordering};
use wiremock::matchers::{body_string_contains, header, method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// Issues `t-1`, `t-2` and so on.
fn issuing() -> impl Fn(&Request) -> ResponseTemplate {
    let count = AtomicU64::new(0);
    move |_: &Request| {
        let token = format!("t-{}", count.fetch_add(1, Ordering::SeqCst) + 1);
        ResponseTemplate::new(200)
            .set_body_json(json!({"access_token": token, "token_type": "Bearer", "expires_in": 3600}))
    }
}

async fn with_issuer() -> (MockServer, Platform) {
    let server = MockServer::start().await;
    Mock::given(method("POST")).and(path("/oauth/token")).respond_with(issuing()).mount(&server).await;
    let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
    (server, platform)
}

async fn accepting(server: &MockServer, token: &str) {
    Mock::given(path("/api/v2/roles"))
        .and(header("Authorization", format!("Bearer {token}").as_str()))
        .respond_with(
            ResponseTemplate::new(200).set_body_json(json!([{"Id": "r", "Name": "n", "Weight": 1}])),
        )
        .mount(server)
        .await;
}

async fn refusing(server: &MockServer) {
    let refusal =
        ResponseTemplate::new(401).insert_header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    Mock::given(path("/api/v2/roles")).respond_with(refusal.clone()).with_priority(9).mount(server).await;
    Mock::given(path("/api/v2/users/invite")).respond_with(refusal).with_priority(9).mount(server).await;
}

async fn fetched(server: &MockServer) -> usize {
    requests(server).await.iter().filter(|request| request.url.path() == "/oauth/token").count()
}

/// What each call came to. A turn of the task follows: the server is stopped by a wait that blocks the thread, and in a turn
/// whose budget the calls used up (`tokio::task::coop`) it would never end.
async fn all_at_once<T>(calls: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    let outcomes = futures::future::join_all(calls).await;
    tokio::task::yield_now().await;
    outcomes
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_calls_at_once_fetch_one_token() {
    let (server, platform) = with_issuer().await;
    accepting(&server, "t-1").await;
    let calls = (0..50).map(|_| platform.roles());
    for result in all_at_once(calls).await {
        assert_eq!(result.expect("roles").len(), 1);
    }
    assert_eq!(fetched(&server).await, 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn fifty_refused_calls_renew_the_token_once() {
    let (server, platform) = with_issuer().await;
    refusing(&server).await;
    accepting(&server, "t-2").await;
    let calls = (0..50).map(|_| platform.roles());
    for result in all_at_once(calls).await {
        assert_eq!(result.expect("roles").len(), 1);
    }
    assert_eq!(fetched(&server).await, 2, "the first token, and one renewal for all");
}

#[tokio::test]
async fn renewals_asked_for_at_once_share_one_flight() {
    let (server, platform) = with_issuer().await;
    let renewals = (0..50).map(|_| platform.renew_token());
    for result in all_at_once(renewals).await {
        result.expect("a token");
    }
    assert_eq!(fetched(&server).await, 1);
    platform.renew_token().await.expect("a token");
    assert_eq!(fetched(&server).await, 2, "a later call is a new renewal");
}

#[tokio::test]
async fn a_token_that_stays_refused_is_renewed_once_and_then_reported() {
    let (server, platform) = with_issuer().await;
    refusing(&server).await;
    let error = platform.roles().await.expect_err("refused");
    assert_eq!(error.kind, Kind::TokenRefused);
    assert_eq!(fetched(&server).await, 2);
}

#[tokio::test]
async fn a_refused_invite_call_is_reported_and_renews_nothing() {
    let (server, platform) = with_issuer().await;
    refusing(&server).await;
    assert_eq!(platform.invite(&[ann()], platform.invite_body(&[ann()])).await, Observation::TokenRefused);
    assert_eq!((fetched(&server).await, platform.posts_on_wire()), (1, 1));
}

#[tokio::test]
async fn without_a_token_nothing_is_sent() {
    let server = MockServer::start().await;
    let refusal = ResponseTemplate::new(401).set_body_json(json!({"error": "invalid_client"}));
    Mock::given(path("/oauth/token")).respond_with(refusal).mount(&server).await;
    let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
    let seen = platform.invite(&[ann()], platform.invite_body(&[ann()])).await;
    assert_eq!(seen, Observation::TokenRefused, "the issuer answered: it is not unreachable");
    assert_eq!(platform.posts_on_wire(), 0);
    let refused = platform.renew_token().await.expect_err("refused");
    assert_eq!(refused.kind, Kind::TokenRefused);
    assert!(refused.sentence.contains("client secret"), "{refused}");
}

#[tokio::test]
async fn the_form_is_the_standards_and_a_passing_fault_is_asked_again() {
    let server = MockServer::start().await;
    Mock::given(path("/oauth/token"))
        .respond_with(ResponseTemplate::new(503))
        .up_to_n_times(1)
        .mount(&server)
        .await;
    Mock::given(path("/oauth/token"))
        .and(header("Content-Type", "application/x-www-form-urlencoded"))
        .and(body_string_contains(
            "grant_type=client_credentials&client_id=client-7&client_secret=secret-hunter2",
        ))
        .and(body_string_contains("audience=api"))
        .respond_with(issuing())
        .expect(1)
        .mount(&server)
        .await;
    let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
    assert_eq!(platform.token_expires_at(), None);
    platform.renew_token().await.expect("a token");
    assert!(platform.token_expires_at().is_some_and(|at| at > jiff::Timestamp::now()));
}

#[tokio::test]
async fn a_token_is_read_however_an_issuer_writes_it() {
    for body in [
        r#"{"access_token":"t-1"}"#,
        r#"{"access_token":" t-1 ","token_type":"BEARER","expires_in":"3600","scope":"","refresh_token":null}"#,
        "\u{feff}{\"access_token\":\"t-1\",\"expires_in\":3600.5,\"scope\":[\"a\"]}",
    ] {
        let server = MockServer::start().await;
        let answer = ResponseTemplate::new(201).set_body_raw(body, "text/html");
        Mock::given(path("/oauth/token")).respond_with(answer).mount(&server).await;
        accepting(&server, "t-1").await;
        let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
        assert_eq!(platform.roles().await.expect(body).len(), 1, "{body}");
    }
}

#[tokio::test]
async fn an_answer_without_a_bearer_token_is_unreadable() {
    for (body, why) in [
        ("", "empty"),
        ("hunter2", "not a JSON object"),
        (r#""hunter2""#, "not a JSON object"),
        ("[]", "not a JSON object"),
        ("{}", "no access_token"),
        (r#"{"access_token":""}"#, "no access_token"),
        (r#"{"access_token":7}"#, "no access_token"),
        (r#"{"access_token":"hunter2","token_type":"mac"}"#, "not a bearer token"),
    ] {
        let server = MockServer::start().await;
        let answer = ResponseTemplate::new(200).set_body_raw(body, "application/json");
        Mock::given(path("/oauth/token")).respond_with(answer).mount(&server).await;
        let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
        let error = platform.renew_token().await.expect_err(body);
        assert_eq!(error.kind, Kind::Unreadable, "{body}");
        assert!(error.detail.as_ref().is_some_and(|detail| detail.contains(why)), "{body}: {error:?}");
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    }
}

#[tokio::test]
async fn the_subject_is_the_client_id_before_and_after_the_first_token() {
    let (_server, platform) = with_issuer().await;
    assert_eq!(platform.subject().as_deref(), Some("client-7"));
    platform.renew_token().await.expect("a token");
    assert_eq!(platform.subject().as_deref(), Some("client-7"));
}

#[tokio::test]
async fn a_pasted_token_says_that_it_cannot_be_renewed() {
    let error = platform("http://127.0.0.1:9").renew_token().await.expect_err("not renewable");
    assert_eq!(error.kind, Kind::TokenRefused);
    assert!(error.sentence.contains("Paste a new token"), "{error}");
}

#[tokio::test]
async fn a_token_service_that_redirects_gets_no_secret_elsewhere() {
    let (server, elsewhere) = (MockServer::start().await, MockServer::start().await);
    let answer = ResponseTemplate::new(307).insert_header("Location", elsewhere.uri());
    Mock::given(path("/oauth/token")).respond_with(answer).mount(&server).await;
    let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
    assert_eq!(platform.renew_token().await.expect_err("redirected").kind, Kind::Redirected { status: 307 });
    assert!(requests(&elsewhere).await.is_empty());
}
