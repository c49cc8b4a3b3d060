//! The operations of a document.

use crate::schema::{Drawer, Shape, Way, listed};
use crate::tree::Tree;
use crate::words::{short, words};
use serde_json::Value;

/// Operations looked at; the largest public documents have about a thousand.
const MOST: usize = 20_000;

/// What Rollcall sends itself, or what comes from the sign-in.
const OWN_HEADERS: [&str; 4] = ["accept", "authorization", "content-type", "user-agent"];

/// One operation.
pub(crate) struct Operation<'a> {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) summary: Option<String>,
    /// Its name, summary, description and tags, as words.
    pub(crate) said: Vec<String>,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) deprecated: bool,
    value: &'a Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Post,
    Put,
}

/// A parameter of an operation.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) stands: Stands,
    pub(crate) required: bool,
    pub(crate) said: String,
    /// The only or usual value that the document names.
    pub(crate) usual: Option<String>,
    pub(crate) least: Option<u64>,
    pub(crate) most: Option<u64>,
    pub(crate) first: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    Path,
    Query,
    Header,
}

impl Parameter {
    /// One of which nothing but the name is known.
    pub(crate) fn named(name: String) -> Self {
        let (said, stands) = (String::new(), Stands::Query);
        Self { name, stands, required: false, said, usual: None, least: None, most: None, first: None }
    }
}

impl Method {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
        }
    }
}

impl<'a> Operation<'a> {
    /// Method and path, such as `GET /v2/users`.
    pub(crate) fn id(&self) -> String {
        format!("{} {}", self.method.word(), self.path)
    }

    /// What the document says of it.
    pub(crate) fn value(&self) -> &'a Value {
        self.value
    }

    /// Whether a good answer has a header, as far as the operation itself says.
    pub(crate) fn answers_with_header(&self, name: &str) -> bool {
        let headers = self.value.pointer("/responses/200/headers").and_then(Value::as_object);
        headers.is_some_and(|headers| headers.keys().any(|key| key.eq_ignore_ascii_case(name)))
    }

    /// The shape of a good answer.
    pub(crate) fn answer(&self, tree: &Tree<'a>, drawer: &Drawer<'_, 'a>) -> Shape {
        let answers = self.value.get("responses").and_then(Value::as_object);
        let good = ["200", "201", "202", "207", "2XX", "2xx", "default"];
        let found = good.iter().find_map(|code| {
            let answer = tree.resolved(answers?.get(*code)?)?;
            schema_of(answer)
        });
        found.map_or(Shape::Unknown, |schema| drawer.draw(schema, Way::Answer))
    }

    /// The shape of the body.
    pub(crate) fn body(&self, tree: &Tree<'a>, drawer: &Drawer<'_, 'a>) -> Shape {
        let body = self.value.get("requestBody").and_then(|body| tree.resolved(body));
        body.and_then(schema_of).map_or(Shape::Unknown, |schema| drawer.draw(schema, Way::Body))
    }

    pub(crate) fn at(&self, stands: Stands) -> impl Iterator<Item = &Parameter> {
        self.parameters.iter().filter(move |parameter| parameter.stands == stands)
    }

    /// Whether the path names addresses of its own, which a description can't.
    pub(crate) fn has_own_servers(&self) -> bool {
        !listed(self.value, "servers").is_empty()
    }
}

/// Every operation that could be one of the calls.
pub(crate) fn operations<'a>(tree: &Tree<'a>) -> Vec<Operation<'a>> {
    let paths = tree.root().get("paths").and_then(Value::as_object);
    let mut all = Vec::new();
    for (path, item) in paths.into_iter().flatten() {
        let Some(item) = tree.resolved(item) else { continue };
        for (key, method) in [("get", Method::Get), ("post", Method::Post), ("put", Method::Put)] {
            if let Some(value) = item.get(key).filter(|_| all.len() < MOST) {
                all.push(operation(tree, method, path, item, value));
            }
        }
    }
    all
}

fn operation<'a>(
    tree: &Tree<'a>,
    method: Method,
    path: &str,
    item: &'a Value,
    value: &'a Value,
) -> Operation<'a> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let tags = listed(value, "tags").iter().filter_map(Value::as_str);
    let texts = [text("operationId"), text("summary"), text("description")].into_iter().flatten().chain(tags);
    let said = texts.flat_map(|text| words(&short(text, 300))).collect();
    let summary = text("summary").or(text("description")).map(|text| short(text, 160));
    let deprecated = value.get("deprecated") == Some(&Value::Bool(true));
    let parameters = parameters(tree, item, value);
    Operation { method, path: path.to_owned(), summary, said, parameters, deprecated, value }
}

/// Those of the path and those of the operation, which win.
fn parameters<'a>(tree: &Tree<'a>, item: &'a Value, value: &'a Value) -> Vec<Parameter> {
    let mut all: Vec<Parameter> = Vec::new();
    for one in listed(item, "parameters").iter().chain(listed(value, "parameters")) {
        let Some(one) = tree.resolved(one).and_then(|one| parameter(tree, one)) else { continue };
        all.retain(|known| (&known.name, known.stands) != (&one.name, one.stands));
        all.push(one);
    }
    all
}

fn parameter<'a>(tree: &Tree<'a>, value: &'a Value) -> Option<Parameter> {
    let name = value.get("name")?.as_str()?.to_owned();
    let stands = match value.get("in")?.as_str()? {
        "path" => Stands::Path,
        "query" => Stands::Query,
        "header" if !OWN_HEADERS.contains(&name.to_lowercase().as_str()) => Stands::Header,
        _ => return None,
    };
    let schema = value.get("schema").and_then(|schema| tree.resolved(schema)).unwrap_or(&Value::Null);
    let number = |key: &str| schema.get(key).and_then(Value::as_f64).map(|number| number.max(0.0) as u64);
    let said = [value.get("description"), schema.get("description")].into_iter().flatten();
    Some(Parameter {
        name,
        stands,
        required: value.get("required") == Some(&Value::Bool(true)),
        said: short(&said.filter_map(Value::as_str).collect::<Vec<_>>().join(" "), 300),
        usual: usual(value, schema),
        least: number("minimum"),
        most: number("maximum"),
        first: number("default"),
    })
}

fn usual(parameter: &Value, schema: &Value) -> Option<String> {
    let only = match listed(schema, "enum") {
        [one] => Some(one),
        _ => None,
    };
    let said =
        [schema.get("default"), schema.get("const"), only, parameter.get("example"), schema.get("example")];
    said.into_iter().flatten().find_map(|value| match value {
        serde_json::Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        serde_json::Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    })
}

/// The schema of a JSON content, of several the first.
fn schema_of(value: &Value) -> Option<&Value> {
    let content = value.get("content")?.as_object()?;
    let json = content.iter().find(|(kind, _)| kind.to_lowercase().contains("json"));
    json.or_else(|| content.iter().find(|(kind, _)| kind.contains("*/*")))?.1.get("schema")
}
