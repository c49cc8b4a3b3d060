//! Windows of a review's people.

use crate::store::{held, held_if_any};
use crate::{Change, Decision, Held, Named, ReviewError, Reviews};
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, OptionalExtension, params_from_iter};

/// The most rows that a window has.
pub const LARGEST_WINDOW: u32 = 500;

/// Which people of a review.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Filter {
    /// Everybody.
    #[default]
    All,
    /// Nothing is decided of them.
    Undecided,
    /// So it was decided.
    Decided(Decision),
    /// They changed or left, or are the reviewer's own.
    Flagged,
    /// They were given to somebody else.
    HandedOver,
}

/// A part of a review's people.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Which.
    pub filter: Filter,
    /// Folded words that must all occur.
    pub words: Vec<String>,
    /// An organization that they belonged to.
    pub organization: Option<String>,
    /// Roles of which they held one, by id, or by name where the id is blank. Absent: whatever they held.
    pub roles: Option<Vec<Named>>,
    /// Rows before the first.
    pub offset: u32,
    /// Rows at most.
    pub limit: u32,
}

/// What a later list says of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Since {
    /// Something is different.
    Changed(Vec<Change>),
    /// They are no longer listed.
    Left,
}

/// What was decided in the review of the same scope before this one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastTime {
    /// What.
    pub decision: Decision,
    /// The note.
    pub note: String,
    /// By whom.
    pub by: String,
    /// When, RFC 3339.
    pub at: String,
}

/// Somebody who is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The platform's id.
    pub user_id: String,
    /// What they held when the review started.
    pub held: Held,
    /// Whether this is the reviewer's own account, or the one that reads the list.
    pub own: bool,
    /// What was decided.
    pub decision: Option<Decision>,
    /// The note; may be blank.
    pub note: String,
    /// By whom it was decided.
    pub decided_by: Option<String>,
    /// When, RFC 3339.
    pub decided_at: Option<String>,
    /// Whether it came back with a part that was handed over.
    pub came_back: bool,
    /// Whom they were given to.
    pub handed_to: Option<String>,
    /// What a later list says.
    pub since: Option<Since>,
    /// What was decided last time.
    pub last_time: Option<LastTime>,
}

/// A window of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// People who match.
    pub total: u32,
    /// Those from the offset on.
    pub rows: Vec<Row>,
}

/// An organization, and how many of a review's people belonged to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganizationOfReview {
    /// The platform's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// People who belonged to it.
    pub people: u32,
    /// Those of whom nothing is decided.
    pub undecided: u32,
}

impl Reviews {
    /// A window of a review's people, in their order.
    ///
    /// # Errors
    /// [`ReviewError::Gone`] for an unknown review.
    pub fn rows(&self, review: &str, wanted: &Wanted) -> Result<Rows, ReviewError> {
        self.read(|connection| {
            let previous = previous(connection, review)?;
            let (condition, values) = condition(review, wanted)?;
            let sql = format!("SELECT count(*) FROM person WHERE {condition}");
            let total =
                connection.prepare_cached(&sql)?.query_row(params_from_iter(&values), |row| row.get(0))?;
            let limited = wanted.limit.min(LARGEST_WINDOW);
            let mut rows = select(connection, &condition, values, limited.into(), wanted.offset)?;
            for row in &mut rows {
                row.last_time = last_time(connection, previous.as_deref(), &row.user_id)?;
            }
            Ok(Rows { total, rows })
        })
    }

    /// All of a review's people, in their order, without what was decided last time: for files.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn everybody(&self, review: &str, filter: Filter) -> Result<Vec<Row>, ReviewError> {
        self.read(|connection| {
            let (condition, values) = condition(review, &Wanted { filter, ..Wanted::default() })?;
            select(connection, &condition, values, NO_LIMIT, 0)
        })
    }

    /// A window of the people who came into the scope after the start, in their order.
    ///
    /// # Errors
    /// [`ReviewError::Gone`] for an unknown review.
    pub fn appeared(&self, review: &str, wanted: &Wanted) -> Result<(u32, Vec<(String, Held)>), ReviewError> {
        self.read(|connection| {
            previous(connection, review)?;
            let (mut condition, mut values) = ("review = ?".to_owned(), vec![Value::from(review.to_owned())]);
            narrow(&mut condition, &mut values, wanted)?;
            let sql = format!("SELECT count(*) FROM appeared WHERE {condition}");
            let total = connection.prepare(&sql)?.query_row(params_from_iter(&values), |row| row.get(0))?;
            let limited = wanted.limit.min(LARGEST_WINDOW);
            Ok((total, select_appeared(connection, &condition, values, limited.into(), wanted.offset)?))
        })
    }

    /// All of them, in their order: for files.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn everybody_who_appeared(&self, review: &str) -> Result<Vec<(String, Held)>, ReviewError> {
        self.read(|connection| {
            select_appeared(connection, "review = ?", vec![Value::from(review.to_owned())], NO_LIMIT, 0)
        })
    }

    /// The organizations of a review's people, those with most undecided people first; at most `limit`.
    ///
    /// # Errors
    /// [`ReviewError::Store`].
    pub fn organizations(&self, review: &str, limit: u32) -> Result<Vec<OrganizationOfReview>, ReviewError> {
        self.read(|connection| {
            let sql = "SELECT o.value ->> 'id' AS id, max(o.value ->> 'name') AS label, count(*) AS people,
                              sum(decision IS NULL) AS undecided
                       FROM person, json_each(person.held, '$.organizations') AS o WHERE review = ?1
                       GROUP BY 1 ORDER BY undecided DESC, people DESC, label, id LIMIT ?2";
            let mut statement = connection.prepare_cached(sql)?;
            let rows = statement.query_map((review, limit), |row| {
                Ok(OrganizationOfReview {
                    id: row.get(0)?,
                    label: row.get(1)?,
                    people: row.get(2)?,
                    undecided: row.get(3)?,
                })
            })?;
            Ok(rows.collect::<Result<_, _>>()?)
        })
    }
}

/// SQLite's word for all rows.
const NO_LIMIT: i64 = -1;

fn select(
    connection: &Connection,
    condition: &str,
    mut values: Vec<Value>,
    limit: i64,
    offset: u32,
) -> Result<Vec<Row>, ReviewError> {
    let sql = format!(
        "SELECT user_id, held, own, decision, note, decided_by, decided_at, decided_in, since, now,
                (SELECT handed_to FROM hand_over WHERE id = person.hand_over)
         FROM person WHERE {condition} ORDER BY n LIMIT ? OFFSET ?"
    );
    values.extend([Value::from(limit), Value::from(offset)]);
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_map(params_from_iter(&values), read)?.collect::<Result<_, _>>()?)
}

fn select_appeared(
    connection: &Connection,
    condition: &str,
    mut values: Vec<Value>,
    limit: i64,
    offset: u32,
) -> Result<Vec<(String, Held)>, ReviewError> {
    let sql = format!("SELECT user_id, held FROM appeared WHERE {condition} ORDER BY n LIMIT ? OFFSET ?");
    values.extend([Value::from(limit), Value::from(offset)]);
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(params_from_iter(&values), |row| Ok((row.get(0)?, held(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The review that a review repeats. An unknown review is an error.
fn previous(connection: &Connection, review: &str) -> Result<Option<String>, ReviewError> {
    let sql = "SELECT previous FROM review WHERE id = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([review], |row| row.get(0))?)
}

fn last_time(
    connection: &Connection,
    previous: Option<&str>,
    user: &str,
) -> Result<Option<LastTime>, ReviewError> {
    let Some(previous) = previous else { return Ok(None) };
    let sql = "SELECT decision, note, decided_by, decided_at FROM person
               WHERE review = ?1 AND user_id = ?2 AND decision IS NOT NULL";
    let found = connection.prepare_cached(sql)?.query_row([previous, user], |row| {
        Ok(LastTime { decision: row.get(0)?, note: row.get(1)?, by: row.get(2)?, at: row.get(3)? })
    });
    Ok(found.optional()?)
}

fn condition(review: &str, wanted: &Wanted) -> Result<(String, Vec<Value>), ReviewError> {
    let mut values = vec![Value::from(review.to_owned())];
    let mut condition = "review = ?".to_owned();
    match wanted.filter {
        Filter::All => {}
        Filter::Undecided => condition.push_str(" AND decision IS NULL"),
        Filter::Decided(decision) => {
            condition.push_str(" AND decision = ?");
            values.push(Value::from(decision.as_str().to_owned()));
        }
        Filter::Flagged => condition.push_str(" AND (own = 1 OR since IS NOT NULL)"),
        Filter::HandedOver => condition.push_str(" AND hand_over IS NOT NULL"),
    }
    narrow(&mut condition, &mut values, wanted)?;
    Ok((condition, values))
}

/// By words, by organization and by roles.
fn narrow(condition: &mut String, values: &mut Vec<Value>, wanted: &Wanted) -> Result<(), ReviewError> {
    for word in &wanted.words {
        condition.push_str(" AND instr(search, ?) > 0");
        values.push(Value::from(word.clone()));
    }
    if let Some(organization) = &wanted.organization {
        condition.push_str(
            " AND EXISTS (SELECT 1 FROM json_each(held, '$.organizations') WHERE value ->> 'id' = ?)",
        );
        values.push(Value::from(organization.clone()));
    }
    if let Some(roles) = &wanted.roles {
        condition.push_str(
            " AND EXISTS (SELECT 1 FROM json_each(held, '$.roles') AS role, json_each(?) AS one
                          WHERE CASE one.value ->> 'id' WHEN '' THEN role.value ->> 'name' = one.value ->> 'name'
                                ELSE role.value ->> 'id' = one.value ->> 'id' END)",
        );
        values.push(Value::from(serde_json::to_string(roles)?));
    }
    Ok(())
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let then = held(row, 1)?;
    let since: Option<String> = row.get(8)?;
    let now = held_if_any(row, 9)?;
    let since = since.map(|_| now.map_or(Since::Left, |now| Since::Changed(then.changes(&now))));
    Ok(Row {
        user_id: row.get(0)?,
        held: then,
        own: row.get(2)?,
        decision: row.get(3)?,
        note: row.get(4)?,
        decided_by: row.get(5)?,
        decided_at: row.get(6)?,
        came_back: row.get_ref(7)? != ValueRef::Null,
        since,
        handed_to: row.get(10)?,
        last_time: None,
    })
}
