//! The app's side: starts a reader, hears it out, and gives it up in time.

use super::wire::{Frame, Frames, Outcome, Request, garbage, write_request};
use super::{MEMORY, READER_MODE, SECONDS};
use crate::cells::{Block, Blocks};
use crate::limits::Limits;
use crate::problem::{FileProblem, FileProblemCode};
use crate::read::{Findings, ReadOptions, sha256};
use std::io::{self, Read};
use std::path::Path;
use std::process::{Child, ChildStderr, ChildStdin, ChildStdout, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

/// What a reader found.
pub(super) struct Answer {
    pub findings: Findings,
    pub blocks: Blocks,
    pub sha256: String,
}

/// How long a reader that fell silent has to end.
const ENDING: Duration = Duration::from_secs(2);

/// Reads in a process of its own.
///
/// # Errors
/// What the reader says of the file, or one sentence on how the reader ended.
pub(super) fn read(
    program: &Path,
    bytes: &[u8],
    options: &ReadOptions,
    limits: Limits,
    patience: Duration,
) -> Result<Answer, FileProblem> {
    for whole in [false, true] {
        let request = Request { options: options.clone(), limits, whole };
        let (outcome, blocks, sha256) = ask(program, request, bytes, patience)?;
        match (outcome, sha256) {
            (Outcome::Read(findings), Ok(sha256)) => return Ok(Answer { findings, blocks, sha256 }),
            // A reader may refuse a file before it has seen all of it, and can't have read it.
            (Outcome::Refused(problem), _) => return Err(short(problem)),
            (Outcome::Read(_), Err(_)) => return Err(brought_down(None, "")),
            (Outcome::Again, _) => {}
        }
    }
    Err(brought_down(None, ""))
}

fn ask(
    program: &Path,
    request: Request,
    bytes: &[u8],
    patience: Duration,
) -> Result<(Outcome, Blocks, io::Result<String>), FileProblem> {
    let mut reader = Reader(start(program).map_err(|problem| not_started(&problem))?);
    let (Some(mut input), Some(output), Some(errors)) =
        (reader.0.stdin.take(), reader.0.stdout.take(), reader.0.stderr.take())
    else {
        return Err(not_started(&garbage()));
    };
    widen(&input, &output);
    let limits = request.limits;
    let (heard, ended, sha256) = thread::scope(|scope| {
        let hash = scope.spawn(move || {
            let written = write_request(&mut input, &request, bytes);
            drop(input);
            // Nobody needs the hash of a file that was not read to its end.
            written.map(|()| sha256(bytes))
        });
        let (tell, told) = mpsc::channel();
        scope.spawn(move || tell.send(hear(output, limits)));
        let heard = told.recv_timeout(patience);
        let ended = if matches!(heard, Ok(Err(_))) { reader.ended_by_itself() } else { None };
        // Whatever is still there must let go of the pipes, or the threads would wait for ever.
        reader.end();
        (heard, ended, hash.join().unwrap_or_else(|_| Err(garbage())))
    });
    match heard {
        Ok(Ok((outcome, blocks))) => Ok((outcome, blocks, sha256)),
        Ok(Err(_)) => Err(brought_down(ended, &last_words(errors))),
        Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => Err(too_slow(patience.as_secs())),
    }
}

/// Lets the pipes hold sixteen times as much as they do by themselves: the two processes wait less for each other.
#[cfg(target_os = "linux")]
fn widen(input: &ChildStdin, output: &ChildStdout) {
    const HELD: usize = 1 << 20;
    let _ = rustix::pipe::fcntl_setpipe_size(input, HELD);
    let _ = rustix::pipe::fcntl_setpipe_size(output, HELD);
}

#[cfg(not(target_os = "linux"))]
fn widen(_input: &ChildStdin, _output: &ChildStdout) {}

/// A started reader; it never outlives this.
struct Reader(Child);

impl Reader {
    fn ended_by_itself(&mut self) -> Option<ExitStatus> {
        let until = Instant::now() + ENDING;
        while Instant::now() < until {
            match self.0.try_wait() {
                Ok(None) => thread::sleep(Duration::from_millis(1)),
                Ok(ended) => return ended,
                Err(_) => return None,
            }
        }
        None
    }

    fn end(&mut self) {
        // Both fail only where it has ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        self.end();
    }
}

/// Where programs find their libraries: all that a reader gets of the environment. Everything else stays here, above
/// all the secrets that a person may have put there.
const INHERITED: [&str; 4] =
    ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "SystemRoot"];

fn start(program: &Path) -> io::Result<Child> {
    let mut command = Command::new(program);
    command
        .arg(READER_MODE)
        .env_clear()
        .envs(INHERITED.iter().filter_map(|name| Some((name, std::env::var_os(name)?))))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        const CREATE_NO_WINDOW: u32 = 0x0800_0000;
        command.creation_flags(CREATE_NO_WINDOW);
    }
    command.spawn()
}

fn hear(output: ChildStdout, limits: Limits) -> io::Result<(Outcome, Blocks)> {
    let mut frames = Frames::new(output);
    let mut blocks = Blocks::default();
    let mut sums = Sums::default();
    loop {
        match frames.next()? {
            Frame::Block(block) => {
                let block = block.prove().ok_or_else(garbage)?;
                if !sums.add(&block, limits) {
                    return Err(garbage());
                }
                blocks.push(block);
            }
            Frame::End(outcome) => return Ok((*outcome, blocks)),
        }
    }
}

/// What came so far. A reader of ours keeps to the limits by itself.
#[derive(Default)]
struct Sums {
    rows: usize,
    cells: usize,
    text: usize,
}

impl Sums {
    fn add(&mut self, block: &Block, limits: Limits) -> bool {
        // How numbers and dates are shown is short, and not counted as text by the reader.
        const SHOWN: usize = 64;
        let (rows, cells, text) = block.sizes();
        self.rows += rows;
        self.cells += cells;
        self.text += text;
        self.rows <= limits.rows.saturating_add(1)
            && self.cells <= limits.cells.saturating_add(crate::limits::COLUMNS as usize)
            && self.text <= limits.text_bytes.saturating_add(self.cells.saturating_mul(SHOWN))
    }
}

/// No sentence of ours is longer.
fn short(problem: FileProblem) -> FileProblem {
    const LONGEST: usize = 2_000;
    FileProblem { message: problem.message.chars().take(LONGEST).collect(), ..problem }
}

/// The beginning of what the reader wrote when it could do no more. It has ended: this never waits.
fn last_words(errors: ChildStderr) -> String {
    let mut words = Vec::new();
    let _ = errors.take(1024).read_to_end(&mut words);
    String::from_utf8_lossy(&words).into_owned()
}

fn brought_down(ended: Option<ExitStatus>, words: &str) -> FileProblem {
    // So the standard library ends a program that is refused memory.
    if words.contains("memory allocation of") {
        return FileProblem::too_large(format!(
            "This file needs more than {} MB of memory to be read.",
            MEMORY >> 20
        ));
    }
    if ended.is_some_and(took_all_its_time) {
        return too_slow(SECONDS);
    }
    FileProblem::new(
        FileProblemCode::Unreadable,
        "This file brought the reader down, so nothing was read; nothing else was harmed. Open it in the program that \
         made it, save it under a new name and try again.",
    )
}

#[cfg(unix)]
fn took_all_its_time(ended: ExitStatus) -> bool {
    use std::os::unix::process::ExitStatusExt;
    ended.signal() == Some(rustix::process::Signal::XCPU.as_raw())
}

#[cfg(not(unix))]
fn took_all_its_time(_ended: ExitStatus) -> bool {
    false
}

fn too_slow(seconds: u64) -> FileProblem {
    FileProblem::too_large(format!("This file takes more than {seconds} seconds to be read."))
}

fn not_started(problem: &io::Error) -> FileProblem {
    FileProblem::new(
        FileProblemCode::Unreadable,
        format!(
            "The part of Rollcall that reads files could not be started ({problem}), so nothing was read. Start Rollcall \
             again and try once more."
        ),
    )
}
