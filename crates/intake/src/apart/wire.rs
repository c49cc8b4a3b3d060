//! What the two processes say to each other. The reader is not believed: a file may have taken it over.

use crate::cells::RawBlock;
use crate::limits::{COLUMNS, Limits};
use crate::problem::FileProblem;
use crate::read::{Findings, ReadOptions};
use serde::{Deserialize, Serialize};
use std::io::{self, Read, Write};

/// Begins every request, so that a program of another version is noticed.
const GREETING: &[u8; 8] = b"ROLLCAL1";
const BLOCK: u8 = b'B';
const END: u8 = b'E';
/// A block is handed on when it is full; one row may go over that by far.
const MOST_TEXT: u32 = 64 << 20;
const MOST_ROWS: u32 = 1 << 20;
const MOST_JSON: u32 = 64 << 20;

/// What is to be read, and how.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Request {
    pub options: ReadOptions,
    pub limits: Limits,
}

/// What the reader says.
#[derive(Debug, PartialEq)]
pub(super) enum Frame {
    Block(RawBlock),
    End(Box<Result<Findings, FileProblem>>),
}

pub(super) fn write_request(out: &mut impl Write, request: &Request, bytes: &[u8]) -> io::Result<()> {
    let json = serde_json::to_vec(request)?;
    out.write_all(GREETING)?;
    out.write_all(&(json.len() as u64).to_le_bytes())?;
    out.write_all(&(bytes.len() as u64).to_le_bytes())?;
    out.write_all(&json)?;
    out.write_all(bytes)?;
    out.flush()
}

pub(super) fn read_request(from: &mut impl Read) -> io::Result<(Request, Vec<u8>)> {
    let mut greeting = [0; GREETING.len()];
    from.read_exact(&mut greeting)?;
    if greeting != *GREETING {
        return Err(garbage());
    }
    let (json, file) = (length(from)?, length(from)?);
    let request = serde_json::from_slice(&exactly(from, json)?)?;
    Ok((request, exactly(from, file)?))
}

fn length(from: &mut impl Read) -> io::Result<usize> {
    let mut bytes = [0; 8];
    from.read_exact(&mut bytes)?;
    usize::try_from(u64::from_le_bytes(bytes)).map_err(|_| garbage())
}

fn exactly(from: &mut impl Read, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Puts a block into `frame`, which is used again and again.
pub(super) fn block_frame(frame: &mut Vec<u8>, block: &RawBlock) -> io::Result<()> {
    frame.clear();
    frame.push(BLOCK);
    for count in [block.rows.len(), block.kinds.len(), block.numbers.len(), block.text.len()] {
        frame.extend(u32::try_from(count).map_err(|_| garbage())?.to_le_bytes());
    }
    frame.extend_from_slice(&block.text);
    frame.extend_from_slice(&block.kinds);
    frame.extend(block.ends.iter().flat_map(|end| end.to_le_bytes()));
    frame.extend(block.numbers.iter().flat_map(|number| number.to_le_bytes()));
    frame.extend(block.rows.iter().flat_map(|(number, cells)| {
        let [a, b, c, d] = number.to_le_bytes();
        let [e, f, g, h] = cells.to_le_bytes();
        [a, b, c, d, e, f, g, h]
    }));
    Ok(())
}

pub(super) fn end_frame(outcome: &Result<Findings, FileProblem>) -> io::Result<Vec<u8>> {
    let json = serde_json::to_vec(outcome)?;
    let mut frame = vec![END];
    frame.extend(u32::try_from(json.len()).map_err(|_| garbage())?.to_le_bytes());
    frame.extend(json);
    Ok(frame)
}

/// Reads the next frame.
///
/// # Errors
/// Whatever the stream fails with, its end, and lengths that no reader of ours sends.
pub(super) fn read_frame(from: &mut impl Read) -> io::Result<Frame> {
    let mut tag = [0];
    from.read_exact(&mut tag)?;
    match tag[0] {
        BLOCK => read_block(from).map(Frame::Block),
        END => {
            let length = count(from, MOST_JSON)?;
            Ok(Frame::End(serde_json::from_slice(&exactly(from, length)?)?))
        }
        _ => Err(garbage()),
    }
}

fn read_block(from: &mut impl Read) -> io::Result<RawBlock> {
    let rows = count(from, MOST_ROWS)?;
    let cells = count(from, MOST_ROWS * COLUMNS)?;
    let numbers = count(from, MOST_ROWS * COLUMNS)?;
    let text = count(from, MOST_TEXT)?;
    if cells > rows.saturating_mul(COLUMNS as usize) || numbers > cells {
        return Err(garbage());
    }
    let text = exactly(from, text)?;
    let kinds = exactly(from, cells)?;
    let ends = exactly(from, cells * 4)?;
    let numbers = exactly(from, numbers * 8)?;
    let rows = exactly(from, rows * 8)?;
    Ok(RawBlock {
        text,
        kinds,
        ends: ends.as_chunks().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect(),
        numbers: numbers.as_chunks().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect(),
        rows: rows.as_chunks().0.iter().map(row).collect(),
    })
}

fn row([a, b, c, d, e, f, g, h]: &[u8; 8]) -> (u32, u32) {
    (u32::from_le_bytes([*a, *b, *c, *d]), u32::from_le_bytes([*e, *f, *g, *h]))
}

fn count(from: &mut impl Read, most: u32) -> io::Result<usize> {
    let mut bytes = [0; 4];
    from.read_exact(&mut bytes)?;
    let count = u32::from_le_bytes(bytes);
    if count > most { Err(garbage()) } else { Ok(count as usize) }
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
        assert_eq!(read_frame(&mut frame.as_slice()).expect("heard"), Frame::Block(block()));
        let outcome = Err(FileProblem::empty());
        let frame = end_frame(&outcome).expect("a frame");
        assert_eq!(read_frame(&mut frame.as_slice()).expect("heard"), Frame::End(Box::new(outcome)));
        let request = Request { options: ReadOptions::default(), limits: Limits::default() };
        let mut said = Vec::new();
        write_request(&mut said, &request, b"a,b").expect("said");
        assert_eq!(read_request(&mut said.as_slice()).expect("heard"), (request, b"a,b".to_vec()));
    }

    proptest! {
        #[test]
        fn noise_is_never_more_than_an_error(noise in prop::collection::vec(any::<u8>(), 0..200), tag in "[BE]") {
            let said: Vec<u8> = tag.bytes().chain(noise).collect();
            if let Ok(Frame::Block(block)) = read_frame(&mut said.as_slice()) {
                let _ = block.prove();
            }
        }

        #[test]
        fn a_frame_with_a_byte_changed_is_heard_or_refused(at in 0_usize..80, by in 1_u8..) {
            let mut frame = Vec::new();
            block_frame(&mut frame, &block()).expect("a frame");
            let at = at % frame.len();
            frame[at] = frame[at].wrapping_add(by);
            if let Ok(Frame::Block(block)) = read_frame(&mut frame.as_slice())
                && let Some(block) = block.prove()
            {
                let mut blocks = crate::cells::Blocks::default();
                blocks.push(block);
                prop_assert!(blocks.rows().all(|row| row.cells().count() <= 4));
            }
        }
    }
}
