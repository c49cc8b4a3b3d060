//! Reviews looked at again by a newer list: who changed, left or appeared, and what became of removals.

use super::Facts;
use super::listed::{Own, Reference};
use super::scope::{Members, Power};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_review, of_roster};
use crate::platforms::OpenPlatform;
use jiff::Timestamp;
use rollcall_core::{CanonicalEmail, RoleId, User, UserId};
use rollcall_review::{Held, Known, Person, Stands, stands};
use rollcall_roster::{Roster, UserQuery};
use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::Arc;

impl App {
    /// Compares every review of a connection with the list as it is now, if that is a newer complete one. What fails
    /// here is tried again at the next look, and nothing rests on it until then.
    pub(crate) async fn compare_reviews(&self, profile: &str) -> Result<(), AppError> {
        let platform = self.platform(profile).await?;
        self.compare_reviews_of(platform).await
    }

    async fn compare_reviews_of(&self, platform: Arc<OpenPlatform>) -> Result<(), AppError> {
        let _one_at_a_time = platform.comparing.lock().await;
        let compared = {
            let platform = platform.clone();
            blocking(move || compare(&platform)).await?
        };
        if compared {
            self.tell(AppEvent::ReviewChanged(platform.id.clone()));
        }
        Ok(())
    }

    /// The same in the background, after the list became another one.
    pub(crate) fn begin_comparing_reviews(&self, profile: &str) {
        let (app, profile) = (self.clone(), profile.to_owned());
        tokio::spawn(async move {
            // Never opened for it: a connection that was forgotten meanwhile would be made anew.
            let open = app.inner.platforms.lock().await.get(&profile).cloned();
            let Some(platform) = open else { return };
            if let Err(problem) = app.compare_reviews_of(platform).await {
                tracing::warn!(code = ?problem.code, "reviews could not be compared with the new list");
            }
        });
    }
}

/// Whether anything was compared. Blocks.
fn compare(platform: &Arc<OpenPlatform>) -> Result<bool, AppError> {
    let Some((base, fetched)) = complete(platform)? else { return Ok(false) };
    let mut stale = platform.reviews.known(&base).map_err(of_review)?;
    stale.retain(|review| is_stale(review, fetched));
    if stale.is_empty() {
        return Ok(false);
    }
    let (finished, going): (Vec<Known>, Vec<Known>) = stale.into_iter().partition(|review| review.finished);
    let reference = Reference::of(&platform.roster)?;
    let follow = |review: &Known| follow(platform, &reference, review);
    let followed = finished.iter().map(follow).collect::<Result<Vec<_>, _>>()?;
    let looked = Looked::at(platform, &reference, &going)?;
    // Another list was swapped in meanwhile: half of one and half of another says nothing. Its own turn comes.
    if complete(platform)? != Some((base, fetched)) {
        return Ok(false);
    }
    let at = fetched.to_string();
    for (review, found) in finished.iter().zip(&followed) {
        platform.reviews.follow(&review.id, &at, found).map_err(of_review)?;
    }
    for (review, watch) in going.iter().zip(&looked.watched) {
        platform.reviews.compare(&review.id, &at, &looked.now, &watch.appeared).map_err(of_review)?;
    }
    Ok(true)
}

/// What the list is of and when it was fetched, if it is complete.
fn complete(platform: &OpenPlatform) -> Result<Option<(String, Timestamp)>, AppError> {
    let summary = platform.roster.summary().map_err(of_roster)?;
    let fetched = summary.fetched_at.filter(|_| summary.complete);
    Ok(fetched.map(|at| (summary.scope, at)))
}

/// Whether a list that was fetched at `fetched` says anything new. An older one, put back from a backup, does not.
fn is_stale(review: &Known, fetched: Timestamp) -> bool {
    review.since.parse::<Timestamp>().is_ok_and(|since| fetched > since)
}

/// How the removals of a review that was signed off stand. They are few beside the list: each is looked up.
fn follow(
    platform: &OpenPlatform,
    reference: &Reference,
    review: &Known,
) -> Result<Vec<(String, Stands, Option<Held>)>, AppError> {
    let removals = platform.reviews.removals(&review.id).map_err(of_review)?;
    let stand = |(id, then): (String, Held)| {
        let account = platform.roster.user(&UserId(id.clone())).map_err(of_roster)?;
        let other = match account {
            None => same_address(&platform.roster, &then.email)?,
            Some(_) => None,
        };
        let (account, other) =
            (account.map(|user| reference.held(&user)), other.map(|user| reference.held(&user)));
        let stands = stands(&then, account.as_ref(), other.as_ref());
        Ok((id, stands, account.or(other)))
    };
    removals.into_iter().map(stand).collect()
}

/// Whoever is listed under an address.
fn same_address(roster: &Roster, email: &str) -> Result<Option<User>, AppError> {
    if email.trim().is_empty() {
        return Ok(None);
    }
    let address = CanonicalEmail::of_listed(email);
    let mut listed = roster.listed(std::slice::from_ref(&address)).map_err(of_roster)?;
    Ok(listed.remove(&address).and_then(|accounts| accounts.into_iter().next()))
}

/// What is watched of a review that goes on.
struct Watch {
    frozen: HashSet<String>,
    members: Members,
    appeared: Vec<Person>,
}

/// What one pass over the list found.
#[derive(Default)]
struct Looked {
    watched: Vec<Watch>,
    /// What everybody who is watched holds now, by id.
    now: HashMap<String, Held>,
}

impl Looked {
    fn at(platform: &OpenPlatform, reference: &Reference, reviews: &[Known]) -> Result<Self, AppError> {
        if reviews.is_empty() {
            return Ok(Self::default());
        }
        let watch = |review: &Known| watch(platform, review, reference);
        let watched = reviews.iter().map(watch).collect::<Result<Vec<_>, _>>()?;
        let mut looked = Self { watched, now: HashMap::new() };
        let mut look = |user: User| {
            looked.take(&user, reference);
            ControlFlow::Continue(())
        };
        platform.roster.each_user(&UserQuery::default(), &mut look).map_err(of_roster)?;
        Ok(looked)
    }

    fn take(&mut self, user: &User, reference: &Reference) {
        let mut is_watched = false;
        for watch in &mut self.watched {
            if watch.frozen.contains(user.id.as_str()) {
                is_watched = true;
            } else if watch.members.has(user) {
                watch.appeared.push(reference.person(user, &Own::default()));
            }
        }
        if is_watched {
            self.now.insert(user.id.0.clone(), reference.held(user));
        }
    }
}

fn watch(platform: &OpenPlatform, review: &Known, reference: &Reference) -> Result<Watch, AppError> {
    let facts: Facts = super::words::kept(&review.facts)?;
    let scope: ReviewScope = super::words::kept(&review.scope)?;
    let kept = facts.roles_in_scope.into_iter().map(|(id, _)| RoleId(id));
    let power = Power { direction: facts.direction, ..Power::read(&platform.folder, &reference.roles)? };
    Ok(Watch {
        members: Members::of(&scope, &platform.roster, reference, &power)?.besides(kept),
        frozen: platform.reviews.user_ids(&review.id).map_err(of_review)?,
        appeared: Vec::new(),
    })
}
