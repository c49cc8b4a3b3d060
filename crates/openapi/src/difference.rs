//! What a description would say differently, and nothing else.

use toml::{Table, Value};

/// What of `wanted` the description `base` does not say already. A table that becomes empty is left out.
pub(crate) fn difference(wanted: Table, base: &Table) -> Table {
    let differing =
        wanted.into_iter().filter_map(|(key, value)| differing(value, base.get(&key)).map(|it| (key, it)));
    differing.collect()
}

fn differing(wanted: Value, base: Option<&Value>) -> Option<Value> {
    match (wanted, base) {
        (Value::Table(wanted), Some(Value::Table(base))) => {
            let left = difference(wanted, base);
            (!left.is_empty()).then_some(Value::Table(left))
        }
        (wanted, Some(base)) if wanted == *base => None,
        (wanted, _) => Some(wanted),
    }
}

/// Puts `value` at a place such as `calls.users.path`.
pub(crate) fn put(table: &mut Table, place: &[&str], value: impl Into<Value>) {
    let Some((last, above)) = place.split_last() else { return };
    let mut table = table;
    for step in above {
        let inner = table.entry(*step).or_insert_with(|| Value::Table(Table::new()));
        if !inner.is_table() {
            *inner = Value::Table(Table::new());
        }
        let Value::Table(next) = inner else { return };
        table = next;
    }
    table.insert((*last).to_owned(), value.into());
}

/// The texts of a list at a place.
pub(crate) fn texts(table: &Table, place: &[&str]) -> Vec<String> {
    let all = at(table, place).and_then(Value::as_array).into_iter().flatten();
    all.filter_map(Value::as_str).map(str::to_owned).collect()
}

pub(crate) fn at<'t>(table: &'t Table, place: &[&str]) -> Option<&'t Value> {
    let (first, rest) = place.split_first()?;
    rest.iter().try_fold(table.get(*first)?, |value, step| value.get(*step))
}
