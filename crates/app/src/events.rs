//! What happens without being asked for.

use crate::contract::AppEvent;
use tokio::sync::broadcast;

/// A stream of everything that happens from now on.
pub struct Events(broadcast::Receiver<AppEvent>);

impl Events {
    /// The next event; `None` once Rollcall has ended. Whoever listens too slowly misses events,
    /// never the newest: each of them only says to ask anew.
    pub async fn next(&mut self) -> Option<AppEvent> {
        loop {
            match self.0.recv().await {
                Ok(event) => return Some(event),
                Err(broadcast::error::RecvError::Lagged(_)) => {}
                Err(broadcast::error::RecvError::Closed) => return None,
            }
        }
    }
}

/// Tells whoever listens.
#[derive(Clone)]
pub(crate) struct Teller(broadcast::Sender<AppEvent>);

impl Teller {
    pub(crate) fn new() -> Self {
        Self(broadcast::Sender::new(256))
    }

    pub(crate) fn tell(&self, event: AppEvent) {
        // Nobody listening is fine: the command line asks instead.
        let _ = self.0.send(event);
    }

    pub(crate) fn listen(&self) -> Events {
        Events(self.0.subscribe())
    }
}
