//! The menu bar. Its words and what makes sense come from the page; here it is put up, and told what was chosen.

#[cfg(target_os = "linux")]
#[path = "menu/gtk_bar.rs"]
mod bar;
#[cfg(not(target_os = "linux"))]
#[path = "menu/system_bar.rs"]
mod bar;
mod entries;

use crate::appearing;
use entries::{Built, Chosen, same_shape};
use rollcall_app::App;
use rollcall_app::contract::{AppError, AppEvent, ErrorCode, MenuShown, phrase};
use std::sync::{Arc, Mutex, PoisonError};
use tauri::menu::MenuEvent;
use tauri::{AppHandle, Manager, WebviewWindow};

/// The menu bar as the page said it last, and what was built of it.
#[derive(Default)]
pub(crate) struct MenuBar {
    kept: Mutex<Option<(Vec<MenuShown>, Arc<Built>)>>,
    /// One after the other: of two bars, the one that was said last stands. Never held by the thread of the window.
    taking: Mutex<()>,
}

impl MenuBar {
    fn built(&self) -> Option<Arc<Built>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).as_ref().map(|(_, built)| built.clone())
    }

    /// What stands already, if it differs from `menus` in nothing but what is on and chosen.
    fn fitting(&self, menus: &[MenuShown]) -> Option<Arc<Built>> {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(said, _)| same_shape(said, menus)).map(|(_, built)| built.clone())
    }

    fn take(&self, menus: Vec<MenuShown>, built: Arc<Built>) {
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some((menus, built));
    }
}

/// Takes the menus from the page. A window that waits for its bar is shown then, with it or without.
///
/// # Errors
/// [`ErrorCode::BadRequest`] for what is no menu bar, or when the system refuses it. What stood before stays.
pub(crate) fn hand_over(window: &WebviewWindow, menus: Vec<MenuShown>) -> Result<(), AppError> {
    if !entries::are_modest(&menus) {
        return Err(AppError::new(
            ErrorCode::BadRequest,
            phrase!("That is no menu bar. The one before it stays."),
        ));
    }
    let taken = take(window, menus);
    appearing::bar_is_there(window);
    taken.map_err(|problem| {
        AppError::new(
            ErrorCode::Internal,
            phrase!("The menu bar could not be put up. Everything in it is on the screens too."),
        )
        .with_detail(problem.to_string())
    })
}

fn take(window: &WebviewWindow, menus: Vec<MenuShown>) -> tauri::Result<()> {
    let bar = window.state::<MenuBar>();
    let _turn = bar.taking.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(built) = bar.fitting(&menus) {
        built.turn(&menus)?;
        bar.take(menus, built);
        return Ok(());
    }
    let built = Arc::new(Built::of(window.app_handle(), &menus)?);
    if let Some(before) = bar.built() {
        bar::put_away(&before)?;
    }
    bar::put_up(window, built.menu())?;
    bar.take(menus, built);
    Ok(())
}

/// Whether a bar is to stand in the window and was not said yet.
pub(crate) fn is_awaited(window: &WebviewWindow) -> bool {
    bar::stands(&window.state::<App>()) && window.state::<MenuBar>().built().is_none()
}

/// Shows the bar or puts it away, as the person chose.
pub(crate) fn put_up_or_away(window: &WebviewWindow) -> tauri::Result<()> {
    if window.state::<MenuBar>().built().is_none() {
        return Ok(());
    }
    bar::turn(window, bar::stands(&window.state::<App>()))
}

/// Opens the first menu for the keyboard.
pub(crate) fn open(window: &WebviewWindow) -> tauri::Result<()> {
    bar::open(window)
}

/// An item was chosen, with the pointer or by its keys.
pub(crate) fn chosen(shell: &AppHandle, event: &MenuEvent) {
    let Some(built) = shell.state::<MenuBar>().built() else { return };
    match built.chosen(event.id()) {
        Some(Chosen::Page(id)) => {
            // The system turns a mark by itself; whether it is chosen is for the page to say.
            let _ = built.turn_back(event.id());
            shell.state::<App>().announce(AppEvent::MenuChosen(id.clone()));
        }
        Some(Chosen::Edit(edit)) => {
            if let Some(window) = shell.get_webview_window("main") {
                bar::edit(&window, *edit);
            }
        }
        None => {
            if let Some(window) = shell.get_webview_window("main") {
                bar::chose_own(&window, event.id());
            }
        }
    }
}
