//! One real record of a list, and what Rollcall reads in it.

use crate::error::Call;
use crate::http::Patience;
use crate::keys::place;
use crate::lists::{ids_for, is_there};
use crate::pages::Pages;
use crate::read::{fold, scalar};
use crate::wording::{Fields, ListCall};
use crate::{Platform, PlatformError};
use rollcall_core::phrase;
use serde_json::Value;

/// Ids of the scope whose lists are looked at: a person may look after hundreds of customers.
const LISTS: usize = 3;

/// A list of a platform.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListName {
    /// The users.
    Users,
    /// The roles.
    Roles,
    /// The identity providers.
    IdentityProviders,
    /// The organizations.
    Organizations,
}

/// A field of a description, and what it takes from a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SampleField {
    /// The field's name in a description.
    pub field: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Whether a record without it can't be used.
    pub required: bool,
    /// Where its value stands, as a JSON pointer; nothing where nothing was found.
    pub at: Option<String>,
    /// What is read there, as it would be shown.
    pub value: Option<String>,
}

/// A field's name, its name for people, whether it must be there, and its aliases.
type Row<'w> = (&'static str, &'static str, bool, &'w [String]);

impl ListName {
    /// The name of the table of its fields in a description.
    pub fn table(self) -> &'static str {
        match self {
            Self::Users => "user",
            Self::Roles => "role",
            Self::IdentityProviders => "identity_provider",
            Self::Organizations => "organization",
        }
    }

    fn call(self) -> Call {
        match self {
            Self::Users => Call::Users,
            Self::Roles => Call::Roles,
            Self::IdentityProviders => Call::IdentityProviders,
            Self::Organizations => Call::Organizations,
        }
    }

    fn rows(self, fields: &Fields) -> Vec<Row<'_>> {
        let Fields { user, role, identity_provider: provider, organization, .. } = fields;
        match self {
            Self::Users => vec![
                ("id", phrase!("Id"), true, &user.id),
                ("email", phrase!("E-mail address"), true, &user.email),
                ("first_name", phrase!("First name"), false, &user.first_name),
                ("last_name", phrase!("Last name"), false, &user.last_name),
                ("created", phrase!("Created"), false, &user.created),
                ("state", phrase!("Account state"), false, &user.state),
                ("accessibility", phrase!("Accessibility"), false, &user.accessibility),
                ("roles", phrase!("Roles"), false, &user.roles),
                ("identity_provider", phrase!("Identity provider"), false, &user.identity_provider),
                ("external_id", phrase!("External id"), false, &user.external_id),
                ("organizations", phrase!("Organizations"), false, &user.organizations),
            ],
            Self::Roles => vec![
                ("id", phrase!("Id"), true, &role.id),
                ("name", phrase!("Name"), false, &role.name),
                ("weight", phrase!("Weight"), false, &role.weight),
                ("members", phrase!("People who hold it"), false, &role.members),
            ],
            Self::IdentityProviders => vec![
                ("id", phrase!("Id"), true, &provider.id),
                ("name", phrase!("Name"), false, &provider.name),
                ("prefix", phrase!("Prefix"), false, &provider.prefix),
                ("enabled", phrase!("Enabled"), false, &provider.enabled),
            ],
            Self::Organizations => vec![
                ("id", phrase!("Id"), true, &organization.id),
                ("name", phrase!("Name"), false, &organization.name),
                ("erp_id", phrase!("ERP id"), false, &organization.erp_id),
                ("kind", phrase!("Kind"), false, &organization.kind),
                ("parent_id", phrase!("Organization above"), false, &organization.parent_id),
            ],
        }
    }
}

impl Platform {
    /// The first record of a list, as the platform sent it; `None` where the list is empty or there is no such call.
    ///
    /// # Errors
    /// [`PlatformError`] when the list could not be had.
    pub async fn first_record(&self, list: ListName) -> Result<Option<Value>, PlatformError> {
        let calls = &self.description().wording.calls;
        let call = match list {
            ListName::Users => Some(&calls.users),
            ListName::Roles => Some(&calls.roles),
            ListName::IdentityProviders => calls.identity_providers.as_ref(),
            ListName::Organizations => calls.organizations.as_ref(),
        };
        let Some(call) = call.filter(|call| is_there(call)) else { return Ok(None) };
        for id in ids_for(call, self.scope()).iter().take(LISTS) {
            if let Some(record) = self.first_of(list.call(), call, id).await? {
                return Ok(Some(record));
            }
        }
        Ok(None)
    }

    /// What is read in a record of a list, field by field.
    pub fn read_record(&self, list: ListName, record: &Value) -> Vec<SampleField> {
        let Some(map) = record.as_object() else { return Vec::new() };
        let mut claimed: Vec<String> = Vec::new();
        let fields = &self.description().wording.fields;
        let rows = list.rows(fields).into_iter().map(|(field, title, required, aliases)| {
            let is_address = list == ListName::Users && field == "email";
            let found = place(map, aliases, is_address, &claimed);
            claimed.extend(aliases.iter().map(|alias| fold(alias)));
            let value = found.as_ref().and_then(|(_, value)| self.shown(list, field, record, value));
            SampleField { field, title, required, at: found.map(|(at, _)| at), value }
        });
        rows.collect()
    }

    async fn first_of(&self, what: Call, call: &ListCall, id: &str) -> Result<Option<Value>, PlatformError> {
        let first = Pages::new(call.paging.clone(), self.page_size()).first_following();
        let page = self.list_page(what, call, (self.scope(), id), &first, Patience::Some).await?;
        Ok(page.items.into_iter().next())
    }

    /// A field as a list would show it, with the record read as it always is.
    fn shown(&self, list: ListName, field: &str, record: &Value, value: &Value) -> Option<String> {
        let read = match list {
            ListName::Users => self.shown_of_user(field, record),
            ListName::Roles => self.shown_of_role(field, record, value),
            ListName::IdentityProviders => self.shown_of_provider(field, record),
            ListName::Organizations => self.shown_of_organization(field, record),
        };
        // A record without an id is not read at all; what stands there can be shown all the same.
        read.or_else(|| scalar(value)).filter(|text| !text.is_empty())
    }

    fn shown_of_user(&self, field: &str, record: &Value) -> Option<String> {
        let readers = self.readers();
        let user = readers.user.read(&readers.shapes, record.clone())?;
        match field {
            "id" => Some(user.id.as_str().to_owned()),
            "email" => Some(user.email),
            "first_name" => Some(user.first_name),
            "last_name" => Some(user.last_name),
            "created" => user.created_at,
            "state" => Some(user.state.as_str().to_owned()),
            "accessibility" => user.accessibility,
            "roles" => Some(joined(user.role_ids.iter().map(|id| id.as_str()))),
            "identity_provider" => user.identity_provider_id.map(|id| id.as_str().to_owned()),
            "external_id" => user.external_id,
            _ => Some(joined(user.organization_ids.iter().map(|id| id.as_str()))),
        }
    }

    fn shown_of_role(&self, field: &str, record: &Value, value: &Value) -> Option<String> {
        let role = self.readers().role(record.clone())?;
        match field {
            "id" => Some(role.id.as_str().to_owned()),
            "name" => Some(role.name),
            "weight" => role.weight.map(|weight| weight.to_string()),
            _ => self.readers().shapes.ids(value).map(|ids| joined(ids.iter().map(String::as_str))),
        }
    }

    fn shown_of_provider(&self, field: &str, record: &Value) -> Option<String> {
        let provider = self.readers().identity_provider(record.clone())?;
        match field {
            "id" => Some(provider.id.as_str().to_owned()),
            "name" => Some(provider.name),
            "prefix" => provider.prefix,
            _ => Some(if provider.enabled { "yes" } else { "no" }.to_owned()),
        }
    }

    fn shown_of_organization(&self, field: &str, record: &Value) -> Option<String> {
        let organization = self.readers().organization(record.clone())?;
        match field {
            "id" => Some(organization.id.as_str().to_owned()),
            "name" => Some(organization.name),
            "erp_id" => organization.erp_id,
            "kind" => organization.kind,
            _ => organization.parent_id.map(|id| id.as_str().to_owned()),
        }
    }
}

fn joined<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Connection, Description, Scope, SignIn};
    use rollcall_core::Secret;
    use serde_json::json;

    fn platform(overrides: &str) -> Platform {
        let description = Description::built_in("appxite").expect("built in");
        let description = description.overridden_by(overrides).expect("good overrides");
        let token = SignIn::Token(Secret::new("t"));
        let scope = Scope::Platform(vec!["p".into()]);
        Platform::new(description, Connection::new("https://api.example", scope, Secret::new("k"), token))
            .expect("a platform")
    }

    fn read(platform: &Platform, record: &Value, field: &str) -> (Option<String>, Option<String>) {
        let fields = platform.read_record(ListName::Users, record);
        let found = fields.into_iter().find(|one| one.field == field).expect("the field");
        (found.at, found.value)
    }

    fn some(at: &str, value: &str) -> (Option<String>, Option<String>) {
        (Some(at.to_owned()), Some(value.to_owned()))
    }

    #[test]
    fn each_field_says_where_it_is_read_and_how_it_is_shown() {
        let record = json!({
            "userId": 7, "mail": "a@b.example", "created_at": 1_790_000_000, "Status": "active",
            "Groups": [{"Id": 1}, {"Id": 2}], "first_name": ""
        });
        let platform = platform("");
        assert_eq!(read(&platform, &record, "id"), some("/userId", "7"));
        assert_eq!(read(&platform, &record, "email"), some("/mail", "a@b.example"));
        assert_eq!(read(&platform, &record, "created"), some("/created_at", "2026-09-21T14:13:20Z"));
        assert_eq!(read(&platform, &record, "state"), some("/Status", "Active"));
        assert_eq!(read(&platform, &record, "roles"), some("/Groups", "1, 2"));
        assert_eq!(read(&platform, &record, "first_name"), (Some("/first_name".into()), None));
        assert_eq!(read(&platform, &record, "external_id"), (None, None));
    }

    #[test]
    fn what_lies_deeper_is_read_where_the_description_points() {
        let record =
            json!({"id": "u", "email": "no address", "contact": {"mails": [{"value": "a@b.example"}]}});
        let platform = platform("fields.user.email = [\"email\", \"/contact/mails/0/value\"]");
        assert_eq!(read(&platform, &record, "email"), some("/contact/mails/0/value", "a@b.example"));
    }

    #[test]
    fn a_record_without_an_id_still_shows_what_it_holds() {
        let record = json!({"Key": "u", "Email": "a@b.example"});
        assert_eq!(read(&platform(""), &record, "email"), some("/Email", "a@b.example"));
        assert_eq!(read(&platform(""), &record, "id"), (None, None));
        assert!(platform("").read_record(ListName::Users, &json!(["no object"])).is_empty());
    }
}
