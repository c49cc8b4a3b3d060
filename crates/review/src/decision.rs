//! What is decided of a person.

use crate::ReviewError;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// What is decided of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Decision {
    /// They keep what they hold.
    Keep,
    /// What they hold is to be taken away.
    Remove,
    /// Somebody has to be asked first.
    Ask,
}

impl Decision {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Keep, Self::Remove, Self::Ask];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Remove => "remove",
            Self::Ask => "ask",
        }
    }

    /// Reads a word, whatever its case and the blanks around it.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim();
        Self::ALL.into_iter().find(|decision| decision.as_str().eq_ignore_ascii_case(word))
    }
}

impl ToSql for Decision {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Decision {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::from_word(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}

/// How one person stands, as far as it is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decided<'a> {
    pub decision: Decision,
    /// None leaves the note as it is.
    pub note: Option<&'a str>,
    pub by: &'a str,
    pub at: &'a str,
    /// The hand-over that it came back in.
    pub within: Option<&'a str>,
}

/// Keeps how a person stands for the act `number`, and decides anew.
pub(crate) fn decide(
    connection: &rusqlite::Connection,
    review: &str,
    number: u32,
    n: u32,
    decided: &Decided<'_>,
) -> Result<(), ReviewError> {
    let keep = "INSERT INTO before SELECT review, ?2, n, decision, note, decided_by, decided_at, decided_in
                FROM person WHERE review = ?1 AND n = ?3";
    connection.prepare_cached(keep)?.execute((review, number, n))?;
    let write =
        "UPDATE person SET decision = ?3, note = coalesce(?4, note), decided_by = ?5, decided_at = ?6,
                     decided_in = ?7 WHERE review = ?1 AND n = ?2";
    let Decided { decision, note, by, at, within } = decided;
    connection.prepare_cached(write)?.execute((review, n, decision, note, by, at, within))?;
    Ok(())
}
