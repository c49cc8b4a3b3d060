//! The desktop shell: the only room that names `tauri`.

mod bindings;
mod commands;
mod dialogs;
mod events;
mod window;

use rollcall_app::App;

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A sentence when the data folder can't be used or the window can't be opened.
pub fn run() -> Result<(), String> {
    let runtime = tauri::async_runtime::handle();
    let app = runtime.block_on(App::open()).map_err(|problem| problem.message)?;
    let builder = bindings::builder();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .manage(app.clone())
        .invoke_handler(builder.invoke_handler())
        .setup(move |shell| {
            builder.mount_events(shell);
            window::open(shell.handle())?;
            events::forward(shell.handle().clone(), &app);
            Ok(())
        })
        .run(tauri::generate_context!())
        .map_err(|problem| format!("The window could not be opened: {problem}"))
}
