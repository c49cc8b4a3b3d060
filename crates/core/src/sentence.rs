//! Sentences for people that can be said in another language by whoever shows them.

use serde::{Deserialize, Deserializer, Serialize};
use specta::Type;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

/// A sentence for a person: in English, and what it is made of. Made by [`sentence!`](crate::sentence!).
///
/// The window's page looks its pattern up among the patterns of the chosen language, and puts the same values in their places.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Sentence {
    /// In English, whole.
    pub text: String,
    /// In English, each value as its name in braces. Empty where only the text is known: what was written down by an earlier version.
    pub pattern: Cow<'static, str>,
    /// What stands in the places of the pattern, by name, as text.
    pub values: BTreeMap<Cow<'static, str>, String>,
}

impl Sentence {
    /// Puts one together. Use [`sentence!`](crate::sentence!), which sees to it that the text is the pattern's.
    pub fn new(
        text: String,
        pattern: &'static str,
        values: impl IntoIterator<Item = (&'static str, String)>,
    ) -> Self {
        let values = values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        Self { text, pattern: Cow::Borrowed(pattern), values }
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

/// A text alone is a sentence that nobody can say otherwise.
impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

/// What crosses as a text is a sentence's text: the page knows it again by its pattern.
impl From<Sentence> for String {
    fn from(sentence: Sentence) -> Self {
        sentence.text
    }
}

impl<'de> Deserialize<'de> for Sentence {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            /// Earlier versions wrote the text alone.
            Text(String),
            Whole {
                text: String,
                pattern: String,
                values: BTreeMap<Cow<'static, str>, String>,
            },
        }
        Ok(match Written::deserialize(from)? {
            Written::Text(text) => Self::from(text),
            Written::Whole { text, pattern, values } => Self { text, pattern: pattern.into(), values },
        })
    }
}

/// A [`Sentence`] of a pattern and, by name, what stands in its places: `sentence!("Same as row {row}.", row = 7)`.
///
/// Every value is named: a pattern that takes a variable from around it would keep it from other languages, and does not compile
/// into a sentence that tells it (see the rule on sentences in `xtask/tests/house_rules`).
#[macro_export]
macro_rules! sentence {
    ($pattern:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = ::std::string::ToString::to_string(&$value);)*
        #[allow(clippy::redundant_clone, reason = "the text is made first, the values are handed over")]
        $crate::Sentence::new(
            ::std::format!($pattern $(, $name = $name)*),
            $pattern,
            [$((::std::stringify!($name), $name)),*],
        )
    }};
}

/// A sentence or a few words without values, as they are: said so, they are among those that are translated.
#[macro_export]
macro_rules! phrase {
    ($text:literal) => {
        $text
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_its_pattern_with_the_values_in_their_places() {
        let sentence = sentence!("{count} roles are called \"{text}\".", count = 2, text = "Buyer {x}");
        assert_eq!(sentence.to_string(), "2 roles are called \"Buyer {x}\".");
        assert_eq!(sentence.pattern, "{count} roles are called \"{text}\".");
        assert_eq!(sentence.values["count"], "2");
        assert_eq!(sentence.values["text"], "Buyer {x}");
    }

    #[test]
    fn it_comes_back_from_json_as_it_went_and_a_text_alone_is_one_too() {
        let sentence = sentence!("Same as row {row}.", row = 7);
        let json = serde_json::to_string(&sentence).expect("JSON");
        assert_eq!(serde_json::from_str::<Sentence>(&json).expect("a sentence"), sentence);
        let text: Sentence = serde_json::from_str("\"As in people.xlsx.\"").expect("a text");
        assert_eq!((text.text.as_str(), text.pattern.as_ref()), ("As in people.xlsx.", ""));
    }
}
