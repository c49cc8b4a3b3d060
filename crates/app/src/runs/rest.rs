//! Use cases: how many runs are being sent here, and bringing all of them to rest.

use crate::{App, locked};
use std::sync::atomic::Ordering;
use std::time::Duration;

impl App {
    /// How many runs this process is sending, over all connections.
    pub fn runs_under_way(&self) -> u32 {
        self.inner.runs_under_way.load(Ordering::SeqCst)
    }

    /// Starts no more calls in any run, and waits until what is under way has ended by itself.
    pub async fn bring_to_rest(&self) {
        let mut events = self.events();
        while self.runs_under_way() > 0 {
            // Again each time: a run may have been begun since.
            self.stop_every_run().await;
            // A missed event must not wait for ever.
            let _ = tokio::time::timeout(Duration::from_millis(500), events.next()).await;
        }
    }

    async fn stop_every_run(&self) {
        for platform in self.inner.platforms.lock().await.values() {
            for sending in locked(&platform.sending).values() {
                sending.control.cancel();
            }
        }
    }
}
