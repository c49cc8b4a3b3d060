//! Makes the client of a connection from what is kept and its credentials.

use super::Profile;
use super::credentials::{Credentials, missing, secret_kind};
use super::descriptions::description;
use crate::contract::{AppError, Network, Proxy, Scope, SignIn};
use crate::errors::of_platform;
use rollcall_core::Secret;
use rollcall_platform::{Connection, Platform};
use rollcall_vault::CredentialKind;
use std::time::Duration;

/// The client of a kept connection.
pub(crate) async fn client(profile: &Profile, credentials: &Credentials) -> Result<Platform, AppError> {
    let key = credential(profile, credentials, CredentialKind::SubscriptionKey).await?;
    let secret = credential(profile, credentials, secret_kind(&profile.sign_in)).await?;
    let password = match asks_for_password(&profile.network) {
        true => credential(profile, credentials, CredentialKind::ProxyPassword).await?,
        false => Secret::new(""),
    };
    of_connection(profile, connection(profile, key, secret, password))
}

/// Whether a client could be made of `profile`, whatever its credentials are.
pub(crate) fn judge(profile: &Profile) -> Result<(), AppError> {
    let stand_in = || Secret::new("none");
    of_connection(profile, connection(profile, stand_in(), stand_in(), stand_in())).map(drop)
}

pub(crate) fn of_connection(profile: &Profile, connection: Connection) -> Result<Platform, AppError> {
    Platform::new(description(&profile.description)?, connection).map_err(of_platform)
}

/// Whether a proxy is to be told who is there.
pub(crate) fn asks_for_password(network: &Network) -> bool {
    matches!(&network.proxy, Proxy::Manual { user: Some(user), .. } if !user.trim().is_empty())
}

fn connection(
    profile: &Profile,
    subscription_key: Secret,
    secret: Secret,
    proxy_password: Secret,
) -> Connection {
    let mut connection = Connection::new(
        profile.base_url.clone(),
        scope(&profile.scope),
        subscription_key,
        sign_in(&profile.sign_in, secret),
    );
    connection.extra_headers =
        profile.extra_headers.iter().map(|header| (header.name.clone(), header.value.clone())).collect();
    connection.network = network(&profile.network, proxy_password);
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

fn scope(scope: &Scope) -> rollcall_platform::Scope {
    match scope {
        Scope::Platform(ids) => rollcall_platform::Scope::Platform(ids.clone()),
        Scope::Customer(ids) => rollcall_platform::Scope::Customers(ids.clone()),
    }
}

fn network(network: &Network, password: Secret) -> rollcall_platform::Network {
    let proxy = match &network.proxy {
        Proxy::System => rollcall_platform::Proxy::System,
        Proxy::None => rollcall_platform::Proxy::None,
        Proxy::Manual { url, user } => {
            rollcall_platform::Proxy::Manual { url: url.clone(), user: filled(user), password }
        }
    };
    rollcall_platform::Network { proxy, extra_authorities: filled(&network.extra_authorities) }
}

fn sign_in(sign_in: &SignIn, secret: Secret) -> rollcall_platform::SignIn {
    match sign_in {
        SignIn::Token | SignIn::Browser { .. } => rollcall_platform::SignIn::Token(secret),
        SignIn::ClientCredentials { token_url, client_id, audience, scope } => {
            rollcall_platform::SignIn::ClientCredentials {
                token_url: token_url.trim().to_owned(),
                client_id: client_id.trim().to_owned(),
                client_secret: secret,
                audience: filled(audience),
                scope: filled(scope),
            }
        }
    }
}

fn filled(text: &Option<String>) -> Option<String> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}
