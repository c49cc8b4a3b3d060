//! What goes over the wire, field by field as the contract names it. The OpenAPI document is made from
//! these types, so it cannot say anything else than what is served.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Whether the person accepted the invitation, and may sign in.
#[derive(ToSchema)]
#[allow(dead_code)] // stands in the document for a text that a world file may fill with anything
pub(crate) enum AccountState {
    /// Invited; not accepted or never signed in.
    New,
    /// Signs in.
    Active,
    /// Deactivated.
    Blocked,
}

/// How much of the platform the person reaches.
#[derive(ToSchema)]
#[allow(dead_code)] // see AccountState
pub(crate) enum Accessibility {
    /// Everything that the roles give.
    Full,
    /// Less than the roles give.
    Restricted,
}

/// A person with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct User {
    /// Id of the account. Lists are in the order of this id.
    #[schema(value_type = String, format = Uuid, examples("0e4054cd-a021-5df4-b824-e00e17ae98b8"))]
    pub id: Uuid,
    /// Address that the account was invited with.
    #[schema(format = Email, examples("ravi.menon@contoso.example"))]
    pub email: String,
    /// First name; empty when it was never given.
    #[schema(examples("Ravi"))]
    pub first_name: String,
    /// Last name; empty when it was never given.
    #[schema(examples("Menon"))]
    pub last_name: String,
    /// When the account was made; a new invitation of a *New* person starts it anew.
    #[schema(value_type = String, format = DateTime, examples("2024-01-19T10:30:00Z"))]
    pub created_date: Timestamp,
    /// Account state.
    #[schema(value_type = AccountState)]
    pub account_state: String,
    /// Nothing for people who never signed in.
    #[schema(value_type = Option<Accessibility>, required)]
    pub accessibility: Option<String>,
    /// Roles that the person holds.
    #[schema(examples(json!(["064193fd-e846-5c3d-b5da-6aeab68d9973"])))]
    pub group_ids: Vec<String>,
    /// Way of signing in.
    #[schema(required, examples("18bf67c4-b7a3-569c-8e75-0d2a29908e59"))]
    pub identity_provider_id: Option<String>,
    /// Id with the identity provider: the provider's prefix, a bar, and its own id.
    #[schema(required, examples("waad|7b2f0c9e-55aa-41c7-93d0-0f5d6ad7b8f1"))]
    pub external_id: Option<String>,
    /// Organizations that the person belongs to.
    #[schema(examples(json!(["4fbf4515-43ce-50ab-baf9-28a9302d0bf7"])))]
    pub organization_ids: Vec<String>,
}

/// One page of people.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct UserPage {
    /// People of this page, in the order of their ids.
    pub items: Vec<User>,
    /// Number of this page, from 1.
    #[schema(minimum = 1)]
    pub page: u32,
    /// Size that was asked for; the last page may hold fewer.
    #[schema(minimum = 1, maximum = 1000)]
    pub page_size: u32,
    /// How many people there are on all pages.
    pub total_count: u64,
}

/// A role, also called a group.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Role {
    /// Id of the role; an invitation takes it as `GroupId`.
    #[schema(examples("d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9"))]
    pub id: String,
    /// Name for people.
    #[schema(examples("Customer"))]
    pub name: String,
    /// Rank: here a higher weight is more power.
    #[schema(examples(10))]
    pub weight: i64,
}

/// A way of signing in.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct IdentityProvider {
    /// Id of the provider.
    #[schema(examples("18bf67c4-b7a3-569c-8e75-0d2a29908e59"))]
    pub id: String,
    /// Name for people.
    #[schema(examples("Work email (AAD)"))]
    pub name: String,
    /// Start of its people's external ids.
    #[schema(examples("waad"))]
    pub prefix: String,
    /// Whether people can be invited with it.
    #[schema(examples(true))]
    pub enabled: bool,
}

/// A distributor, seller or customer.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Organization {
    /// Id of the organization.
    #[schema(examples("4fbf4515-43ce-50ab-baf9-28a9302d0bf7"))]
    pub id: String,
    /// Name for people; not unique.
    #[schema(examples("Contoso"))]
    pub name: String,
    /// Id in the distributor's books.
    #[schema(required, examples("C-20001"))]
    pub erp_id: Option<String>,
    /// Tier: `Distributor`, `Seller` or `Customer`.
    #[serde(rename = "type")]
    #[schema(examples("Customer"))]
    pub kind: String,
    /// Organization above; nothing for the distributor.
    #[schema(required, examples("78eb0c15-0648-50ee-b2dd-8fedd5e302b0"))]
    pub parent_id: Option<String>,
}

/// One page of organizations.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OrganizationPage {
    /// Organizations of this page.
    pub items: Vec<Organization>,
    /// How many organizations there are on all pages.
    pub total_count: u64,
}

/// People to invite with one call.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct InviteRequest {
    /// At most 100 people.
    #[schema(max_items = 100)]
    #[allow(dead_code)] // read element by element, so that each mistake is told with its place
    pub users: Vec<Invitee>,
}

/// One person to invite.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Invitee {
    /// Address that the mail goes to.
    #[schema(format = Email, examples("paul.smith@contoso.example"))]
    pub email: String,
    /// First name.
    #[schema(examples("Paul"))]
    pub first_name: Option<String>,
    /// Last name.
    #[schema(examples("Smith"))]
    pub last_name: Option<String>,
    /// Role to give.
    #[schema(examples("d85f1ca9-500d-55b8-8c01-64e3a9ebf1f9"))]
    pub group_id: String,
    /// Way of signing in; the platform's first enabled one when left out.
    #[schema(examples("18bf67c4-b7a3-569c-8e75-0d2a29908e59"))]
    pub identity_provider_id: Option<String>,
    /// Organizations to join, at least one.
    #[schema(examples(json!(["4fbf4515-43ce-50ab-baf9-28a9302d0bf7"])))]
    pub organization_ids: Vec<String>,
}

/// What became of each person of a call, in any order.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct InviteAnswer {
    /// One result for each person that was sent.
    pub results: Vec<InviteResult>,
}

/// What became of one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct InviteResult {
    /// Address as it was sent.
    #[schema(examples("paul.smith@contoso.example"))]
    pub email: String,
    /// Id of the account; nothing for a refused person.
    #[schema(value_type = Option<String>, format = Uuid, required)]
    pub user_id: Option<Uuid>,
    /// Whether the mail went out.
    pub status: InviteStatus,
    /// Why not; nothing for an invited person.
    #[schema(required)]
    pub code: Option<RefusalCode>,
    /// Why not, in words; nothing for an invited person.
    #[schema(required)]
    pub message: Option<String>,
}

/// Whether the mail went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) enum InviteStatus {
    /// The mail went out.
    Invited,
    /// Nothing was done for this person.
    Refused,
}

/// Why nothing was done for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
pub(crate) enum RefusalCode {
    /// Not an e-mail address.
    InvalidEmail,
    /// Has an account and uses it.
    AlreadyActive,
    /// Has an account that was deactivated.
    UserBlocked,
    /// No such role.
    UnknownRole,
    /// No such identity provider.
    UnknownIdentityProvider,
    /// The identity provider is switched off.
    IdentityProviderDisabled,
    /// No such organization, or none was named.
    UnknownOrganization,
    /// The role weighs more than the caller's.
    RoleAboveYours,
}

/// A token.
#[derive(Serialize, ToSchema)]
pub(crate) struct TokenAnswer {
    /// Goes into `Authorization: Bearer …`.
    pub access_token: String,
    /// Always `Bearer`.
    #[schema(examples("Bearer"))]
    pub token_type: String,
    /// Seconds until it expires.
    #[schema(examples(3600))]
    pub expires_in: u64,
}

/// Why no token was given (RFC 6749, section 5.2).
#[derive(Serialize, ToSchema)]
pub(crate) struct TokenError {
    /// `invalid_request`, `invalid_client` or `unsupported_grant_type`.
    #[schema(examples("invalid_client"))]
    pub error: String,
    /// The same in words.
    pub error_description: String,
}

/// The form that asks for a token.
#[derive(ToSchema)]
#[allow(dead_code)] // the document's view; the form is read pair by pair
pub(crate) struct TokenForm {
    /// Always `client_credentials`.
    #[schema(examples("client_credentials"))]
    pub grant_type: String,
    /// Client ID; may stand in HTTP Basic instead.
    pub client_id: Option<String>,
    /// Client Secret; may stand in HTTP Basic instead.
    pub client_secret: Option<String>,
    /// Accepted and not looked at.
    pub audience: Option<String>,
    /// Accepted and not looked at.
    pub scope: Option<String>,
}

/// The gateway's words: the platform was never reached, or did not answer in time.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct GatewayError {
    /// The HTTP status once more.
    #[schema(examples(429))]
    pub status_code: u16,
    /// What was wrong.
    #[schema(examples("Rate limit is exceeded. Try again in 17 seconds."))]
    pub message: String,
}

/// The platform's words.
#[derive(Serialize, ToSchema)]
pub(crate) struct PlatformError {
    /// A word for programs.
    #[schema(examples("BadRequest"))]
    pub code: String,
    /// A sentence for people.
    pub message: String,
    /// For a bad request: what is wrong at which place, such as `Users[3].Email`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<std::collections::BTreeMap<String, Vec<String>>>, nullable = false)]
    pub errors: Option<serde_json::Map<String, serde_json::Value>>,
}
