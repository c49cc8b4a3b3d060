//! Where a connection's credentials come from: given to this process, or the keychain.

use crate::contract::{AppError, CredentialState, ErrorCode, SignIn};
use crate::errors::of_vault;
use rollcall_core::Secret;
use rollcall_vault::{CredentialKind, Vault, VaultProblem};

/// Credentials that were given to this process from outside, such as by a job's environment.
/// They serve every connection and are written nowhere.
#[derive(Clone, Debug, Default)]
pub struct GivenCredentials {
    /// The subscription key.
    pub subscription_key: Option<Secret>,
    /// A bearer token.
    pub token: Option<Secret>,
    /// A client secret.
    pub client_secret: Option<Secret>,
}

impl GivenCredentials {
    fn of(&self, kind: CredentialKind) -> Option<&Secret> {
        match kind {
            CredentialKind::SubscriptionKey => self.subscription_key.as_ref(),
            CredentialKind::Token => self.token.as_ref(),
            CredentialKind::ClientSecret => self.client_secret.as_ref(),
        }
    }
}

/// Every place in which a credential may be.
pub(crate) struct Credentials {
    given: GivenCredentials,
    keychain: Vault,
    session: Vault,
}

/// The kind of secret that a way to sign in needs.
pub(crate) fn secret_kind(sign_in: &SignIn) -> CredentialKind {
    match sign_in {
        SignIn::Token => CredentialKind::Token,
        SignIn::ClientCredentials { .. } => CredentialKind::ClientSecret,
    }
}

impl Credentials {
    pub(crate) fn new(given: GivenCredentials, keychain: Vault) -> Self {
        Self { given, keychain, session: Vault::session_only() }
    }

    pub(crate) fn keychain(&self) -> &Vault {
        &self.keychain
    }

    /// The credential, wherever it is.
    pub(crate) async fn find(&self, profile: &str, kind: CredentialKind) -> Result<Option<Secret>, AppError> {
        if let Some(given) = self.given.of(kind) {
            return Ok(Some(given.clone()));
        }
        if let Some(held) = self.in_session(profile, kind).await {
            return Ok(Some(held));
        }
        self.keychain.get(profile, kind).await.map_err(of_vault)
    }

    /// Keeps a credential: in the keychain, or in this process alone. Never in a file.
    pub(crate) async fn keep(
        &self,
        profile: &str,
        kind: CredentialKind,
        secret: Secret,
        session_only: bool,
    ) -> Result<(), AppError> {
        let (here, elsewhere) =
            if session_only { (&self.session, &self.keychain) } else { (&self.keychain, &self.session) };
        here.set(profile, kind, secret).await.map_err(of_vault)?;
        // A credential in two places would come back after it was replaced in one. A keychain that
        // does not answer has none of it in the first place, which is why this session holds it.
        let _ = elsewhere.remove(profile, kind).await;
        Ok(())
    }

    /// Moves what is held to where it should be, when the person changes their mind.
    pub(crate) async fn settle(
        &self,
        profile: &str,
        kind: CredentialKind,
        session_only: bool,
    ) -> Result<(), AppError> {
        let held = if session_only {
            self.keychain.get(profile, kind).await.map_err(of_vault)?
        } else {
            self.in_session(profile, kind).await
        };
        match held {
            Some(secret) => self.keep(profile, kind, secret, session_only).await,
            None => Ok(()),
        }
    }

    pub(crate) async fn forget(&self, profile: &str) -> Result<(), AppError> {
        for kind in [CredentialKind::SubscriptionKey, CredentialKind::Token, CredentialKind::ClientSecret] {
            let _ = self.session.remove(profile, kind).await;
            self.keychain.remove(profile, kind).await.map_err(of_vault)?;
        }
        Ok(())
    }

    pub(crate) async fn state(&self, profile: &str, kind: CredentialKind) -> CredentialState {
        if self.given.of(kind).is_some() || self.in_session(profile, kind).await.is_some() {
            return CredentialState::Session;
        }
        match self.keychain.get(profile, kind).await {
            Ok(Some(_)) => CredentialState::Kept,
            Ok(None) => CredentialState::Missing,
            Err(VaultProblem { state: rollcall_vault::VaultState::NoService, .. }) => {
                CredentialState::Missing
            }
            Err(_) => CredentialState::Unknown,
        }
    }

    async fn in_session(&self, profile: &str, kind: CredentialKind) -> Option<Secret> {
        // The session's store is this process's memory: it can't fail.
        self.session.get(profile, kind).await.ok().flatten()
    }
}

pub(crate) fn missing(kind: CredentialKind) -> AppError {
    let what = match kind {
        CredentialKind::SubscriptionKey => "subscription key",
        CredentialKind::Token => "token",
        CredentialKind::ClientSecret => "client secret",
    };
    AppError::new(
        ErrorCode::CredentialsMissing,
        format!(
            "This connection has no {what} yet, or this session has forgotten it. Nothing was sent; enter it under Connections."
        ),
    )
}
