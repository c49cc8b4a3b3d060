//! One person under several addresses.

use super::{Walked, Watch, organization};
use crate::Rule;
use crate::finding::{Finding, Found};
use crate::person::Person;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Somebody in one of their organizations. Names and addresses are kept as numbers made of them, which is a tenth
/// of the memory; that two of a million differ and have the same number is less likely than a defect of the memory.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Seat {
    /// Of name and organization.
    who: u64,
    number: u32,
    state: u32,
    organization: u32,
    address: u64,
}

/// Whether accounts of one name in one organization are of several addresses.
///
/// Reason: a person who got a new address is often invited anew, and the old account stays, with its roles, and with a
/// mailbox that nobody reads. In one organization two people of one name are rare enough to be asked about. Accounts
/// of one address are the same mailbox: closing it closes both.
fn are_twins(seats: &[Seat]) -> bool {
    seats.iter().any(|seat| seat.address != seats[0].address)
}

/// The rule on people of one name: who they are is known only once everybody was seen.
#[derive(Default)]
pub(super) struct Twins(Vec<Seat>);

impl Watch for Twins {
    fn see(&mut self, person: &Person) {
        // Without a name nobody is somebody else's twin, and without an address there is no second one.
        if person.name.is_empty() || person.address.is_empty() {
            return;
        }
        let address = hashed(&person.address);
        for organization in person.places() {
            let who = hashed(&(&person.name, organization));
            self.0.push(Seat { who, number: person.number, state: person.state, organization, address });
        }
    }

    fn told(self: Box<Self>, walked: &Walked<'_>) -> Option<Finding> {
        let mut seats = self.0;
        seats.sort_unstable();
        let mut groups: Vec<&[Seat]> =
            seats.chunk_by(|a, b| a.who == b.who).filter(|seats| are_twins(seats)).collect();
        groups.sort_by_key(|seats| seats[0].number);
        let (mut found, mut told) = (Found::default(), HashSet::new());
        for seat in groups.into_iter().flatten() {
            *found.parts.entry(seat.organization).or_default() += 1;
            if told.insert(seat.number) {
                found.add(seat.number, seat.state, []);
            }
        }
        found.told(Rule::Duplicates, walked.ids, |number| organization(walked.known, number))
    }
}

fn hashed(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_twins_once_their_addresses_differ() {
        let seat = |address| Seat { who: 1, number: 0, state: 0, organization: 0, address };
        assert!(are_twins(&[seat(1), seat(1), seat(2)]));
        assert!(!are_twins(&[seat(1), seat(1)]), "one mailbox");
        assert!(!are_twins(&[seat(1)]));
    }
}
