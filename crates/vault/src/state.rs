//! How a keychain stands, in words for people.

use rollcall_core::phrase;
use serde::Serialize;

/// How the keychain stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VaultState {
    /// It answers.
    Ok,
    /// There is none: nothing runs that keeps secrets.
    NoService,
    /// It waits for the person's password.
    Locked,
    /// It answers, and refuses.
    Denied,
    /// It does not answer in time.
    Slow,
}

/// Why a credential could not be read, stored or removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{sentence}")]
pub struct VaultProblem {
    /// How the keychain stands; never [`VaultState::Ok`].
    pub state: VaultState,
    /// What happened, that nothing was lost, and what comes next.
    pub sentence: String,
}

impl VaultProblem {
    /// The problem in its usual words.
    pub(crate) fn of(state: VaultState) -> Self {
        Self { state, sentence: sentence(state).to_owned() }
    }

    /// A refusal with words of its own.
    pub(crate) fn refused(sentence: impl Into<String>) -> Self {
        Self { state: VaultState::Denied, sentence: sentence.into() }
    }
}

fn sentence(state: VaultState) -> &'static str {
    match state {
        VaultState::Ok => "The keychain answers.",
        VaultState::NoService => {
            phrase!(
                "This computer has no keychain running, so nothing was stored and nothing was read. Start one \
                 (GNOME Keyring, KWallet or KeePassXC on Linux) and try again, or work in session-only mode."
            )
        }
        VaultState::Locked => {
            phrase!(
                "The keychain is locked, so nothing was stored and nothing was read. Unlock it, perhaps in a \
                 window that waits behind this one, and try again."
            )
        }
        VaultState::Denied => {
            phrase!(
                "The keychain refused. What it holds is unchanged. Allow Rollcall to use it, and try again."
            )
        }
        VaultState::Slow => {
            phrase!(
                "The keychain did not answer within five seconds. What it holds is not lost. Look for a window in \
                 which it asks for a password, and try again."
            )
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [VaultState; 5] =
        [VaultState::Ok, VaultState::NoService, VaultState::Locked, VaultState::Denied, VaultState::Slow];

    #[test]
    fn every_state_has_a_sentence_of_its_own() {
        let sentences: std::collections::HashSet<_> = ALL.into_iter().map(sentence).collect();
        assert_eq!(sentences.len(), ALL.len());
        assert!(sentences.iter().all(|text| text.ends_with('.')), "{sentences:?}");
    }
}
