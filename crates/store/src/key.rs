//! The key that a database is encrypted with.

use crate::StoreError;
use rollcall_core::Secret;
use rusqlite::Connection;

/// Hexadecimal digits of a key: 32 bytes.
const HEX_DIGITS: usize = 64;

/// A raw SQLCipher key of 32 random bytes, used as it is and not as a passphrase. `Debug` prints
/// `[redacted]`, and the memory is wiped when it is dropped.
#[derive(Clone, Debug)]
pub struct DataKey(Secret);

impl DataKey {
    /// Reads 64 hexadecimal digits; space around them is ignored.
    ///
    /// # Errors
    /// [`StoreError::BadKey`] for anything else. A shorter text is no key: SQLCipher would take it
    /// for a passphrase and quietly make another key of it.
    pub fn from_hex(hex: &Secret) -> Result<Self, StoreError> {
        // Seen to check its shape and to bring it to one form.
        let digits = hex.expose().trim();
        if digits.len() != HEX_DIGITS || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(StoreError::BadKey);
        }
        Ok(Self(Secret::new(digits.to_ascii_lowercase())))
    }

    /// Gives the key to a connection that has not read anything yet.
    pub(crate) fn unlock(&self, connection: &Connection) -> Result<(), StoreError> {
        let pragma = Secret::new(format!("PRAGMA key = \"{}\"", self.as_literal().expose()));
        // Seen by SQLCipher, which takes a key in no other way than in a pragma.
        Ok(connection.execute_batch(pragma.expose())?)
    }

    /// The form in which SQLCipher takes raw bytes: `x'…'`.
    pub(crate) fn as_literal(&self) -> Secret {
        // Seen to wrap it for SQLCipher; the wrapped form is a secret again.
        Secret::new(format!("x'{}'", self.0.expose()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_64_hexadecimal_digits_and_never_prints_itself() {
        let key = DataKey::from_hex(&Secret::new(format!(" {}\n", "Ab".repeat(32)))).expect("a key");
        assert_eq!(key.as_literal().expose(), format!("x'{}'", "ab".repeat(32)));
        assert!(!format!("{key:?}").contains("abab"), "the key shows in {key:?}");
    }

    #[test]
    fn a_passphrase_is_no_key() {
        for text in ["", "correct horse battery staple", &"g".repeat(64), &"a".repeat(63), &"é".repeat(32)] {
            let refused = DataKey::from_hex(&Secret::new(text));
            assert!(matches!(refused, Err(StoreError::BadKey)), "{text:?} was taken for a key");
        }
    }
}
