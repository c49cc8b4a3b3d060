//! The journal: one database per profile, in which every intent stands before its deed.

mod audit;
mod batch;
mod create;
mod error;
mod invitation;
mod invited;
mod loss;
mod person;
mod read;
mod recent;
mod record;
#[cfg(test)]
mod released;
mod row;
mod schema;
mod start;
mod write;

pub(crate) use batch::{Batch, Picked};
pub(crate) use create::LIST_GOOD_FOR_SECONDS;
pub use error::JournalError;
pub(crate) use record::{Answer, Split, UnknownRow};
pub(crate) use row::RowNow;
pub(crate) use start::{Baseline, OpenRun};

use crate::clock::{Clock, Stamp, SystemClock};
use rollcall_store::DataKey;
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A point in the journal: everything written before it was known to a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark(pub(crate) i64);

/// The journal of one profile. Readers need no lock; who sends holds a [`SenderLock`](crate::SenderLock).
pub struct Journal {
    connection: Mutex<Connection>,
    path: PathBuf,
    read_only: bool,
    clock: Arc<dyn Clock>,
    found: recent::Found,
    #[cfg(test)]
    writes_left: Mutex<Option<u32>>,
    /// Set from the moment when a transaction failed: nothing is sent from then on.
    pub(crate) failed: Arc<AtomicBool>,
    #[cfg(test)]
    pub(crate) broken: Option<crate::simulation::Broken>,
    #[cfg(test)]
    works: std::sync::atomic::AtomicU32,
}

impl Journal {
    /// Opens the journal at `path`, creating or migrating it as needed.
    ///
    /// # Errors
    /// [`JournalError::Store`]; the file is unchanged then.
    pub fn open(path: &Path, key: Option<&DataKey>) -> Result<Self, JournalError> {
        Self::open_with_clock(path, key, Arc::new(SystemClock))
    }

    /// Opens the journal with clocks of one's own.
    ///
    /// # Errors
    /// Like [`Journal::open`].
    pub fn open_with_clock(
        path: &Path,
        key: Option<&DataKey>,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, JournalError> {
        let connection = rollcall_store::open(path, key, &schema::SCHEMA)?;
        Self::over(connection, path, false, clock)
    }

    /// Opens the journal for reading; it is never created or migrated so.
    ///
    /// # Errors
    /// [`JournalError::Store`], also where there is no journal yet.
    pub fn open_read_only(path: &Path, key: Option<&DataKey>) -> Result<Self, JournalError> {
        let connection = rollcall_store::open_read_only(path, key, &schema::SCHEMA)?;
        Self::over(connection, path, true, Arc::new(SystemClock))
    }

    fn over(
        mut connection: Connection,
        path: &Path,
        read_only: bool,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, JournalError> {
        let found = recent::Found::in_journal(&mut connection, &*clock)?;
        Ok(Self {
            connection: Mutex::new(connection),
            path: path.to_owned(),
            read_only,
            clock,
            found,
            #[cfg(test)]
            writes_left: Mutex::new(None),
            failed: Arc::default(),
            #[cfg(test)]
            broken: None,
            #[cfg(test)]
            works: std::sync::atomic::AtomicU32::new(0),
        })
    }

    /// Where the lock of this journal's one sender lies.
    pub fn lock_path(&self) -> PathBuf {
        Self::lock_path_of(&self.path)
    }

    /// The same of the journal at a path, whether it can be opened or not.
    pub fn lock_path_of(journal: &Path) -> PathBuf {
        let mut name = journal.as_os_str().to_owned();
        name.push(".sender");
        PathBuf::from(name)
    }

    pub(crate) fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        // A panic while the lock was held rolled its transaction back; the connection itself is whole.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `work` in one transaction that is on disk when this returns, or not at all.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>, &Stamp) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let done = self.write_or_fail(work);
        if done.as_ref().is_err_and(JournalError::is_failure) {
            self.failed.store(true, Ordering::SeqCst);
        }
        done
    }

    fn write_or_fail<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>, &Stamp) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        if self.read_only {
            return Err(JournalError::ReadOnly);
        }
        #[cfg(test)]
        self.fail_if_told()?;
        if crate::points::disk_is_full() {
            return Err(rollcall_store::StoreError::DiskFull.into());
        }
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let stamp = self.clock.stamp();
        let done = work(&transaction, &stamp)?;
        transaction.commit()?;
        Ok(done)
    }

    /// Runs `work` on one unchanging state of the journal.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, JournalError>,
    ) -> Result<T, JournalError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        work(&transaction)
    }
}

#[cfg(test)]
impl Journal {
    /// Lets so many more transactions begin; every later one fails as on a full disk.
    pub(crate) fn fail_after(&self, writes: u32) {
        *self.writes_left.lock().expect("the counter") = Some(writes);
    }

    /// How often everything else has a turn while a simulated disk works: now never, now several times.
    pub(crate) fn turns(&self) -> u32 {
        let works = self.works.fetch_add(1, Ordering::SeqCst);
        (works * works + 3 * works) % 7
    }

    pub(crate) fn would_fail(&self) -> bool {
        let fails = *self.writes_left.lock().expect("the counter") == Some(0);
        self.failed.fetch_or(fails, Ordering::SeqCst);
        fails
    }

    fn fail_if_told(&self) -> Result<(), JournalError> {
        let mut left = self.writes_left.lock().expect("the counter");
        match left.as_mut() {
            Some(0) => Err(rollcall_store::StoreError::DiskFull.into()),
            Some(left) => {
                *left -= 1;
                Ok(())
            }
            None => Ok(()),
        }
    }

    /// Simulations end processes, not machines: what the operating system has is enough for them.
    pub(crate) fn without_waiting_for_the_disk(self) -> Self {
        self.connection().pragma_update(None, "synchronous", "OFF").expect("a pragma");
        self
    }
}
