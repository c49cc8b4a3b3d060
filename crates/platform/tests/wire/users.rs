//! All users, page after page, and whether it was everybody.

use crate::common::{appxite, connection, platform};
use rollcall_core::{AccountState, User};
use rollcall_platform::{Connection, Kind, Platform, PlatformError, ScanEnd, Scope};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicUsize, Ordering};
use wiremock::matchers::{path, query_param};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

async fn scan(platform: &Platform) -> Result<(Vec<User>, ScanEnd), PlatformError> {
    let (mut scan, mut users) = (platform.scan_users(), Vec::new());
    while let Some(page) = scan.next().await? {
        users.extend(page.users);
        assert_eq!(page.read as usize, users.len(), "the count says what was delivered");
    }
    Ok((users, scan.finish().await?))
}

fn asked(request: &Request, name: &str) -> Option<usize> {
    let pairs = request.url.query_pairs();
    pairs.into_iter().find(|(found, _)| found == name).and_then(|(_, value)| value.parse().ok())
}

fn people(numbers: impl Iterator<Item = usize>) -> Vec<Value> {
    numbers
        .map(|number| json!({"Id": format!("u-{number}"), "Email": format!("p{number}@contoso.example")}))
        .collect()
}

/// Serves `count` people in pages as asked, wrapped by `wrap(items, answers so far)`.
async fn listing(
    count: usize,
    wrap: impl Fn(Vec<Value>, usize) -> Value + Send + Sync + 'static,
) -> MockServer {
    let (server, answers) = (MockServer::start().await, AtomicUsize::new(0));
    let respond = move |request: &Request| {
        let (page, size) = (asked(request, "page").unwrap_or(1), asked(request, "pageSize").unwrap_or(50));
        let numbers = ((page - 1) * size..count.min(page * size)).collect::<Vec<_>>();
        let body = wrap(people(numbers.into_iter()), answers.fetch_add(1, Ordering::SeqCst));
        ResponseTemplate::new(200).set_body_json(body)
    };
    Mock::given(path("/api/v2/users")).respond_with(respond).mount(&server).await;
    server
}

async fn serving(answer: Value) -> MockServer {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_json(answer);
    Mock::given(path("/api/v2/users")).respond_with(answer).mount(&server).await;
    server
}

async fn only_user(answer: Value) -> User {
    let server = serving(json!({"Items": [answer], "TotalCount": 1})).await;
    let (mut users, end) = scan(&platform(&server.uri())).await.expect("a list");
    assert!(end.complete, "{end:?}");
    users.pop().expect("a user")
}

#[tokio::test]
async fn everybody_is_read_and_counted() {
    let server = listing(450, |items, _| json!({"Items": items, "TotalCount": 450})).await;
    let (users, end) = scan(&platform(&server.uri())).await.expect("a list");
    assert_eq!(users.len(), 450);
    assert_eq!(end, ScanEnd { total: 450, complete: true, why_incomplete: None });
    let mut pages: Vec<_> =
        crate::common::requests(&server).await.iter().map(|it| asked(it, "page")).collect();
    // The second and the third are under way at once.
    pages[1..3].sort_unstable();
    assert_eq!(pages, [Some(1), Some(2), Some(3), Some(1)], "three pages, and the first again at the end");
}

#[tokio::test]
async fn a_page_of_millions_of_values_is_too_large_however_few_bytes_it_has() {
    let server = MockServer::start().await;
    let body = format!("[0{}]", ",0".repeat(6_000_000));
    let answer = ResponseTemplate::new(200).set_body_raw(body, "application/json");
    Mock::given(path("/api/v2/users")).respond_with(answer).mount(&server).await;
    let error = platform(&server.uri()).scan_users().next().await.expect_err("refused");
    assert_eq!(error.kind, Kind::TooLarge, "{error:?}");
}

#[tokio::test]
async fn the_page_size_is_the_profiles_within_the_descriptions_limit() {
    for (wanted, sent) in [(Some(7), 7), (Some(100_000), 1000), (Some(0), 1), (None, 200)] {
        let server = listing(1, |items, _| json!({"Items": items, "TotalCount": 1})).await;
        let connection = Connection { page_size: wanted, ..connection(&server.uri()) };
        let platform = Platform::new(appxite(), connection).expect("a platform");
        scan(&platform).await.expect("a list");
        assert_eq!(asked(&crate::common::requests(&server).await[0], "pageSize"), Some(sent));
    }
}

#[tokio::test]
async fn a_count_that_changes_or_does_not_fit_makes_the_list_incomplete() {
    let changing =
        listing(450, |items, answers| json!({"Items": items, "TotalCount": 450 + answers / 2})).await;
    let short = listing(449, |items, _| json!({"Items": items, "TotalCount": 450})).await;
    let late = listing(450, |items, answers| json!({"Items": items, "TotalCount": 450 + answers / 3})).await;
    for server in [changing, short, late] {
        let (_, end) = scan(&platform(&server.uri())).await.expect("a list");
        assert!(!end.complete && end.why_incomplete.is_some(), "{end:?}");
    }
}

#[tokio::test]
async fn somebody_listed_twice_makes_the_list_incomplete_and_is_delivered_once() {
    let server = MockServer::start().await;
    for (page, numbers) in [("1", 0..200), ("2", 199..300)] {
        let body = json!({"Items": people(numbers), "TotalCount": 301});
        Mock::given(query_param("page", page))
            .respond_with(ResponseTemplate::new(200).set_body_json(body))
            .mount(&server)
            .await;
    }
    let (users, end) = scan(&platform(&server.uri())).await.expect("a list");
    assert_eq!((users.len(), end.complete), (300, false));
}

#[tokio::test]
async fn a_list_whose_first_page_moved_is_incomplete() {
    let server = listing(450, |mut items, answers| {
        items.rotate_left(usize::from(answers == 3));
        json!({"Items": items, "TotalCount": 450})
    })
    .await;
    let (_, end) = scan(&platform(&server.uri())).await.expect("a list");
    assert_eq!(end.why_incomplete.as_deref(), Some("The list changed while it was read."));
}

#[tokio::test]
async fn an_entry_without_an_id_makes_the_list_incomplete_and_the_rest_is_read() {
    let server =
        serving(json!({"Items": [{"Id": "u-1"}, {"Email": "x@contoso.example"}], "TotalCount": 2})).await;
    let (users, end) = scan(&platform(&server.uri())).await.expect("a list");
    assert_eq!((users.len(), end.complete), (1, false));
}

#[tokio::test]
async fn a_list_without_a_count_is_complete_when_it_ends_by_itself() {
    let paged = listing(450, |items, _| json!({"Items": items})).await;
    let all_at_once = serving(Value::Array(people(0..37))).await;
    for (server, count) in [(paged, 450), (all_at_once, 37)] {
        let (users, end) = scan(&platform(&server.uri())).await.expect("a list");
        assert_eq!((users.len(), end.complete), (count, true), "{end:?}");
    }
}

#[tokio::test]
async fn a_list_that_repeats_what_looks_like_a_page_is_incomplete() {
    let server = serving(Value::Array(people(0..50))).await;
    let (users, end) = scan(&platform(&server.uri())).await.expect("a list");
    assert_eq!((users.len(), end.complete), (50, false));
}

#[tokio::test]
async fn users_of_several_customers_are_merged_by_id() {
    let server = MockServer::start().await;
    for (customer, numbers) in [("c-1", 0..3), ("c-2", 2..5)] {
        let body = json!({"Items": people(numbers), "TotalCount": 3});
        Mock::given(query_param("customerId", customer))
            .respond_with(ResponseTemplate::new(200).set_body_json(body))
            .mount(&server)
            .await;
    }
    let mut connection = connection(&server.uri());
    connection.scope = Scope::Customers(vec!["c-1".to_owned(), "c-2".to_owned()]);
    let platform = Platform::new(appxite(), connection).expect("a platform");
    let (users, end) = scan(&platform).await.expect("a list");
    let ids: Vec<&str> = users.iter().map(|user| user.id.as_str()).collect();
    assert_eq!(ids, ["u-0", "u-1", "u-2", "u-3", "u-4"]);
    assert_eq!(end, ScanEnd { total: 5, complete: true, why_incomplete: None });
}

#[tokio::test]
async fn a_reading_that_is_stopped_early_is_incomplete_and_asks_no_more() {
    let server = listing(450, |items, _| json!({"Items": items, "TotalCount": 450})).await;
    let mut scan = platform(&server.uri()).scan_users();
    let page = scan.next().await.expect("a page").expect("people");
    assert_eq!((page.read, page.total), (200, Some(450)));
    let end = scan.finish().await.expect("an end");
    assert_eq!((end.total, end.complete), (200, false));
    assert_eq!(crate::common::requests(&server).await.len(), 1);
}

#[tokio::test]
async fn a_page_that_failed_is_asked_for_again_by_the_next_call() {
    let server = MockServer::start().await;
    let refusal = ResponseTemplate::new(400);
    Mock::given(query_param("page", "2"))
        .respond_with(refusal)
        .up_to_n_times(1)
        .with_priority(1)
        .mount(&server)
        .await;
    for (page, numbers) in [("1", 0..200), ("2", 200..201)] {
        let body = json!({"Items": people(numbers), "TotalCount": 201});
        Mock::given(query_param("page", page))
            .respond_with(ResponseTemplate::new(200).set_body_json(body))
            .mount(&server)
            .await;
    }
    let mut scan = platform(&server.uri()).scan_users();
    scan.next().await.expect("the first page");
    assert_eq!(scan.next().await.expect_err("refused").kind, Kind::Rejected { status: 400 });
    assert_eq!(scan.next().await.expect("a page").expect("people").read, 201);
    assert_eq!(scan.next().await.expect("the end"), None);
    assert!(scan.finish().await.expect("an end").complete);
}

#[tokio::test]
async fn a_user_is_read_as_the_contract_writes_it() {
    let user = only_user(json!({
        "Id": "u-1", "Email": "Anna.Ozola@nordlys.example", "FirstName": "Anna", "LastName": "Ozola",
        "CreatedDate": "2023-02-11T08:14:00Z", "AccountState": "Blocked", "Accessibility": "Full",
        "GroupIds": ["g-1", "g-2"], "IdentityProviderId": "i-1", "ExternalId": "waad|x",
        "OrganizationIds": ["o-1"], "LastLogin": "2026-01-01", "Flags": {"a": 1}
    }))
    .await;
    assert_eq!((user.first_name.as_str(), user.last_name.as_str()), ("Anna", "Ozola"));
    assert_eq!(user.email, "Anna.Ozola@nordlys.example");
    assert_eq!(
        (user.state, user.created_at.as_deref()),
        (AccountState::Blocked, Some("2023-02-11T08:14:00Z"))
    );
    assert_eq!(user.accessibility.as_deref(), Some("Full"));
    assert_eq!(user.role_ids, ["g-1".into(), "g-2".into()]);
    assert_eq!(user.identity_provider_id, Some("i-1".into()));
    assert_eq!(user.external_id.as_deref(), Some("waad|x"));
    assert_eq!(user.organization_ids, ["o-1".into()]);
    assert_eq!(Value::Object(user.other), json!({"LastLogin": "2026-01-01", "Flags": {"a": 1}}));
}

#[tokio::test]
async fn a_user_in_other_casing_and_shapes_is_the_same_person() {
    let user = only_user(json!({
        "user_id": 7, "mail": "a@contoso.example", "givenName": "A", "surname": "B", "created": 1_676_103_240,
        "status": "DISABLED", "accessibility": null, "groups": [{"id": 1, "name": "Customer"}, {"id": 2}],
        "identityProvider": {"Id": "i-1", "Name": "Account"}, "organization": {"Id": 3}
    }))
    .await;
    assert_eq!((user.id.as_str(), user.state), ("7", AccountState::Blocked));
    assert_eq!(user.created_at.as_deref(), Some("2023-02-11T08:14:00Z"));
    assert_eq!(user.role_ids, ["1".into(), "2".into()]);
    assert_eq!(user.identity_provider_id, Some("i-1".into()));
    assert_eq!(user.organization_ids, ["3".into()]);
    assert_eq!((user.accessibility, user.other.len()), (None, 0));
}

#[tokio::test]
async fn a_single_role_and_a_role_list_beside_it_lose_nothing() {
    let user = only_user(
        json!({"Id": "u", "RoleId": 4, "Groups": "unreadable?", "Roles": [{"Id": 5, "Name": "x"}]}),
    )
    .await;
    assert_eq!(user.role_ids, ["unreadable?".into()], "the first alias wins, as the description orders them");
    assert_eq!(Value::Object(user.other), json!({"RoleId": 4, "Roles": [{"Id": 5, "Name": "x"}]}));
}

#[tokio::test]
async fn a_state_may_be_a_number_which_only_a_description_explains() {
    for (state, expected) in [(json!(1), "1"), (json!("1"), "1"), (json!("Suspended"), "Suspended")] {
        let user = only_user(json!({"Id": "u", "AccountState": state})).await;
        assert_eq!(user.state, AccountState::Other(expected.to_owned()));
    }
    let server = serving(json!({"Items": [{"Id": "u", "AccountState": 1}], "TotalCount": 1})).await;
    let description =
        appxite().overridden_by("[states]\n0 = \"New\"\n1 = \"Active\"\n2 = \"Blocked\"").expect("states");
    let platform = Platform::new(description, connection(&server.uri())).expect("a platform");
    let (users, _) = scan(&platform).await.expect("a list");
    assert_eq!(users[0].state, AccountState::Active);
}

#[tokio::test]
async fn counts_that_no_number_can_hold_stop_nothing() {
    let server = serving(json!({"Items": people(0..1), "TotalCount": u32::MAX})).await;
    let scope = Scope::Customers(vec!["a".to_owned(), "b".to_owned()]);
    let platform =
        Platform::new(appxite(), Connection { scope, ..connection(&server.uri()) }).expect("a platform");
    let mut scan = platform.scan_users();
    let mut told = None;
    while let Some(page) = scan.next().await.expect("a page") {
        told = page.total.or(told);
    }
    assert_eq!(told, Some(u32::MAX), "both lists told the largest count");
    assert!(!scan.finish().await.expect("an end").complete);
}
