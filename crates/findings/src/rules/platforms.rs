//! One person with power on several platforms.

use crate::finding::{Finding, most};
use crate::known::Known;
use crate::person::Person;
use crate::{Part, Rule};
use rollcall_core::UserId;
use std::collections::{HashMap, HashSet};

/// Somebody with power over others, as far as it takes to know them again on another platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Powerful {
    /// The platform's id.
    pub id: UserId,
    /// The address in the form by which addresses are compared; empty where there is none.
    pub address: String,
    /// The name in the form by which names are compared, and the mail domain; nothing where one is missing, or where
    /// anybody gets a mailbox at the domain.
    pub name_at: Option<(String, String)>,
}

/// The people with power on another platform.
#[derive(Clone, Copy)]
pub struct Elsewhere<'a> {
    /// What the connection is called.
    pub platform: &'a str,
    /// They.
    pub powerful: &'a [Powerful],
}

impl Powerful {
    pub(crate) fn of(id: UserId, person: Person, known: &Known<'_>) -> Self {
        let employer = person.domain.filter(|domain| !domain.free && !person.name.is_empty());
        let name = person.name;
        let name_at = employer.map(|domain| (name, known.domains.text(domain.number).to_owned()));
        Self { id, address: person.address, name_at }
    }
}

/// Those of `mine` who are privileged elsewhere as well: by the same address, or by the same name at the same mail
/// domain.
///
/// Reason: each platform looks at its own people, so nobody sees that one account opens several of them, nor that it
/// has to be closed in several places. A name at a free mail domain says nothing: many share both.
pub fn several_platforms(mine: &[Powerful], elsewhere: &[Elsewhere<'_>]) -> Option<Finding> {
    let mut parts: HashMap<&str, u32> = HashMap::new();
    let mut people: HashSet<&UserId> = HashSet::new();
    for other in elsewhere {
        let addresses: HashSet<&str> = other.powerful.iter().map(|one| one.address.as_str()).collect();
        let names: HashSet<&(String, String)> =
            other.powerful.iter().filter_map(|one| one.name_at.as_ref()).collect();
        let same = |one: &&Powerful| {
            let address = !one.address.is_empty() && addresses.contains(one.address.as_str());
            address || one.name_at.as_ref().is_some_and(|name| names.contains(name))
        };
        for one in mine.iter().filter(same) {
            people.insert(&one.id);
            *parts.entry(other.platform).or_default() += 1;
        }
    }
    if people.is_empty() {
        return None;
    }
    let parts = parts.into_iter().map(|(label, people)| Part { label: label.to_owned(), people }).collect();
    let (parts, parts_total) = most(parts);
    let people = mine.iter().map(|one| &one.id).filter(|id| people.contains(id)).cloned().collect();
    let (basis, filter) = (Vec::new(), None);
    Some(Finding { rule: Rule::PrivilegedOnSeveralPlatforms, people, parts, parts_total, basis, filter })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn powerful(id: &str, address: &str, name_at: Option<(&str, &str)>) -> Powerful {
        let name_at = name_at.map(|(name, domain)| (name.to_owned(), domain.to_owned()));
        Powerful { id: id.into(), address: address.to_owned(), name_at }
    }

    #[test]
    fn somebody_is_known_again_by_address_or_by_name_and_domain() {
        let mine = [
            powerful("1", "ann@nordlys.example", Some(("ann lee", "nordlys.example"))),
            powerful("2", "b.berg@nordlys.example", Some(("bo berg", "nordlys.example"))),
            powerful("3", "cy@nordlys.example", Some(("cy dahl", "nordlys.example"))),
            powerful("4", "", None),
        ];
        let east = [powerful("x", "ann@nordlys.example", None), powerful("y", "", None)];
        let west = [
            powerful("1", "bo@nordlys.example", Some(("bo berg", "nordlys.example"))),
            powerful("2", "cy@helios.example", Some(("cy dahl", "helios.example"))),
            powerful("3", "ann@nordlys.example", None),
        ];
        let elsewhere = [
            Elsewhere { platform: "East", powerful: &east },
            Elsewhere { platform: "West", powerful: &west },
        ];
        let told = several_platforms(&mine, &elsewhere).expect("two people");
        assert_eq!(told.people, ["1".into(), "2".into()], "ids of another platform mean nothing here");
        let parts: Vec<_> = told.parts.iter().map(|part| (part.label.as_str(), part.people)).collect();
        assert_eq!(parts, [("West", 2), ("East", 1)]);
        assert_eq!(several_platforms(&mine, &[]), None);
    }
}
