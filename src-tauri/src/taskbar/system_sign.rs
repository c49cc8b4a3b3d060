//! The bar that the system draws over the window's own sign.

use super::Shown;
use tauri::window::{ProgressBarState, ProgressBarStatus};
use tauri::{AppHandle, Manager};

/// The sign, by way of the window.
#[derive(Default)]
pub(super) struct Sign;

impl Sign {
    pub(super) async fn show(&mut self, shell: &AppHandle, shown: Shown) {
        let Some(window) = shell.get_webview_window("main") else { return };
        let (status, progress) = match shown {
            Shown::Nothing => (ProgressBarStatus::None, None),
            Shown::Going(None) => (ProgressBarStatus::Indeterminate, None),
            Shown::Going(Some(percent)) => (ProgressBarStatus::Normal, Some(percent)),
            Shown::Stopped(percent) => (ProgressBarStatus::Error, Some(percent.max(1))),
        };
        let state = ProgressBarState { status: Some(status), progress: progress.map(u64::from) };
        if let Err(problem) = window.set_progress_bar(state) {
            tracing::info!(%problem, "the taskbar can't be told how far work is");
        }
    }
}
