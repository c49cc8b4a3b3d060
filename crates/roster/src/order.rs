//! The order of all people by a column: made once when a list is swapped in, so that any window of it
//! is a slice, however deep.

use crate::names::Names;
use crate::record::from_json;
use crate::schema::Shelf;
use crate::{RosterError, SortColumn, fold};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rusqlite::{Connection, Row, params};
use std::collections::HashMap;
use std::rc::Rc;

/// Set on the number of a person whose value differs from the one before. Leaves room for two
/// thousand million people.
const NEW_VALUE: u32 = 1 << 31;

/// The columns whose order is stored.
const STORED: [SortColumn; 7] = [
    SortColumn::Name,
    SortColumn::Email,
    SortColumn::State,
    SortColumn::Role,
    SortColumn::Organization,
    SortColumn::Provider,
    SortColumn::Created,
];

/// The name of an order in the database. A released name never changes.
fn stored(column: SortColumn) -> &'static str {
    match column {
        SortColumn::Email => "email",
        SortColumn::State => "state",
        SortColumn::Role => "role",
        SortColumn::Organization => "organization",
        SortColumn::Provider => "provider",
        SortColumn::Created => "created",
        _ => "name",
    }
}

/// Bytes of a number.
const WIDTH: usize = size_of::<u32>();

/// The numbers of all people in the order of a column, equal ones by id, those without a value last.
#[derive(Debug)]
pub(crate) struct Order {
    numbers: Vec<u32>,
    /// How many have a value.
    filled: usize,
}

impl Order {
    pub(crate) fn load(
        connection: &Connection,
        shelf: Shelf,
        column: SortColumn,
    ) -> Result<Self, RosterError> {
        let sql = shelf.sql("SELECT filled, numbers FROM sorted_$ WHERE sort_column = ?1");
        let (filled, bytes): (u32, Vec<u8>) =
            connection.query_row(&sql, [stored(column)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let (words, rest) = bytes.as_chunks::<WIDTH>();
        let numbers: Vec<u32> = words.iter().map(|word| u32::from_le_bytes(*word)).collect();
        match rest.is_empty() && filled as usize <= numbers.len() {
            true => Ok(Self { numbers, filled: filled as usize }),
            false => Err(RosterError::Unreadable),
        }
    }

    /// The numbers from the smallest value on.
    pub(crate) fn ascending(&self) -> impl Iterator<Item = u32> {
        self.numbers.iter().map(|number| number & !NEW_VALUE)
    }

    /// The numbers from the largest value on; equal ones still by id, those without a value still last.
    pub(crate) fn descending(&self) -> impl Iterator<Item = u32> {
        let (filled, blank) = self.numbers.split_at(self.filled);
        let equals = filled.chunk_by(|_, next| next & NEW_VALUE == 0);
        // The pieces can't be counted from their end without looking at all of them anyway.
        let equals: Vec<&[u32]> = equals.collect();
        let turned: Vec<u32> = equals.into_iter().rev().flatten().chain(blank).copied().collect();
        turned.into_iter().map(|number| number & !NEW_VALUE)
    }
}

/// Sorts a shelf by each column and stores the orders.
pub(crate) fn sort_shelf(connection: &Connection, shelf: Shelf, names: &Names) -> Result<(), RosterError> {
    let ids = id_ranks(connection, shelf)?;
    for column in STORED {
        let mut keys = keys(connection, shelf, column, names)?;
        keys.sort_unstable_by(|(a, n), (b, m)| {
            let place = |number: u32| ids.get(number as usize);
            (a.is_empty(), a).cmp(&(b.is_empty(), b)).then_with(|| place(*n).cmp(&place(*m)))
        });
        let filled = keys.partition_point(|(key, _)| !key.is_empty());
        let sql = shelf.sql("INSERT INTO sorted_$ VALUES (?1, ?2, ?3)");
        connection.execute(&sql, params![stored(column), filled as i64, encode(&keys)])?;
    }
    Ok(())
}

fn encode(keys: &[(Rc<str>, u32)]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(keys.len() * WIDTH);
    let mut before = None;
    for (key, number) in keys {
        let mark = if before == Some(key) { 0 } else { NEW_VALUE };
        bytes.extend_from_slice(&(number | mark).to_le_bytes());
        before = Some(key);
    }
    bytes
}

/// For each number, the place of the person's id among all ids.
fn id_ranks(connection: &Connection, shelf: Shelf) -> Result<Vec<u32>, RosterError> {
    let people: u32 =
        connection.query_row(&shelf.sql("SELECT count(*) FROM user_$"), [], |row| row.get(0))?;
    let mut ranks = vec![0; people as usize + 1];
    let mut statement = connection.prepare(&shelf.sql("SELECT n FROM user_$ ORDER BY id"))?;
    let mut rows = statement.query([])?;
    let mut place = 0;
    while let Some(row) = rows.next()? {
        let number: u32 = row.get(0)?;
        // Numbers are dense: they are given one after the other on an empty shelf, and none is taken back.
        *ranks.get_mut(number as usize).ok_or(RosterError::Unreadable)? = place;
        place += 1;
    }
    Ok(ranks)
}

/// The value of each person in a column, in the form in which it is compared.
fn keys(
    connection: &Connection,
    shelf: Shelf,
    column: SortColumn,
    names: &Names,
) -> Result<Vec<(Rc<str>, u32)>, RosterError> {
    let source = match column {
        SortColumn::Name => "trim(first_name || ' ' || last_name)",
        SortColumn::Email => "email",
        SortColumn::State => "state",
        SortColumn::Role => "role_ids",
        SortColumn::Organization => "organization_ids",
        SortColumn::Provider => "coalesce(identity_provider_id, '')",
        SortColumn::Created => "coalesce(created_at, '')",
        _ => return Err(RosterError::Unreadable),
    };
    let mut statement = connection.prepare(&shelf.sql(&format!("SELECT n, {source} FROM user_$")))?;
    let mut keyed = Keyed { column, names, repeated: HashMap::new() };
    let keys = statement.query_map([], |row| Ok((keyed.key(row)?, row.get(0)?)))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

struct Keyed<'a> {
    column: SortColumn,
    names: &'a Names,
    /// Many people have the same roles, organizations, provider and state; their key is kept once.
    repeated: HashMap<String, Rc<str>>,
}

impl Keyed<'_> {
    fn key(&mut self, row: &Row<'_>) -> rusqlite::Result<Rc<str>> {
        let value = row.get_ref(1)?.as_str()?;
        match self.column {
            SortColumn::Name | SortColumn::Email => return Ok(fold(value).into()),
            SortColumn::Created => return Ok(moment_key(value).into()),
            _ => {}
        }
        if let Some(key) = self.repeated.get(value) {
            return Ok(Rc::clone(key));
        }
        let key: Rc<str> = fold(&self.words(value)?).into();
        self.repeated.insert(value.to_owned(), Rc::clone(&key));
        Ok(key)
    }

    fn words(&self, value: &str) -> rusqlite::Result<String> {
        Ok(match self.column {
            SortColumn::Role => self.joined(value, |id| self.names.role(id).to_owned())?,
            SortColumn::Organization => self.joined(value, |id| self.names.organization(id).to_owned())?,
            SortColumn::Provider => self.names.identity_provider(value).to_owned(),
            _ => value.to_owned(),
        })
    }

    fn joined(&self, list: &str, name: impl Fn(&str) -> String) -> rusqlite::Result<String> {
        let ids: Vec<String> = from_json(list, 1)?;
        Ok(ids.iter().map(|id| name(id)).collect::<Vec<_>>().join(", "))
    }
}

/// A date in a form whose text order is its order in time. What can't be read as a date follows, by
/// its text.
fn moment_key(listed: &str) -> String {
    match read_moment(listed) {
        Some(moment) => {
            let since_the_first = moment.as_nanosecond() - Timestamp::MIN.as_nanosecond();
            format!("{since_the_first:039}")
        }
        None if listed.trim().is_empty() => String::new(),
        None => format!("~{}", fold(listed)),
    }
}

/// RFC 3339; without an offset, as some platforms write it, it is taken for UTC.
pub(crate) fn read_moment(listed: &str) -> Option<Timestamp> {
    let listed = listed.trim();
    let local = || TimeZone::UTC.to_timestamp(listed.parse::<DateTime>().ok()?).ok();
    listed.parse::<Timestamp>().ok().or_else(local)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_as_points_in_time_and_unreadable_ones_follow() {
        let listed = [
            "1601-01-01T00:00:00Z",
            "2024-03-31",
            "2024-03-31T00:30:00",
            "2024-03-31T05:30:00+04:00",
            "2024-03-31T02:00:00Z",
            "2024-03-31T02:00:00.5Z",
            "9999-12-30T00:00:00Z",
            "no date",
            "yesterday",
        ];
        let keys: Vec<_> = listed.into_iter().map(moment_key).collect();
        assert!(keys.is_sorted(), "{keys:#?}");
        assert_eq!(moment_key(" "), "");
    }

    #[test]
    fn turning_an_order_round_keeps_equal_people_by_id_and_blank_ones_last() {
        let keys: Vec<(Rc<str>, u32)> =
            vec![("a".into(), 3), ("b".into(), 1), ("b".into(), 5), ("".into(), 2), ("".into(), 4)];
        let (words, _) =
            encode(&keys).as_chunks::<WIDTH>().0.iter().fold((vec![], ()), |(mut all, ()), word| {
                all.push(u32::from_le_bytes(*word));
                (all, ())
            });
        let order = Order { numbers: words, filled: 3 };
        assert_eq!(order.ascending().collect::<Vec<_>>(), [3, 1, 5, 2, 4]);
        assert_eq!(order.descending().collect::<Vec<_>>(), [1, 5, 3, 2, 4]);
    }
}
