//! Generated people: computed when asked for, never stored. Person i is a pure function of i (and of
//! the world, and of the day's shift for the date).

use crate::mix::{below, mix, seed_of, share};
use crate::names::{Domain, Names};
use crate::order::{Order, id_of};
use crate::wire::User;
use crate::world::World;
use jiff::{SignedDuration, Timestamp};
use std::sync::{Arc, OnceLock};
use uuid::Uuid;

const STATE: u64 = 0x01;
const AGE: u64 = 0x02;
const ROLE: u64 = 0x04;
const PROVIDER: u64 = 0x08;
const HOME: u64 = 0x10;
const MORE: u64 = 0x20;
const ACCESS: u64 = 0x40;
const EXTERNAL: u64 = 0x80;

/// The day on which the world's dates were written: 2026-11-23T00:00:00Z.
pub(crate) const WRITTEN: i64 = 1_795_392_000;
const DAY: f64 = 86_400.0;

/// Role names, how many of a thousand people hold each, and the type of organization that they belong to.
const ROLE_SHARES: [(&str, u32, &str); 15] = [
    ("Customer", 640, "Customer"),
    ("360 Report Viewer", 15, "Customer"),
    ("Customer Billing Admin", 90, "Customer"),
    ("Customer Admin", 140, "Customer"),
    ("Reseller Report", 40, "Seller"),
    ("Support Agent", 180, "Seller"),
    ("Product Manager", 90, "Seller"),
    ("Subscriptions Manager", 160, "Seller"),
    ("Seller Billing Admin", 110, "Seller"),
    ("Account Manager", 250, "Seller"),
    ("Seller Agent Admin", 60, "Seller"),
    ("Seller Admin", 110, "Seller"),
    ("Distributor ReadOnly", 550, "Distributor"),
    ("Distributor Admin", 400, "Distributor"),
    ("Super Admin", 50, "Distributor"),
];

/// The generated people of one world.
pub(crate) struct Crowd {
    world: Arc<World>,
    names: Names,
    order: Order,
    shift: SignedDuration,
    homes: [Vec<usize>; 3],
    roles: [Vec<(usize, u32)>; 3],
    providers: Vec<usize>,
    by_organization: OnceLock<Vec<Vec<u32>>>,
}

/// The three types of organization, in the order of the tables above.
const KINDS: [&str; 3] = ["Customer", "Seller", "Distributor"];

impl Crowd {
    /// `n` people of `world`, their dates moved by `shift`.
    pub(crate) fn new(world: Arc<World>, n: u32, shift: SignedDuration) -> Self {
        let homes = KINDS.map(|kind| places(&world.organizations, |o| o.kind == kind));
        let roles = KINDS.map(|kind| role_shares(&world, kind));
        let providers = places(&world.identity_providers, |p| p.enabled);
        let (names, order) = (Names::new(), Order::new(n));
        Self { world, names, order, shift, homes, roles, providers, by_organization: OnceLock::new() }
    }

    /// The sorted ids.
    pub(crate) fn order(&self) -> Order {
        self.order
    }

    /// The person with this address, compared without case.
    pub(crate) fn person_at(&self, email: &str) -> Option<u32> {
        self.names.person_at(email).filter(|&i| i < self.order.len())
    }

    /// Whether person i is New, Active or Blocked.
    pub(crate) fn state(&self, i: u32) -> &'static str {
        match share(u64::from(i), STATE) {
            s if s < 0.90 => "Active",
            s if s < 0.97 => "New",
            _ => "Blocked",
        }
    }

    /// Everything that the list says of person i.
    pub(crate) fn person(&self, i: u32) -> User {
        let seed = u64::from(i);
        let seat = self.names.seat(i);
        let state = self.state(i);
        let homes = self.organizations(i);
        let provider = self.provider(i, seat.domain);
        let id = id_of(i);
        User {
            id,
            email: seat.email,
            first_name: seat.first.to_owned(),
            last_name: seat.last.to_owned(),
            created_date: self.created(i, state),
            account_state: state.to_owned(),
            accessibility: accessibility(seed, state),
            group_ids: self.role_places(i).into_iter().map(|r| self.world.roles[r].id.clone()).collect(),
            external_id: provider.map(|p| external_id(&self.world.identity_providers[p].prefix, id)),
            identity_provider_id: provider.map(|p| self.world.identity_providers[p].id.clone()),
            organization_ids: homes.into_iter().map(|o| self.world.organizations[o].id.clone()).collect(),
        }
    }

    /// The people of an organization (by its place in the world file), in the order of their ids.
    /// The first call looks at everybody once; later ones are free.
    pub(crate) fn members(&self, organization: usize) -> &[u32] {
        let lists = self.by_organization.get_or_init(|| {
            let mut lists = vec![Vec::new(); self.world.organizations.len()];
            for i in (0..u64::from(self.order.len())).filter_map(|k| self.order.at(k)) {
                for o in self.organizations(i) {
                    lists[o].push(i);
                }
            }
            lists
        });
        lists.get(organization).map_or(&[], Vec::as_slice)
    }

    /// The type of organization that this mail domain's people work for: 0 customers, 1 sellers, 2 the distributor.
    fn kind(&self, domain: &Domain) -> usize {
        let wanted = match share(seed_of(domain.name), HOME) {
            s if domain.private || s < 0.84 => 0,
            s if s < 0.97 => 1,
            _ => 2,
        };
        if self.homes[wanted].is_empty() { 0 } else { wanted }
    }

    /// One home, now and then two or three; none for a few who registered themselves.
    fn organizations(&self, i: u32) -> Vec<usize> {
        let seed = u64::from(i);
        let domain = self.names.domain(i);
        let pool = &self.homes[self.kind(domain)];
        if pool.is_empty() || (domain.private && share(seed, HOME) < 0.12) {
            return Vec::new();
        }
        // A company's people share a home; people with private addresses are anywhere.
        let home_seed = if domain.private { seed } else { seed_of(domain.name) };
        let mut homes = vec![pool[below(home_seed, HOME + 1, pool.len())]];
        let more = match share(seed, MORE) {
            s if s < 0.90 => 0,
            s if s < 0.98 => 1,
            _ => 2,
        };
        for k in 0..more {
            let extra = pool[below(seed, MORE + 1 + k, pool.len())];
            if !homes.contains(&extra) {
                homes.push(extra);
            }
        }
        homes
    }

    /// One role, for some two, for a few none.
    fn role_places(&self, i: u32) -> Vec<usize> {
        let seed = u64::from(i);
        let domain = self.names.domain(i);
        let kind = self.kind(domain);
        let none = if domain.private { 0.12 } else { 0.01 };
        // Drawn from the same number as the missing home: who belongs nowhere holds no role.
        if share(seed, HOME) < none {
            return Vec::new();
        }
        let pool = &self.roles[kind];
        let total: u32 = pool.iter().map(|(_, s)| s).sum();
        let mut draw = below(seed, ROLE, total as usize);
        let mut picked = pool.first().map_or(0, |(r, _)| *r);
        for &(role, shares) in pool {
            picked = role;
            if draw < shares as usize {
                break;
            }
            draw -= shares as usize;
        }
        let mut roles = vec![picked];
        if let Some(second) = self.second_role(seed, kind, picked) {
            roles.push(second);
        }
        roles
    }

    /// Report roles are added on top of others; some portals want the admin beside the read-only role.
    fn second_role(&self, seed: u64, kind: usize, first: usize) -> Option<usize> {
        let wanted = ["360 Report Viewer", "Reseller Report", "Distributor Admin"][kind];
        let often = [0.04, 0.12, 0.5][kind];
        let place = self.world.roles.iter().position(|r| r.name == wanted)?;
        let applies = kind < 2 || self.world.roles[first].name == "Distributor ReadOnly";
        (applies && place != first && share(seed, ROLE + 1) < often).then_some(place)
    }

    /// Most people of a company sign in the same way.
    fn provider(&self, i: u32, domain: &Domain) -> Option<usize> {
        let seed = u64::from(i);
        let draw = share(seed, PROVIDER);
        if draw < 0.01 {
            // People from before the switch: their provider is off by now.
            let old = self.world.identity_providers.iter().position(|p| !p.enabled);
            if old.is_some() {
                return old;
            }
        }
        if !domain.private && draw < 0.90 {
            let prefix = match share(seed_of(domain.name), PROVIDER) {
                s if s < 0.70 => "waad",
                s if s < 0.90 => "auth0",
                _ => "google-oauth2",
            };
            if let Some(p) =
                self.world.identity_providers.iter().position(|p| p.enabled && p.prefix == prefix)
            {
                return Some(p);
            }
        }
        (!self.providers.is_empty()).then(|| self.providers[below(seed, PROVIDER + 1, self.providers.len())])
    }

    /// Between an hour and five years before the day the world was written, moved to today.
    fn created(&self, i: u32, state: &str) -> Timestamp {
        let seed = u64::from(i);
        let draw = share(seed, AGE);
        let days = if state == "New" {
            match share(seed, AGE + 1) {
                s if s < 0.70 => draw * 9.0,
                s if s < 0.95 => 9.0 + draw * 40.0,
                _ => 49.0 + draw * 300.0,
            }
        } else {
            // The platform grew, so more people came lately than at first.
            2.0 + draw.powf(1.4) * 1_823.0
        };
        #[allow(clippy::cast_possible_truncation)] // five years in seconds are far below the limit
        let seconds = (days * DAY) as i64 + 3_600;
        let at = Timestamp::from_second(WRITTEN - seconds).unwrap_or(Timestamp::UNIX_EPOCH);
        at.checked_add(self.shift).unwrap_or(at)
    }
}

/// The id of an account with its provider: a prefix, a bar, and what that provider makes up.
pub(crate) fn external_id(prefix: &str, id: Uuid) -> String {
    let (high, low) = id.as_u64_pair();
    let (a, b) = (mix(high, EXTERNAL), mix(low, EXTERNAL));
    match prefix {
        "google-oauth2" => format!("{prefix}|1{:010}{:010}", a % 10_000_000_000, b % 10_000_000_000),
        "windowslive" => format!("{prefix}|{a:016x}"),
        "waad" => format!("{prefix}|{}", Uuid::from_u64_pair(a, b)),
        _ => format!("{prefix}|{a:016x}{:08x}", b >> 32),
    }
}

/// What a person can reach: nothing is known of people who never came.
fn accessibility(seed: u64, state: &str) -> Option<String> {
    match state {
        "Active" if share(seed, ACCESS) < 0.95 => Some("Full".into()),
        "Active" | "Blocked" => Some("Restricted".into()),
        _ => None,
    }
}

fn places<T>(all: &[T], keep: impl Fn(&T) -> bool) -> Vec<usize> {
    all.iter().enumerate().filter(|(_, x)| keep(x)).map(|(k, _)| k).collect()
}

/// The roles of people in this type of organization. A role that the table does not know is a customer's.
fn role_shares(world: &World, kind: &str) -> Vec<(usize, u32)> {
    let known = |name: &str| ROLE_SHARES.iter().find(|(n, _, _)| *n == name);
    let mut pool: Vec<(usize, u32)> = Vec::new();
    for (place, role) in world.roles.iter().enumerate() {
        let (shares, of) = known(&role.name).map_or((1, "Customer"), |(_, s, k)| (*s, *k));
        if of == kind {
            pool.push((place, shares));
        }
    }
    if pool.is_empty() {
        pool = (0..world.roles.len()).map(|place| (place, 1)).collect();
    }
    pool
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn crowd(n: u32) -> Crowd {
        let world = Arc::new(World::load(None).expect("the built-in world"));
        Crowd::new(world, n, SignedDuration::ZERO)
    }

    #[test]
    fn the_same_number_is_the_same_person_however_many_there_are() {
        let (few, many) = (crowd(50), crowd(1_000_000));
        for i in 0..50 {
            assert_eq!(few.person(i), many.person(i), "person {i}");
        }
    }

    #[test]
    fn states_come_in_believable_shares() {
        let crowd = crowd(20_000);
        let mut counts: HashMap<&str, u32> = HashMap::new();
        for i in 0..20_000 {
            *counts.entry(crowd.state(i)).or_default() += 1;
        }
        assert!((17_700..18_300).contains(&counts["Active"]), "{counts:?}");
        assert!((1_200..1_600).contains(&counts["New"]), "{counts:?}");
        assert!((450..750).contains(&counts["Blocked"]), "{counts:?}");
    }

    #[test]
    fn an_external_id_begins_with_the_providers_prefix() {
        let crowd = crowd(3_000);
        for i in 0..3_000 {
            let person = crowd.person(i);
            let provider = person.identity_provider_id.expect("a provider");
            let prefix = &crowd.world.provider(&provider).expect("a known provider").prefix;
            let external = person.external_id.expect("an external id");
            assert!(external.starts_with(&format!("{prefix}|")), "{external} of {prefix}");
        }
    }

    #[test]
    fn some_invitations_lapse_tomorrow_some_have_lapsed_and_nobody_comes_from_the_future() {
        let crowd = crowd(2_400);
        let written = Timestamp::from_second(WRITTEN).expect("a time");
        let ages: Vec<i64> = (0..2_400)
            .map(|i| crowd.person(i))
            .inspect(|p| assert!(p.created_date < written, "{} is from the future", p.created_date))
            .filter(|p| p.account_state == "New")
            .map(|p| written.duration_since(p.created_date).as_hours())
            .collect();
        let between = |from: i64, to: i64| ages.iter().filter(|h| (from * 24..to * 24).contains(*h)).count();
        assert!(between(5, 7) > 5, "lapsing soon");
        assert!(between(7, 400) > 20, "lapsed");
        assert!(between(0, 5) > 20, "fresh");
    }

    #[test]
    fn people_came_over_five_years() {
        let crowd = crowd(2_400);
        let years: HashMap<String, u32> = (0..2_400).fold(HashMap::new(), |mut all, i| {
            let date = crowd.person(i).created_date.to_string();
            *all.entry(date[..4].to_owned()).or_default() += 1;
            all
        });
        for year in ["2022", "2023", "2024", "2025", "2026"] {
            assert!(years.get(year).is_some_and(|n| *n > 100), "{year}: {years:?}");
        }
    }

    #[test]
    fn most_people_are_customers_some_hold_two_roles_some_none() {
        let crowd = crowd(4_000);
        let roles: Vec<Vec<String>> = (0..4_000).map(|i| crowd.person(i).group_ids).collect();
        let customer = crowd.world.roles[0].id.clone();
        assert!(roles.iter().filter(|r| r.contains(&customer)).count() > 1_800, "customers");
        assert!(roles.iter().filter(|r| r.len() == 2).count() > 80, "two roles");
        assert!(roles.iter().filter(|r| r.is_empty()).count() > 40, "no role");
    }

    #[test]
    fn the_index_by_organization_says_what_each_person_says() {
        let crowd = crowd(3_000);
        let listed: usize = (0..crowd.world.organizations.len()).map(|o| crowd.members(o).len()).sum();
        let told: usize = (0..3_000).map(|i| crowd.person(i).organization_ids.len()).sum();
        assert_eq!(listed, told);
        let used = (0..crowd.world.organizations.len()).filter(|o| !crowd.members(*o).is_empty()).count();
        assert!(used >= 20, "only {used} organizations have people");
        let ids: Vec<Uuid> = crowd.members(5).iter().map(|i| id_of(*i)).collect();
        assert!(ids.is_sorted(), "members are not in the order of their ids");
    }
}
