//! Proxy, name and encryption: everything before the platform's own words.

use super::{Check, Examination, State, Step};
use crate::authorities::{in_words, not_after, parsed};
use crate::error::Call;
use crate::http::{Failure, Sender};
use crate::network::{Chosen, Via, Way, place};
use crate::{Hop, PlatformError};
use jiff::Timestamp;
use rollcall_core::{phrase, sentence};
use rustls::ProtocolVersion;
use std::net::SocketAddr;
use url::{Host, Url};

/// More than a web page at the door is not read.
const LONGEST_GREETING: usize = 1024 * 1024;
/// A certificate that ends sooner is worth a word.
const SOON_DAYS: i64 = 30;

impl Examination<'_> {
    /// Knocks at the door without credentials; whether somebody opened.
    pub(super) async fn way(&mut self) -> bool {
        let failure = self.knock().await.err();
        let (way, base) = (self.platform.wire().sender.way.clone(), self.platform.wire().base.clone());
        let stopped = failure.as_ref().and_then(|error| error.hop);
        let proxy = match (&failure, stopped) {
            (Some(error), Some(Hop::Proxy)) => facts_of(Step::failed(Check::Proxy, error), way.via.as_ref()),
            _ => proxy(&way),
        };
        self.tell(proxy);
        if stopped == Some(Hop::Proxy) {
            return false;
        }
        match (&failure, stopped) {
            (Some(error), Some(Hop::Name)) => {
                self.tell(Step::failed(Check::Name, error).fact_if(phrase!("Name"), base.host_str()));
                return false;
            }
            _ => {
                let step = name(&way, &base).await;
                self.tell(step);
            }
        }
        let step = encryption(&self.platform.wire().sender, &base, failure.as_ref());
        self.tell(step);
        stopped.is_none()
    }

    // Without key and token: whoever answers here is not known yet.
    async fn knock(&mut self) -> Result<(), PlatformError> {
        let wire = self.platform.wire();
        let request = wire.sender.lists.get(wire.base.clone()).timeout(wire.get_timeout);
        match wire.sender.exchange(Call::Door, request, LONGEST_GREETING).await {
            Ok(answer) if answer.status.as_u16() == 407 => Err(crate::failures::refusal(Call::Door, &answer)),
            Ok(_) => Ok(()),
            Err(Failure::NotSent(error) | Failure::NoAnswer(error)) => Err(error),
        }
    }
}

fn proxy(way: &Way) -> Step {
    let Some(via) = &way.via else {
        return Step::good(Check::Proxy, phrase!("No proxy is used: the platform is asked directly."));
    };
    let sentence = match via.chosen {
        Chosen::BySystem => phrase!("The proxy that the system's settings name lets Rollcall through."),
        Chosen::ByPerson => phrase!("The proxy that this connection names lets Rollcall through."),
    };
    facts_of(Step::good(Check::Proxy, sentence), Some(via))
}

fn facts_of(step: Step, via: Option<&Via>) -> Step {
    let Some(via) = via else { return step };
    let yes_or_no = |yes| if yes { phrase!("yes") } else { phrase!("no") };
    step.fact(phrase!("Proxy"), via.place())
        .fact(phrase!("Encrypted to the proxy"), yes_or_no(via.url.scheme() == "https"))
        .fact(phrase!("With a user name"), yes_or_no(via.credentials.is_some()))
}

async fn name(way: &Way, base: &Url) -> Step {
    let server = place(base);
    if way.via.is_some() {
        return Step::good(Check::Name, phrase!("The proxy looks up the platform's name."))
            .fact(phrase!("Server"), server);
    }
    let Some(Host::Domain(_)) = base.host() else {
        return Step::good(Check::Name, phrase!("The address is a number, so no name is looked up."))
            .fact(phrase!("Server"), server);
    };
    let found: Vec<SocketAddr> =
        tokio::net::lookup_host(server.as_str()).await.map(Iterator::collect).unwrap_or_default();
    let mut addresses: Vec<String> = found.iter().map(|address| address.ip().to_string()).collect();
    addresses.dedup();
    Step::good(Check::Name, phrase!("The platform's name is known."))
        .fact(phrase!("Server"), server)
        .fact_if(phrase!("Addresses"), Some(addresses.join(", ")).filter(|text| !text.is_empty()))
}

fn encryption(sender: &Sender, base: &Url, failure: Option<&PlatformError>) -> Step {
    let check = Check::Encryption;
    let stopped = failure.filter(|error| error.hop.is_some());
    let step = match (stopped, failure, sender.way.encrypted) {
        (Some(error), ..) => Step::failed(check, error),
        (None, Some(error), _) => Step::notice(
            check,
            error.sentence.as_str(),
            phrase!("Look at what the steps below say of the lists."),
        ),
        (None, None, true) => {
            Step::good(check, phrase!("The connection is encrypted, and the certificate can be trusted."))
        }
        (None, None, false) => Step::good(
            check,
            phrase!("The platform is on this computer, so the connection need not be encrypted."),
        ),
    };
    certificate(step, sender, base)
}

/// What the platform's certificate says, also where it was refused.
fn certificate(step: Step, sender: &Sender, base: &Url) -> Step {
    let Some(shown) =
        sender.trust.as_ref().and_then(|trust| trust.shown(base.host_str().unwrap_or_default()))
    else {
        return step;
    };
    let Some(read) = parsed(&shown.certificate) else { return step };
    let words = in_words(&shown.certificate, &read);
    let days = not_after(&read).map(|at| days_until(at, Timestamp::now()));
    soon(step, days)
        .fact(phrase!("Certificate for"), words.subject)
        .fact(phrase!("Signed by"), words.issuer)
        .fact(phrase!("Holds until"), words.not_after)
        .fact_if(phrase!("Days left"), days)
        .fact_if("TLS", shown.version.map(version))
        .fact("SHA-256", words.fingerprint)
}

fn soon(step: Step, days: Option<i64>) -> Step {
    match days {
        Some(days) if step.state == State::Good && days < SOON_DAYS => Step::notice(
            Check::Encryption,
            sentence!(
                "The connection is encrypted. The platform's certificate ends in {days} days.",
                days = days
            ),
            phrase!("Tell the platform's administrator: when it has ended, nobody can connect."),
        ),
        _ => step,
    }
}

fn days_until(then: Timestamp, now: Timestamp) -> i64 {
    (then.as_second() - now.as_second()).div_euclid(24 * 60 * 60)
}

fn version(version: ProtocolVersion) -> &'static str {
    match version {
        ProtocolVersion::TLSv1_2 => "1.2",
        ProtocolVersion::TLSv1_3 => "1.3",
        _ => phrase!("another"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_that_ends_within_thirty_days_is_worth_a_word() {
        let good = || Step::good(Check::Encryption, "Good.");
        assert_eq!(soon(good(), Some(29)).state, State::Notice);
        assert_eq!(soon(good(), Some(30)).state, State::Good);
        assert_eq!(soon(good(), None).state, State::Good);
        let failed = Step::new(Check::Encryption, State::Failed, "It has expired.");
        assert_eq!(soon(failed, Some(-3)).sentence, "It has expired.");
    }
}
