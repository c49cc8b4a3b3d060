//! No credential in anything that is printed or shown.

use crate::common::{CLIENT_SECRET, KEY, TOKEN, ann, appxite, client_credentials, platform, requests};
use rollcall_core::Observation;
use rollcall_platform::{Connection, Platform, Scope, SignIn};
use serde_json::json;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};
use wiremock::matchers::{any, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

fn assert_silent(shown: &str) {
    for secret in [KEY, TOKEN, CLIENT_SECRET] {
        assert!(!shown.contains(secret), "a credential is in {shown}");
    }
    assert!(!shown.contains("://"), "an address is in {shown}");
}

#[tokio::test]
async fn a_platform_that_echoes_credentials_is_not_quoted() {
    for status in [400, 401, 403, 404, 500] {
        let server = MockServer::start().await;
        let echo = format!("subscription key {KEY} and Bearer {TOKEN} are wrong");
        let answer =
            ResponseTemplate::new(status).set_body_json(json!({"statusCode": status, "message": echo}));
        Mock::given(any()).respond_with(answer).mount(&server).await;
        let platform = platform(&server.uri());
        assert_silent(&format!("{:?}", platform.invite(&[ann()], platform.invite_body(&[ann()])).await));
        assert_silent(&format!("{:?}", platform.organizations().await));
        let mut scan = platform.scan_users();
        assert_silent(&format!("{:?}", scan.next().await.expect_err("refused")));
        assert_silent(&format!("{:?}", platform.examine(|_| {}).await));
    }
}

#[tokio::test]
async fn words_of_many_megabytes_are_quoted_at_once_and_without_credentials() {
    let server = MockServer::start().await;
    let words = format!("{} {KEY} {}", "x".repeat(480), "y".repeat(8 << 20));
    let answer = ResponseTemplate::new(400).set_body_raw(words, "text/plain");
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let began = Instant::now();
    let error = platform(&server.uri()).roles().await.expect_err("refused");
    assert!(began.elapsed() < Duration::from_secs(30), "{:?}", began.elapsed());
    let expected = format!("{} [redacted] {}", "x".repeat(480), "y".repeat(8));
    assert_eq!(error.detail.as_deref(), Some(expected.as_str()));
}

#[tokio::test]
async fn a_platform_that_echoes_values_of_the_connections_own_headers_is_not_quoted() {
    let server = MockServer::start().await;
    let echo = "key abcd-hunter2 is not valid; Custom tail-hunter2, tail-hunter2; not for p-1-of-many; v2";
    let answer = ResponseTemplate::new(400).set_body_json(json!({"message": echo}));
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let headers = [
        ("X-Api-Key", " abcd-hunter2 "),
        ("X-Other", "Custom tail-hunter2"),
        ("X-For", "p-1-of-many"),
        ("X-Version", "v2"),
    ];
    let connection = Connection {
        scope: Scope::Platform(vec!["p-1-of-many".to_owned()]),
        extra_headers: headers.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec(),
        ..crate::common::connection(&server.uri())
    };
    let platform = Platform::new(appxite(), connection).expect("a platform");
    let error = platform.roles().await.expect_err("refused");
    assert_eq!(
        error.detail.as_deref(),
        Some("key [redacted] is not valid; [redacted], [redacted]; not for p-1-of-many; v2")
    );
    let seen = platform.invite(&[ann()], platform.invite_body(&[ann()])).await;
    assert!(
        matches!(&seen, Observation::BadRequest { message, .. } if !message.contains("hunter2")),
        "{seen:?}"
    );
}

#[tokio::test]
async fn a_refused_result_that_echoes_credentials_is_not_quoted() {
    let server = MockServer::start().await;
    let result = json!([{"Email": "a@b.example", "Status": "Refused", "Code": "X", "Message": format!("bad {TOKEN}")}]);
    Mock::given(any()).respond_with(ResponseTemplate::new(200).set_body_json(result)).mount(&server).await;
    let platform = platform(&server.uri());
    let seen = platform.invite(&[ann()], platform.invite_body(&[ann()])).await;
    assert!(matches!(&seen, Observation::Answered { results } if results.len() == 1), "{seen:?}");
    assert_silent(&format!("{seen:?}"));
}

#[tokio::test]
async fn a_sign_in_service_that_echoes_the_secret_is_not_quoted() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(400)
        .set_body_json(json!({"error_description": format!("not {CLIENT_SECRET}")}));
    Mock::given(path("/oauth/token")).respond_with(answer).mount(&server).await;
    let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
    let error = platform.renew_token().await.expect_err("refused");
    assert!(error.detail.is_some(), "the service's words are kept for whoever looks into it");
    assert_silent(&format!("{error:?}"));
}

/// Gives one token after the other, `first-hunter2` and so on, and refuses everything once `tokens` are given; says back every one of them.
async fn giving(tokens: &'static [&'static str]) -> MockServer {
    let server = MockServer::start().await;
    let given = AtomicUsize::new(0);
    let answer = move |_: &Request| match tokens.get(given.fetch_add(1, Ordering::SeqCst)) {
        Some(token) => ResponseTemplate::new(200).set_body_json(json!({"access_token": token})),
        None => ResponseTemplate::new(400).set_body_json(json!({"error_description": tokens.join(" ")})),
    };
    Mock::given(path("/oauth/token")).respond_with(answer).mount(&server).await;
    server
}

#[tokio::test]
async fn a_sign_in_service_that_says_back_tokens_that_it_gave_before_is_not_quoted() {
    let server = giving(&["first-hunter2", "second-hunter2"]).await;
    let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
    for _ in 0..2 {
        platform.renew_token().await.expect("a token");
    }
    for _ in 0..2 {
        let error = platform.renew_token().await.expect_err("refused");
        assert_eq!(error.detail.as_deref(), Some("[redacted] [redacted]"));
    }
}

#[tokio::test]
async fn a_late_answer_that_says_back_the_token_that_it_was_asked_with_is_not_quoted() {
    for tokens in [&["first-hunter2"][..], &["first-hunter2", "second-hunter2"]] {
        let server = giving(tokens).await;
        let late = ResponseTemplate::new(400)
            .set_delay(Duration::from_millis(400))
            .set_body_json(json!({"message": "not first-hunter2"}));
        Mock::given(path("/api/v2/roles")).respond_with(late).mount(&server).await;
        let platform = Platform::new(appxite(), client_credentials(&server.uri())).expect("a platform");
        let renewed = async {
            while requests(&server).await.len() < 2 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            platform.renew_token().await.is_ok()
        };
        let (roles, renewed) = tokio::join!(platform.roles(), renewed);
        assert_eq!(
            renewed,
            tokens.len() == 2,
            "the token went meanwhile, to be followed by another or by none"
        );
        let error = roles.expect_err("refused");
        assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
    }
}

#[tokio::test]
async fn failures_of_the_connection_name_no_address() {
    let platform = platform("http://127.0.0.1:9");
    assert_silent(&format!("{:?}", platform.roles().await.expect_err("nobody listens")));
    assert_silent(&format!("{:?}", platform.invite(&[ann()], platform.invite_body(&[ann()])).await));
}

#[tokio::test]
async fn debug_output_is_silent() {
    let connection = client_credentials("http://127.0.0.1:9");
    assert!(
        matches!(&connection.sign_in, SignIn::ClientCredentials { client_secret, .. } if !client_secret.is_empty())
    );
    assert_silent(&format!("{connection:?}"));
    let platform = Platform::new(appxite(), connection).expect("a platform");
    assert_silent(&format!("{platform:?}"));
}

#[tokio::test]
async fn an_id_of_the_scope_cannot_leave_its_place_in_the_url() {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(ResponseTemplate::new(200).set_body_json(json!([]))).mount(&server).await;
    let mut connection = crate::common::connection(&server.uri());
    connection.scope = Scope::Customers(vec!["a/../b?x=1&y#z".to_owned()]);
    let platform = Platform::new(appxite(), connection).expect("a platform");
    platform.organizations().await.expect("a list");
    platform.identity_providers().await.expect("a list");
    let seen = requests(&server).await;
    assert_eq!(seen[0].url.path(), "/api/v2/organizations/details/a%2F..%2Fb%3Fx=1&y%23z");
    assert_eq!(seen[1].url.query(), Some("customerId=a%2F..%2Fb%3Fx%3D1%26y%23z"));
}
