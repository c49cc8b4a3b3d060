//! Reading in a process of its own: the program runs itself in a hidden mode that has little memory, little time and
//! no secrets. Whatever a file does to the reader there, here it is one sentence.

mod child;
mod parent;
mod wire;

use crate::assemble::assemble;
use crate::cells::Blocks;
use crate::limits::Limits;
use crate::problem::FileProblem;
use crate::read::{Job, ReadOptions, parse, sha256};
use crate::table::Table;
use std::path::PathBuf;
use std::time::Duration;

pub use child::serve_if_asked;

/// The word after the program's name that makes it a reader.
pub const READER_MODE: &str = "--read-spreadsheet";

/// The allocator of a program that can be a reader: it counts, and in a reader it refuses what is beyond the limit.
pub type CountedMemory = cap::Cap<std::alloc::System>;

/// Memory of a reader, in bytes.
const MEMORY: usize = 512 << 20;
/// Computing time of a reader, in seconds.
const SECONDS: u64 = 20;
/// A guard for systems that don't limit computing time, and for a reader that waits for ever.
const PATIENCE: Duration = Duration::from_secs(60);

/// Where a spreadsheet is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// In this process. For tests and measurements: a hostile file can exhaust it.
    Here,
    /// In a process of its own, by the program at this path; its `main` begins with [`serve_if_asked`].
    Apart(PathBuf),
}

/// Reads a spreadsheet as [`crate::read`] does, where `reading` says.
///
/// # Errors
/// [`FileProblem`], with a sentence that says what the file is, which limit it met, or that it brought the reader down.
pub fn read_with(
    reading: &Reading,
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
) -> Result<Table, FileProblem> {
    read_within(reading, bytes, name, options, Limits::default())
}

/// [`read_with`] within other limits, for measurements.
///
/// # Errors
/// As [`read_with`].
pub fn read_within(
    reading: &Reading,
    bytes: &[u8],
    name: &str,
    options: &ReadOptions,
    limits: Limits,
) -> Result<Table, FileProblem> {
    limits.check_size(bytes)?;
    match reading {
        Reading::Here => {
            let mut blocks = Blocks::default();
            let findings = parse(Job { bytes, options, limits, beside: false }, &mut blocks)?;
            assemble(findings, blocks, name, sha256(bytes), options.header_row)
        }
        Reading::Apart(program) => {
            let read = parent::read(program, bytes, options, limits, PATIENCE)?;
            assemble(read.findings, read.blocks, name, read.sha256, options.header_row)
        }
    }
}
