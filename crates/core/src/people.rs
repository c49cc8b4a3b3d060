//! People, and what they hold.

use crate::{IdentityProviderId, OrganizationId, RoleId, UserId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use specta::Type;

/// What the platform says of an account.
///
/// Source: the platform's help articles name New, Active and Blocked (older text: Disabled).
/// Anything else is kept and shown as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AccountState {
    /// Invited; not accepted yet, or never signed in.
    New,
    /// Signs in.
    Active,
    /// Deactivated.
    Blocked,
    /// A word or number that no public document explains.
    Other(String),
}

impl AccountState {
    /// Reads the platform's word, whatever its case.
    pub fn from_word(word: &str) -> Self {
        match word.trim().to_ascii_lowercase().as_str() {
            "new" => Self::New,
            "active" => Self::Active,
            "blocked" | "disabled" => Self::Blocked,
            _ => Self::Other(word.trim().to_owned()),
        }
    }

    /// The word to show.
    pub fn as_str(&self) -> &str {
        match self {
            Self::New => "New",
            Self::Active => "Active",
            Self::Blocked => "Blocked",
            Self::Other(word) => word,
        }
    }
}

impl Serialize for AccountState {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AccountState {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|word| Self::from_word(&word))
    }
}

/// A person as the platform lists them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// The platform's id.
    pub id: UserId,
    /// The address as listed; empty where the platform gave none.
    pub email: String,
    /// Given name, empty where unknown.
    pub first_name: String,
    /// Family name, empty where unknown.
    pub last_name: String,
    /// New, Active, Blocked, or what the platform wrote.
    pub state: AccountState,
    /// Creation date, RFC 3339, as listed.
    pub created_at: Option<String>,
    /// "Full", "Restricted", or what the platform wrote.
    pub accessibility: Option<String>,
    /// Roles held.
    pub role_ids: Vec<RoleId>,
    /// How the person signs in.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// The id at the identity provider, such as `waad|…`.
    pub external_id: Option<String>,
    /// Organizations the person belongs to.
    pub organization_ids: Vec<OrganizationId>,
    /// Fields that Rollcall has no name for, kept as they came.
    pub other: Map<String, Value>,
    /// What the platform sent of this person, as JSON text. It is there on the way from the platform to the roster, which
    /// keeps it beside the list and tells it when asked for one person's.
    #[serde(skip)]
    pub raw: Option<String>,
}

/// A role that people hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Role {
    /// The id that an invitation takes.
    pub id: RoleId,
    /// The name people know.
    pub name: String,
    /// The platform's weight. Which direction means more power is not public.
    pub weight: Option<i32>,
}

/// A way to sign in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct IdentityProvider {
    /// The id that an invitation takes.
    pub id: IdentityProviderId,
    /// The name people know.
    pub name: String,
    /// The start of an external user id, such as `waad`.
    pub prefix: Option<String>,
    /// Whether people can sign in with it now.
    pub enabled: bool,
}

/// A distributor, seller or customer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Organization {
    /// The id that an invitation takes.
    pub id: OrganizationId,
    /// The name; names repeat.
    pub name: String,
    /// The id in the seller's ERP system.
    pub erp_id: Option<String>,
    /// "Distributor", "Seller", "Customer", or what the platform wrote.
    pub kind: Option<String>,
    /// The organization above this one.
    pub parent_id: Option<OrganizationId>,
}

impl Organization {
    /// `Name – ERP id`, or the name alone: how the platform's own pickers write it.
    pub fn label(&self) -> String {
        match &self.erp_id {
            Some(erp_id) => format!("{} – {erp_id}", self.name),
            None => self.name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_state_is_read_whatever_its_case_and_an_unknown_one_is_kept() {
        assert_eq!(AccountState::from_word("ACTIVE"), AccountState::Active);
        assert_eq!(AccountState::from_word("Disabled"), AccountState::Blocked);
        assert_eq!(AccountState::from_word("Suspended").as_str(), "Suspended");
    }
}
