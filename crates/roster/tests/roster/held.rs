//! A list that looks wrong is held: the old one stays until a person says which of them is right.

use rollcall_core::{AccountState, User};
use rollcall_roster::{
    Changes, Committed, Doubt, HeldList, ListedField, Reference, RefreshFacts, Roster, RosterError, UserQuery,
};
use serde_json::Map;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn user(number: u32) -> User {
    User {
        id: format!("u{number:03}").into(),
        email: format!("u{number}@contoso.example"),
        first_name: "Ann".into(),
        last_name: "Lee".into(),
        state: AccountState::Active,
        created_at: Some("2025-03-01T10:00:00Z".into()),
        accessibility: None,
        role_ids: vec!["reader".into()],
        identity_provider_id: Some("waad".into()),
        external_id: None,
        organization_ids: vec!["contoso".into()],
        other: Map::new(),
        raw: None,
    }
}

fn people(count: u32) -> Vec<User> {
    (0..count).map(user).collect()
}

fn facts(hour: u32) -> RefreshFacts {
    RefreshFacts {
        fetched_at: format!("2026-11-23T{hour:02}:00:00Z").parse().expect("a time"),
        complete: true,
        subject: Some("client-7".into()),
        scope: "https://api.example platform p".into(),
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

fn commit(roster: &Roster, users: &[User], facts: RefreshFacts) -> Committed {
    let mut refresh = roster.begin_refresh().expect("begun");
    refresh.add(users.to_vec()).expect("staged");
    refresh.commit(Reference::default(), facts).expect("written")
}

fn held(committed: Committed) -> HeldList {
    match committed {
        Committed::Held(held) => held,
        Committed::Taken(changes) => panic!("the list was taken over: {changes:?}"),
    }
}

/// What looks wrong in `new` after `old`, the first list.
fn doubts(old: &[User], new: &[User]) -> Vec<Doubt> {
    let (_folder, path) = place();
    let roster = open(&path);
    assert!(matches!(commit(&roster, old, facts(8)), Committed::Taken(_)), "a first list is never held");
    match commit(&roster, new, facts(9)) {
        Committed::Taken(_) => Vec::new(),
        Committed::Held(held) => held.doubts,
    }
}

fn gone(gone: u32, before: u32) -> Vec<Doubt> {
    vec![Doubt::PeopleGone { gone, before }]
}

fn listed(roster: &Roster) -> u32 {
    let total = roster.window(&UserQuery::default(), 0, 1).expect("a window").total;
    assert_eq!(roster.summary().expect("a summary").people, total);
    total
}

#[test]
fn over_a_tenth_of_the_people_gone_at_once_looks_wrong_and_a_tenth_exactly_does_not() {
    assert_eq!(doubts(&people(100), &people(90)), []);
    assert_eq!(doubts(&people(100), &people(89)), gone(11, 100));
    assert_eq!(doubts(&people(20), &people(18)), []);
    assert_eq!(doubts(&people(20), &people(17)), gone(3, 20));
    let others: Vec<User> = (50..150).map(user).collect();
    assert_eq!(doubts(&people(100), &others), gone(50, 100), "as many came, and half of them went");
}

#[test]
fn on_a_small_platform_two_or_three_may_leave_and_not_most_of_them() {
    assert_eq!(doubts(&people(13), &people(7)), [], "six of thirteen");
    assert_eq!(doubts(&people(13), &people(6)), gone(7, 13));
    assert_eq!(doubts(&people(5), &people(1)), [], "fewer than a handful");
    assert_eq!(doubts(&people(6), &people(1)), gone(5, 6));
}

#[test]
fn a_list_of_nobody_looks_wrong_wherever_somebody_was() {
    assert_eq!(doubts(&people(1), &[]), gone(1, 1));
    assert_eq!(doubts(&people(400), &[]), gone(400, 400), "the fields of nobody say nothing more");
    assert_eq!(doubts(&[], &[]), []);
}

#[test]
fn a_new_platform_that_grows_does_not_look_wrong() {
    assert_eq!(doubts(&[], &people(500)), []);
    assert_eq!(doubts(&people(3), &people(500)), []);
}

/// A field, and how somebody loses it.
type Loss = (ListedField, fn(&mut User));

#[test]
fn a_field_that_is_gone_for_everyone_looks_wrong() {
    let losses: [Loss; 8] = [
        (ListedField::Email, |user| user.email.clear()),
        (ListedField::FirstName, |user| user.first_name.clear()),
        (ListedField::LastName, |user| user.last_name.clear()),
        (ListedField::State, |user| user.state = AccountState::from_word("1")),
        (ListedField::Created, |user| user.created_at = None),
        (ListedField::Roles, |user| user.role_ids.clear()),
        (ListedField::IdentityProvider, |user| user.identity_provider_id = None),
        (ListedField::Organizations, |user| user.organization_ids.clear()),
    ];
    for (field, lose) in losses {
        let old = people(13);
        let mut new = people(14);
        new.iter_mut().for_each(lose);
        assert_eq!(doubts(&old, &new), [Doubt::FieldGone { field, had: 13 }]);
        new[13] = user(13);
        assert_eq!(doubts(&old, &new), [], "{field:?}: one person still has it");
        let mut few = people(13);
        few.iter_mut().skip(4).for_each(lose);
        new.iter_mut().for_each(lose);
        // Without addresses nobody is found any more: there even one is enough.
        let looks_wrong = field == ListedField::Email;
        let expected: Vec<Doubt> =
            looks_wrong.then_some(Doubt::FieldGone { field, had: 4 }).into_iter().collect();
        assert_eq!(doubts(&few, &new), expected, "{field:?}: four people had it");
    }
}

#[test]
fn a_field_that_left_with_those_who_had_it_does_not_look_wrong() {
    let mut old = people(60);
    old.iter_mut().take(54).for_each(|user| user.organization_ids.clear());
    assert_eq!(doubts(&old, &old[..54]), []);
}

#[test]
fn another_subject_looks_wrong_and_another_scope_is_another_list() {
    let (_folder, path) = place();
    let roster = open(&path);
    commit(&roster, &people(30), facts(8));
    let unknown = RefreshFacts { subject: None, ..facts(9) };
    assert!(matches!(commit(&roster, &people(30), unknown), Committed::Taken(_)), "it may be the same");
    commit(&roster, &people(30), facts(10));
    let other = RefreshFacts { subject: Some("client-8".into()), ..facts(11) };
    let found = held(commit(&roster, &people(30), other));
    let expected = Doubt::AnotherSubject { before: "client-7".into(), now: "client-8".into() };
    assert_eq!(found.doubts, [expected]);
    let elsewhere = RefreshFacts { subject: Some("client-8".into()), scope: "another".into(), ..facts(12) };
    assert!(matches!(commit(&roster, &people(2), elsewhere), Committed::Taken(_)), "nothing to compare with");
    assert_eq!((listed(&roster), roster.held().expect("readable")), (2, None));
}

#[test]
fn a_held_list_changes_nothing_that_is_read_and_is_still_held_after_a_restart() {
    let (_folder, path) = place();
    let roster = open(&path);
    commit(&roster, &people(60), facts(8));
    let before = roster.summary().expect("a summary");
    roster.record_failure(facts(8).fetched_at, "The platform did not answer.");
    let kept = held(commit(&roster, &people(40), facts(9)));
    assert_eq!((kept.people_before, &kept.facts), (60, &facts(9)));
    assert_eq!(kept.changes, Changes { joined: 0, left: 20, changed: 0, total: 40 });
    drop(roster);
    let again = open(&path);
    assert_eq!(again.held().expect("readable"), Some(kept));
    assert_eq!((listed(&again), again.summary().expect("a summary")), (60, before));
    assert!(again.user(&"u059".into()).expect("readable").is_some());
}

#[test]
fn a_person_takes_the_held_list_over_or_throws_it_away() {
    let (_folder, path) = place();
    let (roster, elsewhere) = (open(&path), open(&path));
    commit(&roster, &people(60), facts(8));
    let at = held(commit(&roster, &people(40), facts(9))).facts.fetched_at;
    assert!(elsewhere.discard_held(at).expect("written"));
    assert!(!roster.discard_held(at).expect("written"), "it was thrown away elsewhere");
    assert_eq!((listed(&roster), roster.held().expect("readable")), (60, None));
    let at = held(commit(&roster, &people(40), facts(10))).facts.fetched_at;
    let taken = elsewhere.take_held(at).expect("written").expect("held");
    assert_eq!((taken.changes.left, taken.facts), (20, facts(10)));
    assert_eq!((listed(&roster), roster.held().expect("readable")), (40, None));
    let summary = roster.summary().expect("a summary");
    assert_eq!((summary.complete, summary.fetched_at), (true, Some(facts(10).fetched_at)));
    assert!(
        matches!(commit(&roster, &people(41), facts(11)), Committed::Taken(_)),
        "measured by the taken one"
    );
}

#[test]
fn only_the_list_that_the_person_looked_at_is_taken_or_thrown_away() {
    let (_folder, path) = place();
    let roster = open(&path);
    commit(&roster, &people(60), facts(8));
    let looked_at = held(commit(&roster, &people(40), facts(9))).facts.fetched_at;
    let later = held(commit(&roster, &people(10), facts(10)));
    assert_eq!(roster.take_held(looked_at).expect("written"), None);
    assert!(!roster.discard_held(looked_at).expect("written"));
    assert_eq!((listed(&roster), roster.held().expect("readable")), (60, Some(later)));
}

#[test]
fn a_refresh_that_no_longer_looks_wrong_is_taken_over_and_nothing_is_held_any_more() {
    let (_folder, path) = place();
    let roster = open(&path);
    commit(&roster, &people(60), facts(8));
    held(commit(&roster, &people(40), facts(9)));
    assert!(matches!(commit(&roster, &people(59), facts(10)), Committed::Taken(_)));
    assert_eq!((listed(&roster), roster.held().expect("readable")), (59, None));
}

#[test]
fn a_refresh_that_never_ends_leaves_the_held_list_to_be_decided() {
    let (_folder, path) = place();
    let roster = open(&path);
    commit(&roster, &people(60), facts(8));
    let kept = held(commit(&roster, &people(40), facts(9)));
    let mut broken = roster.begin_refresh().expect("begun");
    broken.add(people(5_000)).expect("staged");
    drop(broken);
    assert_eq!(roster.held().expect("readable").as_ref(), Some(&kept));
    roster.take_held(kept.facts.fetched_at).expect("written").expect("held");
    assert_eq!(listed(&roster), 40);
}

#[test]
fn a_decision_while_a_refresh_is_under_way_disturbs_it_not() {
    for take in [true, false] {
        let (_folder, path) = place();
        let roster = open(&path);
        commit(&roster, &people(60), facts(8));
        let at = held(commit(&roster, &people(40), facts(9))).facts.fetched_at;
        let mut under_way = roster.begin_refresh().expect("begun");
        under_way.add(people(4_000)).expect("staged and written");
        match take {
            true => drop(roster.take_held(at).expect("written").expect("held")),
            false => assert!(roster.discard_held(at).expect("written")),
        }
        under_way.add(vec![user(4_000)]).expect("staged");
        let end = under_way.commit(Reference::default(), facts(10)).expect("written");
        assert!(matches!(end, Committed::Taken(_)), "{end:?}");
        assert_eq!((listed(&roster), roster.held().expect("readable")), (4_001, None));
    }
}

#[test]
fn no_late_page_reaches_a_list_that_is_held() {
    let (_folder, path) = place();
    let roster = open(&path);
    commit(&roster, &people(60), facts(8));
    let mut slow = roster.begin_refresh().expect("begun");
    let kept = held(commit(&roster, &people(40), facts(9)));
    let stopped = slow.add(people(5_000));
    assert!(matches!(stopped, Err(RosterError::Superseded)), "{stopped:?}");
    roster.take_held(kept.facts.fetched_at).expect("written").expect("held");
    assert_eq!(listed(&roster), 40);
}

#[test]
fn a_refresh_is_measured_by_the_list_that_stands_when_it_ends() {
    let (_folder, path) = place();
    let roster = open(&path);
    commit(&roster, &people(40), facts(8));
    let waiting = held(commit(&roster, &people(20), facts(9)));
    let mut refresh = roster.begin_refresh().expect("begun");
    refresh.add(people(21)).expect("staged");
    roster.take_held(waiting.facts.fetched_at).expect("written").expect("held");
    let Committed::Taken(changes) = refresh.commit(Reference::default(), facts(10)).expect("written") else {
        panic!("one more than the list that was taken meanwhile looks wrong");
    };
    assert_eq!(changes, Changes { joined: 1, left: 0, changed: 0, total: 21 });
}
