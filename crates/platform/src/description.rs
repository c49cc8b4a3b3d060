//! A platform description: what one kind of platform calls things and where it keeps them.
//!
//! Paths, query names, headers, field names, paging and pace of the user APIs are not public, so
//! they are data. Some descriptions are built in; a profile may override one field by field.

use crate::fields::{FIELDS, FieldDoc};
use crate::headers;
use crate::places::{self, Places};
use crate::sound;
use crate::template::{Slot, Template};
use crate::wording::{Restarted, Wording};
use crate::written;
use rollcall_core::{Asked, Asks};
use serde::Deserialize;

/// Name and text of each built-in description.
const TEXTS: &[(&str, &str)] = &[
    ("appxite", include_str!("../descriptions/appxite.toml")),
    ("scim2", include_str!("../descriptions/scim2.toml")),
];
/// The only form of description files so far.
pub(crate) const FORMAT: u32 = 1;

/// How to speak to one kind of platform. [`Description::fields`] explains the form.
#[derive(Clone, Debug)]
pub struct Description {
    source: toml::Table,
    /// As it was written, where nothing was overridden.
    text: Option<String>,
    pub(crate) wording: Wording,
    pub(crate) template: Template,
}

/// What a connection needs, and what an invitation can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needs {
    /// Calls carry a subscription key.
    pub subscription_key: bool,
    /// The id of a platform or of customers has to be named.
    pub scope: bool,
    /// The token's address is known when the base URL is.
    pub token_url: bool,
    /// What an invitation is asked for beside address and names.
    pub asks: Asks,
}

/// A field in which one description differs from another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its place, such as `calls.users.path`.
    pub field: String,
    /// What the other says, as TOML.
    pub before: Option<String>,
    /// What this one says, as TOML.
    pub after: Option<String>,
}

/// What a call after an invitation that went well is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowUp {
    /// There is none.
    None,
    /// It names the role that the invitation was to give.
    GivesRole,
    /// Something else.
    Other,
}

/// What the rest of the program needs to know of a kind of platform.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The description's name, such as `appxite`.
    pub name: String,
    /// The name for people, such as `AppXite`.
    pub title: String,
    /// The description's version.
    pub version: String,
    /// Most people in one invite call.
    pub batch_limit: usize,
    /// Whether an invite call that was refused as a whole did nothing.
    pub atomic: bool,
    /// Whether people who were invited and never signed in are in the list of users.
    pub pending_listed: bool,
    /// What inviting an Active person does.
    pub reinvite_active: ReinviteActive,
    /// What inviting a New person again does.
    pub reinvite_pending: ReinvitePending,
    /// Whether inviting a New person again starts the listed creation date anew.
    pub reinvite_restarts_creation_date: bool,
    /// The call after an invitation that went well.
    pub follow_up: FollowUp,
    /// Invite calls a minute to begin with.
    pub per_minute: u32,
    /// Most invite calls under way at once.
    pub concurrency: usize,
}

/// What inviting an Active person does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReinviteActive {
    /// The platform refuses it.
    Refused,
    /// The platform accepts it.
    Accepted,
    /// Not known.
    Unknown,
}

/// What inviting a New person again does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReinvitePending {
    /// A new mail goes out.
    MailsAgain,
    /// The platform refuses it.
    Refused,
    /// Not known.
    Unknown,
}

/// One thing that is wrong with a description.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DescriptionProblem {
    /// Where in the text that was handed in, counted from 1, when the place is known.
    pub line: Option<u32>,
    /// What is wrong.
    pub sentence: String,
}

/// Why a description can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct DescriptionError {
    /// At least one, in the order of the lines.
    pub problems: Vec<DescriptionProblem>,
}

impl DescriptionError {
    pub(crate) fn one(line: Option<u32>, sentence: String) -> Self {
        Self { problems: vec![DescriptionProblem { line, sentence }] }
    }
}

/// A sentence as it stands behind the number of a line: small, and without a stop. Whoever shows it by itself gives
/// both back, and then it is the pattern again that other languages know.
pub(crate) fn behind_a_line(sentence: impl Into<String>) -> String {
    let text: String = sentence.into();
    let mut letters = text.strip_suffix('.').unwrap_or(&text).chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

impl std::fmt::Display for DescriptionProblem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.sentence),
            None => f.write_str(&self.sentence),
        }
    }
}

impl Description {
    /// The names of the built-in descriptions.
    pub fn built_in_names() -> impl Iterator<Item = &'static str> {
        TEXTS.iter().map(|(name, _)| *name)
    }

    /// A built-in description by name.
    pub fn built_in(name: &str) -> Option<Self> {
        let (_, text) = TEXTS.iter().find(|(known, _)| *known == name)?;
        Self::from_toml(text).ok()
    }

    /// Every field of the form, in the order in which a description is written.
    pub fn fields() -> &'static [FieldDoc] {
        &FIELDS
    }

    /// Whether a text is meant to be a whole description: it has a name. Changes to one have none. A text that can't
    /// be read is taken for a whole one.
    pub fn is_whole(text: &str) -> bool {
        text.parse::<toml::Table>().map_or(true, |table| table.contains_key("name"))
    }

    /// Reads a whole description.
    ///
    /// # Errors
    /// [`DescriptionError`] with the lines, where they are known: not TOML, a field missing, unknown or
    /// of the wrong type, a newer form, a template that is no JSON or names an unknown value, a path, a
    /// page size, a header or a status that can't be one.
    pub fn from_toml(text: &str) -> Result<Self, DescriptionError> {
        let (source, places) = places::read(text)?;
        Self::checked(source, &places, Some(text.to_owned()))
    }

    /// This description with some fields replaced: `overrides` is TOML of the same form that holds
    /// only what differs. Tables are merged key by key; anything else is replaced.
    ///
    /// # Errors
    /// [`DescriptionError`] as for [`Description::from_toml`]; the lines are those of `overrides`.
    pub fn overridden_by(&self, overrides: &str) -> Result<Self, DescriptionError> {
        let (changes, places) = places::read(overrides)?;
        if changes.is_empty() {
            return Ok(self.clone());
        }
        let mut source = self.source.clone();
        merge(&mut source, changes);
        Self::checked(source, &places, None)
    }

    /// All of it as TOML: as it was written, or, with overrides, written anew with a word on each field.
    pub fn text(&self) -> String {
        self.text.clone().unwrap_or_else(|| written::text(&self.source))
    }

    /// Every field that has a value, as (place, TOML), in the order of the form.
    pub fn values(&self) -> Vec<(String, String)> {
        written::leaves(&self.source)
    }

    /// The fields in which it differs from `base`, in the order of the form.
    pub fn difference(&self, base: &Self) -> Vec<Difference> {
        written::difference(&base.source, &self.source)
    }

    /// What it is for, in a sentence; empty where it does not say.
    pub fn about(&self) -> &str {
        &self.wording.about
    }

    /// What a connection of it needs, and what an invitation can say.
    pub fn needs(&self) -> Needs {
        let (wording, template) = (&self.wording, &self.template);
        let calls = &wording.calls;
        let place = |slot| if template.holds(slot) { Asked::Always } else { Asked::Never };
        let in_follow_up = calls.invite.then.as_ref().is_some_and(|then| then.names(Slot::RoleId));
        Needs {
            subscription_key: !wording.subscription_key_header.is_empty(),
            scope: self.needs_id(),
            token_url: calls.token.is_some(),
            asks: Asks {
                role: match place(Slot::RoleId) {
                    Asked::Never if in_follow_up => Asked::Maybe,
                    asked => asked,
                },
                identity_provider: match place(Slot::IdentityProviderId) {
                    Asked::Always if !wording.identity_provider_required => Asked::Maybe,
                    asked => asked,
                },
                organizations: place(Slot::OrganizationIds),
            },
        }
    }

    fn needs_id(&self) -> bool {
        let calls = &self.wording.calls;
        let then = calls.invite.then.as_ref().is_some_and(|then| then.path.contains("{id}"));
        calls.lists().any(|(_, call)| call.is_per_id())
            || calls.invite.path.contains("{id}")
            || then
            || headers::need_id(&self.wording)
    }

    /// What the rest of the program needs to know.
    pub fn facts(&self) -> Facts {
        let wording = &self.wording;
        Facts {
            name: wording.name.clone(),
            title: wording.title.clone(),
            version: wording.version.clone(),
            batch_limit: wording.batch_limit,
            atomic: wording.atomic,
            pending_listed: wording.pending_listed,
            reinvite_active: wording.reinvite_active,
            reinvite_pending: wording.reinvite_pending,
            reinvite_restarts_creation_date: wording.reinvite_changes == Some(Restarted::CreatedDate),
            follow_up: match &wording.calls.invite.then {
                None => FollowUp::None,
                Some(then) if then.names(Slot::RoleId) => FollowUp::GivesRole,
                Some(_) => FollowUp::Other,
            },
            per_minute: wording.pace.per_minute,
            concurrency: wording.pace.concurrency,
        }
    }

    /// The token URL under `base_url`, for a profile that names none.
    pub fn token_url(&self, base_url: &str) -> Option<String> {
        let call = self.wording.calls.token.as_ref()?;
        Some(format!("{}{}", base_url.trim().trim_end_matches('/'), call.path))
    }

    fn checked(source: toml::Table, places: &Places, text: Option<String>) -> Result<Self, DescriptionError> {
        let missing = places::missing(&source, places);
        if !missing.is_empty() {
            return Err(DescriptionError { problems: missing });
        }
        let unreadable =
            |error: toml::de::Error| DescriptionError::one(None, error.message().trim().to_owned());
        let mut wording = source.clone().try_into::<Wording>().map_err(unreadable)?;
        wording.calls.settle();
        let mut problems = sound::faults(&wording, places);
        problems.sort_by_key(|problem| problem.line);
        if !problems.is_empty() {
            return Err(DescriptionError { problems });
        }
        let template = Template::compile(&wording.calls.invite.body, &wording.calls.invite.person)
            .map_err(|problem| DescriptionError::one(None, problem))?;
        Ok(Self { source, text, wording, template })
    }
}

fn merge(into: &mut toml::Table, changes: toml::Table) {
    for (key, change) in changes {
        match (into.get_mut(&key), change) {
            (Some(toml::Value::Table(old)), toml::Value::Table(new)) => merge(old, new),
            (_, change) => {
                into.insert(key, change);
            }
        }
    }
}

#[cfg(test)]
mod tests;
