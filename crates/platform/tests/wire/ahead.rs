//! Several pages under way at once: what the server sees of it, and what comes of it.

use crate::common::{appxite, connection};
use rollcall_platform::{Connection, Kind, Platform, UserScan};
use serde_json::json;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

const PEOPLE: usize = 95;
const SIZE: usize = 10;
const PAGES: usize = PEOPLE.div_ceil(SIZE);
/// How many pages are under way at once, as `docs/architecture.md` says.
const AT_ONCE: usize = 4;

/// A server of pages that counts how many it works on at once.
#[derive(Clone, Default)]
struct Server(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    /// Pages in the order in which they were asked for.
    asked: Vec<usize>,
    /// Pages in the order in which they were answered.
    answered: Vec<usize>,
    under_way: usize,
    /// The most pages that were under way at once.
    peak: usize,
    /// A page that is answered only after so many others.
    last_of: Option<(usize, usize)>,
    /// How often a page still fails, and with which status.
    failing: HashMap<usize, (usize, u16)>,
}

impl Server {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("the state")
    }

    async fn start(&self) -> String {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let server = self.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(server.clone().serve(stream));
            }
        });
        url
    }

    async fn serve(self, mut stream: TcpStream) {
        let Some(page) = asked_page(&mut stream).await else { return };
        {
            let mut state = self.state();
            state.asked.push(page);
            state.under_way += 1;
            state.peak = state.peak.max(state.under_way);
        }
        self.wait(page).await;
        let answer = self.answer(page);
        let _ = stream.write_all(answer.as_bytes()).await;
        let _ = stream.shutdown().await;
    }

    /// A moment in which others may come, or until as many others were answered as the test says.
    async fn wait(&self, page: usize) {
        tokio::time::sleep(Duration::from_millis(20)).await;
        let others = self.state().last_of.filter(|(last, _)| *last == page).map_or(0, |(_, others)| others);
        // So long that only a client that never asks for the others reaches it.
        for _ in 0..500 {
            if self.state().answered.iter().filter(|one| **one > page).count() >= others {
                return;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    fn answer(&self, page: usize) -> String {
        let mut state = self.state();
        state.under_way -= 1;
        state.answered.push(page);
        if let Some((left, status)) = state.failing.get_mut(&page).filter(|(left, _)| *left > 0) {
            *left -= 1;
            return format!("HTTP/1.1 {status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
        let numbers = (page - 1) * SIZE..PEOPLE.min(page * SIZE);
        let people: Vec<_> = numbers
            .map(|one| json!({"Id": format!("u-{one:03}"), "Email": format!("p{one}@contoso.example")}))
            .collect();
        let body = json!({ "Results": people, "TotalCount": PEOPLE }).to_string();
        format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        )
    }
}

/// The page that a request asks for; it has no body.
async fn asked_page(stream: &mut TcpStream) -> Option<usize> {
    let mut bytes = Vec::new();
    while !bytes.ends_with(b"\r\n\r\n") {
        let mut part = [0; 4096];
        match stream.read(&mut part).await {
            Ok(0) | Err(_) => return None,
            Ok(count) => bytes.extend_from_slice(&part[..count]),
        }
    }
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let query = text.lines().next()?.split(['?', ' ', '&']).find_map(|word| word.strip_prefix("page="));
    query?.parse().ok()
}

async fn scan(server: &Server, overrides: &str) -> UserScan {
    let url = server.start().await;
    let description = appxite().overridden_by(overrides).unwrap_or_else(|error| panic!("{error}"));
    let connection = Connection { page_size: Some(SIZE as u32), ..connection(&url) };
    Platform::new(description, connection).expect("a platform").scan_users()
}

/// Everybody's id as delivered, until the end or the first error.
async fn delivered(scan: &mut UserScan) -> (Vec<String>, Option<Kind>) {
    let mut ids = Vec::new();
    loop {
        match scan.next().await {
            Ok(Some(page)) => ids.extend(page.users.into_iter().map(|user| user.id.0)),
            Ok(None) => return (ids, None),
            Err(error) => return (ids, Some(error.kind)),
        }
    }
}

/// The ids of the people with these numbers, in the list's order.
fn ids(numbers: std::ops::Range<usize>) -> Vec<String> {
    numbers.map(|one| format!("u-{one:03}")).collect()
}

#[tokio::test]
async fn pages_that_are_known_to_follow_are_under_way_together_and_come_in_the_lists_order() {
    let server = Server::default();
    // The second page is answered last of those that are under way with it.
    server.state().last_of = Some((2, AT_ONCE - 1));
    let mut scan = scan(&server, "").await;
    assert_eq!(delivered(&mut scan).await, (ids(0..PEOPLE), None), "in the list's order");
    {
        let state = server.state();
        assert_eq!(state.answered[0], 1, "what follows is known from the first page on");
        assert_eq!(state.answered.iter().position(|page| *page == 2), Some(AT_ONCE), "the last of four");
        assert!((2..=AT_ONCE).contains(&state.peak), "the server worked on {} at once", state.peak);
        let mut asked = state.asked.clone();
        asked.sort_unstable();
        assert_eq!(asked, (1..=PAGES).collect::<Vec<_>>(), "each page was asked for once");
    }
    let end = scan.finish().await.expect("an end");
    assert_eq!((end.total as usize, end.complete, end.why_incomplete), (PEOPLE, true, None));
    assert_eq!(server.state().asked.len(), PAGES + 1, "and the first one again at the end");
}

#[tokio::test]
async fn without_a_stable_order_never_are_two_pages_under_way() {
    let server = Server::default();
    let mut scan = scan(&server, "[calls.users.paging]\nstable_order = false").await;
    assert_eq!(delivered(&mut scan).await, (ids(0..PEOPLE), None));
    let state = server.state();
    assert_eq!((state.peak, &state.asked), (1, &(1..=PAGES).collect::<Vec<_>>()), "one by one");
}

#[tokio::test]
async fn a_page_in_the_middle_that_fails_in_passing_is_asked_for_again_and_no_other_is() {
    let server = Server::default();
    server.state().failing.insert(4, (1, 503));
    let mut scan = scan(&server, "").await;
    assert_eq!(delivered(&mut scan).await, (ids(0..PEOPLE), None));
    assert!(scan.finish().await.expect("an end").complete);
    let asked = server.state().asked.clone();
    let times = |page: usize| asked.iter().filter(|one| **one == page).count();
    assert_eq!((times(1), times(4)), (2, 2), "the first one at the end, the fourth after its failure");
    assert_eq!(asked.len(), PAGES + 2, "{asked:?}");
}

#[tokio::test]
async fn a_page_in_the_middle_that_fails_holds_back_what_lies_behind_it_until_it_comes() {
    let server = Server::default();
    server.state().failing.insert(4, (1, 403));
    let mut scan = scan(&server, "").await;
    let (before, failed) = delivered(&mut scan).await;
    assert_eq!(before, ids(0..3 * SIZE), "nobody from behind the gap");
    assert!(matches!(failed, Some(Kind::Forbidden)), "{failed:?}");
    // The reading goes on from that page, and with what came meanwhile.
    assert_eq!(delivered(&mut scan).await, (ids(3 * SIZE..PEOPLE), None));
    let end = scan.finish().await.expect("an end");
    assert_eq!((end.total as usize, end.complete), (PEOPLE, true));
    let asked = server.state().asked.clone();
    assert_eq!(asked.iter().filter(|page| **page == 4).count(), 2, "{asked:?}");
    assert_eq!(asked.len(), PAGES + 2, "no other page was asked for twice but the first: {asked:?}");
}

#[tokio::test]
async fn a_list_with_a_page_that_never_comes_is_not_a_whole_one() {
    let server = Server::default();
    server.state().failing.insert(4, (usize::MAX, 403));
    let mut scan = scan(&server, "").await;
    for _ in 0..2 {
        assert!(delivered(&mut scan).await.1.is_some(), "it fails each time");
    }
    let end = scan.finish().await.expect("an end");
    assert_eq!((end.total as usize, end.complete), (3 * SIZE, false));
    assert!(end.why_incomplete.is_some_and(|why| why.contains("stopped before the end")));
}

#[tokio::test]
async fn whoever_stops_reading_asks_for_no_page_again() {
    let server = Server::default();
    server.state().failing.insert(4, (usize::MAX, 503));
    let mut scan = scan(&server, "").await;
    for _ in 0..3 {
        assert!(scan.next().await.expect("a page").is_some());
    }
    drop(scan);
    let asked = server.state().asked.len();
    // Longer than the client waits before its second try.
    tokio::time::sleep(Duration::from_millis(700)).await;
    assert_eq!(server.state().asked.len(), asked, "what was under way is given up");
}
