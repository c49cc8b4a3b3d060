//! An error is a code for the program and a sentence for the person.

use serde::Serialize;
use specta::Type;

/// Every way in which a request can fail. The page presents each one; a new code comes only with
/// the screen that acts on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// There is no keychain service.
    KeychainMissing,
    /// The keychain is locked.
    KeychainLocked,
    /// The keychain refused.
    KeychainDenied,
    /// The keychain did not answer in time.
    KeychainSlow,
    /// A key, token or client secret was never entered, or this session has forgotten it.
    CredentialsMissing,
    /// The platform could not be reached, or did not answer in time.
    PlatformUnreachable,
    /// The gateway refused the subscription key.
    KeyRefused,
    /// The platform refused the sign-in.
    SignInRefused,
    /// The token ends before the run would, and only a person can get another one.
    TokenEnds,
    /// The person has to type the platform's name before so much is sent to it.
    NameNeeded,
    /// The connection is for looking only.
    ReadOnly,
    /// The sign-in is valid and may not do this.
    Forbidden,
    /// Too many calls; the platform said when to try again.
    RateLimited,
    /// The platform answered with a failure, or in a form that can't be read.
    PlatformFailed,
    /// No connection of that name or id.
    ProfileUnknown,
    /// What was entered for a connection can't be right.
    ProfileInvalid,
    /// The data folder could not be read or written.
    Storage,
    /// A database was written by a newer Rollcall.
    StorageNewer,
    /// A database is encrypted and its key is not at hand.
    StorageKey,
    /// What was kept of a connection can't be read any more: its key is another one, or the file is damaged. A person
    /// decides whether it is laid aside.
    StorageLost,
    /// The file can't be read as a spreadsheet.
    FileRefused,
    /// The file or the draft is no longer held; drop it again.
    FileGone,
    /// Nobody would be invited.
    NothingToSend,
    /// The list of people is missing, partial or too old, and could not be refreshed.
    ListNotFresh,
    /// The new list of people looks wrong: a person decides whether it is taken over.
    ListHeld,
    /// The list of people was refreshed since its rows were marked.
    ListChanged,
    /// Another window or command is sending for this platform.
    SenderHeld,
    /// No run of that id.
    RunUnknown,
    /// The run can't go on as things are.
    RunRefused,
    /// The review can't be started or changed so; the sentence says why.
    ReviewRefused,
    /// The person stopped it.
    Cancelled,
    /// What was asked makes no sense.
    BadRequest,
    /// A defect of Rollcall's own.
    Internal,
}

/// What went wrong: a code for the program, a sentence for the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type, thiserror::Error)]
#[error("{message}")]
#[serde(rename_all = "camelCase")]
pub struct AppError {
    /// Which kind.
    pub code: ErrorCode,
    /// What happened, that nothing was lost, and what to do next.
    pub message: String,
    /// More for those who want it; no secret, no address of a person.
    pub detail: Option<String>,
}

impl AppError {
    /// An error with its sentence.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), detail: None }
    }

    /// The same with a detail.
    #[must_use]
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }
}
