//! What puts all rows of a group right.

use super::step::Step;
use super::{Checked, Draft};
use crate::contract::*;
use rollcall_core::{RoleId, phrase, sentence};
use rollcall_intake::{Answer, Plan, Problem, ProblemCode, Reference};

pub(crate) fn bad(sentence: impl Into<String>) -> AppError {
    AppError::new(ErrorCode::BadRequest, sentence)
}

fn is_of(problem: &Problem, group: &GroupKey) -> bool {
    problem.code.as_str() == group.code && problem.field == group.field && problem.found == group.found
}

/// The numbers of the rows that have a problem.
///
/// # Errors
/// When no row has it any more.
pub(crate) fn rows_of(plan: &Plan, group: &GroupKey) -> Result<Vec<u32>, AppError> {
    let has = |place: &usize| plan.trouble(*place).any(|problem| is_of(problem, group));
    let rows: Vec<u32> = (0..plan.len()).filter(has).map(|place| plan.class(place).0).collect();
    if rows.is_empty() {
        return Err(bad(phrase!("No row has this problem any more. Nothing was changed.")));
    }
    Ok(rows)
}

/// What puts all rows of a group right: a default for what they lack, a meaning for what nobody knows, or a text.
///
/// # Errors
/// When no row has the problem any more, or the platform doesn't know what is to be used.
pub(crate) fn repair(
    draft: &Draft,
    checked: &Checked,
    group: &GroupKey,
    with: &str,
    remember: bool,
) -> Result<Step, AppError> {
    let code =
        ProblemCode::from_word(&group.code).ok_or_else(|| bad(phrase!("There is no such problem.")))?;
    let rows = rows_of(&checked.plan, group)?;
    let reference = &checked.plan.basis().reference;
    match code {
        ProblemCode::MissingRole
        | ProblemCode::MissingIdentityProvider
        | ProblemCode::MissingOrganization => {
            let mut defaults = draft.now().defaults.clone();
            set_default(&mut defaults, group.field, with, reference)?;
            Ok(Step::Values { defaults, decisions: draft.now().decisions })
        }
        ProblemCode::UnknownRole
        | ProblemCode::AmbiguousRole
        | ProblemCode::SeveralRoles
        | ProblemCode::UnknownIdentityProvider
        | ProblemCode::AmbiguousIdentityProvider
        | ProblemCode::IdentityProviderDisabled
        | ProblemCode::UnknownOrganization
        | ProblemCode::AmbiguousOrganization
        | ProblemCode::RememberedAnswer => answer(group, with, remember, reference),
        _ => {
            let field = group.field;
            let what = match rows.as_slice() {
                [row] => sentence!("the {field} in row {row}", field = field.label(), row = row),
                rows => sentence!("the {field} in {rows} rows", field = field.label(), rows = rows.len()),
            };
            let cells = rows.into_iter().map(|row| (row, field, with.into())).collect();
            Ok(Step::Cells { cells, what: what.text })
        }
    }
}

fn set_default(
    defaults: &mut Defaults,
    field: Field,
    with: &str,
    reference: &Reference,
) -> Result<(), AppError> {
    let not_known = |problem: Problem| bad(problem.message.text);
    match field {
        Field::Role => {
            defaults.role_id = Some(rollcall_intake::find_role(with, reference).map_err(not_known)?);
        }
        Field::IdentityProvider => {
            let found = rollcall_intake::find_identity_provider(with, reference).map_err(not_known)?;
            defaults.identity_provider_id = Some(found);
        }
        Field::Organizations => {
            defaults.organization_ids =
                rollcall_intake::find_organizations(with, reference).map_err(not_known)?;
        }
        _ => return Err(bad(phrase!("This can't be the same for all rows."))),
    }
    Ok(())
}

/// What a value means from now on.
fn answer(group: &GroupKey, with: &str, remember: bool, reference: &Reference) -> Result<Step, AppError> {
    let not_known = |problem: Problem| bad(problem.message.text);
    let (means, name) = match group.field {
        Field::Role => {
            let id = rollcall_intake::find_role(with, reference).map_err(not_known)?;
            let name = reference.roles.iter().find(|one| one.id == id).map(|one| one.name.clone());
            (id.0, name)
        }
        Field::IdentityProvider => {
            let id = rollcall_intake::find_identity_provider(with, reference).map_err(not_known)?;
            let name =
                reference.identity_providers.iter().find(|one| one.id == id).map(|one| one.name.clone());
            (id.0, name)
        }
        Field::Organizations => {
            let found = rollcall_intake::find_organizations(with, reference).map_err(not_known)?;
            let [id] = found.as_slice() else {
                return Err(bad(phrase!("Choose one organization for this name. Nothing was changed.")));
            };
            let name = reference.organizations.iter().find(|one| one.id == *id).map(|one| one.label());
            (id.0.clone(), name)
        }
        _ => return Err(bad(phrase!("This value can't stand for another one."))),
    };
    let powerful = group.field == Field::Role && reference.is_privileged(&RoleId::from(means.as_str()));
    let answer = Answer { found: group.found.clone(), means: means.clone(), remembered: false };
    Ok(Step::Answer {
        field: group.field,
        answer,
        name: name.unwrap_or(means),
        remember: remember && !powerful,
    })
}
