//! The body of an invitation, from the schema of what it takes.

use crate::fields::{is_inside, written};
use crate::schema::{Kind, Plain, Property, Shape};
use crate::words::{fold, short};
use serde_json::{Map, Value, json};

/// What stands for all people in a template.
const PEOPLE: &str = "{people}";

/// What stands for the only one.
const PERSON: &str = "{person}";

/// Required properties that are named where Rollcall does not know what to write.
const NAMED: usize = 5;

/// What an invitation takes, as the templates of a description.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Body {
    /// The whole body, with `{people}` in it.
    pub(crate) around: Value,
    /// One person.
    pub(crate) person: Value,
    pub(crate) several: bool,
    /// Most people in one call.
    pub(crate) most: Option<u64>,
    /// Field and place of everything that is filled in.
    pub(crate) filled: Vec<(&'static str, String)>,
    /// What is required, and Rollcall has nothing for.
    pub(crate) unknown: Vec<String>,
}

impl Body {
    pub(crate) fn has(&self, field: &str) -> bool {
        self.filled.iter().any(|(name, _)| *name == field)
    }
}

#[derive(Default)]
struct Written {
    filled: Vec<(&'static str, String)>,
    unknown: Vec<String>,
}

/// The templates for a body that takes people with an e-mail address; nothing for any other.
pub(crate) fn body(shape: &Shape) -> Option<Body> {
    if let Shape::List { entry, most } = shape {
        return several(entry, *most, |people| people);
    }
    if let Some(one) = one(shape) {
        return Some(one);
    }
    let properties = shape.properties();
    let people = properties.iter().find_map(|property| match &property.shape {
        Shape::List { entry, most } => several(entry, *most, |people| people).map(|body| (property, body)),
        _ => None,
    });
    let (list, body) = people?;
    let mut written = Written { filled: body.filled, unknown: body.unknown };
    let mut around = Map::new();
    for property in properties {
        let value = match property.name == list.name {
            true => Some(json!([PEOPLE])),
            false => fixed(property, &mut written),
        };
        around.extend(value.map(|value| (property.name.clone(), value)));
    }
    Some(Body { around: around.into(), filled: written.filled, unknown: written.unknown, ..body })
}

fn several(entry: &Shape, most: Option<u64>, wrap: impl Fn(Value) -> Value) -> Option<Body> {
    let mut body = one(entry)?;
    body.around = wrap(json!([PEOPLE]));
    body.several = true;
    body.most = most;
    Some(body)
}

fn one(shape: &Shape) -> Option<Body> {
    let mut written = Written::default();
    let person = object(shape.properties(), "", &mut written);
    let Written { filled, unknown } = written;
    let takes_address = filled.iter().any(|(field, _)| *field == "email");
    takes_address.then(|| Body {
        around: json!(PERSON),
        person: person.into(),
        several: false,
        most: Some(1),
        filled,
        unknown,
    })
}

fn object(properties: &[Property], above: &str, written: &mut Written) -> Map<String, Value> {
    let mut object = Map::new();
    for property in properties.iter().filter(|one| !is_outdone(one, properties)) {
        let at = match above {
            "" => property.name.clone(),
            above => format!("{above}.{}", property.name),
        };
        let value = field(property, &at, written);
        object.extend(value.map(|value| (property.name.clone(), value)));
    }
    object
}

/// Whether another property of the same object takes the same field and is likelier: a role is given once.
fn is_outdone(property: &Property, all: &[Property]) -> bool {
    let Some((field, rank)) = written(property).filter(|(field, _)| *field != "email") else { return false };
    all.iter().filter_map(written).any(|(other, better)| other == field && better < rank)
}

fn field(property: &Property, at: &str, written: &mut Written) -> Option<Value> {
    if let Some(name) = written_as(property)
        && let Some(value) = placed(name, &property.shape)
    {
        written.filled.push((name, at.to_owned()));
        return Some(value);
    }
    if property.shape.is_object() && (property.required || is_inside(property)) {
        let inner = object(property.shape.properties(), at, written);
        return (!inner.is_empty()).then(|| inner.into());
    }
    fixed(property, written)
}

/// A user's name that has to be there is their address.
fn written_as(property: &Property) -> Option<&'static str> {
    let is_name = property.required && ["username", "login"].contains(&fold(&property.name).as_str());
    written(property).map(|(field, _)| field).or(is_name.then_some("email"))
}

/// The placeholder of a field in the form that the schema asks for.
fn placed(name: &str, shape: &Shape) -> Option<Value> {
    let slot = match name {
        "email" => "email",
        "first_name" => "firstName",
        "last_name" => "lastName",
        "roles" => "roleId",
        "identity_provider" => "identityProviderId",
        _ => return organizations(shape),
    };
    let is_id = matches!(name, "roles" | "identity_provider");
    match shape {
        Shape::Plain(plain) => slotted(slot, plain, is_id),
        Shape::List { entry, .. } => placed_once(slot, entry, is_id).map(|value| json!([value])),
        object => placed_once(slot, object, is_id),
    }
}

fn placed_once(slot: &str, shape: &Shape, is_id: bool) -> Option<Value> {
    if let Shape::Plain(plain) = shape {
        return slotted(slot, plain, is_id);
    }
    let inner = shape.properties().iter().find_map(|one| match &one.shape {
        Shape::Plain(plain) if ["value", "id", "email", "address"].contains(&fold(&one.name).as_str()) => {
            slotted(slot, plain, is_id).map(|value| (one.name.clone(), value))
        }
        _ => None,
    });
    inner.map(|(name, value)| Value::Object(Map::from_iter([(name, value)])))
}

fn slotted(slot: &str, plain: &Plain, is_id: bool) -> Option<Value> {
    match plain.kind {
        Kind::Text => Some(json!(format!("{{{slot}}}"))),
        Kind::Number if is_id => Some(json!(format!("{{{slot}:number}}"))),
        _ => None,
    }
}

/// Organizations are sent as a list; a place for one alone can't take them.
fn organizations(shape: &Shape) -> Option<Value> {
    let Shape::List { entry, .. } = shape else { return None };
    match &**entry {
        Shape::Plain(plain) => slotted("organizationIds", plain, true).map(|value| json!([value])),
        _ => None,
    }
}

/// A property that is always the same, where it has to be there.
fn fixed(property: &Property, written: &mut Written) -> Option<Value> {
    if !property.required {
        return None;
    }
    let value = always(property);
    if value.is_none() && written.unknown.len() < NAMED {
        written.unknown.push(short(&property.name, 40));
    }
    value
}

/// What a property is always, where the document says it.
pub(crate) fn always(property: &Property) -> Option<Value> {
    let value = match &property.shape {
        Shape::Plain(plain) => plain.usual.clone(),
        Shape::List { entry, .. } => match &**entry {
            Shape::Plain(plain) => {
                plain.usual.clone().or_else(|| plain.words.first().cloned().map(Value::from))
            }
            _ => None,
        }
        .map(|one| json!([one])),
        _ => None,
    };
    value.filter(|value| !value.to_string().contains(['{', '}']))
}
