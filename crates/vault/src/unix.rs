//! The Secret Service: how it stands, and its entries.

use crate::{VaultState, foreign};
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;
use secret_service::blocking::{Collection, SecretService};
use secret_service::{EncryptionType, Error};
use zbus_secret_service_keyring_store::Store;

/// An entry over a connection of its own, so that a keychain that was restarted meanwhile is found.
pub(crate) fn new_entry(service: &str, account: &str) -> keyring_core::Result<Entry> {
    Store::new()?.build(service, account, None)
}

/// Looks whether the default collection is there and open. The person sees nothing of it.
pub(crate) fn current_state() -> VaultState {
    let locked = with_default_collection(|collection| collection.is_locked());
    match locked {
        Ok(false) => VaultState::Ok,
        Ok(true) => VaultState::Locked,
        Err(error) => judge(&error),
    }
}

/// Asks the person for the password of the default collection, and waits for as long as it takes.
pub(crate) fn ask_to_unlock() -> Result<(), VaultState> {
    with_default_collection(|collection| collection.unlock()).map_err(|error| judge(&error))
}

fn with_default_collection<T>(work: impl FnOnce(&Collection) -> Result<T, Error>) -> Result<T, Error> {
    // No secret passes over this connection, so it needs no encryption of its own.
    let service = SecretService::connect(EncryptionType::Plain)?;
    let collection = service.get_default_collection()?;
    work(&collection)
}

fn judge(error: &Error) -> VaultState {
    let state = match error {
        // No default collection: a service that has no keychain to put anything into.
        Error::Unavailable | Error::NoResult => VaultState::NoService,
        Error::Locked | Error::Prompt | Error::PromptDisconnected => VaultState::Locked,
        // Without a mark it is the connection that failed: no bus, or a socket that nobody answers.
        other => foreign::worded(&other.to_string()).unwrap_or(VaultState::NoService),
    };
    tracing::warn!(?state, %error, "the Secret Service does not serve");
    state
}
