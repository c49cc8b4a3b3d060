//! The invented world behind the sample platform: its roles, providers, organizations and the
//! people that never change.

use crate::SandboxError;
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::HashSet;
use std::path::Path;
use uuid::Uuid;

/// The world that comes with the crate.
const BUILT_IN: &str = include_str!("../data/world.json");

/// A world file. Names are free text and are served as they stand, however odd.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct World {
    pub platform: Platform,
    pub roles: Vec<Role>,
    pub identity_providers: Vec<IdentityProvider>,
    pub organizations: Vec<Organization>,
    pub users: Vec<FixedUser>,
}

/// The platform itself.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Platform {
    pub id: String,
}

/// A role, also called a group.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Role {
    pub id: String,
    pub name: String,
    pub weight: i64,
}

/// A way to sign in.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct IdentityProvider {
    pub id: String,
    pub name: String,
    pub prefix: String,
    pub enabled: bool,
}

/// A distributor, seller or customer.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Organization {
    pub id: String,
    pub name: String,
    pub erp_id: Option<String>,
    #[serde(rename = "type")]
    pub kind: String,
    pub parent_id: Option<String>,
}

/// One of the people that the world file names.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FixedUser {
    pub id: Uuid,
    pub email: String,
    pub first_name: String,
    pub last_name: String,
    pub account_state: String,
    pub created_date: Timestamp,
    pub group_ids: Vec<String>,
    pub identity_provider_id: Option<String>,
    pub organization_ids: Vec<String>,
}

impl World {
    /// The world of the file, or the built-in one.
    pub(crate) fn load(file: Option<&Path>) -> Result<Self, SandboxError> {
        match file {
            None => Self::parse(BUILT_IN),
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .map_err(|source| SandboxError::Read { what: "world file", source })?;
                Self::parse(&text)
            }
        }
    }

    fn parse(text: &str) -> Result<Self, SandboxError> {
        let world: Self = serde_json::from_str(text).map_err(|e| SandboxError::World(e.to_string()))?;
        world.check()?;
        Ok(world)
    }

    /// Two things with one id, or two people with one address, would make "who is it?" a matter of luck.
    fn check(&self) -> Result<(), SandboxError> {
        if self.roles.is_empty() || self.identity_providers.is_empty() {
            return Err(SandboxError::World("it has no roles or no identity providers".into()));
        }
        unique("role id", self.roles.iter().map(|r| r.id.to_lowercase()))?;
        unique("identity provider id", self.identity_providers.iter().map(|p| p.id.to_lowercase()))?;
        unique("organization id", self.organizations.iter().map(|o| o.id.to_lowercase()))?;
        unique("user id", self.users.iter().map(|u| u.id.to_string()))?;
        unique("e-mail address", self.users.iter().map(|u| u.email.to_lowercase()))
    }

    pub(crate) fn role(&self, id: &str) -> Option<&Role> {
        self.roles.iter().find(|r| r.id.eq_ignore_ascii_case(id))
    }

    pub(crate) fn provider(&self, id: &str) -> Option<&IdentityProvider> {
        self.identity_providers.iter().find(|p| p.id.eq_ignore_ascii_case(id))
    }

    pub(crate) fn organization(&self, id: &str) -> Option<&Organization> {
        self.organizations.iter().find(|o| o.id.eq_ignore_ascii_case(id))
    }

    pub(crate) fn is_platform(&self, id: &str) -> bool {
        self.platform.id.eq_ignore_ascii_case(id)
    }

    /// The provider of people who were invited without one: the first that is enabled.
    pub(crate) fn default_provider(&self) -> Option<&IdentityProvider> {
        self.identity_providers.iter().find(|p| p.enabled)
    }

    /// The weight of the caller's role. The caller is a Distributor Admin; a world without that role has
    /// a caller whom no role is above.
    pub(crate) fn callers_weight(&self) -> i64 {
        self.roles.iter().find(|r| r.name == "Distributor Admin").map_or(i64::MAX, |r| r.weight)
    }

    /// The organization and everything under it, in the file's order.
    pub(crate) fn branch(&self, id: &str) -> Vec<&Organization> {
        let mut inside: HashSet<String> = HashSet::from([id.to_lowercase()]);
        // A parent may stand behind its child in the file, so the walk goes on until nothing is added.
        loop {
            let before = inside.len();
            for o in &self.organizations {
                if o.parent_id.as_ref().is_some_and(|p| inside.contains(&p.to_lowercase())) {
                    inside.insert(o.id.to_lowercase());
                }
            }
            if inside.len() == before {
                break;
            }
        }
        self.organizations.iter().filter(|o| inside.contains(&o.id.to_lowercase())).collect()
    }
}

fn unique(what: &str, mut values: impl Iterator<Item = String>) -> Result<(), SandboxError> {
    let mut seen = HashSet::new();
    match values.find(|v| !seen.insert(v.clone())) {
        Some(_) => Err(SandboxError::World(format!("it has the same {what} twice"))),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_world_has_everything_the_contract_promises() {
        let world = World::load(None).expect("the built-in world");
        let counts =
            (world.roles.len(), world.identity_providers.len(), world.organizations.len(), world.users.len());
        assert_eq!(counts, (15, 5, 29, 13));
        assert_eq!(world.callers_weight(), 90);
        assert_eq!(world.default_provider().map(|p| p.name.as_str()), Some("Account"));
    }

    #[test]
    fn a_branch_is_the_organization_and_everything_under_it() {
        let world = World::load(None).expect("the built-in world");
        let top = world.organizations[0].id.clone();
        assert_eq!(world.branch(&top).len(), 29);
        let seller = world.organizations.iter().find(|o| o.name == "Nordlys IT").expect("Nordlys IT");
        let names: Vec<&str> = world.branch(&seller.id).iter().map(|o| o.name.as_str()).collect();
        assert_eq!(names[0], "Nordlys IT");
        assert_eq!(names.len(), 8, "{names:?}");
        let leaf = world.organizations.last().expect("an organization");
        assert_eq!(world.branch(&leaf.id).len(), 1);
    }

    #[test]
    fn a_world_with_the_same_id_twice_is_refused() {
        let mut world = World::load(None).expect("the built-in world");
        world.roles[1].id = world.roles[0].id.to_uppercase();
        assert!(matches!(world.check(), Err(SandboxError::World(m)) if m.contains("role id")));
    }
}
