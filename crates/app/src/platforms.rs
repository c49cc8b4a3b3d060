//! What is open of each connection: its databases, its client, what is under way.

use crate::connect::client;
use crate::contract::{AppError, ErrorCode, RefreshOutcome, RefreshProgress, SAMPLE_PROFILE};
use crate::errors::{blocking, of_journal, of_roster, of_store};
use crate::runs::Sending;
use crate::{App, locked};
use jiff::Timestamp;
use rollcall_platform::Platform;
use rollcall_roster::Roster;
use rollcall_runs::Journal;
use rollcall_store::StoreError;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;

/// An open connection.
pub(crate) struct OpenPlatform {
    pub id: String,
    pub roster: Arc<Roster>,
    pub journal: Arc<Journal>,
    pub refreshes: Refreshes,
    /// Runs that this process is sending, by id.
    pub sending: Mutex<HashMap<String, Sending>>,
    client: tokio::sync::Mutex<Option<Platform>>,
}

/// One refresh at a time; whoever comes second gets the first one's outcome.
#[derive(Default)]
pub(crate) struct Refreshes {
    pub turn: tokio::sync::Mutex<Option<(Timestamp, RefreshOutcome)>>,
    pub progress: Mutex<Option<RefreshProgress>>,
    pub cancel: Notify,
}

impl App {
    /// Opens a connection's databases, or gives the open ones.
    pub(crate) async fn platform(&self, profile: &str) -> Result<Arc<OpenPlatform>, AppError> {
        self.profile(profile)?;
        let mut open = self.inner.platforms.lock().await;
        if let Some(platform) = open.get(profile) {
            return Ok(platform.clone());
        }
        let platform = Arc::new(self.open_databases(profile).await?);
        open.insert(profile.to_owned(), platform.clone());
        Ok(platform)
    }

    async fn open_databases(&self, profile: &str) -> Result<OpenPlatform, AppError> {
        let folder = self.inner.home.of_profile(profile)?;
        let key = self.inner.protection.key().cloned();
        let id = profile.to_owned();
        let opened = blocking(move || {
            let roster = Roster::open(&folder.join("roster.db"), key.as_ref()).map_err(of_roster)?;
            let journal = Journal::open(&folder.join("journal.db"), key.as_ref()).map_err(of_journal)?;
            Ok(OpenPlatform {
                id,
                roster: Arc::new(roster),
                journal: Arc::new(journal),
                refreshes: Refreshes::default(),
                sending: Mutex::default(),
                client: tokio::sync::Mutex::default(),
            })
        });
        opened.await.map_err(|problem| self.with_key_reason(problem))
    }

    /// A database that wants its key says why the keychain did not give it.
    fn with_key_reason(&self, problem: AppError) -> AppError {
        match self.inner.protection.why_no_key() {
            Some(why) if problem.code == ErrorCode::StorageKey => {
                AppError { message: format!("{} {why}", of_store(&StoreError::KeyNeeded).message), ..problem }
            }
            _ => problem,
        }
    }

    /// The client of a connection, made when it is first needed.
    pub(crate) async fn client(&self, profile: &str) -> Result<Platform, AppError> {
        let platform = self.platform(profile).await?;
        let mut held = platform.client.lock().await;
        if let Some(client) = held.as_ref() {
            return Ok(client.clone());
        }
        let client = if profile == SAMPLE_PROFILE {
            let connection = self.inner.sample.connection().await?;
            client::of_connection(&self.inner.sample.profile(), connection)?
        } else {
            client::client(&self.profile(profile)?, &self.inner.credentials).await?
        };
        *held = Some(client.clone());
        Ok(client)
    }

    /// The next call makes a new client, with what was kept last.
    pub(crate) async fn forget_client(&self, profile: &str) {
        let open = self.inner.platforms.lock().await.get(profile).cloned();
        if let Some(platform) = open {
            *platform.client.lock().await = None;
        }
    }

    pub(crate) async fn close_platform(&self, profile: &str) {
        self.inner.platforms.lock().await.remove(profile);
    }

    pub(crate) async fn token_expires_at(&self, profile: &str) -> Option<String> {
        let platform = self.inner.platforms.lock().await.get(profile).cloned()?;
        let client = platform.client.lock().await.clone()?;
        client.token_expires_at().map(|at| at.to_string())
    }

    pub(crate) async fn refuse_while_sending(&self, profile: &str) -> Result<(), AppError> {
        let open = self.inner.platforms.lock().await.get(profile).cloned();
        match open {
            Some(platform) if !locked(&platform.sending).is_empty() => Err(AppError::new(
                ErrorCode::RunRefused,
                "A run is being sent through this connection. Stop it first; nothing was removed.",
            )),
            _ => Ok(()),
        }
    }
}
