//! Use case: lists of open connections that are refreshed now and then by themselves.

use crate::App;
use crate::contract::{AppError, ErrorCode};
use crate::locked;
use std::collections::HashMap;
use std::time::Duration;
use tokio::time::{Interval, MissedTickBehavior, interval};

/// The setting's least and most minutes.
const MINUTES: std::ops::RangeInclusive<u32> = 5..=1440;

/// Says that another minute has gone by.
pub trait Minutes: Send {
    /// Waits for the end of this minute; `false` once nobody counts any more.
    fn next(&mut self) -> impl Future<Output = bool> + Send;
}

/// The minutes of the computer's own clock. Those that it slept through are not made up for.
pub struct ClockMinutes(Interval);

impl ClockMinutes {
    /// From now on; to be made within the runtime.
    pub fn from_now() -> Self {
        const MINUTE: Duration = Duration::from_secs(60);
        let mut minutes = interval(MINUTE);
        minutes.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self(minutes)
    }
}

impl Minutes for ClockMinutes {
    async fn next(&mut self) -> bool {
        self.0.tick().await;
        true
    }
}

/// What is known of a connection's list, and for how many minutes.
#[derive(Default)]
struct Seen {
    fetched_at: Option<String>,
    minutes: u32,
}

impl App {
    /// Refreshes the lists of open connections as often as the settings say, for as long as minutes go by. What
    /// fails is noted beside the list and tried again next time.
    pub async fn refresh_now_and_then(&self, mut minutes: impl Minutes) {
        let mut seen = HashMap::new();
        while minutes.next().await {
            let Some(every) = locked(&self.inner.settings).refresh_every_minutes else {
                seen.clear();
                continue;
            };
            for profile in self.open_profiles().await {
                if self.is_due(&profile, seen.entry(profile.clone()).or_default(), every).await {
                    self.refresh_quietly(profile).await;
                }
            }
        }
    }

    /// Whether the list of a connection has stood for so many minutes.
    async fn is_due(&self, profile: &str, seen: &mut Seen, every: u32) -> bool {
        // A list that can't be opened says so wherever somebody looks at it.
        let Ok(summary) = self.roster_summary(profile.to_owned()).await else { return false };
        if summary.fetched_at != seen.fetched_at {
            *seen = Seen { fetched_at: summary.fetched_at.clone(), minutes: 0 };
        }
        seen.minutes += 1;
        // A held list waits for a person; a run rests on the list as it is.
        let waits = summary.held.is_some() || summary.refreshing.is_some() || self.is_sending(profile).await;
        if waits || summary.fetched_at.is_none() || seen.minutes < every {
            return false;
        }
        seen.minutes = 0;
        true
    }

    async fn refresh_quietly(&self, profile: String) {
        if let Err(problem) = self.refresh(profile).await {
            tracing::info!(code = ?problem.code, "a list could not be refreshed in the background");
        }
    }
}

/// Refuses what is no sensible time between two refreshes.
pub(crate) fn judge(every: Option<u32>) -> Result<(), AppError> {
    match every {
        Some(minutes) if !MINUTES.contains(&minutes) => Err(AppError::new(
            ErrorCode::BadRequest,
            "Lists can be refreshed every 5 minutes to every 24 hours. Nothing was changed.",
        )),
        _ => Ok(()),
    }
}
