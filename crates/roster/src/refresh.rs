//! Staging a new list beside the old one, and swapping it in.

use crate::changes::{self, Compared, Side};
use crate::columns::{Columns, Listed};
use crate::doubt::{self, Doubt, Standing};
use crate::held::{self, HeldList};
use crate::history;
use crate::names::Names;
use crate::prints::{Printing, Prints};
use crate::reading::{self, Status};
use crate::record::{self, to_json};
use crate::roster::Inner;
use crate::schema::Shelf;
use crate::{RosterError, order};
use jiff::Timestamp;
use rollcall_core::{IdentityProvider, Organization, ProviderPrefixes, Role, User};
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use std::collections::HashMap;
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
    pub(crate) inner: Arc<Inner>,
    /// Staged, and not written yet.
    waiting: Vec<User>,
    /// Which refresh this is: a later one takes the shelf over.
    number: i64,
    /// Where it is staged: neither the list's shelf nor the held one's.
    shelf: Shelf,
    /// What it will be compared with.
    standing: Printing,
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
        let standing = Printing::of_standing(&inner);
        Ok(Self { inner, waiting: Vec::new(), number, shelf, standing })
    }

    /// Stages people. Someone who was staged before is taken as given now.
    ///
    /// # Errors
    /// [`RosterError`]; the refresh can't go on then.
    pub fn add(&mut self, users: Vec<User>) -> Result<(), RosterError> {
        self.waiting.extend(users);
        if self.waiting.len() < WRITTEN_AT_ONCE {
            // Asked at each page, so that a refresh whose end is lost anyway fetches no further ones.
            return self.inner.status().and_then(|status| own(status, self.number)).map(drop);
        }
        self.write_waiting()
    }

    fn write_waiting(&mut self) -> Result<(), RosterError> {
        let users = std::mem::take(&mut self.waiting);
        self.inner.write(|transaction| {
            own_status(transaction, self.number)?;
            record::put_all(transaction, self.shelf, users)
        })
    }

    /// Stages the last people.
    pub(crate) fn staged(mut self) -> Result<Staged, RosterError> {
        self.write_waiting()?;
        // What each person has is read on another core while everybody is put in order.
        let prints = self.standing.of_staged(&self.inner, self.shelf);
        Ok(Staged { refresh: self, prints })
    }

    /// Makes what was staged the list, in one step for every reader, and tells what changed. Where it looks
    /// wrong beside the list that stands, it is held instead. Either way the last failure and whatever was
    /// held before are forgotten. Takes seconds for a million people; readers are not held up.
    ///
    /// # Errors
    /// [`RosterError`]; all stays as it was then.
    pub fn commit(self, reference: Reference, facts: RefreshFacts) -> Result<Committed, RosterError> {
        let inner = Arc::clone(&self.inner);
        let committed = self.staged().and_then(|staged| {
            inner.write(|transaction| {
                let (arrived, step) = staged.arrived(transaction, &reference, facts)?;
                take_or_hold(transaction, &arrived, step)
            })
        });
        inner.rest();
        committed
    }
}

/// A new list all of whose people are staged.
pub(crate) struct Staged {
    refresh: Refresh,
    prints: Printing,
}

impl Staged {
    /// Stages all that belongs to a list as a whole, and records what it changes.
    pub(crate) fn arrived(
        self,
        connection: &Connection,
        reference: &Reference,
        facts: RefreshFacts,
    ) -> Result<(Arrived, Step), RosterError> {
        let Refresh { number, shelf, standing, .. } = self.refresh;
        let status = own_status(connection, number)?;
        write_reference(connection, shelf, reference)?;
        let people = shelf.sql("SELECT count(*) FROM user_$");
        let people: u32 = connection.query_row(&people, [], |row| row.get(0))?;
        order::store(&Listed {
            connection,
            shelf,
            people: people as usize,
            names: &Names::load(connection, shelf)?,
            columns: &Columns::default(),
        })?;
        held::forget(connection)?;
        // The number goes on, so that no late page is taken.
        connection.execute("UPDATE roster SET staging = staging + 1", [])?;
        let organizations_listed = reference.organizations.is_some();
        let arrived = Arrived { shelf, people, organizations_listed, facts };
        let prints = [self.prints, standing].map(|prints| prints.of(status.generation));
        let step = Step::record(connection, &arrived, prints)?;
        Ok((arrived, step))
    }
}

fn take_or_hold(connection: &Connection, arrived: &Arrived, step: Step) -> Result<Committed, RosterError> {
    let at = arrived.facts.fetched_at;
    if let Some((old, doubts)) = step.doubts.filter(|(_, doubts)| !doubts.is_empty()) {
        history::forget_step(connection)?;
        let held = held::set_aside(connection, arrived, doubts, old.people, step.changes)?;
        return Ok(Committed::Held(held));
    }
    take(connection, arrived, at)?;
    Ok(Committed::Taken(step.changes))
}

/// What a list that arrived changes, recorded for the history.
pub(crate) struct Step {
    pub(crate) changes: Changes,
    /// What looks wrong beside the list that stands, if one does.
    pub(crate) doubts: Option<(Standing, Vec<Doubt>)>,
}

impl Step {
    /// Compares a list with the one that stands, and records what is different, person by person. The prints of both,
    /// of the new one first, may be at hand.
    pub(crate) fn record(
        connection: &Connection,
        arrived: &Arrived,
        [new, standing]: [Option<Prints>; 2],
    ) -> Result<Self, RosterError> {
        let Some(old) = Standing::load(connection)? else {
            // The first list is the beginning: nobody joined it.
            let changes = Changes { joined: arrived.people, total: arrived.people, ..Changes::default() };
            return Ok(Self { changes, doubts: None });
        };
        let compared = record_differences(connection, (arrived.shelf, new), (old.shelf, standing))?;
        let doubts = doubt::doubts(&arrived.facts, &compared, &old);
        Ok(Self { changes: compared.changes, doubts: Some((old, doubts)) })
    }
}

fn record_differences(connection: &Connection, new: Side, old: Side) -> Result<Compared, RosterError> {
    let mut recorder = history::Recorder::begin(connection)?;
    changes::compare(connection, new, old, &mut |user, delta| recorder.write(user, &delta))
}

/// Makes a list the list and what was recorded of it a part of the history.
pub(crate) fn take(connection: &Connection, arrived: &Arrived, at: Timestamp) -> Result<(), RosterError> {
    history::keep_step(connection, arrived, at)?;
    swap(connection, arrived)
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

impl Inner {
    /// Gives back the memory in which a refresh kept pages at hand: until the next one nobody writes as much.
    pub(crate) fn rest(&self) {
        if let Err(error) = self.writer().execute_batch("PRAGMA shrink_memory") {
            tracing::debug!(%error, "the memory of a refresh was kept");
        }
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
             (SELECT count(*) FROM user_$ WHERE identity_provider_id = ?1) + ?5",
    );
    let by_prefix = count_by_prefix(connection, shelf, &reference.identity_providers)?;
    for provider in &reference.identity_providers {
        let unnamed = by_prefix.get(provider.id.as_str()).copied().unwrap_or(0);
        let values = params![provider.id.as_str(), provider.name, provider.prefix, provider.enabled, unnamed];
        connection.prepare_cached(&sql)?.execute(values)?;
    }
    write_organizations(connection, shelf, reference.organizations.as_deref().unwrap_or_default())
}

/// People of whom the platform names no provider, by the one whose prefix their external id begins with. The index on
/// the provider finds them: on most platforms there are none.
fn count_by_prefix(
    connection: &Connection,
    shelf: Shelf,
    listed: &[IdentityProvider],
) -> Result<HashMap<String, u32>, RosterError> {
    let prefixes = ProviderPrefixes::of(listed);
    let sql = "SELECT external_id FROM user_$
               WHERE (identity_provider_id IS NULL OR identity_provider_id = '') AND external_id IS NOT NULL";
    let mut statement = connection.prepare(&shelf.sql(sql))?;
    let mut rows = statement.query([])?;
    let mut counts = HashMap::new();
    while let Some(row) = rows.next()? {
        if let Some(provider) = prefixes.told("", row.get_ref(0)?.as_str().unwrap_or_default()) {
            *counts.entry(provider.to_owned()).or_default() += 1;
        }
    }
    Ok(counts)
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
fn swap(connection: &Connection, arrived: &Arrived) -> Result<(), RosterError> {
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
