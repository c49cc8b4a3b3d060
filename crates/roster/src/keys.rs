//! What people are sorted by: the text of each in a column, in the form in which texts are compared.

use crate::names::Names;
use crate::{Invited, SortColumn};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use rollcall_core::{CanonicalEmail, User, fold};

/// The text of one person in a column as a person would begin to type it; empty where there is no value. Their
/// order is that of the column.
pub(crate) fn text(user: &User, invited: Option<Invited>, names: &Names, column: SortColumn) -> String {
    match column {
        SortColumn::Name => fold(&format!("{} {}", user.first_name, user.last_name)),
        SortColumn::FirstName => fold(&user.first_name),
        SortColumn::LastName => fold(&user.last_name),
        SortColumn::Email => fold(&user.email),
        SortColumn::Domain => fold(CanonicalEmail::of_listed(&user.email).domain()),
        SortColumn::State => fold(user.state.as_str()),
        SortColumn::Role => joined(user.role_ids.iter().map(|id| names.role(id.as_str()))),
        SortColumn::Organization => {
            joined(user.organization_ids.iter().map(|id| names.organization(id.as_str())))
        }
        SortColumn::Provider => fold(names.provider_of(user).unwrap_or_default()),
        SortColumn::Created => created(user.created_at.as_deref().unwrap_or_default()),
        SortColumn::Accessibility => fold(user.accessibility.as_deref().unwrap_or_default()),
        SortColumn::ExternalId => fold(user.external_id.as_deref().unwrap_or_default()),
        SortColumn::Id => user.id.0.clone(),
        SortColumn::Invitation => invited.map_or_else(String::new, |invited| invited.at.to_string()),
    }
}

/// Whether a column is compared as it was listed, without folding.
pub(crate) fn is_as_listed(column: SortColumn) -> bool {
    matches!(column, SortColumn::Id | SortColumn::Created | SortColumn::Invitation)
}

/// Several names as one text, in the order listed.
pub(crate) fn joined<'a>(names: impl Iterator<Item = &'a str>) -> String {
    fold(&names.collect::<Vec<_>>().join(", "))
}

fn created(listed: &str) -> String {
    read_moment(listed).map_or_else(|| undated(listed), |at| at.to_string())
}

/// A date in a form whose text order is its order in time. What can't be read as a date follows, by
/// its text.
pub(crate) fn moment_key(listed: &str) -> String {
    match read_moment(listed) {
        Some(moment) => {
            let since_the_first = moment.as_nanosecond() - Timestamp::MIN.as_nanosecond();
            format!("{since_the_first:039}")
        }
        None => undated(listed),
    }
}

fn undated(listed: &str) -> String {
    if listed.trim().is_empty() { String::new() } else { format!("~{}", fold(listed)) }
}

/// RFC 3339; without an offset, as some platforms write it, it is taken for UTC.
pub(crate) fn read_moment(listed: &str) -> Option<Timestamp> {
    let listed = listed.trim();
    let local = || TimeZone::UTC.to_timestamp(listed.parse::<DateTime>().ok()?).ok();
    listed.parse::<Timestamp>().ok().or_else(local)
}

/// A creation date that can be one; software that knows none often writes a date of its own instead, such as
/// 0001-01-01, 1970-01-01 or 9999-12-31, and one of those would stretch a chart of months over all of time.
pub(crate) fn read_created(listed: &str) -> Option<Timestamp> {
    let in_use = |moment: &Timestamp| (FIRST..END).contains(&moment.as_second());
    read_moment(listed).filter(in_use)
}

/// The second of 1970 is what stands for no date; a day later nobody's clock is behind it.
const FIRST: i64 = 24 * 60 * 60;

/// 2070-01-01: a hundred years fit into a chart.
const END: i64 = 3_155_760_000;

/// The whole second of a moment, counted from 1970.
pub(crate) fn second(moment: Timestamp) -> i64 {
    let second = moment.as_nanosecond().div_euclid(1_000_000_000);
    // Every moment that jiff knows fits by far.
    i64::try_from(second).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_compared_as_points_in_time_and_unreadable_ones_follow() {
        let listed = [
            "1601-01-01T00:00:00Z",
            "2024-03-31",
            "2024-03-31T00:30:00",
            "2024-03-31T05:30:00+04:00",
            "2024-03-31T02:00:00Z",
            "2024-03-31T02:00:00.5Z",
            "9999-12-30T00:00:00Z",
            "no date",
            "yesterday",
        ];
        let keys: Vec<_> = listed.into_iter().map(moment_key).collect();
        assert!(keys.is_sorted(), "{keys:#?}");
        assert_eq!(moment_key(" "), "");
    }

    #[test]
    fn a_date_that_stands_for_none_is_none() {
        for none in [
            "0001-01-01T00:00:00Z",
            "1601-01-01",
            "1970-01-01T00:00:00",
            "2070-01-01",
            "9999-12-31T23:59:59Z",
        ] {
            assert_eq!(read_created(none), None, "{none}");
        }
        assert!(read_created("1970-01-02").is_some() && read_created("2069-12-31T23:59:59Z").is_some());
    }

    #[test]
    fn a_second_begins_before_its_fractions_on_either_side_of_1970() {
        let second = |text: &str| second(text.parse().expect("a time"));
        assert_eq!((second("1970-01-01T00:00:01.9Z"), second("1969-12-31T23:59:59.9Z")), (1, -1));
    }
}
