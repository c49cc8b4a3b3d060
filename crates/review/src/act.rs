//! Decisions, one act after another, and taking the last one back.

use crate::decision::{Decided, decide};
use crate::store::{count, place, still_open};
use crate::{Decision, ReviewError, Reviews};
use rusqlite::{Connection, OptionalExtension};

/// The act that would be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastAct {
    /// What was decided; nothing where a part came back with several.
    pub decision: Option<Decision>,
    /// Of how many people.
    pub people: u32,
    /// By whom.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
}

impl Reviews {
    /// Decides on people, as one act. A note of `None` leaves theirs as it is.
    ///
    /// # Errors
    /// [`ReviewError::NotReviewed`] if anybody is not part of the review, and nobody is decided on then;
    /// [`ReviewError::Finished`]; [`ReviewError::Gone`].
    pub fn decide(
        &self,
        review: &str,
        users: &[String],
        decision: Decision,
        note: Option<&str>,
        by: &str,
        at: &str,
    ) -> Result<(), ReviewError> {
        self.write(|connection| {
            still_open(connection, review)?;
            let mut places = users
                .iter()
                .map(|user| place(connection, review, user)?.ok_or(ReviewError::NotReviewed))
                .collect::<Result<Vec<u32>, _>>()?;
            places.sort_unstable();
            places.dedup();
            if places.is_empty() {
                return Ok(());
            }
            let number = begin(connection, review, Some(decision), count(places.len()), by, at)?;
            let decided = Decided { decision, note, by, at, within: None };
            places.iter().try_for_each(|n| decide(connection, review, number, *n, &decided))
        })
    }

    /// Takes the last act back: whoever it was about stands as before it.
    ///
    /// # Errors
    /// [`ReviewError::NothingToUndo`]; [`ReviewError::Finished`]; [`ReviewError::Gone`].
    pub fn undo(&self, review: &str) -> Result<LastAct, ReviewError> {
        self.write(|connection| {
            still_open(connection, review)?;
            let (number, act) = last(connection, review)?.ok_or(ReviewError::NothingToUndo)?;
            let part = returned_in(connection, review, number)?;
            let sql =
                "UPDATE person SET decision = was.decision, note = was.note, decided_by = was.decided_by,
                           decided_at = was.decided_at, decided_in = was.decided_in
                       FROM before AS was
                       WHERE was.review = ?1 AND was.number = ?2 AND person.review = ?1 AND person.n = was.n";
            connection.execute(sql, (review, number))?;
            connection.execute("DELETE FROM act WHERE review = ?1 AND number = ?2", (review, number))?;
            if let Some(part) = part {
                came_back_before(connection, review, &part)?;
            }
            Ok(act)
        })
    }

    /// The act that would be taken back, if there is any.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn last_act(&self, review: &str) -> Result<Option<LastAct>, ReviewError> {
        self.read(|connection| Ok(last(connection, review)?.map(|(_, act)| act)))
    }
}

/// Notes an act, and gives its number.
pub(crate) fn begin(
    connection: &Connection,
    review: &str,
    decision: Option<Decision>,
    people: u32,
    by: &str,
    at: &str,
) -> Result<u32, ReviewError> {
    let sql =
        "INSERT INTO act SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3, ?4, ?5 FROM act WHERE review = ?1
               RETURNING number";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row((review, decision, people, by, at), |row| row.get(0))?)
}

/// The part that came back in an act, if it was one that brought any back.
fn returned_in(connection: &Connection, review: &str, number: u32) -> Result<Option<String>, ReviewError> {
    let sql = "SELECT person.decided_in FROM before AS was JOIN person ON person.review = was.review AND person.n = was.n
               WHERE was.review = ?1 AND was.number = ?2 LIMIT 1";
    let found = connection.prepare_cached(sql)?.query_row((review, number), |row| row.get(0)).optional()?;
    Ok(found.flatten())
}

/// Notes when a part came back by the decisions that are left of it; of none, it did not.
fn came_back_before(connection: &Connection, review: &str, part: &str) -> Result<(), ReviewError> {
    let sql = "UPDATE hand_over SET returned_at = (
                   SELECT max(decided_at) FROM person WHERE review = ?1 AND decided_in = hand_over.id)
               WHERE id = ?2";
    connection.execute(sql, (review, part))?;
    Ok(())
}

fn last(connection: &Connection, review: &str) -> Result<Option<(u32, LastAct)>, ReviewError> {
    let sql =
        "SELECT number, decision, people, by, at FROM act WHERE review = ?1 ORDER BY number DESC LIMIT 1";
    let found = connection.prepare_cached(sql)?.query_row([review], |row| {
        let act = LastAct { decision: row.get(1)?, people: row.get(2)?, by: row.get(3)?, at: row.get(4)? };
        Ok((row.get(0)?, act))
    });
    Ok(found.optional()?)
}
