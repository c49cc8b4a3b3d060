//! Takes secrets out of words that are about to be shown, however they are written there.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use rollcall_core::Secret;
use std::fmt::Write;

/// Shorter ones than this in another writing would take ordinary words along.
const SHORTEST: usize = 8;

/// `text` with each of `secrets` replaced, also where a server echoes what it was sent: escaped for a form, an address,
/// JSON or a web page, as far as it pleases, in hexadecimal digits, or inside base64.
pub(crate) fn without(text: &str, secrets: &[Secret]) -> String {
    let forms = secrets.iter().flat_map(|secret| {
        // Seen here to find it in words that are about to be shown.
        forms(secret.expose().trim())
    });
    let mut forms: Vec<String> = forms.collect();
    // A form may be a part of another one, of which nothing may be left.
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.iter().fold(text.to_owned(), |text, form| without_form(&text, form))
}

fn forms(secret: &str) -> Vec<String> {
    if secret.is_empty() {
        return Vec::new();
    }
    let digits = hexadecimal(secret);
    let mut forms = vec![digits.to_uppercase(), digits];
    forms.extend((0..3).flat_map(|lead| based(secret, lead)));
    forms.retain(|form| form.len() >= SHORTEST);
    forms.push(secret.to_owned());
    forms
}

/// The text without every place where `form` stands, whichever of its letters are escaped there.
fn without_form(text: &str, form: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let found = written(rest, form).filter(|end| *end >= SHORTEST || rest.starts_with(form));
        if found.is_some() {
            kept.push_str("[redacted]");
        } else {
            kept.push(first);
        }
        rest = &rest[found.unwrap_or(first.len_utf8())..];
    }
    kept
}

/// Where `form` ends if the text begins with it; several ways of reading a text are followed side by side.
fn written(text: &str, form: &str) -> Option<usize> {
    let mut ends = vec![0];
    for letter in form.chars() {
        ends = ends.iter().flat_map(|at| escapes(&text[*at..], letter).map(move |end| at + end)).collect();
        ends.sort_unstable();
        ends.dedup();
        if ends.is_empty() {
            return None;
        }
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
fn based(secret: &str, lead: usize) -> [String; 2] {
    let inner = secret.as_bytes().get((3 - lead) % 3..).unwrap_or_default();
    let whole = &inner[..inner.len() / 3 * 3];
    [STANDARD.encode(whole), URL_SAFE.encode(whole)]
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
