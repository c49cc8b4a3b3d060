//! Tolerant reading of JSON: keys whatever their case, aliases, bare or wrapped lists, ids as text or number.

use crate::wording::Answers;
use serde_json::{Map, Value};

/// How deep a list may be wrapped.
const DEEPEST: u32 = 3;

/// A list found in an answer.
pub(crate) struct Listed {
    pub(crate) items: Vec<Value>,
    pub(crate) total: Option<u32>,
}

/// How lists are wrapped, and how objects stand in for ids and names.
#[derive(Debug)]
pub(crate) struct Shapes {
    lists: Vec<String>,
    totals: Vec<String>,
    ids: Vec<String>,
    names: Vec<String>,
}

impl Shapes {
    pub(crate) fn new(answers: &Answers) -> Self {
        let folded = |words: &[String]| words.iter().map(|word| fold(word)).collect();
        Self {
            lists: folded(&answers.lists),
            totals: folded(&answers.totals),
            ids: folded(&answers.ids),
            names: folded(&answers.names),
        }
    }

    /// The list in an answer: the answer itself, or what one of the wrapper keys holds.
    pub(crate) fn list(&self, answer: Value) -> Option<Listed> {
        self.unwrapped(answer, DEEPEST)
    }

    fn unwrapped(&self, answer: Value, depth: u32) -> Option<Listed> {
        let mut map = match answer {
            Value::Array(items) => return Some(Listed { items, total: None }),
            Value::Object(map) if depth > 0 => map,
            _ => return None,
        };
        let total = self
            .total(&map)
            .or_else(|| map.values().filter_map(Value::as_object).find_map(|it| self.total(it)));
        // RFC 7644, 3.4.2, lets a service leave out the list where there is nobody in it.
        if total == Some(0) && !map.keys().any(|key| self.lists.contains(&fold(key))) {
            return Some(Listed { items: Vec::new(), total });
        }
        let key = self.lists.iter().find_map(|word| {
            map.iter()
                .find(|(key, value)| fold(key) == *word && may_hold_list(value, total))
                .map(|(key, _)| key.clone())
        })?;
        let inner = match map.remove(&key)? {
            Value::Null => Listed { items: Vec::new(), total: None },
            other => self.unwrapped(other, depth - 1)?,
        };
        Some(Listed { total: inner.total.or(total), items: inner.items })
    }

    fn total(&self, map: &Map<String, Value>) -> Option<u32> {
        first(map, &self.totals).and_then(number).and_then(|total| u32::try_from(total).ok())
    }

    /// One id: text, number, or an object with an id.
    pub(crate) fn id(&self, value: &Value) -> Option<String> {
        match value {
            Value::Object(map) => first(map, &self.ids).and_then(scalar),
            other => scalar(other),
        }
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
    }

    /// Several ids: an array of ids, or a single one. `None` if any of them can't be read.
    pub(crate) fn ids(&self, value: &Value) -> Option<Vec<String>> {
        match value {
            Value::Null => Some(Vec::new()),
            Value::Array(items) => items.iter().map(|item| self.id(item)).collect(),
            one => self.id(one).map(|id| vec![id]),
        }
    }

    /// One id where some platforms write a list of one.
    pub(crate) fn single_id(&self, value: &Value) -> Option<String> {
        match value.as_array().map(Vec::as_slice) {
            Some([one]) => self.id(one),
            Some(_) => None,
            None => self.id(value),
        }
    }

    /// A word: text, number, or an object with a name.
    pub(crate) fn word(&self, value: &Value) -> Option<String> {
        match value {
            Value::Object(map) => first(map, &self.names).and_then(scalar),
            other => scalar(other),
        }
        .filter(|text| !text.trim().is_empty())
    }
}

fn may_hold_list(value: &Value, total: Option<u32>) -> bool {
    match value {
        Value::Array(_) | Value::Object(_) => true,
        Value::Null => total == Some(0),
        _ => false,
    }
}

fn first<'a>(map: &'a Map<String, Value>, folded: &[String]) -> Option<&'a Value> {
    folded.iter().find_map(|word| map.iter().find(|(key, _)| fold(key) == *word).map(|(_, value)| value))
}

/// The form in which keys and words are compared: lower case, without `_` and `-`.
pub(crate) fn fold(key: &str) -> String {
    key.chars().filter(|letter| !matches!(letter, '_' | '-')).flat_map(char::to_lowercase).collect()
}

/// Text, number or truth value as text.
pub(crate) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}

/// A whole number, also where it is written as text or with a zero fraction.
pub(crate) fn number(value: &Value) -> Option<i64> {
    match value {
        Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)),
        Value::String(text) => text.trim().parse().ok().or_else(|| whole(text.trim().parse().ok()?)),
        _ => None,
    }
}

fn whole(number: f64) -> Option<i64> {
    // Within this range every whole `f64` is exactly an `i64`.
    let exact = number.fract() == 0.0 && number.abs() < 9.0e15;
    exact.then_some(number as i64)
}

/// A truth value, also where it is written as word or number.
pub(crate) fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(truth) => Some(*truth),
        other => match scalar(other)?.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" | "enabled" | "active" => Some(true),
            "false" | "no" | "0" | "disabled" | "inactive" => Some(false),
            _ => None,
        },
    }
}

/// A time, as RFC 3339 where it can be understood: with an offset it is kept as it came, without
/// one it is taken for UTC, and a number counts seconds or milliseconds since 1970.
pub(crate) fn time(value: &Value) -> Option<String> {
    use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
    if let Value::Number(_) = value {
        let number = number(value)?;
        let moment = match number.unsigned_abs() > 100_000_000_000 {
            true => Timestamp::from_millisecond(number),
            false => Timestamp::from_second(number),
        };
        return moment.ok().map(|moment| moment.to_string());
    }
    let text = value.as_str()?.trim();
    if text.is_empty() {
        return None;
    }
    let without_offset = || TimeZone::UTC.to_timestamp(text.parse::<DateTime>().ok()?).ok();
    match text.parse::<Timestamp>() {
        Ok(_) => Some(text.to_owned()),
        Err(_) => Some(without_offset().map_or_else(|| text.to_owned(), |moment| moment.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Description;
    use serde_json::json;

    fn shapes() -> Shapes {
        Shapes::new(&Description::built_in("appxite").expect("built in").wording.answers)
    }

    fn listed(answer: Value) -> Option<(usize, Option<u32>)> {
        shapes().list(answer).map(|listed| (listed.items.len(), listed.total))
    }

    #[test]
    fn a_list_is_found_bare_or_wrapped() {
        assert_eq!(listed(json!([1, 2])), Some((2, None)));
        assert_eq!(listed(json!({"Items": [1], "TotalCount": 9})), Some((1, Some(9))));
        assert_eq!(listed(json!({"items": [1], "total_count": "9"})), Some((1, Some(9))));
        assert_eq!(listed(json!({"value": [1], "@odata.count": 3})), Some((1, Some(3))));
        assert_eq!(listed(json!({"data": {"results": [1, 2], "total": 2}})), Some((2, Some(2))));
        assert_eq!(listed(json!({"data": [1], "meta": {"total": 5}})), Some((1, Some(5))));
        assert_eq!(listed(json!({"Resources": [], "totalResults": 0})), Some((0, Some(0))));
        assert_eq!(listed(json!({"Items": null, "TotalCount": 0})), Some((0, Some(0))));
        assert_eq!(listed(json!({"totalResults": 0})), Some((0, Some(0))));
    }

    #[test]
    fn what_is_no_list_is_not_taken_for_an_empty_one() {
        for answer in [
            json!({}),
            json!({"Items": null}),
            json!({"totalResults": 3}),
            json!({"Items": null, "TotalCount": 4}),
            json!("x"),
            json!({"a": [1]}),
        ] {
            assert_eq!(listed(answer.clone()), None, "{answer}");
        }
    }

    #[test]
    fn ids_come_as_text_number_or_object_one_or_many() {
        let shapes = shapes();
        assert_eq!(shapes.ids(&json!(["a", 7, {"Id": "b"}])), Some(vec!["a".into(), "7".into(), "b".into()]));
        assert_eq!(shapes.ids(&json!("a")), Some(vec!["a".into()]));
        assert_eq!(shapes.ids(&json!({"id": 5, "name": "x"})), Some(vec!["5".into()]));
        assert_eq!(shapes.ids(&json!(null)), Some(vec![]));
        assert_eq!(shapes.ids(&json!(["a", {"name": "no id"}])), None, "a half-read list would look whole");
        assert_eq!(shapes.single_id(&json!([{"Id": 1}])), Some("1".into()));
        assert_eq!(shapes.single_id(&json!([1, 2])), None);
    }

    #[test]
    fn numbers_truths_and_times_come_in_several_forms() {
        assert_eq!(number(&json!("40")), Some(40));
        assert_eq!(number(&json!(40.0)), Some(40));
        assert_eq!(number(&json!(40.5)), None);
        assert_eq!(truth(&json!("True")), Some(true));
        assert_eq!(truth(&json!(0)), Some(false));
        assert_eq!(time(&json!("2026-11-20T08:00:00Z")).as_deref(), Some("2026-11-20T08:00:00Z"));
        assert_eq!(
            time(&json!("2026-11-20T08:00:00.1234567")).as_deref(),
            Some("2026-11-20T08:00:00.1234567Z")
        );
        assert_eq!(time(&json!(1_790_000_000)), time(&json!(1_790_000_000_000_i64)));
        assert_eq!(time(&json!(i64::MIN)), None, "no number stops the reading");
        assert_eq!(time(&json!("last week")).as_deref(), Some("last week"));
        assert_eq!(time(&json!("")), None);
    }
}
