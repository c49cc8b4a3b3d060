//! Who signs in with what.

use crate::known::Known;
use crate::numbered::Map;
use crate::person::Person;
use rollcall_core::{IdentityProvider, IdentityProviderId};
use std::cmp::Reverse;

/// The most organizations and domains that are told of a provider.
pub const MOST_SHARES: usize = 20;

/// Stands for people without an organization or a domain.
const NONE: u32 = u32::MAX;

/// A provider and who uses it.
#[derive(Clone, Debug, PartialEq)]
pub struct ProviderUse {
    /// The provider; of one that is not listed nothing is known but the id.
    pub provider: IdentityProvider,
    /// Whether the platform lists it.
    pub listed: bool,
    /// People who sign in with it.
    pub people: u32,
    /// Those of them who are not blocked.
    pub not_blocked: u32,
    /// By organization, most people first, at most [`MOST_SHARES`]. Somebody in two counts in both.
    pub organizations: Vec<Share>,
    /// Organizations in all.
    pub organizations_total: u32,
    /// By mail domain, likewise.
    pub domains: Vec<Share>,
    /// Mail domains in all.
    pub domains_total: u32,
}

/// A part of the people who use a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The organization's id, or the domain; empty for people without one.
    pub id: String,
    /// Its name.
    pub label: String,
    /// People there who use the provider.
    pub people: u32,
    /// People there in all.
    pub of: u32,
}

/// People by provider, and by provider and place.
#[derive(Default)]
pub(crate) struct Uses {
    people: Map<u32, (u32, u32)>,
    none: u32,
    organizations: Places,
    domains: Places,
}

#[derive(Default)]
struct Places {
    all: Map<u32, u32>,
    by_provider: Map<u32, Map<u32, u32>>,
}

impl Uses {
    pub(crate) fn see(&mut self, person: &Person) {
        let provider = person.provider.map(|provider| provider.number);
        match provider {
            Some(provider) => {
                let (people, not_blocked) = self.people.entry(provider).or_default();
                *people += 1;
                *not_blocked += u32::from(!person.blocked);
            }
            None => self.none += 1,
        }
        if person.organizations.is_empty() {
            self.organizations.see(NONE, provider);
        }
        person.places().for_each(|organization| self.organizations.see(organization, provider));
        self.domains.see(person.domain.map_or(NONE, |domain| domain.number), provider);
    }

    /// People who use a provider.
    pub(crate) fn people(&self, provider: u32) -> u32 {
        self.people.get(&provider).map_or(0, |(people, _)| *people)
    }

    /// Each provider's use, and how many people have none.
    pub(crate) fn told(&self, known: &Known<'_>) -> (Vec<ProviderUse>, u32) {
        let numbers = 0..known.ways.providers.len() as u32;
        (numbers.map(|provider| self.of(provider, known)).collect(), self.none)
    }

    fn of(&self, number: u32, known: &Known<'_>) -> ProviderUse {
        let listed = known.ways.listed(number);
        let id = known.ways.providers.text(number);
        let (people, not_blocked) = self.people.get(&number).copied().unwrap_or_default();
        let organization = |place: u32| (known.organizations.text(place), known.organization_label(place));
        let domain = |place: u32| (known.domains.text(place), known.domains.text(place).to_owned());
        let (organizations, organizations_total) = self.organizations.of(number, organization);
        let (domains, domains_total) = self.domains.of(number, domain);
        ProviderUse {
            provider: listed.cloned().unwrap_or_else(|| unlisted(id)),
            listed: listed.is_some(),
            people,
            not_blocked,
            organizations,
            organizations_total,
            domains,
            domains_total,
        }
    }
}

impl Places {
    fn see(&mut self, place: u32, provider: Option<u32>) {
        *self.all.entry(place).or_default() += 1;
        if let Some(provider) = provider {
            *self.by_provider.entry(provider).or_default().entry(place).or_default() += 1;
        }
    }

    fn of<'k>(&self, provider: u32, name: impl Fn(u32) -> (&'k str, String)) -> (Vec<Share>, u32) {
        let counted = self.by_provider.get(&provider).into_iter().flatten();
        let mut largest: Vec<(u32, u32)> = counted.map(|(place, people)| (*place, *people)).collect();
        let total = u32::try_from(largest.len()).unwrap_or(u32::MAX);
        // By number first, and only those that are told by name: names of twenty thousand places would take a second.
        largest.sort_unstable_by_key(|(place, people)| (Reverse(*people), *place));
        largest.truncate(MOST_SHARES);
        largest.sort_by_cached_key(|(place, people)| (Reverse(*people), name(*place).1));
        let share = |(place, people): (u32, u32)| {
            let (id, label) = name(place);
            Share { id: id.to_owned(), label, people, of: self.all.get(&place).copied().unwrap_or_default() }
        };
        (largest.into_iter().map(share).collect(), total)
    }
}

/// A provider that people are listed with and the platform does not list: whether it is on is not known.
fn unlisted(id: &str) -> IdentityProvider {
    IdentityProvider { id: IdentityProviderId::from(id), name: id.to_owned(), prefix: None, enabled: true }
}
