//! Speaks to the remote APIs as a platform description says, and reports what it observed.
//!
//! Nothing here decides whether an invitation may be sent again: [`Platform::invite`] tells what
//! was seen of the call, and only that. Lists may be asked again and are; an invitation never is.

mod ahead;
mod answer;
mod asking;
mod authorities;
mod connection;
mod counted;
mod description;
mod doctor;
mod error;
mod failures;
mod fields;
mod follow;
mod headers;
mod hops;
mod http;
mod invite;
mod keys;
mod lists;
mod marks;
mod network;
mod pages;
mod places;
mod read;
mod sample;
mod secrets;
mod sign_in;
mod sound;
mod template;
mod token;
mod trust;
mod users;
mod wording;
mod written;

pub use authorities::{Authority, AuthorityFile, read_authorities, read_authority_file};
pub use connection::{Connection, DEFAULT_GET_TIMEOUT, DEFAULT_POST_TIMEOUT, Scope, SignIn, same_server};
pub use description::{
    Description, DescriptionError, DescriptionProblem, Difference, Facts, FollowUp, Needs, ReinviteActive,
    ReinvitePending,
};
pub use doctor::{Check, Fact, Report, State, Step};
pub use error::{Kind, PlatformError};
pub use fields::{FieldDoc, Kind as FieldKind};
pub use hops::Hop;
pub use network::{Network, Proxy, proxy_address};
pub use sample::{ListName, SampleField};
pub use sign_in::{
    BrowserClient, Endpoints, Granted, PassingToken, SignedIn, WaitingSignIn, discover, open_in_browser,
};
pub use token::{RefreshTokens, pasted_token_expires_at};
pub use users::{ScanEnd, UserPage, UserScan};

use connection::{common_headers, credential_header, safe_url};
use http::{Sender, Wire};
use lists::Readers;
use reqwest::header::HeaderName;
use rollcall_core::phrase;
use sha2::{Digest, Sha256};
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use token::TokenSource;

/// One platform, ready to be asked. Clones share connections, token and counters.
#[derive(Clone)]
pub struct Platform(Arc<Inner>);

struct Inner {
    description: Description,
    scope: Scope,
    page_size: Option<u32>,
    wire: Wire,
    readers: Readers,
    posts: AtomicU64,
}

impl Platform {
    /// Checks a profile's connection; sends nothing.
    ///
    /// # Errors
    /// A [`PlatformError`] of kind [`Kind::Configuration`] for a URL that is malformed, not `https`
    /// (except on this machine) or holds credentials, for headers that collide with credentials or
    /// break lines, and for a scope without ids where one is needed; of kind [`Kind::TlsFailed`] when this machine can't
    /// make encrypted connections.
    pub fn new(description: Description, connection: Connection) -> Result<Self, PlatformError> {
        let scope = connection.scope.checked_for(description.needs().scope)?;
        let wire = wire(&description, &connection, &scope)?;
        let readers = Readers::new(&description.wording);
        let page_size = connection.page_size;
        Ok(Self(Arc::new(Inner { description, scope, page_size, wire, readers, posts: AtomicU64::new(0) })))
    }

    /// What is known of this kind of platform.
    pub fn facts(&self) -> Facts {
        self.0.description.facts()
    }

    /// Fetches a new token. Calls at the same time share one request and its outcome.
    ///
    /// # Errors
    /// [`PlatformError`] when there is no new token; of kind [`Kind::TokenRefused`] for a pasted
    /// token, which can't be renewed.
    pub async fn renew_token(&self) -> Result<(), PlatformError> {
        let tokens = &self.0.wire.tokens;
        tokens.renew(tokens.round()).await.map(drop)
    }

    /// When the token in use expires, where that is known.
    pub fn token_expires_at(&self) -> Option<jiff::Timestamp> {
        self.0.wire.tokens.expires_at()
    }

    /// Whether the next token comes without a person.
    pub fn renews_token(&self) -> bool {
        self.0.wire.tokens.is_renewable()
    }

    /// Who is signed in, for telling one sign-in from another: the client id, the person who signed in
    /// with the browser, or of a pasted JWT the claim `sub`, `appid`, `azp` or `client_id`. `None` for a token that does not say.
    pub fn subject(&self) -> Option<String> {
        self.0.wire.tokens.subject()
    }

    /// Invite calls handed to the wire so far, by all clones.
    pub fn posts_on_wire(&self) -> u64 {
        self.0.posts.load(Ordering::SeqCst)
    }

    /// What a connection to it needs, and what an invitation can say.
    pub fn needs(&self) -> Needs {
        self.0.description.needs()
    }

    /// What tells two callers apart and does not tell a secret: the SHA-256 of the subscription key, or of the base
    /// URL where calls carry no key.
    pub fn key_fingerprint(&self) -> [u8; 32] {
        // Seen here to be hashed; a gateway counts calls by key.
        match self.wire().key.expose().trim() {
            "" => Sha256::digest(self.wire().base.as_str()).into(),
            key => Sha256::digest(key).into(),
        }
    }

    fn count_post(&self) {
        self.0.posts.fetch_add(1, Ordering::SeqCst);
    }

    fn description(&self) -> &Description {
        &self.0.description
    }

    fn scope(&self) -> &Scope {
        &self.0.scope
    }

    fn page_size(&self) -> Option<u32> {
        self.0.page_size
    }

    fn wire(&self) -> &Wire {
        &self.0.wire
    }

    fn readers(&self) -> &Readers {
        &self.0.readers
    }
}

impl fmt::Debug for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Platform")
            .field("description", &self.0.description.facts().name)
            .field("scope", &self.0.scope)
            .finish_non_exhaustive()
    }
}

fn wire(description: &Description, connection: &Connection, scope: &Scope) -> Result<Wire, PlatformError> {
    let wording = &description.wording;
    let base = safe_url("base URL", &connection.base_url)?;
    let key_name = match wording.subscription_key_header.as_str() {
        "" => None,
        name => Some(name.parse::<HeaderName>().map_err(|_| {
            PlatformError::configuration(phrase!("The description names a key header that can't be one."))
        })?),
    };
    let own = headers::filled(wording, connection, scope.ids())?;
    let own = own.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let extra = connection.extra_headers.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let headers = common_headers(key_name.as_ref(), own.chain(extra))?;
    // Seen here to put it into the header that the gateway reads.
    let key_header = match connection.subscription_key.expose().trim() {
        "" => None,
        key => Some(credential_header("subscription key", key)?),
    };
    let sender = Sender::new(&base, connection.get_timeout, &connection.network)?;
    Ok(Wire {
        tokens: tokens(description, connection, &base, &sender)?,
        sender,
        base,
        headers,
        key_name,
        key_header,
        key: connection.subscription_key.clone(),
        header_secrets: headers::secrets(connection, scope.ids()),
        get_timeout: connection.get_timeout,
        post_timeout: connection.post_timeout,
    })
}

fn tokens(
    description: &Description,
    connection: &Connection,
    base: &url::Url,
    sender: &Sender,
) -> Result<TokenSource, PlatformError> {
    let mut sign_in = connection.sign_in.clone();
    let mut sender = sender.clone();
    if let SignIn::ClientCredentials { token_url, .. }
    | SignIn::Browser { client: BrowserClient { token_url, .. }, .. } = &mut sign_in
    {
        if token_url.trim().is_empty() {
            *token_url = description.token_url(base.as_str()).unwrap_or_default();
        }
        let url = safe_url("token URL", token_url)?;
        // The way to another server may be another one.
        if url.origin() != base.origin() {
            sender = Sender::new(&url, connection.get_timeout, &connection.network)?;
        }
    }
    TokenSource::new(sign_in, sender, connection.get_timeout)
}
