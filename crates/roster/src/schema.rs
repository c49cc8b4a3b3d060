//! The tables, and which of the two shelves is meant.

use rollcall_store::Schema;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// The schema of a roster database. Each released version has a fixture in this crate's `fixtures`.
pub const SCHEMA: Schema = Schema {
    name: "roster",
    // "RcRo".
    application_id: 0x5263_526f,
    migrations: &[include_str!("schema/001.sql")],
};

/// One of the two sets of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shelf {
    A,
    B,
}

impl Shelf {
    pub(crate) fn other(self) -> Self {
        match self {
            Self::A => Self::B,
            Self::B => Self::A,
        }
    }

    fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
        }
    }

    /// SQL for this shelf: `$` stands for its letter.
    pub(crate) fn sql(self, template: &str) -> String {
        template.replace('$', self.letter())
    }
}

impl FromSql for Shelf {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "a" => Ok(Self::A),
            "b" => Ok(Self::B),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Shelf {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.letter().into())
    }
}
