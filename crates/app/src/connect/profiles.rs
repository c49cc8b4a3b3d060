//! Use cases: list, keep, test and remove connections.

use super::book::{invalid, unknown};
use super::client;
use super::credentials::{Change, typed_kind};
use super::{Profile, Tuning};
use crate::App;
use crate::contract::*;
use crate::errors::of_vault;
use jiff::{SignedDuration, Timestamp};
use rollcall_core::{Secret, phrase};
use rollcall_platform::{proxy_address, same_server};
use rollcall_vault::{CredentialKind, Vault};
use std::mem::discriminant;

/// So long after a run came to stand still, a list that a new connection reads shows whom it invited.
const SHOWN_AFTER: SignedDuration = SignedDuration::from_hours(24);

impl App {
    /// Puts the connections in this order; those that are not named stay behind them. The sample platform's stays first.
    pub async fn order_profiles(&self, ids: Vec<String>) -> Result<Vec<ProfileView>, AppError> {
        self.book().order(&ids)?;
        self.tell(AppEvent::ProfilesChanged);
        self.list_profiles().await
    }

    /// Starts the sample platform and gives its connection.
    pub async fn open_sample(&self) -> Result<ProfileView, AppError> {
        self.inner.sample.info().await?;
        self.tell(AppEvent::ProfilesChanged);
        Ok(self.view(&self.inner.sample.profile()).await)
    }

    /// The id of the connection with this name or id; `sandbox` is always there.
    pub fn profile_named(&self, name: &str) -> Result<String, AppError> {
        if name.trim().eq_ignore_ascii_case(SAMPLE_PROFILE) {
            return Ok(SAMPLE_PROFILE.to_owned());
        }
        self.book().named(name).map(|profile| profile.id.clone()).ok_or_else(unknown)
    }

    /// Keeps a connection; credentials go to the keychain.
    pub async fn save_profile(&self, draft: ProfileDraft) -> Result<ProfileView, AppError> {
        self.keep_profile(draft, None).await
    }

    /// Keeps a connection with what a person knows of the platform's pace.
    pub async fn keep_profile(
        &self,
        draft: ProfileDraft,
        tuning: Option<Tuning>,
    ) -> Result<ProfileView, AppError> {
        if draft.id.as_deref() == Some(SAMPLE_PROFILE) {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                phrase!("The sample platform's connection can't be changed."),
            ));
        }
        let mut profile = self.book().draft(&draft, tuning)?;
        client::judge(&profile)?;
        all_can_be_kept(&draft)?;
        let before = self.book().by_id(&profile.id).cloned();
        if let Some(before) = &before {
            self.refuse_to_lead_elsewhere(before, &profile, &draft).await?;
        }
        let _nobody_sends = self.nobody_sends_if_read_only_now(&profile).await?;
        // Credentials first: a connection that is listed has what it was given, or says what it lacks.
        let mut change = self.inner.credentials.change(&profile.id);
        let kept = match change_credentials(&mut change, before.as_ref(), &mut profile, draft).await {
            Ok(()) => self.book().keep(profile.clone()),
            Err(problem) => Err(problem),
        };
        match kept {
            Ok(_) => change.finish().await,
            // Nobody would ever see or remove what is kept for a connection that is not there, and one that is there
            // must not be left with a part of what was typed.
            Err(problem) => {
                // What is looked at next is what lies there now.
                self.tell(AppEvent::ProfilesChanged);
                return Err(change.take_back(problem).await);
            }
        }
        self.inner.credentials.forget_others(&profile.id, &profile.sign_in).await;
        if !client::asks_for_password(&profile.network) {
            self.inner.credentials.forget_one(&profile.id, CredentialKind::ProxyPassword).await;
        }
        self.forget_client(&profile.id).await;
        self.tell(AppEvent::ProfilesChanged);
        Ok(self.view(&profile).await)
    }

    /// A credential goes only to the server that it was entered for. Otherwise whoever can change an address,
    /// such as a script in the page, could have it sent to themselves without ever seeing it.
    async fn refuse_to_lead_elsewhere(
        &self,
        before: &Profile,
        profile: &Profile,
        draft: &ProfileDraft,
    ) -> Result<(), AppError> {
        let base_stays = same_server(&before.base_url, &profile.base_url);
        // A secret of another way to sign in is not kept at all.
        let secret_stays = is_another_way(before, profile)
            || base_stays && same_server(secret_goes_to(before), secret_goes_to(profile));
        let proxy_stays = password_goes_to(profile)
            .is_none_or(|place| password_goes_to(before).is_some_and(|then| same_server(&then, &place)));
        let stay = [
            (CredentialKind::SubscriptionKey, &draft.subscription_key, base_stays),
            (typed_kind(&profile.sign_in), &draft.secret, secret_stays),
            (CredentialKind::ProxyPassword, &draft.proxy_password, proxy_stays),
        ];
        for (kind, typed, stays) in stay {
            let entered = typed.as_ref().is_some_and(|typed| !typed.0.is_empty());
            if !stays && !entered && self.inner.credentials.may_hold(&before.id, kind).await {
                return Err(invalid(phrase!(
                    "The new address leads to another server, and credentials go only to the server that they were entered for. Nothing was changed; enter the subscription key, the secret and the password for a new proxy again."
                )));
            }
        }
        Ok(())
    }

    /// Forgets a connection and its credentials. Its runs are kept: they are the record of who was mailed. Refused while
    /// it is not known what became of somebody, until a run has stood still for a day: one that can't be brought to its
    /// end, because its platform is gone, keeps no connection for ever.
    pub async fn remove_profile(&self, profile: String) -> Result<(), AppError> {
        if self.book().by_id(&profile).is_none() {
            return Err(unknown());
        }
        let _nobody_sends = self.right_to_remove(&profile, Some(Timestamp::now() - SHOWN_AFTER)).await?;
        let forgotten = self.inner.credentials.forgetting(&profile).await?;
        let removed = self.book().remove(&profile);
        match removed {
            Ok(()) => forgotten.finish().await,
            Err(problem) => return Err(forgotten.take_back(problem).await),
        }
        self.forget_list(&profile).await?;
        self.tell(AppEvent::ProfilesChanged);
        Ok(())
    }

    pub(crate) fn profile(&self, id: &str) -> Result<Profile, AppError> {
        if id == SAMPLE_PROFILE {
            return Ok(self.inner.sample.profile());
        }
        self.book().by_id(id).cloned().ok_or_else(unknown)
    }
}

/// What a draft does to the credentials of a connection.
async fn change_credentials(
    change: &mut Change<'_>,
    before: Option<&Profile>,
    after: &mut Profile,
    draft: ProfileDraft,
) -> Result<(), AppError> {
    if let Some(before) = before {
        forget_what_ends(change, before, after).await?;
    }
    keep_credentials(change, after, draft).await
}

/// A sign-in is with one service, as one client, for one platform: after a change of these a person signs in anew.
/// And a client secret of the one way to sign in is none of the other.
async fn forget_what_ends(
    change: &mut Change<'_>,
    before: &Profile,
    after: &mut Profile,
) -> Result<(), AppError> {
    if before.sign_in != after.sign_in || !same_server(&before.base_url, &after.base_url) {
        after.signed_in_as = None;
        change.forget(CredentialKind::RefreshToken).await?;
    }
    if is_another_way(before, after) {
        change.forget(CredentialKind::ClientSecret).await?;
    }
    Ok(())
}

async fn keep_credentials(
    change: &mut Change<'_>,
    profile: &Profile,
    draft: ProfileDraft,
) -> Result<(), AppError> {
    let given = [
        (CredentialKind::SubscriptionKey, draft.subscription_key),
        (typed_kind(&profile.sign_in), draft.secret),
        (CredentialKind::RefreshToken, None),
        (CredentialKind::ProxyPassword, draft.proxy_password),
    ];
    for (kind, typed) in given {
        match typed.map(|typed| typed.0).filter(|secret: &Secret| !secret.is_empty()) {
            Some(secret) => change.keep(kind, secret, profile.session_only).await?,
            None if draft.id.is_some() => change.settle(kind, profile.session_only).await?,
            None => {}
        }
    }
    Ok(())
}

/// Looked at before anything is changed: of a secret that can't be kept it is said that nothing was.
fn all_can_be_kept(draft: &ProfileDraft) -> Result<(), AppError> {
    let typed = [&draft.subscription_key, &draft.secret, &draft.proxy_password].into_iter().flatten();
    let mut entered = typed.map(|typed| &typed.0).filter(|secret| !secret.is_empty());
    entered.try_for_each(Vault::check).map_err(of_vault)
}

/// The address of the proxy to which a password of this connection is sent.
fn password_goes_to(profile: &Profile) -> Option<String> {
    match &profile.network.proxy {
        Proxy::Manual { url, .. } if client::asks_for_password(&profile.network) => Some(proxy_address(url)),
        _ => None,
    }
}

fn is_another_way(before: &Profile, after: &Profile) -> bool {
    discriminant(&before.sign_in) != discriminant(&after.sign_in)
}

/// The address to which the token or the client secret of a connection is sent.
fn secret_goes_to(profile: &Profile) -> &str {
    match &profile.sign_in {
        SignIn::ClientCredentials { token_url, .. } | SignIn::Browser { token_url, .. }
            if !token_url.trim().is_empty() =>
        {
            token_url
        }
        _ => &profile.base_url,
    }
}

#[cfg(test)]
mod tests;
