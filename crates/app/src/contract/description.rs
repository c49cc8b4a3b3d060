//! How to speak to a platform: descriptions as data, and what a connection changes in one.

use serde::{Deserialize, Serialize};
use specta::Type;

/// Which description a connection uses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct DescriptionChoice {
    /// The name of a built-in one, such as `appxite` or `scim2`; not looked at where `own` is there.
    pub base: String,
    /// A whole description of a person's own, as TOML.
    pub own: Option<String>,
    /// TOML of the same form that holds only what differs; empty for nothing.
    pub overrides: String,
}

impl Default for DescriptionChoice {
    fn default() -> Self {
        Self { base: "appxite".to_owned(), own: None, overrides: String::new() }
    }
}

/// A description, in a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DescriptionSummary {
    /// Its name, such as `appxite`.
    pub name: String,
    /// The name for people, such as `AppXite`.
    pub title: String,
    /// Its version.
    pub version: String,
    /// What it is for, in a sentence.
    pub about: String,
    /// What a connection of it needs.
    pub needs: DescriptionNeeds,
}

/// What a connection needs, and what the platform can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DescriptionNeeds {
    /// Calls carry a subscription key.
    pub subscription_key: bool,
    /// The id of a platform or of customers has to be named.
    pub scope: bool,
    /// An invitation has a place for an identity provider.
    pub identity_providers: bool,
    /// An invitation names organizations.
    pub organizations: bool,
    /// An invitation has a place for a role.
    pub role: bool,
    /// An invitation may leave the role out.
    pub role_optional: bool,
    /// The token's address is known when the base URL is.
    pub token_url: bool,
}

/// A description in full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DescriptionView {
    /// In a line.
    pub summary: DescriptionSummary,
    /// All of it as TOML, with what the connection changes.
    pub text: String,
    /// Where it differs from the built-in one (of a person's own: from the one of the same name, if there is one).
    pub differences: Vec<FieldDifference>,
    /// Every field, documented, with its value here.
    pub fields: Vec<DescriptionField>,
}

/// A field that a connection changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldDifference {
    /// Its place, such as `calls.users.path`.
    pub field: String,
    /// What the built-in description says, as TOML; nothing where it says nothing.
    pub built_in: Option<String>,
    /// What is said here, as TOML.
    pub here: Option<String>,
}

/// One field of a description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DescriptionField {
    /// Its place, such as `calls.users.path`.
    pub field: String,
    /// What it means, its unit, and what it is when left out.
    pub about: String,
    /// Its value as TOML, if it has one.
    pub value: Option<String>,
    /// Whether it must be there.
    pub required: bool,
}

/// What is wrong with a description.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DescriptionProblem {
    /// The line, from 1, where it is known.
    pub line: Option<u32>,
    /// What is wrong and what to write instead.
    pub sentence: String,
}

/// A description, or why it can't be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "data")]
pub enum DescriptionAnswer {
    /// It can be used.
    Good(Box<DescriptionView>),
    /// It can't.
    Bad(Vec<DescriptionProblem>),
}

/// One of the calls that a description describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum ApiCall {
    /// The list of users.
    Users,
    /// The list of roles.
    Roles,
    /// The list of identity providers.
    IdentityProviders,
    /// The list of organizations.
    Organizations,
    /// The invitation.
    Invite,
}

/// A real record of the platform beside Rollcall's fields.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RecordMatch {
    /// Which list it comes from.
    pub call: ApiCall,
    /// The record, as indented JSON.
    pub record: String,
    /// Everything in it that holds a value, in its order.
    pub values: Vec<RecordValue>,
    /// Rollcall's fields, and what each takes.
    pub fields: Vec<FieldMatch>,
}

/// A value of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RecordValue {
    /// Where it stands: a JSON pointer (RFC 6901), such as `/name/givenName`.
    pub at: String,
    /// What it is, shortened to 80 characters.
    pub example: String,
}

/// What a field of Rollcall's takes from a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldMatch {
    /// The field's name in a description, such as `first_name`.
    pub field: String,
    /// Its name for people.
    pub title: String,
    /// Whether a record without it can't be used.
    pub required: bool,
    /// Where its value stands; nothing where nothing was found.
    pub at: Option<String>,
    /// What Rollcall reads there, as it would show it.
    pub value: Option<String>,
}

/// A person's word on where a field stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FieldPlace {
    /// The field's name in a description.
    pub field: String,
    /// A JSON pointer; nothing: the description's own aliases.
    pub at: Option<String>,
}
