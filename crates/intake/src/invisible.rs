//! Characters that nobody sees and every comparison trips over.

use crate::mapping::Field;
use rollcall_core::{Sentence, sentence};

/// What kind of text is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum In {
    /// Addresses and names of things: nothing invisible belongs there, not even a blank that isn't one.
    Value,
    /// Names of people: joiners are letters' business in Persian and in the languages of India.
    PersonName,
}

/// The first invisible character, if any. Blanks at both ends are no matter: they are trimmed.
pub(crate) fn first(text: &str, place: In) -> Option<char> {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return None;
    }
    text.trim().chars().find(|c| is_invisible(*c, place))
}

/// The text without them. A blank that isn't one becomes a blank.
pub(crate) fn without(text: &str, place: In) -> String {
    let kept = text.trim().chars().filter_map(|c| match c {
        '\u{a0}' | '\u{2007}' | '\u{202f}' if place == In::Value => Some(' '),
        _ => (!is_invisible(c, place)).then_some(c),
    });
    kept.collect::<String>().trim().to_owned()
}

/// That there is one in a field.
pub(crate) fn told(field: Field, c: char) -> Sentence {
    sentence!(
        "The {field} holds a character that can't be seen ({character}).",
        field = field.label(),
        character = describe(c)
    )
}

/// `U+200B, zero width space`
pub(crate) fn describe(c: char) -> String {
    let name = match c {
        '\u{200b}' => ", zero width space",
        '\u{200c}' | '\u{200d}' => ", joiner",
        '\u{ad}' => ", soft hyphen",
        '\u{feff}' => ", byte order mark",
        '\u{a0}' | '\u{2007}' | '\u{202f}' => ", no-break space",
        '\u{fffd}' => ", a character that could not be decoded",
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => ", writing direction",
        _ => "",
    };
    format!("U+{:04X}{name}", u32::from(c))
}

/// What Unicode calls default ignorable: characters that are not to be seen, whatever they do to those beside them.
pub(crate) fn is_ignorable(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn is_invisible(c: char, place: In) -> bool {
    match c {
        // White space inside a value separates: it can be seen.
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' => false,
        '\u{200c}' | '\u{200d}' | '\u{a0}' | '\u{2007}' | '\u{202f}' => place == In::Value,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => true,
        '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        '\u{fffd}' => place == In::Value,
        _ => c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_width_space_is_found_and_removed() {
        let text = "x.three@proseware.example\u{200b}";
        assert_eq!(first(text, In::Value).map(describe).as_deref(), Some("U+200B, zero width space"));
        assert_eq!(without(text, In::Value), "x.three@proseware.example");
    }

    #[test]
    fn blanks_at_the_ends_are_trimmed_whatever_their_kind() {
        assert_eq!(first("\u{a0} a@b.example \u{a0}", In::Value), None);
        assert_eq!(first("Woodgrove\u{a0}Bank", In::Value), Some('\u{a0}'));
        assert_eq!(without("Woodgrove\u{a0}Bank", In::Value), "Woodgrove Bank");
    }

    #[test]
    fn joiners_belong_to_names() {
        assert_eq!(first("می\u{200c}نا", In::PersonName), None);
        assert_eq!(first("Ann\u{202e}", In::PersonName), Some('\u{202e}'));
    }
}
