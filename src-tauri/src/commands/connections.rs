//! The commands of connections: descriptions, documents, sign-in, and what is carried from one to another.

use super::Answer;
use crate::dialogs;
use rollcall_app::App;
use rollcall_app::contract::*;
use tauri::State;

/// The built-in descriptions.
#[tauri::command]
#[specta::specta]
pub async fn list_descriptions(app: State<'_, App>) -> Answer<Vec<DescriptionSummary>> {
    Ok(app.list_descriptions())
}

/// A description in full, or what is wrong with it.
#[tauri::command]
#[specta::specta]
pub async fn look_at_description(
    app: State<'_, App>,
    choice: DescriptionChoice,
) -> Answer<DescriptionAnswer> {
    app.look_at_description(choice)
}

/// Asks for a document with the system's own dialog: a connection file, an OpenAPI document, a description, certificates,
/// or a small spreadsheet of organizations.
#[tauri::command]
#[specta::specta]
pub async fn pick_document(app: State<'_, App>, window: tauri::WebviewWindow) -> Answer<Option<FileOffer>> {
    dialogs::pick_document(&app, &window).await
}

/// Reads a document that was dropped or picked for a connection.
#[tauri::command]
#[specta::specta]
pub async fn read_connection_document(app: State<'_, App>, token: String) -> Answer<ConnectionDocument> {
    app.read_connection_document(token).await
}

/// Certificates that a connection trusts beside the system's, in words.
#[tauri::command]
#[specta::specta]
pub async fn look_at_authorities(app: State<'_, App>, pem: String) -> Answer<Vec<CertificateView>> {
    app.look_at_authorities(&pem)
}

/// The proposal of an OpenAPI document with a person's word on some of the calls, and on the kind of platform.
#[tauri::command]
#[specta::specta]
pub async fn propose_operations(
    app: State<'_, App>,
    token: String,
    choices: Vec<OperationChoice>,
    kind: Option<String>,
) -> Answer<OpenapiProposal> {
    app.propose_operations(token, choices, kind).await
}

/// The first record of a list of the platform, beside Rollcall's fields.
#[tauri::command]
#[specta::specta]
pub async fn record_match(app: State<'_, App>, profile: String, call: ApiCall) -> Answer<RecordMatch> {
    app.record_match(profile, call).await
}

/// Takes a person's word on where fields stand.
#[tauri::command]
#[specta::specta]
pub async fn match_fields(
    app: State<'_, App>,
    profile: String,
    call: ApiCall,
    places: Vec<FieldPlace>,
) -> Answer<RecordMatch> {
    app.match_fields(profile, call, places).await
}

/// Names of those headers that look like credentials: a note beside them says where those belong.
#[tauri::command]
#[specta::specta]
pub async fn secret_headers(headers: Vec<Header>) -> Answer<Vec<String>> {
    Ok(rollcall_app::secret_headers(headers))
}

/// Opens the system's browser and waits until the person has signed in.
#[tauri::command]
#[specta::specta]
pub async fn sign_in(app: State<'_, App>, profile: String) -> Answer<ProfileView> {
    app.sign_in(profile).await
}

/// Stops waiting for the browser.
#[tauri::command]
#[specta::specta]
pub async fn cancel_sign_in(app: State<'_, App>, profile: String) -> Answer<()> {
    app.cancel_sign_in(profile).await
}

/// Takes a new token for a connection that uses pasted ones.
#[tauri::command]
#[specta::specta]
pub async fn paste_token(app: State<'_, App>, profile: String, pasted: PastedToken) -> Answer<ProfileView> {
    app.paste_token(profile, pasted).await
}

/// Asks an issuer where people and clients sign in.
#[tauri::command]
#[specta::specta]
pub async fn discover_sign_in(
    app: State<'_, App>,
    issuer: String,
    network: Network,
) -> Answer<SignInEndpoints> {
    app.discover_sign_in(issuer, network).await
}

/// Asks where to, and writes a connection there without its credentials. Gives the file's name, or nothing if the person
/// thought better of it.
#[tauri::command]
#[specta::specta]
pub async fn export_connection(
    app: State<'_, App>,
    window: tauri::WebviewWindow,
    profile: String,
) -> Answer<Option<String>> {
    dialogs::export_connection(&app, &window, profile).await
}

/// Makes a second connection like this one, with its credentials.
#[tauri::command]
#[specta::specta]
pub async fn duplicate_profile(app: State<'_, App>, profile: String) -> Answer<ProfileView> {
    app.duplicate_profile(profile).await
}

/// Puts the connections in this order.
#[tauri::command]
#[specta::specta]
pub async fn order_profiles(app: State<'_, App>, ids: Vec<String>) -> Answer<Vec<ProfileView>> {
    app.order_profiles(ids).await
}

/// Learns organizations from a small spreadsheet that was dropped or picked.
#[tauri::command]
#[specta::specta]
pub async fn take_organizations(
    app: State<'_, App>,
    profile: String,
    token: String,
) -> Answer<OrganizationsTaken> {
    app.take_organizations(profile, token).await
}

/// Takes the connection's name as typed, before a draft is sent that asks for it.
#[tauri::command]
#[specta::specta]
pub async fn confirm_sending(app: State<'_, App>, draft: String, name: String) -> Answer<()> {
    app.confirm_sending(draft, name).await
}
