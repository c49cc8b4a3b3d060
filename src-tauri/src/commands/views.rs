//! The commands of saved views.

use super::Answer;
use crate::dialogs;
use rollcall_app::App;
use rollcall_app::contract::*;
use tauri::State;

/// The views of a connection, and how its screen stood last.
#[tauri::command]
#[specta::specta]
pub async fn list_views(app: State<'_, App>, profile: String) -> Answer<UserViews> {
    app.list_views(profile).await
}

/// Keeps a view; one without an id is a new one.
#[tauri::command]
#[specta::specta]
pub async fn save_view(app: State<'_, App>, profile: String, view: UserView) -> Answer<UserViews> {
    app.save_view(profile, view).await
}

/// Forgets a view.
#[tauri::command]
#[specta::specta]
pub async fn remove_view(app: State<'_, App>, profile: String, id: String) -> Answer<UserViews> {
    app.remove_view(profile, id).await
}

/// Puts the views in this order.
#[tauri::command]
#[specta::specta]
pub async fn order_views(app: State<'_, App>, profile: String, ids: Vec<String>) -> Answer<UserViews> {
    app.order_views(profile, ids).await
}

/// Keeps how the screen stands.
#[tauri::command]
#[specta::specta]
pub async fn keep_last_view(app: State<'_, App>, profile: String, view: UserView) -> Answer<()> {
    app.keep_last_view(profile, view).await
}

/// Asks where to, and writes all views there. Gives the file's name, or nothing if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn export_views(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
) -> Answer<Option<String>> {
    dialogs::export_views(&app, &window, profile).await
}

/// Asks for a file of views, and takes them. Gives nothing if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn import_views(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
) -> Answer<Option<ViewsImported>> {
    dialogs::import_views(&app, &window, profile).await
}
