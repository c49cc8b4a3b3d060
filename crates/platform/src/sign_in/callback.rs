//! The address on this machine to which the browser brings the answer. It is open for one answer and no longer.

use super::no_port;
use crate::answer::clean;
use crate::{Kind, PlatformError};
use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{self, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use rollcall_core::{Secret, phrase};
use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use url::form_urlencoded;

const PATH: &str = "/callback";
/// A browser on this machine asks and reads within moments; whoever takes longer is none.
const LONGEST_VISIT: Duration = Duration::from_secs(10);
/// A pause after a connection could not be taken, such as for want of file handles.
const BREATH: Duration = Duration::from_millis(100);

/// An open address.
pub(super) struct Callback {
    port: u16,
    answer: oneshot::Receiver<Answered>,
    listening: JoinHandle<()>,
}

/// What the browser brought.
pub(super) enum Answered {
    Code(Secret),
    Refused(PlatformError),
}

/// What visitors are judged by.
struct Door {
    state: Secret,
    open: Mutex<Option<oneshot::Sender<Answered>>>,
}

/// The one answer, on its way to whoever waits.
type Taken = Mutex<Option<(oneshot::Sender<Answered>, Answered)>>;

type Page = Response<Full<Bytes>>;

impl Callback {
    pub(super) async fn open(state: Secret) -> Result<Self, PlatformError> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map_err(|_| no_port())?;
        let port = listener.local_addr().map_err(|_| no_port())?.port();
        let (tell, answer) = oneshot::channel();
        let door = Arc::new(Door { state, open: Mutex::new(Some(tell)) });
        Ok(Self { port, answer, listening: tokio::spawn(listen(listener, door)) })
    }

    pub(super) fn address(&self) -> String {
        format!("http://{}:{}{PATH}", Ipv4Addr::LOCALHOST, self.port)
    }

    pub(super) async fn answered(&mut self) -> Answered {
        let answered = (&mut self.answer).await;
        answered.unwrap_or_else(|_| Answered::Refused(no_port()))
    }
}

impl Drop for Callback {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

async fn listen(listener: TcpListener, door: Arc<Door>) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => drop(tokio::spawn(receive(stream, Arc::clone(&door)))),
            Err(_) => tokio::time::sleep(BREATH).await,
        }
    }
}

async fn receive(stream: TcpStream, door: Arc<Door>) {
    let taken = Taken::default();
    let service = service_fn(|request: Request<Incoming>| {
        let page = door.judge(&request, &taken);
        async move { Ok::<_, Infallible>(page) }
    });
    let visit = http1::Builder::new()
        .timer(TokioTimer::new())
        .keep_alive(false)
        .serve_connection(TokioIo::new(stream), service);
    let _ = tokio::time::timeout(LONGEST_VISIT, visit).await;
    // Told only now: whoever waits may end the program, and the page should be in the browser by then.
    if let Some((tell, answered)) = taken.into_inner().unwrap_or_else(PoisonError::into_inner) {
        let _ = tell.send(answered);
    }
}

impl Door {
    fn judge(&self, request: &Request<Incoming>, taken: &Taken) -> Page {
        if request.uri().path() != PATH {
            return page(StatusCode::NOT_FOUND, "There is nothing here.");
        }
        if request.method() != Method::GET {
            return page(StatusCode::METHOD_NOT_ALLOWED, "This address only takes the answer of a sign-in.");
        }
        let query = request.uri().query().unwrap_or_default();
        // Seen to be compared; it is of this one sign-in.
        if only(query, "state").as_deref() != Some(self.state.expose()) {
            return page(
                StatusCode::BAD_REQUEST,
                "This does not belong to the sign-in that Rollcall waits for. Begin again in Rollcall.",
            );
        }
        match answer(query) {
            Some(answered) => self.take(answered, taken),
            None => {
                page(StatusCode::BAD_REQUEST, "The sign-in service sent no answer that Rollcall can read.")
            }
        }
    }

    fn take(&self, answered: Answered, taken: &Taken) -> Page {
        let Some(tell) = self.open.lock().unwrap_or_else(PoisonError::into_inner).take() else {
            return page(StatusCode::GONE, "Rollcall has its answer already. You can close this window.");
        };
        let sentence = match &answered {
            Answered::Code(_) => "Rollcall has its answer. You can close this window.",
            Answered::Refused(_) => {
                "The sign-in did not happen; Rollcall says why. You can close this window."
            }
        };
        *taken.lock().unwrap_or_else(PoisonError::into_inner) = Some((tell, answered));
        page(StatusCode::OK, sentence)
    }
}

/// Source: RFC 6749, sections 4.1.2 and 4.1.2.1.
fn answer(query: &str) -> Option<Answered> {
    if let Some(error) = only(query, "error") {
        return Some(Answered::Refused(refused(&error, query)));
    }
    only(query, "code").filter(|code| !code.is_empty()).map(|code| Answered::Code(Secret::new(code)))
}

/// The value of a parameter that is there once; twice means that somebody added to the answer.
fn only(query: &str, name: &str) -> Option<String> {
    let mut values = form_urlencoded::parse(query.as_bytes()).filter(|(found, _)| found == name);
    let (_, value) = values.next()?;
    values.next().is_none().then(|| value.into_owned())
}

fn refused(error: &str, query: &str) -> PlatformError {
    let sentence = match error {
        "access_denied" => phrase!(
            "The sign-in was declined in the browser, or the sign-in service does not let this person in. Nothing \
             was lost. Try again, or ask whoever looks after the service."
        ),
        "invalid_scope" => phrase!(
            "The sign-in service does not give what the scope asks for. Nothing was lost. Check the scope in the \
             connection."
        ),
        "temporarily_unavailable" | "server_error" => phrase!(
            "The sign-in service is not able to sign anybody in just now. Nothing was lost. Try again later."
        ),
        "unauthorized_client" => phrase!(
            "The sign-in service does not allow this client ID to sign people in with the browser. Nothing was \
             lost. Check the client ID in the connection."
        ),
        _ => phrase!(
            "The sign-in service did not sign anybody in. Nothing was lost. Check the connection's sign-in, then \
             try again."
        ),
    };
    let words = only(query, "error_description").unwrap_or_default();
    PlatformError::new(Kind::TokenRefused, sentence).with_detail(clean(&format!("{error} {words}")))
}

/// A page of one sentence, which can do nothing and load nothing.
fn page(status: StatusCode, sentence: &str) -> Page {
    let text = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Rollcall</title><p>{sentence}</p></html>"
    );
    let mut page = Response::new(Full::new(Bytes::from(text)));
    *page.status_mut() = status;
    for (name, value) in [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        page.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Visit {
        status: u16,
        headers: reqwest::header::HeaderMap,
        text: String,
    }

    async fn open() -> Callback {
        Callback::open(Secret::new("right")).await.expect("a port")
    }

    async fn visit(callback: &Callback, method: reqwest::Method, rest: &str) -> Visit {
        let address = format!("http://127.0.0.1:{}{rest}", callback.port);
        let client = reqwest::Client::builder().no_proxy().build().expect("a client");
        let answer = client.request(method, address).send().await.expect("an answer");
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        Visit { status, headers, text: answer.text().await.expect("a page") }
    }

    async fn get(callback: &Callback, rest: &str) -> Visit {
        visit(callback, reqwest::Method::GET, rest).await
    }

    #[tokio::test]
    async fn whatever_is_not_the_answer_is_refused_and_the_answer_is_waited_for_still() {
        let mut callback = open().await;
        for (rest, status) in [
            ("/", 404),
            ("/favicon.ico", 404),
            ("/callback/more?state=right&code=c", 404),
            ("/callback", 400),
            ("/callback?code=c", 400),
            ("/callback?state=wrong&code=c", 400),
            ("/callback?state=wrong&error=access_denied", 400),
            ("/callback?state=right&state=right&code=c", 400),
            ("/callback?state=right&code=c&code=d", 400),
            ("/callback?state=right&code=", 400),
        ] {
            assert_eq!(get(&callback, rest).await.status, status, "{rest}");
        }
        for method in [reqwest::Method::POST, reqwest::Method::HEAD, reqwest::Method::OPTIONS] {
            assert_eq!(
                visit(&callback, method.clone(), "/callback?state=right&code=c").await.status,
                405,
                "{method}"
            );
        }
        assert_eq!(get(&callback, "/callback?state=right&code=c%2F1").await.status, 200);
        let Answered::Code(code) = callback.answered().await else { panic!("a code") };
        assert_eq!(code.expose(), "c/1");
    }

    #[tokio::test]
    async fn a_second_answer_changes_nothing() {
        let mut callback = open().await;
        assert_eq!(get(&callback, "/callback?state=right&code=first").await.status, 200);
        assert_eq!(get(&callback, "/callback?state=right&code=second").await.status, 410);
        let Answered::Code(code) = callback.answered().await else { panic!("a code") };
        assert_eq!(code.expose(), "first");
    }

    #[tokio::test]
    async fn each_refusal_of_the_service_has_its_own_sentence() {
        let mut said = std::collections::BTreeSet::new();
        for error in ["access_denied", "invalid_scope", "server_error", "unauthorized_client", "odd"] {
            let mut callback = open().await;
            let rest = format!("/callback?state=right&error={error}&error_description=%3Cb%3Eno%0Away");
            let shown = get(&callback, &rest).await;
            assert!(!shown.text.contains("<b>"), "what the service says is not in the page: {}", shown.text);
            let Answered::Refused(problem) = callback.answered().await else { panic!("a refusal") };
            assert_eq!(problem.detail, Some(format!("{error} <b>no way")));
            said.insert(problem.sentence);
        }
        assert_eq!(said.len(), 5, "{said:?}");
    }

    #[tokio::test]
    async fn the_page_can_do_nothing_and_is_kept_nowhere() {
        let callback = open().await;
        let shown = get(&callback, "/callback?state=right&code=hunter2").await;
        assert!(shown.text.contains("You can close this window"), "{}", shown.text);
        assert!(!shown.text.contains("script") && !shown.text.contains("hunter2"), "{}", shown.text);
        let header = |name: &str| shown.headers[name].to_str().expect("a text").to_owned();
        assert!(header("content-security-policy").starts_with("default-src 'none'"));
        assert_eq!(
            (header("cache-control"), header("referrer-policy")),
            ("no-store".into(), "no-referrer".into())
        );
    }

    #[tokio::test]
    async fn nobody_listens_once_the_waiting_has_ended() {
        let callback = open().await;
        let port = callback.port;
        drop(callback);
        // The task ends when it is next polled; whoever connects meanwhile gets no answer.
        tokio::task::yield_now().await;
        let answer = reqwest::Client::builder().no_proxy().build().expect("a client");
        assert!(answer.get(format!("http://127.0.0.1:{port}/callback")).send().await.is_err());
    }
}
