//! Use case: the remove list, for whoever acts on it: the platform's APIs can't remove anybody.

use crate::App;
use crate::contract::*;
use crate::runs::{ReportFile, named, write_list};
use rollcall_core::phrase;
use rollcall_review::{Decision, Filter, Row};

const HEADERS: [&str; 10] = [
    "Name",
    "E-mail",
    "State",
    "Roles",
    "Identity provider",
    "Organizations",
    "User id",
    "Note",
    "Decided by",
    "Decided at",
];

impl App {
    /// Everybody whose access is to be taken away, with what they held when the review started.
    ///
    /// # Errors
    /// [`ErrorCode::ReviewRefused`] where nobody is to be removed.
    pub async fn remove_list(
        &self,
        profile: String,
        review: String,
        format: ReportFormat,
    ) -> Result<ReportFile, AppError> {
        let (review, people) = self
            .reviews(&profile, move |reviews| {
                let people = reviews.everybody(&review, Filter::Decided(Decision::Remove))?;
                Ok((reviews.review(&review)?, people))
            })
            .await?;
        if people.is_empty() {
            return Err(super::refused(phrase!(
                "Nobody is to be removed in this review, so there is nothing to write."
            )));
        }
        let name = named(&review.words, "remove list", format);
        Ok(write_list(name, &HEADERS, people.into_iter().map(cells).collect(), format))
    }
}

fn cells(row: Row) -> Vec<String> {
    let held = row.held;
    vec![
        held.name.clone(),
        held.email.clone(),
        held.state.clone(),
        held.role_names().join("; "),
        held.identity_provider.as_ref().map(|provider| provider.name.clone()).unwrap_or_default(),
        held.organization_labels().join("; "),
        row.user_id,
        row.note,
        row.decided_by.unwrap_or_default(),
        row.decided_at.unwrap_or_default(),
    ]
}
