//! Where an answer says what its next page is asked for with, where a document plainly shows it.

use crate::fields::pointer;
use crate::operations::Operation;
use crate::schema::{Kind, Property, Shape};
use crate::words::fold;

/// Objects in which an answer speaks of its pages.
const BESIDE: [&str; 10] = [
    "meta",
    "metadata",
    "paging",
    "pagination",
    "page",
    "pageinfo",
    "responsemetadata",
    "cursors",
    "links",
    "data",
];

/// Names of a mark, whatever the question calls it.
const MARKS: [&str; 9] = [
    "nextcursor",
    "nextpagetoken",
    "nexttoken",
    "continuationtoken",
    "nextmarker",
    "nextpagecursor",
    "nextmark",
    "nextskiptoken",
    "nextcontinuationtoken",
];

/// Names of an address.
const LINKS: [&str; 6] = ["odata.nextlink", "nextlink", "nexturl", "nextpageurl", "nexthref", "nextpagelink"];

/// How deep an answer speaks of its pages.
const DEEPEST: u32 = 3;

/// What an answer says of the next page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Said {
    /// A mark, at a key or a JSON pointer.
    Mark(String),
    /// Its address, at a key or a JSON pointer, or else in a header.
    Link(Option<String>),
}

/// What the answer says of the next page, for a question whose mark has a name.
pub(crate) fn next(answer: &Shape, mark: Option<&str>, operation: &Operation<'_>) -> Option<Said> {
    let folded = mark.map(fold);
    let found = |marks: bool| within(answer, (folded.as_deref(), marks), "", "", DEEPEST);
    // Where the question takes a mark and the answer gives both, the mark is what belongs to it.
    let found = mark.and_then(|_| found(true)).or_else(|| found(false));
    found.or_else(|| operation.answers_with_header("link").then_some(Said::Link(None)))
}

/// Looks in `shape`, which stands at the pointer `above` under the name `called`, for marks or for addresses. `wanted` is
/// what the question calls a mark, and whether one is looked for.
fn within(shape: &Shape, wanted: (Option<&str>, bool), above: &str, called: &str, deep: u32) -> Option<Said> {
    let here = shape.properties().iter().find_map(|one| {
        let at = if above.is_empty() { one.name.clone() } else { pointer(above, &one.name) };
        let is_mark = said(one, wanted.0, called).filter(|is_mark| *is_mark == wanted.1);
        is_mark.map(|is_mark| if is_mark { Said::Mark(at) } else { Said::Link(Some(at)) })
    });
    let inner = |one: &Property| {
        let name = plain(&one.name);
        let beside = BESIDE.contains(&name.as_str()) || (called == "links" && name == "next");
        (beside && deep > 0)
            .then(|| within(&one.shape, wanted, &pointer(above, &one.name), &name, deep - 1))?
    };
    here.or_else(|| shape.properties().iter().find_map(inner))
}

/// Whether a property names the next page: by a mark, by an address, or not at all.
fn said(property: &Property, mark: Option<&str>, called: &str) -> Option<bool> {
    let Shape::Plain(shape) = &property.shape else { return None };
    let name = plain(&property.name);
    let words = property.said.as_deref().unwrap_or_default().to_lowercase();
    let is_address = shape.format.as_deref().is_some_and(|format| format.starts_with("ur"))
        || ["url", "uri", "link"].iter().any(|word| words.contains(word));
    match name.as_str() {
        _ if shape.kind == Kind::Truth => None,
        name if LINKS.contains(&name) => Some(false),
        name if MARKS.contains(&name) => Some(!is_address),
        // What the question and the answer call alike is one thing, where the name says that it leads on.
        name if Some(name) == mark && name.starts_with("next") => Some(true),
        "next" | "after" if called == "cursors" => Some(true),
        "href" if called == "next" => Some(false),
        "next" if called == "links" || is_address => Some(false),
        "next" if mark.is_some() && (words.contains("cursor") || words.contains("token")) => Some(true),
        _ => None,
    }
}

/// Folded, and without what marks a key as the format's own.
fn plain(name: &str) -> String {
    fold(name.trim_start_matches(['@', '$', '_']))
}
