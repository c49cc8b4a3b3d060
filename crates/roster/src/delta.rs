//! What became different of one person from one list to another, and how two such steps make one.

use crate::RosterError;
use crate::record::to_json;
use rollcall_core::User;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

/// What is different of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// Listed now, and not before.
    Joined,
    /// Listed before, and not now.
    Left,
    /// The account state.
    State,
    /// The roles held.
    Role,
    /// The identity provider.
    Provider,
    /// The organizations belonged to.
    Organization,
    /// Anything else; the field says what.
    Other,
}

impl ChangeKind {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 7] =
        [Self::Joined, Self::Left, Self::State, Self::Role, Self::Provider, Self::Organization, Self::Other];

    fn of_field(field: &str) -> Self {
        match field {
            STATE => Self::State,
            ROLE => Self::Role,
            PROVIDER => Self::Provider,
            ORGANIZATION => Self::Organization,
            _ => Self::Other,
        }
    }
}

const STATE: &str = "state";
const ROLE: &str = "role";
const PROVIDER: &str = "provider";
const ORGANIZATION: &str = "organization";

/// Before the name of a field that Rollcall has no name for.
const UNNAMED: &str = "other:";

/// Fields by name. What a person does not have is left out; in a part of a person's fields it is null.
pub(crate) type Fields = Map<String, Value>;

/// Everything that is listed of a person, in a form in which two of them can be compared: the order in which roles,
/// organizations and unnamed fields are listed says nothing.
pub(crate) fn fields(user: &User) -> Fields {
    let texts = [
        (STATE, user.state.as_str()),
        ("email", &user.email),
        ("firstName", &user.first_name),
        ("lastName", &user.last_name),
        ("created", user.created_at.as_deref().unwrap_or_default()),
        ("accessibility", user.accessibility.as_deref().unwrap_or_default()),
        ("externalId", user.external_id.as_deref().unwrap_or_default()),
        (PROVIDER, user.identity_provider_id.as_ref().map(|id| id.as_str()).unwrap_or_default()),
    ];
    let mut fields: Fields = texts
        .into_iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| (name.to_owned(), Value::from(text)))
        .collect();
    let lists = [
        (ROLE, set(user.role_ids.iter().map(|id| id.as_str()))),
        (ORGANIZATION, set(user.organization_ids.iter().map(|id| id.as_str()))),
    ];
    fields.extend(
        lists.into_iter().filter(|(_, ids)| !ids.is_empty()).map(|(name, ids)| (name.to_owned(), ids.into())),
    );
    let unnamed = user.other.iter().filter(|(_, value)| !value.is_null());
    fields.extend(unnamed.map(|(name, value)| (format!("{UNNAMED}{name}"), value.clone())));
    fields
}

fn set<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = ids.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// What is different of one person. Of somebody listed both times only the fields that differ are there; of
/// somebody who joined or is gone all of them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Delta {
    /// `None`: not listed before.
    pub(crate) before: Option<Fields>,
    /// `None`: not listed now.
    pub(crate) after: Option<Fields>,
}

impl Delta {
    pub(crate) fn joined(user: &User) -> Self {
        Self { before: None, after: Some(fields(user)) }
    }

    pub(crate) fn left(user: &User) -> Self {
        Self { before: Some(fields(user)), after: None }
    }

    /// What differs between a person's fields; `None` where nothing does.
    pub(crate) fn between(before: &Fields, after: &Fields) -> Option<Self> {
        let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
        let differing: Vec<&String> = names.filter(|name| before.get(*name) != after.get(*name)).collect();
        let part = |of: &Fields| -> Fields {
            let value = |name: &&String| of.get(*name).cloned().unwrap_or_default();
            differing.iter().map(|name| ((*name).clone(), value(name))).collect()
        };
        let delta = Self { before: Some(part(before)), after: Some(part(after)) };
        (!differing.is_empty()).then_some(delta)
    }

    /// This step and the next one as one step; `None` where they undo each other.
    pub(crate) fn then(self, next: Self) -> Option<Self> {
        match (self, next) {
            // Joined and left again.
            (Self { before: None, .. }, Self { after: None, .. }) => None,
            // Left and came back.
            (Self { before: Some(before), after: None }, Self { before: None, after: Some(after) }) => {
                Self::between(&before, &after)
            }
            // Joined, then changed.
            (Self { before: None, after: Some(whole) }, Self { after: Some(part), .. }) => {
                Some(Self { before: None, after: Some(overlaid(whole, part)) })
            }
            // Changed, then left.
            (Self { before: Some(part), .. }, Self { before: Some(whole), after: None }) => {
                Some(Self { before: Some(overlaid(whole, part)), after: None })
            }
            // Changed twice: what is told first of the time before, and last of the time after.
            (first, second) => {
                let before = onto(second.before.unwrap_or_default(), first.before.unwrap_or_default());
                let after = onto(first.after.unwrap_or_default(), second.after.unwrap_or_default());
                Self::between(&before, &after)
            }
        }
    }

    /// The fields that differ, each with its kind, in the order in which they are told; one for a person who joined
    /// or left.
    pub(crate) fn told(&self) -> Vec<(ChangeKind, Option<&str>)> {
        let (before, after) = match (&self.before, &self.after) {
            (None, _) => return vec![(ChangeKind::Joined, None)],
            (_, None) => return vec![(ChangeKind::Left, None)],
            (Some(before), Some(after)) => (before, after),
        };
        let names = before.keys().chain(after.keys().filter(|name| !before.contains_key(*name)));
        let mut told: Vec<_> = names.map(|name| (ChangeKind::of_field(name), Some(name.as_str()))).collect();
        told.sort_unstable();
        told
    }

    pub(crate) fn texts(&self) -> Result<(Option<String>, Option<String>), RosterError> {
        let text = |fields: &Option<Fields>| fields.as_ref().map(to_json).transpose();
        Ok((text(&self.before)?, text(&self.after)?))
    }
}

/// A person's fields with a part of them as the part says; null is what they do not have.
fn overlaid(whole: Fields, part: Fields) -> Fields {
    let mut all = onto(whole, part);
    all.retain(|_, value| !value.is_null());
    all
}

fn onto(mut under: Fields, over: Fields) -> Fields {
    under.extend(over);
    under
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(value: Value) -> Fields {
        value.as_object().cloned().expect("an object")
    }

    fn changed(before: Value, after: Value) -> Delta {
        Delta { before: Some(of(before)), after: Some(of(after)) }
    }

    #[test]
    fn a_field_that_is_changed_and_changed_back_is_no_change() {
        let there =
            changed(json!({"state": "New", "email": null}), json!({"state": "Active", "email": "a@b"}));
        let back = changed(json!({"state": "Active"}), json!({"state": "New"}));
        let left = there.clone().then(back).expect("the address is another one still");
        assert_eq!(left, changed(json!({"email": null}), json!({"email": "a@b"})));
        let undone =
            changed(json!({"state": "Active", "email": "a@b"}), json!({"state": "New", "email": null}));
        assert_eq!(there.then(undone), None);
    }

    #[test]
    fn somebody_who_left_and_came_back_is_told_by_what_differs() {
        let left = Delta { before: Some(of(json!({"state": "New"}))), after: None };
        let same = Delta { before: None, after: Some(of(json!({"state": "New"}))) };
        assert_eq!(left.clone().then(same), None);
        let other = Delta { before: None, after: Some(of(json!({"email": "a@b"}))) };
        let net = left.then(other).expect("a change");
        assert_eq!(
            net,
            changed(json!({"state": "New", "email": null}), json!({"state": null, "email": "a@b"}))
        );
    }

    #[test]
    fn who_joined_or_left_is_told_with_all_that_was_listed_at_that_end() {
        let joined = Delta { before: None, after: Some(of(json!({"state": "New", "email": "a@b"}))) };
        let step =
            changed(json!({"state": "New", "email": "a@b"}), json!({"state": "Active", "email": null}));
        let net = joined.clone().then(step.clone()).expect("joined");
        assert_eq!(net, Delta { before: None, after: Some(of(json!({"state": "Active"}))) });
        let left = Delta { before: Some(of(json!({"state": "Active"}))), after: None };
        let net = step.then(left.clone()).expect("left");
        assert_eq!(net, Delta { before: Some(of(json!({"state": "New", "email": "a@b"}))), after: None });
        assert_eq!(joined.then(left), None);
    }
}
