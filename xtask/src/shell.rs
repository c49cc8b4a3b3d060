//! Starting other programs: where they run, what they print, how they end.

use std::env;
use std::ffi::OsStr;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use crate::Outcome;

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    // `cargo run` sets the variable; it is read at run time so that a moved checkout still works.
    let manifest = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    manifest.parent().map_or(manifest.clone(), Path::to_path_buf)
}

/// Where Cargo puts what it builds.
pub(crate) fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// A program of this checkout that Cargo has built without optimisations.
pub(crate) fn built(name: &str) -> PathBuf {
    target().join("debug").join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Whether nobody is there to answer a question.
pub(crate) fn in_ci() -> bool {
    env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Whether this runs where releases are made, by the workflows beside the code.
pub(crate) fn is_hosted() -> bool {
    env::var("GITHUB_ACTIONS").is_ok_and(|value| value == "true")
}

/// Cargo, in the root of the checkout.
pub(crate) fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    // What `cargo run` tells this program of its own package must not reach the packages that it
    // builds: a changed variable can make Cargo build them again.
    for (key, _) in env::vars_os() {
        if key.to_str().is_some_and(|key| key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST"))
        {
            command.env_remove(key);
        }
    }
    if in_ci() {
        // A checkout that is built once: what would make the next build quicker costs as much disk as the build.
        command.env("CARGO_INCREMENTAL", "0");
    }
    command
}

/// A JavaScript program of `ui/node_modules`, by the path of its script.
pub(crate) fn node(script: &str, args: &[&str]) -> Command {
    let mut command = Command::new("node");
    command.arg(Path::new("node_modules").join(script)).args(args).current_dir(root().join("ui"));
    command
}

/// Finds a program as the shell would.
pub(crate) fn which(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(name)).find(|path| path.is_file())
}

/// Runs a command that prints for itself.
///
/// # Errors
/// A sentence when the program can't be started or doesn't end well.
pub(crate) fn must(command: &mut Command) -> Outcome {
    let status = status(command)?;
    if status.success() { Ok(()) } else { Err(format!("`{}` ended with {status}.", line(command))) }
}

/// Runs a command that prints for itself, and hands on how it ended.
///
/// # Errors
/// A sentence when the program can't be started.
pub(crate) fn status(command: &mut Command) -> Outcome<ExitStatus> {
    command.status().map_err(|error| not_started(command, &error))
}

/// What a command prints on standard output, or nothing when it fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a streamed command did.
pub(crate) struct Streamed {
    pub(crate) success: bool,
    /// Standard output and standard error as they came, without colours.
    pub(crate) text: String,
}

/// Runs a command, shows what it prints while it prints it, and keeps a copy.
///
/// # Errors
/// A sentence when the program can't be started.
pub(crate) fn streamed(command: &mut Command) -> Outcome<Streamed> {
    let colours = io::stdout().is_terminal() && env::var_os("NO_COLOR").is_none();
    if colours {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let copy = Arc::new(Mutex::new(Vec::new()));
    let out = child.stdout.take().map(|pipe| pump(pipe, io::stdout(), &copy));
    let err = child.stderr.take().map(|pipe| pump(pipe, io::stderr(), &copy));
    let status = child.wait().map_err(|error| format!("Lost sight of `{}`: {error}.", line(command)))?;
    for thread in [out, err].into_iter().flatten() {
        let _ = thread.join();
    }
    let bytes = copy.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Ok(Streamed { success: status.success(), text: without_colours(&String::from_utf8_lossy(&bytes)) })
}

fn pump(
    mut from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    copy: &Arc<Mutex<Vec<u8>>>,
) -> JoinHandle<()> {
    let copy = Arc::clone(copy);
    thread::spawn(move || {
        let mut buffer = [0; 8192];
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            let piece = &buffer[..read];
            let _ = to.write_all(piece).and_then(|()| to.flush());
            copy.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(piece);
        }
    })
}

/// Takes ANSI escapes out of a text, so that it can be read by a program.
pub(crate) fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        if char != '\u{1b}' {
            plain.push(char);
            continue;
        }
        // "ESC [ digits ; digits letter": everything up to the letter belongs to the escape.
        for inner in chars.by_ref() {
            if inner.is_ascii_alphabetic() {
                break;
            }
        }
    }
    plain
}

/// The exit code of a program, handed on as our own.
pub(crate) fn exit_code(status: ExitStatus) -> ExitCode {
    match status.code() {
        Some(code) => ExitCode::from(u8::try_from(code).unwrap_or(1)),
        None => ExitCode::FAILURE,
    }
}

/// Asks a program to end, and ends it when it does not within three seconds.
pub(crate) fn end(child: &mut Child) {
    if matches!(child.try_wait(), Ok(Some(_))) {
        return;
    }
    // A polite signal lets Xvfb remove its lock file and the drivers end what they started; the
    // standard library has only the impolite one.
    let _ =
        Command::new("sh").args(["-c", &format!("kill -TERM {}", child.id())]).stderr(Stdio::null()).status();
    let patience = Instant::now() + Duration::from_secs(3);
    while Instant::now() < patience {
        if matches!(child.try_wait(), Ok(Some(_))) {
            return;
        }
        thread::sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
}

/// Makes a command end when this program does, however this program ends.
///
/// Ctrl+C and a kill of `cargo xtask` would otherwise leave a display and a bus behind.
pub(crate) fn bound(program: impl AsRef<OsStr>) -> Command {
    if which("setpriv").is_none() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "TERM", "--"]).arg(program);
    command
}

fn not_started(command: &Command, error: &io::Error) -> String {
    format!("Could not start `{}`: {error}.", line(command))
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_out_and_the_words_stay() {
        assert_eq!(without_colours("\u{1b}[1;32m 3 passed\u{1b}[0m, 1 failed"), " 3 passed, 1 failed");
    }

    #[test]
    fn what_a_program_prints_is_kept_while_it_streams() {
        let told =
            streamed(Command::new("sh").args(["-c", "echo out; echo err >&2; exit 3"])).expect("sh starts");
        assert!(!told.success, "an exit code of 3 is not a success");
        assert!(told.text.contains("out") && told.text.contains("err"), "kept: {:?}", told.text);
    }

    #[test]
    fn a_program_that_is_not_there_is_a_sentence() {
        let sentence = must(&mut Command::new("no-such-program-anywhere")).expect_err("it can't start");
        assert!(sentence.starts_with("Could not start `no-such-program-anywhere`"), "said: {sentence}");
    }

    #[test]
    fn a_child_that_ignores_the_polite_signal_ends_all_the_same() {
        let mut child =
            Command::new("sh").args(["-c", "trap '' TERM; exec sleep 60"]).spawn().expect("sh starts");
        end(&mut child);
        assert!(matches!(child.try_wait(), Ok(Some(_))), "the child is still there");
    }
}
