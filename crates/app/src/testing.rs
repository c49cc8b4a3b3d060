//! Rollcall as tests of its own rooms open it.

use crate::{App, AppOptions, GivenCredentials, Home, Reading, Secret};
use rollcall_vault::testing::PretendedKeychain;
use std::path::{Path, PathBuf};

/// A start that takes everything from `folder` and the keychain.
pub(crate) fn options(folder: &Path) -> AppOptions {
    AppOptions {
        home: Home::moved_to(folder).expect("a data folder"),
        data_key: None,
        credentials: GivenCredentials::default(),
        keychain: true,
        sample_people: 0,
        reading: Reading::Here,
        keep_drafts: true,
    }
}

/// Opened on a keychain, which gives the key of the data as well.
pub(crate) async fn on(folder: &Path, keychain: &PretendedKeychain) -> App {
    App::open_on(options(folder), keychain.vault()).await.expect("Rollcall opens")
}

/// Opened with a key of its own: the keychain holds credentials alone.
pub(crate) async fn with_key(folder: &Path, keychain: &PretendedKeychain) -> App {
    let options = AppOptions { data_key: Some(Secret::new("7".repeat(64))), ..options(folder) };
    App::open_on(options, keychain.vault()).await.expect("Rollcall opens")
}

/// From now on no change of the connections can be written. What is returned stands in the way: remove it to make room.
pub(crate) fn full_disk(folder: &Path) -> PathBuf {
    let in_the_way = folder.join(format!("profiles.{}.new", std::process::id()));
    std::fs::create_dir(&in_the_way).expect("a folder where a file would be made");
    in_the_way
}

/// Every file below a folder.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}
