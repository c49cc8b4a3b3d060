//! Which part of which server a connection is for, as the journal and the list of people keep it.

use crate::connect::Profile;
use crate::contract::{SAMPLE_PROFILE, Scope};
use rollcall_platform::{Platform, same_server as same_origin};
use rollcall_runs::PlatformIdentity;
use std::collections::BTreeSet;

/// Which platform and which caller: what a run may be taken up again on, and what a list is a list of.
pub(crate) fn identity(profile: &Profile, client: &Platform) -> PlatformIdentity {
    if profile.id == SAMPLE_PROFILE {
        // Its address and its client are made anew with its folder; its name is enough.
        return PlatformIdentity { base: "sandbox:".to_owned(), subject: None };
    }
    PlatformIdentity { base: base(&profile.base_url, &profile.scope), subject: client.subject() }
}

/// Address, kind and ids, as in `https://api.example platform p-1 p-2`; the order in which the ids were typed says nothing.
fn base(address: &str, scope: &Scope) -> String {
    let (kind, ids) = match scope {
        Scope::Platform(ids) => ("platform", ids),
        Scope::Customer(ids) => ("customer", ids),
    };
    let ids: BTreeSet<&str> = ids.iter().map(String::as_str).collect();
    format!("{address} {kind} {}", ids.into_iter().collect::<Vec<_>>().join(" "))
}

/// An identity's base, taken apart.
struct Place<'a> {
    address: &'a str,
    kind: &'a str,
    ids: BTreeSet<&'a str>,
}

impl<'a> Place<'a> {
    fn of(base: &'a str) -> Self {
        let mut behind = base.split(' ').skip(1);
        let kind = behind.next().unwrap_or_default();
        Self { address: address_of(base), kind, ids: behind.collect() }
    }

    /// What stands in the address behind the server.
    fn path(&self) -> &'a str {
        let behind = self.address.split_once("://").map_or(self.address, |(_, behind)| behind);
        behind.split_once('/').map_or("", |(_, path)| path.trim_end_matches('/'))
    }

    /// Whether a list of this place and one of the other have the same people.
    fn is_same(&self, other: &Self) -> bool {
        same_address(self.address, other.address)
            && (self.path(), self.kind, &self.ids) == (other.path(), other.kind, &other.ids)
    }
}

fn same_address(one: &str, other: &str) -> bool {
    one == other || same_origin(one, other)
}

/// Whether two bases are of one server, whatever part of it each connection sees: who was invited through the one was
/// invited for the other as well.
pub(crate) fn same_server(one: &str, other: &str) -> bool {
    // For every row that was ever sent: the ids are not looked at.
    same_address(address_of(one), address_of(other))
}

fn address_of(base: &str) -> &str {
    base.split(' ').next().unwrap_or_default()
}

/// Whether two bases are of one place, in whatever order its ids and in whatever letters its server were typed: journals
/// and lists keep them as they once were.
pub(crate) fn same_place(one: &str, other: &str) -> bool {
    one == other || Place::of(one).is_same(&Place::of(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "https://api.example platform p-1";

    #[test]
    fn parts_of_one_server_are_one_server_in_whatever_letters_it_was_typed() {
        for same in ["https://api.example customer c-1 c-2", "https://API.example:443 platform p-1"] {
            assert!(same_server(WHOLE, same), "{same}");
        }
        for other in ["https://api2.example platform p-1", "http://api.example platform p-1", "sandbox:"] {
            assert!(!same_server(WHOLE, other), "{other}");
        }
        assert!(same_server("sandbox:", "sandbox:"));
    }

    #[test]
    fn the_order_of_the_ids_says_nothing() {
        let ids = |ids: &[&str]| Scope::Platform(ids.iter().map(|id| (*id).to_owned()).collect());
        let sorted = "https://api.example platform p-1 p-2";
        for typed in [&["p-1", "p-2"][..], &["p-2", "p-1"], &["p-2", "p-1", "p-2"]] {
            assert_eq!(base("https://api.example", &ids(typed)), sorted, "{typed:?}");
        }
        assert!(same_place(sorted, "https://api.example platform p-2 p-1"), "as it was kept once");
        assert!(same_place(sorted, "https://API.example:443 platform p-1 p-2"));
        assert!(same_place("sandbox:", "sandbox:"));
    }

    #[test]
    fn another_part_is_another_place() {
        for other in [
            "https://api.example platform p-1 p-2",
            "https://api.example platform p-2",
            "https://api.example customer p-1",
            "https://api.example/v2 platform p-1",
            "https://api2.example platform p-1",
            "sandbox:",
        ] {
            assert!(!same_place(WHOLE, other), "{other}");
        }
    }
}
