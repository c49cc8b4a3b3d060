//! The connections that are kept, without their credentials.

use super::descriptions::description;
use crate::contract::{
    AppError, DescriptionChoice, ErrorCode, Header, Network, ProfileDraft, SAMPLE_PROFILE, Scope, SignIn,
};
use crate::home::{one_writer, read_json, write_json};
use rollcall_core::phrase;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use uuid::Uuid;

/// The most characters of a name.
const MOST_CHARS: usize = 100;

/// A connection as it is kept on disk.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Profile {
    pub id: String,
    pub name: String,
    pub colour: String,
    pub live: bool,
    pub base_url: String,
    pub scope: Scope,
    pub extra_headers: Vec<Header>,
    pub sign_in: SignIn,
    pub session_only: bool,
    #[serde(default, deserialize_with = "description_or_name")]
    pub description: DescriptionChoice,
    #[serde(default)]
    pub read_only: bool,
    #[serde(default)]
    pub network: Network,
    /// Who signed in with the browser, in the sign-in service's own word: no name and no secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signed_in_as: Option<String>,
    #[serde(default)]
    pub tuning: Tuning,
}

/// What a person may set where a platform is known to differ from its description.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Tuning {
    /// Most people in one call.
    pub batch: Option<u32>,
    /// Most calls under way at once.
    pub concurrency: Option<u32>,
    /// Most invite calls in a minute, whatever the gateway allows.
    pub per_minute: Option<u32>,
    /// Seconds until an unclear row is looked up: H + L of the design, together.
    pub settle_seconds: Option<u32>,
    /// Seconds until an invite call without an answer is given up.
    pub post_timeout_seconds: Option<u32>,
}

/// Connections of the first versions name a built-in description and nothing more.
fn description_or_name<'de, D: serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<DescriptionChoice, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Kept {
        Name(String),
        Choice(DescriptionChoice),
    }
    Ok(match Kept::deserialize(deserializer)? {
        Kept::Name(base) => DescriptionChoice { base, ..DescriptionChoice::default() },
        Kept::Choice(choice) => choice,
    })
}

/// All connections of a data folder.
#[derive(Debug)]
pub(crate) struct Book {
    path: PathBuf,
    profiles: Vec<Profile>,
}

impl Book {
    pub(crate) fn read(path: PathBuf) -> Result<Self, AppError> {
        Ok(Self { profiles: read_json(&path)?, path })
    }

    pub(crate) fn all(&self) -> &[Profile] {
        &self.profiles
    }

    pub(crate) fn by_id(&self, id: &str) -> Option<&Profile> {
        self.profiles.iter().find(|profile| profile.id == id)
    }

    /// By id, or by name whatever its case.
    pub(crate) fn named(&self, name: &str) -> Option<&Profile> {
        let wanted = name.trim().to_lowercase();
        self.by_id(name)
            .or_else(|| self.profiles.iter().find(|profile| profile.name.to_lowercase() == wanted))
    }

    /// Whether a connection is for looking only by what is on the disk now: another window or command may have said so.
    pub(crate) fn is_read_only(&self, id: &str) -> Result<bool, AppError> {
        let profiles: Vec<Profile> = read_json(&self.path)?;
        Ok(profiles.iter().any(|profile| profile.id == id && profile.read_only))
    }

    /// What would be kept of `draft`, checked on its own and against the others.
    pub(crate) fn draft(&self, draft: &ProfileDraft, tuning: Option<Tuning>) -> Result<Profile, AppError> {
        let before = match &draft.id {
            Some(id) => Some(self.by_id(id).ok_or_else(unknown)?),
            None => None,
        };
        let mut profile = Profile::of(draft);
        if let Some(before) = before {
            profile.id.clone_from(&before.id);
            profile.tuning = before.tuning.clone();
            profile.signed_in_as = before.signed_in_as.clone();
        }
        if let Some(tuning) = tuning {
            profile.tuning = tuning;
        }
        profile.judge()?;
        match self.is_taken(&profile.name, &profile.id) {
            true => {
                Err(invalid(phrase!("Another connection has that name. Choose one that tells them apart.")))
            }
            false => Ok(profile),
        }
    }

    fn is_taken(&self, name: &str, id: &str) -> bool {
        self.named(name).is_some_and(|other| other.id != id) || name.eq_ignore_ascii_case(SAMPLE_PROFILE)
    }

    /// A connection like this one, under a name that is free.
    pub(crate) fn second(&self, profile: &Profile) -> Profile {
        let stem = without_number(&profile.name);
        let numbered = |number: u32| {
            let behind = format!(" ({number})");
            let room = MOST_CHARS - behind.len();
            stem.chars().take(room).collect::<String>().trim_end().to_owned() + &behind
        };
        let free = (2..).map(numbered).find(|name| !self.is_taken(name, ""));
        Profile { id: new_id(), name: free.unwrap_or_default(), ..profile.clone() }
    }

    /// Keeps a connection as a whole: a new one, or in the place of the one that was known here.
    ///
    /// # Errors
    /// [`ErrorCode::ProfileInvalid`] where another window or command changed it since it was looked at here, and
    /// [`ErrorCode::ProfileUnknown`] where one removed it.
    pub(crate) fn keep(&mut self, profile: Profile) -> Result<(), AppError> {
        let known = self.by_id(&profile.id).cloned();
        let kept = self.change(|profiles| {
            match (profiles.iter_mut().find(|kept| kept.id == profile.id), known) {
                (Some(kept), Some(known)) if *kept == known => *kept = profile,
                (Some(_), _) => return Err(changed_meanwhile()),
                (None, Some(_)) => return Err(unknown()),
                (None, None) => profiles.push(profile),
            }
            Ok(())
        });
        if kept.is_err() {
            // What is looked at next is what lies there now. The refusal says what there is to say.
            let _ = self.look_again();
        }
        kept
    }

    /// Changes one thing of a connection, as it lies on the disk now, and gives it as it is kept.
    ///
    /// # Errors
    /// [`ErrorCode::ProfileUnknown`] where there is none by now, and whatever `edit` refuses: then nothing is changed.
    pub(crate) fn edit(
        &mut self,
        id: &str,
        edit: impl FnOnce(&mut Profile) -> Result<(), AppError>,
    ) -> Result<Profile, AppError> {
        self.change(|profiles| {
            let kept = profiles.iter_mut().find(|kept| kept.id == id).ok_or_else(unknown)?;
            edit(kept)?;
            Ok(kept.clone())
        })
    }

    /// Reads again what there is: another window or command may have changed it.
    pub(crate) fn look_again(&mut self) -> Result<(), AppError> {
        self.profiles = read_json(&self.path)?;
        Ok(())
    }

    /// Keeps a second connection behind the one that it is like.
    pub(crate) fn keep_behind(&mut self, first: &str, profile: Profile) -> Result<(), AppError> {
        self.change(|profiles| {
            let behind =
                profiles.iter().position(|kept| kept.id == first).map_or(profiles.len(), |at| at + 1);
            profiles.insert(behind, profile);
            Ok(())
        })
    }

    /// Puts the connections in this order; those that are not named stay behind them, in the order in which they stood.
    pub(crate) fn order(&mut self, ids: &[String]) -> Result<(), AppError> {
        let place = |profile: &Profile| ids.iter().position(|id| *id == profile.id).unwrap_or(usize::MAX);
        self.change(|profiles| {
            profiles.sort_by_key(place);
            Ok(())
        })
    }

    pub(crate) fn remove(&mut self, id: &str) -> Result<(), AppError> {
        self.change(|profiles| {
            profiles.retain(|profile| profile.id != id);
            Ok(())
        })
    }

    // Disk first: what memory says is what the next start will find. And from the disk: what another window or command
    // kept meanwhile, such as that nobody may send, is not undone by a change of something else.
    fn change<T>(
        &mut self,
        change: impl FnOnce(&mut Vec<Profile>) -> Result<T, AppError>,
    ) -> Result<T, AppError> {
        let _alone = one_writer(&self.path);
        let mut profiles = read_json(&self.path)?;
        let changed = change(&mut profiles)?;
        write_json(&self.path, &profiles)?;
        self.profiles = profiles;
        Ok(changed)
    }
}

impl Profile {
    /// A new connection as it was entered, without what was typed around the values.
    pub(crate) fn of(draft: &ProfileDraft) -> Self {
        Self {
            id: new_id(),
            name: draft.name.trim().to_owned(),
            colour: draft.colour.to_ascii_lowercase(),
            live: draft.live,
            base_url: draft.base_url.trim().trim_end_matches('/').to_owned(),
            scope: trimmed(&draft.scope),
            extra_headers: draft
                .extra_headers
                .iter()
                .filter(|header| !header.name.trim().is_empty())
                .map(trimmed_header)
                .collect(),
            sign_in: draft.sign_in.clone(),
            session_only: draft.session_only,
            description: draft.description.clone(),
            read_only: draft.read_only,
            network: draft.network.clone(),
            signed_in_as: None,
            tuning: Tuning::default(),
        }
    }

    /// Refuses what no connection can be, whatever others there are.
    pub(crate) fn judge(&self) -> Result<(), AppError> {
        if self.name.is_empty() {
            return Err(invalid(phrase!("Give the connection a name.")));
        }
        // It has to be typed before much is sent.
        if self.name.chars().any(char::is_control) || self.name.chars().count() > MOST_CHARS {
            return Err(invalid(phrase!("The name of a connection is one line of at most 100 characters.")));
        }
        if !is_colour(&self.colour) {
            return Err(invalid(phrase!("A colour is written as # and six digits, such as #7c3aed.")));
        }
        let needs_id = description(&self.description)?.needs().scope;
        let (Scope::Platform(ids) | Scope::Customer(ids)) = &self.scope;
        if needs_id && ids.is_empty() {
            return Err(invalid(phrase!("Enter the id of the platform, or of at least one customer.")));
        }
        Ok(())
    }
}

fn new_id() -> String {
    Uuid::now_v7().to_string()
}

/// A name without the number that tells it from the one it was made like.
fn without_number(name: &str) -> &str {
    let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let split = name.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
    split.filter(|(stem, behind)| !stem.is_empty() && number(behind)).map_or(name, |(stem, _)| stem)
}

fn trimmed(scope: &Scope) -> Scope {
    let ids =
        |ids: &[String]| ids.iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect();
    match scope {
        Scope::Platform(all) => Scope::Platform(ids(all)),
        Scope::Customer(all) => Scope::Customer(ids(all)),
    }
}

fn trimmed_header(header: &Header) -> Header {
    Header { name: header.name.trim().to_owned(), value: header.value.trim().to_owned() }
}

fn is_colour(text: &str) -> bool {
    text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|b| b.is_ascii_hexdigit())
}

pub(crate) fn unknown() -> AppError {
    AppError::new(
        ErrorCode::ProfileUnknown,
        phrase!("There is no such connection. It may have been removed."),
    )
}

fn changed_meanwhile() -> AppError {
    invalid(phrase!(
        "Another window or command has changed this connection meanwhile. Nothing of yours was kept; look at it as it is now, and make your change again."
    ))
}

pub(crate) fn invalid(sentence: impl Into<String>) -> AppError {
    AppError::new(ErrorCode::ProfileInvalid, sentence)
}

#[cfg(test)]
mod tests;
