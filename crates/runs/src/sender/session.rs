//! One walk over a run, from taking it up to writing down how it ended.

use super::landing::Landing;
use super::progress::Estimate;
use super::{Control, RunEnd, RunError, RunEvent, SendOptions, StopReason, same_place};
use crate::clock::{Clock, Steady};
use crate::gateway::{Facts, Gateway};
use crate::journal::{Journal, JournalError, OpenRun};
use crate::limiter::{Limiter, Permit};
use crate::pace::Pace;
use crate::points::{self, Point};
use crate::run::{Pause, RunId, RunRow, RunState};
use crate::state::RowState;
use jiff::Timestamp;
use rollcall_core::phrase;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use tokio::task::JoinSet;

/// One walk over a run.
pub(super) struct Session<'a> {
    pub(super) journal: Arc<Journal>,
    pub(super) gateway: Arc<dyn Gateway>,
    pub(super) run: OpenRun,
    pub(super) options: SendOptions,
    pub(super) facts: Facts,
    pub(super) control: Control,
    progress: &'a (dyn Fn(RunEvent) + Send + Sync),
    pub(super) pace: Pace,
    pub(super) limiter: Arc<Limiter>,
    pub(super) chance: fastrand::Rng,
    pub(super) estimate: Estimate,
    /// Calls under way. Whoever drops the session drops them: what they did is looked up at the next start.
    pub(super) flights: JoinSet<Landing>,
    /// A turn that was taken and not used yet.
    pub(super) permit: Option<Permit>,
    /// Counts what every call under way learns alike: a pause, an unreachable platform, a renewed sign-in.
    /// Of several calls that learned it together the first one acts.
    pub(super) generation: u64,
    /// No call goes out before this.
    pub(super) hold: Option<Hold>,
    /// Whether the sign-in was renewed and no call was accepted since.
    pub(super) renewed: bool,
    /// Whether "listed before" of the rows has to be looked at before the next call.
    pub(super) baseline_due: bool,
    pub(super) list_failures: u32,
    /// When the last call ended whose outcome is not known.
    pub(super) unclear_since: Option<Steady>,
}

/// A pause of the run, by the steady clock.
pub(super) struct Hold {
    begun: Steady,
    time: Duration,
}

impl<'a> Session<'a> {
    /// Takes a run up: guards first, then what an earlier sender left behind, then the journal's word.
    pub(super) async fn begin(
        journal: Arc<Journal>,
        gateway: Arc<dyn Gateway>,
        id: &RunId,
        options: SendOptions,
        control: Control,
        progress: &'a (dyn Fn(RunEvent) + Send + Sync),
    ) -> Result<Self, RunError> {
        let id = id.clone();
        let here = gateway.platform();
        let run = blocking(&journal, move |journal| journal.open_run(&id)).await?;
        same_place(&run.platform, &here)?;
        let (key, quiet) = (run.key, options.quiet);
        let understood = blocking(&journal, move |journal| {
            // Whatever failed before has to succeed now, or nothing is sent either.
            journal.failed.store(false, Ordering::SeqCst);
            journal.recover()?;
            journal.restart_quiet_after_loss(quiet)?;
            journal.audit(key)?;
            // A run that another process has just finished does not look for a moment as if it went on.
            if journal.awaits_sender(key)? {
                journal.note_run(key, RunState::Running, None, None)?;
            }
            journal.understood_before(&here)
        })
        .await?;
        points::reached(Point::Recovered);
        let facts = gateway.facts();
        let limit = options.batch.min(facts.batch_limit);
        let own = || Arc::new(Limiter::new(Arc::clone(journal.clock()), None, None));
        Ok(Self {
            limiter: options.limiter.clone().unwrap_or_else(own),
            chance: options.seed.map_or_else(fastrand::Rng::new, fastrand::Rng::with_seed),
            journal,
            gateway,
            run,
            options,
            facts,
            control,
            progress,
            pace: Pace::new(understood, limit),
            estimate: Estimate::default(),
            flights: JoinSet::new(),
            permit: None,
            generation: 0,
            hold: None,
            renewed: false,
            baseline_due: true,
            list_failures: 0,
            unclear_since: None,
        })
    }

    /// Sends nothing for `time`, and writes that it waits. Calls under way come to their end meanwhile.
    pub(super) async fn pause(&mut self, time: Duration, reason: &str) -> Result<(), RunError> {
        if self.held_for().is_some_and(|left| left >= time) {
            return Ok(());
        }
        self.hold = Some(Hold { begun: self.clock().steady(), time });
        let until = self.clock_after(time);
        let (key, pause) = (self.run.key, Pause { until: Some(until.clone()), reason: reason.to_owned() });
        self.on_disk(move |journal| journal.note_run(key, RunState::Paused, Some(&pause), None)).await?;
        self.tell(RunEvent::Paused { until, reason: reason.to_owned() });
        Ok(())
    }

    /// What is left of a pause; `None` where there is none.
    pub(super) fn held_for(&self) -> Option<Duration> {
        let hold = self.hold.as_ref()?;
        let passed = self.clock().steady().since(&hold.begun).unwrap_or_default();
        Some(hold.time.saturating_sub(passed))
    }

    /// The pause is over.
    pub(super) async fn go_on(&mut self) -> Result<(), RunError> {
        const LONG: Duration = Duration::from_secs(crate::journal::LIST_GOOD_FOR_SECONDS);
        // After a long pause somebody else may have invited people of this run.
        self.baseline_due |= self.hold.take().is_some_and(|hold| hold.time > LONG);
        let key = self.run.key;
        self.on_disk(move |journal| journal.note_run(key, RunState::Running, None, None)).await?;
        self.tell(RunEvent::GoesOn);
        Ok(())
    }

    /// Writes down how the walk ended. `None` where a person gave it something to do meanwhile.
    pub(super) async fn end(&self, walked: Result<RunEnd, RunError>) -> Result<Option<RunEnd>, RunError> {
        let end = walked?;
        let (state, reason) = match &end {
            RunEnd::Finished | RunEnd::NeedsPeople => (RunState::Finished, None),
            RunEnd::Paused => (RunState::Paused, Some(phrase!("It goes on when you say so.").to_owned())),
            RunEnd::Stopped { sentence, .. } => (RunState::Stopped, Some(sentence.clone())),
        };
        points::reached(Point::Ending);
        let key = self.run.key;
        let ended = self.on_disk(move |journal| journal.note_end(key, state, reason.as_deref())).await?;
        Ok(ended.then_some(end))
    }

    /// Works on the journal off the runtime's threads: a commit waits for the disk.
    pub(super) async fn on_disk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Journal) -> Result<T, JournalError> + Send + 'static,
    ) -> Result<T, RunError> {
        match blocking(&self.journal, work).await {
            Err(RunError::Journal(error)) => Err(RunError::Halted(error)),
            other => other,
        }
    }

    /// Tells what became of rows, with how far the run is.
    pub(super) async fn tell_rows(&self, rows: Vec<RunRow>) -> Result<BTreeMap<RowState, u32>, RunError> {
        let key = self.run.key;
        let counts = self.on_disk(move |journal| journal.counts(key)).await?;
        let now = self.clock().steady();
        let look = self.unclear_since.as_ref().and_then(|since| now.since(since));
        let look = self.options.quiet.saturating_sub(look.unwrap_or_default());
        let progress = self.estimate.progress(counts.clone(), look, &now);
        self.tell(RunEvent::Rows { rows, progress });
        Ok(counts)
    }

    pub(super) fn tell(&self, event: RunEvent) {
        (self.progress)(event);
    }

    pub(super) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(self.journal.clock())
    }

    /// The time to show for something that happens after `time`.
    pub(super) fn clock_after(&self, time: Duration) -> String {
        let now = self.clock().wall();
        let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
        Timestamp::from_second(now.as_second().saturating_add(seconds)).unwrap_or(Timestamp::MAX).to_string()
    }
}

pub(super) fn stopped(reason: StopReason, sentence: impl Into<String>) -> RunEnd {
    RunEnd::Stopped { reason, sentence: sentence.into() }
}

#[cfg(not(test))]
pub(super) async fn blocking<T: Send + 'static>(
    journal: &Arc<Journal>,
    work: impl FnOnce(&Journal) -> Result<T, JournalError> + Send + 'static,
) -> Result<T, RunError> {
    let journal = Arc::clone(journal);
    match tokio::task::spawn_blocking(move || work(&journal)).await {
        Ok(done) => Ok(done?),
        Err(failed) => match failed.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            Err(_) => Err(RunError::Closing),
        },
    }
}

/// In simulations on the one thread that there is, between two turns of everything else: with threads of their
/// own, whether a write fails before or after a call goes out would be chance, and no case would repeat.
#[cfg(test)]
pub(super) async fn blocking<T: Send + 'static>(
    journal: &Arc<Journal>,
    work: impl FnOnce(&Journal) -> Result<T, JournalError> + Send + 'static,
) -> Result<T, RunError> {
    for _ in 0..journal.turns() {
        tokio::task::yield_now().await;
    }
    let done = work(journal);
    for _ in 0..journal.turns() {
        tokio::task::yield_now().await;
    }
    Ok(done?)
}
