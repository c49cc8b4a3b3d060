//! A platform description: what one kind of platform calls things and where it keeps them.
//!
//! Paths, query names, headers, field names, paging and pace of the user APIs are not public, so
//! they are data. One description is built in; a profile may override it field by field.

use crate::template::Template;
use crate::wording::{ListCall, Restarted, Wording};
use serde::Deserialize;

const APPXITE: &str = include_str!("../descriptions/appxite.toml");
/// The only form of description files so far.
const FORMAT: u32 = 1;

/// How to speak to one kind of platform. See `descriptions/appxite.toml` for the form.
#[derive(Clone, Debug)]
pub struct Description {
    source: toml::Table,
    pub(crate) wording: Wording,
    pub(crate) template: Template,
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
    /// Whether an invitation has to name an identity provider.
    pub identity_provider_required: bool,
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

/// Why a description can't be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{sentence}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct DescriptionError {
    /// Where, counted from 1, when the place is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub sentence: String,
}

impl Description {
    /// The names of the built-in descriptions.
    pub const BUILT_IN: &'static [&'static str] = &["appxite"];

    /// A built-in description by name.
    pub fn built_in(name: &str) -> Option<Self> {
        match name {
            "appxite" => Self::from_toml(APPXITE).ok(),
            _ => None,
        }
    }

    /// Reads a whole description.
    ///
    /// # Errors
    /// [`DescriptionError`] with the line, where it is known: not TOML, a field missing, unknown or
    /// of the wrong type, a newer form, a template that is no JSON or names an unknown value.
    pub fn from_toml(text: &str) -> Result<Self, DescriptionError> {
        let source = text.parse::<toml::Table>().map_err(|error| at_line(text, &error))?;
        let wording = toml::from_str::<Wording>(text).map_err(|error| at_line(text, &error))?;
        Self::checked(source, wording)
    }

    /// This description with some fields replaced: `overrides` is TOML of the same form that holds
    /// only what differs. Tables are merged key by key; anything else is replaced.
    ///
    /// # Errors
    /// [`DescriptionError`] as for [`Description::from_toml`]; the line is known for a text that is
    /// no TOML only.
    pub fn overridden_by(&self, overrides: &str) -> Result<Self, DescriptionError> {
        let changes = overrides.parse::<toml::Table>().map_err(|error| at_line(overrides, &error))?;
        let mut source = self.source.clone();
        merge(&mut source, changes);
        let wording = source.clone().try_into::<Wording>().map_err(|error| unplaced(error.message()))?;
        Self::checked(source, wording)
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
            identity_provider_required: wording.identity_provider_required,
            per_minute: wording.pace.per_minute,
            concurrency: wording.pace.concurrency,
        }
    }

    /// The token URL under `base_url`, for a profile that names none.
    pub fn token_url(&self, base_url: &str) -> Option<String> {
        let call = self.wording.calls.token.as_ref()?;
        Some(format!("{}{}", base_url.trim().trim_end_matches('/'), call.path))
    }

    fn checked(source: toml::Table, wording: Wording) -> Result<Self, DescriptionError> {
        check(&wording)?;
        let template = Template::compile(&wording.calls.invite.body, &wording.calls.invite.person)
            .map_err(|problem| unplaced(&problem))?;
        Ok(Self { source, wording, template })
    }
}

fn check(wording: &Wording) -> Result<(), DescriptionError> {
    if wording.format != FORMAT {
        return Err(unplaced(&format!(
            "this description has form {}, and this version of Rollcall reads form {FORMAT}",
            wording.format
        )));
    }
    if wording.batch_limit == 0 || wording.pace.per_minute == 0 || wording.pace.concurrency == 0 {
        return Err(unplaced("batch_limit, pace.per_minute and pace.concurrency must be 1 or more"));
    }
    if wording.subscription_key_header.parse::<reqwest::header::HeaderName>().is_err() {
        return Err(unplaced("subscription_key_header is not the name of a header"));
    }
    let calls = &wording.calls;
    check_path(&calls.invite.path)?;
    calls.token.iter().try_for_each(|call| check_path(&call.path))?;
    [Some(&calls.users), Some(&calls.roles), Some(&calls.identity_providers), calls.organizations.as_ref()]
        .into_iter()
        .flatten()
        .try_for_each(check_list)
}

fn check_list(call: &ListCall) -> Result<(), DescriptionError> {
    check_path(&call.path)?;
    match &call.paging {
        Some(paging) if paging.size == 0 || paging.max < paging.size => Err(unplaced(&format!(
            "the page size of {} must be 1 or more, and max no less than size",
            call.path
        ))),
        _ => Ok(()),
    }
}

// A path with a host, a query or dots would send the credentials somewhere the profile never named.
fn check_path(path: &str) -> Result<(), DescriptionError> {
    let plain = path.starts_with('/') && !path.starts_with("//") && !path.contains(['?', '#', '\\']);
    let dots = path.split('/').any(|segment| segment == "." || segment == "..");
    if plain && !dots {
        return Ok(());
    }
    Err(unplaced(&format!("the path {path:?} must begin with one / and hold no query and no dots")))
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

fn at_line(text: &str, error: &toml::de::Error) -> DescriptionError {
    let line =
        error.span().and_then(|span| text.get(..span.start)).map(|before| before.matches('\n').count() + 1);
    DescriptionError { line, sentence: error.message().trim().to_owned() }
}

fn unplaced(sentence: &str) -> DescriptionError {
    DescriptionError { line: None, sentence: sentence.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::KnownState;

    fn appxite() -> Description {
        Description::from_toml(APPXITE).expect("the built-in description")
    }

    #[test]
    fn the_built_in_description_says_what_the_contract_says() {
        let facts = appxite().facts();
        assert_eq!((facts.name.as_str(), facts.batch_limit), ("appxite", 100));
        assert!(facts.atomic && facts.pending_listed && facts.reinvite_restarts_creation_date);
        assert_eq!(facts.reinvite_active, ReinviteActive::Refused);
        assert_eq!(facts.reinvite_pending, ReinvitePending::MailsAgain);
        assert!(!facts.identity_provider_required, "the contract lets the provider be left out");
    }

    #[test]
    fn every_built_in_name_is_there() {
        for name in Description::BUILT_IN {
            assert!(Description::built_in(name).is_some(), "{name}");
        }
        assert!(Description::built_in("nothing").is_none());
    }

    #[test]
    fn a_profile_overrides_one_field_and_keeps_the_rest() {
        let changed = appxite()
            .overridden_by(
                "pending_listed = false\n[calls.users]\npath = \"/v3/people\"\n[states]\n1 = \"Active\"",
            )
            .expect("overrides");
        assert!(!changed.facts().pending_listed);
        assert_eq!(changed.wording.calls.users.path, "/v3/people");
        assert!(changed.wording.calls.users.paging.is_some(), "the paging was not mentioned and must stay");
        assert_eq!(changed.wording.states.get("1"), Some(&KnownState::Active));
    }

    #[test]
    fn an_unknown_field_is_refused_with_its_line() {
        let text = APPXITE.replace("atomic = true", "atomic = true\natomik = false");
        let expected = text.lines().position(|line| line.starts_with("atomik")).map(|index| index + 1);
        let error = Description::from_toml(&text).expect_err("an unknown field");
        assert_eq!(error.line, expected, "{error}");
        assert!(error.sentence.contains("atomik"), "{error}");
    }

    #[test]
    fn an_unknown_field_in_an_override_is_refused_by_name() {
        let error = appxite().overridden_by("[calls.users]\npaht = \"/x\"").expect_err("an unknown field");
        assert!(error.sentence.contains("paht"), "{error}");
    }

    #[test]
    fn a_newer_form_is_refused() {
        let error = appxite().overridden_by("format = 2").expect_err("a newer form");
        assert!(error.sentence.contains("form 2"), "{error}");
    }

    #[test]
    fn a_path_that_leaves_the_base_url_is_refused() {
        for path in ["//elsewhere.example/x", "https://elsewhere.example", "/a/../b", "/a?b=c", "users"] {
            let text = format!("[calls.users]\npath = {path:?}");
            assert!(appxite().overridden_by(&text).is_err(), "{path}");
        }
    }

    #[test]
    fn the_token_url_lies_under_the_base_url() {
        let url = appxite().token_url("https://api.example/gateway/");
        assert_eq!(url.as_deref(), Some("https://api.example/gateway/oauth/token"));
    }
}
