//! The columns of a list as records of the database: what they are called, how they are written and made.
//!
//! | Record | For each person |
//! | --- | --- |
//! | `rank/<column>` | the place of the value among all different ones, 4 bytes; [`NONE`] without one |
//! | `codes/<column>` | which of the words of `words/<column>` it is, 4 bytes |
//! | `words/<column>` | (once) the words as a JSON array |
//! | `created` | seconds since 1970, 8 bytes; [`UNDATED`] without a date |
//! | `who` | names and address, folded: a line each, and [`BETWEEN`] after each person |
//! | `head/<column>/<up or down>` | (once) the first [`HEAD`] people of that order, 4 bytes each |
//! | `fields` | (once) the names of the fields that have no column, as a JSON array |
//!
//! Numbers are little-endian. A released name never changes its meaning.

use crate::keys::{moment_key, read_created, second};
use crate::names::prefixes;
use crate::record::{from_json, to_json};
use crate::schema::Shelf;
use crate::{RosterError, SortColumn};
use rollcall_core::{ProviderPrefixes, fold};
use rusqlite::{Connection, Row};
use serde_json::{Map, Value};
use std::collections::{BTreeSet, HashMap};

/// The place of people who have no value.
pub(crate) const NONE: u32 = u32::MAX;

/// The second of people whose date is not known.
pub(crate) const UNDATED: i64 = i64::MIN;

/// Ends the text of a person: no folded text holds it.
pub(crate) const BETWEEN: u8 = 0;

/// People at the start of an order who can be shown without loading the order.
pub(crate) const HEAD: usize = 1_000;

/// A column of which many people have the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shared {
    State,
    Domain,
    Provider,
    Accessibility,
    /// The list of roles as it came.
    Roles,
    /// The list of organizations as it came.
    Organizations,
}

impl Shared {
    pub(crate) const ALL: [Self; 6] =
        [Self::State, Self::Domain, Self::Provider, Self::Accessibility, Self::Roles, Self::Organizations];

    fn name(self) -> &'static str {
        match self {
            Self::State => "state",
            Self::Domain => "domain",
            Self::Provider => "provider",
            Self::Accessibility => "accessibility",
            Self::Roles => "roles",
            Self::Organizations => "organizations",
        }
    }

    pub(crate) fn codes(self) -> String {
        format!("codes/{}", self.name())
    }

    pub(crate) fn words(self) -> String {
        format!("words/{}", self.name())
    }
}

pub(crate) fn rank(column: SortColumn) -> String {
    format!("rank/{}", name(column))
}

pub(crate) fn head(column: SortColumn, descending: bool) -> String {
    format!("head/{}/{}", name(column), if descending { "down" } else { "up" })
}

fn name(column: SortColumn) -> &'static str {
    match column {
        SortColumn::Name => "name",
        SortColumn::FirstName => "first-name",
        SortColumn::LastName => "last-name",
        SortColumn::Email => "email",
        SortColumn::Domain => "domain",
        SortColumn::State => "state",
        SortColumn::Role => "role",
        SortColumn::Organization => "organization",
        SortColumn::Provider => "provider",
        SortColumn::Created => "created",
        SortColumn::Accessibility => "accessibility",
        SortColumn::ExternalId => "external-id",
        SortColumn::Id => "id",
        SortColumn::Invitation => "invitation",
    }
}

/// Takes a record: its name and its bytes.
pub(crate) type Take<'a> = &'a mut dyn FnMut(String, Vec<u8>) -> Result<(), RosterError>;

/// Makes every record of a shelf but the heads, one after another. The people are read once from the first to the last.
pub(crate) fn make(connection: &Connection, shelf: Shelf, take: Take<'_>) -> Result<(), RosterError> {
    let Scan { who, created, moments, external_ids, shared, fields, .. } = Scan::of(connection, shelf)?;
    take(rank(SortColumn::Created), numbers(&moments.into_ranks()))?;
    take(rank(SortColumn::ExternalId), numbers(&external_ids.into_ranks()))?;
    take(rank(SortColumn::Id), numbers(&ranks_of_ids(connection, shelf, created.len())?))?;
    for column in [SortColumn::Name, SortColumn::FirstName, SortColumn::LastName, SortColumn::Email] {
        take(rank(column), numbers(&named(&who, column).into_ranks()))?;
    }
    take("who".into(), who.into_bytes())?;
    take("created".into(), created.iter().flat_map(|second| second.to_le_bytes()).collect())?;
    take("fields".into(), to_json(&fields)?.into_bytes())?;
    for (column, coding) in Shared::ALL.into_iter().zip(shared) {
        take(column.codes(), numbers(&coding.codes))?;
        take(column.words(), to_json(&coding.words)?.into_bytes())?;
    }
    Ok(())
}

pub(crate) fn numbers(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

/// One text for each person, in one piece.
#[derive(Default)]
struct Texts {
    text: String,
    ends: Vec<usize>,
}

/// What people are sorted by in a column that is made of the names and the address, out of the record of these.
fn named(who: &str, column: SortColumn) -> Texts {
    let mut texts = Texts::default();
    for person in who.split_terminator(char::from(BETWEEN)) {
        let mut lines = person.split('\n');
        let [first, last, email] = [(); 3].map(|()| lines.next().unwrap_or_default());
        match column {
            SortColumn::FirstName => texts.push(first),
            SortColumn::LastName => texts.push(last),
            SortColumn::Email => texts.push(email),
            _ => texts.push(&name_of(first, last)),
        }
    }
    texts
}

/// The folded name of somebody, of their folded names.
fn name_of(first: &str, last: &str) -> String {
    [first, last].join(" ").trim().to_owned()
}

/// The place of each person's id. No two are equal, and their index is in this order already.
fn ranks_of_ids(connection: &Connection, shelf: Shelf, people: usize) -> Result<Vec<u32>, RosterError> {
    let mut statement = connection.prepare(&shelf.sql("SELECT n FROM user_$ WHERE id <> '' ORDER BY id"))?;
    let mut rows = statement.query([])?;
    let mut ranks = vec![NONE; people];
    let mut next = 0;
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        *ranks.get_mut((number as usize).wrapping_sub(1)).ok_or(RosterError::Unreadable)? = next;
        next += 1;
    }
    Ok(ranks)
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.ends.push(self.text.len());
    }

    fn get(&self, place: usize) -> &str {
        let start = if place == 0 { 0 } else { self.ends[place - 1] };
        &self.text[start..self.ends[place]]
    }

    /// The place of each person's text among all different ones.
    fn into_ranks(self) -> Vec<u32> {
        // Most texts differ within their first eight bytes, which are compared at once.
        let mut order: Vec<(u64, u32)> =
            (0..self.ends.len()).map(|place| (beginning(self.get(place)), place as u32)).collect();
        order.sort_unstable_by(|a, b| {
            a.0.cmp(&b.0).then_with(|| self.get(a.1 as usize).cmp(self.get(b.1 as usize)))
        });
        let mut ranks = vec![NONE; self.ends.len()];
        let (mut next, mut before) = (0, "");
        for (_, place) in order {
            let text = self.get(place as usize);
            if text.is_empty() {
                continue;
            }
            if text != before {
                (next, before) = (next + 1, text);
            }
            ranks[place as usize] = next - 1;
        }
        ranks
    }
}

fn beginning(text: &str) -> u64 {
    let mut first = [0; 8];
    let length = text.len().min(first.len());
    first[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(first)
}

/// Words in the order in which they came, and which of them each person has.
#[derive(Default)]
struct Coding {
    codes: Vec<u32>,
    words: Vec<String>,
    known: HashMap<String, u32>,
}

impl Coding {
    fn push(&mut self, word: &str) {
        let code = self.known.get(word).copied().unwrap_or_else(|| {
            let code = self.words.len() as u32;
            self.words.push(word.to_owned());
            self.known.insert(word.to_owned(), code);
            code
        });
        self.codes.push(code);
    }
}

/// What is found in one walk over all people.
#[derive(Default)]
struct Scan {
    who: String,
    created: Vec<i64>,
    /// What people are sorted by in the column of dates.
    moments: Texts,
    external_ids: Texts,
    shared: [Coding; 6],
    fields: BTreeSet<String>,
    prefixes: ProviderPrefixes,
    /// Many people have the same fields: each form is looked at once.
    seen: BTreeSet<Vec<String>>,
}

impl Scan {
    fn of(connection: &Connection, shelf: Shelf) -> Result<Self, RosterError> {
        let sql = "SELECT first_name, last_name, email, ifnull(created_at, ''), other, state, canonical,
                       ifnull(identity_provider_id, ''), ifnull(accessibility, ''), role_ids, organization_ids,
                       ifnull(external_id, '')
                   FROM user_$ ORDER BY n";
        let mut statement = connection.prepare(&shelf.sql(sql))?;
        let mut rows = statement.query([])?;
        let mut scan = Self { prefixes: prefixes(connection, shelf)?, ..Self::default() };
        while let Some(row) = rows.next()? {
            scan.take(row)?;
        }
        Ok(scan)
    }

    fn take(&mut self, row: &Row<'_>) -> rusqlite::Result<()> {
        let text = |column| row.get_ref(column)?.as_str().map_err(rusqlite::Error::from);
        let (first, last, email) = (fold(text(0)?), fold(text(1)?), fold(text(2)?));
        for part in [&first, "\n", &last, "\n", &email, "\0"] {
            self.who.push_str(part);
        }
        self.created.push(read_created(text(3)?).map_or(UNDATED, second));
        self.moments.push(&moment_key(text(3)?));
        self.external_ids.push(&fold(text(11)?));
        self.fields(text(4)?)?;
        let canonical = text(6)?;
        let domain = canonical.rsplit_once('@').map_or("", |(_, domain)| domain);
        let provider = self.prefixes.told(text(7)?, text(11)?).unwrap_or_default();
        let words = [text(5)?, domain, provider, text(8)?.trim(), text(9)?, text(10)?];
        self.shared.iter_mut().zip(words).for_each(|(coding, word)| coding.push(word));
        Ok(())
    }

    fn fields(&mut self, other: &str) -> rusqlite::Result<()> {
        if other == "{}" {
            return Ok(());
        }
        let fields: Map<String, Value> = from_json(other, 4)?;
        let names: Vec<String> = fields.into_iter().map(|(name, _)| name).collect();
        if !self.seen.contains(&names) {
            self.fields.extend(names.iter().cloned());
            self.seen.insert(names);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_name_is_folded_as_its_parts_are(first in "( |\t|[aZé]|\\PC){0,6}", last in "( |\t|[aZé]|\\PC){0,6}") {
            prop_assert_eq!(name_of(&fold(&first), &fold(&last)), fold(&format!("{first} {last}")));
        }

        #[test]
        fn ranks_are_in_the_order_of_the_texts_and_equal_where_those_are(
            all in proptest::collection::vec("[ab\u{e9}]{0,11}", 0..40),
        ) {
            let mut texts = Texts::default();
            all.iter().for_each(|text| texts.push(text));
            let ranks = texts.into_ranks();
            let different: BTreeSet<&String> = all.iter().filter(|text| !text.is_empty()).collect();
            for (text, rank) in all.iter().zip(ranks) {
                let place = different.iter().position(|one| *one == text);
                prop_assert_eq!(place.map_or(NONE, |place| place as u32), rank);
            }
        }
    }
}
