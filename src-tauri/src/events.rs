//! Carries the app's events to the page, on a line of its own.
//!
//! Not through the shell's events: a page that may listen to those may listen to all of them, and the
//! shell's own event of a drop holds the paths of the files.

use rollcall_app::App;
use rollcall_app::contract::{AppError, AppEvent};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::ipc::Channel;

/// Which page listens: a page that was loaded anew takes the line over.
#[derive(Clone, Default)]
pub(crate) struct Line {
    turn: Arc<AtomicU64>,
    /// What came before there was anybody to tell it to.
    early: Arc<Mutex<Vec<AppEvent>>>,
}

impl Line {
    /// Whether a page ever asked for it.
    pub(crate) fn is_followed(&self) -> bool {
        self.turn.load(Ordering::SeqCst) > 0
    }

    /// Tells something that the page has to hear even if it is not there yet.
    pub(crate) fn tell(&self, app: &App, event: AppEvent) {
        let mut early = self.early.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_followed() { app.announce(event) } else { early.push(event) }
    }
}

impl Line {
    /// A page takes the line over, and with it what nobody heard.
    fn taken_over(&self) -> (u64, Vec<AppEvent>) {
        let mut early = self.early.lock().unwrap_or_else(PoisonError::into_inner);
        (self.turn.fetch_add(1, Ordering::SeqCst) + 1, std::mem::take(&mut early))
    }
}

fn send(channel: &Channel<AppEvent>, event: AppEvent) {
    if let Err(problem) = channel.send(event) {
        tracing::warn!(%problem, "an event did not reach the page");
    }
}

/// Sends everything that happens from now on through `channel`, until a newer page asks for it.
pub(crate) fn follow(app: &App, line: &Line, channel: Channel<AppEvent>) -> Result<(), AppError> {
    // Before the line is taken over: what is told from then on is heard here.
    let mut events = app.events();
    let (turn, early) = line.taken_over();
    for event in early {
        send(&channel, event);
    }
    let line = line.clone();
    tauri::async_runtime::spawn(async move {
        while let Some(event) = events.next().await {
            if line.turn.load(Ordering::SeqCst) != turn {
                return;
            }
            send(&channel, event);
        }
    });
    Ok(())
}
