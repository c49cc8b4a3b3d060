//! Records of a text file with the row numbers that Excel would show.

use crate::dialect::{Dialect, Quote};
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use std::io::{self, Read};

const BUFFER: usize = 64 << 10;

/// One record after the other. `csv-core` splits the fields; it skips blank lines without a word, so they are counted
/// here before it sees them.
pub(crate) struct Records<R> {
    reader: Reader,
    from: R,
    buffer: Vec<u8>,
    /// What of the buffer was used, and what of it is filled.
    used: usize,
    filled: usize,
    /// Whether a line ended in `\r`: a `\n` right behind it belongs to it.
    after_return: bool,
    number: u32,
    output: Vec<u8>,
    ends: Vec<usize>,
    fields: usize,
}

impl<R: Read> Records<R> {
    pub fn new(from: R, dialect: Dialect) -> Self {
        let mut builder = ReaderBuilder::new();
        builder.delimiter(u8::try_from(dialect.separator).unwrap_or(b','));
        match dialect.quote {
            Quote::Double => {}
            Quote::Single => drop(builder.quote(b'\'')),
            Quote::None => drop(builder.quoting(false)),
        }
        Self {
            reader: builder.build(),
            from,
            buffer: vec![0; BUFFER],
            used: 0,
            filled: 0,
            after_return: false,
            number: 0,
            output: vec![0; 1024],
            ends: vec![0; 64],
            fields: 0,
        }
    }

    /// Goes to the next record and says its row number; nothing at the end.
    ///
    /// # Errors
    /// Whatever the source fails with.
    pub fn next(&mut self) -> io::Result<Option<u32>> {
        if !self.skip_blank_lines()? {
            return Ok(None);
        }
        let (mut written, mut ended) = (0, 0);
        loop {
            let input = &self.buffer[self.used..self.filled];
            let (result, read, wrote, fields) =
                self.reader.read_record(input, &mut self.output[written..], &mut self.ends[ended..]);
            self.used += read;
            written += wrote;
            ended += fields;
            match result {
                // At the end of the file it is called once more with nothing, and closes the last record.
                ReadRecordResult::InputEmpty => drop(self.refill()?),
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    self.after_return = read > 0 && self.buffer[self.used - 1] == b'\r';
                    break;
                }
                ReadRecordResult::End => return Ok(None),
            }
        }
        self.fields = ended;
        self.number = self.number.saturating_add(1);
        Ok(Some(self.number))
    }

    /// False at the end of the file.
    fn skip_blank_lines(&mut self) -> io::Result<bool> {
        loop {
            if self.used == self.filled && !self.refill()? {
                return Ok(false);
            }
            let after_return = std::mem::take(&mut self.after_return);
            match self.buffer[self.used] {
                b'\n' if after_return => {}
                b'\n' => self.number = self.number.saturating_add(1),
                b'\r' => {
                    self.number = self.number.saturating_add(1);
                    self.after_return = true;
                }
                _ => return Ok(true),
            }
            self.used += 1;
        }
    }

    fn refill(&mut self) -> io::Result<bool> {
        (self.used, self.filled) = (0, self.from.read(&mut self.buffer)?);
        Ok(self.filled > 0)
    }

    /// The texts of all fields in one piece, and where each ends.
    pub fn record(&self) -> (&[u8], &[usize]) {
        let ends = &self.ends[..self.fields];
        (&self.output[..ends.last().copied().unwrap_or(0)], ends)
    }

    pub fn fields(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends[..self.fields].iter().map(move |end| {
            let field = &self.output[start..*end];
            start = *end;
            field
        })
    }
}
