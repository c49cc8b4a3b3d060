//! What a person chose for the installation, as it is found again.

use crate::common::*;
use rollcall_app::contract::*;
use std::fs;
use tempfile::TempDir;

async fn settings_of_file(text: &str) -> Settings {
    let folder = TempDir::new().expect("a folder");
    fs::write(folder.path().join("settings.json"), text).expect("written");
    open(folder.path()).await.app_status().await.expect("a status").settings
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_kept_beside_the_theme_and_found_again() {
    let folder = TempDir::new().expect("a folder");
    let app = open(folder.path()).await;
    assert_eq!(
        app.app_status().await.expect("a status").settings.language,
        Language::System,
        "nobody chose one"
    );
    let chosen = Settings { theme: Theme::Dark, language: Language::Lv, ..Settings::default() };
    app.save_settings(chosen.clone()).await.expect("kept");
    drop(app);
    let again = open(folder.path()).await.app_status().await.expect("a status");
    assert_eq!(again.settings, chosen);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_of_before_there_were_languages_are_as_the_system_says() {
    let settings = settings_of_file(r#"{"theme":"dark","refreshEveryMinutes":30}"#).await;
    let expected = Settings { theme: Theme::Dark, refresh_every_minutes: Some(30), ..Settings::default() };
    assert_eq!(settings, expected);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_choice_that_is_none_counts_as_not_made_and_the_rest_stays() {
    for garbage in [r#""sepia""#, r#""""#, "5", "[]", r#"{"dark":1}"#, "null"] {
        for choice in ["language", "contrast", "density", "motion", "tour"] {
            let text = format!(r#"{{"theme":"light","{choice}":{garbage},"zoomPercent":150}}"#);
            let expected = Settings { theme: Theme::Light, zoom_percent: Some(150), ..Settings::default() };
            assert_eq!(settings_of_file(&text).await, expected, "{text}");
        }
    }
    let unknown = settings_of_file(r#"{"theme":"sepia","sound":true,"zoomPercent":-1,"menuBar":true}"#).await;
    assert_eq!(unknown, Settings { menu_bar: true, ..Settings::default() });
}

#[tokio::test(flavor = "multi_thread")]
async fn a_damaged_file_of_settings_keeps_nobody_out() {
    for damaged in ["", "{", r#"{"theme":"dark","zoo"#, "[]", "\u{0}\u{0}\u{0}"] {
        assert_eq!(settings_of_file(damaged).await, Settings::default(), "{damaged:?}");
    }
}
