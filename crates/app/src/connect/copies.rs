//! Use case: a second connection like one that there is.

use crate::App;
use crate::contract::*;
use rollcall_core::phrase;

impl App {
    /// A second connection like this one, with its settings and credentials, under a name that is free. Where a person
    /// signed in with the browser, they sign in once more for the second one.
    pub async fn duplicate_profile(&self, profile: String) -> Result<ProfileView, AppError> {
        if profile == SAMPLE_PROFILE {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                phrase!("There is one sample platform, so its connection can't be duplicated."),
            ));
        }
        let first = self.profile(&profile)?;
        let second = self.book().second(&first);
        let kept = match self.inner.credentials.copy(&first, &second).await {
            Ok(()) => self.book().keep_behind(&first.id, second.clone()),
            Err(problem) => Err(problem),
        };
        if kept.is_err() {
            // Nobody would ever see or remove what is kept for a connection that is not there.
            let _ = self.inner.credentials.forget(&second.id).await;
        }
        kept?;
        self.tell(AppEvent::ProfilesChanged);
        Ok(self.view(&second).await)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_key;
    use rollcall_core::Secret;
    use rollcall_vault::testing::PretendedKeychain;
    use rollcall_vault::{CredentialKind, VaultState};

    fn draft() -> ProfileDraft {
        let typed = |text: &str| Some(TypedSecret(Secret::new(text)));
        ProfileDraft {
            id: None,
            name: "Nordlys".into(),
            colour: "#7c3aed".into(),
            live: true,
            base_url: "https://api.example".into(),
            scope: Scope::Platform(vec!["1".into()]),
            extra_headers: vec![Header { name: "Referer".into(), value: "https://portal.example".into() }],
            sign_in: SignIn::Token,
            subscription_key: typed("the key"),
            secret: typed("the token"),
            session_only: false,
            read_only: true,
            description: DescriptionChoice::default(),
            network: Network { proxy: Proxy::None, extra_authorities: None },
            proxy_password: None,
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_second_connection_is_like_the_first_and_lives_on_without_it() {
        let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
        let app = with_key(folder.path(), &keychain).await;
        let first = app.save_profile(draft()).await.expect("kept");
        let second = app.duplicate_profile(first.id.clone()).await.expect("a second one");
        assert_eq!(second.name, "Nordlys (2)");
        let alike = ProfileView { id: first.id.clone(), name: first.name.clone(), ..second.clone() };
        assert_eq!(alike, first, "all else is the same");
        app.remove_profile(first.id).await.expect("removed");
        let credentials = &app.inner.credentials;
        for (kind, held) in
            [(CredentialKind::SubscriptionKey, "the key"), (CredentialKind::Token, "the token")]
        {
            let found =
                credentials.find(&app.profile(&second.id).expect("kept"), kind).await.expect("an answer");
            assert_eq!(found.map(|secret| secret.expose().to_owned()).as_deref(), Some(held));
        }
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn two_connections_never_share_a_sign_in_that_is_renewed_at_each_use() {
        let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
        let app = with_key(folder.path(), &keychain).await;
        let first = app.save_profile(draft()).await.expect("kept");
        let renews = CredentialKind::RefreshToken;
        let kept = app.inner.credentials.keep(&first.id, renews, Secret::new("once"), false).await;
        kept.expect("kept");
        let second = app.duplicate_profile(first.id).await.expect("a second one");
        let profile = app.profile(&second.id).expect("kept");
        assert!(app.inner.credentials.find(&profile, renews).await.expect("an answer").is_none());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_keychain_that_gives_nothing_leaves_no_half_connection() {
        let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
        let app = with_key(folder.path(), &keychain).await;
        let first = app.save_profile(draft()).await.expect("kept");
        let before = keychain.count();
        keychain.stands(VaultState::Locked);
        let refused = app.duplicate_profile(first.id).await.expect_err("the keychain is locked");
        assert_eq!(refused.code, ErrorCode::KeychainLocked);
        keychain.stands(VaultState::Ok);
        assert_eq!((app.list_profiles().await.expect("connections").len(), keychain.count()), (1, before));
    }
}
