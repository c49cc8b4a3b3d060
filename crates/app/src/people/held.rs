//! Use cases: a list that looks wrong, and the person's word on it.

use super::Fetched;
use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_roster};
use crate::platforms::OpenPlatform;
use crate::runs::same_place;
use jiff::Timestamp;
use rollcall_core::{Sentence, phrase, sentence};
use rollcall_roster::{Doubt, ListedField, Roster};
use rollcall_runs::PlatformIdentity;

impl App {
    /// Makes the held list that was fetched at `fetched_at` the list: a person says that it is right. It counts
    /// as complete from then on.
    pub async fn take_held_list(
        &self,
        profile: String,
        fetched_at: String,
    ) -> Result<RefreshOutcome, AppError> {
        let (platform, at) = (self.platform(&profile).await?, moment(&fetched_at)?);
        let taken = blocking(move || {
            let taken = platform.roster.take_held(at).map_err(of_roster)?.ok_or_else(not_held)?;
            Fetched::held(&platform.folder, at).inspect(|begun| begun.note(&platform.folder));
            platform.tell_sent_aside();
            Ok(taken.changes)
        });
        let changes = taken.await?;
        self.begin_comparing_reviews(&profile);
        self.tell(AppEvent::RosterChanged(profile));
        Ok(super::outcome(changes))
    }

    /// Throws away the held list that was fetched at `fetched_at`: the one from before is right.
    pub async fn discard_held_list(&self, profile: String, fetched_at: String) -> Result<(), AppError> {
        let (roster, at) = (self.platform(&profile).await?.roster.clone(), moment(&fetched_at)?);
        blocking(move || match roster.discard_held(at).map_err(of_roster)? {
            true => Ok(()),
            false => Err(not_held()),
        })
        .await?;
        self.tell(AppEvent::RosterChanged(profile));
        Ok(())
    }

    /// Whether a list of this connection waits for a person's word. Nothing that rests on the one before it is
    /// known to hold then.
    pub(crate) async fn a_list_is_held(
        &self,
        profile: &str,
        identity: &PlatformIdentity,
    ) -> Result<bool, AppError> {
        let (roster, identity) = (self.platform(profile).await?.roster.clone(), identity.clone());
        blocking(move || Ok(held_for(&roster, &identity)?.is_some())).await
    }
}

/// The list of this very platform and scope that waits for a person's word. Blocks.
fn held_for(
    roster: &Roster,
    identity: &PlatformIdentity,
) -> Result<Option<rollcall_roster::HeldList>, AppError> {
    let held = roster.held().map_err(of_roster)?;
    // Not by the subject: another one is what may look wrong.
    Ok(held.filter(|held| same_place(&held.facts.scope, &identity.base)))
}

/// Whether the list that stands may be asked: `Ok(false)` where one is held that is too old to be told of again,
/// so that a newer one may settle the matter. Blocks.
pub(crate) fn nothing_is_held(
    platform: &OpenPlatform,
    identity: &PlatformIdentity,
) -> Result<bool, AppError> {
    let Some(held) = held_for(&platform.roster, identity)? else { return Ok(true) };
    match Fetched::held(&platform.folder, held.facts.fetched_at).is_some_and(|begun| begun.is_fresh()) {
        true => Err(list_held(&held)),
        false => Ok(false),
    }
}

/// That a list is held, and why.
pub(super) fn list_held(held: &rollcall_roster::HeldList) -> AppError {
    let reasons: Vec<String> = held.doubts.iter().map(sentence).collect();
    AppError::new(
        ErrorCode::ListHeld,
        format!(
            "{} {} {}",
            phrase!("The new list of people looks wrong."),
            reasons.join(" "),
            phrase!(
                "The list from before stays until a person says, on the Users screen, which of the two is right."
            )
        ),
    )
}

/// The held list, as the page shows it.
pub(super) fn shown(held: rollcall_roster::HeldList) -> HeldList {
    HeldList {
        fetched_at: held.facts.fetched_at.to_string(),
        people: held.changes.total,
        people_before: held.people_before,
        joined: held.changes.joined,
        left: held.changes.left,
        changed: held.changes.changed,
        reasons: held.doubts.iter().map(sentence).collect(),
    }
}

/// What looks wrong, in a sentence.
pub(super) fn sentence(doubt: &Doubt) -> String {
    match doubt {
        Doubt::AnotherSubject { before, now } => {
            sentence!(
                "It was fetched by another sign-in, {now}; the list from before was fetched by {before}.",
                now = now,
                before = before
            )
            .text
        }
        Doubt::PeopleGone { gone, before: 1 } if *gone == 1 => {
            phrase!("The one person who was listed is gone.").to_owned()
        }
        Doubt::PeopleGone { gone, before } if gone == before => {
            sentence!("All {people} people who were listed are gone.", people = number(*before)).text
        }
        Doubt::PeopleGone { gone, before } => {
            sentence!("{gone} of {before} people are gone.", gone = number(*gone), before = number(*before))
                .text
        }
        Doubt::FieldGone { field, had } => lost(*field, &number(*had)).text,
    }
}

fn lost(field: ListedField, people: &str) -> Sentence {
    match field {
        ListedField::Email => {
            sentence!("Nobody has an e-mail address any more; {people} people did before.", people = people)
        }
        ListedField::FirstName => {
            sentence!("Nobody has a first name any more; {people} people did before.", people = people)
        }
        ListedField::LastName => {
            sentence!("Nobody has a last name any more; {people} people did before.", people = people)
        }
        ListedField::State => {
            sentence!(
                "Nobody is New, Active or Blocked any more; {people} people did before.",
                people = people
            )
        }
        ListedField::Created => {
            sentence!("Nobody has a creation date any more; {people} people did before.", people = people)
        }
        ListedField::Roles => {
            sentence!("Nobody holds a role any more; {people} people did before.", people = people)
        }
        ListedField::IdentityProvider => {
            sentence!(
                "Nobody has an identity provider any more; {people} people did before.",
                people = people
            )
        }
        ListedField::Organizations => {
            sentence!(
                "Nobody belongs to an organization any more; {people} people did before.",
                people = people
            )
        }
    }
}

/// With commas between thousands.
fn number(count: u32) -> String {
    match count {
        0..1_000 => count.to_string(),
        _ => format!("{},{:03}", number(count / 1_000), count % 1_000),
    }
}

fn moment(fetched_at: &str) -> Result<Timestamp, AppError> {
    fetched_at.parse().map_err(|_| not_held())
}

fn not_held() -> AppError {
    AppError::new(
        ErrorCode::ListNotFresh,
        phrase!(
            "That list no longer waits for a decision: it was decided elsewhere, or a newer one took its place. Nothing was changed; look at the list again."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_wrong_is_said_in_plain_words() {
        let gone = |gone, before| sentence(&Doubt::PeopleGone { gone, before });
        assert_eq!(gone(12_310, 18_402), "12,310 of 18,402 people are gone.");
        assert_eq!(gone(1_000_013, 1_000_013), "All 1,000,013 people who were listed are gone.");
        assert_eq!(gone(1, 1), "The one person who was listed is gone.");
        let field = Doubt::FieldGone { field: ListedField::Created, had: 6_092 };
        assert_eq!(sentence(&field), "Nobody has a creation date any more; 6,092 people did before.");
    }
}
