//! Takes secrets out of words that are about to be shown, however they are written there.

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use rollcall_core::Secret;
use std::fmt::Write;

/// Shorter ones than this in another writing would take ordinary words along.
const SHORTEST: usize = 8;

/// `text` with each of `secrets` replaced, also where a server echoes what it was sent: as the value of a form, in an
/// address, in JSON, in hexadecimal digits or inside base64.
pub(crate) fn without(text: &str, secrets: &[Secret]) -> String {
    let forms = secrets.iter().flat_map(|secret| {
        // Seen here to find it in words that are about to be shown.
        forms(secret.expose().trim())
    });
    let mut forms: Vec<String> = forms.collect();
    // A form may be a part of another one, of which nothing may be left.
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.iter().fold(text.to_owned(), |text, form| text.replace(form.as_str(), "[redacted]"))
}

fn forms(secret: &str) -> Vec<String> {
    if secret.is_empty() {
        return Vec::new();
    }
    let form: String = url::form_urlencoded::byte_serialize(secret.as_bytes()).collect();
    let json = serde_json::Value::from(secret).to_string();
    let json = json.trim_matches('"').to_owned();
    let mut forms = vec![small_escapes(&form), form.replace('+', "%20"), json, hexadecimal(secret), form];
    forms.push(forms[3].to_uppercase());
    forms.extend((0..3).flat_map(|lead| based(secret, lead)));
    forms.retain(|form| form.len() >= SHORTEST);
    forms.push(secret.to_owned());
    forms
}

/// The same with the digits of `%C3` written as `%c3`.
fn small_escapes(form: &str) -> String {
    let mut parts = form.split('%');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let (digits, rest) = part.split_at(part.len().min(2));
        format!("{text}%{}{rest}", digits.to_lowercase())
    })
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

    const SECRET: &str = "Sésame+öffne/dich 42&=";

    #[test]
    fn a_secret_is_taken_out_however_it_is_written() {
        let form: String = url::form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
        let written = [
            SECRET.to_owned(),
            form.clone(),
            form.replace('+', "%20"),
            small_escapes(&form),
            hexadecimal(SECRET),
            hexadecimal(SECRET).to_uppercase(),
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
        }
    }

    #[test]
    fn a_short_secret_takes_no_other_words_along() {
        assert_eq!(without("a bad word: ab", &[Secret::new("ab")]), "a bad word: [redacted]");
        assert_eq!(without("nothing", &[Secret::new(" ")]), "nothing");
    }
}
