//! A call that came back: its verdict on disk, and what follows from it.

use super::session::{Session, stopped};
use super::{RunEnd, RunError, RunEvent, StopReason};
use crate::journal::{Answer, Batch, Split};
use crate::limiter::Permit;
use crate::pace::{pause_for, spread};
use crate::points::{self, Point};
use crate::run::RunRow;
use crate::state::RowState;
use crate::verdict::{Judgement, Stop, Then, judge};
use rollcall_core::{CanonicalEmail, Observation, phrase, sentence};

/// A call that came back.
pub(super) struct Landing {
    pub batch: Batch,
    /// Its people, in the order sent.
    pub people: Vec<CanonicalEmail>,
    pub permit: Permit,
    /// What the session knew when the call went out.
    pub generation: u64,
    pub seen: Observation,
}

impl Session<'_> {
    /// Writes down what a call's answer proves, and does what follows. `Some` ends the walk.
    pub(super) async fn landed(&mut self, landing: Landing) -> Result<Option<RunEnd>, RunError> {
        points::reached(Point::Answered);
        let judgement = judge(&landing.people, &landing.seen);
        #[cfg(test)]
        let judgement = self.journal.misjudged(judgement, &landing.seen);
        let now = self.clock().steady();
        if judgement.understood.is_some() {
            self.estimate.processed(landing.people.len(), &now);
        }
        if judgement.understood == Some(false) {
            self.unclear_since = Some(now);
        }
        let rows = self.record(&landing, &judgement).await?;
        points::reached(Point::Recorded);
        let still_ready = rows.iter().all(|row| row.state == RowState::Ready);
        let counts = self.tell_rows(rows).await?;
        if judgement.understood == Some(false) {
            let people = counts.get(&RowState::Unknown).copied().unwrap_or_default();
            self.tell(RunEvent::LooksUpAt { at: self.clock_after(self.options.quiet), people });
        }
        let end = self.after(judgement, &landing).await?;
        Ok(end.or_else(|| (self.options.one_then_pause && !still_ready).then_some(RunEnd::Paused)))
    }

    async fn record(&self, landing: &Landing, judgement: &Judgement) -> Result<Vec<RunRow>, RunError> {
        let split = match (&judgement.then, &landing.seen) {
            (Then::Halve { .. }, _) => Split::Halves,
            (_, Observation::BadRequest { .. }) => Split::Quickly,
            _ => Split::No,
        };
        let (key, batch) = (self.run.key, landing.batch.clone());
        let answer = Answer { judgement: judgement.clone(), split };
        self.on_disk(move |journal| journal.record(key, &batch, &answer)).await
    }

    async fn after(&mut self, judgement: Judgement, landing: &Landing) -> Result<Option<RunEnd>, RunError> {
        let first = self.first_to_learn(&judgement, landing.generation);
        self.renewed &= judgement.then == Then::RenewSignIn;
        match judgement.understood {
            Some(true) if first => self.pace.understood(),
            // It went out before what is known by now, and says nothing of the calls after that.
            Some(true) => self.pace.reached(),
            Some(false) => self.pace.unclear(first),
            None if judgement.then == Then::TryLater => {}
            None => self.pace.reached(),
        }
        if !matches!(judgement.then, Then::TryLater | Then::Wait { .. }) {
            self.limiter.got_through();
        }
        match judgement.then {
            Then::GoOn => Ok(None),
            Then::RefusedAlone => Ok(self.refused_alone()),
            Then::Halve { too_large } => {
                if too_large {
                    self.pace.too_large(landing.people.len());
                }
                Ok(None)
            }
            Then::TryLater if first => self.try_later().await,
            Then::Wait { retry_after, quota } => {
                let told = pause_for(retry_after, quota);
                let time = told + spread(told, &mut self.chance);
                self.limiter.refused(&landing.permit, time);
                self.pause(time, asked_to_wait(quota)).await?;
                Ok(None)
            }
            Then::RenewSignIn if first => Ok(self.renew_sign_in().await),
            Then::TryLater | Then::RenewSignIn => Ok(None),
            Then::Stop(why) => Ok(Some(stop(why))),
        }
    }

    /// Whether no call before this one learned the same: what each of several calls under way learns at
    /// once is one thing that happened, and not as many.
    fn first_to_learn(&mut self, judgement: &Judgement, generation: u64) -> bool {
        let first = generation == self.generation;
        let news = judgement.understood == Some(false)
            || matches!(judgement.then, Then::TryLater | Then::RenewSignIn);
        self.generation += u64::from(first && news);
        first
    }

    fn refused_alone(&mut self) -> Option<RunEnd> {
        self.pace.refused_alone().then(|| {
            stopped(
                StopReason::CallsRefused,
                phrase!(
                    "The platform refused many calls in a row as a whole, each with one person in it. The fault is \
                     probably in how calls are built, not in the people. The rest was not sent."
                ),
            )
        })
    }

    async fn try_later(&mut self) -> Result<Option<RunEnd>, RunError> {
        match self.pace.unreached(&mut self.chance) {
            Some(wait) => {
                self.pause(
                    wait,
                    phrase!("The platform can't be reached. Nothing was sent; it is tried again."),
                )
                .await?;
                Ok(None)
            }
            None => Ok(Some(stopped(
                StopReason::Unreachable,
                phrase!(
                    "The platform can't be reached. The rest was not sent, and can be sent when the connection is back."
                ),
            ))),
        }
    }

    async fn renew_sign_in(&mut self) -> Option<RunEnd> {
        if !self.renewed && self.gateway.renew_sign_in().await {
            self.renewed = true;
            return None;
        }
        Some(stopped(
            StopReason::SignInRefused,
            phrase!(
                "The platform does not accept the sign-in. The rest was not sent; sign in again and take the run up."
            ),
        ))
    }
}

pub(super) fn asked_to_wait(quota: bool) -> &'static str {
    if quota {
        phrase!("The platform's call quota is used up. Nothing was lost; the run goes on by itself.")
    } else {
        phrase!("The platform asks to slow down. Nothing was lost; the run goes on by itself.")
    }
}

fn stop(why: Stop) -> RunEnd {
    match why {
        Stop::Key(said) => stopped(
            StopReason::KeyRefused,
            sentence!(
                "The platform does not accept the subscription key. The rest was not sent. It says: {said}",
                said = quoted(&said),
            ),
        ),
        Stop::Permission(said) => stopped(
            StopReason::Forbidden,
            sentence!(
                "The signed-in account may not invite people here. The rest was not sent. It says: {said}",
                said = quoted(&said),
            ),
        ),
        Stop::Redirect(status) => stopped(
            StopReason::Redirected,
            sentence!(
                "The platform answered with a redirect (status {status}), which Rollcall does not follow. The last \
                 people are looked up before anything is sent again; check the connection's address.",
                status = status,
            ),
        ),
    }
}

/// A platform's words: text of one line, not longer than a person reads.
fn quoted(said: &str) -> String {
    const MOST: usize = 300;
    let line: String = said.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MOST).collect();
    if line.trim().is_empty() { "nothing more.".to_owned() } else { format!("“{}”", line.trim()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platforms_words_are_quoted_as_one_short_line() {
        assert_eq!(quoted("Access denied\r\n due to …"), "“Access denied   due to …”");
        assert_eq!(quoted(" "), "nothing more.");
        assert!(quoted(&"x".repeat(10_000)).len() < 400);
    }
}
