//! Lists the commands that exist for the page, so that nothing is callable that is not named here.

/// Every command of `src/commands.rs` and below it. A house rule compares the two.
const COMMANDS: &[&str] = &[
    "app_status",
    "save_settings",
    "list_profiles",
    "open_sample",
    "save_profile",
    "remove_profile",
    "test_profile",
    "refresh",
    "cancel_refresh",
    "take_held_list",
    "discard_held_list",
    "roster_summary",
    "list_users",
    "user_detail",
    "list_roles",
    "list_identity_providers",
    "list_organizations",
    "open_file",
    "type_person",
    "draft_view",
    "reread_draft",
    "choose_columns",
    "choose_values",
    "check_draft",
    "draft_rows",
    "draft_call",
    "change_draft",
    "undo_draft",
    "redo_draft",
    "find_in_draft",
    "paste_table",
    "list_drafts",
    "remembered",
    "forget",
    "set_privileged",
    "save_attention",
    "save_differing",
    "save_template",
    "discard_draft",
    "start_run",
    "go_on",
    "stop_run",
    "list_runs",
    "run_view",
    "run_rows",
    "resolve_row",
    "resolve_rows",
    "row_history",
    "call_off_run",
    "pick_file",
    "save_report",
    "run_since",
    "invite_again",
    "save_since",
    "findings",
    "finding_people",
    "mute_finding",
    "unmute_finding",
    "thresholds",
    "save_thresholds",
    "role_ladder",
    "set_weight_direction",
    "provider_insights",
    "what_if_switched_off",
    "follow",
    "close_window",
];

fn main() {
    // The UI is built by npm; a check of the Rust code alone must not need it.
    let _ = std::fs::create_dir_all("ui/dist");
    let attributes = tauri_build::Attributes::new()
        .capabilities_path_pattern("src-tauri/capabilities/**/*")
        .app_manifest(tauri_build::AppManifest::new().commands(COMMANDS));
    if let Err(problem) = tauri_build::try_build(attributes) {
        panic!("the desktop shell could not be prepared: {problem:#}");
    }
}
