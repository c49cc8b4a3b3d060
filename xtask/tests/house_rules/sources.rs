//! What holds for every source: its length, its words, and what it hands on.

use serde_json::Value;
use syn::visit::Visit;

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

/// A file longer than this is about more than one thing.
const LONGEST: usize = 450;

const WRITTEN_BY_PROGRAMS: &[&str] =
    &["ui/src/ipc/bindings.ts", "ui/src/ipc/sentences.ts", "ui/src/routeTree.gen.ts"];

/// Unfinished work and switched-off tests. Each is written in two halves, so that this list is not
/// itself a finding.
const WORDS: &[(&str, &str)] = &[
    (concat!("to", "do!("), "unfinished work"),
    (concat!("unimple", "mented!("), "unfinished work"),
    (concat!("FIX", "ME"), "unfinished work"),
    (concat!("XX", "X:"), "unfinished work"),
    (concat!("TO", "DO"), "unfinished work"),
    (concat!(".on", "ly("), "a test that switches off all others"),
    (concat!("it.sk", "ip("), "a test that is switched off"),
    (concat!("test.sk", "ip("), "a test that is switched off"),
    (concat!("describe.sk", "ip("), "tests that are switched off"),
    (concat!("@ts-ign", "ore"), "a type that is not checked"),
    (concat!("@ts-noch", "eck"), "types that are not checked"),
];

/// What may be the reason of a test that is switched off: these are not tests, but tools that the test runner starts on demand.
const NO_TESTS: &[&str] = &["writes ", "runs inside ", "a measurement"];

/// Outside things that a room must not hand on: whoever got them could go around the wall.
const NOT_HANDED_ON: &[&str] =
    &["reqwest", "keyring", "rusqlite", "calamine", "csv", "rust_xlsxwriter", "axum", "tauri"];

fn is_source(file: &SourceFile) -> bool {
    file.is(&["rs", "ts", "tsx", "mts", "js", "mjs", "css", "py", "sh"])
        && !WRITTEN_BY_PROGRAMS.contains(&file.path.as_str())
}

fn sources() -> Vec<SourceFile> {
    tree::files("").into_iter().filter(is_source).collect()
}

fn too_long(file: &SourceFile) -> Vec<String> {
    let lines = file.text.lines().count();
    let finding = format!("{}: {lines} lines", file.path);
    if lines > LONGEST { vec![finding] } else { Vec::new() }
}

fn unfinished(file: &SourceFile) -> Vec<String> {
    let numbered = file.text.lines().enumerate();
    let named = numbered.flat_map(|(at, line)| {
        WORDS.iter().filter(|(word, _)| line.contains(word)).map(move |each| (at, each))
    });
    named.map(|(at, (word, what))| format!("{}:{}: {word} ({what})", file.path, at + 1)).collect()
}

fn switched_off(file: &SourceFile) -> Vec<String> {
    let attribute = concat!("#[ign", "ore");
    let numbered =
        file.text.lines().enumerate().filter_map(|(at, line)| Some((at, line.split_once(attribute)?.1)));
    let off = numbered.filter(|(_, rest)| {
        let reason = rest.trim_start_matches([' ', '=', '"']);
        !NO_TESTS.iter().any(|words| reason.starts_with(words))
    });
    off.map(|(at, rest)| format!("{}:{}: a test that is switched off ({rest}", file.path, at + 1)).collect()
}

fn hands_on(file: &SourceFile) -> Vec<String> {
    struct Exports(Vec<String>);
    impl<'ast> Visit<'ast> for Exports {
        fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
            let is_public = matches!(item.vis, syn::Visibility::Public(_));
            if let (true, syn::UseTree::Path(path)) = (is_public, &item.tree) {
                self.0.push(path.ident.to_string());
            }
            if let (true, syn::UseTree::Name(name)) = (is_public, &item.tree) {
                self.0.push(name.ident.to_string());
            }
        }
    }
    let mut exports = Exports(Vec::new());
    exports.visit_file(
        &syn::parse_file(&file.text).unwrap_or_else(|error| panic!("{} is not Rust: {error}", file.path)),
    );
    let named = exports.0.into_iter().filter(|name| NOT_HANDED_ON.contains(&name.as_str()));
    named.map(|name| format!("{}: hands on {name}", file.path)).collect()
}

fn touches_the_outside(file: &SourceFile) -> Vec<String> {
    let named = ["std::fs", "std::net", "std::process", "std::env"]
        .into_iter()
        .filter(|word| file.text.contains(word));
    named.map(|word| format!("{}: {word}", file.path)).collect()
}

/// The one source that may step out of what Rust proves: it tells the C library what to do with memory.
const UNPROVED: &str = "src-tauri/src/memory.rs";

fn steps_out(file: &SourceFile) -> Vec<String> {
    let tokens = file.text.parse().unwrap_or_else(|error| panic!("{} is not Rust: {error}", file.path));
    vec![file.path.clone(); times(&tokens)]
}

/// How often the word stands there, whatever it is a part of.
fn times(tokens: &proc_macro2::TokenStream) -> usize {
    let of = |token: proc_macro2::TokenTree| match token {
        proc_macro2::TokenTree::Group(group) => times(&group.stream()),
        proc_macro2::TokenTree::Ident(word) => usize::from(word == concat!("unsa", "fe")),
        _ => 0,
    };
    tokens.clone().into_iter().map(of).sum()
}

fn names_a_download_host(lock: &SourceFile) -> Vec<String> {
    let lines = lock.text.lines().enumerate().filter(|(_, line)| line.contains("\"resolved\": \"http"));
    lines
        .take(1)
        .map(|(at, _)| format!("{}:{}: names where a package was fetched", lock.path, at + 1))
        .collect()
}

/// Packages that the lock file names for some system and does not hold: `npm ci` refuses such a file.
fn not_held(lock: &SourceFile) -> Vec<String> {
    let document: Value = serde_json::from_str(&lock.text).expect("the lock file is JSON");
    let Some(packages) = document.get("packages").and_then(Value::as_object) else { return Vec::new() };
    let named = packages.iter().flat_map(|(path, package)| {
        let optional = package.get("optionalDependencies").and_then(Value::as_object);
        optional.into_iter().flat_map(|names| names.keys()).map(move |name| (path, name))
    });
    let held = |name: &str| packages.keys().any(|path| path.ends_with(&format!("node_modules/{name}")));
    named
        .filter(|(_, name)| !held(name))
        .map(|(path, name)| format!("{}: {path} names {name}", lock.path))
        .collect()
}

#[test]
fn no_source_is_longer_than_450_lines() {
    let found: Vec<String> = sources().iter().flat_map(too_long).collect();
    assert_none(&found, "Split it by what it is about; most files here are under 400 lines.");
    assert_found(&too_long(&SourceFile::example("x.rs", &"\n".repeat(LONGEST + 1))), "451 lines");
}

#[test]
fn nothing_is_left_unfinished_or_switched_off() {
    let found: Vec<String> =
        sources().iter().flat_map(|file| [unfinished(file), switched_off(file)].concat()).collect();
    assert_none(&found, "Finish it or take it out; what is not built yet is not in the code.");
    let bad = format!("fn x() {{\n    {})\n}}", WORDS[0].0);
    assert_found(&unfinished(&SourceFile::example("x.rs", &bad)), "x.rs:2");
    for off in ["]", " = \"flaky\"]"] {
        let off = format!("{}{off}", concat!("#[ign", "ore"));
        assert_found(&switched_off(&SourceFile::example("x.rs", &off)), "x.rs:1");
    }
    let tool = format!("{} = \"writes the fixture\"]", concat!("#[ign", "ore"));
    assert_none(&switched_off(&SourceFile::example("x.rs", &tool)), "A tool among the tests is fine.");
}

#[test]
fn no_room_hands_on_the_outside_thing_that_it_wraps() {
    let rust = sources().into_iter().filter(|file| file.is(&["rs"]) && file.path.starts_with("crates/"));
    assert_none(
        &rust.flat_map(|file| hands_on(&file)).collect::<Vec<_>>(),
        "A re-export is a hole in the wall.",
    );
    assert_found(
        &hands_on(&SourceFile::example("crates/x/src/lib.rs", "pub use rusqlite::Connection;")),
        "rusqlite",
    );
    assert_none(
        &hands_on(&SourceFile::example("x.rs", "pub(crate) use rusqlite::Connection;")),
        "Inside a room it is fine.",
    );
}

#[test]
fn core_and_findings_touch_neither_files_nor_network_nor_environment() {
    for room in ["crates/core/src", "crates/findings/src"] {
        let found: Vec<String> = tree::files(room).iter().flat_map(touches_the_outside).collect();
        assert_none(&found, "Values and rules.");
    }
    assert_found(&touches_the_outside(&SourceFile::example("x.rs", "use std::fs;")), "std::fs");
}

#[test]
fn two_calls_into_c_are_all_that_rust_does_not_prove() {
    let rust = sources().into_iter().filter(|file| file.is(&["rs"]));
    let found: Vec<String> = rust.flat_map(|file| steps_out(&file)).collect();
    assert_eq!(found, [UNPROVED; 2]);
    let bad = format!("{} fn x() {{}}", concat!("unsa", "fe"));
    assert_found(&steps_out(&SourceFile::example("crates/x/src/lib.rs", &bad)), "crates/x/src/lib.rs");
}

#[test]
fn there_is_one_package_json_and_it_is_the_pages() {
    let found: Vec<String> = tree::files("")
        .into_iter()
        .map(|file| file.path)
        .filter(|path| path.ends_with("package.json"))
        .collect();
    assert_eq!(
        found,
        ["ui/package.json"],
        "Tauri looks for the page beside the first package.json that it finds"
    );
}

#[test]
fn the_lock_file_of_the_page_names_no_download_host() {
    let rule =
        "Install with `npm install --omit-lockfile-registry-resolved`: each machine has its own registry.";
    assert_none(&names_a_download_host(&tree::read("ui/package-lock.json")), rule);
    let bad = SourceFile::example("package-lock.json", "{\n\"resolved\": \"https://example.com/a.tgz\"\n}");
    assert_found(&names_a_download_host(&bad), "package-lock.json:2");
}

#[test]
fn the_lock_file_of_the_page_holds_what_it_names_for_every_system() {
    let rule =
        "Take a version whose parts for all systems can be had, and make the lock file anew from nothing.";
    assert_none(&not_held(&tree::read("ui/package-lock.json")), rule);
    let bad = r#"{"packages":{"node_modules/a":{"optionalDependencies":{"a-linux":"1","a-darwin":"1"}},
        "node_modules/a-linux":{"version":"1.0.0"}}}"#;
    assert_found(&not_held(&SourceFile::example("package-lock.json", bad)), "a-darwin");
}

/// Where the texts of the built-in descriptions are listed by name.
const DESCRIPTIONS: &str = "crates/platform/src/description.rs";

/// Code that names a kind of platform, tests left out.
fn names_a_platform(file: &SourceFile) -> Vec<String> {
    let code = file.text.split("#[cfg(test)]").next().unwrap_or_default();
    let numbered = code.lines().enumerate();
    let said = numbered.filter(|(_, line)| !line.trim_start().starts_with("//") && line.contains("scim"));
    said.map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim())).collect()
}

#[test]
fn no_code_asks_for_scim_by_its_name() {
    let is_code = |file: &SourceFile| {
        let rooms = file.path.starts_with("crates/") || file.path.starts_with("src-tauri/");
        rooms && file.is(&["rs"]) && file.path.contains("/src/") && file.path != DESCRIPTIONS
    };
    let found: Vec<String> =
        sources().into_iter().filter(is_code).flat_map(|file| names_a_platform(&file)).collect();
    assert_none(&found, "What a kind of platform needs is said in its description, as data.");
    let bad = SourceFile::example("x.rs", "fn x() {\n    if name == \"scim2\" {}\n}");
    assert_found(&names_a_platform(&bad), "x.rs:2");
}
