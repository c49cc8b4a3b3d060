//! Commands about pictures of charts, which the page draws.

use crate::clipboard::Clipboard;
use crate::dialogs;
use rollcall_app::App;
use rollcall_app::contract::*;
use tauri::State;

type Answer<T> = Result<T, AppError>;

/// Lays a picture on the clipboard; `png` is the whole file.
#[tauri::command]
#[specta::specta]
pub async fn copy_picture(clipboard: State<'_, Clipboard>, png: Vec<u8>) -> Answer<()> {
    clipboard.take_picture(png).await
}

/// Asks where to, and writes a picture there; `png` is the whole file. Gives nothing if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn save_picture(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    name: String,
    png: Vec<u8>,
) -> Answer<Option<String>> {
    dialogs::save_picture(&app, &window, name, png).await
}
