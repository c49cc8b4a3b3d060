//! What a dropped document says of a platform.

use super::{ApiCall, AuthorityFile, DescriptionChoice, TakenConnection};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A document that was dropped or picked for a connection, understood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "data")]
pub enum ConnectionDocument {
    /// A connection that a colleague exported.
    Connection(Box<TakenConnection>),
    /// An OpenAPI document.
    Openapi(Box<OpenapiProposal>),
    /// A platform description.
    Description(DescriptionChoice),
    /// Certificates of authorities.
    Authorities(AuthorityFile),
    /// A table: organizations of a connection, where it is a list of them.
    Table,
}

/// What an OpenAPI document seems to say of the calls that Rollcall needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OpenapiProposal {
    /// The document's own title.
    pub title: String,
    /// The version of what it describes.
    pub version: String,
    /// The form, such as `OpenAPI 3.0.1, YAML`.
    pub form: String,
    /// Addresses that it names, the likeliest first.
    pub base_urls: Vec<String>,
    /// How it says that callers sign in.
    pub sign_in: ProposedSignIn,
    /// One for each call that Rollcall knows, found or not.
    pub operations: Vec<ProposedOperation>,
    /// The kind of platform that the rest is compared with.
    pub kind: ProposedKind,
    /// What a connection would change in the built-in description of that kind, as TOML.
    pub overrides: String,
    /// What in the document could not be understood, in sentences.
    pub doubts: Vec<String>,
}

/// The kind of platform that a document seems to be about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProposedKind {
    /// The name of the built-in description, such as `appxite`.
    pub name: String,
    /// Its name for people.
    pub title: String,
    /// What shows that the document is of this kind, each in a few words; empty: nothing does.
    pub signs: Vec<String>,
    /// Whether a person chose it.
    pub by_person: bool,
}

/// How a document says that callers sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProposedSignIn {
    /// The header that takes a key.
    pub key_header: Option<String>,
    /// Where tokens come from.
    pub token_url: Option<String>,
    /// Where people sign in.
    pub authorize_url: Option<String>,
    /// The issuer whose discovery document says more.
    pub issuer: Option<String>,
    /// Scopes that it names.
    pub scopes: Vec<String>,
}

/// What was found for one call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProposedOperation {
    /// Which call.
    pub call: ApiCall,
    /// Whether Rollcall can't do without it.
    pub required: bool,
    /// The one that would be used; nothing: not found, or a person said none.
    pub chosen: Option<String>,
    /// What might be it, the likeliest first, each one operation of the document.
    pub candidates: Vec<OperationCandidate>,
    /// Where Rollcall's fields would be read in its answers, or written in the body.
    pub fields: Vec<ProposedField>,
}

/// An operation that might be the one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OperationCandidate {
    /// Method and path, such as `GET /v2/users`.
    pub id: String,
    /// What the document says of it.
    pub summary: Option<String>,
    /// Why it might be it, each in a few words.
    pub reasons: Vec<String>,
    /// How sure, from 0 to 100.
    pub certainty: u8,
}

/// Where a field stands, as a document says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProposedField {
    /// The field's name in a description.
    pub field: String,
    /// Its name for people.
    pub title: String,
    /// Its place in a record: a name, or a JSON pointer; nothing where none was found.
    pub at: Option<String>,
    /// The type and words of the document.
    pub said: Option<String>,
}

/// A person's word on which operation is a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OperationChoice {
    /// Which call.
    pub call: ApiCall,
    /// A candidate's id; nothing: the platform has none.
    pub operation: Option<String>,
}

/// Where a person signs in, as an issuer says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignInEndpoints {
    /// The issuer's own name.
    pub issuer: String,
    /// Where people sign in, if they can.
    pub authorize_url: Option<String>,
    /// Where tokens come from.
    pub token_url: String,
    /// The scopes that it names.
    pub scopes: Vec<String>,
}

/// A sign-in that waits for the person in the browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct SignInWaiting {
    /// Whose.
    pub profile: String,
    /// The address that was opened, to open it by hand where that failed. It holds no secret.
    pub url: String,
}

/// Organizations that were learned from a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OrganizationsTaken {
    /// How many are known from files now.
    pub known: u32,
    /// How many of them are new.
    pub added: u32,
    /// Rows that could not be used, with why; the first ten.
    pub left_out: Vec<String>,
}
