//! The four lists: whether each is there, and how much is in it.

use super::{Check, Examination, FirstPage, State, Step};
use crate::PlatformError;
use crate::http::Patience;
use rollcall_core::{Asked, Sentence, phrase, sentence};

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
        let sentence = match first.page.total {
            Some(total) => all_users(total, ids > 1),
            None => users_of_page(amount(first.users.len()), ids > 1),
        };
        Step::good(Check::Users, sentence).counting(first.page.total)
    }

    pub(super) async fn roles(&mut self) {
        let found = self.platform.roles_with(Patience::None).await;
        let step = match found {
            Ok(roles) if roles.is_empty() && self.platform.needs().asks.role == Asked::Always => {
                Step::notice(
                    Check::Roles,
                    phrase!("The platform lists no role, and without one nobody can be invited."),
                    phrase!("Ask the platform's administrator whether this API user may see the roles."),
                )
                .counting(0)
            }
            Ok(roles) => counted(Check::Roles, roles.len(), phrase!("The platform lists 1 role."), |count| {
                sentence!("The platform lists {roles} roles.", roles = count)
            }),
            Err(error) => Step::failed(Check::Roles, &error),
        };
        self.tell(step);
    }

    pub(super) async fn identity_providers(&mut self) {
        if self.platform.description().wording.calls.identity_providers.is_none() {
            let sentence =
                phrase!("This kind of platform has no list of identity providers; nothing here needs one.");
            return self.tell(Step::good(Check::IdentityProviders, sentence));
        }
        let step = match self.platform.identity_providers_with(Patience::None).await {
            Ok(list) => counted(
                Check::IdentityProviders,
                list.len(),
                phrase!("The platform lists 1 identity provider."),
                |count| sentence!("The platform lists {providers} identity providers.", providers = count),
            ),
            Err(error) => Step::failed(Check::IdentityProviders, &error),
        };
        self.tell(step);
    }

    /// How many organizations are seen, where that is known.
    pub(super) async fn organizations(&mut self) -> Option<u32> {
        let check = Check::Organizations;
        let step = match self.platform.organizations_with(Patience::None).await {
            Ok(Some(list)) => {
                counted(check, list.len(), phrase!("The platform lists 1 organization."), |count| {
                    sentence!("The platform lists {organizations} organizations.", organizations = count)
                })
            }
            Ok(None) => Step::new(
                check,
                State::Good,
                phrase!(
                    "This platform gives no list of organizations, or not to this sign-in; everything else works \
                     without it."
                ),
            ),
            // Inviting works without this list.
            Err(error) => Step { state: State::Notice, ..Step::failed(check, &error) },
        };
        let count = step.count;
        self.tell(step);
        count
    }
}

/// `first` says that the connection names more ids than the one that was asked for.
fn all_users(count: u32, first: bool) -> Sentence {
    match (count, first) {
        (1, false) => sentence!("The platform lists 1 user."),
        (1, true) => sentence!("The platform lists 1 user for the first id of the connection."),
        (_, false) => sentence!("The platform lists {users} users.", users = count),
        (_, true) => {
            sentence!("The platform lists {users} users for the first id of the connection.", users = count)
        }
    }
}

fn users_of_page(count: u32, first: bool) -> Sentence {
    match (count, first) {
        (1, false) => sentence!("The first page lists 1 user."),
        (1, true) => sentence!("The first page lists 1 user for the first id of the connection."),
        (_, false) => sentence!("The first page lists {users} users.", users = count),
        (_, true) => {
            sentence!("The first page lists {users} users for the first id of the connection.", users = count)
        }
    }
}

fn counted(check: Check, count: usize, one: &str, many: fn(u32) -> Sentence) -> Step {
    let count = amount(count);
    let sentence = if count == 1 { one.to_owned() } else { many(count).text };
    Step::good(check, sentence).counting(count)
}

pub(super) fn amount(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
