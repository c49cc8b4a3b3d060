//! The database of one connection's reviews.

use crate::schema::SCHEMA;
use crate::{Held, ReviewError};
use rollcall_store::DataKey;
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Statements that are kept prepared: those of a decision, and some more.
const KEPT_STATEMENTS: usize = 32;

/// The reviews of one connection. All calls block; what a call wrote is on disk when it returns.
pub struct Reviews {
    connection: Mutex<Connection>,
}

impl Reviews {
    /// Opens the reviews at `path`, creating or migrating them as needed.
    ///
    /// # Errors
    /// [`ReviewError::Store`]; the file is unchanged then.
    pub fn open(path: &Path, key: Option<&DataKey>) -> Result<Self, ReviewError> {
        // A commit of the store is durable: `synchronous` is FULL.
        let connection = rollcall_store::open(path, key, &SCHEMA)?;
        connection.set_prepared_statement_cache_capacity(KEPT_STATEMENTS);
        Ok(Self { connection: Mutex::new(connection) })
    }

    /// Does `work` in one transaction: all of it or nothing.
    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, ReviewError>,
    ) -> Result<T, ReviewError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    /// Reads several things of one moment.
    pub(crate) fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, ReviewError>,
    ) -> Result<T, ReviewError> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        work(&transaction)
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        // A panic inside a transaction rolled it back: nothing is half-written.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Refuses what would change a review that is signed off.
pub(crate) fn still_open(connection: &Connection, review: &str) -> Result<(), ReviewError> {
    match is_finished(connection, review)? {
        true => Err(ReviewError::Finished),
        false => Ok(()),
    }
}

pub(crate) fn is_finished(connection: &Connection, review: &str) -> Result<bool, ReviewError> {
    let sql = "SELECT finished_at IS NOT NULL FROM review WHERE id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([review], |row| row.get(0))?)
}

/// The place of somebody in a review.
pub(crate) fn place(connection: &Connection, review: &str, user: &str) -> Result<Option<u32>, ReviewError> {
    let sql = "SELECT n FROM person WHERE review = ?1 AND user_id = ?2";
    Ok(connection.prepare_cached(sql)?.query_row([review, user], |row| row.get(0)).optional()?)
}

/// Reads a column with what somebody holds.
pub(crate) fn held(row: &Row<'_>, column: usize) -> rusqlite::Result<Held> {
    from_json(row.get_ref(column)?.as_str()?, column)
}

/// The same where it may be absent.
pub(crate) fn held_if_any(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Held>> {
    row.get_ref(column)?.as_str_or_null()?.map(|text| from_json(text, column)).transpose()
}

fn from_json(text: &str, column: usize) -> rusqlite::Result<Held> {
    let wrong = |problem| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(problem))
    };
    serde_json::from_str(text).map_err(wrong)
}

pub(crate) fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
