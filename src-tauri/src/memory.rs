//! What the C library on Linux does with the memory that it takes from the system. Rust's own allocator and the window's library both take
//! theirs from it.
//!
//! Here alone the project steps out of what Rust proves: two calls into C.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How many shares glibc may divide memory into for its threads. By itself it takes eight for each core, and keeps in each of them
/// what the largest piece of work took that ever ran there.
const SHARES: i32 = 2;

/// While the app is used, what became free is given back once in so long.
const PAUSE: Duration = Duration::from_secs(60);

/// Tells glibc how to divide memory; to be called before a second thread runs.
#[doc(hidden)]
#[expect(unsafe_code, reason = "a setting of the C library, made before a second thread runs")]
pub fn share() {
    // SAFETY: it takes two numbers and keeps no pointer. `main` alone calls this, as its first line: no other thread runs, and nothing
    // allocates meanwhile. A refusal changes nothing.
    let _ = unsafe { libc::mallopt(libc::M_ARENA_MAX, SHARES) };
}

/// Gives the system every page back in which nothing is kept. glibc does so by itself only at the end of a share, and pieces of
/// finished work lie between those that stay.
#[expect(unsafe_code, reason = "a call of the C library that takes no pointer")]
fn give_back() {
    // SAFETY: it takes a number, waits for each share as every allocation does, and touches nothing that is in use.
    let _ = unsafe { libc::malloc_trim(0) };
}

/// Gives memory back each minute while the app is used, and once more a minute after. At rest it does nothing at all.
#[derive(Clone, Default)]
pub(crate) struct Memory {
    was_used: Arc<AtomicBool>,
    waits: Arc<AtomicBool>,
}

impl Memory {
    /// The page asked for something, which takes memory for a while.
    pub(crate) fn used(&self) {
        self.used_then(PAUSE, give_back);
    }

    fn used_then(&self, pause: Duration, work: fn()) {
        self.was_used.store(true, Ordering::SeqCst);
        if self.waits.swap(true, Ordering::SeqCst) {
            return;
        }
        let memory = self.clone();
        tauri::async_runtime::spawn(async move {
            while memory.goes_on() {
                tokio::time::sleep(pause).await;
                work();
            }
        });
    }

    /// Whether there was a use since this was asked last. If not, the next use begins anew.
    fn goes_on(&self) -> bool {
        let is_used = || self.was_used.swap(false, Ordering::SeqCst);
        if is_used() {
            return true;
        }
        self.waits.store(false, Ordering::SeqCst);
        // One that came in between found somebody waiting.
        is_used() && !self.waits.swap(true, Ordering::SeqCst)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::hint::black_box;
    use std::sync::atomic::AtomicU32;

    const PIECES: usize = 256 * 1024;

    /// Megabytes of this process that are in no file.
    fn held() -> usize {
        let status = std::fs::read_to_string("/proc/self/status").expect("the state of this process");
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).expect("its memory");
        line.trim().trim_end_matches(" kB").parse::<usize>().expect("a number") / 1024
    }

    #[test]
    fn what_lies_free_between_pieces_that_stay_is_given_back() {
        let mut pieces: Vec<Option<Vec<u8>>> = (0..PIECES).map(|_| Some(black_box(vec![1; 1000]))).collect();
        let full = held();
        for (at, piece) in pieces.iter_mut().enumerate() {
            if at % 1024 != 0 {
                *piece = None;
            }
        }
        let kept = held();
        give_back();
        let left = held();
        assert!(full > 200, "{full} MB were in use");
        assert!(kept > full / 2, "the C library keeps them by itself: {kept} of {full} MB");
        assert!(left < full / 4, "{left} of {full} MB are left");
        assert_eq!(pieces.iter().flatten().map(|piece| piece.len()).sum::<usize>(), PIECES / 1024 * 1000);
    }

    static GIVEN: AtomicU32 = AtomicU32::new(0);

    #[test]
    fn it_is_given_back_once_in_a_pause_as_long_as_the_app_is_used_and_again_when_it_is_used_again() {
        let (memory, pause) = (Memory::default(), Duration::from_millis(200));
        let give = || {
            GIVEN.fetch_add(1, Ordering::SeqCst);
        };
        let until = |expected| {
            while GIVEN.load(Ordering::SeqCst) < expected {
                std::thread::sleep(Duration::from_millis(5));
            }
        };
        memory.used_then(pause, give);
        assert_eq!(GIVEN.load(Ordering::SeqCst), 0, "not at once");
        until(1);
        std::thread::sleep(pause * 2);
        assert_eq!(GIVEN.load(Ordering::SeqCst), 1, "nothing waits when nothing is used");
        memory.used_then(pause, give);
        std::thread::sleep(pause / 2);
        (0..50).for_each(|_| memory.used_then(pause, give));
        until(3);
        std::thread::sleep(pause * 2);
        assert_eq!(
            GIVEN.load(Ordering::SeqCst),
            3,
            "what was used meanwhile is given back after another pause"
        );
    }
}
