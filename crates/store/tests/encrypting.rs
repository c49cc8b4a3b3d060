//! A database that was kept without a key gets one, and nothing is lost on the way.

use rollcall_core::Secret;
use rollcall_store::testing::{assert_migrates, create_at_version};
use rollcall_store::{DataKey, Schema, StoreError, open, open_read_only};
use rusqlite::Connection;
use std::path::PathBuf;
use tempfile::TempDir;

/// One of each thing that a schema may hold: references, an index, a trigger, a view, full-text
/// search, a table without row ids, a sequence.
const RICH: Schema = Schema {
    name: "rich",
    application_id: 0x0102_0304,
    migrations: &["
        CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);
        CREATE TABLE pet (owner INTEGER NOT NULL REFERENCES person (id), name TEXT, PRIMARY KEY (owner, name)) WITHOUT ROWID;
        CREATE INDEX pet_by_name ON pet (name);
        CREATE VIEW owners AS SELECT person.name FROM person JOIN pet ON pet.owner = person.id;
        CREATE TABLE renamed (count INTEGER);
        INSERT INTO renamed VALUES (0);
        CREATE TRIGGER renaming AFTER UPDATE ON person BEGIN UPDATE renamed SET count = count + 1; END;
        CREATE VIRTUAL TABLE found USING fts5 (words, content='', contentless_delete=1, tokenize='trigram');
    "],
};

fn key() -> DataKey {
    DataKey::from_hex(&Secret::new("5".repeat(64))).expect("a key")
}

fn plain_database() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rich.db");
    let connection = open(&path, None, &RICH).expect("a database");
    fill(&connection);
    (folder, path)
}

fn fill(connection: &Connection) {
    let many = "
        WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 5000)
        INSERT INTO person (name) SELECT 'person number ' || i FROM n;
        INSERT INTO pet SELECT id, 'rex' FROM person WHERE id % 2 = 0;
        INSERT INTO found (rowid, words) SELECT id, name FROM person;
        DELETE FROM person WHERE id = 4999;
    ";
    connection.execute_batch(many).expect("rows");
}

fn assert_whole(connection: &Connection) {
    let number = |sql| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).expect(sql);
    assert_eq!(number("SELECT count(*) FROM person"), 4999);
    assert_eq!(number("SELECT count(*) FROM pet INDEXED BY pet_by_name WHERE name = 'rex'"), 2500);
    assert_eq!(number("SELECT count(*) FROM owners"), 2500);
    assert_eq!(number("SELECT rowid FROM found WHERE found MATCH '\"number 1234\"'"), 1234);
    connection.execute("UPDATE person SET name = 'x' WHERE id = 1", []).expect("an update");
    assert!(number("SELECT count FROM renamed") > 0, "the trigger is gone");
    connection.execute("INSERT INTO person (name) VALUES ('next')", []).expect("a row");
    assert_eq!(connection.last_insert_rowid(), 5001, "the sequence started over");
    connection.execute("DELETE FROM person WHERE name = 'next'", []).expect("deleted");
    connection.execute("UPDATE sqlite_sequence SET seq = 5000", []).expect("set back");
    assert!(
        connection.execute("INSERT INTO pet VALUES (999999, 'stray')", []).is_err(),
        "references are unchecked"
    );
}

#[test]
fn a_database_kept_without_a_key_is_encrypted_when_a_key_appears() {
    let (folder, path) = plain_database();
    let encrypted = open(&path, Some(&key()), &RICH).expect("encrypted");
    assert_whole(&encrypted);
    drop(encrypted);
    for entry in std::fs::read_dir(folder.path()).expect("a list") {
        let path = entry.expect("an entry").path();
        let bytes = std::fs::read(&path).expect("bytes");
        let words = b"person number";
        assert!(!bytes.windows(words.len()).any(|w| w == words), "{} is readable", path.display());
    }
    let refused = open(&path, None, &RICH);
    assert!(matches!(refused, Err(StoreError::KeyNeeded)), "{refused:?}");
    assert_whole(&open(&path, Some(&key()), &RICH).expect("again"));
}

#[test]
fn rows_that_are_in_the_write_ahead_log_alone_are_not_lost_by_encrypting() {
    let (_folder, path) = plain_database();
    let connection = open(&path, None, &RICH).expect("a database");
    connection.execute("INSERT INTO person (name) VALUES ('late')", []).expect("a row");
    // As a crash leaves it.
    let wal = path.with_extension("db-wal");
    let (main_bytes, wal_bytes) = (std::fs::read(&path).expect("bytes"), std::fs::read(&wal).expect("bytes"));
    drop(connection);
    std::fs::write(&path, main_bytes).expect("restored");
    std::fs::write(&wal, wal_bytes).expect("restored");
    let encrypted = open(&path, Some(&key()), &RICH).expect("encrypted");
    let late: i64 = encrypted
        .query_row("SELECT count(*) FROM person WHERE name = 'late'", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(late, 1);
}

#[test]
fn a_database_in_use_is_not_encrypted_under_its_users_feet() {
    let (_folder, path) = plain_database();
    let user = open(&path, None, &RICH).expect("in use");
    assert_whole(&user);
    let refused = open(&path, Some(&key()), &RICH);
    assert!(matches!(refused, Err(StoreError::Busy)), "{refused:?}");
    assert_whole(&user);
    drop(user);
    assert_whole(&open(&path, Some(&key()), &RICH).expect("now it is free"));
}

#[test]
fn a_copy_that_a_crash_left_behind_is_written_anew() {
    let (folder, path) = plain_database();
    std::fs::write(folder.path().join("rich.db.encrypting"), "half a copy").expect("a leftover");
    std::fs::write(folder.path().join("rich.db.encrypting-journal"), "its journal").expect("a leftover");
    assert_whole(&open(&path, Some(&key()), &RICH).expect("encrypted"));
    assert!(!folder.path().join("rich.db.encrypting").exists(), "the leftover is still there");
}

#[test]
fn reading_a_plain_database_with_a_key_at_hand_leaves_it_plain() {
    let (_folder, path) = plain_database();
    let before = std::fs::read(&path).expect("bytes");
    let reader = open_read_only(&path, Some(&key()), &RICH).expect("to read");
    let people: i64 = reader.query_row("SELECT count(*) FROM person", [], |row| row.get(0)).expect("a count");
    assert_eq!(people, 4999);
    drop(reader);
    assert!(std::fs::read(&path).expect("bytes") == before, "reading changed the file");
}

#[test]
fn two_openers_at_once_end_with_one_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rich.db");
    let openers: Vec<_> = (0..8)
        .map(|_| {
            let path = path.clone();
            std::thread::spawn(move || {
                let connection = open(&path, Some(&key()), &RICH).expect("opened");
                connection.execute("INSERT INTO person (name) VALUES ('one')", []).expect("a row");
            })
        })
        .collect();
    openers.into_iter().for_each(|opener| opener.join().expect("no opener failed"));
    let connection = open(&path, Some(&key()), &RICH).expect("opened");
    let people: i64 =
        connection.query_row("SELECT count(*) FROM person", [], |row| row.get(0)).expect("a count");
    assert_eq!(people, 8);
}

#[test]
fn a_fixture_of_an_older_version_is_checked_against_fresh_tables() {
    const LATER: Schema =
        Schema { migrations: &[RICH.migrations[0], "ALTER TABLE person ADD COLUMN age INTEGER"], ..RICH };
    let folder = tempfile::tempdir().expect("a folder");
    let fixture = folder.path().join("version-1.db");
    fill(&create_at_version(&fixture, &LATER, 1));
    assert_migrates(&fixture, &LATER, assert_whole);
}
