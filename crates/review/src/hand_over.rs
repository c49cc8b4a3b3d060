//! A part of a review that is given to somebody else, and what comes back.

use crate::act::begin;
use crate::decision::{Decided, decide};
use crate::store::{count, held, place, still_open};
use crate::{Decision, Held, ReviewError, Reviews};
use rusqlite::{Connection, OptionalExtension};

/// Which undecided people are handed over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandOverPeople {
    /// Exactly these; empty is everybody.
    pub users: Vec<String>,
    /// Of these organizations; empty is any.
    pub organizations: Vec<String>,
}

/// A part that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// Its id: the file says it again when it comes back.
    pub id: String,
    /// The review.
    pub review: String,
    /// Whom it was given to, as typed.
    pub to: String,
    /// When, RFC 3339.
    pub at: String,
    /// People in it.
    pub people: u32,
    /// Those whose decision came back with it.
    pub came_back: u32,
    /// Those who are still undecided and in nobody else's hands.
    pub open: u32,
    /// When something was last taken from it and not given up again, RFC 3339.
    pub returned_at: Option<String>,
}

/// Somebody in a part that was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedPerson {
    /// The platform's id.
    pub user_id: String,
    /// What they held when the review started.
    pub held: Held,
    /// What was noted so far.
    pub note: String,
}

/// A decision that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return<'a> {
    /// The platform's id.
    pub user_id: &'a str,
    /// What.
    pub decision: Decision,
    /// The note; nothing where it is not said, and it stays as it is then.
    pub note: Option<&'a str>,
}

/// Why a decision that came back was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// This person is not in the part.
    NotHanded,
    /// This person was handed to somebody else since.
    HandedOn,
    /// Somebody decided in the meantime.
    DecidedMeanwhile,
}

/// What was taken of a part that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Decisions that were taken.
    pub taken: u32,
    /// Decisions that stood so already.
    pub same: u32,
    /// Those that were not: their place among what came back, and why.
    pub refused: Vec<(usize, Refused)>,
}

impl Reviews {
    /// How many people [`Reviews::hand_over`] would hand over now.
    ///
    /// # Errors
    /// As [`Reviews::hand_over`].
    pub fn can_be_handed_over(&self, review: &str, whom: &HandOverPeople) -> Result<u32, ReviewError> {
        self.read(|connection| Ok(count(open_places(connection, review, whom)?.len())))
    }

    /// Hands the undecided people among these to somebody. Whoever was handed over before is in these hands now.
    ///
    /// # Errors
    /// [`ReviewError::NobodyToHandOver`]; [`ReviewError::NotReviewed`]; [`ReviewError::Finished`];
    /// [`ReviewError::Gone`]. Nothing is handed over then.
    pub fn hand_over(
        &self,
        id: &str,
        review: &str,
        whom: &HandOverPeople,
        to: &str,
        at: &str,
    ) -> Result<u32, ReviewError> {
        self.write(|connection| {
            let places = open_places(connection, review, whom)?;
            let sql = "INSERT INTO hand_over (id, review, handed_to, at) VALUES (?1, ?2, ?3, ?4)";
            connection.execute(sql, (id, review, to, at))?;
            let mut note = connection.prepare_cached("INSERT INTO handed VALUES (?1, ?2)")?;
            let sql = "UPDATE person SET hand_over = ?1 WHERE review = ?2 AND n = ?3";
            let mut give = connection.prepare_cached(sql)?;
            for n in &places {
                note.execute((id, n))?;
                give.execute((id, review, n))?;
            }
            Ok(count(places.len()))
        })
    }

    /// Takes a hand-over back of which no file was made: as if it had never been.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn never_handed_over(&self, id: &str) -> Result<(), ReviewError> {
        self.write(|connection| {
            // Whoever was in other hands before is in those of the newest part that holds them.
            let sql = "UPDATE person SET hand_over = (
                           SELECT hand_over.id FROM handed JOIN hand_over ON hand_over.id = handed.hand_over
                           WHERE hand_over.review = person.review AND handed.n = person.n AND hand_over.id <> ?1
                           ORDER BY hand_over.at DESC, hand_over.id LIMIT 1)
                       WHERE hand_over = ?1";
            connection.execute(sql, [id])?;
            connection.execute("DELETE FROM hand_over WHERE id = ?1", [id])?;
            Ok(())
        })
    }

    /// The parts of a review that were handed over, the last one first.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn hand_overs(&self, review: &str) -> Result<Vec<HandOver>, ReviewError> {
        self.read(|connection| {
            let sql = format!("{HAND_OVER} WHERE h.review = ?1 ORDER BY at DESC, id");
            let mut statement = connection.prepare_cached(&sql)?;
            Ok(statement.query_map([review], read)?.collect::<Result<_, _>>()?)
        })
    }

    /// One part that was handed over.
    ///
    /// # Errors
    /// [`ReviewError::NoHandOver`] for an unknown one.
    pub fn hand_over_of(&self, id: &str) -> Result<HandOver, ReviewError> {
        self.read(|connection| one(connection, id))
    }

    /// Who is in a part that was handed over, in the review's order.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn handed(&self, id: &str) -> Result<Vec<HandedPerson>, ReviewError> {
        self.read(|connection| {
            let sql =
                "SELECT user_id, held, note FROM handed JOIN hand_over ON hand_over.id = handed.hand_over
                       JOIN person ON person.review = hand_over.review AND person.n = handed.n
                       WHERE hand_over.id = ?1 ORDER BY handed.n";
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map([id], |row| {
                Ok(HandedPerson { user_id: row.get(0)?, held: held(row, 1)?, note: row.get(2)? })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Takes decisions of a part that came back, under the name that it was given to, as one act. Only who is in the
    /// part, in nobody else's hands, and not decided on otherwise meanwhile, is taken.
    ///
    /// # Errors
    /// [`ReviewError::NoHandOver`]; [`ReviewError::Finished`]. Nothing is taken then.
    pub fn take_back(&self, id: &str, returns: &[Return<'_>], at: &str) -> Result<Taken, ReviewError> {
        self.write(|connection| {
            let part = one(connection, id)?;
            still_open(connection, &part.review)?;
            let (mut taken, mut places) = (Taken::default(), Vec::new());
            for (index, back) in returns.iter().enumerate() {
                match judge(connection, &part, back)? {
                    Judged::Take(n) => places.push((n, back)),
                    Judged::Same => taken.same += 1,
                    Judged::Refuse(why) => taken.refused.push((index, why)),
                }
            }
            taken.taken = count(places.len());
            if !places.is_empty() {
                let number = begin(connection, &part.review, None, taken.taken, &part.to, at)?;
                for (n, back) in places {
                    let Return { decision, note, .. } = *back;
                    let decided = Decided { decision, note, by: &part.to, at, within: Some(id) };
                    decide(connection, &part.review, number, n, &decided)?;
                }
                connection.execute("UPDATE hand_over SET returned_at = ?2 WHERE id = ?1", (id, at))?;
            }
            Ok(taken)
        })
    }
}

enum Judged {
    Take(u32),
    Same,
    Refuse(Refused),
}

fn judge(connection: &Connection, part: &HandOver, back: &Return<'_>) -> Result<Judged, ReviewError> {
    let sql = "SELECT person.n, person.hand_over, decision, note, decided_in FROM person
               JOIN handed ON handed.hand_over = ?1 AND handed.n = person.n
               WHERE review = ?2 AND user_id = ?3";
    type Found = (u32, Option<String>, Option<Decision>, String, Option<String>);
    let found: Option<Found> = connection
        .prepare_cached(sql)?
        .query_row((&part.id, &part.review, back.user_id), |row| row.try_into())
        .optional()?;
    let Some((n, hands, decision, note, within)) = found else {
        return Ok(Judged::Refuse(Refused::NotHanded));
    };
    let own = within.as_deref() == Some(&part.id);
    Ok(match decision {
        _ if hands.as_deref() != Some(&part.id) => Judged::Refuse(Refused::HandedOn),
        Some(_) if !own => Judged::Refuse(Refused::DecidedMeanwhile),
        Some(decision) if decision == back.decision && back.note.is_none_or(|said| said == note) => {
            Judged::Same
        }
        _ => Judged::Take(n),
    })
}

const HAND_OVER: &str = "SELECT h.id, h.review, h.handed_to, h.at, h.returned_at,
    (SELECT count(*) FROM handed WHERE handed.hand_over = h.id),
    (SELECT count(*) FROM handed JOIN person ON person.review = h.review AND person.n = handed.n
     WHERE handed.hand_over = h.id AND person.decided_in = h.id),
    (SELECT count(*) FROM person WHERE review = h.review AND hand_over = h.id AND decision IS NULL)
    FROM hand_over AS h";

fn one(connection: &Connection, id: &str) -> Result<HandOver, ReviewError> {
    let sql = format!("{HAND_OVER} WHERE h.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id], read).optional()?;
    found.ok_or(ReviewError::NoHandOver)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<HandOver> {
    Ok(HandOver {
        id: row.get(0)?,
        review: row.get(1)?,
        to: row.get(2)?,
        at: row.get(3)?,
        returned_at: row.get(4)?,
        people: row.get(5)?,
        came_back: row.get(6)?,
        open: row.get(7)?,
    })
}

/// The places of those who can be handed over: at least one.
fn open_places(
    connection: &Connection,
    review: &str,
    whom: &HandOverPeople,
) -> Result<Vec<u32>, ReviewError> {
    still_open(connection, review)?;
    let places = undecided(connection, review, whom)?;
    if places.is_empty() { Err(ReviewError::NobodyToHandOver) } else { Ok(places) }
}

/// The places of the undecided people among those who are meant.
fn undecided(connection: &Connection, review: &str, whom: &HandOverPeople) -> Result<Vec<u32>, ReviewError> {
    let mut named = Vec::new();
    for user in &whom.users {
        named.push(place(connection, review, user)?.ok_or(ReviewError::NotReviewed)?);
    }
    named.sort_unstable();
    let organizations = serde_json::to_string(&whom.organizations)?;
    let sql = "SELECT n FROM person WHERE review = ?1 AND decision IS NULL
                 AND (?2 = '[]' OR EXISTS (SELECT 1 FROM json_each(held, '$.organizations') AS o
                                           WHERE o.value ->> 'id' IN (SELECT value FROM json_each(?2))))
               ORDER BY n";
    let mut statement = connection.prepare_cached(sql)?;
    let all = statement.query_map((review, organizations), |row| row.get(0))?;
    let all: Vec<u32> = all.collect::<Result<_, _>>()?;
    let meant = |n: &u32| whom.users.is_empty() || named.binary_search(n).is_ok();
    Ok(all.into_iter().filter(meant).collect())
}
