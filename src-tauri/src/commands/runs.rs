//! The commands of runs.

use super::Answer;
use crate::dialogs;
use rollcall_app::App;
use rollcall_app::contract::*;
use tauri::State;

/// Writes the checked plan into the journal and begins to send it.
#[tauri::command]
#[specta::specta]
pub async fn start_run(app: State<'_, App>, draft: String, mode: SendMode) -> Answer<RunView> {
    app.start_run(draft, mode).await
}

/// Goes on with a run that waits or was stopped.
#[tauri::command]
#[specta::specta]
pub async fn go_on(app: State<'_, App>, profile: String, run: String, mode: SendMode) -> Answer<RunView> {
    app.go_on(profile, run, mode).await
}

/// Starts no more calls; what is under way ends by itself.
#[tauri::command]
#[specta::specta]
pub async fn stop_run(app: State<'_, App>, profile: String, run: String) -> Answer<RunView> {
    app.stop_run(profile, run).await
}

/// All runs of a connection, newest first.
#[tauri::command]
#[specta::specta]
pub async fn list_runs(app: State<'_, App>, profile: String) -> Answer<Vec<RunView>> {
    app.list_runs(profile).await
}

/// A run as it stands.
#[tauri::command]
#[specta::specta]
pub async fn run_view(app: State<'_, App>, profile: String, run: String) -> Answer<RunView> {
    app.run_view(profile, run).await
}

/// A window of a run's rows, in these states or in all; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn run_rows(
    app: State<'_, App>,
    profile: String,
    run: String,
    states: Vec<RowState>,
    offset: u32,
    limit: u32,
) -> Answer<RunRows> {
    app.run_rows(profile, run, states, offset, limit).await
}

/// Takes a person's word on a row that can't be settled without one.
#[tauri::command]
#[specta::specta]
pub async fn resolve_row(
    app: State<'_, App>,
    profile: String,
    run: String,
    row: u32,
    decision: RowDecision,
) -> Answer<RunView> {
    app.resolve_row(profile, run, row, decision).await
}

/// Takes the same word on several rows, one after the other; says which of them did not take it.
#[tauri::command]
#[specta::specta]
pub async fn resolve_rows(
    app: State<'_, App>,
    profile: String,
    run: String,
    rows: Vec<u32>,
    decision: RowDecision,
) -> Answer<RowsResolved> {
    app.resolve_rows(profile, run, rows, decision).await
}

/// A row of a run, and everything that happened to it.
#[tauri::command]
#[specta::specta]
pub async fn row_history(app: State<'_, App>, profile: String, run: String, row: u32) -> Answer<RowHistory> {
    app.row_history(profile, run, row).await
}

/// Calls off every row of a run that was not sent; refused while somebody sends it.
#[tauri::command]
#[specta::specta]
pub async fn call_off_run(app: State<'_, App>, profile: String, run: String) -> Answer<CalledOff> {
    app.call_off_run(profile, run).await
}

/// Asks where to, and writes the run's report there. Gives the file's name, or nothing if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn save_report(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    run: String,
    rows: ReportRows,
    format: ReportFormat,
) -> Answer<Option<String>> {
    dialogs::save_report(&app, &window, profile, run, rows, format).await
}
