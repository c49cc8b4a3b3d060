//! A sign-in that was renewed, put where the one before it is kept.

use super::{CredentialKind, Credentials, Profile};
use crate::locked;
use rollcall_core::Secret;
use rollcall_vault::VaultProblem;

const KIND: CredentialKind = CredentialKind::RefreshToken;

impl Credentials {
    /// Puts `next` where `used` is kept, unless something else is kept there by now: whoever signed in anew or out
    /// meanwhile has the last word.
    pub(crate) async fn replace(&self, profile: &Profile, used: &Secret, next: Secret) {
        let id = profile.id.as_str();
        let kept = match self.in_session(id, KIND).await {
            // The session's store is this process's memory: it can't fail.
            Some(held) if !is_same(&held, used) => return,
            Some(_) if profile.session_only => return drop(self.session.set(id, KIND, next).await),
            Some(held) => self.bring_back(id, &held, next.clone()).await,
            None => self.replace_in_keychain(id, &[used], next.clone()).await,
        };
        if let Err(problem) = kept {
            tracing::warn!(state = ?problem.state, "a renewed sign-in is kept for this session only");
            locked(&self.outlived).entry(id.to_owned()).or_insert_with(|| used.clone());
            let _ = self.session.set(id, KIND, next).await;
        }
    }

    /// The keychain gave no answer when the sign-in was renewed before, so this session alone holds it. It goes back there as
    /// soon as it can: the next start and every job begin with what the keychain holds.
    async fn bring_back(&self, id: &str, held: &Secret, next: Secret) -> Result<(), VaultProblem> {
        let Some(outlived) = locked(&self.outlived).get(id).cloned() else {
            return self.session.set(id, KIND, next).await;
        };
        // A keychain that gave no answer may have taken the one that is held all the same.
        self.replace_in_keychain(id, &[&outlived, held], next).await?;
        locked(&self.outlived).remove(id);
        let _ = self.session.remove(id, KIND).await;
        Ok(())
    }

    async fn replace_in_keychain(
        &self,
        id: &str,
        mine: &[&Secret],
        next: Secret,
    ) -> Result<(), VaultProblem> {
        match self.keychain.get(id, KIND).await? {
            Some(kept) if mine.iter().any(|one| is_same(&kept, one)) => {
                self.keychain.set(id, KIND, next).await
            }
            _ => Ok(()),
        }
    }
}

fn is_same(one: &Secret, other: &Secret) -> bool {
    // Seen to be compared.
    one.expose() == other.expose()
}

#[cfg(test)]
mod tests {
    use super::super::tests::{on, profile};
    use super::*;
    use crate::contract::{AppError, ErrorCode};
    use rollcall_vault::VaultState;
    use rollcall_vault::testing::PretendedKeychain;

    async fn held(credentials: &Credentials) -> Option<String> {
        let found = credentials.find(&profile(false), KIND).await.expect("an answer");
        found.map(|secret| secret.expose().to_owned())
    }

    async fn keep(credentials: &Credentials, token: &str, session_only: bool) {
        credentials.keep("p-1", KIND, Secret::new(token), session_only).await.expect("kept");
    }

    async fn renew(credentials: &Credentials, used: &str, next: &str, session_only: bool) {
        credentials.replace(&profile(session_only), &Secret::new(used), Secret::new(next)).await;
    }

    /// A keychain that holds `one` and was locked when that became `two`.
    async fn renewed_while_locked() -> (PretendedKeychain, Credentials) {
        let keychain = PretendedKeychain::default();
        let credentials = on(&keychain);
        keep(&credentials, "one", false).await;
        keychain.stands(VaultState::Locked);
        renew(&credentials, "one", "two", false).await;
        (keychain, credentials)
    }

    #[tokio::test]
    async fn a_renewed_sign_in_takes_the_place_of_the_one_that_it_was_renewed_from_and_of_no_other() {
        for session_only in [true, false] {
            let keychain = PretendedKeychain::default();
            let credentials = on(&keychain);
            keep(&credentials, "one", session_only).await;
            renew(&credentials, "one", "two", session_only).await;
            assert_eq!(held(&credentials).await.as_deref(), Some("two"));
            assert_eq!(keychain.count(), usize::from(!session_only), "it is kept where it was");
            renew(&credentials, "one", "late", session_only).await;
            assert_eq!(held(&credentials).await.as_deref(), Some("two"), "somebody signed in anew");
            credentials.forget("p-1").await.expect("forgotten");
            renew(&credentials, "two", "late", session_only).await;
            assert_eq!(held(&credentials).await, None, "somebody signed out");
        }
    }

    #[tokio::test]
    async fn a_renewed_sign_in_outlives_a_keychain_that_was_locked_meanwhile() {
        let (_keychain, credentials) = renewed_while_locked().await;
        assert_eq!(held(&credentials).await.as_deref(), Some("two"));
    }

    #[tokio::test]
    async fn a_renewed_sign_in_goes_back_into_a_keychain_that_answers_again() {
        let (keychain, credentials) = renewed_while_locked().await;
        renew(&credentials, "two", "three", false).await;
        keychain.stands(VaultState::Ok);
        assert_eq!(held(&on(&keychain)).await.as_deref(), Some("one"), "it holds the one that was used up");
        renew(&credentials, "three", "four", false).await;
        assert_eq!(
            held(&on(&keychain)).await.as_deref(),
            Some("four"),
            "the next start begins with the newest"
        );
        renew(&credentials, "four", "five", false).await;
        assert_eq!(held(&on(&keychain)).await.as_deref(), Some("five"), "and so it goes on");
    }

    #[tokio::test]
    async fn whoever_signed_in_elsewhere_while_the_keychain_gave_no_answer_has_the_last_word() {
        let (keychain, credentials) = renewed_while_locked().await;
        keychain.stands(VaultState::Ok);
        keep(&on(&keychain), "anew", false).await;
        renew(&credentials, "two", "three", false).await;
        assert_eq!(held(&on(&keychain)).await.as_deref(), Some("anew"), "it is not written over");
        assert_eq!(held(&credentials).await.as_deref(), Some("anew"), "and is used here as well");
    }

    #[tokio::test]
    async fn a_removal_that_is_taken_back_still_knows_what_the_keychain_holds() {
        let (keychain, credentials) = renewed_while_locked().await;
        keychain.stands(VaultState::Ok);
        let removal = credentials.forgetting("p-1").await.expect("forgotten");
        removal.take_back(AppError::new(ErrorCode::Storage, "The disk is full.")).await;
        renew(&credentials, "two", "three", false).await;
        assert_eq!(
            held(&on(&keychain)).await.as_deref(),
            Some("three"),
            "the next start begins with the newest"
        );
    }
}
