//! Names and addresses of everyone in one text, to be looked through for a word.
//!
//! A word that nearly everyone has, or one of a single letter, takes no longer than a rare one: some 15 ms for a
//! million people. An index of a database has to read as many entries as there are people then.

use crate::people::People;
use memchr::{memchr_iter, memmem};

/// Names and addresses of everyone.
#[derive(Debug)]
pub(crate) struct Who {
    text: Vec<u8>,
    /// Where each person's text ends.
    ends: Vec<u32>,
}

impl Who {
    /// `None` where the text is not one of people with `between` after each.
    pub(crate) fn new(text: Vec<u8>, between: u8) -> Option<Self> {
        u32::try_from(text.len()).ok()?;
        let ends: Vec<u32> = memchr_iter(between, &text).map(|end| end as u32).collect();
        let whole = ends.last().map_or(0, |end| *end as usize + 1) == text.len();
        whole.then_some(Self { text, ends })
    }

    pub(crate) fn people(&self) -> usize {
        self.ends.len()
    }

    /// Everyone with a folded word in a name or in the address.
    pub(crate) fn with(&self, word: &str) -> People {
        let mut people = People::none(self.people());
        let finder = memmem::Finder::new(word);
        let (mut from, mut person) = (0, 0);
        while let Some(at) = self.text.get(from..).and_then(|rest| finder.find(rest)) {
            person = self.person_at(from + at, person);
            people.insert(person);
            // Once is enough for a person.
            from = self.ends[person] as usize + 1;
            person += 1;
        }
        people
    }

    /// Whose text a byte is of: this person's or a later one's, mostly one near by.
    fn person_at(&self, at: usize, from: usize) -> usize {
        let after = |person: usize| self.ends.get(person).is_none_or(|end| *end as usize >= at);
        let mut step = 1;
        let (mut low, mut high) = (from, from);
        while !after(high) {
            (low, high, step) = (high + 1, high + step, step * 2);
        }
        let high = high.min(self.ends.len());
        low + self.ends[low..high].partition_point(|end| (*end as usize) < at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_found_with_everyone_who_has_it(all in proptest::collection::vec("[ab\n]{0,6}", 0..80), word in "[ab]{1,3}") {
            let text: String = all.iter().map(|text| format!("{text}\0")).collect();
            let who = Who::new(text.into_bytes(), 0).expect("whole");
            let expected: Vec<usize> =
                all.iter().enumerate().filter(|(_, text)| text.contains(&word)).map(|(place, _)| place).collect();
            prop_assert_eq!(who.with(&word).places().collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn a_text_that_was_cut_is_none() {
        assert!(Who::new(b"ann\0bo".to_vec(), 0).is_none());
        assert!(Who::new(Vec::new(), 0).is_some());
    }
}
