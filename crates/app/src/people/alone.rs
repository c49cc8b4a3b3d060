//! One refresh of a list at a time on this machine: another process's is waited for.

use crate::home::owner_only;
use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

/// Lies beside the list. The file stays: removing it would let two lock two files.
const LOCK: &str = "list.lock";
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// The turn to refresh, for as long as this value lives; the end of the process gives it back as well.
pub(super) struct Alone {
    _file: Option<File>,
}

/// Waits until no other process refreshes the list in `folder`. Where that can't be told nobody is waited for:
/// of two refreshes the later one then wins, and the other one says so.
pub(super) async fn alone(folder: &Path) -> Alone {
    let opened =
        owner_only(&folder.join(LOCK), |options| options.read(true).write(true).create(true).truncate(false));
    let Ok(file) = opened else { return Alone { _file: None } };
    loop {
        match file.try_lock() {
            Ok(()) => return Alone { _file: Some(file) },
            Err(TryLockError::WouldBlock) => tokio::time::sleep(LOOK_EVERY).await,
            Err(TryLockError::Error(error)) => {
                tracing::warn!(%error, "whether another process refreshes the list can't be told");
                return Alone { _file: None };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn the_second_waits_until_the_first_is_done() {
        let folder = tempfile::tempdir().expect("a folder");
        let first = alone(folder.path()).await;
        let second = alone(folder.path());
        tokio::pin!(second);
        let waited = tokio::time::timeout(Duration::from_millis(300), second.as_mut()).await;
        assert!(waited.is_err(), "two refresh at once");
        drop(first);
        tokio::time::timeout(Duration::from_secs(30), second).await.expect("nobody refreshes any more");
    }

    #[tokio::test]
    async fn without_a_lock_file_nobody_is_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        alone(&folder.path().join("not-there")).await;
    }
}
