//! What the page and the window around it tell each other.

use serde::{Deserialize, Serialize};
use specta::Type;

/// A menu of the menu bar, in the page's own words.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MenuShown {
    /// What it is called.
    pub label: String,
    /// What stands in it, in order.
    pub entries: Vec<MenuEntry>,
}

/// A line of a menu.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "data")]
pub enum MenuEntry {
    /// Something to choose.
    Item(MenuItem),
    /// Something that the system does where people type.
    Edit(EditItem),
    /// More of them, one step further.
    Menu(MenuShown),
    /// A line between groups.
    Separator,
}

/// Something to choose. The page hears its id.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MenuItem {
    /// Its own word in this menu bar.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Its keys, such as `CmdOrCtrl+K`.
    pub keys: Option<String>,
    /// Whether it makes sense now.
    pub enabled: bool,
    /// Whether it is chosen; none where it is not for choosing.
    pub checked: Option<bool>,
}

/// What a window does by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum WindowAct {
    /// Fills the screen, or no longer.
    FullScreen,
    /// Shows the folder of the log in the system's own file manager.
    RevealLog,
    /// Asks to close, as the window's own button does.
    Close,
    /// Opens the menu bar for the keyboard, also where it is put away.
    OpenMenu,
}

/// Something that the system does where people type. Only a person can ask for it: a page that could paste could read
/// what lies on the clipboard.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct EditItem {
    /// What.
    pub edit: EditAct,
    /// What it is called.
    pub label: String,
}

/// What is done where people type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum EditAct {
    /// Cuts what is marked.
    Cut,
    /// Copies what is marked.
    Copy,
    /// Puts in what was copied.
    Paste,
    /// Marks everything.
    SelectAll,
}

/// Where the window was last: numbers of the screen, and nothing of what it showed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WindowPlace {
    /// Its left edge, when it is neither maximised nor full screen. In logical pixels, as all of these.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// The page's width.
    pub width: f64,
    /// The page's height.
    pub height: f64,
    /// Whether it filled the working area.
    pub maximized: bool,
    /// Whether it filled the screen.
    pub full_screen: bool,
}
