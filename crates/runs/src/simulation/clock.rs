//! A clock that stands still until it is told, and a wall clock that lies.

use crate::clock::{Clock, Steady};
use async_trait::async_trait;
use jiff::Timestamp;
use std::sync::{Arc, Mutex};
use std::time::Duration;

const BEGINNING: i64 = 1_795_000_000;
/// More than all waits of any trial together.
const LONGEST: Duration = Duration::from_secs(100 * 86_400);

#[derive(Default)]
pub(crate) struct SimClock {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    passed: Duration,
    boot: u32,
    booted_at: Duration,
    wall_is_off_by: i64,
}

impl SimClock {
    /// Time that truly passed since the simulation began.
    pub(crate) fn passed(&self) -> Duration {
        self.state.lock().expect("the clock").passed
    }

    /// The true date, which the server has and we may not.
    pub(crate) fn true_date(&self) -> Timestamp {
        Timestamp::from_second(BEGINNING + self.passed().as_secs() as i64).expect("a date")
    }

    pub(crate) fn advance(&self, time: Duration) {
        self.state.lock().expect("the clock").passed += time;
    }

    /// Somebody sets the wall clock.
    pub(crate) fn jump(&self, seconds: i64) {
        self.state.lock().expect("the clock").wall_is_off_by += seconds;
    }

    /// The machine starts anew: the steady clock begins at zero.
    pub(crate) fn reboot(&self) {
        let mut state = self.state.lock().expect("the clock");
        state.boot += 1;
        state.booted_at = state.passed;
    }
}

/// The clock of a process that begins now, on a machine whose boots can't be told apart.
pub(crate) struct ProcessClock {
    machine: Arc<SimClock>,
    epoch: String,
    begun: Duration,
}

impl ProcessClock {
    pub(crate) fn begun_now(machine: &Arc<SimClock>, name: &str) -> Arc<dyn Clock> {
        let (epoch, begun) = (format!("process {name}"), machine.passed());
        Arc::new(Self { machine: Arc::clone(machine), epoch, begun })
    }
}

#[async_trait]
impl Clock for ProcessClock {
    fn wall(&self) -> Timestamp {
        self.machine.wall()
    }

    fn steady(&self) -> Steady {
        Steady { epoch: self.epoch.clone(), at: self.machine.passed() - self.begun }
    }

    async fn sleep(&self, duration: Duration) {
        self.machine.sleep(duration).await;
    }
}

#[async_trait]
impl Clock for SimClock {
    fn wall(&self) -> Timestamp {
        let state = self.state.lock().expect("the clock");
        let seconds = BEGINNING + state.passed.as_secs() as i64 + state.wall_is_off_by;
        Timestamp::from_second(seconds).expect("a date")
    }

    fn steady(&self) -> Steady {
        let state = self.state.lock().expect("the clock");
        Steady { epoch: format!("boot-{}", state.boot), at: state.passed - state.booted_at }
    }

    async fn sleep(&self, duration: Duration) {
        self.advance(duration);
        assert!(self.passed() < LONGEST, "somebody waits for ever");
        tokio::task::yield_now().await;
    }
}
