//! Takes secrets out of words that are about to be shown, however they are written there.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use rollcall_core::Secret;
use std::fmt::Write;

/// Shorter ones than this in another writing would take ordinary words along.
pub(crate) const SHORTEST: usize = 8;

/// Letters of forms that are compared with one text. What repeats itself a million times, as a secret and as a text, would
/// else be compared with itself for hours.
const MOST_COMPARED: usize = 1_000_000;

const REDACTED: &str = "[redacted]";

/// As much of `text` as fills `most` letters, with each of `secrets` replaced, also where a server echoes what it was sent:
/// escaped for a form, an address, JSON or a web page, as far as it pleases, in hexadecimal digits, or inside base64. What
/// comes after that is not looked at, however long it is.
pub(crate) fn without(text: &str, secrets: &[Secret], most: usize) -> String {
    let mut search = Search::new(text, secrets);
    let (mut kept, mut letters, mut rest) = (String::new(), 0, text);
    while letters < most
        && let Some(first) = rest.chars().next()
    {
        let (shown, end) = match search.secret_at(rest) {
            Some(end) => (REDACTED, end),
            None => (&rest[..first.len_utf8()], first.len_utf8()),
        };
        kept.push_str(shown);
        letters += shown.chars().count();
        rest = &rest[end..];
    }
    kept
}

/// A search for secrets in one text.
struct Search {
    forms: Vec<String>,
    /// Letters that may still be compared.
    left: usize,
}

impl Search {
    fn new(text: &str, secrets: &[Secret]) -> Self {
        let forms = secrets.iter().flat_map(|secret| {
            // Seen here to find it in words that are about to be shown.
            forms(secret.expose().trim(), text.len())
        });
        let mut forms: Vec<String> = forms.collect();
        forms.sort_unstable();
        forms.dedup();
        Self { forms, left: MOST_COMPARED }
    }

    /// Where the secret ends that the text begins with. One that begins inside of it belongs to it: of a longer one that a
    /// shorter one runs into nothing may be left.
    fn secret_at(&mut self, text: &str) -> Option<usize> {
        let mut end = self.longest_at(text)?;
        for (at, _) in text.char_indices().skip(1) {
            if at >= end || end == text.len() {
                break;
            }
            end = end.max(self.longest_at(&text[at..]).map_or(0, |length| at + length));
        }
        Some(end)
    }

    /// How long the longest form is that the text begins with.
    fn longest_at(&mut self, text: &str) -> Option<usize> {
        let left = &mut self.left;
        let found = self.forms.iter().filter_map(|form| form_at(text, form, left)).max();
        // What was not looked through is not shown.
        if self.left == 0 { Some(text.len()) } else { found }
    }
}

/// Every form of a secret that a text of `longest` bytes has room for.
fn forms(secret: &str, longest: usize) -> Vec<String> {
    let fits = |letters: usize| (SHORTEST..=longest).contains(&letters);
    let mut forms = Vec::new();
    if fits(secret.len() * 2) {
        let digits = hexadecimal(secret);
        forms.extend([digits.to_uppercase(), digits]);
    }
    for whole in (0..3).map(|lead| whole_groups(secret, lead)) {
        if fits(whole.len() / 3 * 4) {
            forms.extend([STANDARD.encode(whole), URL_SAFE.encode(whole)]);
        }
    }
    if (1..=longest).contains(&secret.len()) {
        forms.push(secret.to_owned());
    }
    forms
}

/// How long `form` is at the beginning of the text, whichever of its letters are escaped there.
fn form_at(text: &str, form: &str, left: &mut usize) -> Option<usize> {
    written(text, form, left).filter(|end| *end >= SHORTEST || text.starts_with(form))
}

/// Where `form` ends if the text begins with it; several ways of reading a text are followed side by side, as long as any
/// letters are `left` to compare.
fn written(text: &str, form: &str, left: &mut usize) -> Option<usize> {
    let mut letters = form.chars();
    // Nearly every place ends here, and no room is made for an end.
    let mut ends: Vec<usize> = escapes(text, letters.next()?).collect();
    for letter in letters {
        *left = left.saturating_sub(ends.len());
        if ends.is_empty() || *left == 0 {
            return None;
        }
        ends = ends.iter().flat_map(|at| escapes(&text[*at..], letter).map(move |end| at + end)).collect();
        ends.sort_unstable();
        ends.dedup();
    }
    ends.last().copied()
}

/// How long `letter` is at the beginning of the text, in each writing in which it stands there.
fn escapes(text: &str, letter: char) -> impl Iterator<Item = usize> {
    let plain = text.starts_with(letter).then_some(letter.len_utf8());
    let space = (letter == ' ' && text.starts_with('+')).then_some(1);
    let escaped = match text.as_bytes().first() {
        Some(b'%') => percent(text, letter),
        Some(b'\\') => json(text, letter),
        Some(b'&') => entity(text, letter),
        _ => None,
    };
    [plain, space, escaped].into_iter().flatten()
}

/// `%C3%A9`, as in forms and addresses (RFC 3986, section 2.1): which letters are escaped is for the writer to choose.
fn percent(text: &str, letter: char) -> Option<usize> {
    let mut bytes = [0; 4];
    let mut left = text;
    for byte in letter.encode_utf8(&mut bytes).bytes() {
        let digits = left.strip_prefix('%')?.get(..2)?;
        (u8::from_str_radix(digits, 16).ok()? == byte).then_some(())?;
        left = &left[3..];
    }
    Some(text.len() - left.len())
}

/// `\"` and `\u00e9`, as in JSON (RFC 8259, section 7).
fn json(text: &str, letter: char) -> Option<usize> {
    let sign = text[1..].chars().next()?;
    if sign == letter && "\"\\/".contains(letter) {
        return Some(2);
    }
    let units: Vec<u16> = letter.encode_utf16(&mut [0; 2]).to_vec();
    let mut left = text;
    for unit in units {
        let digits = left.strip_prefix("\\u")?.get(..4)?;
        (u16::from_str_radix(digits, 16).ok()? == unit).then_some(())?;
        left = &left[6..];
    }
    Some(text.len() - left.len())
}

/// `&amp;`, `&#38;` and `&#x26;`, as in web pages.
fn entity(text: &str, letter: char) -> Option<usize> {
    const LONGEST: usize = 10;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let said = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(code.ok()?)?
        }
    };
    (said == letter).then_some(end + 1)
}

fn hexadecimal(secret: &str) -> String {
    secret.bytes().fold(String::new(), |mut text, byte| {
        // Writing into a text can't fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Base64 groups three bytes: what of a secret stands in whole groups when so many bytes stand before it.
fn whole_groups(secret: &str, lead: usize) -> &[u8] {
    let inner = secret.as_bytes().get((3 - lead) % 3..).unwrap_or_default();
    &inner[..inner.len() / 3 * 3]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    fn without(text: &str, secrets: &[Secret]) -> String {
        super::without(text, secrets, 10_000)
    }

    const SECRET: &str = "Sésame+öffne/dich~!' 42&=";

    #[test]
    fn a_secret_is_taken_out_however_it_is_written() {
        let form: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
        let every: String = SECRET.bytes().map(|byte| format!("%{byte:02x}")).collect();
        let units: String = SECRET.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect();
        let written = [
            SECRET.to_owned(),
            form.clone(),
            form.replace('+', "%20"),
            form.replace("%7E", "~").replace("%21", "!").replace("%27", "'"),
            form.to_lowercase().replace("s%c3", "S%c3"),
            every,
            units,
            hexadecimal(SECRET),
            hexadecimal(SECRET).to_uppercase(),
            SECRET.replace('&', "&amp;").replace('\'', "&#39;").replace('/', "&#x2F;"),
            SECRET.replace('/', "\\/"),
            serde_json::Value::from("quoted\"secret\\").to_string(),
        ];
        let secrets = [Secret::new(SECRET), Secret::new("quoted\"secret\\"), Secret::new("")];
        for text in written {
            let told = without(&format!("before {text} after"), &secrets);
            assert!(told.starts_with("before ") && told.contains("[redacted]"), "{text}: {told}");
            assert!(!told.contains("same") && !told.contains("secret"), "{told}");
        }
    }

    #[test]
    fn a_secret_inside_of_base64_is_taken_out_wherever_it_starts() {
        for lead in ["", "a", "ab", "abc", "client:"] {
            let text = STANDARD.encode(format!("{lead}{SECRET} and more"));
            let told = without(&text, &[Secret::new(SECRET)]);
            assert!(told.contains("[redacted]"), "{lead}: {told}");
            let escaped = text.replace('+', "%2B").replace('/', "%2F").replace('=', "%3D");
            let told = without(&escaped, &[Secret::new(SECRET)]);
            assert!(told.contains("[redacted]"), "{lead}, escaped: {told}");
        }
    }

    #[test]
    fn a_short_secret_takes_no_other_words_along() {
        assert_eq!(without("a bad word: ab", &[Secret::new("ab")]), "a bad word: [redacted]");
        assert_eq!(without("nothing", &[Secret::new(" ")]), "nothing");
    }

    #[test]
    fn of_secrets_that_run_into_one_another_nothing_is_left() {
        let secrets =
            [Secret::new("first-4711"), Secret::new("4711-and-the-rest"), Secret::new("t-4711-and")];
        assert_eq!(without("not first-4711-and-the-rest!", &secrets), "not [redacted]!");
        assert_eq!(without("first-4711first-4711", &secrets), "[redacted][redacted]", "they only meet");
    }

    #[test]
    fn no_more_is_looked_through_than_is_shown() {
        let text = format!("key {SECRET} {}", "x".repeat(32 << 20));
        let began = Instant::now();
        assert_eq!(super::without(&text, &[Secret::new(SECRET)], 16), "key [redacted] x");
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    }

    #[test]
    fn a_text_that_is_all_but_the_secret_over_and_over_ends_where_the_search_does() {
        let (secret, near) = (Secret::new("a".repeat(300_000)), "a".repeat(299_999));
        let text = format!("no: {near}b{near}{}", "b".repeat(32 << 20));
        let began = Instant::now();
        let told = super::without(&text, &[secret], 500);
        assert!(told.starts_with("no: ") && told.ends_with(REDACTED), "{told}");
        assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
    }
}
