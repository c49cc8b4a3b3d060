//! One call: intent on disk, then bytes out.

use super::landing::Landing;
use super::session::Session;
use super::{RunEnd, RunError, RunEvent};
use crate::journal::{Batch, JournalError, Picked};
use crate::points::{self, Point};
use rollcall_core::{CanonicalEmail, Invitation, Observation};
use sha2::{Digest, Sha256};
use std::sync::Arc;
use std::sync::atomic::Ordering;

impl Session<'_> {
    /// Writes the intent of one call and lets it go out; it comes back as a [`Landing`].
    pub(super) async fn start(&mut self, picked: Vec<Picked>) -> Result<Option<RunEnd>, RunError> {
        if self.journal.failed.load(Ordering::SeqCst) {
            return Err(RunError::Halted(JournalError::FailedBefore));
        }
        let people: Vec<CanonicalEmail> = picked.iter().map(|one| one.person.clone()).collect();
        let invitations: Vec<Invitation> = picked.iter().map(|one| one.invitation.clone()).collect();
        let body = self.gateway.body(&invitations);
        #[cfg(test)]
        let body = self.send_without_intent(body, &picked).await;
        let Some(batch) = self.claim(picked, sha256_hex(&body)).await? else { return Ok(None) };
        let Some(permit) = self.permit.take() else { return Ok(None) };
        points::reached(Point::Claimed);
        // From here on the rows are in flight on disk, whatever happens to this process.
        self.tell(RunEvent::Calling { people: u32::try_from(people.len()).unwrap_or(u32::MAX) });
        self.estimate.begin(&self.clock().steady());
        let (gateway, generation, failed) =
            (Arc::clone(&self.gateway), self.generation, Arc::clone(&self.journal.failed));
        self.flights.spawn(async move {
            // The journal may have failed since, over another call.
            let seen = match failed.load(Ordering::SeqCst) {
                true => Observation::NotSent { reason: "The journal failed first.".to_owned() },
                false => gateway.invite(&invitations, body).await,
            };
            Landing { batch, people, permit, generation, seen }
        });
        Ok(None)
    }

    #[cfg(test)]
    async fn send_without_intent(&self, body: Vec<u8>, picked: &[Picked]) -> Vec<u8> {
        use crate::simulation::Broken;
        let write_fails = self.journal.is_broken(Broken::SendsWithoutIntent) && self.journal.would_fail();
        if (write_fails || self.journal.is_broken(Broken::IntentAfterSend)) && !picked.is_empty() {
            let people: Vec<Invitation> = picked.iter().map(|one| one.invitation.clone()).collect();
            self.gateway.invite(&people, body.clone()).await;
        }
        body
    }

    /// Writes the intent. `None` when another window changed a row in between: pick anew.
    async fn claim(&self, picked: Vec<Picked>, body_sha256: String) -> Result<Option<Batch>, RunError> {
        let key = self.run.key;
        match self.on_disk(move |journal| journal.claim(key, &picked, &body_sha256)).await {
            Err(RunError::Halted(JournalError::Changed)) => Ok(None),
            claimed => claimed.map(Some),
        }
    }
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
}
