//! What a file is, by its content and never by its name.

use crate::json_rows;
use crate::problem::FileProblem;

/// The containers that are told apart by their first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    /// A zip archive: xlsx, xlsm, xlsb, ods, or something else altogether.
    Zip,
    /// The old compound file: xls.
    Compound,
    /// Rows as programs write them, as far as its beginning tells.
    Json,
    /// Perhaps text; the decoder has the last word.
    Text,
}

/// Impostors that are common enough to be called by their name.
const IMPOSTORS: [(&[u8], &str); 9] = [
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!", "a compressed archive"),
    (b"SQLite format 3", "a database"),
];

/// The name, in UTF-16, of the stream in which Office keeps an encrypted workbook.
const ENCRYPTED_PACKAGE: &str = "EncryptedPackage";

/// Tells the container apart.
///
/// # Errors
/// `empty-file`, `not-a-spreadsheet` for well-known other kinds, `password-protected`.
pub(crate) fn container(bytes: &[u8]) -> Result<Container, FileProblem> {
    if bytes.is_empty() {
        return Err(FileProblem::empty());
    }
    if let Some((_, what)) = IMPOSTORS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(FileProblem::not_a_spreadsheet(what));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Container::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return if contains_utf16(bytes, ENCRYPTED_PACKAGE) {
            Err(FileProblem::password())
        } else {
            Ok(Container::Compound)
        };
    }
    Ok(if json_rows::begins(bytes) { Container::Json } else { Container::Text })
}

fn contains_utf16(bytes: &[u8], text: &str) -> bool {
    let wanted: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// Refuses text that is markup, or that is no text at all.
///
/// # Errors
/// `not-a-spreadsheet`, `empty-file`.
pub(crate) fn plain_text(text: &str) -> Result<(), FileProblem> {
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if start.is_empty() {
        return Err(FileProblem::empty());
    }
    let head: String = start.chars().take(512).collect::<String>().to_ascii_lowercase();
    if head.starts_with("<?xml") && head.contains("mso-application progid=\"excel.sheet\"") {
        return Err(FileProblem::not_a_spreadsheet("an XML file of Excel 2003"));
    }
    if ["<!doctype html", "<html", "<table", "<head", "<meta", "<body"]
        .iter()
        .any(|tag| head.starts_with(tag))
    {
        // Portals like to export web pages with the name .xls.
        return Err(FileProblem::not_a_spreadsheet("a web page, whatever its name says"));
    }
    if head.starts_with("<?xml") || head.starts_with("<office:document") {
        return Err(FileProblem::not_a_spreadsheet("an XML document"));
    }
    if looks_binary(start) {
        return Err(FileProblem::not_a_spreadsheet("a file of another kind"));
    }
    Ok(())
}

/// Text has no NUL, and hardly any other control characters.
fn looks_binary(text: &str) -> bool {
    let mut seen = 0_usize;
    let mut odd = 0_usize;
    for c in text.chars().take(65_536) {
        seen += 1;
        if c == '\0' {
            return true;
        }
        odd += usize::from(c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}'));
    }
    odd * 50 > seen
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::FileProblemCode as Code;

    #[test]
    fn the_name_of_an_impostor_is_said() {
        let problem = container(b"%PDF-1.7\n").expect_err("refused");
        assert_eq!(problem.code, Code::NotASpreadsheet);
        assert!(problem.message.contains("PDF"));
        assert_eq!(container(b"").expect_err("refused").code, Code::EmptyFile);
    }

    #[test]
    fn a_web_page_named_xls_is_refused_in_words() {
        let problem = plain_text("\n<html><table><tr><td>a@b.example").expect_err("refused");
        assert!(problem.message.contains("web page"), "{}", problem.message);
    }

    #[test]
    fn an_encrypted_workbook_is_recognised_by_its_stream() {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        assert_eq!(container(&bytes), Ok(Container::Compound));
        bytes.extend(ENCRYPTED_PACKAGE.encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(container(&bytes).expect_err("refused").code, Code::PasswordProtected);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert!(plain_text("a\0b").is_err());
        assert!(plain_text("\u{1}\u{2}\u{3}abc").is_err());
        assert!(plain_text("   \r\n").is_err());
        assert!(plain_text("a@b.example;Customer\r\n").is_ok());
    }
}
