//! What a later list says of the people of a review that is not signed off.

use crate::store::{count, held, is_finished};
use crate::{Held, Person, ReviewError, Reviews};
use rusqlite::{Connection, params};
use std::collections::{HashMap, HashSet};

/// By which list a review is known, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The review's id.
    pub id: String,
    /// Whom it is about, in the owner's form.
    pub scope: String,
    /// What else was known at the start, in the owner's form.
    pub facts: String,
    /// Whether it is signed off.
    pub finished: bool,
    /// Only a list that was fetched after this says anything new: when the list was fetched that it was compared with
    /// or followed by last, or when it was signed off.
    pub since: String,
}

impl Reviews {
    /// Every review of a platform, without counting its people.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn known(&self, platform: &str) -> Result<Vec<Known>, ReviewError> {
        self.read(|connection| {
            // A list that was fetched before the end can't show what was done after it.
            let sql = "SELECT id, scope, facts, finished_at IS NOT NULL,
                              coalesce(followed_by, finished_at, compared_with)
                       FROM review WHERE platform = ?1 ORDER BY started_at, id";
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([platform], |row| {
                Ok(Known {
                    id: row.get(0)?,
                    scope: row.get(1)?,
                    facts: row.get(2)?,
                    finished: row.get(3)?,
                    since: row.get(4)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// The ids of everybody who is looked at.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn user_ids(&self, review: &str) -> Result<HashSet<String>, ReviewError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT user_id FROM person WHERE review = ?1")?;
            Ok(statement.query_map([review], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
    }

    /// Marks who changed or left by a complete list that was fetched at `fetched_at`, in which everybody of the review
    /// who is still listed is in `now`, and keeps who came into the scope. What an earlier list said is forgotten:
    /// whoever is again as at the start is not marked. A review that is signed off meanwhile stays as it is.
    ///
    /// # Errors
    /// [`ReviewError::Gone`]; [`ReviewError::Store`], and all stays as it was.
    pub fn compare(
        &self,
        review: &str,
        fetched_at: &str,
        now: &HashMap<String, Held>,
        appeared: &[Person],
    ) -> Result<(), ReviewError> {
        self.write(|connection| {
            if is_finished(connection, review)? {
                return Ok(());
            }
            mark(connection, review, now)?;
            connection.execute("DELETE FROM appeared WHERE review = ?1", [review])?;
            let sql = "INSERT INTO appeared (review, n, user_id, search, held) VALUES (?1, ?2, ?3, ?4, ?5)";
            let mut insert = connection.prepare_cached(sql)?;
            for (n, person) in appeared.iter().enumerate() {
                insert.execute(params![
                    review,
                    count(n),
                    person.user_id,
                    person.search,
                    person.held.stored()?
                ])?;
            }
            connection.execute("UPDATE review SET compared_with = ?2 WHERE id = ?1", [review, fetched_at])?;
            Ok(())
        })
    }
}

fn mark(connection: &Connection, review: &str, now: &HashMap<String, Held>) -> Result<(), ReviewError> {
    connection.execute(
        "UPDATE person SET since = NULL, now = NULL WHERE review = ?1 AND since IS NOT NULL",
        [review],
    )?;
    let mut marks: Vec<(u32, &str, Option<String>)> = Vec::new();
    let mut statement = connection.prepare_cached("SELECT n, user_id, held FROM person WHERE review = ?1")?;
    let mut rows = statement.query([review])?;
    while let Some(row) = rows.next()? {
        let user: String = row.get(1)?;
        match now.get(&user) {
            None => marks.push((row.get(0)?, "left", None)),
            Some(now) if !held(row, 2)?.changes(now).is_empty() => {
                marks.push((row.get(0)?, "changed", Some(now.stored()?)));
            }
            Some(_) => {}
        }
    }
    let sql = "UPDATE person SET since = ?3, now = ?4 WHERE review = ?1 AND n = ?2";
    let mut write = connection.prepare_cached(sql)?;
    for (n, since, now) in marks {
        write.execute((review, n, since, now))?;
    }
    Ok(())
}
