//! The reader's side: takes one request, reads, and ends.

use super::wire::{Outcome, Request, block_frame, end_frame, read_request};
use super::{MEMORY, READER_MODE};
use crate::cells::RawBlock;
use crate::grid::Outlet;
use crate::problem::FileProblem;
use crate::read::{Job, parse};
use crate::text::{self, HEAD};
use std::fs::File;
use std::io::{self, Read, Take, Write};
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
    let mut input = own(&io::stdin())?;
    let (request, length) = read_request(&mut input)?;
    let mut answer = Answer { out: own(&io::stdout())?, frame: Vec::new() };
    let outcome = parse_input(input.take(length), &request, &mut answer)?;
    answer.out.write_all(&end_frame(&outcome)?)
}

/// Reads a text in UTF-8 while it comes, and everything else when it is there.
fn parse_input(mut input: Take<File>, request: &Request, outlet: &mut dyn Outlet) -> io::Result<Outcome> {
    let mut bytes = Vec::new();
    (&mut input).take(HEAD as u64).read_to_end(&mut bytes)?;
    let job = Job { bytes: &[], options: &request.options, limits: request.limits, beside: true };
    let read = if !request.whole && text::can_be_streamed(&bytes, &request.options) {
        text::parse_stream(&bytes, input, job, outlet)
    } else {
        bytes.reserve_exact(usize::try_from(input.limit()).unwrap_or(usize::MAX));
        input.read_to_end(&mut bytes)?;
        parse(Job { bytes: &bytes, ..job }, outlet).map(Some)
    };
    Ok(match read {
        Ok(Some(findings)) => Outcome::Read(Box::new(findings)),
        Ok(None) => Outcome::Again,
        Err(problem) => Outcome::Refused(problem),
    })
}

/// A standard stream without the buffer that the library keeps for lines of text.
#[cfg(unix)]
fn own(stream: &impl std::os::fd::AsFd) -> io::Result<File> {
    stream.as_fd().try_clone_to_owned().map(File::from)
}

#[cfg(windows)]
fn own(stream: &impl std::os::windows::io::AsHandle) -> io::Result<File> {
    stream.as_handle().try_clone_to_owned().map(File::from)
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
