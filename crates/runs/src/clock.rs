//! Two clocks: one for people, one that can be trusted.
//!
//! The wall clock is set, jumps, and differs between machines; it is for showing. Whether a quiet
//! time has passed is decided by the steady clock alone, which never jumps and goes on in sleep.

use async_trait::async_trait;
use jiff::Timestamp;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

/// A reading of the steady clock. Readings compare only within one epoch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Steady {
    /// Which run of the clock: one boot of the machine, or one process where boots can't be told apart.
    pub epoch: String,
    /// Time since the epoch began, time asleep included.
    pub at: Duration,
}

impl Steady {
    /// The time from `earlier` to this reading; `None` between epochs.
    pub fn since(&self, earlier: &Self) -> Option<Duration> {
        (self.epoch == earlier.epoch).then(|| self.at.saturating_sub(earlier.at))
    }

    /// How long ago a reading of another epoch was at least. One of an earlier boot was taken before this boot
    /// began. Processes with clocks of their own run side by side, and so do containers of one boot: of their
    /// readings nothing is known.
    pub(crate) fn since_other(&self, other: &Self) -> Duration {
        match (boot_of(&self.epoch), boot_of(&other.epoch)) {
            (Some(this), Some(that)) if this != that => self.at,
            _ => Duration::ZERO,
        }
    }
}

/// What the epoch of a process begins with; that of a boot begins with the boot's id.
const PROCESS: &str = "process";

/// The boot that an epoch is of, or of which it is a part; `None` for that of a process.
fn boot_of(epoch: &str) -> Option<&str> {
    epoch.split(' ').next().filter(|first| *first != PROCESS)
}

/// Both clocks, read together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// For people.
    pub wall: Timestamp,
    /// For decisions.
    pub steady: Steady,
}

/// Time, and waiting.
#[async_trait]
pub trait Clock: Send + Sync {
    /// The time to show.
    fn wall(&self) -> Timestamp;

    /// The time to decide by.
    fn steady(&self) -> Steady;

    /// Waits at least so long by the steady clock.
    async fn sleep(&self, duration: Duration);

    /// Both at once.
    fn stamp(&self) -> Stamp {
        Stamp { wall: self.wall(), steady: self.steady() }
    }
}

/// The clocks of the machine.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

#[async_trait]
impl Clock for SystemClock {
    fn wall(&self) -> Timestamp {
        Timestamp::now()
    }

    fn steady(&self) -> Steady {
        machine::steady()
    }

    async fn sleep(&self, duration: Duration) {
        // The runtime's timers stand still while the machine sleeps. Short naps make the wait end soon
        // after waking, as the countdown on the screen promised.
        const NAP: Duration = Duration::from_secs(5);
        let begun = Instant::now();
        let begun_steady = self.steady();
        loop {
            let passed = self.steady().since(&begun_steady).unwrap_or_else(|| begun.elapsed());
            match duration.checked_sub(passed) {
                Some(left) if !left.is_zero() => tokio::time::sleep(left.min(NAP)).await,
                _ => return,
            }
        }
    }
}

#[cfg(target_os = "linux")]
mod machine {
    use super::*;
    use rustix::time::{ClockId, clock_gettime};

    /// The boot's id. Containers may shift the clock within one boot, so the time namespace belongs to it.
    static BOOT: LazyLock<Option<String>> = LazyLock::new(|| {
        let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
        let namespace = std::fs::read_link("/proc/self/ns/time").unwrap_or_default();
        Some(format!("{} {}", boot.trim(), namespace.display()))
    });

    pub(super) fn steady() -> Steady {
        let Some(boot) = BOOT.as_ref() else { return process_clock() };
        let now = clock_gettime(ClockId::Boottime);
        let whole = u64::try_from(now.tv_sec).unwrap_or_default();
        let part = u32::try_from(now.tv_nsec).unwrap_or_default();
        Steady { epoch: boot.clone(), at: Duration::new(whole, part) }
    }
}

#[cfg(not(target_os = "linux"))]
mod machine {
    use super::*;

    pub(super) fn steady() -> Steady {
        process_clock()
    }
}

/// Where boots can't be told apart, each process is an epoch: a quiet time then begins anew with each
/// start, which is longer than needed and never too short.
fn process_clock() -> Steady {
    static BEGUN: LazyLock<(String, Instant)> =
        LazyLock::new(|| (format!("{PROCESS} {}", uuid::Uuid::new_v4()), Instant::now()));
    Steady { epoch: BEGUN.0.clone(), at: BEGUN.1.elapsed() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steady_clock_keeps_its_epoch_and_does_not_go_back() {
        let first = SystemClock.steady();
        let second = SystemClock.steady();
        assert_eq!(first.epoch, second.epoch);
        assert!(second.at >= first.at);
        assert_eq!(process_clock().epoch, process_clock().epoch);
    }

    #[test]
    fn readings_of_two_boots_do_not_compare() {
        let before = Steady { epoch: "a".into(), at: Duration::from_secs(1) };
        let after = Steady { epoch: "b".into(), at: Duration::from_secs(900) };
        assert_eq!(after.since(&before), None);
    }

    #[test]
    fn a_reading_of_another_boot_is_as_old_as_this_boot_and_of_other_epochs_nothing_is_known() {
        let at = |epoch: &str| Steady { epoch: epoch.into(), at: Duration::from_secs(900) };
        assert_eq!(at("b time:[1]").since_other(&at("a time:[1]")), Duration::from_secs(900));
        assert_eq!(at("a time:[2]").since_other(&at("a time:[1]")), Duration::ZERO, "two containers");
        assert_eq!(at("process 2").since_other(&at("process 1")), Duration::ZERO);
        assert_eq!(at("a time:[1]").since_other(&at("process 1")), Duration::ZERO);
        assert_eq!(at("process 1").since_other(&at("a time:[1]")), Duration::ZERO);
        assert_eq!(boot_of(&process_clock().epoch), None);
    }
}
