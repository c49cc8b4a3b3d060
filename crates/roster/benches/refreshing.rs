//! How long a refresh takes, beside what nobody can do without: reading the JSON and inserting the same people into
//! the same tables with the same indexes, encrypted with the same key. Both go by turns, four pages each.
//!
//! `cargo bench -p rollcall-roster --bench refreshing [people…]` prints a line for each list; without a number, those
//! of 10,000, of 100,000 and of 1,000,000 people. The last takes some minutes and a gigabyte for its pages.
#![allow(missing_docs, reason = "a program, not a library")]

use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, IdentityProvider, Organization, Role, Secret, User};
use rollcall_roster::{Committed, Reference, RefreshFacts, Roster, SCHEMA, fold};
use rollcall_store::DataKey;
use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Entries of a page, and pages that a refresh writes at once.
const PAGE: u32 = 1_000;
const AT_ONCE: usize = 4;
const MOST: f64 = 1.5;

fn main() -> ExitCode {
    let asked: Vec<u32> = std::env::args().skip(1).filter_map(|word| word.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    let kept: Vec<bool> = sizes.into_iter().map(measure).collect();
    if kept.into_iter().all(|kept| kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The first list, and one of which one in a hundred people is different from the list that stands.
fn measure(people: u32) -> bool {
    let rounds = if people <= 100_000 { 3 } else { 1 };
    let (before, after) = (pages(people, 0), pages(people, 1));
    let (mut first, mut next) = (Beside::default(), Beside::default());
    for _ in 0..rounds {
        let folder = tempfile::tempdir().expect("a folder");
        let roster = Roster::open(&folder.path().join("roster.db"), Some(&key())).expect("a roster");
        let bare = |name| Bare::open(&folder.path().join(name));
        refresh(&roster, &before, &mut first, bare("first.db"));
        // The shelf of the list before the last has to be emptied, as it is every time from then on.
        refresh(&roster, &after, &mut Beside::default(), bare("between.db"));
        refresh(&roster, &before, &mut next, bare("next.db"));
    }
    println!("{people} people:");
    first.within("first list") & next.within("next list, 1 in 100 changed")
}

/// What a refresh took, and beside it the same people bare, by turns: the pace of a machine changes while it goes on.
#[derive(Default)]
struct Beside {
    refresh: Duration,
    bare: Duration,
}

impl Beside {
    fn within(&self, what: &str) -> bool {
        let [refresh, bare] = [self.refresh, self.bare].map(|time| time.as_secs_f64());
        let kept = refresh <= MOST * bare;
        println!(
            "  {what}: {refresh:.2} s, bare JSON and SQLite {bare:.2} s, {:.2} times (at most {MOST}){}",
            refresh / bare,
            if kept { "" } else { " MISSED" }
        );
        kept
    }
}

/// Adds to `time` what the work takes.
fn timed<T>(time: &mut Duration, work: impl FnOnce() -> T) -> T {
    let started = Instant::now();
    let done = work();
    *time += started.elapsed();
    done
}

fn key() -> DataKey {
    DataKey::from_hex(&Secret::new("7".repeat(64))).expect("a key")
}

/// The bodies of all pages of a list; in each `version` another one in a hundred is different.
fn pages(people: u32, version: u32) -> Vec<Vec<u8>> {
    let page = |first: u32| {
        let items: Vec<Value> = (first..people.min(first + PAGE)).map(|n| person(n, version)).collect();
        json!({"Items": items, "TotalCount": people}).to_string().into_bytes()
    };
    (0..people).step_by(PAGE as usize).map(page).collect()
}

const NAMES: [&str; 8] = ["Anna", "Zoë", "Jørgen", "Łukasz", "Mārtiņš", "Emma", "Sofía", "Noah"];

fn person(n: u32, version: u32) -> Value {
    let (first, last) = (NAMES[n as usize % 8], NAMES[(n / 8) as usize % 8]);
    let state = if n % 100 == version { "Blocked" } else { "Active" };
    json!({
        "Id": format!("{n:08x}-7d1c-4b5e-9a61-{:012x}", u64::from(n) * 7_919),
        "Email": format!("{first}.{last}.{n}@company{}.example", n % 997),
        "FirstName": first,
        "LastName": format!("{last}sen"),
        "CreatedDate": format!("20{:02}-{:02}-{:02}T08:14:00Z", 10 + n % 16, 1 + n % 12, 1 + n % 28),
        "AccountState": state,
        "Accessibility": "Full",
        "GroupIds": [format!("role-{}", n % 15)],
        "IdentityProviderId": format!("provider-{}", n % 5),
        "ExternalId": format!("waad|{n}"),
        "OrganizationIds": [format!("organization-{}", n % 29)],
    })
}

fn items(page: &[u8]) -> Vec<Value> {
    let mut answer: Value = serde_json::from_slice(page).expect("JSON");
    match answer["Items"].take() {
        Value::Array(items) => items,
        _ => Vec::new(),
    }
}

fn text(value: &mut Value, field: &str) -> String {
    match value[field].take() {
        Value::String(text) => text,
        _ => String::new(),
    }
}

fn texts(value: &mut Value, field: &str) -> Vec<String> {
    let Value::Array(all) = value[field].take() else { return Vec::new() };
    all.into_iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

fn refresh(roster: &Roster, pages: &[Vec<u8>], times: &mut Beside, mut bare: Bare) {
    let mut refresh = timed(&mut times.refresh, || roster.begin_refresh().expect("begun"));
    for pages in pages.chunks(AT_ONCE) {
        timed(&mut times.refresh, || {
            for page in pages {
                refresh.add(items(page).into_iter().map(user).collect()).expect("staged");
            }
        });
        timed(&mut times.bare, || bare.insert(pages));
    }
    let facts = RefreshFacts {
        fetched_at: Timestamp::now(),
        complete: true,
        subject: None,
        scope: "platform".into(),
    };
    let committed = timed(&mut times.refresh, || refresh.commit(reference(), facts).expect("written"));
    timed(&mut times.bare, || drop(bare));
    assert!(matches!(committed, Committed::Taken(_)), "the list is held");
}

fn user(mut item: Value) -> User {
    let raw = Some(item.to_string());
    let item = &mut item;
    User {
        id: text(item, "Id").into(),
        email: text(item, "Email"),
        first_name: text(item, "FirstName"),
        last_name: text(item, "LastName"),
        state: AccountState::from_word(&text(item, "AccountState")),
        created_at: Some(text(item, "CreatedDate")),
        accessibility: Some(text(item, "Accessibility")),
        role_ids: texts(item, "GroupIds").into_iter().map(Into::into).collect(),
        identity_provider_id: Some(text(item, "IdentityProviderId").into()),
        external_id: Some(text(item, "ExternalId")),
        organization_ids: texts(item, "OrganizationIds").into_iter().map(Into::into).collect(),
        other: Map::new(),
        raw,
    }
}

fn reference() -> Reference {
    let role = |n| Role { id: format!("role-{n}").into(), name: format!("Role {n}"), weight: Some(n) };
    let provider = |n| IdentityProvider {
        id: format!("provider-{n}").into(),
        name: format!("Provider {n}"),
        prefix: None,
        enabled: true,
    };
    let organization = |n| Organization {
        id: format!("organization-{n}").into(),
        name: format!("Organization {n}"),
        erp_id: Some(format!("C-{n}")),
        kind: None,
        parent_id: None,
    };
    Reference {
        roles: (0..15).map(role).collect(),
        identity_providers: (0..5).map(provider).collect(),
        organizations: Some((0..29).map(organization).collect()),
    }
}

/// The same people in the same tables, each row inserted by one statement and nothing asked.
struct Bare {
    connection: Connection,
    people: u32,
}

impl Bare {
    fn open(path: &Path) -> Self {
        let connection = rollcall_store::open(path, Some(&key()), &SCHEMA).expect("a database");
        connection.pragma_update(None, "synchronous", "NORMAL").expect("set");
        connection.pragma_update(None, "cache_size", -64_000).expect("set");
        Self { connection, people: 0 }
    }

    /// As many in one transaction as the refresh writes in one.
    fn insert(&mut self, pages: &[Vec<u8>]) {
        let transaction = self.connection.transaction().expect("begun");
        for item in pages.iter().flat_map(|page| items(page)) {
            self.people += 1;
            insert_one(&transaction, self.people, item);
        }
        transaction.commit().expect("written");
    }
}

fn insert_one(connection: &Connection, n: u32, mut item: Value) {
    let item = &mut item;
    let run = |sql: &str, values: &[&dyn rusqlite::ToSql]| {
        connection.prepare_cached(sql).expect("SQL").execute(values).expect("inserted");
    };
    let (id, email) = (text(item, "Id"), text(item, "Email"));
    let (first, last) = (text(item, "FirstName"), text(item, "LastName"));
    let (roles, organizations) = (item["GroupIds"].to_string(), item["OrganizationIds"].to_string());
    for role in texts(item, "GroupIds") {
        run("INSERT INTO user_a_role VALUES (?1, ?2)", params![role, n]);
    }
    for organization in texts(item, "OrganizationIds") {
        run("INSERT INTO user_a_organization VALUES (?1, ?2)", params![organization, n]);
    }
    let external_id = text(item, "ExternalId");
    let searched = [id.as_str(), &external_id].map(fold).join("\n");
    run("INSERT INTO text_a VALUES (?1, ?2)", params![n, searched]);
    run("INSERT INTO trigram_a (rowid, folded) VALUES (?1, ?2)", params![n, searched]);
    let canonical = CanonicalEmail::of_listed(&email);
    run(
        "INSERT INTO user_a VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, '{}')",
        params![
            n,
            id,
            email,
            canonical.as_str(),
            first,
            last,
            text(item, "AccountState"),
            text(item, "CreatedDate"),
            text(item, "Accessibility"),
            roles,
            text(item, "IdentityProviderId"),
            external_id,
            organizations,
        ],
    );
}
