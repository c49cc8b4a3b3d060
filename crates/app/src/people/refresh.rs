//! Use cases: fetch everything anew, and stop doing so.

use super::held::{list_held, nothing_is_held};
use super::pages::next_page;
use super::{Fetched, LIST_LOCK};
use crate::alone::alone;
use crate::contract::*;
use crate::errors::{blocking, of_platform, of_roster};
use crate::platforms::OpenPlatform;
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_core::phrase;
use rollcall_platform::{Platform, ScanEnd};
use rollcall_roster::{Committed, Reference, RefreshFacts};
use rollcall_runs::PlatformIdentity;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often a list that moved while it was read is read anew.
pub(super) const READINGS: u32 = 3;

impl App {
    /// Fetches everything anew. The old list stays until the new one is whole, and longer where the new one looks
    /// wrong: [`ErrorCode::ListHeld`].
    pub async fn refresh(&self, profile: String) -> Result<RefreshOutcome, AppError> {
        let platform = self.platform(&profile).await?;
        // By a clock that is never set: "begun after it was asked for" must hold whatever the wall clock does.
        let asked = Instant::now();
        let mut turn = platform.refreshes.turn.lock().await;
        if let Some((begun, outcome)) = turn.as_ref()
            && *begun >= asked
        {
            return Ok(outcome.clone());
        }
        let begun = Instant::now();
        let outcome = self.stoppable(&platform, self.fetch_whole(&platform)).await;
        *locked(&platform.refreshes.progress) = None;
        match &outcome {
            Ok(outcome) => *turn = Some((begun, outcome.clone())),
            // One that is held says so itself, for as long as it is.
            Err(problem) if matches!(problem.code, ErrorCode::Cancelled | ErrorCode::ListHeld) => {}
            Err(problem) => self.note_failure(&platform, problem).await,
        }
        drop(turn);
        self.tell(AppEvent::RosterChanged(profile));
        // The foot of the window says when the token ends: a refresh may have brought a new one.
        self.tell(AppEvent::ProfilesChanged);
        if outcome.is_ok() {
            self.begin_comparing_reviews(&platform.id);
        }
        outcome
    }

    /// Stops a refresh; the old list stays.
    pub async fn cancel_refresh(&self, profile: String) -> Result<(), AppError> {
        let platform = self.platform(&profile).await?;
        platform.refreshes.cancel.notify_waiters();
        Ok(())
    }

    /// Gives up what a person stops; the list from before stays.
    pub(super) async fn stoppable(
        &self,
        platform: &OpenPlatform,
        fetching: impl Future<Output = Result<RefreshOutcome, AppError>>,
    ) -> Result<RefreshOutcome, AppError> {
        let cancelled = platform.refreshes.cancel.notified();
        tokio::select! {
            outcome = fetching => outcome,
            () = cancelled => Err(AppError::new(ErrorCode::Cancelled, phrase!("The refresh was stopped. The list from before is still there."))),
        }
    }

    async fn fetch_whole(&self, platform: &Arc<OpenPlatform>) -> Result<RefreshOutcome, AppError> {
        self.show_progress(platform, 0, None, None);
        let _alone = alone(&platform.folder.join(LIST_LOCK)).await;
        let connected = self.connected(&platform.id).await?;
        let client = connected.client;
        let (roles, identity_providers, organizations) =
            tokio::try_join!(client.roles(), client.identity_providers(), client.organizations())
                .map_err(of_platform)?;
        let reference = Reference { roles, identity_providers, organizations };
        let mut why = None;
        for _ in 0..READINGS {
            let begun = Fetched::now();
            let (staged, end) = self.stage(platform, &client).await?;
            if end.complete {
                let facts = RefreshFacts {
                    fetched_at: begun.at,
                    complete: true,
                    subject: connected.identity.subject,
                    scope: connected.identity.base,
                };
                return commit(platform, staged, reference, facts, begun).await;
            }
            why = end.why_incomplete;
        }
        Err(moved(why))
    }

    /// Reads page after page into staging; nothing is swapped in yet.
    async fn stage(
        &self,
        platform: &Arc<OpenPlatform>,
        client: &Platform,
    ) -> Result<(rollcall_roster::Refresh, ScanEnd), AppError> {
        let roster = platform.roster.clone();
        let mut staged = blocking(move || roster.begin_refresh().map_err(of_roster)).await?;
        let mut scan = client.scan_users();
        let (started, mut read) = (Instant::now(), 0);
        while let Some(page) = next_page(&mut scan, read).await? {
            let total = page.total;
            read = page.read;
            staged = blocking(move || {
                staged.add(page.users).map_err(of_roster)?;
                Ok(staged)
            })
            .await?;
            self.show_progress(platform, read, total, seconds_left(started.elapsed(), read, total));
        }
        let end = scan.finish().await.map_err(of_platform)?;
        Ok((staged, end))
    }

    pub(super) fn show_progress(
        &self,
        platform: &OpenPlatform,
        read: u32,
        total: Option<u32>,
        seconds_left: Option<u32>,
    ) {
        let progress = RefreshProgress { profile: platform.id.clone(), read, total, seconds_left };
        *locked(&platform.refreshes.progress) = Some(progress.clone());
        self.tell(AppEvent::RefreshProgress(progress));
    }

    async fn note_failure(&self, platform: &Arc<OpenPlatform>, problem: &AppError) {
        let (roster, sentence) = (platform.roster.clone(), problem.message.clone());
        let noted = blocking(move || {
            roster.record_failure(Timestamp::now(), &sentence);
            Ok(())
        });
        if let Err(problem) = noted.await {
            tracing::warn!(code = ?problem.code, "a failed refresh could not be noted");
        }
    }

    /// Begins to fetch the list unless it is fresh: whoever drops a file will want it checked. What fails here fails
    /// again where somebody waits for it, and is said there.
    pub(crate) fn begin_fresh_list(&self, profile: &str) {
        let (app, profile) = (self.clone(), profile.to_owned());
        tokio::spawn(async move {
            if let Err(problem) = app.fresh_list(&profile).await {
                tracing::info!(code = ?problem.code, "the list could not be fetched ahead of a check");
            }
        });
    }

    /// A complete list of this connection that a plan may rest on; fetched now if there is none.
    pub(crate) async fn fresh_list(&self, profile: &str) -> Result<Fetched, AppError> {
        let platform = self.platform(profile).await?;
        let identity = self.connected(profile).await?.identity;
        if let Some(fetched) = usable_list(&platform, identity.clone()).await? {
            return Ok(fetched);
        }
        // Whoever comes second waits for the list of whoever came first, and does not fetch one of its own.
        let _one_at_a_time = platform.refreshes.freshening.lock().await;
        if let Some(fetched) = usable_list(&platform, identity.clone()).await? {
            return Ok(fetched);
        }
        self.refresh(profile.to_owned()).await?;
        usable_list(&platform, identity).await?.ok_or_else(|| {
            AppError::new(ErrorCode::ListNotFresh, phrase!("There is no complete list of people to check against. Nothing was sent; refresh and try again."))
        })
    }
}

/// That no reading of a list was whole, and what stood in the way last.
pub(super) fn moved(why: Option<String>) -> AppError {
    let what = phrase!(
        "The list of people could not be read whole, each time that it was tried, so it was not taken over."
    );
    let then = phrase!(
        "The list from before is still there; refresh again in a moment, and test the connection if it stays so."
    );
    let sentences: Vec<&str> = [Some(what), why.as_deref(), Some(then)].into_iter().flatten().collect();
    AppError::new(ErrorCode::ListNotFresh, sentences.join(" "))
}

/// Makes a list that was read whole the list, unless it looks wrong.
async fn commit(
    platform: &Arc<OpenPlatform>,
    staged: rollcall_roster::Refresh,
    reference: Reference,
    facts: RefreshFacts,
    begun: Fetched,
) -> Result<RefreshOutcome, AppError> {
    let platform = platform.clone();
    let folder = platform.folder.clone();
    blocking(move || match staged.commit(reference, facts).map_err(of_roster)? {
        Committed::Taken(changes) => {
            begun.note(&folder);
            // It may be another platform's list.
            platform.tell_sent_aside();
            Ok(super::outcome(changes))
        }
        Committed::Held(held) => {
            begun.note_held(&folder);
            Err(list_held(&held))
        }
    })
    .await
}

/// The list, if it is complete, of this very connection, and known to be fresh. It is none while a newer one is
/// held: nobody knows then whether it still holds.
async fn usable_list(
    platform: &Arc<OpenPlatform>,
    identity: PlatformIdentity,
) -> Result<Option<Fetched>, AppError> {
    let platform = platform.clone();
    blocking(move || {
        if !nothing_is_held(&platform, &identity)? {
            return Ok(None);
        }
        let at = super::fetched_for(&platform.roster, &identity)?;
        Ok(at.and_then(|at| Fetched::noted(&platform.folder, at)).filter(Fetched::is_fresh))
    })
    .await
}

/// Seconds left at the pace so far, once a few pages were read.
pub(super) fn seconds_left(spent: Duration, read: u32, total: Option<u32>) -> Option<u32> {
    let total = total.filter(|total| *total >= read && read > 0)?;
    if spent < Duration::from_secs(1) {
        return None;
    }
    let seconds = spent.as_secs_f64() * f64::from(total - read) / f64::from(read);
    // Truncation is what is meant: a countdown in whole seconds, never below zero.
    Some(seconds.ceil().clamp(0.0, f64::from(u32::MAX)) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_follows_the_pace_so_far() {
        assert_eq!(seconds_left(Duration::from_secs(10), 500, Some(1500)), Some(20));
        assert_eq!(seconds_left(Duration::from_secs(10), 500, None), None);
        assert_eq!(seconds_left(Duration::from_millis(200), 500, Some(1500)), None, "too early to tell");
        assert_eq!(
            seconds_left(Duration::from_secs(10), 1500, Some(1000)),
            None,
            "a total that was overtaken tells nothing"
        );
    }
}
