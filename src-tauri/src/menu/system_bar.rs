//! The bar where the system has a place for it: at the top of the screen, or under a window's title.

use super::entries::Built;
use rollcall_app::App;
use rollcall_app::contract::EditAct;
use tauri::menu::{Menu, MenuId, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Manager, WebviewWindow, Wry};

/// The item that ends the program, where the system has a menu for it.
const QUIT: &str = "quit-rollcall";

/// Whether the bar stands all the time.
pub(super) fn stands(_: &App) -> bool {
    true
}

/// Puts the bar up, in the place of the one before.
pub(super) fn put_up(window: &WebviewWindow, menu: &Menu<Wry>) -> tauri::Result<()> {
    if cfg!(target_os = "macos") {
        menu.prepend(&own(window.app_handle())?)?;
        window.app_handle().set_menu(menu.clone()).map(drop)
    } else {
        window.set_menu(menu.clone()).map(drop)
    }
}

/// The program's own menu: macOS takes the first one for it, whatever stands there.
fn own(shell: &AppHandle) -> tauri::Result<Submenu<Wry>> {
    let line = || PredefinedMenuItem::separator(shell);
    // Not the system's item: that one ends the program without a question about runs that are under way.
    let quit = MenuItem::with_id(shell, QUIT, "Quit Rollcall", true, Some("CmdOrCtrl+Q"))?;
    Submenu::with_items(
        shell,
        "Rollcall",
        true,
        &[
            &PredefinedMenuItem::about(shell, None, None)?,
            &line()?,
            &PredefinedMenuItem::services(shell, None)?,
            &line()?,
            &PredefinedMenuItem::hide(shell, None)?,
            &PredefinedMenuItem::hide_others(shell, None)?,
            &PredefinedMenuItem::show_all(shell, None)?,
            &line()?,
            &quit,
        ],
    )
}

/// An item was chosen that the page did not say.
pub(super) fn chose_own(window: &WebviewWindow, item: &MenuId) {
    if item.as_ref() == QUIT {
        // Asks as the window's own button does. What can't be closed says nothing and stays.
        let _ = window.close();
    }
}

/// The system takes all of a bar away at once.
pub(super) fn put_away(_: &Built) -> tauri::Result<()> {
    Ok(())
}

/// It stands already.
pub(super) fn turn(_: &WebviewWindow, _: bool) -> tauri::Result<()> {
    Ok(())
}

/// The system opens its bar by its own keys.
pub(super) fn open(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// The system's own item, with its keys.
pub(super) fn edit_item(
    shell: &AppHandle,
    act: EditAct,
    label: &str,
) -> tauri::Result<Box<PredefinedMenuItem<Wry>>> {
    let item = match act {
        EditAct::Cut => PredefinedMenuItem::cut(shell, Some(label)),
        EditAct::Copy => PredefinedMenuItem::copy(shell, Some(label)),
        EditAct::Paste => PredefinedMenuItem::paste(shell, Some(label)),
        EditAct::SelectAll => PredefinedMenuItem::select_all(shell, Some(label)),
    };
    item.map(Box::new)
}

/// The system did it already.
pub(super) fn edit(_: &WebviewWindow, _: EditAct) {}
