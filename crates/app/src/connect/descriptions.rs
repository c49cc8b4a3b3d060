//! Use cases: platform descriptions, built in and as a connection changes them.

use crate::App;
use crate::contract::*;
use rollcall_core::{Asked, phrase, sentence};
use rollcall_platform::{Description, DescriptionError};

impl App {
    /// The built-in descriptions.
    pub fn list_descriptions(&self) -> Vec<DescriptionSummary> {
        built_in_descriptions()
    }

    /// A description in full, or what is wrong with it.
    ///
    /// # Errors
    /// [`ErrorCode::ProfileInvalid`] where the built-in description that is named is not there.
    pub fn look_at_description(&self, choice: DescriptionChoice) -> Result<DescriptionAnswer, AppError> {
        look_at_description(&choice)
    }

    /// The description that a connection uses.
    ///
    /// # Errors
    /// As [`App::profile_named`].
    pub fn description_of(&self, profile: &str) -> Result<DescriptionChoice, AppError> {
        Ok(self.profile(&self.profile_named(profile)?)?.description)
    }
}

/// The built-in descriptions.
pub fn built_in_descriptions() -> Vec<DescriptionSummary> {
    Description::built_in_names()
        .filter_map(Description::built_in)
        .map(|description| summary(&description))
        .collect()
}

/// A description in full, or what is wrong with it.
///
/// # Errors
/// [`ErrorCode::ProfileInvalid`] where the built-in description that is named is not there.
pub fn look_at_description(choice: &DescriptionChoice) -> Result<DescriptionAnswer, AppError> {
    Ok(match read(choice)? {
        Ok((base, description)) => DescriptionAnswer::Good(Box::new(view(&base, &description))),
        Err(problem) => DescriptionAnswer::Bad(problems(problem.error)),
    })
}

/// `choice` with the description in a file: a whole one in its place, or else changes to it.
pub fn with_description_file(choice: DescriptionChoice, text: &str) -> DescriptionChoice {
    match Description::is_whole(text) {
        true => DescriptionChoice { own: Some(text.to_owned()), overrides: String::new(), ..choice },
        false => DescriptionChoice { overrides: text.to_owned(), ..choice },
    }
}

/// What a connection of `choice` needs.
///
/// # Errors
/// As [`look_at_description`], and for a description that can't be used.
pub fn needs_of(choice: &DescriptionChoice) -> Result<DescriptionNeeds, AppError> {
    description(choice).map(|description| needs(&description))
}

/// What is wrong, and in which of a choice's texts.
struct Problem {
    whose: Whose,
    error: DescriptionError,
}

#[derive(Clone, Copy)]
enum Whose {
    Description,
    Changes,
}

/// What a choice differs from, and what it comes to.
fn read(choice: &DescriptionChoice) -> Result<Result<(Description, Description), Problem>, AppError> {
    let own = match &choice.own {
        Some(own) => match Description::from_toml(own) {
            Ok(own) => Some(own),
            Err(error) => return Ok(Err(Problem { whose: Whose::Description, error })),
        },
        None => None,
    };
    let base = match &own {
        Some(own) => Description::built_in(&own.facts().name).unwrap_or_else(|| own.clone()),
        None => built_in(&choice.base)?,
    };
    let changed = own.as_ref().unwrap_or(&base).overridden_by(&choice.overrides);
    Ok(match changed {
        Ok(changed) => Ok((base, changed)),
        Err(error) => Err(Problem { whose: Whose::Changes, error }),
    })
}

/// The built-in description of that name.
///
/// # Errors
/// [`ErrorCode::ProfileInvalid`] with the names that there are.
pub(crate) fn built_in(name: &str) -> Result<Description, AppError> {
    Description::built_in(name).ok_or_else(|| {
        let known: Vec<&str> = Description::built_in_names().collect();
        let shown: String = name.chars().filter(|letter| !letter.is_control()).take(60).collect();
        AppError::new(
            ErrorCode::ProfileInvalid,
            sentence!(
                "This version of Rollcall has no platform description called \"{shown}\". It has {known}. Choose one of \
                 them, or use a description of your own.",
                shown = shown,
                known = known.join(" and ")
            ),
        )
    })
}

/// The description of a connection.
///
/// # Errors
/// [`ErrorCode::ProfileInvalid`] with the first line that is wrong, and all of them in the detail.
pub(crate) fn description(choice: &DescriptionChoice) -> Result<Description, AppError> {
    match read(choice)? {
        Ok((_, description)) => Ok(description),
        Err(Problem { whose, error }) => {
            let first = error.problems.first().map(|first| unusable(whose, first));
            let sentence = first.unwrap_or_default();
            Err(AppError::new(ErrorCode::ProfileInvalid, sentence).with_detail(error.to_string()))
        }
    }
}

/// That a text can't be used, with the first thing that is wrong in it.
fn unusable(whose: Whose, first: &rollcall_platform::DescriptionProblem) -> String {
    let problem = first.sentence.trim_end_matches('.');
    match (whose, first.line) {
        (Whose::Description, Some(line)) => {
            sentence!(
                "The platform description can't be used. Line {line}: {problem}. Correct it in the connection.",
                line = line,
                problem = problem
            )
            .text
        }
        (Whose::Changes, Some(line)) => {
            sentence!(
                "The changes to the platform description can't be used. Line {line}: {problem}. Correct it in the connection.",
                line = line,
                problem = problem
            )
            .text
        }
        (_, None) => {
            let text = match whose {
                Whose::Description => phrase!("The platform description can't be used."),
                Whose::Changes => phrase!("The changes to the platform description can't be used."),
            };
            format!("{text} {}. {}", capital(problem), phrase!("Correct it in the connection."))
        }
    }
}

fn capital(text: &str) -> String {
    let text = text.trim_end_matches('.');
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn problems(error: DescriptionError) -> Vec<DescriptionProblem> {
    let shown = |problem: rollcall_platform::DescriptionProblem| DescriptionProblem {
        line: problem.line,
        sentence: format!("{}.", capital(&problem.sentence)),
    };
    error.problems.into_iter().map(shown).collect()
}

fn view(base: &Description, description: &Description) -> DescriptionView {
    let differences = description.difference(base).into_iter().map(|difference| FieldDifference {
        field: difference.field,
        built_in: difference.before,
        here: difference.after,
    });
    DescriptionView {
        summary: summary(description),
        text: description.text(),
        differences: differences.collect(),
        fields: fields(description),
    }
}

/// Every field with its value: one that stands for any key is there once for each key, and once if there is none.
fn fields(description: &Description) -> Vec<DescriptionField> {
    let values = description.values();
    let mut fields = Vec::new();
    for doc in Description::fields() {
        let field = |field: &str, value: Option<String>| DescriptionField {
            field: field.to_owned(),
            about: doc.about.to_owned(),
            value,
            required: doc.required,
        };
        let stem = doc.path.strip_suffix('*');
        let is_it = |path: &str| stem.map_or(path == doc.path, |stem| path.starts_with(stem));
        let found = values.iter().filter(|(path, _)| is_it(path));
        let before = fields.len();
        fields.extend(found.map(|(path, value)| field(path, Some(value.clone()))));
        if fields.len() == before {
            fields.push(field(doc.path, None));
        }
    }
    fields
}

fn summary(description: &Description) -> DescriptionSummary {
    let facts = description.facts();
    DescriptionSummary {
        name: facts.name,
        title: facts.title,
        version: facts.version,
        about: description.about().to_owned(),
        needs: needs(description),
    }
}

pub(crate) fn title(description: &Description) -> String {
    description.facts().title
}

/// What a connection of `description` needs.
pub(crate) fn needs(description: &Description) -> DescriptionNeeds {
    let needs = description.needs();
    let has_place = |asked: Asked| asked != Asked::Never;
    DescriptionNeeds {
        subscription_key: needs.subscription_key,
        scope: needs.scope,
        identity_providers: has_place(needs.asks.identity_provider),
        organizations: has_place(needs.asks.organizations),
        role: has_place(needs.asks.role),
        role_optional: needs.asks.role != Asked::Always,
        token_url: needs.token_url,
    }
}

/// What is asked for where the description can't be read.
pub(crate) fn needs_of_nothing() -> DescriptionNeeds {
    DescriptionNeeds {
        subscription_key: true,
        scope: true,
        identity_providers: true,
        organizations: true,
        role: true,
        role_optional: false,
        token_url: true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(base: &str, overrides: &str) -> DescriptionChoice {
        DescriptionChoice { base: base.into(), own: None, overrides: overrides.into() }
    }

    #[test]
    fn an_unknown_name_is_said_with_the_known_ones() {
        let refused = description(&choice("sap", "")).expect_err("nobody knows it");
        assert!(refused.message.contains("\"sap\"") && refused.message.contains("scim2"), "{refused:?}");
    }

    #[test]
    fn a_bad_line_is_named_in_the_sentence() {
        let refused = description(&choice("appxite", "\n[pace]\nper_minute = 0")).expect_err("no pace");
        assert!(refused.message.contains("Line 3: "), "{}", refused.message);
        let own = DescriptionChoice { own: Some("format = 1\nx = 2".into()), ..choice("nothing", "") };
        let refused = description(&own).expect_err("no field");
        assert!(refused.message.contains("Line 2: "), "{}", refused.message);
    }

    #[test]
    fn a_description_of_ones_own_is_compared_with_the_built_in_one_of_its_name() {
        let text =
            Description::built_in("scim2").expect("built in").text().replace("\"/Users\"", "\"/People\"");
        let own = DescriptionChoice { own: Some(text), ..choice("appxite", "batch_limit = 1\n") };
        let (base, mine) = read(&own).expect("known").map_err(|problem| problem.error).expect("good");
        let view = view(&base, &mine);
        let changed: Vec<&str> =
            view.differences.iter().map(|difference| difference.field.as_str()).collect();
        assert_eq!(changed, ["calls.users.path", "calls.user_by_email.path", "calls.invite.path"]);
        assert_eq!(view.differences[0].here.as_deref(), Some("\"/People\""));
        let states = view.fields.iter().filter(|field| field.field.starts_with("states."));
        assert_eq!(states.count(), 3, "one for each word");
        assert!(view.fields.iter().any(|field| field.field == "headers.*" && field.value.is_none()));
    }
}
