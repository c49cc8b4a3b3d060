//! The rows of one person: which one carries the invitation, and what the others add.

use crate::plan::{Carrier, Class, Outcome};
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
    let mut settled = Settled { invitations: Vec::new(), conflicts: Vec::new() };
    for person in people(rows) {
        match person {
            Person::One(place) => settled.invitations.push(Carrier { place, folded: None }),
            Person::Several(places) if in_conflict(rows, &places) => {
                for place in &places {
                    rows[*place as usize].class = Class::Conflict;
                }
                let number = |place: &u32| table.row(*place as usize).number();
                settled.conflicts.push(places.iter().map(number).collect());
            }
            Person::Several(places) => settled.invitations.push(fold(table, rows, sets, &places)),
        }
    }
    settled
}

/// The places of a person's rows.
enum Person {
    One(u32),
    Several(Vec<u32>),
}

/// The places of the ready rows, person by person, in the order in which the file names them first.
fn people(rows: &[Outcome]) -> Vec<Person> {
    let mut seen: HashMap<&CanonicalEmail, u32> = HashMap::with_capacity(rows.len());
    let mut people: Vec<Person> = Vec::with_capacity(rows.len());
    for (place, row) in (0..).zip(rows).filter(|(_, row)| row.class == Class::Ready) {
        let Some(email) = &row.email else { continue };
        let next = u32::try_from(people.len()).unwrap_or(u32::MAX);
        let at = *seen.entry(email.canonical()).or_insert(next);
        match people.get_mut(at as usize) {
            None => people.push(Person::One(place)),
            Some(person @ Person::One(_)) => {
                let Person::One(first) = *person else { continue };
                *person = Person::Several(vec![first, place]);
            }
            Some(Person::Several(places)) => places.push(place),
        }
    }
    people
}

fn in_conflict(rows: &[Outcome], places: &[u32]) -> bool {
    let asks = |place: u32| (rows[place as usize].role, rows[place as usize].provider);
    places.windows(2).any(|pair| asks(pair[0]) != asks(pair[1]))
}

fn fold(table: &Table, rows: &mut [Outcome], sets: &[Vec<u32>], places: &[u32]) -> Carrier {
    let number = |place: u32| table.row(place as usize).number();
    let first = places[0];
    let mut organizations = sets[rows[first as usize].organizations as usize].clone();
    let mut folded = Vec::new();
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
        if row.class == Class::Folded {
            folded.push(number(*place));
        }
    }
    Carrier { place: first, folded: Some(Box::new((folded, organizations))) }
}
