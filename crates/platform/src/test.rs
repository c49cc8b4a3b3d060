//! The doctor: asks each list once and says what worked.

use crate::http::Patience;
use crate::{Platform, PlatformError};
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

/// A step's sentence and count.
type Found = Result<(String, Option<u32>), PlatformError>;

impl Platform {
    /// Asks for a token and once for each list, without patience and without changing anything.
    pub async fn test(&self) -> Vec<ConnectionStep> {
        let token = step("token", self.test_token()).await;
        if !token.ok {
            // Without a token each further step would only say the same again.
            return vec![token];
        }
        vec![
            token,
            step("users", self.test_users()).await,
            step("roles", self.test_roles()).await,
            step("identity providers", self.test_identity_providers()).await,
            step("organizations", self.test_organizations()).await,
        ]
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

async fn step(name: &'static str, work: impl Future<Output = Found>) -> ConnectionStep {
    let started = Instant::now();
    let found = work.await;
    let millis = u32::try_from(started.elapsed().as_millis()).unwrap_or(u32::MAX);
    match found {
        Ok((sentence, count)) => ConnectionStep { name, ok: true, sentence, count, millis },
        Err(error) => ConnectionStep { name, ok: false, sentence: error.sentence, count: None, millis },
    }
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
