//! Use cases: from where on something is told.

use crate::App;
use crate::contract::*;
use crate::home::{read_json, write_json};

impl App {
    /// From where on something is told, and what a person may set.
    pub async fn thresholds(&self) -> Result<ThresholdsView, AppError> {
        self.kept_thresholds().map(shown)
    }

    /// Keeps what a person set, for all connections.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where a number is outside of its range; nothing is changed then.
    pub async fn save_thresholds(&self, thresholds: Thresholds) -> Result<ThresholdsView, AppError> {
        let checked = thresholds
            .checked()
            .map_err(|outside| AppError::new(ErrorCode::BadRequest, outside.to_string()))?;
        write_json(&self.inner.home.thresholds(), &checked)?;
        Ok(shown(checked))
    }

    /// What holds. A number that somebody wrote into the file by hand and that makes no sense is not used.
    pub(crate) fn kept_thresholds(&self) -> Result<Thresholds, AppError> {
        let kept: Thresholds = read_json(&self.inner.home.thresholds())?;
        Ok(kept.checked().unwrap_or_default())
    }
}

fn shown(thresholds: Thresholds) -> ThresholdsView {
    ThresholdsView { thresholds, limits: Thresholds::LIMITS.to_vec() }
}
