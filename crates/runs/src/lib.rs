//! The journal of invitations, the verdicts, and the sender that walks it: neither lost nor twice.
//!
//! The platform offers no idempotency key, so "exactly once" can't be promised. This can: a row is
//! never sent again without proof that the first try did nothing, and no row ends without an
//! outcome. [`state`](RowState) holds every legal move, [`verdict`] every judgement of what was
//! observed, [`settle`] what a list of people proves, [`Journal`] what is on disk, and [`send`]
//! walks it. The outside is known only as a [`Gateway`].

mod clock;
mod gateway;
mod journal;
mod limiter;
mod lock;
mod pace;
mod points;
mod run;
mod sender;
pub mod settle;
mod state;
pub mod verdict;

#[cfg(test)]
mod simulation;

pub use clock::{Clock, Stamp, Steady, SystemClock};
pub use gateway::{CompleteList, Facts, FollowUp, Gateway, ListProblem, Listed, ListedNow};
pub use journal::{Journal, JournalError, Mark};
pub use limiter::Limiter;
pub use lock::{HeldBy, Holder, LockProblem, SenderLock, holder};
pub use pace::call_sizes;
pub use run::{
    Decision, InvitedLast, NewRow, NewRun, Pause, PlatformIdentity, RowEvent, RowFilter, RowWindow, RunId,
    RunOfPerson, RunRow, RunState, RunSummary,
};
pub use sender::{Control, Progress, RunEnd, RunError, RunEvent, SendOptions, StopReason, send};
pub use state::{IllegalMove, MAX_ATTEMPTS, RowState, Step};
