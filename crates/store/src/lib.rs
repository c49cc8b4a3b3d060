//! Opens and migrates encrypted SQLite databases.
//!
//! What holds for every database of Rollcall, whoever owns its schema:
//!
//! - Its files, the write-ahead log included, are owner-only before the first byte is in them.
//! - It carries the version of its schema. A newer one is refused and its file stays as it is, byte
//!   for byte; an older one is migrated in one transaction or not at all.
//! - What was written with a key is never opened without one, never replaced by one without, and
//!   never taken for empty.
//! - A database that was written without a key, on a machine that had no keychain, is encrypted in
//!   place when it is first opened with one (see [`open`]).
//! - A commit is on disk when it returns: write-ahead log, `synchronous=FULL`.

mod encrypt;
mod error;
mod files;
mod key;
mod opening;
mod schema;
#[cfg(feature = "testing")]
pub mod testing;

pub use error::StoreError;
pub use files::remove_database;
pub use key::DataKey;
pub use opening::{is_encrypted, is_nothing, open, open_read_only};
pub use schema::Schema;
