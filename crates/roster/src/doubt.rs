//! Whether a new list looks wrong beside the one that stands.
//!
//! A list may be whole and yet not say what it seems to: another sign-in sees other people, a filter on the
//! platform hides some, a new version of it names a field differently. Whoever takes that for the truth
//! reads absence and change out of it, and invites on the strength of that.

use crate::RosterError;
use crate::changes::Compared;
use crate::refresh::{Changes, RefreshFacts};
use crate::schema::Shelf;
use rusqlite::{Connection, Row};
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

/// Each field, with its place in a row of [`crate::record::COLUMNS`].
const FIELDS: [(ListedField, usize); 8] = [
    (ListedField::Email, 1),
    (ListedField::FirstName, 2),
    (ListedField::LastName, 3),
    (ListedField::State, 4),
    (ListedField::Created, 5),
    (ListedField::Roles, 7),
    (ListedField::IdentityProvider, 8),
    (ListedField::Organizations, 10),
];

/// How many people have each of [`FIELDS`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Fields([u32; FIELDS.len()]);

impl Fields {
    /// Counts what a person has.
    pub(crate) fn count(&mut self, had: Had) {
        for (place, count) in self.0.iter_mut().enumerate() {
            *count += u32::from(had.0 >> place & 1);
        }
    }
}

/// Which of [`FIELDS`] one person has: a bit each, the first one lowest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Had(u8);

impl Had {
    /// Of a row that begins with [`crate::record::COLUMNS`].
    pub(crate) fn of(row: &Row<'_>) -> rusqlite::Result<Self> {
        let mut bits = 0;
        for (place, (field, column)) in FIELDS.into_iter().enumerate() {
            let stored = row.get_ref(column)?.as_str_or_null()?.unwrap_or_default();
            bits |= u8::from(has(field, stored)) << place;
        }
        Ok(Self(bits))
    }
}

/// Whether a stored value is one.
fn has(field: ListedField, stored: &str) -> bool {
    match field {
        // Words that are not known stay as they came: numbers in their place are a field gone as well.
        ListedField::State => ["New", "Active", "Blocked"].contains(&stored),
        ListedField::Roles | ListedField::Organizations => stored != "[]",
        _ => !stored.is_empty(),
    }
}

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
pub(crate) fn doubts(facts: &RefreshFacts, compared: &Compared, old: &Standing) -> Vec<Doubt> {
    if facts.scope != old.scope {
        return Vec::new();
    }
    let mut doubts = Vec::new();
    doubts.extend(another_subject(facts, old));
    doubts.extend(people_gone(&compared.changes, old.people));
    // A list of nobody lacks every field, which says nothing more.
    if compared.changes.total > 0 {
        doubts.extend(fields_gone(compared));
    }
    doubts
}

/// Only where both are known: an unknown one may well be the same.
fn another_subject(facts: &RefreshFacts, old: &Standing) -> Option<Doubt> {
    let (before, now) = (old.subject.clone()?, facts.subject.clone()?);
    (before != now).then_some(Doubt::AnotherSubject { before, now })
}

/// Whether more are gone than leave in the ordinary way.
pub(crate) fn people_gone(changes: &Changes, before: u32) -> Option<Doubt> {
    too_many_gone(changes, before).then_some(Doubt::PeopleGone { gone: changes.left, before })
}

fn too_many_gone(changes: &Changes, before: u32) -> bool {
    let (gone, before_in_all) = (u64::from(changes.left), u64::from(before));
    if before >= TENTH_COUNTS_FROM {
        return gone * LARGE_ONE_IN > before_in_all;
    }
    let nobody_left = changes.total == 0 && before > 0;
    nobody_left || (changes.left >= HANDFUL && gone * SMALL_ONE_IN > before_in_all)
}

/// Of those who left, it says nothing that they took theirs with them: who is counted is still listed.
fn fields_gone(compared: &Compared) -> impl Iterator<Item = Doubt> {
    let counts = compared.had.0.into_iter().zip(compared.has.0);
    FIELDS.into_iter().zip(counts).filter_map(|((field, _), (had, has))| {
        // Without addresses nobody would be found in the list any more, and absence is taken as proof.
        let enough = if field == ListedField::Email { 1 } else { HANDFUL };
        (has == 0 && had >= enough).then_some(Doubt::FieldGone { field, had })
    })
}
