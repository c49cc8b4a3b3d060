//! The commands of what became of a run after its end.

use super::Answer;
use crate::dialogs;
use rollcall_app::App;
use rollcall_app::contract::*;
use tauri::State;

/// What became of the people whom a run invited, by the list as it is now.
#[tauri::command]
#[specta::specta]
pub async fn run_since(app: State<'_, App>, profile: String, run: String) -> Answer<RunSince> {
    app.run_since(profile, run).await
}

/// Makes a draft of exactly those of a run's people who stand so and have not accepted. Sends nothing.
#[tauri::command]
#[specta::specta]
pub async fn invite_again(
    app: State<'_, App>,
    profile: String,
    run: String,
    who: Vec<Afterwards>,
) -> Answer<DraftView> {
    app.invite_again(profile, run, who).await
}

/// Asks where to, and writes a list of those of a run's people there who stand so.
#[tauri::command]
#[specta::specta]
pub async fn save_since(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    run: String,
    who: Vec<Afterwards>,
    format: ReportFormat,
) -> Answer<Option<String>> {
    dialogs::save_since(&app, &window, profile, run, who, format).await
}
