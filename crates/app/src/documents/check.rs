//! A checked file as a document, and values that a person names instead of picking them.

use crate::App;
use crate::contract::*;
use crate::invite::{Checked, Draft};
use rollcall_core::Invitation;
use rollcall_intake::{Class, FileFacts, Plan, PlanRow, Problem};
use serde_json::Value;

impl App {
    /// Fetches the lists unless they were in the last 15 minutes: what a header or a value means is
    /// guessed from them.
    pub async fn ready_lists(&self, profile: &str) -> Result<(), AppError> {
        self.fresh_list(profile).await.map(drop)
    }

    /// Checks a draft, and gives every row and, if asked for, every call.
    pub async fn check_document(&self, draft: String, payloads: bool) -> Result<CheckDocument, AppError> {
        let held = self.held(&draft).await?;
        let mut draft = held.lock().await;
        let checked = self.check(&mut draft).await?;
        draft.look_at(checked.plan.clone());
        let payloads = if payloads { Some(self.payloads(&draft, &checked).await?) } else { None };
        Ok(CheckDocument {
            schema: DOCUMENT_SCHEMA,
            file: file(&draft.table().file),
            mapping: draft.mapping().described(draft.table()),
            counts: counts(&checked.plan),
            invites: u32::try_from(checked.plan.people()).unwrap_or(u32::MAX),
            rows: checked.plan.rows().map(row).collect(),
            payloads,
        })
    }

    async fn payloads(&self, draft: &Draft, checked: &Checked) -> Result<Vec<Value>, AppError> {
        let client = self.client(&draft.profile).await?;
        let people: Vec<Invitation> = checked.plan.invitations().map(|planned| planned.invitation).collect();
        let mut rest = people.as_slice();
        let mut bodies = Vec::with_capacity(checked.calls.len());
        for size in &checked.calls {
            let (call, later) = rest.split_at((*size).min(rest.len()));
            bodies.push(serde_json::from_slice(&client.invite_body(call)).map_err(|problem| {
                AppError::new(ErrorCode::Internal, "The calls can't be shown. Nothing was sent.")
                    .with_detail(problem.to_string())
            })?);
            rest = later;
        }
        Ok(bodies)
    }

    /// What rows get that lack a value, by the names that people use.
    pub async fn defaults_named(
        &self,
        profile: &str,
        named: &[(Field, String)],
    ) -> Result<Defaults, AppError> {
        let reference = self.reference(profile).await?;
        let mut defaults = Defaults::default();
        for (field, name) in named {
            let found = match field {
                Field::Role => {
                    rollcall_intake::find_role(name, &reference).map(|id| defaults.role_id = Some(id))
                }
                Field::IdentityProvider => rollcall_intake::find_identity_provider(name, &reference)
                    .map(|id| defaults.identity_provider_id = Some(id)),
                Field::Organizations => rollcall_intake::find_organizations(name, &reference)
                    .map(|ids| defaults.organization_ids.extend(ids)),
                _ => {
                    let sentence = "Only the role, the identity provider and the organizations can be the same for everyone.";
                    return Err(AppError::new(ErrorCode::BadRequest, sentence));
                }
            };
            found.map_err(|problem| refused(*field, name, &problem))?;
        }
        Ok(defaults)
    }
}

fn refused(field: Field, name: &str, problem: &Problem) -> AppError {
    let hint = match &problem.suggestion {
        Some(suggestion) => format!(" Did you mean \"{suggestion}\"?"),
        None if !problem.choices.is_empty() => format!(" It could be: {}.", problem.choices.join(", ")),
        None => String::new(),
    };
    AppError::new(
        ErrorCode::BadRequest,
        format!("\"{name}\" can't be the {} for all rows: {}{hint}", field.label(), problem.message),
    )
}

fn file(facts: &FileFacts) -> FileDocument {
    FileDocument {
        name: facts.name.clone(),
        sha256: facts.sha256.clone(),
        format: facts.format.clone(),
        sheet: facts.sheet.clone(),
        encoding: facts.encoding.clone(),
        delimiter: facts.delimiter.clone(),
        header_row: facts.header_row,
        rows_read: facts.rows_read,
        notices: facts.notices.clone(),
    }
}

fn counts(plan: &Plan) -> ClassCounts {
    let rows = |class| plan.counts.get(&class).copied().unwrap_or(0);
    ClassCounts {
        ready: rows(Class::Ready),
        problem: rows(Class::Problem),
        folded: rows(Class::Folded),
        duplicate: rows(Class::Duplicate),
        conflict: rows(Class::Conflict),
        already_active: rows(Class::AlreadyActive),
        already_invited: rows(Class::AlreadyInvited),
        blocked_user: rows(Class::BlockedUser),
    }
}

fn row(row: PlanRow) -> CheckRow {
    CheckRow {
        row: row.row,
        class: row.class,
        of: row.of,
        differs: row.differs,
        values: row.values,
        organization_ids: row.organization_ids,
        role_id: row.role_id,
        identity_provider_id: row.identity_provider_id,
        problems: row.problems,
        warnings: row.warnings,
    }
}
