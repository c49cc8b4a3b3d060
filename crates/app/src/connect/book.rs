//! The connections that are kept, without their credentials.

use crate::contract::{AppError, DescriptionChoice, ErrorCode, Header, Network, ProfileDraft, Scope, SignIn};
use crate::home::{read_json, write_json};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use uuid::Uuid;

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

    /// What would be kept of `draft`, checked on its own and against the others.
    pub(crate) fn draft(&self, draft: &ProfileDraft, tuning: Option<Tuning>) -> Result<Profile, AppError> {
        let before = match &draft.id {
            Some(id) => Some(self.by_id(id).ok_or_else(unknown)?),
            None => None,
        };
        let profile = Profile {
            id: before.map_or_else(|| Uuid::now_v7().to_string(), |profile| profile.id.clone()),
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
            signed_in_as: before.and_then(|profile| profile.signed_in_as.clone()),
            tuning: tuning.or_else(|| before.map(|profile| profile.tuning.clone())).unwrap_or_default(),
        };
        self.judge(&profile)?;
        Ok(profile)
    }

    fn judge(&self, profile: &Profile) -> Result<(), AppError> {
        if profile.name.is_empty() {
            return Err(invalid("Give the connection a name."));
        }
        if self.named(&profile.name).is_some_and(|other| other.id != profile.id)
            || profile.name.eq_ignore_ascii_case("sandbox")
        {
            return Err(invalid("Another connection has that name. Choose one that tells them apart."));
        }
        if !is_colour(&profile.colour) {
            return Err(invalid("A colour is written as # and six digits, such as #7c3aed."));
        }
        let (Scope::Platform(ids) | Scope::Customer(ids)) = &profile.scope;
        if ids.is_empty() {
            return Err(invalid("Enter the id of the platform, or of at least one customer."));
        }
        Ok(())
    }

    pub(crate) fn keep(&mut self, profile: Profile) -> Result<(), AppError> {
        let mut profiles = self.profiles.clone();
        match profiles.iter_mut().find(|kept| kept.id == profile.id) {
            Some(kept) => *kept = profile,
            None => profiles.push(profile),
        }
        self.replace(profiles)
    }

    pub(crate) fn remove(&mut self, id: &str) -> Result<(), AppError> {
        let mut profiles = self.profiles.clone();
        profiles.retain(|profile| profile.id != id);
        self.replace(profiles)
    }

    // Disk first: what memory says is what the next start will find.
    fn replace(&mut self, profiles: Vec<Profile>) -> Result<(), AppError> {
        write_json(&self.path, &profiles)?;
        self.profiles = profiles;
        Ok(())
    }
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
    AppError::new(ErrorCode::ProfileUnknown, "There is no such connection. It may have been removed.")
}

pub(crate) fn invalid(sentence: &str) -> AppError {
    AppError::new(ErrorCode::ProfileInvalid, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(name: &str) -> ProfileDraft {
        ProfileDraft {
            id: None,
            name: name.into(),
            colour: "#7C3AED".into(),
            live: true,
            base_url: " https://api.example/ ".into(),
            scope: Scope::Platform(vec![" p-1 ".into(), " ".into()]),
            extra_headers: vec![Header { name: " ".into(), value: "x".into() }],
            sign_in: SignIn::Token,
            subscription_key: None,
            secret: None,
            session_only: false,
            read_only: false,
            description: DescriptionChoice::default(),
            network: Network::default(),
            proxy_password: None,
        }
    }

    fn book(folder: &tempfile::TempDir) -> Book {
        Book::read(folder.path().join("profiles.json")).expect("an empty book")
    }

    #[test]
    fn what_was_typed_around_the_values_is_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = book(&folder).draft(&draft(" Nordlys "), None).expect("a profile");
        assert_eq!(
            (kept.name.as_str(), kept.base_url.as_str(), kept.colour.as_str()),
            ("Nordlys", "https://api.example", "#7c3aed")
        );
        assert_eq!((kept.scope, kept.extra_headers), (Scope::Platform(vec!["p-1".into()]), vec![]));
    }

    #[test]
    fn two_connections_may_not_share_a_name() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut book = book(&folder);
        let first = book.draft(&draft("Nordlys"), None).expect("a profile");
        book.keep(first.clone()).expect("kept");
        assert_eq!(book.draft(&draft("nordlys"), None).expect_err("refused").code, ErrorCode::ProfileInvalid);
        assert_eq!(book.draft(&draft("Sandbox"), None).expect_err("refused").code, ErrorCode::ProfileInvalid);
        let again = ProfileDraft { id: Some(first.id), ..draft("NORDLYS") };
        assert!(book.draft(&again, None).is_ok(), "a connection may keep its own name");
    }

    #[test]
    fn what_is_kept_is_found_again_and_holds_no_secret() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = book(&folder);
        let profile = first.draft(&draft("Nordlys"), None).expect("a profile");
        first.keep(profile.clone()).expect("kept");
        assert_eq!(book(&folder).named("nordlys"), Some(&profile));
        first.remove(&profile.id).expect("removed");
        assert_eq!(book(&folder).all(), &[]);
    }
}
