//! Rows of a run a part at a time, however many there are: all of them, or those that invited somebody. Between two
//! parts the journal is free, so that whoever sends never waits for a slow disk.

use super::read::{key_of, run_row};
use super::{Journal, JournalError, invitation};
use crate::run::{RunId, RunRow};
use rollcall_core::Invitation;
use rusqlite::{Row, params};

/// A row that invited somebody: by the platform's own answer, by a list, or by a person's word that it went through.
pub(super) const INVITED: &str =
    "(x.state IN ('confirmed', 'confirmed-by-list') OR (x.state = 'resolved' AND x.code = 'done'))";

impl Journal {
    /// The next rows of a run by number, after the row `after` (0 for the first part), at most `limit`.
    ///
    /// # Errors
    /// [`JournalError::NoSuchRun`], or what the database says.
    pub fn rows_after(&self, id: &RunId, after: u32, limit: u32) -> Result<Vec<RunRow>, JournalError> {
        let sql = "SELECT * FROM rows WHERE run = ?1 AND row > ?2 ORDER BY row LIMIT ?3";
        self.part(sql, id, after, limit, run_row)
    }

    /// The next people whom a run invited, as [`Self::rows_after`] gives rows: the row's number, what was sent, and when
    /// a run on this platform invited them last, this one or a later one (RFC 3339).
    ///
    /// # Errors
    /// [`JournalError::NoSuchRun`], or what the database says.
    pub fn invited_after(
        &self,
        id: &RunId,
        after: u32,
        limit: u32,
    ) -> Result<Vec<(u32, Invitation, String)>, JournalError> {
        let of = |alias: &str| INVITED.replace("x.", &format!("{alias}."));
        let sql = format!(
            "SELECT r.row, r.invitation, r.wall, (SELECT max(l.wall) FROM rows AS l JOIN runs AS m ON m.key = l.run \
             WHERE l.canonical = r.canonical AND m.platform = n.platform AND {}) AS last \
             FROM rows AS r JOIN runs AS n ON n.key = r.run \
             WHERE r.run = ?1 AND r.row > ?2 AND r.invitation IS NOT NULL AND {} ORDER BY r.row LIMIT ?3",
            of("l"),
            of("r")
        );
        self.part(&sql, id, after, limit, |row| {
            let sent = invitation::from_json(&row.get::<_, String>("invitation")?)?;
            let last: Option<String> = row.get("last")?;
            Ok((row.get("row")?, sent, last.map_or_else(|| row.get("wall"), Ok)?))
        })
    }

    fn part<T>(
        &self,
        sql: &str,
        id: &RunId,
        after: u32,
        limit: u32,
        read: impl Fn(&Row<'_>) -> Result<T, JournalError>,
    ) -> Result<Vec<T>, JournalError> {
        self.read(|transaction| {
            let key = key_of(transaction, id)?;
            let mut statement = transaction.prepare_cached(sql)?;
            let mut found = statement.query(params![key, after, limit])?;
            let mut rows = Vec::new();
            while let Some(row) = found.next()? {
                rows.push(read(row)?);
            }
            Ok(rows)
        })
    }
}
