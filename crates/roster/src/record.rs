//! A person as a row of the database.

use crate::RosterError;
use crate::raw;
use crate::schema::Shelf;
use rollcall_core::{AccountState, CanonicalEmail, User, fold};
use rusqlite::{CachedStatement, Connection, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The columns that make a [`User`], in the order in which [`read`] takes them.
pub(crate) const COLUMNS: &str = "id, email, first_name, last_name, state, created_at, accessibility, role_ids, \
                                  identity_provider_id, external_id, organization_ids, other";

/// How many [`COLUMNS`] there are.
pub(crate) const WIDTH: usize = 12;

/// Reads [`COLUMNS`] from the start of a row. What the platform itself sent is read where it is asked for: [`raw`].
pub(crate) fn read(row: &Row<'_>) -> rusqlite::Result<User> {
    read_from(row, 0)
}

/// Reads [`COLUMNS`] from a place in a row on.
pub(crate) fn read_from(row: &Row<'_>, first: usize) -> rusqlite::Result<User> {
    Ok(User {
        id: row.get::<_, String>(first)?.into(),
        email: row.get(first + 1)?,
        first_name: row.get(first + 2)?,
        last_name: row.get(first + 3)?,
        state: AccountState::from_word(row.get_ref(first + 4)?.as_str()?),
        created_at: row.get(first + 5)?,
        accessibility: row.get(first + 6)?,
        role_ids: json(row, first + 7)?,
        identity_provider_id: row.get::<_, Option<String>>(first + 8)?.map(Into::into),
        external_id: row.get(first + 9)?,
        organization_ids: json(row, first + 10)?,
        other: json(row, first + 11)?,
        raw: None,
    })
}

/// Reads a column that holds JSON.
pub(crate) fn json<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    from_json(row.get_ref(column)?.as_str()?, column)
}

pub(crate) fn from_json<T: DeserializeOwned>(text: &str, column: usize) -> rusqlite::Result<T> {
    let wrong = |error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    };
    serde_json::from_str(text).map_err(wrong)
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, RosterError> {
    serde_json::to_string(value).map_err(|_| RosterError::Unreadable)
}

/// What the index of ids finds a person by. The parts are lines, so that no word is found across two of them. An
/// external id begins with its provider, as in `waad|…`: what nearly everyone has, no index finds quickly.
pub(crate) fn search_text(user: &User) -> String {
    let external = user.external_id.as_deref().unwrap_or_default();
    let own = external.rsplit_once('|').map_or(external, |(_, own)| own);
    [user.id.as_str(), own].map(fold).join("\n")
}

/// Puts people on a shelf. One who is there already, because a list moved between two pages or several lists name
/// them, is there as given last.
pub(crate) fn put_all(connection: &Connection, shelf: Shelf, users: Vec<User>) -> Result<(), RosterError> {
    let mut shelving = Shelving::begin(connection, shelf)?;
    users.into_iter().try_for_each(|user| shelving.put(user))?;
    shelving.raw.finish()
}

/// Puts people there one after the other, by statements that are prepared once.
struct Shelving<'c> {
    connection: &'c Connection,
    shelf: Shelf,
    person: CachedStatement<'c>,
    role: CachedStatement<'c>,
    organization: CachedStatement<'c>,
    text: CachedStatement<'c>,
    trigrams: CachedStatement<'c>,
    raw: raw::Writing<'c>,
}

impl<'c> Shelving<'c> {
    fn begin(connection: &'c Connection, shelf: Shelf) -> Result<Self, RosterError> {
        let prepared = |sql: &str| connection.prepare_cached(&shelf.sql(sql));
        Ok(Self {
            connection,
            shelf,
            person: prepared(&format!(
                "INSERT OR IGNORE INTO user_$ (n, canonical, {COLUMNS})
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
            ))?,
            // A person may be listed with the same role twice.
            role: prepared("INSERT OR IGNORE INTO user_$_role VALUES (?1, ?2)")?,
            organization: prepared("INSERT OR IGNORE INTO user_$_organization VALUES (?1, ?2)")?,
            text: prepared("REPLACE INTO text_$ VALUES (?1, ?2)")?,
            trigrams: prepared("INSERT INTO trigram_$ (rowid, folded) VALUES (?1, ?2)")?,
            raw: raw::Writing::begin(connection, shelf),
        })
    }

    fn put(&mut self, mut user: User) -> Result<(), RosterError> {
        let raw = user.raw.take();
        let user = &user;
        if self.write(None, user)? {
            let number = self.connection.last_insert_rowid();
            self.raw.add(number, raw)?;
            return self.link(number, user);
        }
        let find = self.shelf.sql("SELECT n FROM user_$ WHERE id = ?1");
        let mut find = self.connection.prepare_cached(&find)?;
        let number = find.query_row([user.id.as_str()], |row| row.get::<_, i64>(0))?;
        unlink(self.connection, self.shelf, number)?;
        let earlier = self.shelf.sql("DELETE FROM user_$ WHERE n = ?1");
        self.connection.prepare_cached(&earlier)?.execute([number])?;
        self.write(Some(number), user)?;
        self.raw.replace(number, raw)?;
        self.link(number, user)
    }

    /// `false` where somebody of this id is there already.
    fn write(&mut self, number: Option<i64>, user: &User) -> Result<bool, RosterError> {
        let written = self.person.execute(params![
            number,
            CanonicalEmail::of_listed(&user.email).as_str(),
            user.id.as_str(),
            user.email,
            user.first_name,
            user.last_name,
            user.state.as_str(),
            user.created_at,
            user.accessibility,
            to_json(&user.role_ids)?,
            user.identity_provider_id.as_ref().map(|id| id.as_str()),
            user.external_id,
            to_json(&user.organization_ids)?,
            to_json(&user.other)?,
        ])?;
        Ok(written > 0)
    }

    fn link(&mut self, number: i64, user: &User) -> Result<(), RosterError> {
        for role in &user.role_ids {
            self.role.execute(params![role.as_str(), number])?;
        }
        for organization in &user.organization_ids {
            self.organization.execute(params![organization.as_str(), number])?;
        }
        let text = search_text(user);
        self.text.execute(params![number, text])?;
        self.trigrams.execute(params![number, text])?;
        Ok(())
    }
}

/// Takes away what the earlier form of a person was found by.
fn unlink(connection: &Connection, shelf: Shelf, number: i64) -> Result<(), RosterError> {
    // The index keeps no texts: it has to be told what it was given.
    let sql = shelf.sql(
        "INSERT INTO trigram_$ (trigram_$, rowid, folded) SELECT 'delete', n, folded FROM text_$ WHERE n = ?1",
    );
    connection.prepare_cached(&sql)?.execute([number])?;
    for (table, column, list) in
        [("role", "role_id", "role_ids"), ("organization", "organization_id", "organization_ids")]
    {
        let sql = shelf.sql(&format!(
            "DELETE FROM user_$_{table} WHERE n = ?1 AND {column} IN
                 (SELECT value FROM user_$, json_each({list}) WHERE user_$.n = ?1)"
        ));
        connection.prepare_cached(&sql)?.execute([number])?;
    }
    Ok(())
}

/// Empties a shelf.
pub(crate) fn clear(connection: &Connection, shelf: Shelf) -> Result<(), RosterError> {
    let sql = "
        DELETE FROM user_$; DELETE FROM user_$_role; DELETE FROM user_$_organization; DELETE FROM text_$;
        INSERT INTO trigram_$ (trigram_$) VALUES ('delete-all');
        DELETE FROM role_$; DELETE FROM identity_provider_$; DELETE FROM organization_$; DELETE FROM sorted_$;
        DELETE FROM column_$; DELETE FROM raw_$;";
    Ok(connection.execute_batch(&shelf.sql(sql))?)
}
