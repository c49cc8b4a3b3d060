//! What is wrong with a row, or worth a look, and what would put it right.

use crate::mapping::Field;
use rollcall_core::Sentence;
use serde::{Deserialize, Serialize};
use specta::Type;

/// One thing that is wrong, where, and what would repair it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// For the program.
    pub code: ProblemCode,
    /// Which field of the invitation it is about.
    pub field: Field,
    /// The column, by header or as `column A`; nothing where the file has no such column.
    pub column: Option<String>,
    /// What stands there.
    pub found: String,
    /// For the person. Documents hold its text alone.
    #[serde(serialize_with = "text_alone")]
    #[specta(type = String)]
    pub message: Sentence,
    /// What one click would put in place of `found`. Never a role with power over others, never a guess that loses digits.
    pub suggestion: Option<String>,
    /// What a person may choose from where several things fit.
    pub choices: Vec<String>,
}

fn text_alone<S: serde::Serializer>(message: &Sentence, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&message.text)
}

/// The closed set of problems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, Type)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each name says it, and the sentences are where they are made")]
pub enum ProblemCode {
    MissingEmail,
    InvalidEmail,
    SeveralEmails,
    InvisibleCharacter,
    MissingRole,
    UnknownRole,
    AmbiguousRole,
    SeveralRoles,
    MissingIdentityProvider,
    UnknownIdentityProvider,
    AmbiguousIdentityProvider,
    IdentityProviderDisabled,
    MissingOrganization,
    UnknownOrganization,
    AmbiguousOrganization,
    NumberInTextColumn,
    CellError,
    HiddenRow,
    UnknownAccountState,
    /// A warning: the value is taken as it was for an earlier file.
    RememberedAnswer,
    /// A warning: people with such an address sign in another way.
    IdentityProviderForDomain,
    /// A warning: a work account, and a mailbox that belongs to nobody's work.
    WorkAccountForPrivateMail,
    /// A warning: nobody of the organization signs in like this.
    IdentityProviderUnused,
    /// A warning: an invitation to this platform has no place for it.
    ValueNotSent,
}

impl ProblemCode {
    /// Whether a row with it is sent all the same.
    pub fn is_warning(self) -> bool {
        matches!(
            self,
            Self::RememberedAnswer
                | Self::IdentityProviderForDomain
                | Self::WorkAccountForPrivateMail
                | Self::IdentityProviderUnused
                | Self::ValueNotSent
        )
    }

    /// Reads the code as programs see it.
    pub fn from_word(word: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::from(word)).ok()
    }

    /// The code as programs see it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::MissingEmail => "missing-email",
            Self::InvalidEmail => "invalid-email",
            Self::SeveralEmails => "several-emails",
            Self::InvisibleCharacter => "invisible-character",
            Self::MissingRole => "missing-role",
            Self::UnknownRole => "unknown-role",
            Self::AmbiguousRole => "ambiguous-role",
            Self::SeveralRoles => "several-roles",
            Self::MissingIdentityProvider => "missing-identity-provider",
            Self::UnknownIdentityProvider => "unknown-identity-provider",
            Self::AmbiguousIdentityProvider => "ambiguous-identity-provider",
            Self::IdentityProviderDisabled => "identity-provider-disabled",
            Self::MissingOrganization => "missing-organization",
            Self::UnknownOrganization => "unknown-organization",
            Self::AmbiguousOrganization => "ambiguous-organization",
            Self::NumberInTextColumn => "number-in-text-column",
            Self::CellError => "cell-error",
            Self::HiddenRow => "hidden-row",
            Self::UnknownAccountState => "unknown-account-state",
            Self::RememberedAnswer => "remembered-answer",
            Self::IdentityProviderForDomain => "identity-provider-for-domain",
            Self::WorkAccountForPrivateMail => "work-account-for-private-mail",
            Self::IdentityProviderUnused => "identity-provider-unused",
            Self::ValueNotSent => "value-not-sent",
        }
    }
}

impl Problem {
    pub(crate) fn new(code: ProblemCode, field: Field, found: &str, message: Sentence) -> Self {
        Self {
            code,
            field,
            column: None,
            found: found.to_owned(),
            message,
            suggestion: None,
            choices: Vec::new(),
        }
    }

    pub(crate) fn suggest(mut self, suggestion: Option<String>) -> Self {
        self.suggestion = suggestion;
        self
    }

    pub(crate) fn offer(mut self, choices: Vec<String>) -> Self {
        self.choices = choices;
        self
    }
}

/// Problems that one repair solves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProblemGroup {
    /// As in the problems.
    pub code: ProblemCode,
    /// As in the problems.
    pub field: Field,
    /// What stands in the cells.
    pub found: String,
    /// As in the problems.
    pub message: Sentence,
    /// How many rows have it.
    pub rows: u32,
    /// As in the problems.
    pub suggestion: Option<String>,
    /// As in the problems.
    pub choices: Vec<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_for_programs_are_the_same_everywhere() {
        for code in [
            ProblemCode::MissingEmail,
            ProblemCode::NumberInTextColumn,
            ProblemCode::IdentityProviderDisabled,
            ProblemCode::WorkAccountForPrivateMail,
        ] {
            assert_eq!(serde_json::json!(code), code.as_str());
            assert_eq!(ProblemCode::from_word(code.as_str()), Some(code));
        }
    }
}
