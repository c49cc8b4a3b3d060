//! Connections to platforms. The page learns that a credential exists, never what it is.

use super::{DescriptionChoice, DescriptionNeeds, Network};
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
    /// Whether Rollcall gets the next token without a person.
    pub token_renews: bool,
    /// Whether nobody may be invited through this connection from this computer.
    pub read_only: bool,
    /// How to speak to the platform.
    pub description: DescriptionChoice,
    /// The description's name for people, such as `AppXite`.
    pub description_title: String,
    /// What a connection of this description needs.
    pub needs: DescriptionNeeds,
    /// The way through the network.
    pub network: Network,
    /// Whether the proxy's password is at hand.
    pub proxy_password: CredentialState,
    /// When the list of people was read last, if it ever was.
    pub last_refresh: Option<String>,
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
    /// OAuth 2.0 authorization code with PKCE in the system's browser (RFC 8252), and refresh tokens.
    Browser {
        /// Where the person signs in.
        authorize_url: String,
        /// Where codes and refresh tokens are turned into tokens.
        token_url: String,
        /// The client's id.
        client_id: String,
        /// The audience, for servers that ask for one.
        audience: Option<String>,
        /// The scope; `offline_access` or what the server calls it gives a refresh token.
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

/// A bearer token that was pasted.
#[derive(Clone, Debug, Deserialize, Type)]
pub struct PastedToken {
    /// The token, with or without the word Bearer.
    #[specta(type = String)]
    pub token: TypedSecret,
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
    /// A new token or client secret; absent keeps the one there is. Signing in with the browser needs one only where
    /// the server knows Rollcall as a confidential client.
    #[specta(type = Option<String>)]
    pub secret: Option<TypedSecret>,
    /// Keep credentials for this session only.
    pub session_only: bool,
    /// Nobody may be invited through this connection from this computer.
    pub read_only: bool,
    /// How to speak to the platform.
    pub description: DescriptionChoice,
    /// The way through the network.
    pub network: Network,
    /// A new password for the proxy; absent keeps the one there is.
    #[specta(type = Option<String>)]
    pub proxy_password: Option<TypedSecret>,
}

/// All of a connection but its credentials: what a file of it holds, and what a form can begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ConnectionSettings {
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
    #[serde(default)]
    pub extra_headers: Vec<Header>,
    /// How Rollcall signs in.
    pub sign_in: SignIn,
    /// Nobody may be invited through this connection.
    #[serde(default)]
    pub read_only: bool,
    /// How to speak to the platform.
    #[serde(default)]
    pub description: DescriptionChoice,
    /// The way through the network.
    #[serde(default)]
    pub network: Network,
}

/// A connection out of a colleague's file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TakenConnection {
    /// What the file holds.
    pub settings: ConnectionSettings,
    /// Names of headers that the colleague's connection has, and whose values are credentials of their own.
    pub left_out: Vec<String>,
}
