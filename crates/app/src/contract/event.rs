//! What happens without being asked for.

use super::{DoctorProgress, ExportProgress, FileOffer, RefreshProgress, SignInWaiting};
use serde::{Deserialize, Serialize};
use specta::Type;

/// Something happened. The page asks anew for what it shows; no event carries the roster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "data")]
pub enum AppEvent {
    /// A file hovers over the window, or left it.
    FileHover(bool),
    /// A file was dropped.
    FileDropped(FileOffer),
    /// Something was dropped that can't be read as one file; in words.
    DropRefused(String),
    /// A refresh goes on.
    RefreshProgress(RefreshProgress),
    /// A platform's list is another one now, or its refresh failed.
    RosterChanged(String),
    /// An export goes on. At most a few times a second.
    ExportProgress(ExportProgress),
    /// A run moved. At most a few times a second.
    RunChanged(RunMoved),
    /// The reviews of a connection are other ones now.
    ReviewChanged(String),
    /// Connections, credentials or the keychain are other ones now.
    ProfilesChanged,
    /// A step of a connection's examination ended.
    Examined(DoctorProgress),
    /// A sign-in waits for the person in the browser.
    SignInWaiting(SignInWaiting),
    /// The window was asked to close while so many runs are being sent here. It waits for the person's word.
    CloseAsked(u32),
    /// A file was named when Rollcall was started, now or once more: people to invite.
    FileOpened(FileOffer),
    /// A run was asked for from outside of the page, by its notification.
    RunAsked(RunMoved),
    /// An item of the menu bar was chosen, by the id that the page gave it.
    MenuChosen(String),
}

/// When a window that was asked to close is to close.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum CloseWhen {
    /// Once no run is being sent any more: no more calls are started.
    AtRest,
    /// At once. What is under way is looked up when its run is taken up again.
    Now,
}

/// Which run moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunMoved {
    /// Whose.
    pub profile: String,
    /// Which.
    pub run_id: String,
}
