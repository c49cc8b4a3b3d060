//! A credential that can't talk.

use secrecy::{ExposeSecret, SecretString};

/// A key, token or client secret. It has no `Serialize` and no `Display`; `Debug` prints
/// `[redacted]`, and the memory is wiped when it is dropped.
#[derive(Clone)]
pub struct Secret(SecretString);

impl Secret {
    /// Takes over a credential.
    pub fn new(text: impl Into<String>) -> Self {
        Self(SecretString::from(text.into()))
    }

    /// The credential itself. Each call says in a comment why it has to be seen.
    pub fn expose(&self) -> &str {
        self.0.expose_secret()
    }

    /// Whether nothing was entered.
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().is_empty()
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("[redacted]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_never_prints_itself() {
        assert_eq!(format!("{:?}", Secret::new("hunter2")), "[redacted]");
    }
}
