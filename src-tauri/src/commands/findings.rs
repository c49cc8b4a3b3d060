//! The commands of what a list of people shows: findings, the ladder of roles, ways to sign in.

use super::Answer;
use rollcall_app::contract::*;
use rollcall_app::{App, IdentityProviderId};
use tauri::State;

/// What the list of people shows that somebody should look at. Worked out when it is first asked for after a refresh.
#[tauri::command]
#[specta::specta]
pub async fn findings(app: State<'_, App>, profile: String) -> Answer<FindingsView> {
    app.findings(profile).await
}

/// A window of the people of a finding; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn finding_people(
    app: State<'_, App>,
    profile: String,
    rule: Rule,
    offset: u32,
    limit: u32,
) -> Answer<FindingPeople> {
    app.finding_people(profile, rule, offset, limit).await
}

/// Says that a finding need not be told until the end of a day, and why.
#[tauri::command]
#[specta::specta]
pub async fn mute_finding(
    app: State<'_, App>,
    profile: String,
    rule: Rule,
    reason: String,
    until: String,
    by: Option<String>,
) -> Answer<FindingsView> {
    app.mute_finding(profile, rule, reason, until, by).await
}

/// Tells a muted finding again.
#[tauri::command]
#[specta::specta]
pub async fn unmute_finding(app: State<'_, App>, profile: String, rule: Rule) -> Answer<FindingsView> {
    app.unmute_finding(profile, rule).await
}

/// From where on something is told, and what a person may set.
#[tauri::command]
#[specta::specta]
pub async fn thresholds(app: State<'_, App>) -> Answer<ThresholdsView> {
    app.thresholds().await
}

/// Keeps what a person set, for all connections.
#[tauri::command]
#[specta::specta]
pub async fn save_thresholds(app: State<'_, App>, thresholds: Thresholds) -> Answer<ThresholdsView> {
    app.save_thresholds(thresholds).await
}

/// The roles as a ladder by weight, and who stands where.
#[tauri::command]
#[specta::specta]
pub async fn role_ladder(app: State<'_, App>, profile: String) -> Answer<LadderView> {
    app.role_ladder(profile).await
}

/// Says which weights mean more power; nothing for what the names of the roles speak for.
#[tauri::command]
#[specta::specta]
pub async fn set_weight_direction(
    app: State<'_, App>,
    profile: String,
    direction: Option<WeightDirection>,
) -> Answer<LadderView> {
    app.set_weight_direction(profile, direction).await
}

/// Who signs in with what, by organization and by mail domain.
#[tauri::command]
#[specta::specta]
pub async fn provider_insights(app: State<'_, App>, profile: String) -> Answer<ProviderInsights> {
    app.provider_insights(profile).await
}

/// Who could no longer sign in if a provider were switched off; `limit` is 500 at most.
#[tauri::command]
#[specta::specta]
pub async fn what_if_switched_off(
    app: State<'_, App>,
    profile: String,
    provider: IdentityProviderId,
    offset: u32,
    limit: u32,
) -> Answer<WhatIfView> {
    app.what_if_switched_off(profile, provider, offset, limit).await
}
