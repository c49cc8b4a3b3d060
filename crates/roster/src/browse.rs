//! What is asked of a list: windows of rows, facets, places, and the people of marked rows.

use crate::list::List;
use crate::{
    JumpTo, LARGEST_WINDOW, Picked, Roster, RosterError, RowRange, SortBy, UserFacets, UserQuery, UserRow,
    Window, keys,
};
use rollcall_core::{User, fold};
use rusqlite::OptionalExtension;
use std::ops::ControlFlow;

impl Roster {
    /// The people who match, from `offset` on, at most `limit` and at most [`LARGEST_WINDOW`].
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn window(&self, query: &UserQuery, offset: u32, limit: u32) -> Result<Window, RosterError> {
        self.0.read(|list| {
            let (offset, limit) = (offset as usize, limit.min(LARGEST_WINDOW) as usize);
            let part = |people: &[u32]| people.iter().skip(offset).take(limit).copied().collect::<Vec<u32>>();
            let (matching, shown) = match list.head(query, offset.saturating_add(limit))? {
                Some(head) => (list.status.people, part(&head)),
                None => {
                    let answer = list.answer(query)?;
                    (count(answer.len()), part(&answer))
                }
            };
            Ok(Window {
                total: list.status.people,
                matching,
                rows: shown
                    .into_iter()
                    .map(|person| row(list, list.user(person)?))
                    .collect::<Result<_, _>>()?,
                as_of: list.as_of(query)?,
                exact: list
                    .exact(&query.search)?
                    .map(|person| list.user(person))
                    .transpose()?
                    .map(|user| user.id),
            })
        })
    }

    /// How many people each choice of a filter would leave, each filter counted over all others. Mail domains are
    /// those that hold `domain_search`.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn facets(&self, query: &UserQuery, domain_search: &str) -> Result<UserFacets, RosterError> {
        self.0.read(|list| list.facets(query, domain_search))
    }

    /// The row of a person, or where a text begins in the first column of the order; 0 is the first row. `None` if
    /// there is no such row.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn place(&self, query: &UserQuery, to: &JumpTo) -> Result<Option<u32>, RosterError> {
        self.0.read(|list| match to {
            JumpTo::Prefix(text) => place_of_text(list, query, text),
            JumpTo::Person(id) => place_of_person(list, query, id.as_str()),
        })
    }

    /// Everyone who matches, one after the other, until `sink` breaks. They are of one list, even if a
    /// refresh ends meanwhile.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn all_users(
        &self,
        query: &UserQuery,
        sink: &mut dyn FnMut(UserRow) -> ControlFlow<()>,
    ) -> Result<(), RosterError> {
        self.each_of(query, None, sink)
    }

    /// Like [`Roster::all_users`], with everything that the platform gave and without names.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn each_user(
        &self,
        query: &UserQuery,
        sink: &mut dyn FnMut(User) -> ControlFlow<()>,
    ) -> Result<(), RosterError> {
        self.each_user_of(query, None, sink)
    }

    /// The people of marked rows in the order of the rows, nobody twice, until `sink` breaks; without marks
    /// everyone who matches. One person at a time is in memory.
    ///
    /// # Errors
    /// [`RosterError::ListChanged`] if the rows are not those any more that were marked; nobody is given then.
    pub fn each_of(
        &self,
        query: &UserQuery,
        picked: Option<&Picked>,
        sink: &mut dyn FnMut(UserRow) -> ControlFlow<()>,
    ) -> Result<(), RosterError> {
        self.0.read(|list| walk(list, query, picked, &mut |user| Ok(sink(row(list, user)?))))
    }

    /// Like [`Roster::each_of`], with everything that the platform gave and without names.
    ///
    /// # Errors
    /// As for [`Roster::each_of`].
    pub fn each_user_of(
        &self,
        query: &UserQuery,
        picked: Option<&Picked>,
        sink: &mut dyn FnMut(User) -> ControlFlow<()>,
    ) -> Result<(), RosterError> {
        self.0.read(|list| walk(list, query, picked, &mut |user| Ok(sink(user))))
    }

    /// How many people those are.
    ///
    /// # Errors
    /// As for [`Roster::each_of`].
    pub fn count_of(&self, query: &UserQuery, picked: Option<&Picked>) -> Result<u32, RosterError> {
        self.0.read(|list| {
            let rows = rows_of(list, query, picked)?;
            Ok(rows.into_iter().map(|range| range.to - range.from + 1).sum())
        })
    }

    /// Names of the fields that Rollcall has no name for and that somebody has.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn known_fields(&self) -> Result<Vec<String>, RosterError> {
        self.0.read(|list| list.listed(|listed| listed.fields()))
    }

    /// Loads what searching, counting and sorting need, so that the first of them need not: for a million people
    /// less than a second.
    ///
    /// # Errors
    /// [`RosterError`].
    pub fn prepare(&self) -> Result<(), RosterError> {
        self.0.read(|list| list.prepare())
    }
}

fn row(list: &List<'_>, user: User) -> Result<UserRow, RosterError> {
    let invited = list.sent.invited(&user);
    Ok(list.names()?.row(user, invited))
}

fn walk(
    list: &List<'_>,
    query: &UserQuery,
    picked: Option<&Picked>,
    take: &mut dyn FnMut(User) -> Result<ControlFlow<()>, RosterError>,
) -> Result<(), RosterError> {
    let answer = list.answer(query)?;
    for range in rows_of(list, query, picked)? {
        for person in answer.iter().skip(range.from as usize).take((range.to - range.from) as usize + 1) {
            if take(list.user(*person)?)?.is_break() {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// The marked rows as ranges one after another, none of which meets another.
fn rows_of(
    list: &List<'_>,
    query: &UserQuery,
    picked: Option<&Picked>,
) -> Result<Vec<RowRange>, RosterError> {
    let last = list.answer(query)?.len().checked_sub(1).map(count);
    let all = last.map(|to| RowRange { from: 0, to });
    let Some(picked) = picked else { return Ok(all.into_iter().collect()) };
    if list.as_of(query)?.as_ref() != Some(&picked.as_of) {
        return Err(RosterError::ListChanged);
    }
    let Some(last) = last else { return Ok(Vec::new()) };
    Ok(if picked.all { all.into_iter().collect() } else { apart(&picked.ranges, last) })
}

fn apart(ranges: &[RowRange], last: u32) -> Vec<RowRange> {
    let mut ranges: Vec<RowRange> =
        ranges.iter().filter(|range| range.from <= range.to && range.from <= last).copied().collect();
    ranges.sort_unstable_by_key(|range| range.from);
    let mut apart: Vec<RowRange> = Vec::new();
    for range in ranges {
        let to = range.to.min(last);
        match apart.last_mut() {
            Some(before) if range.from <= before.to => before.to = before.to.max(to),
            _ => apart.push(RowRange { from: range.from, to }),
        }
    }
    apart
}

fn place_of_text(list: &List<'_>, query: &UserQuery, text: &str) -> Result<Option<u32>, RosterError> {
    let by = query.sort.first().copied().unwrap_or_default();
    let wanted = if keys::is_as_listed(by.column) { text.trim().to_owned() } else { fold(text) };
    let answer = list.answer(query)?;
    let (mut low, mut high) = (0, answer.len());
    while low < high {
        let middle = low + (high - low) / 2;
        if is_there(list, by, answer[middle], &wanted)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok((low < answer.len()).then(|| count(low)))
}

/// Whether a person's text begins with the wanted one or comes after it in the order.
fn is_there(list: &List<'_>, by: SortBy, person: u32, wanted: &str) -> Result<bool, RosterError> {
    let user = list.user(person)?;
    let text = keys::text(&user, list.sent.invited(&user), &*list.names()?, by.column);
    let after = if by.descending { text.as_str() < wanted } else { text.as_str() > wanted };
    Ok(text.is_empty() || text.starts_with(wanted) || after)
}

fn place_of_person(list: &List<'_>, query: &UserQuery, id: &str) -> Result<Option<u32>, RosterError> {
    let number = list.on_shelf(|connection, shelf| {
        let sql = shelf.sql("SELECT n FROM user_$ WHERE id = ?1");
        Ok(connection.prepare_cached(&sql)?.query_row([id], |row| row.get::<_, u32>(0)).optional()?)
    })?;
    let Some(number) = number else { return Ok(None) };
    // Numbers start at 1, places at 0.
    Ok(list.answer(query)?.iter().position(|person| person + 1 == number).map(count))
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_that_meet_are_one_and_none_goes_beyond_the_last_row() {
        let range = |from, to| RowRange { from, to };
        let marked = [range(7, 99), range(0, 2), range(2, 4), range(1, 1), range(6, 5), range(20, 30)];
        assert_eq!(apart(&marked, 9), [range(0, 4), range(7, 9)]);
    }
}
