//! The vault on the real Credential Manager of Windows, under a name that no data folder has.
//!
//! It stores with whoever is signed in, so it does so only on a machine that is thrown away.
#![cfg(windows)]

use rollcall_core::Secret;
use rollcall_vault::{CredentialKind, Vault, VaultState};
use tokio::runtime::Runtime;

const PROFILE: &str = "lab";
const KINDS: [CredentialKind; 2] = [CredentialKind::ClientSecret, CredentialKind::RefreshToken];

/// One character alone, an entry's 2,560 bytes and one more, and the longest secret that is stored.
const LENGTHS: [usize; 4] = [1, 2_560, 2_561, 5_000];

/// A vault whose entries are removed at the end, also of a test that fails.
struct Thrown {
    runtime: Runtime,
    service: String,
}

impl Thrown {
    fn new() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { runtime, service: format!("rollcall-test-{}", std::process::id()) }
    }

    /// As another process has it, which remembers nothing of the earlier ones.
    fn vault(&self) -> Vault {
        Vault::system(&self.service)
    }

    fn held(&self, kind: CredentialKind) -> Option<String> {
        let found = self.runtime.block_on(self.vault().get(PROFILE, kind)).expect("readable");
        found.map(|secret| secret.expose().to_owned())
    }

    fn store(&self, kind: CredentialKind, text: &str) {
        self.runtime.block_on(self.vault().set(PROFILE, kind, Secret::new(text))).expect("stored");
    }
}

impl Drop for Thrown {
    fn drop(&mut self) {
        for kind in KINDS {
            // A test that fails has said already what is wrong with the keychain.
            let _ = self.runtime.block_on(self.vault().remove(PROFILE, kind));
        }
    }
}

fn machine_is_thrown_away() -> bool {
    let thrown = std::env::var("CI").is_ok_and(|value| value == "true");
    if !thrown {
        eprintln!(
            "\n  NOT TESTED: the vault on the real Credential Manager. CI=true says that it may be used.\n"
        );
    }
    thrown
}

#[test]
fn secrets_of_every_length_come_back_from_the_real_credential_manager() {
    if !machine_is_thrown_away() {
        return;
    }
    let thrown = Thrown::new();
    assert_eq!(thrown.runtime.block_on(thrown.vault().state()), VaultState::Ok);
    for kind in KINDS {
        assert_eq!(thrown.held(kind), None, "nobody stored it yet");
    }
    // Up and down again: a shorter secret takes the place of a longer one, too.
    for length in LENGTHS.into_iter().chain(LENGTHS.into_iter().rev()) {
        for letters in ["x", "aż€😀"] {
            let text: String = letters.chars().cycle().take(length).collect();
            for kind in KINDS {
                thrown.store(kind, &text);
            }
            for kind in KINDS {
                assert!(thrown.held(kind).as_deref() == Some(&text), "{length} of {letters}: {kind:?}");
            }
        }
    }
    for kind in KINDS {
        thrown.runtime.block_on(thrown.vault().remove(PROFILE, kind)).expect("removed");
        assert_eq!(thrown.held(kind), None, "it was removed");
        thrown.runtime.block_on(thrown.vault().remove(PROFILE, kind)).expect("nothing to remove is fine");
    }
}
