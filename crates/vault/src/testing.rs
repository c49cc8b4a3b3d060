//! For the tests of the crates that keep secrets: a keychain that stands as a test wants.

use crate::fake::FakeKeychain;
use crate::{Vault, VaultState};
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

/// A keychain in the memory of a test. Clones are the same keychain.
#[derive(Clone, Default)]
pub struct PretendedKeychain(Arc<FakeKeychain>);

impl PretendedKeychain {
    /// How it stands from now on. Nobody is there to unlock it.
    pub fn stands(&self, state: VaultState) {
        let trouble = Some(state).filter(|state| *state != VaultState::Ok);
        let mut moods = self.0.moods();
        (moods.state, moods.unlock_fails) = (trouble, trouble);
    }

    /// The next read gets no answer until what is returned is dropped.
    pub fn hangs(&self) -> Sender<()> {
        let (answers, gate) = channel();
        self.0.moods().gate = Some(gate);
        answers
    }

    /// It takes so many more, and then refuses.
    pub fn takes_only(&self, writes: usize) {
        self.0.fail_writes_after(writes);
    }

    /// It takes so many more, refuses one, and takes again.
    pub fn refuses_one_after(&self, writes: usize) {
        self.0.moods().refuses_after = Some(writes);
    }

    /// It forgets so many more, and then refuses.
    pub fn forgets_only(&self, removals: usize) {
        self.0.moods().forgets = Some(removals);
    }

    /// How many secrets it holds, the key of the databases included.
    pub fn count(&self) -> usize {
        self.0.count()
    }

    /// Everything in it is gone, as after its file was removed.
    pub fn loses_everything(&self) {
        self.0.lose_everything();
    }

    /// A vault on it.
    pub fn vault(&self) -> Vault {
        Vault::on("rollcall-unit-test", Arc::new(Arc::clone(&self.0)), Duration::from_secs(60))
    }
}
