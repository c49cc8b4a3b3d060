//! People as documents, one after another: a list of a million must not stand in memory.

use crate::App;
use crate::contract::*;
use crate::errors::of_roster;
use rollcall_core::{IdentityProviderId, Organization, OrganizationId, RoleId, phrase};
use rollcall_roster::{Roster, UserQuery, UserRow as Listed};
use std::collections::HashMap;
use std::io;
use std::ops::ControlFlow;

/// Which people, in which order, and how many. Made by [`App::people_choice`].
#[derive(Clone, Debug, Default)]
pub struct PeopleChoice {
    /// Which people, in which order.
    pub query: UserQuery,
    /// The most people to give.
    pub limit: Option<u32>,
}

/// Takes people one after another.
pub trait TakePeople: Send + 'static {
    /// Takes a person.
    ///
    /// # Errors
    /// What the output says; nobody more is given then.
    fn take(&mut self, person: PersonDocument) -> io::Result<()>;
}

impl App {
    /// Gives the chosen people to `sink`, and gives `sink` back.
    pub async fn each_person<S: TakePeople>(
        &self,
        profile: &str,
        choice: PeopleChoice,
        mut sink: S,
    ) -> Result<S, AppError> {
        self.ask(profile, move |roster| {
            walk(roster, &choice, |person| sink.take(person))?.map_err(|problem| unwritten(&problem))?;
            Ok(sink)
        })
        .await
    }

    /// How many people are chosen, whatever the limit is.
    pub async fn count_people(&self, profile: &str, choice: &PeopleChoice) -> Result<u32, AppError> {
        let query = choice.query.clone();
        self.ask(profile, move |roster| roster.count_of(&query, None).map_err(of_roster)).await
    }
}

/// The names behind the ids.
pub(crate) struct PersonNames {
    roles: HashMap<RoleId, String>,
    providers: HashMap<IdentityProviderId, String>,
    organizations: HashMap<OrganizationId, Organization>,
}

impl PersonNames {
    pub(crate) fn read(roster: &Roster) -> Result<Self, AppError> {
        let roles = roster.roles().map_err(of_roster)?.into_iter().map(|held| (held.role.id, held.role.name));
        let providers =
            roster.identity_providers().map_err(of_roster)?.into_iter().map(|used| used.identity_provider);
        let organizations =
            roster.organizations().map_err(of_roster)?.into_iter().map(|known| known.organization);
        Ok(Self {
            roles: roles.collect(),
            providers: providers.map(|provider| (provider.id, provider.name)).collect(),
            organizations: organizations
                .map(|organization| (organization.id.clone(), organization))
                .collect(),
        })
    }

    /// Somebody with the names of what they hold.
    pub(crate) fn person(&self, listed: Listed) -> PersonDocument {
        let role =
            |id: RoleId| Named { name: self.roles.get(&id).cloned().unwrap_or_else(|| id.to_string()), id };
        let provider = |id: IdentityProviderId| Named {
            name: self.providers.get(&id).cloned().unwrap_or_else(|| id.to_string()),
            id,
        };
        PersonDocument {
            id: listed.id,
            email: listed.email,
            first_name: listed.first_name,
            last_name: listed.last_name,
            state: listed.state,
            created_at: listed.created_at,
            roles: listed.role_ids.into_iter().map(role).collect(),
            identity_provider: listed.identity_provider_id.map(provider),
            organizations: listed.organization_ids.into_iter().map(|id| self.organization(id)).collect(),
            accessibility: listed.accessibility,
            external_id: listed.external_id,
            other: listed.other,
        }
    }

    fn organization(&self, id: OrganizationId) -> OrganizationOfPerson {
        let known = self.organizations.get(&id);
        OrganizationOfPerson {
            name: known.map_or_else(|| id.to_string(), |known| known.name.clone()),
            erp_id: known.and_then(|known| known.erp_id.clone()),
            id,
        }
    }
}

/// Gives each chosen person to `take`, until it fails or the limit is reached.
fn walk(
    roster: &Roster,
    choice: &PeopleChoice,
    mut take: impl FnMut(PersonDocument) -> io::Result<()>,
) -> Result<io::Result<()>, AppError> {
    let names = PersonNames::read(roster)?;
    let mut left = choice.limit.unwrap_or(u32::MAX);
    let mut taken = Ok(());
    if left == 0 {
        return Ok(taken);
    }
    let each = &mut |listed: Listed| {
        taken = take(names.person(listed));
        left -= 1;
        if taken.is_err() || left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    roster.each_of(&choice.query, None, each).map_err(of_roster)?;
    Ok(taken)
}

/// The sentence for an output that takes nothing more.
pub(crate) fn unwritten(problem: &io::Error) -> AppError {
    AppError::new(
        ErrorCode::Storage,
        phrase!("The list can't be written there. Nothing was changed; choose another place or make room."),
    )
    .with_detail(problem.to_string())
}
