//! What the answers tell beside their lists: headers, names of fields, the time, and how long they took.

use super::{Check, Examination, FirstPage, Heard, State, Step};
use crate::PlatformError;
use crate::answer::Answer;
use reqwest::header::HeaderName;
use rollcall_core::{User, phrase, sentence};
use serde_json::Value;
use std::collections::BTreeSet;

/// Headers that name versions of the API.
const VERSIONS: [&str; 5] =
    ["api-version", "x-api-version", "api-supported-versions", "api-deprecated-versions", "x-ms-api-version"];
/// Headers that say that something will be switched off. Source: RFC 8594, RFC 9745.
const ENDINGS: [&str; 2] = ["deprecation", "sunset"];
/// A clock that is further off makes tokens end too early or too late, in seconds.
const MOST_APART: u64 = 60;
/// An answer that takes longer makes every list a matter of patience, in milliseconds.
const SLOW: u128 = 3_000;
/// Names of fields that are shown.
const MOST_NAMES: usize = 20;

impl Examination<'_> {
    pub(super) fn headers(&mut self, answer: &Answer) {
        let told = |names: &[&'static str]| -> Vec<(&'static str, String)> {
            names.iter().filter_map(|name| Some((*name, header(answer, name)?))).collect()
        };
        let (versions, endings) = (told(&VERSIONS), told(&ENDINGS));
        let step = match (versions.is_empty(), endings.is_empty()) {
            (_, false) => Step::notice(
                Check::Headers,
                phrase!("The platform says that this version of its API will be switched off."),
                phrase!("Ask the platform's administrator which version follows, and when."),
            ),
            (false, _) => Step::good(Check::Headers, phrase!("The answers name a version of the API.")),
            (true, _) => Step::good(
                Check::Headers,
                phrase!("The answers ask for no header, and name no version of the API."),
            ),
        };
        let step =
            versions.into_iter().chain(endings).fold(step, |step, (name, value)| step.fact(name, value));
        self.tell(self.sent(step));
    }

    /// Where the list failed, the platform's own words may name the header that it wants.
    pub(super) fn asked_for(&mut self, error: &PlatformError) {
        let words = error.detail.as_deref().unwrap_or_default();
        let step = match words.to_lowercase().contains("version") || words.to_lowercase().contains("header") {
            true => Step::notice(
                Check::Headers,
                phrase!("The platform's words suggest that it wants a header or a version."),
                phrase!("Ask for the header's name and value, and add it to the connection's headers."),
            )
            .said_if(phrase!("Its words"), error.detail.clone()),
            false => Step::new(
                Check::Headers,
                State::Unknown,
                phrase!("The refused call says nothing of headers."),
            ),
        };
        self.tell(self.sent(step));
    }

    /// The names of what is sent; a value may be a secret.
    fn sent(&self, step: Step) -> Step {
        let names: Vec<&str> = self.platform.wire().headers.keys().map(HeaderName::as_str).collect();
        step.fact(phrase!("Sent with every call"), names.join(", "))
    }

    pub(super) fn fields(&mut self, first: &FirstPage) {
        let users: Vec<&User> = first.users.iter().flatten().collect();
        if users.is_empty() {
            let sentence = phrase!("No user is listed, so there is no record to look at.");
            return self.tell(Step::new(Check::Fields, State::Unknown, sentence));
        }
        let missing: Vec<&str> = FIELDS
            .iter()
            .filter(|(_, has)| !users.iter().any(|user| has(user)))
            .map(|(name, _)| *name)
            .collect();
        let unknown: BTreeSet<&str> =
            users.iter().flat_map(|user| user.other.keys().map(String::as_str)).collect();
        let step = match missing.is_empty() {
            true => Step::good(
                Check::Fields,
                phrase!("Every field of Rollcall's was found in the first records."),
            ),
            false => Step::notice(
                Check::Fields,
                sentence!("Not found in the first records: {fields}.", fields = missing.join(", ")),
                phrase!("If the platform has them under other names, match the answer in the connection."),
            ),
        };
        let unknown: Vec<&str> = unknown.into_iter().take(MOST_NAMES).collect();
        self.tell(
            step.fact(phrase!("Names are written"), casing(&first.page.items))
                .fact(phrase!("Records looked at"), users.len())
                .fact_if(
                    phrase!("Unknown to Rollcall"),
                    Some(unknown.join(", ")).filter(|text| !text.is_empty()),
                ),
        );
    }

    pub(super) fn clock(&mut self) {
        let check = Check::Clock;
        let step = match middle(self.heard.iter().filter_map(|heard| heard.ahead).collect()) {
            None => Step::new(
                check,
                State::Unknown,
                phrase!("The platform does not tell the time with its answers."),
            ),
            Some(ahead) if ahead.unsigned_abs() > MOST_APART => Step::notice(
                check,
                sentence!(
                    "This computer's clock is {seconds} seconds {side} the platform's.",
                    seconds = ahead.abs(),
                    side = side(ahead)
                ),
                phrase!(
                    "Set this computer's clock by the network's time; tokens seem to end too early or too late \
                     otherwise."
                ),
            ),
            Some(ahead) => Step::good(check, phrase!("This computer's clock and the platform's agree."))
                .fact(phrase!("Seconds apart"), ahead.abs()),
        };
        self.tell(step);
    }

    pub(super) fn latency(&mut self) {
        let check = Check::Latency;
        let millis = |heard: &Heard| heard.took.as_millis();
        let times: Vec<u128> = self.heard.iter().map(millis).collect();
        let step = match (times.iter().min(), times.iter().max(), middle(times.clone())) {
            (Some(least), Some(most), Some(middle)) => {
                let sentence = sentence!(
                    "Answers took {least} to {most} ms, {middle} ms as a rule.",
                    least = least,
                    most = most,
                    middle = middle
                );
                let step = match middle > SLOW {
                    true => Step::notice(
                        check,
                        sentence,
                        phrase!("Ask for smaller pages, or examine again at another time."),
                    ),
                    false => Step::good(check, sentence),
                };
                step.fact(phrase!("Calls"), times.len())
            }
            _ => Step::new(check, State::Unknown, phrase!("No list was answered, so no time was taken.")),
        };
        self.tell(step);
    }
}

type Has = fn(&User) -> bool;

/// What a record should hold, in the words of the description's fields.
const FIELDS: [(&str, Has); 10] = [
    ("email", |user| !user.email.is_empty()),
    ("first name", |user| !user.first_name.is_empty()),
    ("last name", |user| !user.last_name.is_empty()),
    ("created", |user| user.created_at.is_some()),
    ("state", |user| !user.state.as_str().is_empty()),
    ("accessibility", |user| user.accessibility.is_some()),
    ("roles", |user| !user.role_ids.is_empty()),
    ("identity provider", |user| user.identity_provider_id.is_some()),
    ("external id", |user| user.external_id.is_some()),
    ("organizations", |user| !user.organization_ids.is_empty()),
];

fn header(answer: &Answer, name: &'static str) -> Option<String> {
    answer.header(&HeaderName::from_static(name)).map(str::to_owned)
}

fn side(ahead: i64) -> &'static str {
    if ahead > 0 { "behind" } else { "ahead of" }
}

fn middle<T: Ord + Copy>(mut all: Vec<T>) -> Option<T> {
    all.sort_unstable();
    all.get(all.len() / 2).copied()
}

/// How the records' names are written.
fn casing(items: &[Value]) -> &'static str {
    let names = items.iter().filter_map(Value::as_object).flat_map(|record| record.keys());
    let kinds: BTreeSet<&str> = names.filter_map(|name| casing_of(name)).collect();
    let mut kinds = kinds.into_iter();
    match (kinds.next(), kinds.next()) {
        (Some(one), None) => one,
        (Some(_), Some(_)) => phrase!("in several ways"),
        _ => phrase!("in an unusual way"),
    }
}

/// `None` for a name that says nothing, such as `id` beside camelCase and snake_case.
fn casing_of(name: &str) -> Option<&'static str> {
    let upper = name.contains(char::is_uppercase);
    match name.chars().next() {
        _ if name.contains('_') => Some("snake_case"),
        _ if name.contains('-') => Some("kebab-case"),
        Some(first) if first.is_uppercase() => Some("PascalCase"),
        Some(_) if upper => Some("camelCase"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_writing_of_names_is_told() {
        for (record, expected) in [
            (json!({"Id": 1, "FirstName": "x"}), "PascalCase"),
            (json!({"id": 1, "firstName": "x"}), "camelCase"),
            (json!({"id": 1, "first_name": "x"}), "snake_case"),
            (json!({"Id": 1, "firstName": "x"}), "in several ways"),
            (json!({"id": 1}), "in an unusual way"),
        ] {
            assert_eq!(casing(std::slice::from_ref(&record)), expected, "{record}");
        }
    }

    #[test]
    fn whose_clock_is_behind_is_told_the_right_way_round() {
        assert_eq!(side(90), "behind", "the platform's clock is ahead of this one");
        assert_eq!(middle(vec![3, 1, 2]), Some(2));
    }
}
