//! Random lists, small enough that everything that can meet meets.

use fastrand::Rng;
use jiff::{Timestamp, ToSpan};
use rollcall_core::*;
use rollcall_findings::{Facts, Judge, Judgement, Thresholds};
use std::collections::{HashMap, HashSet};

/// A list and everything that it is judged by.
pub struct List {
    pub people: Vec<User>,
    pub roles: Vec<Role>,
    pub providers: Vec<IdentityProvider>,
    pub organizations: Vec<Organization>,
    pub privileged: HashSet<RoleId>,
    pub invited: HashMap<UserId, Timestamp>,
    pub thresholds: Thresholds,
}

const ROLES: [(&str, i32); 7] = [
    ("Customer", 10),
    ("360 Report Viewer", 12),
    ("Customer Admin", 30),
    ("Reseller Report", 40),
    ("Seller Admin", 80),
    ("Distributor ReadOnly", 85),
    ("Distributor Admin", 90),
];
const DOMAINS: [&str; 6] =
    ["nordlys.example", "Nordlys.Example", "helios.example", "contoso.example", "gmail.com", "gmx.de"];
const NAMES: [(&str, &str); 6] =
    [("Zoë", "Lee"), ("zoe", "LEE"), ("Bo", "Berg"), ("", ""), ("Cy", ""), ("Dan", "Dahl")];

pub fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().expect("a time")
}

impl List {
    pub fn random(seed: u64) -> Self {
        let mut rng = Rng::with_seed(seed);
        let kinds = if rng.u8(..5) == 0 {
            [None; 3]
        } else {
            [Some("Distributor"), Some("Seller"), Some("customer")]
        };
        let mut list = Self {
            people: Vec::new(),
            roles: ROLES.iter().map(|(name, weight)| role(name, Some(*weight))).collect(),
            providers: vec![
                provider("account", "auth0", true),
                provider("work", "waad", rng.bool()),
                provider("google", "google-oauth2", true),
                provider("adfs", "adfs", rng.bool()),
            ],
            organizations: vec![
                organization("house", kinds[0], None),
                organization("seller", kinds[1], Some("house")),
                organization("contoso", kinds[2], Some("seller")),
                organization("fabrikam", kinds[2], Some("seller")),
                organization("depot", Some("Depot"), rng.bool().then_some("contoso")),
            ],
            privileged: HashSet::new(),
            invited: HashMap::new(),
            thresholds: thresholds(&mut rng),
        };
        let privileged = list.roles.iter().map(|role| role.id.clone()).filter(|_| rng.u8(..3) > 0).collect();
        list.privileged = privileged;
        let mostly_work = rng.bool();
        for number in 0..rng.u32(..25) {
            let user = list.user(&mut rng, number, mostly_work);
            if rng.u8(..8) > 0 {
                list.invited.insert(user.id.clone(), days_ago(rng.i64(0..60)));
            }
            list.people.push(user);
        }
        list
    }

    fn user(&self, rng: &mut Rng, number: u32, mostly_work: bool) -> User {
        let (first, last) = NAMES[rng.usize(..NAMES.len())];
        let domain =
            if mostly_work && rng.u8(..4) > 0 { DOMAINS[0] } else { DOMAINS[rng.usize(..DOMAINS.len())] };
        let email = match rng.u8(..12) {
            0 => String::new(),
            1 => "no address".to_owned(),
            n => format!("p{}@{domain}", n % 5),
        };
        let mut some = |all: &[&str], most: usize| -> Vec<String> {
            (0..rng.usize(..=most)).map(|_| all[rng.usize(..all.len())].to_owned()).collect()
        };
        let mut role_ids = some(&["Customer", "Customer Admin", "Seller Admin", "unlisted role"], 2);
        role_ids.extend(some(
            &["360 Report Viewer", "Reseller Report", "Distributor ReadOnly", "Distributor Admin"],
            2,
        ));
        let organization_ids =
            some(&["house", "seller", "contoso", "fabrikam", "depot", "unlisted place"], 2);
        let named = ["account", "work", "work", "work", "google", "adfs", "unlisted way"];
        let prefixed = ["auth0|1", "waad|2", "ADFS|3", "odd|4", "plain"];
        let way = match (mostly_work, rng.u8(..5)) {
            (true, 0) => "account",
            (true, _) => "work",
            _ => named[rng.usize(..named.len())],
        };
        let by_id = rng.u8(..if mostly_work { 20 } else { 4 }) > 0;
        User {
            id: format!("u{number}").into(),
            email,
            first_name: first.to_owned(),
            last_name: last.to_owned(),
            state: AccountState::from_word(
                ["Active", "Active", "New", "New", "Blocked", "Odd"][rng.usize(..6)],
            ),
            created_at: None,
            accessibility: None,
            role_ids: role_ids.into_iter().map(RoleId::from).collect(),
            identity_provider_id: by_id.then(|| way.into()),
            external_id: rng.bool().then(|| prefixed[rng.usize(..prefixed.len())].to_owned()),
            organization_ids: organization_ids.into_iter().map(OrganizationId::from).collect(),
            other: serde_json::Map::new(),
            raw: None,
        }
    }

    pub fn judged(&self) -> Judgement {
        let mut judge = Judge::new(Facts {
            roles: &self.roles,
            identity_providers: &self.providers,
            organizations: &self.organizations,
            privileged: &self.privileged,
            thresholds: self.thresholds,
            now: now(),
        });
        self.people.iter().for_each(|user| judge.see(user, self.invited.get(&user.id).copied()));
        judge.end()
    }
}

fn days_ago(days: i64) -> Timestamp {
    now().checked_sub((days * 24).hours()).expect("a time")
}

pub fn role(name: &str, weight: Option<i32>) -> Role {
    Role { id: name.into(), name: name.to_owned(), weight }
}

pub fn provider(id: &str, prefix: &str, enabled: bool) -> IdentityProvider {
    IdentityProvider { id: id.into(), name: format!("The {id}"), prefix: Some(prefix.to_owned()), enabled }
}

fn organization(id: &str, kind: Option<&str>, parent: Option<&str>) -> Organization {
    Organization {
        id: id.into(),
        name: id.to_owned(),
        erp_id: None,
        kind: kind.map(str::to_owned),
        parent_id: parent.map(Into::into),
    }
}

fn thresholds(rng: &mut Rng) -> Thresholds {
    Thresholds {
        never_accepted_days: rng.u32(7..50),
        own_domain_percent: rng.u32(1..=100),
        work_email_percent: rng.u32(50..=99),
        work_email_people: rng.u32(2..5),
        count_customer_roles: rng.bool(),
    }
}
