//! A list of many people, as a refresh leaves it.

use jiff::Timestamp;
use rollcall_app::{AppOptions, GivenCredentials, Home, Reading, Secret};
use rollcall_core::{AccountState, IdentityProvider, Organization, Role, User};
use rollcall_roster::{Committed, Reference, RefreshFacts, Roster};
use rollcall_store::DataKey;
use std::path::Path;

/// The key of the database, as a data folder has one.
const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

const PAGE: u32 = 10_000;
const ROLES: u32 = 15;
const ORGANIZATIONS: u32 = 2_000;
/// 2020-01-01.
const FIRST_DAY: i64 = 1_577_836_800;

/// Lays the list where the connection to the sample platform has its own.
pub fn make(home: &Path, people: u32) {
    let folder = home.join("profiles").join(rollcall_app::contract::SAMPLE_PROFILE);
    std::fs::create_dir_all(&folder).expect("a folder");
    let key = DataKey::from_hex(&Secret::new(KEY)).expect("a key");
    let roster = Roster::open(&folder.join("roster.db"), Some(&key)).expect("a list");
    let mut refresh = roster.begin_refresh().expect("begun");
    let mut next = 0;
    while next < people {
        let until = (next + PAGE).min(people);
        let page: Vec<User> = (next..until).map(person).collect();
        refresh.add(page).expect("a page");
        next = until;
    }
    let facts = RefreshFacts {
        fetched_at: Timestamp::now(),
        complete: true,
        subject: None,
        scope: "sandbox:".to_owned(),
    };
    assert!(matches!(refresh.commit(reference(), facts), Ok(Committed::Taken(_))));
}

fn reference() -> Reference {
    let role = |n: u32| Role { id: format!("role-{n}").into(), name: format!("Role {n}"), weight: None };
    let organization = |n: u32| Organization {
        id: format!("organization-{n:08}").into(),
        name: format!("Organization of Ørsted {n}"),
        erp_id: Some(format!("C-{n:05}")),
        kind: Some("Customer".to_owned()),
        parent_id: None,
    };
    let provider = IdentityProvider {
        id: "provider".into(),
        name: "Work email (AAD)".to_owned(),
        prefix: Some("waad".to_owned()),
        enabled: true,
    };
    Reference {
        roles: (0..ROLES).map(role).collect(),
        identity_providers: vec![provider],
        organizations: Some((0..ORGANIZATIONS).map(organization).collect()),
    }
}

fn person(n: u32) -> User {
    let word = |salt: u32| n.wrapping_mul(2_654_435_761).rotate_left(salt) % 50_000;
    let created = Timestamp::from_second(FIRST_DAY + i64::from(word(7)) * 4_000).expect("a time");
    let mut other = serde_json::Map::new();
    other.insert("jobTitle".to_owned(), format!("Analyst {}", word(3) % 50).into());
    User {
        id: format!("7303de68-{:04x}-4{:03x}-9000-{n:012x}", word(1) % 0xffff, word(2) % 0xfff).into(),
        email: format!("Given{}.Family{n}@domain{}.example", word(5), word(9) % 5_000),
        first_name: format!("Given{}", word(5)),
        last_name: format!("Family-Ångström {n}"),
        state: AccountState::from_word(["Active", "Active", "Active", "New", "Blocked"][(n % 5) as usize]),
        created_at: Some(created.to_string()),
        accessibility: Some("Full".to_owned()),
        role_ids: vec![format!("role-{}", word(4) % ROLES).into()],
        identity_provider_id: Some("provider".into()),
        external_id: Some(format!("waad|{n:032x}")),
        organization_ids: vec![format!("organization-{:08}", word(6) % ORGANIZATIONS).into()],
        other,
        raw: None,
    }
}

/// A start that asks for nothing but the list.
pub fn options(folder: &Path) -> AppOptions {
    AppOptions {
        home: Home::moved_to(folder).expect("a data folder"),
        data_key: Some(Secret::new(KEY)),
        credentials: GivenCredentials::default(),
        keychain: false,
        sample_people: 0,
        reading: Reading::Here,
        keep_drafts: false,
    }
}
