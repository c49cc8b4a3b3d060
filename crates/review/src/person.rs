//! Somebody who is looked at: what they held, and what a later list says of them.

use crate::ReviewError;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// An id and the name that it stood for at the time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Named {
    /// The platform's id.
    pub id: String,
    /// The name; the id again where none was known.
    pub name: String,
}

/// What somebody is and holds in one list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    /// Given and family name; empty where unknown.
    pub name: String,
    /// The address as listed.
    pub email: String,
    /// New, Active, Blocked, or what the platform wrote.
    pub state: String,
    /// Roles, in the order listed.
    pub roles: Vec<Named>,
    /// How the person signs in.
    pub identity_provider: Option<Named>,
    /// Organizations, in the order listed.
    pub organizations: Vec<Named>,
}

/// Somebody to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The platform's id.
    pub user_id: String,
    /// What they hold.
    pub held: Held,
    /// What they are found by, folded by the owner.
    pub search: String,
    /// Whether this is the reviewer's own account, or the one that reads the list.
    pub own: bool,
}

/// What can differ between two lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Given and family name.
    Name,
    /// The address.
    Email,
    /// The account's state.
    State,
    /// Roles held.
    Roles,
    /// How the person signs in.
    IdentityProvider,
    /// Organizations.
    Organizations,
}

/// One thing that differs, in names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What.
    pub part: Part,
    /// As it was when the review started.
    pub before: Vec<String>,
    /// As it is in the later list.
    pub after: Vec<String>,
}

impl Held {
    /// What is different in a later list. Roles, providers and organizations are compared by their ids in any
    /// order: one that was renamed is the same.
    pub fn changes(&self, now: &Self) -> Vec<Change> {
        let text = |part, before: &String, after: &String| {
            (before != after).then(|| Change {
                part,
                before: vec![before.clone()],
                after: vec![after.clone()],
            })
        };
        let list = |part, before: &[Named], after: &[Named]| {
            (ids(before) != ids(after)).then(|| Change { part, before: names(before), after: names(after) })
        };
        let provider = |held: &Self| held.identity_provider.iter().cloned().collect::<Vec<_>>();
        [
            text(Part::Name, &self.name, &now.name),
            text(Part::Email, &self.email, &now.email),
            text(Part::State, &self.state, &now.state),
            list(Part::Roles, &self.roles, &now.roles),
            list(Part::IdentityProvider, &provider(self), &provider(now)),
            list(Part::Organizations, &self.organizations, &now.organizations),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// Names of the roles.
    pub fn role_names(&self) -> Vec<String> {
        names(&self.roles)
    }

    /// Labels of the organizations.
    pub fn organization_labels(&self) -> Vec<String> {
        names(&self.organizations)
    }

    pub(crate) fn stored(&self) -> Result<String, ReviewError> {
        Ok(serde_json::to_string(self)?)
    }
}

fn names(all: &[Named]) -> Vec<String> {
    all.iter().map(|one| one.name.clone()).collect()
}

/// Each id once, in order.
pub(crate) fn ids(all: &[Named]) -> Vec<&str> {
    let mut ids: Vec<&str> = all.iter().map(|one| one.id.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// SHA-256, in lower-case hex, of who was looked at and what they held.
///
/// One line for each person, sorted by the bytes of the person's id and ended by a line feed: a JSON array, without
/// spaces, of id, name, address, state, the sorted ids of the roles, the provider's id or `null`, and the sorted ids
/// of the organizations.
pub fn roster_hash<'a>(people: impl IntoIterator<Item = (&'a str, &'a Held)>) -> Result<String, ReviewError> {
    let mut people: Vec<(&str, &Held)> = people.into_iter().collect();
    people.sort_unstable_by_key(|(id, _)| *id);
    let mut hash = Sha256::new();
    for (id, held) in people {
        let provider = held.identity_provider.as_ref().map(|provider| &provider.id);
        let (roles, organizations) = (ids(&held.roles), ids(&held.organizations));
        let line = (id, &held.name, &held.email, &held.state, roles, provider, organizations);
        hash.update(serde_json::to_vec(&line)?);
        hash.update(b"\n");
    }
    Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(id: &str, name: &str) -> Named {
        Named { id: id.into(), name: name.into() }
    }

    fn held() -> Held {
        Held {
            name: "Ann Lee".into(),
            email: "ann@x.example".into(),
            state: "Active".into(),
            roles: vec![named("r2", "Seller"), named("r1", "Admin")],
            identity_provider: None,
            organizations: vec![named("o1", "Contoso")],
        }
    }

    #[test]
    fn the_order_of_people_and_roles_and_the_names_of_roles_make_no_other_hash() {
        let (one, mut other) = (held(), held());
        other.roles.reverse();
        other.roles[0].name = "Renamed".into();
        let bob = Held::default();
        let hash = roster_hash([("u1", &one), ("u2", &bob)]).expect("a hash");
        assert_eq!(roster_hash([("u2", &bob), ("u1", &other)]).expect("a hash"), hash);
        assert_eq!(hash.len(), 64);
        other.roles.pop();
        assert_ne!(roster_hash([("u2", &bob), ("u1", &other)]).expect("a hash"), hash, "a role less");
        assert_ne!(roster_hash([("u1", &one)]).expect("a hash"), hash, "a person less");
    }

    #[test]
    fn the_hash_is_that_of_the_written_form_which_others_can_make_too() {
        let line = "[\"u1\",\"Ann Lee\",\"ann@x.example\",\"Active\",[\"r1\",\"r2\"],null,[\"o1\"]]\n";
        let by_hand: String = Sha256::digest(line).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(roster_hash([("u1", &held())]).expect("a hash"), by_hand);
    }

    #[test]
    fn what_changed_is_told_by_name_and_a_new_name_of_a_role_is_no_change() {
        let mut now = held();
        now.roles[1].name = "Administrator".into();
        assert_eq!(held().changes(&now), []);
        now.roles.remove(0);
        now.state = "Blocked".into();
        now.identity_provider = Some(named("p1", "Work email"));
        let changed: Vec<Part> = held().changes(&now).into_iter().map(|change| change.part).collect();
        assert_eq!(changed, [Part::State, Part::Roles, Part::IdentityProvider]);
        let roles = &held().changes(&now)[1];
        assert_eq!((roles.before.len(), roles.after.as_slice()), (2, &["Administrator".to_owned()][..]));
    }
}
