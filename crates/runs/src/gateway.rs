//! What a run needs from the outside, and nothing more.

use crate::run::PlatformIdentity;
use async_trait::async_trait;
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, Invitation, Observation, RoleId, UserId};
use std::collections::HashMap;

/// One platform, as a signed-in caller reaches it.
#[async_trait]
pub trait Gateway: Send + Sync {
    /// Which platform and which caller. A run is taken up again only where it was begun.
    fn platform(&self) -> PlatformIdentity;

    /// What the platform description promises.
    fn facts(&self) -> Facts;

    /// The exact bytes of one call. The same people give the same bytes.
    fn body(&self, people: &[Invitation]) -> Vec<u8>;

    /// Sends one call for `people` **once**, with the `body` that [`Gateway::body`] gave for them: no retries, no
    /// redirects. Says what was observed and judges nothing.
    async fn invite(&self, people: &[Invitation], body: Vec<u8>) -> Observation;

    /// Gets a fresh bearer token. False where that can't be done.
    async fn renew_sign_in(&self) -> bool;

    /// Reads the whole list of people, beginning now: never one that was read earlier.
    ///
    /// # Errors
    /// [`ListProblem`] when the list is not complete or looks wrong.
    async fn complete_list(&self) -> Result<CompleteList, ListProblem>;
}

/// What a platform description promises, as far as it decides what may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Most people in one call.
    pub batch_limit: usize,
    /// Whether people who were invited and did not accept yet are listed.
    pub pending_listed: bool,
    /// Whether every invitation that this profile sends must show in its own list.
    pub visible_in_scope: bool,
    /// Whether inviting a pending person again starts their creation date anew.
    pub reinvite_restarts_creation_date: bool,
    /// What is left to be done once the platform said that it invited somebody.
    pub follow_up: FollowUp,
}

/// A call after an invitation that went well. After one that got no clear answer it was not made, or nobody knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUp {
    /// There is none.
    None,
    /// It gives the role that the row names, which a list shows.
    GivesRole,
    /// It does something that no list shows.
    Unseen,
}

/// A list of people of which every page was read, in a stable order, with the same total before and after.
pub struct CompleteList {
    /// When the first page was asked for.
    pub begun_at: Timestamp,
    /// Everyone listed.
    pub people: Box<dyn Listed>,
}

/// Looks people up in one complete list, wherever it is kept: a million people need not be in memory.
pub trait Listed: Send + Sync {
    /// The person with this address; `None` says that the list does not have them.
    ///
    /// # Errors
    /// A sentence when the list can't be read any more, which is never an absence.
    fn find(&self, email: &CanonicalEmail) -> Result<Option<ListedNow>, String>;
}

impl Listed for HashMap<CanonicalEmail, ListedNow> {
    fn find(&self, email: &CanonicalEmail) -> Result<Option<ListedNow>, String> {
        Ok(self.get(email).cloned())
    }
}

/// A person in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedNow {
    /// The platform's id.
    pub user_id: UserId,
    /// Creation date as listed, RFC 3339.
    pub created_at: Option<String>,
    /// How the account stands.
    pub state: AccountState,
    /// Roles held.
    pub role_ids: Vec<RoleId>,
}

/// Why a list proves nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListProblem {
    /// It could not be read to the end, or changed under way. Worth another try.
    Incomplete {
        /// A sentence for the person.
        reason: String,
    },
    /// It was read, and looks wrong: a person has to look at it first.
    Held {
        /// A sentence for the person.
        reason: String,
    },
}

impl ListProblem {
    /// The sentence.
    pub fn reason(&self) -> &str {
        match self {
            Self::Incomplete { reason } | Self::Held { reason } => reason,
        }
    }
}
