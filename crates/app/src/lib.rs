//! Joins the rooms into use cases: what the window and the command line may ask.
//!
//! [`App`] is the whole of it. Each use case is a method that takes and gives types of
//! [`contract`]; what an outside thing says is translated once, in `errors`.

mod alone;
mod connect;
pub mod contract;
mod crashes;
mod databases;
mod documents;
mod errors;
mod events;
mod findings;
mod home;
mod invite;
mod log;
mod people;
mod pictures;
mod platforms;
mod review;
mod runs;
mod status;
mod storage;
mod support;
#[cfg(test)]
mod testing;
mod views;
mod window;

pub use connect::{
    GivenCredentials, Tuning, authority_file, built_in_descriptions, is_connection, look_at_description,
    needs_of, parse_connection, propose_from, secret_headers, with_description_file,
};
pub use crashes::keep_crash_reports;
pub use documents::{ChangesChoice, CsvForm, PeopleAsked, PeopleChoice, TakePeople, what_changed};
pub use events::Events;
pub use home::{HOME_VARIABLE, Home};
pub use log::keep_log;
pub use people::{ClockMinutes, CopiedTexts, Minutes};
pub use pictures::picture_file;
pub use rollcall_core::{IdentityProviderId, OrganizationId, RoleId, Secret, UserId};
pub use rollcall_intake::{CountedMemory, Reading, serve_if_asked as read_apart_if_asked};
pub use runs::{ReportFile, RunNotice, write_report};
pub use support::{Program, support_file_unopened};

use connect::{Book, Credentials, Protected, Sample, SignIns};
use contract::{AppError, AppEvent, ProfileView, Settings};
use events::Teller;
use invite::Desk;
use platforms::OpenPlatform;
use rollcall_vault::Vault;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU32};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How to open Rollcall.
pub struct AppOptions {
    /// The data folder.
    pub home: Home,
    /// The key of the databases, where it does not come from the keychain: 64 hexadecimal digits.
    pub data_key: Option<Secret>,
    /// Credentials that do not come from the keychain.
    pub credentials: GivenCredentials,
    /// Whether the operating system's keychain is used; without it credentials last as long as the process.
    pub keychain: bool,
    /// Generated people on the sample platform, besides the thirteen of its world.
    pub sample_people: u32,
    /// Where spreadsheets are read.
    pub reading: Reading,
    /// Whether drafts survive the process, and what is learned from them is used for later ones.
    pub keep_drafts: bool,
}

impl AppOptions {
    /// As the environment says: `ROLLCALL_HOME`, `ROLLCALL_DATA_KEY`, `ROLLCALL_SANDBOX_USERS`.
    ///
    /// # Errors
    /// [`contract::ErrorCode::Storage`] when there is no data folder.
    pub fn from_environment() -> Result<Self, AppError> {
        let given = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        Ok(Self {
            home: Home::from_environment()?,
            data_key: given("ROLLCALL_DATA_KEY").map(Secret::new),
            credentials: GivenCredentials::default(),
            keychain: true,
            sample_people: given("ROLLCALL_SANDBOX_USERS")
                .and_then(|number| number.parse().ok())
                .unwrap_or(rollcall_sandbox::Options::default().users),
            // Never in this process for want of another: a hostile file could take it down.
            reading: std::env::current_exe().map(Reading::Apart).map_err(|problem| {
                let sentence = "The system doesn't tell where Rollcall's own program lies, so no spreadsheet can be read safely.";
                AppError::new(contract::ErrorCode::Internal, sentence).with_detail(problem.to_string())
            })?,
            keep_drafts: true,
        })
    }
}

/// Rollcall, opened on one data folder. Cheap to clone.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    home: Home,
    settings: Mutex<Settings>,
    book: Mutex<Book>,
    credentials: Arc<Credentials>,
    sign_ins: SignIns,
    protection: Protected,
    /// Whether a database was opened without a key.
    opened_plain: AtomicBool,
    /// The connections as they were listed last.
    listed_last: Mutex<Vec<ProfileView>>,
    sample: Sample,
    teller: Teller,
    platforms: tokio::sync::Mutex<HashMap<String, Arc<OpenPlatform>>>,
    /// How many runs this process is sending, over all connections.
    runs_under_way: AtomicU32,
    /// The pace of each subscription key, by what tells keys apart.
    limiters: Mutex<HashMap<[u8; 32], Arc<rollcall_runs::Limiter>>>,
    desk: Desk,
    reading: Reading,
    keep_drafts: bool,
    /// Whether the window before this one ended unexpectedly, until that is said.
    ended_unexpectedly: Mutex<bool>,
}

impl App {
    /// Opens the data folder that the environment names.
    ///
    /// # Errors
    /// When the folder can't be used, or what it holds can't be read.
    pub async fn open() -> Result<Self, AppError> {
        Self::open_with(AppOptions::from_environment()?).await
    }

    /// Opens a data folder.
    ///
    /// # Errors
    /// When the folder can't be used, or what it holds can't be read.
    pub async fn open_with(options: AppOptions) -> Result<Self, AppError> {
        let keychain = keychain_of(&options);
        Self::open_on(options, keychain).await
    }

    /// Opens a data folder without waiting for the keychain, which may be slow to answer: a window is there at once.
    /// What needs the key waits for it.
    ///
    /// # Errors
    /// As [`App::open_with`], but for the key.
    pub fn open_at_once(options: AppOptions) -> Result<Self, AppError> {
        let keychain = keychain_of(&options);
        Self::on(options, keychain)
    }

    async fn open_on(options: AppOptions, keychain: Vault) -> Result<Self, AppError> {
        let app = Self::on(options, keychain)?;
        app.protect().await?;
        Ok(app)
    }

    fn on(options: AppOptions, keychain: Vault) -> Result<Self, AppError> {
        let inner = Inner {
            settings: Mutex::new(status::chosen_earlier(&options.home.settings())),
            book: Mutex::new(Book::read(options.home.profiles())?),
            credentials: Arc::new(Credentials::new(options.credentials, keychain)),
            sign_ins: SignIns::default(),
            protection: Protected::by(options.data_key),
            opened_plain: AtomicBool::new(false),
            listed_last: Mutex::default(),
            sample: Sample::new(&options.home, options.sample_people),
            teller: Teller::new(),
            platforms: tokio::sync::Mutex::default(),
            runs_under_way: AtomicU32::new(0),
            limiters: Mutex::default(),
            desk: Desk::default(),
            reading: options.reading,
            keep_drafts: options.keep_drafts,
            ended_unexpectedly: Mutex::default(),
            home: options.home,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Everything that happens from now on.
    pub fn events(&self) -> Events {
        self.inner.teller.listen()
    }

    /// Tells whoever listens of something that happened outside, such as a drop on the window.
    pub fn announce(&self, event: AppEvent) {
        self.tell(event);
    }

    fn tell(&self, event: AppEvent) {
        self.inner.teller.tell(event);
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        locked(&self.inner.book)
    }
}

/// Where credentials are kept: the operating system's keychain, or this process alone.
fn keychain_of(options: &AppOptions) -> Vault {
    match options.keychain {
        true => Vault::system(&options.home.keychain_service()),
        false => Vault::session_only(),
    }
}

/// Locks what a panic elsewhere may have left locked: every value behind these locks is replaced
/// whole, so none is ever half-written.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
