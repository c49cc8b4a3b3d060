//! The commands that the page may call. Each is one expression: the use case stands in `rollcall-app`.

pub(crate) mod changes;
pub(crate) mod connections;
pub(crate) mod findings;
pub(crate) mod pictures;
pub(crate) mod review;
pub(crate) mod runs;
pub(crate) mod since;
pub(crate) mod support;
pub(crate) mod users;
pub(crate) mod views;

use crate::words::Words;
use crate::{appearing, dialogs, events, menu, window};
use rollcall_app::contract::*;
use rollcall_app::{App, RoleId, UserId};
use tauri::State;
use tauri::ipc::Channel;

type Answer<T> = Result<T, AppError>;

/// How this installation stands.
#[tauri::command]
#[specta::specta]
pub async fn app_status(app: State<'_, App>) -> Answer<AppStatus> {
    app.app_status().await
}

/// Keeps what the person chose.
#[tauri::command]
#[specta::specta]
pub async fn save_settings(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    settings: Settings,
) -> Answer<Settings> {
    window::keep_settings(&app, &window, settings).await
}

/// All connections, the sample platform's first once it was opened. What the keychain does not say at once is not known
/// yet: *profiles changed* follows.
#[tauri::command]
#[specta::specta]
pub async fn list_profiles(app: State<'_, App>) -> Answer<Vec<ProfileView>> {
    app.list_profiles_soon().await
}

/// Starts the sample platform and gives its connection.
#[tauri::command]
#[specta::specta]
pub async fn open_sample(app: State<'_, App>) -> Answer<ProfileView> {
    app.open_sample().await
}

/// Keeps a connection; credentials go to the keychain.
#[tauri::command]
#[specta::specta]
pub async fn save_profile(app: State<'_, App>, draft: ProfileDraft) -> Answer<ProfileView> {
    app.save_profile(draft).await
}

/// Forgets a connection and its credentials. Its runs are kept.
#[tauri::command]
#[specta::specta]
pub async fn remove_profile(app: State<'_, App>, profile: String) -> Answer<()> {
    app.remove_profile(profile).await
}

/// Examines a connection: calls the read-only lists and says what was found.
#[tauri::command]
#[specta::specta]
pub async fn test_profile(app: State<'_, App>, profile: String) -> Answer<DoctorReport> {
    app.test_profile(profile).await
}

/// Fetches everything anew. The old list stays until the new one is whole.
#[tauri::command]
#[specta::specta]
pub async fn refresh(app: State<'_, App>, profile: String) -> Answer<RefreshOutcome> {
    app.refresh(profile).await
}

/// Stops a refresh; the old list stays.
#[tauri::command]
#[specta::specta]
pub async fn cancel_refresh(app: State<'_, App>, profile: String) -> Answer<()> {
    app.cancel_refresh(profile).await
}

/// Makes a held list the list: a person says that it is right.
#[tauri::command]
#[specta::specta]
pub async fn take_held_list(
    app: State<'_, App>,
    profile: String,
    fetched_at: String,
) -> Answer<RefreshOutcome> {
    app.take_held_list(profile, fetched_at).await
}

/// Throws a held list away: the one from before is right.
#[tauri::command]
#[specta::specta]
pub async fn discard_held_list(app: State<'_, App>, profile: String, fetched_at: String) -> Answer<()> {
    app.discard_held_list(profile, fetched_at).await
}

/// Counts, and how fresh they are.
#[tauri::command]
#[specta::specta]
pub async fn roster_summary(app: State<'_, App>, profile: String) -> Answer<RosterSummary> {
    app.roster_summary(profile).await
}

/// A window of people; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn list_users(
    app: State<'_, App>,
    profile: String,
    query: UserQuery,
    offset: u32,
    limit: u32,
) -> Answer<UserWindow> {
    app.list_users(profile, query, offset, limit).await
}

/// Everything about one person.
#[tauri::command]
#[specta::specta]
pub async fn user_detail(app: State<'_, App>, profile: String, user: UserId) -> Answer<UserDetail> {
    app.user_detail(profile, user).await
}

/// Roles and how many people hold each.
#[tauri::command]
#[specta::specta]
pub async fn list_roles(app: State<'_, App>, profile: String) -> Answer<Vec<RoleView>> {
    app.list_roles(profile).await
}

/// Identity providers and how many people use each.
#[tauri::command]
#[specta::specta]
pub async fn list_identity_providers(
    app: State<'_, App>,
    profile: String,
) -> Answer<Vec<IdentityProviderView>> {
    app.list_identity_providers(profile).await
}

/// Organizations and how many people belong to each.
#[tauri::command]
#[specta::specta]
pub async fn list_organizations(app: State<'_, App>, profile: String) -> Answer<Vec<OrganizationView>> {
    app.list_organizations(profile).await
}

/// Reads a file that was dropped or picked, and guesses its columns.
#[tauri::command]
#[specta::specta]
pub async fn open_file(app: State<'_, App>, profile: String, token: String) -> Answer<DraftView> {
    app.open_file(profile, token).await
}

/// Makes a draft of one person typed by hand.
#[tauri::command]
#[specta::specta]
pub async fn type_person(app: State<'_, App>, profile: String, person: TypedPerson) -> Answer<DraftView> {
    app.type_person(profile, person).await
}

/// A draft as it stands.
#[tauri::command]
#[specta::specta]
pub async fn draft_view(app: State<'_, App>, draft: String) -> Answer<DraftView> {
    app.draft_view(draft).await
}

/// Reads the draft's file again in another way.
#[tauri::command]
#[specta::specta]
pub async fn reread_draft(app: State<'_, App>, draft: String, choice: ReadChoice) -> Answer<DraftView> {
    app.reread_draft(draft, choice).await
}

/// Takes the person's word on what columns mean.
#[tauri::command]
#[specta::specta]
pub async fn choose_columns(
    app: State<'_, App>,
    draft: String,
    columns: Vec<FieldChoice>,
) -> Answer<DraftView> {
    app.choose_columns(draft, columns).await
}

/// Takes the person's defaults and decisions.
#[tauri::command]
#[specta::specta]
pub async fn choose_values(
    app: State<'_, App>,
    draft: String,
    defaults: Defaults,
    decisions: Decisions,
) -> Answer<DraftView> {
    app.choose_values(draft, defaults, decisions).await
}

/// Checks every row against a fresh list; sends nothing.
#[tauri::command]
#[specta::specta]
pub async fn check_draft(app: State<'_, App>, draft: String) -> Answer<CheckView> {
    app.check_draft(draft).await
}

/// A window of the checked rows, of these classes or of all; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn draft_rows(
    app: State<'_, App>,
    draft: String,
    classes: Vec<RowClass>,
    offset: u32,
    limit: u32,
) -> Answer<DraftRows> {
    app.draft_rows(draft, classes, offset, limit).await
}

/// One call, exactly as it would be sent.
#[tauri::command]
#[specta::specta]
pub async fn draft_call(app: State<'_, App>, draft: String, index: u32) -> Answer<CallPreview> {
    app.draft_call(draft, index).await
}

/// Changes a draft; each change can be undone.
#[tauri::command]
#[specta::specta]
pub async fn change_draft(app: State<'_, App>, draft: String, change: DraftChange) -> Answer<DraftView> {
    app.change_draft(draft, change).await
}

/// Takes the last change back.
#[tauri::command]
#[specta::specta]
pub async fn undo_draft(app: State<'_, App>, draft: String) -> Answer<DraftView> {
    app.undo_draft(draft).await
}

/// Brings back what was taken back last.
#[tauri::command]
#[specta::specta]
pub async fn redo_draft(app: State<'_, App>, draft: String) -> Answer<DraftView> {
    app.redo_draft(draft).await
}

/// Counts the cells that hold a text.
#[tauri::command]
#[specta::specta]
pub async fn find_in_draft(app: State<'_, App>, draft: String, search: Search) -> Answer<SearchResult> {
    app.find_in_draft(draft, search).await
}

/// Makes a draft of a table that was copied in another program.
#[tauri::command]
#[specta::specta]
pub async fn paste_table(app: State<'_, App>, profile: String, text: String) -> Answer<DraftView> {
    app.paste_table(profile, text).await
}

/// Drafts that can be gone on with, the last changed first.
#[tauri::command]
#[specta::specta]
pub async fn list_drafts(app: State<'_, App>, profile: String) -> Answer<Vec<DraftSummary>> {
    app.list_drafts(profile).await
}

/// What is remembered of earlier files of a connection.
#[tauri::command]
#[specta::specta]
pub async fn remembered(app: State<'_, App>, profile: String) -> Answer<Remembered> {
    app.remembered(profile).await
}

/// Forgets a remembered mapping or answer.
#[tauri::command]
#[specta::specta]
pub async fn forget(app: State<'_, App>, profile: String, id: String) -> Answer<Remembered> {
    app.forget(profile, id).await
}

/// Says which roles give power over others.
#[tauri::command]
#[specta::specta]
pub async fn set_privileged(
    app: State<'_, App>,
    profile: String,
    roles: Vec<RoleId>,
) -> Answer<Vec<RoleView>> {
    app.set_privileged(profile, roles).await
}

/// Asks where to, and writes the rows that need attention there, in the person's own layout. Gives the file's name, or
/// nothing if the person thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn save_attention(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    draft: String,
) -> Answer<Option<String>> {
    dialogs::save_attention(&app, &window, draft).await
}

/// Asks where to, and writes there who is there already and holds something else than the rows ask.
#[tauri::command]
#[specta::specta]
pub async fn save_differing(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    draft: String,
) -> Answer<Option<String>> {
    dialogs::save_differing(&app, &window, draft).await
}

/// Asks where to, and writes a workbook there whose drop-downs are the platform's own roles, providers and organizations.
#[tauri::command]
#[specta::specta]
pub async fn save_template(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
) -> Answer<Option<String>> {
    dialogs::save_template(&app, &window, profile).await
}

/// Forgets a draft and its copy of the file.
#[tauri::command]
#[specta::specta]
pub async fn discard_draft(app: State<'_, App>, draft: String) -> Answer<()> {
    app.discard_draft(draft).await
}

/// Asks for a spreadsheet with the system's own dialog.
#[tauri::command]
#[specta::specta]
pub async fn pick_file(app: State<'_, App>, window: tauri::WebviewWindow) -> Answer<Option<FileOffer>> {
    dialogs::pick_file(&app, &window).await
}

/// Tells the page everything that happens from now on.
#[tauri::command]
#[specta::specta]
pub async fn follow(
    app: State<'_, App>,
    line: State<'_, events::Line>,
    channel: Channel<AppEvent>,
) -> Answer<()> {
    events::follow(&app, &line, channel)
}

/// Closes the window that was asked to close while runs are being sent.
#[tauri::command]
#[specta::specta]
pub async fn close_window(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    closing: State<'_, window::Closing>,
    when: CloseWhen,
) -> Answer<()> {
    window::close(&app, &window, &closing, when).await
}

/// The page has something to show: a window that waits for it, because a bar is to stand in it, is shown.
#[tauri::command]
#[specta::specta]
pub async fn painted(window: tauri::WebviewWindow) -> Answer<()> {
    appearing::painted(&window)
}

/// Takes the menus of the menu bar, in the page's words.
#[tauri::command]
#[specta::specta]
pub async fn hand_over_menus(window: tauri::WebviewWindow, menus: Vec<MenuShown>) -> Answer<()> {
    menu::hand_over(&window, menus)
}

/// Takes the words for what the system shows: file dialogs and notifications.
#[tauri::command]
#[specta::specta]
pub async fn take_words(kept: State<'_, Words>, words: SystemWords) -> Answer<()> {
    kept.take(words)
}

/// Does what a window does by itself.
#[tauri::command]
#[specta::specta]
pub async fn act_in_window(window: tauri::WebviewWindow, act: WindowAct) -> Answer<()> {
    window::act(&window, act)
}
