//! One call: intent on disk, bytes out, verdict on disk.

use super::session::{Session, stopped};
use super::{RunEnd, RunError, RunEvent, StopReason};
use crate::journal::{Answer, Batch, JournalError, Picked, Split};
use crate::pace::pause_for;
use crate::points::{self, Point};
use crate::state::RowState;
use crate::verdict::{Judgement, Stop, Then, judge};
use rollcall_core::{CanonicalEmail, Invitation, Observation};
use sha2::{Digest, Sha256};

impl Session<'_> {
    /// Sends one call and settles what it proves. `Some` ends the walk.
    pub(super) async fn call(&mut self, picked: Vec<Picked>) -> Result<Option<RunEnd>, RunError> {
        let people: Vec<CanonicalEmail> = picked.iter().map(|one| one.person.clone()).collect();
        let invitations: Vec<Invitation> = picked.iter().map(|one| one.invitation.clone()).collect();
        let body = self.gateway.body(&invitations);
        let Some(batch) = self.claim(picked, sha256_hex(&body)).await? else { return Ok(None) };
        points::reached(Point::Claimed);
        // From here on the rows are in flight on disk, whatever happens to this process.
        self.tell(RunEvent::Calling { people: u32::try_from(people.len()).unwrap_or(u32::MAX) });
        let begun = self.clock().steady();
        let seen = self.gateway.invite(body).await;
        points::reached(Point::Answered);
        let judgement = judge(&people, &seen);
        let processed = judgement.understood.is_some();
        let took = self.clock().steady().since(&begun).unwrap_or_default();
        self.estimate.call(if processed { people.len() } else { 0 }, took);
        let rows = self.record(&batch, &judgement, &seen).await?;
        points::reached(Point::Recorded);
        let still_ready = rows.iter().all(|row| row.state == RowState::Ready);
        self.tell_rows(rows).await?;
        let end = self.after(judgement, people.len()).await?;
        Ok(end.or_else(|| (self.options.one_then_pause && !still_ready).then_some(RunEnd::Paused)))
    }

    /// Writes the intent. `None` when another window changed a row in between: pick anew.
    async fn claim(&self, picked: Vec<Picked>, body_sha256: String) -> Result<Option<Batch>, RunError> {
        let key = self.run.key;
        match self.on_disk(move |journal| journal.claim(key, &picked, &body_sha256)).await {
            Err(RunError::Halted(JournalError::Changed)) => Ok(None),
            claimed => claimed.map(Some),
        }
    }

    async fn record(
        &self,
        batch: &Batch,
        judgement: &Judgement,
        seen: &Observation,
    ) -> Result<Vec<crate::run::RunRow>, RunError> {
        let split = match (&judgement.then, seen) {
            (Then::Halve { .. }, _) => Split::Halves,
            (_, Observation::BadRequest { .. }) => Split::Quickly,
            _ => Split::No,
        };
        let (key, batch) = (self.run.key, batch.clone());
        let answer = Answer { judgement: judgement.clone(), split };
        self.on_disk(move |journal| journal.record(key, &batch, &answer)).await
    }

    /// What comes after a call of `people`.
    async fn after(&mut self, judgement: Judgement, people: usize) -> Result<Option<RunEnd>, RunError> {
        self.renewed &= judgement.then == Then::RenewSignIn;
        match judgement.understood {
            Some(true) => self.pace.understood(),
            Some(false) => self.pace.unclear(),
            None if judgement.then == Then::TryLater => {}
            None => self.pace.reached(),
        }
        match judgement.then {
            Then::GoOn => Ok(None),
            Then::RefusedAlone => Ok(self.refused_alone()),
            Then::Halve { too_large } => {
                if too_large {
                    self.pace.too_large(people);
                }
                Ok(None)
            }
            Then::TryLater => self.try_later().await,
            Then::Wait { retry_after, quota } => {
                let reason = if quota {
                    "The platform's call quota is used up. Nothing was lost; the run goes on by itself."
                } else {
                    "The platform asks to slow down. Nothing was lost; the run goes on by itself."
                };
                self.pause(pause_for(retry_after, quota), reason).await?;
                Ok(None)
            }
            Then::RenewSignIn => Ok(self.renew_sign_in().await),
            Then::Stop(why) => Ok(Some(stop(why))),
        }
    }

    fn refused_alone(&mut self) -> Option<RunEnd> {
        self.pace.refused_alone().then(|| {
            stopped(
                StopReason::CallsRefused,
                "The platform refused many calls in a row as a whole, each with one person in it. The fault is \
                 probably in how calls are built, not in the people. The rest was not sent.",
            )
        })
    }

    async fn try_later(&mut self) -> Result<Option<RunEnd>, RunError> {
        match self.pace.unreached() {
            Some(wait) => {
                self.pause(wait, "The platform can't be reached. Nothing was sent; it is tried again.")
                    .await?;
                Ok(None)
            }
            None => Ok(Some(stopped(
                StopReason::Unreachable,
                "The platform can't be reached. The rest was not sent, and can be sent when the connection is back.",
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
            "The platform does not accept the sign-in. The rest was not sent; sign in again and take the run up.",
        ))
    }
}

fn stop(why: Stop) -> RunEnd {
    match why {
        Stop::Key(said) => stopped(
            StopReason::KeyRefused,
            format!(
                "The platform does not accept the subscription key. The rest was not sent. It says: {}",
                quoted(&said)
            ),
        ),
        Stop::Permission(said) => stopped(
            StopReason::Forbidden,
            format!(
                "The signed-in account may not invite people here. The rest was not sent. It says: {}",
                quoted(&said)
            ),
        ),
        Stop::Redirect(status) => stopped(
            StopReason::Redirected,
            format!(
                "The platform answered with a redirect (status {status}), which Rollcall does not follow. The last \
                 people are looked up before anything is sent again; check the connection's address."
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

fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_that_of_the_bytes() {
        assert_eq!(sha256_hex(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn a_platforms_words_are_quoted_as_one_short_line() {
        assert_eq!(quoted("Access denied\r\n due to …"), "“Access denied   due to …”");
        assert_eq!(quoted(" "), "nothing more.");
        assert!(quoted(&"x".repeat(10_000)).len() < 400);
    }
}
