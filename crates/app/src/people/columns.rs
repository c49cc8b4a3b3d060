//! The columns of the list of people by their words, and what stands in each of them for a person.

use super::browse::{clock, full_name};
use crate::contract::{AppError, ErrorCode, InvitationView};
use jiff::Timestamp;
use rollcall_core::phrase;
use rollcall_roster::UserRow;
use rollcall_workbook::Value;

/// Stands before the name of a field that Rollcall has no name for.
const OTHER: &str = "other:";

/// Between several roles or organizations of one person.
const BETWEEN: &str = "; ";

/// A number of more digits loses some in a spreadsheet program.
const EXACT: f64 = 1e15;

/// A column of the list of people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Id,
    Name,
    FirstName,
    LastName,
    Email,
    Domain,
    State,
    Invitation,
    Roles,
    Provider,
    Organizations,
    Created,
    Accessibility,
    ExternalId,
    /// A field that Rollcall has no name for.
    Other(String),
}

impl Column {
    /// What the platform gives of everybody, in the order of an export of everything.
    const GIVEN: [Self; 11] = [
        Self::Id,
        Self::Email,
        Self::FirstName,
        Self::LastName,
        Self::State,
        Self::Created,
        Self::Roles,
        Self::Provider,
        Self::Organizations,
        Self::Accessibility,
        Self::ExternalId,
    ];

    /// All that the platform gives, with the fields of these names.
    pub(crate) fn all(other: Vec<String>) -> Vec<Self> {
        Self::GIVEN.into_iter().chain(other.into_iter().map(Self::Other)).collect()
    }

    /// The columns of these words.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] for a word that is none.
    pub(crate) fn of_words(words: &[String]) -> Result<Vec<Self>, AppError> {
        let none = |word: &String| {
            AppError::new(
                ErrorCode::BadRequest,
                phrase!("There is no such column. Nothing was written; choose the columns again."),
            )
            .with_detail(word.clone())
        };
        words.iter().map(|word| Self::of_word(word).ok_or_else(|| none(word))).collect()
    }

    fn of_word(word: &str) -> Option<Self> {
        Some(match word {
            "id" => Self::Id,
            "name" => Self::Name,
            "firstName" => Self::FirstName,
            "lastName" => Self::LastName,
            "email" => Self::Email,
            "domain" => Self::Domain,
            "state" => Self::State,
            "invitation" => Self::Invitation,
            "role" => Self::Roles,
            "provider" => Self::Provider,
            "organization" => Self::Organizations,
            "created" => Self::Created,
            "accessibility" => Self::Accessibility,
            "externalId" => Self::ExternalId,
            other => Self::Other(other.strip_prefix(OTHER)?.to_owned()),
        })
    }

    /// What stands above it. Rollcall's own reader knows these names when the file comes back.
    pub(crate) fn header(&self) -> &str {
        match self {
            Self::Id => "Id",
            Self::Name => "Name",
            Self::FirstName => "First name",
            Self::LastName => "Last name",
            Self::Email => "E-mail",
            Self::Domain => "Mail domain",
            Self::State => "State",
            Self::Invitation => "Invitation",
            Self::Roles => "Roles",
            Self::Provider => "Identity provider",
            Self::Organizations => "Organizations",
            Self::Created => "Created",
            Self::Accessibility => "Accessibility",
            Self::ExternalId => "External id",
            Self::Other(name) => name,
        }
    }

    /// What stands in it for a person.
    pub(crate) fn value(&self, person: &UserRow, now: Timestamp) -> Value {
        match self {
            Self::Id => Value::text(person.id.as_str()),
            Self::Name => Value::text(full_name(&person.first_name, &person.last_name)),
            Self::FirstName => Value::text(person.first_name.as_str()),
            Self::LastName => Value::text(person.last_name.as_str()),
            Self::Email => Value::text(person.email.as_str()),
            Self::Domain => Value::text(person.mail_domain.as_str()),
            Self::State => Value::text(person.state.as_str()),
            Self::Invitation => {
                let clock = person.invited.and_then(|invited| clock(invited, now));
                Value::text(clock.as_ref().map(in_words).unwrap_or_default())
            }
            Self::Roles => Value::text(person.role_names.join(BETWEEN)),
            Self::Provider => Value::text(person.identity_provider.as_deref().unwrap_or_default()),
            Self::Organizations => Value::text(person.organization_labels.join(BETWEEN)),
            Self::Created => moment(person.created_at.as_deref().unwrap_or_default()),
            Self::Accessibility => Value::text(person.accessibility.as_deref().unwrap_or_default()),
            Self::ExternalId => Value::text(person.external_id.as_deref().unwrap_or_default()),
            Self::Other(name) => person.other.get(name).map_or(Value::Empty, of_json),
        }
    }
}

/// How an invitation stands, in words.
pub(crate) fn in_words(clock: &InvitationView) -> String {
    let days = if clock.days == 1 { "1 day".to_owned() } else { format!("{} days", clock.days) };
    match (clock.lapsed, clock.days) {
        (false, 0) => "Lapses today".to_owned(),
        (false, _) => format!("{days} left"),
        (true, 0) => "Lapsed today".to_owned(),
        (true, _) => format!("Lapsed {days} ago"),
    }
}

/// A date as the platform wrote it.
fn moment(text: &str) -> Value {
    match text.parse::<Timestamp>() {
        Ok(at) => Value::Moment { unix_ms: at.as_millisecond(), text: text.to_owned() },
        Err(_) => Value::text(text),
    }
}

/// A value that Rollcall knows nothing about: a number stays one only where no digit of it is lost.
fn of_json(value: &serde_json::Value) -> Value {
    match value {
        serde_json::Value::Null => Value::Empty,
        serde_json::Value::String(text) => Value::text(text.as_str()),
        serde_json::Value::Number(number) => {
            let text = number.to_string();
            match number.as_f64().filter(|exact| exact.abs() < EXACT && exact.to_string() == text) {
                Some(value) => Value::Number { value, text },
                None => Value::text(text),
            }
        }
        other => Value::text(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::InvitationBasis;
    use serde_json::json;

    #[test]
    fn every_column_has_a_word_and_a_stranger_has_none() {
        let words = [
            "id",
            "name",
            "firstName",
            "lastName",
            "email",
            "domain",
            "state",
            "invitation",
            "role",
            "provider",
            "organization",
            "created",
            "accessibility",
            "externalId",
            "other:Shoe size",
        ]
        .map(str::to_owned);
        let columns = Column::of_words(&words).expect("columns");
        assert_eq!(columns.last(), Some(&Column::Other("Shoe size".into())));
        for given in Column::GIVEN {
            assert!(columns.contains(&given), "{given:?}");
        }
        assert_eq!(Column::of_words(&["shoe".into()]).expect_err("none").code, ErrorCode::BadRequest);
    }

    #[test]
    fn a_number_that_would_lose_a_digit_is_a_text() {
        assert_eq!(of_json(&json!(-7.5)), Value::Number { value: -7.5, text: "-7.5".into() });
        for text in [json!(12_345_678_901_234_567_u64), json!("00018"), json!([1, {"a": "b"}]), json!(true)] {
            assert!(matches!(of_json(&text), Value::Text(_)), "{text}");
        }
        assert_eq!(of_json(&json!(null)), Value::Empty);
    }

    #[test]
    fn days_of_an_invitation_are_told_as_one_says_them() {
        let say = |lapsed, days| {
            let invited_at = String::new();
            in_words(&InvitationView { lapsed, days, basis: InvitationBasis::CreationDate, invited_at })
        };
        assert_eq!(
            [say(false, 0), say(false, 1), say(false, 6)],
            ["Lapses today", "1 day left", "6 days left"]
        );
        assert_eq!(
            [say(true, 0), say(true, 1), say(true, 9)],
            ["Lapsed today", "Lapsed 1 day ago", "Lapsed 9 days ago"]
        );
    }
}
