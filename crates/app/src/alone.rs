//! One at a time on this machine: another process's turn is waited for.

use crate::home::lock_file;
use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

const LOOK_EVERY: Duration = Duration::from_millis(100);

/// The turn, for as long as this value lives; the end of the process gives it back as well.
pub(crate) struct Alone {
    _file: Option<File>,
}

/// Waits until nobody else has the turn that the file at `lock` stands for. It stays there: removing it would let two lock two
/// files. Where nothing can be told of it nobody is waited for.
pub(crate) async fn alone(lock: &Path) -> Alone {
    let Ok(file) = lock_file(lock) else { return Alone { _file: None } };
    loop {
        match file.try_lock() {
            Ok(()) => return Alone { _file: Some(file) },
            Err(TryLockError::WouldBlock) => tokio::time::sleep(LOOK_EVERY).await,
            Err(TryLockError::Error(error)) => {
                tracing::warn!(%error, "whether another process has the turn can't be told");
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
        let lock = folder.path().join("turn.lock");
        let first = alone(&lock).await;
        let second = alone(&lock);
        tokio::pin!(second);
        let waited = tokio::time::timeout(Duration::from_millis(300), second.as_mut()).await;
        assert!(waited.is_err(), "two have the turn at once");
        drop(first);
        tokio::time::timeout(Duration::from_secs(30), second).await.expect("nobody has the turn any more");
    }

    #[tokio::test]
    async fn without_a_lock_file_nobody_is_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        alone(&folder.path().join("not-there").join("turn.lock")).await;
    }
}
