//! What is known of the list as a whole.

use crate::schema::Shelf;
use crate::{RosterError, record};
use jiff::Timestamp;
use rollcall_core::{IdentityProvider, Organization, Role};
use rusqlite::Connection;

/// A role, and how many people hold it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleWithPeople {
    /// The role.
    pub role: Role,
    /// People who hold it.
    pub people: u32,
}

/// An identity provider, and how many people use it.
#[derive(Clone, Debug, PartialEq)]
pub struct IdentityProviderWithPeople {
    /// The identity provider.
    pub identity_provider: IdentityProvider,
    /// People who sign in with it.
    pub people: u32,
}

/// An organization, and how many people belong to it.
#[derive(Clone, Debug, PartialEq)]
pub struct OrganizationWithPeople {
    /// The organization.
    pub organization: Organization,
    /// People who belong to it.
    pub people: u32,
}

/// The list as a whole. All is empty before the first refresh.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Which list it is: one more with each that takes the place of another, with each part that does, and with each word
    /// of a person on organizations.
    pub generation: i64,
    /// People in the list.
    pub people: u32,
    /// People per account state, in the order New, Active, Blocked, then others by name; states that
    /// nobody has are left out.
    pub by_state: Vec<(String, u32)>,
    /// Roles listed.
    pub roles: u32,
    /// Identity providers listed.
    pub identity_providers: u32,
    /// Organizations: listed, only named by users, or told by a person.
    pub organizations: u32,
    /// Organizations that a person told.
    pub organizations_told: u32,
    /// Whether the platform listed organizations. If not, their names are what a person told, or their ids.
    pub organizations_listed: bool,
    /// When the list was fetched; `None` before the first refresh.
    pub fetched_at: Option<Timestamp>,
    /// Whether the list is known to be whole.
    pub complete: bool,
    /// Who fetched it, where known.
    pub subject: Option<String>,
    /// What it was fetched for, as given at the refresh.
    pub scope: String,
    /// The refresh that failed since, if the last one did.
    pub last_failure: Option<LastFailure>,
}

/// A refresh that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastFailure {
    /// When.
    pub at: Timestamp,
    /// Why, in a sentence for people.
    pub sentence: String,
}

/// The one row that says which list is the list.
pub(crate) struct Status {
    pub(crate) shelf: Option<Shelf>,
    /// Where the list lies that waits for a person's word.
    pub(crate) held: Option<Shelf>,
    pub(crate) generation: i64,
    pub(crate) people: u32,
    pub(crate) staging: i64,
    /// When the list was fetched, as stored.
    pub(crate) fetched_at: Option<String>,
}

impl Status {
    pub(crate) fn load(connection: &Connection) -> Result<Self, RosterError> {
        let sql =
            "SELECT shelf, generation, people, staging, (SELECT shelf FROM held), fetched_at FROM roster";
        let mut statement = connection.prepare_cached(sql)?;
        let status = statement.query_row([], |row| {
            Ok(Self {
                shelf: row.get(0)?,
                generation: row.get(1)?,
                people: row.get(2)?,
                staging: row.get(3)?,
                held: row.get(4)?,
                fetched_at: row.get(5)?,
            })
        })?;
        Ok(status)
    }
}

pub(crate) fn summary(connection: &Connection) -> Result<Summary, RosterError> {
    let Status { generation, shelf, .. } = Status::load(connection)?;
    let sql = "SELECT people, states, organizations_listed, fetched_at, complete, subject, scope, failed_at, failure
               FROM roster";
    let mut summary = connection.prepare_cached(sql)?.query_row([], |row| {
        let failed_at: Option<String> = row.get(7)?;
        Ok(Summary {
            generation,
            people: row.get(0)?,
            by_state: record::json(row, 1)?,
            roles: 0,
            identity_providers: 0,
            organizations: 0,
            organizations_told: 0,
            organizations_listed: row.get(2)?,
            fetched_at: moment(row.get(3)?),
            complete: row.get(4)?,
            subject: row.get(5)?,
            scope: row.get(6)?,
            last_failure: moment(failed_at)
                .zip(row.get(8)?)
                .map(|(at, sentence)| LastFailure { at, sentence }),
        })
    })?;
    if let Some(shelf) = shelf {
        let sql = "SELECT (SELECT count(*) FROM role_$), (SELECT count(*) FROM identity_provider_$),
                          (SELECT count(*) FROM organization_$),
                          (SELECT count(*) FROM told_organization),
                          (SELECT count(*) FROM told_organization WHERE id NOT IN (SELECT id FROM organization_$))";
        connection.query_row(&shelf.sql(sql), [], |row| {
            (summary.roles, summary.identity_providers) = (row.get(0)?, row.get(1)?);
            summary.organizations_told = row.get(3)?;
            summary.organizations = row.get::<_, u32>(2)? + row.get::<_, u32>(4)?;
            Ok(())
        })?;
    }
    Ok(summary)
}

pub(crate) fn moment(stored: Option<String>) -> Option<Timestamp> {
    stored?.parse().ok()
}

/// People per account state, the known states first.
pub(crate) fn count_states(connection: &Connection, shelf: Shelf) -> Result<Vec<(String, u32)>, RosterError> {
    let sql = "SELECT state, count(*) FROM user_$ GROUP BY state
               ORDER BY CASE state WHEN 'New' THEN 1 WHEN 'Active' THEN 2 WHEN 'Blocked' THEN 3 ELSE 4 END, state";
    let mut statement = connection.prepare(&shelf.sql(sql))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
