//! What the list of one profile promises.

mod asked;
mod browse;
mod held;
mod history;
mod model;
mod raw;
mod released;
mod sign_ins;
mod told;

use jiff::Timestamp;
use rollcall_core::{
    AccountState, CanonicalEmail, IdentityProvider, Organization, OrganizationId, Role, Secret, User, UserId,
};
use rollcall_roster::{
    Changes, Committed, InvitationQueue, Reference, RefreshFacts, Roster, RosterError, SortBy, SortColumn,
    UserQuery, UserRow,
};
use rollcall_store::{DataKey, StoreError};
use serde_json::{Map, json};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use tempfile::TempDir;

fn user(id: &str, name: &str) -> User {
    let (first, last) = name.split_once(' ').unwrap_or((name, ""));
    User {
        id: id.into(),
        email: format!("{id}@Contoso.example"),
        first_name: first.into(),
        last_name: last.into(),
        state: AccountState::Active,
        created_at: Some("2025-03-01T10:00:00Z".into()),
        accessibility: Some("Full".into()),
        role_ids: vec!["admin".into()],
        identity_provider_id: Some("waad".into()),
        external_id: Some(format!("waad|{id}")),
        organization_ids: vec!["contoso".into(), "fabrikam".into()],
        other: Map::from_iter([("Phone".to_owned(), json!({"Kind": "work", "Digits": [1, 2]}))]),
        raw: None,
    }
}

fn reference() -> Reference {
    Reference {
        roles: vec![Role { id: "admin".into(), name: "Distributor Admin".into(), weight: Some(100) }],
        identity_providers: vec![IdentityProvider {
            id: "waad".into(),
            name: "Work email".into(),
            prefix: Some("waad".into()),
            enabled: true,
        }],
        organizations: Some(vec![Organization {
            id: "contoso".into(),
            name: "Contoso".into(),
            erp_id: Some("C-1".into()),
            kind: Some("Customer".into()),
            parent_id: Some("root".into()),
        }]),
    }
}

fn facts() -> RefreshFacts {
    RefreshFacts {
        fetched_at: "2026-11-23T08:00:00Z".parse().expect("a time"),
        complete: true,
        subject: Some("client-7".into()),
        scope: "platformId=p".into(),
    }
}

fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("roster.db");
    (folder, path)
}

fn open(path: &Path) -> Roster {
    Roster::open(path, None).expect("a roster")
}

fn refresh(roster: &Roster, users: &[User]) -> Changes {
    let mut refresh = roster.begin_refresh().expect("begun");
    refresh.add(users.to_vec()).expect("staged");
    match refresh.commit(reference(), facts()).expect("written") {
        Committed::Taken(changes) => changes,
        Committed::Held(held) => panic!("the list is held: {:?}", held.doubts),
    }
}

fn searching(words: &str) -> UserQuery {
    UserQuery { search: words.into(), ..UserQuery::default() }
}

fn found(roster: &Roster, query: &UserQuery) -> Vec<String> {
    let window = roster.window(query, 0, 500).expect("a window");
    window.rows.into_iter().map(|row| row.id.0).collect()
}

#[test]
fn before_the_first_refresh_all_is_empty() {
    let (_folder, path) = place();
    let roster = open(&path);
    let window = roster.window(&searching("ann"), 0, 100).expect("a window");
    assert_eq!((window.total, window.matching, window.rows.len()), (0, 0, 0));
    let summary = roster.summary().expect("a summary");
    assert_eq!((summary.people, summary.fetched_at, summary.complete), (0, None, false));
    assert!(
        roster.roles().expect("roles").is_empty()
            && roster.organizations().expect("organizations").is_empty()
    );
    assert_eq!(roster.user(&"u".into()).expect("readable"), None);
    assert!(roster.listed(&[CanonicalEmail::of_listed("a@b.example")]).expect("readable").is_empty());
}

#[test]
fn a_list_is_there_after_a_restart_and_encrypted_if_there_is_a_key() {
    let (_folder, path) = place();
    let key = DataKey::from_hex(&Secret::new("7".repeat(64))).expect("a key");
    refresh(&Roster::open(&path, Some(&key)).expect("a roster"), &[user("u1", "Ann Lee")]);
    let again = Roster::open(&path, Some(&key)).expect("the same again");
    assert_eq!(found(&again, &UserQuery::default()), ["u1"]);
    let refused = Roster::open(&path, None).err();
    assert!(matches!(refused, Some(RosterError::Store(StoreError::KeyNeeded))), "{refused:?}");
}

#[test]
fn a_plain_list_with_its_search_index_is_encrypted_when_a_key_appears() {
    let (_folder, path) = place();
    refresh(&open(&path), &[user("u1", "Ann Lee"), user("u2", "Bob Ray")]);
    let key = DataKey::from_hex(&Secret::new("7".repeat(64))).expect("a key");
    let roster = Roster::open(&path, Some(&key)).expect("encrypted");
    assert_eq!(found(&roster, &searching("bob")), ["u2"]);
    refresh(&roster, &[user("u2", "Bob Ray"), user("u3", "Bobby Ray")]);
    refresh(&roster, &[user("u3", "Bobby Ray")]);
    assert_eq!(found(&roster, &searching("bob")), ["u3"]);
}

#[test]
fn an_abandoned_refresh_leaves_the_old_list() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Ann Lee")]);
    let mut abandoned = roster.begin_refresh().expect("begun");
    // More than are written at once, so that some are on disk.
    let many: Vec<_> = (100..4_700).map(|number| user(&format!("u{number}"), "Bob Ray")).collect();
    many.chunks(200).for_each(|page| abandoned.add(page.to_vec()).expect("staged"));
    assert_eq!(found(&roster, &UserQuery::default()), ["u1"], "staged people show");
    assert_eq!(found(&roster, &searching("bob")), Vec::<String>::new(), "staged people are found");
    drop(abandoned);
    assert_eq!(found(&open(&path), &UserQuery::default()), ["u1"]);
    let changes = refresh(&roster, &[user("u1", "Ann Lee"), user("u4", "Di Em")]);
    assert_eq!(changes, Changes { joined: 1, left: 0, changed: 0, total: 2 });
    assert_eq!(found(&roster, &UserQuery::default()), ["u1", "u4"], "abandoned people came back");
    assert_eq!(found(&roster, &searching("bob")), Vec::<String>::new(), "abandoned people are found");
}

#[test]
fn a_later_refresh_stops_an_earlier_one() {
    let (_folder, path) = place();
    let (here, elsewhere) = (open(&path), open(&path));
    let mut earlier = here.begin_refresh().expect("begun");
    earlier.add(vec![user("u1", "Ann Lee")]).expect("staged");
    let mut later = elsewhere.begin_refresh().expect("begun");
    later.add(vec![user("u2", "Bob Ray")]).expect("staged");
    let stopped = earlier.add(vec![user("u3", "Cy Dee")]);
    assert!(matches!(stopped, Err(RosterError::Superseded)), "{stopped:?}");
    let stopped = earlier.commit(reference(), facts());
    assert!(matches!(stopped, Err(RosterError::Superseded)), "{stopped:?}");
    later.commit(reference(), facts()).expect("swapped in");
    assert_eq!(found(&here, &UserQuery::default()), ["u2"], "the other process sees it too");
}

#[test]
fn a_refresh_that_was_swapped_in_can_not_be_followed_by_a_late_page() {
    let (_folder, path) = place();
    let roster = open(&path);
    let mut slow = roster.begin_refresh().expect("begun");
    refresh(&roster, &[user("u1", "Ann Lee")]);
    let stopped = slow.add(vec![user("u2", "Bob Ray")]);
    assert!(matches!(stopped, Err(RosterError::Superseded)), "{stopped:?}");
}

#[test]
fn readers_always_see_one_whole_list() {
    let (_folder, path) = place();
    let roster = open(&path);
    let list = |generation: usize| -> Vec<User> {
        let members = 0..80 + generation % 7;
        members.map(|number| user(&format!("u{number}"), &format!("Generation{generation} X"))).collect()
    };
    refresh(&roster, &list(0));
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| {
                while !done.load(Ordering::Relaxed) {
                    assert_one_generation(&roster);
                }
            });
        }
        for generation in 1..25 {
            refresh(&roster, &list(generation));
        }
        done.store(true, Ordering::Relaxed);
    });
}

fn assert_one_generation(roster: &Roster) {
    let window = roster.window(&searching("generation"), 0, 500).expect("a window");
    let first = &window.rows.first().expect("someone").first_name;
    assert!(window.rows.iter().all(|row| &row.first_name == first), "two lists are mixed");
    let generation: usize = first.trim_start_matches("Generation").parse().expect("a number");
    let people = 80 + generation as u32 % 7;
    assert_eq!((window.total, window.matching, window.rows.len()), (people, people, people as usize));
}

#[test]
fn a_list_that_is_read_to_its_end_stays_the_same_list_while_another_is_swapped_in() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Ann Lee"), user("u2", "Bob Ray"), user("u3", "Cy Dee")]);
    let mut seen = Vec::new();
    let mut sink = |row: UserRow| {
        if seen.is_empty() {
            // Twice, so that the shelf that is being read is filled anew.
            refresh(&roster, &[user("u8", "Zed Zed")]);
            refresh(&roster, &[user("u9", "Zed Zed")]);
        }
        seen.push(row.id.0);
        ControlFlow::Continue(())
    };
    roster.all_users(&UserQuery::default(), &mut sink).expect("readable");
    assert_eq!(seen, ["u1", "u2", "u3"]);
    assert_eq!(found(&roster, &UserQuery::default()), ["u9"]);
}

#[test]
fn reading_stops_when_the_reader_has_enough() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Ann Lee"), user("u2", "Bob Ray")]);
    let mut seen = 0;
    let mut sink = |_: User| {
        seen += 1;
        ControlFlow::Break(())
    };
    roster.each_user(&UserQuery::default(), &mut sink).expect("readable");
    assert_eq!(seen, 1);
}

#[test]
fn names_stand_beside_their_ids_and_an_unknown_one_is_its_id() {
    let (_folder, path) = place();
    let roster = open(&path);
    let mut ann = user("u1", "Ann Lee");
    ann.role_ids = vec!["admin".into(), "unlisted".into()];
    refresh(&roster, std::slice::from_ref(&ann));
    let window = roster.window(&UserQuery::default(), 0, 1).expect("a window");
    let row = &window.rows[0];
    assert_eq!(row.role_names, ["Distributor Admin", "unlisted"]);
    assert_eq!(row.organization_labels, ["Contoso – C-1", "fabrikam"]);
    assert_eq!(row.identity_provider.as_deref(), Some("Work email"));
    assert_eq!(roster.user(&UserId::from("u1")).expect("readable"), Some(ann));
}

#[test]
fn organizations_that_are_not_listed_are_learned_from_people() {
    let (_folder, path) = place();
    let roster = open(&path);
    let mut refresh = roster.begin_refresh().expect("begun");
    refresh.add(vec![user("u1", "Ann Lee"), user("u2", "Bob Ray")]).expect("staged");
    refresh.commit(Reference { organizations: None, ..reference() }, facts()).expect("swapped in");
    let organizations = roster.organizations().expect("organizations");
    let known: Vec<_> =
        organizations.iter().map(|one| (one.organization.name.as_str(), one.people)).collect();
    assert_eq!(known, [("contoso", 2), ("fabrikam", 2)]);
    assert!(!roster.summary().expect("a summary").organizations_listed);
    let query =
        UserQuery { organization_ids: vec![OrganizationId::from("fabrikam")], ..UserQuery::default() };
    assert_eq!(found(&roster, &query), ["u1", "u2"]);
}

#[test]
fn words_are_found_whatever_their_case_and_accents_and_all_must_match() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Zoë Żółkiewska"), user("u2", "Jørgen Strauß"), user("u3", "李 小龙")]);
    let cases: [(&str, &[&str]); 14] = [
        ("zolk", &["u1"]),
        ("ŻÓŁ", &["u1"]),
        ("zo", &["u1"]),
        ("STRAUSS jorgen", &["u2"]),
        ("jorgen zoe", &[]),
        ("小", &["u3"]),
        ("u2@contoso", &["u2"]),
        ("u3", &["u3"]),
        ("distributor", &["u2", "u1", "u3"]),
        ("c-1 zoe", &["u1"]),
        ("fabri", &["u2", "u1", "u3"]),
        ("\"; drop", &[]),
        ("100%", &[]),
        ("  ", &["u2", "u1", "u3"]),
    ];
    for (words, expected) in cases {
        assert_eq!(found(&roster, &searching(words)), expected, "{words:?}");
    }
}

#[test]
fn someone_listed_twice_is_there_once_as_given_last() {
    let (_folder, path) = place();
    let roster = open(&path);
    let mut moved = user("u1", "Annabel Lee");
    moved.role_ids.clear();
    moved.organization_ids = vec!["fabrikam".into()];
    let mut staged = roster.begin_refresh().expect("begun");
    staged.add(vec![user("u1", "Xaver Lee"), user("u2", "Bob Ray")]).expect("staged");
    staged.add(vec![moved]).expect("staged");
    staged.commit(reference(), facts()).expect("swapped in");
    assert_eq!(found(&roster, &UserQuery::default()), ["u1", "u2"]);
    assert_eq!(found(&roster, &searching("xaver")), Vec::<String>::new());
    assert_eq!(found(&roster, &searching("annabel")), ["u1"]);
    assert_eq!(found(&roster, &searching("distributor")), ["u2"]);
    let members: Vec<_> =
        roster.organizations().expect("organizations").iter().map(|one| one.people).collect();
    assert_eq!(members, [1, 2]);
}

#[test]
fn a_window_has_at_most_500_rows_however_many_are_asked_for() {
    let (_folder, path) = place();
    let roster = open(&path);
    let many: Vec<_> = (0..1200).map(|number| user(&format!("u{number:04}"), "Ann Lee")).collect();
    refresh(&roster, &many);
    let window = roster.window(&UserQuery::default(), 300, u32::MAX).expect("a window");
    assert_eq!((window.rows.len(), window.matching), (500, 1200));
    assert_eq!(window.rows[0].id.as_str(), "u0300");
    assert!(roster.window(&UserQuery::default(), 1200, 10).expect("a window").rows.is_empty());
}

#[test]
fn people_are_found_by_address_in_any_case_and_an_address_may_have_several() {
    let (_folder, path) = place();
    let roster = open(&path);
    let mut twin = user("u2", "Ann Lee");
    twin.email = "U1@contoso.EXAMPLE".into();
    let mut nameless = user("u3", "No Mail");
    nameless.email = String::new();
    let many = (10..1300).map(|number| user(&format!("u{number}"), "Ann Lee"));
    let all: Vec<_> = [user("u1", "Ann Lee"), twin, nameless].into_iter().chain(many).collect();
    refresh(&roster, &all);
    let mut asked: Vec<_> =
        (10..1300).map(|number| CanonicalEmail::of_listed(&format!("u{number}@contoso.example"))).collect();
    asked.extend(["u1@contoso.example", "nobody@contoso.example"].map(CanonicalEmail::of_listed));
    let listed = roster.listed(&asked).expect("readable");
    assert_eq!(listed.len(), 1291, "everyone but nobody");
    let accounts: Vec<_> = listed[&asked[1290]].iter().map(|user| user.id.as_str()).collect();
    assert_eq!(accounts, ["u1", "u2"]);
}

#[test]
fn a_failed_refresh_is_told_beside_the_old_list_until_one_succeeds() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Ann Lee")]);
    let at: Timestamp = "2026-11-23T09:00:00Z".parse().expect("a time");
    roster.record_failure(at, "The platform did not answer.");
    let summary = open(&path).summary().expect("a summary");
    let failure = summary.last_failure.expect("a failure");
    assert_eq!((failure.at, failure.sentence.as_str()), (at, "The platform did not answer."));
    assert_eq!((summary.people, summary.fetched_at), (1, Some(facts().fetched_at)));
    refresh(&roster, &[user("u1", "Ann Lee")]);
    assert_eq!(roster.summary().expect("a summary").last_failure, None);
}

#[test]
fn the_summary_tells_how_the_list_came_about() {
    let (_folder, path) = place();
    let roster = open(&path);
    let mut blocked = user("u2", "Bob Ray");
    blocked.state = AccountState::Blocked;
    let mut odd = user("u3", "Cy Dee");
    odd.state = AccountState::from_word("Asleep");
    refresh(&roster, &[odd, blocked, user("u1", "Ann Lee")]);
    let summary = roster.summary().expect("a summary");
    let states: Vec<_> = summary.by_state.iter().map(|(state, people)| (state.as_str(), *people)).collect();
    assert_eq!(states, [("Active", 1), ("Blocked", 1), ("Asleep", 1)]);
    assert_eq!((summary.roles, summary.identity_providers, summary.organizations), (1, 1, 2));
    assert_eq!((summary.complete, summary.subject.as_deref()), (true, Some("client-7")));
    assert_eq!(summary.scope, "platformId=p");
}

#[test]
fn fields_in_another_order_are_no_change() {
    let (_folder, path) = place();
    let roster = open(&path);
    let with = |fields: &[(&str, i32)]| {
        let mut user = user("u1", "Ann Lee");
        user.other = fields.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
        user
    };
    refresh(&roster, &[with(&[("a", 1), ("b", 2)])]);
    assert_eq!(refresh(&roster, &[with(&[("b", 2), ("a", 1)])]).changed, 0);
    assert_eq!(refresh(&roster, &[with(&[("b", 2), ("a", 3)])]).changed, 1);
}

#[test]
fn a_query_is_written_in_camel_case_and_may_leave_filters_out() {
    let query: UserQuery = serde_json::from_str(
        r#"{"roleIds": ["admin"], "sort": [{"column": "created", "descending": false}], "invitation": "older-than30-days"}"#,
    )
    .expect("a query");
    let expected = UserQuery {
        role_ids: vec!["admin".into()],
        sort: vec![SortBy { column: SortColumn::Created, descending: false }],
        invitation: Some(InvitationQueue::OlderThan30Days),
        ..UserQuery::default()
    };
    assert_eq!(query, expected);
}

#[test]
fn a_roster_and_a_refresh_may_move_between_threads() {
    fn shared<T: Send + Sync + Clone>() {}
    fn moved<T: Send>() {}
    shared::<Roster>();
    moved::<rollcall_roster::Refresh>();
}
