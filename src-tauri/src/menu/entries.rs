//! From what the page says to the system's own menus.

use super::bar;
use rollcall_app::contract::*;
use std::collections::HashMap;
use tauri::menu::{
    CheckMenuItem, IsMenuItem, Menu, MenuId, MenuItem as PlainItem, PredefinedMenuItem, Submenu,
};
use tauri::{AppHandle, Wry};

/// What an item means.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Chosen {
    /// The page does it; the page's own word for it.
    Page(String),
    /// The system does it where people type.
    Edit(EditAct),
}

enum Line {
    Plain(PlainItem<Wry>),
    Mark(CheckMenuItem<Wry>, bool),
}

/// A menu bar that was built.
pub(crate) struct Built {
    menu: Menu<Wry>,
    meanings: HashMap<MenuId, Chosen>,
    lines: std::sync::Mutex<HashMap<MenuId, Line>>,
}

impl Built {
    pub(crate) fn of(shell: &AppHandle, menus: &[MenuShown]) -> tauri::Result<Self> {
        let mut making = Making { shell, meanings: HashMap::new(), lines: HashMap::new() };
        let menus = menus.iter().map(|menu| making.menu(menu)).collect::<tauri::Result<Vec<_>>>()?;
        let items: Vec<&dyn IsMenuItem<Wry>> =
            menus.iter().map(|menu| menu as &dyn IsMenuItem<Wry>).collect();
        let menu = Menu::with_items(shell, &items)?;
        Ok(Self { menu, meanings: making.meanings, lines: making.lines.into() })
    }

    pub(crate) fn menu(&self) -> &Menu<Wry> {
        &self.menu
    }

    pub(crate) fn chosen(&self, id: &MenuId) -> Option<&Chosen> {
        self.meanings.get(id)
    }

    /// Turns items on and off and marks what is chosen, as the page says.
    pub(crate) fn turn(&self, menus: &[MenuShown]) -> tauri::Result<()> {
        let mut lines = self.lines();
        for item in items(menus) {
            match lines.get_mut(&page_id(&item.id)) {
                Some(Line::Plain(line)) => line.set_enabled(item.enabled)?,
                Some(Line::Mark(line, checked)) => {
                    *checked = item.checked.unwrap_or_default();
                    line.set_enabled(item.enabled)?;
                    line.set_checked(*checked)?;
                }
                None => {}
            }
        }
        Ok(())
    }

    /// Takes the keys from all items, before the bar goes.
    #[cfg(target_os = "linux")]
    pub(crate) fn take_keys(&self) -> tauri::Result<()> {
        self.lines().values().try_for_each(|line| match line {
            Line::Plain(line) => line.set_accelerator(None::<&str>),
            Line::Mark(line, _) => line.set_accelerator(None::<&str>),
        })
    }

    /// Takes back what the system marked by itself.
    pub(crate) fn turn_back(&self, id: &MenuId) -> tauri::Result<()> {
        match self.lines().get(id) {
            Some(Line::Mark(line, checked)) => line.set_checked(*checked),
            _ => Ok(()),
        }
    }

    fn lines(&self) -> std::sync::MutexGuard<'_, HashMap<MenuId, Line>> {
        self.lines.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The most lines of a menu bar, the most menus one in another, and the most letters of a text in it.
const MOST_LINES: usize = 300;
const MOST_LEVELS: usize = 3;
const MOST_LETTERS: usize = 400;

/// Whether this can be put up: the system's own menus end the program over a text with a zero in it, and nobody reads a
/// line of a million letters.
pub(crate) fn are_modest(menus: &[MenuShown]) -> bool {
    let mut lines = MOST_LINES;
    menus.iter().all(|menu| is_modest(menu, MOST_LEVELS, &mut lines))
}

fn is_modest(menu: &MenuShown, levels: usize, lines: &mut usize) -> bool {
    let text = |text: &str| text.chars().count() <= MOST_LETTERS && !text.chars().any(char::is_control);
    if levels == 0 || menu.entries.len() > *lines || !text(&menu.label) {
        return false;
    }
    *lines -= menu.entries.len();
    menu.entries.iter().all(|entry| match entry {
        MenuEntry::Separator => true,
        MenuEntry::Edit(item) => text(&item.label),
        MenuEntry::Item(item) => text(&item.label) && text(&item.id) && item.keys.as_deref().is_none_or(text),
        MenuEntry::Menu(menu) => is_modest(menu, levels - 1, lines),
    })
}

struct Making<'a> {
    shell: &'a AppHandle,
    meanings: HashMap<MenuId, Chosen>,
    lines: HashMap<MenuId, Line>,
}

impl Making<'_> {
    fn menu(&mut self, shown: &MenuShown) -> tauri::Result<Submenu<Wry>> {
        let menu = Submenu::new(self.shell, plain(&shown.label), true)?;
        for entry in &shown.entries {
            match entry {
                MenuEntry::Separator => menu.append(&PredefinedMenuItem::separator(self.shell)?)?,
                MenuEntry::Menu(more) => menu.append(&self.menu(more)?)?,
                MenuEntry::Item(item) => self.item(&menu, item)?,
                MenuEntry::Edit(item) => self.edit(&menu, item)?,
            }
        }
        Ok(menu)
    }

    fn item(&mut self, menu: &Submenu<Wry>, item: &MenuItem) -> tauri::Result<()> {
        let (id, keys, label) = (page_id(&item.id), item.keys.as_deref(), plain(&item.label));
        self.meanings.insert(id.clone(), Chosen::Page(item.id.clone()));
        let line = if let Some(checked) = item.checked {
            let mark = CheckMenuItem::with_id(self.shell, id.clone(), label, item.enabled, checked, keys)?;
            menu.append(&mark)?;
            Line::Mark(mark, checked)
        } else {
            let line = PlainItem::with_id(self.shell, id.clone(), label, item.enabled, keys)?;
            menu.append(&line)?;
            Line::Plain(line)
        };
        self.lines.insert(id, line);
        Ok(())
    }

    fn edit(&mut self, menu: &Submenu<Wry>, item: &EditItem) -> tauri::Result<()> {
        let line = bar::edit_item(self.shell, item.edit, &plain(&item.label))?;
        self.meanings.insert(line.id().clone(), Chosen::Edit(item.edit));
        menu.append(line.as_ref())
    }
}

/// The page's words stand beside names that are not ours, and `&` would make a key of the letter after it.
fn plain(label: &str) -> String {
    label.replace('&', "&&")
}

/// The page's ids are its own; none of them is one of the system's.
fn page_id(id: &str) -> MenuId {
    MenuId::new(format!("page:{id}"))
}

fn items(menus: &[MenuShown]) -> Vec<&MenuItem> {
    fn of(entry: &MenuEntry) -> Vec<&MenuItem> {
        match entry {
            MenuEntry::Item(item) => vec![item],
            MenuEntry::Menu(more) => items(std::slice::from_ref(more)),
            _ => Vec::new(),
        }
    }
    menus.iter().flat_map(|menu| &menu.entries).flat_map(of).collect()
}

/// Whether two menu bars differ in nothing but what is on and what is chosen.
pub(crate) fn same_shape(one: &[MenuShown], other: &[MenuShown]) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same_menu(one, other))
}

fn same_menu(one: &MenuShown, other: &MenuShown) -> bool {
    let same = |(one, other): (&MenuEntry, &MenuEntry)| match (one, other) {
        (MenuEntry::Item(one), MenuEntry::Item(other)) => {
            (&one.id, &one.label, &one.keys, one.checked.is_some())
                == (&other.id, &other.label, &other.keys, other.checked.is_some())
        }
        (MenuEntry::Menu(one), MenuEntry::Menu(other)) => same_menu(one, other),
        _ => one == other,
    };
    one.label == other.label
        && one.entries.len() == other.entries.len()
        && one.entries.iter().zip(&other.entries).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(label: &str, enabled: bool, checked: Option<bool>) -> Vec<MenuShown> {
        let item = MenuItem { id: "compact".into(), label: label.into(), keys: None, enabled, checked };
        let more = MenuShown { label: "More".into(), entries: vec![MenuEntry::Item(item)] };
        vec![MenuShown { label: "View".into(), entries: vec![MenuEntry::Separator, MenuEntry::Menu(more)] }]
    }

    #[test]
    fn a_bar_is_built_anew_only_for_other_words() {
        assert!(same_shape(&bar("Compact", true, Some(true)), &bar("Compact", false, Some(false))));
        assert!(!same_shape(&bar("Compact", true, Some(true)), &bar("Kompakt", true, Some(true))));
        assert!(!same_shape(&bar("Compact", true, Some(true)), &bar("Compact", true, None)));
        assert!(!same_shape(&bar("Compact", true, None), &[]));
    }

    #[test]
    fn what_is_no_menu_bar_is_not_put_up() {
        assert!(are_modest(&bar("Compact", true, None)));
        for label in ["\u{0}", "two\nlines", &"x".repeat(MOST_LETTERS + 1)] {
            assert!(!are_modest(&bar(label, true, None)), "{label:?}");
        }
        let deep = (0..MOST_LEVELS).fold(bar("Compact", true, None), |inner, _| {
            let entries = inner.into_iter().map(MenuEntry::Menu).collect();
            vec![MenuShown { label: "More".into(), entries }]
        });
        assert!(!are_modest(&deep), "menus in menus without end");
        let long = MenuShown { label: "Long".into(), entries: vec![MenuEntry::Separator; MOST_LINES + 1] };
        assert!(!are_modest(&[long]));
    }

    #[test]
    fn the_items_of_menus_in_menus_are_found() {
        assert_eq!(items(&bar("Compact", true, None)).len(), 1);
    }

    #[test]
    fn a_name_with_a_sign_that_menus_know_is_written_as_it_is() {
        assert_eq!(plain("Meyer & Sons"), "Meyer && Sons");
    }
}
