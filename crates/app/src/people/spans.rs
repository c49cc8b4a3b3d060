//! Which two refreshes are compared.

use crate::App;
use crate::contract::{AppError, ChangeSpan, ErrorCode};
use crate::errors::of_roster;
use jiff::SignedDuration;
use jiff::civil::Date;
use rollcall_core::phrase;
use rollcall_roster::KeptRefresh;

/// Where nothing is said, what changed since this long ago is meant.
const A_WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);

impl App {
    /// The span that is meant by days, UTC: from the beginning of `since` until the end of `until`. `last` is since
    /// the refresh before.
    ///
    /// # Errors
    /// [`ErrorCode::BadRequest`] where a word is no day, or nothing was fetched until then.
    pub async fn span_named(
        &self,
        profile: &str,
        since: Option<String>,
        until: Option<String>,
    ) -> Result<ChangeSpan, AppError> {
        self.ask(profile, move |roster| {
            named(&roster.refreshes().map_err(of_roster)?, since.as_deref(), until.as_deref())
        })
        .await
    }
}

/// The span that is meant, of `kept`, which are given newest first.
fn named(kept: &[KeptRefresh], since: Option<&str>, until: Option<&str>) -> Result<ChangeSpan, AppError> {
    let to = match until.map(day).transpose()? {
        Some(day) => Some(kept.iter().find(|one| day_of(one) <= day).ok_or_else(nothing_until)?),
        None => kept.first(),
    };
    let number = |one: &KeptRefresh| one.number;
    let oldest = || kept.last().map(number);
    let from = match since {
        None => None,
        Some("last") => {
            let earlier = |one: &&KeptRefresh| to.is_some_and(|to| one.number < to.number);
            kept.iter().find(earlier).map(number).or_else(oldest)
        }
        Some(word) => {
            let day = day(word)?;
            kept.iter().find(|one| day_of(one) < day).map(number).or_else(oldest)
        }
    };
    Ok(ChangeSpan { from, to: to.map(number) })
}

fn day_of(kept: &KeptRefresh) -> Date {
    jiff::tz::TimeZone::UTC.to_datetime(kept.at).date()
}

fn day(word: &str) -> Result<Date, AppError> {
    word.parse().map_err(|_| {
        AppError::new(
            ErrorCode::BadRequest,
            format!("{word:?} is not a day. Days are written as 2026-11-23."),
        )
    })
}

fn nothing_until() -> AppError {
    AppError::new(
        ErrorCode::BadRequest,
        "No refresh of that day or before is kept: after 30 days one a week stays, after 13 months none. Choose a later day.",
    )
}

/// The earlier and the later one of `kept`, which are given newest first.
pub(crate) fn chosen(
    kept: &[KeptRefresh],
    span: &ChangeSpan,
) -> Result<(KeptRefresh, KeptRefresh), AppError> {
    let newest = kept.first().ok_or_else(nothing_yet)?;
    let numbered = |number| kept.iter().find(|one| one.number == number).ok_or_else(no_longer_kept);
    let to = span.to.map_or(Ok(newest), numbered)?;
    let from = match span.from {
        Some(number) => numbered(number)?,
        None => a_week_before(kept, to),
    };
    let (from, to) = if from.number <= to.number { (from, to) } else { (to, from) };
    Ok((from.clone(), to.clone()))
}

/// The last one that is at least a week older, or else the oldest.
fn a_week_before<'a>(kept: &'a [KeptRefresh], to: &'a KeptRefresh) -> &'a KeptRefresh {
    let mut before = kept.iter().filter(|one| one.number <= to.number);
    before.find(|one| to.at.duration_since(one.at) >= A_WEEK).or(kept.last()).unwrap_or(to)
}

fn nothing_yet() -> AppError {
    AppError::new(
        ErrorCode::ListNotFresh,
        phrase!(
            "Nothing was fetched through this connection yet, so there is nothing to compare. Refresh the list."
        ),
    )
}

pub(crate) fn no_longer_kept() -> AppError {
    AppError::new(
        ErrorCode::BadRequest,
        phrase!(
            "One of these refreshes is not kept any more: after 30 days one a week stays, after 13 months none. Choose another."
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Refreshes of these days, oldest first, numbered from 1; given newest first.
    fn kept(days: &[&str]) -> Vec<KeptRefresh> {
        let one = |(number, day): (u32, &&str)| KeptRefresh {
            number,
            at: format!("{day}T08:00:00Z").parse().expect("a time"),
            people: 0,
            joined: 0,
            left: 0,
            changed: 0,
        };
        let mut kept: Vec<KeptRefresh> = (1..).zip(days).map(one).collect();
        kept.reverse();
        kept
    }

    fn numbers(kept: &[KeptRefresh], from: Option<u32>, to: Option<u32>) -> (u32, u32) {
        let (from, to) = chosen(kept, &ChangeSpan { from, to }).expect("two refreshes");
        (from.number, to.number)
    }

    #[test]
    fn where_nothing_is_said_the_newest_is_compared_with_one_of_a_week_before() {
        let all = kept(&["2026-11-01", "2026-11-10", "2026-11-15", "2026-11-17"]);
        assert_eq!(numbers(&all, None, None), (2, 4), "exactly a week is a week");
        assert_eq!(numbers(&all, None, Some(2)), (1, 2));
        assert_eq!(numbers(&all[1..], None, None), (1, 3), "the 10th is only five days before");
        assert_eq!(numbers(&all[3..], None, None), (1, 1), "there is only one");
    }

    #[test]
    fn days_are_from_their_beginning_until_their_end_and_last_is_the_refresh_before() {
        let all = kept(&["2026-11-01", "2026-11-10", "2026-11-15"]);
        let span = |since, until| {
            let span = named(&all, since, until).expect("a span");
            (span.from, span.to)
        };
        assert_eq!(span(None, None), (None, Some(3)));
        assert_eq!(span(Some("last"), None), (Some(2), Some(3)));
        assert_eq!(span(Some("last"), Some("2026-11-12")), (Some(1), Some(2)));
        assert_eq!(
            span(Some("2026-11-10"), None),
            (Some(1), Some(3)),
            "what happened that day is part of it"
        );
        assert_eq!(span(Some("2026-11-11"), Some("2026-11-15")), (Some(2), Some(3)));
        assert_eq!(span(Some("2020-01-01"), None), (Some(1), Some(3)), "the oldest that is kept");
        for (since, until) in [(Some("yesterday"), None), (None, Some("2026-10-01")), (None, Some("11/15"))] {
            let refused = named(&all, since, until).expect_err("no such span");
            assert_eq!(refused.code, ErrorCode::BadRequest, "{since:?} {until:?}");
        }
    }

    #[test]
    fn the_earlier_of_two_is_what_the_later_is_measured_by() {
        let all = kept(&["2026-11-01", "2026-11-10", "2026-11-15"]);
        assert_eq!(numbers(&all, Some(3), Some(1)), (1, 3));
        let gone = chosen(&all, &ChangeSpan { from: Some(9), to: None }).expect_err("never was");
        assert_eq!(gone.code, ErrorCode::BadRequest);
        let nothing = chosen(&[], &ChangeSpan::default()).expect_err("nothing to compare");
        assert_eq!(nothing.code, ErrorCode::ListNotFresh);
    }
}
