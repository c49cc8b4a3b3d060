//! Whether a new list looks wrong beside the one that stands.
//!
//! A list may be whole and yet not say what it seems to: another sign-in sees other people, a filter on the
//! platform hides some, a new version of it names a field differently. Whoever takes that for the truth
//! reads absence and change out of it, and invites on the strength of that.

use crate::RosterError;
use crate::refresh::{Arrived, Changes, RefreshFacts};
use crate::schema::Shelf;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

/// What looks wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Doubt {
    /// The list was fetched by another signed-in subject than the one before, who may see other people.
    AnotherSubject {
        /// Who fetched the list that stands.
        before: String,
        /// Who fetched this one.
        now: String,
    },
    /// More people are gone at once than leave in the ordinary way.
    PeopleGone {
        /// How many.
        gone: u32,
        /// Of how many.
        before: u32,
    },
    /// A field that people had is gone for everyone.
    FieldGone {
        /// Which.
        field: ListedField,
        /// How many of those who are still listed had it.
        had: u32,
    },
}

/// A field of a person that something rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ListedField {
    /// The address.
    Email,
    /// Given name.
    FirstName,
    /// Family name.
    LastName,
    /// Account state, in a word that is known: New, Active or Blocked.
    State,
    /// Creation date.
    Created,
    /// Roles.
    Roles,
    /// The identity provider.
    IdentityProvider,
    /// Organizations.
    Organizations,
}

/// From this many people on, a tenth counts. Of fewer, a tenth is one or two: they leave on any day.
const TENTH_COUNTS_FROM: u32 = 20;

/// More than one in this many gone at once.
const LARGE_ONE_IN: u64 = 10;

/// The same for a list that is too small for a tenth to say anything: more than half.
const SMALL_ONE_IN: u64 = 2;

/// So many people at least must be gone, or have lost a field, before that says anything: two or three may be
/// somebody's tidying up.
const HANDFUL: u32 = 5;

/// Each field, and when somebody has it.
const FIELDS: [(ListedField, &str); 8] = [
    (ListedField::Email, "email <> ''"),
    (ListedField::FirstName, "first_name <> ''"),
    (ListedField::LastName, "last_name <> ''"),
    // Words that are not known stay as they came: numbers in their place are a field gone as well.
    (ListedField::State, "state IN ('New', 'Active', 'Blocked')"),
    (ListedField::Created, "ifnull(created_at, '') <> ''"),
    (ListedField::Roles, "role_ids <> '[]'"),
    (ListedField::IdentityProvider, "ifnull(identity_provider_id, '') <> ''"),
    (ListedField::Organizations, "organization_ids <> '[]'"),
];

/// The list that stands, as far as a new one is measured by it.
pub(crate) struct Standing {
    pub(crate) shelf: Shelf,
    pub(crate) people: u32,
    pub(crate) subject: Option<String>,
    pub(crate) scope: String,
}

impl Standing {
    /// `None` before the first list.
    pub(crate) fn load(connection: &Connection) -> Result<Option<Self>, RosterError> {
        let mut statement = connection.prepare_cached("SELECT shelf, people, subject, scope FROM roster")?;
        let standing = statement.query_row([], |row| {
            let Some(shelf) = row.get(0)? else { return Ok(None) };
            Ok(Some(Self { shelf, people: row.get(1)?, subject: row.get(2)?, scope: row.get(3)? }))
        })?;
        Ok(standing)
    }
}

/// Everything that looks wrong; nothing where the list that stands is one of something else.
pub(crate) fn doubts(
    connection: &Connection,
    new: &Arrived,
    changes: &Changes,
    old: &Standing,
) -> Result<Vec<Doubt>, RosterError> {
    if new.facts.scope != old.scope {
        return Ok(Vec::new());
    }
    let mut doubts = Vec::new();
    doubts.extend(another_subject(&new.facts, old));
    if too_many_gone(changes, old.people) {
        doubts.push(Doubt::PeopleGone { gone: changes.left, before: old.people });
    }
    // A list of nobody lacks every field, which says nothing more.
    if changes.total > 0 {
        for (field, has) in FIELDS {
            doubts.extend(field_gone(connection, new.shelf, old.shelf, field, has)?);
        }
    }
    Ok(doubts)
}

/// Only where both are known: an unknown one may well be the same.
fn another_subject(facts: &RefreshFacts, old: &Standing) -> Option<Doubt> {
    let (before, now) = (old.subject.clone()?, facts.subject.clone()?);
    (before != now).then_some(Doubt::AnotherSubject { before, now })
}

fn too_many_gone(changes: &Changes, before: u32) -> bool {
    let (gone, before_in_all) = (u64::from(changes.left), u64::from(before));
    if before >= TENTH_COUNTS_FROM {
        return gone * LARGE_ONE_IN > before_in_all;
    }
    let nobody_left = changes.total == 0 && before > 0;
    nobody_left || (changes.left >= HANDFUL && gone * SMALL_ONE_IN > before_in_all)
}

fn field_gone(
    connection: &Connection,
    new: Shelf,
    old: Shelf,
    field: ListedField,
    has: &str,
) -> Result<Option<Doubt>, RosterError> {
    let somebody = new.sql(&format!("SELECT EXISTS (SELECT 1 FROM user_$ WHERE {has})"));
    if connection.query_row(&somebody, [], |row| row.get(0))? {
        return Ok(None);
    }
    // Of those who left, it says nothing that they took theirs with them.
    let (old, new) = (old.sql("user_$"), new.sql("user_$"));
    let had = format!("SELECT count(*) FROM {old} WHERE {has} AND id IN (SELECT id FROM {new})");
    let had: u32 = connection.query_row(&had, [], |row| row.get(0))?;
    // Without addresses nobody would be found in the list any more, and absence is taken as proof.
    let enough = if field == ListedField::Email { 1 } else { HANDFUL };
    Ok((had >= enough).then_some(Doubt::FieldGone { field, had }))
}
