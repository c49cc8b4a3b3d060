//! Carries the app's events to the page.

use rollcall_app::App;
use rollcall_app::contract::AppEvent;
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::AppHandle;
use tauri_specta::Event;

/// Something happened.
#[derive(Clone, Debug, Serialize, Deserialize, Type, Event)]
pub struct Happened(pub AppEvent);

/// Forwards every event for as long as the app lives.
pub(crate) fn forward(shell: AppHandle, app: &App) {
    let mut events = app.events();
    tauri::async_runtime::spawn(async move {
        while let Some(event) = events.next().await {
            if let Err(problem) = Happened(event).emit(&shell) {
                tracing::warn!(%problem, "an event did not reach the page");
            }
        }
    });
}
