//! Connections that break: a listener that reads as much as a test says and then does its worst.

use crate::common::{ann, platform};
use rollcall_core::Observation;
use rollcall_platform::{Check, Kind, Platform, State};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the listener does with each connection.
#[derive(Clone, Copy)]
enum Worst {
    ResetBeforeReading,
    ResetAfterReading,
    CloseAfterReading,
    CutTheBody,
    CutTheChunks,
    /// The first request is answered and the connection kept; the next one on it is reset.
    ResetTheSecond,
}

struct Breaking {
    url: String,
    connections: Arc<AtomicUsize>,
    requests: Arc<AtomicUsize>,
}

impl Breaking {
    async fn start(worst: Worst) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let (connections, requests) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (all, read) = (connections.clone(), requests.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                all.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(serve(stream, worst, read.clone()));
            }
        });
        Self { url, connections, requests }
    }

    fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

async fn serve(mut stream: TcpStream, worst: Worst, requests: Arc<AtomicUsize>) {
    let answer: &[u8] = match worst {
        Worst::ResetBeforeReading => return reset(stream),
        Worst::ResetAfterReading | Worst::CloseAfterReading => b"",
        Worst::CutTheBody => b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"Results\":[",
        Worst::CutTheChunks => {
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ne\r\n{\"Results\":[]}\r\n"
        }
        Worst::ResetTheSecond => b"HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"Results\":[]}",
    };
    if read_request(&mut stream).await.is_none() {
        return;
    }
    requests.fetch_add(1, Ordering::SeqCst);
    let _ = stream.write_all(answer).await;
    match worst {
        Worst::ResetAfterReading => reset(stream),
        Worst::ResetTheSecond => {
            if read_request(&mut stream).await.is_some() {
                requests.fetch_add(1, Ordering::SeqCst);
            }
            reset(stream);
        }
        _ => drop(stream.shutdown().await),
    }
}

fn reset(stream: TcpStream) {
    // Closing with unsent time zero makes the system send RST in place of FIN.
    let _ = stream.set_zero_linger();
}

/// Reads one request whole; `None` when the other side went away first.
async fn read_request(stream: &mut TcpStream) -> Option<()> {
    let mut bytes = Vec::new();
    loop {
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length =
                head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next()?.parse().ok());
            if body.len() >= length.unwrap_or(0) {
                return Some(());
            }
        }
        let mut part = [0; 4096];
        match stream.read(&mut part).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&part[..count]),
        }
    }
}

async fn invite(platform: &Platform) -> Observation {
    platform.invite(&[ann()], platform.invite_body(&[ann()])).await
}

#[tokio::test]
async fn a_reset_after_the_request_is_no_answer_and_exactly_one_post() {
    for worst in [Worst::ResetAfterReading, Worst::CloseAfterReading] {
        let server = Breaking::start(worst).await;
        let platform = platform(&server.url);
        let seen = invite(&platform).await;
        assert!(matches!(seen, Observation::NoAnswer { .. }), "{seen:?}");
        assert_eq!((server.requests(), server.connections(), platform.posts_on_wire()), (1, 1, 1));
    }
}

#[tokio::test]
async fn a_reset_once_connected_is_never_taken_for_not_sent() {
    let server = Breaking::start(Worst::ResetBeforeReading).await;
    let platform = platform(&server.url);
    let seen = invite(&platform).await;
    assert!(matches!(seen, Observation::NoAnswer { .. }), "bytes may have left this machine: {seen:?}");
    assert_eq!(server.connections(), 1, "a silent second connection would be a second invitation");
}

#[tokio::test]
async fn each_invite_call_has_a_connection_of_its_own() {
    // On a kept connection that the server resets, the HTTP library would send again by itself.
    let server = Breaking::start(Worst::ResetTheSecond).await;
    let platform = platform(&server.url);
    for _ in 0..3 {
        assert_eq!(invite(&platform).await, Observation::Answered { results: vec![] });
    }
    assert_eq!((server.connections(), server.requests(), platform.posts_on_wire()), (3, 3, 3));
}

#[tokio::test]
async fn a_success_that_is_cut_half_way_is_unreadable() {
    for worst in [Worst::CutTheBody, Worst::CutTheChunks] {
        let server = Breaking::start(worst).await;
        let seen = invite(&platform(&server.url)).await;
        assert!(matches!(&seen, Observation::Unreadable { reason } if reason.contains("cut")), "{seen:?}");
        assert_eq!(server.requests(), 1);
    }
}

#[tokio::test]
async fn a_refused_connection_is_not_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let seen = invite(&platform(&url)).await;
    assert!(
        matches!(&seen, Observation::NotSent { reason } if reason.contains("Nothing was sent")),
        "{seen:?}"
    );
}

#[tokio::test]
async fn a_failed_handshake_is_not_sent() {
    let server = Breaking::start(Worst::ResetBeforeReading).await;
    let url = server.url.replace("http://", "https://");
    let seen = invite(&platform(&url)).await;
    assert!(matches!(seen, Observation::NotSent { .. }), "{seen:?}");
    assert_eq!(server.requests(), 0);
}

#[tokio::test]
async fn a_server_without_encryption_behind_https_is_said_to_be_untrustworthy() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("https://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await;
        }
    });
    let report = platform(&url).examine(|_| {}).await;
    let step = report.steps.iter().find(|step| step.check == Check::Encryption).expect("a step");
    assert!(step.state == State::Failed && step.sentence.contains("encrypted"), "{step:?}");
    assert!(matches!(invite(&platform(&url)).await, Observation::NotSent { .. }));
}

#[tokio::test]
async fn a_list_is_asked_again_after_a_reset_and_given_up_after_a_few() {
    let server = Breaking::start(Worst::ResetAfterReading).await;
    let error = platform(&server.url).roles().await.expect_err("no list");
    assert_eq!(error.kind, Kind::ConnectionLost);
    assert_eq!(server.requests(), 4, "one try and three more");
}
