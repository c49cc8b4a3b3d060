//! Which refreshes are kept: all of the last 30 days, then the last one of each week for 13 months.

use crate::delta::Delta;
use crate::history::{KeptRefresh, count_again, delta, kept};
use crate::{RosterError, history};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use rusqlite::{Connection, params};

/// So far back every refresh is kept.
const ALL_FOR: SignedDuration = SignedDuration::from_hours(30 * 24);

/// So far back one a week is kept.
const WEEKLY_FOR_MONTHS: i64 = 13;

const DAY: i64 = 24 * 60 * 60;

/// Drops what is too old beside the newest refresh. The differences between those that stay are the same as before.
pub(crate) fn thin(connection: &Connection) -> Result<(), RosterError> {
    let all = kept(connection)?;
    let dropped = too_many(&all);
    for number in dropped {
        drop_one(connection, number)?;
    }
    Ok(())
}

/// The numbers of the refreshes that are not kept, oldest first; never the newest one.
fn too_many(all: &[KeptRefresh]) -> Vec<u32> {
    let Some((newest, older)) = all.split_last() else { return Vec::new() };
    let later = all.iter().skip(1);
    let stays = |one: &KeptRefresh, next: &KeptRefresh| {
        newest.at.duration_since(one.at) <= ALL_FOR
            || (one.at >= oldest_kept(newest.at) && week(one.at) != week(next.at))
    };
    older.iter().zip(later).filter(|(one, next)| !stays(one, next)).map(|(one, _)| one.number).collect()
}

fn oldest_kept(newest: Timestamp) -> Timestamp {
    let months = Span::new().months(WEEKLY_FOR_MONTHS);
    let back = newest.to_zoned_datetime(TimeZone::UTC).checked_sub(months);
    back.map_or(Timestamp::MIN, |zoned| zoned.timestamp())
}

/// Weeks since the first Monday of 1970's first week, UTC.
fn week(at: Timestamp) -> i64 {
    // The first of January 1970 was a Thursday.
    (at.as_second().div_euclid(DAY) + 3).div_euclid(7)
}

/// Drops a refresh; what it changed becomes a part of what the next one changed.
fn drop_one(connection: &Connection, number: u32) -> Result<(), RosterError> {
    let oldest = "SELECT NOT EXISTS (SELECT 1 FROM refresh WHERE number < ?1)";
    let oldest: bool = connection.query_row(oldest, [number], |row| row.get(0))?;
    let next = "SELECT min(number) FROM refresh WHERE number > ?1";
    let next: u32 = connection.query_row(next, [number], |row| row.get(0))?;
    if oldest {
        // The next one is the beginning from now on.
        connection.execute("DELETE FROM delta WHERE refresh IN (?1, ?2)", [number, next])?;
    } else {
        join(connection, number, next)?;
    }
    connection.execute("DELETE FROM refresh WHERE number = ?1", [number])?;
    count_again(connection, next)
}

/// Makes of two steps, one after the other, one.
fn join(connection: &Connection, first: u32, second: u32) -> Result<(), RosterError> {
    let both = "SELECT a.user_id, a.before, a.after, b.before, b.after
                FROM delta AS a JOIN delta AS b ON b.refresh = ?2 AND b.user_id = a.user_id
                WHERE a.refresh = ?1";
    let mut statement = connection.prepare(both)?;
    let mut rows = statement.query([first, second])?;
    let mut joined: Vec<(String, Option<Delta>)> = Vec::new();
    while let Some(row) = rows.next()? {
        joined.push((row.get(0)?, history::delta(row, 1)?.then(delta(row, 3)?)));
    }
    for (user, delta) in joined {
        replace(connection, second, &user, delta.as_ref())?;
        connection.execute("DELETE FROM delta WHERE refresh = ?1 AND user_id = ?2", params![first, user])?;
    }
    connection.execute("UPDATE delta SET refresh = ?2 WHERE refresh = ?1", [first, second])?;
    Ok(())
}

fn replace(
    connection: &Connection,
    refresh: u32,
    user: &str,
    delta: Option<&Delta>,
) -> Result<(), RosterError> {
    let Some(delta) = delta else {
        let sql = "DELETE FROM delta WHERE refresh = ?1 AND user_id = ?2";
        connection.prepare_cached(sql)?.execute(params![refresh, user])?;
        return Ok(());
    };
    let (before, after) = delta.texts()?;
    let sql = "UPDATE delta SET before = ?3, after = ?4 WHERE refresh = ?1 AND user_id = ?2";
    connection.prepare_cached(sql)?.execute(params![refresh, user, before, after])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The refreshes at these hours, of which the last is now; how old in days those are that stay.
    fn stay(hours: impl Iterator<Item = i64>) -> Vec<i64> {
        let at = |hour| Timestamp::from_second(hour * 3600).expect("a time");
        let kept =
            |(number, hour)| KeptRefresh { number, at: at(hour), people: 0, joined: 0, left: 0, changed: 0 };
        let all: Vec<KeptRefresh> = (1..).zip(hours).map(kept).collect();
        let dropped = too_many(&all);
        let newest = all.last().expect("the newest").at;
        let left = all.iter().filter(|one| !dropped.contains(&one.number));
        left.map(|one| newest.duration_since(one.at).as_hours() / 24).collect()
    }

    /// A Monday at noon.
    const MONDAY: i64 = (20_000 / 7 * 7 + 4) * 24 + 12;

    #[test]
    fn all_refreshes_of_thirty_days_stay_then_one_a_week_for_thirteen_months() {
        let daily = stay((0..500).map(|day| MONDAY - (499 - day) * 24));
        let (recent, weekly): (Vec<i64>, Vec<i64>) = daily.into_iter().partition(|days| *days <= 30);
        assert_eq!(recent, (0..=30).rev().collect::<Vec<_>>());
        // Each is a Sunday: the last one of its week.
        assert!(weekly.iter().all(|days| days % 7 == 1), "{weekly:?}");
        assert!(weekly.windows(2).all(|two| two[0] - two[1] == 7), "{weekly:?}");
        let (oldest, youngest) = (weekly[0], weekly[weekly.len() - 1]);
        assert!((389..=397).contains(&oldest) && (31..38).contains(&youngest), "{weekly:?}");
    }

    #[test]
    fn the_newest_stays_however_old_it_is_and_a_clock_that_was_set_back_drops_nothing() {
        assert_eq!(stay([0].into_iter()), [0]);
        assert_eq!(stay([0, 100_000].into_iter()), [0]);
        assert_eq!(stay([100_000, 0].into_iter()).len(), 2);
    }
}
