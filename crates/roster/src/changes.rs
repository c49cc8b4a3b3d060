//! The new list beside the old one, person by person.
//!
//! Each list is read once from its beginning to its end, and of each person a print of all that is stored is kept. Then
//! the ids of both are walked side by side, in an index that holds nothing else. Only people whose prints differ are read
//! again: following the order of ids through the people themselves would jump over the whole file, a page for each.

use crate::RosterError;
use crate::delta::{Delta, fields};
use crate::doubt::{Fields, Had};
use crate::record::{self, COLUMNS, WIDTH};
use crate::refresh::Changes;
use crate::schema::Shelf;
use rollcall_core::User;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::cmp::Ordering;
use std::hash::{BuildHasher, Hash, Hasher, RandomState};

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
    // Of numbers that nobody outside knows: no two people can be made to leave the same print.
    let prints = RandomState::new();
    let mut comparing = Comparing {
        compared: Compared::default(),
        new: Scanned::of(connection, new, &prints)?,
        old: Scanned::of(connection, old, &prints)?,
        sink,
    };
    let ids = |shelf: Shelf| connection.prepare(&shelf.sql("SELECT id, n FROM user_$ ORDER BY id"));
    let (mut new, mut old) = (ids(new)?, ids(old)?);
    let (mut new, mut old) = (new.query([])?, old.query([])?);
    let (mut is, mut was) = (new.next()?, old.next()?);
    loop {
        match side(is, was)? {
            None => return Ok(comparing.compared),
            Some(Side::New(number)) => {
                comparing.joined(number)?;
                is = new.next()?;
            }
            Some(Side::Old(number)) => {
                comparing.left(number)?;
                was = old.next()?;
            }
            Some(Side::Both(now, before)) => {
                comparing.stayed(now, before)?;
                (is, was) = (new.next()?, old.next()?);
            }
        }
    }
}

/// In which of two lists the next person stands, by number.
enum Side {
    New(usize),
    Old(usize),
    Both(usize, usize),
}

fn side(new: Option<&Row<'_>>, old: Option<&Row<'_>>) -> rusqlite::Result<Option<Side>> {
    let number = |row: &Row<'_>| row.get::<_, u32>(1).map(|number| number as usize);
    let (new, old) = match (new, old) {
        (None, None) => return Ok(None),
        (Some(new), None) => return Ok(Some(Side::New(number(new)?))),
        (None, Some(old)) => return Ok(Some(Side::Old(number(old)?))),
        (Some(new), Some(old)) => (new, old),
    };
    // SQLite orders texts by their bytes.
    let order = new.get_ref(0)?.as_bytes().ok().cmp(&old.get_ref(0)?.as_bytes().ok());
    Ok(Some(match order {
        Ordering::Less => Side::New(number(new)?),
        Ordering::Greater => Side::Old(number(old)?),
        Ordering::Equal => Side::Both(number(new)?, number(old)?),
    }))
}

/// A list that was read once.
struct Scanned<'a> {
    connection: &'a Connection,
    shelf: Shelf,
    /// By number, which counts from 1: a print of all that is stored of the person, and which fields they have.
    people: Vec<(u64, Had)>,
}

impl<'a> Scanned<'a> {
    fn of(connection: &'a Connection, shelf: Shelf, prints: &RandomState) -> Result<Self, RosterError> {
        let sql = shelf.sql(&format!("SELECT {COLUMNS}, n FROM user_$ ORDER BY n"));
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut people = vec![(0, Had::default())];
        while let Some(row) = rows.next()? {
            let number: u32 = row.get(WIDTH)?;
            people.resize(number as usize, (0, Had::default()));
            people.push((print(row, prints)?, Had::of(row)?));
        }
        Ok(Self { connection, shelf, people })
    }

    fn at(&self, number: usize) -> Result<(u64, Had), RosterError> {
        self.people.get(number).copied().ok_or(RosterError::Unreadable)
    }

    fn user(&self, number: usize) -> Result<User, RosterError> {
        let sql = self.shelf.sql(&format!("SELECT {COLUMNS} FROM user_$ WHERE n = ?1"));
        Ok(self.connection.prepare_cached(&sql)?.query_row([number as i64], record::read)?)
    }
}

/// A number that two people share only if all that is stored of them is the same, but for their ids.
fn print(row: &Row<'_>, prints: &RandomState) -> rusqlite::Result<u64> {
    let mut print = prints.build_hasher();
    for column in 1..WIDTH {
        match row.get_ref(column)? {
            ValueRef::Text(text) | ValueRef::Blob(text) => text.hash(&mut print),
            ValueRef::Integer(number) => number.hash(&mut print),
            ValueRef::Real(number) => number.to_bits().hash(&mut print),
            ValueRef::Null => print.write_u8(0xff),
        }
    }
    Ok(print.finish())
}

struct Comparing<'a, 's> {
    compared: Compared,
    new: Scanned<'a>,
    old: Scanned<'a>,
    sink: Sink<'s>,
}

impl Comparing<'_, '_> {
    fn joined(&mut self, number: usize) -> Result<(), RosterError> {
        self.compared.changes.total += 1;
        self.compared.changes.joined += 1;
        self.compared.has.count(self.new.at(number)?.1);
        let user = self.new.user(number)?;
        (self.sink)(&user, Delta::joined(&user))
    }

    fn left(&mut self, number: usize) -> Result<(), RosterError> {
        self.compared.changes.left += 1;
        let user = self.old.user(number)?;
        (self.sink)(&user, Delta::left(&user))
    }

    fn stayed(&mut self, now: usize, before: usize) -> Result<(), RosterError> {
        let ((is, has), (was, had)) = (self.new.at(now)?, self.old.at(before)?);
        self.compared.changes.total += 1;
        self.compared.has.count(has);
        self.compared.had.count(had);
        if is == was {
            return Ok(());
        }
        // Written otherwise may be the same: roles and fields without a name may come in another order.
        let (user, earlier) = (self.new.user(now)?, self.old.user(before)?);
        match Delta::between(&fields(&earlier), &fields(&user)) {
            Some(delta) => {
                self.compared.changes.changed += 1;
                (self.sink)(&user, delta)
            }
            None => Ok(()),
        }
    }
}
