//! How the page is painted on Linux.
//!
//! The engine composes a page of layers, which a graphics card does quickly. Without a card a program plays one: each frame is
//! painted, composed and copied by the processor, and a screen is there after twice the time. The engine can paint straight
//! into the window as well, but does so only when told.

use std::ffi::OsStr;
use std::path::Path;

/// What the engine is told by: any value but 0 means no layers.
const NO_LAYERS: &str = "WEBKIT_DISABLE_COMPOSITING_MODE";
/// By these a person, or their system, has chosen already.
const CHOSEN: [&str; 2] = [NO_LAYERS, "WEBKIT_FORCE_COMPOSITING_MODE"];

/// Tells the engine how to paint, unless it was told. The engine reads it when it begins, so this comes before anything else of
/// the window, while there is one thread.
pub(crate) fn choose() {
    let is_chosen = CHOSEN.iter().any(|name| std::env::var_os(name).is_some());
    if is_chosen || has_card(Path::new("/dev"), std::env::var_os("LIBGL_ALWAYS_SOFTWARE").as_deref()) {
        return;
    }
    if let Err(problem) = gtk::glib::setenv(NO_LAYERS, "1", false) {
        eprintln!("The page is painted in layers: {problem}");
    }
}

/// Whether there is a graphics card that programs may draw with, and they are not told to do without.
fn has_card(devices: &Path, software: Option<&OsStr>) -> bool {
    let has = |folder: &Path, beginning: &[u8]| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name()).any(|name| name.as_encoded_bytes().starts_with(beginning))
    };
    let told_without = software.is_some_and(|word| !["", "0", "false"].iter().any(|no| word == *no));
    // Most drivers offer a node to draw with; one has nodes of its own.
    !told_without && (has(&devices.join("dri"), b"renderD") || devices.join("nvidia0").exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn devices(names: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for name in names {
            let path = folder.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
            std::fs::write(path, "").expect("a device");
        }
        folder
    }

    #[test]
    fn a_card_is_one_that_programs_may_draw_with() {
        let has = |names: &[&str]| has_card(devices(names).path(), None);
        assert!(!has(&[]), "a machine without any");
        assert!(!has(&["dri/card0"]), "it shows pictures, and draws none");
        assert!(has(&["dri/card0", "dri/renderD128"]));
        assert!(has(&["nvidia0", "nvidiactl"]));
    }

    #[test]
    fn a_system_that_is_told_to_do_without_its_card_has_none() {
        let folder = devices(&["dri/renderD128"]);
        let has = |word: &str| has_card(folder.path(), Some(OsStr::new(word)));
        assert!(!has("1") && !has("true"));
        assert!(has("0") && has("false") && has(""));
    }
}
