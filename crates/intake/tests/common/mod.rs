//! What the integration tests share: the sample platform's own world, read independently of the crate that serves it.
#![allow(dead_code, reason = "each test binary uses its part")]

pub mod made;
pub mod memory;

use rollcall_core::{
    AccountState, CanonicalEmail, IdentityProvider, Organization, OrganizationId, Role, RoleId,
    propose_privileged,
};
use rollcall_intake::{
    Basis, Corrections, Decisions, Defaults, Listed, ListedPerson, Mapping, Plan, PlanRow, PlannedInvitation,
    Reference, Table,
};
use serde_json::Value;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

/// The repository's top folder.
pub fn repository() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A file of the samples.
pub fn sample(name: &str) -> Vec<u8> {
    let path = repository().join("testdata/samples").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The sample platform.
pub struct World {
    pub reference: Reference,
    people: HashMap<CanonicalEmail, ListedPerson>,
}

impl World {
    pub fn load() -> Self {
        let path = repository().join("crates/sandbox/data/world.json");
        let text =
            std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let world: Value = serde_json::from_str(&text).expect("world.json is JSON");
        let each = |name: &str| world[name].as_array().expect("a list").iter();
        let text = |value: &Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
        let maybe = |value: &Value, name: &str| value[name].as_str().map(str::to_owned);
        let reference = Reference {
            roles: each("roles")
                .map(|role| Role { id: text(role, "id").into(), name: text(role, "name"), weight: None })
                .collect(),
            identity_providers: each("identityProviders")
                .map(|provider| IdentityProvider {
                    id: text(provider, "id").into(),
                    name: text(provider, "name"),
                    prefix: maybe(provider, "prefix"),
                    enabled: provider["enabled"].as_bool().unwrap_or_default(),
                })
                .collect(),
            organizations: each("organizations")
                .map(|one| Organization {
                    id: text(one, "id").into(),
                    name: text(one, "name"),
                    erp_id: maybe(one, "erpId"),
                    kind: maybe(one, "type"),
                    parent_id: maybe(one, "parentId").map(OrganizationId),
                })
                .collect(),
            pending_can_be_reinvited: true,
            ..Reference::default()
        };
        let reference = Reference {
            privileged: propose_privileged(&reference.roles, None)
                .into_iter()
                .map(|(role, _)| role)
                .collect(),
            ..reference
        };
        let ids = |value: &Value, name: &str| -> Vec<String> {
            value[name]
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect()
        };
        let people = each("users").map(|user| {
            let person = ListedPerson {
                state: AccountState::from_word(&text(user, "accountState")),
                role_ids: ids(user, "groupIds").into_iter().map(RoleId).collect(),
                organization_ids: ids(user, "organizationIds").into_iter().map(OrganizationId).collect(),
                invited_by_us: false,
            };
            (CanonicalEmail::of_listed(&text(user, "email")), person)
        });
        Self { reference, people: people.collect() }
    }
}

impl Listed for World {
    fn find(&self, emails: &[&CanonicalEmail], found: &mut dyn FnMut(usize, ListedPerson)) {
        for (at, email) in emails.iter().enumerate() {
            if let Some(person) = self.people.get(*email) {
                found(at, person.clone());
            }
        }
    }
}

/// A check of a table with nothing put right.
pub fn check(
    table: &Table,
    mapping: &Mapping,
    defaults: &Defaults,
    decisions: &Decisions,
    reference: &Reference,
    listed: &dyn Listed,
) -> Plan {
    corrected(table, mapping, defaults, decisions, &Corrections::default(), reference, listed)
}

/// A check of a table with what was put right.
pub fn corrected(
    table: &Table,
    mapping: &Mapping,
    defaults: &Defaults,
    decisions: &Decisions,
    corrections: &Corrections,
    reference: &Reference,
    listed: &dyn Listed,
) -> Plan {
    let basis = Basis {
        table: Arc::new(table.clone()),
        mapping: mapping.clone(),
        defaults: defaults.clone(),
        decisions: *decisions,
        corrections: corrections.clone(),
        reference: Arc::new(reference.clone()),
    };
    rollcall_intake::check(Arc::new(basis), listed)
}

/// All rows of a plan in full.
pub fn rows(plan: &Plan) -> Vec<PlanRow> {
    plan.rows().collect()
}

/// All invitations of a plan.
pub fn sent(plan: &Plan) -> Vec<PlannedInvitation> {
    plan.invitations().collect()
}

/// Every odd workbook of the corpus, by name; nothing where the corpus is absent, which is said.
///
/// # Panics
/// In CI, where it is always there.
pub fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = repository().join("../shared/corpus/calamine");
    let Ok(entries) = std::fs::read_dir(&folder) else {
        assert!(std::env::var_os("CI").is_none(), "the corpus is always there in CI: {}", folder.display());
        eprintln!("SKIPPED: the corpus is not at {}; the odd workbooks were not read.", folder.display());
        return Vec::new();
    };
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let workbooks = paths.filter(|path| !name(path).ends_with(".md"));
    workbooks.map(|path| (name(&path), std::fs::read(&path).expect("a readable file"))).collect()
}
