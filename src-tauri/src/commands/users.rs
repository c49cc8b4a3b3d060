//! The commands of the list of people at scale: facets, places, copies, exports, second invitations.

use super::Answer;
use crate::clipboard::Clipboard;
use crate::dialogs;
use rollcall_app::App;
use rollcall_app::contract::*;
use tauri::State;

/// How many people each filter would show. Only mail domains that hold `domain_search` are given.
#[tauri::command]
#[specta::specta]
pub async fn user_facets(
    app: State<'_, App>,
    profile: String,
    query: UserQuery,
    domain_search: String,
) -> Answer<UserFacets> {
    app.user_facets(profile, query, domain_search).await
}

/// Where to go in the rows that match.
#[tauri::command]
#[specta::specta]
pub async fn find_place(
    app: State<'_, App>,
    profile: String,
    query: UserQuery,
    to: JumpTo,
) -> Answer<Option<u32>> {
    app.find_place(profile, query, to).await
}

/// Names of the fields that Rollcall has no name for.
#[tauri::command]
#[specta::specta]
pub async fn known_fields(app: State<'_, App>, profile: String) -> Answer<Vec<String>> {
    app.known_fields(profile).await
}

/// Lays the marked people on the clipboard, as lines with tabs and as a table.
#[tauri::command]
#[specta::specta]
pub async fn copy_users(
    app: State<'_, App>,
    clipboard: State<'_, Clipboard>,
    profile: String,
    query: UserQuery,
    picked: Picked,
    columns: Vec<String>,
    headers: bool,
) -> Answer<CopiedPeople> {
    clipboard.take(app.copied_users(&profile, query, picked, columns, headers).await?).await
}

/// Asks where to, and writes people there. Gives nothing if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn export_users(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
    what: ExportChoice,
) -> Answer<Option<ExportedFile>> {
    dialogs::export_users(&app, &window, profile, what).await
}

/// Ends the exports of a connection; no file is left of them.
#[tauri::command]
#[specta::specta]
pub async fn cancel_export(app: State<'_, App>, profile: String) -> Answer<()> {
    app.cancel_export(profile).await
}

/// Makes a draft of the New people among those who match or were marked, to be invited again. Sends nothing.
#[tauri::command]
#[specta::specta]
pub async fn reinvite_users(
    app: State<'_, App>,
    profile: String,
    query: UserQuery,
    picked: Option<Picked>,
) -> Answer<DraftView> {
    app.reinvite_users(profile, query, picked).await
}

/// People of all connections who match a text; `limit` is 100 at most.
#[tauri::command]
#[specta::specta]
pub async fn find_people(app: State<'_, App>, text: String, limit: u32) -> Answer<Vec<FoundPerson>> {
    app.find_people(text, limit).await
}
