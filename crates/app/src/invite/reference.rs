//! What rows are checked against, and which roles give power over others.

use crate::App;
use crate::contract::*;
use crate::errors::{blocking, of_roster};
use crate::home::{read_json, write_json};
use crate::runs::whoever;
use jiff::Timestamp;
use rollcall_core::{Role, RoleId};
use rollcall_intake::{Reference, propose_privileged};
use rollcall_platform::ReinvitePending;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

/// Lies beside the list: what a person said of roles, and who said it.
const PRIVILEGED: &str = "privileged.json";

/// A person's word on which roles give power over others.
#[derive(Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
struct Said {
    /// Absent before anybody said anything: then names and weights decide.
    roles: Option<HashSet<RoleId>>,
    /// The roles that there were then: of one that the platform adds later, nobody said anything.
    known: HashSet<RoleId>,
    by: String,
    at: String,
}

impl App {
    /// What rows are checked against. Before the first refresh it is empty, and guesses rest on headers alone.
    pub(crate) async fn reference(&self, profile: &str) -> Result<Arc<Reference>, AppError> {
        // Without credentials a file can still be read and looked at; it can't be sent.
        let facts = self.client(profile).await.map(|client| client.facts()).ok();
        let required = facts.as_ref().is_some_and(|facts| facts.identity_provider_required);
        let again = facts.is_some_and(|facts| facts.reinvite_pending == ReinvitePending::MailsAgain);
        let folder = self.platform(profile).await?.folder.clone();
        self.ask(profile, move |roster| {
            let sign_ins = roster.sign_ins().map_err(of_roster)?;
            let roles: Vec<Role> =
                roster.roles().map_err(of_roster)?.into_iter().map(|held| held.role).collect();
            Ok(Arc::new(Reference {
                privileged: privileged(&folder, &roles)?.into_keys().collect(),
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
                identity_provider_required: required,
                pending_can_be_reinvited: again,
                sign_ins_by_domain: sign_ins.by_domain.clone(),
                sign_ins_by_organization: sign_ins.by_organization.clone(),
            }))
        })
        .await
    }

    /// Says which roles give power over others.
    pub async fn set_privileged(
        &self,
        profile: String,
        roles: Vec<RoleId>,
    ) -> Result<Vec<RoleView>, AppError> {
        let folder = self.platform(&profile).await?.folder.clone();
        let known = self
            .ask(&profile, |roster| {
                Ok(roster.roles().map_err(of_roster)?.into_iter().map(|held| held.role.id).collect())
            })
            .await?;
        let said = Said {
            roles: Some(roles.into_iter().collect()),
            known,
            by: whoever(),
            at: Timestamp::now().to_string(),
        };
        blocking(move || write_json(&folder.join(PRIVILEGED), &said)).await?;
        // The plans of its drafts no longer hold: what they rest on was changed.
        self.inner.desk.with_each(&profile, |draft| draft.look_again()).await;
        self.list_roles(profile).await
    }
}

/// Who said last which roles give power over others, and when; nobody yet where names and weights decide.
pub(crate) fn privileged_said(folder: &Path) -> Result<Option<(String, String)>, AppError> {
    let said: Said = read_json(&folder.join(PRIVILEGED))?;
    Ok(said.roles.map(|_| (said.by, said.at)))
}

/// The roles with power over others; with the reason where it was proposed and nobody has said anything yet.
pub(crate) fn privileged(folder: &Path, roles: &[Role]) -> Result<HashMap<RoleId, Option<String>>, AppError> {
    let said: Said = read_json(&folder.join(PRIVILEGED))?;
    let nobody_said = |role: &RoleId| said.roles.is_none() || !said.known.contains(role);
    let proposed = propose_privileged(roles).into_iter().filter(|(role, _)| nobody_said(role));
    let proposed = proposed.map(|(role, why)| (role, Some(why)));
    let decided = said.roles.iter().flatten().map(|role| (role.clone(), None));
    Ok(proposed.chain(decided).collect())
}
