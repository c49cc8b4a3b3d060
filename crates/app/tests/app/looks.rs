//! What a person chose for the look of the window.

use crate::common::drafting::reopened;
use crate::common::*;
use rollcall_app::contract::*;

#[tokio::test(flavor = "multi_thread")]
async fn choices_of_the_eye_outlive_a_restart() {
    let desk = Desk::new().await;
    let chosen = Settings {
        contrast: Contrast::High,
        density: Density::Compact,
        motion: Motion::Reduced,
        tour: Tour::File,
        ..Settings::default()
    };
    desk.app.save_settings(chosen.clone()).await.expect("kept");
    let desk = reopened(desk).await;
    assert_eq!(desk.app.app_status().await.expect("a status").settings, chosen);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_of_before_are_read_and_what_they_do_not_say_is_as_the_system_has_it() {
    let desk = Desk::new().await;
    std::fs::write(desk.folder.path().join("settings.json"), r#"{"theme":"dark"}"#).expect("an older file");
    let desk = reopened(desk).await;
    let settings = desk.app.app_status().await.expect("a status").settings;
    assert_eq!(settings, Settings { theme: Theme::Dark, ..Settings::default() });
    assert_eq!(
        (settings.contrast, settings.motion, settings.tour),
        (Contrast::System, Motion::System, Tour::Unseen)
    );
}
