//! Use cases: what became of the people whom a run invited, by the list of people.

use super::browse::no_such_run;
use super::{facts, quiet};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_journal, of_roster};
use crate::people::{List, foremost, invitation};
use jiff::Timestamp;
use rollcall_core::{AccountState, CanonicalEmail, Invitation, OrganizationId, User};
use rollcall_roster::Roster;
use rollcall_runs::{Journal, PlatformIdentity, RunId, RunSummary};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// People looked up at a time.
const PART: u32 = 2_000;

/// How many days before it lapses an invitation is told apart.
const SOON: u32 = 2;

/// Somebody whom a run invited, and what became of it.
pub(crate) struct Followed {
    /// The row's number in the person's file.
    pub row: u32,
    /// What was sent.
    pub sent: Invitation,
    pub stands: Afterwards,
    /// For whoever has not accepted.
    pub clock: Option<InvitationView>,
}

/// All whom a run invited, and when the list was begun that tells of them.
pub(crate) struct Following {
    pub run: RunSummary,
    pub as_of: Option<Timestamp>,
    pub people: Vec<Followed>,
}

impl App {
    /// What became of the people whom a run invited, by the list as it is now.
    pub async fn run_since(&self, profile: String, run: String) -> Result<RunSince, AppError> {
        let following = self.follow_run(&profile, run).await?;
        self.ask(&profile, move |roster| since(&following, roster)).await
    }

    /// Everybody whom a run invited, looked up in the list as it is now.
    pub(crate) async fn follow_run(&self, profile: &str, run: String) -> Result<Following, AppError> {
        let platform = self.platform(profile).await?;
        let kept = self.profile(profile)?;
        // Without credentials the list can still be looked at, as the list of users is.
        let restarts = self
            .client(profile)
            .await
            .map_or(true, |client| facts(&kept, &client).reinvite_restarts_creation_date);
        let proof = Proof { quiet: quiet(&kept), restarts, now: Timestamp::now() };
        blocking(move || {
            let run = platform.journal.run(&RunId(run)).map_err(of_journal)?.ok_or_else(no_such_run)?;
            follow(run, &platform.journal, &platform.roster, proof)
        })
        .await
    }
}

/// What a list can tell of an invitation.
#[derive(Clone, Copy)]
struct Proof {
    /// How long after it was sent an invitation need not show in a list.
    quiet: Duration,
    /// Whether the creation date starts anew when somebody is invited again.
    restarts: bool,
    now: Timestamp,
}

fn follow(
    run: RunSummary,
    journal: &Journal,
    roster: &Arc<Roster>,
    proof: Proof,
) -> Result<Following, AppError> {
    let Some(list) = list_of(&run, roster)? else {
        let people = invited(journal, &run.id, |part| {
            Ok(part.into_iter().map(|(row, sent, _)| unknown(row, sent)).collect())
        })?;
        return Ok(Following { run, as_of: None, people });
    };
    loop {
        let begun = list.fetched_at();
        let people = invited(journal, &run.id, |part| {
            let emails: Vec<CanonicalEmail> =
                part.iter().map(|(_, sent, _)| sent.email.canonical().clone()).collect();
            let accounts = list.accounts_of(&emails)?;
            let look = |(row, sent, last): (u32, Invitation, Timestamp)| {
                let accounts = accounts.get(sent.email.canonical()).map_or(&[][..], Vec::as_slice);
                let (stands, clock) = proof.of(accounts, last, begun);
                Followed { row, sent, stands, clock }
            };
            Ok(part.into_iter().map(look).collect())
        })?;
        // A newer list was swapped in under it: half of one and half of another is as of no time.
        if list.fetched_at() == begun {
            return Ok(Following { run, as_of: Some(begun), people });
        }
    }
}

/// The list, if it is a complete one of the very platform that the run went to, whoever fetched it.
fn list_of(run: &RunSummary, roster: &Arc<Roster>) -> Result<Option<List>, AppError> {
    let summary = roster.summary().map_err(of_roster)?;
    if summary.scope != run.platform.base || !summary.complete || summary.fetched_at.is_none() {
        return Ok(None);
    }
    let identity = PlatformIdentity { base: summary.scope, subject: summary.subject };
    List::now(roster.clone(), identity).map(Some)
}

type Sent = (u32, Invitation, Timestamp);

/// Everybody whom a run invited, in order, a part at a time.
fn invited(
    journal: &Journal,
    run: &RunId,
    mut look: impl FnMut(Vec<Sent>) -> Result<Vec<Followed>, AppError>,
) -> Result<Vec<Followed>, AppError> {
    let mut people = Vec::new();
    let mut after = 0;
    loop {
        let part = journal.invited_after(run, after, PART).map_err(of_journal)?;
        let Some((last, ..)) = part.last() else { return Ok(people) };
        after = *last;
        let sent =
            part.into_iter().map(|(row, sent, last)| (row, sent, last.parse().unwrap_or(Timestamp::MIN)));
        people.extend(look(sent.collect())?);
    }
}

fn unknown(row: u32, sent: Invitation) -> Followed {
    Followed { row, sent, stands: Afterwards::Other, clock: None }
}

impl Proof {
    /// How somebody stands who was invited last at `last`, by their accounts in the list that was begun at `list`.
    fn of(
        &self,
        accounts: &[User],
        last: Timestamp,
        list: Timestamp,
    ) -> (Afterwards, Option<InvitationView>) {
        let shown_by = last.checked_add(self.quiet).unwrap_or(Timestamp::MAX);
        let had_to_show = list >= shown_by;
        let user = match foremost(accounts) {
            Some(User { state: AccountState::Blocked, .. }) => return (Afterwards::Blocked, None),
            Some(User { state: AccountState::Active, .. }) => return (Afterwards::Accepted, None),
            Some(User { state: AccountState::Other(_), .. }) => return (Afterwards::Other, None),
            Some(user) => Some(user),
            None if had_to_show => return (Afterwards::NotListed, None),
            None => None,
        };
        let listed = user.and_then(|user| user.created_at.as_deref()?.parse::<Timestamp>().ok());
        // The list's date is the platform's own word, once it has to tell of this invitation.
        let by_list = listed.filter(|at| (self.restarts && had_to_show) || *at >= last);
        self.waiting(by_list, last)
    }

    fn waiting(&self, listed: Option<Timestamp>, sent: Timestamp) -> (Afterwards, Option<InvitationView>) {
        let basis =
            if listed.is_some() { InvitationBasis::CreationDate } else { InvitationBasis::SendRecord };
        let since = listed.unwrap_or(sent).to_string();
        let clock = invitation(AccountState::New.as_str(), Some(&since), self.now)
            .map(|clock| InvitationView { basis, ..clock });
        let lapsed = clock.as_ref().is_some_and(|clock| clock.lapsed);
        (if lapsed { Afterwards::Lapsed } else { Afterwards::Waits }, clock)
    }
}

/// Counts them, all together and by organization.
fn since(following: &Following, roster: &Roster) -> Result<RunSince, AppError> {
    let mut all = Counted::default();
    let mut by_organization: HashMap<&OrganizationId, Counted> = HashMap::new();
    for person in &following.people {
        let known = following.as_of.map(|_| person);
        all.count(known);
        for organization in &person.sent.organization_ids {
            by_organization.entry(organization).or_default().count(known);
        }
    }
    let labels: HashMap<OrganizationId, String> = roster
        .organizations()
        .map_err(of_roster)?
        .into_iter()
        .map(|known| (known.organization.id.clone(), known.organization.label()))
        .collect();
    let organization = |(id, counted): (&OrganizationId, Counted)| SinceOrganization {
        id: id.clone(),
        label: labels.get(id).cloned().unwrap_or_else(|| id.to_string()),
        invited: counted.invited,
        people: counted.people,
    };
    let mut organizations: Vec<SinceOrganization> = by_organization.into_iter().map(organization).collect();
    organizations.sort_by(|one, other| (&one.label, one.id.as_str()).cmp(&(&other.label, other.id.as_str())));
    Ok(RunSince {
        as_of: following.as_of.map(|at| at.to_string()),
        invited: all.invited,
        people: all.people,
        organizations,
    })
}

#[derive(Default)]
struct Counted {
    invited: u32,
    people: SinceCounts,
}

impl Counted {
    /// One more; somebody of whom nothing is known only counts as invited.
    fn count(&mut self, person: Option<&Followed>) {
        self.invited += 1;
        let Some(person) = person else { return };
        let people = &mut self.people;
        *match person.stands {
            Afterwards::Accepted => &mut people.accepted,
            Afterwards::Waits => &mut people.waits,
            Afterwards::Lapsed => &mut people.lapsed,
            Afterwards::NotListed => &mut people.not_listed,
            Afterwards::Blocked => &mut people.blocked,
            Afterwards::Other => &mut people.other,
        } += 1;
        let soon = |clock: &InvitationView| !clock.lapsed && clock.days < SOON;
        people.lapse_soon += u32::from(person.clock.as_ref().is_some_and(soon));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::UserId;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    fn account(state: AccountState, created_at: &str) -> User {
        User {
            id: UserId("1".into()),
            email: "ann@x.example".into(),
            first_name: String::new(),
            last_name: String::new(),
            state,
            created_at: Some(created_at.into()),
            accessibility: None,
            role_ids: vec![],
            identity_provider_id: None,
            external_id: None,
            organization_ids: vec![],
            other: serde_json::Map::new(),
            raw: None,
        }
    }

    const SENT: &str = "2026-11-20T08:00:00Z";

    /// How somebody stands who was sent to at [`SENT`], by a list of `list`, at `now`.
    fn stands(accounts: &[User], restarts: bool, list: &str, now: &str) -> (Afterwards, Option<u32>) {
        let proof = Proof { quiet: Duration::from_secs(360), restarts, now: at(now) };
        let (stands, clock) = proof.of(accounts, at(SENT), at(list));
        (stands, clock.map(|clock| clock.days))
    }

    #[test]
    fn who_waits_is_told_by_the_date_of_the_list_and_who_accepted_by_their_state() {
        let (list, now) = ("2026-11-26T10:00:00Z", "2026-11-26T12:00:00Z");
        let of = |state| stands(&[account(state, "2026-11-20T08:00:01Z")], true, list, now);
        assert_eq!(of(AccountState::New), (Afterwards::Waits, Some(0)));
        assert_eq!(of(AccountState::Active), (Afterwards::Accepted, None));
        assert_eq!(of(AccountState::Blocked), (Afterwards::Blocked, None));
        assert_eq!(of(AccountState::Other("Odd".into())), (Afterwards::Other, None));
        assert_eq!(stands(&[], true, list, now), (Afterwards::NotListed, None));
        let later = stands(&[account(AccountState::New, SENT)], true, list, "2026-11-28T12:00:00Z");
        assert_eq!(later, (Afterwards::Lapsed, Some(1)));
    }

    #[test]
    fn a_list_that_need_not_show_an_invitation_says_nothing_against_it() {
        let now = "2026-11-20T09:00:00Z";
        for list in ["2026-11-20T07:00:00Z", "2026-11-20T08:05:00Z"] {
            assert_eq!(stands(&[], true, list, now), (Afterwards::Waits, Some(6)), "{list}");
            let lapsed_before = [account(AccountState::New, "2026-01-01T08:00:00Z")];
            assert_eq!(stands(&lapsed_before, true, list, now), (Afterwards::Waits, Some(6)), "{list}");
        }
    }

    #[test]
    fn where_a_creation_date_stays_the_time_of_sending_counts() {
        let (list, now) = ("2026-11-21T10:00:00Z", "2026-11-21T12:00:00Z");
        let old = [account(AccountState::New, "2026-01-01T08:00:00Z")];
        assert_eq!(stands(&old, false, list, now), (Afterwards::Waits, Some(5)));
        assert_eq!(stands(&old, true, list, now).0, Afterwards::Lapsed);
    }
}
