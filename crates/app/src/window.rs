//! Use cases: what is kept of the window from one start to the next.

use crate::contract::*;
use crate::home::{read_json, write_json};
use crate::{App, locked};
use rollcall_core::phrase;
use std::ops::RangeInclusive;
use std::path::PathBuf;

/// The percentages that the page can be drawn at.
const ZOOM: RangeInclusive<u32> = 50..=300;

impl App {
    /// What the person chose, as it stands in memory.
    pub fn settings(&self) -> Settings {
        locked(&self.inner.settings).clone()
    }

    /// How much larger than designed the page is drawn. A number of a file that was changed by hand is brought within the limits.
    pub fn zoom(&self) -> f64 {
        let percent = self.settings().zoom_percent.unwrap_or(100);
        f64::from(percent.clamp(*ZOOM.start(), *ZOOM.end())) / 100.0
    }

    /// Where the window was last; nothing where that is not known. A window that can't be put back is no reason not to open.
    pub fn window_place(&self) -> Option<WindowPlace> {
        let kept = read_json::<Option<WindowPlace>>(&self.inner.home.window_place());
        kept.unwrap_or_else(|problem| {
            tracing::warn!(detail = problem.detail, "where the window was can't be read");
            None
        })
    }

    /// Keeps where the window is.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] when it can't be written.
    pub fn keep_window_place(&self, place: WindowPlace) -> Result<(), AppError> {
        write_json(&self.inner.home.window_place(), &place)
    }

    /// Where the log lies.
    ///
    /// # Errors
    /// [`ErrorCode::Storage`] when it can't be made.
    pub fn log_folder(&self) -> Result<PathBuf, AppError> {
        self.inner.home.logs()
    }
}

/// Refuses a size that nobody could read or use.
pub(crate) fn judge_zoom(percent: Option<u32>) -> Result<(), AppError> {
    match percent {
        Some(percent) if !ZOOM.contains(&percent) => Err(AppError::new(
            ErrorCode::BadRequest,
            phrase!("The page can be drawn at 50 % to 300 %. Nothing was changed."),
        )),
        _ => Ok(()),
    }
}
