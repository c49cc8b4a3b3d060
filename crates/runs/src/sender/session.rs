//! One walk over a run, from taking it up to writing down how it ended.

use super::control::Wish;
use super::progress::Estimate;
use super::{Control, RunEnd, RunError, RunEvent, SendOptions, StopReason, same_place};
use crate::clock::{Clock, Steady};
use crate::gateway::{Facts, Gateway};
use crate::journal::{Journal, JournalError, OpenRun, Picked};
use crate::pace::{Pace, spacing};
use crate::points::{self, Point};
use crate::run::{Pause, RunId, RunRow, RunState};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;

/// One walk over a run.
pub(super) struct Session<'a> {
    journal: Arc<Journal>,
    pub(super) gateway: Arc<dyn Gateway>,
    pub(super) run: OpenRun,
    pub(super) options: SendOptions,
    pub(super) facts: Facts,
    control: Control,
    progress: &'a (dyn Fn(RunEvent) + Send + Sync),
    pub(super) pace: Pace,
    pub(super) estimate: Estimate,
    /// Whether the sign-in was renewed and no call was accepted since.
    pub(super) renewed: bool,
    /// Whether "listed before" of the rows has to be looked at before the next call.
    pub(super) baseline_due: bool,
    pub(super) list_failures: u32,
    last_call: Option<Steady>,
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
        let key = run.key;
        let understood = blocking(&journal, move |journal| {
            journal.recover()?;
            journal.audit(key)?;
            journal.note_run(key, RunState::Running, None, None)?;
            journal.understood_before(&here)
        })
        .await?;
        points::reached(Point::Recovered);
        let facts = gateway.facts();
        let limit = options.batch.min(facts.batch_limit);
        Ok(Self {
            journal,
            gateway,
            run,
            options,
            facts,
            control,
            progress,
            pace: Pace::new(understood, limit),
            estimate: Estimate::default(),
            renewed: false,
            baseline_due: true,
            list_failures: 0,
            last_call: None,
        })
    }

    /// Walks until there is nothing to send and nothing to look up, or something ends the walk.
    pub(super) async fn walk(&mut self) -> Result<RunEnd, RunError> {
        loop {
            if let Some(wish) = self.control.wish() {
                return Ok(asked(wish));
            }
            let end = match self.next_people().await? {
                Next::People(picked) => self.call(picked).await?,
                Next::Nobody => self.look_up_or_end().await?,
                Next::End(end) => Some(end),
                Next::Again => None,
            };
            if let Some(end) = end {
                return Ok(end);
            }
        }
    }

    async fn next_people(&mut self) -> Result<Next, RunError> {
        if self.pace.must_look() || self.pace.hopeless() {
            return Ok(Next::Nobody);
        }
        if self.baseline_due {
            match self.renew_baseline().await? {
                Some(end) => return Ok(Next::End(end)),
                None if self.baseline_due => return Ok(Next::Again),
                None => {}
            }
        }
        let (key, size) = (self.run.key, if self.options.one_then_pause { 1 } else { self.pace.size() });
        let picked = self.on_disk(move |journal| journal.pick(key, size)).await?;
        if picked.is_empty() {
            return Ok(Next::Nobody);
        }
        match self.keep_distance().await {
            Some(wish) => Ok(Next::End(asked(wish))),
            None => Ok(Next::People(picked)),
        }
    }

    /// Keeps to the calls per minute that were asked for.
    async fn keep_distance(&mut self) -> Option<Wish> {
        let now = self.clock().steady();
        let passed = self.last_call.as_ref().and_then(|last| now.since(last));
        let wait =
            passed.map_or(Duration::ZERO, |passed| spacing(self.options.per_minute).saturating_sub(passed));
        let wish = if wait.is_zero() { None } else { self.wait(wait).await };
        self.last_call = Some(self.clock().steady());
        wish
    }

    /// Waits, and writes that it waits. A wish of a person ends it; the walk sees to the wish.
    pub(super) async fn pause(&mut self, time: Duration, reason: &str) -> Result<(), RunError> {
        const LONG: Duration = Duration::from_secs(crate::journal::LIST_GOOD_FOR_SECONDS);
        let until = self.clock_after(time);
        let (key, pause) = (self.run.key, Pause { until: Some(until.clone()), reason: reason.to_owned() });
        self.on_disk(move |journal| journal.note_run(key, RunState::Paused, Some(&pause), None)).await?;
        self.tell(RunEvent::Paused { until, reason: reason.to_owned() });
        if self.wait(time).await.is_none() {
            self.on_disk(move |journal| journal.note_run(key, RunState::Running, None, None)).await?;
            self.tell(RunEvent::GoesOn);
        }
        // After a long pause somebody else may have invited people of this run.
        self.baseline_due |= time > LONG;
        Ok(())
    }

    /// Waits so long, or until a person has a wish.
    pub(super) async fn wait(&mut self, time: Duration) -> Option<Wish> {
        let clock = self.clock();
        let begun = clock.steady();
        let wish = tokio::select! {
            biased;
            wish = self.control.wished() => Some(wish),
            () = clock.sleep(time) => None,
        };
        self.estimate.waited(clock.steady().since(&begun).unwrap_or(time));
        wish
    }

    /// Writes down how the walk ended.
    pub(super) async fn end(&self, walked: Result<RunEnd, RunError>) -> Result<RunEnd, RunError> {
        let end = walked?;
        let (state, reason) = match &end {
            RunEnd::Finished | RunEnd::NeedsPeople => (RunState::Finished, None),
            RunEnd::Paused => (RunState::Paused, Some("It goes on when you say so.".to_owned())),
            RunEnd::Stopped { sentence, .. } => (RunState::Stopped, Some(sentence.clone())),
        };
        points::reached(Point::Ending);
        let key = self.run.key;
        self.on_disk(move |journal| journal.note_run(key, state, None, reason.as_deref())).await?;
        Ok(end)
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
    pub(super) async fn tell_rows(&self, rows: Vec<RunRow>) -> Result<(), RunError> {
        let key = self.run.key;
        let counts = self.on_disk(move |journal| journal.counts(key)).await?;
        let progress = self.estimate.progress(counts, self.options.quiet);
        self.tell(RunEvent::Rows { rows, progress });
        Ok(())
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

/// What the walk does next.
enum Next {
    People(Vec<Picked>),
    Nobody,
    Again,
    End(RunEnd),
}

fn asked(wish: Wish) -> RunEnd {
    match wish {
        Wish::Pause => RunEnd::Paused,
        Wish::Cancel => stopped(StopReason::Asked, "Stopped as asked. What was not sent can be sent later."),
    }
}

pub(super) fn stopped(reason: StopReason, sentence: impl Into<String>) -> RunEnd {
    RunEnd::Stopped { reason, sentence: sentence.into() }
}

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
