//! The checkout as the rules see it: every file that is written by hand or committed.

use std::fs;
use std::path::{Path, PathBuf};

/// A file of the checkout.
#[derive(Clone, Debug)]
pub(crate) struct SourceFile {
    /// From the root of the checkout, with `/` between the parts.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl SourceFile {
    /// A file that exists only in a test.
    pub(crate) fn example(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub(crate) fn is(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }
}

pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("xtask lies in the root of the checkout")
        .to_path_buf()
}

/// What is built, fetched or generated, by the name of its folder.
const NOT_OURS: &[&str] = &["target", "node_modules", "dist", "gen", "permissions", "testdata", "shots"];

/// Every text file under a folder of the checkout ("" for all of it), in a stable order.
pub(crate) fn files(under: &str) -> Vec<SourceFile> {
    let mut found = Vec::new();
    collect(&root().join(under), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn collect(folder: &Path, found: &mut Vec<SourceFile>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let hidden =
            name.starts_with('.') && !matches!(name.as_str(), ".ci" | ".cargo" | ".config" | ".github");
        if path.is_dir() {
            if !hidden && !NOT_OURS.contains(&name.as_str()) {
                collect(&path, found);
            }
        } else if let Ok(text) = fs::read_to_string(&path) {
            found.push(SourceFile { path: relative(&path), text });
        }
    }
}

fn relative(path: &Path) -> String {
    let inside = path.strip_prefix(root()).unwrap_or(path);
    inside.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// One file, which must be there.
pub(crate) fn read(path: &str) -> SourceFile {
    let text =
        fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path} can't be read: {error}"));
    SourceFile { path: path.to_owned(), text }
}

#[test]
fn the_rules_see_the_rooms_the_page_and_themselves() {
    let seen = files("");
    for path in [
        "Cargo.toml",
        "crates/core/src/lib.rs",
        "xtask/tests/house_rules/main.rs",
        ".ci/run",
        "ui/package.json",
    ] {
        assert!(seen.iter().any(|file| file.path == path), "{path} is not looked at");
    }
    assert!(!seen.iter().any(|file| file.path.contains("node_modules/")), "what npm fetched is not ours");
}
