//! Compares every row with what the platform knows and says what will happen to it.

use crate::groups;
use crate::index::Index;
use crate::look::{Look, Looked};
use crate::mapping::Field;
use crate::plan::{Basis, Class, Difference, Outcome, Plan};
use crate::reference::{Listed, ListedPerson, Reference};
use crate::settle::settle;
use crate::trouble::{Problem, ProblemCode};
use rollcall_core::{AccountState, CanonicalEmail, OrganizationId, RoleId, sentence};
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Rows that are looked at in one go. The same on every machine, so that the same file gives the same plan.
const PART: usize = 8_192;

/// Checks all rows. Nothing is sent; the same input gives the same plan.
pub fn check(basis: Arc<Basis>, listed: &dyn Listed) -> Plan {
    let looked = look_at_all(&basis);
    let (mut rows, sets) = join(looked, basis.table.len());
    already_there(&basis, &mut rows, &sets, listed);
    let settled = settle(&basis.table, &mut rows, &sets);
    Plan {
        counts: counts(&rows),
        groups: groups::of(&rows),
        invitations: settled.invitations,
        conflicts: settled.conflicts,
        sets,
        rows,
        basis,
    }
}

/// Looks at all rows by themselves, part by part, on as many threads as there are cores.
fn look_at_all(basis: &Basis) -> Vec<Looked> {
    let index = Index::with(&basis.reference, &basis.corrections);
    let rows = basis.table.len();
    let parts = rows.div_ceil(PART);
    let part = |number: usize| number * PART..rows.min((number + 1) * PART);
    let look = |range: Range<usize>| Look::new(basis, index.clone()).at(range);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(parts);
    if threads <= 1 {
        return (0..parts).map(part).map(look).collect();
    }
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            if number >= parts {
                return done;
            }
            done.push((number, look(part(number))));
        }
    };
    let mut done: Vec<(usize, Looked)> = std::thread::scope(|scope| {
        let helping: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
        let mut done = work();
        for thread in helping {
            // A panic goes on where it would have gone without threads.
            done.extend(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        }
        done
    });
    done.sort_unstable_by_key(|(number, _)| *number);
    done.into_iter().map(|(_, looked)| looked).collect()
}

/// Puts the parts together: their sets of organizations get new places.
fn join(looked: Vec<Looked>, rows: usize) -> (Vec<Outcome>, Vec<Vec<u32>>) {
    let mut all = Vec::with_capacity(rows);
    let mut sets = vec![Vec::new()];
    for part in looked {
        let moved_by = u32::try_from(sets.len()).unwrap_or(u32::MAX) - 1;
        sets.extend(part.sets.into_iter().skip(1));
        all.extend(part.rows.into_iter().map(|mut row| {
            if row.organizations > 0 {
                row.organizations += moved_by;
            }
            row
        }));
    }
    (all, sets)
}

fn counts(rows: &[Outcome]) -> BTreeMap<Class, u32> {
    let mut counts = [0_u32; Class::ALL.len()];
    for row in rows {
        counts[row.class as usize] += 1;
    }
    Class::ALL.into_iter().map(|class| (class, counts[class as usize])).collect()
}

/// Marks the rows of people who are listed, or whom we invited.
fn already_there(basis: &Basis, rows: &mut [Outcome], sets: &[Vec<u32>], listed: &dyn Listed) {
    let mut there: Vec<(usize, ListedPerson)> = Vec::new();
    {
        let (mut places, mut emails): (Vec<usize>, Vec<&CanonicalEmail>) = (Vec::new(), Vec::new());
        for (place, row) in rows.iter().enumerate().filter(|(_, row)| row.class != Class::Skipped) {
            if let Some(email) = &row.email {
                places.push(place);
                emails.push(email.canonical());
            }
        }
        listed.find(&emails, &mut |at, person| there.push((places[at], person)));
    }
    for (place, person) in there {
        let row = &mut rows[place];
        row.listed = true;
        let asked = &sets[row.organizations as usize];
        let differs = differences(&basis.reference, row.role, asked, &person);
        if !differs.is_empty() {
            row.trouble.get_or_insert_default().differs = differs;
        }
        let class = class_of(basis, row, &person);
        if row.class == Class::Ready {
            row.class = class;
        }
    }
}

/// What being there means for the row; for a state that nobody knows, a problem.
fn class_of(basis: &Basis, row: &mut Outcome, person: &ListedPerson) -> Class {
    let reinvite = basis.decisions.reinvite && basis.reference.pending_can_be_reinvited;
    match &person.state {
        AccountState::Blocked => Class::BlockedUser,
        AccountState::Active => Class::AlreadyActive,
        AccountState::New if reinvite && !person.invited_by_us => Class::Ready,
        AccountState::New => Class::AlreadyInvited,
        AccountState::Other(word) => {
            let message = sentence!(
                "This person is there already, in a state that Rollcall doesn't know: \"{word}\". Look at the account on the platform.",
                word = word
            );
            let problem = Problem::new(ProblemCode::UnknownAccountState, Field::Email, word, message);
            row.trouble.get_or_insert_default().problems.push(problem);
            Class::Problem
        }
    }
}

/// What someone who is there already holds otherwise than the row asks.
fn differences(
    reference: &Reference,
    role: Option<u32>,
    organizations: &[u32],
    person: &ListedPerson,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    if let Some(asked) = role.map(|place| &reference.roles[place as usize])
        && !person.role_ids.contains(&asked.id)
    {
        let name_of = |id: &RoleId| {
            let role = reference.roles.iter().find(|role| role.id == *id);
            role.map_or_else(|| id.to_string(), |role| role.name.clone())
        };
        let has = person.role_ids.iter().map(name_of).collect();
        differences.push(Difference { field: Field::Role, asked: vec![asked.name.clone()], has });
    }
    let asked: Vec<String> = organizations
        .iter()
        .map(|place| &reference.organizations[*place as usize])
        .filter(|organization| !person.organization_ids.contains(&organization.id))
        .map(rollcall_core::Organization::label)
        .collect();
    if !asked.is_empty() {
        let label_of = |id: &OrganizationId| {
            let organization = reference.organizations.iter().find(|organization| organization.id == *id);
            organization.map_or_else(|| id.to_string(), rollcall_core::Organization::label)
        };
        let has = person.organization_ids.iter().map(label_of).collect();
        differences.push(Difference { field: Field::Organizations, asked, has });
    }
    differences
}
