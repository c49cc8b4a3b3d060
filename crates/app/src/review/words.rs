//! What the store says, in the contract's words.

use super::Facts;
use crate::contract::*;
use jiff::civil::Date;
use jiff::{Span, Timestamp, tz::TimeZone};
use rollcall_core::phrase;
use rollcall_review::{Change, Decision, HandOver, Held, Part, Review, Row, SignedOff, Since, Stands};
use serde::de::DeserializeOwned;

/// What is kept beside a review, read again.
pub(super) fn kept<T: DeserializeOwned>(text: &str) -> Result<T, AppError> {
    serde_json::from_str(text).map_err(|problem| {
        AppError::new(
            ErrorCode::Storage,
            phrase!("What is kept of this review can't be read. It was left as it is; bring the file back from a backup."),
        )
        .with_detail(problem.to_string())
    })
}

pub(super) fn summary(review: &Review) -> Result<ReviewSummary, AppError> {
    let due = due(review);
    let today = day_of(Timestamp::now());
    let counts = review.counts;
    Ok(ReviewSummary {
        id: review.id.clone(),
        words: review.words.clone(),
        scope: kept(&review.scope)?,
        reviewer: review.reviewer.clone(),
        started_at: review.started_at.clone(),
        finished: review.finished.clone().map(signed_off),
        counts: ReviewCounts {
            people: counts.people,
            undecided: counts.undecided,
            keep: counts.keep,
            remove: counts.remove,
            ask: counts.ask,
            changed: counts.changed,
            left: counts.left,
            own: counts.own,
            handed_over: counts.handed_over,
            appeared: counts.appeared,
        },
        repeat_months: review.repeat_months,
        due: due.map(|day| day.to_string()),
        is_due: due.is_some_and(|day| day <= today),
    })
}

/// The day on which a review is to be done again: so many months after it was signed off.
fn due(review: &Review) -> Option<Date> {
    let end = review.finished.as_ref().filter(|_| !review.repeated)?;
    let months = Span::new().try_months(review.repeat_months?).ok()?;
    let at: Timestamp = end.at.parse().ok()?;
    day_of(at).checked_add(months).ok()
}

/// The day that the person's own calendar shows.
fn day_of(at: Timestamp) -> Date {
    TimeZone::system().to_datetime(at).date()
}

pub(super) fn signed_off(end: SignedOff) -> ReviewSignOff {
    ReviewSignOff { by: end.by, at: end.at, undecided: end.undecided }
}

pub(super) fn row(row: Row, facts: &Facts) -> ReviewRow {
    let mut shown = person(row.user_id, row.held, facts);
    if row.own {
        shown.flags.push(ReviewFlag::Own);
    }
    match row.since {
        Some(Since::Changed(changes)) => {
            shown.flags.push(ReviewFlag::Changed);
            shown.changes = changes.into_iter().map(change).collect();
        }
        Some(Since::Left) => shown.flags.push(ReviewFlag::Left),
        None => {}
    }
    ReviewRow {
        decision: row.decision.map(decision),
        note: row.note,
        decided_by: row.decided_by,
        decided_at: row.decided_at,
        handed_to: row.handed_to,
        last_time: row.last_time.map(|last| LastTime {
            decision: decision(last.decision),
            note: last.note,
            by: last.by,
            at: last.at,
        }),
        ..shown
    }
}

/// Somebody who came into the scope after the start.
pub(super) fn appeared(user_id: String, held: Held, facts: &Facts) -> ReviewRow {
    ReviewRow { flags: vec![ReviewFlag::Appeared], ..person(user_id, held, facts) }
}

fn person(user_id: String, held: Held, facts: &Facts) -> ReviewRow {
    ReviewRow {
        privileged: facts.privileged_of(&held),
        user_id: user_id.into(),
        roles: held.role_names(),
        organizations: held.organization_labels(),
        name: held.name,
        email: held.email,
        state: held.state,
        identity_provider: held.identity_provider.map(|provider| provider.name),
        decision: None,
        note: String::new(),
        decided_by: None,
        decided_at: None,
        flags: Vec::new(),
        changes: Vec::new(),
        handed_to: None,
        last_time: None,
    }
}

fn change(change: Change) -> ReviewChange {
    let what = match change.part {
        Part::Name => ReviewPart::Name,
        Part::Email => ReviewPart::Email,
        Part::State => ReviewPart::State,
        Part::Roles => ReviewPart::Roles,
        Part::IdentityProvider => ReviewPart::IdentityProvider,
        Part::Organizations => ReviewPart::Organizations,
    };
    ReviewChange { what, before: change.before, after: change.after }
}

pub(super) fn decision(decision: Decision) -> ReviewDecision {
    match decision {
        Decision::Keep => ReviewDecision::Keep,
        Decision::Remove => ReviewDecision::Remove,
        Decision::Ask => ReviewDecision::Ask,
    }
}

pub(super) fn of_decision(decision: ReviewDecision) -> Decision {
    match decision {
        ReviewDecision::Keep => Decision::Keep,
        ReviewDecision::Remove => Decision::Remove,
        ReviewDecision::Ask => Decision::Ask,
    }
}

/// A decision as it stands in files for people.
pub(super) fn label(decision: Option<Decision>) -> &'static str {
    match decision {
        Some(Decision::Keep) => "Keep",
        Some(Decision::Remove) => "Remove",
        Some(Decision::Ask) => "Ask",
        None => "Undecided",
    }
}

pub(super) fn stands(stands: Stands) -> RemovalStands {
    match stands {
        Stands::Gone => RemovalStands::Gone,
        Stands::Blocked => RemovalStands::Blocked,
        Stands::Partly => RemovalStands::Partly,
        Stands::StillThere => RemovalStands::StillThere,
        Stands::AnotherAccount => RemovalStands::AnotherAccount,
    }
}

pub(super) fn of_stands(stands: RemovalStands) -> Stands {
    match stands {
        RemovalStands::Gone => Stands::Gone,
        RemovalStands::Blocked => Stands::Blocked,
        RemovalStands::Partly => Stands::Partly,
        RemovalStands::StillThere => Stands::StillThere,
        RemovalStands::AnotherAccount => Stands::AnotherAccount,
    }
}

pub(super) fn hand_over(part: HandOver) -> HandOverView {
    HandOverView {
        id: part.id,
        to: part.to,
        at: part.at,
        people: part.people,
        came_back: part.came_back,
        open: part.open,
        returned_at: part.returned_at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan;

    /// A review that was signed off so many days ago and is repeated every month.
    fn signed_off_ago(days: i32) -> Review {
        let at = Timestamp::now().checked_sub((24 * days).hours()).expect("a moment").to_string();
        Review {
            id: "r".into(),
            scope: r#"{"kind":"everyone"}"#.into(),
            words: "Everyone".into(),
            platform: String::new(),
            facts: "{}".into(),
            reviewer: "Rita".into(),
            reviewer_email: None,
            started_at: at.clone(),
            fetched_at: at.clone(),
            roster_hash: String::new(),
            previous: None,
            repeat_months: Some(1),
            repeated: false,
            compared_with: at.clone(),
            finished: Some(SignedOff { by: "Rita".into(), at, undecided: 0 }),
            followed_by: None,
            counts: rollcall_review::Counts::default(),
        }
    }

    #[test]
    fn a_review_is_due_once_its_months_are_over_unless_it_was_started_again() {
        let is_due = |review: &Review| summary(review).expect("in words").is_due;
        assert!(is_due(&signed_off_ago(32)));
        assert!(!is_due(&signed_off_ago(27)), "a month is longer");
        assert!(!is_due(&Review { repeated: true, ..signed_off_ago(32) }));
        assert!(!is_due(&Review { repeat_months: None, ..signed_off_ago(32) }));
        assert!(!is_due(&Review { finished: None, ..signed_off_ago(32) }), "it goes on");
    }
}
