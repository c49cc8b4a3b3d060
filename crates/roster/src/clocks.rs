//! When people who have not accepted yet were invited, and which queue that puts them into.

use crate::columns::Listed;
use crate::keys::{read_created, second};
use crate::records::{Shared, UNDATED};
use crate::{InvitationQueue, Invited, RosterError};
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, INVITATION_VALID_DAYS, User};
use rusqlite::params_from_iter;
use std::collections::HashMap;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// Less than this many hours left is "tomorrow".
const TOMORROW: i64 = 48 * HOUR;

/// More than this many days ago is "older".
const OLDER: i64 = 30 * DAY;

/// Addresses that are asked for in one statement.
const AT_ONCE: usize = 500;

/// Whom Rollcall itself invited, and when last.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    /// Grows with each telling.
    pub(crate) version: u64,
    by_address: HashMap<CanonicalEmail, Timestamp>,
}

impl Sent {
    pub(crate) fn new(version: u64, records: Vec<(CanonicalEmail, Timestamp)>) -> Self {
        let mut by_address = HashMap::with_capacity(records.len());
        for (address, at) in records {
            let last = by_address.entry(address).or_insert(at);
            *last = at.max(*last);
        }
        Self { version, by_address }
    }

    /// When a New person was invited last, as far as known: the later of what was sent and the creation date.
    pub(crate) fn invited(&self, user: &User) -> Option<Invited> {
        if user.state != AccountState::New {
            return None;
        }
        let created = user.created_at.as_deref().and_then(read_created);
        let sent = self.by_address.get(&CanonicalEmail::of_listed(&user.email)).copied();
        let by_send_record = sent > created;
        let at = if by_send_record { sent } else { created };
        at.map(|at| Invited { at, by_send_record })
    }
}

/// When each New person was invited, in seconds since 1970; people of whom that is not known are left out.
pub(crate) fn of_list(listed: &Listed<'_>, sent: &Sent) -> Result<Vec<(u32, i64)>, RosterError> {
    let states = listed.coded(Shared::State)?;
    let created = listed.created()?;
    let new = states.words.iter().position(|word| word == AccountState::New.as_str());
    let mut later = sent_to(listed, sent)?;
    let mut clocks = Vec::new();
    for (person, _) in states.codes.iter().enumerate().filter(|(_, code)| Some(**code as usize) == new) {
        let sent = later.remove(&(person as u32)).unwrap_or(UNDATED);
        let at = created[person].max(sent);
        if at != UNDATED {
            clocks.push((person as u32, at));
        }
    }
    Ok(clocks)
}

fn sent_to(listed: &Listed<'_>, sent: &Sent) -> Result<HashMap<u32, i64>, RosterError> {
    let mut found = HashMap::new();
    let addresses: Vec<&CanonicalEmail> = sent.by_address.keys().collect();
    for some in addresses.chunks(AT_ONCE) {
        let marks = vec!["?"; some.len()].join(", ");
        let sql =
            format!("SELECT n - 1, canonical FROM user_$ WHERE state = 'New' AND canonical IN ({marks})");
        let mut statement = listed.connection.prepare_cached(&listed.shelf.sql(&sql))?;
        let mut rows = statement.query(params_from_iter(some.iter().map(|address| address.as_str())))?;
        while let Some(row) = rows.next()? {
            // Stored in its canonical form already.
            let address = CanonicalEmail::of_listed(row.get_ref(1)?.as_str().unwrap_or_default());
            if let Some(at) = sent.by_address.get(&address) {
                found.insert(row.get(0)?, second(*at));
            }
        }
    }
    Ok(found)
}

/// Whether somebody who was invited at a second is in a queue now.
pub(crate) fn is_in(queue: InvitationQueue, invited: i64, now: i64) -> bool {
    let left = invited.saturating_add(INVITATION_VALID_DAYS * DAY).saturating_sub(now);
    match queue {
        InvitationQueue::Waiting => left > 0,
        InvitationQueue::LapsesTomorrow => left > 0 && left < TOMORROW,
        InvitationQueue::Lapsed => left <= 0,
        InvitationQueue::OlderThan30Days => now.saturating_sub(invited) > OLDER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_waits_lapses_and_grows_old() {
        let queues =
            |age: i64| InvitationQueue::ALL.map(|queue| is_in(queue, 1_000 * DAY, 1_000 * DAY + age));
        assert_eq!(queues(0), [true, false, false, false]);
        assert_eq!(queues(5 * DAY), [true, false, false, false]);
        assert_eq!(queues(5 * DAY + 1), [true, true, false, false]);
        assert_eq!(queues(7 * DAY - 1), [true, true, false, false]);
        assert_eq!(queues(7 * DAY), [false, false, true, false]);
        assert_eq!(queues(30 * DAY), [false, false, true, false]);
        assert_eq!(queues(30 * DAY + 1), [false, false, true, true]);
    }
}
