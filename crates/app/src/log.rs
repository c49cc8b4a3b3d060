//! The log: a file a day in the data folder, for its owner alone. It holds no secret, no URL with one, no address of
//! a person.

use crate::contract::AppError;
use crate::home::{Home, entries, file_name, owner_only, storage_io};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::EnvFilter;

/// Days of log that are kept.
const DAYS: usize = 14;

/// Writes the log into the data folder until the guard is dropped.
///
/// # Errors
/// [`crate::contract::ErrorCode::Storage`] when the folder can't be written.
pub fn keep_log(home: &Home) -> Result<WorkerGuard, AppError> {
    let files = DailyFiles::in_folder(home.logs()?, today()).map_err(|problem| storage_io(&problem))?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    // Only Rollcall's own words: a library's debug line may hold a header or a URL.
    let filter = EnvFilter::new(
        "off,rollcall=info,rollcall_app=info,rollcall_platform=info,rollcall_vault=info,rollcall_store=info,rollcall_roster=info,rollcall_intake=info,rollcall_runs=info,rollcall_desktop=info",
    );
    // A second call, in tests, keeps the first one's log.
    let _ = tracing_subscriber::fmt().json().with_writer(writer).with_env_filter(filter).try_init();
    Ok(guard)
}

fn today() -> Date {
    TimeZone::UTC.to_datetime(Timestamp::now()).date()
}

/// Writes into the file of the day. The appender of `tracing` makes files that everyone on the computer may read.
struct DailyFiles {
    folder: PathBuf,
    day: Date,
    file: File,
}

impl DailyFiles {
    fn in_folder(folder: PathBuf, day: Date) -> std::io::Result<Self> {
        let file = owner_only(&folder.join(name(day)), |options| options.append(true).create(true))?;
        // What is too old is in nobody's way: the log is worth more than its end.
        let _ = forget_old(&folder);
        Ok(Self { folder, day, file })
    }

    /// The file of `day`; the one of the day before when it can't be made.
    fn of_day(&mut self, day: Date) -> &mut File {
        if day != self.day
            && let Ok(next) = Self::in_folder(self.folder.clone(), day)
        {
            *self = next;
        }
        &mut self.file
    }
}

impl Write for DailyFiles {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.of_day(today()).write(line)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}

fn name(day: Date) -> String {
    format!("rollcall.{day}.log")
}

fn forget_old(folder: &Path) -> Result<(), AppError> {
    let is_ours = |path: &PathBuf| {
        let name = file_name(path);
        name.strip_prefix("rollcall.").and_then(|rest| rest.strip_suffix(".log")).is_some()
    };
    let mut files: Vec<PathBuf> = entries(folder)?.into_iter().filter(is_ours).collect();
    // The names are dates, so their order is that of the days.
    files.sort();
    let old = files.len().saturating_sub(DAYS);
    files.iter().take(old).try_for_each(std::fs::remove_file).map_err(|problem| storage_io(&problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i8) -> Date {
        Date::constant(2026, 11, number)
    }

    #[cfg(unix)]
    #[test]
    fn only_its_owner_can_read_the_log_also_one_of_before() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let older = folder.path().join(name(day(1)));
        std::fs::write(&older, "a line\n").expect("a log of before");
        std::fs::set_permissions(&older, std::fs::Permissions::from_mode(0o644)).expect("permissions");
        let mut files = DailyFiles::in_folder(folder.path().to_owned(), day(1)).expect("a log");
        writeln!(files.of_day(day(1)), "one more").expect("written");
        writeln!(files.of_day(day(2)), "the next day").expect("written");
        for (day, text) in [(day(1), "a line\none more\n"), (day(2), "the next day\n")] {
            let path = folder.path().join(name(day));
            let mode = std::fs::metadata(&path).expect("a file").permissions().mode() & 0o777;
            assert_eq!(mode, 0o600, "{}", path.display());
            assert_eq!(std::fs::read_to_string(&path).expect("a log"), text);
        }
    }

    #[test]
    fn a_fortnight_of_log_is_kept_and_nothing_else_is_removed() {
        let folder = tempfile::tempdir().expect("a folder");
        let note = folder.path().join("a note.txt");
        std::fs::write(&note, "of the person's own").expect("a file");
        for number in 1..=20 {
            DailyFiles::in_folder(folder.path().to_owned(), day(number)).expect("a log");
        }
        let kept = |number| folder.path().join(name(day(number))).exists();
        assert!(!kept(6) && (7..=20).all(kept), "the last {DAYS} days are kept");
        assert!(note.exists(), "a file that is no log was removed");
    }
}
