//! The sender: walks a run, a few calls at a time, and never past what the journal holds.

mod call;
mod control;
mod landing;
mod look;
mod progress;
mod session;
mod walk;

pub use control::Control;
pub use progress::{Progress, RunEvent};

use crate::gateway::Gateway;
use crate::journal::{Journal, JournalError};
use crate::limiter::Limiter;
use crate::lock::SenderLock;
use crate::run::{PlatformIdentity, RunId};
use rollcall_core::phrase;
use serde::{Deserialize, Serialize};
use session::Session;
use std::sync::Arc;
use std::time::Duration;

/// How a run is sent.
#[derive(Clone)]
pub struct SendOptions {
    /// Send to one person, and pause when the outcome is written.
    pub one_then_pause: bool,
    /// Most people in a call; the platform's own limit holds as well.
    pub batch: usize,
    /// H + L: how late an effect may land after we gave up, and how much later it may show in the list.
    pub quiet: Duration,
    /// Most calls under way at once, from the moment when whole batches are sent.
    pub concurrency: usize,
    /// The pace of the subscription key, shared by all runs that use it; without one, as fast as answers come.
    pub limiter: Option<Arc<Limiter>>,
    /// Where the chance comes from by which waits are spread; `None` is anywhere.
    pub seed: Option<u64>,
}

impl Default for SendOptions {
    fn default() -> Self {
        Self {
            one_then_pause: false,
            batch: usize::MAX,
            quiet: Duration::from_secs(360),
            concurrency: 1,
            limiter: None,
            seed: None,
        }
    }
}

/// How a walk over a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunEnd {
    /// Every row ended.
    Finished,
    /// Nothing is left to send or look up, and some rows wait for a person.
    NeedsPeople,
    /// As asked; it goes on when somebody says so.
    Paused,
    /// It can be taken up again when the reason is gone.
    Stopped {
        /// Why, for programs.
        reason: StopReason,
        /// Why, for people.
        sentence: String,
    },
}

/// Why a run ended early.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum StopReason {
    /// Somebody asked for it.
    Asked,
    /// The gateway does not accept the subscription key.
    KeyRefused,
    /// The platform does not accept the sign-in, not even a fresh one.
    SignInRefused,
    /// A permission is missing.
    Forbidden,
    /// The platform answered with a redirect.
    Redirected,
    /// The platform can't be reached.
    Unreachable,
    /// Answer after answer leaves the outcome open.
    AnswersUnclear,
    /// Call after call is refused as a whole.
    CallsRefused,
    /// No complete list of people can be read.
    ListIncomplete,
    /// The list of people looks wrong, and a person has to look at it.
    ListHeld,
    /// People of this run have an attempt open in a run on another platform.
    OpenElsewhere,
}

/// Why a run could not be walked.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The run can't be opened.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The journal failed under way. Nothing was sent after that.
    #[error("{}", halted(.0))]
    Halted(#[source] JournalError),
    /// The run belongs to another platform.
    #[error(
        "This run was begun on another platform or for another part of it, so it is not taken up here. \
         Nothing was sent. Open the connection that it was begun with, or set this one back to what it was."
    )]
    OtherPlatform,
    /// Somebody else is signed in.
    #[error(
        "This run was begun by another signed-in account, so it is not taken up with this one. \
         Nothing was sent. Sign in as before."
    )]
    OtherSubject,
    /// The lock is not that of this journal.
    #[error("The lock of another connection was given, so nothing was sent.")]
    WrongLock,
    /// Another run is being sent with the same lock.
    #[error(
        "Another run of this connection is being sent. Nothing was sent of this one; wait for the other."
    )]
    AlreadySending,
    /// The program is ending.
    #[error("Rollcall is closing. Nothing more was sent; take the run up again.")]
    Closing,
}

fn halted(problem: &JournalError) -> String {
    let said = phrase!(
        "The run halted, because nothing is sent whose intent is not on disk. What is under way is looked up \
         when the run is taken up again."
    );
    format!("{said} {problem}")
}

/// Walks a run until every row ended or waits for a person, or until something stops it.
///
/// Rows that an earlier sender left in flight are looked up, not resent. Nothing is sent whose intent is
/// not on disk. Dropping the future is like ending the process: what was under way is looked up later.
///
/// # Errors
/// [`RunError`]; nothing is sent once it is known.
pub async fn send(
    journal: Arc<Journal>,
    lock: &SenderLock,
    gateway: Arc<dyn Gateway>,
    run: &RunId,
    options: SendOptions,
    control: Control,
    progress: impl Fn(RunEvent) + Send + Sync,
) -> Result<RunEnd, RunError> {
    if lock.path() != journal.lock_path() {
        return Err(RunError::WrongLock);
    }
    let _using = lock.begin_use().ok_or(RunError::AlreadySending)?;
    let mut session = Session::begin(journal, gateway, run, options, control, &progress).await?;
    let end = loop {
        let walked = session.walk().await;
        if let Some(end) = session.end(walked).await.transpose() {
            break end;
        }
    };
    match &end {
        // The sentence may quote the platform, and the platform a person: the log gets the reason alone.
        Ok(RunEnd::Stopped { reason, .. }) => tracing::info!(%run, ?reason, "run stopped"),
        Ok(end) => tracing::info!(%run, ?end, "run walked"),
        Err(error) => tracing::error!(%run, %error, "run halted"),
    }
    end
}

/// A run is taken up again only where it was begun, and by the same caller.
fn same_place(begun: &PlatformIdentity, now: &PlatformIdentity) -> Result<(), RunError> {
    if begun.base != now.base {
        return Err(RunError::OtherPlatform);
    }
    // Where the sign-in told nothing at first, there is nothing to compare with.
    match &begun.subject {
        Some(_) if begun.subject != now.subject => Err(RunError::OtherSubject),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(base: &str, subject: Option<&str>) -> PlatformIdentity {
        PlatformIdentity { base: base.into(), subject: subject.map(Into::into) }
    }

    #[test]
    fn a_run_is_taken_up_only_where_and_by_whom_it_was_begun() {
        let begun = place("sandbox:", Some("ann"));
        assert!(same_place(&begun, &begun).is_ok());
        assert!(matches!(same_place(&begun, &place("other", Some("ann"))), Err(RunError::OtherPlatform)));
        assert!(matches!(same_place(&begun, &place("sandbox:", Some("bob"))), Err(RunError::OtherSubject)));
        assert!(matches!(same_place(&begun, &place("sandbox:", None)), Err(RunError::OtherSubject)));
        assert!(same_place(&place("sandbox:", None), &begun).is_ok());
    }
}
