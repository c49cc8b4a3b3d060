//! The rows of one person: which one carries the invitation, and what the others add.

use crate::plan::{Carrier, Class, Others, Outcome};
use crate::table::Table;
use rollcall_core::CanonicalEmail;
use std::collections::HashMap;

/// What the rows of each person come to.
pub(crate) struct Settled {
    pub invitations: Vec<Carrier>,
    /// The numbers of rows that contradict each other, person by person.
    pub conflicts: Vec<Vec<u32>>,
}

/// Settles the rows that are ready so far, in the order of the carrying rows.
pub(crate) fn settle(table: &Table, rows: &mut [Outcome], sets: &[Vec<u32>]) -> Settled {
    let mut settled = Settled { invitations: Vec::with_capacity(rows.len()), conflicts: Vec::new() };
    let several = people_on_several_rows(rows);
    let mut several = several.iter().peekable();
    for place in 0..rows.len() {
        let place = u32::try_from(place).unwrap_or(u32::MAX);
        let row = &rows[place as usize];
        // What an earlier row settled is ready no more.
        if row.class != Class::Ready || row.email.is_none() {
            continue;
        }
        match several.next_if(|places| places[0] == place) {
            None => settled.invitations.push(Carrier { place, others: None }),
            Some(places) if in_conflict(rows, places) => {
                for place in places {
                    rows[*place as usize].class = Class::Conflict;
                }
                let number = |place: &u32| table.row(*place as usize).number();
                settled.conflicts.push(places.iter().map(number).collect());
            }
            Some(places) => settled.invitations.push(fold(table, rows, sets, places)),
        }
    }
    settled
}

/// The places of the ready rows of everybody who has more than one, in the order in which the file names them first.
///
/// Sorting by a hash of the address is several times as fast as a table of a million addresses: nearly all of them
/// stand alone, and of those nothing but the hash is ever looked at.
fn people_on_several_rows(rows: &[Outcome]) -> Vec<Vec<u32>> {
    let ready = (0..).zip(rows).filter(|(_, row)| row.class == Class::Ready);
    let mut hashed: Vec<(u64, u32)> =
        ready.filter(|(_, row)| row.email.is_some()).map(|(place, row)| (row.hash, place)).collect();
    hashed.sort_unstable();
    let alike = hashed.chunk_by(|one, other| one.0 == other.0).filter(|alike| alike.len() > 1);
    let mut people: Vec<Vec<u32>> = alike.flat_map(|alike| same_people(rows, alike)).collect();
    people.sort_unstable_by_key(|places| places[0]);
    people
}

/// Whoever shares a hash is told apart by the address itself.
fn same_people(rows: &[Outcome], alike: &[(u64, u32)]) -> Vec<Vec<u32>> {
    let mut people: HashMap<&CanonicalEmail, Vec<u32>> = HashMap::new();
    for (_, place) in alike {
        if let Some(email) = &rows[*place as usize].email {
            people.entry(email.canonical()).or_default().push(*place);
        }
    }
    people.into_values().filter(|places| places.len() > 1).collect()
}

fn in_conflict(rows: &[Outcome], places: &[u32]) -> bool {
    let asks = |place: u32| (rows[place as usize].role, rows[place as usize].provider);
    places.windows(2).any(|pair| asks(pair[0]) != asks(pair[1]))
}

fn fold(table: &Table, rows: &mut [Outcome], sets: &[Vec<u32>], places: &[u32]) -> Carrier {
    let number = |place: u32| table.row(place as usize).number();
    let first = places[0];
    let mut organizations = sets[rows[first as usize].organizations as usize].clone();
    for place in &places[1..] {
        let row = &mut rows[*place as usize];
        let before = organizations.len();
        for organization in &sets[row.organizations as usize] {
            if !organizations.contains(organization) {
                organizations.push(*organization);
            }
        }
        row.of = number(first);
        row.class = if organizations.len() > before { Class::Folded } else { Class::Duplicate };
    }
    Carrier { place: first, others: Some(Box::new(Others { places: places[1..].to_vec(), organizations })) }
}
