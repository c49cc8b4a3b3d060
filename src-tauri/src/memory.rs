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

/// So long after the first use what became free is given back, once for all that was done meanwhile.
const PAUSE: Duration = Duration::from_secs(60);

/// Tells glibc how to divide memory; to be called before a second thread runs.
#[expect(unsafe_code, reason = "a setting of the C library, made before a second thread runs")]
pub fn share() {
    // SAFETY: it takes two numbers, keeps no pointer, and nothing else runs yet. A refusal changes nothing.
    let _ = unsafe { libc::mallopt(libc::M_ARENA_MAX, SHARES) };
}

/// Gives the system every page back in which nothing is kept. glibc does so by itself only at the end of a share, and pieces of
/// finished work lie between those that stay.
#[expect(unsafe_code, reason = "a call of the C library that takes no pointer")]
fn give_back() {
    // SAFETY: it takes a number, waits for each share as every allocation does, and touches nothing that is in use.
    let _ = unsafe { libc::malloc_trim(0) };
}

/// Gives memory back now and then while the app is used. At rest it does nothing at all.
#[derive(Clone, Default)]
pub(crate) struct Memory {
    is_due: Arc<AtomicBool>,
}

impl Memory {
    /// The page asked for something, which takes memory for a while.
    pub(crate) fn used(&self) {
        self.once_after(PAUSE, give_back);
    }

    fn once_after(&self, pause: Duration, work: impl FnOnce() + Send + 'static) {
        if self.is_due.swap(true, Ordering::SeqCst) {
            return;
        }
        let is_due = Arc::clone(&self.is_due);
        tauri::async_runtime::spawn(async move {
            tokio::time::sleep(pause).await;
            is_due.store(false, Ordering::SeqCst);
            work();
        });
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

    #[test]
    fn many_uses_within_a_pause_give_back_once_and_a_later_one_again() {
        let (memory, given) = (Memory::default(), Arc::new(AtomicU32::new(0)));
        let rounds = |expected| {
            for _ in 0..100 {
                let given = Arc::clone(&given);
                memory.once_after(Duration::from_millis(200), move || {
                    given.fetch_add(1, Ordering::SeqCst);
                });
            }
            assert_eq!(given.load(Ordering::SeqCst), expected - 1, "not at once");
            while given.load(Ordering::SeqCst) < expected {
                std::thread::sleep(Duration::from_millis(5));
            }
        };
        rounds(1);
        rounds(2);
        std::thread::sleep(Duration::from_millis(300));
        assert_eq!(given.load(Ordering::SeqCst), 2, "nothing waits when nothing is used");
    }
}
