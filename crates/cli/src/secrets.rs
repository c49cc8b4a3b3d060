//! Where the secrets of a new connection come from: the environment, standard input, or the terminal.
//!
//! Never an argument: other accounts of the machine can read those.

use crate::failure::Failure;
use crate::opening::{
    CLIENT_SECRET_VARIABLE, PROXY_PASSWORD_VARIABLE, SUBSCRIPTION_KEY_VARIABLE, TOKEN_VARIABLE, given,
};
use rollcall_app::Secret;
use std::io::{IsTerminal, Read};

/// The most that is read of standard input.
const LONGEST: u64 = 64 << 10;

/// The secrets of a connection.
#[derive(Debug, Default)]
pub struct Secrets {
    pub subscription_key: Option<Secret>,
    pub token: Option<Secret>,
    pub client_secret: Option<Secret>,
    pub proxy_password: Option<Secret>,
}

impl Secrets {
    /// What the environment holds.
    pub fn from_environment() -> Self {
        Self {
            subscription_key: given(SUBSCRIPTION_KEY_VARIABLE),
            token: given(TOKEN_VARIABLE),
            client_secret: given(CLIENT_SECRET_VARIABLE),
            proxy_password: given(PROXY_PASSWORD_VARIABLE),
        }
    }

    /// Reads standard input: lines of `KEY=VALUE`, or one JSON object.
    pub fn from_standard_input() -> Result<Self, Failure> {
        let mut text = String::new();
        let read = std::io::stdin().lock().take(LONGEST).read_to_string(&mut text);
        read.map_err(|_| {
            Failure::usage("Standard input could not be read as text, so no secret was taken.")
        })?;
        Self::parse(&text)
    }

    fn parse(text: &str) -> Result<Self, Failure> {
        let mut secrets = Self::default();
        if text.trim_start().starts_with('{') {
            // The parser's own words would show what it stumbled over.
            let object: std::collections::BTreeMap<String, String> =
                serde_json::from_str(text).map_err(|_| {
                    Failure::usage("Standard input is not a JSON object of texts, so no secret was taken.")
                })?;
            for (key, value) in object {
                secrets.take(&key, &value)?;
            }
            return Ok(secrets);
        }
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            // The line itself is not shown: it may be a secret that was pasted alone.
            let (key, value) = line.split_once('=').ok_or_else(|| {
                Failure::usage(
                    "A line of standard input is not of the form KEY=VALUE, so no secret was taken.",
                )
            })?;
            secrets.take(key, value)?;
        }
        Ok(secrets)
    }

    fn take(&mut self, key: &str, value: &str) -> Result<(), Failure> {
        let word: String =
            key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        let place = match word.strip_prefix("rollcall").unwrap_or(&word) {
            "subscriptionkey" => &mut self.subscription_key,
            "token" => &mut self.token,
            "clientsecret" => &mut self.client_secret,
            "proxypassword" => &mut self.proxy_password,
            _ => {
                return Err(Failure::usage(
                    "Standard input names something else than ROLLCALL_SUBSCRIPTION_KEY, ROLLCALL_TOKEN, ROLLCALL_CLIENT_SECRET or ROLLCALL_PROXY_PASSWORD, so no secret was taken.",
                ));
            }
        };
        let value = value.trim();
        *place = (!value.is_empty()).then(|| Secret::new(value));
        Ok(())
    }
}

/// Asks at the terminal without showing what is typed; without a terminal it says how else to give it.
///
/// Dropping the future ends the asking and gives the terminal its echo back.
pub async fn ask(what: &'static str, variable: &str) -> Result<Secret, Failure> {
    if !console::Term::stderr().is_term() || !std::io::stdin().is_terminal() {
        return Err(Failure::usage(format!(
            "The {what} is missing. Set {variable}, or give it on standard input with --secrets-stdin; it is never taken from an argument."
        )));
    }
    let _echo = Echo::remember();
    // On a thread of its own, so that Ctrl-C is heard while it waits.
    let asked = tokio::task::spawn_blocking(move || {
        let terminal = console::Term::stderr();
        terminal.write_str(&format!("{what}: "))?;
        terminal.read_secure_line()
    });
    match asked.await {
        Ok(Ok(typed)) if !typed.trim().is_empty() => Ok(Secret::new(typed.trim())),
        _ => Err(Failure::usage(format!("The {what} was not entered. Nothing was kept."))),
    }
}

/// The terminal as it was.
#[cfg(unix)]
struct Echo(Option<rustix::termios::Termios>);

#[cfg(unix)]
impl Echo {
    fn remember() -> Self {
        Self(rustix::termios::tcgetattr(std::io::stdin()).ok())
    }
}

#[cfg(unix)]
impl Drop for Echo {
    fn drop(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(before) = &self.0 {
            // A terminal that is gone needs no echo.
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, before);
        }
    }
}

// Elsewhere reading key by key leaves the terminal as it is.
#[cfg(not(unix))]
struct Echo;

#[cfg(not(unix))]
impl Echo {
    fn remember() -> Self {
        Self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(secret: Option<&Secret>) -> Option<&str> {
        // Only tests look at what was read.
        secret.map(Secret::expose)
    }

    #[test]
    fn secrets_come_as_lines_or_as_one_object() {
        let lines =
            Secrets::parse("# of the test platform\nROLLCALL_SUBSCRIPTION_KEY = k=1\nclient-secret=s\n")
                .expect("lines");
        assert_eq!(
            (shown(lines.subscription_key.as_ref()), shown(lines.client_secret.as_ref())),
            (Some("k=1"), Some("s"))
        );
        let object = Secrets::parse(r#"{"subscriptionKey":"k","ROLLCALL_TOKEN":"t"}"#).expect("an object");
        assert_eq!(
            (shown(object.subscription_key.as_ref()), shown(object.token.as_ref())),
            (Some("k"), Some("t"))
        );
    }

    #[test]
    fn what_can_not_be_understood_is_not_repeated() {
        for text in ["hunter2", "{\"token\": hunter2}", "password=hunter2"] {
            let refused = Secrets::parse(text).expect_err("refused");
            assert!(!format!("{refused:?}").contains("hunter2"), "{refused:?}");
        }
    }
}
