//! A list of any length as text with separators, row by row, in the encoding that a person chose.

use crate::guard::guard;
use crate::problem::WorkbookError;
use crate::value::Value;
use encoding_rs::WINDOWS_1252;
use std::borrow::Cow;
use std::io::{self, Write};

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Between {
    /// `,`
    Comma,
    /// `;`, for Excel where the comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
}

/// How letters become bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// UTF-8 with a byte order mark, by which Excel knows it.
    Utf8Bom,
    /// UTF-8 alone.
    Utf8,
    /// UTF-16, the lower byte first, with a byte order mark.
    Utf16Le,
    /// The single bytes of western Windows. It has few letters.
    Windows1252,
}

/// A text file that is filled row by row: `\r\n` behind each, every text in quotation marks and guarded as [`guard`] says.
pub struct ListText<W: Write> {
    rows: csv::Writer<Encoded<W>>,
    letters: Letters,
    row: u32,
}

impl<W: Write> ListText<W> {
    /// Starts with the header.
    ///
    /// # Errors
    /// [`WorkbookError::Output`]; [`WorkbookError::Unmappable`] for a header with a letter that the encoding lacks.
    pub fn new(
        mut out: W,
        headers: &[String],
        between: Between,
        letters: Letters,
    ) -> Result<Self, WorkbookError> {
        let mark: &[u8] = match letters {
            Letters::Utf8Bom => b"\xef\xbb\xbf",
            Letters::Utf16Le => b"\xff\xfe",
            Letters::Utf8 | Letters::Windows1252 => b"",
        };
        out.write_all(mark).map_err(WorkbookError::Output)?;
        let rows = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .delimiter(match between {
                Between::Comma => b',',
                Between::Semicolon => b';',
                Between::Tab => b'\t',
            })
            // A text in marks can be taken for no other dialect, whatever stands in it.
            .quote_style(csv::QuoteStyle::NonNumeric)
            .flexible(true)
            .from_writer(Encoded { out, letters, begun: Vec::new() });
        let mut this = Self { rows, letters, row: 0 };
        let headers: Vec<Value> = headers.iter().map(Value::text).collect();
        this.put(&headers)?;
        Ok(this)
    }

    /// Adds a row, one cell for each header.
    ///
    /// # Errors
    /// [`WorkbookError::Output`]; [`WorkbookError::Unmappable`], before anything of the row is written.
    pub fn row(&mut self, cells: &[Value]) -> Result<(), WorkbookError> {
        self.row += 1;
        self.put(cells)
    }

    /// Writes what still waits, and gives the output back.
    ///
    /// # Errors
    /// [`WorkbookError::Output`].
    pub fn finish(self) -> Result<W, WorkbookError> {
        let encoded =
            self.rows.into_inner().map_err(|problem| WorkbookError::Output(problem.into_error()))?;
        Ok(encoded.out)
    }

    fn put(&mut self, cells: &[Value]) -> Result<(), WorkbookError> {
        self.refuse_unmappable(cells)?;
        for cell in cells {
            let text = match cell {
                // A number runs as nothing, and its sign is no formula.
                Value::Number { text, .. } => Cow::Borrowed(text.as_str()),
                other => guard(other.shown()),
            };
            self.rows
                .write_field(text.as_bytes())
                .map_err(|problem| WorkbookError::Output(problem.into()))?;
        }
        self.rows.write_record(None::<&[u8]>).map_err(|problem| WorkbookError::Output(problem.into()))
    }

    fn refuse_unmappable(&self, cells: &[Value]) -> Result<(), WorkbookError> {
        if self.letters != Letters::Windows1252 {
            return Ok(());
        }
        let lacking = |(place, cell): (usize, &Value)| {
            let found = cell.shown().chars().find(|c| !is_western(*c))?;
            Some(WorkbookError::Unmappable { row: self.row, place, found })
        };
        cells.iter().enumerate().find_map(lacking).map_or(Ok(()), Err)
    }
}

fn is_western(c: char) -> bool {
    c.is_ascii() || !WINDOWS_1252.encode(c.encode_utf8(&mut [0; 4])).2
}

/// Takes UTF-8 in pieces that may end in the midst of a letter.
struct Encoded<W> {
    out: W,
    letters: Letters,
    /// The begun letter, and while it is worked on, the whole piece.
    begun: Vec<u8>,
}

impl<W: Write> Write for Encoded<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if matches!(self.letters, Letters::Utf8 | Letters::Utf8Bom) {
            return self.out.write(piece);
        }
        self.begun.extend_from_slice(piece);
        let whole = match std::str::from_utf8(&self.begun) {
            Ok(text) => text.len(),
            Err(problem) => problem.valid_up_to(),
        };
        let text = std::str::from_utf8(&self.begun[..whole]).unwrap_or_default();
        match self.letters {
            Letters::Utf16Le => {
                let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
                self.out.write_all(&bytes)?;
            }
            _ => self.out.write_all(&WINDOWS_1252.encode(text).0)?,
        }
        self.begun.drain(..whole);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(letters: Letters, between: Between, rows: &[Vec<Value>]) -> Result<Vec<u8>, WorkbookError> {
        let headers = ["Name", "N"].map(str::to_owned);
        let mut list = ListText::new(Vec::new(), &headers, between, letters)?;
        rows.iter().try_for_each(|row| list.row(row))?;
        list.finish()
    }

    fn row(name: &str) -> Vec<Value> {
        vec![Value::text(name), Value::Number { value: -1.0, text: "-1".into() }]
    }

    #[test]
    fn a_text_is_guarded_and_a_number_is_not() {
        let bytes = written(Letters::Utf8, Between::Semicolon, &[row("-Å;\"x\"")]).expect("written");
        assert_eq!(String::from_utf8_lossy(&bytes), "\"Name\";\"N\"\r\n\"'-Å;\"\"x\"\"\";-1\r\n");
    }

    #[test]
    fn every_encoding_says_the_same() {
        let rows: Vec<Vec<Value>> = (0..3_000).map(|_| row("Zoë €")).collect();
        let utf8 = written(Letters::Utf8, Between::Tab, &rows).expect("written");
        let text = String::from_utf8(utf8).expect("UTF-8");
        let marked = written(Letters::Utf8Bom, Between::Tab, &rows).expect("written");
        assert_eq!(marked.strip_prefix(b"\xef\xbb\xbf"), Some(text.as_bytes()));
        let wide = written(Letters::Utf16Le, Between::Tab, &rows).expect("written");
        let units: Vec<u16> = wide.chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
        assert_eq!(String::from_utf16_lossy(&units[1..]), text);
        let western = written(Letters::Windows1252, Between::Tab, &rows).expect("written");
        assert_eq!(WINDOWS_1252.decode(&western).0, text);
    }

    #[test]
    fn a_letter_that_the_encoding_lacks_is_named_with_its_row() {
        let refused = written(Letters::Windows1252, Between::Comma, &[row("Ann"), row("Zoë 漢")]);
        let Err(WorkbookError::Unmappable { row, place, found }) = refused else { panic!("{refused:?}") };
        assert_eq!((row, place, found), (2, 0, '漢'));
    }
}
