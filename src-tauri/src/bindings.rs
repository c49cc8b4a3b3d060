//! The generated contract: `ui/src/ipc/bindings.ts` comes from here, and a test keeps it fresh.

use crate::commands;
use tauri_specta::{Builder, ErrorHandlingMode, collect_commands};

/// Every command, typed.
pub(crate) fn builder() -> Builder<tauri::Wry> {
    Builder::<tauri::Wry>::new()
        .error_handling(ErrorHandlingMode::Throw)
        // One name a type: what is sent and what is received differ in nothing that the page sees.
        .disable_serde_phases()
        .commands(collect_commands![
            commands::app_status,
            commands::save_settings,
            commands::list_profiles,
            commands::open_sample,
            commands::save_profile,
            commands::remove_profile,
            commands::test_profile,
            commands::connections::list_descriptions,
            commands::connections::look_at_description,
            commands::connections::pick_document,
            commands::connections::read_connection_document,
            commands::connections::look_at_authorities,
            commands::connections::propose_operations,
            commands::connections::record_match,
            commands::connections::match_fields,
            commands::connections::sign_in,
            commands::connections::cancel_sign_in,
            commands::connections::paste_token,
            commands::connections::discover_sign_in,
            commands::connections::export_connection,
            commands::connections::secret_headers,
            commands::connections::duplicate_profile,
            commands::connections::order_profiles,
            commands::connections::take_organizations,
            commands::connections::confirm_sending,
            commands::refresh,
            commands::cancel_refresh,
            commands::take_held_list,
            commands::discard_held_list,
            commands::roster_summary,
            commands::list_users,
            commands::user_detail,
            commands::list_roles,
            commands::list_identity_providers,
            commands::list_organizations,
            commands::changes::list_refreshes,
            commands::changes::changes,
            commands::changes::change_rows,
            commands::changes::person_history,
            commands::changes::export_changes,
            commands::changes::refresh_customer,
            commands::changes::storage,
            commands::changes::begin_anew,
            commands::changes::forget_platform,
            commands::open_file,
            commands::type_person,
            commands::draft_view,
            commands::reread_draft,
            commands::choose_columns,
            commands::choose_values,
            commands::check_draft,
            commands::draft_rows,
            commands::draft_call,
            commands::change_draft,
            commands::undo_draft,
            commands::redo_draft,
            commands::find_in_draft,
            commands::paste_table,
            commands::list_drafts,
            commands::remembered,
            commands::forget,
            commands::set_privileged,
            commands::save_attention,
            commands::save_differing,
            commands::save_template,
            commands::discard_draft,
            commands::runs::start_run,
            commands::runs::go_on,
            commands::runs::stop_run,
            commands::runs::list_runs,
            commands::runs::run_view,
            commands::runs::run_rows,
            commands::runs::resolve_row,
            commands::runs::resolve_rows,
            commands::runs::row_history,
            commands::runs::call_off_run,
            commands::pick_file,
            commands::runs::save_report,
            commands::since::run_since,
            commands::since::invite_again,
            commands::since::save_since,
            commands::users::user_facets,
            commands::users::find_place,
            commands::users::known_fields,
            commands::users::copy_users,
            commands::pictures::copy_picture,
            commands::pictures::save_picture,
            commands::users::export_users,
            commands::users::cancel_export,
            commands::users::reinvite_users,
            commands::users::find_people,
            commands::views::list_views,
            commands::views::save_view,
            commands::views::remove_view,
            commands::views::order_views,
            commands::views::keep_last_view,
            commands::views::export_views,
            commands::views::import_views,
            commands::findings::findings,
            commands::findings::finding_people,
            commands::findings::mute_finding,
            commands::findings::unmute_finding,
            commands::findings::thresholds,
            commands::findings::save_thresholds,
            commands::findings::role_ladder,
            commands::findings::set_weight_direction,
            commands::findings::provider_insights,
            commands::findings::what_if_switched_off,
            commands::review::list_reviews,
            commands::review::review_scope,
            commands::review::start_review,
            commands::review::review_view,
            commands::review::review_rows,
            commands::review::review_organizations,
            commands::review::decide,
            commands::review::undo_decision,
            commands::review::hand_over,
            commands::review::take_back,
            commands::review::finish_review,
            commands::review::follow_up,
            commands::review::set_review_repeat,
            commands::review::save_remove_list,
            commands::review::save_evidence,
            commands::review::save_evidence_pdf,
            commands::review::discard_review,
            commands::support::save_support_file,
            commands::support::note_page_fault,
            commands::support::take_last_end,
            commands::follow,
            commands::close_window,
            commands::painted,
            commands::hand_over_menus,
            commands::take_words,
            commands::act_in_window,
        ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use specta_typescript::Typescript;

    const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/ui/src/ipc/bindings.ts");

    /// With `ROLLCALL_WRITE_BINDINGS=1` the file is written anew instead.
    #[test]
    fn the_generated_bindings_are_fresh() {
        let fresh = tempfile::NamedTempFile::new().expect("a file to write to");
        builder().export(Typescript::default(), fresh.path()).expect("the contract exports");
        let fresh = std::fs::read_to_string(fresh.path()).expect("the export can be read");
        if std::env::var_os("ROLLCALL_WRITE_BINDINGS").is_some() {
            std::fs::write(BINDINGS, &fresh).expect("the bindings can be written");
        }
        let kept = std::fs::read_to_string(BINDINGS).unwrap_or_default();
        assert!(
            kept == fresh,
            "ui/src/ipc/bindings.ts is stale: run `ROLLCALL_WRITE_BINDINGS=1 cargo test --package rollcall` and look at what changed"
        );
    }
}
