//! Runs: joined to the platform, started, watched, reported.

mod browse;
mod line;
mod report;
mod sending;

use crate::App;
use crate::connect::Profile;
use crate::contract::AppError;
use rollcall_platform::{Facts, Platform};
use rollcall_runs::PlatformIdentity;
use std::time::Duration;

pub use report::ReportFile;
pub(crate) use sending::Sending;

/// H + L of the design: how late an effect may still land, and how late it shows in the list.
const QUIET: Duration = Duration::from_secs(300 + 60);

/// Most people in one call of this connection.
pub(crate) fn call_limit(profile: &Profile, facts: &Facts) -> usize {
    let chosen = profile.tuning.batch.map_or(facts.batch_limit, |batch| batch as usize);
    chosen.clamp(1, facts.batch_limit.max(1))
}

/// How long an unclear row waits before it is looked up.
pub(crate) fn quiet(profile: &Profile) -> Duration {
    profile.tuning.settle_seconds.map_or(QUIET, |seconds| Duration::from_secs(seconds.into()))
}

/// Which platform and which caller: what a run may be taken up again on.
pub(crate) fn identity(
    app: &App,
    profile: &Profile,
    client: &Platform,
) -> Result<PlatformIdentity, AppError> {
    let base = app.scope_text(&profile.id)?;
    // The sample platform's client is made anew with its folder; its name is enough.
    let subject = (base != "sandbox:").then(|| client.subject()).flatten();
    Ok(PlatformIdentity { base, subject })
}
