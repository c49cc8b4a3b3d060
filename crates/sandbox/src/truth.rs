//! What really happened: every request that arrived and every effect, for tests to compare with.

use crate::register::Effect;
use crate::state::hex;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap, VecDeque};
use uuid::Uuid;

/// Requests other than invite calls that are kept; older ones are only counted.
const KEPT: usize = 10_000;

/// Every request that the sandbox saw and every effect that it had.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroundTruth {
    /// Requests since the start, in the order of their arrival: all invite calls, and the latest 10,000 others.
    /// Those that the gateway turned away are here too.
    pub requests: Vec<SeenRequest>,
    /// Older requests that are no longer in `requests`. Never an invite call.
    pub forgotten: u64,
    /// How many `POST`s to the invite path arrived since the start, whatever became of them.
    pub posts: u64,
    /// Every effect, oldest first. With a state folder also those of earlier runs of the sandbox.
    pub effects: Vec<SeenEffect>,
}

/// One request that arrived whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenRequest {
    /// When it had arrived, by the machine's clock.
    pub at: Timestamp,
    /// Method, such as `POST`.
    pub method: String,
    /// Path without the query.
    pub path: String,
    /// Query without the question mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub query: Option<String>,
    /// SHA-256 of the body in lower-case hex; of nothing for an empty body.
    pub body_sha256: String,
    /// Status of the answer; nothing while it is being worked on, and where no whole answer came: the
    /// connection was reset, the answer was cut, or the client had hung up.
    pub status: Option<u16>,
}

/// One mail that went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SeenEffect {
    /// Address as the call wrote it.
    pub email: String,
    /// Account that was made or renewed.
    pub user_id: Uuid,
    /// When it happened, by the machine's clock.
    pub at: Timestamp,
    /// Which effect on this account it was, from 1.
    pub count: u32,
}

/// The record of requests.
#[derive(Default)]
pub(crate) struct Record {
    requests: BTreeMap<u64, SeenRequest>,
    droppable: VecDeque<u64>,
    next: u64,
    forgotten: u64,
    posts: u64,
}

impl Record {
    /// Notes a request that arrived, and returns its number.
    pub(crate) fn arrived(&mut self, request: SeenRequest, is_invite: bool) -> u64 {
        let number = self.next;
        self.next += 1;
        self.requests.insert(number, request);
        if is_invite {
            self.posts += 1;
            return number;
        }
        self.droppable.push_back(number);
        if self.droppable.len() > KEPT
            && let Some(oldest) = self.droppable.pop_front()
        {
            self.requests.remove(&oldest);
            self.forgotten += 1;
        }
        number
    }

    /// Notes what a request was answered.
    pub(crate) fn answered(&mut self, number: u64, status: u16) {
        if let Some(request) = self.requests.get_mut(&number) {
            request.status = Some(status);
        }
    }

    /// The record together with the effects.
    pub(crate) fn with(&self, effects: &[Effect]) -> GroundTruth {
        let mut counts: HashMap<Uuid, u32> = HashMap::new();
        let effects = effects
            .iter()
            .map(|effect| {
                let count = counts.entry(effect.user_id).or_default();
                *count += 1;
                let Effect { email, user_id, at, .. } = effect.clone();
                SeenEffect { email, user_id, at, count: *count }
            })
            .collect();
        let requests = self.requests.values().cloned().collect();
        GroundTruth { requests, forgotten: self.forgotten, posts: self.posts, effects }
    }
}

/// SHA-256 in lower-case hex.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(path: &str) -> SeenRequest {
        SeenRequest {
            at: Timestamp::UNIX_EPOCH,
            method: "GET".into(),
            path: path.into(),
            query: None,
            body_sha256: sha256(b""),
            status: None,
        }
    }

    #[test]
    fn lists_are_forgotten_in_time_and_invite_calls_never() {
        let mut record = Record::default();
        record.arrived(request("/first"), false);
        record.arrived(request("/invite"), true);
        for _ in 0..KEPT {
            record.arrived(request("/list"), false);
        }
        let truth = record.with(&[]);
        assert_eq!((truth.requests.len(), truth.forgotten, truth.posts), (KEPT + 1, 1, 1));
        assert_eq!(truth.requests[0].path, "/invite");
    }

    #[test]
    fn an_empty_body_has_the_hash_of_nothing() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
