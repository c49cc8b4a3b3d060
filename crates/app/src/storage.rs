//! Use cases: what a connection's data takes on this machine, and forgetting all of it.

use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_journal, of_review, of_roster};
use crate::home::{entries, file_name, storage_io};
use crate::platforms::OpenPlatform;
use jiff::Timestamp;
use rollcall_core::{phrase, sentence};
use rollcall_runs::{Journal, RowState as Stands, RunSummary, SenderLock};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

impl App {
    /// What a connection's data takes on this machine.
    pub async fn storage(&self, profile: String) -> Result<StorageUse, AppError> {
        let platform = self.platform(&profile).await?;
        blocking(move || {
            let mut bytes = by_what(&platform.folder)?;
            let history = platform.roster.history_bytes().map_err(of_roster)?;
            let list = bytes.entry(StorageWhat::List).or_default();
            // Both lie in one file.
            *list = list.saturating_sub(history);
            bytes.insert(StorageWhat::History, history);
            let refreshes = platform.roster.refreshes().map_err(of_roster)?;
            Ok(StorageUse {
                total: kib(bytes.values().sum()),
                parts: bytes
                    .into_iter()
                    .filter(|(_, bytes)| *bytes > 0)
                    .map(|(what, bytes)| StoragePart { what, kib: kib(bytes) })
                    .collect(),
                refreshes: u32::try_from(refreshes.len()).unwrap_or(u32::MAX),
                oldest_refresh: refreshes.last().map(|oldest| oldest.at.to_string()),
            })
        })
        .await
    }

    /// Removes everything of a connection from this machine: its entry in the keychain, its list and history, its
    /// runs and drafts, and the connection itself. Its reviews go along only if that is said; where there are some and
    /// it is not, the connection stays too, without credentials, so that they can be read. Of the sample platform
    /// also what it keeps itself goes. Refused while it is not known what became of somebody.
    pub async fn forget_platform(&self, profile: String, also_reviews: bool) -> Result<(), AppError> {
        let platform = self.platform(&profile).await?;
        let sender = self.right_to_remove(&profile, None).await?;
        // First of all, as a keychain may refuse: then all is still there.
        if profile != SAMPLE_PROFILE {
            self.inner.credentials.forgetting(&profile).await?.finish().await;
        }
        let keep_reviews = !also_reviews && has_reviews(&platform).await?;
        platform.refreshes.cancel.notify_waiters();
        drop(platform.refreshes.turn.lock().await);
        // Whoever still looks at its reviews would find the files gone under them.
        drop(platform.comparing.lock().await);
        drop(sender);
        self.close_and_remove(platform, keep_reviews).await?;
        self.tell(AppEvent::RosterChanged(profile));
        self.tell(AppEvent::ProfilesChanged);
        Ok(())
    }

    /// The right to take a connection away, held as the right to send is: nobody sends through it meanwhile. Refused
    /// while a run is sent, and while it is not known what became of somebody: nobody would look them up any more, and
    /// a new connection to the same platform would invite them again. Of a run that stands still since before `since` that
    /// is no reason, where it is given. Nothing where there is no record of runs.
    pub(crate) async fn right_to_remove(
        &self,
        profile: &str,
        since: Option<Timestamp>,
    ) -> Result<Option<SenderLock>, AppError> {
        self.refuse_while_sending(profile).await?;
        if !keeps_runs(&self.inner.home.of_profile(profile)?)? {
            return Ok(None);
        }
        let platform = self.platform(profile).await?;
        let sender = self.sender_lock(&platform).await?;
        refuse_while_unclear(platform.journal.clone(), since).await?;
        Ok(Some(sender))
    }

    async fn close_and_remove(
        &self,
        platform: Arc<OpenPlatform>,
        keep_reviews: bool,
    ) -> Result<(), AppError> {
        // Held until the connection is gone too: whoever waits here would otherwise begin its files anew.
        let mut open = self.inner.platforms.lock().await;
        let (profile, folder) = (platform.id.clone(), platform.folder.clone());
        self.inner.desk.clear(&profile);
        open.remove(&profile);
        drop(platform);
        let kept = move |what: StorageWhat| keep_reviews && what == StorageWhat::Reviews;
        blocking(move || remove(&folder, kept)).await?;
        if profile == SAMPLE_PROFILE {
            self.inner.sample.forget().await?;
        } else if !keep_reviews {
            self.book().remove(&profile)?;
        }
        Ok(())
    }

    /// Removes what was read through a connection and what is being prepared from this machine. What was done through it,
    /// its runs and its reviews, stays.
    pub(crate) async fn forget_list(&self, profile: &str) -> Result<(), AppError> {
        let folder = self.inner.home.of_profile(profile)?;
        // Held until the files are gone, so that nobody opens them meanwhile.
        let mut open = self.inner.platforms.lock().await;
        self.inner.desk.clear(profile);
        if let Some(platform) = open.remove(profile) {
            platform.refreshes.cancel.notify_waiters();
            drop(platform.refreshes.turn.lock().await);
        }
        let kept = |what: StorageWhat| matches!(what, StorageWhat::Runs | StorageWhat::Reviews);
        blocking(move || remove(&folder, kept)).await
    }
}

/// Whether there is a record of runs. One that is opened only to look for it would be left behind for nothing.
fn keeps_runs(folder: &Path) -> Result<bool, AppError> {
    Ok(entries(folder)?.iter().any(|path| what(path) == StorageWhat::Runs))
}

async fn has_reviews(platform: &OpenPlatform) -> Result<bool, AppError> {
    let reviews = platform.reviews.clone();
    blocking(move || Ok(!reviews.list().map_err(of_review)?.is_empty())).await
}

async fn refuse_while_unclear(journal: Arc<Journal>, since: Option<Timestamp>) -> Result<(), AppError> {
    let runs = blocking(move || journal.runs().map_err(of_journal)).await?;
    let unclear: u32 = runs.iter().map(|run| unclear_in(run, since)).sum();
    let told = match unclear {
        0 => return Ok(()),
        1 => phrase!(
            "It is not known yet what became of 1 row of a run, and nobody would look it up any more. Bring the run to its end first; nothing was removed."
        )
        .to_owned(),
        _ => {
            sentence!(
                "It is not known yet what became of {rows} rows of a run, and nobody would look them up any more. Bring the run to its end first; nothing was removed.",
                rows = unclear
            )
            .text
        }
    };
    Err(AppError::new(ErrorCode::RunRefused, told))
}

/// Rows of a run of which nobody knows what became, unless it has stood still since before `since`.
fn unclear_in(run: &RunSummary, since: Option<Timestamp>) -> u32 {
    // When a run came to stand as it does is written by this program; what can't be read counts as now.
    let stood = run.state_since.parse().unwrap_or(Timestamp::MAX);
    match since {
        Some(since) if stood < since => 0,
        _ => run.being_checked() + run.count(Stands::NeedsReview),
    }
}

/// The bytes of a connection's files, by what they keep.
fn by_what(folder: &Path) -> Result<BTreeMap<StorageWhat, u64>, AppError> {
    let mut bytes = BTreeMap::new();
    for path in entries(folder)? {
        *bytes.entry(what(&path)).or_default() += bytes_of(&path)?;
    }
    Ok(bytes)
}

/// The bytes of a file, or of all files of a folder: what was laid aside lies in one.
fn bytes_of(path: &Path) -> Result<u64, AppError> {
    if path.is_dir() {
        return entries(path)?.iter().map(|inner| bytes_of(inner)).sum();
    }
    // A log that was brought into its file meanwhile takes nothing any more.
    Ok(std::fs::metadata(path).map_or(0, |metadata| metadata.len()))
}

/// What a file keeps, by its name up to the first full stop: a log lies beside each database.
fn what(path: &Path) -> StorageWhat {
    let name = file_name(path);
    match name.split('.').next().unwrap_or_default() {
        "roster" => StorageWhat::List,
        "journal" => StorageWhat::Runs,
        "drafts" => StorageWhat::Drafts,
        "views" => StorageWhat::Views,
        "review" => StorageWhat::Reviews,
        _ => StorageWhat::Other,
    }
}

fn remove(folder: &Path, kept: impl Fn(StorageWhat) -> bool) -> Result<(), AppError> {
    for path in entries(folder)? {
        if kept(what(&path)) {
            continue;
        }
        let removed =
            if path.is_dir() { std::fs::remove_dir_all(&path) } else { std::fs::remove_file(&path) };
        removed.map_err(|problem| storage_io(&problem))?;
    }
    if entries(folder)?.is_empty() {
        std::fs::remove_dir(folder).map_err(|problem| storage_io(&problem))?;
    }
    Ok(())
}

/// Rounded up: what takes anything is not said to take nothing.
fn kib(bytes: u64) -> u32 {
    u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::with_key;
    use rollcall_core::Secret;
    use rollcall_runs::PlatformIdentity;
    use rollcall_vault::VaultState;
    use rollcall_vault::testing::PretendedKeychain;

    #[test]
    fn a_run_that_stands_still_for_long_keeps_nobody_from_removing_a_connection() {
        let unclear = |state_since: &str, since: Option<&str>| {
            let run = RunSummary {
                id: "r-1".into(),
                title: "list.csv".into(),
                profile: "Nordlys".into(),
                platform: PlatformIdentity { base: "https://api.example platform 1".into(), subject: None },
                file_sha256: None,
                fingerprint: String::new(),
                headers: Vec::new(),
                started_at: "2026-11-01T08:00:00Z".into(),
                started_by: "ann".into(),
                state: rollcall_runs::RunState::Stopped,
                state_since: state_since.into(),
                counts: [(Stands::Unknown, 2), (Stands::NeedsReview, 1), (Stands::Confirmed, 9)].into(),
                rows: 12,
                people: 12,
                pause: None,
                stopped_because: None,
            };
            unclear_in(&run, since.map(|since| since.parse().expect("a time")))
        };
        let (before, after) = ("2026-11-01T09:00:00Z", "2026-11-02T09:00:01Z");
        assert_eq!(unclear(before, Some(after)), 0, "a list shows by now whom it invited");
        assert_eq!(unclear(after, Some(before)), 3);
        assert_eq!(unclear(before, None), 3, "where the record itself would be lost");
        assert_eq!(unclear("no time", Some(after)), 3);
    }

    async fn connection(app: &App) -> String {
        let typed = || Some(TypedSecret(Secret::new("hunter2")));
        let draft = ProfileDraft {
            id: None,
            name: "Nordlys".into(),
            colour: "#7c3aed".into(),
            live: true,
            base_url: "https://api.example".into(),
            scope: Scope::Platform(vec!["1".into()]),
            extra_headers: vec![],
            sign_in: SignIn::Token,
            subscription_key: typed(),
            secret: typed(),
            session_only: false,
            read_only: false,
            description: DescriptionChoice::default(),
            network: Network::default(),
            proxy_password: None,
        };
        app.save_profile(draft).await.expect("kept").id
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn a_platform_that_is_forgotten_leaves_nothing_in_the_keychain_nor_on_disk() {
        let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
        let app = with_key(folder.path(), &keychain).await;
        let profile = connection(&app).await;
        app.roster_summary(profile.clone()).await.expect("databases");
        assert_eq!(keychain.count(), 2);
        keychain.stands(VaultState::Locked);
        let refused = app.forget_platform(profile.clone(), true).await.expect_err("the keychain keeps it");
        assert_eq!(refused.code, ErrorCode::KeychainLocked);
        assert!(app.storage(profile.clone()).await.expect("all is still there").total > 0);
        keychain.stands(VaultState::Ok);
        app.forget_platform(profile.clone(), true).await.expect("forgotten");
        assert_eq!(keychain.count(), 0);
        assert!(!folder.path().join("profiles").join(&profile).exists());
        let kept = std::fs::read_to_string(folder.path().join("profiles.json")).expect("connections");
        assert!(!kept.contains(&profile), "{kept}");
    }
}
