//! The commands of access reviews.

use super::Answer;
use crate::dialogs;
use rollcall_app::contract::*;
use rollcall_app::{App, UserId};
use tauri::State;

/// The reviews of a connection, the last started first.
#[tauri::command]
#[specta::specta]
pub async fn list_reviews(app: State<'_, App>, profile: String) -> Answer<Vec<ReviewSummary>> {
    app.list_reviews(profile).await
}

/// How many people a scope is about, by the list as it is now.
#[tauri::command]
#[specta::specta]
pub async fn review_scope(
    app: State<'_, App>,
    profile: String,
    scope: ReviewScope,
) -> Answer<ReviewScopeView> {
    app.review_scope(profile, scope).await
}

/// Fetches a complete list, and starts a review of whoever is in the scope by it.
#[tauri::command]
#[specta::specta]
pub async fn start_review(app: State<'_, App>, profile: String, review: NewReview) -> Answer<ReviewView> {
    app.start_review(profile, review).await
}

/// A review as it stands, by the newest complete list.
#[tauri::command]
#[specta::specta]
pub async fn review_view(app: State<'_, App>, profile: String, review: String) -> Answer<ReviewView> {
    app.review_view(profile, review).await
}

/// A window of a review's people; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn review_rows(
    app: State<'_, App>,
    profile: String,
    review: String,
    asked: ReviewRowsAsked,
) -> Answer<ReviewRows> {
    app.review_rows(profile, review, asked).await
}

/// The organizations of a review's people, those with most undecided people first; 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn review_organizations(
    app: State<'_, App>,
    profile: String,
    review: String,
) -> Answer<Vec<ReviewOrganization>> {
    app.review_organizations(profile, review).await
}

/// Decides on people of a review, 500 at most, as one act. Without a note theirs stays as it is.
#[tauri::command]
#[specta::specta]
pub async fn decide(
    app: State<'_, App>,
    profile: String,
    review: String,
    users: Vec<UserId>,
    decision: ReviewDecision,
    note: Option<String>,
) -> Answer<ReviewView> {
    app.decide(profile, review, users, decision, note).await
}

/// Takes the last decision of a review back.
#[tauri::command]
#[specta::specta]
pub async fn undo_decision(app: State<'_, App>, profile: String, review: String) -> Answer<ReviewView> {
    app.undo_decision(profile, review).await
}

/// Asks where to, and writes a workbook there in which somebody else decides on the undecided people among these. Gives
/// the file's name, or nothing if the person thought better of it: then nobody was handed over.
#[tauri::command]
#[specta::specta]
pub async fn hand_over(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    review: String,
    choice: HandOverChoice,
    to: String,
) -> Answer<Option<String>> {
    dialogs::hand_over(&app, &window, profile, review, choice, to).await
}

/// Takes the decisions of a workbook that was dropped or picked, under the name that it was handed to.
#[tauri::command]
#[specta::specta]
pub async fn take_back(app: State<'_, App>, profile: String, token: String) -> Answer<TakenBack> {
    app.take_back(profile, token).await
}

/// Signs a review off. `undecided` is how many people may stay undecided: exactly those who are.
#[tauri::command]
#[specta::specta]
pub async fn finish_review(
    app: State<'_, App>,
    profile: String,
    review: String,
    name: String,
    undecided: u32,
) -> Answer<ReviewView> {
    app.finish_review(profile, review, name, undecided).await
}

/// What became of the removals of a review that was signed off, and a window of them; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn follow_up(
    app: State<'_, App>,
    profile: String,
    review: String,
    stands: Vec<RemovalStands>,
    offset: u32,
    limit: u32,
) -> Answer<FollowUp> {
    app.follow_up(profile, review, stands, offset, limit).await
}

/// Says after how many months a review is to be done again; none for never.
#[tauri::command]
#[specta::specta]
pub async fn set_review_repeat(
    app: State<'_, App>,
    profile: String,
    review: String,
    months: Option<u32>,
) -> Answer<ReviewView> {
    app.set_review_repeat(profile, review, months).await
}

/// Asks where to, and writes there whose access is to be taken away.
#[tauri::command]
#[specta::specta]
pub async fn save_remove_list(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    review: String,
    format: ReportFormat,
) -> Answer<Option<String>> {
    dialogs::save_remove_list(&app, &window, profile, review, format).await
}

/// Asks where to, and writes the evidence of a review there as a workbook.
#[tauri::command]
#[specta::specta]
pub async fn save_evidence(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    review: String,
) -> Answer<Option<String>> {
    dialogs::save_evidence(&app, &window, profile, review).await
}

/// Asks where to, and writes the evidence of a review there as a PDF.
#[tauri::command]
#[specta::specta]
pub async fn save_evidence_pdf(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    review: String,
) -> Answer<Option<SavedPdf>> {
    dialogs::save_evidence_pdf(&app, &window, profile, review).await
}

/// Forgets a review that is not signed off, with every decision in it.
#[tauri::command]
#[specta::specta]
pub async fn discard_review(app: State<'_, App>, profile: String, review: String) -> Answer<()> {
    app.discard_review(profile, review).await
}
