//! The names that ids stand for.

use crate::order::read_moment;
use crate::schema::Shelf;
use crate::{Invited, RosterError, UserRow, fold};
use rollcall_core::{AccountState, CanonicalEmail, IdentityProvider, Organization, Role, User};
use rusqlite::{Connection, Row};
use std::collections::HashMap;

/// The names of one list's roles, identity providers and organizations, by id.
#[derive(Debug, Default)]
pub(crate) struct Names {
    roles: HashMap<String, String>,
    identity_providers: HashMap<String, String>,
    organizations: HashMap<String, String>,
}

impl Names {
    pub(crate) fn load(connection: &Connection, shelf: Shelf) -> Result<Self, RosterError> {
        let roles = roles(connection, shelf)?.into_iter().map(|(role, _)| (role.id.0, role.name));
        let identity_providers = identity_providers(connection, shelf)?
            .into_iter()
            .map(|(provider, _)| (provider.id.0, provider.name));
        let organizations = organizations(connection, shelf)?
            .into_iter()
            .map(|(organization, _)| (organization.id.0.clone(), organization.label()));
        Ok(Self {
            roles: roles.collect(),
            identity_providers: identity_providers.collect(),
            organizations: organizations.collect(),
        })
    }

    pub(crate) fn role<'a>(&'a self, id: &'a str) -> &'a str {
        self.roles.get(id).map_or(id, String::as_str)
    }

    pub(crate) fn identity_provider<'a>(&'a self, id: &'a str) -> &'a str {
        self.identity_providers.get(id).map_or(id, String::as_str)
    }

    pub(crate) fn organization<'a>(&'a self, id: &'a str) -> &'a str {
        self.organizations.get(id).map_or(id, String::as_str)
    }

    /// Ids of the roles whose name has a folded word in it.
    pub(crate) fn roles_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        with_word(&self.roles, word)
    }

    /// Ids of the organizations whose label has a folded word in it.
    pub(crate) fn organizations_with<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        with_word(&self.organizations, word)
    }

    pub(crate) fn row(&self, user: User) -> UserRow {
        UserRow {
            role_names: user.role_ids.iter().map(|id| self.role(id.as_str()).to_owned()).collect(),
            identity_provider: user
                .identity_provider_id
                .as_ref()
                .map(|id| self.identity_provider(id.as_str()).to_owned()),
            organization_labels: user
                .organization_ids
                .iter()
                .map(|id| self.organization(id.as_str()).to_owned())
                .collect(),
            mail_domain: CanonicalEmail::of_listed(&user.email).domain().to_owned(),
            invited: (user.state == AccountState::New)
                .then(|| user.created_at.as_deref().and_then(read_moment))
                .flatten()
                .map(|at| Invited { at, by_send_record: false }),
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

fn with_word<'a>(names: &'a HashMap<String, String>, word: &'a str) -> impl Iterator<Item = &'a str> {
    names.iter().filter(move |(_, name)| fold(name).contains(word)).map(|(id, _)| id.as_str())
}

/// The roles in the order listed, with the number of people who hold each.
pub(crate) fn roles(connection: &Connection, shelf: Shelf) -> Result<Vec<(Role, u32)>, RosterError> {
    all(connection, shelf, "SELECT people, id, name, weight FROM role_$ ORDER BY position", |row| {
        Ok(Role { id: row.get::<_, String>(1)?.into(), name: row.get(2)?, weight: row.get(3)? })
    })
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

/// The organizations in the order listed, those that are known by their id alone at the end, with
/// the number of people who belong to each.
pub(crate) fn organizations(
    connection: &Connection,
    shelf: Shelf,
) -> Result<Vec<(Organization, u32)>, RosterError> {
    let sql = "SELECT people, id, name, erp_id, kind, parent_id FROM organization_$ ORDER BY position";
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
