//! The four lists: whether each is there, and how much is in it.

use super::{Check, Examination, FirstPage, State, Step};
use crate::PlatformError;
use crate::http::Patience;
use rollcall_core::Asked;

impl Examination<'_> {
    pub(super) fn users(&mut self, first: &Result<FirstPage, PlatformError>) {
        match first {
            Err(error) => self.tell(Step::failed(Check::Users, error)),
            Ok(first) => {
                let step = self.listed(first);
                self.tell_after(first.page.answer.took, step);
            }
        }
    }

    fn listed(&self, first: &FirstPage) -> Step {
        let ids = self.ids(&self.platform.description().wording.calls.users).len();
        let of = if ids > 1 { " for the first id of the connection" } else { "" };
        let who = |count| number(count, "user", "users");
        let sentence = match first.page.total {
            Some(total) => format!("The platform lists {}{of}.", who(total)),
            None => format!("The first page lists {}{of}.", who(amount(first.users.len()))),
        };
        Step::good(Check::Users, sentence).counting(first.page.total)
    }

    pub(super) async fn roles(&mut self) {
        let found = self.platform.roles_with(Patience::None).await;
        let step = match found {
            Ok(roles) if roles.is_empty() && self.platform.needs().asks.role == Asked::Always => {
                Step::notice(
                    Check::Roles,
                    "The platform lists no role, and without one nobody can be invited.",
                    "Ask the platform's administrator whether this API user may see the roles.",
                )
                .counting(0)
            }
            Ok(roles) => counted(Check::Roles, roles.len(), "role", "roles"),
            Err(error) => Step::failed(Check::Roles, &error),
        };
        self.tell(step);
    }

    pub(super) async fn identity_providers(&mut self) {
        if self.platform.description().wording.calls.identity_providers.is_none() {
            let sentence = "This kind of platform has no list of identity providers; nothing here needs one.";
            return self.tell(Step::good(Check::IdentityProviders, sentence));
        }
        let step = match self.platform.identity_providers_with(Patience::None).await {
            Ok(list) => {
                counted(Check::IdentityProviders, list.len(), "identity provider", "identity providers")
            }
            Err(error) => Step::failed(Check::IdentityProviders, &error),
        };
        self.tell(step);
    }

    /// How many organizations are seen, where that is known.
    pub(super) async fn organizations(&mut self) -> Option<u32> {
        let check = Check::Organizations;
        let step = match self.platform.organizations_with(Patience::None).await {
            Ok(Some(list)) => counted(check, list.len(), "organization", "organizations"),
            Ok(None) => Step::new(
                check,
                State::Good,
                "This platform gives no list of organizations, or not to this sign-in; everything else works without it.",
            ),
            // Inviting works without this list.
            Err(error) => Step { state: State::Notice, ..Step::failed(check, &error) },
        };
        let count = step.count;
        self.tell(step);
        count
    }
}

fn counted(check: Check, count: usize, one: &str, many: &str) -> Step {
    let count = amount(count);
    Step::good(check, format!("The platform lists {}.", number(count, one, many))).counting(count)
}

pub(super) fn amount(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

pub(super) fn number(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
