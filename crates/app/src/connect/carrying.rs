//! Use cases: a connection as a file, without its credentials, and a second one like it.

use crate::App;
use crate::contract::*;
use crate::runs::ReportFile;

impl App {
    /// A connection as a file for a colleague. It holds no credential.
    pub async fn connection_file(&self, profile: String) -> Result<ReportFile, AppError> {
        let _ = profile;
        Err(super::not_yet())
    }

    /// A second connection like this one, with its credentials.
    pub async fn duplicate_profile(&self, profile: String) -> Result<ProfileView, AppError> {
        let _ = profile;
        Err(super::not_yet())
    }

    /// Puts the connections in this order.
    pub async fn order_profiles(&self, ids: Vec<String>) -> Result<Vec<ProfileView>, AppError> {
        let _ = ids;
        Err(super::not_yet())
    }

    /// Takes the connection's name as typed, before a draft is sent that asks for it.
    pub async fn confirm_sending(&self, draft: String, name: String) -> Result<(), AppError> {
        let _ = (draft, name);
        Err(super::not_yet())
    }

    /// Learns organizations from a spreadsheet with id, name and ERP id.
    pub async fn take_organizations(
        &self,
        profile: String,
        token: String,
    ) -> Result<OrganizationsTaken, AppError> {
        let _ = (profile, token);
        Err(super::not_yet())
    }
}
