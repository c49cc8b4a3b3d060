//! Joins `runs` to the platform: what a sender needs, asked of the client and the roster.

use super::same_place;
use crate::connect::Profile;
use crate::contract::{AppError, ErrorCode, SendMode};
use crate::errors::blocking;
use crate::people::{List, foremost, newest_creation};
use crate::platforms::{Connected, OpenPlatform};
use crate::{App, locked};
use async_trait::async_trait;
use rollcall_core::{CanonicalEmail, Invitation, Observation, phrase};
use rollcall_platform::Platform;
use rollcall_runs::{
    CompleteList, Facts, Gateway, Limiter, ListProblem, Listed, ListedNow, PlatformIdentity, SendOptions,
    SystemClock,
};
use std::sync::Arc;

/// A connection as a sender sees it: as it was when the sender began, whatever is edited meanwhile.
pub(crate) struct Line {
    app: App,
    platform: Arc<OpenPlatform>,
    connected: Connected,
    /// Where this is, in the words in which the journal knows it.
    base: String,
}

impl Line {
    pub(crate) async fn to(app: &App, profile: &str) -> Result<Self, AppError> {
        let connected = app.connected(profile).await?;
        Ok(Self {
            base: connected.identity.base.clone(),
            connected,
            platform: app.platform(profile).await?,
            app: app.clone(),
        })
    }

    /// The same for a run that was begun there. Where that is here, in whatever order and letters it was typed then, the
    /// run goes on under the words that it was begun with.
    pub(super) fn taking_up(self, begun: &PlatformIdentity) -> Self {
        match same_place(&begun.base, &self.base) {
            true => Self { base: begun.base.clone(), ..self },
            false => self,
        }
    }

    /// What is asked, and the connection that it was made of.
    pub(super) fn connected(&self) -> (&Platform, &Profile) {
        (&self.connected.client, &self.connected.profile)
    }

    /// How a run is sent through this connection.
    pub(crate) fn options(&self, mode: SendMode) -> SendOptions {
        SendOptions {
            one_then_pause: mode == SendMode::OneThenPause,
            batch: self.facts().batch_limit,
            quiet: super::quiet(&self.connected.profile),
            concurrency: super::concurrency(&self.connected.profile, &self.connected.client.facts()),
            limiter: Some(self.limiter()),
            seed: None,
        }
    }

    /// The pace of this connection's subscription key: gateways count calls by key, so that two connections
    /// with one key share it.
    fn limiter(&self) -> Arc<Limiter> {
        let (client, most) = (&self.connected.client, self.connected.profile.tuning.per_minute);
        let mut limiters = locked(&self.app.inner.limiters);
        let begin = || Arc::new(Limiter::new(Arc::new(SystemClock), Some(client.facts().per_minute), most));
        let limiter = limiters.entry(client.key_fingerprint()).or_insert_with(begin).clone();
        limiter.keep_to(most);
        limiter
    }

    async fn people(&self) -> Result<CompleteList, AppError> {
        let (roster, identity) = (self.platform.roster.clone(), self.connected.identity.clone());
        blocking(move || {
            let list = List::now(roster, identity)?;
            Ok(CompleteList { begun_at: list.fetched_at(), people: Box::new(list) })
        })
        .await
    }
}

impl Listed for List {
    fn find(&self, email: &CanonicalEmail) -> Result<Option<ListedNow>, String> {
        let accounts = self.accounts(email).map_err(|problem| problem.message)?;
        Ok(foremost(&accounts).map(|user| ListedNow {
            user_id: user.id.clone(),
            created_at: newest_creation(&accounts),
            state: user.state.clone(),
            role_ids: accounts.iter().flat_map(|account| account.role_ids.clone()).collect(),
        }))
    }
}

#[async_trait]
impl Gateway for Line {
    fn platform(&self) -> PlatformIdentity {
        PlatformIdentity { base: self.base.clone(), subject: self.connected.identity.subject.clone() }
    }

    fn facts(&self) -> Facts {
        super::facts(&self.connected.profile, &self.connected.client)
    }

    fn body(&self, people: &[Invitation]) -> Vec<u8> {
        self.connected.client.invite_body(people)
    }

    async fn invite(&self, people: &[Invitation], body: Vec<u8>) -> Observation {
        self.connected.client.invite(people, body).await
    }

    async fn renew_sign_in(&self) -> bool {
        self.connected.client.renew_token().await.is_ok()
    }

    async fn complete_list(&self) -> Result<CompleteList, ListProblem> {
        // A refresh that began before this moment proves nothing, and is not taken.
        let (app, profile) = (self.app.clone(), self.platform.id.clone());
        let read = async {
            // A task of its own: whoever stops the run while the list is read need not wait for it, and the
            // refresh comes to its end all the same.
            let refreshed = tokio::spawn(async move { app.refresh(profile).await });
            refreshed.await.map_err(|_| {
                AppError::new(ErrorCode::Internal, phrase!("The list of people could not be read."))
            })??;
            self.people().await
        };
        read.await.map_err(|problem: AppError| match problem.code {
            ErrorCode::ListHeld => ListProblem::Held { reason: problem.message },
            _ => ListProblem::Incomplete { reason: problem.message },
        })
    }
}
