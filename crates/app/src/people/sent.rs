//! The list of people learns from the journal when Rollcall itself invited somebody: a list need not show that yet, and on
//! some platforms never does.

use crate::contract::AppError;
use crate::errors::{of_journal, of_roster};
use crate::locked;
use crate::platforms::OpenPlatform;
use crate::runs::same_server;
use jiff::Timestamp;
use rollcall_core::CanonicalEmail;
use rollcall_runs::{InvitedLast, Mark};
use std::collections::HashMap;

/// What the list was told already.
pub(crate) struct Told {
    /// Up to where in the journal.
    mark: Mark,
    /// Which platform's list it was.
    scope: String,
    /// When each of them was invited last.
    people: HashMap<CanonicalEmail, Timestamp>,
}

impl OpenPlatform {
    /// Tells the list of everybody whom the journal knows as invited, if there is anything new. Blocks.
    pub(crate) fn tell_sent(&self) -> Result<(), AppError> {
        let scope = self.roster.summary().map_err(of_roster)?.scope;
        let mut told = locked(&self.sent_told);
        // What was sent to one platform says nothing of another one's people.
        let before = told.take().filter(|told| told.scope == scope);
        let (after, mut people) =
            before.map_or((None, HashMap::new()), |told| (Some(told.mark), told.people));
        let (mark, invited) = self.journal.invited_since(after).map_err(of_journal)?;
        let records: Vec<_> = invited.iter().filter_map(|invited| record(invited, &scope)).collect();
        let is_news = after.is_none() || !records.is_empty();
        for (person, at) in records {
            let last = people.entry(person).or_insert(at);
            *last = at.max(*last);
        }
        if is_news {
            self.roster.tell_sent(people.iter().map(|(person, at)| (person.clone(), *at)).collect());
        }
        *told = Some(Told { mark, scope, people });
        Ok(())
    }

    /// As [`Self::tell_sent`], where nobody waits for it: what fails here is only a clock that runs from another date.
    pub(crate) fn tell_sent_aside(&self) {
        if let Err(problem) = self.tell_sent() {
            tracing::warn!(code = ?problem.code, "the list could not be told who was invited");
        }
    }
}

fn record(invited: &InvitedLast, scope: &str) -> Option<(CanonicalEmail, Timestamp)> {
    let here = same_server(&invited.platform, scope);
    Some((invited.person.clone(), invited.at.parse().ok()?)).filter(|_| here)
}
