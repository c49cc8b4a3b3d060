//! The keychain of the operating system.

use crate::keychain::Keychain;
use crate::{VaultState, foreign};
use keyring_core::Entry;
use rollcall_core::Secret;

/// Windows holds 2,560 bytes in an entry (`CRED_MAX_CREDENTIAL_BLOB_SIZE`). The others hold more than
/// any credential has.
const LONGEST_ENTRY: Option<usize> = if cfg!(windows) { Some(2_560) } else { None };

/// The entries of one service name.
pub(crate) struct SystemKeychain {
    service: String,
    connected: Connected,
}

impl SystemKeychain {
    pub(crate) fn new(service: &str) -> Self {
        Self { service: service.to_owned(), connected: Connected::default() }
    }

    fn with_entry<T>(
        &self,
        account: &str,
        work: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        self.connected.with_entry((&self.service, account), work)
    }
}

impl Keychain for SystemKeychain {
    fn state(&self) -> VaultState {
        self.connected.state()
    }

    fn unlock(&self) -> Result<(), VaultState> {
        self.connected.ask_to_unlock()
    }

    fn read(&self, account: &str) -> Result<Option<Secret>, VaultState> {
        match self.with_entry(account, Entry::get_secret) {
            // Bytes that are no text were not written by Rollcall.
            Ok(bytes) => {
                String::from_utf8(bytes).map(|text| Some(Secret::new(text))).map_err(|_| VaultState::Denied)
            }
            Err(error) => foreign::judge(&error).map_or(Ok(None), Err),
        }
    }

    fn write(&self, account: &str, secret: &Secret) -> Result<(), VaultState> {
        // Seen by the keychain, which is to keep it.
        let stored = self.with_entry(account, |entry| entry.set_secret(secret.expose().as_bytes()));
        stored.map_err(|error| foreign::judge(&error).unwrap_or(VaultState::Denied))
    }

    fn delete(&self, account: &str) -> Result<(), VaultState> {
        match self.with_entry(account, Entry::delete_credential) {
            Ok(()) => Ok(()),
            Err(error) => foreign::judge(&error).map_or(Ok(()), Err),
        }
    }

    fn longest_entry(&self) -> Option<usize> {
        LONGEST_ENTRY
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
use crate::unix::Connected;

/// Nothing stays connected: each call of the system stands for itself.
#[cfg(not(all(unix, not(target_os = "macos"))))]
#[derive(Default)]
struct Connected;

#[cfg(not(all(unix, not(target_os = "macos"))))]
impl Connected {
    fn with_entry<T>(
        &self,
        (service, account): (&str, &str),
        work: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        work(&keyring::v1::Entry::new(service, account)?.inner)
    }

    // Windows keeps credentials open while the person is signed in; macOS tells that it is locked only by
    // the failure of a call, and unlocks by itself in that call.
    fn state(&self) -> VaultState {
        VaultState::Ok
    }

    fn ask_to_unlock(&self) -> Result<(), VaultState> {
        Ok(())
    }
}
