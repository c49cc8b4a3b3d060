//! Where a connection's credentials come from: given to this process, or the keychain.

mod change;
mod renewed;

pub(crate) use change::Change;

use super::Profile;
use crate::contract::{AppError, CredentialState, ErrorCode, SignIn};
use crate::errors::of_vault;
use crate::locked;
use rollcall_core::{Secret, phrase, sentence};
use rollcall_platform::PassingToken;
use rollcall_vault::{CredentialKind, Vault, VaultProblem, VaultState};
use std::collections::HashMap;
use std::sync::Mutex;

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
    /// The password for a proxy that asks who is there.
    pub proxy_password: Option<Secret>,
}

impl GivenCredentials {
    fn of(&self, kind: CredentialKind) -> Option<&Secret> {
        match kind {
            CredentialKind::SubscriptionKey => self.subscription_key.as_ref(),
            CredentialKind::Token => self.token.as_ref(),
            CredentialKind::ClientSecret => self.client_secret.as_ref(),
            CredentialKind::ProxyPassword => self.proxy_password.as_ref(),
            CredentialKind::RefreshToken => None,
        }
    }
}

/// Every place in which a credential may be.
pub(crate) struct Credentials {
    given: GivenCredentials,
    keychain: Vault,
    session: Vault,
    /// What sign-ins gave that nothing renews, by connection: the store of a session, too, holds nothing that ends.
    passing: Mutex<HashMap<String, PassingToken>>,
    /// What the keychain held when it did not take the renewed sign-in of a connection.
    outlived: Mutex<HashMap<String, Secret>>,
}

const KINDS: [CredentialKind; 5] = [
    CredentialKind::SubscriptionKey,
    CredentialKind::Token,
    CredentialKind::ClientSecret,
    CredentialKind::RefreshToken,
    CredentialKind::ProxyPassword,
];

/// The kind of secret that a way to sign in needs.
pub(crate) fn secret_kind(sign_in: &SignIn) -> CredentialKind {
    match sign_in {
        SignIn::Token => CredentialKind::Token,
        SignIn::Browser { .. } => CredentialKind::RefreshToken,
        SignIn::ClientCredentials { .. } => CredentialKind::ClientSecret,
    }
}

/// The kind of secret that a person types for a way to sign in. Of a browser's it may be left out.
pub(crate) fn typed_kind(sign_in: &SignIn) -> CredentialKind {
    match sign_in {
        SignIn::Token => CredentialKind::Token,
        SignIn::ClientCredentials { .. } | SignIn::Browser { .. } => CredentialKind::ClientSecret,
    }
}

impl Credentials {
    pub(crate) fn new(given: GivenCredentials, keychain: Vault) -> Self {
        let (passing, outlived) = (Mutex::default(), Mutex::default());
        Self { given, keychain, session: Vault::session_only(), passing, outlived }
    }

    pub(crate) fn keychain(&self) -> &Vault {
        &self.keychain
    }

    /// The credential, wherever it is.
    pub(crate) async fn find(
        &self,
        profile: &Profile,
        kind: CredentialKind,
    ) -> Result<Option<Secret>, AppError> {
        if let Some(given) = self.given.of(kind) {
            return Ok(Some(given.clone()));
        }
        self.held(profile, kind).await.map_err(of_vault)
    }

    /// What was entered for this connection. One that is for this session only has nothing in the keychain: what
    /// a locked one could not be rid of must not come back at the next start.
    async fn held(&self, profile: &Profile, kind: CredentialKind) -> Result<Option<Secret>, VaultProblem> {
        match self.in_session(&profile.id, kind).await {
            Some(held) => Ok(Some(held)),
            None if profile.session_only => Ok(None),
            None => self.kept(&profile.id, kind).await,
        }
    }

    /// What the keychain holds; where there is none, nothing was ever put into one.
    async fn kept(&self, profile: &str, kind: CredentialKind) -> Result<Option<Secret>, VaultProblem> {
        match self.keychain.get(profile, kind).await {
            Err(problem) if problem.state == VaultState::NoService => Ok(None),
            other => other,
        }
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
        self.forget_passing(profile, kind);
        Ok(())
    }

    /// Keeps what a sign-in gave that nothing renews, for as long as the process, in the place of an earlier sign-in.
    pub(crate) async fn keep_passing(&self, profile: &str, token: PassingToken) {
        self.forget_one(profile, CredentialKind::RefreshToken).await;
        locked(&self.passing).insert(profile.to_owned(), token);
    }

    /// What the sign-in of a connection gave, where nothing renews it.
    pub(crate) fn passing(&self, profile: &str) -> Option<PassingToken> {
        locked(&self.passing).get(profile).cloned()
    }

    fn forget_passing(&self, profile: &str, kind: CredentialKind) {
        if kind == CredentialKind::RefreshToken {
            locked(&self.passing).remove(profile);
            locked(&self.outlived).remove(profile);
        }
    }

    /// What is held, and not where it should be now.
    async fn misplaced(
        &self,
        profile: &str,
        kind: CredentialKind,
        session_only: bool,
    ) -> Result<Option<Secret>, AppError> {
        match (self.in_session(profile, kind).await, session_only) {
            // It is where it should be; the keychain need not be asked, which may be locked.
            (Some(_), true) => Ok(None),
            (held, false) => Ok(held),
            (None, true) => self.kept(profile, kind).await.map_err(of_vault),
        }
    }

    /// Whether a credential is held anywhere; where the keychain does not say, there may be one.
    pub(crate) async fn may_hold(&self, profile: &str, kind: CredentialKind) -> bool {
        self.in_session(profile, kind).await.is_some() || !matches!(self.kept(profile, kind).await, Ok(None))
    }

    /// Forgets what a connection that now signs in with `used` no longer needs: nobody would see it again.
    pub(crate) async fn forget_others(&self, profile: &str, sign_in: &SignIn) {
        let used = [secret_kind(sign_in), typed_kind(sign_in)];
        let always = [CredentialKind::SubscriptionKey, CredentialKind::ProxyPassword];
        let others = KINDS.into_iter().filter(|kind| !always.contains(kind) && !used.contains(kind));
        for kind in others {
            self.forget_one(profile, kind).await;
        }
    }

    /// Forgets what a connection no longer needs.
    pub(crate) async fn forget_one(&self, profile: &str, kind: CredentialKind) {
        self.forget_passing(profile, kind);
        let _ = self.session.remove(profile, kind).await;
        // A keychain that is locked now keeps it until the connection is removed.
        let _ = self.keychain.remove(profile, kind).await;
    }

    /// Gives a second connection what the first one holds. Not its refresh token: a server that renews it at each use
    /// takes two users of one for a theft, and ends both sign-ins.
    pub(crate) async fn copy(&self, from: &Profile, to: &Profile) -> Result<(), AppError> {
        for kind in KINDS.into_iter().filter(|kind| *kind != CredentialKind::RefreshToken) {
            if let Some(held) = self.held(from, kind).await.map_err(of_vault)? {
                self.keep(&to.id, kind, held, to.session_only).await?;
            }
        }
        Ok(())
    }

    /// Begins to forget everything that is kept of a connection. Where a keychain refuses, all of it is put back.
    pub(crate) async fn forgetting(&self, profile: &str) -> Result<Change<'_>, AppError> {
        let mut change = self.change(profile);
        for kind in KINDS {
            if let Err(problem) = change.forget(kind).await {
                return Err(change.take_back(problem).await);
            }
        }
        Ok(change)
    }

    pub(crate) async fn forget(&self, profile: &str) -> Result<(), AppError> {
        for kind in KINDS {
            self.forget_kind(profile, kind).await?;
        }
        Ok(())
    }

    pub(crate) async fn forget_kind(&self, profile: &str, kind: CredentialKind) -> Result<(), AppError> {
        match self.keychain.remove(profile, kind).await {
            Err(problem) if problem.state != VaultState::NoService => return Err(of_vault(problem)),
            _ => {}
        }
        self.forget_passing(profile, kind);
        let _ = self.session.remove(profile, kind).await;
        Ok(())
    }

    pub(crate) async fn state(&self, profile: &Profile, kind: CredentialKind) -> CredentialState {
        let passing = kind == CredentialKind::RefreshToken && self.passing(&profile.id).is_some();
        if passing || self.given.of(kind).is_some() || self.in_session(&profile.id, kind).await.is_some() {
            return CredentialState::Session;
        }
        match self.held(profile, kind).await {
            Ok(Some(_)) => CredentialState::Kept,
            Ok(None) => CredentialState::Missing,
            Err(_) => CredentialState::Unknown,
        }
    }

    async fn in_session(&self, profile: &str, kind: CredentialKind) -> Option<Secret> {
        // The session's store is this process's memory: it can't fail.
        self.session.get(profile, kind).await.ok().flatten()
    }
}

/// What a credential is called for people.
fn name(kind: CredentialKind) -> &'static str {
    match kind {
        CredentialKind::SubscriptionKey => "subscription key",
        CredentialKind::Token => "token",
        CredentialKind::ClientSecret => "client secret",
        CredentialKind::RefreshToken => "sign-in",
        CredentialKind::ProxyPassword => "password for the proxy",
    }
}

pub(crate) fn missing(kind: CredentialKind) -> AppError {
    if kind == CredentialKind::RefreshToken {
        return AppError::new(
            ErrorCode::CredentialsMissing,
            phrase!(
                "Nobody is signed in through this connection yet, or this session has forgotten it. Nothing was sent; sign in with the browser under Connections."
            ),
        );
    }
    AppError::new(
        ErrorCode::CredentialsMissing,
        sentence!(
            "This connection has no {what} yet, or this session has forgotten it. Nothing was sent; enter it under Connections.",
            what = name(kind)
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::connect::Tuning;
    use crate::contract::Scope;
    use rollcall_vault::testing::PretendedKeychain;

    const KIND: CredentialKind = CredentialKind::Token;

    pub(super) fn profile(session_only: bool) -> Profile {
        Profile {
            id: "p-1".into(),
            name: "Nordlys".into(),
            colour: "#7c3aed".into(),
            live: true,
            base_url: "https://api.example".into(),
            scope: Scope::Platform(vec!["1".into()]),
            extra_headers: vec![],
            sign_in: SignIn::Token,
            session_only,
            description: crate::contract::DescriptionChoice::default(),
            read_only: false,
            network: crate::contract::Network::default(),
            signed_in_as: None,
            tuning: Tuning::default(),
        }
    }

    pub(super) fn on(keychain: &PretendedKeychain) -> Credentials {
        Credentials::new(GivenCredentials::default(), keychain.vault())
    }

    async fn found(credentials: &Credentials, session_only: bool) -> Option<String> {
        let found = credentials.find(&profile(session_only), KIND).await.expect("an answer");
        found.map(|secret| secret.expose().to_owned())
    }

    #[tokio::test]
    async fn a_computer_without_a_keychain_can_change_and_remove_a_connection() {
        let keychain = PretendedKeychain::default();
        keychain.stands(VaultState::NoService);
        let credentials = on(&keychain);
        credentials.keep("p-1", KIND, Secret::new("one"), true).await.expect("kept for the session");
        let mut change = credentials.change("p-1");
        change.settle(KIND, true).await.expect("it stays where it is");
        change.settle(CredentialKind::SubscriptionKey, true).await.expect("there is none");
        change.finish().await;
        assert_eq!(found(&credentials, true).await.as_deref(), Some("one"));
        credentials.forget("p-1").await.expect("forgotten");
        assert_eq!(found(&credentials, true).await, None);
        assert_eq!(credentials.state(&profile(false), KIND).await, CredentialState::Missing);
    }

    #[tokio::test]
    async fn what_a_locked_keychain_could_not_forget_does_not_come_back_in_a_session() {
        let keychain = PretendedKeychain::default();
        on(&keychain).keep("p-1", KIND, Secret::new("old"), false).await.expect("kept");
        keychain.stands(VaultState::Locked);
        let credentials = on(&keychain);
        credentials.keep("p-1", KIND, Secret::new("new"), true).await.expect("kept for the session");
        let mut change = credentials.change("p-1");
        change.settle(KIND, true).await.expect("the keychain need not be asked");
        change.finish().await;
        assert_eq!(found(&credentials, true).await.as_deref(), Some("new"));
        keychain.stands(VaultState::Ok);
        let next_start = on(&keychain);
        assert_eq!(found(&next_start, true).await, None, "a replaced credential came back");
        assert_eq!(next_start.state(&profile(true), KIND).await, CredentialState::Missing);
    }

    #[tokio::test]
    async fn what_the_keychain_does_not_give_back_is_not_said_to_be_forgotten() {
        let keychain = PretendedKeychain::default();
        let credentials = on(&keychain);
        credentials.keep("p-1", KIND, Secret::new("one"), false).await.expect("kept");
        keychain.stands(VaultState::Locked);
        let refused = credentials.forget("p-1").await.expect_err("it is still there");
        assert_eq!(refused.code, ErrorCode::KeychainLocked);
        assert_eq!(credentials.state(&profile(false), KIND).await, CredentialState::Unknown);
        assert!(credentials.may_hold("p-1", KIND).await, "nobody knows that there is none");
    }

    #[tokio::test]
    async fn a_secret_that_no_sign_in_uses_any_more_leaves_the_keychain() {
        let keychain = PretendedKeychain::default();
        let credentials = on(&keychain);
        for kind in KINDS {
            credentials.keep("p-1", kind, Secret::new("one"), false).await.expect("kept");
        }
        credentials.forget_others("p-1", &browser()).await;
        assert_eq!(keychain.count(), 4, "the token goes; a browser's client may have a secret");
        assert_eq!(found(&credentials, false).await, None);
        credentials.forget_others("p-1", &SignIn::Token).await;
        assert_eq!(keychain.count(), 2, "the key and the proxy's password stay");
    }

    fn browser() -> SignIn {
        SignIn::Browser {
            authorize_url: "https://login.example/authorize".into(),
            token_url: "https://login.example/token".into(),
            client_id: "app".into(),
            audience: None,
            scope: None,
        }
    }
}
