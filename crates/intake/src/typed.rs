//! People entered by hand go through the same check as those of a file.

use crate::cells::Gathered;
use crate::mapping::{Field, Mapping};
use crate::read::sha256;
use crate::table::{Cell, Column, FileFacts, Table};
use rollcall_core::{IdentityProviderId, OrganizationId, RoleId};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A person as entered: texts as typed, the rest as chosen from the platform's own lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase", default)]
pub struct TypedPerson {
    /// As typed, unchecked.
    pub email: String,
    /// As typed; may be blank.
    pub first_name: String,
    /// As typed; may be blank.
    pub last_name: String,
    /// The chosen role.
    pub role_id: Option<RoleId>,
    /// The chosen identity provider.
    pub identity_provider_id: Option<IdentityProviderId>,
    /// The chosen organizations.
    pub organization_ids: Vec<OrganizationId>,
}

const FIELDS: [(Field, &str); 6] = [
    (Field::Email, "E-mail"),
    (Field::FirstName, "First name"),
    (Field::LastName, "Last name"),
    (Field::Role, "Role"),
    (Field::IdentityProvider, "Identity provider"),
    (Field::Organizations, "Organizations"),
];

/// A table of people entered by hand, one row each from row 1; its mapping is [`mapping_of_people`].
pub fn table_of_people(people: &[TypedPerson]) -> Table {
    let columns =
        (0..).zip(FIELDS).map(|(index, (_, name))| Column::new(index, Some(name.to_owned()))).collect();
    let mut rows = Gathered::default();
    for (number, person) in (1..).zip(people) {
        let texts = texts(person);
        let cell = |text| if str::is_empty(text) { Cell::Empty } else { Cell::Text(text) };
        rows.row(number, texts.iter().map(|text| cell(text.as_str())));
    }
    let file = FileFacts {
        name: "Entered by hand".to_owned(),
        sha256: sha256(&serde_json::to_vec(people).unwrap_or_default()),
        format: "typed".to_owned(),
        rows_read: u32::try_from(people.len()).unwrap_or(u32::MAX),
        ..FileFacts::default()
    };
    Table::new(file, columns, rows.finish(), 0)
}

/// The mapping of every table that [`table_of_people`] makes.
pub fn mapping_of_people() -> Mapping {
    Mapping((0..).zip(FIELDS).map(|(index, (field, _))| (field, index)).collect())
}

fn texts(person: &TypedPerson) -> [String; 6] {
    let organizations: Vec<&str> = person.organization_ids.iter().map(OrganizationId::as_str).collect();
    [
        person.email.clone(),
        person.first_name.clone(),
        person.last_name.clone(),
        person.role_id.as_ref().map(ToString::to_string).unwrap_or_default(),
        person.identity_provider_id.as_ref().map(ToString::to_string).unwrap_or_default(),
        organizations.join("\n"),
    ]
}
