//! What changed, against whole lists that are kept and compared in the obvious way.

use crate::{found, open, place, reference, user};
use jiff::{SignedDuration, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rollcall_core::{AccountState, OrganizationId, User, UserId};
use rollcall_roster::{
    ChangeKind, ChangedPerson, ChangesAsked, Committed, FieldChange, HistoryStep, Part, Reference,
    RefreshFacts, Replaced, Roster, UserQuery, fold,
};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

type People = BTreeMap<String, User>;

/// Every list that was taken, by its number.
type Lists = BTreeMap<u32, People>;

fn person() -> impl Strategy<Value = User> {
    let names = select(vec!["", "Ann", "Żółta", "zed"]);
    let held = (
        vec(select(vec!["admin", "r9", "r8"]), 0..3),
        proptest::option::of(select(vec!["waad", "p9"])),
        vec(select(vec!["contoso", "o9"]), 0..3),
    );
    let more = (select(vec![Value::Null, json!(1), json!({"a": [1]})]), proptest::option::of(Just("2026")));
    (0..9u8, names, select(vec!["New", "Active"]), held, more).prop_map(|(id, name, state, held, more)| {
        User {
            id: format!("u{id}").into(),
            first_name: name.into(),
            state: AccountState::from_word(state),
            created_at: more.1.map(Into::into),
            accessibility: None,
            role_ids: held.0.into_iter().map(Into::into).collect(),
            identity_provider_id: held.1.map(Into::into),
            organization_ids: held.2.into_iter().map(Into::into).collect(),
            other: Map::from_iter([("Floor".to_owned(), more.0)]),
            ..user("x", "")
        }
    })
}

/// What is told of a person, each field as the names that it shows.
fn told(user: &User) -> BTreeMap<(ChangeKind, Option<String>), Vec<String>> {
    let word = |text: &str| if text.is_empty() { vec![] } else { vec![text.to_owned()] };
    let ids = |ids: Vec<&str>, known: &str, name: &str| {
        let mut ids: Vec<String> = ids.into_iter().map(str::to_owned).collect();
        ids.sort();
        ids.dedup();
        ids.into_iter().map(|id| if id == known { name.to_owned() } else { id }).collect::<Vec<_>>()
    };
    let other = |field: &str| (ChangeKind::Other, Some(field.to_owned()));
    let provider = user.identity_provider_id.as_ref().map(|id| id.as_str());
    let floor = user.other.get("Floor").filter(|value| !value.is_null()).map(Value::to_string);
    BTreeMap::from([
        ((ChangeKind::State, None), word(user.state.as_str())),
        (
            (ChangeKind::Role, None),
            ids(user.role_ids.iter().map(|id| id.as_str()).collect(), "admin", "Distributor Admin"),
        ),
        ((ChangeKind::Provider, None), ids(provider.into_iter().collect(), "waad", "Work email")),
        (
            (ChangeKind::Organization, None),
            ids(user.organization_ids.iter().map(|id| id.as_str()).collect(), "contoso", "Contoso – C-1"),
        ),
        (other("email"), word(&user.email)),
        (other("firstName"), word(&user.first_name)),
        (other("lastName"), word(&user.last_name)),
        (other("created"), word(user.created_at.as_deref().unwrap_or_default())),
        (other("externalId"), word(user.external_id.as_deref().unwrap_or_default())),
        (other("other:Floor"), word(&floor.unwrap_or_default())),
    ])
}

fn differences(before: Option<&User>, after: Option<&User>) -> Vec<FieldChange> {
    let whole = |kind| vec![FieldChange { kind, field: None, before: vec![], after: vec![] }];
    let (before, after) = match (before, after) {
        (None, None) => return vec![],
        (None, Some(_)) => return whole(ChangeKind::Joined),
        (Some(_), None) => return whole(ChangeKind::Left),
        (Some(before), Some(after)) => (told(before), told(after)),
    };
    let fields = before.into_iter().zip(after.into_values());
    let changes = fields.filter(|((_, before), after)| before != after);
    changes.map(|(((kind, field), before), after)| FieldChange { kind, field, before, after }).collect()
}

fn naive(lists: &Lists, from: u32, to: u32) -> Vec<ChangedPerson> {
    let (before, after) = (&lists[&from], &lists[&to]);
    let newest = lists.last_key_value().expect("a list").1;
    let known = |id: &str| after.get(id).or(before.get(id)).expect("listed in one of them");
    let mut ids: Vec<&String> = before.keys().chain(after.keys()).collect();
    ids.sort();
    ids.dedup();
    let mut rows: Vec<ChangedPerson> = ids
        .into_iter()
        .map(|id| ChangedPerson {
            id: UserId(id.clone()),
            name: known(id).first_name.clone(),
            email: known(id).email.clone(),
            still_listed: newest.contains_key(id),
            changes: differences(before.get(id), after.get(id)),
        })
        .filter(|row| !row.changes.is_empty())
        .collect();
    rows.sort_by_key(|row| (row.name.is_empty(), fold(&row.name), row.id.0.clone()));
    rows
}

fn take(roster: &Roster, users: &[User], at: Timestamp, reference: Reference) {
    let mut refresh = roster.begin_refresh().expect("begun");
    refresh.add(users.to_vec()).expect("staged");
    let facts = RefreshFacts { fetched_at: at, complete: true, subject: None, scope: "p".into() };
    if let Committed::Held(held) = refresh.commit(reference, facts).expect("written") {
        roster.take_held(held.facts.fetched_at).expect("written").expect("held");
    }
}

fn asked(from: u32, to: u32) -> ChangesAsked {
    ChangesAsked { from, to, ..ChangesAsked::default() }
}

fn rows(roster: &Roster, asked: &ChangesAsked) -> Vec<ChangedPerson> {
    roster.all_changes(asked).expect("readable").expect("kept").collect()
}

fn by_id(users: Vec<User>) -> People {
    users.into_iter().map(|user| (user.id.0.clone(), user)).collect()
}

/// All that is told of the history, beside the lists themselves.
fn assert_told(roster: &Roster, lists: &Lists) -> Result<(), TestCaseError> {
    let mut kept = roster.refreshes().expect("readable");
    kept.reverse();
    prop_assert_eq!(kept.last().map(|one| one.number), lists.last_key_value().map(|(number, _)| *number));
    for (place, to) in kept.iter().enumerate() {
        prop_assert_eq!(to.people as usize, lists[&to.number].len());
        for from in &kept[..=place] {
            let expected = naive(lists, from.number, to.number);
            prop_assert_eq!(&rows(roster, &asked(from.number, to.number)), &expected);
            let counted = roster.count_changes(to.number, from.number).expect("readable").expect("kept");
            prop_assert_eq!(counted.people as usize, expected.len());
            for (kind, people) in counted.counts {
                let of = |row: &&ChangedPerson| row.changes.iter().any(|change| change.kind == kind);
                prop_assert_eq!(people as usize, expected.iter().filter(of).count());
            }
        }
        let step = place.checked_sub(1).map(|before| naive(lists, kept[before].number, to.number));
        let step = step.unwrap_or_default();
        let of = |kind| step.iter().filter(|row| row.changes[0].kind == kind).count() as u32;
        let (joined, left) = (of(ChangeKind::Joined), of(ChangeKind::Left));
        prop_assert_eq!((to.joined, to.left, to.changed), (joined, left, step.len() as u32 - joined - left));
    }
    for id in (0..9).map(|id| format!("u{id}")) {
        let mut expected: Vec<HistoryStep> = kept
            .windows(2)
            .map(|two| HistoryStep {
                number: two[1].number,
                at: two[1].at,
                changes: differences(lists[&two[0].number].get(&id), lists[&two[1].number].get(&id)),
            })
            .filter(|step| !step.changes.is_empty())
            .collect();
        expected.reverse();
        prop_assert_eq!(roster.history_of(&UserId(id)).expect("readable"), expected);
    }
    Ok(())
}

fn refresh_whole(roster: &Roster, users: Vec<User>, at: Timestamp) -> People {
    let people = by_id(users);
    take(roster, &people.values().cloned().collect::<Vec<_>>(), at, reference());
    people
}

/// The people of Contoso alone, and the list as it is then; `None` where it looks wrong and nothing was changed.
fn refresh_customer(roster: &Roster, listed: &People, users: Vec<User>, at: Timestamp) -> Option<People> {
    let contoso = OrganizationId::from("contoso");
    let with_contoso = |mut user: User| {
        user.organization_ids.push(contoso.clone());
        user
    };
    let read = by_id(users.into_iter().map(with_contoso).collect());
    let users = read.values().cloned().collect();
    let part = Part { organization: contoso.clone(), users, read_at: at };
    let replaced = roster.replace_part(&part).expect("written").expect("a list");
    let Replaced::Taken { .. } = replaced else { return None };
    let mut people = listed.clone();
    people.retain(|_, user| {
        let belonged = user.organization_ids.contains(&contoso);
        user.organization_ids.retain(|id| *id != contoso);
        !belonged || !user.organization_ids.is_empty()
    });
    people.extend(read);
    Some(people)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn any_refreshes_tell_what_a_comparison_of_the_whole_lists_tells_however_many_were_dropped(
        steps in vec((vec(person(), 0..9), select(vec![1, 30, 80, 200, 900, 5_000i64]), any::<bool>()), 2..10),
    ) {
        let (_folder, path) = place();
        let roster = open(&path);
        let (mut lists, mut at) = (Lists::new(), Timestamp::UNIX_EPOCH);
        for (users, hours, one_customer) in steps {
            at += SignedDuration::from_hours(hours);
            let people = match lists.last_key_value() {
                Some((_, listed)) if one_customer => refresh_customer(&roster, listed, users, at),
                _ => Some(refresh_whole(&roster, users, at)),
            };
            let next = lists.last_key_value().map_or(1, |(last, _)| last + 1);
            lists.extend(people.map(|people| (next, people)));
            assert_told(&roster, &lists)?;
        }
        assert_told(&open(&path), &lists)?;
    }
}

fn at(day: i64) -> Timestamp {
    Timestamp::from_second(day * 24 * 60 * 60).expect("a time")
}

fn with_state(id: &str, state: AccountState) -> User {
    User { state, ..user(id, "Ann Lee") }
}

#[test]
fn a_person_who_left_and_came_back_unchanged_is_no_difference_and_is_told_as_both_in_the_history() {
    let (_folder, path) = place();
    let roster = open(&path);
    let (ann, bob) = (user("u1", "Ann Lee"), user("u2", "Bob Ray"));
    take(&roster, &[ann.clone(), bob.clone()], at(1), reference());
    take(&roster, std::slice::from_ref(&bob), at(2), reference());
    take(&roster, &[ann.clone(), bob], at(3), reference());
    assert_eq!(rows(&roster, &asked(1, 3)), []);
    let kinds: Vec<ChangeKind> =
        roster.history_of(&ann.id).expect("readable").into_iter().map(|step| step.changes[0].kind).collect();
    assert_eq!(kinds, [ChangeKind::Joined, ChangeKind::Left], "newest first");
}

#[test]
fn nobody_joined_the_first_list() {
    let (_folder, path) = place();
    let roster = open(&path);
    take(&roster, &[user("u1", "Ann Lee")], at(1), reference());
    let kept = roster.refreshes().expect("readable");
    assert_eq!((kept.len(), kept[0].people, kept[0].joined), (1, 1, 0));
    assert_eq!(roster.history_of(&"u1".into()).expect("readable"), []);
}

#[test]
fn a_list_that_is_held_counts_when_it_is_taken_and_not_when_it_is_thrown_away() {
    let (_folder, path) = place();
    let roster = open(&path);
    take(&roster, &[user("u1", "Ann Lee")], at(1), reference());
    let hold = |day| {
        let facts = RefreshFacts { fetched_at: at(day), complete: true, subject: None, scope: "p".into() };
        let held =
            roster.begin_refresh().expect("begun").commit(Reference::default(), facts).expect("written");
        assert!(matches!(held, Committed::Held(_)), "a list of nobody looks wrong");
        assert_eq!(roster.refreshes().expect("readable")[0].at, at(1), "nothing happened yet");
    };
    hold(2);
    assert!(roster.discard_held(at(2)).expect("written"));
    hold(3);
    roster.take_held(at(3)).expect("written").expect("held");
    let kept = roster.refreshes().expect("readable");
    assert_eq!((kept.len(), kept[0].at, kept[0].left), (2, at(3), 1));
}

#[test]
fn what_is_listed_no_more_keeps_the_name_that_it_had() {
    let (_folder, path) = place();
    let roster = open(&path);
    take(&roster, &[user("u1", "Ann Lee")], at(1), reference());
    let without = User { role_ids: vec!["x".into()], identity_provider_id: None, ..user("u1", "Ann Lee") };
    take(&roster, &[without], at(2), Reference::default());
    let changes = rows(&roster, &asked(1, 2)).remove(0).changes;
    let before: Vec<Vec<String>> = changes.into_iter().map(|change| change.before).collect();
    assert_eq!(before, [["Distributor Admin"], ["Work email"]]);
    take(&roster, &[user("u1", "Ann Lee")], at(3), reference());
    assert_eq!(rows(&roster, &asked(1, 3)), []);
}

#[test]
fn changes_are_searched_and_chosen_by_kind_and_given_in_windows() {
    let (_folder, path) = place();
    let roster = open(&path);
    let (ann, bob) = (user("u1", "Ann Lee"), user("u2", "Bob Ray"));
    take(&roster, &[ann, bob.clone()], at(1), reference());
    take(&roster, &[with_state("u1", AccountState::Blocked), bob, user("u3", "Zoë Ray")], at(2), reference());
    let ids = |asked: ChangesAsked| rows(&roster, &asked).into_iter().map(|row| row.id.0).collect::<Vec<_>>();
    assert_eq!(ids(asked(1, 2)), ["u1", "u3"]);
    assert_eq!(ids(asked(2, 1)), ["u1", "u3"], "the later is always measured by the earlier");
    assert_eq!(ids(ChangesAsked { kinds: vec![ChangeKind::Joined], ..asked(1, 2) }), ["u3"]);
    assert_eq!(ids(ChangesAsked { search: "ZOE  contoso".into(), ..asked(1, 2) }), ["u3"]);
    assert_eq!(ids(ChangesAsked { search: "nobody".into(), ..asked(1, 2) }), [""; 0]);
    let window = roster.changes(&asked(1, 2), 1, 5).expect("readable").expect("kept");
    assert_eq!((window.total, window.rows.len(), window.rows[0].id.as_str()), (2, 1, "u3"));
    assert_eq!(roster.changes(&asked(1, 7), 0, 5).expect("readable"), None, "there is no such refresh");
}

fn part(users: &[User]) -> Part {
    Part { organization: "contoso".into(), users: users.to_vec(), read_at: at(9) }
}

fn of(id: &str, organizations: &[&str]) -> User {
    User { organization_ids: organizations.iter().map(|id| (*id).into()).collect(), ..user(id, "Ann Lee") }
}

#[test]
fn one_customers_people_take_the_place_of_those_listed_and_the_list_says_no_more_than_was_read() {
    let (_folder, path) = place();
    let roster = open(&path);
    let both = of("u2", &["contoso", "fabrikam"]);
    take(&roster, &[of("u1", &["contoso"]), both.clone(), of("u3", &["fabrikam"])], at(1), reference());
    let as_of = || roster.window(&UserQuery::default(), 0, 1).expect("a window").as_of;
    let before = as_of();
    let joined = [of("u1", &["contoso"]), both, of("u4", &["contoso"])];
    let taken = roster.replace_part(&part(&joined)).expect("written").expect("a list");
    assert!(matches!(taken, Replaced::Taken { complete: true, .. }), "{taken:?}");
    assert_ne!(as_of(), before, "rows that were picked before are other rows now");
    let summary = roster.summary().expect("a summary");
    assert_eq!((summary.fetched_at, summary.complete, summary.roles), (Some(at(1)), true, 1));
    assert_eq!(found(&roster, &UserQuery::default()), ["u1", "u2", "u3", "u4"]);
    let kept = roster.refreshes().expect("readable");
    assert_eq!((kept[0].at, kept[0].joined), (at(9), 1));

    let gone = roster.replace_part(&part(&[of("u4", &["contoso"])])).expect("written").expect("a list");
    let Replaced::Taken { changes, complete } = gone else { panic!("{gone:?}") };
    assert_eq!((changes.left, changes.changed, complete), (1, 1, false));
    assert_eq!(found(&roster, &UserQuery::default()), ["u2", "u3", "u4"]);
    let summary = roster.summary().expect("a summary");
    assert_eq!((summary.fetched_at, summary.complete), (Some(at(1)), false), "u1 may have moved elsewhere");
    let left = roster.user(&"u2".into()).expect("readable").expect("listed");
    assert_eq!(left.organization_ids, ["fabrikam".into()], "who belongs to another one stays with it");
}

#[test]
fn a_customer_whose_people_are_all_gone_looks_wrong_and_changes_nothing() {
    let (_folder, path) = place();
    let roster = open(&path);
    assert_eq!(roster.replace_part(&part(&[])).expect("readable"), None, "there is no list yet");
    take(&roster, &[of("u1", &["contoso"]), of("u3", &["fabrikam"])], at(1), reference());
    let doubtful = roster.replace_part(&part(&[])).expect("readable").expect("a list");
    assert!(matches!(doubtful, Replaced::Doubtful(_)), "{doubtful:?}");
    assert_eq!(found(&roster, &UserQuery::default()), ["u1", "u3"]);
    assert_eq!(roster.refreshes().expect("readable").len(), 1);
}

#[test]
fn the_history_takes_a_part_of_the_file_that_can_be_told() {
    let (_folder, path) = place();
    let roster = open(&path);
    let before = roster.history_bytes().expect("readable");
    take(&roster, &[user("u1", "Ann Lee")], at(1), reference());
    let many: Vec<User> = (0..500).map(|number| user(&format!("n{number}"), "Bob Ray")).collect();
    take(&roster, &[&[user("u1", "Ann Lee")], many.as_slice()].concat(), at(2), reference());
    let after = roster.history_bytes().expect("readable");
    // The last one to close brings the write-ahead log into the file.
    drop(roster);
    let file = std::fs::metadata(&path).expect("a file").len();
    assert!(before > 0 && after > before && after < file, "{before}, {after} of {file}");
}
