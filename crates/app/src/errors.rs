//! Foreign failures, translated once: a code for the program, the sentence for the person.

use crate::contract::{AppError, ErrorCode};
use rollcall_core::phrase;
use rollcall_drafts::DraftsError;
use rollcall_intake::FileProblem;
use rollcall_platform::{Kind, PlatformError};
use rollcall_review::ReviewError;
use rollcall_roster::RosterError;
use rollcall_runs::JournalError;
use rollcall_store::StoreError;
use rollcall_vault::{VaultProblem, VaultState};

pub(crate) fn of_vault(problem: VaultProblem) -> AppError {
    let code = match problem.state {
        VaultState::NoService => ErrorCode::KeychainMissing,
        VaultState::Locked => ErrorCode::KeychainLocked,
        VaultState::Denied => ErrorCode::KeychainDenied,
        VaultState::Slow => ErrorCode::KeychainSlow,
        VaultState::Ok => ErrorCode::Internal,
    };
    AppError::new(code, problem.sentence)
}

pub(crate) fn of_platform(problem: PlatformError) -> AppError {
    let code = match problem.kind {
        Kind::Unreachable | Kind::ConnectionLost | Kind::Timeout | Kind::TlsFailed | Kind::ProxyRefused => {
            ErrorCode::PlatformUnreachable
        }
        Kind::KeyRefused => ErrorCode::KeyRefused,
        Kind::TokenRefused => ErrorCode::SignInRefused,
        Kind::Forbidden => ErrorCode::Forbidden,
        Kind::RateLimited { .. } | Kind::QuotaUsedUp { .. } => ErrorCode::RateLimited,
        Kind::Configuration => ErrorCode::ProfileInvalid,
        Kind::NotFound
        | Kind::Rejected { .. }
        | Kind::ServerFailed { .. }
        | Kind::Unreadable
        | Kind::TooLarge
        | Kind::Redirected { .. } => ErrorCode::PlatformFailed,
    };
    AppError { code, message: problem.sentence, detail: problem.detail }
}

pub(crate) fn of_store(problem: &StoreError) -> AppError {
    let code = match problem {
        StoreError::Newer { .. } => ErrorCode::StorageNewer,
        StoreError::KeyNeeded | StoreError::WrongKey | StoreError::BadKey => ErrorCode::StorageKey,
        _ => ErrorCode::Storage,
    };
    AppError::new(code, problem.to_string())
}

pub(crate) fn of_roster(problem: RosterError) -> AppError {
    match problem {
        RosterError::Store(problem) => of_store(&problem),
        RosterError::ListChanged => AppError::new(ErrorCode::ListChanged, problem.to_string()),
        RosterError::NoDay => AppError::new(ErrorCode::BadRequest, problem.to_string()),
        other => AppError::new(ErrorCode::Storage, other.to_string()),
    }
}

pub(crate) fn of_journal(problem: JournalError) -> AppError {
    let code = match &problem {
        JournalError::Store(problem) => return of_store(problem),
        JournalError::NoSuchRun | JournalError::NoSuchRow { .. } => ErrorCode::RunUnknown,
        JournalError::NotWaiting { .. } | JournalError::Changed => ErrorCode::RunRefused,
        JournalError::ListTooOld { .. } => ErrorCode::ListNotFresh,
        JournalError::ReadOnly | JournalError::FailedBefore | JournalError::Corrupt { .. } => {
            ErrorCode::Storage
        }
        JournalError::InvalidRun { .. } => ErrorCode::Internal,
    };
    AppError::new(code, problem.to_string())
}

pub(crate) fn of_drafts(problem: DraftsError) -> AppError {
    match problem {
        DraftsError::Store(problem) => of_store(&problem),
        DraftsError::Gone => AppError::new(ErrorCode::FileGone, problem.to_string()),
    }
}

pub(crate) fn of_review(problem: ReviewError) -> AppError {
    let code = match &problem {
        ReviewError::Store(problem) => return of_store(problem),
        ReviewError::Altered | ReviewError::Unreadable => ErrorCode::Storage,
        _ => ErrorCode::ReviewRefused,
    };
    AppError::new(code, problem.to_string())
}

pub(crate) fn of_file(problem: FileProblem) -> AppError {
    AppError::new(ErrorCode::FileRefused, problem.message).with_detail(problem.code.as_str())
}

/// Runs what blocks on a thread of its own.
pub(crate) async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, AppError> + Send + 'static,
) -> Result<T, AppError> {
    tokio::task::spawn_blocking(work).await.unwrap_or_else(|problem| {
        tracing::error!(panicked = problem.is_panic(), "a use case ended early");
        Err(AppError::new(
            ErrorCode::Internal,
            phrase!(
                "Rollcall met a defect of its own and stopped this step. Nothing was sent by it; try again."
            ),
        ))
    })
}
