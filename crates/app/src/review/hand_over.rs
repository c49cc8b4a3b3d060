//! Use case: a part of a review as a workbook for somebody else.

use super::decide::few;
use super::{typed_name, words};
use crate::App;
use crate::contract::*;
use crate::errors::of_review;
use crate::runs::{ReportFile, file_safe, named, unwritten};
use jiff::Timestamp;
use rollcall_review::{Decision, HandOverPeople, HandedPerson, Review, Reviews};
use rollcall_workbook::{HandOver, HandOverRow};
use std::io::Write;
use uuid::Uuid;

/// The keys and words of the marker that such a workbook carries.
pub(super) const KIND: &str = "kind";
pub(super) const HANDED: &str = "review-part";
pub(super) const PART: &str = "part";

/// The columns by which a row is proved to be that of the person whom its hidden id names.
pub(super) const NAME: &str = "Name";
pub(super) const EMAIL: &str = "E-mail";

const HEADERS: [&str; 6] = [NAME, EMAIL, "State", "Roles", "Identity provider", "Organizations"];

impl App {
    /// A workbook of the undecided people among these, to be decided on by somebody else and dropped back. They are
    /// handed over once it is known where the file goes.
    ///
    /// # Errors
    /// [`ErrorCode::ReviewRefused`] where nobody is undecided, or the review is finished.
    pub async fn hand_over(
        &self,
        profile: String,
        review: String,
        choice: HandOverChoice,
        to: String,
    ) -> Result<ReportFile, AppError> {
        let to = typed_name(&to)?;
        let whom = HandOverPeople {
            users: few(choice.users)?,
            organizations: choice.organization_ids.into_iter().map(|id| id.0).collect(),
        };
        let (id, asked) = (review, whom.clone());
        let review = self
            .reviews(&profile, move |reviews| {
                reviews.can_be_handed_over(&id, &asked)?;
                reviews.review(&id)
            })
            .await?;
        let reviews = self.platform(&profile).await?.reviews.clone();
        let name = named(&review.words, &format!("for {}", file_safe(&to)), ReportFormat::Xlsx);
        let app = self.clone();
        Ok(ReportFile::written(name, move |out| {
            let bytes = hand_over(&reviews, &review, &whom, &to, out);
            app.tell(AppEvent::ReviewChanged(profile));
            bytes
        }))
    }
}

/// Notes the part, and writes its workbook. Where that fails nobody was handed over.
fn hand_over(
    reviews: &Reviews,
    review: &Review,
    whom: &HandOverPeople,
    to: &str,
    out: &mut impl Write,
) -> Result<(), AppError> {
    let id = Uuid::new_v4().to_string();
    reviews.hand_over(&id, &review.id, whom, to, &Timestamp::now().to_string()).map_err(of_review)?;
    let written = reviews.handed(&id).map_err(of_review).and_then(|people| {
        let bytes = rollcall_workbook::write_hand_over(&workbook(&id, review, people))
            .map_err(|problem| AppError::new(ErrorCode::BadRequest, problem.to_string()))?;
        out.write_all(&bytes).and_then(|()| out.flush()).map_err(|problem| unwritten(&problem))
    });
    if written.is_err() {
        reviews.never_handed_over(&id).map_err(of_review)?;
    }
    written
}

fn workbook(id: &str, review: &Review, people: Vec<HandedPerson>) -> HandOver {
    HandOver {
        headers: HEADERS.map(str::to_owned).to_vec(),
        rows: people.into_iter().map(row).collect(),
        decisions: Decision::ALL.map(|decision| words::label(Some(decision)).to_owned()).to_vec(),
        how_to: [
            format!("{} asks you to look at the people on the sheet People.", review.reviewer),
            "Choose Keep, Remove or Ask for each of them, and write a note where it helps whoever reads it later."
                .to_owned(),
            format!("They hold what the platform listed on {}.", review.fetched_at),
            "Rows may be sorted and left blank. Leave names and addresses as they are: a row whose person was changed is not taken.".to_owned(),
            format!("Save the file and give it back to {}.", review.reviewer),
        ]
        .to_vec(),
        marker: [(KIND, HANDED), (PART, id), ("version", "1")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .to_vec(),
    }
}

fn row(person: HandedPerson) -> HandOverRow {
    let held = person.held;
    HandOverRow {
        cells: vec![
            held.name.clone(),
            held.email.clone(),
            held.state.clone(),
            held.role_names().join("; "),
            held.identity_provider.as_ref().map(|provider| provider.name.clone()).unwrap_or_default(),
            held.organization_labels().join("; "),
        ],
        decision: String::new(),
        note: person.note,
        id: person.user_id,
    }
}
