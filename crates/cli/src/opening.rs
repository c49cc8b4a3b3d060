//! Opens Rollcall as the environment says.

use crate::failure::Failure;
use rollcall_app::{App, AppOptions, GivenCredentials, Secret};

/// Switches the operating system's keychain off with the word `off`: then secrets come from the environment alone.
pub const KEYCHAIN_VARIABLE: &str = "ROLLCALL_KEYCHAIN";
/// The environment variables of the credentials.
pub const SUBSCRIPTION_KEY_VARIABLE: &str = "ROLLCALL_SUBSCRIPTION_KEY";
pub const TOKEN_VARIABLE: &str = "ROLLCALL_TOKEN";
pub const CLIENT_SECRET_VARIABLE: &str = "ROLLCALL_CLIENT_SECRET";
pub const PROXY_PASSWORD_VARIABLE: &str = "ROLLCALL_PROXY_PASSWORD";

/// Rollcall, and the log that is written as long as this lives.
pub struct Opened {
    pub app: App,
    _log: Box<dyn Send>,
}

/// Opens the data folder, keeps the log, and says in one line when the databases are not encrypted.
pub async fn open() -> Result<Opened, Failure> {
    let options = AppOptions {
        credentials: GivenCredentials {
            subscription_key: given(SUBSCRIPTION_KEY_VARIABLE),
            token: given(TOKEN_VARIABLE),
            client_secret: given(CLIENT_SECRET_VARIABLE),
            proxy_password: given(PROXY_PASSWORD_VARIABLE),
        },
        keychain: keychain_is_used(),
        // What somebody did in the window must not change what a job does, nor the other way round.
        keep_drafts: false,
        ..AppOptions::from_environment()?
    };
    rollcall_app::keep_crash_reports(&options.home);
    let log = rollcall_app::keep_log(&options.home)?;
    let app = App::open_with(options).await?;
    if let Some(sentence) = app.unprotected().await {
        eprintln!("{sentence}.");
    }
    Ok(Opened { app, _log: Box::new(log) })
}

/// Whether the keychain of the operating system is asked at all.
pub fn keychain_is_used() -> bool {
    !std::env::var(KEYCHAIN_VARIABLE).is_ok_and(|word| word.trim().eq_ignore_ascii_case("off"))
}

/// A secret from the environment. A variable that is set and empty is not set: jobs often have such.
pub fn given(variable: &str) -> Option<Secret> {
    let text = std::env::var(variable).ok()?;
    let text = text.trim();
    (!text.is_empty()).then(|| Secret::new(text))
}
