//! The new list beside the old one, person by person: both in the order of ids, each read once.

use crate::RosterError;
use crate::delta::{Delta, fields};
use crate::doubt::Fields;
use crate::record::{self, COLUMNS, WIDTH};
use crate::refresh::Changes;
use crate::schema::Shelf;
use rollcall_core::User;
use rusqlite::{Connection, Row};
use std::cmp::Ordering;

/// What one pass over two lists tells.
#[derive(Default)]
pub(crate) struct Compared {
    pub(crate) changes: Changes,
    /// For each field, how many of those who are still listed had it.
    pub(crate) had: Fields,
    /// For each field, how many have it now.
    pub(crate) has: Fields,
}

/// Takes what is different of a person, who is given as of now, or as last known of somebody who is gone.
pub(crate) type Sink<'a> = &'a mut dyn FnMut(&User, Delta) -> Result<(), RosterError>;

/// Compares two lists and gives what is different to `sink`.
pub(crate) fn compare(
    connection: &Connection,
    new: Shelf,
    old: Shelf,
    sink: Sink<'_>,
) -> Result<Compared, RosterError> {
    let by_id =
        |shelf: Shelf| connection.prepare(&shelf.sql(&format!("SELECT {COLUMNS} FROM user_$ ORDER BY id")));
    let (mut new, mut old) = (by_id(new)?, by_id(old)?);
    let (mut new, mut old) = (new.query([])?, old.query([])?);
    let (mut is, mut was) = (new.next()?, old.next()?);
    let mut compared = Compared::default();
    loop {
        match side(is, was)? {
            None => return Ok(compared),
            Some(Side::New(row)) => {
                compared.joined(row, sink)?;
                is = new.next()?;
            }
            Some(Side::Old(row)) => {
                compared.left(row, sink)?;
                was = old.next()?;
            }
            Some(Side::Both(now, before)) => {
                compared.stayed(now, before, sink)?;
                (is, was) = (new.next()?, old.next()?);
            }
        }
    }
}

/// In which of two lists the next person stands.
enum Side<'a, 'r> {
    New(&'a Row<'r>),
    Old(&'a Row<'r>),
    Both(&'a Row<'r>, &'a Row<'r>),
}

fn side<'a, 'r>(
    new: Option<&'a Row<'r>>,
    old: Option<&'a Row<'r>>,
) -> Result<Option<Side<'a, 'r>>, RosterError> {
    let (new, old) = match (new, old) {
        (None, None) => return Ok(None),
        (Some(new), None) => return Ok(Some(Side::New(new))),
        (None, Some(old)) => return Ok(Some(Side::Old(old))),
        (Some(new), Some(old)) => (new, old),
    };
    // SQLite orders texts by their bytes.
    let order = new.get_ref(0)?.as_bytes().ok().cmp(&old.get_ref(0)?.as_bytes().ok());
    Ok(Some(match order {
        Ordering::Less => Side::New(new),
        Ordering::Greater => Side::Old(old),
        Ordering::Equal => Side::Both(new, old),
    }))
}

impl Compared {
    fn joined(&mut self, row: &Row<'_>, sink: Sink<'_>) -> Result<(), RosterError> {
        self.changes.total += 1;
        self.changes.joined += 1;
        self.has.count(row)?;
        let user = record::read(row)?;
        sink(&user, Delta::joined(&user))
    }

    fn left(&mut self, row: &Row<'_>, sink: Sink<'_>) -> Result<(), RosterError> {
        self.changes.left += 1;
        let user = record::read(row)?;
        sink(&user, Delta::left(&user))
    }

    fn stayed(&mut self, now: &Row<'_>, before: &Row<'_>, sink: Sink<'_>) -> Result<(), RosterError> {
        self.changes.total += 1;
        self.has.count(now)?;
        self.had.count(before)?;
        if is_same(now, before)? {
            return Ok(());
        }
        // Written otherwise may be the same: roles and fields without a name may come in another order.
        let (user, earlier) = (record::read(now)?, record::read(before)?);
        match Delta::between(&fields(&earlier), &fields(&user)) {
            Some(delta) => {
                self.changes.changed += 1;
                sink(&user, delta)
            }
            None => Ok(()),
        }
    }
}

/// Whether every column is the same, byte for byte.
fn is_same(now: &Row<'_>, before: &Row<'_>) -> rusqlite::Result<bool> {
    for column in 1..WIDTH {
        if now.get_ref(column)? != before.get_ref(column)? {
            return Ok(false);
        }
    }
    Ok(true)
}
