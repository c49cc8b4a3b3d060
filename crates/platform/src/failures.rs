//! Foreign failures, translated once: what the HTTP library or the status says, as a sentence.

use crate::answer::{Answer, Body, Said, clean};
use crate::counted::{self, Unread};
use crate::error::Call;
use crate::hops::{Hop, Trouble, causes, trouble};
use crate::http::Failure;
use crate::network::Way;
use crate::{Kind, PlatformError};
use rollcall_core::{Sentence, phrase, sentence};
use serde_json::Value;
use std::time::Duration;

/// Said of every call that changes nothing when it fails.
pub(crate) const UNCHANGED: &str = phrase!("Nothing here was changed.");

pub(crate) fn unbuildable(error: reqwest::Error) -> PlatformError {
    no_encryption().with_detail(chain(error))
}

pub(crate) fn untrusting(error: rustls::Error) -> PlatformError {
    no_encryption().with_detail(clean(&error.to_string()))
}

fn no_encryption() -> PlatformError {
    PlatformError::new(
        Kind::TlsFailed,
        phrase!(
            "Encrypted connections can't be made on this machine. Nothing was sent. Check the system's certificates."
        ),
    )
    .at(Hop::Encryption)
}

/// A call that got no answer, and whether any byte of it may have gone out.
pub(crate) fn failure(call: Call, error: reqwest::Error, way: &Way) -> Failure {
    let noun = call.noun();
    if error.is_connect() {
        return Failure::NotSent(not_connected(error, way));
    }
    let (timeout, builder) = (error.is_timeout(), error.is_builder());
    let detail = chain(error);
    let say = |kind, sentence: Sentence| PlatformError::new(kind, sentence).with_detail(detail.as_str());
    if builder {
        return Failure::NotSent(say(
            Kind::Configuration,
            sentence!(
                "The request for {noun} could not be made. Nothing was sent. Check the connection's settings.",
                noun = noun
            ),
        ));
    }
    if timeout {
        return Failure::NoAnswer(say(
            Kind::Timeout,
            sentence!(
                "No answer came in time to the request for {noun}. Nothing here was changed. Try again later.",
                noun = noun
            ),
        ));
    }
    Failure::NoAnswer(say(
        Kind::ConnectionLost,
        sentence!(
            "The connection broke before {noun} was answered. Nothing here was changed. Try again.",
            noun = noun
        ),
    ))
}

fn not_connected(error: reqwest::Error, way: &Way) -> PlatformError {
    let (at_proxy, trouble) = trouble(&error, way);
    let given = way.via.as_ref().is_some_and(|via| via.credentials.is_some());
    let whose = if at_proxy { "The proxy" } else { "The platform" };
    let (what, next) = (trouble.sentence(whose, given), trouble.advice(at_proxy));
    let sentence = format!("{what} {} {next}", phrase!("Nothing was sent."));
    PlatformError::new(kind(&trouble), sentence).at(hop(at_proxy, &trouble)).with_detail(chain(error))
}

fn kind(trouble: &Trouble) -> Kind {
    match trouble {
        Trouble::WantsCredentials => Kind::ProxyRefused,
        Trouble::Broke | Trouble::NotEncrypted | Trouble::Version | Trouble::Certificate(_) => {
            Kind::TlsFailed
        }
        _ => Kind::Unreachable,
    }
}

fn hop(at_proxy: bool, trouble: &Trouble) -> Hop {
    match (at_proxy, trouble, kind(trouble)) {
        (true, ..) => Hop::Proxy,
        (_, Trouble::NameNotFound, _) => Hop::Name,
        (_, _, Kind::TlsFailed) => Hop::Encryption,
        _ => Hop::Server,
    }
}

/// The causes of a failure, without the URL.
fn chain(error: reqwest::Error) -> String {
    let error = error.without_url();
    let said: Vec<String> = causes(&error).map(ToString::to_string).collect();
    clean(&said.join(": "))
}

/// The JSON of a success.
pub(crate) fn parse(call: Call, answer: &Answer) -> Result<Value, PlatformError> {
    let noun = call.noun();
    match &answer.body {
        Body::Whole(_) if answer.is_web_page() => Err(web_page(call)),
        Body::Whole(bytes) => counted::value(bytes).map_err(|unread| match unread {
            Unread::TooMany => too_large(call),
            Unread::Malformed(problem) => unreadable(call).with_detail(problem.to_string()),
        }),
        Body::Cut { timed_out: true } => Err(PlatformError::new(
            Kind::Timeout,
            sentence!(
                "The platform began to answer with {noun}, and the rest did not come in time. Nothing here was \
                 changed. Try again later; ask for smaller pages if it stays so.",
                noun = noun
            ),
        )),
        Body::Cut { timed_out: false } => Err(PlatformError::new(
            Kind::ConnectionLost,
            sentence!(
                "The connection broke in the middle of {noun}. Nothing here was changed. Try again.",
                noun = noun
            ),
        )),
        Body::TooLarge => Err(too_large(call)),
    }
}

/// An answer of too many bytes, or of too many values.
fn too_large(call: Call) -> PlatformError {
    PlatformError::new(
        Kind::TooLarge,
        sentence!(
            "The answer with {noun} is larger than Rollcall reads. Nothing here was changed. \
             Ask for smaller pages in the connection.",
            noun = call.noun()
        ),
    )
}

/// An answer that is no list, or no JSON.
pub(crate) fn unreadable(call: Call) -> PlatformError {
    PlatformError::new(
        Kind::Unreadable,
        sentence!(
            "The platform answered the request for {noun} in a form that Rollcall can't read. Nothing here was changed. \
             Check the connection's address and platform description.",
            noun = call.noun()
        ),
    )
}

/// A page for people where data was asked for.
pub(crate) fn web_page(call: Call) -> PlatformError {
    PlatformError::new(
        Kind::Unreadable,
        sentence!(
            "A web page came in the place of {noun}: the network wants a sign-in first, or the address leads to a website. \
             Nothing here was changed. Open a browser and sign in to the network if it asks; else check the \
             connection's address.",
            noun = call.noun()
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
        // No platform says so: the answer is the proxy's, which passed nothing on.
        (_, 407) => Kind::ProxyRefused,
        (_, 404) => Kind::NotFound,
        (_, 500..) => Kind::ServerFailed { status },
        _ => Kind::Rejected { status },
    };
    let error = PlatformError::new(kind.clone(), refusal_sentence(&kind, call.noun()));
    match kind {
        Kind::ProxyRefused => error.at(Hop::Proxy),
        _ => error,
    }
}

fn refusal_sentence(kind: &Kind, noun: &str) -> String {
    format!("{} {UNCHANGED} {}", refused_what(kind, noun), next_after(kind))
}

fn refused_what(kind: &Kind, noun: &str) -> Sentence {
    match kind {
        Kind::KeyRefused => {
            sentence!("The gateway refused the subscription key when asked for {noun}.", noun = noun)
        }
        Kind::TokenRefused => {
            sentence!("The platform did not accept the sign-in when asked for {noun}.", noun = noun)
        }
        Kind::Forbidden => {
            sentence!("The platform says that this sign-in lacks the permission for {noun}.", noun = noun)
        }
        Kind::RateLimited { retry_after } => slowed_down(*retry_after, noun),
        Kind::QuotaUsedUp { .. } => sentence!(
            "The quota of calls for this subscription key is used up, so the gateway refused {noun}.",
            noun = noun
        ),
        Kind::NotFound => {
            sentence!("The platform has nothing at the address used for {noun}.", noun = noun)
        }
        Kind::ServerFailed { status } => {
            sentence!(
                "The platform failed (status {status}) when asked for {noun}.",
                status = status,
                noun = noun
            )
        }
        Kind::Redirected { status } => sentence!(
            "The platform pointed elsewhere (status {status}), which Rollcall does not follow, when asked for {noun}.",
            status = status,
            noun = noun
        ),
        Kind::ProxyRefused => sentence!(
            "The proxy wants another user name and password, and passed nothing on when asked for {noun}.",
            noun = noun
        ),
        Kind::Rejected { status } => {
            sentence!(
                "The platform refused (status {status}) the request for {noun}.",
                status = status,
                noun = noun
            )
        }
        _ => sentence!("There was no usable answer to the request for {noun}.", noun = noun),
    }
}

fn next_after(kind: &Kind) -> &'static str {
    match kind {
        Kind::KeyRefused => {
            phrase!("Check the key in the connection; a new key works only after its approval.")
        }
        Kind::TokenRefused => phrase!("Sign in again or paste a new token in the connection."),
        Kind::Forbidden => phrase!("Ask an administrator of the platform for it."),
        Kind::RateLimited { .. } => phrase!("Try again after that."),
        Kind::QuotaUsedUp { .. } => phrase!("Wait until it is filled up again, or ask for a larger one."),
        Kind::NotFound => phrase!("Check the connection's address, ids and platform description."),
        Kind::Redirected { .. } => phrase!(
            "If the network wants a sign-in, give it in a browser; else enter the address that the platform really has."
        ),
        Kind::ProxyRefused => phrase!("Enter them in the connection."),
        Kind::Rejected { .. } => phrase!("Check the connection's ids, headers and platform description."),
        _ => phrase!("Try again later."),
    }
}

fn slowed_down(wait: Option<Duration>, noun: &str) -> Sentence {
    match wait {
        Some(wait) if wait.as_secs() == 1 => sentence!(
            "The gateway allows no more calls for 1 second, so it gave no answer to the request for {noun}.",
            noun = noun
        ),
        Some(wait) => sentence!(
            "The gateway allows no more calls for {seconds} seconds, so it gave no answer to the request for {noun}.",
            seconds = wait.as_secs(),
            noun = noun
        ),
        None => sentence!(
            "The gateway allows no more calls for now, so it gave no answer to the request for {noun}.",
            noun = noun
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hops::Flaw;

    #[test]
    fn each_trouble_lies_at_its_hop() {
        let unknown = Trouble::Certificate(Flaw::UnknownIssuer);
        for (at_proxy, trouble, expected) in [
            (false, Trouble::NameNotFound, (Kind::Unreachable, Hop::Name)),
            (false, Trouble::Refused, (Kind::Unreachable, Hop::Server)),
            (false, Trouble::TooSlow, (Kind::Unreachable, Hop::Server)),
            (false, unknown.clone(), (Kind::TlsFailed, Hop::Encryption)),
            (true, Trouble::NameNotFound, (Kind::Unreachable, Hop::Proxy)),
            (true, unknown, (Kind::TlsFailed, Hop::Proxy)),
            (true, Trouble::WantsCredentials, (Kind::ProxyRefused, Hop::Proxy)),
            (true, Trouble::NoWay, (Kind::Unreachable, Hop::Proxy)),
        ] {
            assert_eq!((kind(&trouble), hop(at_proxy, &trouble)), expected, "{trouble:?}");
        }
    }
}
