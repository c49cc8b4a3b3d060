//! A keychain in memory for the tests, with the moods of real ones.
#![cfg_attr(not(test), allow(dead_code, reason = "the tests of other crates use a part of it"))]

use crate::VaultState;
use crate::keychain::Keychain;
use rollcall_core::Secret;
use std::collections::HashMap;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};

#[derive(Default)]
pub(crate) struct FakeKeychain {
    pub(crate) longest: Option<usize>,
    pub(crate) moods: Mutex<Moods>,
    pub(crate) entries: Mutex<HashMap<String, Secret>>,
}

#[derive(Default)]
pub(crate) struct Moods {
    /// What `state` says; `Ok` if none.
    pub(crate) state: Option<VaultState>,
    /// What the person does when asked to unlock; unlocks if none.
    pub(crate) unlock_fails: Option<VaultState>,
    /// The next call waits until something arrives or the sender is gone.
    pub(crate) gate: Option<Receiver<()>>,
    /// Whether the gate stands before unlocking and not before reading.
    pub(crate) gate_at_unlock: bool,
    pub(crate) read_fails: Option<VaultState>,
    pub(crate) writes_left: Option<usize>,
    /// After so many more it refuses one alone.
    pub(crate) refuses_after: Option<usize>,
    /// It forgets so many more, and then refuses.
    pub(crate) forgets: Option<usize>,
    /// How many calls reached the keychain.
    pub(crate) calls: usize,
    pub(crate) panics: bool,
}

impl FakeKeychain {
    pub(crate) fn moods(&self) -> std::sync::MutexGuard<'_, Moods> {
        self.moods.lock().unwrap_or_else(|poison| poison.into_inner())
    }

    pub(crate) fn fail_writes_after(&self, writes: usize) {
        self.moods().writes_left = Some(writes);
    }

    pub(crate) fn forget_where(&self, gone: impl Fn(&str) -> bool) {
        self.entries.lock().expect("entries").retain(|account, _| !gone(account));
    }

    pub(crate) fn lose_everything(&self) {
        self.entries.lock().expect("entries").clear();
    }

    pub(crate) fn count(&self) -> usize {
        self.entries.lock().expect("entries").len()
    }

    pub(crate) fn longest_stored(&self) -> usize {
        let entries = self.entries.lock().expect("entries");
        entries.values().map(|secret| secret.expose().len()).max().unwrap_or(0)
    }

    fn wait_at_gate(&self, unlocking: bool) {
        let gate = {
            let mut moods = self.moods();
            if moods.gate_at_unlock == unlocking { moods.gate.take() } else { None }
        };
        if let Some(gate) = gate {
            let _ = gate.recv();
        }
    }
}

impl Keychain for Arc<FakeKeychain> {
    fn state(&self) -> VaultState {
        self.as_ref().state()
    }
    fn unlock(&self) -> Result<(), VaultState> {
        self.as_ref().unlock()
    }
    fn read(&self, account: &str) -> Result<Option<Secret>, VaultState> {
        self.as_ref().read(account)
    }
    fn write(&self, account: &str, secret: &Secret) -> Result<(), VaultState> {
        self.as_ref().write(account, secret)
    }
    fn delete(&self, account: &str) -> Result<(), VaultState> {
        self.as_ref().delete(account)
    }
    fn longest_entry(&self) -> Option<usize> {
        self.longest
    }
}

impl Keychain for FakeKeychain {
    fn state(&self) -> VaultState {
        let mut moods = self.moods();
        moods.calls += 1;
        assert!(!moods.panics, "the keychain panics");
        moods.state.unwrap_or(VaultState::Ok)
    }

    fn unlock(&self) -> Result<(), VaultState> {
        self.wait_at_gate(true);
        let mut moods = self.moods();
        match moods.unlock_fails {
            Some(state) => Err(state),
            None => {
                moods.state = None;
                Ok(())
            }
        }
    }

    fn read(&self, account: &str) -> Result<Option<Secret>, VaultState> {
        self.wait_at_gate(false);
        match self.moods().read_fails {
            Some(state) => Err(state),
            None => Ok(self.entries.lock().expect("entries").get(account).cloned()),
        }
    }

    fn write(&self, account: &str, secret: &Secret) -> Result<(), VaultState> {
        let mut moods = self.moods();
        match &mut moods.writes_left {
            Some(0) => return Err(VaultState::Denied),
            Some(left) => *left -= 1,
            None => {}
        }
        match &mut moods.refuses_after {
            Some(0) => {
                moods.refuses_after = None;
                return Err(VaultState::Denied);
            }
            Some(left) => *left -= 1,
            None => {}
        }
        self.entries.lock().expect("entries").insert(account.to_owned(), secret.clone());
        Ok(())
    }

    fn delete(&self, account: &str) -> Result<(), VaultState> {
        match &mut self.moods().forgets {
            Some(0) => return Err(VaultState::Denied),
            Some(left) => *left -= 1,
            None => {}
        }
        self.entries.lock().expect("entries").remove(account);
        Ok(())
    }

    fn longest_entry(&self) -> Option<usize> {
        self.longest
    }
}
