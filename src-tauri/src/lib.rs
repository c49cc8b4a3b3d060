//! The desktop shell: the only room that names `tauri`.

mod appearing;
mod bindings;
mod clipboard;
mod commands;
mod dialogs;
mod ending;
mod events;
mod first;
#[cfg(all(target_os = "linux", target_env = "gnu"))]
mod memory;
mod menu;
mod notice;
#[cfg(target_os = "linux")]
mod painting;
mod place;
mod taskbar;
mod window;
mod words;

use first::{Given, Start};
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub use memory::share as share_memory;
use rollcall_app::contract::AppEvent;
use rollcall_app::{App, AppOptions, ClockMinutes, keep_crash_reports, keep_log};
use tauri::{AppHandle, Manager};

/// Opens the window and stays until it is closed. Where the data folder has a window already, that one comes forward.
///
/// # Errors
/// A sentence when the data folder can't be used or the window can't be opened.
pub fn run() -> Result<(), String> {
    #[cfg(target_os = "linux")]
    painting::choose();
    let options = AppOptions::from_environment().map_err(|problem| problem.message)?;
    let folder = options.home.root().display().to_string();
    // The page is never told where it lies; whoever reads this has no page.
    open(options).map_err(|sentence| format!("{sentence}\n\nData folder: {folder}"))
}

fn open(options: AppOptions) -> Result<(), String> {
    let given = Given::to_this_start();
    let Start::First(door) = first::arrive(options.home.root(), &given)? else { return Ok(()) };
    keep_crash_reports(&options.home);
    // Held until the end: the log is written by a thread of its own.
    let _log = keep_log(&options.home).map_err(|problem| problem.message)?;
    let page = options.home.page().map_err(|problem| problem.message)?;
    let app = App::open_at_once(options).map_err(|problem| problem.message)?;
    let builder = bindings::builder();
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(notice::Notifications::new())
        .manage(app)
        .manage(events::Line::default())
        .manage(clipboard::Clipboard::default())
        .manage(window::Closing::default())
        .manage(appearing::Appearing::default())
        .manage(place::Keeper::default())
        .manage(menu::MenuBar::default())
        .manage(taskbar::Taskbar::default())
        .manage(notice::Told::default())
        .manage(words::Words::default())
        .on_menu_event(|shell, event| menu::chosen(shell, &event))
        .invoke_handler(noticed(builder.invoke_handler()))
        .setup(move |shell| {
            ending::opens(shell.handle()).map_err(|problem| problem.message)?;
            window::open(shell.handle(), page)?;
            notice::watch_runs(shell.handle());
            notice::open_clicked(shell.handle());
            taskbar::watch(shell.handle());
            open_given(shell.handle(), &given);
            let again = shell.handle().clone();
            door.listen(move |given| come_forward(&again, given));
            let app = shell.state::<App>().inner().clone();
            tauri::async_runtime::spawn(async move {
                // Begun while the page is loaded; whatever needs the key says what is wrong with it.
                let _ = app.protect().await;
                app.refresh_now_and_then(ClockMinutes::from_now()).await;
            });
            Ok(())
        })
        .build(tauri::generate_context!())
        .map_err(|problem| format!("The window could not be opened: {problem}"))?
        .run(on_system);
    Ok(())
}

type Answering = dyn Fn(tauri::ipc::Invoke) -> bool + Send + Sync;

/// Notices that the page asks for something, before it is answered.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
fn noticed(answer: impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static) -> Box<Answering> {
    let memory = memory::Memory::default();
    Box::new(move |invoke| {
        memory.used();
        answer(invoke)
    })
}

/// Elsewhere the system's allocator gives back by itself what is free.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
fn noticed(answer: impl Fn(tauri::ipc::Invoke) -> bool + Send + Sync + 'static) -> Box<Answering> {
    Box::new(answer)
}

/// Says why there is no window, in one of the system's own: a start from the desktop has no other place for it. Returns
/// once the person has read it.
pub fn tell(sentence: &str) {
    rfd::MessageDialog::new()
        .set_level(rfd::MessageLevel::Error)
        .set_title("Rollcall")
        .set_description(sentence)
        .show();
}

/// On macOS files come by the system and not by the command line.
#[cfg(target_os = "macos")]
fn on_system(shell: &AppHandle, event: tauri::RunEvent) {
    ending::on_event(shell, &event);
    if let tauri::RunEvent::Opened { urls } = event {
        let files = urls.iter().filter_map(|url| url.to_file_path().ok()).collect();
        come_forward(shell, Given { files, activation: None });
    }
}

#[cfg(not(target_os = "macos"))]
#[allow(clippy::needless_pass_by_value, reason = "the shell hands it over so")]
fn on_system(shell: &AppHandle, event: tauri::RunEvent) {
    ending::on_event(shell, &event);
}

/// Somebody started Rollcall once more, or opened a file with it.
fn come_forward(shell: &AppHandle, given: Given) {
    let brought = shell.clone();
    let done = shell.run_on_main_thread(move || {
        appearing::take_activation(&brought, given.activation.as_deref());
        appearing::bring_forward(&brought);
        open_given(&brought, &given);
    });
    if let Err(problem) = done {
        tracing::warn!(%problem, "another start was not heard");
    }
}

/// Tells the page of the files that a start was given.
fn open_given(shell: &AppHandle, given: &Given) {
    if !given.files.is_empty() {
        let event = window::given(shell, &given.files, AppEvent::FileOpened);
        shell.state::<events::Line>().tell(&shell.state::<App>(), event);
    }
}
