//! The doctor: what it says of a platform that answers, and that it only reads.

use crate::common::{
    KEY, PROXY_PASSWORD, SECRET, examined, network, platform, sandbox, through, to, to_sandbox,
};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rollcall_core::Secret;
use rollcall_platform::{Check, Connection, Report, State, Step};
use rollcall_sandbox::{Endpoint, Fault, FaultPlan, Rule, When};
use serde_json::{Value, json};
use std::collections::HashSet;
use wiremock::matchers::{any, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

fn step(report: &Report, check: Check) -> &Step {
    report.steps.iter().find(|step| step.check == check).expect("a step")
}

fn fact<'a>(step: &'a Step, name: &str) -> Option<&'a str> {
    step.facts.iter().find(|fact| fact.name == name).map(|fact| fact.value.as_str())
}

fn states(report: &Report) -> Vec<(Check, State)> {
    report.steps.iter().map(|step| (step.check, step.state)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_platform_is_good_throughout_and_is_only_read() {
    let sandbox = sandbox(2400).await;
    let client = platform(to_sandbox(&sandbox, &sandbox.info().base_url));
    let mut told = Vec::new();
    let report = client.examine(|step| told.push(step.clone())).await;
    assert!(report.is_ok(), "{}", report.text);
    assert_eq!(told, report.steps, "each step is told as it ends");
    let checks: Vec<Check> = report.steps.iter().map(|step| step.check).collect();
    assert_eq!(checks, Check::ALL);
    for (check, state) in states(&report) {
        let is_right = match check {
            Check::Sight | Check::Contract => state == State::Unknown,
            _ => state == State::Good,
        };
        assert!(is_right, "{check:?} is {state:?}: {}", report.text);
    }
    let counts = [Check::Users, Check::Roles, Check::IdentityProviders, Check::Organizations]
        .map(|check| step(&report, check).count);
    assert_eq!(counts, [Some(2413), Some(15), Some(5), Some(29)]);
    assert_eq!(fact(step(&report, Check::Fields), "Names are written"), Some("PascalCase"));
    let truth = sandbox.ground_truth();
    let changing: HashSet<(&str, &str)> = truth
        .requests
        .iter()
        .filter(|request| request.method != "GET")
        .map(|request| (request.method.as_str(), request.path.as_str()))
        .collect();
    assert_eq!((truth.posts, truth.effects.len()), (0, 0));
    assert!(
        changing.iter().all(|(method, path)| *method == "POST" && path.contains("token")),
        "{changing:?}"
    );
    assert_eq!(client.posts_on_wire(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_contract_rests_on_is_known_assumed_or_unknown() {
    let sandbox = sandbox(200).await;
    let report = examined(&platform(to_sandbox(&sandbox, &sandbox.info().base_url))).await;
    let facts = &step(&report, Check::Contract).facts;
    let facts: Vec<(&str, &str)> =
        facts.iter().map(|fact| (fact.name.as_str(), fact.value.as_str())).collect();
    let expected = [
        ("The list tells its total", "known: yes"),
        ("The list keeps its order", "assumed: yes; it did so in two looks"),
        (
            "Whoever was invited is listed before signing in",
            "known: yes; the first page shows 14 such people",
        ),
        ("Most people in one call", "assumed: 100"),
        ("A call that is refused as a whole did nothing", "assumed: yes"),
        ("An invitation has to name an identity provider", "assumed: no"),
        ("Inviting somebody who is active", "assumed: is refused"),
        ("Inviting somebody again who has not signed in", "assumed: sends a new mail"),
        ("Inviting again starts the creation date anew", "assumed: yes"),
        ("The same call sent twice counts once", "unknown: no key for that is known of this API"),
        (
            "How late an invitation may still take effect",
            "unknown: it is waited for before anybody is looked up",
        ),
        (
            "How late an invitation shows in the list",
            "unknown: it is waited for before a list counts as proof",
        ),
        (
            "An invitation shows in the part that this connection lists",
            "assumed: yes; the whole platform is listed",
        ),
        (
            "An answer has one result for each person",
            "unknown: it is checked in every answer, and whoever has none is looked up",
        ),
        (
            "The gateway's refusals differ from the platform's",
            "unknown: each is told by its form, and one that fits neither counts as unclear",
        ),
        ("Whether this sign-in may invite", "unknown: only the first invitation shows it"),
    ];
    assert_eq!(facts, expected);
    let counted = "2 are seen, 8 are assumed as the platform description says, and 6 can't be known";
    let sentence = &step(&report, Check::Contract).sentence;
    assert!(sentence.contains(counted), "{sentence}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_key_may_await_its_approval_and_the_rest_is_skipped() {
    let sandbox = sandbox(0).await;
    let good = to_sandbox(&sandbox, &sandbox.info().base_url);
    let report = examined(&platform(Connection { subscription_key: Secret::new("wrong"), ..good })).await;
    let key = step(&report, Check::Key);
    assert_eq!((key.state, report.is_ok()), (State::Failed, false));
    assert!(key.advice.as_ref().is_some_and(|advice| advice.contains("approved")), "{key:?}");
    assert_eq!(step(&report, Check::SignIn).state, State::Unknown, "the token was not looked at");
    let users = step(&report, Check::Users);
    assert!(users.state == State::Skipped && users.sentence.contains("key was refused"), "{users:?}");
    assert_eq!(step(&report, Check::Contract).state, State::Unknown, "what is assumed is told all the same");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_sign_in_is_told_before_everything_that_needs_it() {
    let sandbox = sandbox(0).await;
    let mut wrong = to_sandbox(&sandbox, &sandbox.info().base_url);
    if let rollcall_platform::SignIn::ClientCredentials { client_secret, .. } = &mut wrong.sign_in {
        *client_secret = Secret::new("wrong");
    }
    let pasted = Connection {
        sign_in: rollcall_platform::SignIn::Token(Secret::new("wrong")),
        ..to_sandbox(&sandbox, &sandbox.info().base_url)
    };
    for connection in [wrong, pasted] {
        let report = examined(&platform(connection)).await;
        assert_eq!(step(&report, Check::SignIn).state, State::Failed, "{}", report.text);
        assert_eq!(step(&report, Check::Roles).state, State::Skipped);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_that_fails_is_named_and_the_others_are_still_looked_at() {
    let sandbox = sandbox(0).await;
    let when = When { endpoint: Some(Endpoint::IdentityProviders), ..When::default() };
    let fault = Fault::StatusBefore { status: 500, retry_after: None };
    sandbox.set_faults(FaultPlan { rules: vec![Rule { when, fault }], ..FaultPlan::default() });
    let report = examined(&platform(to_sandbox(&sandbox, &sandbox.info().base_url))).await;
    assert!(!report.is_ok());
    assert_eq!(step(&report, Check::IdentityProviders).state, State::Failed);
    assert_eq!(step(&report, Check::Organizations).state, State::Good);
}

/// A platform that answers the list of users with `answer`, and any other call with an empty list.
async fn listing(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(path("/api/v2/users")).respond_with(answer).mount(&server).await;
    let empty = ResponseTemplate::new(200).set_body_json(json!([]));
    Mock::given(any()).respond_with(empty).with_priority(9).mount(&server).await;
    server
}

fn people(count: usize) -> Value {
    let people = (0..count).map(|at| json!({"id": at.to_string(), "mail_address": "x", "firstName": "Ann"}));
    json!({"items": people.collect::<Vec<_>>(), "totalCount": count})
}

#[tokio::test(flavor = "multi_thread")]
async fn what_others_say_of_a_person_is_in_no_text_without_their_words() {
    let words = "The header of CONTOSO\\canarina is missing";
    let answer = ResponseTemplate::new(403).set_body_json(json!({ "message": words }));
    let server = listing(answer).await;
    let claims =
        URL_SAFE_NO_PAD.encode(json!({ "sub": "canarina.subject", "scp": "canarina.scope" }).to_string());
    let token = rollcall_platform::SignIn::Token(Secret::new(format!("e30.{claims}.c2ln")));
    let report = examined(&platform(Connection { sign_in: token, ..to(&server.uri()) })).await;
    for theirs in [words, "canarina.subject", "canarina.scope"] {
        assert!(report.text.contains(theirs), "{theirs} is told to whoever tests: {}", report.text);
    }
    let without = &report.without_their_words;
    assert!(!without.to_lowercase().contains("canarina"), "{without}");
    assert!(without.contains("Subject: (left out)") && without.contains("[fails] Users"), "{without}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_is_odd_is_told_to_be() {
    let answer = ResponseTemplate::new(200)
        .set_body_json(people(30))
        .insert_header("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
        .insert_header("api-supported-versions", "2.0, 3.0")
        .insert_header("Sunset", "Sun, 06 Nov 2044 08:49:37 GMT");
    let server = listing(answer).await;
    let report = examined(&platform(to(&server.uri()))).await;
    let paging = step(&report, Check::Paging);
    assert!(paging.state == State::Notice && paging.sentence.contains("page size"), "{paging:?}");
    let clock = step(&report, Check::Clock);
    assert!(clock.state == State::Notice && clock.sentence.contains("ahead of"), "{clock:?}");
    let headers = step(&report, Check::Headers);
    assert_eq!((headers.state, fact(headers, "api-supported-versions")), (State::Notice, Some("2.0, 3.0")));
    let fields = step(&report, Check::Fields);
    assert!(fields.state == State::Notice && fields.sentence.contains("email"), "{fields:?}");
    assert_eq!(fact(fields, "Unknown to Rollcall"), Some("mail_address"));
    assert_eq!(step(&report, Check::Roles).state, State::Notice, "there is none");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_wants_a_version_is_told() {
    let words = json!({"message": "An API version is required, but was not specified."});
    let server = listing(ResponseTemplate::new(400).set_body_json(words)).await;
    let report = examined(&platform(to(&server.uri()))).await;
    assert_eq!(step(&report, Check::Users).state, State::Failed);
    let headers = step(&report, Check::Headers);
    assert!(headers.state == State::Notice && fact(headers, "Its words").is_some(), "{headers:?}");
    assert_eq!(step(&report, Check::SignIn).state, State::Good, "the list of roles came");
}

fn jwt(claims: &Value) -> String {
    format!("{}.{}.{SECRET}", URL_SAFE_NO_PAD.encode("{}"), URL_SAFE_NO_PAD.encode(claims.to_string()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_tells_who_for_what_and_until_when_and_the_report_no_person_and_no_secret() {
    let token = jwt(&json!({
        "sub": "ann.person@contoso.example", "aud": ["api", "other"], "scope": "users.read users.invite",
        "iss": "https://login.contoso.example/", "exp": 1_000_000_000,
    }));
    let echo = format!("{KEY} and {token} of ann.person@contoso.example are wrong");
    let server = MockServer::start().await;
    let refusal = ResponseTemplate::new(403).set_body_json(json!({"message": echo}));
    Mock::given(any()).respond_with(refusal).mount(&server).await;
    let connection = Connection {
        sign_in: rollcall_platform::SignIn::Token(Secret::new(&token)),
        network: network(through(&server.uri(), Some(("proxy-person", PROXY_PASSWORD))), None),
        extra_headers: vec![("X-Canary".into(), "header-hunter2".into())],
        ..to(&server.uri())
    };
    let report = examined(&platform(connection)).await;
    let sign_in = step(&report, Check::SignIn);
    assert_eq!(fact(sign_in, "Scopes"), Some("users.read users.invite"));
    assert_eq!(fact(sign_in, "Audience"), Some("api other"));
    assert_eq!(fact(sign_in, "Ends"), Some("2001-09-09 01:46 UTC"));
    assert_eq!(fact(sign_in, "Subject"), Some("[address]"));
    assert_eq!(sign_in.state, State::Notice, "it ended, and the platform took it all the same");
    let shown = format!("{report:?}\n{}", report.text);
    for canary in ["hunter2", "ann.person", "proxy-person", token.as_str()] {
        assert!(!shown.contains(canary), "{canary} is in {shown}");
    }
    assert!(
        shown.contains("[redacted]") && shown.contains("x-canary"),
        "the words and names are there: {shown}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_id_whose_people_are_hidden_is_named() {
    let sandbox = sandbox(0).await;
    let mut connection = to_sandbox(&sandbox, &sandbox.info().base_url);
    connection.scope =
        rollcall_platform::Scope::Platform(vec![sandbox.info().platform_id.clone(), "no-such".into()]);
    let sight = examined(&platform(connection)).await;
    let sight = step(&sight, Check::Sight);
    assert!(fact(sight, "Not seen").is_some_and(|ids| ids.starts_with("no-such:")), "{sight:?}");
}
