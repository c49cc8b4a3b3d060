//! People by id, as rows of a list.

use crate::contract::{AppError, UserRow};
use crate::errors::of_roster;
use crate::people::in_a_list;
use rollcall_core::{IdentityProvider, Organization, Role, User, UserId};
use rollcall_roster::{LARGEST_WINDOW, Roster};

/// What people's ids stand for.
struct Reference {
    roles: Vec<Role>,
    providers: Vec<IdentityProvider>,
    organizations: Vec<Organization>,
}

/// A window of these people, in their order. Somebody who is no longer listed is left out. Blocks.
pub(crate) fn rows(
    roster: &Roster,
    people: &[UserId],
    offset: u32,
    limit: u32,
) -> Result<Vec<UserRow>, AppError> {
    let wanted = people.iter().skip(offset as usize).take(limit.min(LARGEST_WINDOW) as usize);
    let reference = Reference::read(roster)?;
    let listed = wanted.map(|id| roster.user(id).map_err(of_roster));
    listed.filter_map(|user| user.map(|user| Some(reference.row(&user?))).transpose()).collect()
}

impl Reference {
    fn read(roster: &Roster) -> Result<Self, AppError> {
        let roles = roster.roles().map_err(of_roster)?;
        let providers = roster.identity_providers().map_err(of_roster)?;
        let organizations = roster.organizations().map_err(of_roster)?;
        Ok(Self {
            roles: roles.into_iter().map(|held| held.role).collect(),
            providers: providers.into_iter().map(|used| used.identity_provider).collect(),
            organizations: organizations.into_iter().map(|known| known.organization).collect(),
        })
    }

    fn row(&self, user: &User) -> UserRow {
        let roles: Vec<Role> =
            self.roles.iter().filter(|role| user.role_ids.contains(&role.id)).cloned().collect();
        let organizations: Vec<Organization> = self
            .organizations
            .iter()
            .filter(|one| user.organization_ids.contains(&one.id))
            .cloned()
            .collect();
        let provider = self.providers.iter().find(|one| user.identity_provider_id.as_ref() == Some(&one.id));
        in_a_list(user, &roles, &organizations, provider)
    }
}
