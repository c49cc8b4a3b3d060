//! What rows are checked against.

use crate::App;
use crate::connect::description;
use crate::contract::*;
use crate::errors::of_roster;
use crate::people::Privileged;
use rollcall_core::Role;
use rollcall_intake::Reference;
use rollcall_platform::ReinvitePending;
use std::sync::Arc;

impl App {
    /// What rows are checked against. Before the first refresh it is empty, and guesses rest on headers alone.
    pub(crate) async fn reference(&self, profile: &str) -> Result<Arc<Reference>, AppError> {
        // Of the description alone: without credentials a file can still be read and looked at; it can't be sent.
        let description = description(&self.profile(profile)?.description)?;
        let asks = description.needs().asks;
        let again = description.facts().reinvite_pending == ReinvitePending::MailsAgain;
        let folder = self.platform(profile).await?.folder.clone();
        self.ask(profile, move |roster| {
            let sign_ins = roster.sign_ins().map_err(of_roster)?;
            let roles: Vec<Role> =
                roster.roles().map_err(of_roster)?.into_iter().map(|held| held.role).collect();
            Ok(Arc::new(Reference {
                privileged: Privileged::read(&folder, &roles)?.ids(),
                roles,
                identity_providers: roster
                    .identity_providers()
                    .map_err(of_roster)?
                    .into_iter()
                    .map(|used| used.identity_provider)
                    .collect(),
                organizations: roster
                    .organizations()
                    .map_err(of_roster)?
                    .into_iter()
                    .map(|known| known.organization)
                    .collect(),
                asks,
                pending_can_be_reinvited: again,
                sign_ins_by_domain: sign_ins.by_domain.clone(),
                sign_ins_by_organization: sign_ins.by_organization.clone(),
            }))
        })
        .await
    }
}
