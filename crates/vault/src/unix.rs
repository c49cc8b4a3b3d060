//! The Secret Service: how it stands, and its entries.

use crate::{VaultState, foreign};
use keyring_core::Entry;
use keyring_core::api::CredentialStoreApi;
use secret_service::blocking::{Collection, SecretService};
use secret_service::{EncryptionType, Error};
use std::sync::{Arc, Mutex, PoisonError};
use zbus_secret_service_keyring_store::Store;

/// What stays connected from one call to the next.
///
/// gnome-keyring 42 keeps locked memory for each client that ever was, and ends when one of them goes at the wrong moment:
/// then a person has to unlock their keychain again. So there are few of them.
#[derive(Default)]
pub(crate) struct Connected {
    entries: Kept<Arc<Store>>,
    state: Kept<SecretService<'static>>,
}

impl Connected {
    /// Works with an entry. More than once where what was connected is gone, such as after the keychain was restarted.
    pub(crate) fn with_entry<T>(
        &self,
        (service, account): (&str, &str),
        work: impl Fn(&Entry) -> keyring_core::Result<T>,
    ) -> keyring_core::Result<T> {
        let on = |store: &Arc<Store>| work(&store.build(service, account, None)?);
        self.entries.with(Store::new, on, foreign::is_its_answer)
    }

    /// Looks whether the default collection is there and open. The person sees nothing of it.
    pub(crate) fn state(&self) -> VaultState {
        match self.with_default_collection(|collection| collection.is_locked()) {
            Ok(false) => VaultState::Ok,
            Ok(true) => VaultState::Locked,
            Err(error) => judge(&error),
        }
    }

    /// Asks the person for the password of the default collection, and waits for as long as it takes.
    pub(crate) fn ask_to_unlock(&self) -> Result<(), VaultState> {
        self.with_default_collection(|collection| collection.unlock()).map_err(|error| judge(&error))
    }

    fn with_default_collection<T>(&self, work: impl Fn(&Collection) -> Result<T, Error>) -> Result<T, Error> {
        // No secret passes over this connection, so it needs no encryption of its own.
        let connect = || SecretService::connect(EncryptionType::Plain);
        let on = |service: &SecretService| work(&service.get_default_collection()?);
        let is_its_answer = |error: &Error| {
            matches!(error, Error::NoResult)
                || matches!(known(error), Some(VaultState::Locked | VaultState::Denied))
        };
        self.state.with(connect, on, is_its_answer)
    }
}

/// One connection, for as long as it serves.
struct Kept<C>(Mutex<Option<C>>);

impl<C> Default for Kept<C> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<C> Kept<C> {
    /// Works over the connection that is kept; over a new one where there is none, or where that one failed without an answer.
    fn with<T, E>(
        &self,
        connect: impl Fn() -> Result<C, E>,
        work: impl Fn(&C) -> Result<T, E>,
        is_its_answer: impl Fn(&E) -> bool,
    ) -> Result<T, E> {
        let serves = |done: &Result<T, E>| done.as_ref().err().is_none_or(&is_its_answer);
        // Taken away while it is used: over one that hangs nobody else can wait.
        let kept = self.now().take();
        if let Some(kept) = kept {
            let done = work(&kept);
            if serves(&done) {
                self.keep(kept);
                return done;
            }
        }
        let fresh = connect()?;
        let done = work(&fresh);
        if serves(&done) {
            self.keep(fresh);
        }
        done
    }

    /// Another one may have come meanwhile, and be in use: then this one ends, and not under the lock.
    fn keep(&self, connection: C) {
        let mut now = self.now();
        let spare = if now.is_none() { now.replace(connection) } else { Some(connection) };
        drop(now);
        drop(spare);
    }

    fn now(&self) -> std::sync::MutexGuard<'_, Option<C>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn judge(error: &Error) -> VaultState {
    // Without a mark it is the connection that failed: no bus, or a socket that nobody answers.
    let state = known(error).unwrap_or(VaultState::NoService);
    tracing::warn!(?state, %error, "the Secret Service does not serve");
    state
}

fn known(error: &Error) -> Option<VaultState> {
    match error {
        // No default collection: a service that has no keychain to put anything into.
        Error::Unavailable | Error::NoResult => Some(VaultState::NoService),
        Error::Locked | Error::Prompt | Error::PromptDisconnected => Some(VaultState::Locked),
        other => foreign::worded(&other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    /// Connections are numbered as they are made.
    fn numbered(made: &Cell<u32>) -> impl Fn() -> Result<u32, &'static str> {
        || {
            made.set(made.get() + 1);
            Ok(made.get())
        }
    }

    fn is_its_answer(error: &&str) -> bool {
        *error == "locked"
    }

    #[test]
    fn a_connection_stays_while_it_serves_also_where_the_answer_is_no() {
        let (kept, made) = (Kept::default(), Cell::new(0));
        assert_eq!(kept.with(numbered(&made), |which| Ok(*which), is_its_answer), Ok(1));
        assert_eq!(kept.with(numbered(&made), |_| Err::<u32, _>("locked"), is_its_answer), Err("locked"));
        assert_eq!(kept.with(numbered(&made), |which| Ok(*which), is_its_answer), Ok(1));
        assert_eq!(made.get(), 1);
    }

    #[test]
    fn where_it_is_gone_the_same_is_done_once_more_over_a_new_one() {
        let (kept, made) = (Kept::default(), Cell::new(0));
        let gone = |which: &u32| if *which == 1 { Err("gone") } else { Ok(*which) };
        assert_eq!(kept.with(numbered(&made), gone, is_its_answer), Err("gone"), "a new one is not doubted");
        assert_eq!(kept.with(numbered(&made), |which| Ok(*which), is_its_answer), Ok(2));
        let gone = |which: &u32| if *which == 2 { Err("gone") } else { Ok(*which) };
        assert_eq!(kept.with(numbered(&made), gone, is_its_answer), Ok(3));
        assert_eq!(kept.with(numbered(&made), |which| Ok(*which), is_its_answer), Ok(3));
    }

    #[test]
    fn one_that_hangs_keeps_nobody_waiting_and_replaces_nobody_when_it_comes_back() {
        let (kept, made) = (Kept::default(), Cell::new(0));
        let during = |first: &u32| {
            let other = kept.with(numbered(&made), |which| Ok(*which), is_its_answer);
            assert_eq!(other, Ok(first + 1), "while the first is in use");
            Ok(*first)
        };
        assert_eq!(kept.with(numbered(&made), during, is_its_answer), Ok(1));
        assert_eq!(kept.with(numbered(&made), |which| Ok(*which), is_its_answer), Ok(2));
    }
}
