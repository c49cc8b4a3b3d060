//! The commands about what changed, and about what is kept on this machine.

use super::Answer;
use crate::dialogs;
use rollcall_app::contract::*;
use rollcall_app::{App, ChangesChoice, OrganizationId, UserId};
use tauri::State;

/// The refreshes that can be compared, newest first.
#[tauri::command]
#[specta::specta]
pub async fn list_refreshes(app: State<'_, App>, profile: String) -> Answer<Vec<RefreshView>> {
    app.list_refreshes(profile).await
}

/// How much is different between two refreshes.
#[tauri::command]
#[specta::specta]
pub async fn changes(app: State<'_, App>, profile: String, span: ChangeSpan) -> Answer<ChangesView> {
    app.changes(profile, span).await
}

/// A window of the people of whom something is different; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn change_rows(
    app: State<'_, App>,
    profile: String,
    span: ChangeSpan,
    kinds: Vec<ChangeKind>,
    search: String,
    offset: u32,
    limit: u32,
) -> Answer<ChangeWindow> {
    app.change_rows(profile, span, kinds, search, offset, limit).await
}

/// What refreshes changed of one person, newest first.
#[tauri::command]
#[specta::specta]
pub async fn person_history(app: State<'_, App>, profile: String, user: UserId) -> Answer<Vec<HistoryEntry>> {
    app.person_history(profile, user).await
}

/// Asks where to, and writes there what is different. Gives the file's name, or nothing if the person thought better
/// of it.
#[tauri::command]
#[specta::specta]
pub async fn export_changes(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    span: ChangeSpan,
    kinds: Vec<ChangeKind>,
    search: String,
    format: ReportFormat,
) -> Answer<Option<String>> {
    dialogs::save_changes(&app, &window, profile, ChangesChoice { span, kinds, search }, format).await
}

/// Fetches the people of one customer alone.
#[tauri::command]
#[specta::specta]
pub async fn refresh_customer(
    app: State<'_, App>,
    profile: String,
    organization: OrganizationId,
) -> Answer<RefreshOutcome> {
    app.refresh_customer(profile, organization).await
}

/// What a connection's data takes on this machine.
#[tauri::command]
#[specta::specta]
pub async fn storage(app: State<'_, App>, profile: String) -> Answer<StorageUse> {
    app.storage(profile).await
}

/// Lays aside what can't be read any more of a connection, and begins it anew. Nothing is deleted.
#[tauri::command]
#[specta::specta]
pub async fn begin_anew(app: State<'_, App>, profile: String) -> Answer<()> {
    app.begin_anew(profile).await
}

/// Removes everything of a connection from this machine.
#[tauri::command]
#[specta::specta]
pub async fn forget_platform(app: State<'_, App>, profile: String, also_reviews: bool) -> Answer<()> {
    app.forget_platform(profile, also_reviews).await
}
