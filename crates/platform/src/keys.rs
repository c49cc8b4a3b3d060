//! The fields of one kind of object, found by their aliases: keys whatever their case, and JSON pointers.

use crate::read::fold;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// The keys of one kind of object, ready for looking up.
#[derive(Debug)]
pub(crate) struct Keys {
    /// Folded key → (field, rank among the field's aliases).
    by_key: HashMap<String, (usize, usize)>,
    /// (field, rank, the keys on the way) of each alias that is a pointer into the object.
    pointers: Vec<(usize, usize, Vec<String>)>,
    fields: usize,
    /// The field that holds an address.
    address: Option<usize>,
}

/// An object taken apart: a value per field that was found, and everything else.
pub(crate) struct Taken {
    found: Vec<Option<Found>>,
    address: Option<usize>,
    pub(crate) other: Map<String, Value>,
}

struct Found {
    rank: usize,
    /// The key that it was taken from; nothing where it was read inside of one, which stays as it is.
    key: Option<String>,
    value: Value,
}

impl Keys {
    /// One slice of aliases per field, in the order of the field numbers. Of an alias that two
    /// fields claim, the first field has it.
    pub(crate) fn new(fields: &[&[String]]) -> Self {
        let (mut by_key, mut pointers) = (HashMap::new(), Vec::new());
        for (field, aliases) in fields.iter().enumerate() {
            for (rank, alias) in aliases.iter().enumerate() {
                match steps(alias).as_deref() {
                    None => drop(by_key.entry(fold(alias)).or_insert((field, rank))),
                    // A pointer to a key of the object itself is that key.
                    Some([key]) => drop(by_key.entry(fold(key)).or_insert((field, rank))),
                    Some(steps) => pointers.push((field, rank, steps.to_vec())),
                }
            }
        }
        Self { by_key, pointers, fields: fields.len(), address: None }
    }

    /// Of the field with this number, the first value that looks like an address wins.
    pub(crate) fn with_address(self, field: usize) -> Self {
        Self { address: Some(field), ..self }
    }

    /// Takes `map` apart. Where several aliases of a field are there, the first alias wins and the
    /// others stay in `other`, so that nothing is dropped.
    pub(crate) fn take(&self, map: Map<String, Value>) -> Taken {
        let found = (0..self.fields).map(|_| None).collect();
        let mut taken = Taken { found, address: self.address, other: Map::new() };
        for (field, rank, steps) in &self.pointers {
            if let Some(value) = inside(&map, steps) {
                taken.put(*field, Found { rank: *rank, key: None, value: value.clone() });
            }
        }
        for (key, value) in map {
            match self.by_key.get(&fold(&key)) {
                Some(&(field, rank)) => taken.put(field, Found { rank, key: Some(key), value }),
                None => drop(taken.other.insert(key, value)),
            }
        }
        taken
    }
}

/// Where in an object the first of several aliases stands that holds most, as [`Keys::take`] chooses it: a JSON pointer,
/// and the value. A plain name that is in `claimed` belongs to an earlier field.
pub(crate) fn place<'a>(
    map: &'a Map<String, Value>,
    aliases: &[String],
    wants_address: bool,
    claimed: &[String],
) -> Option<(String, &'a Value)> {
    let found = aliases.iter().enumerate().filter_map(|(rank, alias)| {
        let (at, value) = match steps(alias) {
            Some(steps) if steps.len() > 1 => (alias.clone(), inside(map, &steps)?),
            other => {
                let name = other.map_or_else(|| alias.clone(), |mut steps| steps.swap_remove(0));
                let (key, value) = map.iter().find(|(key, _)| fold(key) == fold(&name))?;
                (format!("/{}", key.replace('~', "~0").replace('/', "~1")), value)
            }
        };
        let is_free = at[1..].contains('/') || !claimed.contains(&fold(&at[1..]));
        is_free.then_some((worth(value, wants_address), std::cmp::Reverse(rank), at, value))
    });
    let best = found.filter(|(worth, ..)| *worth > 0).max_by_key(|(worth, rank, ..)| (*worth, *rank))?;
    Some((best.2, best.3))
}

/// What stands at a plain name or a JSON pointer.
pub(crate) fn found_at<'a>(map: &'a Map<String, Value>, place: &str) -> Option<&'a Value> {
    match steps(place) {
        Some(steps) => inside(map, &steps),
        None => member(map, place),
    }
}

/// The keys of a JSON pointer (RFC 6901); `None` for a plain name.
pub(crate) fn steps(alias: &str) -> Option<Vec<String>> {
    let path = alias.strip_prefix('/')?;
    Some(path.split('/').map(|step| step.replace("~1", "/").replace("~0", "~")).collect())
}

fn inside<'a>(map: &'a Map<String, Value>, steps: &[String]) -> Option<&'a Value> {
    let (first, rest) = steps.split_first()?;
    rest.iter().try_fold(member(map, first)?, |value, step| match value {
        Value::Object(map) => member(map, step),
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        _ => None,
    })
}

/// The member with that name, or else one that differs in its case alone, as platforms mix it.
fn member<'a>(map: &'a Map<String, Value>, key: &str) -> Option<&'a Value> {
    map.get(key).or_else(|| map.iter().find(|(other, _)| fold(other) == fold(key)).map(|(_, value)| value))
}

impl Taken {
    fn put(&mut self, field: usize, new: Found) {
        let wants_address = self.address == Some(field);
        let better = |one: &Found, other: &Found| {
            let worth = |found: &Found| worth(&found.value, wants_address);
            worth(one) > worth(other) || (worth(one) == worth(other) && one.rank < other.rank)
        };
        let loser = match self.found[field].take() {
            Some(old) if !better(&new, &old) => {
                self.found[field] = Some(old);
                Some(new)
            }
            old => {
                self.found[field] = Some(new);
                old
            }
        };
        self.leave(loser);
    }

    /// Reads a field. A value that `read` can't make sense of is kept in `other`; null is nothing.
    pub(crate) fn read<T>(&mut self, field: usize, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let found = self.found.get_mut(field)?.take()?;
        let value = read(&found.value);
        if value.is_none() && !found.value.is_null() && found.value.as_str() != Some("") {
            self.leave(Some(found));
        }
        value
    }

    fn leave(&mut self, found: Option<Found>) {
        if let Some((key, value)) = found.and_then(|found| Some((found.key?, found.value))) {
            self.other.insert(key, value);
        }
    }
}

/// An alias that holds nothing must not hide one that holds something, nor one that is no address an address.
fn worth(value: &Value, wants_address: bool) -> u8 {
    let looks_like_one = |text: &str| {
        text.trim().split_once('@').is_some_and(|(name, domain)| !name.is_empty() && !domain.is_empty())
    };
    match value {
        Value::Null => 0,
        value if wants_address && value.as_str().is_some_and(looks_like_one) => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{number, scalar};
    use serde_json::json;

    fn keys(aliases: &[&str]) -> Keys {
        let aliases: Vec<String> = aliases.iter().map(|alias| (*alias).to_owned()).collect();
        Keys::new(&[&aliases])
    }

    fn read(keys: &Keys, answer: Value) -> Option<String> {
        let Value::Object(map) = answer else { panic!("an object") };
        keys.take(map).read(0, scalar)
    }

    #[test]
    fn a_pointer_reads_inside_of_an_object_and_leaves_it_whole() {
        let keys = keys(&["/name/givenName", "/emails/0/value", "/a~1b/c~0d", "given"]);
        assert_eq!(read(&keys, json!({"name": {"givenName": "Ann"}, "given": "B"})).as_deref(), Some("Ann"));
        assert_eq!(read(&keys, json!({"emails": [{"value": "x"}]})).as_deref(), Some("x"));
        assert_eq!(read(&keys, json!({"a/b": {"c~d": 7}})).as_deref(), Some("7"));
        assert_eq!(read(&keys, json!({"Name": {"GIVENNAME": "Ann"}})).as_deref(), Some("Ann"));
        assert_eq!(read(&keys, json!({"name": {"givenName": null}, "given": "B"})).as_deref(), Some("B"));
        assert_eq!(read(&keys, json!({"name": "Ann", "emails": []})), None);
        let Value::Object(map) = json!({"name": {"givenName": "Ann", "x": 1}}) else { panic!("an object") };
        let mut taken = keys.take(map);
        assert_eq!(taken.read(0, scalar).as_deref(), Some("Ann"));
        assert_eq!(Value::Object(taken.other), json!({"name": {"givenName": "Ann", "x": 1}}));
    }

    #[test]
    fn of_an_address_the_first_alias_that_looks_like_one_wins() {
        let keys = keys(&["/emails/0/value", "userName", "mail"]).with_address(0);
        let answer = json!({"emails": [{"value": ""}], "userName": "ann", "mail": "ann@x.example"});
        assert_eq!(read(&keys, answer).as_deref(), Some("ann@x.example"));
        let answer = json!({"userName": "b@x.example", "mail": "ann@x.example"});
        assert_eq!(read(&keys, answer).as_deref(), Some("b@x.example"));
        assert_eq!(read(&keys, json!({"userName": "ann"})).as_deref(), Some("ann"), "shown as it came");
    }

    #[test]
    fn the_first_alias_wins_and_nothing_is_dropped() {
        let keys = Keys::new(&[&["Id".to_owned(), "UserId".to_owned()]]);
        let Value::Object(map) = json!({"userId": "second", "ID": "first", "X": 1}) else {
            panic!("an object")
        };
        let mut taken = keys.take(map);
        assert_eq!(taken.read(0, scalar).as_deref(), Some("first"));
        assert_eq!(Value::Object(taken.other), json!({"userId": "second", "X": 1}));
    }

    #[test]
    fn an_alias_that_holds_null_hides_nothing() {
        let keys = Keys::new(&[&["Id".to_owned(), "UserId".to_owned()]]);
        for answer in [json!({"Id": null, "UserId": "u"}), json!({"UserId": "u", "Id": null})] {
            let Value::Object(map) = answer else { panic!("an object") };
            assert_eq!(keys.take(map).read(0, scalar).as_deref(), Some("u"));
        }
    }

    #[test]
    fn a_value_that_makes_no_sense_is_kept_as_it_came() {
        let keys = Keys::new(&[&["Weight".to_owned()]]);
        let Value::Object(map) = json!({"Weight": "heavy"}) else { panic!("an object") };
        let mut taken = keys.take(map);
        assert_eq!(taken.read(0, number), None);
        assert_eq!(Value::Object(taken.other), json!({"Weight": "heavy"}));
    }
}
