//! Whether a token that only a person can replace lasts as long as a run.

use super::line::Line;
use super::{concurrency, quiet};
use crate::connect::in_words;
use crate::contract::{AppError, ErrorCode, SendMode};
use jiff::{SignedDuration, Timestamp};
use rollcall_core::sentence;
use std::time::Duration;

/// From a call to its answer, on a platform that takes its time.
const ANSWER: Duration = Duration::from_secs(2);
/// A token is no good for what begins in its last minute.
const MARGIN: SignedDuration = SignedDuration::from_mins(1);

/// What is left to do of a run.
pub(super) struct Work {
    /// Calls to make.
    pub(super) calls: usize,
    /// Whether somebody has to be looked up.
    pub(super) unclear: bool,
}

impl Work {
    /// What is done until a person is asked again.
    pub(super) fn until_asked(self, mode: SendMode) -> Self {
        match mode {
            SendMode::OneThenPause => Self { calls: self.calls.min(1), ..self },
            SendMode::All => self,
        }
    }
}

/// How fast calls are made.
struct Pace {
    per_minute: u32,
    concurrency: usize,
    quiet: Duration,
}

impl Line {
    /// Refuses work that would not be done before the token ends, where no other one comes without a person.
    pub(super) fn refuse_if_the_token_ends_first(&self, work: &Work) -> Result<(), AppError> {
        let (client, profile) = self.connected();
        let known = client.token_expires_at().filter(|_| !client.renews_token());
        let Some(ends) = known else { return Ok(()) };
        let facts = client.facts();
        let pace = Pace {
            per_minute: profile.tuning.per_minute.unwrap_or(facts.per_minute).min(facts.per_minute),
            concurrency: concurrency(profile, &facts),
            quiet: quiet(profile),
        };
        judge(work, &pace, Timestamp::now(), ends)
    }
}

// The calls at the pace of the key, or at that of the answers where those are slower:
// max(calls / calls a minute, calls x 2 s / calls at once). Whoever is unclear is looked up after the quiet time
// at the earliest. It is no promise: a token that ends on the way is met like any that is refused.
fn lasts(work: &Work, pace: &Pace) -> Duration {
    // No run has more calls than a u32 holds.
    let calls = u32::try_from(work.calls).unwrap_or(u32::MAX);
    let spaced = Duration::from_secs(60) * calls / pace.per_minute.max(1);
    let answered = ANSWER * calls / u32::try_from(pace.concurrency).unwrap_or(1).max(1);
    let looked_up = if work.unclear { pace.quiet } else { Duration::ZERO };
    spaced.max(answered).max(looked_up)
}

fn judge(work: &Work, pace: &Pace, now: Timestamp, ends: Timestamp) -> Result<(), AppError> {
    let lasts = SignedDuration::try_from(lasts(work, pace)).unwrap_or(SignedDuration::MAX);
    let done = now.saturating_add(lasts).unwrap_or(Timestamp::MAX);
    if ends.saturating_sub(MARGIN).unwrap_or(Timestamp::MIN) >= done {
        return Ok(());
    }
    let (ends, done) = (in_words(ends), in_words(done));
    Err(AppError::new(
        ErrorCode::TokenEnds,
        sentence!(
            "The token of this connection ends at {ends}, and sending would take until about {done}. Nothing was sent. Paste a new token in the connection, then send.",
            ends = ends,
            done = done
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PACE: Pace = Pace { per_minute: 60, concurrency: 4, quiet: Duration::from_secs(360) };

    fn calls(calls: usize) -> Work {
        Work { calls, unclear: false }
    }

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_790_000_000 + 60 * minutes).expect("a time")
    }

    #[test]
    fn a_run_lasts_as_long_as_its_calls_at_the_slower_of_two_paces() {
        assert_eq!(lasts(&calls(120), &PACE), Duration::from_secs(120), "60 calls a minute");
        let one_by_one = Pace { concurrency: 1, ..PACE };
        assert_eq!(lasts(&calls(120), &one_by_one), Duration::from_secs(240), "two seconds each");
        let unclear = Work { calls: 1, unclear: true };
        assert_eq!(lasts(&unclear, &PACE), PACE.quiet, "somebody is looked up after the quiet time");
        assert_eq!(lasts(&calls(usize::MAX), &PACE).as_secs(), u64::from(u32::MAX), "and nothing overflows");
    }

    #[test]
    fn a_token_has_to_last_a_minute_longer_than_the_run() {
        assert!(judge(&calls(600), &PACE, at(0), at(11)).is_ok());
        let refused = judge(&calls(600), &PACE, at(0), at(10)).expect_err("it would end a minute too early");
        assert_eq!(refused.code, ErrorCode::TokenEnds);
        let both = "ends at 2026-09-21 14:23 UTC, and sending would take until about 2026-09-21 14:23 UTC";
        assert!(refused.message.contains(both), "{refused}");
        assert!(judge(&calls(1), &PACE, at(0), at(-5)).is_err(), "a token that has ended serves no call");
    }

    #[test]
    fn of_a_run_that_pauses_after_one_call_only_that_call_counts() {
        assert_eq!(calls(600).until_asked(SendMode::OneThenPause).calls, 1);
        assert_eq!(calls(600).until_asked(SendMode::All).calls, 600);
    }
}
