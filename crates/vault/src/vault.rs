//! Credentials by profile and kind.

use crate::calls::{Call, Calls, PATIENCE};
use crate::keychain::Keychain;
use crate::system::SystemKeychain;
use crate::{VaultProblem, VaultState, creation, parts};
use rollcall_core::{Secret, phrase, sentence};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// The longest secret that is stored, in characters.
pub const LONGEST_SECRET: usize = 5_000;

/// The entry of the data key. Entries of credentials have a `/`, so no profile can be called so.
const DATA_KEY: &str = "data-key";

/// Bytes of a data key.
const DATA_KEY_BYTES: usize = 32;

/// What a credential is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialKind {
    /// The key of the API gateway.
    SubscriptionKey,
    /// A bearer token.
    Token,
    /// The secret that belongs to a client id.
    ClientSecret,
    /// What gives new bearer tokens after a person signed in once (RFC 6749, section 6).
    RefreshToken,
    /// The password for a proxy.
    ProxyPassword,
}

impl CredentialKind {
    fn name(self) -> &'static str {
        match self {
            Self::SubscriptionKey => "subscription-key",
            Self::Token => "token",
            Self::ClientSecret => "client-secret",
            Self::RefreshToken => "refresh-token",
            Self::ProxyPassword => "proxy-password",
        }
    }
}

/// Where the credentials of all profiles are kept.
///
/// Needs a tokio runtime with time. Calls take 5 s at most; a call that was given up may go on in the
/// background until the keychain answers it, and until then further calls say the same at once. One that waits for
/// the keychain to be unlocked keeps nobody from it once it was unlocked elsewhere.
pub struct Vault(Backing);

enum Backing {
    System { calls: Calls, service: String },
    Memory(Mutex<HashMap<String, Secret>>),
}

impl Vault {
    /// The keychain of the operating system. `service` tells the entries of one data folder from
    /// those of another.
    pub fn system(service: &str) -> Self {
        Self::on(service, Arc::new(SystemKeychain::new(service)), PATIENCE)
    }

    /// The memory of this process: nothing is ever written, and everything is gone at its end.
    pub fn session_only() -> Self {
        Self(Backing::Memory(Mutex::default()))
    }

    pub(crate) fn on(service: &str, keychain: Arc<dyn Keychain>, patience: std::time::Duration) -> Self {
        Self(Backing::System { calls: Calls::new(keychain, patience), service: service.to_owned() })
    }

    /// Whether credentials outlive this process.
    pub fn remembers(&self) -> bool {
        matches!(self.0, Backing::System { .. })
    }

    /// How the keychain stands. The person sees nothing of it, and nothing is changed.
    pub async fn state(&self) -> VaultState {
        match &self.0 {
            Backing::System { calls, .. } => calls.state().await,
            Backing::Memory(_) => VaultState::Ok,
        }
    }

    /// The credential of a profile, if there is one. A locked keychain asks the person first.
    ///
    /// # Errors
    /// [`VaultProblem`]; then it is not known whether there is one.
    pub async fn get(&self, profile: &str, kind: CredentialKind) -> Result<Option<Secret>, VaultProblem> {
        let account = account(profile, kind);
        match &self.0 {
            Backing::System { calls, .. } => {
                let found = calls.with_open(move |keychain, _| parts::read(keychain, &account)).await;
                found.map_err(VaultProblem::of)
            }
            Backing::Memory(held) => Ok(lock(held).get(&account).cloned()),
        }
    }

    /// Whether a secret is one that can be kept, wherever that is. Nothing is asked for it.
    ///
    /// # Errors
    /// [`VaultProblem`] for one that is empty or longer than [`LONGEST_SECRET`].
    pub fn check(secret: &Secret) -> Result<(), VaultProblem> {
        check_length(secret)
    }

    /// Keeps a credential, in place of an earlier one.
    ///
    /// # Errors
    /// [`VaultProblem`]; also for one that is empty or longer than [`LONGEST_SECRET`].
    pub async fn set(&self, profile: &str, kind: CredentialKind, secret: Secret) -> Result<(), VaultProblem> {
        check_length(&secret)?;
        let account = account(profile, kind);
        match &self.0 {
            Backing::System { calls, .. } => {
                let stored =
                    calls.with_open(move |keychain, _| parts::write(keychain, &account, &secret)).await;
                stored.map_err(VaultProblem::of)
            }
            Backing::Memory(held) => {
                lock(held).insert(account, secret);
                Ok(())
            }
        }
    }

    /// Forgets a credential. That there is none is fine.
    ///
    /// # Errors
    /// [`VaultProblem`]; then it may still be there.
    pub async fn remove(&self, profile: &str, kind: CredentialKind) -> Result<(), VaultProblem> {
        let account = account(profile, kind);
        match &self.0 {
            Backing::System { calls, .. } => {
                let removed = calls.with_open(move |keychain, _| parts::delete(keychain, &account)).await;
                removed.map_err(VaultProblem::of)
            }
            Backing::Memory(held) => {
                lock(held).remove(&account);
                Ok(())
            }
        }
    }

    /// The key of the databases: 64 hexadecimal digits. Made from the operating system's randomness at
    /// the first call, and read back from the keychain before it is given out.
    ///
    /// # Errors
    /// [`VaultProblem`]. Only an open keychain that says "there is none" leads to a new key: a new key
    /// makes what was written with the old one unreadable. In session-only mode there is never one,
    /// since nobody could open the databases afterwards.
    pub async fn data_key(&self) -> Result<Secret, VaultProblem> {
        match &self.0 {
            Backing::System { calls, service } => {
                let service = service.clone();
                let key =
                    calls.with_open(move |keychain, call| find_or_make_key(keychain, call, &service)).await;
                key.map_err(VaultProblem::of)
            }
            Backing::Memory(_) => Err(VaultProblem {
                state: VaultState::NoService,
                sentence:
                    "In session-only mode nothing is kept in a keychain, so there is no key for the data. \
                           Nothing was lost."
                        .to_owned(),
            }),
        }
    }
}

fn account(profile: &str, kind: CredentialKind) -> String {
    format!("{profile}/{}", kind.name())
}

fn lock(held: &Mutex<HashMap<String, Secret>>) -> std::sync::MutexGuard<'_, HashMap<String, Secret>> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

fn check_length(secret: &Secret) -> Result<(), VaultProblem> {
    // Seen for its length alone.
    match secret.expose().chars().count() {
        0 => Err(VaultProblem::refused(phrase!(
            "There is nothing to store. What the keychain holds is unchanged."
        ))),
        count if count > LONGEST_SECRET => Err(VaultProblem::refused(sentence!(
            "This has {count} characters and at most {most} can be stored. What the keychain holds is \
             unchanged. Check that nothing else was pasted along with it.",
            count = count,
            most = LONGEST_SECRET
        ))),
        _ => Ok(()),
    }
}

fn find_or_make_key(keychain: &dyn Keychain, call: &Call, service: &str) -> Result<Secret, VaultState> {
    if let Some(key) = parts::read(keychain, DATA_KEY)? {
        return Ok(key);
    }
    let _alone = creation::lock(service, call)?;
    if let Some(key) = parts::read(keychain, DATA_KEY)? {
        return Ok(key);
    }
    // Its caller may have been told "slow" by now and would go on without this key.
    call.go_on()?;
    parts::write(keychain, DATA_KEY, &new_key()?)?;
    // What the keychain gives back counts: another process may have been first, and a keychain that
    // keeps nothing must show now and not at the next start.
    parts::read(keychain, DATA_KEY)?.ok_or(VaultState::Denied)
}

fn new_key() -> Result<Secret, VaultState> {
    let mut bytes = [0; DATA_KEY_BYTES];
    getrandom::fill(&mut bytes).map_err(|_| VaultState::Denied)?;
    Ok(Secret::new(bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()))
}

#[cfg(test)]
mod tests;
