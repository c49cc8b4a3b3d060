//! A list that looks wrong, kept beside the one that stands until a person says which of them is right.

use crate::doubt::Doubt;
use crate::reading::{Status, moment};
use crate::record::{self, to_json};
use crate::refresh::{Arrived, Changes, RefreshFacts, Step, take};
use crate::schema::Shelf;
use crate::{Roster, RosterError};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

/// A list that looks wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldList {
    /// How it came about. When it was begun says which list is meant.
    pub facts: RefreshFacts,
    /// What looks wrong; never empty.
    pub doubts: Vec<Doubt>,
    /// People in the list that it was measured by.
    pub people_before: u32,
    /// What it would change.
    pub changes: Changes,
}

impl Roster {
    /// The list that waits for a person's word, if one does.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn held(&self) -> Result<Option<HeldList>, RosterError> {
        self.0.read(|list| Ok(load(list.connection)?.map(|(_, held)| held)))
    }

    /// Makes the held list that was begun at `fetched_at` the list, in one step for every reader: a person says
    /// that it is right. `None` if that one is not held any more.
    ///
    /// # Errors
    /// [`RosterError`]; all stays as it was then.
    pub fn take_held(&self, fetched_at: Timestamp) -> Result<Option<HeldList>, RosterError> {
        self.0.write(|transaction| {
            let Some((arrived, held)) = meant(transaction, fetched_at)? else { return Ok(None) };
            transaction.execute("DELETE FROM held", [])?;
            // What it changes counts from now on, not since it was set aside.
            Step::record(transaction, &arrived, [None, None])?;
            take(transaction, &arrived, arrived.facts.fetched_at)?;
            Ok(Some(held))
        })
    }

    /// Throws away the held list that was begun at `fetched_at`: the one that stands is right. `false` if that one
    /// is not held any more.
    ///
    /// # Errors
    /// [`RosterError`]; all stays as it was then.
    pub fn discard_held(&self, fetched_at: Timestamp) -> Result<bool, RosterError> {
        self.0.write(|transaction| {
            let is_held = meant(transaction, fetched_at)?.is_some();
            if is_held {
                forget(transaction)?;
            }
            Ok(is_held)
        })
    }
}

/// Sets a list aside. The last failure is forgotten: this refresh did not fail.
pub(crate) fn set_aside(
    connection: &Connection,
    arrived: &Arrived,
    doubts: Vec<Doubt>,
    people_before: u32,
    changes: Changes,
) -> Result<HeldList, RosterError> {
    let facts = arrived.facts.clone();
    connection.execute(
        "INSERT INTO held VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        params![
            arrived.shelf,
            facts.fetched_at.to_string(),
            facts.complete,
            facts.subject,
            facts.scope,
            arrived.organizations_listed,
            to_json(&doubts)?,
            changes.total,
            people_before,
            changes.joined,
            changes.left,
            changes.changed,
        ],
    )?;
    connection.execute("UPDATE roster SET failed_at = NULL, failure = NULL", [])?;
    Ok(HeldList { facts, doubts, people_before, changes })
}

/// Throws away whatever is held, people and all.
pub(crate) fn forget(connection: &Connection) -> Result<(), RosterError> {
    if let Some(shelf) = Status::load(connection)?.held {
        record::clear(connection, shelf)?;
        connection.execute("DELETE FROM held", [])?;
    }
    Ok(())
}

fn meant(connection: &Connection, fetched_at: Timestamp) -> Result<Option<(Arrived, HeldList)>, RosterError> {
    Ok(load(connection)?.filter(|(_, held)| held.facts.fetched_at == fetched_at))
}

fn load(connection: &Connection) -> Result<Option<(Arrived, HeldList)>, RosterError> {
    let sql = "SELECT shelf, fetched_at, complete, subject, scope, organizations_listed, reasons,
                   people, people_before, joined, gone, changed FROM held";
    let mut statement = connection.prepare_cached(sql)?;
    let stored = statement.query_row([], |row| {
        let shelf: Shelf = row.get(0)?;
        let organizations_listed = row.get(5)?;
        let Some(fetched_at) = moment(row.get(1)?) else { return Ok(None) };
        let facts =
            RefreshFacts { fetched_at, complete: row.get(2)?, subject: row.get(3)?, scope: row.get(4)? };
        let changes =
            Changes { total: row.get(7)?, joined: row.get(9)?, left: row.get(10)?, changed: row.get(11)? };
        let arrived = Arrived { shelf, people: changes.total, organizations_listed, facts: facts.clone() };
        let held = HeldList { facts, doubts: record::json(row, 6)?, people_before: row.get(8)?, changes };
        Ok(Some((arrived, held)))
    });
    match stored.optional()? {
        Some(None) => Err(RosterError::Unreadable),
        stored => Ok(stored.flatten()),
    }
}
