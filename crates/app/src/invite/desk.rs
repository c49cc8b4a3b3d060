//! The desk: files that were offered, and drafts made of them. It is cleared when Rollcall ends.

use super::Draft;
use crate::contract::{AppError, ErrorCode, FileOffer};
use crate::home::file_name;
use crate::{App, locked};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// Offers that are remembered: a page that never opens what it is offered must not fill the memory.
const OFFERS: usize = 32;

/// Drafts that are held, each with a copy of its file: the same holds for drafts that nobody discards.
const DRAFTS: usize = 32;

type HeldDraft = Arc<tokio::sync::Mutex<Draft>>;

/// Files offered and drafts made, the oldest first.
#[derive(Default)]
pub(crate) struct Desk {
    offers: Mutex<VecDeque<(String, PathBuf)>>,
    drafts: Mutex<VecDeque<(String, HeldDraft)>>,
}

impl Desk {
    pub(crate) fn path_of(&self, token: &str) -> Result<PathBuf, AppError> {
        let offers = locked(&self.offers);
        let found = offers.iter().find(|(offered, _)| offered == token).map(|(_, path)| path.clone());
        found.ok_or_else(|| {
            AppError::new(
                ErrorCode::FileGone,
                "Rollcall no longer holds this file. Drop it again; nothing was sent.",
            )
        })
    }

    pub(crate) fn lay(&self, draft: Draft) -> HeldDraft {
        let id = draft.id.clone();
        let held = Arc::new(tokio::sync::Mutex::new(draft));
        let mut drafts = locked(&self.drafts);
        if drafts.len() == DRAFTS {
            drafts.pop_front();
        }
        drafts.push_back((id, held.clone()));
        held
    }

    pub(crate) fn draft(&self, id: &str) -> Result<HeldDraft, AppError> {
        let drafts = locked(&self.drafts);
        let found = drafts.iter().find(|(held, _)| held == id).map(|(_, draft)| draft.clone());
        found.ok_or_else(|| {
            AppError::new(
                ErrorCode::FileGone,
                "This draft is no longer open. Drop the file again; nothing was sent from it.",
            )
        })
    }

    pub(crate) fn discard(&self, id: &str) {
        locked(&self.drafts).retain(|(held, _)| held != id);
    }
}

impl App {
    /// Holds a file that a person dropped or picked, and gives a word for it.
    pub fn offer_file(&self, path: &Path) -> FileOffer {
        let offer = FileOffer { token: Uuid::new_v4().to_string(), name: file_name(path) };
        let mut offers = locked(&self.inner.desk.offers);
        if offers.len() == OFFERS {
            offers.pop_front();
        }
        offers.push_back((offer.token.clone(), path.to_owned()));
        offer
    }

    /// Forgets a draft and its copy of the file.
    pub async fn discard_draft(&self, draft: String) -> Result<(), AppError> {
        self.inner.desk.discard(&draft);
        Ok(())
    }
}
