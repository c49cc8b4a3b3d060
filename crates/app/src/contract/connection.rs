//! Connections to platforms. The page learns that a credential exists, never what it is.

use rollcall_core::Secret;
use serde::{Deserialize, Serialize};
use specta::Type;

/// The id of the built-in connection to the sample platform.
pub const SAMPLE_PROFILE: &str = "sandbox";

/// A connection to one platform, as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProfileView {
    /// The connection's id.
    pub id: String,
    /// The name the person gave.
    pub name: String,
    /// `#rrggbb`: the line over the window and the dot beside the name.
    pub colour: String,
    /// Whether real people get real mails.
    pub live: bool,
    /// Where the four APIs live.
    pub base_url: String,
    /// Which part of the platform.
    pub scope: Scope,
    /// Headers sent with every call.
    pub extra_headers: Vec<Header>,
    /// How Rollcall signs in.
    pub sign_in: SignIn,
    /// Whether the subscription key is at hand.
    pub subscription_key: CredentialState,
    /// Whether the token or client secret is at hand.
    pub secret: CredentialState,
    /// Whether credentials are kept for this session only.
    pub session_only: bool,
    /// When the current token ends, if known.
    pub token_expires_at: Option<String>,
}

/// Whether a credential is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialState {
    /// In the keychain.
    Kept,
    /// In this process's memory only.
    Session,
    /// Not there.
    Missing,
    /// The keychain does not say.
    Unknown,
}

/// Which part of a platform a connection sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "ids")]
pub enum Scope {
    /// Whole platforms, by id.
    Platform(Vec<String>),
    /// Single customers, by organization id.
    Customer(Vec<String>),
}

/// A header sent with every call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Header {
    /// The header's name.
    pub name: String,
    /// The header's value; not for secrets.
    pub value: String,
}

/// How Rollcall signs in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case", rename_all_fields = "camelCase", tag = "kind")]
pub enum SignIn {
    /// A bearer token that the person pastes.
    Token,
    /// OAuth 2.0 client credentials (RFC 6749, 4.4).
    ClientCredentials {
        /// Where tokens come from.
        token_url: String,
        /// The client's id.
        client_id: String,
        /// The audience, for servers that ask for one.
        audience: Option<String>,
        /// The scope, for servers that ask for one.
        scope: Option<String>,
    },
}

/// A credential on its way in. It can be read from the page's request and never written back.
#[derive(Clone, Debug)]
pub struct TypedSecret(pub Secret);

impl<'de> Deserialize<'de> for TypedSecret {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Secret::new(text.trim())))
    }
}

/// What the person entered for a connection.
#[derive(Clone, Debug, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProfileDraft {
    /// Absent for a new connection.
    pub id: Option<String>,
    /// The name to show.
    pub name: String,
    /// `#rrggbb`.
    pub colour: String,
    /// Whether real people get real mails.
    pub live: bool,
    /// Where the four APIs live.
    pub base_url: String,
    /// Which part of the platform.
    pub scope: Scope,
    /// Headers sent with every call.
    pub extra_headers: Vec<Header>,
    /// How Rollcall signs in.
    pub sign_in: SignIn,
    /// A new subscription key; absent keeps the one there is.
    #[specta(type = Option<String>)]
    pub subscription_key: Option<TypedSecret>,
    /// A new token or client secret; absent keeps the one there is.
    #[specta(type = Option<String>)]
    pub secret: Option<TypedSecret>,
    /// Keep credentials for this session only.
    pub session_only: bool,
}

/// What a test of a connection found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionReport {
    /// Whether everything needed for inviting works.
    pub ok: bool,
    /// What was tried, in order.
    pub steps: Vec<ConnectionStep>,
}

/// One thing that a test of a connection tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionStep {
    /// "Sign-in", "Users", "Roles", "Identity providers", "Organizations".
    pub name: String,
    /// Whether it worked.
    pub ok: bool,
    /// What happened, and what to do if it failed.
    pub sentence: String,
    /// How many were found.
    pub count: Option<u32>,
    /// How long it took.
    pub milliseconds: u32,
}
