//! Whether a document is of the kind that a description speaks of, by the signs that the description names.

use crate::difference::{at, texts};
use crate::nouns::Call;
use crate::operations::{Method, Operation};
use crate::tree::Tree;
use crate::words::short;
use rollcall_core::sentence;
use serde_json::Value as Json;
use std::collections::HashSet;
use toml::{Table, Value};

/// Parts of an operation that are looked through for texts.
const MOST_PARTS: usize = 50_000;

/// A document's kind, known by signs.
pub(crate) struct KnownKind<'b> {
    base: &'b Table,
    /// What stands before the kind's own paths in this document.
    prefix: Option<String>,
    /// What shows it, each in a few words.
    pub(crate) signs: Vec<String>,
}

impl<'b> KnownKind<'b> {
    /// The kind of `base`, if the document shows it. `users` is the list of users, where it was found.
    pub(crate) fn of<'a>(
        tree: &Tree<'a>,
        base: &'b Table,
        operations: &[Operation<'a>],
        users: Option<&Operation<'a>>,
    ) -> Option<Self> {
        let mut signs: Vec<String> =
            title(tree, &texts(base, &["documents", "titles"])).into_iter().collect();
        let own = path_in(base, &["calls", "users", "path"]).unwrap_or("/");
        let mut homes = operations.iter().filter(|one| {
            let chosen = users.is_none_or(|users| std::ptr::eq(users, *one));
            chosen && one.method == Method::Get && prefix_of(&one.path, own).is_some()
        });
        let home = homes.find_map(|one| {
            let prefix = prefix_of(&one.path, own)?;
            let shown = signs_at(tree, base, operations, one, prefix);
            (!shown.is_empty()).then_some((prefix.to_owned(), shown))
        });
        let (prefix, shown) = home.map_or((None, Vec::new()), |(prefix, shown)| (Some(prefix), shown));
        signs.extend(shown);
        (!signs.is_empty()).then_some(Self { base, prefix, signs })
    }

    /// The kind's name for people.
    pub(crate) fn title(&self) -> String {
        short(self.base.get("title").and_then(Value::as_str).unwrap_or_default(), 40)
    }

    /// What stands before the kind's own paths, where its list of users shows it.
    pub(crate) fn prefix(&self) -> Option<&str> {
        self.prefix.as_deref()
    }

    /// Whether an operation stands where the kind has a call.
    pub(crate) fn has(&self, call: Call, operation: &Operation<'_>) -> bool {
        let usual = if call == Call::Invite { "POST" } else { "GET" };
        let method = path_in(self.base, &["calls", call.key(), "method"]).unwrap_or(usual);
        let path = path_in(self.base, &["calls", call.key(), "path"]);
        let place = self.prefix.as_ref().zip(path).map(|(prefix, path)| format!("{prefix}{path}"));
        operation.method.word() == method && place.is_some_and(|place| place == bare(&operation.path))
    }

    /// Every path of the kind, by its place in a description.
    pub(crate) fn paths(&self) -> Vec<(Vec<&'static str>, String)> {
        let lists = Call::ALL.map(|call| vec!["calls", call.key(), "path"]);
        let others = [vec!["calls", "user_by_email", "path"], vec!["calls", "invite", "then", "path"]];
        let said = |place: Vec<&'static str>| {
            let path = path_in(self.base, &place)?.to_owned();
            Some((place, path))
        };
        lists.into_iter().chain(others).filter_map(said).collect()
    }

    /// Whether the kind's own template for the body names a key.
    pub(crate) fn writes(&self, key: &str) -> bool {
        let person =
            at(self.base, &["calls", "invite", "person"]).and_then(Value::as_str).unwrap_or_default();
        person.contains(&format!("\"{key}\""))
    }
}

fn path_in<'t>(base: &'t Table, place: &[&str]) -> Option<&'t str> {
    at(base, place).and_then(Value::as_str).filter(|text| !text.is_empty())
}

fn bare(path: &str) -> &str {
    path.trim_end_matches('/')
}

/// What stands before `own` at the end of a path.
fn prefix_of<'p>(path: &'p str, own: &str) -> Option<&'p str> {
    bare(path).strip_suffix(bare(own)).filter(|_| bare(own).len() > 1)
}

/// A word of the kind in the title or in an address.
fn title(tree: &Tree<'_>, words: &[String]) -> Option<String> {
    let title = tree.root().pointer("/info/title").and_then(Json::as_str);
    let servers = tree.root().get("servers").and_then(Json::as_array).into_iter().flatten();
    let addresses = servers.filter_map(|server| server.get("url").and_then(Json::as_str));
    let said: Vec<String> = title.into_iter().chain(addresses).map(str::to_lowercase).collect();
    let found = words.iter().find(|word| said.iter().any(|text| text.contains(&word.to_lowercase())))?;
    Some(sentence!("its title or its address speaks of \"{text}\"", text = short(found, 40)).text)
}

/// What shows the kind at a list of users that stands where the kind has it.
fn signs_at<'a>(
    tree: &Tree<'a>,
    base: &Table,
    operations: &[Operation<'a>],
    users: &Operation<'a>,
    prefix: &str,
) -> Vec<String> {
    let mut signs = Vec::new();
    for wanted in texts(base, &["documents", "texts"]) {
        if let Some(found) = Texts::new(tree).beginning_with(&wanted, users.value()) {
            let operation = short(&users.id(), 80);
            signs.push(
                sentence!("{operation} speaks of {text}", operation = operation, text = short(&found, 60))
                    .text,
            );
        }
    }
    let wanted = texts(base, &["documents", "paths"]);
    let beside = operations.iter().find(|one| {
        let path = bare(&one.path);
        wanted.iter().any(|wanted| path.strip_prefix(prefix) == Some(bare(wanted)))
    });
    signs.extend(beside.map(|one| {
        let (path, other) = (short(&one.path, 80), short(&users.path, 80));
        sentence!("{path} lies beside {other}", path = path, other = other).text
    }));
    signs
}

/// The names and texts of a part of a document, with everything that it refers to.
struct Texts<'t, 'a> {
    tree: &'t Tree<'a>,
    seen: HashSet<&'a str>,
    left: usize,
}

impl<'t, 'a> Texts<'t, 'a> {
    fn new(tree: &'t Tree<'a>) -> Self {
        Self { tree, seen: HashSet::new(), left: MOST_PARTS }
    }

    fn beginning_with(&mut self, wanted: &str, part: &'a Json) -> Option<String> {
        self.left = self.left.checked_sub(1)?;
        match part {
            Json::String(text) => text.starts_with(wanted).then(|| text.clone()),
            Json::Array(items) => items.iter().find_map(|item| self.beginning_with(wanted, item)),
            Json::Object(map) => map.iter().find_map(|(key, value)| match (key.as_str(), value) {
                (key, _) if key.starts_with(wanted) => Some(key.to_owned()),
                // What people write about it may speak of anything.
                ("description" | "summary", Json::String(_)) => None,
                ("$ref", Json::String(reference)) if self.seen.insert(reference) => {
                    let inner = reference.strip_prefix('#').and_then(|at| self.tree.root().pointer(at))?;
                    self.beginning_with(wanted, inner)
                }
                _ => self.beginning_with(wanted, value),
            }),
            _ => None,
        }
    }
}
