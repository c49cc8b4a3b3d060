//! The app's side: starts a reader, hears it out, and gives it up in time.

use super::wire::{Frame, Frames, Outcome, Request, garbage, write_request};
use super::{MEMORY, READER_MODE, SECONDS};
use crate::cells::{Block, Blocks};
use crate::limits::Limits;
use crate::problem::{FileProblem, FileProblemCode};
use crate::read::{Findings, ReadOptions, hex};
use rollcall_core::{phrase, sentence};
use sha2::{Digest, Sha256};
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
            (Outcome::Read(findings), Ok(sha256)) => {
                return Ok(Answer { findings: *findings, blocks, sha256 });
            }
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
            let mut hash = Sha256::new();
            // Nobody needs the hash of a file that was not read to its end.
            write_request(&mut input, &request, bytes, |piece| hash.update(piece)).map(|()| hex(hash))
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
            Frame::End(outcome) => return Ok((outcome, blocks)),
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
        return FileProblem::too_large(sentence!(
            "This file needs more than {mb} MB of memory to be read.",
            mb = MEMORY >> 20,
        ));
    }
    if ended.is_some_and(took_all_its_time) {
        return too_slow(SECONDS);
    }
    FileProblem::new(
        FileProblemCode::Unreadable,
        phrase!(
            "This file brought the reader down, so nothing was read; nothing else was harmed. Open it in the program \
             that made it, save it under a new name and try again."
        ),
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
    FileProblem::too_large(sentence!(
        "This file takes more than {seconds} seconds to be read.",
        seconds = seconds,
    ))
}

fn not_started(problem: &io::Error) -> FileProblem {
    FileProblem::new(
        FileProblemCode::Unreadable,
        sentence!(
            "The part of Rollcall that reads files could not be started ({problem}), so nothing was read. Start Rollcall \
             again and try once more.",
            problem = problem,
        ),
    )
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;
    use std::path::PathBuf;

    /// A program that does something else than a reader does. The name is its own, so that tests run side by side.
    fn reader(name: &str, script: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("rollcall-{}-{name}.sh", std::process::id()));
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("written");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).expect("allowed");
        path
    }

    fn refusal(name: &str, script: &str) -> FileProblem {
        let program = reader(name, script);
        let patience = Duration::from_secs(2);
        let bytes = "a@b.example\n".repeat(200_000);
        let read =
            super::read(&program, bytes.as_bytes(), &ReadOptions::default(), Limits::default(), patience);
        let _ = std::fs::remove_file(program);
        read.map(|answer| answer.findings).expect_err("refused")
    }

    #[test]
    fn a_reader_that_is_killed_in_the_middle_is_one_sentence() {
        let problem = refusal("killed", "head -c 1000 >/dev/null; kill -9 $$");
        assert_eq!(problem.code, FileProblemCode::Unreadable);
        assert!(problem.message.contains("brought the reader down"), "{}", problem.message);
    }

    #[test]
    fn a_reader_that_says_nonsense_is_one_sentence() {
        for (name, script) in [
            ("noise", "cat >/dev/null; head -c 100000 /dev/urandom"),
            ("silence", "cat >/dev/null"),
            ("boast", "cat >/dev/null; printf 'B\\377\\377\\377\\377'"),
            ("half", "printf 'B\\020\\000\\000\\000\\001'; exit 0"),
            ("endless", "yes"),
        ] {
            let problem = refusal(name, script);
            assert!(problem.message.contains("brought the reader down"), "{name}: {}", problem.message);
        }
    }

    #[test]
    fn a_reader_that_hangs_is_given_up() {
        // Another program in its place, so that giving up ends it too.
        let problem = refusal("hangs", "exec sleep 600");
        assert_eq!(problem.code, FileProblemCode::TooLarge);
        assert!(problem.message.contains("more than 2 seconds"), "{}", problem.message);
    }

    #[test]
    fn a_reader_that_was_refused_memory_names_the_limit() {
        let problem = refusal("memory", "echo 'memory allocation of 9 bytes failed' >&2; kill -6 $$");
        assert_eq!(problem.code, FileProblemCode::TooLarge);
        assert!(problem.message.contains("512 MB of memory"), "{}", problem.message);
    }

    #[test]
    fn a_reader_out_of_time_names_the_limit() {
        let problem = refusal("time", "kill -XCPU $$");
        assert!(problem.message.contains("20 seconds"), "{}", problem.message);
    }

    #[test]
    fn a_reader_inherits_no_secret() {
        let told = std::env::temp_dir().join(format!("rollcall-{}-told", std::process::id()));
        refusal("secret", &format!("env > {}", told.display()));
        let environment = std::fs::read_to_string(&told).expect("told");
        let _ = std::fs::remove_file(told);
        // What the shell sets for itself is no secret.
        let own = ["PWD=", "SHLVL=", "_=", "OLDPWD="];
        let more: Vec<&str> = environment
            .lines()
            .filter(|line| !own.iter().chain(&INHERITED).any(|name| line.starts_with(name)))
            .collect();
        assert!(more.is_empty(), "{more:?}");
    }

    #[test]
    fn a_reader_that_is_not_there_is_one_sentence() {
        let read = super::read(
            Path::new("/no/such/program"),
            b"x",
            &ReadOptions::default(),
            Limits::default(),
            Duration::from_secs(1),
        );
        let problem = read.map(|answer| answer.findings).expect_err("refused");
        assert!(problem.message.contains("could not be started"), "{}", problem.message);
    }
}
