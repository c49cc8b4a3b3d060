//! Use cases: reviews, windows of their people, and what became of removals.

use super::{Facts, PrivilegedRole, words};
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_review};
use rollcall_core::{OrganizationId, fold};
use rollcall_review::{Filter, LastAct, ReviewError, Reviews, Stands, Wanted};

/// Organizations that are offered to hand over by.
const ORGANIZATIONS: u32 = 500;

impl App {
    /// The reviews of a connection, the last started first.
    pub async fn list_reviews(&self, profile: String) -> Result<Vec<ReviewSummary>, AppError> {
        let reviews = self.reviews(&profile, Reviews::list).await?;
        reviews.iter().map(words::summary).collect()
    }

    /// A review as it stands, by the newest complete list.
    pub async fn review_view(&self, profile: String, review: String) -> Result<ReviewView, AppError> {
        self.compare_reviews(&profile).await?;
        self.shown_review(profile, review).await
    }

    /// A review as it is kept.
    pub(super) async fn shown_review(&self, profile: String, review: String) -> Result<ReviewView, AppError> {
        let (review, previous, last, hand_overs) = self
            .reviews(&profile, move |reviews| {
                let review = reviews.review(&review)?;
                let previous = review.previous.as_ref().map(|id| reviews.review(id)).transpose()?;
                let (last, parts) = (reviews.last_act(&review.id)?, reviews.hand_overs(&review.id)?);
                Ok((review, previous, last, parts))
            })
            .await?;
        let facts: Facts = words::kept(&review.facts)?;
        let previous = previous.and_then(|before| {
            Some(PreviousReview { id: before.id, finished: words::signed_off(before.finished?) })
        });
        Ok(ReviewView {
            review: words::summary(&review)?,
            reviewer_email: review.reviewer_email,
            list_fetched_at: review.fetched_at,
            compared_with: review.compared_with,
            roster_hash: review.roster_hash,
            signed_in_as: facts.signed_in_as,
            listed: facts.people,
            roles_in_scope: facts.roles_in_scope.into_iter().map(|(_, name)| name).collect(),
            privileged_roles: facts.privileged.into_iter().map(|role| role.name).collect(),
            previous,
            last: last.map(last_decision),
            hand_overs: hand_overs.into_iter().map(words::hand_over).collect(),
        })
    }

    /// A window of a review's people; `limit` is 500 at most.
    pub async fn review_rows(
        &self,
        profile: String,
        review: String,
        asked: ReviewRowsAsked,
    ) -> Result<ReviewRows, AppError> {
        let reviews = self.platform(&profile).await?.reviews.clone();
        let window = move || {
            // Asked with every window of rows: nobody is counted for it.
            let facts: Facts = words::kept(&reviews.facts(&review).map_err(of_review)?)?;
            rows(&reviews, &review, &facts, &asked).map_err(of_review)
        };
        blocking(window).await
    }

    /// The organizations of a review's people, those with most undecided people first; 500 at most.
    pub async fn review_organizations(
        &self,
        profile: String,
        review: String,
    ) -> Result<Vec<ReviewOrganization>, AppError> {
        let known =
            self.reviews(&profile, move |reviews| reviews.organizations(&review, ORGANIZATIONS)).await?;
        let shown = |one: rollcall_review::OrganizationOfReview| ReviewOrganization {
            id: OrganizationId(one.id),
            label: one.label,
            people: one.people,
            undecided: one.undecided,
        };
        Ok(known.into_iter().map(shown).collect())
    }

    /// What became of the removals of a review that was signed off, and a window of those that stand so; `limit` is
    /// 500 at most.
    ///
    /// # Errors
    /// [`ErrorCode::ReviewRefused`] while the review goes on.
    pub async fn follow_up(
        &self,
        profile: String,
        review: String,
        which: Vec<RemovalStands>,
        offset: u32,
        limit: u32,
    ) -> Result<FollowUp, AppError> {
        self.compare_reviews(&profile).await?;
        let which: Vec<Stands> = which.into_iter().map(words::of_stands).collect();
        let (known, window) = self
            .reviews(&profile, move |reviews| {
                if reviews.review(&review)?.finished.is_none() {
                    return Err(ReviewError::NotFinished);
                }
                Ok((reviews.follow_up(&review)?, reviews.follow_rows(&review, &which, offset, limit)?))
            })
            .await?;
        let count = |stands: Stands| FollowUpCount {
            stands: words::stands(stands),
            people: known.counts.get(&stands).copied().unwrap_or_default(),
        };
        Ok(FollowUp {
            counts: Stands::ALL.into_iter().map(count).collect(),
            as_of: known.as_of,
            removals: known.removals,
            total: window.total,
            rows: window.rows.into_iter().map(follow_row).collect(),
        })
    }
}

fn last_decision(act: LastAct) -> LastDecision {
    LastDecision { decision: act.decision.map(words::decision), people: act.people, by: act.by, at: act.at }
}

fn rows(
    reviews: &Reviews,
    review: &str,
    facts: &Facts,
    asked: &ReviewRowsAsked,
) -> Result<ReviewRows, ReviewError> {
    let mut wanted = Wanted {
        filter: Filter::All,
        words: fold(&asked.search).split_whitespace().map(str::to_owned).collect(),
        organization: asked.organization_id.as_ref().map(|id| id.0.clone()),
        roles: None,
        offset: asked.offset,
        limit: asked.limit,
    };
    wanted.filter = match asked.filter {
        ReviewFilter::All => Filter::All,
        ReviewFilter::Undecided => Filter::Undecided,
        ReviewFilter::Keep => Filter::Decided(words::of_decision(ReviewDecision::Keep)),
        ReviewFilter::Remove => Filter::Decided(words::of_decision(ReviewDecision::Remove)),
        ReviewFilter::Ask => Filter::Decided(words::of_decision(ReviewDecision::Ask)),
        ReviewFilter::Flagged => Filter::Flagged,
        ReviewFilter::HandedOver => Filter::HandedOver,
        ReviewFilter::Privileged => {
            wanted.roles = Some(facts.privileged.iter().map(PrivilegedRole::named).collect());
            Filter::All
        }
        ReviewFilter::Appeared => {
            let (total, people) = reviews.appeared(review, &wanted)?;
            let rows = people.into_iter().map(|(id, held)| words::appeared(id, held, facts));
            return Ok(ReviewRows { total, rows: rows.collect() });
        }
    };
    let found = reviews.rows(review, &wanted)?;
    let rows = found.rows.into_iter().map(|row| words::row(row, facts)).collect();
    Ok(ReviewRows { total: found.total, rows })
}

fn follow_row(row: rollcall_review::FollowRow) -> FollowUpRow {
    FollowUpRow {
        user_id: row.user_id.into(),
        roles: row.then.role_names(),
        name: row.then.name,
        email: row.then.email,
        roles_now: row.now.as_ref().map(|now| now.role_names()).unwrap_or_default(),
        state_now: row.now.map(|now| now.state),
        note: row.note,
        stands: row.stands.map(words::stands),
    }
}
