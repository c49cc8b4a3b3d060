//! Whom a review is about.

use super::listed::Reference;
use super::refused;
use crate::contract::{AppError, ReviewScope};
use crate::errors::of_roster;
use crate::people::Privileged;
use rollcall_core::{
    IdentityProviderId, Organization, OrganizationId, ProviderPrefixes, Role, RoleId, User, UserId,
    WeightDirection, infer_direction, phrase, sentence,
};
use rollcall_roster::Roster;
use std::collections::HashSet;
use std::ops::ControlFlow;
use std::path::Path;

/// Which of these roles' weights give more power: as a person said, else as the names tell that are known.
fn direction(folder: &Path, roles: &[Role]) -> Result<WeightDirection, AppError> {
    let said = crate::people::direction(folder)?.map(|(direction, _)| direction);
    Ok(said.or_else(|| infer_direction(roles).map(|(direction, _)| direction)).unwrap_or_default())
}

/// What the roles of a list mean for a scope.
pub(super) struct Power {
    /// Which weights give more power.
    pub direction: WeightDirection,
    /// Roles that count as privileged.
    pub privileged: HashSet<RoleId>,
}

impl Power {
    /// As a person said, else as names and weights tell.
    pub(super) fn read(folder: &Path, roles: &[Role]) -> Result<Self, AppError> {
        let privileged = Privileged::read(folder, roles)?.ids();
        Ok(Self { direction: direction(folder, roles)?, privileged })
    }
}

/// A scope on one list: whoever is in it.
pub(super) enum Members {
    Everyone,
    Roles(HashSet<RoleId>),
    Organizations(HashSet<OrganizationId>),
    IdentityProvider(IdentityProviderId, ProviderPrefixes),
    /// Whoever matched when the list was asked.
    Users(HashSet<UserId>),
}

impl Members {
    /// Works a scope out on a list.
    pub(super) fn of(
        scope: &ReviewScope,
        roster: &Roster,
        reference: &Reference,
        power: &Power,
    ) -> Result<Self, AppError> {
        Ok(match scope {
            ReviewScope::Everyone => Self::Everyone,
            ReviewScope::RoleAndAbove(role) => {
                Self::Roles(role_and_above(role, &reference.roles, power.direction))
            }
            ReviewScope::Privileged => Self::Roles(power.privileged.clone()),
            ReviewScope::OrganizationAndBelow(organization) => {
                Self::Organizations(and_below(organization, &reference.organizations))
            }
            ReviewScope::IdentityProvider(provider) => {
                Self::IdentityProvider(provider.clone(), reference.prefixes.clone())
            }
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
            Self::IdentityProvider(provider, prefixes) => {
                prefixes.provider_of(user) == Some(provider.as_str())
            }
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
fn role_and_above(role: &RoleId, roles: &[Role], direction: WeightDirection) -> HashSet<RoleId> {
    let from = roles.iter().find(|listed| listed.id == *role).and_then(|listed| listed.weight);
    let above = |other: &&Role| match (from, other.weight, direction) {
        (Some(from), Some(weight), WeightDirection::MoreIsPower) => weight >= from,
        (Some(from), Some(weight), WeightDirection::LessIsPower) => weight <= from,
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
    let known = |is_listed: bool, or_else: &str| match is_listed {
        true => Ok(()),
        false => Err(refused(or_else)),
    };
    Ok(match scope {
        ReviewScope::Everyone => phrase!("Everyone").to_owned(),
        ReviewScope::RoleAndAbove(role) => {
            let is_listed = reference.roles.iter().any(|listed| listed.id == *role);
            known(is_listed, phrase!("This role is no longer listed. Choose the scope anew."))?;
            sentence!("{role} and above", role = reference.role(role.as_str()).name).text
        }
        ReviewScope::Privileged => phrase!("Privileged people").to_owned(),
        ReviewScope::OrganizationAndBelow(organization) => {
            let is_listed = reference.organizations.iter().any(|listed| listed.id == *organization);
            known(is_listed, phrase!("This organization is no longer listed. Choose the scope anew."))?;
            let name = reference.organization(organization.as_str()).name;
            sentence!("{organization} and below", organization = name).text
        }
        ReviewScope::IdentityProvider(provider) => {
            let name = reference.identity_provider(provider.as_str()).name;
            sentence!("Signs in with {provider}", provider = name).text
        }
        ReviewScope::View(view) => sentence!("View “{name}”", name = view.name.trim()).text,
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
        let up = role_and_above(&seller, &roles, WeightDirection::MoreIsPower);
        assert_eq!(sorted(up), ["Distributor Admin", "Seller"]);
        let down = role_and_above(&seller, &roles, WeightDirection::LessIsPower);
        assert_eq!(sorted(down), ["Customer", "Seller"]);
        let alone = role_and_above(&"Report".into(), &roles, WeightDirection::MoreIsPower);
        assert_eq!(sorted(alone), ["Report"], "nothing is above what has no weight");
    }

    #[test]
    fn the_direction_is_what_a_person_said_and_else_what_names_tell() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut turned = roles();
        for role in &mut turned {
            role.weight = role.weight.map(|weight| 100 - weight);
        }
        let told = |roles: &[Role]| direction(folder.path(), roles).expect("a direction");
        assert_eq!(
            (told(&roles()), told(&turned)),
            (WeightDirection::MoreIsPower, WeightDirection::LessIsPower)
        );
        let word = r#"{"is":"less-is-power","by":"ann","at":"2026-11-20T08:00:00Z"}"#;
        std::fs::write(folder.path().join("weights.json"), word).expect("written");
        assert_eq!(told(&roles()), WeightDirection::LessIsPower);
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
