//! The reader's side: takes one request, reads, and ends.

use super::wire::{Request, block_frame, end_frame, read_request};
use super::{MEMORY, READER_MODE};
use crate::cells::RawBlock;
use crate::grid::Outlet;
use crate::problem::FileProblem;
use crate::read::{Job, parse};
use std::io::{self, Write};
use std::process::ExitCode;

/// Reads one spreadsheet from the standard input if the program was started as a reader, and says how to end;
/// nothing otherwise. The first thing in `main`, with a function that limits the memory of the whole process.
pub fn serve_if_asked(limit_memory: impl FnOnce(usize)) -> Option<ExitCode> {
    let asked = std::env::args_os().nth(1).is_some_and(|word| word == READER_MODE);
    asked.then(|| {
        limit_memory(MEMORY);
        limit_the_rest();
        // Whoever started the reader is told of a panic as of any other damage; there is nobody to read its words.
        std::panic::set_hook(Box::new(|_| {}));
        match serve() {
            Ok(()) => ExitCode::SUCCESS,
            Err(_) => ExitCode::FAILURE,
        }
    })
}

/// Computing time; and neither a file nor an image of the memory, which holds people's data, can be written.
#[cfg(unix)]
fn limit_the_rest() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |most| Rlimit { current: Some(most), maximum: Some(most) };
    let seconds = Rlimit { current: Some(super::SECONDS), maximum: Some(super::SECONDS + 1) };
    // Where the system knows no such limit, the patience of whoever started the reader has an end too.
    let _ = setrlimit(Resource::Cpu, seconds);
    let _ = setrlimit(Resource::Core, most(0));
    let _ = setrlimit(Resource::Fsize, most(0));
}

#[cfg(not(unix))]
fn limit_the_rest() {}

fn serve() -> io::Result<()> {
    let (Request { options, limits }, bytes) = read_request(&mut io::stdin().lock())?;
    let mut answer = Answer { out: io::stdout().lock(), frame: Vec::new() };
    let job = Job { bytes: &bytes, options: &options, limits, beside: true };
    let outcome = parse(job, &mut answer);
    answer.out.write_all(&end_frame(&outcome)?)?;
    answer.out.flush()
}

/// Sends blocks on as they fill.
struct Answer<W> {
    out: W,
    frame: Vec<u8>,
}

impl<W: Write> Outlet for Answer<W> {
    fn take(&mut self, block: RawBlock) -> Result<(), FileProblem> {
        block_frame(&mut self.frame, &block)
            .and_then(|()| self.out.write_all(&self.frame))
            // Nobody listens any more, so nobody will read the words either.
            .map_err(|_| FileProblem::damaged())
    }
}
