//! The tables, and which of the three shelves is meant.

use rollcall_store::Schema;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// The schema of a roster database. Each released version has a fixture in this crate's `fixtures`.
pub const SCHEMA: Schema = Schema {
    name: "roster",
    // "RcRo".
    application_id: 0x5263_526f,
    migrations: &[
        include_str!("schema/001.sql"),
        include_str!("schema/002.sql"),
        include_str!("schema/003.sql"),
        include_str!("schema/004.sql"),
        include_str!("schema/005.sql"),
        include_str!("schema/006.sql"),
    ],
};

/// One of the three sets of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shelf {
    A,
    B,
    C,
}

impl Shelf {
    /// A shelf that is free for a new list: neither the list's nor the held one's.
    pub(crate) fn beside(list: Option<Self>, held: Option<Self>) -> Self {
        let free = |shelf: &Self| list != Some(*shelf) && held != Some(*shelf);
        // Of three, two are taken at most.
        [Self::A, Self::B, Self::C].into_iter().find(free).unwrap_or(Self::C)
    }

    fn letter(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
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
            "c" => Ok(Self::C),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

impl ToSql for Shelf {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.letter().into())
    }
}
