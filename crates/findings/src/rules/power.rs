//! Power in the wrong hands.

use super::{OfEach, Walked, Watch, domain, organization};
use crate::finding::{Finding, Found};
use crate::known::Known;
use crate::numbered::Map;
use crate::person::{Kind, Person};
use crate::{Filter, Rule};
use rollcall_core::{OrganizationId, Sentence, sentence};
use std::collections::BTreeSet;

/// Domains that a sentence names before it counts the rest.
const NAMED: usize = 5;

/// With power beyond that of a customer's own people, in a customer's organization, and not blocked.
///
/// Reason: the platform is a distributor over sellers over customers, and each runs those below. Somebody at a customer
/// who runs more than the customer was given the wrong role, or sits in the wrong organization. A Customer Admin is
/// where one belongs, and is left out unless a person wants customer roles to count. Blocked people have no power
/// now; what they would get back is told by a rule of its own.
pub(crate) fn privileged_in_customer(person: &Person) -> bool {
    !person.blocked && person.power.beyond_customers && person.places_of(Kind::Customer).next().is_some()
}

/// With power over others and an address where anybody gets one, and not blocked.
///
/// Reason: an employer can't close such a mailbox, can't see who reads it, and sets no rules for its password.
pub(crate) fn privileged_on_freemail(person: &Person) -> bool {
    !person.blocked && person.power.over_others && person.domain.is_some_and(|domain| domain.free)
}

/// With power beyond that of a customer's own people, and not blocked: who is told of if the domain is none of ours.
///
/// Reason: a platform is run by the people of its distributor and sellers, and they write from their employer's
/// domain. An address of another one is a guest, a contractor, or somebody who left.
pub(crate) fn may_be_an_outsider(person: &Person) -> bool {
    !person.blocked && person.power.beyond_customers && person.domain.is_some()
}

/// Whether a domain is a house's own: at least `percent` of a hundred of its people have it.
///
/// Reason: the platform doesn't say which domains belong to an organization; its people do. A share, and not a
/// number, because a seller may be two people; low, because a house may have a domain for each country.
pub(crate) fn is_own_domain(with_it: u32, people: u32, percent: u32) -> bool {
    with_it > 0 && u64::from(with_it) * 100 >= u64::from(people) * u64::from(percent)
}

pub(super) fn in_customers() -> OfEach {
    OfEach {
        rule: Rule::PrivilegedInCustomer,
        finds: Box::new(privileged_in_customer),
        parts: |person| person.places_of(Kind::Customer).collect(),
        label: organization,
        filter: Box::new(|found, known| {
            let mut numbers: Vec<u32> = found.parts.keys().copied().collect();
            numbers.sort_unstable();
            let id = |number| OrganizationId::from(known.organizations.text(number));
            let filter = Filter {
                states: found.state_words(known),
                role_ids: known.privileged(true),
                organization_ids: numbers.into_iter().map(id).collect(),
                ..Filter::default()
            };
            (!known.others_lie_below_customers()).then_some(filter)
        }),
        found: Found::default(),
    }
}

pub(super) fn on_freemail() -> OfEach {
    OfEach {
        rule: Rule::PrivilegedOnFreemail,
        finds: Box::new(privileged_on_freemail),
        parts: |person| person.domain.iter().map(|domain| domain.number).collect(),
        label: domain,
        filter: Box::new(|found, known| Some(at_domains(found, known, false))),
        found: Found::default(),
    }
}

/// Holders of privileged roles at the domains that were found.
fn at_domains(found: &Found, known: &Known<'_>, beyond: bool) -> Filter {
    let mut domains: Vec<u32> = found.parts.keys().copied().collect();
    domains.sort_unstable();
    Filter {
        states: found.state_words(known),
        role_ids: known.privileged(beyond),
        mail_domains: domains.into_iter().map(|number| domain(known, number)).collect(),
        ..Filter::default()
    }
}

/// The rule on addresses outside of the houses' own domains, which are known only once everybody was seen.
pub(super) struct Outside {
    percent: u32,
    /// People by number, state and domain.
    candidates: Vec<(u32, u32, u32)>,
    /// People of each distributor and seller, by domain.
    houses: Map<u32, Map<u32, u32>>,
}

impl Outside {
    pub(super) fn new(percent: u32) -> Self {
        Self { percent, candidates: Vec::new(), houses: Map::default() }
    }

    fn own(&self) -> BTreeSet<u32> {
        let houses = self.houses.values().flat_map(|domains| {
            let people: u32 = domains.values().sum();
            domains.iter().filter(move |(_, with_it)| is_own_domain(**with_it, people, self.percent))
        });
        houses.map(|(domain, _)| *domain).collect()
    }
}

impl Watch for Outside {
    fn see(&mut self, person: &Person) {
        let Some(domain) = person.domain.filter(|_| !person.blocked) else { return };
        // A free domain is nobody's own, however many use it.
        if !domain.free {
            for house in person.places_of(Kind::House) {
                *self.houses.entry(house).or_default().entry(domain.number).or_default() += 1;
            }
        }
        if may_be_an_outsider(person) {
            self.candidates.push((person.number, person.state, domain.number));
        }
    }

    fn told(self: Box<Self>, walked: &Walked<'_>) -> Option<Finding> {
        let own = self.own();
        // Where no organization is known to be a house, nothing is known of inside and outside either.
        if own.is_empty() {
            return None;
        }
        let mut found = Found::default();
        for (number, state, domain) in
            self.candidates.into_iter().filter(|(.., domain)| !own.contains(domain))
        {
            found.add(number, state, [domain]);
        }
        let filter = at_domains(&found, walked.known, true);
        let told =
            found.told(Rule::PrivilegedOutsideDomains, walked.ids, |number| domain(walked.known, number))?;
        Some(Finding {
            filter: Some(filter),
            basis: vec![taken_for_own(&own, walked.known, self.percent)],
            ..told
        })
    }
}

fn taken_for_own(own: &BTreeSet<u32>, known: &Known<'_>, percent: u32) -> Sentence {
    let mut names: Vec<&str> = own.iter().map(|number| known.domains.text(*number)).collect();
    names.sort_unstable();
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more == 0 {
        return sentence!(
            "Taken for your own: {domains}. A domain counts once {percent} of 100 people of a distributor or seller have it.",
            domains = names.join(", "),
            percent = percent
        );
    }
    sentence!(
        "Taken for your own: {domains} and {more} more. A domain counts once {percent} of 100 people of a distributor or seller have it.",
        domains = names.join(", "),
        more = more,
        percent = percent
    )
}

#[cfg(test)]
mod tests {
    use super::super::testing::person;
    use super::*;
    use crate::person::{Belongs, Domain, Power};

    fn powerful(beyond_customers: bool, kind: Kind, free: bool) -> Person {
        Person {
            power: Power { over_others: true, beyond_customers },
            organizations: vec![Belongs { number: 4, kind }],
            domain: Some(Domain { number: 0, free }),
            ..person()
        }
    }

    #[test]
    fn power_beyond_a_customer_is_told_of_at_a_customer_alone() {
        assert!(privileged_in_customer(&powerful(true, Kind::Customer, false)));
        assert!(
            !privileged_in_customer(&powerful(false, Kind::Customer, false)),
            "a Customer Admin belongs there"
        );
        assert!(!privileged_in_customer(&powerful(true, Kind::House, false)));
        assert!(!privileged_in_customer(&powerful(true, Kind::Unknown, false)));
        let blocked = Person { blocked: true, ..powerful(true, Kind::Customer, false) };
        assert!(!privileged_in_customer(&blocked), "has no power now");
    }

    #[test]
    fn power_beyond_a_customer_with_any_address_may_be_an_outsiders_unless_it_is_blocked() {
        assert!(may_be_an_outsider(&powerful(true, Kind::House, false)));
        assert!(may_be_an_outsider(&powerful(true, Kind::Customer, true)));
        assert!(!may_be_an_outsider(&powerful(false, Kind::House, false)), "a customer's own power");
        assert!(!may_be_an_outsider(&Person { domain: None, ..powerful(true, Kind::House, false) }));
        assert!(!may_be_an_outsider(&Person { blocked: true, ..powerful(true, Kind::House, false) }));
    }

    #[test]
    fn power_with_a_free_address_is_told_of_wherever_it_is() {
        assert!(privileged_on_freemail(&powerful(false, Kind::Customer, true)));
        assert!(!privileged_on_freemail(&powerful(true, Kind::Customer, false)));
        let plain = Person { power: Power::default(), ..powerful(false, Kind::Customer, true) };
        assert!(!privileged_on_freemail(&plain));
    }

    #[test]
    fn a_domain_is_a_houses_own_by_the_share_of_its_people() {
        assert!(is_own_domain(1, 1, 10), "a seller of one person");
        assert!(is_own_domain(1, 10, 10) && !is_own_domain(1, 11, 10));
        assert!(!is_own_domain(0, 0, 10));
    }
}
