//! Which rows of a run did not end well: what a report of them holds, and what is sent again from them.

use rollcall_intake::Class;
use rollcall_runs::RowState;
use std::collections::HashSet;

/// How a row stands, as far as it matters here.
pub(crate) struct Outcome {
    row: u32,
    of: Option<u32>,
    ended_well: bool,
}

impl Outcome {
    pub(crate) fn new(row: u32, state: RowState, of: Option<u32>, code: Option<&str>) -> Self {
        Self { row, of, ended_well: ended_well(state, code) }
    }
}

/// The numbers of the rows that did not end well. A row that carries others takes them along: without them
/// its invitation would name fewer organizations.
pub(crate) fn failed_rows(rows: impl Iterator<Item = Outcome>) -> HashSet<u32> {
    let mut failed = HashSet::new();
    let mut carried = Vec::new();
    for row in rows {
        if !row.ended_well {
            failed.insert(row.row);
        } else if let Some(of) = row.of {
            carried.push((row.row, of));
        }
    }
    let along: Vec<u32> = carried.iter().filter(|(_, of)| failed.contains(of)).map(|(row, _)| *row).collect();
    failed.extend(along);
    failed
}

fn ended_well(state: RowState, code: Option<&str>) -> bool {
    match state {
        RowState::Confirmed
        | RowState::ConfirmedByList
        | RowState::Resolved
        | RowState::Folded
        | RowState::Duplicate => true,
        // Somebody blocked is not there in the way that was asked for: a person has to see to it.
        RowState::AlreadyPresent => code != Some(Class::BlockedUser.as_str()),
        // A row that was left out ended as the person wanted.
        RowState::Rejected => code == Some(Class::Skipped.as_str()),
        RowState::Conflict
        | RowState::Ready
        | RowState::Cancelled
        | RowState::InFlight
        | RowState::Refused
        | RowState::Unknown
        | RowState::NeedsReview => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_failed_takes_along_what_was_folded_into_it() {
        let rows = [
            Outcome::new(1, RowState::Duplicate, Some(2), None),
            Outcome::new(2, RowState::Refused, None, None),
            Outcome::new(3, RowState::Folded, Some(2), None),
            Outcome::new(4, RowState::Confirmed, None, None),
            Outcome::new(5, RowState::Folded, Some(4), None),
            Outcome::new(6, RowState::Cancelled, None, None),
            Outcome::new(7, RowState::AlreadyPresent, None, Some("already-active")),
            Outcome::new(8, RowState::AlreadyPresent, None, Some("blocked-user")),
        ];
        assert_eq!(failed_rows(rows.into_iter()), HashSet::from([1, 2, 3, 6, 8]));
    }
}
