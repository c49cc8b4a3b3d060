//! Where an issuer says that people and clients sign in.
//! Source: OpenID Connect Discovery 1.0, section 4; RFC 8414, section 3.

use crate::answer::Said;
use crate::connection::{browser_url, is_loopback, safe_url};
use crate::error::Call;
use crate::failures::parse;
use crate::http::Sender;
use crate::{DEFAULT_GET_TIMEOUT, Kind, Network, PlatformError};
use reqwest::header::ACCEPT;
use rollcall_core::phrase;
use serde_json::{Map, Value};
use std::time::Duration;
use url::Url;

const LONGEST_DOCUMENT: usize = 1024 * 1024;
const PATIENCE: Duration = Duration::from_secs(30);
const OPENID: &str = "/.well-known/openid-configuration";
const OAUTH: &str = "/.well-known/oauth-authorization-server";

/// Where an issuer says that people and clients sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoints {
    /// The issuer's own name.
    pub issuer: String,
    /// Where people sign in, if they can.
    pub authorize_url: Option<String>,
    /// Where tokens come from.
    pub token_url: String,
    /// The scopes that it names.
    pub scopes: Vec<String>,
}

/// Asks an issuer where people and clients sign in: first as an OpenID provider, then as an OAuth 2.0 server.
///
/// # Errors
/// [`PlatformError`] of kind [`Kind::Configuration`] for an address that is neither `https` nor on this machine,
/// and for a document that names another issuer or unsafe addresses; else what kept the document from being read.
pub async fn discover(issuer: &str, network: &Network) -> Result<Endpoints, PlatformError> {
    let issuer = issuer.trim().trim_end_matches(OPENID).trim_end_matches('/');
    let asked = safe_url("issuer's address", issuer)?;
    let sender = Sender::new(&asked, DEFAULT_GET_TIMEOUT, network)?;
    let mut failure = None;
    for place in places(&asked) {
        match read(&sender, &place).await {
            Ok(document) => return endpoints(&asked, &document),
            Err(error) if is_answer(&error) => failure = failure.or(Some(error)),
            Err(error) => return Err(error),
        }
    }
    Err(tells_nothing().with_detail(failure.map(|error| error.sentence).unwrap_or_default()))
}

/// Under the issuer's address, and between its host and its path.
fn places(issuer: &Url) -> [Url; 2] {
    let path = issuer.path().trim_end_matches('/');
    let at = |path: String| {
        let mut url = issuer.clone();
        url.set_path(&path);
        url
    };
    [at(format!("{path}{OPENID}")), at(format!("{OAUTH}{path}"))]
}

async fn read(sender: &Sender, place: &Url) -> Result<Map<String, Value>, PlatformError> {
    let request = sender.lists.get(place.clone()).header(ACCEPT, "application/json").timeout(PATIENCE);
    let answer = sender.exchange(Call::Discovery, request, LONGEST_DOCUMENT).await?;
    if answer.said() != Said::Success {
        return Err(crate::failures::refusal(Call::Discovery, &answer));
    }
    match parse(Call::Discovery, &answer)? {
        Value::Object(document) => Ok(document),
        _ => Err(crate::failures::unreadable(Call::Discovery)),
    }
}

/// Whether the server answered, so that it may have the document in the other place.
fn is_answer(error: &PlatformError) -> bool {
    !matches!(error.kind, Kind::Unreachable | Kind::ConnectionLost | Kind::Timeout | Kind::TlsFailed)
}

fn endpoints(asked: &Url, document: &Map<String, Value>) -> Result<Endpoints, PlatformError> {
    let text = |name: &str| document.get(name).and_then(Value::as_str).map(str::trim);
    let issuer = text("issuer").unwrap_or_default();
    // Somebody else's document would lead people and secrets to somebody else.
    if !is_same(asked, issuer) {
        return Err(somebody_elses());
    }
    let token_url = text("token_endpoint").ok_or_else(tells_nothing)?;
    stays(asked, &safe_url("token URL that the issuer names", token_url)?)?;
    let authorize_url = text("authorization_endpoint");
    if let Some(url) = authorize_url {
        stays(asked, &browser_url("sign-in address that the issuer names", url)?)?;
    }
    let scopes = document.get("scopes_supported").and_then(Value::as_array).into_iter().flatten();
    Ok(Endpoints {
        issuer: issuer.to_owned(),
        authorize_url: authorize_url.map(str::to_owned),
        token_url: token_url.to_owned(),
        scopes: scopes.filter_map(Value::as_str).map(str::to_owned).collect(),
    })
}

fn is_same(asked: &Url, named: &str) -> bool {
    // Some issuers end in a slash that people leave out.
    let bare = |url: &Url| url.as_str().trim_end_matches('/').to_owned();
    Url::parse(named).is_ok_and(|named| bare(&named) == bare(asked))
}

/// An issuer elsewhere has no business with addresses on this machine.
fn stays(asked: &Url, named: &Url) -> Result<(), PlatformError> {
    match is_loopback(named) && !is_loopback(asked) {
        true => Err(somebody_elses()),
        false => Ok(()),
    }
}

fn somebody_elses() -> PlatformError {
    PlatformError::configuration(phrase!(
        "The document found there is of another issuer, or names addresses that can't be its own. Nothing was taken \
         from it. Check the issuer's address."
    ))
}

fn tells_nothing() -> PlatformError {
    PlatformError::new(
        Kind::NotFound,
        phrase!(
            "Nobody there says where to sign in. Nothing was changed. Check the issuer's address, or enter the sign-in \
             address and the token URL by hand."
        ),
    )
}
