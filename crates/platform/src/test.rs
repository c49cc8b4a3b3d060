//! The doctor: asks each list once and says what worked.

use crate::http::Patience;
use crate::{Kind, Platform, PlatformError};
use std::time::Instant;

/// What came of one step of a connection's test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectionStep {
    /// `token`, `users`, `roles`, `identity providers` or `organizations`.
    pub name: &'static str,
    /// Whether it worked.
    pub ok: bool,
    /// What to tell the person.
    pub sentence: String,
    /// How many entries there are, when known.
    pub count: Option<u32>,
    /// How long it took, in milliseconds.
    pub millis: u32,
}

/// The steps, in order.
const LISTS: [&str; 5] = ["token", "users", "roles", "identity providers", "organizations"];

/// A step's sentence and count.
type Found = Result<(String, Option<u32>), PlatformError>;

impl Platform {
    /// Asks for a token and once for each list, without patience and without changing anything.
    pub async fn test(&self) -> Vec<ConnectionStep> {
        let mut steps = Vec::new();
        // After a failure that lies before every list, each further step would only say the same again.
        for list in LISTS {
            let (step, hopeless) = self.test_step(list).await;
            steps.push(step);
            if hopeless {
                break;
            }
        }
        steps
    }

    async fn test_step(&self, name: &'static str) -> (ConnectionStep, bool) {
        let started = Instant::now();
        let found = match name {
            "token" => self.test_token().await,
            "users" => self.test_users().await,
            "roles" => self.test_roles().await,
            "identity providers" => self.test_identity_providers().await,
            _ => self.test_organizations().await,
        };
        let millis = u32::try_from(started.elapsed().as_millis()).unwrap_or(u32::MAX);
        match found {
            Ok((sentence, count)) => (ConnectionStep { name, ok: true, sentence, count, millis }, false),
            Err(error) => {
                let hopeless = name == "token" || lies_before_every_list(&error.kind);
                (ConnectionStep { name, ok: false, sentence: error.sentence, count: None, millis }, hopeless)
            }
        }
    }

    async fn test_token(&self) -> Found {
        let bearer = self.wire().tokens.current().await?;
        let until = match bearer.expires_at {
            Some(at) => format!("It is good until {}.", at.strftime("%Y-%m-%d %H:%M UTC")),
            None => "It does not say how long it is good.".to_owned(),
        };
        let what = match (&bearer.header, self.wire().tokens.is_renewable()) {
            (None, _) => return Ok(("No access token was entered, so none is sent.".to_owned(), None)),
            (_, true) => "The sign-in service gave an access token.",
            (_, false) => "The pasted access token is used.",
        };
        Ok((format!("{what} {until}"), None))
    }

    async fn test_users(&self) -> Found {
        let mut scan = self.scan_with(Patience::None);
        let page = scan.next().await?;
        let (read, total) = page.map_or((0, Some(0)), |page| (page.read, page.total));
        Ok(match total {
            Some(total) => (counted(total, "user", "users"), Some(total)),
            None => (format!("The first page lists {}.", number(read, "user", "users")), None),
        })
    }

    async fn test_roles(&self) -> Found {
        let count = amount(self.roles_with(Patience::None).await?.len());
        Ok((counted(count, "role", "roles"), Some(count)))
    }

    async fn test_identity_providers(&self) -> Found {
        let count = amount(self.identity_providers_with(Patience::None).await?.len());
        Ok((counted(count, "identity provider", "identity providers"), Some(count)))
    }

    async fn test_organizations(&self) -> Found {
        Ok(match self.organizations_with(Patience::None).await? {
            Some(list) => {
                let count = amount(list.len());
                (counted(count, "organization", "organizations"), Some(count))
            }
            None => (
                "This platform gives no list of organizations, or not to this sign-in; everything else works \
                 without it."
                    .to_owned(),
                None,
            ),
        })
    }
}

/// Whether the next list would fail in the same way: nobody answers, or the key or the sign-in is refused.
fn lies_before_every_list(kind: &Kind) -> bool {
    matches!(kind, Kind::Unreachable | Kind::TlsFailed | Kind::KeyRefused | Kind::TokenRefused)
}

fn amount(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn number(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn counted(count: u32, one: &str, many: &str) -> String {
    format!("The platform lists {}.", number(count, one, many))
}
