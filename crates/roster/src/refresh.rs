//! Staging a new list beside the old one, and swapping it in.

use crate::columns::{Columns, Listed};
use crate::doubt::{self, Standing};
use crate::held::{self, HeldList};
use crate::names::Names;
use crate::reading::{self, Status};
use crate::record::{self, to_json};
use crate::roster::Inner;
use crate::schema::Shelf;
use crate::{RosterError, changes, order};
use jiff::Timestamp;
use rollcall_core::{IdentityProvider, Organization, Role, User};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use std::sync::Arc;

/// What the users' ids refer to, as listed with them.
#[derive(Clone, Debug, Default)]
pub struct Reference {
    /// All roles.
    pub roles: Vec<Role>,
    /// All identity providers.
    pub identity_providers: Vec<IdentityProvider>,
    /// All organizations; `None` where the platform does not list them. Those that users name and
    /// that are not among them are kept with their id as name.
    pub organizations: Option<Vec<Organization>>,
}

/// How a list came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefreshFacts {
    /// When its first page was asked for.
    pub fetched_at: Timestamp,
    /// Whether it is known to be whole. It is swapped in either way; who relies on absence asks.
    pub complete: bool,
    /// Who asked: the signed-in subject, where known.
    pub subject: Option<String>,
    /// What was asked for: the platform or customers, in a form of the caller's.
    pub scope: String,
}

/// What a refresh changed, in people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the new list and not in the old one.
    pub joined: u32,
    /// In the old list and not in the new one.
    pub left: u32,
    /// In both, with another value anywhere.
    pub changed: u32,
    /// In the new list.
    pub total: u32,
}

/// What became of a new list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Committed {
    /// It is the list now.
    Taken(Changes),
    /// It looks wrong. It is held beside the list from before, which stays, until a person decides.
    Held(HeldList),
}

/// A list that was staged whole, with all that is kept of how it came about.
pub(crate) struct Arrived {
    pub(crate) shelf: Shelf,
    pub(crate) people: u32,
    pub(crate) organizations_listed: bool,
    pub(crate) facts: RefreshFacts,
}

/// People who are written in one transaction. Each transaction makes a piece of the search index of its
/// own, and many small ones have to be merged again and again.
const WRITTEN_AT_ONCE: usize = 4_000;

/// A new list in the making. Dropping it, or a crash, leaves the old list as it was.
pub struct Refresh {
    inner: Arc<Inner>,
    /// Staged, and not written yet.
    waiting: Vec<User>,
    /// Which refresh this is: a later one takes the shelf over.
    number: i64,
    /// Where it is staged: neither the list's shelf nor the held one's.
    shelf: Shelf,
}

impl Refresh {
    pub(crate) fn begin(inner: Arc<Inner>) -> Result<Self, RosterError> {
        let (number, shelf) = inner.write(|transaction| {
            let status = Status::load(transaction)?;
            let shelf = Shelf::beside(status.shelf, status.held);
            record::clear(transaction, shelf)?;
            transaction.execute("UPDATE roster SET staging = staging + 1", [])?;
            Ok((status.staging + 1, shelf))
        })?;
        Ok(Self { inner, waiting: Vec::new(), number, shelf })
    }

    /// Stages people. Someone who was staged before is taken as given now.
    ///
    /// # Errors
    /// [`RosterError`]; the refresh can't go on then.
    pub fn add(&mut self, users: &[User]) -> Result<(), RosterError> {
        self.waiting.extend_from_slice(users);
        if self.waiting.len() < WRITTEN_AT_ONCE {
            // Asked at each page, so that a refresh whose end is lost anyway fetches no further ones.
            return self.inner.status().and_then(|status| own(status, self.number)).map(drop);
        }
        let users = std::mem::take(&mut self.waiting);
        self.inner.write(|transaction| {
            own_status(transaction, self.number)?;
            put_all(transaction, self.shelf, &users)
        })
    }

    /// Makes what was staged the list, in one step for every reader, and tells what changed. Where it looks
    /// wrong beside the list that stands, it is held instead. Either way the last failure and whatever was
    /// held before are forgotten. Takes seconds for a million people; readers are not held up.
    ///
    /// # Errors
    /// [`RosterError`]; all stays as it was then.
    pub fn commit(self, reference: Reference, facts: RefreshFacts) -> Result<Committed, RosterError> {
        let shelf = self.shelf;
        self.inner.write(|transaction| {
            let status = own_status(transaction, self.number)?;
            put_all(transaction, shelf, &self.waiting)?;
            write_reference(transaction, shelf, &reference)?;
            let changes = changes::compare(transaction, shelf, status.shelf)?;
            order::store(&Listed {
                connection: transaction,
                shelf,
                people: changes.total as usize,
                names: &Names::load(transaction, shelf)?,
                columns: &Columns::default(),
            })?;
            let organizations_listed = reference.organizations.is_some();
            let arrived = Arrived { shelf, people: changes.total, organizations_listed, facts };
            held::forget(transaction)?;
            // The number goes on, so that no late page is taken.
            transaction.execute("UPDATE roster SET staging = staging + 1", [])?;
            take_or_hold(transaction, &arrived, changes)
        })
    }
}

fn take_or_hold(
    connection: &Connection,
    arrived: &Arrived,
    changes: Changes,
) -> Result<Committed, RosterError> {
    if let Some(old) = Standing::load(connection)? {
        let doubts = doubt::doubts(connection, arrived, &changes, &old)?;
        if !doubts.is_empty() {
            let held = held::set_aside(connection, arrived, doubts, old.people, changes)?;
            return Ok(Committed::Held(held));
        }
    }
    swap(connection, arrived)?;
    Ok(Committed::Taken(changes))
}

fn put_all(connection: &Connection, shelf: Shelf, users: &[User]) -> Result<(), RosterError> {
    users.iter().try_for_each(|user| record::put(connection, shelf, user))
}

fn own_status(connection: &Connection, number: i64) -> Result<Status, RosterError> {
    own(Status::load(connection)?, number)
}

fn own(status: Status, number: i64) -> Result<Status, RosterError> {
    if status.staging == number { Ok(status) } else { Err(RosterError::Superseded) }
}

impl Inner {
    /// Does `work` in a transaction of the one writer: all of it or nothing.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, RosterError>,
    ) -> Result<T, RosterError> {
        let mut writer = self.writer();
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

fn write_reference(connection: &Connection, shelf: Shelf, reference: &Reference) -> Result<(), RosterError> {
    let sql = shelf.sql(
        "INSERT INTO role_$ SELECT NULL, ?1, ?2, ?3, (SELECT count(*) FROM user_$_role WHERE role_id = ?1)",
    );
    for role in &reference.roles {
        connection.prepare_cached(&sql)?.execute(params![role.id.as_str(), role.name, role.weight])?;
    }
    let sql = shelf.sql(
        "INSERT INTO identity_provider_$ SELECT NULL, ?1, ?2, ?3, ?4,
             (SELECT count(*) FROM user_$ WHERE identity_provider_id = ?1)",
    );
    for provider in &reference.identity_providers {
        let values = params![provider.id.as_str(), provider.name, provider.prefix, provider.enabled];
        connection.prepare_cached(&sql)?.execute(values)?;
    }
    write_organizations(connection, shelf, reference.organizations.as_deref().unwrap_or_default())
}

fn write_organizations(
    connection: &Connection,
    shelf: Shelf,
    listed: &[Organization],
) -> Result<(), RosterError> {
    let sql = shelf.sql(
        "INSERT INTO organization_$ SELECT NULL, ?1, ?2, ?3, ?4, ?5,
             (SELECT count(*) FROM user_$_organization WHERE organization_id = ?1)",
    );
    for organization in listed {
        connection.prepare_cached(&sql)?.execute(params![
            organization.id.as_str(),
            organization.name,
            organization.erp_id,
            organization.kind,
            organization.parent_id.as_ref().map(|id| id.as_str()),
        ])?;
    }
    let learned = shelf.sql(
        "INSERT INTO organization_$
         SELECT NULL, organization_id, organization_id, NULL, NULL, NULL, count(*) FROM user_$_organization
         WHERE organization_id NOT IN (SELECT id FROM organization_$)
         GROUP BY organization_id ORDER BY organization_id",
    );
    connection.execute(&learned, [])?;
    Ok(())
}

/// Makes a list that was staged whole the list.
pub(crate) fn swap(connection: &Connection, arrived: &Arrived) -> Result<(), RosterError> {
    let states = reading::count_states(connection, arrived.shelf)?;
    let sql = "UPDATE roster SET shelf = ?1, generation = generation + 1, people = ?2, states = ?3,
                   organizations_listed = ?4, fetched_at = ?5, complete = ?6, subject = ?7, scope = ?8,
                   failed_at = NULL, failure = NULL";
    let facts = &arrived.facts;
    connection.execute(
        sql,
        params![
            arrived.shelf,
            arrived.people,
            to_json(&states)?,
            arrived.organizations_listed,
            facts.fetched_at.to_string(),
            facts.complete,
            facts.subject,
            facts.scope,
        ],
    )?;
    Ok(())
}
