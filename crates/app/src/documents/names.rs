//! Which people are meant, in the words of whoever asks.

use super::PeopleChoice;
use crate::App;
use crate::contract::{AppError, ErrorCode};
use crate::errors::of_roster;
use rollcall_core::{IdentityProviderId, OrganizationId, RoleId};
use rollcall_roster::{InvitationQueue, Roster, SortBy, SortColumn, UserQuery};

/// Which people are meant, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleAsked {
    /// Words that must all be found.
    pub search: String,
    /// Any of these states.
    pub states: Vec<String>,
    /// Holders of any of these roles, by name or id.
    pub roles: Vec<String>,
    /// Users of this identity provider, by name, prefix or id.
    pub identity_provider: Option<String>,
    /// Members of this organization, by name, ERP id, label or id.
    pub organization: Option<String>,
    /// Only people whose invitation has lapsed.
    pub lapsed: bool,
    /// The column that orders and whether it is turned round, as in `created:desc`.
    pub sort: Option<String>,
    /// The most people to give.
    pub limit: Option<u32>,
}

impl App {
    /// Finds what the words of `asked` stand for.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where a word stands for nothing, or for several things.
    pub async fn people_choice(&self, profile: &str, asked: PeopleAsked) -> Result<PeopleChoice, AppError> {
        let sort = asked.sort.as_deref().map(order).transpose()?;
        self.ask(profile, move |roster| {
            let roles = asked.roles.iter().map(|name| role(roster, name)).collect::<Result<Vec<_>, _>>()?;
            let providers = asked.identity_provider.iter().map(|name| provider(roster, name));
            let organizations = asked.organization.iter().map(|name| organization(roster, name));
            let query = UserQuery {
                search: asked.search,
                states: asked.states,
                role_ids: roles,
                identity_provider_ids: providers.collect::<Result<_, _>>()?,
                organization_ids: organizations.collect::<Result<_, _>>()?,
                invitation: asked.lapsed.then_some(InvitationQueue::Lapsed),
                sort: sort.into_iter().collect(),
                ..UserQuery::default()
            };
            Ok(PeopleChoice { query, limit: asked.limit })
        })
        .await
    }
}

/// `created`, `created:asc` or `created:desc`.
fn order(text: &str) -> Result<SortBy, AppError> {
    let (column, way) = text.split_once(':').unwrap_or((text, "asc"));
    let column = match column {
        "name" => SortColumn::Name,
        "email" => SortColumn::Email,
        "state" => SortColumn::State,
        "role" => SortColumn::Role,
        "organization" | "org" => SortColumn::Organization,
        "provider" | "idp" => SortColumn::Provider,
        "created" => SortColumn::Created,
        _ => {
            return Err(bad(
                "People are sorted by name, email, state, role, organization, provider or created, such as created:desc.",
            ));
        }
    };
    match way {
        "asc" => Ok(SortBy { column, descending: false }),
        "desc" => Ok(SortBy { column, descending: true }),
        _ => Err(bad("The order is asc or desc, such as created:desc.")),
    }
}

fn role(roster: &Roster, name: &str) -> Result<RoleId, AppError> {
    let roles = roster.roles().map_err(of_roster)?;
    let known = roles.into_iter().map(|held| Known {
        words: vec![held.role.name.clone()],
        label: held.role.name,
        id: held.role.id,
    });
    find("role", name, known)
}

fn provider(roster: &Roster, name: &str) -> Result<IdentityProviderId, AppError> {
    let providers =
        roster.identity_providers().map_err(of_roster)?.into_iter().map(|used| used.identity_provider);
    let known = providers.map(|provider| Known {
        words: std::iter::once(provider.name.clone()).chain(provider.prefix).collect(),
        label: provider.name,
        id: provider.id,
    });
    find("identity provider", name, known)
}

fn organization(roster: &Roster, name: &str) -> Result<OrganizationId, AppError> {
    let organizations =
        roster.organizations().map_err(of_roster)?.into_iter().map(|known| known.organization);
    let known = organizations.map(|organization| {
        let label = organization.label();
        // The portal writes its labels with a hyphen, Rollcall with a dash: both are typed.
        let words = [organization.name, label.clone(), label.replace(" – ", " - ")];
        Known { words: words.into_iter().chain(organization.erp_id).collect(), label, id: organization.id }
    });
    find("organization", name, known)
}

/// A thing that can be named.
struct Known<Id> {
    id: Id,
    words: Vec<String>,
    label: String,
}

/// The thing whose id this is, else the only one that is called so, whatever its case.
fn find<Id: AsText>(what: &str, name: &str, known: impl Iterator<Item = Known<Id>>) -> Result<Id, AppError> {
    let wanted = name.trim().to_lowercase();
    let mut found = Vec::new();
    for thing in known {
        if thing.id.text() == name.trim() {
            return Ok(thing.id);
        }
        if thing.words.iter().any(|word| word.to_lowercase() == wanted) {
            found.push(thing);
        }
    }
    match found.len() {
        1 => found.pop().map(|thing| thing.id).ok_or_else(|| bad("Nothing was found.")),
        0 => Err(bad(&format!(
            "There is no {what} \"{name}\" in the list. Its names are shown by the command that lists them."
        ))),
        _ => {
            let labels: Vec<String> = found.into_iter().map(|thing| thing.label).collect();
            Err(bad(&format!(
                "\"{name}\" is the name of several: {}. Name one of them fully, or give its id.",
                labels.join(", ")
            )))
        }
    }
}

trait AsText {
    fn text(&self) -> &str;
}

macro_rules! as_text {
    ($($id:ident),*) => { $(impl AsText for $id { fn text(&self) -> &str { self.as_str() } })* };
}

as_text!(RoleId, IdentityProviderId, OrganizationId);

fn bad(sentence: &str) -> AppError {
    AppError::new(ErrorCode::BadRequest, sentence)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Vec<Known<RoleId>> {
        let thing = |id: &str, label: &str| Known {
            id: RoleId::from(id),
            words: vec!["Contoso".into(), label.into()],
            label: label.into(),
        };
        vec![thing("1", "Contoso – 7"), thing("2", "Contoso – 8")]
    }

    #[test]
    fn a_name_that_several_have_is_asked_back() {
        let refused = find("organization", "contoso", known().into_iter()).expect_err("two");
        assert!(refused.message.contains("Contoso – 7, Contoso – 8"), "{}", refused.message);
        assert_eq!(find("organization", "CONTOSO – 8", known().into_iter()), Ok(RoleId::from("2")));
        assert_eq!(find("organization", "1", known().into_iter()), Ok(RoleId::from("1")));
        assert_eq!(
            find("organization", "9", known().into_iter()).expect_err("none").code,
            ErrorCode::BadRequest
        );
    }

    #[test]
    fn an_order_is_a_column_and_a_way() {
        assert_eq!(order("created:desc"), Ok(SortBy { column: SortColumn::Created, descending: true }));
        assert_eq!(order("name"), Ok(SortBy::default()));
        assert!(order("shoe:asc").is_err() && order("name:down").is_err());
    }
}
