//! Page after page of one list: what to ask next, and whether what came is the whole list.

use crate::asking::Question;
use crate::marks::Next;
use crate::wording::{Paging, PagingStyle};
use rollcall_core::{phrase, sentence};
use serde_json::Value;
use std::collections::HashSet;

/// Nobody looks after more people than this; a platform that lists on and on is broken.
const MOST_ENTRIES: u32 = 5_000_000;
/// Pages without an entry, one after the other, that still name a next one.
const MOST_EMPTY: u32 = 1_000;
/// Why a list is not known to be whole that ends as [`End::Unmarked`].
pub(crate) const UNMARKED: &str = phrase!(
    "The first page is as long as a page may be, and the platform names no next one where the description looks for it, so its list may be longer."
);

const ENDLESS: &str = phrase!("The platform's list does not come to an end.");
const REPEATS: &str = phrase!("The platform repeats a page instead of going on, so its list may be longer.");

/// How far the reading of one list has come.
#[derive(Debug)]
pub(crate) struct Pages {
    paging: Option<Paging>,
    size: u32,
    asked: u32,
    taken: u32,
    first_count: u32,
    total: Option<u32>,
    marks: Marks,
    end: Option<End>,
}

/// What answers said of next pages.
#[derive(Debug, Default)]
struct Marks {
    next: Next,
    seen: HashSet<String>,
    /// Pages without an entry since the last one with some.
    empty: u32,
}

/// How a list ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Everything that the platform lists was read.
    Whole,
    /// The first page is as long as a page may be, and named no other. That is everything if pages name the next one
    /// where the description says, which a question for less shows.
    Unmarked,
    /// Something is missing or doubtful; the sentence says what.
    Partial(String),
}

impl Pages {
    pub(crate) fn new(paging: Option<Paging>, wanted_size: Option<u32>) -> Self {
        let size =
            paging.as_ref().map_or(0, |paging| wanted_size.unwrap_or(paging.size).clamp(1, paging.max));
        let marks = Marks::default();
        Self { paging, size, asked: 0, taken: 0, first_count: 0, total: None, marks, end: None }
    }

    /// The questions for the pages that follow, the next one first: at most `most` of them, and more than one only where
    /// the platform's count and the description say that they are there.
    pub(crate) fn following(&self, most: u32) -> Vec<Question> {
        let Some(paging) = &self.paging else { return vec![Question::default()] };
        (0..self.known_to_follow(paging).clamp(1, most.max(1)))
            .map(|ahead| self.question(paging, ahead))
            .collect()
    }

    /// The question for the first page of a list of which nothing was asked yet, or for the one that follows.
    pub(crate) fn first_following(&self) -> Question {
        self.paging.as_ref().map(|paging| self.question(paging, 0)).unwrap_or_default()
    }

    fn question(&self, paging: &Paging, ahead: u32) -> Question {
        let number = match paging.style {
            PagingStyle::Pages => Some(self.asked.saturating_add(ahead)),
            PagingStyle::Offset => Some(self.taken.saturating_add(ahead.saturating_mul(self.first_count))),
            PagingStyle::Cursor | PagingStyle::Link => None,
        };
        let mark = || match &self.marks.next {
            Next::Mark(mark) => Some(Value::from(mark.clone())),
            _ => paging.start.clone().map(Value::from),
        };
        let page = match (number, paging.style) {
            (Some(number), _) => Some(Value::from(paging.first.saturating_add(number))),
            (None, PagingStyle::Cursor) => mark(),
            (None, _) => None,
        };
        let size = Some(Value::from(self.size));
        let values = [(&paging.page, page), (&paging.page_size, size)];
        let named = values.into_iter().filter(|(name, _)| !name.is_empty());
        Question {
            values: named.filter_map(|(name, value)| Some((name.clone(), value?))).collect(),
            link: match &self.marks.next {
                Next::At(url) => Some(url.clone()),
                _ => None,
            },
        }
    }

    /// How many pages there are still, if each is as long as the first.
    fn known_to_follow(&self, paging: &Paging) -> u32 {
        match self.total {
            Some(total) if paging.stable_order && !paging.is_marked() && self.first_count > 0 => {
                total.saturating_sub(self.taken).div_ceil(self.first_count)
            }
            _ => 1,
        }
    }

    /// What the platform says the list holds, as told with the last page that told it.
    pub(crate) fn total(&self) -> Option<u32> {
        self.total
    }

    pub(crate) fn end(&self) -> Option<&End> {
        self.end.as_ref()
    }

    /// Takes note of a page with `entries`, of which `fresh` were not in an earlier page of this list, and of what it
    /// says of the page after it.
    pub(crate) fn came(&mut self, entries: usize, fresh: usize, total: Option<u32>, next: Next) {
        let entries = u32::try_from(entries).unwrap_or(u32::MAX);
        self.asked += 1;
        if self.asked == 1 {
            self.first_count = entries;
        }
        let changed = self.asked > 1 && total != self.total && (total.is_some() || !self.is_marked());
        self.total = total.or(self.total);
        self.end = match (changed, entries > 0 && fresh == 0) {
            (true, _) => Some(End::partial(phrase!("The platform's count changed while its list was read."))),
            (false, true) if self.is_marked() => Some(End::partial(REPEATS)),
            (false, true) => Some(self.repeated()),
            (false, false) if self.is_marked() => self.judge_marked(entries, next),
            (false, false) => self.judge(entries),
        };
    }

    fn is_marked(&self) -> bool {
        self.paging.as_ref().is_some_and(Paging::is_marked)
    }

    /// Takes note that the platform has no such page: a way to end a list without a count.
    /// `false` where that is no end but an error.
    pub(crate) fn no_such_page(&mut self) -> bool {
        let ends = self.asked > 0 && self.total.is_none() && !self.is_marked();
        if ends {
            self.end = Some(End::Whole);
        }
        ends
    }

    /// A list whose pages name the next one ends where one names none: neither an empty page nor a count is an end.
    fn judge_marked(&mut self, entries: u32, next: Next) -> Option<End> {
        self.taken = self.taken.saturating_add(entries);
        self.marks.empty = if entries == 0 { self.marks.empty + 1 } else { 0 };
        if self.taken > MOST_ENTRIES || self.marks.empty > MOST_EMPTY {
            return Some(End::partial(ENDLESS));
        }
        self.marks.next = next;
        match &self.marks.next {
            Next::Mark(mark) if !self.marks.seen.insert(mark.clone()) => Some(End::partial(REPEATS)),
            Next::At(url) if !self.marks.seen.insert(url.to_string()) => Some(End::partial(REPEATS)),
            Next::Mark(_) | Next::At(_) => None,
            // Said nowhere at the first page: the list is short, or the description looks in the wrong place.
            Next::Unsaid if self.asked == 1 && self.may_be_a_full_page(entries) => Some(self.unmarked()),
            Next::Unsaid | Next::None => Some(match self.total {
                Some(total) if total != self.taken => self.miscounted(total),
                _ => End::Whole,
            }),
        }
    }

    fn may_be_a_full_page(&self, entries: u32) -> bool {
        entries > 0 && (self.is_full(entries) || self.is_customary(entries))
    }

    /// Less than what came can be asked for only of more than one entry, and only where a size can be named.
    fn unmarked(&self) -> End {
        let size = self.paging.as_ref().is_some_and(|paging| !paging.page_size.is_empty());
        match (size && self.taken > 1, self.total) {
            (_, Some(total)) if total != self.taken => self.miscounted(total),
            (true, _) => End::Unmarked,
            (false, _) => End::partial(UNMARKED),
        }
    }

    fn judge(&mut self, entries: u32) -> Option<End> {
        self.taken = self.taken.saturating_add(entries);
        if self.taken > MOST_ENTRIES {
            return Some(End::partial(ENDLESS));
        }
        match self.total {
            Some(total) if self.taken > total => Some(self.miscounted(total)),
            // A "total" that is only the length of this page would end the list far too early, so a
            // full first page is followed by a look at the second.
            Some(total) if self.taken == total && !(self.asked == 1 && self.is_full(entries)) => {
                Some(End::Whole)
            }
            Some(total) if entries == 0 || self.paging.is_none() => Some(match self.taken == total {
                true => End::Whole,
                false => self.miscounted(total),
            }),
            // Without a count only an empty page ends a list: a short one may be the platform's own
            // idea of a page.
            None if entries == 0 || self.paging.is_none() => Some(End::Whole),
            _ => None,
        }
    }

    fn is_full(&self, entries: u32) -> bool {
        self.paging.is_some() && entries >= self.size
    }

    fn miscounted(&self, total: u32) -> End {
        let sentence = sentence!(
            "The platform says that its list has {total} entries, and it listed {listed}.",
            total = total,
            listed = self.taken
        );
        End::Partial(sentence.text)
    }

    // A platform without paging answers every page number with all it has. So does one whose page
    // parameters are called otherwise than the description says, but that one's answer has a
    // customary page length; then nobody knows whether there is more.
    fn repeated(&self) -> End {
        let once = self.asked == 2 && self.taken == self.first_count;
        match once
            && self.total.is_none_or(|total| total == self.taken)
            && !self.is_customary(self.first_count)
        {
            true => End::Whole,
            false => End::partial(REPEATS),
        }
    }

    fn is_customary(&self, count: u32) -> bool {
        let paged = self.paging.as_ref().is_some_and(|paging| count <= paging.max);
        paged
            && (count.is_multiple_of(10)
                || count.is_multiple_of(25)
                || (count >= 16 && count.is_power_of_two()))
    }
}

impl End {
    fn partial(sentence: &str) -> Self {
        Self::Partial(sentence.to_owned())
    }
}

#[cfg(test)]
mod tests;
