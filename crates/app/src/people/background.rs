//! Use case: lists that are refreshed now and then by themselves.

use crate::App;
use crate::contract::{AppError, ErrorCode};
use crate::locked;
use jiff::Timestamp;
use rollcall_core::phrase;
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

/// The minutes of the computer's own clock. Those that it slept through are not made up for one by one.
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

/// What is known of a connection's list.
#[derive(Default)]
struct Seen {
    fetched_at: Option<String>,
    /// Minutes counted since it was first seen, or since another one was tried for.
    minutes: u32,
    /// Whether another one was tried for in vain.
    tried: bool,
}

impl Seen {
    /// For how many minutes the list has stood. The clock on the wall knows of those before this start and of sleep; after
    /// a refresh in vain the next one is as far away as after one that succeeded.
    fn stood(&self, now: Timestamp) -> u32 {
        let read = self.fetched_at.as_deref().and_then(|at| at.parse::<Timestamp>().ok());
        let age = read.map_or(0, |at| now.duration_since(at).as_mins());
        if self.tried { self.minutes } else { self.minutes.max(u32::try_from(age).unwrap_or(0)) }
    }
}

impl App {
    /// Refreshes the lists of all connections that have one as often as the settings say, for as long as minutes go by.
    /// What fails is noted beside the list and tried again next time.
    pub async fn refresh_now_and_then(&self, mut minutes: impl Minutes) {
        let mut seen = HashMap::new();
        while minutes.next().await {
            let Some(every) = locked(&self.inner.settings).refresh_every_minutes else {
                seen.clear();
                continue;
            };
            for profile in self.all_profiles().into_iter().map(|profile| profile.id) {
                if self.is_due(&profile, seen.entry(profile.clone()).or_default(), every).await {
                    self.refresh_quietly(profile).await;
                }
            }
        }
    }

    /// Whether the list of a connection has stood for so many minutes and nothing rests on it.
    async fn is_due(&self, profile: &str, seen: &mut Seen, every: u32) -> bool {
        let fetched_at = self.last_refresh(profile).await;
        if fetched_at != seen.fetched_at {
            *seen = Seen { fetched_at, ..Seen::default() };
        }
        seen.minutes = seen.minutes.saturating_add(1);
        if seen.fetched_at.is_none() || seen.stood(Timestamp::now()) < every {
            return false;
        }
        // Opened only now. A list that can't be opened says so wherever somebody looks at it.
        let Ok(summary) = self.roster_summary(profile.to_owned()).await else { return false };
        // A held list waits for a person; a run rests on the list as it is.
        if summary.held.is_some() || summary.refreshing.is_some() || self.is_sending(profile).await {
            return false;
        }
        (seen.minutes, seen.tried) = (0, true);
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
            phrase!("Lists can be refreshed every 5 minutes to every 24 hours. Nothing was changed."),
        )),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(minutes: u32, tried: bool) -> Seen {
        Seen { fetched_at: Some("2026-11-23T08:00:00Z".into()), minutes, tried }
    }

    #[test]
    fn a_list_of_yesterday_has_stood_since_then_until_another_was_tried_for() {
        let now: Timestamp = "2026-11-24T08:00:00Z".parse().expect("a time");
        assert_eq!(seen(1, false).stood(now), 1440, "whoever closes Rollcall at night");
        assert_eq!(seen(1, true).stood(now), 1, "no platform is asked every minute");
        let before: Timestamp = "2026-11-23T07:00:00Z".parse().expect("a time");
        assert_eq!(seen(7, false).stood(before), 7, "a clock that was set back");
    }
}
