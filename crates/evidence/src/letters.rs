//! Letters that no font has.

use std::collections::BTreeSet;
use typst::text::FontBook;

/// Which letters some font has.
pub(crate) struct Letters<'a> {
    book: &'a FontBook,
    /// Letters that were looked up before: texts repeat theirs.
    known: BTreeSet<char>,
    /// Those that no font has, as far as they were met.
    pub(crate) unknown: BTreeSet<char>,
}

impl<'a> Letters<'a> {
    pub(crate) fn of(book: &'a FontBook) -> Self {
        Self { book, known: BTreeSet::new(), unknown: BTreeSet::new() }
    }

    /// The text with every letter that can't be drawn written as its code, such as `[U+E000]`: a reader must see that
    /// something stands there, and what.
    pub(crate) fn drawable(&mut self, text: &str) -> String {
        let mut drawable = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                '\n' => drawable.push(letter),
                _ if letter.is_control() => drawable.push(' '),
                _ if self.has(letter) => drawable.push(letter),
                _ => drawable.push_str(&format!("[U+{:04X}]", u32::from(letter))),
            }
        }
        drawable
    }

    fn has(&mut self, letter: char) -> bool {
        if letter.is_ascii() || self.known.contains(&letter) || draws_nothing(letter) {
            return true;
        }
        if self.unknown.contains(&letter) {
            return false;
        }
        let code = u32::from(letter);
        let fonts = (0..).map_while(|index| self.book.info(index));
        let found = fonts.into_iter().any(|font| font.coverage.contains(code));
        if found {
            self.known.insert(letter)
        } else {
            self.unknown.insert(letter)
        };
        found
    }
}

/// Marks of direction and joining have no picture of their own, and need none.
fn draws_nothing(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}')
}
