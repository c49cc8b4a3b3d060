//! A plain list in memory that is filtered, sorted and counted in the obvious way.

use crate::model::{Model, organizations, providers, roles};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rollcall_core::{AccountState, CanonicalEmail, User};
use rollcall_roster::{InvitationQueue, RoleCount, SortBy, SortColumn, UserQuery, fold};
use std::cmp::Ordering;
use std::collections::BTreeSet;

const WORDS: &[&str] = &[
    "a",
    "an",
    "ann",
    "ANN",
    "zo",
    "żół",
    "example",
    "u1",
    "u12",
    "adm",
    "contoso",
    "é",
    "李",
    "%",
    "_",
    "\"",
    "xt1",
    "7-xt",
    "e@",
    "strasse",
    "x y",
    "waad",
    "waad|1-xt1",
    "@other",
    "ann.7@example.test",
];

/// What time it is in these tests.
pub fn now() -> Timestamp {
    "2025-06-20T12:00:00Z".parse().expect("a time")
}

pub fn sort() -> impl Strategy<Value = SortBy> {
    let columns = vec![
        SortColumn::Name,
        SortColumn::FirstName,
        SortColumn::LastName,
        SortColumn::Email,
        SortColumn::Domain,
        SortColumn::State,
        SortColumn::Role,
        SortColumn::Organization,
        SortColumn::Provider,
        SortColumn::Created,
        SortColumn::Accessibility,
        SortColumn::ExternalId,
        SortColumn::Id,
        SortColumn::Invitation,
    ];
    (select(columns), any::<bool>()).prop_map(|(column, descending)| SortBy { column, descending })
}

/// One filter or two of each kind now and then, so that somebody is left mostly.
pub fn query() -> impl Strategy<Value = UserQuery> {
    fn few(values: &[&'static str]) -> impl Strategy<Value = Vec<&'static str>> {
        prop_oneof![4 => Just(vec![]), 1 => vec(select(values.to_vec()), 1..3)]
    }
    let lists = (
        few(WORDS),
        few(&["new", "Active", "Odd", "Nobody"]),
        few(&["r1", "r2", "r9", "none"]),
        few(&["p1", "p9", ""]),
        few(&["root", "o1", "o2", "o3", "o9", "nowhere", ""]),
        few(&["Example.test", "other.example", "nowhere.example", ""]),
        few(&["Full", "Restricted", ""]),
        few(&["u1", "u2", "u3", "u17", "nobody"]),
    );
    let days = || proptest::option::weighted(0.15, select(vec!["2023-12-31", "2024-01-01", "2025-06-15"]));
    let queues = proptest::option::weighted(0.2, select(InvitationQueue::ALL.to_vec()));
    let counts = proptest::option::weighted(0.2, select(RoleCount::ALL.to_vec()));
    (lists, days(), days(), queues, counts, vec(sort(), 0..4)).prop_map(
        |(lists, from, until, invitation, role_count, sort)| UserQuery {
            search: lists.0.join("  "),
            states: lists.1.into_iter().map(Into::into).collect(),
            role_ids: lists.2.into_iter().map(Into::into).collect(),
            identity_provider_ids: lists.3.into_iter().map(Into::into).collect(),
            organization_ids: lists.4.into_iter().map(Into::into).collect(),
            mail_domains: lists.5.into_iter().map(Into::into).collect(),
            accessibilities: lists.6.into_iter().map(Into::into).collect(),
            created_from: from.map(Into::into),
            created_until: until.map(Into::into),
            invitation,
            role_count,
            ids: lists.7.into_iter().map(Into::into).collect(),
            sort,
        },
    )
}

/// Whom Rollcall itself invited, and when.
pub type Sent = Vec<(CanonicalEmail, Timestamp)>;

fn role_name(id: &str) -> String {
    roles().into_iter().find(|role| role.id.as_str() == id).map_or(id.to_owned(), |role| role.name)
}

pub fn provider_name(id: &str) -> String {
    providers()
        .into_iter()
        .find(|provider| provider.id.as_str() == id)
        .map_or(id.to_owned(), |provider| provider.name)
}

fn organization_label(id: &str) -> String {
    organizations().into_iter().find(|one| one.id.as_str() == id).map_or(id.to_owned(), |one| one.label())
}

fn role_names(user: &User) -> Vec<String> {
    user.role_ids.iter().map(|id| role_name(id.as_str())).collect()
}

fn labels(user: &User) -> Vec<String> {
    user.organization_ids.iter().map(|id| organization_label(id.as_str())).collect()
}

pub fn domain(user: &User) -> String {
    CanonicalEmail::of_listed(&user.email).domain().to_owned()
}

pub fn accessibility(user: &User) -> String {
    user.accessibility.as_deref().unwrap_or_default().trim().to_owned()
}

pub fn provider(user: &User) -> String {
    let named = user.identity_provider_id.as_ref().map(|id| id.0.clone());
    let by_prefix = || user.external_id.as_deref()?.starts_with("waad|").then(|| "p1".to_owned());
    named.or_else(by_prefix).unwrap_or_default()
}

/// The organizations of a person and everything above them; `""` of those who have none.
pub fn belongs(user: &User) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = user.organization_ids.iter().map(|id| id.0.clone()).collect();
    // Deep enough for every tree of these tests.
    for _ in 0..organizations().len() {
        let parents = organizations().into_iter().filter(|one| all.contains(one.id.as_str()));
        let parents: Vec<String> = parents.filter_map(|one| Some(one.parent_id?.0)).collect();
        all.extend(parents);
    }
    if all.is_empty() { BTreeSet::from([String::new()]) } else { all }
}

pub fn role_count(user: &User) -> RoleCount {
    match user.role_ids.iter().collect::<BTreeSet<_>>().len() {
        0 => RoleCount::None,
        1 => RoleCount::One,
        _ => RoleCount::Several,
    }
}

/// A date as a point in time; without an offset it is UTC.
pub fn moment(listed: &str) -> Option<Timestamp> {
    listed.parse().or_else(|_| format!("{listed}Z").parse()).ok()
}

/// When somebody was created, where that can be: not in the year 1 and not in the year 9999.
fn created(user: &User) -> Option<Timestamp> {
    let at = moment(user.created_at.as_deref()?)?;
    let year = TimeZone::UTC.to_datetime(at).year();
    (1971..2070).contains(&year).then_some(at)
}

pub fn day(user: &User) -> Option<String> {
    let created = created(user)?;
    Some(TimeZone::UTC.to_datetime(created).date().to_string())
}

pub fn invited(user: &User, sent: &Sent) -> Option<Timestamp> {
    let own = CanonicalEmail::of_listed(&user.email);
    let sends = sent.iter().filter(|(address, _)| *address == own).map(|(_, at)| *at);
    sends.chain(created(user)).max().filter(|_| user.state == AccountState::New)
}

pub fn is_in(queue: InvitationQueue, user: &User, sent: &Sent) -> bool {
    const DAY: f64 = 24.0 * 60.0 * 60.0;
    let Some(invited) = invited(user, sent) else { return false };
    let age = (now().as_second() - invited.as_second()) as f64 / DAY;
    match queue {
        InvitationQueue::Waiting => age < 7.0,
        InvitationQueue::LapsesTomorrow => age < 7.0 && age > 5.0,
        InvitationQueue::Lapsed => age >= 7.0,
        InvitationQueue::OlderThan30Days => age > 30.0,
    }
}

fn found(user: &User, search: &str) -> bool {
    let known_role = |id: &str| roles().iter().any(|role| role.id.as_str() == id);
    let mut texts = vec![user.first_name.clone(), user.last_name.clone(), user.email.clone()];
    texts.extend(user.role_ids.iter().filter(|id| known_role(id.as_str())).map(|id| role_name(id.as_str())));
    texts.extend(labels(user));
    let external = user.external_id.clone().unwrap_or_default();
    let ids = [user.id.0.clone(), external.split('|').next_back().unwrap_or_default().to_owned()];
    let has = |texts: &[String], word: &str| texts.iter().any(|text| fold(text).contains(word));
    let has_word = |word: &str| has(&texts, word) || (word.chars().count() > 2 && has(&ids, word));
    let whole = search.trim();
    let exact = !whole.is_empty()
        && (user.id.as_str() == whole
            || external == whole
            || CanonicalEmail::of_listed(&user.email) == CanonicalEmail::of_listed(whole));
    exact || fold(search).split_whitespace().all(has_word)
}

pub fn matches(user: &User, query: &UserQuery, sent: &Sent) -> bool {
    fn any<T>(wanted: &[T], is: impl Fn(&T) -> bool) -> bool {
        wanted.is_empty() || wanted.iter().any(is)
    }
    let created = day(user);
    found(user, &query.search)
        && any(&query.states, |word| AccountState::from_word(word) == user.state)
        && any(&query.role_ids, |id| user.role_ids.contains(id))
        && any(&query.identity_provider_ids, |id| provider(user) == id.0)
        && any(&query.organization_ids, |id| belongs(user).contains(&id.0))
        && any(&query.mail_domains, |one| domain(user) == one.to_lowercase())
        && any(&query.accessibilities, |one| accessibility(user) == *one)
        && any(&query.ids, |id| user.id == *id)
        && query.created_from.as_ref().is_none_or(|from| created.as_ref().is_some_and(|day| day >= from))
        && query.created_until.as_ref().is_none_or(|until| created.as_ref().is_some_and(|day| day <= until))
        && query.invitation.is_none_or(|queue| is_in(queue, user, sent))
        && query.role_count.is_none_or(|count| role_count(user) == count)
}

/// The text of a person in a column that is no date.
pub fn text(user: &User, column: SortColumn) -> String {
    match column {
        SortColumn::Name => fold(&format!("{} {}", user.first_name, user.last_name)),
        SortColumn::FirstName => fold(&user.first_name),
        SortColumn::LastName => fold(&user.last_name),
        SortColumn::Email => fold(&user.email),
        SortColumn::Domain => fold(&domain(user)),
        SortColumn::State => fold(user.state.as_str()),
        SortColumn::Role => fold(&role_names(user).join(", ")),
        SortColumn::Organization => fold(&labels(user).join(", ")),
        SortColumn::Provider => fold(&provider_name(&provider(user))),
        SortColumn::Accessibility => fold(&accessibility(user)),
        SortColumn::ExternalId => fold(user.external_id.as_deref().unwrap_or_default()),
        SortColumn::Id => user.id.0.clone(),
        SortColumn::Created | SortColumn::Invitation => String::new(),
    }
}

/// What is compared: points in time, then texts.
fn key(user: &User, column: SortColumn, sent: &Sent) -> Option<(bool, Option<Timestamp>, String)> {
    match column {
        SortColumn::Created => {
            let listed = user.created_at.as_deref()?;
            let at = moment(listed);
            Some((at.is_none(), at, if at.is_none() { fold(listed) } else { String::new() }))
        }
        SortColumn::Invitation => {
            let second = invited(user, sent)?.as_second();
            Some((false, Timestamp::from_second(second).ok(), String::new()))
        }
        _ => Some((false, None, text(user, column))).filter(|(_, _, text)| !text.is_empty()),
    }
}

fn compare(a: &User, b: &User, by: SortBy, sent: &Sent) -> Ordering {
    let (a, b) = (key(a, by.column, sent), key(b, by.column, sent));
    let blank_last = a.is_none().cmp(&b.is_none());
    blank_last.then(if by.descending { b.cmp(&a) } else { a.cmp(&b) })
}

pub fn expected<'a>(model: &'a Model, query: &UserQuery, sent: &Sent) -> Vec<&'a User> {
    let mut found: Vec<&User> = model.values().filter(|user| matches(user, query, sent)).collect();
    let by_name = [SortBy::default()];
    let sort = if query.sort.is_empty() { by_name.as_slice() } else { &query.sort };
    found.sort_by(|a, b| {
        let by_columns = sort.iter().map(|by| compare(a, b, *by, sent)).find(|order| order.is_ne());
        by_columns.unwrap_or_else(|| a.id.cmp(&b.id))
    });
    found
}
