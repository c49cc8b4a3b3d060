//! Carries the app's events to the page, on a line of its own.
//!
//! Not through the shell's events: a page that may listen to those may listen to all of them, and the
//! shell's own event of a drop holds the paths of the files.

use rollcall_app::App;
use rollcall_app::contract::{AppError, AppEvent};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tauri::ipc::Channel;

/// Which page listens: a page that was loaded anew takes the line over.
#[derive(Clone, Default)]
pub(crate) struct Line(Arc<AtomicU64>);

impl Line {
    /// Whether a page ever asked for it.
    pub(crate) fn is_followed(&self) -> bool {
        self.0.load(Ordering::SeqCst) > 0
    }
}

/// Sends everything that happens from now on through `channel`, until a newer page asks for it.
pub(crate) fn follow(app: &App, line: &Line, channel: Channel<AppEvent>) -> Result<(), AppError> {
    let turn = line.0.fetch_add(1, Ordering::SeqCst) + 1;
    let (mut events, line) = (app.events(), line.clone());
    tauri::async_runtime::spawn(async move {
        while let Some(event) = events.next().await {
            if line.0.load(Ordering::SeqCst) != turn {
                return;
            }
            if let Err(problem) = channel.send(event) {
                tracing::warn!(%problem, "an event did not reach the page");
            }
        }
    });
    Ok(())
}
