//! The bytes of a text file as text: byte order mark, then strict UTF-8, then detection.

use crate::problem::{FileProblem, FileProblemCode};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use rollcall_core::sentence;
use std::borrow::Cow;

/// A decoded file.
#[derive(Debug)]
pub(crate) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// In lower case; ASCII is `utf-8`.
    pub encoding: String,
    /// Whether some bytes could not be decoded and show as U+FFFD.
    pub lossy: bool,
}

/// Decodes `bytes`, by `label` where a person chose one.
///
/// # Errors
/// `unknown-encoding` when `label` names none.
pub(crate) fn decode<'a>(bytes: &'a [u8], label: Option<&str>) -> Result<Decoded<'a>, FileProblem> {
    let encoding = match label {
        Some(label) => named(label)?,
        None => detect(bytes),
    };
    // A byte order mark in the file decides even against a label, as the Encoding Standard says.
    let (text, used, lossy) = encoding.decode(bytes);
    Ok(Decoded { text, encoding: used.name().to_ascii_lowercase(), lossy })
}

/// Whether a file that begins like this is taken for UTF-8 unless what follows contradicts.
pub(crate) fn may_be_utf8(head: &[u8], label: Option<&str>) -> bool {
    let marked = Encoding::for_bom(head).map(|(encoding, _)| encoding);
    let chosen = label.map_or(Some(UTF_8), |label| named(label).ok());
    match marked {
        Some(encoding) => encoding == UTF_8,
        None => chosen == Some(UTF_8) && (label.is_some() || utf16_without_mark(head).is_none()),
    }
}

fn named(label: &str) -> Result<&'static Encoding, FileProblem> {
    Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
        FileProblem::new(
            FileProblemCode::UnknownEncoding,
            sentence!(
                "There is no encoding named \"{label}\". Try utf-8 or windows-1252.",
                label = label.trim(),
            ),
        )
    })
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return encoding;
    }
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// UTF-16 of mostly Latin text has a zero in every second byte, and text in no other encoding has any.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |offset: usize| head.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), head.len() / 2);
    match () {
        () if half < 2 => None,
        () if even == 0 && odd * 2 > half => Some(UTF_16LE),
        () if odd == 0 && even * 2 > half => Some(UTF_16BE),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, String) {
        let decoded = decode(bytes, None).expect("decodes");
        (decoded.text.into_owned(), decoded.encoding)
    }

    #[test]
    fn plain_ascii_and_marked_utf8_are_utf8() {
        assert_eq!(read(b"a,b"), ("a,b".into(), "utf-8".into()));
        assert_eq!(read(b"\xef\xbb\xbfa,b"), ("a,b".into(), "utf-8".into()));
    }

    #[test]
    fn what_is_no_utf8_is_detected() {
        assert_eq!(read(b"J\xf6rg M\xfcller;Zo\xe9"), ("Jörg Müller;Zoé".into(), "windows-1252".into()));
    }

    #[test]
    fn utf16_is_read_with_and_without_a_mark() {
        let little: Vec<u8> = "Šiaulių;x".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&little), ("Šiaulių;x".into(), "utf-16le".into()));
        let big: Vec<u8> = "Email;Role".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(read(&big), ("Email;Role".into(), "utf-16be".into()));
        let mut marked = b"\xff\xfe".to_vec();
        marked.extend(&little);
        assert_eq!(read(&marked), ("Šiaulių;x".into(), "utf-16le".into()));
    }

    #[test]
    fn a_person_may_choose_the_encoding() {
        let decoded = decode(b"\xe8", Some("windows-1257")).expect("decodes");
        assert_eq!((decoded.text.as_ref(), decoded.encoding.as_str()), ("č", "windows-1257"));
        let problem = decode(b"x", Some("klingon")).expect_err("no such encoding");
        assert!(problem.message.contains("klingon"));
    }
}
