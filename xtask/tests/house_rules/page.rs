//! The layers of the page, as its imports keep them.

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

/// The folders of `ui/src` and the folders that each may import from, beside itself.
///
/// `routes → features → {components, data} → {kit, ipc}`; the words of the interface are below all.
const LAYERS: &[(&str, &[&str])] = &[
    ("routes", &["features", "components", "data", "kit", "ipc", "words"]),
    ("features", &["components", "data", "kit", "ipc", "words"]),
    ("components", &["kit", "ipc", "words"]),
    ("data", &["kit", "ipc", "words"]),
    ("kit", &["words"]),
    ("ipc", &[]),
    ("words", &[]),
];

/// What would let a text that a platform sent become a program.
const DANGEROUS: &[&str] =
    &["dangerouslySetInnerHTML", ".innerHTML", ".outerHTML", "insertAdjacentHTML", "document.write"];

fn page() -> Vec<SourceFile> {
    tree::files("ui/src").into_iter().filter(|file| file.is(&["ts", "tsx", "js", "jsx", "mts"])).collect()
}

/// Tests and what they share: they may set up whatever they need to show a part at work.
fn is_test(file: &SourceFile) -> bool {
    file.path.contains(".test.") || file.path.contains("/test/")
}

/// What is built into the app.
fn built() -> Vec<SourceFile> {
    page().into_iter().filter(|file| !is_test(file)).collect()
}

/// Every module that a source names in `import … from "x"`, `export … from "x"` or `import("x")`.
fn imports(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    // What stood before the current place, without comments and blanks.
    let mut before = String::new();
    let mut at = 0;
    while let Some(&char) = chars.get(at) {
        let next = chars.get(at + 1).copied();
        match (char, next) {
            ('/', Some('/')) => at = end_of(&chars, at, |rest| rest.starts_with(&['\n'])),
            ('/', Some('*')) => at = end_of(&chars, at + 2, |rest| rest.starts_with(&['*', '/'])) + 2,
            ('"' | '\'' | '`', _) => {
                // A quote that is not closed on its line is no string (it stands in a regular expression).
                let end = end_of(&chars, at + 1, |rest| rest[0] == char || (char != '`' && rest[0] == '\n'));
                let told: String = chars[at + 1..end.min(chars.len())].iter().collect();
                if ["from", "import", "import(", "require("].iter().any(|word| before.ends_with(word)) {
                    found.push(told);
                }
                before.clear();
                at = end + 1;
            }
            _ => {
                if !char.is_whitespace() {
                    before.push(char);
                }
                at += 1;
            }
        }
    }
    found
}

fn end_of(chars: &[char], from: usize, ends: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|at| ends(&chars[*at..])).unwrap_or(chars.len())
}

/// The folder of `ui/src` that an import leads to; nothing for a package or a file at the top.
fn layer_of(import: &str, from: &str) -> Option<String> {
    let path = if let Some(inside) =
        ["@/", "~/", "#/", "/src/"].iter().find_map(|prefix| import.strip_prefix(prefix))
    {
        inside.to_owned()
    } else if import.starts_with('.') {
        let mut parts: Vec<&str> = from.strip_prefix("ui/src/")?.split('/').collect();
        parts.pop();
        for step in import.split('/') {
            match step {
                "." => {}
                ".." => drop(parts.pop()),
                name => parts.push(name),
            }
        }
        parts.join("/")
    } else {
        return None;
    };
    path.split_once('/').map(|(folder, _)| folder.to_owned())
}

fn own_layer(file: &SourceFile) -> Option<&str> {
    file.path.strip_prefix("ui/src/")?.split_once('/').map(|(folder, _)| folder)
}

fn upward_imports(file: &SourceFile) -> Vec<String> {
    let Some(own) = own_layer(file) else { return Vec::new() };
    let Some((_, may)) = LAYERS.iter().find(|(layer, _)| *layer == own) else {
        return vec![format!("{}: ui/src/{own} has no place among the layers", file.path)];
    };
    let layers =
        imports(&file.text).into_iter().filter_map(|import| Some((layer_of(&import, &file.path)?, import)));
    layers
        .filter(|(layer, _)| layer != own && !may.contains(&layer.as_str()))
        .map(|(layer, import)| format!("{}: {own} imports {layer} (\"{import}\")", file.path))
        .collect()
}

fn names_the_shell(files: &[SourceFile]) -> Vec<String> {
    let shell =
        |file: &&SourceFile| imports(&file.text).iter().any(|import| import.starts_with("@tauri-apps/"));
    let named: Vec<&SourceFile> = files.iter().filter(shell).collect();
    let outside = named.iter().filter(|file| !file.path.starts_with("ui/src/ipc/"));
    let mut found: Vec<String> = outside.map(|file| format!("{} imports @tauri-apps/*", file.path)).collect();
    // What is generated there calls the shell as well; nobody writes it.
    let written = named.iter().filter(|file| file.path != "ui/src/ipc/bindings.ts");
    let paths: Vec<&str> = written.map(|file| file.path.as_str()).collect();
    if found.is_empty() && paths.len() > 1 {
        found.push(format!("several files import @tauri-apps/*: {}", paths.join(", ")));
    }
    found
}

fn makes_markup_of_text(file: &SourceFile) -> Vec<String> {
    let named = DANGEROUS.iter().filter(|word| file.text.contains(**word));
    named.map(|word| format!("{}: {word}", file.path)).collect()
}

#[test]
fn the_layers_of_the_page_import_downward_only() {
    let found: Vec<String> = built().iter().flat_map(upward_imports).collect();
    assert_none(
        &found,
        "routes → features → {components, data} → {kit, ipc}, words below all; move the code or the import.",
    );
}

#[test]
fn an_import_upward_or_to_the_side_is_found() {
    let kit = SourceFile::example("ui/src/kit/button.tsx", "import { users } from '../data/users'");
    assert_found(&upward_imports(&kit), "kit imports data");
    let data = SourceFile::example("ui/src/data/users.ts", "export * from \"@/components/badge\";");
    assert_found(&upward_imports(&data), "data imports components");
    let late = SourceFile::example("ui/src/features/x/y.ts", "const p = await import('../../routes/users')");
    assert_found(&upward_imports(&late), "features imports routes");
    let stray = SourceFile::example("ui/src/helpers/x.ts", "");
    assert_found(&upward_imports(&stray), "ui/src/helpers");
}

#[test]
fn imports_in_comments_and_strings_are_no_imports() {
    let text =
        "// import a from 'a'\n/* from 'b' */ const quote = /'/; const c = \"from 'c'\";\nimport d from 'd'";
    assert_eq!(imports(text), ["d"]);
}

#[test]
fn one_file_of_the_page_speaks_to_the_shell() {
    assert_none(
        &names_the_shell(&built()),
        "Call what ui/src/ipc offers; only one file there imports @tauri-apps/*.",
    );
    let bad = SourceFile::example("ui/src/routes/x.tsx", "import { invoke } from '@tauri-apps/api/core'");
    assert_found(&names_the_shell(&[bad]), "ui/src/routes/x.tsx");
    let two = ["a", "b"].map(|name| {
        SourceFile::example(&format!("ui/src/ipc/{name}.ts"), "import { invoke } from '@tauri-apps/api/core'")
    });
    assert_found(&names_the_shell(&two), "several files");
}

#[test]
fn the_page_never_makes_markup_of_a_text() {
    let found: Vec<String> = built().iter().flat_map(makes_markup_of_text).collect();
    assert_none(&found, "A name that a platform gives is text everywhere.");
    let bad = SourceFile::example("ui/src/kit/x.tsx", "<b dangerouslySetInnerHTML={{ __html: name }} />");
    assert_found(&makes_markup_of_text(&bad), "dangerouslySetInnerHTML");
}

/// What moves while React Aria waits for it. It asks the element for its animations then, and WebKit keeps an element that was asked while
/// one ran, and everything in it, for ever.
fn moves_while_asked(file: &SourceFile) -> Vec<String> {
    let marks = ["data-entering:", "data-exiting:", "isEntering", "isExiting"];
    let named = marks.iter().filter(|mark| file.text.contains(**mark));
    named.map(|mark| format!("{}: {mark}", file.path)).collect()
}

#[test]
fn nothing_moves_while_somebody_waits_for_it_to_have_moved() {
    let found: Vec<String> = built().iter().flat_map(moves_while_asked).collect();
    assert_none(&found, "What stands above the page is there at once, as ui/src/kit/Dialog.tsx says.");
    let bad = SourceFile::example(
        "ui/src/kit/x.tsx",
        "<Modal className=\"data-entering:animate-[appear_120ms_ease-out]\" />",
    );
    assert_found(&moves_while_asked(&bad), "data-entering:");
}
