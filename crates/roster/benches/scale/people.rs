//! Made-up people, always the same ones, and the lists of them that are kept between runs.

use jiff::{Timestamp, ToSpan};
use rollcall_core::{AccountState, IdentityProvider, Organization, Role, Secret, User};
use rollcall_roster::{Reference, RefreshFacts, Roster};
use rollcall_store::DataKey;
use serde_json::{Map, json};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const FIRST: [&str; 24] = [
    "Anna",
    "Jānis",
    "Māra",
    "Ilze",
    "Zoë",
    "José",
    "Søren",
    "Łukasz",
    "Žofie",
    "Émile",
    "Noah",
    "Mia",
    "Emma",
    "Liam",
    "Olivia",
    "Kristīne",
    "Pēteris",
    "Björn",
    "Chloé",
    "Anaïs",
    "Marta",
    "Tomáš",
    "Ewa",
    "Hugo",
];
const SYLLABLES: [&str; 20] = [
    "ber", "zi", "ņš", "kal", "no", "vák", "lin", "gren", "ow", "ski", "ar", "do", "mül", "ler", "sen", "pe",
    "ter", "os", "tra", "vi",
];
const DOMAINS: [&str; 6] = ["contoso", "fabrikam", "nordlys", "woodgrove", "northwind", "amberline"];
const ORGANIZATIONS: u64 = 300;
const ROLES: u64 = 12;

/// A sequence of numbers that looks like chance and is always the same.
///
/// Source: Steele and others, "Fast splittable pseudorandom number generators".
pub fn chance(seed: u64) -> u64 {
    let mut z = seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn one_of<T: Copy>(all: &[T], chance: u64) -> T {
    all[(chance % all.len() as u64) as usize]
}

pub fn id(n: u64) -> String {
    let (a, b) = (chance(n), chance(n + (1 << 40)));
    format!(
        "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        a >> 32,
        (a >> 16) & 0xffff,
        a & 0xffff,
        b >> 48,
        b & 0xffff_ffff_ffff
    )
}

pub fn last_name(n: u64) -> String {
    let dice = chance(n ^ 0x5eed);
    let parts: String = (0..3).map(|part| one_of(&SYLLABLES, dice >> (part * 8))).collect();
    let mut letters = parts.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

pub fn person(n: u64) -> User {
    let dice = chance(n.wrapping_mul(31) + 7);
    let (first, last) = (one_of(&FIRST, dice), last_name(n));
    // A few domains have most people, and there are hundreds of small ones.
    let domain = match dice % 4 {
        0 => format!("{}-{}.example", one_of(&DOMAINS, dice >> 9), (dice >> 16) % 90),
        _ => format!("{}.example", one_of(&DOMAINS, dice >> 9)),
    };
    let state = match (dice >> 20) % 100 {
        0..8 => AccountState::New,
        8..12 => AccountState::Blocked,
        _ => AccountState::Active,
    };
    let created = now() - i64::try_from((dice >> 24) % (6 * 365 * 24 * 60)).expect("minutes").minutes();
    let more = |shift: u32, of: u64, name: &str| {
        let second = (dice >> shift).is_multiple_of(9).then(|| format!("{name}{}", (dice >> 33) % of));
        std::iter::once(format!("{name}{}", (dice >> 40) % of)).chain(second).collect::<Vec<_>>()
    };
    let user = User {
        id: id(n).into(),
        email: rollcall_core::fold(&format!("{first}.{last}.{n}")) + "@" + &domain,
        first_name: first.into(),
        last_name: last,
        state,
        created_at: Some(created.to_string()),
        accessibility: one_of(&[Some("Full"), Some("Full"), Some("Restricted"), None], dice >> 13)
            .map(Into::into),
        role_ids: more(21, ROLES, "role-").into_iter().map(Into::into).collect(),
        identity_provider_id: Some(format!("provider-{}", (dice >> 52) % 4).into()),
        external_id: Some(format!("waad|{}", id(n + (1 << 50)))),
        organization_ids: more(27, ORGANIZATIONS, "org-").into_iter().map(Into::into).collect(),
        other: Map::from_iter([("PreferredLanguage".to_owned(), json!("lv-LV"))]),
        raw: None,
    };
    // A record of the usual size: about what the platform sends for each.
    User { raw: serde_json::to_string(&user).ok(), ..user }
}

pub fn now() -> Timestamp {
    "2026-11-23T08:00:00Z".parse().expect("a time")
}

fn reference() -> Reference {
    let role = |n| Role { id: format!("role-{n}").into(), name: format!("Seller role {n}"), weight: Some(n) };
    let provider = |n| IdentityProvider {
        id: format!("provider-{n}").into(),
        name: format!("Work account {n}"),
        prefix: None,
        enabled: true,
    };
    // A distributor above sellers above customers.
    let organization = |n: u64| Organization {
        id: format!("org-{n}").into(),
        name: format!("Customer {}", one_of(&DOMAINS, n)),
        erp_id: Some(format!("C-{n}")),
        kind: None,
        parent_id: (n > 0).then(|| format!("org-{}", if n < 20 { 0 } else { 1 + n % 19 }).into()),
    };
    Reference {
        roles: (0..ROLES as i32).map(role).collect(),
        identity_providers: (0..4).map(provider).collect(),
        organizations: Some((0..ORGANIZATIONS).map(organization).collect()),
    }
}

/// Where the list of so many people is kept.
pub fn path(people: u64) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("list-of-{people}-3.db"))
}

pub fn open(people: u64) -> Roster {
    let key = DataKey::from_hex(&Secret::new("7".repeat(64))).expect("a key");
    Roster::open(&path(people), Some(&key)).expect("a list").with_clock(now)
}

/// Makes the list if it is not there; says how long that took.
pub fn make(people: u64) -> Option<Duration> {
    let roster = open(people);
    if u64::from(roster.summary().expect("a summary").people) == people {
        return None;
    }
    let start = Instant::now();
    let mut refresh = roster.begin_refresh().expect("begun");
    let mut page = Vec::new();
    for n in 0..people {
        page.push(person(n));
        if page.len() == 1_000 || n + 1 == people {
            refresh.add(std::mem::take(&mut page)).expect("staged");
        }
    }
    let facts = RefreshFacts { fetched_at: now(), complete: true, subject: None, scope: "platform".into() };
    refresh.commit(reference(), facts).expect("swapped in");
    Some(start.elapsed())
}
