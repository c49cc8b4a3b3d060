//! What a vault needs from a keychain, and nothing more.

use crate::VaultState;
use rollcall_core::Secret;

/// A keychain. Its calls may block for as long as they like. No error is [`VaultState::Ok`].
pub(crate) trait Keychain: Send + Sync + 'static {
    /// How it stands, without asking the person anything. `Ok` where that can't be told.
    fn state(&self) -> VaultState;
    /// Asks the person to unlock it, if it is locked.
    fn unlock(&self) -> Result<(), VaultState>;
    /// What is stored under a name.
    fn read(&self, account: &str) -> Result<Option<Secret>, VaultState>;
    /// Stores, in place of what was there.
    fn write(&self, account: &str, secret: &Secret) -> Result<(), VaultState>;
    /// Removes what may be there.
    fn delete(&self, account: &str) -> Result<(), VaultState>;
    /// The most bytes that one entry takes, if there is a limit.
    fn longest_entry(&self) -> Option<usize>;
}
