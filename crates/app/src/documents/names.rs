//! Which people are meant, in the words of whoever asks.

use super::PeopleChoice;
use crate::App;
use crate::contract::{AppError, ErrorCode};
use crate::errors::of_roster;
use jiff::civil::Date;
use rollcall_core::{IdentityProviderId, OrganizationId, RoleId};
use rollcall_roster::{InvitationQueue, RoleCount, Roster, SortBy, SortColumn, UserQuery};

/// Which people are meant, in words. What is not said leaves `base` as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleAsked {
    /// What the words are added to, such as a view's query.
    pub base: UserQuery,
    /// Words that must all be found.
    pub search: String,
    /// Any of these states.
    pub states: Vec<String>,
    /// Holders of any of these roles, by name or id.
    pub roles: Vec<String>,
    /// Users of any of these identity providers, by name, prefix or id.
    pub identity_providers: Vec<String>,
    /// People with no identity provider, beside those of any that is named.
    pub no_identity_provider: bool,
    /// Members of any of these organizations and what lies below them, by name, ERP id, label or id.
    pub organizations: Vec<String>,
    /// People in no organization, beside those of any that is named.
    pub no_organization: bool,
    /// Any of these domains of the address.
    pub mail_domains: Vec<String>,
    /// Any of these words of the platform's for accessibility.
    pub accessibilities: Vec<String>,
    /// People of whom the platform says no accessibility, beside those with any that is named.
    pub no_accessibility: bool,
    /// The first day of creation, `YYYY-MM-DD` in UTC.
    pub created_from: Option<String>,
    /// The last day of creation, `YYYY-MM-DD` in UTC.
    pub created_until: Option<String>,
    /// How the invitation stands.
    pub invitation: Option<InvitationQueue>,
    /// How many roles are held.
    pub role_count: Option<RoleCount>,
    /// The columns that order and whether each is turned round, as in `created:desc`.
    pub sort: Vec<String>,
    /// The most people to give.
    pub limit: Option<u32>,
}

impl App {
    /// Finds what the words of `asked` stand for.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where a word stands for nothing, or for several things.
    pub async fn people_choice(&self, profile: &str, asked: PeopleAsked) -> Result<PeopleChoice, AppError> {
        let sort = asked.sort.iter().map(|text| order(text)).collect::<Result<Vec<_>, _>>()?;
        for day in asked.created_from.iter().chain(&asked.created_until) {
            day.parse::<Date>().map_err(|_| bad("A day is written as 2026-11-23."))?;
        }
        self.ask(profile, move |roster| {
            let roles = asked.roles.iter().map(|name| role(roster, name)).collect::<Result<Vec<_>, _>>()?;
            let providers = named(roster, &asked.identity_providers, asked.no_identity_provider, provider)?;
            let organizations = named(roster, &asked.organizations, asked.no_organization, organization)?;
            let accessibilities =
                named(roster, &asked.accessibilities, asked.no_accessibility, accessibility)?;
            let PeopleAsked { base, limit, .. } = asked;
            let domains = asked.mail_domains.iter().map(|domain| domain.trim_start_matches('@').to_owned());
            let query = UserQuery {
                search: if asked.search.trim().is_empty() { base.search } else { asked.search },
                states: said(asked.states, base.states),
                role_ids: said(roles, base.role_ids),
                identity_provider_ids: said(providers, base.identity_provider_ids),
                organization_ids: said(organizations, base.organization_ids),
                mail_domains: said(domains.collect(), base.mail_domains),
                created_from: asked.created_from.or(base.created_from),
                created_until: asked.created_until.or(base.created_until),
                invitation: asked.invitation.or(base.invitation),
                role_count: asked.role_count.or(base.role_count),
                sort: said(sort, base.sort),
                accessibilities: said(accessibilities, base.accessibilities),
                ids: base.ids,
            };
            Ok(PeopleChoice { query, limit })
        })
        .await
    }
}

impl App {
    /// The organization with this name, ERP id, label or id.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where the word stands for nothing, or for several things.
    pub async fn organization_named(&self, profile: &str, name: String) -> Result<OrganizationId, AppError> {
        self.ask(profile, move |roster| organization(roster, &name)).await
    }
}

/// What the words stand for, and the empty value, which stands for having none, where that is wanted as well.
fn named<Id: From<String>>(
    roster: &Roster,
    words: &[String],
    or_none: bool,
    find: impl Fn(&Roster, &str) -> Result<Id, AppError>,
) -> Result<Vec<Id>, AppError> {
    let found = words.iter().map(|word| find(roster, word));
    found.chain(or_none.then(|| Ok(Id::from(String::new())))).collect()
}

fn said<T>(asked: Vec<T>, base: Vec<T>) -> Vec<T> {
    if asked.is_empty() { base } else { asked }
}

/// The columns that people are sorted by on the command line.
const SORTED: [(&str, SortColumn); 16] = [
    ("name", SortColumn::Name),
    ("firstName", SortColumn::FirstName),
    ("lastName", SortColumn::LastName),
    ("email", SortColumn::Email),
    ("domain", SortColumn::Domain),
    ("state", SortColumn::State),
    ("role", SortColumn::Role),
    ("organization", SortColumn::Organization),
    ("org", SortColumn::Organization),
    ("provider", SortColumn::Provider),
    ("idp", SortColumn::Provider),
    ("created", SortColumn::Created),
    ("accessibility", SortColumn::Accessibility),
    ("externalId", SortColumn::ExternalId),
    ("id", SortColumn::Id),
    ("invitation", SortColumn::Invitation),
];

/// `created`, `created:asc` or `created:desc`.
fn order(text: &str) -> Result<SortBy, AppError> {
    let (word, way) = text.split_once(':').unwrap_or((text, "asc"));
    let known = SORTED.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    let column = known.map(|(_, column)| *column).ok_or_else(|| {
        let words: Vec<&str> =
            SORTED.iter().map(|(word, _)| *word).filter(|word| !["org", "idp"].contains(word)).collect();
        bad(&format!("People are sorted by {}, such as created:desc.", words.join(", ")))
    })?;
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

/// The platform's own word, whatever the case of the one that was typed.
fn accessibility(roster: &Roster, word: &str) -> Result<String, AppError> {
    let facets = roster.facets(&UserQuery::default(), "").map_err(of_roster)?;
    let words = facets.accessibilities.into_iter().map(|value| value.id);
    let known: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    let wanted = word.trim().to_lowercase();
    known.iter().find(|one| one.to_lowercase() == wanted).cloned().ok_or_else(|| {
        bad(&match known.is_empty() {
            true => "The platform says of nobody in the list what accessibility they have.".to_owned(),
            false => format!(
                "Nobody in the list has the accessibility \"{word}\". Those that somebody has are: {}.",
                known.join(", ")
            ),
        })
    })
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
        assert_eq!(order("lastname:asc").map(|by| by.column), Ok(SortColumn::LastName), "in any case");
        assert!(order("shoe:asc").is_err() && order("name:down").is_err());
    }
}
