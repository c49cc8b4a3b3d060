//! JSON read with its values counted: a few bytes of it may take twenty times as many in memory.

use crate::answer::without_mark;
use crate::http::LONGEST_LIST;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::cell::Cell;
use std::fmt;

/// Values in one answer: as many as the longest list holds if each takes 12 bytes, its key and signs among them. A list of
/// people takes more.
const MOST_VALUES: usize = LONGEST_LIST / 12;

/// Why there is no value.
#[derive(Debug)]
pub(crate) enum Unread {
    /// It holds more values than Rollcall reads.
    TooMany,
    /// It is no JSON.
    Malformed(serde_json::Error),
}

/// The JSON in the bytes of an answer.
///
/// # Errors
/// [`Unread`].
pub(crate) fn value(bytes: &[u8]) -> Result<Value, Unread> {
    let read = Cell::new(0);
    let mut deserializer = serde_json::Deserializer::from_slice(without_mark(bytes));
    let value = Counted(&read).deserialize(&mut deserializer);
    value.and_then(|value| deserializer.end().map(|()| value)).map_err(|problem| {
        match read.get() > MOST_VALUES {
            true => Unread::TooMany,
            false => Unread::Malformed(problem),
        }
    })
}

/// Reads a [`Value`] as it reads itself, and counts how many were read.
#[derive(Clone, Copy)]
struct Counted<'c>(&'c Cell<usize>);

impl<'de> DeserializeSeed<'de> for Counted<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.0.set(self.0.get() + 1);
        match self.0.get() > MOST_VALUES {
            true => Err(D::Error::custom("there are too many values")),
            false => deserializer.deserialize_any(self),
        }
    }
}

impl<'de> Visitor<'de> for Counted<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Value, E> {
        Ok(truth.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            all.push(item);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(key) = entries.next_key()? {
            all.insert(key, entries.next_value_seed(self)?);
        }
        Ok(Value::Object(all))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn values_of(value: &Value) -> usize {
        1 + match value {
            Value::Array(items) => items.iter().map(values_of).sum(),
            Value::Object(map) => map.values().map(values_of).sum(),
            _ => 0,
        }
    }

    #[test]
    fn an_answer_is_read_as_without_counting() {
        for text in [
            r#"{"b": [null, true, -7, 18446744073709551615, 1.5e3, "\u00e9\n"], "a": {"": {}}, "b2": []}"#,
            r#"{"twice": 1, "once": 2, "twice": 3}"#,
            " 7 ",
            "[1, 2",
            "[1] 2",
            "{1: 2}",
            "",
            &"[".repeat(200),
        ] {
            let plain = serde_json::from_str::<Value>(text);
            match (value(text.as_bytes()), plain) {
                (Ok(counted), Ok(plain)) => assert_eq!(counted.to_string(), plain.to_string(), "{text}"),
                (Err(Unread::Malformed(counted)), Err(plain)) => {
                    assert_eq!(counted.to_string(), plain.to_string(), "{text}");
                }
                (counted, plain) => panic!("{text}: {counted:?}, {plain:?}"),
            }
        }
        assert_eq!(value(b"\xef\xbb\xbf[]").expect("a list"), json!([]));
    }

    #[test]
    fn the_longest_list_of_people_is_within_the_bound() {
        let person = json!({
            "id": 1, "email": "a@b.example", "firstName": "Ann", "lastName": "Lee", "state": "New", "isBlocked": false,
            "createdDate": "2026-11-20T08:00:00Z", "groupIds": [7, 8], "identityProviderId": 3, "organizationIds": [12],
        });
        let most = LONGEST_LIST / person.to_string().len() * values_of(&person);
        assert!(most <= MOST_VALUES, "{most}");
    }

    #[test]
    fn one_value_more_than_the_bound_is_one_too_many() {
        let list = |entries: usize| format!("[0{}]", ",0".repeat(entries - 1));
        assert!(value(list(MOST_VALUES - 1).as_bytes()).is_ok(), "the list itself is one");
        assert!(matches!(value(list(MOST_VALUES).as_bytes()), Err(Unread::TooMany)));
    }
}
