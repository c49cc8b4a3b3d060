//! What ended badly in Rollcall itself: a report in the data folder, for its owner alone. Nothing is ever sent.
//!
//! A report says where in the program it happened, and nothing of what the program had in hand: what a panic says can hold
//! a name or an address, so it is kept only where it stands in the source as it is.

use crate::contract::{AppError, PageFault, PageFaultKind};
use crate::home::{Home, entries_named, owner_only, storage_io};
use crate::{App, locked};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::backtrace::Backtrace;
use std::io::Write;
use std::panic::{Location, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// Reports that are kept.
pub(crate) const MOST: usize = 20;
/// Reports of the page that one process takes: a page that fails without end must not push out what came before.
const MOST_OF_PAGE: u32 = 10;
/// Lines of a backtrace that are kept.
const MOST_FRAMES: usize = 60;

/// One report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CrashReport {
    /// When.
    pub at: Timestamp,
    /// Rollcall's version.
    pub version: String,
    /// What it was.
    pub what: What,
    /// Where in the source, or in the page's own files.
    pub place: String,
    /// What was said, where that is a text of the source.
    pub said: Option<String>,
    /// The way to it, innermost first.
    pub frames: Vec<String>,
}

/// What ended badly.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum What {
    /// A defect in the core.
    Panic,
    /// A screen of the page.
    Screen,
    /// A script of the page, outside of any screen.
    Script,
    /// Something that the page had begun and did not wait for.
    Promise,
}

/// From now on, every panic of this process leaves a report in the data folder. What the panic says is printed only for
/// developers, who set `RUST_BACKTRACE`.
pub fn keep_crash_reports(home: &Home) {
    let folder = home.clone();
    let before = std::panic::take_hook();
    let for_developers = std::env::var_os("RUST_BACKTRACE").is_some();
    std::panic::set_hook(Box::new(move |panic| {
        let report = of_panic(panic, &Backtrace::force_capture());
        if for_developers {
            before(panic);
        } else {
            eprintln!(
                "Rollcall panicked at {}. A report lies in its data folder; nothing was sent.",
                report.place
            );
        }
        // There is nobody left to tell where even that fails.
        let _ = folder.crashes().and_then(|folder| keep(&folder, &report));
    }));
}

impl App {
    /// Keeps a report of what went wrong in the page, as far as it says where. At most a few of one process.
    ///
    /// # Errors
    /// [`crate::contract::ErrorCode::Storage`] when it can't be written.
    pub fn note_page_fault(&self, fault: &PageFault) -> Result<(), AppError> {
        static KEPT: AtomicU32 = AtomicU32::new(0);
        if KEPT.fetch_add(1, Ordering::Relaxed) >= MOST_OF_PAGE {
            KEPT.store(MOST_OF_PAGE, Ordering::Relaxed);
            return Ok(());
        }
        keep(&self.inner.home.crashes()?, &of_page(fault))
    }

    /// Whether the window before this one ended unexpectedly. Said once: whoever asks again hears no.
    pub fn take_last_end(&self) -> bool {
        std::mem::take(&mut *locked(&self.inner.ended_unexpectedly))
    }

    /// A window opens: notes whether the one before it came to its end.
    ///
    /// # Errors
    /// [`crate::contract::ErrorCode::Storage`] when it can't be noted.
    pub fn window_opens(&self) -> Result<(), AppError> {
        let home = &self.inner.home;
        let before = read_mark(&home.open_mark());
        let crashed = |since: Timestamp| {
            let of_core = |report: &CrashReport| report.what == What::Panic && report.at >= since;
            reports(home).iter().any(of_core)
        };
        *locked(&self.inner.ended_unexpectedly) =
            before.is_some_and(|before| crashed(before.at) || before.is_of_this_sitting());
        crate::home::write_json(&home.open_mark(), &Mark::now())
    }

    /// The window came to its end as it should.
    pub fn window_closes(&self) {
        // What is not noted is only told wrongly at the next start.
        let _ = std::fs::remove_file(self.inner.home.open_mark());
    }
}

/// What lies in the data folder as long as a window is open.
#[derive(Serialize, Deserialize)]
struct Mark {
    at: Timestamp,
    /// Which boot of the machine and which session of the person it was; none where the system does not tell.
    sitting: Option<String>,
}

impl Mark {
    fn now() -> Self {
        Self { at: Timestamp::now(), sitting: sitting() }
    }

    /// A computer that was shut down, or a person who signed out, ends a window without a word, and that is as it should be.
    fn is_of_this_sitting(&self) -> bool {
        self.sitting.is_some() && self.sitting == sitting()
    }
}

fn sitting() -> Option<String> {
    let boot = std::fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    let session = std::env::var("XDG_SESSION_ID").unwrap_or_default();
    Some(format!("{} {session}", boot.trim()))
}

fn read_mark(path: &Path) -> Option<Mark> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

fn of_panic(panic: &PanicHookInfo<'_>, way: &Backtrace) -> CrashReport {
    CrashReport {
        at: Timestamp::now(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        what: What::Panic,
        place: panic.location().map_or_else(|| "an unknown place".to_owned(), place),
        // A text that was put together at run time is a `String`.
        said: panic.payload().downcast_ref::<&'static str>().map(|said| (*said).to_owned()),
        frames: functions(&way.to_string()),
    }
}

fn place(location: &Location<'_>) -> String {
    format!("{}:{}:{}", source(location.file()), location.line(), location.column())
}

/// The name of a source file from where it is everybody's: a folder of whoever built it may bear their name.
fn source(file: &str) -> String {
    let file = file.replace('\\', "/");
    let after = |mark: &str| file.split_once(mark).map(|(_, rest)| rest);
    if let Some(rest) = after("/registry/src/") {
        return rest.split_once('/').map_or(rest, |(_, rest)| rest).to_owned();
    }
    if let Some(rest) = after("/rustc/") {
        return rest.split_once('/').map_or(rest, |(_, rest)| rest).to_owned();
    }
    let is_absolute = file.starts_with('/') || file.as_bytes().get(1) == Some(&b':');
    let parts: Vec<&str> = file.split('/').collect();
    match is_absolute {
        true => parts[parts.len().saturating_sub(2)..].join("/"),
        false => file,
    }
}

/// The functions of a backtrace, without the files that they are in. Programs that people install have no names of them.
fn functions(way: &str) -> Vec<String> {
    let numbered = way.lines().filter_map(|line| {
        let (number, function) = line.trim_start().split_once(": ")?;
        number.bytes().all(|b| b.is_ascii_digit()).then(|| function.trim().to_owned())
    });
    let named = numbered.filter(|function| function != "<unknown>" && !is_of_the_panic_itself(function));
    named.take(MOST_FRAMES).collect()
}

fn is_of_the_panic_itself(function: &str) -> bool {
    [
        "std::backtrace",
        "std::panicking",
        "core::panicking",
        "std::sys::backtrace",
        "__rustc::rust_begin_unwind",
    ]
    .iter()
    .any(|begin| function.starts_with(begin))
        || function.contains("keep_crash_reports")
}

fn of_page(fault: &PageFault) -> CrashReport {
    // The page is not believed: what it says has to have the shape of what it should say.
    let is_name = |name: &&String| {
        name.len() <= 40 && name.ends_with("Error") && name.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let places: Vec<String> =
        fault.places.iter().filter(|place| is_own_place(place)).take(MOST_FRAMES).cloned().collect();
    CrashReport {
        at: Timestamp::now(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        what: match fault.what {
            PageFaultKind::Screen => What::Screen,
            PageFaultKind::Script => What::Script,
            PageFaultKind::Promise => What::Promise,
        },
        place: places.first().cloned().unwrap_or_else(|| "an unknown place".to_owned()),
        said: Some(&fault.name).filter(is_name).cloned(),
        frames: places,
    }
}

/// A file of the page's own with a line and a column, such as `assets/index-DkX0.js:1:2345`.
fn is_own_place(place: &str) -> bool {
    let mut parts = place.rsplitn(3, ':');
    let number = |text: Option<&str>| {
        text.is_some_and(|text| (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit()))
    };
    let (column, line) = (number(parts.next()), number(parts.next()));
    let is_file = |file: &str| {
        file.strip_prefix("assets/").and_then(|file| file.strip_suffix(".js")).is_some_and(|name| {
            (1..=80).contains(&name.len())
                && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
        })
    };
    column && line && parts.next().is_some_and(is_file)
}

fn keep(folder: &Path, report: &CrashReport) -> Result<(), AppError> {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let moment = report.at.strftime("%Y-%m-%dT%H-%M-%S.%6fZ");
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path = folder.join(format!("crash.{moment}.{}-{number}.json", std::process::id()));
    let bytes = serde_json::to_vec_pretty(report).unwrap_or_default();
    let opened = owner_only(&path, |options| options.write(true).create_new(true));
    opened.and_then(|mut file| file.write_all(&bytes)).map_err(|problem| storage_io(&problem))?;
    forget_old(folder)
}

/// The files of all reports, the oldest first: their names begin with their moments.
fn files(folder: &Path) -> Result<Vec<PathBuf>, AppError> {
    entries_named(folder, "crash.", ".json")
}

fn forget_old(folder: &Path) -> Result<(), AppError> {
    let files = files(folder)?;
    let old = files.len().saturating_sub(MOST);
    files.iter().take(old).try_for_each(std::fs::remove_file).map_err(|problem| storage_io(&problem))
}

/// All reports that can be read, the oldest first.
pub(crate) fn reports(home: &Home) -> Vec<CrashReport> {
    let files = home.crashes().and_then(|folder| files(&folder)).unwrap_or_default();
    files.iter().filter_map(|path| serde_json::from_slice(&std::fs::read(path).ok()?).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(name: &str, places: &[&str]) -> PageFault {
        let places = places.iter().map(|place| (*place).to_owned()).collect();
        PageFault { what: PageFaultKind::Script, name: name.to_owned(), places }
    }

    #[test]
    fn a_source_is_named_without_the_folder_of_whoever_built_it() {
        for (file, told) in [
            ("crates/app/src/home.rs", "crates/app/src/home.rs"),
            ("/home/ann/.cargo/registry/src/index.example-1f/serde-1.0.0/src/de.rs", "serde-1.0.0/src/de.rs"),
            ("C:\\Users\\ann\\.cargo\\registry\\src\\index-1f\\gtk-1\\src\\a.rs", "gtk-1/src/a.rs"),
            ("/rustc/0123/library/core/src/option.rs", "library/core/src/option.rs"),
            ("/home/ann/rollcall/src/lib.rs", "src/lib.rs"),
        ] {
            assert_eq!(source(file), told);
        }
    }

    #[test]
    fn of_what_the_page_says_only_its_own_places_are_kept() {
        let report = of_page(&fault(
            "TypeError",
            &[
                "assets/index-DkX_0.js:1:234",
                "ann@x.example:1:2",
                "assets/../../x.js:1:2",
                "assets/a b.js:1:2",
            ],
        ));
        assert_eq!(report.frames, ["assets/index-DkX_0.js:1:234"]);
        assert_eq!(
            (report.said.as_deref(), report.place.as_str()),
            (Some("TypeError"), "assets/index-DkX_0.js:1:234")
        );
        let odd = of_page(&fault("Anna Bērziņa", &["Anna"]));
        assert_eq!((odd.said, odd.frames.len(), odd.place.as_str()), (None, 0, "an unknown place"));
    }

    #[test]
    fn twenty_reports_are_kept_the_newest_ones_and_no_other_file_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("note.json"), "{}").expect("a file");
        for _ in 0..MOST + 5 {
            keep(folder.path(), &of_page(&fault("Error", &[]))).expect("kept");
        }
        assert_eq!(files(folder.path()).expect("reports").len(), MOST);
        assert!(folder.path().join("note.json").exists());
    }

    #[test]
    fn a_window_of_another_sitting_or_of_an_unknown_one_was_not_ended_unexpectedly() {
        let mark =
            |sitting: Option<&str>| Mark { at: Timestamp::now(), sitting: sitting.map(ToOwned::to_owned) };
        assert!(!mark(Some("another boot 1")).is_of_this_sitting());
        assert!(!mark(None).is_of_this_sitting());
        #[cfg(target_os = "linux")]
        assert!(Mark::now().is_of_this_sitting());
    }
}
