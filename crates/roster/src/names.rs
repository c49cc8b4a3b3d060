//! The names that ids stand for.

use crate::schema::Shelf;
use crate::{Invited, OrganizationFacet, RosterError, UserRow, fold};
use rollcall_core::{CanonicalEmail, IdentityProvider, Organization, ProviderPrefixes, Role, User};
use rusqlite::{Connection, Row};
use std::collections::HashMap;

/// The names of one list's roles, identity providers and organizations, by id.
#[derive(Debug, Default)]
pub(crate) struct Names {
    roles: HashMap<String, String>,
    identity_providers: HashMap<String, String>,
    organizations: HashMap<String, String>,
    listed_roles: Vec<String>,
    listed_providers: Vec<String>,
    prefixes: ProviderPrefixes,
    listed_organizations: Vec<Organization>,
    /// Those listed in that order, then those that are only named as being above one of them.
    every_organization: Vec<String>,
    /// The place of each of them.
    places: HashMap<String, u32>,
}

impl Names {
    pub(crate) fn load(connection: &Connection, shelf: Shelf) -> Result<Self, RosterError> {
        let roles = roles(connection, shelf)?.into_iter().map(|(role, _)| (role.id.0, role.name));
        let providers = identity_providers(connection, shelf)?;
        let prefixes = ProviderPrefixes::of(providers.iter().map(|(provider, _)| provider));
        let providers = providers.into_iter().map(|(provider, _)| (provider.id.0, provider.name));
        let (roles, providers): (Vec<_>, Vec<_>) = (roles.collect(), providers.collect());
        let organizations = organizations(connection, shelf)?.into_iter().map(|(listed, _)| listed);
        let mut names = Self {
            listed_roles: roles.iter().map(|(id, _)| id.clone()).collect(),
            listed_providers: providers.iter().map(|(id, _)| id.clone()).collect(),
            prefixes,
            roles: roles.into_iter().collect(),
            identity_providers: providers.into_iter().collect(),
            listed_organizations: organizations.collect(),
            ..Self::default()
        };
        names.place_organizations();
        Ok(names)
    }

    fn place_organizations(&mut self) {
        let own = self.listed_organizations.iter().map(|one| one.id.0.clone());
        let parents =
            self.listed_organizations.iter().filter_map(|one| Some(one.parent_id.as_ref()?.0.clone()));
        self.every_organization = own.collect();
        self.places = self.every_organization.iter().cloned().zip(0..).collect();
        for parent in parents {
            if !self.places.contains_key(&parent) {
                self.places.insert(parent.clone(), self.every_organization.len() as u32);
                self.every_organization.push(parent);
            }
        }
        self.organizations =
            self.listed_organizations.iter().map(|one| (one.id.0.clone(), one.label())).collect();
    }

    /// Ids of the roles in the order listed.
    pub(crate) fn listed_roles(&self) -> &[String] {
        &self.listed_roles
    }

    /// Ids of the identity providers in the order listed.
    pub(crate) fn listed_providers(&self) -> &[String] {
        &self.listed_providers
    }

    /// The organizations in the order listed, with those that only people name.
    pub(crate) fn listed_organizations(&self) -> &[Organization] {
        &self.listed_organizations
    }

    /// Ids of those and of all that are named as being above one of them.
    pub(crate) fn every_organization(&self) -> &[String] {
        &self.every_organization
    }

    /// An organization and all above it, each once, by their places among every one.
    pub(crate) fn above(&self, id: &str) -> Vec<u32> {
        let mut above = Vec::new();
        let mut next = self.places.get(id);
        while let Some(place) = next {
            // Two organizations may name one another as the one above.
            if above.contains(place) {
                break;
            }
            above.push(*place);
            let parent =
                self.listed_organizations.get(*place as usize).and_then(|one| one.parent_id.as_ref());
            next = parent.and_then(|parent| self.places.get(parent.as_str()));
        }
        above
    }

    /// The facet of the organization at a place among every one.
    pub(crate) fn organization_facet(&self, place: usize, id: &str, people: u32) -> OrganizationFacet {
        let listed = self.listed_organizations.get(place);
        OrganizationFacet {
            id: id.to_owned(),
            label: self.organization(id).to_owned(),
            kind: listed.and_then(|one| one.kind.clone()),
            parent_id: listed.and_then(|one| Some(one.parent_id.as_ref()?.0.clone())),
            people,
        }
    }

    pub(crate) fn role<'a>(&'a self, id: &'a str) -> &'a str {
        self.roles.get(id).map_or(id, String::as_str)
    }

    pub(crate) fn identity_provider<'a>(&'a self, id: &'a str) -> &'a str {
        self.identity_providers.get(id).map_or(id, String::as_str)
    }

    /// The name of the provider that somebody signs in through.
    pub(crate) fn provider_of<'a>(&'a self, user: &'a User) -> Option<&'a str> {
        self.prefixes.provider_of(user).map(|id| self.identity_provider(id))
    }

    pub(crate) fn organization<'a>(&'a self, id: &'a str) -> &'a str {
        self.organizations.get(id).map_or(id, String::as_str)
    }

    /// Every name, as the kind of what has it, the id and the name; an organization that is known by its id alone
    /// has none.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &str, &str)> {
        let kinds = [
            ("role", &self.roles),
            ("provider", &self.identity_providers),
            ("organization", &self.organizations),
        ];
        kinds.into_iter().flat_map(|(kind, names)| with_kind(kind, names)).filter(|(_, id, name)| id != name)
    }

    /// Whether this list has a name for an id.
    pub(crate) fn has(&self, kind: &str, id: &str) -> bool {
        let names = match kind {
            "role" => &self.roles,
            "provider" => &self.identity_providers,
            _ => &self.organizations,
        };
        names.get(id).is_some_and(|name| name != id)
    }

    /// Ids of the roles whose name has a folded word in it.
    pub(crate) fn roles_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        with_word(&self.roles, word)
    }

    /// Ids of the organizations whose label has a folded word in it.
    pub(crate) fn organizations_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        with_word(&self.organizations, word)
    }

    pub(crate) fn row(&self, user: User, invited: Option<Invited>) -> UserRow {
        UserRow {
            role_names: user.role_ids.iter().map(|id| self.role(id.as_str()).to_owned()).collect(),
            identity_provider: self.provider_of(&user).map(str::to_owned),
            organization_labels: user
                .organization_ids
                .iter()
                .map(|id| self.organization(id.as_str()).to_owned())
                .collect(),
            mail_domain: CanonicalEmail::of_listed(&user.email).domain().to_owned(),
            invited,
            accessibility: user.accessibility,
            external_id: user.external_id,
            other: user.other,
            id: user.id,
            email: user.email,
            first_name: user.first_name,
            last_name: user.last_name,
            state: user.state.as_str().to_owned(),
            created_at: user.created_at,
            role_ids: user.role_ids,
            identity_provider_id: user.identity_provider_id,
            organization_ids: user.organization_ids,
        }
    }
}

fn with_kind<'a>(
    kind: &'a str,
    names: &'a HashMap<String, String>,
) -> impl Iterator<Item = (&'a str, &'a str, &'a str)> {
    names.iter().map(move |(id, name)| (kind, id.as_str(), name.as_str()))
}

fn with_word<'a>(names: &'a HashMap<String, String>, word: &'a str) -> impl Iterator<Item = &'a str> {
    names.iter().filter(move |(_, name)| fold(name).contains(word)).map(|(id, _)| id.as_str())
}

/// The roles in the order listed, with the number of people who hold each.
pub(crate) fn roles(connection: &Connection, shelf: Shelf) -> Result<Vec<(Role, u32)>, RosterError> {
    all(connection, shelf, "SELECT people, id, name, weight FROM role_$ ORDER BY position", |row| {
        Ok(Role { id: row.get::<_, String>(1)?.into(), name: row.get(2)?, weight: row.get(3)? })
    })
}

/// What external ids of each listed provider's people begin with.
pub(crate) fn prefixes(connection: &Connection, shelf: Shelf) -> Result<ProviderPrefixes, RosterError> {
    let listed = identity_providers(connection, shelf)?;
    Ok(ProviderPrefixes::of(listed.iter().map(|(provider, _)| provider)))
}

/// The identity providers in the order listed, with the number of people who use each.
pub(crate) fn identity_providers(
    connection: &Connection,
    shelf: Shelf,
) -> Result<Vec<(IdentityProvider, u32)>, RosterError> {
    let sql = "SELECT people, id, name, prefix, enabled FROM identity_provider_$ ORDER BY position";
    all(connection, shelf, sql, |row| {
        Ok(IdentityProvider {
            id: row.get::<_, String>(1)?.into(),
            name: row.get(2)?,
            prefix: row.get(3)?,
            enabled: row.get(4)?,
        })
    })
}

/// The organizations in the order listed, those that the platform does not list at the end, with the number of people
/// who belong to each. What a person told stands in where the platform gives nothing but an id, and behind.
pub(crate) fn organizations(
    connection: &Connection,
    shelf: Shelf,
) -> Result<Vec<(Organization, u32)>, RosterError> {
    let sql = "SELECT people, id, name, erp_id, kind, parent_id FROM (
                   SELECT listed.people AS people, listed.id AS id, ifnull(told.name, listed.name) AS name,
                          ifnull(listed.erp_id, told.erp_id) AS erp_id, ifnull(listed.kind, told.kind) AS kind,
                          ifnull(listed.parent_id, told.parent_id) AS parent_id, 0 AS behind, listed.position AS place
                   FROM organization_$ listed
                   LEFT JOIN told_organization told ON told.id = listed.id AND listed.name = listed.id
                   UNION ALL
                   SELECT 0, id, name, erp_id, kind, parent_id, 1, position FROM told_organization
                   WHERE id NOT IN (SELECT id FROM organization_$))
               ORDER BY behind, place";
    read_organizations(connection, shelf, sql)
}

/// The organizations as the platform listed them, and those that only people name, whatever a person told of them.
pub(crate) fn organizations_of_platform(
    connection: &Connection,
    shelf: Shelf,
) -> Result<Vec<(Organization, u32)>, RosterError> {
    let sql = "SELECT people, id, name, erp_id, kind, parent_id FROM organization_$ ORDER BY position";
    read_organizations(connection, shelf, sql)
}

fn read_organizations(
    connection: &Connection,
    shelf: Shelf,
    sql: &str,
) -> Result<Vec<(Organization, u32)>, RosterError> {
    all(connection, shelf, sql, |row| {
        Ok(Organization {
            id: row.get::<_, String>(1)?.into(),
            name: row.get(2)?,
            erp_id: row.get(3)?,
            kind: row.get(4)?,
            parent_id: row.get::<_, Option<String>>(5)?.map(Into::into),
        })
    })
}

fn all<T>(
    connection: &Connection,
    shelf: Shelf,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<(T, u32)>, RosterError> {
    let mut statement = connection.prepare_cached(&shelf.sql(sql))?;
    let rows = statement.query_map([], |row| Ok((read(row)?, row.get(0)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
