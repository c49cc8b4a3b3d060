//! The roster against a plain list in memory that is filtered and sorted in the obvious way.

use crate::asked::{self, expected};
use jiff::Timestamp;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rollcall_core::{AccountState, IdentityProvider, Organization, Role, User};
use rollcall_roster::{
    Changes, Committed, Doubt, ListedField, Reference, RefreshFacts, Roster, UserQuery, fold,
};
use serde_json::{Map, json};
use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

const NAMES: &[&str] =
    &["", "Ann", "ann", "Żółta", "zolta", "Ó Briain", "李", "de la \"Cruz\"", "Straße", "Bob%_"];
const DATES: &[&str] = &[
    "2024-01-01T00:00:00Z",
    "2024-01-01T02:00:00+02:00",
    "2023-12-31T23:59:59.5Z",
    "2025-06-01T00:00:00",
    "2025-06-15T23:30:00-01:00",
    "2025-06-14T12:30:00Z",
    "2025-06-13T12:00:00Z",
    // What stands for no date.
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "soon",
];
pub fn roles() -> Vec<Role> {
    let role = |id: &str, name: &str, weight| Role { id: id.into(), name: name.into(), weight };
    vec![
        role("r1", "Distributor Admin", Some(10)),
        role("r2", "Reader", None),
        role("r3", "Customer Annex", Some(1)),
    ]
}

pub fn providers() -> Vec<IdentityProvider> {
    let provider = |id: &str, name: &str, prefix: Option<&str>| IdentityProvider {
        id: id.into(),
        name: name.into(),
        prefix: prefix.map(Into::into),
        enabled: true,
    };
    vec![provider("p1", "Work email", Some("WAAD")), provider("p2", "Google", None)]
}

pub fn organizations() -> Vec<Organization> {
    let organization = |id: &str, name: &str, erp_id: Option<&str>, parent: &str| Organization {
        id: id.into(),
        name: name.into(),
        erp_id: erp_id.map(Into::into),
        kind: None,
        parent_id: Some(parent.into()),
    };
    // Two are above one another, and `root` is not listed.
    vec![
        organization("o1", "Contoso", Some("E-1"), "root"),
        organization("o2", "Contoso", Some("E-2"), "o1"),
        organization("o3", "Fabrikam", None, "o4"),
        organization("o4", "Circle", None, "o3"),
    ]
}

/// `r9`, `p9` and `o9` are of no list.
pub fn user() -> impl Strategy<Value = User> {
    let ids = (0..40u32, select(NAMES), select(NAMES), select(vec!["New", "Active", "Blocked", "Odd"]));
    let held = (
        vec(select(vec!["r1", "r2", "r3", "r9"]), 0..3),
        proptest::option::of(select(vec!["p1", "p2", "p9"])),
        vec(select(vec!["o1", "o2", "o3", "o9"]), 0..3),
        proptest::option::of(select(vec!["Full", "Restricted", " "])),
        any::<bool>(),
    );
    let mail = proptest::option::of(select(vec!["Example.test", "other.example"]));
    (ids, held, proptest::option::of(select(DATES)), mail).prop_map(|(id, held, created, mail)| User {
        id: format!("u{}", id.0).into(),
        email: mail.map_or(String::new(), |domain| format!("{}.{}@{domain}", fold(id.1), id.0)),
        first_name: id.1.into(),
        last_name: id.2.into(),
        state: AccountState::from_word(id.3),
        created_at: created.map(Into::into),
        accessibility: held.3.map(Into::into),
        role_ids: held.0.into_iter().map(Into::into).collect(),
        identity_provider_id: held.1.map(Into::into),
        external_id: held.4.then(|| format!("waad|{}-xt{}", id.0, id.0)),
        organization_ids: held.2.into_iter().map(Into::into).collect(),
        other: Map::from_iter([("LastSeen".to_owned(), json!(id.0))]),
        raw: None,
    })
}

/// The list as a map: someone listed twice is there once, as given last.
pub type Model = BTreeMap<String, User>;

pub fn model(users: &[User]) -> Model {
    users.iter().map(|user| (user.id.0.clone(), user.clone())).collect()
}

/// The order in which roles and organizations are listed is no difference, nor is one listed twice.
fn in_any_order(user: &User) -> User {
    let mut user = user.clone();
    user.role_ids.sort();
    user.role_ids.dedup();
    user.organization_ids.sort();
    user.organization_ids.dedup();
    user
}

pub fn open(folder: &Path) -> Roster {
    Roster::open(&folder.join("roster.db"), None).expect("a roster")
}

pub fn refresh(roster: &Roster, users: &[User], page: usize) -> Committed {
    let mut refresh = roster.begin_refresh().expect("begun");
    users.chunks(page).for_each(|page| refresh.add(page.to_vec()).expect("staged"));
    let reference =
        Reference { roles: roles(), identity_providers: providers(), organizations: Some(organizations()) };
    let facts = RefreshFacts {
        fetched_at: Timestamp::UNIX_EPOCH,
        complete: true,
        subject: None,
        scope: "platform".into(),
    };
    refresh.commit(reference, facts).expect("written")
}

/// Whether somebody has a field.
type Has<'a> = &'a dyn Fn(&User) -> bool;

/// What looks wrong in a list, counted in the obvious way.
fn doubts(before: &Model, after: &Model) -> Vec<Doubt> {
    let (old, gone) = (before.len(), before.keys().filter(|id| !after.contains_key(*id)).count());
    let too_many = match old {
        0 => false,
        1..20 => after.is_empty() || (gone >= 5 && gone * 2 > old),
        _ => gone * 10 > old,
    };
    let people_gone = too_many.then_some(Doubt::PeopleGone { gone: gone as u32, before: old as u32 });
    let known = ["New", "Active", "Blocked"];
    let fields: [(ListedField, Has<'_>); 8] = [
        (ListedField::Email, &|user| !user.email.is_empty()),
        (ListedField::FirstName, &|user| !user.first_name.is_empty()),
        (ListedField::LastName, &|user| !user.last_name.is_empty()),
        (ListedField::State, &|user| known.contains(&user.state.as_str())),
        (ListedField::Created, &|user| user.created_at.is_some()),
        (ListedField::Roles, &|user| !user.role_ids.is_empty()),
        (ListedField::IdentityProvider, &|user| user.identity_provider_id.is_some()),
        (ListedField::Organizations, &|user| !user.organization_ids.is_empty()),
    ];
    let field_gone = |(field, has): (ListedField, Has<'_>)| {
        let had = before.values().filter(|user| has(user) && after.contains_key(user.id.as_str())).count();
        let enough = if field == ListedField::Email { 1 } else { 5 };
        let lost = had >= enough && !after.values().any(has);
        lost.then_some(Doubt::FieldGone { field, had: had as u32 })
    };
    people_gone.into_iter().chain(fields.into_iter().filter_map(field_gone)).collect()
}

/// The same people without one field, or none.
fn without(users: &[User], field: Option<u8>) -> Vec<User> {
    let mut users = users.to_vec();
    for user in &mut users {
        match field {
            Some(0) => user.email.clear(),
            Some(1) => user.first_name.clear(),
            Some(2) => user.last_name.clear(),
            Some(3) => user.state = AccountState::from_word("4"),
            Some(4) => user.created_at = None,
            Some(5) => user.role_ids.clear(),
            Some(6) => user.identity_provider_id = None,
            Some(7) => user.organization_ids.clear(),
            _ => {}
        }
    }
    users
}

fn before_by_name(model: &Model) -> Vec<String> {
    expected(model, &UserQuery::default(), &vec![]).iter().map(|user| user.id.0.clone()).collect()
}

fn ids(roster: &Roster, query: &UserQuery) -> Vec<String> {
    let mut ids = Vec::new();
    let mut sink = |row: rollcall_roster::UserRow| {
        ids.push(row.id.0);
        ControlFlow::Continue(())
    };
    roster.all_users(query, &mut sink).expect("readable");
    ids
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn every_refresh_tells_who_joined_left_and_changed_and_is_held_where_that_looks_wrong(
        lists in vec((vec(user(), 0..40), proptest::option::weighted(0.3, 0..8u8), 0..3u8), 1..8),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = open(folder.path());
        let (mut before, mut first) = (Model::new(), true);
        for (users, field, word) in lists {
            let users = without(&users, field);
            let after = model(&users);
            let differs = |old: &User, new: &User| in_any_order(old) != in_any_order(new);
            let changed = after.iter().filter(|(id, user)| before.get(*id).is_some_and(|old| differs(old, user)));
            let expected = Changes {
                joined: after.keys().filter(|id| !before.contains_key(*id)).count() as u32,
                left: before.keys().filter(|id| !after.contains_key(*id)).count() as u32,
                changed: changed.count() as u32,
                total: after.len() as u32,
            };
            let doubts = if first { vec![] } else { doubts(&before, &after) };
            match refresh(&roster, &users, 9) {
                Committed::Taken(changes) => {
                    prop_assert_eq!((changes, vec![]), (expected, doubts));
                    prop_assert_eq!(roster.held().expect("readable"), None);
                    before = after;
                }
                Committed::Held(held) => {
                    prop_assert_eq!((held.changes, &held.doubts), (expected, &doubts));
                    prop_assert!(!doubts.is_empty());
                    prop_assert_eq!(roster.held().expect("readable"), Some(held.clone()));
                    match word {
                        0 => {
                            roster.take_held(held.facts.fetched_at).expect("written").expect("held");
                            before = after;
                        }
                        1 => prop_assert!(roster.discard_held(held.facts.fetched_at).expect("written")),
                        // Nobody says anything, and the next refresh begins.
                        _ => {}
                    }
                }
            }
            let everyone = UserQuery::default();
            prop_assert_eq!(ids(&roster, &everyone), before_by_name(&before));
            first = false;
        }
    }

    #[test]
    fn everyone_and_everything_comes_back_as_given(users in vec(user(), 1..30), pick in any::<Index>()) {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = open(folder.path());
        refresh(&roster, &users, 4);
        let model = model(&users);
        let (_, wanted) = model.iter().nth(pick.index(model.len())).expect("someone");
        let found = roster.user(&wanted.id).expect("readable");
        prop_assert_eq!(found.as_ref(), Some(wanted));
        for role in roster.roles().expect("roles") {
            let holders = model.values().filter(|user| user.role_ids.contains(&role.role.id));
            prop_assert_eq!(role.people as usize, holders.count());
        }
        for provider in roster.identity_providers().expect("providers") {
            let id = &provider.identity_provider.id;
            let users = model.values().filter(|user| asked::provider(user) == id.0);
            prop_assert_eq!(provider.people as usize, users.count());
        }
        for organization in roster.organizations().expect("organizations") {
            let members = model.values().filter(|user| user.organization_ids.contains(&organization.organization.id));
            prop_assert_eq!(organization.people as usize, members.count());
        }
        let summary = roster.summary().expect("a summary");
        for (state, people) in &summary.by_state {
            prop_assert_eq!(*people as usize, model.values().filter(|user| user.state.as_str() == state).count());
        }
        prop_assert_eq!(summary.by_state.iter().map(|(_, people)| people).sum::<u32>(), summary.people);
    }
}
