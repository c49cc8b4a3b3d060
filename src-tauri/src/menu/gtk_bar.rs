//! The bar on Linux: in the window, put away unless a person wants it, and opened with Alt or F10.

use super::entries::Built;
use gtk::prelude::*;
use rollcall_app::App;
use rollcall_app::contract::EditAct;
use tauri::menu::{Menu, MenuId, MenuItem};
use tauri::{AppHandle, Manager, WebviewWindow, Wry};
use webkit2gtk::WebViewExt;

/// Whether the bar stands in the window all the time.
pub(super) fn stands(app: &App) -> bool {
    app.settings().menu_bar
}

/// Puts a bar into the window, in the place of the one before.
pub(super) fn put_up(window: &WebviewWindow, menu: &Menu<Wry>) -> tauri::Result<()> {
    window.set_menu(menu.clone())?;
    on_bar(window, |window, bar| {
        // A window that is shown shows all that is in it, but for this.
        bar.set_no_show_all(true);
        bar.set_visible(stands(&window.state::<App>()));
        // What was opened by a key goes away again.
        bar.connect_deactivate(move |bar| {
            let (bar, window) = (bar.clone(), window.clone());
            // After the item that was chosen, which belongs to the bar.
            gtk::glib::idle_add_local_once(move || {
                if !stands(&window.state::<App>()) {
                    bar.hide();
                }
            });
        });
    })
}

/// Makes the bar ready to go. The menus' library ends each menu of a bar before it takes the keys from the items in it, and
/// GTK complains of every key that it finds gone already.
pub(super) fn put_away(built: &Built) -> tauri::Result<()> {
    built.take_keys()
}

/// Lets the bar stand in the window, or puts it away.
pub(super) fn turn(window: &WebviewWindow, on: bool) -> tauri::Result<()> {
    on_bar(window, move |_, bar| bar.set_visible(on))
}

/// Opens the first menu.
pub(super) fn open(window: &WebviewWindow) -> tauri::Result<()> {
    on_bar(window, |_, bar| {
        bar.show();
        bar.select_first(false);
    })
}

fn on_bar(
    window: &WebviewWindow,
    work: impl FnOnce(WebviewWindow, gtk::MenuBar) + Send + 'static,
) -> tauri::Result<()> {
    let kept = window.clone();
    window.run_on_main_thread(move || {
        let children = kept.default_vbox().map(|all| all.children()).unwrap_or_default();
        let bar = children.into_iter().find_map(|child| child.downcast::<gtk::MenuBar>().ok());
        match bar {
            Some(bar) => work(kept, bar),
            None => tracing::warn!("the menu bar was not found"),
        }
    })
}

/// An item of the kind that the system has a name for.
pub(super) fn edit_item(shell: &AppHandle, _: EditAct, label: &str) -> tauri::Result<Box<MenuItem<Wry>>> {
    // Without keys: where people type, the page's own engine has them, and elsewhere they are a list's.
    MenuItem::new(shell, label, true, None::<&str>).map(Box::new)
}

/// Does in the page what was chosen in the menu.
pub(super) fn edit(window: &WebviewWindow, act: EditAct) {
    let command = match act {
        EditAct::Cut => "Cut",
        EditAct::Copy => "Copy",
        EditAct::Paste => "Paste",
        EditAct::SelectAll => "SelectAll",
    };
    if let Err(problem) = window.with_webview(move |view| view.inner().execute_editing_command(command)) {
        tracing::warn!(%problem, "an editing command was not given");
    }
}

/// The bar holds nothing but what the page said.
pub(super) fn chose_own(_: &WebviewWindow, _: &MenuId) {}
