//! Where each field stands in the text of a description, and what does not belong there.

use crate::description::{DescriptionError, DescriptionProblem, behind_a_line};
use crate::fields::{FIELDS, FieldDoc, Kind, field_at, is_table, keys_of};
use rollcall_core::{Sentence, sentence};
use std::collections::BTreeMap;
use toml::de::{DeTable, DeValue};

/// Tables without which no platform can be asked for anything.
const NEEDED: &[&str] = &[
    "pace",
    "calls",
    "calls.users",
    "calls.roles",
    "calls.invite",
    "answers",
    "fields",
    "fields.user",
    "fields.role",
    "fields.result",
];

/// The line of each key of a text, from 1, by its place.
#[derive(Debug, Default)]
pub(crate) struct Places(BTreeMap<String, u32>);

impl Places {
    /// The line of the first of `paths` that stands in the text.
    pub(crate) fn line(&self, paths: &[&str]) -> Option<u32> {
        paths.iter().find_map(|path| self.0.get(*path).copied())
    }
}

/// Reads a text, whole description or overrides: every key must be one of the form, and hold what belongs there.
///
/// # Errors
/// [`DescriptionError`] with the line of each problem.
pub(crate) fn read(text: &str) -> Result<(toml::Table, Places), DescriptionError> {
    let not_toml = |error: toml::de::Error| not_toml(text, &error);
    let source = text.parse::<toml::Table>().map_err(not_toml)?;
    let spanned = DeTable::parse(text).map_err(not_toml)?;
    let mut walk = Walk { text, places: Places::default(), problems: Vec::new() };
    walk.table(spanned.get_ref(), &mut Vec::new());
    if let Some(newer) = newer_form(&source) {
        let line = walk.places.line(&["format"]);
        return Err(DescriptionError::one(line, newer));
    }
    walk.problems.sort_by_key(|problem| problem.line);
    match walk.problems.is_empty() {
        true => Ok((source, walk.places)),
        false => Err(DescriptionError { problems: walk.problems }),
    }
}

/// What a whole description lacks.
pub(crate) fn missing(source: &toml::Table, places: &Places) -> Vec<DescriptionProblem> {
    let gone = NEEDED.iter().filter(|path| table_at(source, path).is_none());
    let tables =
        gone.map(|path| (*path, behind_a_line(sentence!("The table [{path}] is missing.", path = path))));
    let lacks = |field: &&FieldDoc| {
        let (table, key) = split(field.path);
        field.required && table_at(source, table).is_some_and(|table| !table.contains_key(key))
    };
    let sentence = |field: &FieldDoc| {
        let gone = sentence!("`{path}` is missing.", path = field.path);
        (split(field.path).0, format!("{gone} {}", field.about))
    };
    let problem = |(table, sentence)| DescriptionProblem { line: places.line(&[table]), sentence };
    tables.chain(FIELDS.iter().filter(lacks).map(sentence)).map(problem).collect()
}

/// The table around a field, and its key there.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('.').unwrap_or(("", path))
}

fn table_at<'a>(source: &'a toml::Table, path: &str) -> Option<&'a toml::Table> {
    path.split('.').filter(|key| !key.is_empty()).try_fold(source, |table, key| table.get(key)?.as_table())
}

fn newer_form(source: &toml::Table) -> Option<String> {
    let form = source.get("format")?.as_integer()?;
    let known = i64::from(crate::description::FORMAT);
    (form != known).then(|| {
        behind_a_line(sentence!(
            "This description has form {form}, and this version of Rollcall reads form {known}.",
            form = form,
            known = known
        ))
    })
}

fn not_toml(text: &str, error: &toml::de::Error) -> DescriptionError {
    let line = error.span().map(|span| line_of(text, span.start));
    DescriptionError::one(line, error.message().trim().to_owned())
}

fn line_of(text: &str, at: usize) -> u32 {
    let before = text.get(..at).map_or(0, |before| before.matches('\n').count());
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

struct Walk<'a> {
    text: &'a str,
    places: Places,
    problems: Vec<DescriptionProblem>,
}

impl Walk<'_> {
    fn table(&mut self, table: &DeTable<'_>, path: &mut Vec<String>) {
        for (key, value) in table {
            path.push(key.get_ref().to_string());
            let line = line_of(self.text, key.span().start);
            self.places.0.insert(path.join("."), line);
            self.value(value.get_ref(), path, line);
            path.pop();
        }
    }

    fn value(&mut self, value: &DeValue<'_>, path: &mut Vec<String>, line: u32) {
        match (value.as_table(), field_at(path)) {
            (Some(table), None) if is_table(path) => self.table(table, path),
            (None, Some(field)) if fits(value, field.kind) => {}
            (_, Some(field)) => self.blame(line, must_be(&path.join("."), field.kind)),
            (_, None) if is_table(path) => {
                self.blame(line, sentence!("`{path}` must be a table.", path = path.join(".")))
            }
            (_, None) => self.blame(line, unknown(path)),
        }
    }

    fn blame(&mut self, line: u32, sentence: Sentence) {
        self.problems.push(DescriptionProblem { line: Some(line), sentence: behind_a_line(sentence) });
    }
}

fn must_be(path: &str, kind: Kind) -> Sentence {
    match kind {
        Kind::Text => sentence!("`{path}` must be a text.", path = path),
        Kind::Number => sentence!("`{path}` must be a whole number.", path = path),
        Kind::YesNo => sentence!("`{path}` must be true or false.", path = path),
        Kind::Texts => sentence!("`{path}` must be a list of texts.", path = path),
        Kind::Numbers => sentence!("`{path}` must be a list of whole numbers.", path = path),
        Kind::Word(words) => {
            sentence!("`{path}` must be one of {words}.", path = path, words = words.join(", "))
        }
    }
}

fn unknown(path: &[String]) -> Sentence {
    let above = path.get(..path.len().saturating_sub(1)).unwrap_or_default();
    let known = keys_of(above).join(", ");
    match above {
        [] => sentence!(
            "There is no field `{path}` in a description; there are: {known}.",
            path = path.join("."),
            known = known
        ),
        _ => sentence!(
            "There is no field `{path}`; [{table}] has: {known}.",
            path = path.join("."),
            table = above.join("."),
            known = known
        ),
    }
}

fn fits(value: &DeValue<'_>, kind: Kind) -> bool {
    let number = |value: &DeValue<'_>| {
        value.as_integer().is_some_and(|it| u32::from_str_radix(it.as_str(), it.radix()).is_ok())
    };
    let all = |one: &dyn Fn(&DeValue<'_>) -> bool| {
        value.as_array().is_some_and(|items| items.iter().all(|item| one(item.get_ref())))
    };
    match kind {
        Kind::Text => value.is_str(),
        Kind::YesNo => value.is_bool(),
        Kind::Number => number(value),
        Kind::Texts => all(&|item| item.is_str()),
        Kind::Numbers => all(&number),
        Kind::Word(words) => value.as_str().is_some_and(|word| words.contains(&word)),
    }
}
