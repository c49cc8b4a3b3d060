//! The order of people by one column or several.

use crate::columns::{Listed, Ranks};
use crate::people::People;
use crate::records::{self, HEAD, NONE};
use crate::schema::Shelf;
use crate::{RosterError, SortBy, SortColumn};
use rusqlite::params;
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
pub(crate) struct Turned {
    pub(crate) ranks: Arc<Ranks>,
    pub(crate) descending: bool,
}

impl Turned {
    fn of(&self, person: u32) -> u32 {
        self.ranks.turned(person as usize, self.descending)
    }
}

/// Everyone in order; `ids` are the ranks of the ids, of which no two are equal.
pub(crate) fn everyone(columns: &[Turned], ids: &Ranks) -> Vec<u32> {
    let mut order = vec![0; ids.places.len()];
    for (person, place) in ids.places.iter().enumerate() {
        if let Some(at) = order.get_mut(*place as usize) {
            *at = person as u32;
        }
    }
    // From the last column to the first, equal ones staying as they were.
    columns.iter().rev().fold(order, |order, column| counted(&order, column))
}

/// Sorts by one column by counting: the time is that of a few looks at each person, however many values there are.
fn counted(order: &[u32], column: &Turned) -> Vec<u32> {
    let mut starts = vec![0_u32; column.ranks.different as usize + 2];
    for person in order {
        starts[column.of(*person) as usize + 1] += 1;
    }
    let mut before = 0;
    for start in &mut starts {
        before += *start;
        *start = before;
    }
    let mut sorted = vec![0; order.len()];
    for person in order {
        let next = &mut starts[column.of(*person) as usize];
        sorted[*next as usize] = *person;
        *next += 1;
    }
    sorted
}

/// Whether so few are asked for that everyone's order is not worth making.
pub(crate) fn are_few(found: usize, people: usize) -> bool {
    found < people / FEW_ONE_IN
}

/// Some people in order.
pub(crate) fn some(people: &People, columns: &[Turned], ids: &Ranks) -> Vec<u32> {
    let first = |person: u32| columns.first().map_or(0, |column| column.of(person));
    let mut order: Vec<(u32, u32)> =
        people.places().map(|person| (first(person as u32), person as u32)).collect();
    order.sort_unstable_by(|(a, one), (b, other)| {
        let rest = columns.iter().skip(1).map(|column| column.of(*one).cmp(&column.of(*other)));
        let by_columns = std::iter::once(a.cmp(b)).chain(rest).find(|by| by.is_ne());
        let id = |person: u32| ids.places[person as usize];
        by_columns.unwrap_or_else(|| id(*one).cmp(&id(*other)))
    });
    order.into_iter().map(|(_, person)| person).collect()
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
            let order = everyone(&[Turned { ranks: Arc::clone(&ranks), descending }], &ids);
            let head = &order[..order.len().min(HEAD)];
            write(listed, shelf, &records::head(column, descending), &records::numbers(head))?;
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

    fn column(places: &[u32], descending: bool) -> Turned {
        Turned { ranks: Arc::new(Ranks::new(places.to_vec())), descending }
    }

    #[test]
    fn equal_people_stay_by_id_and_those_without_a_value_stay_last_whichever_way_it_is_turned() {
        let ids = Ranks::new(vec![4, 3, 2, 1, 0]);
        let places = [0, 1, 1, NONE, NONE];
        assert_eq!(everyone(&[column(&places, false)], &ids), [0, 2, 1, 4, 3]);
        assert_eq!(everyone(&[column(&places, true)], &ids), [2, 1, 0, 4, 3]);
    }

    #[test]
    fn a_second_column_decides_between_those_who_are_equal_in_the_first() {
        let ids = Ranks::new(vec![0, 1, 2, 3]);
        let columns = [column(&[1, 0, 1, 0], true), column(&[0, 0, 1, NONE], true)];
        assert_eq!(everyone(&columns, &ids), [2, 0, 1, 3]);
        let all = People::of(&[0; 4], |_| true);
        assert_eq!(some(&all, &columns, &ids), [2, 0, 1, 3]);
    }
}
