//! What is open of each connection: its databases, its client, what is under way.

use crate::connect::{Profile, client};
use crate::contract::{AppError, AppEvent, ErrorCode, RefreshOutcome, RefreshProgress, SAMPLE_PROFILE};
use crate::databases::{self, Databases};
use crate::errors::{blocking, of_roster, of_store};
use crate::findings::Judging;
use crate::people::Told;
use crate::runs::{Sending, Trouble, same_place};
use crate::views::KeptViews;
use crate::{App, locked};
use rollcall_core::phrase;
use rollcall_drafts::Drafts;
use rollcall_platform::Platform;
use rollcall_review::Reviews;
use rollcall_roster::Roster;
use rollcall_runs::{Journal, PlatformIdentity};
use rollcall_store::StoreError;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::atomic::AtomicU32;
use std::sync::{Arc, Mutex};
use std::time::Instant;
use tokio::sync::Notify;

/// An open connection.
pub(crate) struct OpenPlatform {
    pub id: String,
    pub folder: PathBuf,
    pub roster: Arc<Roster>,
    pub journal: Arc<Journal>,
    pub drafts: Arc<Drafts>,
    pub views: KeptViews,
    pub reviews: Arc<Reviews>,
    /// One comparison of the reviews with the list at a time.
    pub comparing: tokio::sync::Mutex<()>,
    pub refreshes: Refreshes,
    /// What the list was told of whom our runs invited.
    pub sent_told: Mutex<Option<Told>>,
    /// How many times exports were asked to stop.
    pub exports_cancelled: AtomicU32,
    /// Runs that this process is sending, by id.
    pub sending: Mutex<HashMap<String, Sending>>,
    /// Why runs could not be walked, by id, where the journal does not know it.
    pub troubles: Mutex<HashMap<String, Trouble>>,
    /// What the rules say of the list, from when it was asked for.
    pub judging: Judging,
    client: tokio::sync::Mutex<Option<Connected>>,
}

/// A client, and what it was made of: both of one moment. What one connection's client learned must never
/// be taken for what another one's would have, though the same profile was edited from one to the other.
#[derive(Clone)]
pub(crate) struct Connected {
    pub client: Platform,
    pub profile: Profile,
    pub identity: PlatformIdentity,
}

/// One refresh at a time; whoever comes second gets the first one's outcome.
#[derive(Default)]
pub(crate) struct Refreshes {
    pub turn: tokio::sync::Mutex<Option<(Instant, RefreshOutcome)>>,
    pub freshening: tokio::sync::Mutex<()>,
    pub progress: Mutex<Option<RefreshProgress>>,
    pub cancel: Notify,
}

impl App {
    /// Opens a connection's databases, or gives the open ones.
    pub(crate) async fn platform(&self, profile: &str) -> Result<Arc<OpenPlatform>, AppError> {
        let mut open = self.inner.platforms.lock().await;
        // Asked for with the turn in hand: a connection may be forgotten while one waits for it.
        self.profile(profile)?;
        if let Some(platform) = open.get(profile) {
            return Ok(platform.clone());
        }
        let platform = Arc::new(self.open_databases(profile).await?);
        open.insert(profile.to_owned(), platform.clone());
        Ok(platform)
    }

    /// Lays everything of a connection aside that can't be read any more, and begins it anew. Nothing is deleted. A
    /// journal that is begun so sends nothing before the quiet time has passed and a complete list was read after it:
    /// what the one of before had sent shows there.
    ///
    /// # Errors
    /// [`ErrorCode::StorageKey`] while the key is not at hand: then nobody knows what can be read.
    pub async fn begin_anew(&self, profile: String) -> Result<(), AppError> {
        // Held until all is there again, so that nobody opens half of it meanwhile.
        let mut open = self.inner.platforms.lock().await;
        self.profile(&profile)?;
        if open.contains_key(&profile) {
            return Ok(());
        }
        let folder = self.inner.home.of_profile(&profile)?;
        let key = self.data_key().await.map_err(|problem| self.with_key_reason(problem))?;
        blocking(move || databases::lay_aside(&folder, key.as_ref())).await?;
        let platform = Arc::new(self.open_databases(&profile).await?);
        open.insert(profile.clone(), platform);
        drop(open);
        self.tell(AppEvent::RosterChanged(profile));
        Ok(())
    }

    async fn open_databases(&self, profile: &str) -> Result<OpenPlatform, AppError> {
        let folder = self.inner.home.of_profile(profile)?;
        let key = self.data_key().await.map_err(|problem| self.with_key_reason(problem))?;
        let id = profile.to_owned();
        let opened = blocking(move || {
            let Databases { roster, journal, drafts, reviews } = databases::open(&folder, key.as_ref())?;
            let open = OpenPlatform {
                id,
                views: KeptViews::in_folder(&folder),
                folder,
                roster: Arc::new(roster),
                journal: Arc::new(journal),
                drafts: Arc::new(drafts),
                reviews: Arc::new(reviews),
                comparing: tokio::sync::Mutex::default(),
                refreshes: Refreshes::default(),
                sending: Mutex::default(),
                troubles: Mutex::default(),
                judging: Judging::default(),
                client: tokio::sync::Mutex::default(),
                sent_told: Mutex::default(),
                exports_cancelled: AtomicU32::new(0),
            };
            open.tell_sent_aside();
            Ok(open)
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
        self.connected(profile).await.map(|connected| connected.client)
    }

    /// The client of a connection, with the connection that it was made of.
    pub(crate) async fn connected(&self, profile: &str) -> Result<Connected, AppError> {
        let platform = self.platform(profile).await?;
        let mut held = platform.client.lock().await;
        if let Some(connected) = held.as_ref() {
            return Ok(connected.clone());
        }
        let (client, profile) = if profile == SAMPLE_PROFILE {
            let connection = self.inner.sample.connection().await?;
            let profile = self.inner.sample.profile();
            (client::of_connection(&profile, connection)?, profile)
        } else {
            let profile = self.profile(profile)?;
            (self.new_client(&profile).await?, profile)
        };
        let identity = as_it_is_kept(crate::runs::identity(&profile, &client), &platform.roster).await?;
        let connected = Connected { client, profile, identity };
        *held = Some(connected.clone());
        Ok(connected)
    }

    pub(crate) async fn new_client(&self, profile: &Profile) -> Result<Platform, AppError> {
        let turn = self.inner.home.sign_in_turn(&profile.id)?;
        client::client(profile, &self.inner.credentials, turn).await
    }

    /// The next call makes a new client, with what was kept last.
    pub(crate) async fn forget_client(&self, profile: &str) {
        let open = self.inner.platforms.lock().await.get(profile).cloned();
        if let Some(platform) = open {
            *platform.client.lock().await = None;
        }
    }

    pub(crate) async fn token_expires_at(&self, profile: &str) -> Option<String> {
        let platform = self.inner.platforms.lock().await.get(profile).cloned()?;
        let connected = platform.client.lock().await.clone()?;
        connected.client.token_expires_at().map(|at| at.to_string())
    }

    pub(crate) async fn refuse_while_sending(&self, profile: &str) -> Result<(), AppError> {
        match self.is_sending(profile).await {
            true => Err(AppError::new(
                ErrorCode::RunRefused,
                phrase!("A run is being sent through this connection. Stop it first; nothing was removed."),
            )),
            false => Ok(()),
        }
    }

    /// Whether this process sends a run through a connection.
    pub(crate) async fn is_sending(&self, profile: &str) -> bool {
        let open = self.inner.platforms.lock().await.get(profile).cloned();
        open.is_some_and(|platform| !locked(&platform.sending).is_empty())
    }
}

/// An identity in the words under which the list of people is kept: of the same place, in whatever order and letters it
/// was typed since, that list, its reviews and its runs stay what they are.
async fn as_it_is_kept(
    identity: PlatformIdentity,
    roster: &Arc<Roster>,
) -> Result<PlatformIdentity, AppError> {
    let roster = roster.clone();
    let kept = blocking(move || roster.summary().map_err(of_roster)).await?.scope;
    Ok(match same_place(&kept, &identity.base) {
        true => PlatformIdentity { base: kept, ..identity },
        false => identity,
    })
}
