//! Schemas, drawn as the shape of the JSON that they describe.

use crate::tree::Tree;
use crate::words::short;
use serde_json::Value;
use std::cell::Cell;

/// How deep a shape is drawn: what Rollcall reads stands near the top.
const DEEPEST: u32 = 8;

/// Parts drawn of one schema, shared out among its properties: a deep one must not leave nothing for those after it.
const PER_SCHEMA: usize = 2_000;

/// Parts drawn in all.
const IN_ALL: usize = 200_000;

/// What JSON looks like at one place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    Object(Vec<Property>),
    List { entry: Box<Shape>, most: Option<u64> },
    Plain(Plain),
    Unknown,
}

/// A property of an object, in the document's order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Property {
    pub(crate) name: String,
    pub(crate) required: bool,
    pub(crate) shape: Shape,
    /// The document's words.
    pub(crate) said: Option<String>,
}

/// A text, a number or a truth value.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Plain {
    pub(crate) kind: Kind,
    pub(crate) format: Option<String>,
    /// The words that it may be, where the document lists them.
    pub(crate) words: Vec<String>,
    /// What it is unless something else is said.
    pub(crate) usual: Option<Value>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    #[default]
    Text,
    Number,
    Truth,
}

/// Whether a shape is read from an answer or written into a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Answer,
    Body,
}

/// Draws shapes, within bounds.
pub(crate) struct Drawer<'t, 'a> {
    tree: &'t Tree<'a>,
    left: Cell<usize>,
}

impl Shape {
    pub(crate) fn properties(&self) -> &[Property] {
        match self {
            Self::Object(properties) => properties,
            _ => &[],
        }
    }

    pub(crate) fn is_object(&self) -> bool {
        !self.properties().is_empty()
    }

    /// Whether there is anything where a JSON pointer leads.
    pub(crate) fn holds(&self, pointer: &str) -> bool {
        let mut steps = pointer.split('/').skip(1);
        let found = steps.try_fold(self, |shape, step| match shape {
            Self::Object(properties) => {
                let same = |one: &&Property| crate::words::fold(&one.name) == crate::words::fold(step);
                properties.iter().find(same).map(|one| &one.shape)
            }
            Self::List { entry, .. } if step.parse::<usize>().is_ok() => Some(&**entry),
            _ => None,
        });
        found.is_some()
    }

    /// The entries, of a list of objects.
    pub(crate) fn entries(&self) -> Option<&Shape> {
        match self {
            Self::List { entry, .. } if entry.is_object() => Some(entry),
            _ => None,
        }
    }
}

impl<'t, 'a> Drawer<'t, 'a> {
    pub(crate) fn new(tree: &'t Tree<'a>) -> Self {
        Self { tree, left: Cell::new(IN_ALL) }
    }

    pub(crate) fn draw(&self, schema: &'a Value, way: Way) -> Shape {
        self.shape(schema, way, 0, PER_SCHEMA)
    }

    fn may_go_on(&self) -> bool {
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        left > 0
    }

    /// `share` is how many parts may be drawn here and below.
    fn shape(&self, schema: &'a Value, way: Way, depth: u32, share: usize) -> Shape {
        if depth > DEEPEST || share == 0 || !self.may_go_on() {
            return Shape::Unknown;
        }
        let Some(schema) = self.tree.resolved(schema) else { return Shape::Unknown };
        // With no share for its parts, all that can be told of it is what a plain value would say.
        if share == 1 {
            return if is_composed(schema) { Shape::Unknown } else { plain(schema) };
        }
        let properties = self.properties(schema, way, depth, share);
        if !properties.is_empty() {
            return Shape::Object(properties);
        }
        if let Some(items) = schema.get("items") {
            let entry = Box::new(self.shape(items, way, depth + 1, share - 1));
            return Shape::List { entry, most: schema.get("maxItems").and_then(Value::as_u64) };
        }
        self.alternative(schema, way, depth, share).unwrap_or_else(|| plain(schema))
    }

    /// The properties of a schema and of everything that it is made of.
    fn properties(&self, schema: &'a Value, way: Way, depth: u32, share: usize) -> Vec<Property> {
        let own = schema.get("properties").and_then(Value::as_object);
        let each = shared(share, listed(schema, "allOf").len() + own.map_or(0, |own| own.len()));
        let required: Vec<&str> =
            listed(schema, "required").iter().filter_map(|name| name.as_str()).collect();
        let hidden = if way == Way::Answer { "writeOnly" } else { "readOnly" };
        let mut all = Vec::new();
        for part in listed(schema, "allOf") {
            let drawn = self.shape(part, way, depth + 1, each);
            drawn.properties().iter().for_each(|property| put(&mut all, property.clone()));
        }
        for (name, value) in own.into_iter().flatten().take(PER_SCHEMA) {
            let Some(part) = self.tree.resolved(value) else { continue };
            if part.get(hidden) == Some(&Value::Bool(true)) {
                continue;
            }
            let said = [value, part].into_iter().find_map(|it| it.get("description")?.as_str());
            put(
                &mut all,
                Property {
                    name: name.clone(),
                    required: false,
                    shape: self.shape(value, way, depth + 1, each),
                    said: said.map(|text| short(text, 160)),
                },
            );
        }
        all.iter_mut().for_each(|property| property.required |= required.contains(&property.name.as_str()));
        all
    }

    /// Of several schemas that may hold, the first that says most.
    fn alternative(&self, schema: &'a Value, way: Way, depth: u32, share: usize) -> Option<Shape> {
        let parts = ["anyOf", "oneOf", "allOf"].into_iter().flat_map(|key| listed(schema, key));
        let parts: Vec<&Value> =
            parts.filter(|part| part.get("type").and_then(Value::as_str) != Some("null")).collect();
        let each = shared(share, parts.len());
        let drawn = parts.into_iter().take(share).map(|part| self.shape(part, way, depth + 1, each));
        let rank = |shape: &Shape| match shape {
            Shape::Object(_) => 0,
            Shape::List { .. } => 1,
            Shape::Plain(_) => 2,
            Shape::Unknown => 3,
        };
        drawn.min_by_key(rank)
    }
}

fn is_composed(schema: &Value) -> bool {
    ["properties", "items", "allOf", "anyOf", "oneOf"].iter().any(|key| schema.get(key).is_some())
}

/// What each of several parts gets of a share: one that is large enough to have parts gives each at least its outline.
fn shared(share: usize, parts: usize) -> usize {
    match share {
        0 | 1 => 0,
        more => ((more - 1) / parts.max(1)).max(1),
    }
}

fn put(all: &mut Vec<Property>, property: Property) {
    match all.iter_mut().find(|known| known.name == property.name) {
        Some(known) => *known = property,
        None => all.push(property),
    }
}

fn plain(schema: &Value) -> Shape {
    let kind = match type_of(schema) {
        Some("string") => Kind::Text,
        Some("integer" | "number") => Kind::Number,
        Some("boolean") => Kind::Truth,
        None if schema.get("enum").is_some() || schema.get("const").is_some() => Kind::Text,
        _ => return Shape::Unknown,
    };
    let words = listed(schema, "enum").iter().chain(schema.get("const"));
    let words: Vec<String> = words.filter_map(|word| word.as_str().map(str::to_owned)).collect();
    let only = || (words.len() == 1).then(|| Value::from(words[0].clone()));
    Shape::Plain(Plain {
        kind,
        format: schema.get("format").and_then(Value::as_str).map(str::to_owned),
        usual: schema.get("default").filter(|usual| !usual.is_null()).cloned().or_else(only),
        words,
    })
}

/// The type, of OpenAPI 3.1 the first that is not null.
fn type_of(schema: &Value) -> Option<&str> {
    match schema.get("type")? {
        Value::Array(several) => several.iter().filter_map(Value::as_str).find(|one| *one != "null"),
        one => one.as_str(),
    }
}

/// The list at a key; empty where there is none.
pub(crate) fn listed<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value.get(key).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
