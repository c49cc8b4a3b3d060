//! An invitation as the journal keeps it.

use super::JournalError;
use rollcall_core::{EmailAddress, IdentityProviderId, Invitation, OrganizationId, RoleId, phrase};
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Kept {
    email: String,
    first_name: Option<String>,
    last_name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    role_id: Option<RoleId>,
    identity_provider_id: Option<IdentityProviderId>,
    organization_ids: Vec<OrganizationId>,
}

/// The invitation as JSON.
pub(super) fn to_json(invitation: &Invitation) -> Result<String, JournalError> {
    let kept = Kept {
        email: invitation.email.as_typed().to_owned(),
        first_name: invitation.first_name.clone(),
        last_name: invitation.last_name.clone(),
        role_id: invitation.role_id.clone(),
        identity_provider_id: invitation.identity_provider_id.clone(),
        organization_ids: invitation.organization_ids.clone(),
    };
    serde_json::to_string(&kept)
        .map_err(|_| JournalError::InvalidRun { what: phrase!("an invitation can't be kept").into() })
}

/// The invitation that was kept, exactly as it was.
pub(super) fn from_json(json: &str) -> Result<Invitation, JournalError> {
    let broken = || JournalError::corrupt(phrase!("an invitation can't be read"));
    let kept: Kept = serde_json::from_str(json).map_err(|_| broken())?;
    Ok(Invitation {
        email: EmailAddress::parse(&kept.email).map_err(|_| broken())?,
        first_name: kept.first_name,
        last_name: kept.last_name,
        role_id: kept.role_id,
        identity_provider_id: kept.identity_provider_id,
        organization_ids: kept.organization_ids,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_invitation_comes_back_as_it_was_typed() {
        let invitation = Invitation {
            email: EmailAddress::parse("Zoë.Ångström@Contoso.example").expect("an address"),
            first_name: Some("Zoë \"Z\"".into()),
            last_name: None,
            role_id: Some(RoleId("r-1".into())),
            identity_provider_id: None,
            organization_ids: vec![OrganizationId("o-2".into()), OrganizationId("o-1".into())],
        };
        let kept = to_json(&invitation).expect("json");
        assert_eq!(from_json(&kept).expect("an invitation"), invitation);
    }

    #[test]
    fn what_is_no_invitation_is_a_corrupt_journal() {
        for json in ["", "{}", r#"{"email":"no","roleId":"r","organizationIds":[]}"#] {
            assert!(matches!(from_json(json), Err(JournalError::Corrupt { .. })), "{json}");
        }
    }
}
