//! How many calls a minute one subscription key makes, over all runs of this process that use it.
//!
//! The rate grows a little with every call that the gateway lets through and falls when the gateway says
//! that it is too much (additive increase, multiplicative decrease). A pause that the gateway asks for
//! holds every run of the key. The spacing between calls is governor's.

use crate::clock::Clock;
use governor::clock::Clock as Ticking;
use governor::middleware::NoOpMiddleware;
use governor::state::{InMemoryState, NotKeyed};
use governor::{Quota, RateLimiter};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

const MINUTE: Duration = Duration::from_secs(60);

/// Calls a minute that nothing needs: a platform that answers in 10 ms, asked by one after another.
const FASTEST: f64 = 6_000.0;
/// Growth with each call while the gateway has not yet said where its limit is.
const GROWTH_BEFORE: f64 = 0.1;
/// Calls a minute that each call adds once it has: so few that a limit is met about once in a minute.
const GROWTH_AFTER: f64 = 0.1;
/// What is left of the rate after a refusal, at least.
const DECREASE: f64 = 0.5;
/// A part of what got through in the last minute, which the rate does not fall below: a refusal right
/// after a minute of 300 calls says that the limit is near 300, and not at half of it.
const OF_LAST_MINUTE: f64 = 0.97;
/// How far the rate may run ahead of what got through in the last minute: where a limit is spent at once,
/// it must not have grown to no end by then.
const AHEAD: f64 = 2.0;
/// So long it takes until what got through says something.
const TELLING: Duration = Duration::from_secs(20);

/// The pace of one subscription key. Times are of the steady clock.
pub struct Limiter {
    clock: Ticks,
    state: Mutex<State>,
}

/// One call that may go out.
#[derive(Debug)]
pub(crate) struct Permit {
    refusals: u64,
}

/// Why a call has to wait for its turn, and how long.
#[derive(Debug)]
pub(crate) struct NotYet {
    pub wait: Duration,
    /// Whether the gateway asked for a pause, rather than that calls are spaced.
    pub paused: bool,
}

struct State {
    spacing: RateLimiter<NotKeyed, InMemoryState, Ticks, NoOpMiddleware<Duration>>,
    rate: f64,
    begin: f64,
    most: f64,
    /// Whether the gateway has said where its limit is.
    met: bool,
    /// How often the rate fell. A call that went out before the rate fell does not make it fall again.
    refusals: u64,
    /// Whether the last call had to wait for its turn: only then does the rate matter at all.
    waited: bool,
    first: Option<Duration>,
    /// When the calls of the last minute got through.
    through: VecDeque<Duration>,
    paused_until: Duration,
}

/// The steady clock, as governor asks for the time.
#[derive(Clone)]
struct Ticks(Arc<dyn Clock>);

impl Ticking for Ticks {
    type Instant = Duration;

    fn now(&self) -> Duration {
        self.0.steady().at
    }
}

impl Limiter {
    /// Begins at `per_minute` calls, or as fast as answers come, and never makes more than `most`.
    pub fn new(clock: Arc<dyn Clock>, per_minute: Option<u32>, most: Option<u32>) -> Self {
        let clock = Ticks(clock);
        let most = most.map_or(FASTEST, calls);
        let rate = per_minute.map_or(most, calls).min(most);
        let state = State {
            spacing: spaced(rate, &clock),
            rate,
            begin: rate,
            most,
            met: false,
            refusals: 0,
            waited: false,
            first: None,
            through: VecDeque::new(),
            paused_until: Duration::ZERO,
        };
        Self { clock, state: Mutex::new(state) }
    }

    /// Never more than `most` calls a minute from now on; `None` leaves it to the gateway.
    pub fn keep_to(&self, most: Option<u32>) {
        let mut state = self.state();
        state.most = most.map_or(FASTEST, calls);
        state.rate = state.rate.min(state.most);
    }

    /// Calls a minute just now.
    #[cfg(test)]
    fn per_minute(&self) -> u32 {
        // Never above FASTEST, so nothing is cut off but the fraction.
        self.state().rate as u32
    }

    /// Takes a call's turn, or says how long it is until there may be one.
    pub(crate) fn take(&self) -> Result<Permit, NotYet> {
        let now = self.clock.now();
        let mut state = self.state();
        if let Some(left) = state.paused_until.checked_sub(now).filter(|left| !left.is_zero()) {
            return Err(NotYet { wait: left, paused: true });
        }
        if let Err(until) = state.spacing.check() {
            state.waited = true;
            let wait = until.wait_time_from(now).max(Duration::from_millis(1));
            return Err(NotYet { wait, paused: false });
        }
        // A new rate holds from one call to the next: anew in between, the wait so far would be forgotten.
        state.spacing = spaced(state.rate, &self.clock);
        let _ = state.spacing.check();
        state.first.get_or_insert(now);
        Ok(Permit { refusals: state.refusals })
    }

    /// The gateway let the call through, whatever the platform made of it.
    pub(crate) fn got_through(&self) {
        let now = self.clock.now();
        let mut state = self.state();
        state.through.push_back(now);
        state.forget(now);
        if std::mem::take(&mut state.waited) {
            let more = if state.met { GROWTH_AFTER } else { state.rate * GROWTH_BEFORE };
            // The bound holds growth back and takes nothing away: after a pause little has got through.
            state.rate = (state.rate + more).min(state.bound(now)).max(state.rate);
        }
    }

    /// The gateway refused the call as one too many; nobody of this key makes one for `pause`.
    pub(crate) fn refused(&self, permit: &Permit, pause: Duration) {
        let now = self.clock.now();
        let mut state = self.state();
        state.paused_until = state.paused_until.max(now.saturating_add(pause));
        if permit.refusals != state.refusals {
            return;
        }
        state.refusals += 1;
        state.met = true;
        state.forget(now);
        let floor = OF_LAST_MINUTE * state.last_minute(now);
        let fallen = (state.rate * DECREASE).max(floor).min(state.rate);
        state.rate = fallen.clamp(1.0, state.most.max(1.0));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Nothing in here can be left half-changed by a panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn forget(&mut self, now: Duration) {
        while self.through.front().is_some_and(|at| now.saturating_sub(*at) >= MINUTE) {
            self.through.pop_front();
        }
    }

    /// What the rate may grow to.
    fn bound(&self, now: Duration) -> f64 {
        if self.known(now) < TELLING {
            return self.most;
        }
        (AHEAD * self.last_minute(now)).max(self.begin).min(self.most)
    }

    /// How long calls have been made, up to a minute.
    fn known(&self, now: Duration) -> Duration {
        now.saturating_sub(self.first.unwrap_or(now)).clamp(Duration::from_secs(1), MINUTE)
    }

    /// Calls that got through in the last minute; reckoned up to a minute where fewer seconds are known.
    fn last_minute(&self, now: Duration) -> f64 {
        let known = self.known(now);
        let through = u32::try_from(self.through.len()).unwrap_or(u32::MAX);
        f64::from(through) * MINUTE.as_secs_f64() / known.as_secs_f64()
    }
}

fn calls(per_minute: u32) -> f64 {
    f64::from(per_minute).clamp(1.0, FASTEST)
}

fn spaced(rate: f64, clock: &Ticks) -> RateLimiter<NotKeyed, InMemoryState, Ticks, NoOpMiddleware<Duration>> {
    let period = MINUTE.div_f64(rate.clamp(1.0, FASTEST));
    // Never zero, so there always is a quota.
    let quota = Quota::with_period(period).unwrap_or(Quota::per_minute(std::num::NonZeroU32::MIN));
    RateLimiter::direct_with_clock(quota, clock.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulation::SimClock;

    /// A gateway that lets `calls` through in any span of `seconds`.
    struct Gateway {
        calls: usize,
        span: Duration,
        through: VecDeque<Duration>,
    }

    impl Gateway {
        fn of(calls: usize, seconds: u64) -> Self {
            Self { calls, span: Duration::from_secs(seconds), through: VecDeque::new() }
        }

        /// `Err` is what `Retry-After` says, in whole seconds.
        fn call(&mut self, now: Duration) -> Result<(), Duration> {
            while self.through.front().is_some_and(|at| now - *at >= self.span) {
                self.through.pop_front();
            }
            if self.through.len() < self.calls {
                self.through.push_back(now);
                return Ok(());
            }
            Err(Duration::from_secs((self.through[0] + self.span - now).as_secs() + 1))
        }
    }

    /// How many calls got through and how many did not, in `minutes`.
    fn minutes(limiter: &Limiter, clock: &SimClock, gateway: &mut Gateway, minutes: u64) -> (u32, u32) {
        let end = clock.passed() + MINUTE * u32::try_from(minutes).expect("few");
        let (mut through, mut refused) = (0, 0);
        while clock.passed() < end {
            match limiter.take() {
                Err(not_yet) => clock.advance(not_yet.wait),
                Ok(permit) => match gateway.call(clock.passed()) {
                    Ok(()) => {
                        through += 1;
                        limiter.got_through();
                    }
                    Err(wait) => {
                        refused += 1;
                        limiter.refused(&permit, wait);
                    }
                },
            }
        }
        (through, refused)
    }

    fn begun(per_minute: Option<u32>, most: Option<u32>) -> (Limiter, Arc<SimClock>) {
        let clock = Arc::new(SimClock::default());
        (Limiter::new(Arc::clone(&clock) as Arc<dyn Clock>, per_minute, most), clock)
    }

    #[test]
    fn nearly_all_that_a_gateway_allows_is_used_and_hardly_a_call_is_wasted() {
        for begin in [30, 60, 120, 300, 600] {
            let (limiter, clock) = begun(Some(begin), None);
            let mut gateway = Gateway::of(300, 60);
            minutes(&limiter, &clock, &mut gateway, 2);
            let (through, refused) = minutes(&limiter, &clock, &mut gateway, 10);
            assert!(through >= 2_850, "{through} of 3,000 from {begin}");
            assert!(refused * 50 <= through, "{refused} of {through} were wasted, from {begin}");
        }
    }

    #[test]
    fn a_platform_without_a_limit_is_asked_ever_faster_and_one_with_a_bound_never_faster() {
        let (free, clock) = begun(Some(120), None);
        minutes(&free, &clock, &mut Gateway::of(usize::MAX, 1), 3);
        assert!(free.per_minute() > 2_000, "{}", free.per_minute());
        let (bound, clock) = begun(Some(120), Some(150));
        let (through, _) = minutes(&bound, &clock, &mut Gateway::of(usize::MAX, 1), 4);
        assert!(through <= 601, "{through} in four minutes at 150");
        bound.keep_to(Some(30));
        let (through, _) = minutes(&bound, &clock, &mut Gateway::of(usize::MAX, 1), 2);
        assert!(through <= 62, "{through} in two minutes at 30");
    }

    #[test]
    fn calls_that_were_under_way_when_the_rate_fell_do_not_make_it_fall_again() {
        let (limiter, clock) = begun(Some(600), None);
        let permits: Vec<Permit> = std::iter::from_fn(|| {
            clock.advance(Duration::from_secs(1));
            limiter.take().ok()
        })
        .take(4)
        .collect();
        limiter.refused(&permits[0], Duration::from_secs(1));
        let fallen = limiter.per_minute();
        assert!(fallen < 600);
        permits[1..].iter().for_each(|permit| limiter.refused(permit, Duration::from_secs(5)));
        assert_eq!(limiter.per_minute(), fallen);
        clock.advance(Duration::from_secs(4));
        assert!(limiter.take().is_err(), "the longest pause holds");
        clock.advance(Duration::from_secs(1));
        assert!(limiter.take().is_ok());
    }

    #[test]
    fn calls_are_spaced_and_do_not_come_in_bursts() {
        let (limiter, clock) = begun(Some(60), None);
        assert!(limiter.take().is_ok());
        let wait = limiter.take().expect_err("a burst").wait;
        assert!(wait > Duration::from_millis(900) && wait <= Duration::from_secs(1), "{wait:?}");
        clock.advance(Duration::from_secs(600));
        assert!(limiter.take().is_ok());
        assert!(limiter.take().is_err(), "an idle hour saves up no calls");
    }
}
