//! A database without a key becomes one with a key, or stays as it is.

use crate::files::{self, with_suffix};
use crate::opening::connect;
use crate::{DataKey, StoreError};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;

/// Replaces a plain database by its encrypted copy. The caller holds the opening lock and knows that
/// the database is of a version that it may change.
pub(crate) fn in_place(path: &Path, key: &DataKey) -> Result<(), StoreError> {
    let copy = with_suffix(path, ".encrypting");
    files::remove_database(&copy)?;
    files::make_private(&copy)?;
    let copied = write_copy(path, &copy, key);
    if let Err(error) = copied {
        files::remove_database(&copy)?;
        return Err(error);
    }
    files::sync_file(&copy)?;
    std::fs::rename(&copy, path)?;
    files::sync_folder_of(path)?;
    tracing::info!("a database that was kept without a key is encrypted now");
    Ok(())
}

fn write_copy(path: &Path, copy: &Path, key: &DataKey) -> Result<(), StoreError> {
    let plain = connect(path, None, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    hold_alone(&plain)?;
    let name = copy.to_str().ok_or(StoreError::Io(std::io::ErrorKind::InvalidFilename.into()))?;
    // Seen by SQLCipher, as a bound value: it is in no statement text.
    plain.execute("ATTACH DATABASE ?1 AS copy KEY ?2", (name, key.as_literal().expose()))?;
    plain.pragma_update(Some("copy"), "synchronous", "FULL")?;
    plain.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
    for stamp in ["application_id", "user_version"] {
        let value: i32 = plain.pragma_query_value(None, stamp, |row| row.get(0))?;
        plain.pragma_update(Some("copy"), stamp, value)?;
    }
    check_copy(&plain)?;
    plain.execute_batch("DETACH DATABASE copy")?;
    Ok(())
}

/// Keeps everyone else out until the connection is closed. Leaving the write-ahead log needs the
/// database alone, so a connection that is open elsewhere makes it fail as busy; it also brings all
/// of the log into the file, so that no part is left behind under the old name.
fn hold_alone(plain: &Connection) -> Result<(), StoreError> {
    let mode: String = plain.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("delete") {
        return Err(StoreError::Busy);
    }
    plain.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    Ok(plain.execute_batch("BEGIN EXCLUSIVE; COMMIT")?)
}

/// The copy must hold the same tables with the same number of rows, and read back whole.
fn check_copy(plain: &Connection) -> Result<(), StoreError> {
    let objects = "SELECT type, name, tbl_name, sql FROM {}.sqlite_schema WHERE name NOT LIKE 'sqlite_stat%'";
    let difference = format!(
        "SELECT * FROM (SELECT * FROM ({a} EXCEPT {b}) UNION ALL SELECT * FROM ({b} EXCEPT {a}))",
        a = objects.replace("{}", "main"),
        b = objects.replace("{}", "copy"),
    );
    let same_objects = !plain.prepare(&difference)?.exists([])?;
    let same_rows = tables(plain)?.iter().try_fold(true, |same, table| {
        let table = table.replace('"', "\"\"");
        let counts = format!(
            r#"SELECT (SELECT count(*) FROM main."{table}") = (SELECT count(*) FROM copy."{table}")"#
        );
        plain.query_row(&counts, [], |row| row.get::<_, bool>(0)).map(|equal| same && equal)
    })?;
    let integrity: String = plain.pragma_query_value(Some("copy"), "integrity_check", |row| row.get(0))?;
    match same_objects && same_rows && integrity == "ok" {
        true => Ok(()),
        false => Err(StoreError::Damaged),
    }
}

fn tables(plain: &Connection) -> Result<Vec<String>, StoreError> {
    let mut names =
        plain.prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0")?;
    let names = names.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}
