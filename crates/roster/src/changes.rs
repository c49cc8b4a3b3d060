//! The new list beside the old one, person by person.
//!
//! Each list is read once from its beginning to its end, and a print of each person is kept. Then the ids of both are
//! walked side by side, in an index that holds nothing else. Only people whose prints differ are read again: following
//! the order of ids through the people themselves would jump over the whole file, a page for each.

use crate::RosterError;
use crate::delta::{Delta, fields};
use crate::doubt::Fields;
use crate::prints::Prints;
use crate::record::{self, COLUMNS};
use crate::refresh::Changes;
use crate::schema::Shelf;
use rollcall_core::User;
use rusqlite::{Connection, Row};
use std::cmp::Ordering;
use std::hash::RandomState;
use std::sync::atomic::AtomicBool;

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

/// A list to be compared, with its prints where they are at hand. Those of two lists must be by the same hasher.
pub(crate) type Side = (Shelf, Option<Prints>);

/// Compares two lists and gives what is different to `sink`.
pub(crate) fn compare(
    connection: &Connection,
    (new, new_prints): Side,
    (old, old_prints): Side,
    sink: Sink<'_>,
) -> Result<Compared, RosterError> {
    let hasher = new_prints.iter().chain(&old_prints).next().map(|prints| prints.hasher.clone());
    let hasher = hasher.unwrap_or_default();
    let prints =
        |shelf, at_hand: Option<Prints>| at_hand.map_or_else(|| whole(connection, shelf, &hasher), Ok);
    let (new_prints, old_prints) = (prints(new, new_prints)?, prints(old, old_prints)?);
    let mut comparing = Comparing {
        compared: Compared::default(),
        new: Printed { connection, shelf: new, prints: new_prints },
        old: Printed { connection, shelf: old, prints: old_prints },
        sink,
    };
    let ids = |shelf: Shelf| connection.prepare(&shelf.sql("SELECT id, n FROM user_$ ORDER BY id"));
    let (mut new, mut old) = (ids(new)?, ids(old)?);
    let (mut new, mut old) = (new.query([])?, old.query([])?);
    let (mut is, mut was) = (new.next()?, old.next()?);
    loop {
        match next(is, was)? {
            None => return Ok(comparing.compared),
            Some(Next::New(number)) => {
                comparing.joined(number)?;
                is = new.next()?;
            }
            Some(Next::Old(number)) => {
                comparing.left(number)?;
                was = old.next()?;
            }
            Some(Next::Both(now, before)) => {
                comparing.stayed(now, before)?;
                (is, was) = (new.next()?, old.next()?);
            }
        }
    }
}

/// In which of two lists the next person stands, by number.
enum Next {
    New(usize),
    Old(usize),
    Both(usize, usize),
}

fn next(new: Option<&Row<'_>>, old: Option<&Row<'_>>) -> rusqlite::Result<Option<Next>> {
    let number = |row: &Row<'_>| row.get::<_, u32>(1).map(|number| number as usize);
    let (new, old) = match (new, old) {
        (None, None) => return Ok(None),
        (Some(new), None) => return Ok(Some(Next::New(number(new)?))),
        (None, Some(old)) => return Ok(Some(Next::Old(number(old)?))),
        (Some(new), Some(old)) => (new, old),
    };
    // SQLite orders texts by their bytes.
    let order = new.get_ref(0)?.as_bytes().ok().cmp(&old.get_ref(0)?.as_bytes().ok());
    Ok(Some(match order {
        Ordering::Less => Next::New(number(new)?),
        Ordering::Greater => Next::Old(number(old)?),
        Ordering::Equal => Next::Both(number(new)?, number(old)?),
    }))
}

/// The prints of a list that is wanted in any case.
fn whole(connection: &Connection, shelf: Shelf, hasher: &RandomState) -> Result<Prints, RosterError> {
    Prints::of(connection, shelf, hasher.clone(), &AtomicBool::new(false))?.ok_or(RosterError::Unreadable)
}

/// A list with its prints.
struct Printed<'a> {
    connection: &'a Connection,
    shelf: Shelf,
    prints: Prints,
}

impl Printed<'_> {
    fn user(&self, number: usize) -> Result<User, RosterError> {
        let sql = self.shelf.sql(&format!("SELECT {COLUMNS} FROM user_$ WHERE n = ?1"));
        Ok(self.connection.prepare_cached(&sql)?.query_row([number as i64], record::read)?)
    }
}

struct Comparing<'a, 's> {
    compared: Compared,
    new: Printed<'a>,
    old: Printed<'a>,
    sink: Sink<'s>,
}

impl Comparing<'_, '_> {
    fn joined(&mut self, number: usize) -> Result<(), RosterError> {
        self.compared.changes.total += 1;
        self.compared.changes.joined += 1;
        self.compared.has.count(self.new.prints.at(number)?.1);
        let user = self.new.user(number)?;
        (self.sink)(&user, Delta::joined(&user))
    }

    fn left(&mut self, number: usize) -> Result<(), RosterError> {
        self.compared.changes.left += 1;
        let user = self.old.user(number)?;
        (self.sink)(&user, Delta::left(&user))
    }

    fn stayed(&mut self, now: usize, before: usize) -> Result<(), RosterError> {
        let ((is, has), (was, had)) = (self.new.prints.at(now)?, self.old.prints.at(before)?);
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
