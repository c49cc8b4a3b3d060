//! What the two processes say to each other. The reader is not believed: a file may have taken it over.

use crate::cells::RawBlock;
use crate::limits::Limits;
use crate::problem::FileProblem;
use crate::read::{Findings, ReadOptions};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// Begins every request, so that a program of another version is noticed.
const GREETING: &[u8; 8] = b"ROLLCAL1";
const BLOCK: u8 = b'B';
const END: u8 = b'E';
/// Less than a pipe holds, so that the reader never waits for what else is done with a piece.
const PIECE: usize = 256 << 10;
/// A length that doesn't fit a byte follows in four.
const LONG: u8 = u8::MAX;
/// A block is handed on when it is full; one row may go over that by far.
const LONGEST: u32 = 64 << 20;

/// What is to be read, and how.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Request {
    pub options: ReadOptions,
    pub limits: Limits,
    /// Whether the file was no UTF-8 when it was read while it came, so that it is to be looked at as a whole.
    pub whole: bool,
}

/// What the reader says.
#[derive(Debug, PartialEq)]
pub(super) enum Frame {
    Block(RawBlock),
    End(Outcome),
}

/// How a reading ended.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Outcome {
    Read(Box<Findings>),
    Refused(FileProblem),
    /// It is no UTF-8, whatever was said before: read it as a whole.
    Again,
}

/// Says what is to be read, and says the bytes of the file to `along` piece by piece while the reader takes them.
pub(super) fn write_request(
    out: &mut impl Write,
    request: &Request,
    bytes: &[u8],
    mut along: impl FnMut(&[u8]),
) -> io::Result<()> {
    let json = serde_json::to_vec(request)?;
    out.write_all(GREETING)?;
    out.write_all(&(json.len() as u64).to_le_bytes())?;
    out.write_all(&(bytes.len() as u64).to_le_bytes())?;
    out.write_all(&json)?;
    for piece in bytes.chunks(PIECE) {
        out.write_all(piece)?;
        along(piece);
    }
    out.flush()
}

/// Hears a request and how many bytes of the file will follow.
pub(super) fn read_request(from: &mut impl Read) -> io::Result<(Request, u64)> {
    let mut greeting = [0; GREETING.len()];
    from.read_exact(&mut greeting)?;
    if greeting != *GREETING {
        return Err(garbage());
    }
    let (json, file) = (length(from)?, length(from)?);
    let json = exactly(from, usize::try_from(json).map_err(|_| garbage())?)?;
    Ok((serde_json::from_slice(&json)?, file))
}

fn length(from: &mut impl Read) -> io::Result<u64> {
    let mut bytes = [0; 8];
    from.read_exact(&mut bytes)?;
    Ok(u64::from_le_bytes(bytes))
}

fn exactly(from: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Puts a block into `frame`, which is used again and again. Cells are said by their lengths, most of which take a byte.
pub(super) fn block_frame(frame: &mut Vec<u8>, block: &RawBlock) -> io::Result<()> {
    frame.clear();
    frame.push(BLOCK);
    let (rows, cells) = (block.rows.len(), block.kinds.len());
    frame.extend([0; 4]);
    for count in [rows, cells, block.numbers.len(), block.text.len()] {
        frame.extend(u32::try_from(count).map_err(|_| garbage())?.to_le_bytes());
    }
    frame.extend_from_slice(&block.text);
    frame.extend_from_slice(&block.kinds);
    frame.extend(block.numbers.iter().flat_map(|number| number.to_le_bytes()));
    for (number, cells) in &block.rows {
        frame.extend(number.to_le_bytes());
        // No row has more cells than there are columns.
        frame.push(u8::try_from(*cells).map_err(|_| garbage())?);
    }
    let mut before = 0;
    for end in &block.ends {
        match u8::try_from(end - before) {
            Ok(length) if length != LONG => frame.push(length),
            _ => {
                frame.push(LONG);
                frame.extend((end - before).to_le_bytes());
            }
        }
        before = *end;
    }
    let length = u32::try_from(frame.len() - 5).map_err(|_| garbage())?;
    frame[1..5].copy_from_slice(&length.to_le_bytes());
    Ok(())
}

pub(super) fn end_frame(outcome: &Outcome) -> io::Result<Vec<u8>> {
    let json = serde_json::to_vec(outcome)?;
    let mut frame = vec![END];
    frame.extend(u32::try_from(json.len()).map_err(|_| garbage())?.to_le_bytes());
    frame.extend(json);
    Ok(frame)
}

/// Hears one frame after the other.
pub(super) struct Frames<R> {
    from: R,
    /// The frame that is being heard; it stays as long as the longest so far.
    frame: Vec<u8>,
}

impl<R: Read> Frames<R> {
    pub fn new(from: R) -> Self {
        Self { from, frame: Vec::new() }
    }

    /// The next frame.
    ///
    /// # Errors
    /// Whatever the stream fails with, its end, and what no reader of ours says.
    pub fn next(&mut self) -> io::Result<Frame> {
        let mut head = [0; 5];
        self.from.read_exact(&mut head)?;
        let [tag, a, b, c, d] = head;
        let length = u32::from_le_bytes([a, b, c, d]);
        if length > LONGEST {
            return Err(garbage());
        }
        let length = length as usize;
        if self.frame.len() < length {
            self.frame.resize(length, 0);
        }
        let frame = &mut self.frame[..length];
        self.from.read_exact(frame)?;
        match tag {
            BLOCK => block(frame).map(Frame::Block).ok_or_else(garbage),
            END => Ok(Frame::End(serde_json::from_slice(frame)?)),
            _ => Err(garbage()),
        }
    }
}

fn block(frame: &[u8]) -> Option<RawBlock> {
    let (counts, rest) = frame.split_first_chunk::<16>()?;
    let mut counts = counts.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes) as usize);
    let (rows, cells, numbers, text) = (counts.next()?, counts.next()?, counts.next()?, counts.next()?);
    let (text, rest) = rest.split_at_checked(text)?;
    let (kinds, rest) = rest.split_at_checked(cells)?;
    let (numbers, rest) = rest.split_at_checked(numbers.checked_mul(8)?)?;
    let (rows, lengths) = rest.split_at_checked(rows.checked_mul(5)?)?;
    let row = |[a, b, c, d, cells]: &[u8; 5]| (u32::from_le_bytes([*a, *b, *c, *d]), u32::from(*cells));
    Some(RawBlock {
        text: text.to_vec(),
        kinds: kinds.to_vec(),
        ends: ends(lengths, cells)?,
        numbers: numbers.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect(),
        rows: rows.as_chunks().0.iter().map(row).collect(),
    })
}

fn ends(mut lengths: &[u8], cells: usize) -> Option<Vec<u32>> {
    let mut ends = Vec::with_capacity(cells.min(lengths.len()));
    let mut end = 0_u32;
    while let Some((length, rest)) = lengths.split_first() {
        lengths = rest;
        let length = if *length == LONG {
            let (long, rest) = lengths.split_first_chunk()?;
            lengths = rest;
            u32::from_le_bytes(*long)
        } else {
            u32::from(*length)
        };
        end = end.checked_add(length)?;
        ends.push(end);
    }
    Some(ends)
}

pub(super) fn garbage() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "not what a reader says")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::Cell;
    use proptest::prelude::*;

    fn block() -> RawBlock {
        let mut block = RawBlock::default();
        block.begin_row(2);
        block.push(Cell::Text("Šiaulių"));
        block.push(Cell::Number { shown: "00018", value: 18.0 });
        block.begin_row(7);
        block
    }

    #[test]
    fn what_is_said_is_heard() {
        let mut frame = Vec::new();
        block_frame(&mut frame, &block()).expect("a frame");
        assert_eq!(Frames::new(frame.as_slice()).next().expect("heard"), Frame::Block(block()));
        let outcome = Outcome::Refused(FileProblem::empty());
        let frame = end_frame(&outcome).expect("a frame");
        assert_eq!(Frames::new(frame.as_slice()).next().expect("heard"), Frame::End(outcome));
        let request = Request { options: ReadOptions::default(), limits: Limits::default(), whole: false };
        let mut said = Vec::new();
        let mut along = Vec::new();
        write_request(&mut said, &request, b"a,b", |piece| along.extend_from_slice(piece)).expect("said");
        assert_eq!(along, b"a,b");
        let mut said = said.as_slice();
        assert_eq!(read_request(&mut said).expect("heard"), (request, 3));
        assert_eq!(said, b"a,b");
    }

    proptest! {
        #[test]
        fn noise_is_never_more_than_an_error(noise in prop::collection::vec(any::<u8>(), 0..200), tag in "[BE]") {
            let length = u32::try_from(noise.len()).expect("short");
            let said: Vec<u8> = tag.bytes().chain(length.to_le_bytes()).chain(noise).collect();
            if let Ok(Frame::Block(block)) = Frames::new(said.as_slice()).next() {
                let _ = block.prove();
            }
        }

        #[test]
        fn a_frame_with_a_byte_changed_is_heard_or_refused(at in 0_usize..80, by in 1_u8..) {
            let mut frame = Vec::new();
            block_frame(&mut frame, &block()).expect("a frame");
            let at = at % frame.len();
            frame[at] = frame[at].wrapping_add(by);
            if let Ok(Frame::Block(block)) = Frames::new(frame.as_slice()).next()
                && let Some(block) = block.prove()
            {
                let mut blocks = crate::cells::Blocks::default();
                blocks.push(block);
                prop_assert!(blocks.rows().all(|row| row.cells().count() <= 4));
            }
        }
    }
}
