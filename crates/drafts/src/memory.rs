//! What is remembered of earlier files: what their columns meant, and what values meant.

use crate::{Drafts, DraftsError};
use rusqlite::{OptionalExtension, Row};

/// What the columns of files of one shape meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// To forget it by.
    pub id: String,
    /// The shape, in the owner's words.
    pub shape: String,
    /// The file that it was last used for.
    pub file: String,
    /// The meaning, in the owner's words.
    pub columns: String,
    /// When it was last used, RFC 3339.
    pub used_at: String,
}

/// What a value meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// To forget it by.
    pub id: String,
    /// Where it stood, in the owner's words.
    pub field: String,
    /// The form by which values are compared.
    pub key: String,
    /// What stood there.
    pub found: String,
    /// What it means: an id of the platform.
    pub means: String,
    /// When it was last used, RFC 3339.
    pub used_at: String,
}

impl Drafts {
    /// Remembers what the columns of a shape mean, in place of what was known of that shape.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn remember_mapping(&self, mapping: &Mapping) -> Result<(), DraftsError> {
        let sql = "INSERT INTO mapping (id, shape, file, columns, used_at) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT (shape) DO UPDATE SET file = ?3, columns = ?4, used_at = ?5";
        let Mapping { id, shape, file, columns, used_at } = mapping;
        self.connection().execute(sql, [id, shape, file, columns, used_at])?;
        Ok(())
    }

    /// What is known of a shape.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn mapping_of(&self, shape: &str) -> Result<Option<Mapping>, DraftsError> {
        let sql = "SELECT id, shape, file, columns, used_at FROM mapping WHERE shape = ?1";
        Ok(self.connection().query_row(sql, [shape], mapping).optional()?)
    }

    /// Everything that is known of shapes, the last used first.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn mappings(&self) -> Result<Vec<Mapping>, DraftsError> {
        let connection = self.connection();
        let sql = "SELECT id, shape, file, columns, used_at FROM mapping ORDER BY used_at DESC, id";
        let mut statement = connection.prepare(sql)?;
        Ok(statement.query_map([], mapping)?.collect::<Result<_, _>>()?)
    }

    /// Remembers what a value means, in place of what it meant before.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn remember_answer(&self, answer: &Answer) -> Result<(), DraftsError> {
        let sql = "INSERT INTO answer (id, field, key, found, means, used_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT (field, key) DO UPDATE SET found = ?4, means = ?5, used_at = ?6";
        let Answer { id, field, key, found, means, used_at } = answer;
        self.connection().execute(sql, [id, field, key, found, means, used_at])?;
        Ok(())
    }

    /// Everything that is known of values, the last used first.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn answers(&self) -> Result<Vec<Answer>, DraftsError> {
        let connection = self.connection();
        let sql = "SELECT id, field, key, found, means, used_at FROM answer ORDER BY used_at DESC, id";
        let mut statement = connection.prepare(sql)?;
        let rows = statement.query_map([], |row| {
            Ok(Answer {
                id: row.get(0)?,
                field: row.get(1)?,
                key: row.get(2)?,
                found: row.get(3)?,
                means: row.get(4)?,
                used_at: row.get(5)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Forgets a mapping or an answer by its id. One that is not there is no error.
    ///
    /// # Errors
    /// [`DraftsError::Store`].
    pub fn forget(&self, id: &str) -> Result<(), DraftsError> {
        self.write(|connection| {
            connection.execute("DELETE FROM mapping WHERE id = ?1", [id])?;
            connection.execute("DELETE FROM answer WHERE id = ?1", [id])?;
            Ok(())
        })
    }
}

fn mapping(row: &Row<'_>) -> rusqlite::Result<Mapping> {
    Ok(Mapping {
        id: row.get(0)?,
        shape: row.get(1)?,
        file: row.get(2)?,
        columns: row.get(3)?,
        used_at: row.get(4)?,
    })
}
