//! Credentials in the keychain of the operating system.
//!
//! A keychain is someone else's program: it may be missing, locked, unwilling or silent. A [`Vault`]
//! says which of these it is, in a sentence for each, and never answers any of them with a file. Every
//! call runs on a thread of its own for 5 s at most, because a locked Secret Service may wait for a
//! person who never comes.

mod calls;
mod creation;
mod foreign;
mod keychain;
mod parts;
mod state;
mod system;
#[cfg(all(unix, not(target_os = "macos")))]
mod unix;
mod vault;

#[cfg(any(test, feature = "testing"))]
mod fake;
#[cfg(feature = "testing")]
pub mod testing;

pub use state::{VaultProblem, VaultState};
pub use vault::{CredentialKind, LONGEST_SECRET, Vault};
