//! What the journal knows of people, whatever run it was: for a list that shows everybody.

use super::invited::INVITED;
use super::read::{last_seq, run_row};
use super::{Journal, JournalError, Mark};
use crate::run::{InvitedLast, RunId, RunOfPerson};
use rollcall_core::CanonicalEmail;
use rusqlite::params;

/// Runs of one person that are shown, the newest: nobody is invited as often.
const MOST_RUNS: u32 = 100;

impl Journal {
    /// The runs that were to invite somebody, newest first, each with the row that carried the invitation.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn runs_of(&self, person: &CanonicalEmail) -> Result<Vec<RunOfPerson>, JournalError> {
        self.read(|transaction| {
            let mut statement = transaction.prepare_cached(
                "SELECT r.*, n.id, n.title, n.wall AS started FROM rows AS r JOIN runs AS n ON n.key = r.run \
                 WHERE r.canonical = ?1 AND r.invitation IS NOT NULL ORDER BY r.run DESC, r.row LIMIT ?2",
            )?;
            let mut found = statement.query(params![person.as_str(), MOST_RUNS])?;
            let mut runs = Vec::new();
            while let Some(row) = found.next()? {
                runs.push(RunOfPerson {
                    run: RunId(row.get("id")?),
                    title: row.get("title")?,
                    started_at: row.get("started")?,
                    row: run_row(row)?,
                });
            }
            Ok(runs)
        })
    }

    /// Everybody whom runs invited, once for each platform and run; of those alone who moved since `after`, where that is
    /// given. The mark is what to ask from the next time.
    ///
    /// # Errors
    /// [`JournalError`].
    pub fn invited_since(&self, after: Option<Mark>) -> Result<(Mark, Vec<InvitedLast>), JournalError> {
        self.read(|transaction| {
            let mark = Mark(last_seq(transaction)?);
            if after == Some(mark) {
                return Ok((mark, Vec::new()));
            }
            let moved = match after {
                // By their place in the events: a long journal is not walked for the last few.
                Some(_) => "JOIN events AS e ON e.run = x.run AND e.row = x.row AND e.seq > ?1",
                None => "WHERE ?1 IS NULL",
            };
            let and = if after.is_some() { "WHERE" } else { "AND" };
            let sql = format!(
                "SELECT DISTINCT x.canonical, x.wall, n.platform FROM rows AS x JOIN runs AS n ON n.key = x.run {moved} \
                 {and} x.canonical IS NOT NULL AND {INVITED}"
            );
            let mut statement = transaction.prepare_cached(&sql)?;
            let mut found = statement.query([after.map(|mark| mark.0)])?;
            let mut people = Vec::new();
            while let Some(row) = found.next()? {
                people.push(InvitedLast {
                    person: CanonicalEmail::of_listed(&row.get::<_, String>(0)?),
                    at: row.get(1)?,
                    platform: row.get(2)?,
                });
            }
            Ok((mark, people))
        })
    }
}
