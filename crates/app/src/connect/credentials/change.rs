//! A change of several credentials of one connection: all of it, or nothing.

use super::{CredentialKind, Credentials, name};
use crate::contract::{AppError, ErrorCode};
use crate::errors::of_vault;
use crate::locked;
use rollcall_core::{Secret, phrase, sentence};
use rollcall_platform::PassingToken;
use rollcall_vault::{Vault, VaultProblem, VaultState};

/// A change under way. What was in a place before is read first, so that it can be put back.
pub(crate) struct Change<'c> {
    credentials: &'c Credentials,
    profile: String,
    steps: Vec<Step>,
    passing: Option<PassingToken>,
    outlived: Option<Secret>,
    /// What lies in the other place as well until the change is done.
    twice: Vec<(Place, CredentialKind)>,
    /// What the keychain may still take, because it gave no answer.
    unclear: Option<CredentialKind>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Keychain,
    Session,
}

/// One place that was changed.
struct Step {
    place: Place,
    kind: CredentialKind,
    before: Before,
    deed: Deed,
}

/// What a place held.
enum Before {
    Nothing,
    Held(Secret),
    /// Something that the keychain does not give back whole. A new secret is what mends that.
    Unreadable,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Kept,
    Forgotten,
}

impl Credentials {
    /// Begins a change of a connection's credentials.
    pub(crate) fn change(&self, profile: &str) -> Change<'_> {
        let (passing, outlived) = (self.passing(profile), locked(&self.outlived).get(profile).cloned());
        Change {
            credentials: self,
            profile: profile.to_owned(),
            steps: Vec::new(),
            passing,
            outlived,
            twice: Vec::new(),
            unclear: None,
        }
    }
}

impl Change<'_> {
    /// Keeps a credential: in the keychain, or in this process alone.
    pub(crate) async fn keep(
        &mut self,
        kind: CredentialKind,
        secret: Secret,
        session_only: bool,
    ) -> Result<(), AppError> {
        let (here, elsewhere) = match session_only {
            true => (Place::Session, Place::Keychain),
            false => (Place::Keychain, Place::Session),
        };
        let before = self.before(here, kind).await.map_err(of_vault)?;
        let kept = self.vault(here).set(&self.profile, kind, secret).await;
        if kept.as_ref().is_err_and(|problem| problem.state == VaultState::Slow) {
            self.unclear = Some(kind);
        }
        kept.map_err(of_vault)?;
        self.steps.push(Step { place: here, kind, before, deed: Deed::Kept });
        self.twice.push((elsewhere, kind));
        Ok(())
    }

    /// Moves what is held to where it should be, when the person changes their mind.
    pub(crate) async fn settle(&mut self, kind: CredentialKind, session_only: bool) -> Result<(), AppError> {
        match self.credentials.misplaced(&self.profile, kind, session_only).await? {
            Some(secret) => self.keep(kind, secret, session_only).await,
            None => Ok(()),
        }
    }

    /// Forgets a credential wherever it is.
    pub(crate) async fn forget(&mut self, kind: CredentialKind) -> Result<(), AppError> {
        for place in [Place::Keychain, Place::Session] {
            let before = match self.before(place, kind).await {
                Err(problem) if problem.state == VaultState::NoService => continue,
                before => before.map_err(of_vault)?,
            };
            if matches!(before, Before::Nothing) {
                continue;
            }
            self.vault(place).remove(&self.profile, kind).await.map_err(of_vault)?;
            self.steps.push(Step { place, kind, before, deed: Deed::Forgotten });
        }
        self.credentials.forget_passing(&self.profile, kind);
        Ok(())
    }

    /// Ends the change: what was replaced in one place leaves the other. A credential in two places would come back after
    /// it was replaced in one.
    pub(crate) async fn finish(self) {
        for (place, kind) in &self.twice {
            // A keychain that does not answer has none of it in the first place, which is why this session holds it.
            let _ = self.vault(*place).remove(&self.profile, *kind).await;
            self.credentials.forget_passing(&self.profile, *kind);
        }
    }

    /// Puts everything back as it was, because of `why`, and says what could not be put back.
    pub(crate) async fn take_back(mut self, why: AppError) -> AppError {
        let mut left: Vec<(Place, CredentialKind, Deed)> = Vec::new();
        for step in std::mem::take(&mut self.steps).into_iter().rev() {
            let is_same =
                |(place, kind, _): &(Place, CredentialKind, Deed)| (*place, *kind) == (step.place, step.kind);
            match self.put_back(&step).await {
                true => left.retain(|one| !is_same(one)),
                false if !left.iter().any(is_same) => left.push((step.place, step.kind, step.deed)),
                false => {}
            }
        }
        if let Some(token) = self.passing.take() {
            locked(&self.credentials.passing).insert(self.profile.clone(), token);
        }
        if let Some(token) = self.outlived.take() {
            locked(&self.credentials.outlived).insert(self.profile.clone(), token);
        }
        let left: Vec<_> = left.into_iter().rev().map(|(_, kind, deed)| (kind, deed)).collect();
        told(why, &left, self.unclear)
    }

    async fn put_back(&self, step: &Step) -> bool {
        let vault = self.vault(step.place);
        let done = match &step.before {
            Before::Held(secret) => vault.set(&self.profile, step.kind, secret.clone()).await,
            Before::Nothing => vault.remove(&self.profile, step.kind).await,
            Before::Unreadable => return false,
        };
        done.is_ok()
    }

    async fn before(&self, place: Place, kind: CredentialKind) -> Result<Before, VaultProblem> {
        match self.vault(place).get(&self.profile, kind).await {
            Ok(Some(secret)) => Ok(Before::Held(secret)),
            Ok(None) => Ok(Before::Nothing),
            Err(problem) if problem.state == VaultState::Denied => Ok(Before::Unreadable),
            Err(problem) => Err(problem),
        }
    }

    fn vault(&self, place: Place) -> &Vault {
        match place {
            Place::Keychain => &self.credentials.keychain,
            Place::Session => &self.credentials.session,
        }
    }
}

/// The refusal itself where everything is as before; else what is not, by name.
fn told(why: AppError, left: &[(CredentialKind, Deed)], unclear: Option<CredentialKind>) -> AppError {
    if left.is_empty() {
        // Nothing was said yet of what a keychain that gave no answer may still take.
        let Some(kind) = unclear else { return why };
        let unknown = sentence!(
            "Whether it holds the old {what} or the new one is not known: enter the {what} once more when it answers.",
            what = name(kind)
        );
        return AppError { message: format!("{} {unknown}", why.message), ..why };
    }
    let of = |wanted: Deed| left.iter().filter(|(_, deed)| *deed == wanted).map(|(kind, _)| *kind).collect();
    let said = [
        clause(of(Deed::Kept), "new already"),
        clause(of(Deed::Forgotten), "no longer kept"),
        unclear.map(|kind| format!("whether the {} is new is not known", name(kind))),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    let left = said.join("; ");
    let rest = phrase!(
        "All else of this connection is as before. Allow Rollcall to use the keychain, then save the change once more."
    );
    match why.code {
        // A disk that refuses the connection is no keychain's doing, and what helps is said by the refusal.
        ErrorCode::Storage => {
            let part = sentence!("The keychain did not take back what it had: {left}.", left = left);
            AppError { message: format!("{} {part} {rest}", why.message), ..why }
        }
        code => {
            let stopped = sentence!(
                "The keychain stopped in the middle of the change and did not take back what it had: {left}.",
                left = left
            );
            AppError::new(code, format!("{stopped} {rest}"))
        }
    }
}

/// Such as `the token is new already`; nothing of none.
fn clause(kinds: Vec<CredentialKind>, state: &str) -> Option<String> {
    let is = if kinds.len() == 1 { "is" } else { "are" };
    let names: Vec<String> = kinds.into_iter().map(|kind| format!("the {}", name(kind))).collect();
    (!names.is_empty()).then(|| format!("{} {is} {state}", names.join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_of_a_change_is_said_by_name_and_an_answer_that_never_came_too() {
        let why = AppError::new(ErrorCode::KeychainSlow, "It did not answer.");
        let left =
            [(CredentialKind::SubscriptionKey, Deed::Kept), (CredentialKind::RefreshToken, Deed::Forgotten)];
        let told = told(why, &left, Some(CredentialKind::Token));
        assert_eq!(told.code, ErrorCode::KeychainSlow);
        let said = "the subscription key is new already; the sign-in is no longer kept; whether the token is new is not known.";
        assert!(told.message.contains(said), "{}", told.message);
    }

    #[test]
    fn a_change_of_which_nothing_is_left_is_refused_in_the_keychains_own_words() {
        let why = AppError::new(ErrorCode::KeychainDenied, "What it holds is unchanged.");
        assert_eq!(told(why.clone(), &[], None), why);
        let slow = AppError::new(ErrorCode::KeychainSlow, "It did not answer.");
        let said = told(slow, &[], Some(CredentialKind::Token)).message;
        assert!(
            said.starts_with("It did not answer. Whether it holds the old token or the new one is not known"),
            "{said}"
        );
        let disk = AppError::new(ErrorCode::Storage, "The disk is full.");
        let told = told(disk, &[(CredentialKind::Token, Deed::Kept)], None);
        assert!(
            told.message.starts_with("The disk is full. The keychain did not take back"),
            "{}",
            told.message
        );
    }
}
