//! What this API user can see, and what nobody can know of it without inviting.

use super::{Check, Examination, State, Step};
use crate::error::Call;
use crate::{PlatformError, Scope};
use rollcall_core::{phrase, sentence};

/// Ids of the scope that are tried one by one.
const MOST_IDS: usize = 25;

impl Examination<'_> {
    /// `first` is the error of the list of users of the first id, if there was one.
    pub(super) async fn sight(&mut self, first: Option<&PlatformError>, organizations: Option<u32>) {
        let scope = match self.platform.scope() {
            Scope::Platform(ids) if ids.len() == 1 => sentence!("1 platform"),
            Scope::Platform(ids) => sentence!("{platforms} platforms", platforms = ids.len()),
            Scope::Customers(ids) if ids.len() == 1 => sentence!("1 customer"),
            Scope::Customers(ids) => sentence!("{customers} customers", customers = ids.len()),
        };
        let hidden = self.hidden(first).await;
        let step = match hidden.is_empty() {
            true => Step::new(
                Check::Sight,
                State::Unknown,
                phrase!(
                    "This sign-in sees the users of everything that the connection names. Whether it may invite \
                     can't be known without inviting."
                ),
            ),
            false => Step::notice(
                Check::Sight,
                phrase!("This sign-in does not see the users of everything that the connection names."),
                phrase!(
                    "Check the ids below, and ask the platform's administrator which of them this API user \
                     belongs to."
                ),
            )
            .fact(phrase!("Not seen"), hidden.join("; ")),
        };
        self.tell(
            step.fact(phrase!("The connection names"), scope)
                .fact_if(phrase!("Organizations seen"), organizations),
        );
    }

    /// The ids whose users are not seen, each with the reason.
    async fn hidden(&mut self, first: Option<&PlatformError>) -> Vec<String> {
        let call = self.platform.description().wording.calls.users.clone();
        let ids = self.ids(&call);
        let of = |id: &str, error: &PlatformError| format!("{id}: {}", error.sentence);
        let mut hidden: Vec<String> = first.map(|error| of(&ids[0], error)).into_iter().collect();
        for id in ids.iter().take(MOST_IDS).skip(1) {
            let single = self.pages(&call, Some(1)).first_following();
            if let Err(error) = self.page(Call::Users, &call, id, &single).await {
                hidden.push(of(id, &error));
            }
        }
        hidden
    }
}
