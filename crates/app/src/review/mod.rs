//! Access reviews: joined to the list of people, decided on, handed over, signed off, followed.

mod browse;
mod compare;
mod decide;
mod evidence;
mod hand_over;
mod listed;
mod paper;
mod removals;
mod scope;
mod start;
mod taken_back;
mod words;

use crate::App;
use crate::contract::{AppError, AppEvent, ErrorCode};
use crate::errors::{blocking, of_review};
use rollcall_core::{WeightDirection, phrase};
use rollcall_review::{Held, Named, ReviewError, Reviews};
use serde::{Deserialize, Serialize};

/// People whom one call may decide on or hand over by name.
const PEOPLE_AT_ONCE: usize = 500;

/// Characters of a note.
const NOTE_CHARS: usize = 2_000;

/// Characters of a name that is typed.
const NAME_CHARS: usize = 100;

/// What was known when a review started, as it is kept beside it. Names are those of then.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Facts {
    connection: String,
    platform: String,
    part: Option<String>,
    signed_in_as: Option<String>,
    people: u32,
    roles: u32,
    identity_providers: u32,
    organizations: u32,
    organizations_listed: bool,
    privileged: Vec<PrivilegedRole>,
    /// Roles that names and weights propose and a person said are not.
    unticked: Vec<PrivilegedRole>,
    /// Which weights gave more power.
    direction: WeightDirection,
    /// Of the scope "role and above": id and name of each role that it meant.
    roles_in_scope: Vec<(String, String)>,
}

/// A role that counted as privileged, or did not although it was proposed, and who said so.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct PrivilegedRole {
    /// Blank in a review that was started before ids were kept.
    #[serde(default)]
    id: String,
    name: String,
    said: Option<(String, String)>,
}

impl Facts {
    /// Those of somebody's roles that counted as privileged, by name.
    fn privileged_of(&self, held: &Held) -> Vec<String> {
        let counted = |role: &&Named| self.privileged.iter().any(|one| one.is(role));
        held.roles.iter().filter(counted).map(|role| role.name.clone()).collect()
    }
}

impl PrivilegedRole {
    fn named(&self) -> Named {
        Named { id: self.id.clone(), name: self.name.clone() }
    }

    fn is(&self, role: &Named) -> bool {
        if self.id.is_empty() { self.name == role.name } else { self.id == role.id }
    }
}

impl App {
    /// Asks the reviews of a connection.
    async fn reviews<T: Send + 'static>(
        &self,
        profile: &str,
        question: impl FnOnce(&Reviews) -> Result<T, ReviewError> + Send + 'static,
    ) -> Result<T, AppError> {
        let reviews = self.platform(profile).await?.reviews.clone();
        blocking(move || question(&reviews).map_err(of_review)).await
    }

    /// Changes the reviews of a connection, and tells that they changed.
    async fn change_reviews<T: Send + 'static>(
        &self,
        profile: &str,
        change: impl FnOnce(&Reviews) -> Result<T, ReviewError> + Send + 'static,
    ) -> Result<T, AppError> {
        let changed = self.reviews(profile, change).await?;
        self.tell(AppEvent::ReviewChanged(profile.to_owned()));
        Ok(changed)
    }
}

/// A name as typed, without blanks around it.
fn typed_name(name: &str) -> Result<String, AppError> {
    let name = name.trim();
    match name.chars().count() {
        0 => Err(refused(phrase!("Type the name first. Nothing was changed."))),
        1..=NAME_CHARS if !name.contains(char::is_control) => Ok(name.to_owned()),
        _ => {
            Err(refused(phrase!("A name has at most 100 characters, all on one line. Nothing was changed.")))
        }
    }
}

/// A note as typed.
fn typed_note(note: &str) -> Result<String, AppError> {
    let note = note.trim();
    match note.chars().count() > NOTE_CHARS {
        true => Err(refused(phrase!("A note has at most 2,000 characters. Nothing was changed."))),
        false => Ok(note.to_owned()),
    }
}

/// After how many months something is repeated.
fn months(months: Option<u32>) -> Result<Option<u32>, AppError> {
    match months {
        Some(0 | 37..) => {
            Err(refused(phrase!("A review is repeated after 1 to 36 months. Nothing was changed.")))
        }
        months => Ok(months),
    }
}

fn refused(sentence: impl Into<String>) -> AppError {
    AppError::new(ErrorCode::ReviewRefused, sentence)
}
