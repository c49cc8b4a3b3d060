//! How a person stops a run that is being sent.

use crate::clock::Clock;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;
use tokio::sync::Notify;

const GO: u8 = 0;
const PAUSE: u8 = 1;
const CANCEL: u8 = 2;

/// A handle on a run that is being sent. Clones are the same handle.
///
/// Both wishes start no more calls and let the one under way come to its end; waiting ends at once.
#[derive(Clone, Debug, Default)]
pub struct Control {
    wish: Arc<AtomicU8>,
    changed: Arc<Notify>,
}

/// What a person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    Pause,
    Cancel,
}

impl Control {
    /// A handle with no wish yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Stop for now; the run shows as paused.
    pub fn pause(&self) {
        // A wish to stop altogether is not weakened.
        let _ = self.wish.compare_exchange(GO, PAUSE, Ordering::SeqCst, Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    /// Stop; the run shows as stopped. What was not sent stays ready until somebody calls it off.
    pub fn cancel(&self) {
        self.wish.store(CANCEL, Ordering::SeqCst);
        self.changed.notify_waiters();
    }

    pub(crate) fn wish(&self) -> Option<Wish> {
        match self.wish.load(Ordering::SeqCst) {
            PAUSE => Some(Wish::Pause),
            CANCEL => Some(Wish::Cancel),
            _ => None,
        }
    }

    /// Waits so long, or until there is a wish.
    pub(crate) async fn wished_within(&self, clock: &dyn Clock, time: Duration) -> Option<Wish> {
        tokio::select! {
            biased;
            wish = self.wished() => Some(wish),
            () = clock.sleep(time) => None,
        }
    }

    /// Comes back when there is a wish.
    pub(crate) async fn wished(&self) -> Wish {
        loop {
            let changed = self.changed.notified();
            tokio::pin!(changed);
            // Listening begins before looking, so that a wish in between is not missed.
            changed.as_mut().enable();
            if let Some(wish) = self.wish() {
                return wish;
            }
            changed.await;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_wish_ends_a_wait_that_began_before_it() {
        let control = Control::new();
        let other = control.clone();
        let waiting = tokio::spawn(async move { other.wished().await });
        tokio::task::yield_now().await;
        control.pause();
        assert_eq!(waiting.await.expect("a wish"), Wish::Pause);
    }

    #[test]
    fn a_pause_does_not_weaken_a_stop() {
        let control = Control::new();
        control.cancel();
        control.pause();
        assert_eq!(control.wish(), Some(Wish::Cancel));
    }
}
