//! Windows, facets, places and marked rows, against the obvious way.

use crate::asked::{self, Sent, expected, matches, now, query, sort};
use crate::model::{Model, model, open, refresh, user};
use crate::{found, place, searching};
use jiff::{Timestamp, ToSpan};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rollcall_core::{AccountState, CanonicalEmail, User};
use rollcall_roster::{
    InvitationQueue, JumpTo, Picked, RoleCount, Roster, RosterError, RowRange, SortBy, SortColumn,
    UserFacets, UserQuery, fold,
};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::Path;

/// Some of the people were invited by Rollcall, some of those several times.
fn sent() -> impl Strategy<Value = Sent> {
    let address = (select(vec!["ann", "zolta", ""]), 0..40u32, select(vec!["example.test", "other.example"]))
        .prop_map(|(name, id, domain)| CanonicalEmail::of_listed(&format!("{name}.{id}@{domain}")));
    let at = (0..45i64 * 24).prop_map(|hours| now() - hours.hours());
    vec((address, at), 0..60)
}

fn listed(folder: &Path, users: &[User], sent: &Sent) -> Roster {
    let roster = open(folder).with_clock(|| now() + 30.seconds());
    refresh(&roster, users, 7);
    roster.tell_sent(sent.clone());
    roster
}

fn ids(users: &[&User]) -> Vec<String> {
    users.iter().map(|user| user.id.0.clone()).collect()
}

fn picked_ids(
    roster: &Roster,
    query: &UserQuery,
    picked: Option<&Picked>,
) -> Result<Vec<String>, RosterError> {
    let mut ids = Vec::new();
    roster.each_of(query, picked, &mut |row| {
        ids.push(row.id.0);
        ControlFlow::Continue(())
    })?;
    Ok(ids)
}

/// How many people have each value, over all filters but one.
fn counted(
    model: &Model,
    query: &UserQuery,
    sent: &Sent,
    values: impl Fn(&User) -> BTreeSet<String>,
) -> BTreeMap<String, u32> {
    let mut counts = BTreeMap::new();
    for user in model.values() {
        let counts_here = u32::from(matches(user, query, sent));
        values(user).into_iter().for_each(|value| *counts.entry(value).or_default() += counts_here);
    }
    counts
}

fn one(value: String) -> BTreeSet<String> {
    BTreeSet::from([value])
}

fn told(values: &[rollcall_roster::FacetValue]) -> BTreeMap<String, u32> {
    values.iter().map(|value| (value.id.clone(), value.people)).collect()
}

/// The values that are told but chosen or listed by none: nobody has them.
fn with_zeros(mut counts: BTreeMap<String, u32>, also: &[&str]) -> BTreeMap<String, u32> {
    for id in also {
        counts.entry((*id).to_owned()).or_default();
    }
    counts
}

fn check_facets(facets: &UserFacets, model: &Model, query: &UserQuery, sent: &Sent) {
    let without = |clear: fn(&mut UserQuery)| {
        let mut query = query.clone();
        clear(&mut query);
        query
    };
    let texts = |ids: &[String]| {
        ids.iter().map(|id| AccountState::from_word(id).as_str().to_owned()).collect::<Vec<_>>()
    };

    let states =
        counted(model, &without(|query| query.states.clear()), sent, |user| one(user.state.as_str().into()));
    let chosen = texts(&query.states);
    assert_eq!(
        told(&facets.states),
        with_zeros(states, &chosen.iter().map(String::as_str).collect::<Vec<_>>())
    );

    let roles = counted(model, &without(|query| query.role_ids.clear()), sent, |user| {
        user.role_ids.iter().map(|id| id.0.clone()).collect()
    });
    let chosen: Vec<&str> = query.role_ids.iter().map(|id| id.as_str()).chain(["r1", "r2", "r3"]).collect();
    assert_eq!(told(&facets.roles), with_zeros(roles, &chosen));

    let providers = counted(model, &without(|query| query.identity_provider_ids.clear()), sent, |user| {
        one(asked::provider(user))
    });
    let chosen: Vec<&str> =
        query.identity_provider_ids.iter().map(|id| id.as_str()).chain(["p1", "p2"]).collect();
    assert_eq!(told(&facets.identity_providers), with_zeros(providers, &chosen));

    let organizations =
        counted(model, &without(|query| query.organization_ids.clear()), sent, asked::belongs);
    for facet in &facets.organizations {
        assert_eq!(facet.people, organizations.get(&facet.id).copied().unwrap_or(0), "{}", facet.id);
    }
    let known: BTreeSet<&str> = facets.organizations.iter().map(|facet| facet.id.as_str()).collect();
    assert!(organizations.keys().all(|id| id == "root" || known.contains(id.as_str())), "{known:?}");
    assert!(query.organization_ids.iter().all(|id| known.contains(id.as_str())), "{known:?}");

    let domains =
        counted(model, &without(|query| query.mail_domains.clear()), sent, |user| one(asked::domain(user)));
    let holding = |domain: &&String| domain.contains("example") && domains[*domain] > 0;
    assert_eq!(facets.mail_domains_total as usize, domains.keys().filter(holding).count());
    for facet in &facets.mail_domains {
        assert_eq!(facet.people, domains.get(&facet.id).copied().unwrap_or(0), "{}", facet.id);
    }
    let told_domains = told(&facets.mail_domains);
    assert!(domains.keys().filter(holding).all(|domain| told_domains.contains_key(domain)));
    assert!(query.mail_domains.iter().all(|domain| told_domains.contains_key(&domain.to_lowercase())));

    let accessibilities = counted(model, &without(|query| query.accessibilities.clear()), sent, |user| {
        one(asked::accessibility(user))
    });
    let chosen: Vec<&str> = query.accessibilities.iter().map(String::as_str).collect();
    assert_eq!(told(&facets.accessibilities), with_zeros(accessibilities, &chosen));

    let dates = without(|query| (query.created_from, query.created_until) = (None, None));
    let mut months = counted(model, &dates, sent, |user| {
        one(asked::day(user).map_or(String::new(), |day| day[..7].into()))
    });
    assert_eq!(facets.created_unknown, months.remove("").unwrap_or(0));
    months.retain(|_, people| *people > 0);
    let told_months = facets.created.iter().map(|month| (month.month.clone(), month.people));
    let filled: BTreeMap<String, u32> = told_months.filter(|(_, people)| *people > 0).collect();
    assert_eq!(filled, months);
    assert!(facets.created.windows(2).all(|pair| follows(&pair[0].month, &pair[1].month)));

    let queues = without(|query| query.invitation = None);
    for count in &facets.invitations {
        let waiting = |user: &&User| matches(user, &queues, sent) && asked::is_in(count.queue, user, sent);
        assert_eq!(count.people as usize, model.values().filter(waiting).count(), "{:?}", count.queue);
    }
    assert_eq!(facets.invitations.len(), InvitationQueue::ALL.len());
    let counts = without(|query| query.role_count = None);
    for count in &facets.role_counts {
        let holding = |user: &&User| matches(user, &counts, sent) && asked::role_count(user) == count.count;
        assert_eq!(count.people as usize, model.values().filter(holding).count(), "{:?}", count.count);
    }
    assert_eq!(facets.role_counts.len(), RoleCount::ALL.len());
}

fn follows(before: &str, after: &str) -> bool {
    let months = |month: &str| month[..4].parse::<u32>().unwrap() * 12 + month[5..].parse::<u32>().unwrap();
    months(before) + 1 == months(after)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_window_is_a_part_of_the_filtered_and_sorted_list(
        users in vec(user(), 0..60),
        sent in sent(),
        queries in vec((query(), 0..70u32, 0..70u32), 1..16),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = listed(folder.path(), &users, &sent);
        let model = model(&users);
        for (query, offset, limit) in queries {
            let expected = ids(&expected(&model, &query, &sent));
            let window = roster.window(&query, offset, limit).expect("a window");
            let shown: Vec<_> = window.rows.iter().map(|row| row.id.0.clone()).collect();
            let part: Vec<_> = expected.iter().skip(offset as usize).take(limit as usize).cloned().collect();
            prop_assert_eq!(shown, part, "{:?}", &query);
            prop_assert_eq!((window.total, window.matching), (model.len() as u32, expected.len() as u32));
            prop_assert_eq!(picked_ids(&roster, &query, None).expect("readable"), expected);
        }
    }

    #[test]
    fn every_facet_is_counted_over_all_other_filters(
        users in vec(user(), 0..50),
        sent in sent(),
        queries in vec(query(), 1..8),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = listed(folder.path(), &users, &sent);
        let model = model(&users);
        for query in queries {
            let facets = roster.facets(&query, "EXAMPLE").expect("facets");
            prop_assert_eq!(facets.matching as usize, expected(&model, &query, &sent).len());
            check_facets(&facets, &model, &query, &sent);
        }
    }

    #[test]
    fn a_text_is_jumped_to_where_it_begins_or_would_stand(
        users in vec(user(), 0..60),
        query in query(),
        by in sort(),
        prefix in select(vec!["", "a", "ann", "ANN ", "b", "Żół", "o", "李", "zz", "u2", "waad|", "work"]),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = listed(folder.path(), &users, &vec![]);
        let model = model(&users);
        let query = UserQuery { sort: vec![by], ..query };
        let rows = expected(&model, &query, &vec![]);
        for (place, user) in rows.iter().enumerate() {
            let to = JumpTo::Person(user.id.clone());
            prop_assert_eq!(roster.place(&query, &to).expect("readable"), Some(place as u32));
        }
        if !matches!(by.column, SortColumn::Created | SortColumn::Invitation) {
            let wanted = if by.column == SortColumn::Id { prefix.trim().to_owned() } else { fold(prefix) };
            let is_there = |user: &&User| {
                let text = asked::text(user, by.column);
                let after = if by.descending { text < wanted } else { text > wanted };
                text.is_empty() || text.starts_with(&wanted) || after
            };
            let place = rows.iter().position(is_there).map(|place| place as u32);
            prop_assert_eq!(roster.place(&query, &JumpTo::Prefix(prefix.into())).expect("readable"), place);
        }
    }

    #[test]
    fn marked_rows_are_these_people_in_order_and_nobody_twice(
        users in vec(user(), 0..60),
        sent in sent(),
        query in query(),
        ranges in vec((0..60u32, 0..8u32), 0..6),
        all in proptest::bool::weighted(0.2),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = listed(folder.path(), &users, &sent);
        let model = model(&users);
        let ranges: Vec<_> = ranges.into_iter().map(|(from, more)| RowRange { from, to: from + more }).collect();
        let rows = ids(&expected(&model, &query, &sent));
        let marked = |place: u32| all || ranges.iter().any(|range| (range.from..=range.to).contains(&place));
        let chosen: Vec<_> = rows.iter().zip(0..).filter(|(_, place)| marked(*place)).map(|(id, _)| id.clone()).collect();
        let as_of = roster.window(&query, 0, 1).expect("a window").as_of.expect("a list");
        let picked = Picked { all, ranges: ranges.clone(), as_of };
        prop_assert_eq!(roster.count_of(&query, Some(&picked)).expect("readable") as usize, chosen.len());
        prop_assert_eq!(picked_ids(&roster, &query, Some(&picked)).expect("readable"), chosen);
    }
}

fn person(id: &str, name: &str, state: &str, created: &str) -> User {
    User {
        state: AccountState::from_word(state),
        created_at: Some(created.into()),
        role_ids: vec![],
        ..crate::user(id, name)
    }
}

fn in_queue(queue: InvitationQueue) -> UserQuery {
    UserQuery { invitation: Some(queue), ..UserQuery::default() }
}

#[test]
fn an_id_or_an_address_pasted_anywhere_lands_on_its_person() {
    let (_folder, path) = place();
    let roster = crate::open(&path);
    let mut twin = crate::user("9C41-2", "Bob Ray");
    twin.email = "9c41-1@contoso.example".into();
    crate::refresh(&roster, &[crate::user("9c41-1", "Ann Lee"), twin, crate::user("9c41-3", "Cy Dee")]);
    let exact = |text: &str| {
        let window = roster.window(&searching(text), 0, 10).expect("a window");
        window.exact.map(|id| id.0)
    };
    assert_eq!(exact(" 9c41-3\n").as_deref(), Some("9c41-3"));
    assert_eq!(exact("9C41-3").as_deref(), Some("9c41-3"), "ids are pasted in capital letters too");
    assert_eq!(exact("waad|9c41-1").as_deref(), Some("9c41-1"));
    assert_eq!(exact("9C41-3@CONTOSO.example").as_deref(), Some("9c41-3"));
    assert_eq!(exact("9c41-1@contoso.example"), None, "two people have it");
    assert_eq!(found(&roster, &searching("9c41-1@contoso.example")), ["9c41-1", "9C41-2"]);
    assert_eq!(exact("9c41"), None);
}

#[test]
fn rows_of_a_list_that_was_refreshed_since_are_refused() {
    let (_folder, path) = place();
    let roster = crate::open(&path);
    crate::refresh(&roster, &[crate::user("u1", "Ann Lee")]);
    let everyone = UserQuery::default();
    let as_of = roster.window(&everyone, 0, 1).expect("a window").as_of.expect("a list");
    let picked = Picked { all: true, ranges: vec![], as_of };
    assert_eq!(picked_ids(&roster, &everyone, Some(&picked)).expect("readable"), ["u1"]);
    let stale = Picked { as_of: "2026-11-22T08:00:00Z".into(), ..picked };
    let refused = picked_ids(&roster, &everyone, Some(&stale));
    assert!(matches!(refused, Err(RosterError::ListChanged)), "{refused:?}");
    assert!(matches!(roster.count_of(&everyone, Some(&stale)), Err(RosterError::ListChanged)));
}

#[test]
fn rows_of_a_queue_are_refused_once_somebody_in_it_was_invited_again() {
    let (_folder, path) = place();
    let roster = crate::open(&path).with_clock(now);
    crate::refresh(
        &roster,
        &[
            person("u1", "Ann Lee", "New", "2025-06-01T00:00:00Z"),
            person("u2", "Bob Ray", "New", "2025-06-02T00:00:00Z"),
        ],
    );
    let lapsed = in_queue(InvitationQueue::Lapsed);
    let window = roster.window(&lapsed, 0, 10).expect("a window");
    let second = Picked {
        all: false,
        ranges: vec![RowRange { from: 1, to: 1 }],
        as_of: window.as_of.expect("a list"),
    };
    assert_eq!(picked_ids(&roster, &lapsed, Some(&second)).expect("readable"), ["u2"]);
    roster.tell_sent(vec![(CanonicalEmail::of_listed("u1@contoso.example"), now() - 1.hour())]);
    let refused = picked_ids(&roster, &lapsed, Some(&second));
    assert!(matches!(refused, Err(RosterError::ListChanged)), "the second row is nobody now: {refused:?}");
    let by_name = UserQuery::default();
    let as_of = |roster: &Roster| roster.window(&by_name, 0, 1).expect("a window").as_of;
    let before = as_of(&roster);
    roster.tell_sent(vec![]);
    assert_eq!(as_of(&roster), before, "other rows have nothing to do with it");
}

#[test]
fn an_invitation_counts_from_the_later_of_the_send_record_and_the_creation_date() {
    let (_folder, path) = place();
    let roster = crate::open(&path).with_clock(now);
    let people = [
        person("u1", "Ann Lee", "New", "2025-06-19T12:00:00Z"),
        person("u2", "Bob Ray", "New", "2025-05-01T12:00:00Z"),
        person("u3", "Cy Dee", "Active", "2025-06-19T12:00:00Z"),
        person("u4", "Di Em", "New", "soon"),
    ];
    crate::refresh(&roster, &people);
    let sent = |id: &str, at: Timestamp| (CanonicalEmail::of_listed(&format!("{id}@contoso.example")), at);
    assert_eq!(found(&roster, &in_queue(InvitationQueue::OlderThan30Days)), ["u2"]);
    let (long_ago, lately) = (now() - (40 * 24).hours(), now() - (6 * 24).hours());
    roster.tell_sent(vec![
        sent("u1", long_ago),
        sent("u2", long_ago),
        sent("u2", lately),
        sent("u3", lately),
        sent("u4", lately),
    ]);
    assert_eq!(found(&roster, &in_queue(InvitationQueue::Waiting)), ["u1", "u2", "u4"]);
    assert_eq!(found(&roster, &in_queue(InvitationQueue::LapsesTomorrow)), ["u2", "u4"]);
    assert_eq!(found(&roster, &in_queue(InvitationQueue::Lapsed)), Vec::<String>::new());
    let basis: Vec<_> =
        people.iter().map(|user| roster.invited(user).map(|one| one.by_send_record)).collect();
    assert_eq!(basis, [Some(false), Some(true), None, Some(true)]);
    let oldest_first = UserQuery {
        sort: vec![SortBy { column: SortColumn::Invitation, descending: false }],
        ..UserQuery::default()
    };
    assert_eq!(found(&roster, &oldest_first), ["u2", "u4", "u1", "u3"]);
}

#[test]
fn a_queue_moves_with_time_while_the_list_stays() {
    let (_folder, path) = place();
    let clock = std::sync::Arc::new(std::sync::Mutex::new(now()));
    let told = std::sync::Arc::clone(&clock);
    let roster = crate::open(&path).with_clock(move || *told.lock().expect("a time"));
    crate::refresh(&roster, &[person("u1", "Ann Lee", "New", "2025-06-15T12:00:00Z")]);
    assert_eq!(found(&roster, &in_queue(InvitationQueue::Waiting)), ["u1"]);
    *clock.lock().expect("a time") = now() + 48.hours();
    assert_eq!(found(&roster, &in_queue(InvitationQueue::Waiting)), Vec::<String>::new());
    assert_eq!(found(&roster, &in_queue(InvitationQueue::Lapsed)), ["u1"]);
}

#[test]
fn a_date_is_jumped_to_by_its_beginning() {
    let (_folder, path) = place();
    let roster = crate::open(&path);
    let dates =
        ["2023-05-01T00:00:00Z", "2024-02-01T00:00:00Z", "2024-09-01T00:00:00Z", "2026-01-01T00:00:00Z"];
    let people: Vec<_> =
        dates.iter().zip(1..).map(|(date, n)| person(&format!("u{n}"), "Ann Lee", "Active", date)).collect();
    crate::refresh(&roster, &people);
    let place = |text: &str, descending| {
        let sort = vec![SortBy { column: SortColumn::Created, descending }];
        let query = UserQuery { sort, ..UserQuery::default() };
        roster.place(&query, &JumpTo::Prefix(text.into())).expect("readable")
    };
    assert_eq!([place("2024", false), place("2025", false), place("2027", false)], [Some(1), Some(3), None]);
    assert_eq!([place("2024", true), place("2025", true), place("2022", true)], [Some(1), Some(1), None]);
}

#[test]
fn at_most_a_hundred_mail_domains_are_told_and_the_chosen_ones_beside_them() {
    let (_folder, path) = place();
    let roster = crate::open(&path);
    let mut people = Vec::new();
    for n in 0..150 {
        let mut one = crate::user(&format!("u{n}"), "Ann Lee");
        one.email = format!("u{n}@d{:03}.example", n.min(120));
        people.push(one);
    }
    crate::refresh(&roster, &people);
    let query = UserQuery {
        mail_domains: vec!["d119.example".into(), "gone.example".into()],
        ..UserQuery::default()
    };
    let facets = roster.facets(&query, "").expect("facets");
    let told: Vec<_> = facets.mail_domains.iter().map(|value| (value.id.as_str(), value.people)).collect();
    assert_eq!((facets.mail_domains_total, told.len()), (121, 102));
    assert_eq!(told[0], ("d120.example", 30));
    assert_eq!(told[100..], [("d119.example", 1), ("gone.example", 0)]);
    let some = roster.facets(&query, " D00").expect("facets");
    assert_eq!((some.mail_domains_total, some.mail_domains.len()), (10, 12));
}

#[test]
fn fields_without_a_name_are_known_by_theirs() {
    let (_folder, path) = place();
    let roster = crate::open(&path);
    assert_eq!(roster.known_fields().expect("readable"), Vec::<String>::new());
    let mut bare = crate::user("u2", "Bob Ray");
    bare.other = [("Desk".to_owned(), 7.into())].into_iter().collect();
    crate::refresh(&roster, &[crate::user("u1", "Ann Lee"), bare]);
    assert_eq!(roster.known_fields().expect("readable"), ["Desk", "Phone"]);
}

#[test]
fn a_day_that_is_none_is_said_to_be_none() {
    let (_folder, path) = place();
    let roster = crate::open(&path);
    crate::refresh(&roster, &[crate::user("u1", "Ann Lee")]);
    let query = UserQuery { created_from: Some("yesterday".into()), ..UserQuery::default() };
    assert!(matches!(roster.window(&query, 0, 1), Err(RosterError::NoDay)));
}
