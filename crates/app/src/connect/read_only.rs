//! Use cases: a connection that is for looking only. Nobody is invited through it from this computer.

use super::Profile;
use crate::App;
use crate::contract::*;
use crate::errors::blocking;
use rollcall_core::phrase;
use rollcall_runs::{Journal, LockProblem, SenderLock};

impl App {
    /// Makes a connection one for looking only, or lets it send again.
    pub async fn set_read_only(&self, profile: String, read_only: bool) -> Result<ProfileView, AppError> {
        if profile == SAMPLE_PROFILE {
            return Err(AppError::new(
                ErrorCode::BadRequest,
                "The sample platform mails nobody, so its connection can't be locked.",
            ));
        }
        let wanted = Profile { read_only, ..self.profile(&profile)? };
        let _nobody_sends = self.nobody_sends_if_read_only_now(&wanted).await?;
        let profile = self.book().edit(&profile, |kept| {
            kept.read_only = read_only;
            Ok(())
        })?;
        self.tell(AppEvent::ProfilesChanged);
        Ok(self.view(&profile).await)
    }

    /// Whether people may be invited through a connection from this computer.
    ///
    /// # Errors
    /// [`ErrorCode::ReadOnly`] where it is for looking only, also where another window or command said so.
    pub fn may_send(&self, profile: &str) -> Result<(), AppError> {
        match self.book().is_read_only(profile)? {
            true => Err(AppError::new(
                ErrorCode::ReadOnly,
                phrase!(
                    "This connection is read-only on this computer, so nobody is invited through it. Nothing was sent. Unlock it under Connections first, if it is meant to send."
                ),
            )),
            false => Ok(()),
        }
    }

    /// Where a connection becomes one for looking only: the right to send, held until that is kept, so that no run
    /// begins meanwhile and none is sent on without it.
    pub(super) async fn nobody_sends_if_read_only_now(
        &self,
        profile: &Profile,
    ) -> Result<Option<SenderLock>, AppError> {
        let is_new = self.book().by_id(&profile.id).is_none();
        if is_new || !profile.read_only || self.book().is_read_only(&profile.id)? {
            return Ok(None);
        }
        let lock = Journal::lock_path_of(&self.inner.home.of_profile(&profile.id)?.join("journal.db"));
        blocking(move || SenderLock::acquire(&lock).map(Some).map_err(of_lock)).await
    }
}

fn of_lock(problem: LockProblem) -> AppError {
    match problem {
        LockProblem::Held(_) => AppError::new(
            ErrorCode::RunRefused,
            phrase!(
                "A run is being sent through this connection, so it can't be made read-only now. Nothing was changed; stop the run or wait for its end, then lock the connection."
            ),
        ),
        LockProblem::Io(_) => AppError::new(ErrorCode::Storage, problem.to_string()),
    }
}
