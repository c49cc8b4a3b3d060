//! Which column means what.

use crate::guess::Guess;
use crate::table::Table;
use rollcall_core::phrase;
use serde::{Deserialize, Serialize};
use specta::Type;
use std::collections::BTreeMap;

/// What a column can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The address that the invitation goes to.
    Email,
    /// Given name.
    FirstName,
    /// Family name.
    LastName,
    /// Both names in one cell; split, and the split is shown.
    FullName,
    /// The one role that an invitation gives.
    Role,
    /// How the person will sign in.
    IdentityProvider,
    /// One organization or several.
    Organizations,
}

impl Field {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Email,
        Self::FirstName,
        Self::LastName,
        Self::FullName,
        Self::Role,
        Self::IdentityProvider,
        Self::Organizations,
    ];

    /// The name as programs see it, such as `identityProvider`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::FirstName => "firstName",
            Self::LastName => "lastName",
            Self::FullName => "fullName",
            Self::Role => "role",
            Self::IdentityProvider => "identityProvider",
            Self::Organizations => "organizations",
        }
    }

    /// Reads the name as programs write it, in any case; `org`, `idp` and the like are understood.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_ascii_lowercase().replace(['-', '_', ' '], "");
        Self::ALL.into_iter().find(|field| field.as_str().eq_ignore_ascii_case(&word)).or(
            match word.as_str() {
                "idp" | "provider" => Some(Self::IdentityProvider),
                "org" | "orgs" | "organization" | "organisation" | "organisations" => {
                    Some(Self::Organizations)
                }
                "name" => Some(Self::FullName),
                _ => None,
            },
        )
    }

    /// The name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Email => phrase!("e-mail"),
            Self::FirstName => phrase!("first name"),
            Self::LastName => phrase!("last name"),
            Self::FullName => phrase!("full name"),
            Self::Role => phrase!("role"),
            Self::IdentityProvider => phrase!("identity provider"),
            Self::Organizations => phrase!("organizations"),
        }
    }
}

/// For each field that the file has, its column (0 is column A).
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, Type)]
#[serde(transparent)]
pub struct Mapping(pub BTreeMap<Field, u32>);

impl Mapping {
    /// The mapping that the guesses make, the unsure ones included: a person sees each with its reason.
    pub fn of_guesses(guesses: &[Guess]) -> Self {
        Self(guesses.iter().map(|guess| (guess.field, guess.column)).collect())
    }

    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<u32> {
        self.0.get(&field).copied()
    }

    /// Says that `column` means `field`, and no other field any more.
    pub fn set(&mut self, field: Field, column: u32) {
        self.0.retain(|_, used| *used != column);
        self.0.insert(field, column);
    }

    /// The mapping in the words of the file: its headers, or `column A` where there is none.
    pub fn described(&self, table: &Table) -> BTreeMap<Field, String> {
        let name = |column: &u32| table.columns.get(*column as usize).map(crate::table::Column::label);
        self.0.iter().filter_map(|(field, column)| Some((*field, name(column)?))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_means_one_thing() {
        let mut mapping = Mapping::default();
        mapping.set(Field::Role, 2);
        mapping.set(Field::Organizations, 2);
        assert_eq!(mapping.column(Field::Role), None);
        assert_eq!(mapping.column(Field::Organizations), Some(2));
    }

    #[test]
    fn fields_are_read_as_people_type_them() {
        for field in Field::ALL {
            assert_eq!(Field::from_word(field.as_str()), Some(field));
        }
        assert_eq!(Field::from_word("Identity-Provider"), Some(Field::IdentityProvider));
        assert_eq!(Field::from_word("org"), Some(Field::Organizations));
        assert_eq!(Field::from_word("shoe size"), None);
    }
}
