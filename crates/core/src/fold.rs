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
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)) {
        if letter.is_whitespace() || letter.is_control() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
            continue;
        }
        for lower in letter.to_lowercase() {
            match plain(lower) {
                "" if is_combining_mark(lower) => {}
                "" => folded.push(lower),
                plain => folded.push_str(plain),
            }
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
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

    proptest! {
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
