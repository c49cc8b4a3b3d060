//! What is kept of drafts, and what is remembered of them.
#![allow(missing_docs)]

use rollcall_drafts::{Answer, Drafts, DraftsError, Mapping, NewDraft, SCHEMA};
use tempfile::TempDir;

fn drafts() -> (TempDir, Drafts) {
    let folder = tempfile::tempdir().expect("a folder");
    let drafts = Drafts::open(&folder.path().join("drafts.db"), None).expect("opens");
    (folder, drafts)
}

fn new<'a>(id: &'a str, at: &'a str, steps: &'a [String]) -> NewDraft<'a> {
    NewDraft {
        id,
        name: Some("people.csv"),
        origin: "file",
        sha256: "ab",
        bytes: b"Email\r\n",
        rows: 3,
        steps,
        at,
    }
}

fn words(steps: &[&str]) -> Vec<String> {
    steps.iter().map(|step| (*step).to_owned()).collect()
}

#[test]
fn a_draft_comes_back_byte_for_byte_after_closing() {
    let (folder, before) = drafts();
    before.keep(&new("d1", "2026-11-25T10:00:00Z", &words(&["opened"]))).expect("kept");
    before.take_step("d1", "edited", "2026-11-25T10:01:00Z").expect("taken");
    drop(before);
    let after = Drafts::open(&folder.path().join("drafts.db"), None).expect("opens again");
    let draft = after.draft("d1").expect("still there");
    assert_eq!((draft.bytes.as_slice(), draft.holds), (b"Email\r\n".as_slice(), 2));
    assert_eq!(draft.steps, ["opened", "edited"]);
}

#[test]
fn what_was_taken_back_can_be_brought_back_until_something_else_is_done() {
    let (_folder, drafts) = drafts();
    drafts.keep(&new("d1", "2026-11-25T10:00:00Z", &words(&["a"]))).expect("kept");
    for step in ["b", "c"] {
        drafts.take_step("d1", step, "2026-11-25T10:01:00Z").expect("taken");
    }
    drafts.hold("d1", 1, "2026-11-25T10:02:00Z").expect("taken back");
    assert_eq!(drafts.draft("d1").expect("there").steps, ["a", "b", "c"], "nothing is gone yet");
    drafts.hold("d1", 3, "2026-11-25T10:02:00Z").expect("brought back");
    drafts.hold("d1", 1, "2026-11-25T10:02:00Z").expect("taken back");
    drafts.take_step("d1", "d", "2026-11-25T10:03:00Z").expect("taken");
    let draft = drafts.draft("d1").expect("there");
    assert_eq!((draft.steps, draft.holds), (words(&["a", "d"]), 2));
    assert!(
        matches!(drafts.hold("d1", 3, "2026-11-25T10:03:00Z"), Err(DraftsError::Gone)),
        "there is no third"
    );
}

#[test]
fn the_last_changed_draft_comes_first_and_a_discarded_one_is_gone() {
    let (_folder, drafts) = drafts();
    drafts.keep(&new("old", "2026-11-25T10:00:00Z", &[])).expect("kept");
    drafts.keep(&new("new", "2026-11-25T11:00:00Z", &[])).expect("kept");
    let ids = |drafts: &Drafts| -> Vec<String> {
        drafts.list().expect("a list").into_iter().map(|draft| draft.id).collect()
    };
    assert_eq!(
        (ids(&drafts), drafts.of_file("ab").expect("asked")),
        (words(&["new", "old"]), Some("new".into()))
    );
    drafts.take_step("old", "x", "2026-11-25T12:00:00Z").expect("taken");
    assert_eq!(ids(&drafts), ["old", "new"]);
    drafts.discard("old").expect("discarded");
    assert_eq!(ids(&drafts), ["new"]);
    assert!(matches!(drafts.draft("old"), Err(DraftsError::Gone)));
    assert!(matches!(drafts.take_step("old", "y", "2026-11-25T12:00:00Z"), Err(DraftsError::Gone)));
}

#[test]
fn a_shape_and_a_value_mean_what_was_said_last_and_can_be_forgotten() {
    let (_folder, drafts) = drafts();
    let mapping = |columns: &str, used_at: &str| Mapping {
        id: format!("m-{columns}"),
        shape: "email|role".into(),
        file: "people.csv".into(),
        columns: columns.into(),
        used_at: used_at.into(),
    };
    drafts.remember_mapping(&mapping("one", "2026-11-25T10:00:00Z")).expect("kept");
    drafts.remember_mapping(&mapping("two", "2026-11-25T11:00:00Z")).expect("kept");
    let known = drafts.mapping_of("email|role").expect("asked").expect("known");
    assert_eq!(
        (known.columns.as_str(), known.id.as_str()),
        ("two", "m-one"),
        "one meaning, known by its first id"
    );
    let answer = |means: &str| Answer {
        id: format!("a-{means}"),
        field: "role".into(),
        key: "grand vizier".into(),
        found: "Grand Vizier".into(),
        means: means.into(),
        used_at: "2026-11-25T10:00:00Z".into(),
    };
    drafts.remember_answer(&answer("r1")).expect("kept");
    drafts.remember_answer(&answer("r2")).expect("kept");
    let known = drafts.answers().expect("asked");
    assert_eq!(known.iter().map(|answer| answer.means.as_str()).collect::<Vec<_>>(), ["r2"]);
    drafts.forget("m-one").expect("forgotten");
    drafts.forget(&known[0].id).expect("forgotten");
    assert_eq!((drafts.mappings().expect("asked").len(), drafts.answers().expect("asked").len()), (0, 0));
}

#[test]
fn every_released_version_migrates() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let check = |connection: &rusqlite::Connection| {
        let count = |table: &str| -> u32 {
            connection
                .query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))
                .expect("a count")
        };
        assert_eq!(
            ["draft", "draft_bytes", "step", "mapping", "answer"].map(count),
            [1, 1, 2, 1, 1],
            "what was kept is still there"
        );
    };
    rollcall_store::testing::assert_migrates(&folder.join("version-1.db"), &SCHEMA, check);
}

#[test]
#[ignore = "writes the fixture of the current version; run it once, before that version is released"]
fn write_the_fixture_of_the_current_version() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/version-1.db");
    let connection = rollcall_store::testing::create_at_version(&path, &SCHEMA, 1);
    connection
        .execute_batch(
            "INSERT INTO draft VALUES ('d1', 'people.csv', 'file', 'ab', 2, 1, '2026-11-25T10:00:00Z');
             INSERT INTO draft_bytes VALUES ('d1', x'456D61696C');
             INSERT INTO step VALUES ('d1', 0, '{}'), ('d1', 1, '{}');
             INSERT INTO mapping VALUES ('m1', 'email', 'people.csv', '{}', '2026-11-25T10:00:00Z');
             INSERT INTO answer VALUES ('a1', 'role', 'boss', 'Boss', 'r1', '2026-11-25T10:00:00Z');",
        )
        .expect("the rows are written");
}
