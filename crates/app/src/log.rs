//! The log: rotating files in the data folder. It holds no secret, no URL with one, no address of a person.

use crate::contract::AppError;
use crate::home::{Home, storage_io};
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};
use tracing_subscriber::EnvFilter;

/// Days of log that are kept.
const DAYS: usize = 14;

/// Writes the log into the data folder until the guard is dropped.
///
/// # Errors
/// [`crate::contract::ErrorCode::Storage`] when the folder can't be written.
pub fn keep_log(home: &Home) -> Result<WorkerGuard, AppError> {
    let files = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .max_log_files(DAYS)
        .filename_prefix("rollcall")
        .filename_suffix("log")
        .build(home.logs()?)
        .map_err(|problem| storage_io(&std::io::Error::other(problem)))?;
    let (writer, guard) = tracing_appender::non_blocking(files);
    // Only Rollcall's own words: a library's debug line may hold a header or a URL.
    let filter = EnvFilter::new(
        "off,rollcall=info,rollcall_app=info,rollcall_platform=info,rollcall_vault=info,rollcall_store=info,rollcall_roster=info,rollcall_intake=info,rollcall_runs=info,rollcall_desktop=info",
    );
    // A second call, in tests, keeps the first one's log.
    let _ = tracing_subscriber::fmt().json().with_writer(writer).with_env_filter(filter).try_init();
    Ok(guard)
}
