//! Use cases: how this installation stands, and what the person chose for it.

use crate::contract::*;
use crate::home::{read_json, write_json};
use crate::people::judge_pause;
use crate::window::judge_zoom;
use crate::{App, locked};
use rollcall_vault::VaultState;
use serde_json::{Map, Value};
use std::path::Path;

/// What was chosen earlier. A choice that is none here, such as one of a newer Rollcall, counts as not made, and so do all
/// of a file that is damaged: nobody is kept out of the window by a colour.
pub(crate) fn chosen_earlier(path: &Path) -> Settings {
    let kept: Map<String, Value> = read_json(path).unwrap_or_else(|problem| {
        tracing::warn!(detail = problem.detail, "the settings can't be read");
        Map::new()
    });
    let is_one = |name: &str, value: &Value| {
        let alone = Map::from_iter([(name.to_owned(), value.clone())]);
        serde_json::from_value::<Settings>(alone.into()).is_ok()
    };
    let known: Map<String, Value> = kept.into_iter().filter(|(name, value)| is_one(name, value)).collect();
    serde_json::from_value(known.into()).unwrap_or_default()
}

impl App {
    /// How this installation stands.
    pub async fn app_status(&self) -> Result<AppStatus, AppError> {
        let state = self.inner.credentials.keychain().state().await;
        Ok(AppStatus {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            keychain: KeychainView { state: keychain_state(state), sentence: keychain_sentence(state) },
            storage: self.storage_view().await,
            settings: locked(&self.inner.settings).clone(),
        })
    }

    /// Keeps what the person chose.
    pub async fn save_settings(&self, settings: Settings) -> Result<Settings, AppError> {
        judge_pause(settings.refresh_every_minutes)?;
        judge_zoom(settings.zoom_percent)?;
        let mut kept = locked(&self.inner.settings);
        write_json(&self.inner.home.settings(), &settings)?;
        *kept = settings.clone();
        Ok(settings)
    }

    /// One line on how the databases are kept, when that is not encrypted.
    pub async fn unprotected(&self) -> Option<String> {
        let view = self.storage_view().await;
        (!view.encrypted).then_some(view.sentence)
    }
}

fn keychain_state(state: VaultState) -> KeychainState {
    match state {
        VaultState::Ok => KeychainState::Ok,
        VaultState::NoService => KeychainState::NoService,
        VaultState::Locked => KeychainState::Locked,
        VaultState::Denied => KeychainState::Denied,
        VaultState::Slow => KeychainState::Slow,
    }
}

fn keychain_sentence(state: VaultState) -> Option<String> {
    let sentence = match state {
        VaultState::Ok => return None,
        VaultState::NoService => {
            "This computer has no keychain that Rollcall can use. Credentials can be kept until you close Rollcall; on Linux, install and start a Secret Service such as GNOME Keyring or KWallet to keep them longer."
        }
        VaultState::Locked => {
            "The keychain is locked. Unlock it with your password and try again; nothing was lost. Or keep credentials until you close Rollcall."
        }
        VaultState::Denied => {
            "The keychain refused Rollcall. Allow Rollcall in the keychain's own settings and try again; nothing was lost. Or keep credentials until you close Rollcall."
        }
        VaultState::Slow => {
            "The keychain did not answer within 5 seconds. It may be waiting for you in another window; answer there and try again. Nothing was lost."
        }
    };
    Some(sentence.to_owned())
}
