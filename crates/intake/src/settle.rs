//! The rows of one person: which one carries the invitation, and what the others add.

use crate::plan::{Class, PlanRow, PlannedInvitation};
use rollcall_core::{CanonicalEmail, EmailAddress, Invitation};
use std::collections::HashMap;

/// A row on its way to the plan.
#[derive(Debug)]
pub(crate) struct Draft {
    pub row: PlanRow,
    pub email: Option<EmailAddress>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub listed: bool,
}

/// Settles the rows that are ready so far, and says what is to be sent, in the order of the carrying rows.
pub(crate) fn settle(drafts: &mut [Draft]) -> Vec<PlannedInvitation> {
    let mut invitations = Vec::new();
    for places in people(drafts) {
        if in_conflict(drafts, &places) {
            for place in places {
                drafts[place].row.class = Class::Conflict;
            }
        } else {
            invitations.extend(fold(drafts, &places));
        }
    }
    invitations
}

/// The places of the ready rows, person by person, in the order in which the file names them first.
fn people(drafts: &[Draft]) -> Vec<Vec<usize>> {
    let mut seen: HashMap<&CanonicalEmail, usize> = HashMap::new();
    let mut people: Vec<Vec<usize>> = Vec::new();
    for (place, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.row.class == Class::Ready) {
        let Some(email) = &draft.email else { continue };
        let person = *seen.entry(email.canonical()).or_insert_with(|| {
            people.push(Vec::new());
            people.len() - 1
        });
        people[person].push(place);
    }
    people
}

fn in_conflict(drafts: &[Draft], places: &[usize]) -> bool {
    let asks = |place: &usize| (&drafts[*place].row.role_id, &drafts[*place].row.identity_provider_id);
    places.windows(2).any(|pair| asks(&pair[0]) != asks(&pair[1]))
}

fn fold(drafts: &mut [Draft], places: &[usize]) -> Option<PlannedInvitation> {
    let (first, others) = places.split_first()?;
    let carrier = &drafts[*first];
    let of = carrier.row.row;
    let mut organization_ids = carrier.row.organization_ids.clone();
    let mut rows = vec![of];
    let invitation = Invitation {
        email: carrier.email.clone()?,
        first_name: carrier.first_name.clone(),
        last_name: carrier.last_name.clone(),
        role_id: carrier.row.role_id.clone()?,
        identity_provider_id: carrier.row.identity_provider_id.clone(),
        organization_ids: Vec::new(),
    };
    let listed_before = carrier.listed;
    for place in others {
        let row = &mut drafts[*place].row;
        let before = organization_ids.len();
        for id in &row.organization_ids {
            if !organization_ids.contains(id) {
                organization_ids.push(id.clone());
            }
        }
        row.of = Some(of);
        row.class = if organization_ids.len() > before { Class::Folded } else { Class::Duplicate };
        if row.class == Class::Folded {
            rows.push(row.row);
        }
    }
    Some(PlannedInvitation {
        row: of,
        rows,
        listed_before,
        invitation: Invitation { organization_ids, ..invitation },
    })
}
