//! Each answer to an invite call becomes the observation that it is.

use crate::common::{ann, answering, appxite, connection, platform, requests};
use rollcall_core::{InviteResult, Observation, UserId};
use rollcall_platform::Platform;
use serde_json::{Value, json};
use std::time::Duration;
use wiremock::matchers::{body_bytes, header, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

async fn observe(answer: ResponseTemplate) -> Observation {
    let server = answering(answer).await;
    let platform = platform(&server.uri());
    let seen = platform.invite(&[ann()], platform.invite_body(&[ann()])).await;
    assert_eq!(requests(&server).await.len(), 1, "an invite call goes out once, whatever comes back");
    assert_eq!(platform.posts_on_wire(), 1);
    seen
}

fn gateway(status: u16, message: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(json!({"statusCode": status, "message": message}))
}

fn refused(status: u16, code: &str, message: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_json(json!({"code": code, "message": message}))
}

#[tokio::test]
async fn a_missing_or_wrong_key_is_the_gateways_401() {
    for message in [
        "Access denied due to missing subscription key. Make sure to include it.",
        "Access denied due to invalid subscription key. Make sure to provide a valid one.",
    ] {
        assert_eq!(
            observe(gateway(401, message)).await,
            Observation::KeyRefused { message: message.to_owned() }
        );
    }
}

#[tokio::test]
async fn too_many_calls_is_the_gateways_429_with_its_wait() {
    let answer =
        gateway(429, "Rate limit is exceeded. Try again in 17 seconds.").insert_header("Retry-After", "17");
    assert_eq!(
        observe(answer).await,
        Observation::RateLimited { retry_after: Some(Duration::from_secs(17)) }
    );
    assert_eq!(observe(gateway(429, "Slow down.")).await, Observation::RateLimited { retry_after: None });
}

#[tokio::test]
async fn a_429_that_is_not_the_gateways_own_proves_nothing() {
    let answer = refused(429, "Busy", "Later.").insert_header("Retry-After", "17");
    assert_eq!(observe(answer).await, Observation::Unclear { status: 429 });
    assert_eq!(observe(ResponseTemplate::new(429)).await, Observation::Unclear { status: 429 });
}

#[tokio::test]
async fn a_used_up_quota_is_told_from_a_missing_permission() {
    let quota = gateway(403, "Out of call volume quota. Quota will be replenished in 2.12:00:00.");
    assert_eq!(
        observe(quota.insert_header("Retry-After", "216000")).await,
        Observation::QuotaUsedUp { retry_after: Some(Duration::from_secs(216_000)) },
        "a quota may take days"
    );
    assert_eq!(
        observe(refused(403, "Forbidden", "You may not invite users.")).await,
        Observation::Forbidden { message: "You may not invite users.".to_owned() }
    );
    let neither = refused(403, "Forbidden", "Wait.").insert_header("Retry-After", "5");
    assert_eq!(observe(neither).await, Observation::Unclear { status: 403 });
}

#[tokio::test]
async fn an_expired_token_is_the_platforms_401() {
    let answer = ResponseTemplate::new(401)
        .insert_header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        .set_body_json(json!({"code": "Unauthorized", "message": "The token is expired."}));
    assert_eq!(observe(answer).await, Observation::TokenRefused);
}

#[tokio::test]
async fn a_bad_request_says_whether_it_did_nothing() {
    let answer = || {
        ResponseTemplate::new(400).set_body_json(json!({
            "code": "BadRequest", "message": "The body is malformed.", "errors": {"Users[3].Email": ["Too long."]}
        }))
    };
    assert_eq!(
        observe(answer()).await,
        Observation::BadRequest {
            message: "The body is malformed. Users[3].Email: Too long.".to_owned(),
            atomic: true
        }
    );
    let server = answering(answer()).await;
    let description = appxite().overridden_by("atomic = false").expect("an override");
    let platform = Platform::new(description, connection(&server.uri())).expect("a platform");
    let seen = platform.invite(&[ann()], platform.invite_body(&[ann()])).await;
    assert!(matches!(seen, Observation::BadRequest { atomic: false, .. }), "{seen:?}");
}

#[tokio::test]
async fn statuses_that_say_nothing_about_the_effect_are_unclear() {
    for status in [404, 408, 409, 422, 500, 502, 503, 504, 599] {
        assert_eq!(observe(ResponseTemplate::new(status)).await, Observation::Unclear { status });
    }
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused_as_such() {
    assert_eq!(observe(ResponseTemplate::new(413)).await, Observation::TooLarge);
}

#[tokio::test]
async fn a_redirect_carries_nothing_to_the_other_host() {
    let elsewhere = MockServer::start().await;
    for status in [301, 302, 303, 307, 308] {
        let answer = ResponseTemplate::new(status).insert_header("Location", elsewhere.uri());
        assert_eq!(observe(answer).await, Observation::Redirected { status });
    }
    assert!(
        requests(&elsewhere).await.is_empty(),
        "the key and the body stay with the host they were meant for"
    );
}

#[tokio::test]
async fn results_are_read_one_by_one() {
    let answer = ResponseTemplate::new(200).set_body_json(json!({"Results": [
        {"Email": "ann@contoso.example", "UserId": "u-1", "Status": "Invited", "Code": null, "Message": null},
        {"Email": "bob@contoso.example", "UserId": null, "Status": "Refused", "Code": "AlreadyActive", "Message": "Is active."},
    ]}));
    assert_eq!(observe(answer).await, Observation::Answered { results: both() });
}

#[tokio::test]
async fn results_in_another_casing_and_wrapping_are_the_same() {
    for wrap in [
        |list: Value| list,
        |list: Value| json!({"data": {"items": list}}),
        |list: Value| json!({"value": list}),
    ] {
        let list = json!([
            {"email": "ann@contoso.example", "user_id": "u-1", "status": "invited"},
            {"mail": "bob@contoso.example", "state": "REFUSED", "errorCode": "AlreadyActive", "errorMessage": "Is active."},
        ]);
        let answer = ResponseTemplate::new(201).set_body_json(wrap(list));
        assert_eq!(observe(answer).await, Observation::Answered { results: both() });
    }
}

fn both() -> Vec<InviteResult> {
    vec![
        InviteResult::Invited {
            email: "ann@contoso.example".to_owned(),
            user_id: Some(UserId("u-1".to_owned())),
        },
        InviteResult::Refused {
            email: "bob@contoso.example".to_owned(),
            code: "AlreadyActive".to_owned(),
            message: "Is active.".to_owned(),
        },
    ]
}

#[tokio::test]
async fn results_that_name_somebody_are_told_even_where_nobody_understands_them() {
    let answer = ResponseTemplate::new(200).set_body_json(json!({"Results": [
        {"Email": "ann@contoso.example", "Status": "Invited"},
        {"Email": "stranger@contoso.example", "UserId": 7, "Status": "Invited"},
        {"Email": "", "Status": "Invited"},
        {"Email": "bob@contoso.example", "Status": "Perhaps"},
        {"Email": "cleo@contoso.example"},
        "nonsense",
        null,
    ]}));
    let Observation::Answered { results } = observe(answer).await else { panic!("an answer") };
    let emails: Vec<&str> = results.iter().map(InviteResult::email).collect();
    let named =
        ["ann@contoso.example", "stranger@contoso.example", "bob@contoso.example", "cleo@contoso.example"];
    assert_eq!(emails, named);
    assert!(results[2..].iter().all(|result| matches!(result, InviteResult::Unclear { .. })), "{results:?}");
    let empty = ResponseTemplate::new(200).set_body_json(json!({"Results": []}));
    assert_eq!(observe(empty).await, Observation::Answered { results: vec![] });
}

#[tokio::test]
async fn a_success_without_readable_results_is_unreadable() {
    for answer in [
        ResponseTemplate::new(200).set_body_string("<html>ok</html>"),
        ResponseTemplate::new(200).set_body_string("{\"Results\": [{\"Email\": \"ann@con"),
        ResponseTemplate::new(200).set_body_json(json!({"ok": true})),
        ResponseTemplate::new(200).set_body_json(json!({"Results": null})),
        ResponseTemplate::new(202),
        ResponseTemplate::new(204),
        ResponseTemplate::new(200).set_body_bytes(vec![b' '; 9 * 1024 * 1024]),
    ] {
        let seen = observe(answer).await;
        assert!(matches!(seen, Observation::Unreadable { .. }), "{seen:?}");
    }
}

#[tokio::test]
async fn an_answer_that_never_comes_is_no_answer() {
    let server = answering(ResponseTemplate::new(200).set_delay(Duration::from_secs(3600))).await;
    let connection = rollcall_platform::Connection {
        post_timeout: Duration::from_millis(300),
        ..connection(&server.uri())
    };
    let platform = Platform::new(appxite(), connection).expect("a platform");
    let seen = platform.invite(&[ann()], platform.invite_body(&[ann()])).await;
    assert!(matches!(&seen, Observation::NoAnswer { reason } if reason.contains("in time")), "{seen:?}");
}

#[tokio::test]
async fn the_call_carries_the_shown_bytes_the_credentials_and_the_extra_headers() {
    let server = MockServer::start().await;
    let mut connection = connection(&format!("{}/gateway/", server.uri()));
    connection.extra_headers = vec![("X-On-Behalf-Of".to_owned(), "org-9".to_owned())];
    let platform = Platform::new(appxite(), connection).expect("a platform");
    let body = platform.invite_body(&[ann()]);
    Mock::given(method("POST"))
        .and(path("/gateway/api/v2/users/invite"))
        .and(header("Ocp-Apim-Subscription-Key", crate::common::KEY))
        .and(header("Authorization", format!("Bearer {}", crate::common::TOKEN).as_str()))
        .and(header("Accept", "application/json"))
        .and(header("Content-Type", "application/json"))
        .and(header("X-On-Behalf-Of", "org-9"))
        .and(body_bytes(body.clone()))
        .respond_with(ResponseTemplate::new(200).set_body_json(json!({"Results": []})))
        .expect(1)
        .mount(&server)
        .await;
    assert_eq!(platform.invite(&[], body).await, Observation::Answered { results: vec![] });
}
