//! What of a text may go into a file that is given to strangers.
//!
//! Nothing is looked for that would have to be taken out: a text keeps the words that any program's sentences are made
//! of, and everything else becomes [`HIDDEN`].

use std::collections::BTreeMap;

/// What stands where something was left out.
pub(super) const HIDDEN: &str = "<…>";

/// Words that a sentence about a computer has, and that are written like names.
const KNOWN: &[&str] = &[
    "CSV", "D-Bus", "DBus", "DNS", "Excel", "GTK", "HTTP", "HTTPS", "I/O", "ID", "It", "JSON", "Linux", "No",
    "OAuth", "OK", "OS", "Rollcall", "SCIM", "SQL", "SQLite", "Secret", "Service", "TLS", "TOML", "URL",
    "UTC", "UTF-8", "Wayland", "WebKit", "X11", "XML",
];
/// Files that every Rollcall has; a damaged one can keep it from opening.
const OWN_FILES: &[&str] = &["profiles.json", "settings.json", "thresholds.json", "window.json"];
/// The longest word of a sentence.
const LONGEST: usize = 24;

/// A sentence of a program, with what could be anybody's left out: whatever stands in quotes, names, addresses, paths,
/// names of files, long numbers, and words of other letters.
pub(super) fn plain(text: &str) -> String {
    let text = without_quoted(text);
    let words = text.split_whitespace().enumerate();
    joined(words.map(|(place, word)| if is_plain(word, place == 0) { word } else { HIDDEN }))
}

/// A word of the program's own, such as a code and what belongs to it; texts in it stand in quotes, and are left out.
pub(super) fn own_word(text: &str) -> String {
    let text = without_quoted(text);
    let is_own = |word: &str| {
        word == HIDDEN
            || word.len() <= 40
                && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-{}()[],:".contains(&b))
    };
    joined(text.split_whitespace().map(|word| if is_own(word) { word } else { HIDDEN }))
}

/// The words with a space between them, and what was left out in a row only once.
fn joined<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut all: Vec<&str> = Vec::new();
    for word in words {
        if word != HIDDEN || all.last() != Some(&HIDDEN) {
            all.push(word);
        }
    }
    all.join(" ")
}

fn is_plain(word: &str, first: bool) -> bool {
    let core = word.trim_matches(|sign: char| "().,:;!?–-".contains(sign));
    if core.is_empty() {
        return word.chars().count() <= 3;
    }
    let lower = |text: &str| text.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'' || b == b'-');
    let small = core.len() <= LONGEST;
    let begins_sentence = first && core.starts_with(|first: char| first.is_ascii_uppercase());
    word == HIDDEN
        || KNOWN.contains(&core.strip_suffix("'s").unwrap_or(core))
        || OWN_FILES.contains(&core)
        || core.len() <= 6 && core.bytes().all(|b| b.is_ascii_digit())
        || small && lower(core)
        || small && begins_sentence && lower(&core[1..])
}

/// The text with each part in quotes replaced; what is not closed is taken to go on to the end.
pub(super) fn without_quoted(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(sign) = rest.next() {
        let Some(end) = closes(sign, before) else {
            kept.push(sign);
            before = sign;
            continue;
        };
        kept.push_str(HIDDEN);
        while let Some(inside) = rest.next() {
            // An apostrophe within a word ends nothing.
            let ends = end != '\'' || rest.peek().is_none_or(|next| !next.is_alphanumeric());
            match inside {
                '\\' => drop(rest.next()),
                sign if sign == end && ends => break,
                _ => {}
            }
        }
        before = end;
    }
    kept
}

/// The sign that closes what this one opens.
fn closes(sign: char, before: char) -> Option<char> {
    match sign {
        '"' | '`' => Some(sign),
        '“' => Some('”'),
        '„' => Some('“'),
        '«' => Some('»'),
        '\'' if !before.is_alphanumeric() => Some('\''),
        _ => None,
    }
}

/// What is known to be somebody's, and what stands in its place.
#[derive(Default)]
pub(super) struct Names(BTreeMap<String, String>);

impl Names {
    /// Too short a text would be found inside of other words.
    const SHORTEST: usize = 3;

    pub(super) fn hide(&mut self, name: &str, as_what: impl Into<String>) {
        let name = name.trim();
        if name.chars().count() >= Self::SHORTEST {
            self.0.entry(name.to_owned()).or_insert_with(|| as_what.into());
        }
    }

    /// The text without these names, in quotes or not, and without anything that looks like an address of a person.
    pub(super) fn hidden_in(&self, text: &str) -> String {
        let mut names: Vec<_> = self.0.iter().collect();
        // A longer name first: it may hold a shorter one.
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        let hidden =
            names.into_iter().fold(text.to_owned(), |text, (name, instead)| replaced(&text, name, instead));
        without_addresses(&hidden)
    }
}

/// Every place where `name` stands, however it is capitalised.
fn replaced(text: &str, name: &str, instead: &str) -> String {
    let wanted: Vec<char> = name.chars().flat_map(char::to_lowercase).collect();
    let signs: Vec<char> = text.chars().collect();
    // Sign by sign, for a letter may have another length in the other case.
    let fits = |at: usize| {
        let mut left = wanted.as_slice();
        let mut next = at;
        while !left.is_empty() {
            let lower: Vec<char> = signs.get(next)?.to_lowercase().collect();
            left = left.strip_prefix(lower.as_slice())?;
            next += 1;
        }
        Some(next)
    };
    let (mut kept, mut at) = (String::with_capacity(text.len()), 0);
    while at < signs.len() {
        match fits(at) {
            Some(next) => {
                kept.push_str(instead);
                at = next;
            }
            None => {
                kept.push(signs[at]);
                at += 1;
            }
        }
    }
    kept
}

/// The text without whatever hangs together around an at sign.
fn without_addresses(text: &str) -> String {
    let ends = |sign: char| sign.is_whitespace() || "<>()[]{},;|".contains(sign);
    let mut kept = String::with_capacity(text.len());
    for piece in text.split_inclusive(ends) {
        let word = piece.trim_end_matches(ends);
        let is_address = word.contains(['@', '＠', '﹫']) || word.to_ascii_lowercase().contains("%40");
        if is_address {
            // The part before it may be a name in quotes.
            if word.starts_with(['"', '“']) || !word.contains('"') {
                kept.push_str(HIDDEN);
            } else {
                let open = kept.rfind('"').unwrap_or(kept.len());
                kept.truncate(open);
                kept.push_str(HIDDEN);
            }
            kept.push_str(&piece[word.len()..]);
        } else {
            kept.push_str(piece);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_of_a_program_stays_and_whatever_could_be_somebodys_goes() {
        for (text, told) in [
            ("No such file or directory (os error 2)", "No such file or directory (os error 2)"),
            ("the window's list can't be read", "the window's list can't be read"),
            ("can't open /home/ann/People of Nordlys.xlsx: denied", "can't open <…> of <…> denied"),
            ("nobody named Anna Bērziņa here", "nobody named <…> here"),
            ("no 'anna berzina' and no \"bob, the second\" in it", "no <…> and no <…> in it"),
            ("it's not 'closed", "it's not <…>"),
            (
                "The file profiles.json in Rollcall's data folder is older than Ann's profiles.json.bak",
                "The file profiles.json in Rollcall's data folder is older than <…>",
            ),
            ("mail to ann.smith@contoso.example failed", "mail to <…> failed"),
            ("C:\\Users\\ann\\x.csv is busy", "<…> is busy"),
            ("key 0123456789abcdef of row 12", "key <…> of row 12"),
            ("inside `Jürgen` (bytes 2..4)", "inside <…> (bytes <…>"),
        ] {
            assert_eq!(plain(text), told, "{text}");
        }
    }

    #[test]
    fn a_word_of_the_program_keeps_its_shape_and_no_text_in_it() {
        assert_eq!(own_word("ServerFailed { status: 500 }"), "ServerFailed { status: 500 }");
        assert_eq!(own_word("Stopped { why: \"Anna said \\\"no\\\" to it\" }"), "Stopped { why: <…> }");
        assert_eq!(own_word("ann@x.example"), "<…>");
    }

    #[test]
    fn a_known_name_goes_however_it_is_written_and_so_does_every_address() {
        let mut names = Names::default();
        names.hide("Nordlys", "<connection 1>");
        names.hide("Nordlys of Anna", "<connection 2>");
        names.hide("İpek", "<user>");
        names.hide("ab", "<short>");
        for (text, told) in [
            ("NORDLYS of anna and nordlys", "<connection 2> and <connection 1>"),
            ("/home/İPEK/x about", "/home/<user>/x about"),
            ("to ann@x.example, (bob＠y.example) and ann%40x.example.", "to <…>, (<…>) and <…>"),
            ("\"ann smith\"@x.example asked", "<…> asked"),
            ("https://ann:word@host.example/path is there", "<…> is there"),
        ] {
            assert_eq!(names.hidden_in(text), told, "{text}");
        }
    }
}
