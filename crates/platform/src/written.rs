//! A description as text: every field that it has, in the order of the form.

use crate::description::Difference;
use crate::fields::{FIELDS, FieldDoc, field_at};
use toml::{Table, Value};

/// Every field that has a value, as (place, TOML), in the order of the form.
pub(crate) fn leaves(source: &Table) -> Vec<(String, String)> {
    placed(source).into_iter().map(|(_, path, value)| (path.join("."), value.to_string())).collect()
}

/// The fields in which `after` differs from `before`, in the order of the form.
pub(crate) fn difference(before: &Table, after: &Table) -> Vec<Difference> {
    let (old, new) = (placed(before), placed(after));
    let mut all: Vec<_> = old.iter().chain(&new).map(|(rank, path, _)| (*rank, path.clone())).collect();
    all.sort_unstable();
    all.dedup();
    let value = |leaves: &[Leaf<'_>], path: &[String]| {
        leaves.iter().find(|(_, other, _)| other == path).map(|(_, _, value)| value.to_string())
    };
    let differences = all.into_iter().map(|(_, path)| Difference {
        before: value(&old, &path),
        after: value(&new, &path),
        field: path.join("."),
    });
    differences.filter(|difference| difference.before != difference.after).collect()
}

/// The whole description, with a word on each field.
pub(crate) fn text(source: &Table) -> String {
    let mut text = String::new();
    let mut table: Vec<String> = Vec::new();
    for (rank, path, value) in placed(source) {
        let (key, above) = path.split_last().map_or(("", &[][..]), |(key, above)| (key.as_str(), above));
        if above != table {
            let name: Vec<String> = above.iter().map(|key| quoted(key)).collect();
            text.push_str(&format!("\n[{}]\n", name.join(".")));
            table = above.to_vec();
        }
        if let Some(field) = FIELDS.get(rank) {
            text.push_str(&format!("# {}\n", field.about));
        }
        text.push_str(&format!("{} = {value}\n", quoted(key)));
    }
    text
}

/// A key as it is written in TOML.
fn quoted(key: &str) -> String {
    let bare = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-');
    match !key.is_empty() && key.chars().all(bare) {
        true => key.to_owned(),
        false => Value::from(key).to_string(),
    }
}

/// A field's rank in the form, its place and its value.
type Leaf<'a> = (usize, Vec<String>, &'a Value);

fn placed(source: &Table) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    collect(source, &mut Vec::new(), &mut leaves);
    leaves.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    leaves
}

fn collect<'a>(table: &'a Table, path: &mut Vec<String>, into: &mut Vec<Leaf<'a>>) {
    for (key, value) in table {
        path.push(key.clone());
        match value {
            Value::Table(inner) => collect(inner, path, into),
            _ => into.push((rank(path), path.clone(), value)),
        }
        path.pop();
    }
}

fn rank(path: &[String]) -> usize {
    let same = |field: &&FieldDoc| FIELDS.iter().position(|other| std::ptr::eq(other, *field));
    field_at(path).and_then(|field| same(&field)).unwrap_or(FIELDS.len())
}
