//! One customer's people read alone and put in the place of those who were listed.
//!
//! The rest of the list is as old as before, so the list as a whole counts as begun when it was. Whoever is taken
//! away may have moved to a customer that was not read, and would be missing at both times: absence proves nothing
//! any more then, and the list is not complete.

use crate::doubt::{self, Doubt};
use crate::names;
use crate::raw;
use crate::reading::{Status, Summary};
use crate::record::{self, COLUMNS, WIDTH};
use crate::refresh::take;
use crate::{Changes, Reference, Refresh, RefreshFacts, Roster, RosterError};
use jiff::Timestamp;
use rollcall_core::{OrganizationId, User, UserId};
use std::collections::HashSet;
use std::sync::Arc;

/// The people of one organization, read whole.
#[derive(Clone, Debug)]
pub struct Part {
    /// Whose people.
    pub organization: OrganizationId,
    /// All of them.
    pub users: Vec<User>,
    /// When the first page of them was asked for.
    pub read_at: Timestamp,
}

/// What became of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// It stands in the list now.
    Taken {
        /// What it changed.
        changes: Changes,
        /// Whether the list as a whole is complete still.
        complete: bool,
    },
    /// It looks wrong beside what is listed; nothing was changed.
    Doubtful(Vec<Doubt>),
}

/// People who are staged at once.
const STAGED_AT_ONCE: usize = 4_000;

impl Roster {
    /// Puts the people of one organization in the place of those who are listed as belonging to it. Somebody who is
    /// not among them any more leaves the organization, and the list where they belong to no other. `None` before
    /// the first list. Blocks as long as a whole list.
    ///
    /// # Errors
    /// [`RosterError`]; all stays as it was then.
    pub fn replace_part(&self, part: &Part) -> Result<Option<Replaced>, RosterError> {
        let summary = self.summary()?;
        let Some(fetched_at) = summary.fetched_at else { return Ok(None) };
        let generation = self.0.status()?.generation;
        let mut staged = self.begin_refresh()?;
        let counted = self.stage_around(&mut staged, part)?;
        let facts = RefreshFacts {
            fetched_at,
            complete: summary.complete && counted.gone == 0,
            subject: summary.subject.clone(),
            scope: summary.scope.clone(),
        };
        let reference = self.reference(&summary)?;
        let doubt = doubt::people_gone(&counted.changes(part), counted.belonged);
        if let Some(doubt) = doubt {
            return Ok(Some(Replaced::Doubtful(vec![doubt])));
        }
        staged.commit_part(reference, facts, part.read_at, generation).map(Some)
    }

    /// Stages everybody who is listed as they will be.
    fn stage_around(&self, staged: &mut Refresh, part: &Part) -> Result<Counted, RosterError> {
        let read: HashSet<&UserId> = part.users.iter().map(|user| &user.id).collect();
        let mut counted = Counted::default();
        let mut waiting = Vec::with_capacity(STAGED_AT_ONCE);
        self.each_listed(|user| {
            let belonged = user.organization_ids.contains(&part.organization);
            let is_read = read.contains(&user.id);
            counted.belonged += u32::from(belonged);
            counted.gone += u32::from(belonged && !is_read);
            if !is_read {
                waiting.extend(if belonged { without(user, &part.organization) } else { Some(user) });
            }
            if waiting.len() < STAGED_AT_ONCE { Ok(()) } else { staged.add(std::mem::take(&mut waiting)) }
        })?;
        staged.add(waiting)?;
        staged.add(part.users.clone())?;
        Ok(counted)
    }

    fn each_listed(&self, mut take: impl FnMut(User) -> Result<(), RosterError>) -> Result<(), RosterError> {
        self.0.read(|list| {
            list.on_shelf(|connection, shelf| {
                let mut statement =
                    connection.prepare(&shelf.sql(&format!("SELECT {COLUMNS}, n FROM user_$ ORDER BY n")))?;
                let mut rows = statement.query([])?;
                let mut raw = raw::Reading::begin(connection, shelf);
                while let Some(row) = rows.next()? {
                    let raw = raw.of(row.get(WIDTH)?)?;
                    take(User { raw, ..record::read(row)? })?;
                }
                Ok(())
            })
        })
    }

    /// What the list's ids refer to, as it is known.
    fn reference(&self, summary: &Summary) -> Result<Reference, RosterError> {
        // Not what a person told: it would become the platform's own word.
        let listed = self.0.read(|list| list.on_shelf(names::organizations_of_platform))?;
        let organizations = listed.into_iter().map(|(organization, _)| organization);
        Ok(Reference {
            roles: self.roles()?.into_iter().map(|held| held.role).collect(),
            identity_providers: self
                .identity_providers()?
                .into_iter()
                .map(|used| used.identity_provider)
                .collect(),
            organizations: summary.organizations_listed.then(|| organizations.collect()),
        })
    }
}

/// People of the list, as far as they belong to the part.
#[derive(Default)]
struct Counted {
    belonged: u32,
    gone: u32,
}

impl Counted {
    /// The part alone, beside what was listed of it.
    fn changes(&self, part: &Part) -> Changes {
        let total = u32::try_from(part.users.len()).unwrap_or(u32::MAX);
        Changes { left: self.gone, total, ..Changes::default() }
    }
}

/// Somebody who does not belong to an organization any more; nobody where they belong to no other.
fn without(mut user: User, organization: &OrganizationId) -> Option<User> {
    user.organization_ids.retain(|id| id != organization);
    (!user.organization_ids.is_empty()).then_some(user)
}

impl Refresh {
    fn commit_part(
        self,
        reference: Reference,
        facts: RefreshFacts,
        read_at: Timestamp,
        generation: i64,
    ) -> Result<Replaced, RosterError> {
        let complete = facts.complete;
        let inner = Arc::clone(&self.inner);
        let done = self.staged().and_then(|staged| {
            inner.write(|transaction| {
                if Status::load(transaction)?.generation != generation {
                    return Err(RosterError::Superseded);
                }
                let (arrived, step) = staged.arrived(transaction, &reference, facts)?;
                match step.doubts {
                    // Nothing of it stays: the transaction is taken back.
                    Some((_, doubts)) if !doubts.is_empty() => Err(RosterError::Doubtful(doubts)),
                    _ => take(transaction, &arrived, read_at).map(|()| step.changes),
                }
            })
        });
        inner.rest();
        match done {
            Ok(changes) => Ok(Replaced::Taken { changes, complete }),
            Err(RosterError::Doubtful(doubts)) => Ok(Replaced::Doubtful(doubts)),
            Err(problem) => Err(problem),
        }
    }
}
