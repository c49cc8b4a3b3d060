//! The desktop shell: the only room that names `tauri`.

mod bindings;
mod clipboard;
mod commands;
mod dialogs;
mod events;
mod notice;
mod window;

use rollcall_app::{App, AppOptions, ClockMinutes, keep_log};
use tauri::Manager;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A sentence when the data folder can't be used or the window can't be opened.
pub fn run() -> Result<(), String> {
    let options = AppOptions::from_environment().map_err(|problem| problem.message)?;
    // Held until the end: the log is written by a thread of its own.
    let _log = keep_log(&options.home).map_err(|problem| problem.message)?;
    let page = options.home.page().map_err(|problem| problem.message)?;
    let app = tauri::async_runtime::block_on(App::open_with(options)).map_err(|problem| problem.message)?;
    let builder = bindings::builder();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(notice::Notifications::new())
        .manage(app)
        .manage(events::Line::default())
        .manage(clipboard::Clipboard::default())
        .manage(window::Closing::default())
        .invoke_handler(builder.invoke_handler())
        .setup(move |shell| {
            window::open(shell.handle(), page)?;
            notice::watch_runs(shell.handle());
            let app = shell.state::<App>().inner().clone();
            tauri::async_runtime::spawn(async move {
                app.refresh_now_and_then(ClockMinutes::from_now()).await;
            });
            Ok(())
        })
        .run(tauri::generate_context!())
        .map_err(|problem| format!("The window could not be opened: {problem}"))
}
