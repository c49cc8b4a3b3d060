//! Lists that older versions wrote.

use crate::{facts, found, open, place, reference, refresh, searching, user};
use rollcall_roster::{Changes, Committed, SCHEMA};
use rollcall_store::testing::assert_migrates;
use std::path::Path;

#[test]
fn a_list_of_every_released_version_still_opens() {
    for version in 1..=SCHEMA.version() {
        let name = format!("fixtures/version-{version}.db");
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        assert_migrates(&fixture, &SCHEMA, |_| {});
        let (_folder, path) = place();
        std::fs::copy(&fixture, &path).expect("a copy");
        let roster = open(&path);
        assert_eq!(found(&roster, &searching("zolk")), ["u1"], "version {version}");
        assert_eq!(roster.user(&"u2".into()).expect("readable"), Some(user("u2", "Jørgen Strauß")));
        assert_eq!(roster.summary().expect("a summary").subject.as_deref(), Some("client-7"));
        let held = roster.held().expect("readable");
        assert_eq!(held.is_some(), version > 1, "version 1 held no lists");
        assert_eq!(
            refresh(&roster, &[user("u2", "Jørgen Strauß")]),
            Changes { joined: 0, left: 1, changed: 0, total: 1 },
            "version {version}"
        );
    }
}

/// Run by hand once per released schema version, before it is released:
/// `cargo test -p rollcall-roster --test roster -- --ignored write_the_fixture`
#[test]
#[ignore = "writes the fixture of the current schema version"]
fn write_the_fixture() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Zoë Żółkiewska"), user("u2", "Jørgen Strauß")]);
    let empty = roster.begin_refresh().expect("begun").commit(reference(), facts()).expect("written");
    assert!(matches!(empty, Committed::Held(_)), "a list of nobody is held");
    drop(roster);
    let name = format!("fixtures/version-{}.db", SCHEMA.version());
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    assert!(
        !fixture.exists(),
        "a released fixture is never written again; remove it by hand if it was not released"
    );
    std::fs::copy(&path, &fixture).expect("written");
}
