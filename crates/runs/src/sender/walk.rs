//! The walk: starts calls while there is something to send, and sees to each one that comes back.

use super::control::Wish;
use super::landing::{Landing, asked_to_wait};
use super::session::{Session, stopped};
use super::{RunEnd, RunError, StopReason};
use crate::journal::Picked;
use crate::limiter::NotYet;
use rollcall_core::phrase;
use std::time::Duration;

/// A call that came back, or why it did not; `None` where none is under way.
type Landed = Option<Result<Landing, tokio::task::JoinError>>;

/// What the walk does next.
enum Next {
    Send(Vec<Picked>),
    Wait(Duration),
    Nobody,
    Again,
    End(RunEnd),
}

impl Session<'_> {
    /// Walks until there is nothing to send and nothing to look up, or something ends the walk.
    pub(super) async fn walk(&mut self) -> Result<RunEnd, RunError> {
        let walked = self.walk_on().await;
        if walked.is_err() {
            // Nothing more goes out. What is under way may still be written down, where it can be.
            while let Some(landed) = self.flights.join_next().await {
                let Ok(landing) = landed else { break };
                let _ = self.landed(landing).await;
            }
        }
        walked
    }

    async fn walk_on(&mut self) -> Result<RunEnd, RunError> {
        let mut ending = None;
        loop {
            if ending.is_none() {
                ending = self.control.wish().map(asked);
            }
            match ending.take() {
                Some(end) if self.flights.is_empty() => return Ok(end),
                // What ended the walk first is what is told.
                Some(end) => {
                    self.land().await?;
                    ending = Some(end);
                }
                None => ending = self.step().await?,
            }
        }
    }

    /// One step: starts a call, waits for one to come back, or looks people up. `Some` ends the walk.
    async fn step(&mut self) -> Result<Option<RunEnd>, RunError> {
        if let Some(left) = self.held_for() {
            if left.is_zero() {
                self.go_on().await?;
                return Ok(None);
            }
            return self.land_within(left).await;
        }
        if self.flights.len() >= self.width() {
            return self.land().await;
        }
        match self.next_people().await? {
            Next::Send(picked) => self.start(picked).await,
            Next::Wait(time) => self.land_within(time).await,
            Next::Nobody if self.flights.is_empty() => self.look_up_or_end().await,
            Next::Nobody => self.land().await,
            Next::Again => Ok(None),
            Next::End(end) => Ok(Some(end)),
        }
    }

    /// How many calls may be under way. The calls of a platform whose answers are not known well go out one
    /// by one, each larger than the one before: so the sizes are those that were shown before sending.
    fn width(&self) -> usize {
        if self.options.one_then_pause || !self.pace.is_full() { 1 } else { self.options.concurrency.max(1) }
    }

    async fn next_people(&mut self) -> Result<Next, RunError> {
        if self.pace.must_look() || self.pace.hopeless() {
            return Ok(Next::Nobody);
        }
        if self.baseline_due {
            if !self.flights.is_empty() {
                return Ok(Next::Nobody);
            }
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
        if self.permit.is_none() {
            match self.limiter.take() {
                Ok(permit) => self.permit = Some(permit),
                Err(not_yet) => return self.wait_for_turn(not_yet).await,
            }
        }
        Ok(Next::Send(picked))
    }

    /// The subscription key has no turn for this run yet.
    async fn wait_for_turn(&mut self, not_yet: NotYet) -> Result<Next, RunError> {
        if not_yet.paused {
            // The gateway asked another run of this key.
            self.pause(not_yet.wait, asked_to_wait(false)).await?;
            return Ok(Next::Again);
        }
        Ok(Next::Wait(not_yet.wait))
    }

    /// Waits for a call to come back, and sees to it.
    pub(super) async fn land(&mut self) -> Result<Option<RunEnd>, RunError> {
        let landed = self.flights.join_next().await;
        self.see_to(landed).await
    }

    async fn see_to(&mut self, landed: Landed) -> Result<Option<RunEnd>, RunError> {
        match landed {
            Some(Ok(landing)) => self.landed(landing).await,
            Some(Err(failed)) => match failed.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(RunError::Closing),
            },
            None => Ok(None),
        }
    }

    /// Waits so long, or until a person has a wish; sees to a call that comes back meanwhile.
    async fn land_within(&mut self, time: Duration) -> Result<Option<RunEnd>, RunError> {
        let (clock, control) = (self.clock(), self.control.clone());
        let waited = control.wished_within(&*clock, time);
        if self.flights.is_empty() {
            waited.await;
            return Ok(None);
        }
        // Only the waiting may be broken off: a call that came back is seen to whatever happens meanwhile.
        let landed = tokio::select! {
            biased;
            landed = self.flights.join_next() => landed,
            _ = waited => return Ok(None),
        };
        self.see_to(landed).await
    }
}

fn asked(wish: Wish) -> RunEnd {
    match wish {
        Wish::Pause => RunEnd::Paused,
        Wish::Cancel => {
            stopped(StopReason::Asked, phrase!("Stopped as asked. What was not sent can be sent later."))
        }
    }
}
