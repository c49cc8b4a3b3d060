//! What is different between two refreshes that are kept: the net of everything that happened in between.

use crate::delta::{ChangeKind, Delta, Fields};
use crate::history::{ThenNames, delta};
use crate::list::List;
use crate::{LARGEST_WINDOW, Roster, RosterError, fold};
use rollcall_core::UserId;
use rusqlite::{Connection, OptionalExtension, Row};
use serde_json::Value;
use std::sync::Arc;

/// One thing that is different of a person, in names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// What.
    pub kind: ChangeKind,
    /// Which field, where the kind is [`ChangeKind::Other`]: a word such as `email`, or `other:` and the platform's
    /// own name.
    pub field: Option<String>,
    /// What it was; empty where there was nothing.
    pub before: Vec<String>,
    /// What it is.
    pub after: Vec<String>,
}

/// A person of whom something is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedPerson {
    /// The platform's id.
    pub id: UserId,
    /// Given and family name as of the later refresh; of somebody who left, as of the earlier one.
    pub name: String,
    /// The address, likewise.
    pub email: String,
    /// Whether the list that stands has this person.
    pub still_listed: bool,
    /// What is different, in the order of [`ChangeKind::ALL`]; never empty.
    pub changes: Vec<FieldChange>,
}

/// Which differences are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangesAsked {
    /// The number of one kept refresh.
    pub from: u32,
    /// The number of the other. The earlier one of both is what the later one is measured by.
    pub to: u32,
    /// People with any of these; empty is everyone.
    pub kinds: Vec<ChangeKind>,
    /// Words that must all be found in name, address or id.
    pub search: String,
}

/// How much is different between two refreshes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountedChanges {
    /// For each kind, of how many people. One person may be counted under several.
    pub counts: [(ChangeKind, u32); ChangeKind::ALL.len()],
    /// People of whom anything is different.
    pub people: u32,
}

/// A part of the people of whom something is different, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangesWindow {
    /// How many there are.
    pub total: u32,
    /// The window's people.
    pub rows: Vec<ChangedPerson>,
}

/// What is different between two refreshes, worked out once.
pub(crate) struct Difference {
    /// By name, then by id.
    people: Vec<Different>,
}

/// One person, in a form that stands a million times in memory.
struct Different {
    id: Box<str>,
    name: Box<str>,
    email: Box<str>,
    /// One bit for each of [`ChangeKind::ALL`].
    kinds: u8,
    still_listed: bool,
    before: Option<Box<str>>,
    after: Option<Box<str>>,
}

impl Roster {
    /// How much is different between two kept refreshes; `None` where one of them is not kept any more.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn count_changes(&self, from: u32, to: u32) -> Result<Option<CountedChanges>, RosterError> {
        self.0.read(|list| Ok(list.difference(from, to)?.map(|difference| difference.counted())))
    }

    /// The people of whom something is different, from `offset` on, at most `limit` and at most [`LARGEST_WINDOW`];
    /// `None` where one of the refreshes is not kept any more.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn changes(
        &self,
        asked: &ChangesAsked,
        offset: u32,
        limit: u32,
    ) -> Result<Option<ChangesWindow>, RosterError> {
        self.0.read(|list| {
            let Some(difference) = list.difference(asked.from, asked.to)? else { return Ok(None) };
            let found: Vec<usize> = difference.matching(asked).collect();
            let shown = found.iter().skip(offset as usize).take(limit.min(LARGEST_WINDOW) as usize);
            let names = ThenNames::load(list.connection)?;
            let rows = shown.filter_map(|place| difference.people.get(*place)).map(|one| one.told(&names));
            Ok(Some(ChangesWindow { total: count(found.len()), rows: rows.collect() }))
        })
    }

    /// The same people one after the other, all of them; they stay the same whatever is refreshed meanwhile.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn all_changes(&self, asked: &ChangesAsked) -> Result<Option<AllChanges>, RosterError> {
        self.0.read(|list| {
            let Some(difference) = list.difference(asked.from, asked.to)? else { return Ok(None) };
            let chosen: Vec<usize> = difference.matching(asked).collect();
            let names = ThenNames::load(list.connection)?;
            Ok(Some(AllChanges { difference, chosen: chosen.into_iter(), names }))
        })
    }
}

/// Everybody who was asked for, one after the other.
pub struct AllChanges {
    difference: Arc<Difference>,
    chosen: std::vec::IntoIter<usize>,
    names: ThenNames,
}

impl Iterator for AllChanges {
    type Item = ChangedPerson;

    fn next(&mut self) -> Option<ChangedPerson> {
        let one = self.difference.people.get(self.chosen.next()?)?;
        Some(one.told(&self.names))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.chosen.size_hint()
    }
}

impl List<'_> {
    /// The last one asked for is remembered until the next list is taken.
    fn difference(&self, from: u32, to: u32) -> Result<Option<Arc<Difference>>, RosterError> {
        let (from, to) = (from.min(to), from.max(to));
        let kept = "SELECT count(*) FROM refresh WHERE number IN (?1, ?2)";
        let kept: u32 = self.connection.query_row(kept, [from, to], |row| row.get(0))?;
        if kept < if from == to { 1 } else { 2 } {
            return Ok(None);
        }
        let worked_out = self.memory.differences.get((from, to), |(from, to)| {
            let mut difference = Difference::load(self.connection, *from, *to)?;
            for one in &mut difference.people {
                one.still_listed = self.is_listed(&one.id)?;
            }
            Ok(difference)
        })?;
        Ok(Some(worked_out))
    }

    fn is_listed(&self, id: &str) -> Result<bool, RosterError> {
        self.on_shelf(|connection, shelf| {
            let sql = shelf.sql("SELECT 1 FROM user_$ WHERE id = ?1");
            let found = connection.prepare_cached(&sql)?.query_row([id], |_| Ok(())).optional()?;
            Ok(found.is_some())
        })
    }
}

impl Difference {
    fn load(connection: &Connection, from: u32, to: u32) -> Result<Self, RosterError> {
        let sql = "SELECT user_id, name, email, before, after FROM delta
                   WHERE refresh > ?1 AND refresh <= ?2 ORDER BY user_id, refresh";
        let mut statement = connection.prepare(sql)?;
        let mut rows = statement.query([from, to])?;
        let (mut people, mut open) = (Vec::new(), None::<Open>);
        while let Some(row) = rows.next()? {
            let id = row.get_ref(0)?.as_str().unwrap_or_default();
            open = Some(match open.take() {
                Some(same) if *same.id == *id => same.then(row)?,
                other => {
                    people.extend(other.map(Open::closed).transpose()?.flatten());
                    Open::first(row)?
                }
            });
        }
        people.extend(open.map(Open::closed).transpose()?.flatten());
        people.sort_by_cached_key(|one| (one.name.is_empty(), fold(&one.name), one.id.clone()));
        Ok(Self { people })
    }

    fn counted(&self) -> CountedChanges {
        let of = |kind| self.people.iter().filter(|one| one.kinds & bit(kind) != 0).count();
        let counts = ChangeKind::ALL.map(|kind| (kind, count(of(kind))));
        CountedChanges { counts, people: count(self.people.len()) }
    }

    /// The places of the people who are asked for.
    fn matching(&self, asked: &ChangesAsked) -> impl Iterator<Item = usize> {
        let wanted = match asked.kinds.is_empty() {
            true => u8::MAX,
            false => asked.kinds.iter().fold(0, |bits, kind| bits | bit(*kind)),
        };
        let search = fold(&asked.search);
        let people = self.people.iter().enumerate();
        people
            .filter(move |(_, one)| one.kinds & wanted != 0 && one.has_words(&search))
            .map(|(place, _)| place)
    }
}

/// A person whose steps are still being read.
struct Open {
    id: Box<str>,
    name: Box<str>,
    email: Box<str>,
    /// `None`: the steps so far undo each other.
    net: Option<Delta>,
}

impl Open {
    fn first(row: &Row<'_>) -> rusqlite::Result<Self> {
        let text = |column| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str()?.into());
        Ok(Self { id: text(0)?, name: text(1)?, email: text(2)?, net: Some(delta(row, 3)?) })
    }

    fn then(self, row: &Row<'_>) -> rusqlite::Result<Self> {
        let next = Self::first(row)?;
        let net = match (self.net, next.net) {
            (Some(before), Some(after)) => before.then(after),
            (None, after) => after,
            (before, None) => before,
        };
        Ok(Self { net, ..next })
    }

    fn closed(self) -> Result<Option<Different>, RosterError> {
        let Some(net) = self.net else { return Ok(None) };
        let kinds = net.told().into_iter().fold(0, |bits, (kind, _)| bits | bit(kind));
        let (before, after) = net.texts()?;
        let (before, after) = (before.map(Into::into), after.map(Into::into));
        let (name, email) = match (&net.before, &net.after) {
            // As in the list that still had them, whatever they were called on the way out.
            (Some(last), None) => (full_name(last).into(), word(last, "email").into()),
            _ => (self.name, self.email),
        };
        let id = self.id;
        Ok(Some(Different { id, name, email, kinds, still_listed: false, before, after }))
    }
}

impl Different {
    fn has_words(&self, search: &str) -> bool {
        let text = || [&self.name, &self.email, &self.id].map(|text| fold(text)).join("\n");
        search.is_empty() || {
            let text = text();
            search.split(' ').all(|word| text.contains(word))
        }
    }

    fn told(&self, names: &ThenNames) -> ChangedPerson {
        // Written from fields when the difference was worked out.
        let fields = |text: &Option<Box<str>>| {
            text.as_ref().map(|text| serde_json::from_str::<Fields>(text).unwrap_or_default())
        };
        let net = Delta { before: fields(&self.before), after: fields(&self.after) };
        ChangedPerson {
            id: self.id.to_string().into(),
            name: self.name.to_string(),
            email: self.email.to_string(),
            still_listed: self.still_listed,
            changes: field_changes(&net, names),
        }
    }
}

fn full_name(fields: &Fields) -> String {
    format!("{} {}", word(fields, "firstName"), word(fields, "lastName")).trim().to_owned()
}

fn word<'a>(fields: &'a Fields, field: &str) -> &'a str {
    fields.get(field).and_then(Value::as_str).unwrap_or_default()
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

fn bit(kind: ChangeKind) -> u8 {
    1 << kind as u8
}

/// What is different, in names.
pub(crate) fn field_changes(delta: &Delta, names: &ThenNames) -> Vec<FieldChange> {
    let change = |(kind, field): (ChangeKind, Option<&str>)| {
        let told = |fields: &Option<Fields>| {
            let value = field.and_then(|field| fields.as_ref()?.get(field));
            value.map(|value| texts(kind, value, names)).unwrap_or_default()
        };
        FieldChange {
            kind,
            field: field.filter(|_| kind == ChangeKind::Other).map(str::to_owned),
            before: told(&delta.before),
            after: told(&delta.after),
        }
    };
    delta.told().into_iter().map(change).collect()
}

fn texts(kind: ChangeKind, value: &Value, names: &ThenNames) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![names.name(kind, text)],
        Value::Array(ids) if kind != ChangeKind::Other => {
            ids.iter().filter_map(Value::as_str).map(|id| names.name(kind, id)).collect()
        }
        other => vec![other.to_string()],
    }
}
