//! The roster: fetched whole, asked for in windows.

mod background;
mod browse;
mod changes;
mod columns;
mod copied;
mod copy;
mod customer;
mod detail;
mod export;
mod facets;
mod fetched;
mod find;
mod held;
mod list;
mod organizations;
mod pages;
mod privileged;
mod refresh;
#[cfg(test)]
mod round_trip;
mod sent;
mod spans;
mod written;

use crate::contract::RefreshOutcome;
use rollcall_roster::Changes;

/// Lies beside the list: the turn to read it anew, of all processes. Of two that can't tell, the later one wins, and the other one
/// says so.
const LIST_LOCK: &str = "list.lock";

pub(crate) use background::judge as judge_pause;
pub use background::{ClockMinutes, Minutes};
pub(crate) use browse::{invitation, shown};
pub(crate) use changes::{row as change_row, shown as shown_refresh};
pub use copied::CopiedTexts;
pub(crate) use fetched::Fetched;
pub(crate) use held::nothing_is_held;
pub(crate) use list::{List, fetched_for, foremost, newest_creation};
pub(crate) use privileged::{Privileged, direction};
pub(crate) use sent::Told;
pub(crate) use spans::{chosen as chosen_refreshes, no_longer_kept};
pub(crate) use written::{between, letters, no_such_letter};

/// What a list brought that was taken over.
fn outcome(changes: Changes) -> RefreshOutcome {
    RefreshOutcome {
        people: changes.total,
        joined: changes.joined,
        left: changes.left,
        changed: changes.changed,
        complete: true,
        why_incomplete: None,
    }
}
