//! No credential in anything that is printed or shown.

use crate::common::{CLIENT_SECRET, KEY, TOKEN, ann, appxite, client_credentials, platform};
use rollcall_core::Observation;
use rollcall_platform::{Platform, Scope, SignIn};
use serde_json::json;
use wiremock::matchers::{any, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

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
    let seen = crate::common::requests(&server).await;
    assert_eq!(seen[0].url.path(), "/api/v2/organizations/details/a%2F..%2Fb%3Fx=1&y%23z");
    assert_eq!(seen[1].url.query(), Some("customerId=a%2F..%2Fb%3Fx%3D1%26y%23z"));
}
