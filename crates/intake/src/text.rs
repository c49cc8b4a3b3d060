//! Text files: what they are written in, and by what signs.

use crate::delimited::{self, Ending};
use crate::dialect::{self, Dialect};
use crate::encoding;
use crate::grid::Outlet;
use crate::kind::{self, Container};
use crate::problem::FileProblem;
use crate::read::{Findings, Job, ReadOptions};
use crate::row_marks::RowMarks;
use std::borrow::Cow;
use std::io::{self, Read};

/// Bytes at the start that are looked at before anything is read.
pub(crate) const HEAD: usize = 64 << 10;

/// Reads a text that is there as a whole.
///
/// # Errors
/// [`FileProblem`].
pub(crate) fn parse_whole(job: Job<'_>, outlet: &mut dyn Outlet) -> Result<Findings, FileProblem> {
    let decoded = encoding::decode(job.bytes, job.options.encoding.as_deref())?;
    kind::plain_text(&decoded.text)?;
    let dialect = dialect::find(head(&decoded.text), job.options.delimiter, job.options.quote);
    delimited::rows(&decoded.text.as_bytes()[dialect.skip..], dialect, job.limits, outlet)?;
    let mut findings = findings(dialect, decoded.encoding);
    if decoded.lossy {
        findings.notices.push("undecodable-characters".to_owned());
    }
    Ok(findings)
}

fn findings(dialect: Dialect, encoding: String) -> Findings {
    Findings {
        format: if dialect.separator == '\t' { "tsv" } else { "csv" }.to_owned(),
        encoding: Some(encoding),
        delimiter: Some(dialect.separator.to_string()),
        quote: Some(dialect.quote.as_str().to_owned()),
        marks: Some(RowMarks::default()),
        ..Findings::default()
    }
}

fn head(text: &str) -> &str {
    &text[..text.floor_char_boundary(HEAD)]
}

/// Whether a file that begins like this can be read while it comes: a text in UTF-8, as far as can be seen.
pub(crate) fn can_be_streamed(head: &[u8], options: &ReadOptions) -> bool {
    let blank = head.trim_ascii().is_empty();
    let text = !blank && kind::container(head) == Ok(Container::Text);
    text && encoding::may_be_utf8(head, options.encoding.as_deref())
}

/// Reads a text in UTF-8 while it comes; nothing when it turns out to be no UTF-8.
///
/// # Errors
/// [`FileProblem`].
pub(crate) fn parse_stream(
    beginning: &[u8],
    rest: impl Read,
    job: Job<'_>,
    outlet: &mut dyn Outlet,
) -> Result<Option<Findings>, FileProblem> {
    let beginning = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
    // Cut in the middle of a character it ends in a replacement, which nobody will see.
    let head: Cow<'_, str> = String::from_utf8_lossy(beginning);
    kind::plain_text(&head)?;
    let dialect = dialect::find(&head, job.options.delimiter, job.options.quote);
    let text =
        Utf8 { inner: beginning.get(dialect.skip..).unwrap_or_default().chain(rest), open: Vec::new() };
    Ok(match delimited::rows(text, dialect, job.limits, outlet)? {
        Ending::Whole => Some(findings(dialect, "utf-8".to_owned())),
        Ending::NoText => None,
    })
}

/// A reader that fails as soon as what comes is no UTF-8.
struct Utf8<R> {
    inner: R,
    /// The bytes of a character that is not whole yet.
    open: Vec<u8>,
}

impl<R: Read> Read for Utf8<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // There is always room for a character: nobody reads into less than a few bytes.
        let carried = self.open.len();
        buffer[..carried].copy_from_slice(&self.open);
        self.open.clear();
        let read = self.inner.read(&mut buffer[carried..])?;
        let filled = carried + read;
        match std::str::from_utf8(&buffer[..filled]) {
            Ok(_) => Ok(filled),
            // Only the end of the file ends a character early.
            Err(problem) if problem.error_len().is_none() && read > 0 => {
                let whole = problem.valid_up_to();
                self.open.extend_from_slice(&buffer[whole..filled]);
                if whole == 0 { self.read(buffer) } else { Ok(whole) }
            }
            Err(_) => Err(io::Error::from(io::ErrorKind::InvalidData)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives one byte at a time.
    struct Slowly<'a>(&'a [u8]);

    impl Read for Slowly<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let piece = self.0.len().min(buffer.len()).min(1);
            buffer[..piece].copy_from_slice(&self.0[..piece]);
            self.0 = &self.0[piece..];
            Ok(piece)
        }
    }

    fn through(bytes: &[u8]) -> io::Result<String> {
        let mut reader = Utf8 { inner: Slowly(bytes), open: Vec::new() };
        let (mut text, mut buffer) = (Vec::new(), [0; 16]);
        loop {
            match reader.read(&mut buffer)? {
                0 => return String::from_utf8(text).map_err(io::Error::other),
                read => text.extend_from_slice(&buffer[..read]),
            }
        }
    }

    #[test]
    fn characters_may_come_in_pieces_and_other_bytes_may_not() {
        assert_eq!(through("Šiaulių 🥛".as_bytes()).expect("UTF-8"), "Šiaulių 🥛");
        assert!(through(b"J\xf6rg").is_err());
        assert!(through("Š".as_bytes().split_last().expect("bytes").1).is_err(), "cut off");
    }
}
