//! What is kept of the window.

use rollcall_app::contract::{ErrorCode, Settings, WindowPlace};
use rollcall_app::{App, AppOptions, Home};
use std::path::Path;

async fn opened(folder: &Path) -> App {
    let home = Home::moved_to(folder).expect("a home");
    let options = AppOptions { home, keychain: false, ..AppOptions::from_environment().expect("options") };
    App::open_with(options).await.expect("open")
}

fn zoomed(percent: u32) -> Settings {
    Settings { zoom_percent: Some(percent), ..Settings::default() }
}

#[tokio::test]
async fn the_size_of_the_page_is_kept_within_its_limits() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = opened(folder.path()).await;
    assert!((app.zoom() - 1.0).abs() < f64::EPSILON, "as designed at first");
    for wrong in [0, 49, 301, u32::MAX] {
        let refused = app.save_settings(zoomed(wrong)).await.expect_err("out of the limits");
        assert_eq!(refused.code, ErrorCode::BadRequest, "{wrong}");
    }
    app.save_settings(zoomed(300)).await.expect("within the limits");
    assert!((opened(folder.path()).await.zoom() - 3.0).abs() < f64::EPSILON, "kept");
}

#[tokio::test]
async fn a_size_that_was_written_by_hand_is_brought_within_the_limits() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("settings.json"), r#"{"zoomPercent":5}"#).expect("written");
    assert!((opened(folder.path()).await.zoom() - 0.5).abs() < f64::EPSILON);
}

#[tokio::test]
async fn where_the_window_was_is_kept_for_the_next_start() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = opened(folder.path()).await;
    assert_eq!(app.window_place(), None, "nothing is known at the first start");
    let place =
        WindowPlace { x: 40.0, y: 30.0, width: 900.0, height: 600.0, maximized: true, full_screen: false };
    app.keep_window_place(place).expect("kept");
    assert_eq!(opened(folder.path()).await.window_place(), Some(place));
}

#[tokio::test]
async fn a_place_that_can_not_be_read_is_no_reason_not_to_open() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("window.json"), "{broken").expect("written");
    assert_eq!(opened(folder.path()).await.window_place(), None);
}
