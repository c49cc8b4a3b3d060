//! Roles, identity providers and organizations.

use crate::common::{appxite, connection, platform, requests};
use rollcall_core::{IdentityProvider, Organization, Role};
use rollcall_platform::{Kind, Platform, Scope};
use serde_json::{Value, json};
use std::time::Duration;
use wiremock::matchers::{path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

async fn serving(at: &str, answer: Value) -> MockServer {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    Mock::given(path(at)).respond_with(answer).mount(&server).await;
    server
}

#[tokio::test]
async fn roles_are_read_in_any_casing_wrapping_and_number_form() {
    let expected = vec![
        Role { id: "1".into(), name: "Customer".to_owned(), weight: Some(10) },
        Role { id: "2".into(), name: "Distributor Admin".to_owned(), weight: Some(90) },
        Role { id: "3".into(), name: "Unweighted".to_owned(), weight: None },
    ];
    for answer in [
        json!([{"Id": "1", "Name": "Customer", "Weight": 10}, {"Id": "2", "Name": "Distributor Admin", "Weight": 90},
               {"Id": "3", "Name": "Unweighted"}]),
        json!({"items": [{"id": 1, "name": "Customer", "weight": "10"}, {"id": 2, "name": "Distributor Admin", "weight": 90.0},
                         {"id": 3, "name": "Unweighted", "weight": null}]}),
        json!({"Resources": [{"groupId": 1, "displayName": "Customer", "WEIGHT": 10},
                             {"GROUP_ID": "2", "title": "Distributor Admin", "weight": 90},
                             {"ID": "3", "Name": "Unweighted", "weight": "light"}], "totalResults": 3}),
    ] {
        let server = serving("/api/v2/roles", answer).await;
        assert_eq!(platform(&server.uri()).roles().await.expect("roles"), expected);
    }
}

#[tokio::test]
async fn a_list_of_which_only_a_part_came_is_an_error() {
    let server = serving("/api/v2/roles", json!({"items": [{"id": 1, "name": "a"}], "total": 2})).await;
    let error = platform(&server.uri()).roles().await.expect_err("a part");
    assert!(error.sentence.contains("Only a part"), "{error}");
    let server = serving("/api/v2/roles", json!([{"id": 1, "name": "a"}, {"name": "no id"}])).await;
    assert_eq!(platform(&server.uri()).roles().await.expect_err("no id").kind, Kind::Unreadable);
}

#[tokio::test]
async fn identity_providers_of_several_customers_are_merged() {
    let server = MockServer::start().await;
    let account = json!({"Id": "a", "Name": "Account", "Prefix": "auth0", "Enabled": true});
    let adfs = json!({"Id": "b", "Name": "Legacy ADFS", "Prefix": null, "Enabled": "false"});
    for (customer, list) in [("c-1", json!([account])), ("c-2", json!({"value": [account, adfs]}))] {
        Mock::given(path("/api/v2/identity-providers"))
            .and(query_param("customerId", customer))
            .respond_with(ResponseTemplate::new(200).set_body_json(list))
            .expect(1)
            .mount(&server)
            .await;
    }
    let mut connection = connection(&server.uri());
    connection.scope = Scope::Customers(vec!["c-1".to_owned(), "c-2".to_owned()]);
    let platform = Platform::new(appxite(), connection).expect("a platform");
    let expected = vec![
        IdentityProvider {
            id: "a".into(),
            name: "Account".to_owned(),
            prefix: Some("auth0".to_owned()),
            enabled: true,
        },
        IdentityProvider { id: "b".into(), name: "Legacy ADFS".to_owned(), prefix: None, enabled: false },
    ];
    assert_eq!(platform.identity_providers().await.expect("providers"), expected);
}

#[tokio::test]
async fn organizations_are_read_page_by_page() {
    let server = MockServer::start().await;
    let organization = |number: u32| json!({"id": number, "name": format!("o{number}"), "erpId": "E", "type": "Customer", "parentId": null});
    for (page, numbers) in [("1", 0..200), ("2", 200..230)] {
        let items: Vec<Value> = numbers.map(organization).collect();
        Mock::given(path("/api/v2/organizations/details/p-1"))
            .and(query_param("page", page))
            .and(query_param("pageSize", "200"))
            .respond_with(
                ResponseTemplate::new(200).set_body_json(json!({"items": items, "totalCount": 230})),
            )
            .expect(1)
            .mount(&server)
            .await;
    }
    let list = platform(&server.uri()).organizations().await.expect("an answer").expect("a list");
    assert_eq!(list.len(), 230);
    let expected = Organization {
        id: "229".into(),
        name: "o229".to_owned(),
        erp_id: Some("E".to_owned()),
        kind: Some("Customer".to_owned()),
        parent_id: None,
    };
    assert_eq!(list.last(), Some(&expected));
}

#[tokio::test]
async fn a_platform_without_organizations_gives_none_and_a_failing_one_an_error() {
    for (status, is_none) in [(404, true), (403, true), (400, false)] {
        let server = MockServer::start().await;
        let at = path("/api/v2/organizations/details/p-1");
        Mock::given(at).respond_with(ResponseTemplate::new(status)).mount(&server).await;
        let found = platform(&server.uri()).organizations().await;
        assert_eq!(matches!(found, Ok(None)), is_none, "{status}: {found:?}");
    }
}

#[tokio::test]
async fn a_list_waits_as_the_gateway_says_and_outlives_a_few_failures() {
    let server = MockServer::start().await;
    let limited = ResponseTemplate::new(429)
        .insert_header("Retry-After", "1")
        .set_body_json(json!({"statusCode": 429, "message": "Rate limit is exceeded."}));
    let ok = ResponseTemplate::new(200).set_body_json(json!([{"Id": "r", "Name": "n", "Weight": 1}]));
    for (priority, answer) in [(1, limited), (2, ResponseTemplate::new(502)), (3, ok)] {
        let at = Mock::given(path("/api/v2/roles")).respond_with(answer).with_priority(priority);
        at.up_to_n_times(1).mount(&server).await;
    }
    assert_eq!(platform(&server.uri()).roles().await.expect("roles").len(), 1);
    assert_eq!(requests(&server).await.len(), 3);
}

#[tokio::test]
async fn a_wait_that_is_too_long_is_reported_instead_of_waited_for() {
    let server = MockServer::start().await;
    let limited = ResponseTemplate::new(429).insert_header("Retry-After", "900");
    Mock::given(path("/api/v2/roles")).respond_with(limited).mount(&server).await;
    let error = platform(&server.uri()).roles().await.expect_err("limited");
    assert_eq!(error.kind, Kind::RateLimited { retry_after: Some(Duration::from_secs(900)) });
    assert!(error.sentence.contains("900 seconds"), "{error}");
}

#[tokio::test]
async fn each_refusal_of_a_list_has_its_kind() {
    let key = json!({"statusCode": 401, "message": "Access denied due to invalid subscription key."});
    let quota = json!({"statusCode": 403, "message": "Out of call volume quota."});
    for (answer, kind) in [
        (ResponseTemplate::new(401).set_body_json(key), Kind::KeyRefused),
        (ResponseTemplate::new(401), Kind::TokenRefused),
        (ResponseTemplate::new(403).set_body_json(quota), Kind::QuotaUsedUp { retry_after: None }),
        (ResponseTemplate::new(403), Kind::Forbidden),
        (ResponseTemplate::new(404), Kind::NotFound),
        (ResponseTemplate::new(400), Kind::Rejected { status: 400 }),
        (ResponseTemplate::new(302), Kind::Redirected { status: 302 }),
        (ResponseTemplate::new(503), Kind::ServerFailed { status: 503 }),
        (ResponseTemplate::new(200).set_body_string("<html>"), Kind::Unreadable),
        (ResponseTemplate::new(200).set_body_json(json!({"error": "x"})), Kind::Unreadable),
    ] {
        let server = MockServer::start().await;
        Mock::given(path("/api/v2/roles")).respond_with(answer).mount(&server).await;
        let error = platform(&server.uri()).roles().await.expect_err("refused");
        assert_eq!(error.kind, kind);
        assert!(error.sentence.contains("Nothing here was changed."), "{error}");
    }
}
