//! Every field of a description: what it means, its unit, and what it is when left out.

mod table;

pub(crate) use table::FIELDS;

use Kind::{Number, Numbers, Text, Texts, Word, YesNo};

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldDoc {
    /// Its place, such as `calls.users.path`; `*` stands for any key, such as the name of a header.
    pub path: &'static str,
    /// What may stand there.
    pub kind: Kind,
    /// Whether a whole description must have it, where it has the table around it.
    pub required: bool,
    /// What it means, its unit, and what it is when left out.
    pub about: &'static str,
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number of 0 or more.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A list of texts.
    Texts,
    /// A list of whole numbers.
    Numbers,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl Kind {
    /// What it is called.
    pub fn noun(self) -> String {
        match self {
            Text => "a text".to_owned(),
            Number => "a whole number".to_owned(),
            YesNo => "true or false".to_owned(),
            Texts => "a list of texts".to_owned(),
            Numbers => "a list of whole numbers".to_owned(),
            Word(words) => format!("one of {}", words.join(", ")),
        }
    }
}

pub(crate) const fn must(path: &'static str, kind: Kind, about: &'static str) -> FieldDoc {
    FieldDoc { path, kind, required: true, about }
}

pub(crate) const fn may(path: &'static str, kind: Kind, about: &'static str) -> FieldDoc {
    FieldDoc { path, kind, required: false, about }
}

/// The field at a place, if the form has one.
pub(crate) fn field_at(path: &[String]) -> Option<&'static FieldDoc> {
    FIELDS.iter().find(|field| {
        let parts: Vec<&str> = field.path.split('.').collect();
        parts.len() == path.len() && parts.iter().zip(path).all(|(part, key)| *part == "*" || part == key)
    })
}

/// Whether the form has a table at a place.
pub(crate) fn is_table(path: &[String]) -> bool {
    FIELDS.iter().any(|field| {
        let parts: Vec<&str> = field.path.split('.').collect();
        parts.len() > path.len() && parts.iter().zip(path).all(|(part, key)| part == key)
    })
}

/// The keys that the form has in the table at a place.
pub(crate) fn keys_of(path: &[String]) -> Vec<&'static str> {
    let mut keys: Vec<&str> = FIELDS
        .iter()
        .filter_map(|field| {
            let mut parts = field.path.split('.');
            let inside = path.iter().all(|key| parts.next() == Some(key.as_str()));
            inside.then(|| parts.next()).flatten()
        })
        .collect();
    keys.dedup();
    keys
}
