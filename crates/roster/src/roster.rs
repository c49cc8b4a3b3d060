//! The list of one profile.

use crate::matching::Searched;
use crate::names::{self, Names};
use crate::order::Order;
use crate::reading::{self, Status};
use crate::record::{self, COLUMNS};
use crate::schema::{SCHEMA, Shelf};
use crate::sign_ins::{self, SignIns};
use crate::{
    IdentityProviderWithPeople, LARGEST_WINDOW, OrganizationWithPeople, Refresh, RoleWithPeople, RosterError,
    SortColumn, Summary, UserQuery, UserRow, Window,
};
use jiff::Timestamp;
use rollcall_core::{CanonicalEmail, User, UserId};
use rollcall_store::DataKey;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Reading connections that are kept open between calls.
const IDLE_READERS: usize = 4;

/// Answers to queries that are kept, each 4 bytes for every person who matches.
const KEPT_ANSWERS: usize = 8;

/// Statements of the writer that are kept prepared: those of a staged person, and some more.
const KEPT_STATEMENTS: usize = 32;

/// Addresses that are asked for in one statement.
const ADDRESSES_AT_ONCE: usize = 500;

/// One profile's list of people and what their ids refer to. A clone is the same list; calls from
/// several threads don't wait for one another, nor for a refresh. All calls block: disk, and for a
/// million people up to seconds at a query's first window.
#[derive(Clone)]
pub struct Roster(pub(crate) Arc<Inner>);

pub(crate) struct Inner {
    path: PathBuf,
    key: Option<DataKey>,
    // Before the writer, so that they are closed before it: the last one to close brings the write-ahead
    // log into the file, and a reader can't.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Connection>,
    memory: Mutex<Arc<Memory>>,
}

/// What was worked out of one list, to be used again until the next one is swapped in.
#[derive(Default)]
struct Memory {
    generation: i64,
    names: OnceLock<Names>,
    sign_ins: OnceLock<Arc<SignIns>>,
    orders: Mutex<HashMap<SortColumn, Arc<Order>>>,
    /// Oldest first.
    answers: Mutex<Vec<(UserQuery, Arc<Vec<u32>>)>>,
}

impl Roster {
    /// Opens the list at a path, and creates an empty one if there is none.
    ///
    /// # Errors
    /// [`RosterError::Store`].
    pub fn open(path: &Path, key: Option<&DataKey>) -> Result<Self, RosterError> {
        let writer = rollcall_store::open(path, key, &SCHEMA)?;
        // A list can be fetched again. A power cut may take the last pages of a refresh, never the whole.
        writer.pragma_update(None, "synchronous", "NORMAL").map_err(RosterError::from)?;
        // In KiB: what a refresh of a million people touches again and again.
        writer.pragma_update(None, "cache_size", -64_000).map_err(RosterError::from)?;
        // In bytes: a refresh of a million people would leave a log as large as the list.
        writer.pragma_update(None, "journal_size_limit", 16_000_000).map_err(RosterError::from)?;
        writer.set_prepared_statement_cache_capacity(KEPT_STATEMENTS);
        Ok(Self(Arc::new(Inner {
            path: path.to_owned(),
            key: key.cloned(),
            readers: Mutex::default(),
            writer: Mutex::new(writer),
            memory: Mutex::default(),
        })))
    }

    /// Begins a new list beside the one that is there. A refresh that is under way, here or in another
    /// process, ends with [`RosterError::Superseded`].
    ///
    /// # Errors
    /// [`RosterError::Store`].
    pub fn begin_refresh(&self) -> Result<Refresh, RosterError> {
        Refresh::begin(Arc::clone(&self.0))
    }

    /// Notes that a refresh failed, to be shown beside the old list until one succeeds. If it can't be
    /// noted, that goes to the log alone: the failure itself is known to the caller.
    pub fn record_failure(&self, at: Timestamp, sentence: &str) {
        let noted = self.0.write(|transaction| {
            let sql = "UPDATE roster SET failed_at = ?1, failure = ?2";
            Ok(transaction.execute(sql, (at.to_string(), sentence))?)
        });
        if let Err(error) = noted {
            tracing::warn!(%error, "the failure of a refresh could not be noted");
        }
    }

    /// The list as a whole.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn summary(&self) -> Result<Summary, RosterError> {
        self.0.read(|list| reading::summary(list.connection))
    }

    /// The people who match, from `offset` on, at most `limit` and at most [`LARGEST_WINDOW`].
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn window(&self, query: &UserQuery, offset: u32, limit: u32) -> Result<Window, RosterError> {
        self.0.read(|list| {
            let numbers = list.answer(query)?;
            let shown = numbers.iter().skip(offset as usize).take(limit.min(LARGEST_WINDOW) as usize);
            let names = list.names()?;
            let rows = shown.map(|number| Ok(names.row(list.user(*number)?)));
            Ok(Window {
                total: list.status.people,
                matching: count(numbers.len()),
                rows: rows.collect::<Result<_, RosterError>>()?,
                as_of: reading::summary(list.connection)?.fetched_at.map(|at| at.to_string()),
                exact: None,
            })
        })
    }

    /// Everyone who matches, one after the other, until `sink` breaks. They are of one list, even if a
    /// refresh ends meanwhile.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn all_users(
        &self,
        query: &UserQuery,
        sink: &mut dyn FnMut(UserRow) -> ControlFlow<()>,
    ) -> Result<(), RosterError> {
        self.0.read(|list| {
            let names = list.names()?;
            list.each(query, &mut |user| sink(names.row(user)))
        })
    }

    /// Like [`Roster::all_users`], with everything that the platform gave and without names.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn each_user(
        &self,
        query: &UserQuery,
        sink: &mut dyn FnMut(User) -> ControlFlow<()>,
    ) -> Result<(), RosterError> {
        self.0.read(|list| list.each(query, sink))
    }

    /// One person with everything that the platform gave.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn user(&self, id: &UserId) -> Result<Option<User>, RosterError> {
        self.0.read(|list| {
            let Some(shelf) = list.status.shelf else { return Ok(None) };
            let sql = shelf.sql(&format!("SELECT {COLUMNS} FROM user_$ WHERE id = ?1"));
            let mut statement = list.connection.prepare_cached(&sql)?;
            Ok(statement.query_row([id.as_str()], record::read).optional()?)
        })
    }

    /// The roles in the order listed.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn roles(&self) -> Result<Vec<RoleWithPeople>, RosterError> {
        let all = self.0.read(|list| list.on_shelf(names::roles))?;
        Ok(all.into_iter().map(|(role, people)| RoleWithPeople { role, people }).collect())
    }

    /// The identity providers in the order listed.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn identity_providers(&self) -> Result<Vec<IdentityProviderWithPeople>, RosterError> {
        let all = self.0.read(|list| list.on_shelf(names::identity_providers))?;
        let with_people =
            |(identity_provider, people)| IdentityProviderWithPeople { identity_provider, people };
        Ok(all.into_iter().map(with_people).collect())
    }

    /// The organizations in the order listed, then those that are known by their id alone.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn organizations(&self) -> Result<Vec<OrganizationWithPeople>, RosterError> {
        let all = self.0.read(|list| list.on_shelf(names::organizations))?;
        Ok(all
            .into_iter()
            .map(|(organization, people)| OrganizationWithPeople { organization, people })
            .collect())
    }

    /// How active people sign in, by mail domain and by organization. Counted once for each list.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn sign_ins(&self) -> Result<Arc<SignIns>, RosterError> {
        self.0.read(|list| {
            if let Some(counted) = list.memory.sign_ins.get() {
                return Ok(Arc::clone(counted));
            }
            let counted = Arc::new(list.on_shelf(sign_ins::count)?);
            Ok(Arc::clone(list.memory.sign_ins.get_or_init(|| counted)))
        })
    }

    /// The people listed under each of these addresses; several accounts may share one. Addresses that
    /// nobody has are left out.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn listed(
        &self,
        addresses: &[CanonicalEmail],
    ) -> Result<HashMap<CanonicalEmail, Vec<User>>, RosterError> {
        self.0.read(|list| {
            let mut found = HashMap::new();
            let Some(shelf) = list.status.shelf else { return Ok(found) };
            let wanted: HashMap<&str, &CanonicalEmail> =
                addresses.iter().map(|address| (address.as_str(), address)).collect();
            let texts: Vec<&str> = wanted.keys().copied().collect();
            for chunk in texts.chunks(ADDRESSES_AT_ONCE) {
                let marks = vec!["?"; chunk.len()].join(", ");
                let sql = format!(
                    "SELECT {COLUMNS}, canonical FROM user_$ WHERE canonical IN ({marks}) ORDER BY id"
                );
                let mut statement = list.connection.prepare_cached(&shelf.sql(&sql))?;
                let mut rows = statement.query(params_from_iter(chunk))?;
                while let Some(row) = rows.next()? {
                    if let Some(address) =
                        wanted.get(row.get_ref(record::WIDTH)?.as_str().unwrap_or_default())
                    {
                        let accounts: &mut Vec<User> = found.entry((*address).clone()).or_default();
                        accounts.push(record::read(row)?);
                    }
                }
            }
            Ok(found)
        })
    }
}

impl Inner {
    pub(crate) fn writer(&self) -> MutexGuard<'_, Connection> {
        lock(&self.writer)
    }

    /// Does `work` on one list, whatever is swapped in meanwhile.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&List<'_>) -> Result<T, RosterError>,
    ) -> Result<T, RosterError> {
        let idle = lock(&self.readers).pop();
        let mut connection = match idle {
            Some(connection) => connection,
            None => rollcall_store::open_read_only(&self.path, self.key.as_ref(), &SCHEMA)?,
        };
        let done = {
            // All that is read within it is of the moment of its first read.
            let snapshot = connection.transaction()?;
            let status = Status::load(&snapshot)?;
            let memory = self.memory_of(status.generation);
            work(&List { connection: &snapshot, status, memory })?
        };
        let mut readers = lock(&self.readers);
        if readers.len() < IDLE_READERS {
            readers.push(connection);
        }
        Ok(done)
    }

    /// Which list is the list, and which refresh is under way.
    pub(crate) fn status(&self) -> Result<Status, RosterError> {
        self.read(|list| Status::load(list.connection))
    }

    /// What is remembered of a list. A reader of an older one may come late: what it works out is not
    /// kept then.
    fn memory_of(&self, generation: i64) -> Arc<Memory> {
        let mut memory = lock(&self.memory);
        if memory.generation != generation {
            let fresh = Arc::new(Memory { generation, ..Memory::default() });
            if memory.generation > generation {
                return fresh;
            }
            *memory = fresh;
        }
        Arc::clone(&memory)
    }
}

/// One list as one reader sees it.
pub(crate) struct List<'a> {
    pub(crate) connection: &'a Connection,
    status: Status,
    memory: Arc<Memory>,
}

impl List<'_> {
    fn on_shelf<T: Default>(
        &self,
        read: impl FnOnce(&Connection, Shelf) -> Result<T, RosterError>,
    ) -> Result<T, RosterError> {
        self.status.shelf.map_or_else(|| Ok(T::default()), |shelf| read(self.connection, shelf))
    }

    fn names(&self) -> Result<&Names, RosterError> {
        if let Some(names) = self.memory.names.get() {
            return Ok(names);
        }
        let names = self.on_shelf(Names::load)?;
        Ok(self.memory.names.get_or_init(|| names))
    }

    fn order(&self, shelf: Shelf, column: SortColumn) -> Result<Arc<Order>, RosterError> {
        if let Some(order) = lock(&self.memory.orders).get(&column) {
            return Ok(Arc::clone(order));
        }
        let order = Arc::new(Order::load(self.connection, shelf, column)?);
        lock(&self.memory.orders).insert(column, Arc::clone(&order));
        Ok(order)
    }

    /// The numbers of everyone who matches, in order.
    fn answer(&self, query: &UserQuery) -> Result<Arc<Vec<u32>>, RosterError> {
        let Some(shelf) = self.status.shelf else { return Ok(Arc::default()) };
        if let Some((_, numbers)) = lock(&self.memory.answers).iter().find(|(asked, _)| asked == query) {
            return Ok(Arc::clone(numbers));
        }
        let searched =
            Searched { connection: self.connection, shelf, total: self.status.people, names: self.names()? };
        let people = searched.matching(query)?;
        let matches = |number: &u32| people.as_ref().is_none_or(|people| people.contains(*number));
        let first = query.sort.first().copied().unwrap_or_default();
        let order = self.order(shelf, first.column)?;
        let numbers: Arc<Vec<u32>> = Arc::new(match first.descending {
            true => order.descending().filter(matches).collect(),
            false => order.ascending().filter(matches).collect(),
        });
        let mut answers = lock(&self.memory.answers);
        if answers.len() >= KEPT_ANSWERS {
            answers.remove(0);
        }
        answers.push((query.clone(), Arc::clone(&numbers)));
        Ok(numbers)
    }

    fn user(&self, number: u32) -> Result<User, RosterError> {
        let shelf = self.status.shelf.ok_or(RosterError::Unreadable)?;
        let sql = shelf.sql(&format!("SELECT {COLUMNS} FROM user_$ WHERE n = ?1"));
        Ok(self.connection.prepare_cached(&sql)?.query_row([number], record::read)?)
    }

    fn each(
        &self,
        query: &UserQuery,
        sink: &mut dyn FnMut(User) -> ControlFlow<()>,
    ) -> Result<(), RosterError> {
        for number in self.answer(query)?.iter() {
            if sink(self.user(*number)?).is_break() {
                break;
            }
        }
        Ok(())
    }
}

// Nothing that is guarded is left half-changed by a panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
