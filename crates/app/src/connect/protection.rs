//! Whether the data on this machine is encrypted, and with which key.

use crate::contract::{AppError, ErrorCode, StorageView};
use rollcall_core::Secret;
use rollcall_store::DataKey;
use rollcall_vault::{Vault, VaultProblem};

/// How the databases of this process are opened.
pub(crate) enum Protection {
    /// With a key from the keychain or the environment.
    Encrypted { key: DataKey, from: KeySource },
    /// Without, because the keychain gave none.
    OwnerOnly { because: VaultProblem },
}

/// Where the data key came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeySource {
    Keychain,
    Environment,
}

impl Protection {
    /// The given key, else the keychain's.
    pub(crate) async fn find(given: Option<&Secret>, keychain: &Vault) -> Result<Self, AppError> {
        if let Some(given) = given {
            let key = DataKey::from_hex(given).map_err(|problem| {
                AppError::new(ErrorCode::StorageKey, "The data key that was given is not 64 hexadecimal digits. Nothing was opened or changed.")
                    .with_detail(problem.to_string())
            })?;
            return Ok(Self::Encrypted { key, from: KeySource::Environment });
        }
        match keychain.data_key().await {
            Ok(hex) => {
                let key = DataKey::from_hex(&hex).map_err(|problem| {
                    AppError::new(
                        ErrorCode::StorageKey,
                        "The keychain's entry for Rollcall's data is damaged. Nothing was opened or changed.",
                    )
                    .with_detail(problem.to_string())
                })?;
                Ok(Self::Encrypted { key, from: KeySource::Keychain })
            }
            Err(because) => Ok(Self::OwnerOnly { because }),
        }
    }

    pub(crate) fn key(&self) -> Option<&DataKey> {
        match self {
            Self::Encrypted { key, .. } => Some(key),
            Self::OwnerOnly { .. } => None,
        }
    }

    pub(crate) fn view(&self) -> StorageView {
        let sentence = match self {
            Self::Encrypted { from: KeySource::Keychain, .. } => {
                "Data encrypted, key in the keychain".to_owned()
            }
            Self::Encrypted { from: KeySource::Environment, .. } => {
                "Data encrypted, key from the environment".to_owned()
            }
            Self::OwnerOnly { .. } => {
                "Data not encrypted: no keychain. Only your account can read it".to_owned()
            }
        };
        StorageView { encrypted: self.key().is_some(), sentence }
    }

    /// What to say when a database wants a key and there is none.
    pub(crate) fn why_no_key(&self) -> Option<&str> {
        match self {
            Self::OwnerOnly { because } => Some(&because.sentence),
            Self::Encrypted { .. } => None,
        }
    }
}
