//! Roles, providers and organizations from what a cell says.

use crate::index::{Found, Index, Known};
use crate::invisible::{self, In};
use crate::mapping::Field;
use crate::number_format;
use crate::organizations::{self, OrganizationsFound};
use crate::reference::Reference;
use crate::table::{Cell, FileFacts};
use crate::trouble::{Problem, ProblemCode};
use rollcall_core::{IdentityProviderId, OrganizationId, RoleId, Sentence, sentence};

/// Finds the role that a text names: id, or name in any case.
///
/// # Errors
/// The problem that a row with this text would have.
pub fn find_role(text: &str, reference: &Reference) -> Result<RoleId, Problem> {
    role(&Index::new(reference), text.trim()).map(|known| reference.roles[known.place].id.clone())
}

/// Finds the identity provider that a text names: id, name, prefix, or an everyday word such as "AAD".
///
/// # Errors
/// The problem that a row with this text would have.
pub fn find_identity_provider(text: &str, reference: &Reference) -> Result<IdentityProviderId, Problem> {
    let found = provider(&Index::new(reference), text.trim());
    found.map(|known| reference.identity_providers[known.place].id.clone())
}

/// Finds the organizations that a text names, separated as in a cell.
///
/// # Errors
/// The first problem that a row with this text would have.
pub fn find_organizations(text: &str, reference: &Reference) -> Result<Vec<OrganizationId>, Problem> {
    let found = organizations::of_text(&Index::new(reference), text.trim());
    match found.problems.into_iter().next() {
        Some(problem) => Err(problem),
        None => Ok(found.places.into_iter().map(|place| reference.organizations[place].id.clone()).collect()),
    }
}

/// The text of a cell in which a name or id belongs; nothing where it is blank. Numbers of a file in which their
/// formats are not seen get no suggestion.
///
/// # Errors
/// A number, date or error, each with what would repair it.
pub(crate) fn text_of<'a>(
    cell: Cell<'a>,
    field: Field,
    file: &FileFacts,
) -> Result<Option<&'a str>, Problem> {
    let shown = cell.shown();
    let problem = |code, message: Sentence| Problem::new(code, field, shown.trim(), message);
    match cell {
        Cell::Empty => Ok(None),
        Cell::Error(error) => {
            let message = sentence!(
                "A formula ended in {error} where the {field} belongs.",
                error = error,
                field = field.label()
            );
            Err(problem(ProblemCode::CellError, message))
        }
        Cell::Number { shown, value } => Err(number(field, shown, value, file.shows_number_formats())),
        Cell::Date(date) => {
            let message = sentence!(
                "There is a date ({date}) where the {field} belongs.",
                date = date,
                field = field.label()
            );
            Err(problem(ProblemCode::NumberInTextColumn, message))
        }
        Cell::Bool(_) => {
            let message =
                sentence!("There is {text} where the {field} belongs.", text = shown, field = field.label());
            Err(problem(ProblemCode::NumberInTextColumn, message))
        }
        Cell::Text(text) => Ok(Some(text.trim()).filter(|text| !text.is_empty())),
    }
}

fn number(field: Field, shown: &str, value: f64, format_is_seen: bool) -> Problem {
    let exact = number_format::without_loss(value, shown);
    let suggestion = exact.clone().filter(|_| format_is_seen);
    let message = match &suggestion {
        Some(text) if text == &value.to_string() => {
            sentence!("This cell holds the number {number}, not a text. Is {number} meant?", number = text)
        }
        Some(text) => sentence!(
            "This cell holds the number {number}, shown as {text}. Is {text} meant?",
            number = value,
            text = text
        ),
        None if exact.is_some() => sentence!(
            "This cell holds the number {number}. This kind of file doesn't tell how it was shown, so leading zeros may be missing. Enter it as text.",
            number = value
        ),
        None => sentence!(
            "This cell holds the number {number}, and its last digits are lost: a spreadsheet keeps 15. Enter it as text.",
            number = shown
        ),
    };
    // What is put right for all that hold the same must not reach those that only look the same.
    let found = number_format::told_apart(value, shown);
    Problem::new(ProblemCode::NumberInTextColumn, field, &found, message).suggest(suggestion)
}

/// What nobody knows, blamed on a character that nobody sees in it, if there is one.
pub(crate) fn unseen(field: Field, text: &str) -> Option<Problem> {
    let message = invisible::told(field, invisible::first(text, In::Value)?);
    let suggestion = Some(invisible::without(text, In::Value));
    Some(Problem::new(ProblemCode::InvisibleCharacter, field, text, message).suggest(suggestion))
}

/// What the platform knows goes first; then what a person said of this text.
///
/// # Errors
/// Unknown, ambiguous, or several roles.
pub(crate) fn role(index: &Index<'_>, text: &str) -> Result<Known, Problem> {
    known_role(index, text).or_else(|problem| index.answered(Field::Role, text).ok_or(problem))
}

fn known_role(index: &Index<'_>, text: &str) -> Result<Known, Problem> {
    match index.role(text) {
        Found::One(place) => Ok(Known { place, remembered: false }),
        Found::Several(places) => {
            let choices: Vec<String> =
                places.iter().map(|place| index.reference.roles[*place].id.to_string()).collect();
            let message = sentence!(
                "{count} roles are called \"{text}\". Say which by its id.",
                count = choices.len(),
                text = text
            );
            Err(Problem::new(ProblemCode::AmbiguousRole, Field::Role, text, message).offer(choices))
        }
        Found::Nothing => Err(unseen(Field::Role, text)
            .or_else(|| several_roles(index, text))
            .unwrap_or_else(|| unknown_role(index, text))),
    }
}

fn several_roles(index: &Index<'_>, text: &str) -> Option<Problem> {
    let pieces: Vec<&str> = text
        .split([';', ',', '|', '\n', '\r', '/', '+', '&'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    let known = pieces.iter().filter(|piece| index.role(piece) != Found::Nothing).count();
    (pieces.len() > 1 && known > 0).then(|| {
        let message = sentence!(
            "This cell names {count} roles. An invitation gives one: leave the one that is meant.",
            count = pieces.len()
        );
        let choices = pieces.iter().map(|piece| (*piece).to_owned()).collect();
        Problem::new(ProblemCode::SeveralRoles, Field::Role, text, message).offer(choices)
    })
}

fn unknown_role(index: &Index<'_>, text: &str) -> Problem {
    let near = index.nearest_role(text).map(|place| &index.reference.roles[place]);
    let (message, suggestion) = match near {
        Some(role) if index.reference.is_privileged(&role.id) => (
            sentence!(
                "There is no role \"{text}\" on this platform. The nearest is {near}, which gives power over others: choose it yourself.",
                text = text,
                near = role.name
            ),
            None,
        ),
        Some(role) => (
            sentence!(
                "There is no role \"{text}\" on this platform. Did you mean {near}?",
                text = text,
                near = role.name
            ),
            Some(role.name.clone()),
        ),
        None => (sentence!("There is no role \"{text}\" on this platform.", text = text), None),
    };
    Problem::new(ProblemCode::UnknownRole, Field::Role, text, message).suggest(suggestion)
}

/// Like [`role`].
///
/// # Errors
/// Unknown, ambiguous, or disabled.
pub(crate) fn provider(index: &Index<'_>, text: &str) -> Result<Known, Problem> {
    known_provider(index, text)
        .or_else(|problem| index.answered(Field::IdentityProvider, text).ok_or(problem))
}

fn known_provider(index: &Index<'_>, text: &str) -> Result<Known, Problem> {
    let providers = &index.reference.identity_providers;
    let problem = |code, message: Sentence| Problem::new(code, Field::IdentityProvider, text, message);
    match index.provider(text) {
        Found::One(place) if providers[place].enabled => Ok(Known { place, remembered: false }),
        Found::One(place) => Err(problem(
            ProblemCode::IdentityProviderDisabled,
            sentence!(
                "{provider} is switched off on this platform, so nobody could sign in with it.",
                provider = providers[place].name
            ),
        )
        .offer(enabled(index))),
        Found::Several(places) => {
            let names: Vec<String> = places.iter().map(|place| providers[*place].name.clone()).collect();
            let message = sentence!(
                "\"{text}\" may mean several providers: {choices}. Say which by its name.",
                text = text,
                choices = names.join("; ")
            );
            Err(problem(ProblemCode::AmbiguousIdentityProvider, message).offer(names))
        }
        Found::Nothing => {
            let unknown = || unknown_provider(index, text);
            Err(unseen(Field::IdentityProvider, text).unwrap_or_else(unknown))
        }
    }
}

fn unknown_provider(index: &Index<'_>, text: &str) -> Problem {
    let providers = &index.reference.identity_providers;
    let near = index.nearest_provider(text).filter(|place| providers[*place].enabled);
    let suggestion = near.map(|place| providers[place].name.clone());
    let message = match &suggestion {
        Some(near) => sentence!(
            "There is no identity provider \"{text}\" on this platform. Did you mean {near}?",
            text = text,
            near = near
        ),
        None => sentence!("There is no identity provider \"{text}\" on this platform.", text = text),
    };
    Problem::new(ProblemCode::UnknownIdentityProvider, Field::IdentityProvider, text, message)
        .suggest(suggestion)
        .offer(enabled(index))
}

fn enabled(index: &Index<'_>) -> Vec<String> {
    let providers = index.reference.identity_providers.iter();
    providers.filter(|provider| provider.enabled).map(|provider| provider.name.clone()).collect()
}

/// The organizations of a text that is not blank.
pub(crate) fn organizations(index: &Index<'_>, text: &str) -> OrganizationsFound {
    organizations::of_text(index, text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rollcall_core::{IdentityProvider, Role};

    fn reference() -> Reference {
        let role = |id: &str, name: &str| Role { id: RoleId::from(id), name: name.into(), weight: None };
        let provider = |id: &str, name: &str, prefix: &str, enabled| IdentityProvider {
            id: IdentityProviderId::from(id),
            name: name.into(),
            prefix: Some(prefix.into()),
            enabled,
        };
        Reference {
            privileged: [RoleId::from("r2")].into(),
            roles: vec![
                role("r1", "Customer"),
                role("r2", "Customer Admin"),
                role("r3", "Support Agent"),
                role("r4", "Twin"),
                role("r5", "twin"),
            ],
            identity_providers: vec![
                provider("p1", "Account", "auth0", true),
                provider("p2", "Work email (AAD)", "waad", true),
                provider("p3", "Personal email (Live ID)", "windowslive", true),
                provider("p4", "Google", "google-oauth2", true),
                provider("p5", "Legacy ADFS", "adfs", false),
            ],
            ..Reference::default()
        }
    }

    fn role_of(text: &str) -> Result<String, (ProblemCode, Option<String>)> {
        find_role(text, &reference()).map(|id| id.0).map_err(|problem| (problem.code, problem.suggestion))
    }

    fn provider_of(text: &str) -> Result<String, ProblemCode> {
        find_identity_provider(text, &reference()).map(|id| id.0).map_err(|problem| problem.code)
    }

    #[test]
    fn a_role_is_found_by_id_and_by_name_in_any_case() {
        assert_eq!(role_of("customer  ADMIN").as_deref(), Ok("r2"));
        assert_eq!(role_of("R3").as_deref(), Ok("r3"));
        assert_eq!(role_of("Twin"), Err((ProblemCode::AmbiguousRole, None)));
    }

    #[test]
    fn a_slip_is_a_suggestion_and_never_one_that_ends_in_power() {
        assert_eq!(role_of("Custmer"), Err((ProblemCode::UnknownRole, Some("Customer".into()))));
        assert_eq!(role_of("Customer Admn"), Err((ProblemCode::UnknownRole, None)));
        let problem = find_role("Customer Admn", &reference()).expect_err("unknown");
        assert!(problem.message.text.contains("Customer Admin"), "it is named: {}", problem.message);
        assert_eq!(role_of("Grand Vizier"), Err((ProblemCode::UnknownRole, None)));
    }

    #[test]
    fn two_roles_in_a_cell_are_a_problem() {
        for text in [
            "Customer; Support Agent",
            "Customer, Support Agent",
            "Customer\nSupport Agent",
            "Customer & Boss",
        ] {
            assert_eq!(role_of(text), Err((ProblemCode::SeveralRoles, None)), "{text}");
        }
    }

    #[test]
    fn a_provider_is_found_by_everyday_words() {
        for (text, id) in [
            ("account", "p1"),
            ("auth0", "p1"),
            ("Password", "p1"),
            ("AAD", "p2"),
            ("work email", "p2"),
            ("Work Email (aad)", "p2"),
            ("Entra ID", "p2"),
            ("waad", "p2"),
            ("personal email", "p3"),
            ("Live ID", "p3"),
            ("Microsoft account", "p3"),
            ("google", "p4"),
            ("Gmail", "p4"),
            ("P4", "p4"),
        ] {
            assert_eq!(provider_of(text).as_deref(), Ok(id), "{text}");
        }
    }

    #[test]
    fn a_provider_that_is_switched_off_is_a_problem_of_its_own() {
        assert_eq!(provider_of("Legacy ADFS"), Err(ProblemCode::IdentityProviderDisabled));
        assert_eq!(provider_of("adfs"), Err(ProblemCode::IdentityProviderDisabled));
        assert_eq!(provider_of("Facebook"), Err(ProblemCode::UnknownIdentityProvider));
    }

    #[test]
    fn a_number_where_an_id_belongs_is_offered_as_it_was_shown() {
        let file = FileFacts::default();
        let cell = |shown: &'static str, value| Cell::Number { shown, value };
        let problem = text_of(cell("00018", 18.0), Field::Organizations, &file).expect_err("a problem");
        assert_eq!(
            (problem.code, problem.suggestion.as_deref()),
            (ProblemCode::NumberInTextColumn, Some("00018"))
        );
        assert_eq!(problem.message.text, "This cell holds the number 18, shown as 00018. Is 00018 meant?");
        let lost = text_of(cell("1.23457E+19", 1.234_567_890_123_456_7e19), Field::Organizations, &file)
            .expect_err("a problem");
        assert_eq!(lost.suggestion, None);
    }

    #[test]
    fn a_role_or_provider_that_the_platform_writes_with_unseen_characters_is_found() {
        let mut reference = reference();
        reference.roles[0].name = "Crew 👩\u{200d}🚀".into();
        reference.identity_providers[0].name = "Sign\u{ad}in".into();
        let of = |text: &str| find_role(text, &reference).map(|id| id.0).map_err(|problem| problem.code);
        assert_eq!(of("crew 👩\u{200d}🚀").as_deref(), Ok("r1"), "as the platform writes it");
        assert_eq!(of("Support\u{a0}Agent\u{200e}").as_deref(), Ok("r3"));
        assert_eq!(find_identity_provider("Signin", &reference), Ok(IdentityProviderId::from("p1")));
        let unknown = find_role("Vi\u{200b}zier", &reference).expect_err("unknown");
        assert_eq!(
            (unknown.code, unknown.suggestion.as_deref()),
            (ProblemCode::InvisibleCharacter, Some("Vizier"))
        );
        let unknown = find_identity_provider("Face\u{200b}book", &reference).expect_err("unknown");
        assert_eq!(unknown.code, ProblemCode::InvisibleCharacter);
    }
}
