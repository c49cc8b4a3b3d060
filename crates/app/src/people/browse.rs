//! Use cases: windows of people, one person, roles, providers, organizations.

use crate::contract::*;
use crate::errors::{blocking, of_roster};
use crate::invite::privileged;
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_core::{
    AccountState, CanonicalEmail, IdentityProvider, InvitationClock, Organization, Role, User, UserId,
};
use rollcall_roster::{Invited, Roster};
use std::ops::ControlFlow;
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
        let now = Timestamp::now();
        Ok(UserWindow {
            total: window.total,
            matching: window.matching,
            rows: window.rows.into_iter().map(|row| shown(row, now)).collect(),
            as_of: window.as_of,
            exact: window.exact,
        })
    }

    /// Everything about one person.
    pub async fn user_detail(&self, profile: String, user: UserId) -> Result<UserDetail, AppError> {
        let missing = || {
            AppError::new(
                ErrorCode::BadRequest,
                "This person is no longer listed. The list may have been refreshed since.",
            )
        };
        let (person, roles, providers, organizations) = self
            .ask(&profile, move |roster| {
                let person = roster.user(&user).map_err(of_roster)?.ok_or_else(missing)?;
                let roles = roster.roles().map_err(of_roster)?;
                let providers = roster.identity_providers().map_err(of_roster)?;
                let organizations = roster.organizations().map_err(of_roster)?;
                Ok((person, roles, providers, organizations))
            })
            .await?;
        let roles: Vec<Role> = roles
            .into_iter()
            .map(|held| held.role)
            .filter(|role| person.role_ids.contains(&role.id))
            .collect();
        let organizations: Vec<Organization> = organizations
            .into_iter()
            .map(|known| known.organization)
            .filter(|organization| person.organization_ids.contains(&organization.id))
            .collect();
        let identity_provider = providers
            .into_iter()
            .map(|used| used.identity_provider)
            .find(|provider| person.identity_provider_id.as_ref() == Some(&provider.id));
        let json = serde_json::to_string_pretty(&person).map_err(|problem| {
            AppError::new(ErrorCode::Internal, "This person can't be shown as JSON.")
                .with_detail(problem.to_string())
        })?;
        Ok(UserDetail {
            person: in_a_list(&person, &roles, &organizations, identity_provider.as_ref()),
            roles,
            organizations,
            identity_provider,
            other: others(&person.other),
            external_id: person.external_id,
            accessibility: person.accessibility,
            json,
        })
    }

    /// Roles and how many people hold each.
    pub async fn list_roles(&self, profile: String) -> Result<Vec<RoleView>, AppError> {
        let folder = self.platform(&profile).await?.folder.clone();
        self.ask(&profile, move |roster| {
            let held = roster.roles().map_err(of_roster)?;
            let roles: Vec<Role> = held.iter().map(|held| held.role.clone()).collect();
            let privileged = privileged(&folder, &roles)?;
            let view = |held: rollcall_roster::RoleWithPeople| RoleView {
                privileged: privileged.contains_key(&held.role.id),
                why_privileged: privileged.get(&held.role.id).cloned().flatten(),
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

    /// Everyone who matches, in order, one after another: for exports.
    pub async fn each_user(
        &self,
        profile: String,
        query: UserQuery,
        mut take: impl FnMut(UserRow) + Send + 'static,
    ) -> Result<u32, AppError> {
        let now = Timestamp::now();
        self.ask(&profile, move |roster| {
            let mut taken = 0;
            roster
                .all_users(&query, &mut |row| {
                    taken += 1;
                    take(shown(row, now));
                    ControlFlow::Continue(())
                })
                .map_err(of_roster)?;
            Ok(taken)
        })
        .await
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

fn shown(row: rollcall_roster::UserRow, now: Timestamp) -> UserRow {
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

fn clock(invited: Invited, now: Timestamp) -> Option<InvitationView> {
    let basis =
        if invited.by_send_record { InvitationBasis::SendRecord } else { InvitationBasis::CreationDate };
    let at = invited.at.to_string();
    invitation(AccountState::New.as_str(), Some(&at), now).map(|view| InvitationView { basis, ..view })
}

fn in_a_list(
    person: &User,
    roles: &[Role],
    organizations: &[Organization],
    provider: Option<&IdentityProvider>,
) -> UserRow {
    UserRow {
        id: person.id.clone(),
        name: full_name(&person.first_name, &person.last_name),
        first_name: person.first_name.clone(),
        last_name: person.last_name.clone(),
        email: person.email.clone(),
        state: person.state.as_str().to_owned(),
        invitation: invitation(person.state.as_str(), person.created_at.as_deref(), Timestamp::now()),
        roles: roles.iter().map(|role| role.name.clone()).collect(),
        organizations: organizations.iter().map(Organization::label).collect(),
        identity_provider: provider.map(|provider| provider.name.clone()),
        created_at: person.created_at.clone(),
        accessibility: person.accessibility.clone(),
        external_id: person.external_id.clone(),
        mail_domain: CanonicalEmail::of_listed(&person.email).domain().to_owned(),
        other: others(&person.other),
    }
}

fn full_name(first: &str, last: &str) -> String {
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

fn others(fields: &serde_json::Map<String, serde_json::Value>) -> Vec<OtherField> {
    let text = |value: &serde_json::Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    fields.iter().map(|(name, value)| OtherField { name: name.clone(), value: text(value) }).collect()
}
