//! For the tests of the crates that own a schema: databases of released versions.

use crate::{Schema, open};
use rusqlite::Connection;
use std::path::Path;

/// Writes a database without a key at an older version of a schema, to keep as a fixture.
///
/// # Panics
/// If it can't be written.
pub fn create_at_version(path: &Path, schema: &Schema, version: usize) -> Connection {
    let connection = Connection::open(path).expect("the fixture can be created");
    for step in &schema.migrations[..version] {
        connection.execute_batch(step).expect("a released migration runs");
    }
    connection.pragma_update(None, "application_id", schema.application_id).expect("the kind is set");
    connection.pragma_update(None, "user_version", version as i64).expect("the version is set");
    connection
}

/// Opens a copy of a fixture, which migrates it, and checks that it has then exactly the tables of a
/// fresh database and is whole. `check` looks at what became of the rows.
///
/// # Panics
/// If it does not migrate, or comes out different.
pub fn assert_migrates(fixture: &Path, schema: &Schema, check: impl FnOnce(&Connection)) {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join("copy.db");
    std::fs::copy(fixture, &copy)
        .unwrap_or_else(|error| panic!("{} can't be read: {error}", fixture.display()));
    let migrated = open(&copy, None, schema).expect("the fixture migrates");
    let fresh = open(&folder.path().join("fresh.db"), None, schema).expect("a fresh database");
    assert_eq!(objects(&migrated), objects(&fresh), "the migrated tables differ from fresh ones");
    let integrity: String =
        migrated.pragma_query_value(None, "integrity_check", |row| row.get(0)).expect("a check");
    assert_eq!(integrity, "ok", "the migrated database is damaged");
    check(&migrated);
}

fn objects(connection: &Connection) -> Vec<(String, String, Option<String>)> {
    let sql = "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name";
    let mut statement = connection.prepare(sql).expect("a statement");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).expect("rows");
    rows.collect::<Result<_, _>>().expect("objects")
}
