//! Lists that older versions wrote.

use crate::told::fabrikam;
use crate::{facts, found, open, place, reference, refresh, searching, user};
use rollcall_core::User;
use rollcall_roster::{Changes, Committed, Roster, SCHEMA};
use rollcall_store::testing::assert_migrates;
use std::path::Path;

/// What the platform sent of one of them.
const SENT: &str = r#"{"Id":"u1","Badge":"blue"}"#;

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
        let raw = roster.raw(&"u1".into()).expect("readable");
        assert_eq!(raw.as_deref(), (version > 5).then_some(SENT), "version {version}");
        assert_eq!(roster.summary().expect("a summary").subject.as_deref(), Some("client-7"));
        let told = roster.organizations().expect("readable").into_iter().map(|known| known.organization.name);
        let fabrikam = if version > 4 { "Fabrikam" } else { "fabrikam" };
        assert_eq!(told.collect::<Vec<_>>(), ["Contoso", fabrikam], "version {version}");
        let held = roster.held().expect("readable");
        assert_eq!(held.is_some(), version > 1, "version 1 held no lists");
        assert_eq!(
            refresh(&roster, &[user("u2", "Jørgen Strauß")]),
            Changes { joined: 0, left: 1, changed: 0, total: 1 },
            "version {version}"
        );
    }
}

#[test]
fn when_a_list_was_begun_is_read_of_every_version_without_changing_it() {
    let (_folder, path) = place();
    assert_eq!(Roster::last_fetched(&path, None).expect("an answer"), None, "there is no list");
    for version in 1..=SCHEMA.version() {
        let fixture = format!("{}/fixtures/version-{version}.db", env!("CARGO_MANIFEST_DIR"));
        std::fs::copy(&fixture, &path).expect("a copy");
        let before = std::fs::read(&path).expect("bytes");
        let begun = Roster::last_fetched(&path, None).expect("an answer");
        assert_eq!(begun, Some(facts().fetched_at), "version {version}");
        assert_eq!(std::fs::read(&path).expect("bytes"), before, "version {version} was touched");
    }
}

/// Run by hand once per released schema version, before it is released:
/// `cargo test -p rollcall-roster --test roster -- --ignored write_the_fixture`
#[test]
#[ignore = "writes the fixture of the current schema version"]
fn write_the_fixture() {
    let (_folder, path) = place();
    let roster = open(&path);
    let sent = User { raw: Some(SENT.to_owned()), ..user("u1", "Zoë Żółkiewska") };
    refresh(&roster, &[sent, user("u2", "Jørgen Strauß")]);
    let empty = roster.begin_refresh().expect("begun").commit(reference(), facts()).expect("written");
    assert!(matches!(empty, Committed::Held(_)), "a list of nobody is held");
    roster.tell_organizations(&[fabrikam()]).expect("told");
    drop(roster);
    let name = format!("fixtures/version-{}.db", SCHEMA.version());
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    assert!(
        !fixture.exists(),
        "a released fixture is never written again; remove it by hand if it was not released"
    );
    std::fs::copy(&path, &fixture).expect("written");
}
