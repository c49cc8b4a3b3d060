//! Each fault of a plan, as the client and as the ground truth see it.

use crate::visitor::{PLATFORM, Visitor, on_invite, people, person, until, with, with_rules};
use rollcall_sandbox::{Endpoint, Fault, FaultPlan, Options, Rule, Sandbox, Then, When};
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;

fn emails(sandbox: &Sandbox) -> Vec<String> {
    sandbox.ground_truth().effects.into_iter().map(|e| e.email).collect()
}

/// Sends an invite call by hand and returns what comes back, or how reading it failed.
async fn by_hand(visitor: &Visitor, user: Value) -> std::io::Result<Vec<u8>> {
    let body = json!({"Users": [user]}).to_string();
    let address = visitor.info.base_url.trim_start_matches("http://").to_owned();
    let head = format!(
        "POST /api/v2/users/invite HTTP/1.1\r\nHost: {address}\r\nOcp-Apim-Subscription-Key: {}\r\n\
         Authorization: Bearer {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        visitor.info.subscription_key,
        visitor.info.token,
        body.len()
    );
    let talk = move || {
        let mut stream = TcpStream::connect(address)?;
        stream.write_all(head.as_bytes())?;
        stream.write_all(body.as_bytes())?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).map(|_| answer)
    };
    tokio::task::spawn_blocking(talk).await.expect("the thread")
}

#[tokio::test]
async fn a_reset_before_the_effect_is_a_real_reset_without_effect() {
    let (sandbox, visitor) = with_rules(vec![on_invite(Fault::ResetBefore)]).await;
    let error = by_hand(&visitor, person("a@x.example")).await.expect_err("a reset");
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{error}");
    let truth = sandbox.ground_truth();
    assert_eq!((truth.posts, truth.effects.len(), truth.requests[0].status), (1, 0, None));
}

#[tokio::test]
async fn a_reset_after_the_effect_leaves_the_effect() {
    let (sandbox, visitor) = with_rules(vec![on_invite(Fault::ResetAfter)]).await;
    let error = by_hand(&visitor, person("a@x.example")).await.expect_err("a reset");
    assert_eq!(error.kind(), std::io::ErrorKind::ConnectionReset, "{error}");
    assert_eq!(emails(&sandbox), ["a@x.example"]);
    assert!(visitor.try_invite(vec![person("b@x.example")]).await.is_err(), "a client library sees it too");
    assert_eq!(emails(&sandbox), ["a@x.example", "b@x.example"]);
}

#[tokio::test]
async fn a_cut_answer_names_more_than_it_brings() {
    let (sandbox, visitor) = with_rules(vec![on_invite(Fault::CutAnswer)]).await;
    let answer = by_hand(&visitor, person("a@x.example")).await.expect("half an answer");
    let text = String::from_utf8_lossy(&answer).to_lowercase();
    let (head, body) = text.split_once("\r\n\r\n").expect("a head");
    let length = head.lines().find_map(|l| l.strip_prefix("content-length: ")).expect("a length");
    let length: usize = length.parse().expect("a number");
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert_eq!(body.len(), length / 2, "{body}");
    assert_eq!(emails(&sandbox), ["a@x.example"]);
    assert_eq!(sandbox.ground_truth().requests[0].status, None, "no whole answer was given");
    let answer = visitor.invite(vec![person("b@x.example")]).await;
    assert!(answer.json::<Value>().await.is_err(), "a client library read half an answer as a whole one");
}

#[tokio::test]
async fn a_page_can_be_cut_and_is_whole_when_asked_again() {
    let when = When { endpoint: Some(Endpoint::Users), page: Some(2), first: Some(1), ..When::default() };
    let faults =
        Some(FaultPlan { rules: vec![Rule { when, fault: Fault::CutAnswer }], ..FaultPlan::default() });
    let (_sandbox, visitor) = with(Options { users: 2_000, faults, ..Options::default() }).await;
    visitor.page(1, 500).await;
    let path = format!("/api/v2/users?platformId={PLATFORM}&page=2&pageSize=500");
    assert!(visitor.get(&path).await.json::<Value>().await.is_err());
    assert_eq!(visitor.page(2, 500).await["Items"].as_array().map(Vec::len), Some(500));
}

#[tokio::test]
async fn a_status_before_the_effect_did_nothing_and_after_it_everything() {
    let before = Fault::StatusBefore { status: 503, retry_after: None };
    let after = Fault::StatusAfter { status: 504, retry_after: None };
    let nth = |n, fault| Rule { when: When { nth: vec![n], ..When::default() }, fault };
    let (sandbox, visitor) = with_rules(vec![nth(1, before), nth(2, after)]).await;
    assert_eq!(visitor.invite(vec![person("a@x.example")]).await.status(), 503);
    assert!(emails(&sandbox).is_empty());
    let answer = visitor.invite(vec![person("b@x.example")]).await;
    assert_eq!(answer.status(), 504);
    assert_eq!(answer.json::<Value>().await.expect("JSON")["statusCode"], 504, "the gateway's form");
    assert_eq!(emails(&sandbox), ["b@x.example"]);
    assert_eq!(visitor.invite(vec![person("c@x.example")]).await.status(), 200);
}

#[tokio::test]
async fn a_missing_permission_and_a_redirect_look_like_themselves() {
    let status = |status| Fault::StatusBefore { status, retry_after: None };
    let nth = |n, fault| Rule { when: When { nth: vec![n], ..When::default() }, fault };
    let (sandbox, visitor) = with_rules(vec![nth(1, status(403)), nth(2, status(307))]).await;
    let forbidden = visitor.invite(vec![person("a@x.example")]).await;
    assert_eq!((forbidden.status().as_u16(), forbidden.headers().get("retry-after")), (403, None));
    assert_eq!(forbidden.json::<Value>().await.expect("JSON")["code"], "Forbidden");
    let moved = visitor.invite(vec![person("a@x.example")]).await;
    assert_eq!(moved.status(), 307);
    assert!(moved.headers().contains_key("location"));
    assert!(emails(&sandbox).is_empty());
}

#[tokio::test]
async fn a_token_can_expire_in_the_middle_and_a_new_one_works() {
    let when = When { endpoint: Some(Endpoint::Users), nth: vec![2], ..When::default() };
    let (_sandbox, visitor) = with_rules(vec![Rule { when, fault: Fault::TokenExpires }]).await;
    let path = format!("/api/v2/users?platformId={PLATFORM}");
    let statuses = [visitor.get(&path).await, visitor.get(&path).await, visitor.get(&path).await];
    assert_eq!(statuses.map(|a| a.status().as_u16()), [200, 401, 401]);
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", visitor.info.client_id.as_str()),
        ("client_secret", visitor.info.client_secret.as_str()),
    ];
    let body: Value = visitor.token(&form).await.json().await.expect("JSON");
    let request = visitor.http.get(visitor.url(&path));
    let request = request.header("Ocp-Apim-Subscription-Key", &visitor.info.subscription_key);
    let answer = request.bearer_auth(body["access_token"].as_str().expect("a token")).send().await;
    assert_eq!(answer.expect("an answer").status(), 200);
}

#[tokio::test]
async fn an_effect_can_land_after_the_gateway_gave_up() {
    for (then, answered) in [(Then::Status(504), Some(504)), (Then::Reset, None), (Then::Answer, Some(200))] {
        let (sandbox, visitor) = with_rules(vec![on_invite(Fault::EffectLate { ms: 300, then })]).await;
        let answer = visitor.try_invite(vec![person("a@x.example")]).await;
        assert_eq!(answer.ok().map(|a| a.status().as_u16()), answered);
        let seen = sandbox.ground_truth().requests[0].at;
        until(|| !emails(&sandbox).is_empty()).await;
        let effect = sandbox.ground_truth().effects[0].clone();
        assert!(effect.at.duration_since(seen).as_millis() >= 300, "it landed at once");
        assert!(visitor.find("a@x.example").await.is_some(), "it landed and is not listed");
    }
}

#[tokio::test]
async fn a_client_that_hangs_up_does_not_undo_what_was_begun() {
    let wait = Fault::Latency { min_ms: 500, max_ms: 500, after: false };
    let (sandbox, visitor) = with_rules(vec![on_invite(wait)]).await;
    let request = visitor.signed(visitor.http.post(visitor.url("/api/v2/users/invite")));
    let call = tokio::spawn(request.json(&json!({"Users": [person("a@x.example")]})).send());
    until(|| sandbox.ground_truth().posts == 1).await;
    call.abort();
    until(|| emails(&sandbox) == ["a@x.example"]).await;
}

#[tokio::test]
async fn a_lagging_list_does_not_show_whom_the_platform_knows() {
    let (sandbox, visitor) = with_rules(vec![on_invite(Fault::ListLag { ms: 3_600_000 })]).await;
    let id = visitor.results(vec![person("a@x.example")]).await[0]["UserId"].clone();
    assert_eq!(emails(&sandbox), ["a@x.example"]);
    assert!(visitor.find("a@x.example").await.is_none(), "listed at once");
    assert_eq!(visitor.page(1, 1).await["TotalCount"], 13);
    sandbox.set_faults(FaultPlan::default());
    let again = visitor.results(vec![person("A@x.example")]).await;
    assert_eq!(again[0]["UserId"], id, "the same account");
    assert_eq!(visitor.page(1, 1).await["TotalCount"], 14);
}

#[tokio::test]
async fn a_list_catches_up_in_time() {
    let (_sandbox, visitor) = with_rules(vec![on_invite(Fault::ListLag { ms: 200 })]).await;
    visitor.results(vec![person("a@x.example")]).await;
    while visitor.find("a@x.example").await.is_none() {
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}

#[tokio::test]
async fn a_list_can_show_a_part_as_if_it_were_all() {
    let when = When { endpoint: Some(Endpoint::Users), ..When::default() };
    let rules = vec![Rule { when, fault: Fault::PartOfList { first: 5 } }];
    let (sandbox, visitor) = with_rules(rules).await;
    for (page, size, shown) in [(1, 200, 5), (2, 3, 2), (3, 3, 0)] {
        let page = visitor.page(page, size).await;
        let people = page["Items"].as_array().expect("people");
        assert_eq!((people.len(), &page["TotalCount"]), (shown, &json!(5)));
    }
    sandbox.set_faults(FaultPlan::default());
    assert_eq!(visitor.page(1, 200).await["TotalCount"], 13, "they were there all along");
}

#[tokio::test]
async fn part_of_a_batch_can_be_done() {
    for (then, answered) in [(Then::Status(500), Some(500)), (Then::Reset, None), (Then::Answer, Some(200))] {
        let (sandbox, visitor) = with_rules(vec![on_invite(Fault::PartOfBatch { first: 2, then })]).await;
        let answer = visitor.try_invite(people(5)).await;
        assert_eq!(answer.as_ref().ok().map(|a| a.status().as_u16()), answered);
        assert_eq!(emails(&sandbox), ["guest0@x.example", "guest1@x.example"]);
        if let (Then::Answer, Ok(answer)) = (then, answer) {
            let body: Value = answer.json().await.expect("JSON");
            let said =
                body["Results"].as_array().expect("Results").iter().filter(|r| r["Status"] == "Invited");
            assert_eq!(said.count(), 5, "the answer speaks as if all had been done");
        }
    }
}

#[tokio::test]
async fn results_can_be_missing_extra_repeated_and_reversed() {
    let sent: Vec<String> = (0..3).map(|k| format!("guest{k}@x.example")).collect();
    for (fault, got) in [
        (Fault::ResultsMissing { count: 2 }, vec![0]),
        (Fault::ResultsMissing { count: 9 }, vec![]),
        (Fault::ResultsExtra { count: 1 }, vec![0, 1, 2, 9]),
        (Fault::ResultsRepeated { count: 2 }, vec![0, 1, 2, 0, 1]),
        (Fault::ResultsReversed, vec![2, 1, 0]),
    ] {
        let (sandbox, visitor) = with_rules(vec![on_invite(fault.clone())]).await;
        let results = visitor.results(people(3)).await;
        let told: Vec<usize> =
            results.iter().map(|r| sent.iter().position(|s| r["Email"] == **s).unwrap_or(9)).collect();
        assert_eq!(told, got, "{fault:?}");
        assert_eq!(emails(&sandbox), sent, "{fault:?} changes what is said, not what is done");
    }
}

#[tokio::test]
async fn latency_is_felt_before_the_effect_or_after_it() {
    let wait = |after| on_invite(Fault::Latency { min_ms: 250, max_ms: 250, after });
    for after in [false, true] {
        let (sandbox, visitor) = with_rules(vec![wait(after)]).await;
        let begun = std::time::Instant::now();
        visitor.results(vec![person("a@x.example")]).await;
        assert!(begun.elapsed().as_millis() >= 250, "no wait");
        let truth = sandbox.ground_truth();
        let delay = truth.effects[0].at.duration_since(truth.requests[0].at).as_millis();
        if !after {
            assert!(delay >= 250, "the effect came before the wait");
        }
    }
}

#[tokio::test]
async fn a_call_with_a_wrong_key_is_not_counted() {
    let when = When { nth: vec![1], ..When::default() };
    let (_sandbox, visitor) =
        with_rules(vec![Rule { when, fault: Fault::StatusBefore { status: 500, retry_after: None } }]).await;
    let keyless = visitor.http.get(visitor.url("/api/v2/roles")).send().await.expect("an answer");
    assert_eq!(keyless.status(), 401);
    assert_eq!(visitor.get("/api/v2/roles").await.status(), 500);
    assert_eq!(visitor.get("/api/v2/roles").await.status(), 200);
}

#[tokio::test]
async fn a_refused_call_has_no_end_after_its_effect() {
    let after = Fault::StatusAfter { status: 504, retry_after: None };
    let (_sandbox, visitor) = with_rules(vec![on_invite(after)]).await;
    assert_eq!(visitor.invite(people(101)).await.status(), 400);
}
