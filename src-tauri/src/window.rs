//! The one window: where it may go (nowhere else), and what may be dropped on it.

use rollcall_app::App;
use rollcall_app::contract::AppEvent;
use std::path::PathBuf;
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindowBuilder, WindowEvent};

/// Opens the window, whose page remembers things in the folder `memory`.
///
/// # Errors
/// When the window can't be made.
pub(crate) fn open(shell: &AppHandle, memory: PathBuf) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(shell, "main", WebviewUrl::default())
        .title("Rollcall")
        .inner_size(1280.0, 800.0)
        .min_inner_size(720.0, 480.0)
        .data_directory(memory)
        // `cargo xtask run` builds without optimisations and opens real platforms all the same.
        .devtools(tauri::is_dev())
        .on_navigation(may_navigate)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // A page writes no file: what a person saves goes through the system's own dialog, in Rust.
        .on_download(|_, _| false)
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
    let own = is_the_page(url) || is_development_server(url);
    if !own {
        tracing::warn!(scheme = url.scheme(), "a navigation out of the app was refused");
    }
    own
}

/// Where the system's browser engine is given the page. The other system's address would be a real server on
/// this machine, and with a port so would this one's: Windows takes any port of this name for the app itself.
fn is_the_page(url: &Url) -> bool {
    let (scheme, host) = if cfg!(windows) { ("http", "tauri.localhost") } else { ("tauri", "localhost") };
    (url.scheme(), url.host_str(), url.port()) == (scheme, Some(host), None)
}

fn is_development_server(url: &Url) -> bool {
    tauri::is_dev()
        && url.scheme() == "http"
        && url.host_str() == Some("localhost")
        && url.port() == Some(5173)
}

fn on_drag(shell: &AppHandle, drag: &DragDropEvent) {
    let event = match drag {
        DragDropEvent::Enter { .. } => AppEvent::FileHover(true),
        DragDropEvent::Leave => AppEvent::FileHover(false),
        DragDropEvent::Drop { paths, .. } => dropped(shell, paths),
        _ => return,
    };
    shell.state::<App>().announce(event);
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
        let (here, elsewhere) = match cfg!(windows) {
            true => ("http://tauri.localhost", "tauri://localhost"),
            false => ("tauri://localhost", "http://tauri.localhost"),
        };
        assert!(may(&format!("{here}/users?search=x")));
        for url in [
            &format!("{elsewhere}/users"),
            &format!("{here}:8080/"),
            "http://localhost:8080/",
            "http://127.0.0.1/",
            "https://tauri.localhost/",
            "blob:tauri://localhost/1",
            "about:blank",
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
