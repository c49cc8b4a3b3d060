//! People who are invited once more, as rows that a program might have written: text to the letter, in no dialect.

use super::draft::Source;
use super::state::Meant;
use super::step::Step;
use super::view::draft_view;
use super::{Draft, bytes};
use crate::App;
use crate::contract::*;
use rollcall_core::{IdentityProviderId, Invitation, OrganizationId, RoleId, phrase};
use rollcall_intake::{Reference, Table};
use rollcall_roster::UserRow as Listed;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

pub(super) const HEADERS: [(Field, &str); 6] = [
    (Field::Email, "E-mail"),
    (Field::FirstName, "First name"),
    (Field::LastName, "Last name"),
    (Field::Role, "Role"),
    (Field::IdentityProvider, "Identity provider"),
    (Field::Organizations, "Organizations"),
];

/// What somebody is to be invited to.
pub(super) struct Asked {
    email: String,
    first_name: String,
    last_name: String,
    /// One, or a person has to say which.
    role_ids: Vec<RoleId>,
    identity_provider_id: Option<IdentityProviderId>,
    organization_ids: Vec<OrganizationId>,
}

impl From<&Invitation> for Asked {
    fn from(sent: &Invitation) -> Self {
        Self {
            email: sent.email.as_typed().to_owned(),
            first_name: sent.first_name.clone().unwrap_or_default(),
            last_name: sent.last_name.clone().unwrap_or_default(),
            role_ids: sent.role_id.iter().cloned().collect(),
            identity_provider_id: sent.identity_provider_id.clone(),
            organization_ids: sent.organization_ids.clone(),
        }
    }
}

impl From<Listed> for Asked {
    fn from(listed: Listed) -> Self {
        Self {
            email: listed.email,
            first_name: listed.first_name,
            last_name: listed.last_name,
            role_ids: listed.role_ids,
            identity_provider_id: listed.identity_provider_id,
            organization_ids: listed.organization_ids,
        }
    }
}

impl App {
    /// A draft of these people, to be invited again. Asked for the same once more, it is the same draft.
    pub(super) async fn draft_again(
        &self,
        profile: String,
        name: String,
        people: &[Asked],
    ) -> Result<DraftView, AppError> {
        let reference = self.reference(&profile).await?;
        let bytes = rows(people, &Names::of(people, &reference))?;
        let source = Source::File { name, bytes: Arc::new(bytes) };
        let table = bytes::read(source.clone(), &ReadChoice::default(), &self.inner.reading).await?;
        if let Some(held) = self.draft_of_file(&profile, &table).await? {
            return Ok(draft_view(&*held.lock().await));
        }
        let opened = Step::Opened { columns: columns(&table), remembered: None, answers: Vec::new() };
        let mut draft = Draft::new(profile, source, table, opened);
        let decisions = Decisions { reinvite: true, ..Decisions::default() };
        draft.take(Step::Values { defaults: Defaults::default(), decisions }, None);
        self.keep_file(draft).await
    }
}

fn rows(people: &[Asked], names: &Names<'_>) -> Result<Vec<u8>, AppError> {
    let row = |person: &Asked| {
        let texts = names.texts(person).map(serde_json::Value::String);
        HEADERS.iter().map(|(_, header)| (*header).to_owned()).zip(texts).collect::<serde_json::Map<_, _>>()
    };
    serde_json::to_vec(&people.iter().map(row).collect::<Vec<_>>()).map_err(|problem| {
        AppError::new(ErrorCode::Internal, phrase!("The draft could not be made. Nothing was sent."))
            .with_detail(problem.to_string())
    })
}

/// What its columns mean is known, not guessed.
fn columns(table: &Table) -> BTreeMap<Field, Meant> {
    let meant = |(field, header): (Field, &str)| {
        let column = table.columns.iter().find(|column| column.header.as_deref() == Some(header))?;
        Some((field, Meant { column: Some(column.index), why: Vec::new(), sure: true }))
    };
    HEADERS.into_iter().filter_map(meant).collect()
}

/// What people call roles, providers and organizations, where exactly that one is understood by it; else the id.
pub(super) struct Names<'a> {
    names: HashMap<&'a str, String>,
}

impl<'a> Names<'a> {
    pub(super) fn of(people: &[Asked], reference: &'a Reference) -> Self {
        let mut names = HashMap::new();
        let asked = || people.iter();
        let roles: BTreeSet<&str> = asked().flat_map(|asked| &asked.role_ids).map(|id| id.as_str()).collect();
        for role in reference.roles.iter().filter(|role| roles.contains(role.id.as_str())) {
            if rollcall_intake::find_role(&role.name, reference).is_ok_and(|found| found == role.id) {
                names.insert(role.id.as_str(), role.name.clone());
            }
        }
        let providers: BTreeSet<&str> =
            asked().filter_map(|asked| asked.identity_provider_id.as_ref()).map(|id| id.as_str()).collect();
        for one in reference.identity_providers.iter().filter(|one| providers.contains(one.id.as_str())) {
            if rollcall_intake::find_identity_provider(&one.name, reference)
                .is_ok_and(|found| found == one.id)
            {
                names.insert(one.id.as_str(), one.name.clone());
            }
        }
        let organizations: BTreeSet<&str> =
            asked().flat_map(|asked| &asked.organization_ids).map(|id| id.as_str()).collect();
        let labels = reference.organizations.iter().zip(reference.distinct_labels());
        let (ids, labels): (Vec<_>, Vec<_>) = labels
            .filter(|(one, _)| organizations.contains(one.id.as_str()))
            .map(|(one, label)| (&one.id, label))
            .unzip();
        // All at once: each question goes through every organization that there is.
        let found = rollcall_intake::find_organizations(&labels.join("\n"), reference);
        if found.is_ok_and(|found| found.iter().eq(ids.iter().copied())) {
            names.extend(ids.iter().map(|id| id.as_str()).zip(labels));
        }
        Self { names }
    }

    fn name(&self, id: &str) -> String {
        self.names.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The texts of an invitation, under [`HEADERS`].
    pub(super) fn texts(&self, asked: &Asked) -> [String; 6] {
        let lines = |ids: Vec<&str>| ids.into_iter().map(|id| self.name(id)).collect::<Vec<_>>().join("\n");
        [
            asked.email.clone(),
            asked.first_name.clone(),
            asked.last_name.clone(),
            lines(asked.role_ids.iter().map(RoleId::as_str).collect()),
            lines(asked.identity_provider_id.iter().map(IdentityProviderId::as_str).collect()),
            lines(asked.organization_ids.iter().map(OrganizationId::as_str).collect()),
        ]
    }
}
