//! Reviews looked at again by a newer list: who changed, left or appeared, and what became of removals.

use super::Facts;
use super::listed::{Own, Reference};
use super::scope::Members;
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_review, of_roster};
use crate::platforms::OpenPlatform;
use jiff::Timestamp;
use rollcall_core::{CanonicalEmail, RoleId, User};
use rollcall_review::{Held, Person, Review, Stands, stands};
use rollcall_roster::UserQuery;
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

impl App {
    /// Compares every review of a connection with the list as it is now, if that is a newer complete one. What fails
    /// here is tried again at the next look, and nothing rests on it until then.
    pub(crate) async fn compare_reviews(&self, profile: &str) -> Result<(), AppError> {
        let platform = self.platform(profile).await?;
        let _one_at_a_time = platform.comparing.lock().await;
        let compared = {
            let platform = platform.clone();
            blocking(move || compare(&platform)).await?
        };
        if compared {
            self.tell(AppEvent::ReviewChanged(profile.to_owned()));
        }
        Ok(())
    }

    /// The same in the background, after the list became another one.
    pub(crate) fn begin_comparing_reviews(&self, profile: &str) {
        let (app, profile) = (self.clone(), profile.to_owned());
        tokio::spawn(async move {
            if let Err(problem) = app.compare_reviews(&profile).await {
                tracing::warn!(code = ?problem.code, "reviews could not be compared with the new list");
            }
        });
    }
}

/// Whether anything was compared. Blocks.
fn compare(platform: &Arc<OpenPlatform>) -> Result<bool, AppError> {
    let Some((base, fetched)) = complete(platform)? else { return Ok(false) };
    let reviews = platform.reviews.list().map_err(of_review)?;
    let stale: Vec<Review> =
        reviews.into_iter().filter(|review| review.platform == base && is_stale(review, fetched)).collect();
    if stale.is_empty() {
        return Ok(false);
    }
    let looked = Looked::at(platform, &stale)?;
    // Another list was swapped in meanwhile: half of one and half of another says nothing. Its own turn comes.
    if complete(platform)? != Some((base, fetched)) {
        return Ok(false);
    }
    for (review, watch) in stale.iter().zip(&looked.watched) {
        match watch {
            Watch::Going { appeared, .. } => {
                let (id, at) = (&review.id, fetched.to_string());
                platform.reviews.compare(id, &at, &looked.now, appeared).map_err(of_review)?;
            }
            Watch::Removals(removals) => {
                let found: Vec<_> = removals.iter().map(|(id, then)| looked.stands(id, then)).collect();
                platform.reviews.follow(&review.id, &fetched.to_string(), &found).map_err(of_review)?;
            }
        }
    }
    Ok(true)
}

/// What the list is of and when it was fetched, if it is complete.
fn complete(platform: &OpenPlatform) -> Result<Option<(String, Timestamp)>, AppError> {
    let summary = platform.roster.summary().map_err(of_roster)?;
    let fetched = summary.fetched_at.filter(|_| summary.complete);
    Ok(fetched.map(|at| (summary.scope, at)))
}

/// Whether a list that was fetched at `fetched` is newer than what is known of a review. An older one, put back from
/// a backup, says nothing.
fn is_stale(review: &Review, fetched: Timestamp) -> bool {
    let known = match &review.finished {
        // A list that was fetched before the end can't show what was done after it.
        Some(end) => review.followed_by.as_ref().unwrap_or(&end.at),
        None => &review.compared_with,
    };
    known.parse::<Timestamp>().is_ok_and(|known| fetched > known)
}

/// What is watched of a review.
enum Watch {
    Going { frozen: HashSet<String>, members: Members, appeared: Vec<Person> },
    Removals(Vec<(String, Held)>),
}

/// What one pass over the list found.
struct Looked {
    watched: Vec<Watch>,
    /// What everybody who is watched holds now, by id.
    now: HashMap<String, Held>,
    /// The same by the addresses of removals.
    by_address: HashMap<CanonicalEmail, Held>,
}

impl Looked {
    fn at(platform: &OpenPlatform, reviews: &[Review]) -> Result<Self, AppError> {
        let reference = Reference::of(&platform.roster)?;
        let watch = |review: &Review| watch(platform, review, &reference);
        let watched = reviews.iter().map(watch).collect::<Result<Vec<_>, _>>()?;
        let mut looked = Self { watched, now: HashMap::new(), by_address: HashMap::new() };
        let (ids, addresses) = looked.wanted();
        let mut look = |user: User| {
            looked.take(&user, &reference, &ids, &addresses);
            ControlFlow::Continue(())
        };
        platform.roster.each_user(&UserQuery::default(), &mut look).map_err(of_roster)?;
        Ok(looked)
    }

    /// Whom to look for: ids, and addresses of removals.
    fn wanted(&self) -> (HashSet<String>, HashSet<CanonicalEmail>) {
        let (mut ids, mut addresses) = (HashSet::new(), HashSet::new());
        for watch in &self.watched {
            match watch {
                Watch::Going { frozen, .. } => ids.extend(frozen.iter().cloned()),
                Watch::Removals(removals) => {
                    ids.extend(removals.iter().map(|(id, _)| id.clone()));
                    let listed = removals.iter().filter(|(_, then)| !then.email.trim().is_empty());
                    addresses.extend(listed.map(|(_, then)| CanonicalEmail::of_listed(&then.email)));
                }
            }
        }
        (ids, addresses)
    }

    fn take(
        &mut self,
        user: &User,
        reference: &Reference,
        ids: &HashSet<String>,
        addresses: &HashSet<CanonicalEmail>,
    ) {
        if ids.contains(user.id.as_str()) {
            self.now.insert(user.id.0.clone(), reference.held(user));
        }
        if !addresses.is_empty() {
            let address = CanonicalEmail::of_listed(&user.email);
            if addresses.contains(&address) {
                self.by_address.insert(address, reference.held(user));
            }
        }
        for watch in &mut self.watched {
            if let Watch::Going { frozen, members, appeared } = watch
                && members.has(user)
                && !frozen.contains(user.id.as_str())
            {
                appeared.push(reference.person(user, &Own::default()));
            }
        }
    }

    fn stands(&self, id: &str, then: &Held) -> (String, Stands, Option<Held>) {
        let account = self.now.get(id);
        let other = self.by_address.get(&CanonicalEmail::of_listed(&then.email));
        (id.to_owned(), stands(then, account, other), account.or(other).cloned())
    }
}

fn watch(platform: &OpenPlatform, review: &Review, reference: &Reference) -> Result<Watch, AppError> {
    if review.finished.is_some() {
        return Ok(Watch::Removals(platform.reviews.removals(&review.id).map_err(of_review)?));
    }
    let facts: Facts = super::words::kept(&review.facts)?;
    let scope: ReviewScope = super::words::kept(&review.scope)?;
    let kept = facts.roles_in_scope.into_iter().map(|(id, _)| RoleId(id));
    Ok(Watch::Going {
        members: Members::of(&scope, &platform.roster, reference, kept)?,
        frozen: platform.reviews.user_ids(&review.id).map_err(of_review)?,
        appeared: Vec::new(),
    })
}
