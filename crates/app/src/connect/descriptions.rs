//! Use cases: platform descriptions, built in and as a connection changes them.

use crate::App;
use crate::contract::*;
use rollcall_platform::Description;

impl App {
    /// The built-in descriptions.
    pub fn list_descriptions(&self) -> Vec<DescriptionSummary> {
        Vec::new()
    }

    /// A description in full, or what is wrong with it.
    pub fn look_at_description(&self, choice: DescriptionChoice) -> Result<DescriptionAnswer, AppError> {
        let _ = choice;
        Err(super::not_yet())
    }
}

/// The description of a connection.
pub(crate) fn description(choice: &DescriptionChoice) -> Result<Description, AppError> {
    Description::built_in(&choice.base).ok_or_else(|| {
        AppError::new(
            ErrorCode::ProfileInvalid,
            "This connection names a platform description that this version of Rollcall does not have.",
        )
        .with_detail(choice.base.clone())
    })
}

pub(crate) fn title(description: &Description) -> String {
    description.facts().title
}

/// What a connection of `description` needs.
pub(crate) fn needs(description: &Description) -> DescriptionNeeds {
    let _ = description;
    needs_of_nothing()
}

/// What is asked for where the description can't be read.
pub(crate) fn needs_of_nothing() -> DescriptionNeeds {
    DescriptionNeeds {
        subscription_key: true,
        scope: true,
        identity_providers: true,
        organizations: true,
        role: true,
        token_url: true,
    }
}
