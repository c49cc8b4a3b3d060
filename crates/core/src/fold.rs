//! How texts are compared when people search and sort.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text without case, accents and other marks: `Żółć`, `ŻÓŁĆ` and `zolc` are the same, and so are
/// `ﬁ` and `fi`. Space of any kind is one plain space, and there is none at the ends.
///
/// Source: Unicode Standard Annex #15, form NFKD, without the marks; letters that have no such form
/// but are written without it when an accent is out of reach, such as `ł`, by hand.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut left = text;
    while !left.is_empty() {
        let (plain, after) =
            left.split_at(left.find(|letter: char| !letter.is_ascii()).unwrap_or(left.len()));
        plain.chars().for_each(|letter| add(&mut folded, letter.to_ascii_lowercase()));
        // A plain letter never changes what another one comes apart into: what lies between two can be looked at alone.
        let (foreign, after) =
            after.split_at(after.find(|letter: char| letter.is_ascii()).unwrap_or(after.len()));
        fold_foreign(&mut folded, foreign);
        left = after;
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// Adds what is no plain letter to what is folded already.
fn fold_foreign(folded: &mut String, text: &str) {
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        for lower in letter.to_lowercase() {
            match plain(lower) {
                "" if is_combining_mark(lower) => {}
                "" => add(folded, lower),
                plain => folded.push_str(plain),
            }
        }
    }
}

/// Adds one letter in lower case. Space of any kind is one plain space.
fn add(folded: &mut String, letter: char) {
    if !letter.is_whitespace() && !letter.is_control() {
        folded.push(letter);
    } else if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// The letters without marks that people type for a letter that does not come apart.
fn plain(letter: char) -> &'static str {
    match letter {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ŧ' => "t",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ŋ' => "n",
        'ĸ' => "k",
        'ς' => "σ",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_accents_and_special_letters_are_folded() {
        let cases = [
            ("Żółć Łódź", "zolc lodz"),
            ("ÆSIR Þór Øystein", "aesir thor oystein"),
            ("STRAẞE straße", "strasse strasse"),
            ("İstanbul ISTANBUL ırmak", "istanbul istanbul irmak"),
            ("jo\u{308}rg J\u{d6}RG", "jorg jorg"),
            ("ΟΔΥΣΣΕΎΣ Οδυσσεύς", "οδυσσευσ οδυσσευσ"),
            ("ﬁle Ⅳ K", "file iv k"),
            (" a\u{a0}\tb\n", "a b"),
            ("a\0b", "a b"),
            ("", ""),
        ];
        for (text, folded) in cases {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    /// All of a text by the standard alone.
    fn by_the_standard(text: &str) -> String {
        let mut folded = String::new();
        fold_foreign(&mut folded, text);
        folded.trim_end().to_owned()
    }

    proptest! {
        #[test]
        fn plain_letters_between_others_come_out_as_by_the_standard(
            text in "([a-zA-Z \\t\0-]|\\PC|[à-ÿ]|[a-z][\u{300}-\u{345}\u{5b0}\u{93c}\u{1e94a}]{1,3}|[\u{1100}-\u{11ff}]){0,24}",
        ) {
            prop_assert_eq!(fold(&text), by_the_standard(&text));
        }

        #[test]
        fn folding_again_changes_nothing(text in "\\PC{0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn upper_and_lower_case_of_european_names_fold_alike(name in "[a-zà-öø-ÿāčďēğłńőřšťůžαβγδ]{1,12}") {
            prop_assert_eq!(fold(&name.to_uppercase()), fold(&name));
        }
    }
}
