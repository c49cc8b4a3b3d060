//! Page after page of people, through faults that pass.

use crate::contract::AppError;
use crate::errors::of_platform;
use rollcall_platform::{Kind, PlatformError, UserPage, UserScan};
use std::time::Duration;

/// How long a page that fails in passing is waited for, time after time, once others have come: the reading goes on
/// from that page. What fails at once is told at once.
const PAUSES: [Duration; 4] =
    [Duration::from_secs(1), Duration::from_secs(5), Duration::from_secs(15), Duration::from_secs(60)];

/// A platform that wants to be left alone for longer than this is: whoever asked is told how long, and may ask again then.
const LONGEST: Duration = PAUSES[PAUSES.len() - 1];

/// The next page of a reading, of which `read` people came so far; `None` after the last one.
pub(super) async fn next_page(scan: &mut UserScan, read: u32) -> Result<Option<UserPage>, AppError> {
    let mut pauses = PAUSES.iter();
    loop {
        let problem = match scan.next().await {
            Ok(page) => return Ok(page),
            Err(problem) => problem,
        };
        let told = told(&problem);
        match pauses.next() {
            Some(pause) if read > 0 && problem.is_passing() && told.is_none_or(|told| told <= LONGEST) => {
                tracing::info!(kind = ?problem.kind, "a page of the list did not come and is asked for again");
                tokio::time::sleep(told.unwrap_or(*pause)).await;
            }
            _ => return Err(of_platform(problem)),
        }
    }
}

/// How long the platform itself said.
fn told(problem: &PlatformError) -> Option<Duration> {
    match problem.kind {
        Kind::RateLimited { retry_after } => retry_after,
        _ => None,
    }
}
