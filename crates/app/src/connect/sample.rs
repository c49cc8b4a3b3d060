//! The sample platform, served inside this process.

use super::{Profile, Tuning};
use crate::contract::{AppError, DescriptionChoice, ErrorCode, Network, SAMPLE_PROFILE, Scope, SignIn};
use crate::home::Home;
use crate::home::storage_io;
use crate::locked;
use rollcall_core::{Secret, phrase};
use rollcall_platform::Connection;
use rollcall_sandbox::{Info, Options, Sandbox};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Mutex;

/// The sample platform: started when it is first needed, ended with the process or when it is forgotten.
pub(crate) struct Sample {
    state: PathBuf,
    people: u32,
    /// How to reach the one that is served.
    info: Mutex<Option<Info>>,
    served: tokio::sync::Mutex<Option<Sandbox>>,
}

impl Sample {
    pub(crate) fn new(home: &Home, people: u32) -> Self {
        Self { state: home.sample(), people, info: Mutex::default(), served: tokio::sync::Mutex::default() }
    }

    /// Whether somebody opened it here before.
    pub(crate) fn known(&self) -> bool {
        locked(&self.info).is_some() || self.state.exists()
    }

    pub(crate) async fn info(&self) -> Result<Info, AppError> {
        let mut served = self.served.lock().await;
        if let Some(sandbox) = served.as_ref() {
            return Ok(sandbox.info().clone());
        }
        let sandbox = self.start().await?;
        let info = sandbox.info().clone();
        *locked(&self.info) = Some(info.clone());
        *served = Some(sandbox);
        Ok(info)
    }

    /// Ends it and removes all that it keeps. The next one that is started is a new one.
    pub(crate) async fn forget(&self) -> Result<(), AppError> {
        let mut served = self.served.lock().await;
        *locked(&self.info) = None;
        if let Some(sandbox) = served.take() {
            sandbox.stop().await;
        }
        match std::fs::remove_dir_all(&self.state) {
            Err(problem) if problem.kind() != ErrorKind::NotFound => Err(storage_io(&problem)),
            _ => Ok(()),
        }
    }

    async fn start(&self) -> Result<Sandbox, AppError> {
        let options = Options {
            users: self.people,
            state_dir: Some(self.state.clone()),
            // People try real spreadsheets here, and other accounts of this computer reach the port.
            control: false,
            ..Options::default()
        };
        rollcall_sandbox::start(options).await.map_err(|problem| {
            AppError::new(ErrorCode::Storage, phrase!("The sample platform could not be started. Nothing was lost; close other copies of Rollcall and try again."))
                .with_detail(problem.to_string())
        })
    }

    /// Its connection, as kept ones look.
    pub(crate) fn profile(&self) -> Profile {
        let info = locked(&self.info).clone();
        let info = info.as_ref();
        Profile {
            id: SAMPLE_PROFILE.to_owned(),
            name: "Sample platform".to_owned(),
            colour: "#0f766e".to_owned(),
            live: false,
            base_url: info.map(|info| info.base_url.clone()).unwrap_or_default(),
            scope: Scope::Platform(info.map(|info| info.platform_id.clone()).into_iter().collect()),
            extra_headers: Vec::new(),
            sign_in: SignIn::ClientCredentials {
                token_url: info.map(|info| info.token_url.clone()).unwrap_or_default(),
                client_id: info.map(|info| info.client_id.clone()).unwrap_or_default(),
                audience: None,
                scope: None,
            },
            session_only: true,
            description: DescriptionChoice::default(),
            read_only: false,
            network: Network::default(),
            signed_in_as: None,
            tuning: Tuning::default(),
        }
    }

    /// How to reach it.
    pub(crate) async fn connection(&self) -> Result<Connection, AppError> {
        let info = self.info().await?;
        Ok(Connection::new(
            info.base_url.clone(),
            rollcall_platform::Scope::Platform(vec![info.platform_id.clone()]),
            Secret::new(info.subscription_key.clone()),
            rollcall_platform::SignIn::ClientCredentials {
                token_url: info.token_url.clone(),
                client_id: info.client_id.clone(),
                client_secret: Secret::new(info.client_secret.clone()),
                audience: None,
                scope: None,
            },
        ))
    }
}
