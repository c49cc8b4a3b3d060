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
}

impl SystemKeychain {
    pub(crate) fn new(service: &str) -> Self {
        Self { service: service.to_owned() }
    }

    fn entry(&self, account: &str) -> Result<Entry, VaultState> {
        new_entry(&self.service, account)
            .map_err(|error| foreign::judge(&error).unwrap_or(VaultState::Denied))
    }
}

impl Keychain for SystemKeychain {
    fn state(&self) -> VaultState {
        current_state()
    }

    fn unlock(&self) -> Result<(), VaultState> {
        ask_to_unlock()
    }

    fn read(&self, account: &str) -> Result<Option<Secret>, VaultState> {
        match self.entry(account)?.get_secret() {
            // Bytes that are no text were not written by Rollcall.
            Ok(bytes) => {
                String::from_utf8(bytes).map(|text| Some(Secret::new(text))).map_err(|_| VaultState::Denied)
            }
            Err(error) => foreign::judge(&error).map_or(Ok(None), Err),
        }
    }

    fn write(&self, account: &str, secret: &Secret) -> Result<(), VaultState> {
        // Seen by the keychain, which is to keep it.
        let stored = self.entry(account)?.set_secret(secret.expose().as_bytes());
        stored.map_err(|error| foreign::judge(&error).unwrap_or(VaultState::Denied))
    }

    fn delete(&self, account: &str) -> Result<(), VaultState> {
        match self.entry(account)?.delete_credential() {
            Ok(()) => Ok(()),
            Err(error) => foreign::judge(&error).map_or(Ok(()), Err),
        }
    }

    fn longest_entry(&self) -> Option<usize> {
        LONGEST_ENTRY
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
use crate::unix::{ask_to_unlock, current_state, new_entry};

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn new_entry(service: &str, account: &str) -> keyring_core::Result<Entry> {
    keyring::v1::Entry::new(service, account).map(|entry| entry.inner)
}

// Windows keeps credentials open while the person is signed in; macOS tells that it is locked only by
// the failure of a call, and unlocks by itself in that call.
#[cfg(not(all(unix, not(target_os = "macos"))))]
fn current_state() -> VaultState {
    VaultState::Ok
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
fn ask_to_unlock() -> Result<(), VaultState> {
    Ok(())
}
