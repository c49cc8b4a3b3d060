//! Whether the data on this machine is encrypted, and with which key.

use crate::contract::{AppError, AppEvent, DataKept, ErrorCode, StorageView};
use crate::errors::of_store;
use crate::{App, locked};
use rollcall_core::{Secret, phrase};
use rollcall_store::{DataKey, StoreError};
use rollcall_vault::{Vault, VaultProblem, VaultState};
use std::sync::Mutex;
use std::sync::atomic::Ordering;

/// How the databases of this process are opened, once that is known.
pub(crate) struct Protected {
    /// The key that was given to this process.
    given: Option<Secret>,
    found: Mutex<Option<Protection>>,
    /// One look at the keychain at a time.
    turn: tokio::sync::Mutex<()>,
}

impl Protected {
    pub(crate) fn by(given: Option<Secret>) -> Self {
        Self { given, found: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }

    /// What `read` makes of how databases are opened; nothing where that is not known.
    fn read<T>(&self, read: impl FnOnce(&Protection) -> T) -> Option<T> {
        locked(&self.found).as_ref().map(read)
    }

    fn key(&self) -> Option<DataKey> {
        self.read(|found| found.key().cloned()).flatten()
    }

    /// Why there is no key to open a database with that wants one.
    pub(crate) fn why_no_key(&self) -> Option<String> {
        self.read(|found| found.why_no_key().map(str::to_owned)).flatten()
    }
}

enum Protection {
    /// With a key from the keychain or the environment.
    Encrypted { key: DataKey, from: KeySource },
    /// Without, because the keychain gave none.
    OwnerOnly { because: VaultProblem },
}

/// Where the data key came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KeySource {
    Keychain,
    Environment,
}

impl Protection {
    /// The given key, else the keychain's.
    async fn find(given: Option<&Secret>, keychain: &Vault) -> Result<Self, AppError> {
        if let Some(given) = given {
            let key = DataKey::from_hex(given).map_err(|problem| {
                AppError::new(ErrorCode::StorageKey, phrase!("The data key that was given is not 64 hexadecimal digits. Nothing was opened or changed."))
                    .with_detail(problem.to_string())
            })?;
            return Ok(Self::Encrypted { key, from: KeySource::Environment });
        }
        match keychain.data_key().await {
            Ok(hex) => {
                let key = DataKey::from_hex(&hex).map_err(|problem| {
                    AppError::new(
                        ErrorCode::StorageKey,
                        phrase!("The keychain's entry for Rollcall's data is damaged. Nothing was opened or changed."),
                    )
                    .with_detail(problem.to_string())
                })?;
                Ok(Self::Encrypted { key, from: KeySource::Keychain })
            }
            Err(because) => Ok(Self::OwnerOnly { because }),
        }
    }

    fn key(&self) -> Option<&DataKey> {
        match self {
            Self::Encrypted { key, .. } => Some(key),
            Self::OwnerOnly { .. } => None,
        }
    }

    fn is_refused(&self) -> bool {
        matches!(self, Self::OwnerOnly { because } if because.state == VaultState::Denied)
    }

    /// `before` says whether something was written with a key before.
    fn view(&self, before: bool) -> StorageView {
        let kept = match self {
            Self::Encrypted { from: KeySource::Keychain, .. } => DataKept::KeyInKeychain,
            Self::Encrypted { from: KeySource::Environment, .. } => DataKept::KeyGiven,
            Self::OwnerOnly { .. } if before => DataKept::KeyMissing,
            Self::OwnerOnly { because } if because.state == VaultState::NoService => DataKept::NoKeychain,
            Self::OwnerOnly { .. } => DataKept::NoKey,
        };
        let sentence = match kept {
            DataKept::KeyInKeychain => "Data encrypted, key in the keychain",
            DataKept::KeyGiven => "Data encrypted, key from the environment",
            DataKept::KeyMissing => "Data encrypted, and its key is not at hand",
            DataKept::NoKeychain => "Data not encrypted: no keychain. Only your account can read it",
            DataKept::NoKey => "Data not encrypted: the keychain gave no key. Only your account can read it",
            DataKept::Unknown => "",
        };
        let sentence = sentence.to_owned();
        StorageView { encrypted: before || self.key().is_some(), kept, sentence }
    }

    /// What to say when a database wants a key and there is none.
    fn why_no_key(&self) -> Option<&str> {
        match self {
            Self::OwnerOnly { because } => Some(&because.sentence),
            Self::Encrypted { .. } => None,
        }
    }
}

impl App {
    /// Finds out how databases are opened, unless that is known. The keychain may take its time.
    ///
    /// # Errors
    /// [`ErrorCode::StorageKey`] for a key that can't be one.
    pub async fn protect(&self) -> Result<(), AppError> {
        let protection = &self.inner.protection;
        let _one_at_a_time = protection.turn.lock().await;
        if locked(&protection.found).is_none() {
            let keychain = self.inner.credentials.keychain();
            let found = Protection::find(protection.given.as_ref(), keychain).await?;
            *locked(&protection.found) = Some(found);
        }
        Ok(())
    }

    /// The key that there is, waiting for nothing but the keychain's first answer.
    pub(super) async fn key_at_hand(&self) -> Option<DataKey> {
        self.protect().await.ok()?;
        self.inner.protection.key()
    }

    /// The key to open databases with, or nothing where they may be opened without one.
    ///
    /// # Errors
    /// [`ErrorCode::StorageKey`] where others in the data folder were written with a key: a keychain that is locked
    /// or silent for once must not lead to people's data lying beside them unencrypted.
    pub(crate) async fn data_key(&self) -> Result<Option<DataKey>, AppError> {
        self.protect().await?;
        // Until it is settled whether this process goes on without a key, nobody else finds one.
        let _one_at_a_time = self.inner.protection.turn.lock().await;
        self.ask_for_key_again().await?;
        let held = self.inner.protection.key();
        if held.is_none() {
            if self.inner.home.holds_encrypted()? {
                return Err(of_store(&StoreError::KeyNeeded));
            }
            self.inner.opened_plain.store(true, Ordering::SeqCst);
        }
        Ok(held)
    }

    /// A person told to unlock the keychain and try again does so. Only one that is open now is asked, so that
    /// each try does not bring up its window anew; and a process that opened something without a key goes on
    /// without, because one sentence says how its data is kept. Whoever asks holds the turn.
    async fn ask_for_key_again(&self) -> Result<(), AppError> {
        let settled = self.inner.protection.key().is_some();
        let keychain = self.inner.credentials.keychain();
        if settled
            || self.inner.opened_plain.load(Ordering::SeqCst)
            || keychain.state().await != VaultState::Ok
        {
            return Ok(());
        }
        let found = Protection::find(None, keychain).await?;
        let now_there = found.key().is_some();
        *locked(&self.inner.protection.found) = Some(found);
        if now_there {
            self.tell(AppEvent::ProfilesChanged);
        }
        Ok(())
    }

    /// How the databases are kept.
    pub(crate) async fn storage_view(&self) -> StorageView {
        let unusable = self.protect().await.err();
        // A keychain that did not answer before may by now: what is said here has to be so. One that refuses would ask
        // the person each time.
        if !self.inner.protection.read(Protection::is_refused).unwrap_or_default() {
            let _one_at_a_time = self.inner.protection.turn.lock().await;
            let _ = self.ask_for_key_again().await;
        }
        // A folder that can't be read says so itself, wherever something of it is asked for.
        let before = self.inner.home.holds_encrypted().unwrap_or(false);
        let known = self.inner.protection.read(|found| found.view(before));
        known.unwrap_or_else(|| StorageView {
            encrypted: before,
            kept: DataKept::Unknown,
            sentence: unusable.map(|problem| problem.message).unwrap_or_default(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::{ProfileDraft, Scope, SignIn};
    use crate::testing::on;
    use rollcall_vault::testing::PretendedKeychain;

    async fn connection(app: &App, name: &str) -> String {
        let draft = ProfileDraft {
            id: None,
            name: name.into(),
            colour: "#7c3aed".into(),
            live: true,
            base_url: "https://api.example".into(),
            scope: Scope::Platform(vec!["1".into()]),
            extra_headers: vec![],
            sign_in: SignIn::Token,
            subscription_key: None,
            secret: None,
            session_only: true,
            read_only: false,
            description: crate::contract::DescriptionChoice::default(),
            network: crate::contract::Network::default(),
            proxy_password: None,
        };
        app.save_profile(draft).await.expect("kept").id
    }

    async fn encrypted(app: &App, profile: &str) -> bool {
        app.roster_summary(profile.to_owned()).await.expect("databases");
        let folder = app.inner.home.of_profile(profile).expect("a folder");
        let told = ["roster.db", "journal.db"]
            .map(|name| rollcall_store::is_encrypted(&folder.join(name)).expect("an answer"));
        assert_eq!(told[0], told[1], "one is encrypted, and the other is not");
        told[0]
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_keychain_that_is_unlocked_after_the_start_gives_its_key() {
        let folder = tempfile::tempdir().expect("a folder");
        let keychain = PretendedKeychain::default();
        keychain.stands(VaultState::Locked);
        let app = on(folder.path(), &keychain).await;
        assert!(!app.storage_view().await.encrypted);
        keychain.stands(VaultState::Ok);
        assert_eq!(
            app.storage_view().await.sentence,
            "Data encrypted, key in the keychain",
            "before anything is opened"
        );
        let profile = connection(&app, "Nordlys").await;
        assert!(encrypted(&app, &profile).await, "the key was there when the databases were made");
        assert_eq!(app.storage_view().await.sentence, "Data encrypted, key in the keychain");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn nothing_new_is_kept_unencrypted_beside_what_has_a_key() {
        let folder = tempfile::tempdir().expect("a folder");
        let keychain = PretendedKeychain::default();
        let app = on(folder.path(), &keychain).await;
        let first = connection(&app, "Nordlys").await;
        assert!(encrypted(&app, &first).await);
        drop(app);
        for state in [VaultState::Locked, VaultState::Slow, VaultState::Denied, VaultState::NoService] {
            keychain.stands(state);
            let app = on(folder.path(), &keychain).await;
            assert_eq!(app.storage_view().await.kept, DataKept::KeyMissing, "{state:?}");
            let second = connection(&app, &format!("{state:?}")).await;
            for profile in [&first, &second] {
                let refused = app.roster_summary(profile.clone()).await.expect_err("it needs the key");
                assert_eq!(refused.code, ErrorCode::StorageKey, "{state:?}: {refused:?}");
            }
            let made = std::fs::read_dir(folder.path().join("profiles").join(&second));
            assert!(made.is_ok_and(|mut made| made.next().is_none()), "{state:?}: a database was made");
            keychain.stands(VaultState::Ok);
            assert!(encrypted(&app, &second).await, "{state:?}: the next try has the key");
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_key_that_is_gone_from_the_keychain_is_said_and_the_data_is_kept_until_a_person_begins_anew() {
        let folder = tempfile::tempdir().expect("a folder");
        let keychain = PretendedKeychain::default();
        let app = on(folder.path(), &keychain).await;
        let profile = connection(&app, "Nordlys").await;
        assert!(encrypted(&app, &profile).await);
        drop(app);
        keychain.loses_everything();
        let app = on(folder.path(), &keychain).await;
        let journal = app.inner.home.of_profile(&profile).expect("a folder").join("journal.db");
        let before = std::fs::read(&journal).expect("a journal");
        let refused = app.roster_summary(profile.clone()).await.expect_err("its key is gone");
        assert_eq!(refused.code, ErrorCode::StorageLost, "{refused:?}");
        assert_eq!(std::fs::read(&journal).expect("still there"), before);
        app.begin_anew(profile.clone()).await.expect("begun anew");
        assert!(encrypted(&app, &profile).await, "with the new key");
        keychain.stands(VaultState::Locked);
        let locked = on(folder.path(), &keychain).await;
        let refused = locked.begin_anew(profile).await.expect_err("nobody knows what can be read");
        assert_eq!(refused.code, ErrorCode::StorageKey, "{refused:?}");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn without_a_keychain_data_is_kept_and_is_encrypted_once_there_is_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let keychain = PretendedKeychain::default();
        keychain.stands(VaultState::NoService);
        let app = on(folder.path(), &keychain).await;
        let first = connection(&app, "Nordlys").await;
        assert!(!encrypted(&app, &first).await);
        assert!(app.unprotected().await.is_some_and(|sentence| sentence.contains("no keychain")));
        keychain.stands(VaultState::Ok);
        let second = connection(&app, "Fabrikam").await;
        assert!(!encrypted(&app, &second).await, "one sentence says how all of it is kept");
        assert!(app.unprotected().await.is_some());
        drop(app);
        let app = on(folder.path(), &keychain).await;
        assert!(encrypted(&app, &first).await && encrypted(&app, &second).await);
        assert_eq!(app.unprotected().await, None);
    }
}
