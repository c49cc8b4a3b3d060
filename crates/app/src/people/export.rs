//! Use cases: people as a file, written while they are read.

use super::columns::Column;
use super::written::Written;
use crate::App;
use crate::contract::*;
use crate::errors::of_roster;
use crate::platforms::OpenPlatform;
use crate::runs::{ReportFile, stem};
use jiff::Timestamp;
use rollcall_core::phrase;
use rollcall_roster::{Roster, UserRow};
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// How often it is told how far an export is.
const TELL_EVERY: Duration = Duration::from_millis(300);

impl App {
    /// A name to propose for an export.
    pub fn export_name(&self, profile: &str, format: ExportFormat) -> Result<String, AppError> {
        let day = Timestamp::now().strftime("%Y-%m-%d");
        Ok(format!("{} - users {day}.{}", stem(&self.profile(profile)?.name), format.ending()))
    }

    /// Writes people where the person said. The file takes its name only once it is whole.
    ///
    /// # Errors
    /// [`ErrorCode::ListChanged`] where the marked rows are those of another list; [`ErrorCode::Cancelled`];
    /// [`ErrorCode::BadRequest`] where the encoding lacks a letter. Nothing is left behind then.
    pub async fn export_users(
        &self,
        profile: String,
        choice: ExportChoice,
        path: &Path,
    ) -> Result<ExportedFile, AppError> {
        let platform = self.platform(&profile).await?;
        let people = Arc::new(AtomicU32::new(0));
        let (roster, counted) = (platform.roster.clone(), people.clone());
        let watch = Watch::begin(self.clone(), platform);
        let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
        let file = ReportFile::written(String::new(), move |out| {
            let written = write(&roster, &choice, &folder, out, watch)?;
            counted.store(written, Ordering::SeqCst);
            Ok(())
        });
        let name = self.write_report(path, file).await?;
        Ok(ExportedFile { name, rows: people.load(Ordering::SeqCst) })
    }

    /// Writes people to `out` as they come, for whoever reads along. `folder` takes what a workbook is made of.
    pub async fn stream_users<W: Write + Send + 'static>(
        &self,
        profile: &str,
        choice: ExportChoice,
        limit: Option<u32>,
        folder: PathBuf,
        mut out: W,
    ) -> Result<(), AppError> {
        let platform = self.platform(profile).await?;
        let watch = Watch { limit, ..Watch::begin(self.clone(), platform) };
        self.ask(profile, move |roster| write(roster, &choice, &folder, &mut out, watch).map(drop)).await
    }

    /// Ends the exports of a connection; no file is left of them.
    pub async fn cancel_export(&self, profile: String) -> Result<(), AppError> {
        self.platform(&profile).await?.exports_cancelled.fetch_add(1, Ordering::SeqCst);
        Ok(())
    }
}

/// Writes the chosen people, and says how many they were.
fn write<W: Write + Send>(
    roster: &Roster,
    choice: &ExportChoice,
    folder: &Path,
    out: &mut W,
    mut watch: Watch,
) -> Result<u32, AppError> {
    let query = match choice.everyone {
        true => UserQuery { sort: choice.query.sort.clone(), ..UserQuery::default() },
        false => choice.query.clone(),
    };
    let picked = choice.picked.as_ref().filter(|_| !choice.everyone);
    let columns = match choice.columns.is_empty() {
        true => Column::all(roster.known_fields().map_err(of_roster)?),
        false => Column::of_words(&choice.columns)?,
    };
    watch.total = roster.count_of(&query, picked).map_err(of_roster)?;
    let now = Timestamp::now();
    let out = Stoppable { out, cancelled: watch.cancelled() };
    let mut written = Written::begin(roster, choice, columns, watch.total, folder, out)?;
    let mut failed = None;
    roster
        .each_of(&query, picked, &mut |person: UserRow| {
            if watch.is_full() {
                return ControlFlow::Break(());
            }
            let done = watch.go_on().and_then(|()| written.person(&person, now));
            watch.note();
            failed = done.err();
            if failed.is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        })
        .map_err(of_roster)?;
    let finished = match failed {
        Some(problem) => Err(problem),
        None => {
            watch.tell();
            written.finish()
        }
    };
    // Whoever cancels hears that, and not how the writing broke off.
    finished.map_err(|problem| watch.go_on().err().unwrap_or(problem))?;
    Ok(watch.written)
}

/// How far an export is, and whether it shall go on.
struct Watch {
    app: App,
    platform: Arc<OpenPlatform>,
    /// How many exports of the connection were cancelled when this one began.
    cancelled_before: u32,
    started: Instant,
    told: Instant,
    written: u32,
    total: u32,
    limit: Option<u32>,
}

impl Watch {
    fn begin(app: App, platform: Arc<OpenPlatform>) -> Self {
        let now = Instant::now();
        Self {
            cancelled_before: platform.exports_cancelled.load(Ordering::SeqCst),
            app,
            platform,
            started: now,
            told: now,
            written: 0,
            total: 0,
            limit: None,
        }
    }

    fn cancelled(&self) -> impl Fn() -> bool + Send + use<> {
        let (platform, before) = (self.platform.clone(), self.cancelled_before);
        move || platform.exports_cancelled.load(Ordering::SeqCst) != before
    }

    fn go_on(&self) -> Result<(), AppError> {
        match self.platform.exports_cancelled.load(Ordering::SeqCst) == self.cancelled_before {
            true => Ok(()),
            false => {
                Err(AppError::new(ErrorCode::Cancelled, phrase!("The export was stopped. No file was left.")))
            }
        }
    }

    fn is_full(&self) -> bool {
        self.limit.is_some_and(|limit| self.written >= limit)
    }

    fn note(&mut self) {
        self.written += 1;
        if self.told.elapsed() >= TELL_EVERY {
            self.tell();
        }
    }

    fn tell(&mut self) {
        self.told = Instant::now();
        self.app.tell(AppEvent::ExportProgress(ExportProgress {
            profile: self.platform.id.clone(),
            written: self.written,
            total: self.total,
            seconds_left: super::refresh::seconds_left(
                self.started.elapsed(),
                self.written,
                Some(self.total),
            ),
        }));
    }
}

/// An output that takes nothing more once the person stopped it: a workbook is put together for seconds after its last row.
struct Stoppable<W, C> {
    out: W,
    cancelled: C,
}

impl<W: Write, C: Fn() -> bool> Write for Stoppable<W, C> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if (self.cancelled)() {
            return Err(io::Error::other("stopped"));
        }
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
