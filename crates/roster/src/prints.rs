//! A print of each person of a list: a number that two people share only if all that is stored of them is the same.

use crate::RosterError;
use crate::doubt::Had;
use crate::record::{COLUMNS, WIDTH};
use crate::roster::Inner;
use crate::schema::Shelf;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use std::hash::{BuildHasher, Hash, Hasher, RandomState};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

/// The prints of one list.
pub(crate) struct Prints {
    /// Of numbers that nobody outside knows: no two people can be made to leave the same print.
    pub(crate) hasher: RandomState,
    /// By number, which counts from 1: the print of all that is stored of the person, and which fields they have.
    people: Vec<(u64, Had)>,
}

impl Prints {
    /// Reads a list once from its beginning to its end. `None` as soon as it is `unwanted`.
    pub(crate) fn of(
        connection: &Connection,
        shelf: Shelf,
        hasher: RandomState,
        unwanted: &AtomicBool,
    ) -> Result<Option<Self>, RosterError> {
        let sql = shelf.sql(&format!("SELECT {COLUMNS}, n FROM user_$ ORDER BY n"));
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut people = vec![(0, Had::default())];
        while let Some(row) = rows.next()? {
            if unwanted.load(Ordering::Relaxed) {
                return Ok(None);
            }
            let number: u32 = row.get(WIDTH)?;
            people.resize(number as usize, (0, Had::default()));
            people.push((print(row, &hasher)?, Had::of(row)?));
        }
        Ok(Some(Self { hasher, people }))
    }

    pub(crate) fn at(&self, number: usize) -> Result<(u64, Had), RosterError> {
        self.people.get(number).copied().ok_or(RosterError::Unreadable)
    }
}

/// But for their ids: those stand in an index of their own.
fn print(row: &Row<'_>, hasher: &RandomState) -> rusqlite::Result<u64> {
    let mut print = hasher.build_hasher();
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

/// Prints that are made on a thread of their own, while others write. Dropping it ends the thread before anything else
/// happens: it has the file open.
pub(crate) struct Printing {
    hasher: RandomState,
    unwanted: Arc<AtomicBool>,
    /// The prints, and of which generation the list is that stands meanwhile; `None` where there are none.
    making: Option<JoinHandle<Option<(i64, Prints)>>>,
}

impl Printing {
    /// Of the list that stands, while the next one comes in.
    pub(crate) fn of_standing(inner: &Arc<Inner>) -> Self {
        Self::begin(inner, RandomState::new(), |standing| standing)
    }

    /// Of a list that is staged whole, to be compared with `self`; nothing where no list stands yet.
    pub(crate) fn of_staged(&self, inner: &Arc<Inner>, shelf: Shelf) -> Self {
        Self::begin(inner, self.hasher.clone(), move |standing| standing.map(|_| shelf))
    }

    /// `which` is given the shelf that stands.
    fn begin(
        inner: &Arc<Inner>,
        hasher: RandomState,
        which: impl FnOnce(Option<Shelf>) -> Option<Shelf> + Send + 'static,
    ) -> Self {
        let unwanted = Arc::new(AtomicBool::new(false));
        let (inner, told, own) = (Arc::clone(inner), Arc::clone(&unwanted), hasher.clone());
        let work = move || made(&inner, which, own, &told);
        let making = thread::Builder::new().name("prints".into()).spawn(work);
        // Without a thread all is read when it is needed, as it is where the list was replaced in the meantime.
        Self { hasher, unwanted, making: making.ok() }
    }

    /// The prints, if the list that stands is still the one of this generation.
    pub(crate) fn of(mut self, generation: i64) -> Option<Prints> {
        let (read, prints) = self.making.take()?.join().ok()??;
        (read == generation).then_some(prints)
    }
}

impl Drop for Printing {
    fn drop(&mut self) {
        self.unwanted.store(true, Ordering::Relaxed);
        if let Some(making) = self.making.take() {
            // What became of it is asked by nobody any more.
            making.join().ok();
        }
    }
}

/// The prints of a list, with the generation of the one that stands. What can't be read is read again when it is
/// needed, and told then.
fn made(
    inner: &Inner,
    which: impl FnOnce(Option<Shelf>) -> Option<Shelf>,
    hasher: RandomState,
    unwanted: &AtomicBool,
) -> Option<(i64, Prints)> {
    let read = inner.read(|list| {
        let Some(shelf) = which(list.status.shelf) else { return Ok(None) };
        let prints = Prints::of(list.connection, shelf, hasher, unwanted)?;
        Ok(prints.map(|prints| (list.status.generation, prints)))
    });
    read.inspect_err(|error| tracing::debug!(%error, "a list could not be read ahead")).ok().flatten()
}
