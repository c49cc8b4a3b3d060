//! Lists whose pages name the next one, and lists that are read by POST.

use crate::common::{KEY, TOKEN, appxite, connection, requests};
use rollcall_platform::{Check, Connection, Description, Kind, Platform, Scope, State};
use serde_json::{Value, json};
use wiremock::matchers::{body_json, header, method, path, query_param, query_param_is_missing};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// The built-in description with other paging of its users.
fn paged(server: &MockServer, overrides: &str) -> Platform {
    let description = appxite().overridden_by(overrides).unwrap_or_else(|error| panic!("{error}"));
    Platform::new(description, connection(&server.uri())).expect("a platform")
}

const CURSOR: &str = "[calls.users.paging]\nstyle = \"cursor\"\npage = \"cursor\"\npage_size = \"limit\"\nnext = \"/meta/next\"";
const LINK: &str = "[calls.users.paging]\nstyle = \"link\"\npage = \"\"\npage_size = \"per_page\"";

fn people(numbers: std::ops::Range<usize>) -> Vec<Value> {
    numbers.map(|one| json!({"Id": format!("u-{one}"), "Email": format!("p{one}@contoso.example")})).collect()
}

fn asked(request: &Request, name: &str) -> Option<String> {
    request.url.query_pairs().find(|(found, _)| found == name).map(|(_, value)| value.into_owned())
}

/// Serves `count` people page by page, as `size` says; `said` writes the answer from the entries and where the next
/// page begins.
async fn marking(
    count: usize,
    said: impl Fn(Vec<Value>, Option<usize>) -> ResponseTemplate + Send + Sync + 'static,
) -> MockServer {
    let server = MockServer::start().await;
    let respond = move |request: &Request| {
        let number =
            |name: &str| asked(request, name).and_then(|text| text.trim_start_matches("m-").parse().ok());
        let from: usize = number("cursor").unwrap_or(0);
        let size: usize = number("limit").or(number("per_page")).unwrap_or(50);
        let end = count.min(from + size);
        said(people(from..end), (end < count).then_some(end))
    };
    Mock::given(path("/api/v2/users")).respond_with(respond).mount(&server).await;
    server
}

fn in_body(items: Vec<Value>, next: Option<usize>) -> ResponseTemplate {
    let next = next.map(|at| format!("m-{at}"));
    ResponseTemplate::new(200).set_body_json(json!({"items": items, "meta": {"next": next}}))
}

/// Names the next page where there is one, and says nothing where there is none.
fn silent_at_the_end(items: Vec<Value>, next: Option<usize>) -> ResponseTemplate {
    let body = match next {
        Some(at) => json!({"items": items, "meta": {"next": format!("m-{at}")}}),
        None => json!({"items": items}),
    };
    ResponseTemplate::new(200).set_body_json(body)
}

/// How many were read, and whether that was everybody.
async fn scan(platform: &Platform) -> (u32, bool, Option<String>) {
    let mut scan = platform.scan_users();
    while scan.next().await.expect("a page").is_some() {}
    let end = scan.finish().await.expect("an end");
    (end.total, end.complete, end.why_incomplete)
}

#[tokio::test]
async fn marked_pages_are_followed_to_the_end() {
    let server = marking(450, in_body).await;
    assert_eq!(scan(&paged(&server, CURSOR)).await, (450, true, None));
    let marks: Vec<_> = requests(&server).await.iter().map(|one| asked(one, "cursor")).collect();
    let mark = |text: &str| Some(text.to_owned());
    assert_eq!(marks, [None, mark("m-200"), mark("m-400"), None], "and the first page again at the end");
}

#[tokio::test]
async fn the_mark_of_the_first_page_is_sent_where_the_description_has_one() {
    let server = marking(3, in_body).await;
    let overrides = format!("{CURSOR}\nstart = \"\"");
    assert!(scan(&paged(&server, &overrides)).await.1);
    assert_eq!(asked(&requests(&server).await[0], "cursor").as_deref(), Some(""), "as RFC 9865 asks");
}

#[tokio::test]
async fn a_first_page_that_is_full_and_names_no_other_is_proven_by_a_smaller_one() {
    let server = marking(200, silent_at_the_end).await;
    assert_eq!(scan(&paged(&server, CURSOR)).await, (200, true, None));
    let sizes: Vec<_> = requests(&server).await.iter().filter_map(|one| asked(one, "limit")).collect();
    assert_eq!(sizes, ["200", "200", "1"]);
}

#[tokio::test]
async fn a_mark_that_is_looked_for_in_the_wrong_place_never_makes_a_list_whole() {
    let server = marking(450, silent_at_the_end).await;
    let (read, complete, why) = scan(&paged(&server, &CURSOR.replace("/meta/next", "nextCursor"))).await;
    assert_eq!((read, complete), (200, false));
    assert!(why.as_deref().is_some_and(|why| why.contains("names no next one")), "{why:?}");
    let small = marking(7, silent_at_the_end).await;
    assert!(scan(&paged(&small, CURSOR)).await.1, "seven people are no full page");
}

#[tokio::test]
async fn a_platform_that_gives_the_same_mark_again_is_left_at_once() {
    let server = MockServer::start().await;
    let respond = |request: &Request| {
        let from = if asked(request, "cursor").is_some() { 200 } else { 0 };
        ResponseTemplate::new(200)
            .set_body_json(json!({"items": people(from..from + 200), "meta": {"next": "m"}}))
    };
    Mock::given(path("/api/v2/users")).respond_with(respond).mount(&server).await;
    let (read, complete, why) = scan(&paged(&server, CURSOR)).await;
    assert_eq!((read, complete), (400, false));
    assert!(why.as_deref().is_some_and(|why| why.contains("repeats")), "{why:?}");
    assert_eq!(requests(&server).await.len(), 2);
}

#[tokio::test]
async fn a_mark_that_is_no_longer_good_is_an_error_and_no_end() {
    for status in [400, 404, 410] {
        let server = MockServer::start().await;
        let first = json!({"items": people(0..200), "meta": {"next": "old"}});
        Mock::given(query_param_is_missing("cursor"))
            .respond_with(ResponseTemplate::new(200).set_body_json(first))
            .mount(&server)
            .await;
        Mock::given(query_param("cursor", "old"))
            .respond_with(ResponseTemplate::new(status))
            .mount(&server)
            .await;
        let mut scan = paged(&server, CURSOR).scan_users();
        scan.next().await.expect("the first page");
        assert!(scan.next().await.is_err(), "{status}");
        assert!(!scan.finish().await.expect("an end").complete, "{status}");
    }
}

#[tokio::test]
async fn the_count_of_a_marked_list_is_held_against_it() {
    let told = |total: usize| {
        move |items: Vec<Value>, next: Option<usize>| {
            let next = next.map(|at| format!("m-{at}"));
            let body = json!({"items": items, "meta": {"next": next, "total": total}});
            ResponseTemplate::new(200).set_body_json(body)
        }
    };
    for (total, complete) in [(450, true), (451, false), (200, false)] {
        let server = marking(450, told(total)).await;
        assert_eq!(scan(&paged(&server, CURSOR)).await.1, complete, "{total}");
    }
}

fn linked(items: Vec<Value>, next: Option<usize>) -> ResponseTemplate {
    let answer = ResponseTemplate::new(200).set_body_json(items);
    let Some(at) = next else { return answer };
    let link = format!("</api/v2/users?cursor={at}&per_page=200>; rel=\"next\", </x>; rel=\"last\"");
    answer.insert_header("Link", link.as_str())
}

#[tokio::test]
async fn links_in_a_header_are_followed_with_key_and_token() {
    let server = marking(450, linked).await;
    assert_eq!(scan(&paged(&server, LINK)).await, (450, true, None));
    let all = requests(&server).await;
    assert_eq!(asked(&all[1], "cursor").as_deref(), Some("200"));
    assert_eq!(asked(&all[1], "platformId"), None, "the address is taken as the platform gave it");
    for one in &all {
        assert_eq!(one.headers["authorization"], format!("Bearer {TOKEN}").as_str());
        assert_eq!(one.headers["ocp-apim-subscription-key"], KEY);
    }
}

#[tokio::test]
async fn addresses_in_the_body_are_followed() {
    let server = marking(450, |items, next| {
        let next = next.map(|at| format!("?cursor={at}&per_page=200"));
        ResponseTemplate::new(200).set_body_json(json!({"results": items, "next": next}))
    })
    .await;
    assert_eq!(scan(&paged(&server, &format!("{LINK}\nnext = \"next\""))).await, (450, true, None));
}

#[tokio::test]
async fn an_address_at_another_server_is_never_asked() {
    let elsewhere = MockServer::start().await;
    for address in [format!("{}/api/v2/users?cursor=2", elsewhere.uri()), "//localhost:1/x".to_owned()] {
        let server = MockServer::start().await;
        let answer = ResponseTemplate::new(200)
            .set_body_json(people(0..200))
            .insert_header("Link", format!("<{address}>; rel=next").as_str());
        Mock::given(path("/api/v2/users")).respond_with(answer).mount(&server).await;
        let error = paged(&server, LINK).scan_users().next().await.expect_err("it leads elsewhere");
        assert_eq!(error.kind, Kind::Unreadable);
        assert!(error.detail.as_deref().is_some_and(|detail| detail.contains("another server")), "{error:?}");
    }
    assert!(requests(&elsewhere).await.is_empty());
}

fn scim(server: &MockServer, overrides: &str) -> Platform {
    let description = Description::built_in("scim2").expect("built in");
    let description = description.overridden_by(overrides).unwrap_or_else(|error| panic!("{error}"));
    let scope = Scope::Platform(Vec::new());
    Platform::new(description, Connection { scope, ..connection(&server.uri()) }).expect("a platform")
}

const SEARCH: &str = r#"
[calls.users]
method = "POST"
path = "/Users/.search"
body = '{ "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"] }'
paging.in_body = true
"#;

fn found(numbers: std::ops::Range<usize>, total: usize) -> Value {
    let people =
        numbers.map(|one| json!({"id": format!("u-{one}"), "userName": format!("p{one}@contoso.example")}));
    json!({"Resources": people.collect::<Vec<_>>(), "totalResults": total})
}

#[tokio::test]
async fn a_list_is_read_by_post_page_after_page() {
    let server = MockServer::start().await;
    Mock::given(method("GET")).and(path("/Groups")).respond_with(empty()).mount(&server).await;
    for (start, numbers) in [(1, 0..100), (101, 100..130)] {
        Mock::given(method("POST"))
            .and(path("/Users/.search"))
            .and(header("Content-Type", "application/scim+json"))
            .and(body_json(json!({
                "schemas": ["urn:ietf:params:scim:api:messages:2.0:SearchRequest"], "startIndex": start, "count": 100
            })))
            .respond_with(ResponseTemplate::new(200).set_body_json(found(numbers, 130)))
            .mount(&server)
            .await;
    }
    let platform = scim(&server, SEARCH);
    assert_eq!(scan(&platform).await, (130, true, None));
    assert_eq!(platform.posts_on_wire(), 0, "reading is no invitation");
}

fn empty() -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({"totalResults": 0}))
}

#[tokio::test]
async fn a_mark_goes_back_in_the_body_of_a_search() {
    let server = MockServer::start().await;
    let respond = |request: &Request| {
        let body: Value = request.body_json().expect("JSON");
        let (numbers, next) = match body["cursor"].as_str() {
            Some("") => (0..100, json!("c-2")),
            Some("c-2") => (100..101, json!(null)),
            other => panic!("{other:?}"),
        };
        let mut answer = found(numbers, 101);
        answer["nextCursor"] = next;
        ResponseTemplate::new(200).set_body_json(answer)
    };
    Mock::given(method("POST")).and(path("/Users/.search")).respond_with(respond).mount(&server).await;
    Mock::given(method("GET")).respond_with(empty()).mount(&server).await;
    let marked = "paging.style = \"cursor\"\npaging.page = \"cursor\"\npaging.next = \"nextCursor\"\npaging.start = \"\"\n";
    assert_eq!(scan(&scim(&server, &format!("{SEARCH}{marked}"))).await, (101, true, None));
}

#[tokio::test]
async fn a_search_that_fails_in_passing_is_made_again() {
    let server = MockServer::start().await;
    Mock::given(method("GET")).respond_with(empty()).mount(&server).await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(503))
        .up_to_n_times(1)
        .with_priority(1)
        .mount(&server)
        .await;
    Mock::given(method("POST"))
        .respond_with(ResponseTemplate::new(200).set_body_json(found(0..3, 3)))
        .mount(&server)
        .await;
    assert_eq!(scan(&scim(&server, SEARCH)).await, (3, true, None));
}

#[tokio::test]
async fn a_redirected_search_is_not_replayed() {
    let elsewhere = MockServer::start().await;
    for status in [301, 302, 303, 307, 308] {
        let server = MockServer::start().await;
        Mock::given(method("GET")).respond_with(empty()).mount(&server).await;
        let away = ResponseTemplate::new(status).insert_header("Location", elsewhere.uri().as_str());
        Mock::given(method("POST")).respond_with(away).mount(&server).await;
        let error = scim(&server, SEARCH).scan_users().next().await.expect_err("redirected");
        assert_eq!(error.kind, Kind::Redirected { status });
    }
    assert!(requests(&elsewhere).await.is_empty());
}

#[tokio::test]
async fn an_address_in_a_body_can_not_end_the_text_that_it_stands_in() {
    let server = MockServer::start().await;
    Mock::given(method("POST")).respond_with(empty()).mount(&server).await;
    let look_up = r#"
[calls.user_by_email]
method = "POST"
path = "/Users/.search"
query.filter = ""
body = '{ "filter": "userName eq \"{email}\"" }'
"#;
    let found = scim(&server, look_up).look_up("a\" or \"b@x.example").await.expect("an answer");
    assert_eq!(found.map(|all| all.len()), Some(0));
    let sent: Value = requests(&server).await[0].body_json().expect("JSON");
    assert_eq!(sent["filter"], r#"userName eq "a\" or \"b@x.example""#);
}

#[tokio::test]
async fn the_doctor_looks_whether_marks_are_where_the_description_says() {
    let examined = async |overrides: &str| {
        let server = marking(450, silent_at_the_end).await;
        let roles = ResponseTemplate::new(200).set_body_json(json!([{"Id": "r", "Name": "n"}]));
        Mock::given(path("/api/v2/roles")).respond_with(roles).mount(&server).await;
        let report = paged(&server, overrides).examine(|_| {}).await;
        let step = report.steps.into_iter().find(|step| step.check == Check::Paging).expect("told");
        (step.state, step.sentence)
    };
    assert_eq!(examined(CURSOR).await.0, State::Good);
    let (state, sentence) = examined(&CURSOR.replace("/meta/next", "nowhere")).await;
    assert!(state == State::Notice && sentence.contains("names no next page"), "{sentence}");
}
