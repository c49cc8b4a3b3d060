//! How active people sign in, by mail domain and by organization.

use crate::RosterError;
use crate::names::prefixes;
use crate::record;
use crate::schema::Shelf;
use rollcall_core::{IdentityProviderId, OrganizationId};
use rusqlite::Connection;
use std::collections::HashMap;

/// How many active people use each identity provider. People without one are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignIns {
    /// By the domain of the canonical address.
    pub by_domain: HashMap<String, HashMap<IdentityProviderId, u32>>,
    /// By organization.
    pub by_organization: HashMap<OrganizationId, HashMap<IdentityProviderId, u32>>,
}

/// Counts them in one pass over the list.
pub(crate) fn count(connection: &Connection, shelf: Shelf) -> Result<SignIns, RosterError> {
    let prefixes = prefixes(connection, shelf)?;
    let sql = "SELECT canonical, ifnull(identity_provider_id, ''), organization_ids, ifnull(external_id, '')
               FROM user_$ WHERE state = 'Active'";
    let mut statement = connection.prepare(&shelf.sql(sql))?;
    let mut rows = statement.query([])?;
    let mut found = SignIns::default();
    while let Some(row) = rows.next()? {
        let canonical = row.get_ref(0)?.as_str().unwrap_or_default();
        let text = |column| row.get_ref(column).ok()?.as_str().ok();
        let told = prefixes.told(text(1).unwrap_or_default(), text(3).unwrap_or_default());
        let Some(provider) = told.map(IdentityProviderId::from) else { continue };
        let organizations: Vec<OrganizationId> = record::json(row, 2)?;
        if let Some((_, domain)) = canonical.rsplit_once('@') {
            add(&mut found.by_domain, domain.to_owned(), provider.clone());
        }
        for organization in organizations {
            add(&mut found.by_organization, organization, provider.clone());
        }
    }
    Ok(found)
}

fn add<K: std::hash::Hash + Eq>(
    counts: &mut HashMap<K, HashMap<IdentityProviderId, u32>>,
    key: K,
    provider: IdentityProviderId,
) {
    *counts.entry(key).or_default().entry(provider).or_default() += 1;
}
