//! Texts that occur again and again, each kept once and known by a number.

use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::Arc;

/// A map for what is looked up several times for each of a million people. Its hasher is seeded anew in each process, and
/// what it holds comes from the person's own platform.
pub(crate) type Map<K, V> = HashMap<K, V, RandomState>;

/// Texts in the order in which they were first met.
#[derive(Default)]
pub(crate) struct Numbered {
    numbers: Map<Arc<str>, u32>,
    texts: Vec<Arc<str>>,
}

impl Numbered {
    pub(crate) fn of<'a>(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut numbered = Self::default();
        for text in texts {
            numbered.number(text);
        }
        numbered
    }

    /// The number of a text; a new one is given the next.
    pub(crate) fn number(&mut self, text: &str) -> u32 {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let text: Arc<str> = text.into();
        self.texts.push(Arc::clone(&text));
        self.numbers.insert(text, number);
        number
    }

    pub(crate) fn known(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    pub(crate) fn text(&self, number: u32) -> &str {
        self.texts.get(number as usize).map_or("", |text| text)
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }
}

/// The ids of all people one after another: a million texts of their own would take three times the memory.
#[derive(Default)]
pub(crate) struct Ids {
    all: String,
    ends: Vec<usize>,
}

impl Ids {
    /// Adds an id and gives its number.
    pub(crate) fn add(&mut self, id: &str) -> u32 {
        self.all.push_str(id);
        self.ends.push(self.all.len());
        u32::try_from(self.ends.len() - 1).unwrap_or(u32::MAX)
    }

    pub(crate) fn id(&self, number: u32) -> &str {
        let number = number as usize;
        let begin = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[begin..self.ends[number]]
    }

    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_number() {
        let mut numbered = Numbered::of(["a", "b", "a"]);
        assert_eq!((numbered.number("b"), numbered.number("c"), numbered.len()), (1, 2, 3));
        assert_eq!((numbered.text(2), numbered.known("d")), ("c", None));
    }

    #[test]
    fn ids_come_back_as_they_were_added() {
        let mut ids = Ids::default();
        for id in ["one", "", "zwei"] {
            ids.add(id);
        }
        assert_eq!([ids.id(0), ids.id(1), ids.id(2)], ["one", "", "zwei"]);
        assert_eq!(ids.len(), 3);
    }
}
