//! What a person does in a review, in few words.

use super::*;
use rollcall_app::UserId;

/// A review of everyone by Rita, whose own row is Anna's.
pub fn everyone() -> NewReview {
    NewReview {
        scope: ReviewScope::Everyone,
        reviewer: " Rita Roe ".into(),
        reviewer_email: Some("Anna.Ozola@nordlys.example".into()),
        repeat_months: None,
    }
}

impl Desk {
    pub async fn review(&self, new: NewReview) -> ReviewView {
        self.app.start_review(self.profile.clone(), new).await.expect("started")
    }

    pub async fn review_rows(&self, review: &str, filter: ReviewFilter) -> Vec<ReviewRow> {
        let asked = ReviewRowsAsked { filter, limit: 500, ..ReviewRowsAsked::default() };
        let rows = self.app.review_rows(self.profile.clone(), review.to_owned(), asked).await;
        rows.expect("rows").rows
    }

    pub async fn reviewed(&self, review: &str, name: &str) -> ReviewRow {
        let rows = self.review_rows(review, ReviewFilter::All).await;
        rows.into_iter().find(|row| row.name == name).expect("somebody of the review")
    }

    pub async fn decide(&self, review: &str, names: &[&str], decision: ReviewDecision) -> ReviewView {
        let rows = self.review_rows(review, ReviewFilter::All).await;
        let users: Vec<UserId> = rows
            .into_iter()
            .filter(|row| names.contains(&row.name.as_str()))
            .map(|row| row.user_id)
            .collect();
        assert_eq!(users.len(), names.len());
        let note = Some("=noted".to_owned());
        let decided = self.app.decide(self.profile.clone(), review.to_owned(), users, decision, note).await;
        decided.expect("decided")
    }

    pub async fn finish(&self, review: &str) -> ReviewView {
        let view = self.app.review_view(self.profile.clone(), review.to_owned()).await.expect("a review");
        let (profile, undecided) = (self.profile.clone(), view.review.counts.undecided);
        let finished = self.app.finish_review(profile, review.to_owned(), "R. Roe".into(), undecided).await;
        finished.expect("signed off")
    }

    /// Writes a file as the person who chose a place does, and gives its bytes.
    pub async fn written(&self, file: rollcall_app::ReportFile) -> Vec<u8> {
        let path = self.folder.path().join("written");
        self.app.write_report(&path, file).await.expect("written");
        std::fs::read(&path).expect("there")
    }
}
