//! A list, judged.

use crate::App;
use crate::connect::Profile;
use crate::contract::{AppError, SAMPLE_PROFILE, Scope};
use crate::errors::of_roster;
use crate::people::Privileged;
use jiff::Timestamp;
use rollcall_core::{IdentityProvider, IdentityProviderId, Organization, Role, RoleId, User, sentence};
use rollcall_findings::{
    Elsewhere, Facts, Finding, Judge, Judgement, SwitchedOff, Thresholds, WhatIf, several_platforms,
};
use rollcall_roster::{InvitationQueue, Invited, Roster, Summary, UserQuery};
use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

/// What is remembered of one connection.
#[derive(Default)]
pub(crate) struct Judging {
    judged: tokio::sync::Mutex<Option<Arc<Judged>>>,
    what_if: tokio::sync::Mutex<Option<Stranded>>,
}

/// A list and what it shows.
pub(crate) struct Judged {
    by: By,
    pub(crate) complete: bool,
    pub(crate) judgement: Judgement,
}

/// What a list was judged by: where all of it is the same, so is the judgement.
#[derive(Clone, PartialEq)]
struct By {
    fetched_at: Timestamp,
    /// Which list it is, and what a person told of its organizations.
    generation: i64,
    privileged: HashSet<RoleId>,
    thresholds: Thresholds,
    lapsed: Option<String>,
    /// Hours since the epoch: invitations get older while the list stands.
    hour: i64,
}

/// The lists that people's ids refer to.
struct Reference {
    roles: Vec<Role>,
    identity_providers: Vec<IdentityProvider>,
    organizations: Vec<Organization>,
}

impl Judged {
    /// When the list was fetched.
    pub(crate) fn as_of(&self) -> String {
        self.by.fetched_at.to_string()
    }

    pub(crate) fn privileged(&self) -> &HashSet<RoleId> {
        &self.by.privileged
    }
}

impl App {
    /// What the list of a connection shows; nothing before the first refresh. Whoever asks while it is worked out waits for
    /// the same answer.
    pub(crate) async fn judged(&self, profile: &str) -> Result<Option<Arc<Judged>>, AppError> {
        let platform = self.platform(profile).await?;
        let mut held = platform.judging.judged.lock().await;
        let (before, folder, thresholds) = (held.clone(), platform.folder.clone(), self.kept_thresholds()?);
        *held = self.ask(profile, move |roster| judged(roster, &folder, thresholds, before)).await?;
        Ok(held.clone())
    }

    /// Those who are privileged on other platforms as well, and which connections could not be asked.
    pub(crate) async fn found_elsewhere(
        &self,
        profile: &str,
        judged: &Judged,
    ) -> Result<Option<Finding>, AppError> {
        let (mut others, mut silent) = (Vec::new(), Vec::new());
        for other in self.other_platforms(profile) {
            match self.judged(&other.id).await {
                Ok(Some(judged)) => others.push((other.name, judged)),
                Ok(None) => {}
                Err(_) => silent.push(sentence!(
                    "The list of {connection} can't be read, so it was left out.",
                    connection = other.name
                )),
            }
        }
        let elsewhere: Vec<Elsewhere<'_>> = others
            .iter()
            .map(|(name, judged)| Elsewhere { platform: name, powerful: &judged.judgement.powerful })
            .collect();
        let found = several_platforms(&judged.judgement.powerful, &elsewhere);
        Ok(found.map(|finding| Finding { basis: silent, ..finding }))
    }

    /// The other connections that have a list and lead to another platform. The sample platform's people are made up: they
    /// are nobody's colleagues.
    fn other_platforms(&self, profile: &str) -> Vec<Profile> {
        if profile == SAMPLE_PROFILE {
            return Vec::new();
        }
        let book = self.book();
        let Some(mine) = book.by_id(profile) else { return Vec::new() };
        let others = book.all().iter().filter(|other| other.id != mine.id && !is_same_platform(mine, other));
        others.filter(|other| self.inner.home.has_list(&other.id)).cloned().collect()
    }

    /// Who would be stranded if a provider were switched off.
    pub(crate) async fn switched_off(
        &self,
        profile: &str,
        provider: IdentityProviderId,
    ) -> Result<Arc<WhatIf>, AppError> {
        let platform = self.platform(profile).await?;
        let mut held = platform.judging.what_if.lock().await;
        let before = held.clone();
        *held = self.ask(profile, move |roster| switched_off(roster, provider, before)).await?;
        Ok(held.as_ref().map_or_else(|| Arc::new(nobody()), |(.., what_if)| Arc::clone(what_if)))
    }
}

fn nobody() -> WhatIf {
    WhatIf { stranded: Vec::new(), other_way: 0, blocked: 0 }
}

/// Whether two connections lead to the same platform. One that sees single customers sees a part of a platform of the same
/// address, and which one is not known: it is taken for the same, so that nobody is told of twice being themselves.
fn is_same_platform(one: &Profile, other: &Profile) -> bool {
    let whole = |profile: &Profile| matches!(profile.scope, Scope::Platform(_));
    one.base_url == other.base_url && (one.scope == other.scope || !whole(one) || !whole(other))
}

fn judged(
    roster: &Roster,
    folder: &Path,
    thresholds: Thresholds,
    before: Option<Arc<Judged>>,
) -> Result<Option<Arc<Judged>>, AppError> {
    of_one_list(roster, |summary, fetched_at, _| {
        let reference = Reference::read(roster)?;
        let privileged = Privileged::read(folder, &reference.roles)?.ids();
        let now = Timestamp::now();
        let (lapsed, hour) = (as_of(roster, &lapsed())?, now.as_second() / 3_600);
        let by = By { fetched_at, generation: summary.generation, privileged, thresholds, lapsed, hour };
        if let Some(before) = before.as_ref().filter(|before| before.by == by) {
            return Ok(Arc::clone(before));
        }
        let mut judge = Judge::new(reference.facts(&by, now));
        let see = &mut |user: &User, invited: Option<Invited>| judge.see(user, invited.map(|sent| sent.at));
        roster.everybody(see).map_err(of_roster)?;
        let judgement = judge.end();
        Ok(Arc::new(Judged { by, complete: summary.complete, judgement }))
    })
}

/// Of which list, which provider, and who.
type Stranded = (String, IdentityProviderId, Arc<WhatIf>);

fn switched_off(
    roster: &Roster,
    provider: IdentityProviderId,
    before: Option<Stranded>,
) -> Result<Option<Stranded>, AppError> {
    of_one_list(roster, |_, _, as_of| {
        let is_same = |before: &&Stranded| before.0 == as_of && before.1 == provider;
        if let Some(before) = before.as_ref().filter(is_same) {
            return Ok(before.clone());
        }
        let providers = Reference::read(roster)?.identity_providers;
        let mut walk = SwitchedOff::new(&provider, &providers);
        roster.everybody(&mut |user, _| walk.see(user)).map_err(of_roster)?;
        Ok((as_of.to_owned(), provider.clone(), Arc::new(walk.end())))
    })
}

/// Does `work` on the list, once more where a newer one was swapped in under it: half of one and half of another is as of
/// no time.
fn of_one_list<T>(
    roster: &Roster,
    work: impl Fn(&Summary, Timestamp, &str) -> Result<T, AppError>,
) -> Result<Option<T>, AppError> {
    let everybody = UserQuery::default();
    loop {
        let Some(begun) = as_of(roster, &everybody)? else { return Ok(None) };
        let summary = roster.summary().map_err(of_roster)?;
        let Some(fetched_at) = summary.fetched_at else { return Ok(None) };
        let done = work(&summary, fetched_at, &begun)?;
        if as_of(roster, &everybody)?.as_deref() == Some(&begun) {
            return Ok(Some(done));
        }
    }
}

/// Who let an invitation lapse.
fn lapsed() -> UserQuery {
    UserQuery { invitation: Some(InvitationQueue::Lapsed), ..UserQuery::default() }
}

/// Which list there is: reading one customer again, or learning organizations, keeps when it was fetched. Of a queue, also
/// of which moment it is: inviting somebody again takes them out of it.
fn as_of(roster: &Roster, query: &UserQuery) -> Result<Option<String>, AppError> {
    Ok(roster.window(query, 0, 0).map_err(of_roster)?.as_of)
}

impl Reference {
    fn read(roster: &Roster) -> Result<Self, AppError> {
        let roles = roster.roles().map_err(of_roster)?;
        let providers = roster.identity_providers().map_err(of_roster)?;
        let organizations = roster.organizations().map_err(of_roster)?;
        Ok(Self {
            roles: roles.into_iter().map(|held| held.role).collect(),
            identity_providers: providers.into_iter().map(|used| used.identity_provider).collect(),
            organizations: organizations.into_iter().map(|known| known.organization).collect(),
        })
    }

    fn facts<'a>(&'a self, by: &'a By, now: Timestamp) -> Facts<'a> {
        Facts {
            roles: &self.roles,
            identity_providers: &self.identity_providers,
            organizations: &self.organizations,
            privileged: &by.privileged,
            thresholds: by.thresholds,
            now,
        }
    }
}
