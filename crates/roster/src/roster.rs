//! The list of one profile.

use crate::clocks::Sent;
use crate::kept::lock;
use crate::list::{List, Memory};
use crate::names;
use crate::raw;
use crate::reading::{self, Status};
use crate::record::{self, COLUMNS};
use crate::schema::SCHEMA;
use crate::sign_ins::{self, SignIns};
use crate::{
    IdentityProviderWithPeople, Invited, OrganizationWithPeople, Refresh, RoleWithPeople, RosterError,
    Summary,
};
use jiff::Timestamp;
use rollcall_core::{CanonicalEmail, User, UserId};
use rollcall_store::DataKey;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

/// Reading connections that are kept open between calls.
const IDLE_READERS: usize = 4;

/// Statements of the writer that are kept prepared: those of a staged person, and some more.
const KEPT_STATEMENTS: usize = 32;

/// Addresses that are asked for in one statement.
const ADDRESSES_AT_ONCE: usize = 500;

/// One profile's list of people and what their ids refer to. A clone is the same list; calls from
/// several threads don't wait for one another, nor for a refresh. All calls block: disk, and for a
/// million people up to a second at the first search, facet or sorting of a list.
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
    /// Whom Rollcall itself invited.
    sent: Mutex<Arc<Sent>>,
    /// What time it is.
    clock: Mutex<Clock>,
}

/// Tells what time it is.
type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

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
        // What is encrypted, or replaced by the next list anyway, need not be overwritten with zeros first.
        writer.pragma_update(None, "secure_delete", "FAST").map_err(RosterError::from)?;
        // In bytes: a refresh of a million people would leave a log as large as the list.
        writer.pragma_update(None, "journal_size_limit", 16_000_000).map_err(RosterError::from)?;
        writer.set_prepared_statement_cache_capacity(KEPT_STATEMENTS);
        Ok(Self(Arc::new(Inner {
            path: path.to_owned(),
            key: key.cloned(),
            readers: Mutex::default(),
            writer: Mutex::new(writer),
            memory: Mutex::default(),
            sent: Mutex::default(),
            clock: Mutex::new(Arc::new(Timestamp::now)),
        })))
    }

    /// The same list by another clock, for this one and all its clones.
    #[must_use]
    pub fn with_clock(self, clock: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        *lock(&self.0.clock) = Arc::new(clock);
        self
    }

    /// Tells whom Rollcall itself invited and when, in place of what was told before. It is not stored: the
    /// invitation of a New person counts from the later of this and the creation date.
    pub fn tell_sent(&self, records: Vec<(CanonicalEmail, Timestamp)>) {
        let mut sent = lock(&self.0.sent);
        *sent = Arc::new(Sent::new(sent.version + 1, records));
    }

    /// When a New person was invited, as far as known.
    pub fn invited(&self, user: &User) -> Option<Invited> {
        self.0.sent().invited(user)
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

    /// One person with everything that the platform gave, as Rollcall reads it.
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

    /// What the platform itself sent of one person, as JSON text; `None` where nobody is listed with this id, and where
    /// the list is from before records were kept.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn raw(&self, id: &UserId) -> Result<Option<String>, RosterError> {
        self.0.read(|list| {
            let Some(shelf) = list.status.shelf else { return Ok(None) };
            let mut statement =
                list.connection.prepare_cached(&shelf.sql("SELECT n FROM user_$ WHERE id = ?1"))?;
            match statement.query_row([id.as_str()], |row| row.get(0)).optional()? {
                Some(number) => raw::Reading::begin(list.connection, shelf).of(number),
                None => Ok(None),
            }
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
        self.0.read(|list| list.memory.sign_ins.get(|| list.on_shelf(sign_ins::count)))
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
            work(&List { connection: &snapshot, status, memory, sent: self.sent(), clock: &*self.clock() })?
        };
        let mut readers = lock(&self.readers);
        if readers.len() < IDLE_READERS {
            readers.push(connection);
        }
        Ok(done)
    }

    fn sent(&self) -> Arc<Sent> {
        Arc::clone(&lock(&self.sent))
    }

    fn clock(&self) -> Clock {
        Arc::clone(&lock(&self.clock))
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
            let fresh = Arc::new(Memory::new(generation));
            if memory.generation > generation {
                return fresh;
            }
            *memory = fresh;
        }
        Arc::clone(&memory)
    }
}
