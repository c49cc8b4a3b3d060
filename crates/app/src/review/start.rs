//! Use cases: what a scope would be about, and starting a review of it.

use super::listed::{Own, Reference};
use super::scope::{Members, Power, in_words};
use super::{Facts, PrivilegedRole, months, refused, typed_name};
use crate::App;
use crate::connect::Profile;
use crate::contract::*;
use crate::errors::{blocking, of_review, of_roster};
use crate::people::Privileged;
use crate::people::fetched_for;
use crate::platforms::OpenPlatform;
use jiff::Timestamp;
use rollcall_core::{CanonicalEmail, EmailAddress, Role, User, phrase};
use rollcall_review::Person;
use rollcall_roster::{Roster, UserQuery};
use rollcall_runs::PlatformIdentity;
use std::ops::ControlFlow;
use std::sync::Arc;
use uuid::Uuid;

/// How often the people are read anew because another list was swapped in meanwhile.
const READINGS: u32 = 3;

impl App {
    /// How many people a scope is about, by the list as it is now.
    pub async fn review_scope(
        &self,
        profile: String,
        scope: ReviewScope,
    ) -> Result<ReviewScopeView, AppError> {
        let folder = self.platform(&profile).await?.folder.clone();
        self.ask(&profile, move |roster| {
            let reference = Reference::of(roster)?;
            let words = in_words(&scope, &reference)?;
            let power = Power::read(&folder, &reference.roles)?;
            let members = Members::of(&scope, roster, &reference, &power)?;
            let mut people = 0;
            let mut count = |user: User| {
                people += u32::from(members.has(&user));
                ControlFlow::Continue(())
            };
            roster.each_user(&UserQuery::default(), &mut count).map_err(of_roster)?;
            let roles = members.roles(&reference).into_iter().map(|(_, name)| name).collect();
            let as_of = roster.summary().map_err(of_roster)?.fetched_at.map(|at| at.to_string());
            Ok(ReviewScopeView { words, people, roles, as_of })
        })
        .await
    }

    /// Fetches a complete list, and starts a review of whoever is in the scope by it.
    ///
    /// # Errors
    /// What keeps the list from being fetched; [`ErrorCode::ReviewRefused`] where nobody is in the scope.
    pub async fn start_review(&self, profile: String, new: NewReview) -> Result<ReviewView, AppError> {
        let new = checked(new)?;
        self.refresh(profile.clone()).await?;
        let platform = self.platform(&profile).await?;
        let identity = self.connected(&profile).await?.identity;
        let kept = self.profile(&profile)?;
        let id = blocking(move || start(&platform, &identity, &kept, &new)).await?;
        self.tell(AppEvent::ReviewChanged(profile.clone()));
        self.shown_review(profile, id).await
    }
}

/// What was typed, without blanks around it.
fn checked(new: NewReview) -> Result<NewReview, AppError> {
    let email = new.reviewer_email.as_deref().map(str::trim).filter(|email| !email.is_empty());
    if email.is_some_and(|email| EmailAddress::parse(email).is_err()) {
        return Err(refused(phrase!(
            "The reviewer's address is not an e-mail address. Nothing was started."
        )));
    }
    Ok(NewReview {
        reviewer: typed_name(&new.reviewer)?,
        reviewer_email: email.map(str::to_owned),
        repeat_months: match new.repeat_months {
            Some(0) => Some(0),
            chosen => months(chosen)?,
        },
        scope: new.scope,
    })
}

/// Freezes the people of the scope as the list has them. Blocks.
fn start(
    platform: &Arc<OpenPlatform>,
    identity: &PlatformIdentity,
    profile: &Profile,
    new: &NewReview,
) -> Result<String, AppError> {
    let own = Own {
        reviewer: new.reviewer_email.as_deref().map(CanonicalEmail::of_listed),
        subject: identity.subject.clone(),
    };
    for _ in 0..READINGS {
        let before = complete(&platform.roster, identity)?;
        let reference = Reference::of(&platform.roster)?;
        let words = in_words(&new.scope, &reference)?;
        let power = Power::read(&platform.folder, &reference.roles)?;
        let members = Members::of(&new.scope, &platform.roster, &reference, &power)?;
        let people = people(&platform.roster, &members, &reference, &own)?;
        let facts = facts(platform, identity, profile, &reference, (&members, power.direction))?;
        // The same before and after: so it was in between.
        if complete(&platform.roster, identity)? == before {
            return keep(platform, identity, new, &words, &facts, before, &people);
        }
    }
    Err(AppError::new(
        ErrorCode::ListNotFresh,
        phrase!(
            "The list of people was refreshed again and again while the review was started, so it was not started. Try again in a moment."
        ),
    ))
}

fn complete(roster: &Roster, identity: &PlatformIdentity) -> Result<Timestamp, AppError> {
    fetched_for(roster, identity)?.ok_or_else(|| {
        AppError::new(
            ErrorCode::ListNotFresh,
            phrase!("A review starts from a complete list of people, and the list is not known to be complete. Nothing was started; refresh and try again."),
        )
    })
}

fn people(
    roster: &Roster,
    members: &Members,
    reference: &Reference,
    own: &Own,
) -> Result<Vec<Person>, AppError> {
    let mut people = Vec::new();
    let mut take = |user: User| {
        if members.has(&user) {
            people.push(reference.person(&user, own));
        }
        ControlFlow::Continue(())
    };
    roster.each_user(&UserQuery::default(), &mut take).map_err(of_roster)?;
    Ok(people)
}

fn facts(
    platform: &OpenPlatform,
    identity: &PlatformIdentity,
    profile: &Profile,
    reference: &Reference,
    (members, direction): (&Members, WeightDirection),
) -> Result<Facts, AppError> {
    let summary = platform.roster.summary().map_err(of_roster)?;
    let place = crate::runs::place(identity);
    let privileged = Privileged::read(&platform.folder, &reference.roles)?;
    let told = |which: &dyn Fn(&Role) -> bool| {
        let chosen = reference.roles.iter().filter(|role| which(role));
        let said = |role: &Role| privileged.said(&role.id).map(|said| (said.by, said.at));
        let one =
            |role: &Role| PrivilegedRole { id: role.id.0.clone(), name: role.name.clone(), said: said(role) };
        chosen.map(one).collect()
    };
    Ok(Facts {
        connection: profile.name.clone(),
        platform: place.address,
        part: place.scope,
        signed_in_as: place.subject,
        people: summary.people,
        roles: summary.roles,
        identity_providers: summary.identity_providers,
        organizations: summary.organizations,
        organizations_listed: summary.organizations_listed || summary.organizations_told > 0,
        privileged: told(&|role| privileged.is(&role.id)),
        unticked: told(&|role| privileged.is_unticked(&role.id)),
        direction,
        roles_in_scope: members.roles(reference),
    })
}

fn keep(
    platform: &OpenPlatform,
    identity: &PlatformIdentity,
    new: &NewReview,
    words: &str,
    facts: &Facts,
    fetched: Timestamp,
    people: &[Person],
) -> Result<String, AppError> {
    let id = Uuid::new_v4().to_string();
    let written = |problem: serde_json::Error| {
        AppError::new(
            ErrorCode::Internal,
            phrase!("The review could not be written down, so it was not started."),
        )
        .with_detail(problem.to_string())
    };
    let started = rollcall_review::NewReview {
        id: &id,
        scope: &serde_json::to_string(&new.scope).map_err(written)?,
        words,
        platform: &identity.base,
        facts: &serde_json::to_string(facts).map_err(written)?,
        reviewer: &new.reviewer,
        reviewer_email: new.reviewer_email.as_deref(),
        at: &Timestamp::now().to_string(),
        fetched_at: &fetched.to_string(),
        repeat_months: new.repeat_months,
    };
    platform.reviews.start(&started, people).map_err(of_review)?;
    Ok(id)
}
