//! Whom a review is about.

use super::listed::Reference;
use super::refused;
use crate::contract::{AppError, ReviewScope};
use crate::errors::of_roster;
use rollcall_core::{IdentityProviderId, Organization, OrganizationId, Role, RoleId, User, UserId};
use rollcall_roster::Roster;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::ops::ControlFlow;

/// Which weights give more power.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Direction {
    /// The larger ones.
    #[default]
    MoreIsPower,
    /// The smaller ones.
    LessIsPower,
}

/// The direction of these roles' weights, told by those whose names are known; where nothing tells, more is more.
pub(super) fn direction(roles: &[Role]) -> Direction {
    match rollcall_intake::more_weight_is_more_power(roles) {
        Some(false) => Direction::LessIsPower,
        Some(true) | None => Direction::MoreIsPower,
    }
}

/// A scope on one list: whoever is in it.
pub(super) enum Members {
    Everyone,
    Roles(HashSet<RoleId>),
    Organizations(HashSet<OrganizationId>),
    IdentityProvider(IdentityProviderId),
    /// Whoever matched when the list was asked.
    Users(HashSet<UserId>),
}

impl Members {
    /// Works a scope out on a list.
    pub(super) fn of(
        scope: &ReviewScope,
        roster: &Roster,
        reference: &Reference,
        direction: Direction,
    ) -> Result<Self, AppError> {
        Ok(match scope {
            ReviewScope::Everyone => Self::Everyone,
            ReviewScope::RoleAndAbove(role) => Self::Roles(role_and_above(role, &reference.roles, direction)),
            ReviewScope::OrganizationAndBelow(organization) => {
                Self::Organizations(and_below(organization, &reference.organizations))
            }
            ReviewScope::IdentityProvider(provider) => Self::IdentityProvider(provider.clone()),
            ReviewScope::View(view) => {
                let mut users = HashSet::new();
                let mut take = |user: User| {
                    users.insert(user.id);
                    ControlFlow::Continue(())
                };
                roster.each_user(&view.query, &mut take).map_err(of_roster)?;
                Self::Users(users)
            }
        })
    }

    /// The same with roles that a scope about roles meant before, whatever their weights are now.
    pub(super) fn besides(self, before: impl IntoIterator<Item = RoleId>) -> Self {
        match self {
            Self::Roles(now) => Self::Roles(now.into_iter().chain(before).collect()),
            other => other,
        }
    }

    pub(super) fn has(&self, user: &User) -> bool {
        match self {
            Self::Everyone => true,
            Self::Roles(roles) => user.role_ids.iter().any(|role| roles.contains(role)),
            Self::Organizations(organizations) => {
                user.organization_ids.iter().any(|one| organizations.contains(one))
            }
            Self::IdentityProvider(provider) => user.identity_provider_id.as_ref() == Some(provider),
            Self::Users(users) => users.contains(&user.id),
        }
    }

    /// The roles that are meant, where the scope is about roles: id and name, in the order listed.
    pub(super) fn roles(&self, reference: &Reference) -> Vec<(String, String)> {
        let Self::Roles(meant) = self else { return Vec::new() };
        let listed = reference.roles.iter().filter(|role| meant.contains(&role.id));
        listed.map(|role| (role.id.0.clone(), role.name.clone())).collect()
    }
}

/// A role, and those that give at least as much power by their weight. One without a weight stands alone.
fn role_and_above(role: &RoleId, roles: &[Role], direction: Direction) -> HashSet<RoleId> {
    let from = roles.iter().find(|listed| listed.id == *role).and_then(|listed| listed.weight);
    let above = |other: &&Role| match (from, other.weight, direction) {
        (Some(from), Some(weight), Direction::MoreIsPower) => weight >= from,
        (Some(from), Some(weight), Direction::LessIsPower) => weight <= from,
        _ => false,
    };
    let above = roles.iter().filter(above).map(|other| other.id.clone());
    above.chain([role.clone()]).collect()
}

/// An organization and everything below it. Circles end where they began.
fn and_below(organization: &OrganizationId, organizations: &[Organization]) -> HashSet<OrganizationId> {
    let mut below = HashSet::from([organization.clone()]);
    loop {
        let joins = |one: &&Organization| {
            !below.contains(&one.id) && one.parent_id.as_ref().is_some_and(|parent| below.contains(parent))
        };
        let joining: Vec<OrganizationId> =
            organizations.iter().filter(joins).map(|one| one.id.clone()).collect();
        if joining.is_empty() {
            return below;
        }
        below.extend(joining);
    }
}

/// The scope in words, by the names that there are now.
///
/// # Errors
/// Where it names a role, an organization or a provider that is not listed.
pub(super) fn in_words(scope: &ReviewScope, reference: &Reference) -> Result<String, AppError> {
    let known = |is_listed: bool, what: &str| match is_listed {
        true => Ok(()),
        false => Err(refused(&format!("This {what} is no longer listed. Choose the scope anew."))),
    };
    Ok(match scope {
        ReviewScope::Everyone => "Everyone".to_owned(),
        ReviewScope::RoleAndAbove(role) => {
            known(reference.roles.iter().any(|listed| listed.id == *role), "role")?;
            format!("{} and above", reference.role(role.as_str()).name)
        }
        ReviewScope::OrganizationAndBelow(organization) => {
            known(reference.organizations.iter().any(|listed| listed.id == *organization), "organization")?;
            format!("{} and below", reference.organization(organization.as_str()).name)
        }
        ReviewScope::IdentityProvider(provider) => {
            format!("Signs in with {}", reference.identity_provider(provider.as_str()).name)
        }
        ReviewScope::View(view) => format!("View “{}”", view.name.trim()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roles() -> Vec<Role> {
        let role = |name: &str, weight: Option<i32>| Role { id: name.into(), name: name.into(), weight };
        vec![
            role("Customer", Some(10)),
            role("Seller", Some(50)),
            role("Distributor Admin", Some(90)),
            role("Report", None),
        ]
    }

    fn sorted(roles: HashSet<RoleId>) -> Vec<String> {
        let mut names: Vec<String> = roles.into_iter().map(|role| role.0).collect();
        names.sort();
        names
    }

    #[test]
    fn above_a_role_is_what_weighs_more_or_less_as_the_direction_is() {
        let (roles, seller) = (roles(), RoleId::from("Seller"));
        let up = role_and_above(&seller, &roles, Direction::MoreIsPower);
        assert_eq!(sorted(up), ["Distributor Admin", "Seller"]);
        let down = role_and_above(&seller, &roles, Direction::LessIsPower);
        assert_eq!(sorted(down), ["Customer", "Seller"]);
        let alone = role_and_above(&"Report".into(), &roles, Direction::MoreIsPower);
        assert_eq!(sorted(alone), ["Report"], "nothing is above what has no weight");
    }

    #[test]
    fn the_direction_is_told_by_names_and_can_be_either_way() {
        assert_eq!(direction(&roles()), Direction::MoreIsPower);
        let mut turned = roles();
        for role in &mut turned {
            role.weight = role.weight.map(|weight| 100 - weight);
        }
        assert_eq!(direction(&turned), Direction::LessIsPower);
    }

    #[test]
    fn below_an_organization_is_the_whole_tree_and_a_circle_ends() {
        let organization = |id: &str, parent: Option<&str>| Organization {
            id: id.into(),
            name: id.into(),
            erp_id: None,
            kind: None,
            parent_id: parent.map(Into::into),
        };
        let all = [
            organization("leaf", Some("middle")),
            organization("middle", Some("top")),
            organization("top", Some("leaf")),
            organization("other", None),
        ];
        let below = and_below(&"middle".into(), &all);
        assert_eq!(below, HashSet::from(["leaf", "middle", "top"].map(Into::into)));
        assert_eq!(and_below(&"other".into(), &all).len(), 1);
    }
}
