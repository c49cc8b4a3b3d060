//! The roster: fetched whole, asked for in windows.

mod alone;
mod browse;
mod columns;
mod copied;
mod copy;
mod detail;
mod export;
mod facets;
mod fetched;
mod find;
mod held;
mod list;
mod refresh;
#[cfg(test)]
mod round_trip;
mod sent;
mod written;

use crate::contract::RefreshOutcome;
use rollcall_roster::Changes;

pub(crate) use browse::invitation;
pub use copied::CopiedTexts;
pub(crate) use fetched::Fetched;
pub(crate) use held::nothing_is_held;
pub(crate) use list::{List, fetched_for, foremost, newest_creation};
pub(crate) use sent::Told;

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
