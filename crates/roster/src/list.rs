//! One list as one reader sees it.

use crate::clocks::{self, Sent};
use crate::columns::{Columns, Listed};
use crate::difference::Difference;
use crate::facets::{Counted, UserFacets};
use crate::kept::{Answers, Kept};
use crate::keys::second;
use crate::matching::{Field, Filters};
use crate::names::Names;
use crate::order::{self, Turned};
use crate::people::People;
use crate::reading::Status;
use crate::record::{self, COLUMNS};
use crate::records::HEAD;
use crate::schema::Shelf;
use crate::search;
use crate::sign_ins::SignIns;
use crate::{RosterError, SortBy, SortColumn, UserQuery};
use jiff::Timestamp;
use rollcall_core::User;
use rusqlite::Connection;
use std::sync::Arc;

/// Answers to queries that are kept, each 4 bytes for every person who matches.
const KEPT_ANSWERS: usize = 4;

/// Orders of everyone that are kept, 4 bytes for each person.
const KEPT_ORDERS: usize = 2;

/// Words of which it is kept who has them, a bit for each person.
const KEPT_WORDS: usize = 16;

/// What was worked out of one list, to be used again until the next one is swapped in.
pub(crate) struct Memory {
    pub(crate) generation: i64,
    pub(crate) sign_ins: Kept<SignIns>,
    prepared: Kept<()>,
    names: Kept<Names>,
    columns: Columns,
    orders: Answers<Moving<Vec<SortBy>>, Vec<u32>>,
    words: Answers<String, People>,
    answers: Answers<Moving<UserQuery>, Vec<u32>>,
    clocks: Answers<u64, Vec<(u32, i64)>>,
    /// By the numbers of two refreshes.
    pub(crate) differences: Answers<(u32, u32), Difference>,
}

/// A question whose answer may change while the list does not.
#[derive(PartialEq)]
struct Moving<Q> {
    asked: Q,
    /// Which telling of what was sent it rests on; 0 if on none.
    sent: u64,
    /// Which minute; 0 if time changes nothing.
    minute: i64,
}

impl Memory {
    pub(crate) fn new(generation: i64) -> Self {
        Self {
            generation,
            sign_ins: Kept::default(),
            prepared: Kept::default(),
            names: Kept::default(),
            columns: Columns::default(),
            orders: Answers::new(KEPT_ORDERS),
            words: Answers::new(KEPT_WORDS),
            answers: Answers::new(KEPT_ANSWERS),
            clocks: Answers::new(1),
            differences: Answers::new(1),
        }
    }
}

impl Default for Memory {
    fn default() -> Self {
        Self::new(0)
    }
}

/// One list as one reader sees it.
pub(crate) struct List<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) status: Status,
    pub(crate) memory: Arc<Memory>,
    pub(crate) sent: Arc<Sent>,
    pub(crate) clock: &'a (dyn Fn() -> Timestamp + Send + Sync),
}

impl List<'_> {
    pub(crate) fn on_shelf<T: Default>(
        &self,
        read: impl FnOnce(&Connection, Shelf) -> Result<T, RosterError>,
    ) -> Result<T, RosterError> {
        self.status.shelf.map_or_else(|| Ok(T::default()), |shelf| read(self.connection, shelf))
    }

    /// Does work on the columns of the list; before the first refresh there are none.
    pub(crate) fn listed<T: Default>(
        &self,
        work: impl FnOnce(&Listed<'_>) -> Result<T, RosterError>,
    ) -> Result<T, RosterError> {
        let names = self.names()?;
        self.on_shelf(|connection, shelf| {
            let (people, columns) = (self.status.people as usize, &self.memory.columns);
            work(&Listed { connection, shelf, people, names: &names, columns })
        })
    }

    pub(crate) fn names(&self) -> Result<Arc<Names>, RosterError> {
        self.memory.names.get(|| self.on_shelf(Names::load))
    }

    /// The start of the last full minute: who is in a queue changes with it, and not between two windows.
    fn now(&self) -> i64 {
        const MINUTE: i64 = 60;
        second((self.clock)()).div_euclid(MINUTE) * MINUTE
    }

    /// The places of everyone who matches, in order.
    pub(crate) fn answer(&self, query: &UserQuery) -> Result<Arc<Vec<u32>>, RosterError> {
        let question = Moving {
            sent: if moves(query) { self.sent.version } else { 0 },
            minute: if query.invitation.is_some() { self.now() } else { 0 },
            asked: query.clone(),
        };
        self.memory.answers.get(question, |question| {
            self.listed(|listed| {
                let people = self.filters(listed, query, question.minute)?.all();
                self.ordered(listed, people, &order::asked(&query.sort))
            })
        })
    }

    fn filters(&self, listed: &Listed<'_>, query: &UserQuery, now: i64) -> Result<Filters, RosterError> {
        let mut filters = Filters::default();
        listed.filter_columns(query, &mut filters)?;
        if query.invitation.is_some() {
            let clocks = self.clocks(listed)?;
            filters.add(
                Field::Invitation,
                listed.in_queue(query, &clocks, now).unwrap_or_else(|| People::none(0)),
            );
        }
        if let Some(people) = self.found(listed, &query.search)? {
            filters.add(Field::Search, people);
        }
        Ok(filters)
    }

    /// Who has all the words, or is meant exactly; `None` if nothing is searched for.
    fn found(&self, listed: &Listed<'_>, text: &str) -> Result<Option<People>, RosterError> {
        let mut found: Option<People> = None;
        for word in search::words(text) {
            let with = self.memory.words.get(word, |word| listed.with_word(word))?;
            match &mut found {
                Some(found) => found.keep(&with),
                None => found = Some(People::clone(&with)),
            }
        }
        if let Some(found) = &mut found {
            found.add(&listed.exactly(text)?);
        }
        Ok(found)
    }

    fn clocks(&self, listed: &Listed<'_>) -> Result<Arc<Vec<(u32, i64)>>, RosterError> {
        self.memory.clocks.get(self.sent.version, |_| clocks::of_list(listed, &self.sent))
    }

    fn ordered(
        &self,
        listed: &Listed<'_>,
        people: Option<People>,
        sort: &[SortBy],
    ) -> Result<Vec<u32>, RosterError> {
        let ids = listed.ranks(SortColumn::Id)?;
        if let Some(people) = &people
            && order::are_few(people.count(), listed.people)
        {
            let found: Vec<u32> = people.places().map(|person| person as u32).collect();
            return Ok(order::sorted(found.into_iter(), &self.turned(listed, sort)?, &ids));
        }
        let moves = sort.iter().any(|by| by.column == SortColumn::Invitation);
        let question =
            Moving { asked: sort.to_vec(), sent: if moves { self.sent.version } else { 0 }, minute: 0 };
        let everyone = self.memory.orders.get(question, |_| {
            Ok(order::sorted(0..listed.people as u32, &self.turned(listed, sort)?, &ids))
        })?;
        Ok(match people {
            None => Vec::clone(&everyone),
            Some(people) => {
                everyone.iter().copied().filter(|person| people.contains(*person as usize)).collect()
            }
        })
    }

    fn turned(&self, listed: &Listed<'_>, sort: &[SortBy]) -> Result<Vec<Turned>, RosterError> {
        let turned = |by: &SortBy| {
            let ranks = match by.column {
                SortColumn::Invitation => Arc::new(order::sparse(&self.clocks(listed)?, listed.people)),
                lasting => listed.ranks(lasting)?,
            };
            Ok(Turned { ranks, descending: by.descending })
        };
        sort.iter().map(turned).collect()
    }

    /// The first people of the whole list in an order that is stored so far.
    pub(crate) fn head(&self, query: &UserQuery, rows: usize) -> Result<Option<Vec<u32>>, RosterError> {
        let by = match query.sort.as_slice() {
            [] => SortBy::default(),
            [by] => *by,
            _ => return Ok(None),
        };
        let everyone = UserQuery { sort: query.sort.clone(), ..UserQuery::default() };
        if rows > HEAD || *query != everyone {
            return Ok(None);
        }
        self.listed(|listed| listed.head(by.column, by.descending))
    }

    pub(crate) fn facets(&self, query: &UserQuery, domain_search: &str) -> Result<UserFacets, RosterError> {
        self.listed(|listed| {
            let now = self.now();
            let filters = self.filters(listed, query, now)?;
            let clocks = self.clocks(listed)?;
            Counted { listed: *listed, query, filters: &filters, clocks: &clocks, now }.facets(domain_search)
        })
    }

    /// Loads what most questions need, once.
    pub(crate) fn prepare(&self) -> Result<(), RosterError> {
        let load = || {
            self.listed(|listed| listed.who().map(drop))?;
            self.facets(&UserQuery::default(), "")?;
            self.answer(&UserQuery::default()).map(drop)
        };
        self.memory.prepared.get(load).map(drop)
    }

    /// The one person whom a text means exactly.
    pub(crate) fn exact(&self, text: &str) -> Result<Option<u32>, RosterError> {
        self.listed(|listed| {
            let people = listed.exactly(text)?;
            let mut places = people.places();
            let only = places.next();
            Ok(only.filter(|_| places.next().is_none()).map(|place| place as u32))
        })
    }

    /// What these rows are rows of; see [`crate::Window::as_of`].
    pub(crate) fn as_of(&self, query: &UserQuery) -> Result<Option<String>, RosterError> {
        let Some(fetched_at) = &self.status.fetched_at else { return Ok(None) };
        // A part that was read anew moves people as well, and so do organizations that a person told.
        let list = format!("{fetched_at}+{}", self.status.generation);
        if !moves(query) {
            return Ok(Some(list));
        }
        // Sending moves people, and so does time: the rows themselves are what was seen.
        Ok(Some(format!("{list}#{:016x}", fingerprint(&self.answer(query)?))))
    }

    pub(crate) fn user(&self, person: u32) -> Result<User, RosterError> {
        let shelf = self.status.shelf.ok_or(RosterError::Unreadable)?;
        let sql = shelf.sql(&format!("SELECT {COLUMNS} FROM user_$ WHERE n = ?1"));
        Ok(self.connection.prepare_cached(&sql)?.query_row([person + 1], record::read)?)
    }
}

/// Whether the answer may change while the list does not.
fn moves(query: &UserQuery) -> bool {
    query.invitation.is_some() || query.sort.iter().any(|by| by.column == SortColumn::Invitation)
}

/// A number that rows in the same order share, and others all but never.
///
/// Source: the FNV-1a hash of 64 bits.
fn fingerprint(people: &[u32]) -> u64 {
    let step = |hash: u64, person: &u32| (hash ^ u64::from(*person)).wrapping_mul(0x0100_0000_01b3);
    people.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
