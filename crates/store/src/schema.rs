//! Versions of a schema, and the way from one to the next.

use crate::StoreError;
use rusqlite::{Connection, TransactionBehavior};

/// The tables of one kind of database, as the steps that lead to them.
///
/// Version `n` is what the first `n` migrations make. A released migration is never edited; a change
/// is one more. Generated columns are not allowed: they can't be copied when a database is encrypted.
#[derive(Clone, Copy, Debug)]
pub struct Schema {
    /// The kind of database, for logs.
    pub name: &'static str,
    /// SQLite's `application_id`: tells this kind from any other database. Not 0.
    pub application_id: i32,
    /// SQL of each step, in order.
    pub migrations: &'static [&'static str],
}

/// What a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stamp {
    /// Nothing in it yet.
    Blank,
    /// A database of this kind, of this version.
    Version(u32),
}

impl Schema {
    /// The version that this program writes.
    pub fn version(&self) -> u32 {
        u32::try_from(self.migrations.len()).unwrap_or(u32::MAX)
    }

    /// Reads whose database this is and of which version.
    ///
    /// # Errors
    /// [`StoreError::NotADatabase`] for a database of another kind; what SQLite says otherwise.
    pub(crate) fn stamp(&self, connection: &Connection) -> Result<Stamp, StoreError> {
        let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        let id: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
        let version: i32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        match (tables, id, u32::try_from(version)) {
            (0, 0, Ok(0)) => Ok(Stamp::Blank),
            (_, id, Ok(version)) if id == self.application_id && version > 0 => Ok(Stamp::Version(version)),
            _ => Err(StoreError::NotADatabase),
        }
    }

    /// Refuses what a newer Rollcall wrote.
    pub(crate) fn refuse_newer(&self, connection: &Connection) -> Result<Stamp, StoreError> {
        let stamp = self.stamp(connection)?;
        match stamp {
            Stamp::Version(found) if found > self.version() => {
                Err(StoreError::Newer { found, known: self.version() })
            }
            _ => Ok(stamp),
        }
    }

    /// Brings a database to [`Schema::version`], in one transaction.
    pub(crate) fn migrate(&self, connection: &mut Connection) -> Result<(), StoreError> {
        // A migration rebuilds a table by dropping the old one; with foreign keys on, that would
        // empty the tables that point to it. They can't be switched inside a transaction.
        connection.pragma_update(None, "foreign_keys", false)?;
        let migrated = self.apply(connection);
        connection.pragma_update(None, "foreign_keys", true)?;
        migrated
    }

    fn apply(&self, connection: &mut Connection) -> Result<(), StoreError> {
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let from = match self.refuse_newer(&transaction)? {
            Stamp::Blank => 0,
            Stamp::Version(version) => version,
        };
        if from == self.version() {
            return Ok(());
        }
        for step in self.migrations.iter().skip(from as usize) {
            transaction.execute_batch(step)?;
        }
        if has_dangling_references(&transaction)? {
            return Err(StoreError::Damaged);
        }
        transaction.pragma_update(None, "application_id", self.application_id)?;
        transaction.pragma_update(None, "user_version", self.version())?;
        transaction.commit()?;
        tracing::info!(schema = self.name, from, to = self.version(), "database migrated");
        Ok(())
    }
}

fn has_dangling_references(connection: &Connection) -> Result<bool, StoreError> {
    let mut check = connection.prepare("PRAGMA foreign_key_check")?;
    Ok(check.exists([])?)
}
