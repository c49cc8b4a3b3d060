//! The desk: files that were offered, and drafts made of them. What is on it can be taken up again after Rollcall ended.

use super::Draft;
use crate::contract::{AppError, ErrorCode, FileOffer};
use crate::home::file_name;
use crate::{App, locked};
use rollcall_core::phrase;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// Offers that are remembered: a page that never opens what it is offered must not fill the memory.
const OFFERS: usize = 32;

/// Drafts that lie open, each with a copy of its file: the same holds for drafts that nobody discards.
const DRAFTS: usize = 32;

pub(crate) type HeldDraft = Arc<tokio::sync::Mutex<Draft>>;

/// Files offered and drafts made, the oldest first.
#[derive(Default)]
pub(crate) struct Desk {
    offers: Mutex<VecDeque<(String, PathBuf)>>,
    drafts: Mutex<VecDeque<(String, HeldDraft)>>,
    /// One draft at a time is taken up: two calls for the same must not make two of it.
    pub(crate) taking_up: tokio::sync::Mutex<()>,
}

impl Desk {
    pub(crate) fn path_of(&self, token: &str) -> Result<PathBuf, AppError> {
        let offers = locked(&self.offers);
        let found = offers.iter().find(|(offered, _)| offered == token).map(|(_, path)| path.clone());
        found.ok_or_else(|| {
            AppError::new(
                ErrorCode::FileGone,
                phrase!("Rollcall no longer holds this file. Drop it again; nothing was sent."),
            )
        })
    }

    pub(crate) fn lay(&self, draft: Draft) -> HeldDraft {
        let id = draft.id.clone();
        let held = Arc::new(tokio::sync::Mutex::new(draft));
        let mut drafts = locked(&self.drafts);
        drafts.retain(|(other, held)| *other != id && !is_done_with(held));
        if drafts.len() == DRAFTS {
            drafts.pop_front();
        }
        drafts.push_back((id, held.clone()));
        held
    }

    /// A draft that lies open.
    pub(crate) fn open_draft(&self, id: &str) -> Option<HeldDraft> {
        let drafts = locked(&self.drafts);
        drafts.iter().find(|(held, _)| held == id).map(|(_, draft)| draft.clone())
    }

    /// Does something to every draft of a connection that lies open.
    pub(crate) async fn with_each(&self, profile: &str, mut work: impl FnMut(&mut Draft)) {
        let of_profile = |(id, _): &&(String, HeldDraft)| Draft::profile_of(id) == Some(profile);
        let open: Vec<HeldDraft> =
            locked(&self.drafts).iter().filter(of_profile).map(|(_, draft)| draft.clone()).collect();
        for held in open {
            work(&mut *held.lock().await);
        }
    }

    /// Takes every draft of a connection off the desk.
    pub(crate) fn clear(&self, profile: &str) {
        locked(&self.drafts).retain(|(id, _)| Draft::profile_of(id) != Some(profile));
    }

    pub(crate) fn discard(&self, id: &str) {
        locked(&self.drafts).retain(|(held, _)| held != id);
    }
}

/// A draft that was sent: its run has all of it. The newest one stays until the next is laid, for a page that asks once more; its
/// file and its plan, of up to hundreds of thousands of rows, must not lie in memory for longer. One in use stays.
fn is_done_with(held: &HeldDraft) -> bool {
    held.try_lock().is_ok_and(|draft| draft.run.is_some())
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
}
