//! Runs: joined to the platform, started, watched, reported.

mod back;
mod book;
mod browse;
mod decide;
mod failed;
mod history;
mod kept;
mod line;
mod notice;
mod place;
mod report;
mod rest;
mod sending;
mod since;
mod token_end;
mod under_way;
mod words;

use crate::connect::Profile;
use crate::contract::Scope;
use rollcall_platform::{Facts, FollowUp, Platform};
use std::time::Duration;

pub(crate) use back::only_failed;
pub(crate) use book::{of_workbook, place, unwritten};
pub(crate) use failed::{Outcome, failed_rows};
pub use notice::RunNotice;
pub(crate) use place::{identity, same_place, same_server};
pub use report::{ReportFile, write_report};
pub(crate) use report::{file_safe, named, stem, write_list};
pub(crate) use sending::whoever;
pub(crate) use since::{Followed, Following};
pub(crate) use under_way::{Sending, Trouble};
pub(crate) use words::in_words;

/// H + L of the design: how late an effect may still land, and how late it shows in the list.
const QUIET: Duration = Duration::from_secs(300 + 60);

/// Most people in one call of this connection.
pub(crate) fn call_limit(profile: &Profile, facts: &Facts) -> usize {
    let chosen = profile.tuning.batch.map_or(facts.batch_limit, |batch| batch as usize);
    chosen.clamp(1, facts.batch_limit.max(1))
}

/// Most calls of this connection under way at once. More than these gain nothing and look like an attack.
pub(crate) fn concurrency(profile: &Profile, facts: &Facts) -> usize {
    const MOST: usize = 16;
    profile.tuning.concurrency.map_or(facts.concurrency, |calls| calls as usize).clamp(1, MOST)
}

/// How long an unclear row waits before it is looked up.
pub(crate) fn quiet(profile: &Profile) -> Duration {
    profile.tuning.settle_seconds.map_or(QUIET, |seconds| Duration::from_secs(seconds.into()))
}

/// What is known of the platform, as far as it decides what may be sent.
pub(crate) fn facts(profile: &Profile, client: &Platform) -> rollcall_runs::Facts {
    let facts = client.facts();
    rollcall_runs::Facts {
        batch_limit: call_limit(profile, &facts),
        pending_listed: facts.pending_listed,
        // A list of single customers need not show everyone whom this caller may invite.
        visible_in_scope: matches!(profile.scope, Scope::Platform(_)),
        reinvite_restarts_creation_date: facts.reinvite_restarts_creation_date,
        follow_up: match facts.follow_up {
            FollowUp::None => rollcall_runs::FollowUp::None,
            FollowUp::GivesRole => rollcall_runs::FollowUp::GivesRole,
            FollowUp::Other => rollcall_runs::FollowUp::Unseen,
        },
    }
}
