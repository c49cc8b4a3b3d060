//! Foreign failures, translated once: what the HTTP library or the status says, as a sentence.

use crate::answer::{Answer, Body, Said, clean, without_mark};
use crate::error::Call;
use crate::http::Failure;
use crate::{Kind, PlatformError};
use serde_json::Value;
use std::error::Error;
use std::time::Duration;

pub(crate) fn unbuildable(error: reqwest::Error) -> PlatformError {
    PlatformError::new(
        Kind::TlsFailed,
        "Encrypted connections can't be made on this machine. Nothing was sent. Check the system's certificates.",
    )
    .with_detail(chain(error))
}

/// A call that got no answer, and whether any byte of it may have gone out.
pub(crate) fn failure(call: Call, error: reqwest::Error) -> Failure {
    let noun = call.noun();
    let (dns, timeout, connect, builder) =
        (error.is_dns(), error.is_timeout(), error.is_connect(), error.is_builder());
    let detail = chain(error);
    let say = |kind, sentence: String| PlatformError::new(kind, sentence).with_detail(detail.as_str());
    if builder {
        return Failure::NotSent(say(
            Kind::Configuration,
            format!(
                "The request for {noun} could not be made. Nothing was sent. Check the connection's settings."
            ),
        ));
    }
    if connect {
        let (kind, what) = not_connected(dns, timeout, &detail);
        return Failure::NotSent(say(
            kind,
            format!(
                "{what} Nothing was sent. Check the network and the connection's address, then try again."
            ),
        ));
    }
    if timeout {
        return Failure::NoAnswer(say(
            Kind::Timeout,
            format!(
                "No answer came in time to the request for {noun}. Nothing here was changed. Try again later."
            ),
        ));
    }
    Failure::NoAnswer(say(
        Kind::ConnectionLost,
        format!("The connection broke before {noun} was answered. Nothing here was changed. Try again."),
    ))
}

fn not_connected(dns: bool, timeout: bool, detail: &str) -> (Kind, &'static str) {
    let lower = detail.to_lowercase();
    let tls = ["certificate", "tls", "handshake", "corrupt message", "alert"]
        .iter()
        .any(|word| lower.contains(word));
    match (dns, timeout, tls) {
        (true, _, _) => (Kind::Unreachable, "The platform's name was not found."),
        (_, true, _) => (Kind::Unreachable, "The platform could not be reached in time."),
        (_, _, true) => (Kind::TlsFailed, "No encrypted connection that can be trusted came about."),
        _ => (Kind::Unreachable, "The platform could not be reached."),
    }
}

/// The causes of a failure, without the URL.
fn chain(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text = format!("{text}: {next}");
        cause = next.source();
    }
    clean(&text)
}

/// The JSON of a success.
pub(crate) fn parse(call: Call, body: &Body) -> Result<Value, PlatformError> {
    let noun = call.noun();
    match body {
        Body::Whole(bytes) => serde_json::from_slice(without_mark(bytes))
            .map_err(|error| unreadable(call).with_detail(error.to_string())),
        Body::Cut { timed_out: true } => Err(PlatformError::new(
            Kind::Timeout,
            format!("The rest of {noun} did not come in time. Nothing here was changed. Try again later."),
        )),
        Body::Cut { timed_out: false } => Err(PlatformError::new(
            Kind::ConnectionLost,
            format!("The connection broke in the middle of {noun}. Nothing here was changed. Try again."),
        )),
        Body::TooLarge => Err(PlatformError::new(
            Kind::TooLarge,
            format!(
                "The answer with {noun} is larger than Rollcall reads. Nothing here was changed. \
                 Ask for smaller pages in the connection."
            ),
        )),
    }
}

/// An answer that is no list, or no JSON.
pub(crate) fn unreadable(call: Call) -> PlatformError {
    PlatformError::new(
        Kind::Unreadable,
        format!(
            "The platform answered the request for {} in a form that Rollcall can't read. Nothing here was changed. \
             Check the connection's address and platform description.",
            call.noun()
        ),
    )
}

/// The error of an answer that is no success.
pub(crate) fn refusal(call: Call, answer: &Answer) -> PlatformError {
    let status = answer.status.as_u16();
    let retry_after = answer.retry_after();
    let kind = match (answer.said(), status) {
        (Said::KeyRefused, _) => Kind::KeyRefused,
        (Said::TokenRefused, _) => Kind::TokenRefused,
        (Said::QuotaUsedUp, _) => Kind::QuotaUsedUp { retry_after },
        (Said::RateLimited, _) | (_, 429) => Kind::RateLimited { retry_after },
        (Said::Forbidden, _) | (_, 403) => Kind::Forbidden,
        (Said::Redirected, _) => Kind::Redirected { status },
        (_, 404) => Kind::NotFound,
        (_, 500..) => Kind::ServerFailed { status },
        _ => Kind::Rejected { status },
    };
    let sentence = refusal_sentence(&kind, call.noun());
    PlatformError::new(kind, sentence)
}

fn refusal_sentence(kind: &Kind, noun: &str) -> String {
    let (what, next) = match kind {
        Kind::KeyRefused => (
            "The gateway refused the subscription key when asked for".to_owned(),
            "Check the key in the connection; a new key works only after its approval.",
        ),
        Kind::TokenRefused => (
            "The platform did not accept the sign-in when asked for".to_owned(),
            "Sign in again or paste a new token in the connection.",
        ),
        Kind::Forbidden => (
            "The platform says that this sign-in lacks the permission for".to_owned(),
            "Ask an administrator of the platform for it.",
        ),
        Kind::RateLimited { retry_after } => (
            format!(
                "The gateway allows no more calls {}, so it gave no answer to the request for",
                soon(*retry_after)
            ),
            "Try again after that.",
        ),
        Kind::QuotaUsedUp { .. } => (
            "The quota of calls for this subscription key is used up, so the gateway refused".to_owned(),
            "Wait until it is filled up again, or ask for a larger one.",
        ),
        Kind::NotFound => (
            "The platform has nothing at the address used for".to_owned(),
            "Check the connection's address, ids and platform description.",
        ),
        Kind::ServerFailed { status } => {
            (format!("The platform failed (status {status}) when asked for"), "Try again later.")
        }
        Kind::Redirected { status } => (
            format!(
                "The platform pointed elsewhere (status {status}), which Rollcall does not follow, when asked for"
            ),
            "Enter the address it really has in the connection.",
        ),
        Kind::Rejected { status } => (
            format!("The platform refused (status {status}) the request for"),
            "Check the connection's ids, headers and platform description.",
        ),
        _ => ("There was no usable answer to the request for".to_owned(), "Try again later."),
    };
    format!("{what} {noun}. Nothing here was changed. {next}")
}

fn soon(wait: Option<Duration>) -> String {
    match wait {
        Some(wait) if wait.as_secs() == 1 => "for 1 second".to_owned(),
        Some(wait) => format!("for {} seconds", wait.as_secs()),
        None => "for now".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_connection_that_did_not_come_about_says_why() {
        let said = |dns, timeout, detail| not_connected(dns, timeout, detail);
        assert_eq!(said(true, false, "error resolving DNS").0, Kind::Unreachable);
        assert!(said(true, false, "error resolving DNS").1.contains("name"));
        assert!(said(false, true, "operation timed out").1.contains("in time"));
        assert_eq!(said(false, false, "invalid peer certificate: UnknownIssuer").0, Kind::TlsFailed);
        assert_eq!(said(false, false, "tcp connect error: Connection refused").0, Kind::Unreachable);
    }
}
