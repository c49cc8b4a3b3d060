//! What refreshes changed: written down as each is taken, told person by person.

use crate::delta::{ChangeKind, Delta};
use crate::difference::{FieldChange, field_changes};
use crate::names::Names;
use crate::reading::{Status, moment};
use crate::refresh::Arrived;
use crate::thinning;
use crate::{Roster, RosterError, record};
use jiff::Timestamp;
use rollcall_core::{User, UserId};
use rusqlite::{Connection, Row, params};
use std::collections::HashMap;

/// A refresh that was taken over and is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRefresh {
    /// Counts from 1; a later one is higher.
    pub number: u32,
    /// When its first page was asked for.
    pub at: Timestamp,
    /// People in it.
    pub people: u32,
    /// People who were not in the kept one before. Nobody joined the oldest one: it is the beginning.
    pub joined: u32,
    /// People of the kept one before who were not in it.
    pub left: u32,
    /// People in both, of whom something is different.
    pub changed: u32,
}

/// What a refresh changed of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryStep {
    /// The refresh.
    pub number: u32,
    /// When its first page was asked for.
    pub at: Timestamp,
    /// What is different since the kept refresh before.
    pub changes: Vec<FieldChange>,
}

impl Roster {
    /// The refreshes that are kept, newest first.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn refreshes(&self) -> Result<Vec<KeptRefresh>, RosterError> {
        self.0.read(|list| {
            let mut kept = kept(list.connection)?;
            kept.reverse();
            Ok(kept)
        })
    }

    /// What the history takes of the list's file, in bytes.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn history_bytes(&self) -> Result<u64, RosterError> {
        self.0.read(|list| {
            let sql = "SELECT ifnull(sum(pgsize), 0) FROM dbstat
                       WHERE name IN ('refresh', 'delta', 'delta_of_user', 'gone_name') AND aggregate = TRUE";
            let bytes: i64 = list.connection.query_row(sql, [], |row| row.get(0))?;
            Ok(u64::try_from(bytes).unwrap_or_default())
        })
    }

    /// What the kept refreshes changed of one person, newest first. Somebody who is in every one of them as in the
    /// oldest has no history.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn history_of(&self, user: &UserId) -> Result<Vec<HistoryStep>, RosterError> {
        self.0.read(|list| {
            let names = ThenNames::load(list.connection)?;
            let sql = "SELECT number, at, before, after FROM delta JOIN refresh ON number = refresh
                       WHERE user_id = ?1 ORDER BY number DESC";
            let mut statement = list.connection.prepare_cached(sql)?;
            let mut rows = statement.query([user.as_str()])?;
            let mut steps = Vec::new();
            while let Some(row) = rows.next()? {
                let at = moment(row.get(1)?).ok_or(RosterError::Unreadable)?;
                let changes = field_changes(&delta(row, 2)?, &names);
                steps.push(HistoryStep { number: row.get(0)?, at, changes });
            }
            Ok(steps)
        })
    }
}

/// The refreshes that are kept, oldest first.
pub(crate) fn kept(connection: &Connection) -> Result<Vec<KeptRefresh>, RosterError> {
    let sql = "SELECT number, at, people, joined, gone, changed FROM refresh ORDER BY number";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut kept = Vec::new();
    while let Some(row) = rows.next()? {
        kept.push(KeptRefresh {
            number: row.get(0)?,
            at: moment(row.get(1)?).ok_or(RosterError::Unreadable)?,
            people: row.get(2)?,
            joined: row.get(3)?,
            left: row.get(4)?,
            changed: row.get(5)?,
        });
    }
    Ok(kept)
}

/// Reads `before` and `after` from a place in a row on.
pub(crate) fn delta(row: &Row<'_>, first: usize) -> rusqlite::Result<Delta> {
    let fields = |column| {
        let text = row.get_ref(column)?.as_str_or_null()?;
        text.map(|text| record::from_json(text, column)).transpose()
    };
    Ok(Delta { before: fields(first)?, after: fields(first + 1)? })
}

const WRITE: &str = "REPLACE INTO delta VALUES (?1, ?2, ?3, ?4, ?5, ?6)";

/// Writes down what is different in the list that is about to be taken.
pub(crate) struct Recorder<'a> {
    connection: &'a Connection,
    refresh: u32,
}

impl<'a> Recorder<'a> {
    pub(crate) fn begin(connection: &'a Connection) -> Result<Self, RosterError> {
        Ok(Self { connection, refresh: next(connection)? })
    }

    pub(crate) fn write(&mut self, user: &User, delta: &Delta) -> Result<(), RosterError> {
        let name = format!("{} {}", user.first_name, user.last_name);
        let (before, after) = delta.texts()?;
        self.connection.prepare_cached(WRITE)?.execute(params![
            self.refresh,
            user.id.as_str(),
            name.trim(),
            user.email,
            before,
            after,
        ])?;
        Ok(())
    }
}

/// The number of the refresh after the newest one that is kept.
fn next(connection: &Connection) -> Result<u32, RosterError> {
    Ok(connection.query_row("SELECT ifnull(max(number), 0) + 1 FROM refresh", [], |row| row.get(0))?)
}

/// Forgets what was recorded of a list that is not taken after all.
pub(crate) fn forget_step(connection: &Connection) -> Result<(), RosterError> {
    connection.execute("DELETE FROM delta WHERE refresh = ?1", [next(connection)?])?;
    Ok(())
}

/// Makes what was recorded of a list a part of the history, just before the list is taken.
pub(crate) fn keep_step(
    connection: &Connection,
    arrived: &Arrived,
    at: Timestamp,
) -> Result<(), RosterError> {
    let number = next(connection)?;
    let sql = "INSERT INTO refresh VALUES (?1, ?2, ?3, 0, 0, 0)";
    connection.execute(sql, params![number, at.to_string(), arrived.people])?;
    count_again(connection, number)?;
    keep_names(connection, arrived)?;
    thinning::thin(connection)
}

/// Counts what is recorded of a refresh.
pub(crate) fn count_again(connection: &Connection, number: u32) -> Result<(), RosterError> {
    let sql = "UPDATE refresh SET (joined, gone, changed) =
                   (SELECT ifnull(sum(before IS NULL), 0), ifnull(sum(after IS NULL), 0),
                           ifnull(sum(before IS NOT NULL AND after IS NOT NULL), 0)
                    FROM delta WHERE refresh = number)
               WHERE number = ?1";
    connection.execute(sql, [number])?;
    Ok(())
}

/// Keeps the names of what the new list no longer has, and forgets those of what it has again.
fn keep_names(connection: &Connection, arrived: &Arrived) -> Result<(), RosterError> {
    let Some(standing) = Status::load(connection)?.shelf else { return Ok(()) };
    let (old, new) = (Names::load(connection, standing)?, Names::load(connection, arrived.shelf)?);
    let mut keep = connection.prepare_cached("REPLACE INTO gone_name VALUES (?1, ?2, ?3)")?;
    for (kind, id, name) in old.all().filter(|(kind, id, _)| !new.has(kind, id)) {
        keep.execute([kind, id, name])?;
    }
    let mut forget = connection.prepare_cached("DELETE FROM gone_name WHERE kind = ?1 AND id = ?2")?;
    for (kind, id, _) in new.all() {
        forget.execute([kind, id])?;
    }
    Ok(())
}

/// The names of now, and of what is listed no more.
pub(crate) struct ThenNames {
    now: Names,
    gone: HashMap<(String, String), String>,
}

impl ThenNames {
    pub(crate) fn load(connection: &Connection) -> Result<Self, RosterError> {
        let shelf = Status::load(connection)?.shelf;
        let now = shelf.map(|shelf| Names::load(connection, shelf)).transpose()?.unwrap_or_default();
        let mut statement = connection.prepare_cached("SELECT kind, id, name FROM gone_name")?;
        let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
        let gone = rows.collect::<Result<_, _>>()?;
        Ok(Self { now, gone })
    }

    /// What an id stands for in a field of this kind; itself where that was never known.
    pub(crate) fn name(&self, kind: ChangeKind, id: &str) -> String {
        let (word, now) = match kind {
            ChangeKind::Role => ("role", self.now.role(id)),
            ChangeKind::Provider => ("provider", self.now.identity_provider(id)),
            ChangeKind::Organization => ("organization", self.now.organization(id)),
            _ => return id.to_owned(),
        };
        let gone = || self.gone.get(&(word.to_owned(), id.to_owned())).cloned();
        if self.now.has(word, id) { now.to_owned() } else { gone().unwrap_or_else(|| id.to_owned()) }
    }
}
