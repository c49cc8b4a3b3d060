//! A connection that did not come about: at which hop, and what was wrong there.

use crate::network::Way;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use jiff::Timestamp;
use rollcall_core::{Sentence, phrase, sentence};
use rustls::pki_types::UnixTime;
use rustls::{AlertDescription, CertificateError, PeerIncompatible};
use std::error::Error;
use std::io;
use tower_service::Service;

/// The type is not exported by name.
type TunnelError = <Tunnel<HttpConnector> as Service<http::Uri>>::Error;

/// Where on the way to the platform a call stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hop {
    /// At the proxy, or on the way to it.
    Proxy,
    /// Where the platform's name is looked up.
    Name,
    /// At the platform's door.
    Server,
    /// Where an encrypted connection to the platform is made.
    Encryption,
}

/// Why a connection did not come about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    NameNotFound,
    Refused,
    TooSlow,
    Unreachable,
    /// It broke off while the encrypted connection was being made.
    Broke,
    /// It does not answer in encrypted form.
    NotEncrypted,
    /// It speaks older versions of TLS alone, or other ones.
    Version,
    Certificate(Flaw),
    /// The proxy asks who is there, or does not believe it.
    WantsCredentials,
    /// The proxy does not open the way.
    NoWay,
}

/// What is wrong with a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    UnknownIssuer,
    Expired(Option<Timestamp>),
    NotYetValid(Option<Timestamp>),
    WrongName,
    Revoked,
    Other,
}

/// What stopped `error`, and whether it was at the proxy of `way`.
pub(crate) fn trouble(error: &reqwest::Error, way: &Way) -> (bool, Trouble) {
    let tunnel = causes(error).find_map(|cause| cause.downcast_ref::<TunnelError>());
    let trouble = tunnel.and_then(of_tunnel).unwrap_or_else(|| of_connection(error));
    // Whether the proxy was slow or what lies behind it can't be seen from here.
    let at_proxy = tunnel.is_some() || !way.encrypted || trouble == Trouble::TooSlow;
    (way.via.is_some() && at_proxy, trouble)
}

fn of_tunnel(error: &TunnelError) -> Option<Trouble> {
    match error {
        TunnelError::ConnectFailed(_) => None,
        TunnelError::ProxyAuthRequired => Some(Trouble::WantsCredentials),
        _ => Some(Trouble::NoWay),
    }
}

fn of_connection(error: &reqwest::Error) -> Trouble {
    if error.is_dns() {
        return Trouble::NameNotFound;
    }
    if error.is_timeout() {
        return Trouble::TooSlow;
    }
    let tls = causes(error).find_map(|cause| cause.downcast_ref::<rustls::Error>());
    // One may wrap another, and the innermost knows what happened.
    let io =
        || causes(error).filter_map(|cause| cause.downcast_ref::<io::Error>()).last().map(io::Error::kind);
    tls.map(of_tls).unwrap_or_else(|| of_io(io()))
}

fn of_io(kind: Option<io::ErrorKind>) -> Trouble {
    use io::ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionRefused, ConnectionReset, UnexpectedEof};
    match kind {
        Some(ConnectionRefused) => Trouble::Refused,
        Some(BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof) => Trouble::Broke,
        _ => Trouble::Unreachable,
    }
}

fn of_tls(error: &rustls::Error) -> Trouble {
    match error {
        rustls::Error::InvalidCertificate(error) => Trouble::Certificate(flaw(error)),
        rustls::Error::AlertReceived(AlertDescription::ProtocolVersion)
        | rustls::Error::PeerIncompatible(
            PeerIncompatible::ServerDoesNotSupportTls12Or13
            | PeerIncompatible::ServerTlsVersionIsDisabledByOurConfig,
        ) => Trouble::Version,
        rustls::Error::InvalidMessage(_) => Trouble::NotEncrypted,
        _ => Trouble::Broke,
    }
}

fn flaw(error: &CertificateError) -> Flaw {
    match error {
        CertificateError::UnknownIssuer => Flaw::UnknownIssuer,
        CertificateError::Expired => Flaw::Expired(None),
        CertificateError::ExpiredContext { not_after, .. } => Flaw::Expired(moment(*not_after)),
        CertificateError::NotValidYet => Flaw::NotYetValid(None),
        CertificateError::NotValidYetContext { not_before, .. } => Flaw::NotYetValid(moment(*not_before)),
        CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
            Flaw::WrongName
        }
        CertificateError::Revoked => Flaw::Revoked,
        _ => Flaw::Other,
    }
}

fn moment(time: UnixTime) -> Option<Timestamp> {
    Timestamp::from_second(i64::try_from(time.as_secs()).ok()?).ok()
}

/// An error and everything that caused it.
pub(crate) fn causes<'a>(
    first: &'a (dyn Error + 'static),
) -> impl Iterator<Item = &'a (dyn Error + 'static)> {
    std::iter::successors(Some(first), |error| cause(*error))
}

fn cause<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a (dyn Error + 'static)> {
    // An input error's source passes over the very error that it wraps.
    let wrapped = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
    wrapped.map(|error| error as &(dyn Error + 'static)).or_else(|| error.source())
}

impl Trouble {
    /// What happened; `whose` begins the sentence, such as "The platform".
    pub(crate) fn sentence(&self, whose: &str, given: bool) -> String {
        let sentence = match self {
            Self::NameNotFound => sentence!("{whose}'s name was not found.", whose = whose),
            Self::Refused => {
                sentence!("{whose} was found, and the computer there refused the connection.", whose = whose)
            }
            Self::TooSlow => sentence!("{whose} could not be reached in time.", whose = whose),
            Self::Unreachable => sentence!("{whose} could not be reached.", whose = whose),
            Self::Broke => {
                sentence!("{whose} broke off while the encrypted connection was being made.", whose = whose)
            }
            Self::NotEncrypted => sentence!("{whose} did not answer in encrypted form.", whose = whose),
            Self::Version => sentence!(
                "{whose} offers no version of TLS that is still safe (1.2 or 1.3), so there is no encrypted connection.",
                whose = whose
            ),
            Self::Certificate(flaw) => flaw.sentence(whose),
            Self::WantsCredentials if given => {
                sentence!("{whose} did not accept the user name and password.", whose = whose)
            }
            Self::WantsCredentials => {
                sentence!("{whose} asks for a user name and password, and none is entered.", whose = whose)
            }
            // Some proxies answer so to a wrong password, and the HTTP library passes on no more than that.
            Self::NoWay if given => sentence!(
                "{whose} did not open the way to the platform: it does not accept the user name and password, does not \
                 allow the platform's address, or does not find it.",
                whose = whose
            ),
            Self::NoWay => sentence!(
                "{whose} did not open the way to the platform: it does not allow the platform's address, or does not find it.",
                whose = whose
            ),
        };
        sentence.text
    }

    /// What to do about it.
    pub(crate) fn advice(&self, at_proxy: bool) -> &'static str {
        match (self, at_proxy) {
            (Self::NameNotFound | Self::Refused | Self::Unreachable, true) => {
                phrase!(
                    "Check the proxy's address and port in the connection, and whether this computer is in the network that has it."
                )
            }
            (Self::TooSlow, true) => {
                phrase!(
                    "Check the network; ask whoever looks after the proxy whether it is overloaded or the platform does not answer it."
                )
            }
            (Self::WantsCredentials, _) => {
                phrase!("Enter the user name and password for the proxy in the connection.")
            }
            (Self::NoWay, _) => {
                phrase!(
                    "Check the user name and password for the proxy, if it wants them; ask whoever looks after it to allow the platform's address."
                )
            }
            (Self::NameNotFound, false) => {
                phrase!(
                    "Check the address in the connection, and the network; a name of an inner network needs its VPN."
                )
            }
            (Self::Refused, false) => phrase!("Check the address and its port in the connection."),
            (Self::TooSlow | Self::Unreachable, false) => {
                phrase!("Check the network, and whether it needs a proxy, then try again.")
            }
            (Self::Broke, _) => {
                phrase!(
                    "Something on the way may not let it through; ask whoever looks after the network, or try again."
                )
            }
            (Self::NotEncrypted, _) => {
                phrase!("Check the address and its port; the network may also want a sign-in first.")
            }
            (Self::Version, _) => phrase!("Ask whoever runs it to switch on TLS 1.2 or 1.3."),
            (Self::Certificate(flaw), _) => flaw.advice(),
        }
    }
}

impl Flaw {
    fn sentence(&self, whose: &str) -> Sentence {
        match self {
            Self::UnknownIssuer => sentence!(
                "{whose}'s certificate was signed by an authority that this computer does not know.",
                whose = whose
            ),
            Self::Expired(None) => sentence!("{whose}'s certificate has expired.", whose = whose),
            Self::Expired(Some(at)) => sentence!(
                "{whose}'s certificate has expired ({day}).",
                whose = whose,
                day = at.strftime("%Y-%m-%d")
            ),
            Self::NotYetValid(None) => sentence!("{whose}'s certificate is not valid yet.", whose = whose),
            Self::NotYetValid(Some(at)) => sentence!(
                "{whose}'s certificate is not valid yet ({day}).",
                whose = whose,
                day = at.strftime("%Y-%m-%d")
            ),
            Self::WrongName => {
                sentence!(
                    "{whose}'s certificate is for another name than the one in the address.",
                    whose = whose
                )
            }
            Self::Revoked => {
                sentence!("{whose}'s certificate was revoked by its authority.", whose = whose)
            }
            Self::Other => sentence!("{whose}'s certificate can't be trusted.", whose = whose),
        }
    }

    fn advice(&self) -> &'static str {
        match self {
            Self::UnknownIssuer => {
                phrase!(
                    "If your organization looks into encrypted connections, add the certificate of its authority to the \
                 connection; otherwise ask whoever runs the platform before going on: somebody may listen in."
                )
            }
            Self::Expired(_) => {
                phrase!("Ask whoever runs it to renew the certificate, and check this computer's date.")
            }
            Self::NotYetValid(_) => phrase!("Check this computer's date and time; they may be behind."),
            Self::WrongName => {
                phrase!("Check the address in the connection: enter the name that the platform really has.")
            }
            Self::Revoked | Self::Other => {
                phrase!("Ask whoever runs it before going on: somebody may listen in.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn all() -> Vec<Trouble> {
        let flaws = [
            Flaw::UnknownIssuer,
            Flaw::Expired(Timestamp::from_second(0).ok()),
            Flaw::NotYetValid(None),
            Flaw::WrongName,
            Flaw::Revoked,
            Flaw::Other,
        ];
        let others = [
            Trouble::NameNotFound,
            Trouble::Refused,
            Trouble::TooSlow,
            Trouble::Unreachable,
            Trouble::Broke,
            Trouble::NotEncrypted,
            Trouble::Version,
            Trouble::WantsCredentials,
            Trouble::NoWay,
        ];
        flaws.into_iter().map(Trouble::Certificate).chain(others).collect()
    }

    #[test]
    fn every_trouble_has_a_sentence_of_its_own_at_each_hop() {
        let said: HashSet<String> = ["The proxy", "The platform"]
            .iter()
            .flat_map(|whose| all().into_iter().map(|trouble| trouble.sentence(whose, false)))
            .collect();
        assert_eq!(said.len(), 2 * all().len());
        assert_ne!(Trouble::NoWay.sentence("The proxy", true), Trouble::NoWay.sentence("The proxy", false));
        assert!(said.iter().any(|sentence| sentence.contains("expired (1970-01-01)")), "{said:?}");
    }

    #[test]
    fn an_error_that_an_input_error_wraps_is_found() {
        let tls = rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer);
        let wrapped = io::Error::new(io::ErrorKind::InvalidData, tls);
        let found = causes(&wrapped).find_map(|cause| cause.downcast_ref::<rustls::Error>());
        assert_eq!(found.map(of_tls), Some(Trouble::Certificate(Flaw::UnknownIssuer)));
    }
}
