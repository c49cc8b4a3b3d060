//! The gateway, the token endpoint and the endpoints for tests.

use crate::visitor::{PLATFORM, Visitor, open, person, with, with_rules};
use reqwest::header::{AUTHORIZATION, HeaderMap};
use rollcall_sandbox::{Endpoint, Fault, FaultPlan, Options, Rule, When};
use serde_json::{Value, json};

async fn refused(visitor: &Visitor, key: Option<&str>, token: Option<&str>) -> (u16, HeaderMap, Value) {
    let mut request = visitor.http.get(visitor.url("/api/v2/roles"));
    if let Some(key) = key {
        request = request.header("Ocp-Apim-Subscription-Key", key);
    }
    if let Some(token) = token {
        request = request.header(AUTHORIZATION, token);
    }
    let answer = request.send().await.expect("an answer");
    let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
    (status, headers, answer.json().await.expect("JSON"))
}

#[tokio::test]
async fn the_gateway_asks_for_the_key_before_the_platform_asks_for_the_token() {
    let (_sandbox, visitor) = open(0).await;
    let (status, _, body) = refused(&visitor, None, None).await;
    assert_eq!((status, &body["statusCode"]), (401, &json!(401)));
    let words = body["message"].as_str().expect("a message");
    assert!(words.starts_with("Access denied due to missing subscription key."), "{words}");

    let (status, _, body) = refused(&visitor, Some("wrong"), None).await;
    assert_eq!((status, &body["statusCode"]), (401, &json!(401)));
    let words = body["message"].as_str().expect("a message");
    assert!(words.starts_with("Access denied due to invalid subscription key."), "{words}");
}

#[tokio::test]
async fn a_missing_or_wrong_token_is_the_platforms_refusal() {
    let (_sandbox, visitor) = open(0).await;
    let key = visitor.info.subscription_key.as_str();
    let basic = format!("Basic {}", visitor.info.token);
    for token in [None, Some("Bearer "), Some("Bearer nonsense"), Some(basic.as_str())] {
        let (status, headers, body) = refused(&visitor, Some(key), token).await;
        assert_eq!(status, 401, "{token:?}");
        assert_eq!(headers["www-authenticate"], "Bearer error=\"invalid_token\"");
        assert!(body.get("statusCode").is_none(), "the gateway's form: {body}");
    }
}

#[tokio::test]
async fn paths_and_methods_that_no_operation_has_are_not_found() {
    let (_sandbox, visitor) = open(0).await;
    for path in ["/", "/api/v2", "/api/v1/users", "/api/v2/users/invite", "/api/v2/organizations/details/"] {
        let answer = visitor.get(path).await;
        assert_eq!(answer.status(), 404, "GET {path}");
        let body: Value = answer.json().await.expect("JSON");
        assert_eq!(body["statusCode"], 404, "GET {path}");
    }
    let posted = visitor.signed(visitor.http.post(visitor.url("/api/v2/roles"))).send().await;
    assert_eq!(posted.expect("an answer").status(), 404);
}

#[tokio::test]
async fn a_fetched_token_works_and_an_expired_one_does_not() {
    let (sandbox, visitor) = open(0).await;
    let fetch = async || {
        let Visitor { info, .. } = &visitor;
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", info.client_id.as_str()),
            ("client_secret", info.client_secret.as_str()),
        ];
        let body: Value = visitor.token(&form).await.json().await.expect("JSON");
        (body["access_token"].as_str().expect("a token").to_owned(), body["expires_in"].clone())
    };
    let key = Some(visitor.info.subscription_key.as_str());
    let (token, _) = fetch().await;
    assert_eq!(refused(&visitor, key, Some(&format!("Bearer {token}"))).await.0, 200);

    sandbox.set_faults(FaultPlan { token_lifetime_seconds: Some(0), rules: Vec::new() });
    let (token, lifetime) = fetch().await;
    assert_eq!(lifetime, 0);
    assert_eq!(refused(&visitor, key, Some(&format!("Bearer {token}"))).await.0, 401);
}

#[tokio::test]
async fn each_mistake_at_the_token_endpoint_has_its_own_error() {
    type Form<'a> = Vec<(&'a str, &'a str)>;
    let (_sandbox, visitor) = open(0).await;
    let (id, secret) = (visitor.info.client_id.clone(), visitor.info.client_secret.clone());
    let grant = ("grant_type", "client_credentials");
    let cases: [(Form<'_>, u16, &str); 7] = [
        (vec![grant, ("client_id", &id), ("client_secret", "wrong")], 401, "invalid_client"),
        (vec![grant, ("client_id", "wrong"), ("client_secret", &secret)], 401, "invalid_client"),
        (vec![grant, ("client_id", &id)], 401, "invalid_client"),
        (vec![grant], 401, "invalid_client"),
        (vec![("client_id", &id), ("client_secret", &secret)], 400, "invalid_request"),
        (vec![("grant_type", "password"), ("client_id", &id)], 400, "unsupported_grant_type"),
        (vec![grant, grant, ("client_id", &id), ("client_secret", &secret)], 400, "invalid_request"),
    ];
    for (form, status, error) in cases {
        let answer = visitor.token(&form).await;
        assert_eq!(answer.status(), status, "{error}");
        let body: Value = answer.json().await.expect("JSON");
        assert_eq!(body["error"], error);
    }
    let answer = visitor.http.post(&visitor.info.token_url).json(&json!({})).send().await.expect("an answer");
    assert_eq!(answer.status(), 400, "JSON is no form");
}

#[tokio::test]
async fn credentials_may_come_by_http_basic() {
    let (_sandbox, visitor) = open(0).await;
    let ask = |secret: String| {
        let request =
            visitor.http.post(&visitor.info.token_url).basic_auth(&visitor.info.client_id, Some(secret));
        request.form(&[("grant_type", "client_credentials")]).send()
    };
    assert_eq!(ask(visitor.info.client_secret.clone()).await.expect("an answer").status(), 200);
    let wrong = ask("wrong".into()).await.expect("an answer");
    assert_eq!(wrong.status(), 401);
    assert!(wrong.headers()["www-authenticate"].to_str().expect("a text").starts_with("Basic"));
}

#[tokio::test]
async fn a_full_window_is_answered_429_and_never_reaches_the_platform() {
    let rule = Rule { when: When::default(), fault: Fault::RateLimit { calls: 2, per_seconds: 3_600 } };
    let (sandbox, visitor) = with_rules(vec![rule]).await;
    assert_eq!(visitor.get("/api/v2/roles").await.status(), 200);
    assert_eq!(visitor.invite(vec![person("a@x.example")]).await.status(), 200);
    let answer = visitor.invite(vec![person("b@x.example")]).await;
    assert_eq!(answer.status(), 429);
    let wait = answer.headers()["retry-after"].to_str().expect("a text").to_owned();
    assert!((1..=3_600).contains(&wait.parse::<u64>().expect("seconds")), "{wait}");
    let body: Value = answer.json().await.expect("JSON");
    let words = format!("Rate limit is exceeded. Try again in {wait} seconds.");
    assert_eq!(body, json!({"statusCode": 429, "message": words}));
    let truth = sandbox.ground_truth();
    assert_eq!((truth.posts, truth.effects.len()), (2, 1), "the refused call had an effect");
}

#[tokio::test]
async fn a_used_up_quota_is_answered_403_with_the_time_until_it_is_back() {
    let fault = Fault::Quota { calls: 1, replenished_in_seconds: 216_000 };
    let (_sandbox, visitor) = with_rules(vec![Rule { when: When::default(), fault }]).await;
    assert_eq!(visitor.get("/api/v2/roles").await.status(), 200);
    let answer = visitor.get("/api/v2/roles").await;
    assert_eq!(answer.status(), 403);
    let wait: u64 = answer.headers()["retry-after"].to_str().expect("a text").parse().expect("seconds");
    assert!((200_000..=216_000).contains(&wait), "{wait}");
    let body: Value = answer.json().await.expect("JSON");
    let words = body["message"].as_str().expect("a message");
    assert!(words.starts_with("Out of call volume quota. Quota will be replenished in 2."), "{words}");
    assert_eq!(body["statusCode"], 403);
}

#[tokio::test]
async fn the_token_endpoint_needs_no_key_but_takes_part_in_the_plan() {
    let when = When { endpoint: Some(Endpoint::Token), ..When::default() };
    let fault = Fault::StatusBefore { status: 503, retry_after: Some(7) };
    let (_sandbox, visitor) = with_rules(vec![Rule { when, fault }]).await;
    let answer = visitor.token(&[]).await;
    assert_eq!((answer.status().as_u16(), &answer.headers()["retry-after"]), (503, &"7".parse().expect("7")));
}

#[tokio::test]
async fn a_body_beyond_all_measure_is_refused() {
    let (_sandbox, visitor) = open(0).await;
    let request = visitor.signed(visitor.http.post(visitor.url("/api/v2/users/invite")));
    // The server may stop reading before everything was written; then there is no answer to be had.
    if let Ok(answer) = request.body(" ".repeat(5 << 20)).send().await {
        assert_eq!(answer.status(), 413);
    }
}

#[tokio::test]
async fn the_ground_truth_tells_requests_with_their_body_hash() {
    let (_sandbox, visitor) = open(0).await;
    visitor.page(1, 50).await;
    let body = "not json";
    let request = visitor.signed(visitor.http.post(visitor.url("/api/v2/users/invite"))).body(body);
    assert_eq!(request.send().await.expect("an answer").status(), 400);
    refused(&visitor, None, None).await;
    let truth: Value = visitor
        .http
        .get(visitor.url("/_sandbox/ground-truth"))
        .send()
        .await
        .expect("an answer")
        .json()
        .await
        .expect("JSON");
    let requests = truth["requests"].as_array().expect("requests");
    assert_eq!(requests.len(), 3, "calls for tests are not recorded");
    assert_eq!(requests[0]["query"], format!("platformId={PLATFORM}&page=1&pageSize=50"));
    assert_eq!(
        (&requests[1]["method"], &requests[1]["path"], &requests[1]["status"]),
        (&json!("POST"), &json!("/api/v2/users/invite"), &json!(400))
    );
    assert_eq!(requests[1]["bodySha256"], "7ccfa1fbf3940e6f0c0375d87c0f9235a50514e14cb427bdfaf5077987b26ccf");
    assert_eq!(requests[2]["status"], 401, "what the gateway turned away is told too");
    assert_eq!((&truth["posts"], &truth["effects"]), (&json!(1), &json!([])));
}

#[tokio::test]
async fn a_plan_can_be_changed_while_it_runs() {
    let (_sandbox, visitor) = open(0).await;
    let url = visitor.url("/_sandbox/faults");
    let put = |plan: Value| visitor.http.put(&url).json(&plan).send();
    let plan =
        json!({"rules": [{"when": {"endpoint": "roles"}, "fault": {"status_before": {"status": 500}}}]});
    assert_eq!(put(plan.clone()).await.expect("an answer").status(), 204);
    assert_eq!(visitor.get("/api/v2/roles").await.status(), 500);
    let told: Value = visitor.http.get(&url).send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(told, plan);
    let wrong = put(json!({"rules": [{"fault": "unheard_of"}]})).await.expect("an answer");
    assert_eq!(wrong.status(), 400);
    assert_eq!(
        visitor.get("/api/v2/roles").await.status(),
        500,
        "a plan that was refused replaced the old one"
    );
    assert_eq!(put(json!({})).await.expect("an answer").status(), 204);
    assert_eq!(visitor.get("/api/v2/roles").await.status(), 200);
}

#[tokio::test]
async fn a_web_page_can_not_steer_the_sandbox() {
    let (_sandbox, visitor) = open(0).await;
    let url = visitor.url("/_sandbox/ground-truth");
    for (name, value) in [("Host", "rebound.example"), ("Origin", "https://page.example")] {
        let answer = visitor.http.get(&url).header(name, value).send().await.expect("an answer");
        assert_eq!(answer.status(), 404, "{name}: {value}");
    }
}

#[tokio::test]
async fn a_sandbox_without_control_tells_nobody_who_was_invited() {
    let (_sandbox, visitor) = with(Options { users: 0, control: false, ..Options::default() }).await;
    for path in ["/_sandbox/ground-truth", "/_sandbox/faults"] {
        let url = visitor.url(path);
        assert_eq!(visitor.http.get(&url).send().await.expect("an answer").status(), 404, "{path}");
        let put = visitor.http.put(&url).json(&json!({})).send().await.expect("an answer");
        assert_eq!(put.status(), 404, "{path}");
    }
    assert_eq!(visitor.get("/api/v2/roles").await.status(), 200, "the platform itself is there");
}

#[tokio::test]
async fn a_port_that_is_taken_is_said() {
    let (sandbox, visitor) = open(0).await;
    let port = visitor.info.base_url.rsplit(':').next().expect("a port").parse().expect("a number");
    let error = rollcall_sandbox::start(Options { port: Some(port), ..Options::default() }).await;
    assert!(error.expect_err("the port is taken").to_string().contains(&port.to_string()));
    sandbox.stop().await;
    let again = with(Options { port: Some(port), users: 0, ..Options::default() }).await;
    assert_eq!(again.1.info.base_url, visitor.info.base_url, "a stopped sandbox gives its port back");
}

#[tokio::test]
async fn a_dropped_sandbox_answers_no_more() {
    let (sandbox, visitor) = open(0).await;
    drop(sandbox);
    let url = visitor.url("/api/v2/roles");
    while visitor.signed(visitor.http.get(&url)).send().await.is_ok() {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}
