//! Each thing that may be in the way has a sentence of its own, at the hop where it is.

use crate::common::{
    Doing, KEY, PROXY_PASSWORD, SECRET, Server, ann, examined, free_port, network, platform, sandbox,
    signing_in, through, to, to_sandbox,
};
use crate::encrypted::{Authority, GOOD, Paper, before};
use crate::proxy::{Manner, Tinyproxy, USER};
use rollcall_core::Observation;
use rollcall_platform::{Check, Connection, Network, Proxy, State};
use std::collections::HashSet;
use std::time::Duration;

/// What is in the way, at which step it has to be found, and a word of the sentence.
struct Case {
    what: &'static str,
    connection: Connection,
    step: Check,
    word: &'static str,
}

fn case(what: &'static str, connection: Connection, step: Check, word: &'static str) -> Case {
    Case { what, connection, step, word }
}

fn behind(connection: Connection, proxy: Proxy) -> Connection {
    Connection { network: Network { proxy, ..connection.network.clone() }, ..connection }
}

async fn of_proxies() -> Vec<Case> {
    let sandbox = sandbox(0).await;
    let platform = to("https://localhost:1");
    let nobody = format!("http://127.0.0.1:{}", free_port().await);
    let closing = Server::start(Doing::Closing).await.plain();
    let silent = Server::start(Doing::Silent).await.plain();
    let unencrypted =
        Server::start(Doing::Blurting(b"HTTP/1.1 200 OK\r\n\r\n")).await.plain().replace("http:", "https:");
    let asking = Tinyproxy::start(Manner::AsksWhoIsThere).await;
    let strict = Tinyproxy::start(Manner::Strict).await;
    let wrong = Some((USER, "wrong"));
    let doubting =
        Server::start(Doing::Answering(b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n")).await.plain();
    let plain = to_sandbox(&sandbox, &sandbox.info().base_url);
    let cases = vec![
        case(
            "a proxy without a name",
            behind(platform.clone(), through("http://p.invalid:3128", None)),
            Check::Proxy,
            "The proxy's name",
        ),
        case(
            "a proxy that is not there",
            behind(platform.clone(), through(&nobody, None)),
            Check::Proxy,
            "The proxy was found, and",
        ),
        case(
            "a proxy that hangs up",
            behind(platform.clone(), through(&closing, None)),
            Check::Proxy,
            "did not open the way",
        ),
        case(
            "a proxy that says nothing",
            behind(platform.clone(), through(&silent, None)),
            Check::Proxy,
            "The proxy could not be reached in time",
        ),
        case(
            "a proxy without encryption",
            behind(platform.clone(), through(&unencrypted, None)),
            Check::Proxy,
            "The proxy did not answer in encrypted",
        ),
        case(
            "a proxy that asks who is there",
            behind(platform.clone(), through(&asking.url, None)),
            Check::Proxy,
            "none is entered",
        ),
        case(
            "a proxy that does not believe it",
            behind(platform.clone(), through(&doubting, wrong)),
            Check::Proxy,
            "did not accept",
        ),
        case(
            "a proxy that believes nobody",
            behind(platform.clone(), through(&asking.url, wrong)),
            Check::Proxy,
            "does not accept",
        ),
        case(
            "a proxy that does not allow it",
            behind(platform, through(&strict.url, None)),
            Check::Proxy,
            "the platform: it does not allow",
        ),
        case(
            "a proxy that asks in the open",
            behind(plain, through(&asking.url, None)),
            Check::Proxy,
            "wants another",
        ),
    ];
    // The proxies and the platform have to outlive the calls.
    for case in &cases {
        assert_told(case).await;
    }
    cases
}

async fn of_the_network() -> Vec<Case> {
    let nobody = format!("https://127.0.0.1:{}", free_port().await);
    let silent = Server::start(Doing::Silent).await.encrypted();
    let closing = Server::start(Doing::Closing).await.encrypted();
    let unencrypted = Server::start(Doing::Blurting(b"HTTP/1.1 400 Bad Request\r\n\r\n")).await.encrypted();
    // The alert `protocol_version` of RFC 8446, section 6: what a server that is too old says.
    let old = Server::start(Doing::Blurting(&[0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46])).await.encrypted();
    let cases = vec![
        case("no such name", to("https://platform.invalid"), Check::Name, "The platform's name"),
        case("a port that nobody listens at", to(&nobody), Check::Encryption, "The platform was found, and"),
        case(
            "a platform that says nothing",
            to(&silent),
            Check::Encryption,
            "The platform could not be reached in time",
        ),
        case("a connection that is cut", to(&closing), Check::Encryption, "broke off"),
        case(
            "a platform without encryption",
            to(&unencrypted),
            Check::Encryption,
            "The platform did not answer in encrypted",
        ),
        case("a platform with an old TLS", to(&old), Check::Encryption, "no version of TLS"),
    ];
    for case in &cases {
        assert_told(case).await;
    }
    cases
}

async fn of_certificates() -> Vec<Case> {
    let inside = Server::start(Doing::Answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")).await;
    let (ours, other) = (Authority::new("Nordlys Root"), Authority::new("Somebody Else"));
    let with = |url: String, authority: &Authority| Connection {
        network: network(Proxy::System, Some(authority.pem())),
        ..to(&url)
    };
    let at = async |paper: Paper| before(inside.port, &ours, &paper).await;
    let expired = at(Paper { years: (2020, 2021), ..GOOD }).await;
    let early = at(Paper { years: (2059, 2060), ..GOOD }).await;
    let misnamed = at(Paper { name: "elsewhere.example", ..GOOD }).await;
    let good = at(GOOD).await;
    let cases = vec![
        case("an authority that nobody knows", to(&good), Check::Encryption, "does not know"),
        case("another authority", with(good, &other), Check::Encryption, "does not know"),
        case("an expired certificate", with(expired, &ours), Check::Encryption, "has expired (2021-01-01)"),
        case(
            "a certificate of the future",
            with(early, &ours),
            Check::Encryption,
            "not valid yet (2059-01-01)",
        ),
        case("a certificate of another name", with(misnamed, &ours), Check::Encryption, "another name"),
    ];
    for case in &cases {
        assert_told(case).await;
    }
    cases
}

async fn of_answers() -> Vec<Case> {
    let portal = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 30\r\n\r\n<html><h1>Hotel Wi-Fi</h1></h>";
    let leading = b"HTTP/1.1 302 Found\r\nLocation: https://login.example/\r\nContent-Length: 0\r\n\r\n";
    let babble = b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";
    let answering = async |bytes: &'static [u8]| Server::start(Doing::Answering(bytes)).await.plain();
    let dripping = Server::start(Doing::Dripping).await.plain();
    let answered = |what, connection, word| case(what, connection, Check::Users, word);
    let hurried = Connection { get_timeout: Duration::from_secs(1), ..to(&dripping) };
    let cases = vec![
        answered("a page of the network", to(&answering(portal).await), "A web page came"),
        case(
            "a page of the network in the place of a token",
            signing_in(&answering(portal).await),
            Check::SignIn,
            "in the place of the access token",
        ),
        answered("a way to a sign-in page", to(&answering(leading).await), "pointed elsewhere (status 302)"),
        answered("no JSON", to(&answering(babble).await), "in a form that Rollcall can't read"),
        answered("an answer that drips", hurried, "the rest did not come in time"),
    ];
    for case in &cases {
        assert_told(case).await;
    }
    cases
}

async fn assert_told(case: &Case) {
    let report = examined(&platform(case.connection.clone())).await;
    let failed = report.steps.iter().find(|step| step.state == State::Failed);
    let Some(failed) = failed else { panic!("{}: nothing fails: {}", case.what, report.text) };
    let sentence = &failed.sentence;
    assert_eq!(failed.check, case.step, "{}: {sentence}", case.what);
    assert!(sentence.contains(case.word), "{}: {sentence}", case.what);
    let calms = ["Nothing was sent.", "Nothing here was changed."];
    assert!(calms.iter().any(|calm| sentence.contains(calm)), "{}: {sentence}", case.what);
    // All of the report, as whoever prints or logs it would have it.
    let shown = format!("{report:?}");
    for secret in [KEY, SECRET, PROXY_PASSWORD] {
        assert!(!shown.contains(secret), "{}: {shown}", case.what);
    }
    assert!(failed.advice.is_some() && !report.text.contains("://"), "{}: {}", case.what, report.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_in_the_way_has_a_distinct_sentence_at_its_hop() {
    let (proxies, network) = (of_proxies().await, of_the_network().await);
    let (certificates, answers) = (of_certificates().await, of_answers().await);
    let all: Vec<Case> = [proxies, network, certificates, answers].into_iter().flatten().collect();
    let words: HashSet<&str> = all.iter().map(|case| case.word).collect();
    assert_eq!(words.len(), all.len() - 1, "only the two unknown authorities share a sentence");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_platform_is_reached_through_a_proxy_and_a_private_authority() {
    let (sandbox, ours) = (sandbox(40).await, Authority::new("Nordlys Root"));
    let front = before(port(&sandbox.info().base_url), &ours, &GOOD).await;
    for (manner, user) in [(Manner::Open, None), (Manner::AsksWhoIsThere, Some((USER, PROXY_PASSWORD)))] {
        let proxy = Tinyproxy::start(manner).await;
        let network = network(through(&proxy.url, user), Some(ours.pem()));
        let reached = platform(Connection { network, ..to_sandbox(&sandbox, &front) });
        assert_eq!(reached.roles().await.expect("roles").len(), 15);
        let posts = sandbox.ground_truth().posts;
        let seen = reached.invite(&[ann()], reached.invite_body(&[ann()])).await;
        assert!(matches!(seen, Observation::Answered { .. } | Observation::BadRequest { .. }), "{seen:?}");
        assert_eq!(sandbox.ground_truth().posts, posts + 1);
        let report = examined(&reached).await;
        assert!(report.is_ok(), "{}", report.text);
        let way = report.steps.iter().find(|step| step.check == Check::Encryption).expect("a step");
        let fact =
            |name: &str| way.facts.iter().find(|fact| fact.name == name).map(|fact| fact.value.as_str());
        assert!(fact("Signed by").is_some_and(|by| by.contains("Nordlys Root")), "{way:?}");
        assert_eq!(fact("TLS"), Some("1.3"), "also behind a proxy");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_that_a_proxy_did_not_let_through_was_not_sent() {
    let (sandbox, ours) = (sandbox(0).await, Authority::new("Nordlys Root"));
    let front = before(port(&sandbox.info().base_url), &ours, &GOOD).await;
    let asking = Tinyproxy::start(Manner::AsksWhoIsThere).await;
    let strict = Tinyproxy::start(Manner::Strict).await;
    let nobody = format!("http://127.0.0.1:{}", free_port().await);
    for proxy in [&asking.url, &strict.url, &nobody] {
        let network = network(through(proxy, None), Some(ours.pem()));
        let stopped = platform(Connection { network, ..to(&front) });
        let seen = stopped.invite(&[ann()], stopped.invite_body(&[ann()])).await;
        assert!(
            matches!(&seen, Observation::NotSent { reason } if reason.contains("The proxy")),
            "{proxy}: {seen:?}"
        );
    }
    assert_eq!(sandbox.ground_truth().posts, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_to_an_untrusted_server_was_not_sent() {
    let (sandbox, ours) = (sandbox(0).await, Authority::new("Nordlys Root"));
    let front = before(port(&sandbox.info().base_url), &ours, &GOOD).await;
    let untrusting = platform(to(&front));
    let seen = untrusting.invite(&[ann()], untrusting.invite_body(&[ann()])).await;
    assert!(matches!(&seen, Observation::NotSent { reason } if reason.contains("does not know")), "{seen:?}");
    assert_eq!(sandbox.ground_truth().requests, vec![], "nothing reached the platform");
    let report = examined(&untrusting).await;
    let way = report.steps.iter().find(|step| step.check == Check::Encryption).expect("a step");
    assert_eq!(way.state, State::Failed);
    assert!(report.text.contains("Nordlys Root"), "who signed it is told: {}", report.text);
}

fn port(url: &str) -> u16 {
    url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port")
}
