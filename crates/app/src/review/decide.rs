//! Use cases: deciding, taking back, signing off, repeating, discarding.

use super::{PEOPLE_AT_ONCE, months, refused, typed_name, typed_note, words};
use crate::App;
use crate::contract::*;
use jiff::Timestamp;
use rollcall_core::{UserId, phrase};

impl App {
    /// Decides on people of a review, under the reviewer's name, as one act. Without a note theirs stays as it is. On
    /// disk when it returns.
    ///
    /// # Errors
    /// [`ErrorCode::ReviewRefused`], and nobody is decided on then.
    pub async fn decide(
        &self,
        profile: String,
        review: String,
        users: Vec<UserId>,
        decision: ReviewDecision,
        note: Option<String>,
    ) -> Result<ReviewView, AppError> {
        let users = few(users)?;
        let note = note.as_deref().map(typed_note).transpose()?;
        let (id, at) = (review.clone(), Timestamp::now().to_string());
        self.change_reviews(&profile, move |reviews| {
            let by = reviews.review(&id)?.reviewer;
            reviews.decide(&id, &users, words::of_decision(decision), note.as_deref(), &by, &at)
        })
        .await?;
        self.shown_review(profile, review).await
    }

    /// Takes the last decision of a review back.
    pub async fn undo_decision(&self, profile: String, review: String) -> Result<ReviewView, AppError> {
        let id = review.clone();
        self.change_reviews(&profile, move |reviews| reviews.undo(&id)).await?;
        self.shown_review(profile, review).await
    }

    /// Signs a review off under a typed name; nothing in it changes after that. `undecided` is how many people may
    /// stay undecided: exactly those who are.
    ///
    /// # Errors
    /// [`ErrorCode::ReviewRefused`] where others are undecided, or where it is finished.
    pub async fn finish_review(
        &self,
        profile: String,
        review: String,
        name: String,
        undecided: u32,
    ) -> Result<ReviewView, AppError> {
        let name = typed_name(&name)?;
        // What is known at the end is what the evidence says.
        self.compare_reviews(&profile).await?;
        let (id, at) = (review.clone(), Timestamp::now().to_string());
        self.change_reviews(&profile, move |reviews| reviews.finish(&id, &name, undecided, &at)).await?;
        self.shown_review(profile, review).await
    }

    /// Says after how many months a review is to be done again; none for never.
    pub async fn set_review_repeat(
        &self,
        profile: String,
        review: String,
        months: Option<u32>,
    ) -> Result<ReviewView, AppError> {
        let (id, months) = (review.clone(), self::months(months)?);
        self.change_reviews(&profile, move |reviews| reviews.set_repeat(&id, months)).await?;
        self.shown_review(profile, review).await
    }

    /// Forgets a review that is not signed off, with every decision in it.
    pub async fn discard_review(&self, profile: String, review: String) -> Result<(), AppError> {
        self.change_reviews(&profile, move |reviews| reviews.discard(&review)).await
    }
}

/// The ids of people who were chosen one by one.
pub(super) fn few(users: Vec<UserId>) -> Result<Vec<String>, AppError> {
    match users.len() > PEOPLE_AT_ONCE {
        true => Err(refused(phrase!("At most 500 people can be chosen one by one. Nothing was changed."))),
        false => Ok(users.into_iter().map(|user| user.0).collect()),
    }
}
