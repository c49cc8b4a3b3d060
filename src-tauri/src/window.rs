//! The one window: where it may go (nowhere else), what may be dropped on it, and when it closes.

use crate::appearing::{appear, dress, entitle, guard, put_behind, theme_of};
use crate::events::Line;
use crate::place::{self, Keeper, Opening};
use crate::taskbar::Taskbar;
use rollcall_app::App;
use rollcall_app::contract::*;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use tauri::webview::NewWindowResponse;
use tauri::{
    AppHandle, DragDropEvent, Manager, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent, Wry,
};
use tauri_plugin_opener::open_path;

/// The page's size at the first start, in logical pixels.
pub(crate) const USUAL: (f64, f64) = (1280.0, 800.0);
/// The least size in which every screen works.
pub(crate) const LEAST: (f64, f64) = (720.0, 480.0);
/// A title is a line for people; the names in it are not ours.
const TITLE: usize = 160;

/// Opens the window, whose page remembers things in the folder `memory`.
///
/// # Errors
/// When the window can't be made.
pub(crate) fn open(shell: &AppHandle, memory: PathBuf) -> tauri::Result<()> {
    let app = shell.state::<App>();
    let window = without_network(placed(shell, place::at_start(shell)), shell)
        .title("Rollcall")
        .visible(false)
        .theme(theme_of(&app.settings()))
        .data_directory(memory)
        // `cargo xtask run` builds without optimisations and opens real platforms all the same.
        .devtools(tauri::is_dev())
        .on_navigation(may_navigate)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // A page writes no file: what a person saves goes through the system's own dialog, in Rust.
        .on_download(|_, _| false)
        .on_document_title_changed(|window, title| entitle(&window, plain_title(&title)))
        .build()?;
    dress(&window, &app)?;
    appear(&window);
    guard(&window);
    let (shell, kept) = (shell.clone(), window.clone());
    window.on_window_event(move |event| on_event(&shell, &kept, event));
    Ok(())
}

fn placed(shell: &AppHandle, opening: Opening) -> WebviewWindowBuilder<'_, Wry, AppHandle> {
    let builder = WebviewWindowBuilder::new(shell, "main", WebviewUrl::default())
        .inner_size(opening.size.0, opening.size.1)
        .min_inner_size(LEAST.0, LEAST.1)
        .maximized(opening.maximized)
        .fullscreen(opening.full_screen);
    match opening.position {
        Some((x, y)) => builder.position(x, y),
        None => builder,
    }
}

/// A title without signs that reorder or hide what stands beside them.
fn plain_title(title: &str) -> String {
    let invisible = |sign: &char| {
        sign.is_control()
            || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
    };
    title.chars().filter(|sign| !invisible(sign)).take(TITLE).collect()
}

fn on_event(shell: &AppHandle, window: &WebviewWindow, event: &WindowEvent) {
    match event {
        WindowEvent::DragDrop(drag) => on_drag(shell, drag),
        WindowEvent::Resized(_) | WindowEvent::Moved(_) => shell.state::<Keeper>().moved(window),
        WindowEvent::Focused(true) => shell.state::<Taskbar>().seen(),
        WindowEvent::ThemeChanged(_) => {
            // While the theme is as the system says, what lies behind the page follows it.
            let _ = put_behind(window, &shell.state::<App>());
        }
        WindowEvent::CloseRequested { api, .. } => {
            shell.state::<Keeper>().keep(window);
            if !may_close(shell) {
                api.prevent_close();
                let app = shell.state::<App>();
                app.announce(AppEvent::CloseAsked(app.runs_under_way()));
            }
        }
        _ => {}
    }
}

/// Keeps what the person chose, and dresses the window anew.
pub(crate) async fn keep_settings(
    app: &App,
    window: &WebviewWindow,
    settings: Settings,
) -> Result<Settings, AppError> {
    let kept = app.save_settings(settings).await?;
    let dressed = dress(window, app).and_then(|()| crate::menu::put_up_or_away(window));
    dressed.map(|()| kept).map_err(|problem| {
        AppError::new(
            ErrorCode::Internal,
            phrase!("The choice is kept; the window shows it after the next start."),
        )
        .with_detail(problem.to_string())
    })
}

/// Does what a window does by itself.
///
/// # Errors
/// In words, when the system does not do it.
pub(crate) fn act(window: &WebviewWindow, act: WindowAct) -> Result<(), AppError> {
    let failed = |problem: String| {
        let sentence = phrase!("The system did not do what the window asked for. Nothing was changed.");
        AppError::new(ErrorCode::Internal, sentence).with_detail(problem)
    };
    match act {
        WindowAct::FullScreen => {
            let turned = window.is_fullscreen().and_then(|full| window.set_fullscreen(!full));
            turned.map_err(|problem| failed(problem.to_string()))
        }
        WindowAct::RevealLog => {
            let folder = window.state::<App>().log_folder()?;
            open_path(folder, None::<&str>).map_err(|problem| failed(problem.to_string()))
        }
        WindowAct::Close => window.close().map_err(|problem| failed(problem.to_string())),
        WindowAct::OpenMenu => crate::menu::open(window).map_err(|problem| failed(problem.to_string())),
    }
}

/// Where the browser engine looks for any server: a port of this machine that only the system itself could open.
const NOWHERE: &str = "http://127.0.0.1:1";

/// Takes the network from the page. Its policy refuses every request already, but not a connection that markup asks to
/// be opened beforehand (`preconnect`), and the name of a server can carry something out as well. The page itself comes
/// from inside the app. Elsewhere than here the engine may take the app's own addresses for a server's.
fn without_network<'a>(builder: Builder<'a>, shell: &AppHandle) -> Builder<'a> {
    let from_a_server = shell.config().build.dev_url.is_some();
    match NOWHERE.parse() {
        Ok(nowhere) if cfg!(target_os = "linux") && !from_a_server => builder.proxy_url(nowhere),
        _ => builder,
    }
}

type Builder<'a> = WebviewWindowBuilder<'a, tauri::Wry, AppHandle>;

/// Whether the person already said that the window is to close.
#[derive(Default)]
pub(crate) struct Closing(AtomicBool);

/// Closes the window for a person who was asked. Until every run came to rest, another request closes it at once.
pub(crate) async fn close(
    app: &App,
    window: &WebviewWindow,
    closing: &Closing,
    when: CloseWhen,
) -> Result<(), AppError> {
    closing.0.store(true, Ordering::SeqCst);
    if when == CloseWhen::AtRest {
        app.bring_to_rest().await;
    }
    window.destroy().map_err(|problem| {
        let sentence = phrase!("The window could not be closed. Nothing is lost; try again.");
        AppError::new(ErrorCode::Internal, sentence).with_detail(problem.to_string())
    })
}

fn may_close(shell: &AppHandle) -> bool {
    closes_at_once(
        shell.state::<App>().runs_under_way(),
        shell.state::<Line>().is_followed(),
        shell.state::<Closing>().0.load(Ordering::SeqCst),
    )
}

/// Closing is never wrong, since what is under way is looked up later; it is only worth a question, and only
/// where there is a page to ask it.
fn closes_at_once(runs_under_way: u32, page_listens: bool, person_said_so: bool) -> bool {
    runs_under_way == 0 || !page_listens || person_said_so
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
        DragDropEvent::Drop { paths, .. } => {
            // The window may be there before its page listens.
            let dropped = given(shell, paths, AppEvent::FileDropped);
            return shell.state::<Line>().tell(&shell.state::<App>(), dropped);
        }
        _ => return,
    };
    shell.state::<App>().announce(event);
}

/// What is told of files that a person gave to the window; `one` tells of a single one.
pub(crate) fn given(shell: &AppHandle, paths: &[PathBuf], one: fn(FileOffer) -> AppEvent) -> AppEvent {
    match paths {
        [path] => one(shell.state::<App>().offer_file(path)),
        _ => AppEvent::DropRefused(
            phrase!("Drop one file at a time. Nothing was read, and nothing is lost.").to_owned(),
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
    fn a_window_that_sends_asks_before_it_closes_and_a_person_who_answered_is_not_asked_again() {
        assert!(!closes_at_once(1, true, false), "a run is being sent");
        assert!(closes_at_once(0, true, false), "nothing is being sent");
        assert!(closes_at_once(1, false, false), "there is nobody to ask");
        assert!(closes_at_once(1, true, true), "the answer was given");
    }

    #[test]
    fn a_title_is_one_line_in_the_order_in_which_it_was_written() {
        assert_eq!(
            plain_title("Users – Nord\u{202e}sylj\n\u{200b} – Rollcall"),
            "Users – Nordsylj – Rollcall"
        );
        assert_eq!(plain_title(&"x".repeat(5_000)).len(), TITLE);
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
