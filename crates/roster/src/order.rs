//! The order of people by one column or several.

use crate::columns::{Listed, Ranks};
use crate::records::{self, HEAD, NONE};
use crate::schema::Shelf;
use crate::{RosterError, SortBy, SortColumn};
use rusqlite::params;
use std::cmp::Ordering;
use std::sync::Arc;

/// If less than one in this many is asked for, those are sorted by themselves.
const FEW_ONE_IN: usize = 16;

/// The columns whose order does not change with time.
const LASTING: [SortColumn; 13] = [
    SortColumn::Name,
    SortColumn::FirstName,
    SortColumn::LastName,
    SortColumn::Email,
    SortColumn::Domain,
    SortColumn::State,
    SortColumn::Role,
    SortColumn::Organization,
    SortColumn::Provider,
    SortColumn::Created,
    SortColumn::Accessibility,
    SortColumn::ExternalId,
    SortColumn::Id,
];

/// One column of an order: where each person is in it.
#[derive(Clone)]
pub(crate) struct Turned {
    pub(crate) ranks: Arc<Ranks>,
    pub(crate) descending: bool,
}

impl Turned {
    fn of(&self, person: u32) -> u32 {
        self.ranks.turned(person as usize, self.descending)
    }

    /// Bits that every place of the column finds room in, the one behind all others too.
    fn bits(&self) -> u32 {
        u32::BITS - self.ranks.different.leading_zeros()
    }
}

/// People in order; `ids` are the ranks of the ids, of which no two are equal.
pub(crate) fn sorted(people: impl Iterator<Item = u32>, columns: &[Turned], ids: &Arc<Ranks>) -> Vec<u32> {
    let columns = with_ids(columns, ids);
    let packed = packed(&columns);
    let mut keys: Vec<u128> = people.map(|person| key(person, &columns[..packed])).collect();
    keys.sort_unstable();
    if let Some(rest) = columns.get(packed..).filter(|rest| !rest.is_empty()) {
        for equal in keys.chunk_by_mut(|one, other| one >> PERSON_BITS == other >> PERSON_BITS) {
            equal.sort_unstable_by(|one, other| {
                let mut by = rest.iter().map(|column| column.of(*one as u32).cmp(&column.of(*other as u32)));
                by.find(|by| by.is_ne()).unwrap_or(Ordering::Equal)
            });
        }
    }
    keys.into_iter().map(|key| key as u32).collect()
}

/// The first people of everyone in the order of one column.
fn first(count: usize, column: Turned, ids: &Arc<Ranks>) -> Vec<u32> {
    let columns = with_ids(&[column], ids);
    let mut keys: Vec<u128> = (0..ids.places.len() as u32).map(|person| key(person, &columns)).collect();
    if count < keys.len() {
        keys.select_nth_unstable(count);
        keys.truncate(count);
    }
    keys.sort_unstable();
    keys.into_iter().map(|key| key as u32).collect()
}

/// The columns, and behind them the one in which no two are equal.
fn with_ids(columns: &[Turned], ids: &Arc<Ranks>) -> Vec<Turned> {
    let last = Turned { ranks: Arc::clone(ids), descending: false };
    columns.iter().cloned().chain([last]).collect()
}

/// Bits of a key that tell whose it is.
const PERSON_BITS: u32 = u32::BITS;

/// How many of the columns find room in one key: comparing two numbers is several times as fast as looking two people
/// up in each column. One column and the ids always do.
fn packed(columns: &[Turned]) -> usize {
    let mut room = u128::BITS - PERSON_BITS;
    columns
        .iter()
        .take_while(|column| {
            let fits = room.checked_sub(column.bits());
            room = fits.unwrap_or(0);
            fits.is_some()
        })
        .count()
}

/// A number that is smaller the further in front somebody is.
fn key(person: u32, columns: &[Turned]) -> u128 {
    let places = columns.iter().fold(0, |key, column| key << column.bits() | u128::from(column.of(person)));
    places << PERSON_BITS | u128::from(person)
}

/// Whether so few are asked for that everyone's order is not worth making.
pub(crate) fn are_few(found: usize, people: usize) -> bool {
    found < people / FEW_ONE_IN
}

/// Ranks of the few people who have a value.
pub(crate) fn sparse(values: &[(u32, i64)], people: usize) -> Ranks {
    let mut different: Vec<i64> = values.iter().map(|(_, value)| *value).collect();
    different.sort_unstable();
    different.dedup();
    let mut places = vec![NONE; people];
    for (person, value) in values {
        if let Ok(place) = different.binary_search(value) {
            places[*person as usize] = place as u32;
        }
    }
    Ranks::new(places)
}

/// Makes and stores all columns of a shelf and the first people of every order.
pub(crate) fn store(listed: &Listed<'_>) -> Result<(), RosterError> {
    let shelf = listed.shelf;
    let mut keep = |name: String, bytes: Vec<u8>| write(listed, shelf, &name, &bytes);
    records::make(listed.connection, shelf, &mut keep)?;
    let ids = listed.ranks(SortColumn::Id)?;
    for column in LASTING {
        let ranks = listed.ranks(column)?;
        for descending in [false, true] {
            let head = first(HEAD, Turned { ranks: Arc::clone(&ranks), descending }, &ids);
            write(listed, shelf, &records::head(column, descending), &records::numbers(&head))?;
        }
    }
    Ok(())
}

fn write(listed: &Listed<'_>, shelf: Shelf, name: &str, bytes: &[u8]) -> Result<(), RosterError> {
    let sql = shelf.sql("INSERT INTO column_$ VALUES (?1, ?2)");
    listed.connection.prepare_cached(&sql)?.execute(params![name, bytes])?;
    Ok(())
}

/// The columns of an order as they are asked for; nothing is by name.
pub(crate) fn asked(sort: &[SortBy]) -> Vec<SortBy> {
    if sort.is_empty() { vec![SortBy::default()] } else { sort.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranks(places: &[u32]) -> Arc<Ranks> {
        Arc::new(Ranks::new(places.to_vec()))
    }

    fn column(places: &[u32], descending: bool) -> Turned {
        Turned { ranks: ranks(places), descending }
    }

    #[test]
    fn equal_people_stay_by_id_and_those_without_a_value_stay_last_whichever_way_it_is_turned() {
        let ids = ranks(&[4, 3, 2, 1, 0]);
        let places = [0, 1, 1, NONE, NONE];
        assert_eq!(sorted(0..5, &[column(&places, false)], &ids), [0, 2, 1, 4, 3]);
        assert_eq!(sorted(0..5, &[column(&places, true)], &ids), [2, 1, 0, 4, 3]);
        assert_eq!(first(2, column(&places, true), &ids), [2, 1]);
        assert_eq!(first(9, column(&places, true), &ids), [2, 1, 0, 4, 3]);
    }

    #[test]
    fn a_second_column_decides_between_those_who_are_equal_in_the_first() {
        let ids = ranks(&[0, 1, 2, 3]);
        let columns = [column(&[1, 0, 1, 0], true), column(&[0, 0, 1, NONE], true)];
        assert_eq!(sorted(0..4, &columns, &ids), [2, 0, 1, 3]);
        assert_eq!(sorted([3, 1, 0].into_iter(), &columns, &ids), [0, 1, 3]);
    }

    #[test]
    fn as_many_columns_as_anybody_sorts_by_decide_in_their_order() {
        // 16 bits each: the seventh column and the ids do not fit into a key.
        let people = 65_536;
        let ids = ranks(&(0..people).rev().collect::<Vec<_>>());
        let halves: Vec<u32> = (0..people).map(|person| person / (people / 2) * (people - 1)).collect();
        let last: Vec<u32> = (0..people).map(|person| person % 2 * (people - 1)).collect();
        let columns: Vec<Turned> =
            (0..7).map(|at| column(if at == 6 { &last } else { &halves }, at == 6)).collect();
        let order = sorted(0..people, &columns, &ids);
        let odd_first = |from: u32| {
            let half = (from..from + people / 2).rev();
            half.clone().filter(|person| person % 2 == 1).chain(half.filter(|person| person % 2 == 0))
        };
        assert!(order.iter().copied().eq(odd_first(0).chain(odd_first(people / 2))));
    }
}
