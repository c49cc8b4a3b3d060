//! A review as a whole: started, listed, signed off, discarded.

use crate::person::{Person, roster_hash};
use crate::store::{count, is_finished, still_open};
use crate::{Held, ReviewError, Reviews};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A review as it begins.
#[derive(Clone, Copy, Debug)]
pub struct NewReview<'a> {
    /// Its id; not used before.
    pub id: &'a str,
    /// Whom it is about, in the owner's form. Two reviews of the same text are repetitions of one another.
    pub scope: &'a str,
    /// The same in words.
    pub words: &'a str,
    /// Which platform, and which part of it, the list was of.
    pub platform: &'a str,
    /// What else was known at the start, in the owner's form.
    pub facts: &'a str,
    /// Who looks, as typed.
    pub reviewer: &'a str,
    /// The reviewer's address, as typed.
    pub reviewer_email: Option<&'a str>,
    /// The time, RFC 3339.
    pub at: &'a str,
    /// When the list that it rests on was fetched.
    pub fetched_at: &'a str,
    /// After how many months it is to be done again. 0: never. Absent: as the review that it repeats.
    pub repeat_months: Option<u32>,
}

/// A review without its people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its id.
    pub id: String,
    /// Whom it is about, in the owner's form.
    pub scope: String,
    /// The same in words.
    pub words: String,
    /// Which platform, and which part of it, the list was of.
    pub platform: String,
    /// What else was known at the start, in the owner's form.
    pub facts: String,
    /// Who looks, as typed.
    pub reviewer: String,
    /// The reviewer's address, as typed.
    pub reviewer_email: Option<String>,
    /// When it was started, RFC 3339.
    pub started_at: String,
    /// When the list that it rests on was fetched.
    pub fetched_at: String,
    /// See [`roster_hash`].
    pub roster_hash: String,
    /// The review of the same scope that was signed off before this one began.
    pub previous: Option<String>,
    /// After how many months it is to be done again.
    pub repeat_months: Option<u32>,
    /// Whether a later review of the same scope was started.
    pub repeated: bool,
    /// When the list was fetched by which people are marked as changed or left.
    pub compared_with: String,
    /// Who signed it off.
    pub finished: Option<SignedOff>,
    /// When the list was fetched by which the removals were followed last.
    pub followed_by: Option<String>,
    /// People in it.
    pub counts: Counts,
}

/// The end of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedOff {
    /// The name that was typed.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
    /// People who stayed undecided.
    pub undecided: u32,
}

/// People of a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// All who are looked at.
    pub people: u32,
    /// Nothing is decided of them.
    pub undecided: u32,
    /// They keep what they hold.
    pub keep: u32,
    /// What they hold is to be taken away.
    pub remove: u32,
    /// Somebody has to be asked first.
    pub ask: u32,
    /// They hold something else now, or are called otherwise.
    pub changed: u32,
    /// They are no longer listed.
    pub left: u32,
    /// The reviewer's own account, or the one that reads the list.
    pub own: u32,
    /// They are undecided and were given to somebody else.
    pub handed_over: u32,
    /// They came into the scope after the start. They are not among `people`.
    pub appeared: u32,
}

const COLUMNS: &str = "id, scope, words, platform, facts, reviewer, reviewer_email, started_at, fetched_at, \
    roster_hash, previous, repeat_months, compared_with, finished_by, finished_at, finished_undecided, followed_by, \
    EXISTS (SELECT 1 FROM review AS later WHERE later.previous = review.id)";

impl Reviews {
    /// Starts a review of these people, in their order. The review of the same scope that was signed off last is
    /// the one that it repeats.
    ///
    /// # Errors
    /// [`ReviewError::Nobody`]; [`ReviewError::Store`], and nothing of it is kept then.
    pub fn start(&self, new: &NewReview<'_>, people: &[Person]) -> Result<(), ReviewError> {
        if people.is_empty() {
            return Err(ReviewError::Nobody);
        }
        let hash = roster_hash(people.iter().map(|person| (person.user_id.as_str(), &person.held)))?;
        self.write(|connection| {
            let previous = previous(connection, new)?;
            let (before, months) = previous.map_or((None, None), |(id, months)| (Some(id), months));
            let sql =
                "INSERT INTO review (id, scope, words, platform, facts, reviewer, reviewer_email, started_at,
                           fetched_at, roster_hash, previous, repeat_months, compared_with)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?9)";
            connection.execute(
                sql,
                params![
                    new.id,
                    new.scope,
                    new.words,
                    new.platform,
                    new.facts,
                    new.reviewer,
                    new.reviewer_email,
                    new.at,
                    new.fetched_at,
                    hash,
                    before,
                    new.repeat_months.map_or(months, |months| (months > 0).then_some(months)),
                ],
            )?;
            freeze(connection, new.id, people)
        })
    }

    /// The reviews, the last started first.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn list(&self) -> Result<Vec<Review>, ReviewError> {
        self.read(|connection| {
            let sql = format!("SELECT {COLUMNS} FROM review ORDER BY started_at DESC, id");
            let mut statement = connection.prepare_cached(&sql)?;
            let mut all: Vec<Review> = statement.query_map([], read)?.collect::<Result<_, _>>()?;
            for review in &mut all {
                review.counts = counts(connection, &review.id)?;
            }
            Ok(all)
        })
    }

    /// One review.
    ///
    /// # Errors
    /// [`ReviewError::Gone`] for an unknown one.
    pub fn review(&self, id: &str) -> Result<Review, ReviewError> {
        self.read(|connection| {
            let sql = format!("SELECT {COLUMNS} FROM review WHERE id = ?1");
            let mut review = connection.prepare_cached(&sql)?.query_row([id], read)?;
            review.counts = counts(connection, id)?;
            Ok(review)
        })
    }

    /// What else was known when a review started, in the owner's form: without counting its people.
    ///
    /// # Errors
    /// [`ReviewError::Gone`] for an unknown one.
    pub fn facts(&self, id: &str) -> Result<String, ReviewError> {
        self.read(|connection| {
            let mut statement = connection.prepare_cached("SELECT facts FROM review WHERE id = ?1")?;
            Ok(statement.query_row([id], |row| row.get(0))?)
        })
    }

    /// Signs a review off. Nothing in it changes after that.
    ///
    /// # Errors
    /// [`ReviewError::Undecided`] where people are undecided, unless `undecided` is exactly as many;
    /// [`ReviewError::Finished`]; [`ReviewError::Gone`].
    pub fn finish(&self, id: &str, by: &str, undecided: u32, at: &str) -> Result<(), ReviewError> {
        self.write(|connection| {
            still_open(connection, id)?;
            let left = counts(connection, id)?.undecided;
            if left != undecided {
                return Err(ReviewError::Undecided(left));
            }
            let sql =
                "UPDATE review SET finished_by = ?2, finished_at = ?3, finished_undecided = ?4 WHERE id = ?1";
            connection.execute(sql, (id, by, at, left))?;
            // What came before can't be taken back any more.
            connection.execute("DELETE FROM act WHERE review = ?1", [id])?;
            Ok(())
        })
    }

    /// Says after how many months a review is to be done again; none for never. The one thing that may be said of a
    /// review that is signed off: it is about the next one.
    ///
    /// # Errors
    /// [`ReviewError::Gone`] for an unknown one.
    pub fn set_repeat(&self, id: &str, months: Option<u32>) -> Result<(), ReviewError> {
        self.write(|connection| {
            let sql = "UPDATE review SET repeat_months = ?2 WHERE id = ?1";
            match connection.execute(sql, (id, months))? {
                0 => Err(ReviewError::Gone),
                _ => Ok(()),
            }
        })
    }

    /// Forgets a review that is not signed off, with everything in it.
    ///
    /// # Errors
    /// [`ReviewError::Finished`]; [`ReviewError::Gone`].
    pub fn discard(&self, id: &str) -> Result<(), ReviewError> {
        self.write(|connection| {
            match is_finished(connection, id)? {
                true => return Err(ReviewError::Finished),
                false => connection.execute("DELETE FROM review WHERE id = ?1", [id])?,
            };
            Ok(())
        })
    }

    /// Whether the people are still those that the review started with.
    ///
    /// # Errors
    /// [`ReviewError::Altered`] if not.
    pub fn verify(&self, id: &str) -> Result<(), ReviewError> {
        let (people, hash) = self.read(|connection| {
            let mut statement = connection.prepare("SELECT user_id, held FROM person WHERE review = ?1")?;
            let rows = statement.query_map([id], |row| Ok((row.get(0)?, crate::store::held(row, 1)?)))?;
            let people: Vec<(String, Held)> = rows.collect::<Result<_, _>>()?;
            let sql = "SELECT roster_hash FROM review WHERE id = ?1";
            let hash: String = connection.query_row(sql, [id], |row| row.get(0))?;
            Ok((people, hash))
        })?;
        match roster_hash(people.iter().map(|(id, held)| (id.as_str(), held)))? == hash {
            true => Ok(()),
            false => Err(ReviewError::Altered),
        }
    }
}

/// The review of the same scope that was signed off last, and after how many months it is to be repeated.
fn previous(
    connection: &Connection,
    new: &NewReview<'_>,
) -> Result<Option<(String, Option<u32>)>, ReviewError> {
    let sql =
        "SELECT id, repeat_months FROM review WHERE scope = ?1 AND platform = ?2 AND finished_at IS NOT NULL
               ORDER BY finished_at DESC, id LIMIT 1";
    let found = connection.query_row(sql, [new.scope, new.platform], |row| Ok((row.get(0)?, row.get(1)?)));
    Ok(found.optional()?)
}

fn freeze(connection: &Connection, review: &str, people: &[Person]) -> Result<(), ReviewError> {
    let sql = "INSERT INTO person (review, n, user_id, search, held, own, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, '')";
    let mut insert = connection.prepare_cached(sql)?;
    for (n, person) in people.iter().enumerate() {
        let held = person.held.stored()?;
        insert.execute((review, count(n), &person.user_id, &person.search, held, person.own))?;
    }
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Review> {
    let by: Option<String> = row.get(13)?;
    let finished = match by {
        Some(by) => Some(SignedOff { by, at: row.get(14)?, undecided: row.get(15)? }),
        None => None,
    };
    Ok(Review {
        id: row.get(0)?,
        scope: row.get(1)?,
        words: row.get(2)?,
        platform: row.get(3)?,
        facts: row.get(4)?,
        reviewer: row.get(5)?,
        reviewer_email: row.get(6)?,
        started_at: row.get(7)?,
        fetched_at: row.get(8)?,
        roster_hash: row.get(9)?,
        previous: row.get(10)?,
        repeat_months: row.get(11)?,
        compared_with: row.get(12)?,
        finished,
        followed_by: row.get(16)?,
        repeated: row.get(17)?,
        counts: Counts::default(),
    })
}

fn counts(connection: &Connection, review: &str) -> Result<Counts, ReviewError> {
    // Each is answered by an index alone.
    let count = |condition: &str| {
        let sql = format!("SELECT count(*) FROM person WHERE review = ?1 AND {condition}");
        connection.prepare_cached(&sql)?.query_row([review], |row| row.get::<_, u32>(0))
    };
    let appeared = "SELECT count(*) FROM appeared WHERE review = ?1";
    Ok(Counts {
        people: count("n >= 0")?,
        undecided: count("decision IS NULL")?,
        keep: count("decision = 'keep'")?,
        remove: count("decision = 'remove'")?,
        ask: count("decision = 'ask'")?,
        changed: count("since = 'changed'")?,
        left: count("since = 'left'")?,
        own: count("own = 1")?,
        handed_over: count("hand_over IS NOT NULL AND decision IS NULL")?,
        appeared: connection.prepare_cached(appeared)?.query_row([review], |row| row.get(0))?,
    })
}
