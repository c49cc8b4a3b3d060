//! Use cases: windows of people, one person, roles, providers, organizations.

use super::Privileged;
use crate::contract::*;
use crate::errors::{blocking, of_roster};
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_core::{AccountState, InvitationClock, Role};
use rollcall_roster::{Invited, Roster};
use std::sync::Arc;

/// Rows in one window, at most.
const WINDOW: u32 = 500;

impl App {
    /// Counts, and how fresh they are.
    pub async fn roster_summary(&self, profile: String) -> Result<RosterSummary, AppError> {
        let platform = self.platform(&profile).await?;
        let refreshing = locked(&platform.refreshes.progress).clone();
        let (summary, held) = self
            .ask(&profile, |roster| {
                Ok((roster.summary().map_err(of_roster)?, roster.held().map_err(of_roster)?))
            })
            .await?;
        Ok(RosterSummary {
            generation: u32::try_from(summary.generation).unwrap_or(u32::MAX),
            people: summary.people,
            by_state: summary
                .by_state
                .into_iter()
                .map(|(state, people)| StateCount { state, people })
                .collect(),
            roles: summary.roles,
            identity_providers: summary.identity_providers,
            organizations: summary.organizations,
            fetched_at: summary.fetched_at.map(|at| at.to_string()),
            complete: summary.complete,
            last_failure: summary
                .last_failure
                .map(|failed| RefreshFailure { at: failed.at.to_string(), sentence: failed.sentence }),
            held: held.map(super::held::shown),
            refreshing,
        })
    }

    /// A window of people; `limit` is 500 at most.
    pub async fn list_users(
        &self,
        profile: String,
        query: UserQuery,
        offset: u32,
        limit: u32,
    ) -> Result<UserWindow, AppError> {
        let limit = limit.min(WINDOW);
        let window =
            self.ask(&profile, move |roster| roster.window(&query, offset, limit).map_err(of_roster)).await?;
        // What is searched, counted or sorted next need not wait for what that takes. Whoever asks is told a failure.
        let roster = Arc::clone(&self.platform(&profile).await?.roster);
        drop(tokio::task::spawn_blocking(move || roster.prepare()));
        let now = Timestamp::now();
        Ok(UserWindow {
            total: window.total,
            matching: window.matching,
            rows: window.rows.into_iter().map(|row| shown(row, now)).collect(),
            as_of: window.as_of,
            exact: window.exact,
        })
    }

    /// Roles and how many people hold each.
    pub async fn list_roles(&self, profile: String) -> Result<Vec<RoleView>, AppError> {
        let folder = self.platform(&profile).await?.folder.clone();
        self.ask(&profile, move |roster| {
            let held = roster.roles().map_err(of_roster)?;
            let roles: Vec<Role> = held.iter().map(|held| held.role.clone()).collect();
            let privileged = Privileged::read(&folder, &roles)?;
            let view = |held: rollcall_roster::RoleWithPeople| RoleView {
                privileged: privileged.is(&held.role.id),
                why_privileged: privileged.why(&held.role.id),
                privileged_by: privileged.said(&held.role.id),
                role: held.role,
                people: held.people,
            };
            Ok(held.into_iter().map(view).collect())
        })
        .await
    }

    /// Identity providers and how many people use each.
    pub async fn list_identity_providers(
        &self,
        profile: String,
    ) -> Result<Vec<IdentityProviderView>, AppError> {
        let providers = self.ask(&profile, |roster| roster.identity_providers().map_err(of_roster)).await?;
        Ok(providers
            .into_iter()
            .map(|used| IdentityProviderView { provider: used.identity_provider, people: used.people })
            .collect())
    }

    /// Organizations and how many people belong to each.
    pub async fn list_organizations(&self, profile: String) -> Result<Vec<OrganizationView>, AppError> {
        let organizations = self.ask(&profile, |roster| roster.organizations().map_err(of_roster)).await?;
        let view = |known: rollcall_roster::OrganizationWithPeople| OrganizationView {
            label: known.organization.label(),
            organization: known.organization,
            people: known.people,
        };
        Ok(organizations.into_iter().map(view).collect())
    }

    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        profile: &str,
        question: impl FnOnce(&Roster) -> Result<T, AppError> + Send + 'static,
    ) -> Result<T, AppError> {
        let roster: Arc<Roster> = self.platform(profile).await?.roster.clone();
        blocking(move || question(&roster)).await
    }
}

pub(crate) fn shown(row: rollcall_roster::UserRow, now: Timestamp) -> UserRow {
    UserRow {
        invitation: row.invited.and_then(|invited| clock(invited, now)),
        other: others(&row.other),
        id: row.id,
        name: full_name(&row.first_name, &row.last_name),
        first_name: row.first_name,
        last_name: row.last_name,
        email: row.email,
        state: row.state,
        roles: row.role_names,
        organizations: row.organization_labels,
        identity_provider: row.identity_provider,
        created_at: row.created_at,
        accessibility: row.accessibility,
        external_id: row.external_id,
        mail_domain: row.mail_domain,
    }
}

pub(super) fn clock(invited: Invited, now: Timestamp) -> Option<InvitationView> {
    let basis =
        if invited.by_send_record { InvitationBasis::SendRecord } else { InvitationBasis::CreationDate };
    let at = invited.at.to_string();
    invitation(AccountState::New.as_str(), Some(&at), now).map(|view| InvitationView { basis, ..view })
}

pub(super) fn full_name(first: &str, last: &str) -> String {
    [first, last].join(" ").trim().to_owned()
}

/// The clock of somebody who has not accepted yet, by the creation date in the list.
pub(crate) fn invitation(state: &str, created_at: Option<&str>, now: Timestamp) -> Option<InvitationView> {
    if AccountState::from_word(state) != AccountState::New {
        return None;
    }
    let invited_at = created_at?;
    let (lapsed, days) = match InvitationClock::read(invited_at.parse().ok()?, now) {
        InvitationClock::DaysLeft(days) => (false, days),
        InvitationClock::LapsedDays(days) => (true, days),
    };
    Some(InvitationView {
        lapsed,
        days: u32::try_from(days).unwrap_or(u32::MAX),
        basis: InvitationBasis::CreationDate,
        invited_at: invited_at.to_owned(),
    })
}

pub(super) fn others(fields: &serde_json::Map<String, serde_json::Value>) -> Vec<OtherField> {
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    fields.iter().map(|(name, value)| OtherField { name: name.clone(), value: text(value) }).collect()
}
