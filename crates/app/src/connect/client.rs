//! Makes the client of a connection from what is kept and its credentials.

use super::Profile;
use super::credentials::{Credentials, missing, secret_kind};
use super::descriptions::description;
use crate::alone::alone;
use crate::contract::{AppError, Network, Proxy, Scope, SignIn};
use crate::errors::of_platform;
use async_trait::async_trait;
use rollcall_core::Secret;
use rollcall_platform::{BrowserClient, Connection, PassingToken, Platform, RefreshTokens};
use rollcall_vault::CredentialKind;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// The client of a kept connection. Whoever renews its sign-in, in any process, does so by turns: the file at `turn`.
pub(crate) async fn client(
    profile: &Profile,
    credentials: &Arc<Credentials>,
    turn: PathBuf,
) -> Result<Platform, AppError> {
    let key = match description(&profile.description)?.needs().subscription_key {
        true => credential(profile, credentials, CredentialKind::SubscriptionKey).await?,
        false => Secret::new(""),
    };
    let passing = credentials.passing(&profile.id);
    let held = match passing {
        Some(_) => Secret::new(""),
        None => credential(profile, credentials, secret_kind(&profile.sign_in)).await?,
    };
    let secret = match profile.sign_in {
        SignIn::Browser { .. } => client_secret(profile, credentials).await?,
        SignIn::Token | SignIn::ClientCredentials { .. } => held,
    };
    let kept = KeptSignIn { credentials: credentials.clone(), profile: profile.clone(), turn };
    let sign_in = sign_in(profile, secret, Arc::new(kept), passing);
    let network = network(&profile.network, proxy_password(profile, credentials).await?);
    of_connection(profile, connection(profile, key, sign_in, network))
}

/// Whether a client could be made of `profile`, whatever its credentials are.
pub(crate) fn judge(profile: &Profile) -> Result<(), AppError> {
    judge_secret(profile, Secret::new("none"))
}

/// The same, with a secret that was typed for it.
pub(crate) fn judge_secret(profile: &Profile, secret: Secret) -> Result<(), AppError> {
    let sign_in = sign_in(profile, secret, Arc::new(NobodySignedIn), None);
    let network = network(&profile.network, Secret::new("none"));
    of_connection(profile, connection(profile, Secret::new("none"), sign_in, network)).map(drop)
}

/// How a connection's sign-in service knows Rollcall, where people sign in with the browser.
pub(crate) async fn browser_client(
    profile: &Profile,
    credentials: &Credentials,
) -> Result<Option<BrowserClient>, AppError> {
    let secret = client_secret(profile, credentials).await?;
    Ok(match sign_in(profile, secret, Arc::new(NobodySignedIn), None) {
        rollcall_platform::SignIn::Browser { client, .. } => Some(client),
        _ => None,
    })
}

pub(crate) fn of_connection(profile: &Profile, connection: Connection) -> Result<Platform, AppError> {
    Platform::new(description(&profile.description)?, connection).map_err(of_platform)
}

/// Whether a proxy is to be told who is there.
pub(crate) fn asks_for_password(network: &Network) -> bool {
    matches!(&network.proxy, Proxy::Manual { user: Some(user), .. } if !user.trim().is_empty())
}

/// What the proxy of a connection is told; nothing where it asks for nothing.
pub(crate) async fn proxy_password(profile: &Profile, credentials: &Credentials) -> Result<Secret, AppError> {
    match asks_for_password(&profile.network) {
        true => credential(profile, credentials, CredentialKind::ProxyPassword).await,
        false => Ok(Secret::new("")),
    }
}

fn connection(
    profile: &Profile,
    subscription_key: Secret,
    sign_in: rollcall_platform::SignIn,
    network: rollcall_platform::Network,
) -> Connection {
    let mut connection =
        Connection::new(profile.base_url.clone(), scope(&profile.scope), subscription_key, sign_in);
    connection.extra_headers =
        profile.extra_headers.iter().map(|header| (header.name.clone(), header.value.clone())).collect();
    connection.network = network;
    if let Some(seconds) = profile.tuning.post_timeout_seconds {
        connection.post_timeout = Duration::from_secs(seconds.into());
    }
    connection
}

async fn credential(
    profile: &Profile,
    credentials: &Credentials,
    kind: CredentialKind,
) -> Result<Secret, AppError> {
    credentials.find(profile, kind).await?.ok_or_else(|| missing(kind))
}

/// Empty where the sign-in service knows Rollcall as a public client.
async fn client_secret(profile: &Profile, credentials: &Credentials) -> Result<Secret, AppError> {
    let found = credentials.find(profile, CredentialKind::ClientSecret).await?;
    Ok(found.unwrap_or_else(|| Secret::new("")))
}

fn scope(scope: &Scope) -> rollcall_platform::Scope {
    match scope {
        Scope::Platform(ids) => rollcall_platform::Scope::Platform(ids.clone()),
        Scope::Customer(ids) => rollcall_platform::Scope::Customers(ids.clone()),
    }
}

pub(crate) fn network(network: &Network, password: Secret) -> rollcall_platform::Network {
    let proxy = match &network.proxy {
        Proxy::System => rollcall_platform::Proxy::System,
        Proxy::None => rollcall_platform::Proxy::None,
        Proxy::Manual { url, user } => {
            rollcall_platform::Proxy::Manual { url: url.clone(), user: filled(user), password }
        }
    };
    rollcall_platform::Network { proxy, extra_authorities: filled(&network.extra_authorities) }
}

/// `secret` is the one that a person types for this way to sign in.
fn sign_in(
    profile: &Profile,
    secret: Secret,
    tokens: Arc<dyn RefreshTokens>,
    passing: Option<PassingToken>,
) -> rollcall_platform::SignIn {
    match &profile.sign_in {
        SignIn::Token => rollcall_platform::SignIn::Token(secret),
        SignIn::ClientCredentials { token_url, client_id, audience, scope } => {
            rollcall_platform::SignIn::ClientCredentials {
                token_url: token_url.trim().to_owned(),
                client_id: client_id.trim().to_owned(),
                client_secret: secret,
                audience: filled(audience),
                scope: filled(scope),
            }
        }
        SignIn::Browser { authorize_url, token_url, client_id, audience, scope } => {
            let client = BrowserClient {
                authorize_url: authorize_url.trim().to_owned(),
                token_url: token_url.trim().to_owned(),
                client_id: client_id.trim().to_owned(),
                client_secret: Some(secret),
                audience: filled(audience),
                scope: filled(scope),
            };
            let subject = profile.signed_in_as.clone();
            rollcall_platform::SignIn::Browser { client, tokens, passing, subject }
        }
    }
}

fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// The sign-in of a connection, where its credentials are.
struct KeptSignIn {
    credentials: Arc<Credentials>,
    profile: Profile,
    turn: PathBuf,
}

#[async_trait]
impl RefreshTokens for KeptSignIn {
    async fn turn(&self) -> Box<dyn Send> {
        Box::new(alone(&self.turn).await)
    }

    async fn newest(&self) -> Option<Secret> {
        // A keychain that does not say is locked by now; the client remembers what it said before.
        self.credentials.find(&self.profile, CredentialKind::RefreshToken).await.ok().flatten()
    }

    async fn replace(&self, used: &Secret, next: Secret) {
        self.credentials.replace(&self.profile, used, next).await;
    }
}

/// No sign-in at all, for looking whether a client could be made.
struct NobodySignedIn;

#[async_trait]
impl RefreshTokens for NobodySignedIn {
    async fn newest(&self) -> Option<Secret> {
        None
    }

    async fn replace(&self, _: &Secret, _: Secret) {}
}
