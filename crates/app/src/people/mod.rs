//! The roster: fetched whole, asked for in windows.

mod alone;
mod browse;
mod fetched;
mod held;
mod list;
mod privileged;
mod refresh;

use crate::contract::RefreshOutcome;
use rollcall_roster::Changes;

pub(crate) use browse::{invitation, shown};
pub(crate) use fetched::Fetched;
pub(crate) use held::nothing_is_held;
pub(crate) use list::{List, fetched_for, foremost, newest_creation};
pub(crate) use privileged::{Privileged, direction};

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
