//! A server that points elsewhere is not followed: not with key, token or body, and not without them.

use crate::common::{Doing, Server, ann, platform, signing_in, to};
use rollcall_core::Observation;
use rollcall_platform::{Description, Kind, Platform};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Another host, another scheme, another port: each leads to `elsewhere`.
fn places(elsewhere: &Server) -> [String; 3] {
    let port = elsewhere.port;
    [
        format!("http://localhost:{port}/x"),
        format!("https://127.0.0.1:{port}/x"),
        format!("http://127.0.0.1:{port}/x"),
    ]
}

/// A platform that looks people up by POST.
fn searching(url: &str) -> Platform {
    let search =
        "[calls.user_by_email]\nmethod = \"POST\"\npath = \"/search\"\nbody = '{ \"mail\": \"{email}\" }'";
    let description = Description::built_in("appxite").expect("built in");
    Platform::new(description.overridden_by(search).expect("a search"), to(url)).expect("a platform")
}

async fn pointing(status: u16, place: &str) -> MockServer {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(status).insert_header("Location", place);
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

#[tokio::test(flavor = "multi_thread")]
async fn no_redirect_carries_anything_to_another_server() {
    let elsewhere = Server::start(Doing::Answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")).await;
    for status in [301, 302, 303, 307, 308] {
        for place in places(&elsewhere) {
            let server = pointing(status, &place).await;
            let reached = platform(to(&server.uri()));
            let list = reached.roles().await.expect_err("no list");
            assert_eq!(list.kind, Kind::Redirected { status }, "{place}");
            let seen = reached.invite(&[ann()], reached.invite_body(&[ann()])).await;
            assert_eq!(seen, Observation::Redirected { status }, "{place}");
            let token = platform(signing_in(&server.uri())).renew_token().await.expect_err("no token");
            assert_eq!(token.kind, Kind::Redirected { status }, "{place}");
            let found = searching(&server.uri()).look_up("ann@contoso.example").await.expect_err("no answer");
            assert_eq!(found.kind, Kind::Redirected { status }, "{place}");
            let asked = server.received_requests().await.expect("recording is on");
            assert_eq!(asked.len(), 4, "each call once: {asked:?}");
        }
    }
    assert_eq!(elsewhere.connections(), 0, "somebody followed");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_place_that_is_pointed_to_would_have_been_seen() {
    let elsewhere = Server::start(Doing::Answering(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]")).await;
    platform(to(&elsewhere.plain())).roles().await.expect("an empty list");
    assert!(elsewhere.connections() > 0, "the counter counts");
}
