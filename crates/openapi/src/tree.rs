//! From bytes to a tree of values, within bounds, and from place to place in it.

use crate::Refused;
use rollcall_core::{Sentence, phrase, sentence};
use serde_json::Value;
use serde_saphyr::options::DuplicateKeyPolicy;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// The largest document that is read, in bytes.
pub const LARGEST: usize = 32 * 1024 * 1024;

/// How many references may lead to one another.
const HOPS: usize = 16;

/// How many references to other files are named; a document may have thousands.
const NAMED: usize = 3;

/// Whether bytes look as if they were meant to be an OpenAPI or Swagger document, whole or broken.
pub fn claims_to_be(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(16 * 1024)]);
    start.lines().any(|line| {
        let key = line.trim_start_matches(['{', ' ', '\t', '\u{feff}']);
        ["openapi", "swagger"].iter().any(|word| {
            let rest = key.trim_start_matches(['"', '\'']).strip_prefix(word);
            rest.is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
        })
    })
}

/// The values in `bytes`, and the name of the form they are written in.
pub(crate) fn values(bytes: &[u8]) -> Result<(Value, &'static str), Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii_start().starts_with(b"{") {
        let read = serde_json::from_slice(bytes);
        return read.map(|value| (value, "JSON")).map_err(|problem| of_json(&problem));
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Refused::NotOpenapi)?;
    let read = serde_saphyr::from_str_with_options(text, bounds());
    read.map(|value| (value, "YAML")).map_err(|problem| of_yaml(&problem))
}

fn bounds() -> serde_saphyr::Options {
    serde_saphyr::options! {
        budget: serde_saphyr::budget! {
            max_depth: 64,
            max_documents: 1,
            max_events: 6_000_000,
            max_nodes: 3_000_000,
        },
        alias_limits: serde_saphyr::alias_limits! { max_total_replayed_events: 100_000 },
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        strict_booleans: true,
        null_as_string: true,
        leading_zero_numbers_as_strings: true,
        with_snippet: false,
    }
}

fn of_json(problem: &serde_json::Error) -> Refused {
    let why = match problem.classify() {
        serde_json::error::Category::Eof => phrase!("it ends in the middle"),
        _ => phrase!("it is not JSON there"),
    };
    Refused::Unreadable { line: Some(problem.line() as u64), why: why.to_owned() }
}

fn of_yaml(problem: &serde_saphyr::Error) -> Refused {
    let line = problem.location().map(|location| location.line()).filter(|line| *line > 0);
    let said = problem.without_snippet().to_string().to_lowercase();
    if ["budget", "alias", "limit", "depth"].iter().any(|word| said.contains(word)) {
        return Refused::Endless;
    }
    let why = match said.contains("tab") {
        true => phrase!("a line is indented by a tab, which YAML does not allow"),
        false => phrase!("it is neither YAML nor JSON there"),
    };
    Refused::Unreadable { line, why: why.to_owned() }
}

/// A document's values, and what was met while going from place to place in them.
pub(crate) struct Tree<'a> {
    root: &'a Value,
    elsewhere: RefCell<BTreeSet<String>>,
    missing: RefCell<BTreeSet<String>>,
}

impl<'a> Tree<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        Self { root, elsewhere: RefCell::default(), missing: RefCell::default() }
    }

    pub(crate) fn root(&self) -> &'a Value {
        self.root
    }

    /// `value` itself, or what it refers to; nothing where that lies elsewhere, nowhere, or in a circle.
    pub(crate) fn resolved(&self, value: &'a Value) -> Option<&'a Value> {
        let mut value = value;
        for _ in 0..HOPS {
            match value.get("$ref").and_then(Value::as_str) {
                None => return Some(value),
                Some(reference) => value = self.referred(reference)?,
            }
        }
        None
    }

    fn referred(&self, reference: &str) -> Option<&'a Value> {
        let Some(pointer) = reference.strip_prefix('#') else {
            self.elsewhere.borrow_mut().insert(reference.to_owned());
            return None;
        };
        let found = match pointer.contains('%') {
            true => self.root.pointer(&decoded(pointer)),
            false => self.root.pointer(pointer),
        };
        if found.is_none() {
            self.missing.borrow_mut().insert(reference.to_owned());
        }
        found
    }

    /// What in the document leads nowhere, in sentences.
    pub(crate) fn doubts(&self) -> Vec<String> {
        let elsewhere = named(&self.elsewhere.borrow(), |names| {
            sentence!(
                "Parts of it lie in other files ({names}), which Rollcall does not open. Export it as one file to have them read.",
                names = names,
            )
        });
        let missing = named(&self.missing.borrow(), |names| {
            sentence!("It refers to parts that it does not hold ({names}).", names = names)
        });
        elsewhere.into_iter().chain(missing).collect()
    }
}

/// A pointer in a URL writes these letters by their numbers (RFC 6901, 6).
fn decoded(pointer: &str) -> String {
    pointer.replace("%7B", "{").replace("%7D", "}").replace("%24", "$").replace("%20", " ")
}

fn named(all: &BTreeSet<String>, said: impl Fn(String) -> Sentence) -> Option<String> {
    let shown: Vec<String> = all.iter().take(NAMED).map(|one| crate::words::short(one, 80)).collect();
    let more = if all.len() > NAMED { ", …" } else { "" };
    (!shown.is_empty()).then(|| said(format!("{}{more}", shown.join(", "))).text)
}
