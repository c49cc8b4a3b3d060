//! When the window is shown: at once, in its page's own colour, so that nobody sees a bright one. The system puts it up while
//! the page is made, which takes as long. Where a menu bar is to stand in it, it waits for that one.

use rollcall_app::App;
use rollcall_app::contract::{AppError, Settings, Theme};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tauri::webview::Color;
use tauri::{AppHandle, Manager, WebviewWindow};

/// A page that has nothing to show by then may never have.
const PATIENCE: Duration = Duration::from_secs(3);
/// What the title says then.
const LATE: &str = "Rollcall is still loading – if nothing appears, close it and start it again";
/// The page's background, `--bg`, light and dark.
const LIGHT: Color = Color(0xf6, 0xf7, 0xf9, 0xff);
const DARK: Color = Color(0x0f, 0x12, 0x17, 0xff);

/// Whether the page has painted something, and whether the window is shown.
#[derive(Default)]
pub(crate) struct Appearing {
    painted: AtomicBool,
    /// What the page calls itself.
    title: Mutex<Option<String>>,
    shown: AtomicBool,
}

/// Shows the window before its page, unless that would be seen to move.
pub(crate) fn appear(window: &WebviewWindow) {
    show_with_bar(window);
}

/// The page has something to show.
///
/// # Errors
/// When the window can't be shown.
pub(crate) fn painted(window: &WebviewWindow) -> Result<(), AppError> {
    if !window.state::<Appearing>().painted.swap(true, Ordering::SeqCst) {
        // It may have been said that it does not come.
        entitle_as_things_stand(window);
    }
    show_with_bar(window);
    Ok(())
}

/// The menus were said, or could not be put up: nothing has to be waited for any more.
pub(crate) fn bar_is_there(window: &WebviewWindow) {
    if window.state::<Appearing>().painted.load(Ordering::SeqCst) {
        show(window);
    }
}

/// Shows the window, unless a bar is to stand in it that is still made: it would push the page down before one's eyes.
fn show_with_bar(window: &WebviewWindow) {
    if !crate::menu::is_awaited(window) {
        show(window);
    }
}

/// The page says what it calls itself; heard on the window's own thread.
pub(crate) fn entitle(window: &WebviewWindow, title: String) {
    let _ = window.set_title(&title);
    *window.state::<Appearing>().title.lock().unwrap_or_else(PoisonError::into_inner) = Some(title);
}

/// Says in the title what is true once it is written. All titles are written on the window's own thread, so that none that was
/// made out before replaces a newer one.
fn entitle_as_things_stand(window: &WebviewWindow) {
    let kept = window.clone();
    let _ = window.run_on_main_thread(move || {
        let appearing = kept.state::<Appearing>();
        let title = appearing.title.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let _ = kept.set_title(match appearing.painted.load(Ordering::SeqCst) {
            true => title.as_deref().unwrap_or("Rollcall"),
            false => LATE,
        });
    });
}

/// Shows the window in any case, and says so where the page had nothing to show.
pub(crate) fn guard(window: &WebviewWindow) {
    let window = window.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        if !window.state::<Appearing>().painted.load(Ordering::SeqCst) {
            tracing::warn!("the page had nothing to show in time; its window is shown all the same");
            entitle_as_things_stand(&window);
        }
        // Its bar may be late too.
        show(&window);
    });
}

/// Brings the window forward for a person who asked for it, once it is shown at all.
pub(crate) fn bring_forward(shell: &AppHandle) {
    let Some(window) = shell.get_webview_window("main") else { return };
    if !shell.state::<Appearing>().shown.load(Ordering::SeqCst) {
        return;
    }
    let _ = window.unminimize();
    let _ = window.show();
    if let Err(problem) = window.set_focus() {
        tracing::warn!(%problem, "the window could not be brought forward");
    }
}

/// What the desktop gave another start: by it, a window may come before the one that has the focus.
#[cfg(target_os = "linux")]
pub(crate) fn take_activation(shell: &AppHandle, token: Option<&str>) {
    use gtk::prelude::GtkWindowExt;
    let window = shell.get_webview_window("main").and_then(|window| window.gtk_window().ok());
    if let (Some(window), Some(token)) = (window, token) {
        window.set_startup_id(token);
    }
}

/// Elsewhere the system decides by itself.
#[cfg(not(target_os = "linux"))]
pub(crate) fn take_activation(_: &AppHandle, _: Option<&str>) {}

fn show(window: &WebviewWindow) {
    if window.state::<Appearing>().shown.swap(true, Ordering::SeqCst) {
        return;
    }
    if let Err(problem) = window.show().and_then(|()| window.set_focus()) {
        tracing::error!(%problem, "the window could not be shown");
    }
}

/// The chosen theme for what the system draws around the page: title bar, menus, dialogs.
pub(crate) fn theme_of(settings: &Settings) -> Option<tauri::Theme> {
    match settings.theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    }
}

/// Dresses the window as the person chose: its theme, what lies behind its page, and how large that is drawn.
pub(crate) fn dress(window: &WebviewWindow, app: &App) -> tauri::Result<()> {
    window.set_theme(theme_of(&app.settings()))?;
    put_behind(window, app)?;
    window.set_zoom(app.zoom())
}

/// Puts the page's own background behind it: what is seen until it paints, and at its edges while the window grows.
pub(crate) fn put_behind(window: &WebviewWindow, app: &App) -> tauri::Result<()> {
    let theme = theme_of(&app.settings()).or_else(|| window.theme().ok());
    window.set_background_color(Some(if theme == Some(tauri::Theme::Dark) { DARK } else { LIGHT }))
}
