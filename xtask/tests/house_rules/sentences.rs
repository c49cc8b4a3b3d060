//! The sentences of the core that the page says in other languages: each pattern names its values, and the page's list of them is fresh.

use std::collections::BTreeSet;
use std::fs;

use proc_macro2::{TokenStream, TokenTree};

use crate::tree::{self, SourceFile};
use crate::{assert_found, assert_none};

/// The page's list, by which the compiler sees that no language misses one.
const LIST: &str = "ui/src/ipc/sentences.ts";
/// Sentences that stand in data instead of a source.
const COMBINATIONS: &str = "crates/findings/src/combinations.toml";
const DESCRIPTIONS: &str = "crates/platform/descriptions";
/// Where the macros are made, with examples.
const MAKER: &str = "crates/core/src/sentence.rs";

struct Written {
    path: String,
    pattern: String,
    names: BTreeSet<String>,
}

/// What `sentence!` and `phrase!` are given in a file, also inside other macros.
fn written(file: &SourceFile) -> Vec<Written> {
    let tokens = file.text.parse().unwrap_or_else(|error| panic!("{} is not Rust: {error}", file.path));
    let mut found = Vec::new();
    collect(&tokens, &file.path, &mut found);
    found
}

fn collect(tokens: &TokenStream, path: &str, found: &mut Vec<Written>) {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        collect(&group.stream(), path, found);
        found.extend(attribute(&group.stream(), path));
        let called = |back: usize| at.checked_sub(back).map(|at| tokens[at].to_string());
        let is_ours = matches!(called(2).as_deref(), Some("sentence" | "phrase"));
        if is_ours && called(1).as_deref() == Some("!") {
            found.extend(read(&group.stream(), path).map(|mut written| {
                // Braces of a phrase are its own.
                if called(2).as_deref() == Some("phrase") {
                    written.names = places(&written.pattern);
                }
                written
            }));
        }
    }
}

fn read(arguments: &TokenStream, path: &str) -> Option<Written> {
    let tokens: Vec<TokenTree> = arguments.clone().into_iter().collect();
    let pattern = syn::parse_str::<syn::LitStr>(&tokens.first()?.to_string()).ok()?.value();
    let is = |at: usize, mark: &str| tokens.get(at).is_some_and(|token| token.to_string() == mark);
    let names = (1..tokens.len()).filter(|at| is(at - 1, ",") && is(at + 1, "="));
    Some(Written { path: path.to_owned(), pattern, names: names.map(|at| tokens[at].to_string()).collect() })
}

/// What `#[error("…")]` says, where it is for people: a sentence.
fn attribute(inside: &TokenStream, path: &str) -> Option<Written> {
    let mut tokens = inside.clone().into_iter();
    let named = tokens.next()?.to_string() == "error";
    let Some(TokenTree::Group(arguments)) = tokens.next().filter(|_| named) else { return None };
    let mut written = read(&arguments.stream(), path)?;
    let is_sentence =
        written.pattern.ends_with(['.', '?']) && written.pattern.starts_with(char::is_uppercase);
    // A field of the error stands in its text by its name alone.
    written.names = places(&written.pattern).into_iter().filter(|name| is_name(name)).collect();
    is_sentence.then_some(written)
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|each| each == '_' || each.is_ascii_alphanumeric())
}

/// The names in braces.
fn places(pattern: &str) -> BTreeSet<String> {
    let opened = pattern.split('{').skip(1);
    opened.filter_map(|rest| Some(rest.split_once('}')?.0.to_owned())).collect()
}

fn not_named(written: &Written) -> Vec<String> {
    if places(&written.pattern) == written.names {
        return Vec::new();
    }
    vec![format!(
        "{}: {:?} has {:?}, is given {:?}",
        written.path,
        written.pattern,
        places(&written.pattern),
        written.names
    )]
}

fn everything() -> Vec<Written> {
    let all = ["crates", "src-tauri/src"].into_iter().flat_map(tree::files);
    let sources = all.filter(|file| file.is(&["rs"]) && file.path != MAKER);
    sources.flat_map(|file| written(&file)).collect()
}

fn in_data() -> Vec<String> {
    let text = |table: &toml::Value, name: &str| table[name].as_str().expect("a text").to_owned();
    let combinations: toml::Value = toml::from_str(&tree::read(COMBINATIONS).text).expect("TOML");
    let all = combinations["combination"].as_array().expect("combinations").iter();
    let of_combinations = all.flat_map(|one| ["title", "explanation", "source"].map(|name| text(one, name)));
    let descriptions = tree::files(DESCRIPTIONS).into_iter().filter(|file| file.is(&["toml"]));
    let of_descriptions = descriptions.map(|file| text(&toml::from_str(&file.text).expect("TOML"), "about"));
    of_combinations.chain(of_descriptions).collect()
}

fn list() -> String {
    let patterns: BTreeSet<String> =
        everything().into_iter().map(|written| written.pattern).chain(in_data()).collect();
    let mut text = String::from(
        "// Every sentence of the core that another language may say: the house rules write this file (CONTRIBUTING.md).\n\
         /** What a sentence of the core is made of: in English, each value as its name in braces. */\n\
         export type SentencePattern =\n",
    );
    for pattern in patterns {
        text.push_str(&format!("  | {}\n", serde_json::to_string(&pattern).expect("JSON")));
    }
    text.truncate(text.len() - 1);
    text.push_str(";\n");
    text
}

#[test]
fn every_value_of_a_sentence_is_named() {
    let findings: Vec<String> = everything().iter().flat_map(not_named).collect();
    assert_none(
        &findings,
        "A sentence takes exactly the values that it names, or no other language can say it.",
    );
}

#[test]
fn a_value_from_around_the_sentence_is_found() {
    let text = "fn f(a: &str) -> Vec<Sentence> { vec![sentence!(\"{a} and {b}\", b = 2)] }";
    let written = written(&SourceFile::example("crates/x/src/lib.rs", text));
    assert_found(&written.iter().flat_map(not_named).collect::<Vec<_>>(), "crates/x/src/lib.rs");
}

#[test]
fn the_list_of_sentences_for_the_page_is_fresh() {
    let path = tree::root().join(LIST);
    let fresh = list();
    if std::env::var_os("ROLLCALL_WRITE_BINDINGS").is_some() {
        fs::write(&path, &fresh).expect("the list can be written");
    }
    let stands = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        stands == fresh,
        "{LIST} is not what the sources say. Write it as CONTRIBUTING.md tells for bindings."
    );
}
