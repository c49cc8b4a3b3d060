//! The list in an answer, however it is wrapped.

use crate::nouns::{Call, spoken_of};
use crate::schema::{Kind, Property, Shape};
use crate::words::{fold, words};

/// How deep a list may be wrapped.
const DEEPEST: u32 = 3;

/// Keys that hold the list whatever is listed.
const LISTS: [&str; 11] = [
    "items",
    "value",
    "results",
    "resources",
    "data",
    "records",
    "entries",
    "content",
    "list",
    "rows",
    "elements",
];

/// Keys that hold an object in which the list stands.
const AROUND: [&str; 7] = ["data", "result", "results", "response", "embedded", "payload", "body"];

/// Keys of an object that speaks of the list.
const BESIDE: [&str; 6] = ["meta", "metadata", "paging", "pagination", "page", "pageinfo"];

const TOTALS: [&str; 12] = [
    "totalcount",
    "total",
    "totalresults",
    "totalitems",
    "totalrecords",
    "totalelements",
    "totalentries",
    "totalsize",
    "@odata.count",
    "recordcount",
    "resultcount",
    "count",
];

/// A list found in the shape of an answer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Listing {
    /// The keys that lead to it; none for a bare list.
    pub(crate) wrapper: Vec<String>,
    /// The key of the number of all entries.
    pub(crate) total: Option<String>,
    /// What an entry looks like.
    pub(crate) entry: Shape,
}

/// The list of objects in `answer` that may be the list of `call`.
pub(crate) fn listing(call: Call, answer: &Shape) -> Option<Listing> {
    within(call, answer, DEEPEST)
}

/// An answer that is itself the one result.
pub(crate) fn result(answer: &Shape) -> Option<Listing> {
    answer.is_object().then(|| Listing { wrapper: Vec::new(), total: None, entry: answer.clone() })
}

fn within(call: Call, shape: &Shape, deep: u32) -> Option<Listing> {
    if let Some(entry) = shape.entries() {
        return Some(Listing { wrapper: Vec::new(), total: None, entry: entry.clone() });
    }
    let properties = shape.properties();
    let (name, mut inner) = match direct(call, properties) {
        Some(property) => (&property.name, within(call, &property.shape, 0)?),
        None if deep > 0 => around(call, properties, deep)?,
        None => return None,
    };
    inner.wrapper.insert(0, name.clone());
    inner.total = total(properties).or(inner.total);
    Some(inner)
}

/// The property that is the list: named like one, or the only one.
fn direct(call: Call, properties: &[Property]) -> Option<&Property> {
    let lists: Vec<&Property> = properties.iter().filter(|one| one.shape.entries().is_some()).collect();
    let says = |property: &&&Property| spoken_of(call, &words(&property.name)).is_some();
    let usual = |property: &&&Property| LISTS.contains(&plain(&property.name).as_str());
    let only = || if lists.len() == 1 { lists.first() } else { None };
    lists.iter().find(says).or_else(|| lists.iter().find(usual)).or_else(only).copied()
}

fn around(call: Call, properties: &[Property], deep: u32) -> Option<(&String, Listing)> {
    let may = properties.iter().filter(|one| AROUND.contains(&plain(&one.name).as_str()));
    may.filter(|one| one.shape.is_object())
        .find_map(|one| within(call, &one.shape, deep - 1).map(|inner| (&one.name, inner)))
}

/// The key of the number of entries, here or in an object beside the list.
fn total(properties: &[Property]) -> Option<String> {
    let here = |properties: &[Property]| {
        TOTALS.iter().find_map(|total| {
            let counts =
                |one: &&Property| matches!(&one.shape, Shape::Plain(plain) if plain.kind == Kind::Number);
            properties.iter().filter(counts).find(|one| fold(&one.name) == *total).map(|one| one.name.clone())
        })
    };
    let beside = properties.iter().filter(|one| BESIDE.contains(&plain(&one.name).as_str()));
    here(properties).or_else(|| beside.map(|one| one.shape.properties()).find_map(here))
}

/// Folded, and without what marks a key as the format's own.
fn plain(name: &str) -> String {
    fold(name.trim_start_matches(['@', '$']))
}
