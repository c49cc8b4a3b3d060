//! Drafts: files being prepared, and the steps that were taken with them.

use crate::DraftsError;
use crate::schema::SCHEMA;
use rollcall_store::DataKey;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The drafts of one connection. All calls block.
pub struct Drafts {
    connection: Mutex<Connection>,
}

/// A draft as it begins.
#[derive(Clone, Copy, Debug)]
pub struct NewDraft<'a> {
    /// Its id; not used before.
    pub id: &'a str,
    /// The file's name; absent for people typed by hand.
    pub name: Option<&'a str>,
    /// Where the bytes come from, in the owner's words.
    pub origin: &'a str,
    /// SHA-256 of the bytes, in hex.
    pub sha256: &'a str,
    /// The bytes as they were.
    pub bytes: &'a [u8],
    /// Rows that are not blank.
    pub rows: u32,
    /// The steps that were taken before it is kept; all of them hold.
    pub steps: &'a [String],
    /// The time, RFC 3339.
    pub at: &'a str,
}

/// A draft in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Summary {
    /// The draft's id.
    pub id: String,
    /// The file's name; absent for people typed by hand.
    pub name: Option<String>,
    /// Rows that are not blank.
    pub rows: u32,
    /// Steps that hold.
    pub holds: u32,
    /// When it was changed last, RFC 3339.
    pub changed_at: String,
}

/// All of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The file's name; absent for people typed by hand.
    pub name: Option<String>,
    /// Where the bytes come from, in the owner's words.
    pub origin: String,
    /// The bytes as they were.
    pub bytes: Vec<u8>,
    /// Every step in order, those that were taken back included.
    pub steps: Vec<String>,
    /// How many of them hold.
    pub holds: u32,
    /// When it was changed last, RFC 3339.
    pub changed_at: String,
}

impl Drafts {
    /// Opens the drafts at `path`, creating or migrating them as needed.
    ///
    /// # Errors
    /// [`DraftsError::Store`]; the file is unchanged then.
    pub fn open(path: &Path, key: Option<&DataKey>) -> Result<Self, DraftsError> {
        Ok(Self { connection: Mutex::new(rollcall_store::open(path, key, &SCHEMA)?) })
    }

    /// Keeps a new draft.
    ///
    /// # Errors
    /// [`DraftsError::Store`]; nothing of it is kept then.
    pub fn keep(&self, new: &NewDraft<'_>) -> Result<(), DraftsError> {
        self.write(|connection| {
            connection.execute(
                "INSERT INTO draft (id, name, origin, sha256, rows, holds, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                (new.id, new.name, new.origin, new.sha256, new.rows, count(new.steps.len()), new.at),
            )?;
            connection.execute("INSERT INTO draft_bytes (draft, bytes) VALUES (?1, ?2)", (new.id, new.bytes))?;
            let mut insert = connection.prepare("INSERT INTO step (draft, position, step) VALUES (?1, ?2, ?3)")?;
            for (position, step) in (0_u32..).zip(new.steps) {
                insert.execute((new.id, position, step))?;
            }
            Ok(())
        })
    }

    /// Writes a step after those that hold. Steps that were taken back are gone then.
    ///
    /// # Errors
    /// [`DraftsError::Gone`] for an unknown draft; [`DraftsError::Store`], and the step is not kept.
    pub fn take_step(&self, draft: &str, step: &str, at: &str) -> Result<(), DraftsError> {
        self.write(|connection| {
            let sql = "UPDATE draft SET holds = holds + 1, changed_at = ?2 WHERE id = ?1 RETURNING holds";
            let holds: u32 = connection.query_row(sql, (draft, at), |row| row.get(0))?;
            let position = holds.saturating_sub(1);
            connection.execute("DELETE FROM step WHERE draft = ?1 AND position >= ?2", (draft, position))?;
            let sql = "INSERT INTO step (draft, position, step) VALUES (?1, ?2, ?3)";
            connection.execute(sql, (draft, position, step))?;
            Ok(())
        })
    }

    /// Says how many of a draft's steps hold: fewer takes the last ones back, more brings them back.
    ///
    /// # Errors
    /// [`DraftsError::Gone`] for an unknown draft, or one with fewer steps.
    pub fn hold(&self, draft: &str, holds: u32, at: &str) -> Result<(), DraftsError> {
        let sql = "UPDATE draft SET holds = ?2, changed_at = ?3
                   WHERE id = ?1 AND ?2 <= (SELECT count(*) FROM step WHERE draft = ?1)";
        match self.connection().execute(sql, (draft, holds, at))? {
            0 => Err(DraftsError::Gone),
            _ => Ok(()),
        }
    }

    /// All of a draft.
    ///
    /// # Errors
    /// [`DraftsError::Gone`] for an unknown draft.
    pub fn draft(&self, id: &str) -> Result<Draft, DraftsError> {
        let connection = self.connection();
        let sql = "SELECT name, origin, bytes, holds, changed_at FROM draft JOIN draft_bytes ON draft = id WHERE id = ?1";
        let mut draft = connection.query_row(sql, [id], |row| {
            Ok(Draft {
                name: row.get(0)?,
                origin: row.get(1)?,
                bytes: row.get(2)?,
                holds: row.get(3)?,
                changed_at: row.get(4)?,
                steps: Vec::new(),
            })
        })?;
        let mut statement = connection.prepare("SELECT step FROM step WHERE draft = ?1 ORDER BY position")?;
        draft.steps = statement.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(draft)
    }

    /// The drafts, the last changed first.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn list(&self) -> Result<Vec<Summary>, DraftsError> {
        let connection = self.connection();
        let sql = "SELECT id, name, rows, holds, changed_at FROM draft ORDER BY changed_at DESC, id";
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Summary {
                id: row.get(0)?,
                name: row.get(1)?,
                rows: row.get(2)?,
                holds: row.get(3)?,
                changed_at: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The draft of a file with these bytes, the last changed one where there are several.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn of_file(&self, sha256: &str) -> Result<Option<String>, DraftsError> {
        let sql = "SELECT id FROM draft WHERE sha256 = ?1 ORDER BY changed_at DESC LIMIT 1";
        Ok(self.connection().query_row(sql, [sha256], |row| row.get(0)).optional()?)
    }

    /// Forgets a draft with its bytes and steps. One that is not there is no error.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn discard(&self, id: &str) -> Result<(), DraftsError> {
        self.connection().execute("DELETE FROM draft WHERE id = ?1", [id])?;
        Ok(())
    }

    pub(crate) fn write<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, DraftsError>,
    ) -> Result<T, DraftsError> {
        let mut connection = self.connection();
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }

    pub(crate) fn connection(&self) -> MutexGuard<'_, Connection> {
        // A panic inside a transaction rolled it back: nothing is half-written.
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
