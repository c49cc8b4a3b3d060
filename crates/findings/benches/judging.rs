//! How long a list is judged, beside what a person waits for.
//!
//! `cargo bench -p rollcall-findings --bench judging` prints one line for each figure, its limit beside it. People are
//! made a block at a time, and only judging is timed: reading them is the list's own business.

use fastrand::Rng;
use jiff::Timestamp;
use rollcall_core::*;
use rollcall_findings::{Facts, Judge, Judgement, Ladder, SwitchedOff, Thresholds};
use std::collections::HashSet;
use std::process::ExitCode;
use std::time::{Duration, Instant};

const BLOCK: u32 = 10_000;

fn main() -> ExitCode {
    // The small list first: the peak is that of the process so far.
    let kept = judged(100_000, 0.2, 200.0) & judged(1_000_000, 2.0, 600.0);
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn judged(people: u32, seconds: f64, megabytes: f64) -> bool {
    let world = World::new();
    let before = memory("VmRSS:");
    let (judgement, took) = world.judge(people);
    let peak = memory("VmHWM:") - before;
    println!("{people} people: {} findings of {} people", judgement.findings.len(), found(&judgement));
    let ladder = Instant::now();
    let rungs = Ladder::of(&judgement.roles, &judgement.role_sets, WeightDirection::MoreIsPower).rungs.len();
    println!("  the ladder of {rungs} rungs in {:.2} ms", ladder.elapsed().as_secs_f64() * 1_000.0);
    let switched_off = world.switched_off(people);
    within("s to judge", took.as_secs_f64(), seconds)
        & within("s to tell who would be stranded", switched_off.as_secs_f64(), seconds)
        & within("MB more at the peak", peak, megabytes)
}

fn found(judgement: &Judgement) -> usize {
    judgement.findings.iter().map(|finding| finding.people.len()).sum()
}

fn within(what: &str, is: f64, most: f64) -> bool {
    println!("  {is:.2} {what} (wanted: at most {most}){}", if is <= most { "" } else { "  MISSED" });
    is <= most
}

/// In megabytes; 0 where the system does not say.
fn memory(key: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default();
    line.split_whitespace().next().and_then(|kilobytes| kilobytes.parse::<f64>().ok()).unwrap_or(0.0)
        / 1_024.0
}

/// A large platform: 20,000 customers under 500 sellers, a mail domain for each.
struct World {
    roles: Vec<Role>,
    providers: Vec<IdentityProvider>,
    organizations: Vec<Organization>,
    privileged: HashSet<RoleId>,
    now: Timestamp,
}

const SELLERS: u32 = 500;
const CUSTOMERS: u32 = 20_000;

impl World {
    fn new() -> Self {
        let roles: Vec<Role> = [
            ("Customer", 10),
            ("360 Report Viewer", 12),
            ("Customer Admin", 30),
            ("Support Agent", 45),
            ("Seller Admin", 80),
            ("Distributor Admin", 90),
        ]
        .map(|(name, weight)| Role { id: name.into(), name: name.to_owned(), weight: Some(weight) })
        .into();
        let provider = |(id, prefix, enabled): (&str, &str, bool)| IdentityProvider {
            id: id.into(),
            name: id.to_owned(),
            prefix: Some(prefix.to_owned()),
            enabled,
        };
        let organization = |number: u32| Organization {
            id: place(number),
            name: format!("Organization {number}"),
            erp_id: Some(format!("C-{number}")),
            kind: Some(if number < SELLERS { "Seller" } else { "Customer" }.to_owned()),
            parent_id: (number >= SELLERS).then(|| place(number % SELLERS)),
        };
        Self {
            privileged: propose_privileged(&roles, None).into_iter().map(|(role, _)| role).collect(),
            roles,
            providers: [("Account", "auth0", true), ("Work", "waad", true), ("ADFS", "adfs", false)]
                .map(provider)
                .into(),
            organizations: (0..SELLERS + CUSTOMERS).map(organization).collect(),
            now: "2026-11-23T12:00:00Z".parse().expect("a time"),
        }
    }

    fn judge(&self, people: u32) -> (Judgement, Duration) {
        let mut judge = Judge::new(Facts {
            roles: &self.roles,
            identity_providers: &self.providers,
            organizations: &self.organizations,
            privileged: &self.privileged,
            thresholds: Thresholds::default(),
            now: self.now,
        });
        let invited = self.now.checked_sub(jiff::ToSpan::hours(24 * 90)).expect("a time");
        let walking = self.walk(people, |user| judge.see(user, Some(invited)));
        let ending = Instant::now();
        let judgement = judge.end();
        (judgement, walking + ending.elapsed())
    }

    fn switched_off(&self, people: u32) -> Duration {
        let mut walk = SwitchedOff::new(&"Work".into(), &self.providers);
        let walking = self.walk(people, |user| walk.see(user));
        let ending = Instant::now();
        assert!(!walk.end().stranded.is_empty(), "most people use it");
        walking + ending.elapsed()
    }

    /// The time that seeing everybody takes, without that of making them.
    fn walk(&self, people: u32, mut see: impl FnMut(&User)) -> Duration {
        let mut rng = Rng::with_seed(7);
        let mut took = Duration::ZERO;
        for begin in (0..people).step_by(BLOCK as usize) {
            let block: Vec<User> =
                (begin..people.min(begin + BLOCK)).map(|n| self.user(&mut rng, n)).collect();
            let begun = Instant::now();
            block.iter().for_each(&mut see);
            took += begun.elapsed();
        }
        took
    }

    fn user(&self, rng: &mut Rng, number: u32) -> User {
        let house = rng.u32(..SELLERS + CUSTOMERS);
        let role = if house < SELLERS { rng.usize(3..6) } else { rng.usize(..3) };
        let mut role_ids = vec![self.roles[role].id.clone()];
        if rng.u8(..10) == 0 {
            role_ids.push(self.roles[rng.usize(..self.roles.len())].id.clone());
        }
        let provider = [1, 1, 1, 1, 1, 1, 1, 0, 0, 2][rng.usize(..10)];
        let domain = if rng.u8(..20) == 0 { "gmail.com".to_owned() } else { format!("org{house}.example") };
        User {
            id: format!("7303de68-f4e9-58e7-8f80-{number:012}").into(),
            email: format!("first.last{number}@{domain}"),
            first_name: format!("Élodie{}", rng.u32(..3_000)),
            last_name: format!("Kowalska{}", rng.u32(..3_000)),
            state: AccountState::from_word(["Active", "Active", "Active", "New", "Blocked"][rng.usize(..5)]),
            created_at: Some("2025-06-01T08:00:00Z".to_owned()),
            accessibility: None,
            role_ids,
            identity_provider_id: Some(self.providers[provider].id.clone()),
            external_id: None,
            organization_ids: vec![place(house)],
            other: serde_json::Map::new(),
            raw: None,
        }
    }
}

fn place(number: u32) -> OrganizationId {
    format!("78eb0c15-0648-50ee-b2dd-{number:012}").into()
}
