//! Use cases: signing in with the browser, pasting a token, and finding where to sign in.

use super::Profile;
use super::book::invalid;
use super::client;
use crate::contract::*;
use crate::errors::of_platform;
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_core::{Secret, phrase, sentence};
use rollcall_platform::{BrowserClient, Granted, SignedIn, open_in_browser, pasted_token_expires_at};
use rollcall_vault::CredentialKind;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

/// Sign-ins that wait for the browser, by connection: one each.
#[derive(Default)]
pub(crate) struct SignIns(Mutex<HashMap<String, Arc<Notify>>>);

impl SignIns {
    /// What stops the new one. An earlier one of the same connection is stopped by it.
    fn begin(&self, profile: &str) -> Arc<Notify> {
        let stop = Arc::new(Notify::new());
        let earlier = locked(&self.0).insert(profile.to_owned(), stop.clone());
        earlier.inspect(|earlier| earlier.notify_one());
        stop
    }

    fn stop(&self, profile: &str) {
        locked(&self.0).remove(profile).inspect(|waiting| waiting.notify_one());
    }

    fn end(&self, profile: &str, ended: &Arc<Notify>) {
        let mut waiting = locked(&self.0);
        if waiting.get(profile).is_some_and(|stop| Arc::ptr_eq(stop, ended)) {
            waiting.remove(profile);
        }
    }
}

impl App {
    /// Opens the system's browser and waits until the person has signed in, for five minutes at most.
    pub async fn sign_in(&self, profile: String) -> Result<ProfileView, AppError> {
        self.sign_in_through(profile, open_in_browser).await
    }

    /// The same with another browser than the system's. The address is told as an event as well, so that a person
    /// can open it where `open` could not.
    pub async fn sign_in_through(
        &self,
        profile: String,
        open: impl FnOnce(String),
    ) -> Result<ProfileView, AppError> {
        let asked = self.profile(&profile)?;
        let password = client::proxy_password(&asked, &self.inner.credentials).await?;
        let network = client::network(&asked.network, password);
        let waiting = self.browser_client(&asked).await?.begin(&network).await.map_err(of_platform)?;
        let stop = self.inner.sign_ins.begin(&profile);
        let url = waiting.url().to_owned();
        self.tell(AppEvent::SignInWaiting(SignInWaiting { profile: profile.clone(), url: url.clone() }));
        open(url);
        let finished = tokio::select! {
            finished = waiting.finish() => finished.map_err(of_platform),
            () = stop.notified() => Err(stopped(phrase!("The sign-in was stopped. Nothing was changed."))),
        };
        self.inner.sign_ins.end(&profile, &stop);
        self.take_sign_in(&asked, finished?).await
    }

    async fn browser_client(&self, profile: &Profile) -> Result<BrowserClient, AppError> {
        let client = client::browser_client(profile, &self.inner.credentials).await?;
        client.ok_or_else(|| {
            AppError::new(
                ErrorCode::BadRequest,
                phrase!("This connection does not sign in with the browser. Nothing was changed; choose so under Connections first."),
            )
        })
    }

    async fn take_sign_in(&self, asked: &Profile, signed_in: SignedIn) -> Result<ProfileView, AppError> {
        let profile = self.profile(&asked.id)?;
        judge_same(asked, &profile)?;
        // What a run sends is sent as the person whose list it rests on.
        if profile.signed_in_as != signed_in.subject && self.is_sending(&profile.id).await {
            return Err(AppError::new(
                ErrorCode::RunRefused,
                phrase!(
                    "A run is being sent through this connection, and somebody else signed in now than before. Nothing was kept; stop the run first, or sign in as the same person."
                ),
            ));
        }
        let profile = self.keep_sign_in(asked, signed_in).await?;
        Ok(self.with_new_credentials(&profile).await)
    }

    /// The token and whose it is are kept both, or neither.
    async fn keep_sign_in(&self, asked: &Profile, signed_in: SignedIn) -> Result<Profile, AppError> {
        let SignedIn { granted, subject } = signed_in;
        let credentials = &self.inner.credentials;
        let edit = |kept: &mut Profile| {
            judge_same(asked, kept)?;
            kept.signed_in_as = subject;
            Ok(())
        };
        match granted {
            Granted::Renewable(token) => {
                let mut change = credentials.change(&asked.id);
                let kept = match change.keep(CredentialKind::RefreshToken, token, asked.session_only).await {
                    Ok(()) => self.book().edit(&asked.id, edit),
                    Err(problem) => Err(problem),
                };
                match kept {
                    Ok(profile) => {
                        change.finish().await;
                        Ok(profile)
                    }
                    Err(problem) => Err(change.take_back(problem).await),
                }
            }
            Granted::Passing(token) => {
                let profile = self.book().edit(&asked.id, edit)?;
                credentials.keep_passing(&asked.id, token).await;
                Ok(profile)
            }
        }
    }

    /// The next call is made with what was just kept.
    async fn with_new_credentials(&self, profile: &Profile) -> ProfileView {
        self.forget_client(&profile.id).await;
        self.tell(AppEvent::ProfilesChanged);
        self.view(profile).await
    }

    /// Stops waiting for the browser.
    pub async fn cancel_sign_in(&self, profile: String) -> Result<(), AppError> {
        self.profile(&profile)?;
        self.inner.sign_ins.stop(&profile);
        Ok(())
    }

    /// Takes a new token for a connection that uses pasted ones. What waits for one can go on with it.
    pub async fn paste_token(&self, profile: String, pasted: PastedToken) -> Result<ProfileView, AppError> {
        let profile = self.profile(&profile)?;
        if profile.sign_in != SignIn::Token {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                phrase!(
                    "This connection gets its tokens by itself, so none can be pasted. Nothing was changed."
                ),
            ));
        }
        let token = pasted.token.0;
        judge_token(&profile, &token, Timestamp::now())?;
        self.inner.credentials.keep(&profile.id, CredentialKind::Token, token, profile.session_only).await?;
        Ok(self.with_new_credentials(&profile).await)
    }

    /// Asks an issuer where people and clients sign in. The connection need not be kept yet, so a proxy is told no
    /// password.
    pub async fn discover_sign_in(
        &self,
        issuer: String,
        network: Network,
    ) -> Result<SignInEndpoints, AppError> {
        let network = client::network(&network, Secret::new(""));
        let found = rollcall_platform::discover(&issuer, &network).await.map_err(of_platform)?;
        Ok(SignInEndpoints {
            issuer: found.issuer,
            authorize_url: found.authorize_url,
            token_url: found.token_url,
            scopes: found.scopes,
        })
    }

    /// When a connection's token ends: as its client knows, or as a pasted one says itself.
    pub(super) async fn token_ends(&self, profile: &Profile) -> Option<String> {
        if let Some(known) = self.token_expires_at(&profile.id).await {
            return Some(known);
        }
        if profile.sign_in != SignIn::Token {
            let passing = self.inner.credentials.passing(&profile.id)?;
            return passing.expires_at.map(|at| at.to_string());
        }
        let pasted = self.inner.credentials.find(profile, CredentialKind::Token).await.ok()??;
        pasted_token_expires_at(&pasted).map(|at| at.to_string())
    }
}

/// Refuses a sign-in for a connection that has become another one since it was asked for.
fn judge_same(asked: &Profile, now: &Profile) -> Result<(), AppError> {
    let what = |profile: &Profile| (profile.sign_in.clone(), profile.base_url.clone(), profile.session_only);
    match what(asked) == what(now) {
        true => Ok(()),
        false => Err(stopped(phrase!(
            "The connection was changed while the browser was open, so this sign-in is not its own any more. Nothing was kept; sign in again."
        ))),
    }
}

fn judge_token(profile: &Profile, token: &Secret, now: Timestamp) -> Result<(), AppError> {
    // Seen for whether there is anything.
    if token.expose().trim().is_empty() {
        return Err(invalid(phrase!(
            "There is no token in what was pasted. Nothing was changed; copy it again."
        )));
    }
    match pasted_token_expires_at(token) {
        Some(ended) if ended <= now => Err(invalid(sentence!(
            "This token ended at {when}. Nothing was changed; get a new one from the platform.",
            when = in_words(ended)
        ))),
        _ => client::judge_secret(profile, token.clone()),
    }
}

/// A moment, for a sentence.
pub(crate) fn in_words(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}

fn stopped(sentence: &str) -> AppError {
    AppError::new(ErrorCode::Cancelled, sentence)
}

#[cfg(test)]
mod tests;
