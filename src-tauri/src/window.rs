//! The one window: where it may go (nowhere else), and what may be dropped on it.

use crate::events::Happened;
use rollcall_app::App;
use rollcall_app::contract::AppEvent;
use std::path::PathBuf;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};
use tauri_specta::Event;

/// Opens the window.
///
/// # Errors
/// When the window can't be made.
pub(crate) fn open(shell: &AppHandle) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(shell, "main", WebviewUrl::default())
        .title("Rollcall")
        .inner_size(1280.0, 800.0)
        .min_inner_size(720.0, 480.0)
        // Hidden until the page has painted, so that no white flash is seen; the page's first request shows it.
        .on_navigation(may_navigate)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    let dropped_on = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(drag) = event {
            on_drag(dropped_on.app_handle(), drag);
        }
    });
    Ok(())
}

/// The page may move within itself only: a link in a hostile name must lead nowhere.
fn may_navigate(url: &Url) -> bool {
    let own = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => url.host_str() == Some("tauri.localhost") || is_development_server(url),
        _ => false,
    };
    if !own {
        tracing::warn!(scheme = url.scheme(), "a navigation out of the app was refused");
    }
    own
}

fn is_development_server(url: &Url) -> bool {
    tauri::is_dev() && url.host_str() == Some("localhost") && url.port() == Some(5173)
}

fn on_drag(shell: &AppHandle, drag: &DragDropEvent) {
    let event = match drag {
        DragDropEvent::Enter { .. } => AppEvent::FileHover(true),
        DragDropEvent::Leave => AppEvent::FileHover(false),
        DragDropEvent::Drop { paths, .. } => dropped(shell, paths),
        _ => return,
    };
    if let Err(problem) = Happened(event).emit(shell) {
        tracing::warn!(%problem, "a drop did not reach the page");
    }
}

fn dropped(shell: &AppHandle, paths: &[PathBuf]) -> AppEvent {
    match paths {
        [path] => AppEvent::FileDropped(shell.state::<App>().offer_file(path)),
        _ => AppEvent::DropRefused(
            "Drop one file at a time. Nothing was read, and nothing is lost.".to_owned(),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn may(url: &str) -> bool {
        may_navigate(&url.parse().expect("a URL"))
    }

    #[test]
    fn the_page_can_go_nowhere_but_within_itself() {
        assert!(may("tauri://localhost/users?search=x"));
        assert!(may("http://tauri.localhost/users"));
        for url in [
            "https://evil.example/",
            "http://localhost.evil.example/",
            "file:///etc/passwd",
            "data:text/html,x",
            "tauri://evil/",
            "javascript:alert(1)",
        ] {
            assert!(!may(url), "{url} must be refused");
        }
    }
}
