//! Named points at which a test ends the process, as a power cut would, or fills the disk.
//!
//! Compiled into debug builds alone. `ROLLCALL_END_AT=claimed:3` ends the process with SIGKILL when it
//! comes to the point `claimed` for the third time; without a number it is the first. After
//! `ROLLCALL_DISK_FULL_AFTER=5` every transaction of the journal but the first five fails.

/// What a run passes on its way, in the order of one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    /// A run is about to be committed.
    RunUncommitted,
    /// A run is in the journal, and nobody sends it yet.
    RunWritten,
    /// What an earlier sender left behind was put right.
    Recovered,
    /// The intent is written and not committed.
    ClaimUncommitted,
    /// The intent is on disk; no byte has gone out.
    Claimed,
    /// The answer is here and not written down.
    Answered,
    /// What the answer proves is written and not committed.
    RecordUncommitted,
    /// What the answer proves is on disk.
    Recorded,
    /// A complete list was read; nothing is settled on it.
    ListRead,
    /// What the list proves is written and not committed.
    SettleUncommitted,
    /// What the list proves is on disk.
    Settled,
    /// The run's end is about to be noted.
    Ending,
}

#[cfg(debug_assertions)]
impl Point {
    fn name(self) -> &'static str {
        match self {
            Self::RunUncommitted => "run-uncommitted",
            Self::RunWritten => "run-written",
            Self::Recovered => "recovered",
            Self::ClaimUncommitted => "claim-uncommitted",
            Self::Claimed => "claimed",
            Self::Answered => "answered",
            Self::RecordUncommitted => "record-uncommitted",
            Self::Recorded => "recorded",
            Self::ListRead => "list-read",
            Self::SettleUncommitted => "settle-uncommitted",
            Self::Settled => "settled",
            Self::Ending => "ending",
        }
    }
}

/// The run came to `point`. Does not return where a test wants the process to end here.
#[cfg(debug_assertions)]
pub(crate) fn reached(point: Point) {
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicU32, Ordering};
    static WANTED: LazyLock<Option<(String, u32)>> = LazyLock::new(|| {
        let wanted = std::env::var("ROLLCALL_END_AT").ok()?;
        let (name, time) = wanted.split_once(':').unwrap_or((wanted.as_str(), "1"));
        Some((name.to_owned(), time.parse().ok()?))
    });
    static TIMES: AtomicU32 = AtomicU32::new(0);
    if let Some((name, time)) = WANTED.as_ref()
        && name == point.name()
        && TIMES.fetch_add(1, Ordering::SeqCst) + 1 == *time
    {
        end();
    }
}

#[cfg(not(debug_assertions))]
pub(crate) fn reached(_: Point) {}

/// Whether the journal's next transaction has to fail as on a full disk.
#[cfg(debug_assertions)]
pub(crate) fn disk_is_full() -> bool {
    use std::sync::LazyLock;
    use std::sync::atomic::{AtomicU32, Ordering};
    static ROOM: LazyLock<Option<u32>> =
        LazyLock::new(|| std::env::var("ROLLCALL_DISK_FULL_AFTER").ok()?.parse().ok());
    static WRITES: AtomicU32 = AtomicU32::new(0);
    ROOM.is_some_and(|room| WRITES.fetch_add(1, Ordering::SeqCst) >= room)
}

#[cfg(not(debug_assertions))]
pub(crate) fn disk_is_full() -> bool {
    false
}

/// Ends the process as nothing can catch.
#[cfg(all(debug_assertions, target_os = "linux"))]
fn end() {
    use rustix::process::{Signal, getpid, kill_process};
    let _ = kill_process(getpid(), Signal::KILL);
}

#[cfg(all(debug_assertions, not(target_os = "linux")))]
fn end() {
    std::process::abort();
}
