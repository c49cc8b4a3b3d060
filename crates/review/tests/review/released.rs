//! Databases of released versions.

use rollcall_review::SCHEMA;
use std::path::{Path, PathBuf};

fn fixture() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-1.db")
}

#[test]
fn every_released_version_migrates() {
    let check = |connection: &rusqlite::Connection| {
        let count = |table: &str| -> u32 {
            connection
                .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
                .expect("a count")
        };
        let tables = ["review", "person", "appeared", "act", "before", "hand_over", "handed", "follow"];
        assert_eq!(tables.map(count), [1, 2, 1, 1, 1, 1, 1, 1], "what was kept is still there");
    };
    rollcall_store::testing::assert_migrates(&fixture(), &SCHEMA, check);
}

#[test]
#[ignore = "writes the fixture of the current version; run it once, before that version is released"]
fn write_the_fixture_of_the_current_version() {
    let connection = rollcall_store::testing::create_at_version(&fixture(), &SCHEMA, 1);
    connection
        .execute_batch(
            "INSERT INTO review VALUES ('r', '{}', 'Everyone', 'p', '{}', 'Rita', NULL, '2026-11-26T08:00:00Z',
                 '2026-11-26T08:00:00Z', 'ab', NULL, 6, '2026-11-26T08:00:00Z', NULL, NULL, NULL, NULL);
             INSERT INTO person VALUES
                 ('r', 0, 'u0', 'ann', '{}', 0, 'keep', 'fine', 'Bob', '2026-11-26T09:00:00Z', 'h', 'h', NULL, NULL),
                 ('r', 1, 'u1', 'bob', '{}', 1, NULL, '', NULL, NULL, NULL, NULL, 'left', NULL);
             INSERT INTO appeared VALUES ('r', 0, 'u2', 'cyd', '{}');
             INSERT INTO act VALUES ('r', 1, NULL, 1, 'Bob', '2026-11-26T09:00:00Z');
             INSERT INTO before VALUES ('r', 1, 0, NULL, '', NULL, NULL, NULL);
             INSERT INTO hand_over VALUES ('h', 'r', 'Bob', '2026-11-26T08:30:00Z', '2026-11-26T09:00:00Z');
             INSERT INTO handed VALUES ('h', 0);
             INSERT INTO follow VALUES ('r', 0, 'gone', NULL);",
        )
        .expect("the rows are written");
}
