//! Commands for when something went wrong in Rollcall itself.

use super::Answer;
use crate::dialogs;
use rollcall_app::App;
use rollcall_app::contract::*;
use tauri::State;

/// Asks where to, and writes a text there that a person can give to whoever helps them. Gives the file's name, or nothing
/// if the person thought better of it. It is sent to nobody.
#[tauri::command]
#[specta::specta]
pub async fn save_support_file(app: State<'_, App>, window: tauri::WebviewWindow) -> Answer<Option<String>> {
    dialogs::save_support_file(&app, &window).await
}

/// Keeps on this computer that something in the page went wrong, and where.
#[tauri::command]
#[specta::specta]
pub async fn note_page_fault(app: State<'_, App>, fault: PageFault) -> Answer<()> {
    app.note_page_fault(&fault)
}

/// Whether the window before this one ended unexpectedly. Told once.
#[tauri::command]
#[specta::specta]
pub async fn take_last_end(app: State<'_, App>) -> Answer<bool> {
    Ok(app.take_last_end())
}
