//! Each rule once more, written from its description alone: everybody is compared with everybody, and nothing is
//! remembered.

use crate::lists::{List, now};
use rollcall_core::*;
use rollcall_findings::{Elsewhere, Filter, Finding, Rule, Thresholds, several_platforms};
use std::collections::BTreeSet;

const LISTS: u64 = 1_000;

fn blocked(user: &User) -> bool {
    user.state == AccountState::Blocked
}

fn address(user: &User) -> String {
    CanonicalEmail::of_listed(&user.email).as_str().to_owned()
}

fn domain(user: &User) -> Option<String> {
    address(user).rsplit_once('@').map(|(_, domain)| domain.to_owned())
}

fn free(user: &User) -> bool {
    domain(user).is_some_and(|domain| FreeMail::of(&domain).is_some())
}

fn name(user: &User) -> String {
    fold(&[user.first_name.as_str(), " ", &user.last_name].concat())
}

impl List {
    fn kind(&self, id: &OrganizationId) -> String {
        let one = self.organizations.iter().find(|one| one.id == *id);
        one.and_then(|one| one.kind.clone()).unwrap_or_default().to_lowercase()
    }

    fn powerful(&self, user: &User) -> bool {
        user.role_ids.iter().any(|role| self.privileged.contains(role))
    }

    fn beyond_customers(&self, user: &User) -> bool {
        let counts =
            |role: &RoleId| self.thresholds.count_customer_roles || !role.as_str().contains("Customer");
        user.role_ids.iter().any(|role| self.privileged.contains(role) && counts(role))
    }

    fn provider(&self, user: &User) -> Option<&IdentityProvider> {
        if let Some(id) = &user.identity_provider_id {
            return self.providers.iter().find(|one| one.id == *id);
        }
        let start = user.external_id.as_ref()?.split_once('|')?.0.to_lowercase();
        self.providers.iter().find(|one| one.prefix.as_deref() == Some(start.as_str()))
    }

    fn has_provider(&self, user: &User) -> bool {
        user.identity_provider_id.is_some() || self.provider(user).is_some()
    }

    fn days_waiting(&self, user: &User) -> Option<f64> {
        let last = self.invited.get(&user.id)?;
        (user.state == AccountState::New).then(|| (now().as_second() - last.as_second()) as f64 / 86_400.0)
    }

    /// Whether somebody's mail domain is one that a distributor's or seller's people have.
    fn is_inside(&self, user: &User) -> bool {
        let mine = domain(user);
        let members = |house: &OrganizationId| -> Vec<&User> {
            let not_free =
                self.people.iter().filter(|user| !blocked(user) && !free(user) && domain(user).is_some());
            not_free.filter(|user| user.organization_ids.contains(house)).collect()
        };
        self.organizations
            .iter()
            .filter(|one| ["distributor", "seller"].contains(&self.kind(&one.id).as_str()))
            .any(|house| {
                let members = members(&house.id);
                let same = members.iter().filter(|member| domain(member) == mine).count();
                let share = self.thresholds.own_domain_percent as usize;
                same > 0 && same * 100 >= members.len() * share
            })
    }

    fn is_password_the_exception(&self, user: &User) -> bool {
        let Thresholds { work_email_people, work_email_percent, .. } = self.thresholds;
        let colleagues = || {
            self.people
                .iter()
                .filter(|other| !blocked(other) && domain(other) == domain(user) && self.has_provider(other))
        };
        let work =
            colleagues().filter(|other| self.provider(other).is_some_and(|one| one.id.as_str() == "work"));
        let (work, all) = (work.count(), colleagues().count());
        work >= work_email_people as usize && work * 100 >= all * work_email_percent as usize
    }

    fn has_a_twin(&self, user: &User) -> bool {
        let twin = |other: &User| {
            name(other) == name(user)
                && !address(other).is_empty()
                && address(other) != address(user)
                && other.organization_ids.iter().any(|one| user.organization_ids.contains(one))
        };
        !name(user).is_empty() && !address(user).is_empty() && self.people.iter().any(twin)
    }

    fn is_combined(user: &User) -> bool {
        let holds = |name: &str| user.role_ids.iter().any(|role| role.as_str() == name);
        let report = |role: &RoleId| ["Reseller Report", "360 Report Viewer"].contains(&role.as_str());
        let alone = !user.role_ids.is_empty() && user.role_ids.iter().all(report);
        (holds("Distributor ReadOnly") && holds("Distributor Admin")) || alone
    }

    fn finds(&self, rule: Rule, user: &User) -> bool {
        let off = self.provider(user).is_some_and(|one| !one.enabled);
        match rule {
            Rule::BlockedWithRoles => blocked(user) && !user.role_ids.is_empty(),
            Rule::Duplicates => self.has_a_twin(user),
            Rule::PrivilegedOnSeveralPlatforms | Rule::UnusedProvider => false,
            _ if blocked(user) => false,
            Rule::PrivilegedInCustomer => {
                self.beyond_customers(user)
                    && user.organization_ids.iter().any(|one| self.kind(one) == "customer")
            }
            Rule::PrivilegedOutsideDomains => {
                let anybody_inside = self.people.iter().any(|other| {
                    !blocked(other) && !free(other) && domain(other).is_some() && self.is_inside(other)
                });
                anybody_inside
                    && self.beyond_customers(user)
                    && domain(user).is_some()
                    && (free(user) || !self.is_inside(user))
            }
            Rule::PrivilegedOnFreemail => self.powerful(user) && free(user),
            Rule::DisabledProvider => off,
            Rule::PasswordAccount => {
                let password = self.provider(user).is_some_and(|one| one.id.as_str() == "account");
                password && domain(user).is_some() && !free(user) && self.is_password_the_exception(user)
            }
            Rule::NeverAccepted => {
                let days = f64::from(self.thresholds.never_accepted_days);
                self.days_waiting(user).is_some_and(|waiting| waiting > days)
            }
            Rule::NoRole => user.role_ids.is_empty(),
            Rule::RoleCombination => Self::is_combined(user),
        }
    }

    fn matches(&self, filter: &Filter, user: &User) -> bool {
        let below = |id: &OrganizationId| {
            let mut at = self.organizations.iter().find(|one| one.id == *id);
            let mut above = vec![id.clone()];
            while let Some(parent) = at.and_then(|one| one.parent_id.clone()) {
                at = self.organizations.iter().find(|one| one.id == parent);
                above.push(parent);
            }
            above.iter().any(|one| filter.organization_ids.contains(one))
        };
        (filter.states.is_empty() || filter.states.iter().any(|state| state == user.state.as_str()))
            && (filter.role_ids.is_empty() || user.role_ids.iter().any(|role| filter.role_ids.contains(role)))
            && (filter.identity_provider_ids.is_empty()
                || self.provider(user).is_some_and(|one| filter.identity_provider_ids.contains(&one.id)))
            && (filter.organization_ids.is_empty() || user.organization_ids.iter().any(below))
            && (filter.mail_domains.is_empty()
                || filter.mail_domains.contains(&domain(user).unwrap_or_default()))
            && filter
                .invited_days_ago
                .is_none_or(|days| self.days_waiting(user).is_some_and(|waiting| waiting > f64::from(days)))
            && (!filter.without_role || user.role_ids.is_empty())
    }
}

fn ids<'a>(people: impl IntoIterator<Item = &'a UserId>) -> BTreeSet<String> {
    people.into_iter().map(|id| id.0.clone()).collect()
}

fn found(findings: &[Finding], rule: Rule) -> Option<&Finding> {
    findings.iter().find(|finding| finding.rule == rule)
}

#[test]
fn every_rule_finds_whom_a_naive_look_finds() {
    for seed in 0..LISTS {
        let list = List::random(seed);
        let judgement = list.judged();
        assert_eq!(judgement.people as usize, list.people.len());
        for rule in Rule::ALL {
            let naive: Vec<&User> = list.people.iter().filter(|user| list.finds(rule, user)).collect();
            let told = found(&judgement.findings, rule).map_or(&[][..], |finding| finding.people.as_slice());
            let naive = ids(naive.iter().map(|user| &user.id));
            assert_eq!(ids(told), naive, "{} of list {seed}", rule.as_str());
            assert_eq!(told.len(), naive.len(), "{} of list {seed}: nobody twice", rule.as_str());
        }
    }
}

#[test]
fn every_rule_finds_somebody_in_some_list_and_not_everybody_in_all() {
    for rule in Rule::ALL {
        if [Rule::PrivilegedOnSeveralPlatforms, Rule::UnusedProvider].contains(&rule) {
            continue;
        }
        let (mut hit, mut missed) = (0, 0);
        for seed in 0..200 {
            let list = List::random(seed);
            let found = list.people.iter().filter(|user| list.finds(rule, user)).count();
            (hit, missed) = (hit + found, missed + list.people.len() - found);
        }
        assert!(
            hit > 20 && missed > 20,
            "{}: {hit} found, {missed} not: the lists prove little",
            rule.as_str()
        );
    }
}

#[test]
fn a_filter_says_exactly_the_people_of_its_finding() {
    let mut filtered = BTreeSet::new();
    for seed in 0..LISTS {
        let list = List::random(seed);
        for finding in list.judged().findings {
            let Some(filter) = &finding.filter else { continue };
            filtered.insert(finding.rule);
            let matching = list.people.iter().filter(|user| list.matches(filter, user));
            let matching = ids(matching.map(|user| &user.id));
            assert_eq!(matching, ids(&finding.people), "{} of list {seed}", finding.rule.as_str());
        }
    }
    assert!(filtered.len() >= 8, "only {filtered:?} have filters");
}

#[test]
fn the_unused_providers_are_those_that_are_on_and_that_nobody_is_listed_with() {
    for seed in 0..LISTS {
        let list = List::random(seed);
        let used = |provider: &IdentityProvider| {
            list.people.iter().any(|user| list.provider(user).is_some_and(|one| one.id == provider.id))
        };
        let unused = list.providers.iter().filter(|provider| provider.enabled && !used(provider));
        let unused: BTreeSet<&str> = unused.map(|provider| provider.name.as_str()).collect();
        let judgement = list.judged();
        let told = found(&judgement.findings, Rule::UnusedProvider);
        let told = told.map_or(&[][..], |finding| finding.parts.as_slice());
        assert_eq!(
            told.iter().map(|part| part.label.as_str()).collect::<BTreeSet<_>>(),
            unused,
            "list {seed}"
        );
    }
}

#[test]
fn people_of_several_platforms_are_those_whom_a_comparison_of_all_with_all_finds() {
    let mut met = 0;
    for seed in 0..LISTS {
        let (mine, other) = (List::random(seed), List::random(seed + LISTS));
        let (here, there) = (mine.judged().powerful, other.judged().powerful);
        let told = several_platforms(&here, &[Elsewhere { platform: "Other", powerful: &there }]);
        let same = |one: &User, two: &User| {
            let named = !name(one).is_empty() && domain(one).is_some() && !free(one);
            (!address(one).is_empty() && address(one) == address(two))
                || (named && name(one) == name(two) && domain(one) == domain(two))
        };
        let strong = |list: &List, user: &User| !blocked(user) && list.powerful(user);
        let naive = mine.people.iter().filter(|one| {
            strong(&mine, one) && other.people.iter().any(|two| strong(&other, two) && same(one, two))
        });
        let naive = ids(naive.map(|user| &user.id));
        met += naive.len();
        assert_eq!(told.map_or_else(BTreeSet::new, |finding| ids(&finding.people)), naive, "list {seed}");
    }
    assert!(met > 100, "the lists prove little: {met}");
}
