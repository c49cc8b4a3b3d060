//! What a rule found.

use crate::Rule;
use crate::known::Known;
use crate::numbered::{Ids, Map};
use rollcall_core::{IdentityProviderId, OrganizationId, RoleId, Sentence, UserId};
use std::collections::BTreeSet;

/// The most parts of a finding that are told.
pub const MOST_PARTS: usize = 20;

/// What a rule found. A rule that found nothing gives none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which rule.
    pub rule: Rule,
    /// Who, in the order in which they were seen; people who are one person stand side by side.
    pub people: Vec<UserId>,
    /// Where they are, most people first, at most [`MOST_PARTS`]. Somebody in two of them counts in both.
    pub parts: Vec<Part>,
    /// How many parts there are.
    pub parts_total: u32,
    /// What was assumed, a sentence each.
    pub basis: Vec<Sentence>,
    /// What says exactly these people, where something does.
    pub filter: Option<Filter>,
}

/// A part of a finding: an organization, a role, a mail domain, a provider, a platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub label: String,
    /// People of the finding who are there.
    pub people: u32,
}

/// People by what they have in common: in each list any of it, of all lists that are not empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Account states.
    pub states: Vec<String>,
    /// Roles, one of which they hold.
    pub role_ids: Vec<RoleId>,
    /// Identity providers that they are listed with.
    pub identity_provider_ids: Vec<IdentityProviderId>,
    /// Organizations that they belong to.
    pub organization_ids: Vec<OrganizationId>,
    /// Domains of their addresses.
    pub mail_domains: Vec<String>,
    /// Only people who were invited more than so many days ago and have not accepted.
    pub invited_days_ago: Option<u32>,
    /// Only people without any role.
    pub without_role: bool,
}

/// Whom a rule has found so far, by numbers.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) people: Vec<u32>,
    pub(crate) parts: Map<u32, u32>,
    pub(crate) states: BTreeSet<u32>,
}

impl Found {
    pub(crate) fn add(&mut self, person: u32, state: u32, parts: impl IntoIterator<Item = u32>) {
        self.people.push(person);
        self.states.insert(state);
        for part in parts {
            *self.parts.entry(part).or_default() += 1;
        }
    }

    /// The finding, with the parts named by `label`.
    pub(crate) fn told(self, rule: Rule, ids: &Ids, label: impl Fn(u32) -> String) -> Option<Finding> {
        if self.people.is_empty() {
            return None;
        }
        let people = self.people.iter().map(|number| UserId::from(ids.id(*number))).collect();
        let (parts, parts_total) =
            most(self.parts.into_iter().map(|(part, people)| Part { label: label(part), people }).collect());
        Some(Finding { rule, people, parts, parts_total, basis: Vec::new(), filter: None })
    }

    pub(crate) fn state_words(&self, known: &Known<'_>) -> Vec<String> {
        self.states.iter().map(|state| known.states.text(*state).to_owned()).collect()
    }
}

/// The largest parts, and how many there are.
pub(crate) fn most(mut parts: Vec<Part>) -> (Vec<Part>, u32) {
    parts.sort_by(|a, b| b.people.cmp(&a.people).then_with(|| a.label.cmp(&b.label)));
    let total = u32::try_from(parts.len()).unwrap_or(u32::MAX);
    parts.truncate(MOST_PARTS);
    (parts, total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_parts_are_told_and_all_are_counted() {
        let parts = (0..30).map(|n| Part { label: format!("{n:02}"), people: n % 10 }).collect();
        let (told, total) = most(parts);
        assert_eq!((told.len(), total), (MOST_PARTS, 30));
        assert_eq!((told[0].label.as_str(), told[0].people), ("09", 9), "equal ones by name");
    }
}
