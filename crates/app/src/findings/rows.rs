//! People by id, as rows of a list.

use crate::contract::{AppError, UserQuery, UserRow};
use crate::errors::of_roster;
use crate::people::shown;
use jiff::Timestamp;
use rollcall_core::UserId;
use rollcall_roster::{LARGEST_WINDOW, Roster};
use std::collections::HashMap;

/// A window of these people, in their order. Somebody who is no longer listed is left out. Blocks.
pub(crate) fn rows(
    roster: &Roster,
    people: &[UserId],
    offset: u32,
    limit: u32,
) -> Result<Vec<UserRow>, AppError> {
    let limit = limit.min(LARGEST_WINDOW);
    let ids: Vec<UserId> = people.iter().skip(offset as usize).take(limit as usize).cloned().collect();
    // To the list no ids at all would mean everybody.
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let query = UserQuery { ids: ids.clone(), ..UserQuery::default() };
    let listed = roster.window(&query, 0, limit).map_err(of_roster)?.rows;
    let now = Timestamp::now();
    let mut rows: HashMap<UserId, UserRow> =
        listed.into_iter().map(|row| (row.id.clone(), shown(row, now))).collect();
    Ok(ids.iter().filter_map(|id| rows.remove(id)).collect())
}
