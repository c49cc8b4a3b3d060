//! What became of the removals of a review that is signed off.

use crate::person::ids;
use crate::store::{held, held_if_any, is_finished};
use crate::{Decision, Held, LARGEST_WINDOW, ReviewError, Reviews};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use std::collections::HashMap;

/// How somebody stands who was to be removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stands {
    /// No account of this id or address is listed.
    Gone,
    /// The account is blocked.
    Blocked,
    /// The account is there and lacks at least one role that it had.
    Partly,
    /// The account is there with all the roles that it had.
    StillThere,
    /// The account is gone, and another one has its address.
    AnotherAccount,
}

impl Stands {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::Gone, Self::Blocked, Self::Partly, Self::StillThere, Self::AnotherAccount];

    /// Its word.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Blocked => "blocked",
            Self::Partly => "partly",
            Self::StillThere => "still-there",
            Self::AnotherAccount => "another-account",
        }
    }
}

impl ToSql for Stands {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for Stands {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = value.as_str()?;
        Self::ALL.into_iter().find(|stands| stands.as_str() == word).ok_or(FromSqlError::InvalidType)
    }
}

/// How somebody stands who held `then` and was to be removed: by the same account in a later list, or by another
/// one of the same address.
pub fn stands(then: &Held, account: Option<&Held>, same_address: Option<&Held>) -> Stands {
    let Some(now) = account else {
        return if same_address.is_some() { Stands::AnotherAccount } else { Stands::Gone };
    };
    let has = ids(&now.roles);
    // The word that the owner of the list has for it; this room knows words only.
    if now.state == "Blocked" {
        Stands::Blocked
    } else if ids(&then.roles).iter().any(|role| !has.contains(role)) {
        Stands::Partly
    } else {
        Stands::StillThere
    }
}

/// What a list says of the removals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// When the list was fetched; absent before the first one after the end.
    pub as_of: Option<String>,
    /// Removals by how they stand; all five are there.
    pub counts: HashMap<Stands, u32>,
    /// Removals in all.
    pub removals: u32,
}

/// A window of removals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowWindow {
    /// Removals that match.
    pub total: u32,
    /// Those from the offset on.
    pub rows: Vec<FollowRow>,
}

/// Somebody who was to be removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowRow {
    /// The platform's id.
    pub user_id: String,
    /// What they held when the review started.
    pub then: Held,
    /// What they, or the other account, hold now.
    pub now: Option<Held>,
    /// The note on the decision.
    pub note: String,
    /// How they stand; nothing before the first list after the end.
    pub stands: Option<Stands>,
}

impl Reviews {
    /// Everybody who was to be removed: id and what they held.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn removals(&self, review: &str) -> Result<Vec<(String, Held)>, ReviewError> {
        self.read(|connection| {
            let sql = "SELECT user_id, held FROM person WHERE review = ?1 AND decision = ?2 ORDER BY n";
            let mut statement = connection.prepare_cached(sql)?;
            let rows =
                statement.query_map((review, Decision::Remove), |row| Ok((row.get(0)?, held(row, 1)?)))?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }

    /// Keeps how the removals stand by a complete list that was fetched at `fetched_at`, in place of what an earlier
    /// one said.
    ///
    /// # Errors
    /// [`ReviewError::NotFinished`]; [`ReviewError::Gone`].
    pub fn follow(
        &self,
        review: &str,
        fetched_at: &str,
        found: &[(String, Stands, Option<Held>)],
    ) -> Result<(), ReviewError> {
        self.write(|connection| {
            if !is_finished(connection, review)? {
                return Err(ReviewError::NotFinished);
            }
            connection.execute("DELETE FROM follow WHERE review = ?1", [review])?;
            let sql = "INSERT INTO follow SELECT review, n, ?3, ?4 FROM person
                       WHERE review = ?1 AND user_id = ?2 AND decision = 'remove'";
            let mut insert = connection.prepare_cached(sql)?;
            for (user, stands, now) in found {
                let now = now.as_ref().map(Held::stored).transpose()?;
                insert.execute((review, user, stands, now))?;
            }
            connection.execute("UPDATE review SET followed_by = ?2 WHERE id = ?1", [review, fetched_at])?;
            Ok(())
        })
    }

    /// How the removals stand, counted.
    ///
    /// # Errors
    /// [`ReviewError::Gone`] for an unknown review.
    pub fn follow_up(&self, review: &str) -> Result<FollowUp, ReviewError> {
        self.read(|connection| {
            let sql = "SELECT followed_by FROM review WHERE id = ?1";
            let as_of = connection.prepare_cached(sql)?.query_row([review], |row| row.get(0))?;
            let mut counts: HashMap<Stands, u32> = Stands::ALL.into_iter().map(|one| (one, 0)).collect();
            let sql = "SELECT stands, count(*) FROM follow WHERE review = ?1 GROUP BY stands";
            let mut statement = connection.prepare_cached(sql)?;
            for counted in statement.query_map([review], |row| Ok((row.get(0)?, row.get(1)?)))? {
                let (stands, people) = counted?;
                counts.insert(stands, people);
            }
            let sql = "SELECT count(*) FROM person WHERE review = ?1 AND decision = 'remove'";
            let removals = connection.prepare_cached(sql)?.query_row([review], |row| row.get(0))?;
            Ok(FollowUp { as_of, counts, removals })
        })
    }

    /// A window of the removals that stand so; of all where no way is named.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn follow_rows(
        &self,
        review: &str,
        which: &[Stands],
        offset: u32,
        limit: u32,
    ) -> Result<FollowWindow, ReviewError> {
        let words: Vec<&str> = which.iter().map(|stands| stands.as_str()).collect();
        let words = serde_json::to_string(&words)?;
        self.read(|connection| {
            let from = "FROM person LEFT JOIN follow ON follow.review = person.review AND follow.n = person.n
                        WHERE person.review = ?1 AND decision = 'remove'
                          AND (?2 = '[]' OR stands IN (SELECT value FROM json_each(?2)))";
            let sql = format!("SELECT count(*) {from}");
            let total = connection.prepare_cached(&sql)?.query_row([review, &words], |row| row.get(0))?;
            let sql = format!(
                "SELECT user_id, held, follow.now, note, stands {from} ORDER BY person.n LIMIT ?3 OFFSET ?4"
            );
            let mut statement = connection.prepare_cached(&sql)?;
            let rows = statement.query_map((review, &words, limit.min(LARGEST_WINDOW), offset), |row| {
                Ok(FollowRow {
                    user_id: row.get(0)?,
                    then: held(row, 1)?,
                    now: held_if_any(row, 2)?,
                    note: row.get(3)?,
                    stands: row.get(4)?,
                })
            })?;
            Ok(FollowWindow { total, rows: rows.collect::<Result<_, _>>()? })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Named;

    fn with(roles: &[&str], state: &str) -> Held {
        let named = |id: &&str| Named { id: (*id).into(), name: (*id).into() };
        Held { state: state.into(), roles: roles.iter().map(named).collect(), ..Held::default() }
    }

    #[test]
    fn a_removal_is_gone_blocked_partly_done_or_still_there() {
        let then = with(&["r1", "r2"], "Active");
        let now = |held: &Held| stands(&then, Some(held), None);
        assert_eq!(stands(&then, None, None), Stands::Gone);
        assert_eq!(now(&with(&["r1", "r2"], "Blocked")), Stands::Blocked);
        assert_eq!(now(&with(&["r2"], "Active")), Stands::Partly);
        assert_eq!(now(&with(&[], "Active")), Stands::Partly, "the account is there, without any role");
        assert_eq!(now(&with(&["r3"], "Active")), Stands::Partly);
        assert_eq!(now(&with(&["r2", "r1", "r3"], "Active")), Stands::StillThere);
        assert_eq!(stands(&then, None, Some(&with(&["r1"], "New"))), Stands::AnotherAccount);
    }
}
