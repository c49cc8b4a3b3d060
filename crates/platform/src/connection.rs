//! What a profile says of one platform, checked before anything is sent.

use crate::error::in_quotes;
use crate::network::Network;
use crate::wording::ScopeNames;
use crate::{BrowserClient, PassingToken, PlatformError, RefreshTokens};
use reqwest::header::{self, HeaderMap, HeaderName, HeaderValue};
use rollcall_core::{Secret, Sentence, phrase, sentence};
use std::fmt;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use url::{Host, Origin, Url};

/// Longer than the 300 s for which the gateway may wait for the platform.
pub const DEFAULT_POST_TIMEOUT: Duration = Duration::from_secs(330);
/// For a page of a list, from the first byte to the last.
pub const DEFAULT_GET_TIMEOUT: Duration = Duration::from_secs(120);

/// Whose people a profile looks after. With several ids their users are read one id after another
/// and merged by user id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Platform ids.
    Platform(Vec<String>),
    /// Organization ids of customers.
    Customers(Vec<String>),
}

/// How a profile gets its bearer token.
#[derive(Clone)]
pub enum SignIn {
    /// A token that the person pasted. It can't be renewed from here.
    Token(Secret),
    /// OAuth 2.0 client credentials (RFC 6749, section 4.4), sent as a form.
    ClientCredentials {
        /// Where tokens are issued. Empty: where the description says, under the base URL.
        token_url: String,
        /// The public id.
        client_id: String,
        /// The secret.
        client_secret: Secret,
        /// The API asked for, where the issuer wants it named.
        audience: Option<String>,
        /// The rights asked for, where the issuer wants them named.
        scope: Option<String>,
    },
    /// A person who signed in with the browser, and refresh tokens since then.
    Browser {
        /// How the sign-in service knows Rollcall.
        client: BrowserClient,
        /// Where the newest refresh token is.
        tokens: Arc<dyn RefreshTokens>,
        /// What the sign-in gave instead of a refresh token, until it ends.
        passing: Option<PassingToken>,
        /// Who signed in, where the service said so. Else the client id stands for them.
        subject: Option<String>,
    },
}

/// One platform as a profile reaches it.
#[derive(Clone)]
pub struct Connection {
    /// `https://…`, or `http://` on this machine alone. A path in it is kept in front of each call's path.
    pub base_url: String,
    /// Whose people.
    pub scope: Scope,
    /// Sent with every call. They win over the description's.
    pub extra_headers: Vec<(String, String)>,
    /// The gateway's key. Empty: none is sent.
    pub subscription_key: Secret,
    /// How the token is got.
    pub sign_in: SignIn,
    /// For an invite call as a whole.
    pub post_timeout: Duration,
    /// For any other call as a whole.
    pub get_timeout: Duration,
    /// Entries per page of a list, within what the description allows.
    pub page_size: Option<u32>,
    /// The way through the network.
    pub network: Network,
}

impl Connection {
    /// A connection with the usual time-outs, page size and network, and no extra headers.
    pub fn new(base_url: impl Into<String>, scope: Scope, subscription_key: Secret, sign_in: SignIn) -> Self {
        Self {
            base_url: base_url.into(),
            scope,
            extra_headers: Vec::new(),
            subscription_key,
            sign_in,
            post_timeout: DEFAULT_POST_TIMEOUT,
            get_timeout: DEFAULT_GET_TIMEOUT,
            page_size: None,
            network: Network::default(),
        }
    }
}

// A header's value may be a credential of its own, and a URL that was not checked yet may hold a
// password: neither is printed.
impl fmt::Debug for Connection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<&str> = self.extra_headers.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Connection")
            .field("host", &host(&self.base_url))
            .field("scope", &self.scope)
            .field("extra_headers", &headers)
            .field("sign_in", &self.sign_in)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for SignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token(token) => f.debug_tuple("Token").field(token).finish(),
            Self::ClientCredentials { token_url, client_id, client_secret, .. } => f
                .debug_struct("ClientCredentials")
                .field("host", &host(token_url))
                .field("client_id", client_id)
                .field("client_secret", client_secret)
                .finish_non_exhaustive(),
            Self::Browser { client, .. } => {
                f.debug_struct("Browser").field("client", client).finish_non_exhaustive()
            }
        }
    }
}

pub(crate) fn host(url: &str) -> Option<String> {
    Url::parse(url.trim()).ok().and_then(|url| url.host_str().map(str::to_owned))
}

impl Scope {
    /// The ids, in order.
    pub fn ids(&self) -> &[String] {
        match self {
            Self::Platform(ids) | Self::Customers(ids) => ids,
        }
    }

    pub(crate) fn query_name<'a>(&self, names: &'a ScopeNames) -> &'a str {
        match self {
            Self::Platform(_) => &names.platform,
            Self::Customers(_) => &names.customer,
        }
    }

    /// Trimmed, each once, in the order given; at least one where the platform is asked by id.
    pub(crate) fn checked_for(&self, needs_id: bool) -> Result<Self, PlatformError> {
        let scope = self.checked()?;
        match scope.ids().is_empty() && needs_id {
            true => Err(PlatformError::configuration(phrase!(
                "The connection names no platform or customer id. Nothing was sent. Add at least one id."
            ))),
            false => Ok(scope),
        }
    }

    /// Trimmed, each once, in the order given.
    pub(crate) fn checked(&self) -> Result<Self, PlatformError> {
        let mut ids: Vec<String> = Vec::new();
        for id in self.ids().iter().map(|id| id.trim()) {
            if id.is_empty() || id == "." || id == ".." || id.contains(char::is_control) {
                return Err(PlatformError::configuration(phrase!(
                    "One of the platform or customer ids is empty or has characters that an id can't have. \
                     Nothing was sent. Correct the ids in the connection."
                )));
            }
            if !ids.iter().any(|known| known == id) {
                ids.push(id.to_owned());
            }
        }
        Ok(match self {
            Self::Platform(_) => Self::Platform(ids),
            Self::Customers(_) => Self::Customers(ids),
        })
    }
}

/// Reads a URL to which credentials may be sent; `what` names it for the person.
pub(crate) fn safe_url(what: &str, text: &str) -> Result<Url, PlatformError> {
    let url = Url::parse(text.trim()).map_err(|_| {
        to_correct(sentence!(
            "The {what} is not a complete address such as https://api.example.com.",
            what = what
        ))
    })?;
    if !url.username().is_empty() || url.password().is_some() {
        return Err(to_correct(sentence!(
            "The {what} holds a user name or password, which would end up in logs.",
            what = what
        )));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(to_correct(sentence!(
            "The {what} holds a ? or # part, which Rollcall would have to drop.",
            what = what
        )));
    }
    match url.scheme() {
        "https" if url.has_host() => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        "http" => Err(to_correct(sentence!(
            "The {what} begins with http://, so keys would travel unencrypted; use https://.",
            what = what
        ))),
        _ => Err(to_correct(sentence!("The {what} has to begin with https://.", what = what))),
    }
}

fn to_correct(why: Sentence) -> PlatformError {
    let next = phrase!("Nothing was sent. Correct it in the connection.");
    PlatformError::configuration(format!("{why} {next}"))
}

/// Reads a URL that is opened in the browser. Unlike [`safe_url`]'s it may have a query, which is kept.
/// Source: RFC 6749, section 3.1.
pub(crate) fn browser_url(what: &str, text: &str) -> Result<Url, PlatformError> {
    let text = text.trim();
    let (bare, query) = text.split_once('?').map_or((text, None), |(bare, query)| (bare, Some(query)));
    let mut url = safe_url(what, bare)?;
    url.set_query(query);
    Ok(url)
}

/// Whether two addresses lead to the same server: scheme, host and port. A credential that was entered for
/// one server is no other server's business. What is no address leads nowhere, and to nothing of the same.
pub fn same_server(one: &str, other: &str) -> bool {
    let origin = |text: &str| Url::parse(text.trim()).ok().map(|url| url.origin()).filter(Origin::is_tuple);
    origin(one).is_some_and(|place| origin(other) == Some(place))
}

/// Whether the URL can't leave this machine.
pub(crate) fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name.eq_ignore_ascii_case("localhost"),
        Some(Host::Ipv4(address)) => IpAddr::V4(address).is_loopback(),
        Some(Host::Ipv6(address)) => IpAddr::V6(address).is_loopback(),
        None => false,
    }
}

// Two values of such a header, or one that is not ours, would change who asks, or what is asked.
const OURS: &[HeaderName] = &[
    header::AUTHORIZATION,
    header::PROXY_AUTHORIZATION,
    header::COOKIE,
    header::HOST,
    header::CONNECTION,
    header::CONTENT_LENGTH,
    header::CONTENT_TYPE,
    header::TRANSFER_ENCODING,
    header::ACCEPT_ENCODING,
    header::EXPECT,
    header::TE,
    header::TRAILER,
    header::UPGRADE,
];

/// The headers of every call, credentials left out.
pub(crate) fn common_headers<'a>(
    key_header: Option<&HeaderName>,
    pairs: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<HeaderMap, PlatformError> {
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    for (name, value) in pairs {
        let parsed = name.trim().parse::<HeaderName>().map_err(|_| {
            to_correct(sentence!(
                "The extra header \"{name}\" has a name that no header can have.",
                name = shown(name)
            ))
        })?;
        if Some(&parsed) == key_header || OURS.contains(&parsed) {
            return Err(to_correct(sentence!(
                "The extra header \"{name}\" is one that Rollcall sets itself.",
                name = shown(name)
            )));
        }
        let mut value = HeaderValue::from_str(value.trim()).map_err(|_| {
            to_correct(sentence!(
                "The extra header \"{name}\" has a value with line breaks or letters that no header can have.",
                name = shown(name)
            ))
        })?;
        value.set_sensitive(true);
        headers.insert(parsed, value);
    }
    Ok(headers)
}

/// A header's name as a sentence shows it.
fn shown(name: &str) -> String {
    let name: String = name.chars().filter(|letter| letter.is_ascii_graphic()).take(60).collect();
    in_quotes(&name)
}

/// A header value that holds a credential; `what` names it for the person.
pub(crate) fn credential_header(what: &str, text: &str) -> Result<HeaderValue, PlatformError> {
    let mut value = HeaderValue::from_str(text).map_err(|_| {
        PlatformError::configuration(sentence!(
            "The {what} has a line break or a letter in it that it can't have. Nothing was sent. Enter it again.",
            what = what
        ))
    })?;
    value.set_sensitive(true);
    Ok(value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;

    #[test]
    fn plain_http_is_for_this_machine_alone() {
        for url in ["http://127.0.0.1:8080", "http://localhost", "http://[::1]:1/x", "https://api.example"] {
            assert!(safe_url("base URL", url).is_ok(), "{url}");
        }
        for url in [
            "http://api.example",
            "http://127.0.0.1.evil.example",
            "http://localhost.evil.example",
            "ftp://api.example",
            "api.example",
            "https://",
            "https://u:hunter2@api.example",
            "https://api.example/?key=hunter2",
            "",
        ] {
            let error = safe_url("base URL", url).expect_err(url);
            assert_eq!(error.kind, Kind::Configuration, "{url}");
            assert!(!format!("{error:?}").contains("hunter2"), "{error:?}");
        }
    }

    #[test]
    fn a_server_is_known_by_scheme_name_and_port() {
        for same in ["https://API.example/b", "https://api.example:443", " https://api.example/ "] {
            assert!(same_server("https://api.example/a", same), "{same}");
        }
        for other in
            ["http://api.example", "https://api.example:444", "https://api.example.evil.example", "", "x"]
        {
            assert!(!same_server("https://api.example/a", other), "{other}");
        }
        assert!(!same_server("", "") && !same_server("file:///a", "file:///a"), "nowhere is no server");
    }

    #[test]
    fn headers_that_collide_with_credentials_or_break_lines_are_refused() {
        let key = HeaderName::from_static("ocp-apim-subscription-key");
        for (name, value) in [
            ("Authorization", "x"),
            ("OCP-APIM-Subscription-Key", "x"),
            ("Host", "x"),
            ("X-A", "a\r\nAuthorization: b"),
            ("X A", "x"),
            ("X-A\r\nX-B", "x"),
            ("Content-Length", "0"),
        ] {
            assert!(common_headers(Some(&key), [(name, value)].into_iter()).is_err(), "{name}: {value}");
        }
    }

    #[test]
    fn a_profiles_header_wins_over_the_descriptions() {
        let key = HeaderName::from_static("k");
        let headers =
            common_headers(Some(&key), [("api-version", "3.0"), ("Api-Version", "3.1")].into_iter());
        let headers = headers.expect("headers");
        assert_eq!(headers.get_all("api-version").iter().collect::<Vec<_>>(), vec!["3.1"]);
    }

    #[test]
    fn debug_shows_no_secret_no_header_value_and_no_url() {
        let mut connection = Connection::new(
            "https://u:hunter2@api.example/hunter2",
            Scope::Platform(vec!["p".into()]),
            Secret::new("hunter2"),
            SignIn::Token(Secret::new("hunter2")),
        );
        connection.extra_headers.push(("X-Key".into(), "hunter2".into()));
        let shown = format!("{connection:?}");
        assert!(shown.contains("api.example") && !shown.contains("hunter2"), "{shown}");
    }

    #[test]
    fn ids_are_trimmed_and_kept_once() {
        let scope = Scope::Customers(vec![" a ".into(), "b".into(), "a".into()]).checked().expect("ids");
        assert_eq!(scope.ids(), ["a", "b"]);
        assert!(Scope::Platform(vec![]).checked_for(true).is_err());
        assert!(Scope::Platform(vec![]).checked_for(false).is_ok(), "where nothing is asked by id");
        assert!(Scope::Platform(vec!["..".into()]).checked().is_err());
    }
}
