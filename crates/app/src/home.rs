//! The data folder: where everything of this installation lives, for its owner only.

use crate::contract::{AppError, ErrorCode};
use crate::errors::of_store;
use rollcall_core::{phrase, sentence};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// The environment variable that moves the data folder.
pub const HOME_VARIABLE: &str = "ROLLCALL_HOME";

/// The data folder.
#[derive(Clone, Debug)]
pub struct Home {
    root: PathBuf,
    moved: bool,
}

impl Home {
    /// `ROLLCALL_HOME`, or the platform's folder for application data.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] when there is no such folder or it can't be made.
    pub fn from_environment() -> Result<Self, AppError> {
        match std::env::var_os(HOME_VARIABLE).filter(|path| !path.is_empty()) {
            Some(path) => Self::at(path.into(), true),
            None => {
                let folders = directories::ProjectDirs::from("dev", "Rollcall", "Rollcall")
                    .ok_or_else(|| storage("There is no home folder to keep Rollcall's data in."))?;
                Self::at(folders.data_dir().to_owned(), false)
            }
        }
    }

    /// A data folder of one's own choice.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] when it can't be made.
    pub fn moved_to(root: impl Into<PathBuf>) -> Result<Self, AppError> {
        Self::at(root.into(), true)
    }

    fn at(root: PathBuf, moved: bool) -> Result<Self, AppError> {
        make_folder(&root)?;
        let root = root.canonicalize().map_err(|problem| storage_io(&problem))?;
        Ok(Self { root, moved })
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The word under which the keychain keeps this folder's secrets: a second data folder must
    /// never overwrite the first one's.
    pub(crate) fn keychain_service(&self) -> String {
        if self.moved { format!("rollcall:{}", self.root.display()) } else { "rollcall".to_owned() }
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.root.join("settings.json")
    }

    pub(crate) fn thresholds(&self) -> PathBuf {
        self.root.join("thresholds.json")
    }

    /// Whether a list of people was ever kept for a connection. Nothing is made by asking.
    pub(crate) fn has_list(&self, profile: &str) -> bool {
        self.list_of(profile).is_file()
    }

    /// Where the list of people of a connection lies, if there is one.
    pub(crate) fn list_of(&self, profile: &str) -> PathBuf {
        self.root.join("profiles").join(profile).join("roster.db")
    }

    pub(crate) fn profiles(&self) -> PathBuf {
        self.root.join("profiles.json")
    }

    pub(crate) fn sample(&self) -> PathBuf {
        self.root.join("sandbox")
    }

    /// Where the window's page keeps what it remembers: the system's own place for it is one for all data folders,
    /// and others on the computer may read there.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] when it can't be made.
    pub fn page(&self) -> Result<PathBuf, AppError> {
        self.folder("page")
    }

    pub(crate) fn window_place(&self) -> PathBuf {
        self.root.join("window.json")
    }

    /// Where the log lies.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] when it can't be made.
    pub fn logs(&self) -> Result<PathBuf, AppError> {
        self.folder("logs")
    }

    /// Where reports of what ended badly lie.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] when it can't be made.
    pub(crate) fn crashes(&self) -> Result<PathBuf, AppError> {
        self.folder("crashes")
    }

    /// What lies here as long as a window is open.
    pub(crate) fn open_mark(&self) -> PathBuf {
        self.root.join("window.open")
    }

    /// What the last test of a connection said. Nothing is made by asking: a test may end after its connection was
    /// forgotten.
    pub(crate) fn examined(&self, profile: &str) -> Result<PathBuf, AppError> {
        self.place_of(profile).map(|folder| folder.join("examined.json"))
    }

    /// The turn to renew the sign-in of a connection. Its folder is there once a list was read.
    pub(crate) fn sign_in_turn(&self, profile: &str) -> Result<PathBuf, AppError> {
        self.place_of(profile).map(|folder| folder.join("sign-in.lock"))
    }

    /// The folder of a connection, made if there is none.
    pub(crate) fn of_profile(&self, profile: &str) -> Result<PathBuf, AppError> {
        let folder = self.place_of(profile)?;
        self.folder("profiles")?;
        make_folder(&folder)?;
        Ok(folder)
    }

    fn place_of(&self, profile: &str) -> Result<PathBuf, AppError> {
        // Profile ids are made here and hold no separators; a hand-edited file must not lead elsewhere.
        if profile.is_empty() || !profile.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return Err(AppError::new(
                ErrorCode::ProfileUnknown,
                phrase!("There is no connection of that id."),
            ));
        }
        Ok(self.root.join("profiles").join(profile))
    }

    /// Whether a database in this folder was written with a key.
    pub(crate) fn holds_encrypted(&self) -> Result<bool, AppError> {
        let profiles = self.root.join("profiles");
        let databases = entries(&profiles)?.into_iter().map(|profile| entries(&profile));
        for path in databases.collect::<Result<Vec<_>, _>>()?.into_iter().flatten() {
            if path.extension().is_some_and(|extension| extension == "db")
                && rollcall_store::is_encrypted(&path).map_err(|problem| of_store(&problem))?
            {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn folder(&self, name: &str) -> Result<PathBuf, AppError> {
        let folder = self.root.join(name);
        make_folder(&folder)?;
        Ok(folder)
    }
}

/// What is in a folder; nothing where there is none.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, AppError> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let paths = fs::read_dir(folder).and_then(|found| found.map(|entry| Ok(entry?.path())).collect());
    paths.map_err(|problem| storage_io(&problem))
}

/// The files of a folder whose names begin and end so, in the order of their names.
pub(crate) fn entries_named(folder: &Path, begin: &str, end: &str) -> Result<Vec<PathBuf>, AppError> {
    let mut found = entries(folder)?;
    found.retain(|path| {
        let name = file_name(path);
        name.starts_with(begin) && name.ends_with(end)
    });
    found.sort();
    Ok(found)
}

/// Reads a small JSON file; absent is the default.
pub(crate) fn read_json<T: DeserializeOwned + Default>(path: &Path) -> Result<T, AppError> {
    match fs::read(path) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|problem| {
            let name = file_name(path);
            storage(sentence!(
                "The file {name} in Rollcall's data folder can't be read. It was left as it is; put back a copy, or move \
                 it away.",
                name = name
            ))
            .with_detail(format!("{name}: {problem}"))
        }),
        Err(problem) if problem.kind() == ErrorKind::NotFound => Ok(T::default()),
        Err(problem) => Err(storage_io(&problem)),
    }
}

/// Replaces a small JSON file in one step, readable by its owner only.
pub(crate) fn write_json<T: Serialize>(path: &Path, value: &T) -> Result<(), AppError> {
    let bytes = serde_json::to_vec_pretty(value).map_err(|problem| {
        AppError::new(ErrorCode::Internal, phrase!("Settings could not be written."))
            .with_detail(problem.to_string())
    })?;
    // Of each process its own: another one may write the same file in the same moment.
    let beside = path.with_extension(format!("{}.new", std::process::id()));
    let opened = owner_only(&beside, |options| options.write(true).create(true).truncate(true));
    let written = opened.and_then(|mut file| {
        file.write_all(&bytes)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    });
    written.map_err(|problem| storage_io(&problem))
}

/// The turn to read, change and write a small file, for as long as the value lives: other processes wait for it, and a moment
/// is all that it takes. Where that can't be told nobody is waited for.
pub(crate) fn one_writer(path: &Path) -> Option<fs::File> {
    // It stays beside the file: removing it would let two lock two files.
    let file = lock_file(&path.with_extension("lock")).ok()?;
    file.lock().ok()?;
    Some(file)
}

/// An empty file that stands for a turn, made if there is none.
pub(crate) fn lock_file(path: &Path) -> std::io::Result<fs::File> {
    owner_only(path, |options| options.read(true).write(true).create(true).truncate(false))
}

/// Opens a file that only its owner may read, also one of before that others could.
#[cfg(unix)]
pub(crate) fn owner_only(
    path: &Path,
    how: impl FnOnce(&mut fs::OpenOptions) -> &mut fs::OpenOptions,
) -> std::io::Result<fs::File> {
    use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
    let file = how(&mut fs::OpenOptions::new()).mode(0o600).open(path)?;
    file.set_permissions(fs::Permissions::from_mode(0o600))?;
    Ok(file)
}

// Elsewhere the folder's own access list, inherited from the user's profile, does the same.
#[cfg(not(unix))]
pub(crate) fn owner_only(
    path: &Path,
    how: impl FnOnce(&mut fs::OpenOptions) -> &mut fs::OpenOptions,
) -> std::io::Result<fs::File> {
    how(&mut fs::OpenOptions::new()).open(path)
}

pub(crate) fn make_folder(path: &Path) -> Result<(), AppError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(path).map_err(|problem| storage_io(&problem))
}

pub(crate) fn file_name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn storage(sentence: impl Into<String>) -> AppError {
    AppError::new(ErrorCode::Storage, sentence)
}

pub(crate) fn storage_io(problem: &std::io::Error) -> AppError {
    storage(phrase!("Rollcall's data folder can't be read or written. Nothing was lost; check the disk and the folder's permissions."))
        .with_detail(problem.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_id_that_points_elsewhere_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::moved_to(folder.path()).expect("a home");
        for id in ["../x", "a/b", "", "..", "c:\\x"] {
            assert_eq!(home.of_profile(id).expect_err("refused").code, ErrorCode::ProfileUnknown, "{id}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_is_written_can_be_read_by_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let home = Home::moved_to(folder.path().join("new")).expect("a home");
        write_json(&home.settings(), &1).expect("written");
        let mode = |path: &Path| fs::metadata(path).expect("metadata").permissions().mode() & 0o777;
        let page = home.page().expect("a folder");
        assert_eq!((mode(home.root()), mode(&page), mode(&home.settings())), (0o700, 0o700, 0o600));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_left_as_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("profiles.json");
        fs::write(&path, "{broken").expect("written");
        let problem = read_json::<Vec<u8>>(&path).expect_err("unreadable");
        assert_eq!(problem.code, ErrorCode::Storage);
        assert!(problem.message.contains(&file_name(&path)), "which file it is: {}", problem.message);
        assert_eq!(fs::read_to_string(&path).expect("still there"), "{broken");
    }
}
