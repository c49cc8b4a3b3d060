//! Use cases: the connections as they are shown, with what the keychain says of them.

use super::Profile;
use super::credentials::secret_kind;
use super::descriptions::{description, needs, needs_of_nothing, title};
use crate::contract::*;
use crate::errors::blocking;
use crate::{App, locked};
use rollcall_roster::Roster;
use rollcall_vault::CredentialKind;
use std::time::Duration;

/// So long the first screen waits for the keychain: longer than one that is well, and shorter than an empty window is
/// taken for a broken one.
const SOON: Duration = Duration::from_millis(600);

impl App {
    /// All connections, the sample platform's first once it was opened.
    pub async fn list_profiles(&self) -> Result<Vec<ProfileView>, AppError> {
        let mut views = Vec::new();
        for profile in &self.all_profiles() {
            views.push(self.view(profile).await);
        }
        locked(&self.inner.listed_last).clone_from(&views);
        Ok(views)
    }

    /// The same at once: what a keychain does not say within [`SOON`] is as it was said last, or not known, and the
    /// connections are told anew once it says otherwise. A window that waited for it would be empty.
    pub async fn list_profiles_soon(&self) -> Result<Vec<ProfileView>, AppError> {
        let app = self.clone();
        let mut whole = tokio::spawn(async move { app.list_profiles().await });
        match tokio::time::timeout(SOON, &mut whole).await {
            Ok(Ok(listed)) => return listed,
            // It broke off: it is not waited for a second time.
            Ok(Err(_)) => return Ok(self.as_listed_last()),
            Err(_) => {}
        }
        let shown = self.as_listed_last();
        let (app, before) = (self.clone(), shown.clone());
        tokio::spawn(async move {
            // Told of only what is otherwise: whoever hears it asks again, and a slow keychain would never rest.
            if whole.await.is_ok_and(|listed| listed.is_ok_and(|now| now != before)) {
                app.tell(AppEvent::ProfilesChanged);
            }
        });
        Ok(shown)
    }

    /// The connections that there are, with what the keychain said of each the last time.
    fn as_listed_last(&self) -> Vec<ProfileView> {
        let last = locked(&self.inner.listed_last).clone();
        let shown = |profile: Profile| {
            let before = last.iter().find(|one| one.id == profile.id);
            let told = before.map_or_else(|| Told::nothing_of(&profile), Told::of);
            self.view_of(&profile, told)
        };
        self.all_profiles().into_iter().map(shown).collect()
    }

    /// The connections that there are, the sample platform's first once it was opened.
    pub(crate) fn all_profiles(&self) -> Vec<Profile> {
        let sample = self.inner.sample.known().then(|| self.inner.sample.profile());
        let kept = self.book().all().to_vec();
        sample.into_iter().chain(kept).collect()
    }

    pub(super) async fn view(&self, profile: &Profile) -> ProfileView {
        let sample = profile.id == SAMPLE_PROFILE;
        let state = async |kind| {
            if sample { CredentialState::Session } else { self.inner.credentials.state(profile, kind).await }
        };
        let told = Told {
            subscription_key: state(CredentialKind::SubscriptionKey).await,
            secret: state(secret_kind(&profile.sign_in)).await,
            proxy_password: state(CredentialKind::ProxyPassword).await,
            token_expires_at: self.token_ends(profile).await,
            last_refresh: self.last_refresh(&profile.id).await,
        };
        let view = self.view_of(profile, told);
        let mut listed = locked(&self.inner.listed_last);
        listed.retain(|one| one.id != view.id);
        listed.push(view.clone());
        drop(listed);
        view
    }

    fn view_of(&self, profile: &Profile, told: Told) -> ProfileView {
        let description = description(&profile.description).ok();
        ProfileView {
            subscription_key: told.subscription_key,
            secret: told.secret,
            token_expires_at: told.token_expires_at,
            id: profile.id.clone(),
            name: profile.name.clone(),
            colour: profile.colour.clone(),
            live: profile.live,
            base_url: profile.base_url.clone(),
            scope: profile.scope.clone(),
            extra_headers: profile.extra_headers.clone(),
            sign_in: profile.sign_in.clone(),
            session_only: profile.session_only,
            // Nobody has signed in yet where there is nothing to renew with, or the service gave nothing for it.
            token_renews: match profile.sign_in {
                SignIn::Token => false,
                SignIn::ClientCredentials { .. } => true,
                SignIn::Browser { .. } => {
                    told.secret != CredentialState::Missing
                        && self.inner.credentials.passing(&profile.id).is_none()
                }
            },
            read_only: profile.read_only,
            description: profile.description.clone(),
            description_title: description.as_ref().map(title).unwrap_or_default(),
            needs: description.as_ref().map_or_else(needs_of_nothing, needs),
            network: profile.network.clone(),
            proxy_password: told.proxy_password,
            last_refresh: told.last_refresh,
        }
    }

    /// When the list of people was begun that is kept. One value is read for it, and no database is brought up; what
    /// can't be read now, such as while its key is not at hand, is not known.
    pub(crate) async fn last_refresh(&self, profile: &str) -> Option<String> {
        let (path, key) = (self.inner.home.list_of(profile), self.key_at_hand().await);
        let read = blocking(move || Ok(Roster::last_fetched(&path, key.as_ref()).ok().flatten())).await;
        read.ok().flatten().map(|at| at.to_string())
    }
}

/// What the keychain says of a connection, and what is read with the key that lies there.
struct Told {
    subscription_key: CredentialState,
    secret: CredentialState,
    proxy_password: CredentialState,
    token_expires_at: Option<String>,
    last_refresh: Option<String>,
}

impl Told {
    fn of(view: &ProfileView) -> Self {
        Self {
            subscription_key: view.subscription_key,
            secret: view.secret,
            proxy_password: view.proxy_password,
            token_expires_at: view.token_expires_at.clone(),
            last_refresh: view.last_refresh.clone(),
        }
    }

    fn nothing_of(profile: &Profile) -> Self {
        let state =
            if profile.id == SAMPLE_PROFILE { CredentialState::Session } else { CredentialState::Unknown };
        Self {
            subscription_key: state,
            secret: state,
            proxy_password: state,
            token_expires_at: None,
            last_refresh: None,
        }
    }
}
