//! A person as a row of the database.

use crate::RosterError;
use crate::schema::Shelf;
use rollcall_core::{AccountState, CanonicalEmail, User, fold};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The columns that make a [`User`], in the order in which [`read`] takes them.
pub(crate) const COLUMNS: &str = "id, email, first_name, last_name, state, created_at, accessibility, role_ids, \
                                  identity_provider_id, external_id, organization_ids, other";

/// How many [`COLUMNS`] there are.
pub(crate) const WIDTH: usize = 12;

/// Reads [`COLUMNS`] from the start of a row.
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

/// What a person is searched by, apart from the names of roles and organizations. The parts are
/// lines, so that no word is found across two of them.
pub(crate) fn search_text(user: &User) -> String {
    let parts = [user.first_name.as_str(), &user.last_name, &user.email, user.id.as_str()];
    parts.map(fold).join("\n")
}

/// Puts a person on a shelf. One who is there already, because a list moved between two pages or
/// several lists name them, is there as given last.
pub(crate) fn put(connection: &Connection, shelf: Shelf, user: &User) -> Result<(), RosterError> {
    let find = shelf.sql("SELECT n FROM user_$ WHERE id = ?1");
    let earlier = connection
        .prepare_cached(&find)?
        .query_row([user.id.as_str()], |row| row.get::<_, i64>(0))
        .optional()?;
    let number = match earlier {
        Some(number) => {
            unlink(connection, shelf, number)?;
            write(connection, shelf, Some(number), user)?
        }
        None => write(connection, shelf, None, user)?,
    };
    link(connection, shelf, number, user)
}

fn write(
    connection: &Connection,
    shelf: Shelf,
    number: Option<i64>,
    user: &User,
) -> Result<i64, RosterError> {
    let sql = shelf.sql(&format!(
        "REPLACE INTO user_$ (n, canonical, {COLUMNS}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
    ));
    connection.prepare_cached(&sql)?.execute(params![
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
    Ok(number.unwrap_or_else(|| connection.last_insert_rowid()))
}

fn link(connection: &Connection, shelf: Shelf, number: i64, user: &User) -> Result<(), RosterError> {
    // A person may be listed with the same role twice.
    let sql = shelf.sql("INSERT OR IGNORE INTO user_$_role VALUES (?1, ?2)");
    for role in &user.role_ids {
        connection.prepare_cached(&sql)?.execute(params![role.as_str(), number])?;
    }
    let sql = shelf.sql("INSERT OR IGNORE INTO user_$_organization VALUES (?1, ?2)");
    for organization in &user.organization_ids {
        connection.prepare_cached(&sql)?.execute(params![organization.as_str(), number])?;
    }
    let text = search_text(user);
    let sql = shelf.sql("REPLACE INTO text_$ VALUES (?1, ?2)");
    connection.prepare_cached(&sql)?.execute(params![number, text])?;
    let sql = shelf.sql("INSERT INTO trigram_$ (rowid, folded) VALUES (?1, ?2)");
    connection.prepare_cached(&sql)?.execute(params![number, text])?;
    Ok(())
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
        DELETE FROM role_$; DELETE FROM identity_provider_$; DELETE FROM organization_$; DELETE FROM sorted_$;";
    Ok(connection.execute_batch(&shelf.sql(sql))?)
}
