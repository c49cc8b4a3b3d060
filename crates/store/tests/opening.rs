//! What a database promises when it is opened.

use rollcall_core::Secret;
use rollcall_store::{DataKey, Schema, StoreError, is_encrypted, open, open_read_only};
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const ONE: Schema = Schema {
    name: "notes",
    application_id: 0x0a0b_0c0d,
    migrations: &["CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL)"],
};
const TWO: Schema = Schema {
    migrations: &[ONE.migrations[0], "ALTER TABLE note ADD COLUMN colour TEXT NOT NULL DEFAULT 'yellow'"],
    ..ONE
};
/// Its second step fails after its first statement.
const BROKEN: Schema = Schema {
    migrations: &[ONE.migrations[0], "CREATE TABLE extra (id INTEGER); INSERT INTO nowhere VALUES (1)"],
    ..ONE
};

const WORDS: &str = "a sentence that is easy to find";

fn key(digit: &str) -> DataKey {
    DataKey::from_hex(&Secret::new(digit.repeat(64))).expect("a key")
}

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rooms").join("notes.db");
    (folder, path)
}

fn write_note(connection: &Connection) {
    connection.execute("INSERT INTO note (body) VALUES (?1)", [WORDS]).expect("a note");
}

fn notes(connection: &Connection) -> Vec<String> {
    let mut statement = connection.prepare("SELECT body FROM note ORDER BY id").expect("a statement");
    statement.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a note")).collect()
}

fn files_with(folder: &Path, words: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let holds = |path: &PathBuf| {
        let bytes = std::fs::read(path).expect("a file");
        bytes.windows(words.len()).any(|window| window == words.as_bytes())
    };
    paths.filter(holds).collect()
}

#[test]
fn what_is_written_is_there_after_opening_again() {
    let (_folder, path) = place();
    for key in [None, Some(key("a"))] {
        let path = path.with_extension(if key.is_some() { "locked" } else { "plain" });
        write_note(&open(&path, key.as_ref(), &ONE).expect("a new database"));
        assert_eq!(notes(&open(&path, key.as_ref(), &ONE).expect("the same again")), [WORDS]);
        assert_eq!(notes(&open_read_only(&path, key.as_ref(), &ONE).expect("to read")), [WORDS]);
    }
}

#[test]
fn a_database_is_durable_checks_references_and_waits_for_locks() {
    let (_folder, path) = place();
    let connection = open(&path, Some(&key("a")), &ONE).expect("a database");
    let number = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0)).expect(name);
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0)).expect("a mode");
    assert_eq!(mode, "wal");
    assert_eq!(number("synchronous"), 2, "2 is FULL");
    assert_eq!(number("foreign_keys"), 1);
    assert_eq!(number("temp_store"), 2, "2 is MEMORY");
    assert_eq!(number("busy_timeout"), 5000);
}

#[test]
fn no_file_of_an_encrypted_database_shows_what_is_in_it() {
    let (_folder, path) = place();
    let connection = open(&path, Some(&key("a")), &ONE).expect("a database");
    write_note(&connection);
    let folder = path.parent().expect("a folder");
    assert!(path.with_extension("db-wal").exists(), "the write-ahead log is part of what is searched");
    assert_eq!(files_with(folder, WORDS), Vec::<PathBuf>::new());
    assert_eq!(files_with(folder, "CREATE TABLE"), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn every_file_and_new_folder_is_for_the_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| std::fs::metadata(path).expect("a file").permissions().mode() & 0o777;
    for key in [None, Some(key("a"))] {
        let (_folder, path) = place();
        let connection = open(&path, key.as_ref(), &ONE).expect("a database");
        write_note(&connection);
        let folder = path.parent().expect("a folder");
        assert_eq!(mode(folder), 0o700, "{}", folder.display());
        let files: Vec<_> =
            std::fs::read_dir(folder).expect("a list").map(|e| e.expect("an entry").path()).collect();
        assert!(files.len() >= 3, "database, write-ahead log and its index are there: {files:?}");
        for file in files {
            assert_eq!(mode(&file), 0o600, "{}", file.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn a_database_that_others_could_read_is_closed_to_them() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, path) = place();
    drop(open(&path, None, &ONE).expect("a database"));
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).expect("permissions");
    drop(open(&path, None, &ONE).expect("the same again"));
    assert_eq!(std::fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_newer_database_is_refused_and_its_bytes_stay() {
    for key in [None, Some(key("a"))] {
        let (_folder, path) = place();
        let newer = open(&path, key.as_ref(), &TWO).expect("a newer database");
        write_note(&newer);
        let wal = path.with_extension("db-wal");
        // As a crash leaves it: part of the data is in the write-ahead log alone.
        let (main_bytes, wal_bytes) =
            (std::fs::read(&path).expect("bytes"), std::fs::read(&wal).expect("bytes"));
        drop(newer);
        std::fs::write(&path, &main_bytes).expect("restored");
        std::fs::write(&wal, &wal_bytes).expect("restored");
        for attempt in [open(&path, key.as_ref(), &ONE), open_read_only(&path, key.as_ref(), &ONE)] {
            assert!(matches!(attempt, Err(StoreError::Newer { found: 2, known: 1 })), "{attempt:?}");
        }
        assert!(std::fs::read(&path).expect("bytes") == main_bytes, "the file of the newer database changed");
        assert!(std::fs::read(&wal).expect("bytes") == wal_bytes, "its write-ahead log changed");
        assert_eq!(notes(&open(&path, key.as_ref(), &TWO).expect("the newer program")), [WORDS]);
    }
}

#[test]
fn a_newer_plain_database_is_not_encrypted_either() {
    let (_folder, path) = place();
    write_note(&open(&path, None, &TWO).expect("a newer database"));
    let before = std::fs::read(&path).expect("bytes");
    let refused = open(&path, Some(&key("a")), &ONE);
    assert!(matches!(refused, Err(StoreError::Newer { .. })), "{refused:?}");
    assert!(std::fs::read(&path).expect("bytes") == before, "the file changed");
}

#[test]
fn an_older_database_is_migrated_and_keeps_its_rows() {
    let (_folder, path) = place();
    write_note(&open(&path, None, &ONE).expect("an older database"));
    let early = open_read_only(&path, None, &TWO);
    assert!(matches!(early, Err(StoreError::Older { found: 1, known: 2 })), "{early:?}");
    let migrated = open(&path, None, &TWO).expect("migrated");
    let colour: String =
        migrated.query_row("SELECT colour FROM note", [], |row| row.get(0)).expect("a colour");
    assert_eq!((notes(&migrated), colour.as_str()), (vec![WORDS.to_owned()], "yellow"));
}

#[test]
fn a_migration_that_fails_half_way_leaves_the_older_database() {
    let (_folder, path) = place();
    write_note(&open(&path, None, &ONE).expect("an older database"));
    let failed = open(&path, None, &BROKEN);
    assert!(matches!(failed, Err(StoreError::Sqlite(_))), "{failed:?}");
    let older = open(&path, None, &ONE).expect("still the older version");
    assert_eq!(notes(&older), [WORDS]);
    let extra = older.prepare("SELECT * FROM extra");
    assert!(extra.is_err(), "a part of the failed migration stayed");
}

#[test]
fn what_was_written_with_a_key_needs_that_key_and_is_never_replaced() {
    let (_folder, path) = place();
    write_note(&open(&path, Some(&key("a")), &ONE).expect("a database"));
    let before = std::fs::read(&path).expect("bytes");
    for attempt in [open(&path, None, &ONE), open_read_only(&path, None, &ONE)] {
        assert!(matches!(attempt, Err(StoreError::KeyNeeded)), "{attempt:?}");
    }
    for attempt in [open(&path, Some(&key("b")), &ONE), open_read_only(&path, Some(&key("b")), &ONE)] {
        assert!(matches!(attempt, Err(StoreError::WrongKey)), "{attempt:?}");
    }
    assert!(std::fs::read(&path).expect("bytes") == before, "an attempt changed the file");
    assert_eq!(notes(&open(&path, Some(&key("a")), &ONE).expect("with its key")), [WORDS]);
}

#[test]
fn whether_a_key_is_needed_can_be_told_without_one() {
    let (_folder, path) = place();
    let told = |path: &Path| is_encrypted(path).expect("an answer");
    assert!(!told(&path), "there is no file yet");
    drop(open(&path, None, &ONE).expect("a plain database"));
    assert!(!told(&path));
    drop(open(&path, Some(&key("a")), &ONE).expect("encrypted in place"));
    assert!(told(&path));
}

#[test]
fn what_is_not_a_database_of_ours_is_left_alone() {
    let (_folder, path) = place();
    std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    std::fs::write(&path, "shopping list").expect("a file");
    for key in [None, Some(key("a"))] {
        let refused = open(&path, key.as_ref(), &ONE);
        assert!(matches!(refused, Err(StoreError::NotADatabase)), "{refused:?}");
    }
    assert_eq!(std::fs::read(&path).expect("bytes"), b"shopping list");

    let other = path.with_extension("other");
    Connection::open(&other).expect("a database").execute_batch("CREATE TABLE t (x)").expect("a table");
    let foreign = Schema { application_id: 7, ..ONE };
    let kin = path.with_extension("kin");
    drop(open(&kin, None, &foreign).expect("a database of another kind"));
    for path in [other, kin] {
        let before = std::fs::read(&path).expect("bytes");
        let refused = open(&path, None, &ONE);
        assert!(matches!(refused, Err(StoreError::NotADatabase)), "{refused:?}");
        assert!(std::fs::read(&path).expect("bytes") == before, "{} changed", path.display());
    }
}

#[test]
fn a_log_whose_database_is_gone_is_not_started_over() {
    let (_folder, path) = place();
    let connection = open(&path, None, &ONE).expect("a database");
    write_note(&connection);
    let wal = path.with_extension("db-wal");
    let log = std::fs::read(&wal).expect("bytes");
    drop(connection);
    std::fs::remove_file(&path).expect("removed");
    std::fs::write(&wal, &log).expect("restored");
    let refused = open(&path, None, &ONE);
    assert!(matches!(refused, Err(StoreError::Damaged)), "{refused:?}");
    assert!(std::fs::read(&wal).expect("bytes") == log, "the log changed");
}

#[test]
fn reading_creates_nothing() {
    let (folder, path) = place();
    let missing = open_read_only(&path, None, &ONE);
    assert!(matches!(missing, Err(StoreError::Missing)), "{missing:?}");
    let empty = folder.path().join("empty.db");
    std::fs::write(&empty, "").expect("an empty file");
    let missing = open_read_only(&empty, Some(&key("a")), &ONE);
    assert!(matches!(missing, Err(StoreError::Missing)), "{missing:?}");
    assert!(!path.parent().expect("a folder").exists(), "a folder was made");
    assert_eq!(std::fs::read(&empty).expect("bytes"), b"");
}

#[test]
fn a_reader_can_not_write() {
    let (_folder, path) = place();
    write_note(&open(&path, None, &ONE).expect("a database"));
    let reader = open_read_only(&path, None, &ONE).expect("to read");
    assert!(reader.execute("DELETE FROM note", []).is_err(), "a reader deleted");
}

#[test]
fn a_reader_sees_what_a_writer_commits_meanwhile() {
    let (_folder, path) = place();
    let writer = open(&path, Some(&key("a")), &ONE).expect("a database");
    let reader = open_read_only(&path, Some(&key("a")), &ONE).expect("to read");
    write_note(&writer);
    assert_eq!(notes(&reader), [WORDS]);
}

#[test]
fn no_sentence_for_people_carries_what_sqlite_said() {
    let raw = rusqlite::Error::InvalidColumnName("a raw word".into());
    let errors =
        [StoreError::from(raw), StoreError::Io(std::io::Error::other("a raw word")), StoreError::KeyNeeded];
    for error in errors {
        let sentence = error.to_string();
        assert!(!sentence.contains("raw word") && sentence.ends_with('.'), "{sentence}");
    }
}

/// What a process leaves behind that dies between the first page and the end of its first transaction: a page
/// that counts for nothing, and a journal that says how long the file was before, which is no page at all.
/// Source of the journal's form: <https://www.sqlite.org/fileformat.html>, section 3.
fn begun_and_not_finished(path: &Path, page: &[u8]) {
    let open_and_gone = open(&path.with_extension("other"), None, &ONE).expect("a folder");
    drop(open_and_gone);
    let mut journal = vec![0_u8; 512];
    journal[..8].copy_from_slice(&[0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]);
    journal[20..28].copy_from_slice(&[0, 0, 2, 0, 0, 0, 0x10, 0]);
    std::fs::write(path, page).expect("a page");
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    std::fs::write(PathBuf::from(name), journal).expect("a journal");
}

#[test]
fn a_database_whose_making_was_cut_short_is_made_anew() {
    let noise: Vec<u8> = (0..4096_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8 | 1).collect();
    let mut plain = vec![0_u8; 4096];
    plain[..24].copy_from_slice(b"SQLite format 3\0\x10\x00\x01\x01\x00\x40\x20\x20");
    for (page, key) in [(noise, Some(key("a"))), (plain, None)] {
        let (_folder, path) = place();
        begun_and_not_finished(&path, &page);
        let missing = open_read_only(&path, key.as_ref(), &ONE).expect_err("there was never anything");
        assert!(matches!(missing, StoreError::Missing), "{missing:?}");
        begun_and_not_finished(&path, &page);
        write_note(&open(&path, key.as_ref(), &ONE).expect("made anew"));
        assert_eq!(notes(&open(&path, key.as_ref(), &ONE).expect("the same again")), [WORDS]);
    }
}
