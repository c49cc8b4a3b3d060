//! A data folder of its own, and a sample platform of its own.
#![allow(dead_code, missing_docs, reason = "each test file uses a part of it")]

pub mod drafting;
pub mod later;
pub mod reviewing;
pub mod sending;

use rollcall_app::contract::*;
use rollcall_app::{App, AppOptions, GivenCredentials, Home, Reading, Secret, Tuning};
use rollcall_sandbox::{FaultPlan, Options, Sandbox};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Rollcall on a folder of its own, connected to a sandbox of its own.
pub struct Desk {
    pub folder: TempDir,
    pub app: App,
    pub sandbox: Sandbox,
    pub profile: String,
}

pub const KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

pub async fn open(folder: &Path) -> App {
    let options = AppOptions {
        home: Home::moved_to(folder).expect("a data folder"),
        data_key: Some(Secret::new(KEY)),
        credentials: GivenCredentials::default(),
        keychain: false,
        sample_people: 20,
        reading: Reading::Here,
        keep_drafts: true,
    };
    App::open_with(options).await.expect("Rollcall opens")
}

pub fn draft(sandbox: &Sandbox) -> ProfileDraft {
    let info = sandbox.info();
    ProfileDraft {
        id: None,
        name: "Nordlys".into(),
        colour: "#7c3aed".into(),
        live: true,
        base_url: info.base_url.clone(),
        scope: Scope::Platform(vec![info.platform_id.clone()]),
        extra_headers: vec![],
        sign_in: SignIn::ClientCredentials {
            token_url: info.token_url.clone(),
            client_id: info.client_id.clone(),
            audience: None,
            scope: None,
        },
        subscription_key: Some(TypedSecret(Secret::new(info.subscription_key.clone()))),
        secret: Some(TypedSecret(Secret::new(info.client_secret.clone()))),
        session_only: true,
        read_only: false,
        description: DescriptionChoice::default(),
        network: Network::default(),
        proxy_password: None,
    }
}

impl Desk {
    pub async fn with(people: u32, faults: Option<FaultPlan>) -> Self {
        Self::settling(people, faults, 1).await
    }

    /// On a platform of which unclear rows are looked up after so many seconds.
    pub async fn settling(people: u32, faults: Option<FaultPlan>, seconds: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let sandbox = rollcall_sandbox::start(Options { users: people, faults, ..Options::default() })
            .await
            .expect("a sandbox");
        let app = open(folder.path()).await;
        let tuning =
            Tuning { settle_seconds: Some(seconds), post_timeout_seconds: Some(5), ..Tuning::default() };
        let profile = app.keep_profile(draft(&sandbox), Some(tuning)).await.expect("a connection").id;
        Self { folder, app, sandbox, profile }
    }

    pub async fn new() -> Self {
        Self::with(20, None).await
    }

    pub async fn open_sample_file(&self, name: &str) -> DraftView {
        let offer = self.app.offer_file(&sample(name));
        self.app.open_file(self.profile.clone(), offer.token).await.expect("the sample is read")
    }

    pub fn invited(&self) -> Vec<String> {
        self.sandbox.ground_truth().effects.into_iter().map(|effect| effect.email).collect()
    }

    pub async fn send(&self, draft: &str, mode: SendMode) -> RunView {
        // Whoever sends has looked, and typed the name where it is asked for.
        if self.app.check_draft(draft.to_owned()).await.expect("checked").name_needed {
            let name = self.app.profile_title(&self.profile).await.expect("its name").name;
            self.app.confirm_sending(draft.to_owned(), name).await.expect("confirmed");
        }
        let run = self.app.start_run(draft.to_owned(), mode).await.expect("the run starts");
        self.app.run_ended(&self.profile, &run.id).await.expect("the run comes to rest");
        self.app.run_view(self.profile.clone(), run.id).await.expect("the run is kept")
    }
}

pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/samples").join(name)
}

pub fn rows_in(run: &RunView, state: RowState) -> u32 {
    run.counts.iter().find(|count| count.state == state).map_or(0, |count| count.rows)
}

pub fn rows_of(check: &CheckView, class: RowClass) -> u32 {
    check.counts.iter().find(|count| count.class == class).map_or(0, |count| count.rows)
}
