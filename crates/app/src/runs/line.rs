//! Joins `runs` to the platform: what a sender needs, asked of the client and the roster.

use crate::App;
use crate::contract::{AppError, ErrorCode, Scope};
use crate::errors::{blocking, of_roster};
use crate::platforms::OpenPlatform;
use async_trait::async_trait;
use rollcall_core::{CanonicalEmail, Invitation, Observation};
use rollcall_platform::Platform;
use rollcall_roster::Roster;
use rollcall_runs::{CompleteList, Facts, Gateway, ListProblem, Listed, ListedNow, PlatformIdentity};
use std::sync::Arc;

/// A connection as a sender sees it.
pub(crate) struct Line {
    app: App,
    platform: Arc<OpenPlatform>,
    client: Platform,
    identity: PlatformIdentity,
    limit: usize,
    whole_platform: bool,
}

impl Line {
    pub(crate) async fn to(app: &App, profile: &str) -> Result<Self, AppError> {
        let kept = app.profile(profile)?;
        let client = app.client(profile).await?;
        Ok(Self {
            identity: super::identity(app, &kept, &client)?,
            limit: super::call_limit(&kept, &client.facts()),
            whole_platform: matches!(kept.scope, Scope::Platform(_)),
            platform: app.platform(profile).await?,
            app: app.clone(),
            client,
        })
    }

    async fn people(&self) -> Result<CompleteList, AppError> {
        let roster = self.platform.roster.clone();
        blocking(move || {
            let fetched = roster.summary().map_err(of_roster)?.fetched_at;
            let begun_at = fetched
                .ok_or_else(|| AppError::new(ErrorCode::ListNotFresh, "There is no list of people."))?;
            Ok(CompleteList { begun_at, people: Box::new(OnRoster(roster)) })
        })
        .await
    }
}

/// The list as the roster holds it. A newer one may have been swapped in since: it is complete as well,
/// and was begun later, so it proves no less.
struct OnRoster(Arc<Roster>);

impl Listed for OnRoster {
    fn find(&self, email: &CanonicalEmail) -> Result<Option<ListedNow>, String> {
        let mut listed = self.0.listed(std::slice::from_ref(email)).map_err(|problem| problem.to_string())?;
        let person = listed.remove(email).unwrap_or_default().into_iter().next();
        Ok(person.map(|user| ListedNow { user_id: user.id, created_at: user.created_at, state: user.state }))
    }
}

#[async_trait]
impl Gateway for Line {
    fn platform(&self) -> PlatformIdentity {
        self.identity.clone()
    }

    fn facts(&self) -> Facts {
        let facts = self.client.facts();
        Facts {
            batch_limit: self.limit,
            pending_listed: facts.pending_listed,
            // A list of single customers need not show everyone whom this caller may invite.
            visible_in_scope: self.whole_platform,
            reinvite_restarts_creation_date: facts.reinvite_restarts_creation_date,
        }
    }

    fn body(&self, people: &[Invitation]) -> Vec<u8> {
        self.client.invite_body(people)
    }

    async fn invite(&self, body: Vec<u8>) -> Observation {
        self.client.invite(body).await
    }

    async fn renew_sign_in(&self) -> bool {
        self.client.renew_token().await.is_ok()
    }

    async fn complete_list(&self) -> Result<CompleteList, ListProblem> {
        // A refresh that began before this moment proves nothing, and is not taken.
        let read = async {
            self.app.refresh(self.platform.id.clone()).await?;
            self.people().await
        };
        read.await.map_err(|problem: AppError| ListProblem::Incomplete { reason: problem.message })
    }
}
