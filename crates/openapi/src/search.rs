//! A list that is read by POST: what its body always holds.

use crate::invitation::always;
use crate::nouns::{scope_query, segments};
use crate::operations::{Method, Operation};
use crate::paging::{Paging, named_in_body};
use crate::schema::Shape;
use crate::words::{short, words};
use serde_json::{Map, Value};

/// Words of a path by which a POST shows that it only reads.
const READS: [&str; 6] = ["search", "query", "list", "find", "filter", "lookup"];

/// What the body of a search always holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Search {
    /// Nothing where an empty object will do.
    pub(crate) body: Option<Value>,
    /// What is required, and Rollcall has nothing for.
    pub(crate) unknown: Vec<String>,
}

/// Whether an operation only reads, by its method or by the end of its path.
pub(crate) fn only_reads(operation: &Operation<'_>) -> bool {
    let reads = |segment: &&str| words(segment).iter().any(|word| READS.contains(&word.as_str()));
    match operation.method {
        Method::Get => true,
        Method::Post => segments(&operation.path).0.last().is_some_and(reads),
        Method::Put => false,
    }
}

/// The path of what a search looks through.
pub(crate) fn searched<'p>(operation: &'p Operation<'_>) -> &'p str {
    let path = operation.path.trim_end_matches('/');
    match operation.method {
        Method::Get => path,
        _ => path.rsplit_once('/').map_or(path, |(above, _)| above),
    }
}

/// What the body of a search that looks like `shape` always holds, its pages left out.
pub(crate) fn search(shape: &Shape, paging: &Paging) -> Search {
    let (mut body, mut unknown) = (Map::new(), Vec::new());
    let needed = shape.properties().iter().filter(|one| one.required && !named_in_body(paging, &one.name));
    for property in needed {
        match scope_query(&property.name) {
            Some(_) => drop(body.insert(property.name.clone(), "{id}".into())),
            None => match always(property) {
                Some(value) => drop(body.insert(property.name.clone(), value)),
                None => unknown.push(short(&property.name, 40)),
            },
        }
    }
    Search { body: (!body.is_empty()).then(|| body.into()), unknown }
}
