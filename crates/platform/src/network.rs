//! The way through a network to one server, settled before anything is sent.

use crate::PlatformError;
use crate::connection::is_loopback;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use reqwest::header::HeaderValue;
use rollcall_core::{Secret, phrase};
use url::Url;

/// The way through the network. Checking certificates can't be switched off.
#[derive(Clone, Default)]
pub struct Network {
    /// Through which proxy.
    pub proxy: Proxy,
    /// Certificates of an organization's own authorities, as PEM: trusted beside those of the system.
    pub extra_authorities: Option<String>,
}

/// Through which proxy.
#[derive(Clone, Default)]
pub enum Proxy {
    /// As the system says: its settings, or `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY`.
    #[default]
    System,
    /// None, whatever the system says.
    None,
    /// This one.
    Manual {
        /// Such as `http://proxy.example:3128`, or without `http://`.
        url: String,
        /// For a proxy that asks who is there.
        user: Option<String>,
        /// Sent to this proxy alone; not looked at without a user.
        password: Secret,
    },
}

/// How a server is reached.
#[derive(Clone)]
pub(crate) struct Way {
    pub(crate) via: Option<Via>,
    /// Whether the server is spoken to in an encrypted connection.
    pub(crate) encrypted: bool,
}

/// The proxy on a way.
#[derive(Clone)]
pub(crate) struct Via {
    pub(crate) url: Url,
    /// User name and password as a header, from a person or from the system's settings.
    pub(crate) credentials: Option<HeaderValue>,
    pub(crate) chosen: Chosen,
}

/// Who named a proxy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chosen {
    BySystem,
    ByPerson,
}

impl Way {
    /// The way to the server at `url`.
    pub(crate) fn to(url: &Url, network: &Network) -> Result<Self, PlatformError> {
        let via = match &network.proxy {
            Proxy::None => None,
            Proxy::System => by_system(url, &Matcher::from_system())?,
            Proxy::Manual { url: proxy, user, password } => {
                let via = manual(proxy, user.as_deref(), password)?;
                // Keys to a platform without encryption must not leave this machine, whoever asks for it.
                (url.scheme() == "https" || is_loopback(&via.url)).then_some(via)
            }
        };
        Ok(Self { via, encrypted: url.scheme() == "https" })
    }

    /// What the proxy is told that nobody else may see, should an answer echo it.
    pub(crate) fn secrets(&self) -> Vec<Secret> {
        self.via.as_ref().map(Via::secrets).unwrap_or_default()
    }

    /// Whether any part of it is encrypted.
    pub(crate) fn needs_certificates(&self) -> bool {
        self.encrypted || self.via.as_ref().is_some_and(|via| via.url.scheme() == "https")
    }
}

impl Via {
    /// Name and port, such as `proxy.example:3128`.
    pub(crate) fn place(&self) -> String {
        place(&self.url)
    }

    /// The credentials as they are sent (RFC 7617), and the password in them.
    fn secrets(&self) -> Vec<Secret> {
        let sent = self.credentials.as_ref().and_then(|header| header.to_str().ok());
        let Some(sent) = sent.and_then(|header| header.strip_prefix("Basic ")) else { return Vec::new() };
        let pair = STANDARD.decode(sent).ok().and_then(|pair| String::from_utf8(pair).ok());
        let password = pair.and_then(|pair| pair.split_once(':').map(|(_, password)| Secret::new(password)));
        std::iter::once(Secret::new(sent)).chain(password).collect()
    }

    pub(crate) fn for_client(&self) -> Result<reqwest::Proxy, PlatformError> {
        let proxy = reqwest::Proxy::all(self.url.clone()).map_err(|_| no_address())?;
        Ok(match &self.credentials {
            Some(header) => proxy.custom_http_auth(header.clone()),
            None => proxy,
        })
    }
}

/// Name and port of a server.
pub(crate) fn place(url: &Url) -> String {
    let port = url.port_or_known_default().map(|port| format!(":{port}")).unwrap_or_default();
    format!("{}{port}", url.host_str().unwrap_or_default())
}

// No system's proxy leads back to this machine, and the sample platform has to work in any network.
fn by_system(url: &Url, system: &Matcher) -> Result<Option<Via>, PlatformError> {
    let target = url.as_str().parse::<http::Uri>().ok().filter(|_| !is_loopback(url));
    target.and_then(|target| system.intercept(&target)).map(of_system).transpose()
}

fn of_system(found: Intercept) -> Result<Via, PlatformError> {
    let url = Url::parse(&found.uri().to_string()).map_err(|_| no_address())?;
    spoken(&url)?;
    let credentials = found.basic_auth().cloned().map(sensitive);
    Ok(Via { url, credentials, chosen: Chosen::BySystem })
}

/// The address of a proxy in full: one that a person wrote without a scheme is spoken to by HTTP.
pub fn proxy_address(text: &str) -> String {
    let text = text.trim();
    if text.contains("://") { text.to_owned() } else { format!("http://{text}") }
}

fn manual(text: &str, user: Option<&str>, password: &Secret) -> Result<Via, PlatformError> {
    let url = Url::parse(&proxy_address(text)).ok().filter(Url::has_host).ok_or_else(no_address)?;
    spoken(&url)?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(PlatformError::configuration(phrase!(
            "The proxy's address holds a user name or password, which would end up in logs. Nothing was sent. \
             Enter them in their own fields."
        )));
    }
    if url.path() != "/" || url.query().is_some() || url.fragment().is_some() {
        return Err(no_address());
    }
    let credentials = user.map(str::trim).filter(|user| !user.is_empty());
    let credentials = credentials.map(|user| basic(user, password)).transpose()?;
    Ok(Via { url, credentials, chosen: Chosen::ByPerson })
}

/// `Basic` credentials in UTF-8. Source: RFC 7617.
fn basic(user: &str, password: &Secret) -> Result<HeaderValue, PlatformError> {
    if user.contains(':') || user.contains(char::is_control) {
        return Err(PlatformError::configuration(phrase!(
            "The user name for the proxy has a colon or a line break in it, which it can't have. Nothing was sent. \
             Correct it in the connection."
        )));
    }
    // Seen here to put it into the header that the proxy reads.
    let pair = format!("{user}:{}", password.expose());
    let header = format!("Basic {}", STANDARD.encode(pair));
    HeaderValue::from_str(&header).map(sensitive).map_err(|_| no_address())
}

fn sensitive(mut header: HeaderValue) -> HeaderValue {
    header.set_sensitive(true);
    header
}

fn spoken(url: &Url) -> Result<(), PlatformError> {
    match url.scheme() {
        "http" | "https" => Ok(()),
        _ => Err(PlatformError::configuration(phrase!(
            "The proxy is of a kind that Rollcall does not speak; it speaks to HTTP proxies. Nothing was sent. \
             Enter an address that begins with http:// or https:// in the connection."
        ))),
    }
}

fn no_address() -> PlatformError {
    PlatformError::configuration(phrase!(
        "The proxy's address is not one such as http://proxy.example:3128. Nothing was sent. Correct it in the connection."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    fn url(text: &str) -> Url {
        Url::parse(text).expect("a URL")
    }

    fn by_hand(proxy: &str, user: Option<&str>) -> Network {
        let user = user.map(str::to_owned);
        let proxy = Proxy::Manual { url: proxy.to_owned(), user, password: Secret::new("hunter2") };
        Network { proxy, extra_authorities: None }
    }

    fn refused(proxy: &str, user: Option<&str>) -> PlatformError {
        Way::to(&url("https://api.example"), &by_hand(proxy, user)).err().expect("refused")
    }

    #[test]
    fn the_systems_proxy_is_used_but_for_this_machine_and_the_systems_exceptions() {
        let system = Matcher::builder().https("http://u:p@proxy.example:3128").no("inside.example").build();
        let way = |text: &str| by_system(&url(text), &system).expect("a way");
        let via = way("https://api.example").expect("a proxy");
        assert_eq!((via.place().as_str(), via.chosen), ("proxy.example:3128", Chosen::BySystem));
        assert!(via.credentials.is_some_and(|header| header.is_sensitive()));
        for direct in ["https://a.inside.example", "https://localhost:1", "http://127.0.0.1:1"] {
            assert!(way(direct).is_none(), "{direct}");
        }
        let none = Network { proxy: Proxy::None, ..Network::default() };
        assert!(Way::to(&url("https://api.example"), &none).expect("a way").via.is_none());
    }

    #[test]
    fn a_proxy_by_hand_may_be_written_without_its_scheme_and_serves_this_machine_too() {
        for proxy in ["proxy.example:3128", "http://proxy.example:3128/", " http://proxy.example:3128 "] {
            let way = Way::to(&url("https://localhost:1"), &by_hand(proxy, None)).expect("a way");
            let via = way.via.expect("a proxy");
            assert_eq!((via.place().as_str(), via.credentials), ("proxy.example:3128", None), "{proxy}");
        }
    }

    #[test]
    fn what_the_proxy_is_told_is_taken_out_of_what_is_shown() {
        let way = |user| Way::to(&url("https://api.example"), &by_hand("p.example", user)).expect("a way");
        let secrets = way(Some("ann")).secrets();
        let echoed = format!("Basic {} for hunter2", STANDARD.encode("ann:hunter2"));
        assert_eq!(crate::secrets::without(&echoed, &secrets, 100), "Basic [redacted] for [redacted]");
        assert!(way(None).secrets().is_empty(), "nothing is told to one that does not ask");
    }

    #[test]
    fn what_is_not_encrypted_does_not_leave_this_machine_through_a_proxy() {
        let through = |proxy| Way::to(&url("http://127.0.0.1:1"), &by_hand(proxy, None)).expect("a way").via;
        assert!(through("http://proxy.example:3128").is_none());
        assert!(through("http://127.0.0.1:3128").is_some());
    }

    #[test]
    fn an_address_that_is_none_or_holds_a_password_is_refused_without_showing_it() {
        for proxy in [
            "",
            "socks5://p.example",
            "ftp://p.example",
            "http://u:hunter2@p.example",
            "p.example/x",
            "http://",
        ] {
            let error = refused(proxy, None);
            assert_eq!(error.kind, Kind::Configuration, "{proxy}");
            assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
        }
        assert_eq!(refused("p.example", Some("a:b")).kind, Kind::Configuration);
    }
}
