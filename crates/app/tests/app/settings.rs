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
async fn a_language_that_is_none_is_as_the_system_says_and_the_rest_stays() {
    for garbage in [r#""fr""#, r#""""#, "5", "null", "[]", r#"{"de":1}"#] {
        let settings = settings_of_file(&format!(r#"{{"theme":"light","language":{garbage}}}"#)).await;
        assert_eq!((settings.theme, settings.language), (Theme::Light, Language::System), "{garbage}");
    }
}
