//! Page after page of one list: what to ask next, and whether what came is the whole list.

use crate::wording::{Paging, PagingStyle};

/// Nobody looks after more people than this; a platform that lists on and on is broken.
const MOST_ENTRIES: u32 = 5_000_000;

/// How far the reading of one list has come.
#[derive(Debug)]
pub(crate) struct Pages {
    paging: Option<Paging>,
    size: u32,
    asked: u32,
    taken: u32,
    first_count: u32,
    total: Option<u32>,
    end: Option<End>,
}

/// How a list ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// Everything that the platform lists was read.
    Whole,
    /// Something is missing or doubtful; the sentence says what.
    Partial(String),
}

impl Pages {
    pub(crate) fn new(paging: Option<Paging>, wanted_size: Option<u32>) -> Self {
        let size =
            paging.as_ref().map_or(0, |paging| wanted_size.unwrap_or(paging.size).clamp(1, paging.max));
        Self { paging, size, asked: 0, taken: 0, first_count: 0, total: None, end: None }
    }

    /// The queries of the pages that follow, the next one first: at most `most` of them, and more than one only where
    /// the platform's count and the description say that they are there.
    pub(crate) fn following(&self, most: u32) -> Vec<Vec<(String, String)>> {
        let Some(paging) = &self.paging else { return vec![Vec::new()] };
        let query = |ahead: u32| {
            let page = match paging.style {
                PagingStyle::Pages => self.asked.saturating_add(ahead),
                PagingStyle::Offset => self.taken.saturating_add(ahead.saturating_mul(self.first_count)),
            };
            let page = paging.first.saturating_add(page);
            vec![(paging.page.clone(), page.to_string()), (paging.page_size.clone(), self.size.to_string())]
        };
        (0..self.known_to_follow(paging).clamp(1, most.max(1))).map(query).collect()
    }

    /// How many pages there are still, if each is as long as the first.
    fn known_to_follow(&self, paging: &Paging) -> u32 {
        match self.total {
            Some(total) if paging.stable_order && self.first_count > 0 => {
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

    /// Takes note of a page with `entries`, of which `fresh` were not in an earlier page of this list.
    pub(crate) fn came(&mut self, entries: usize, fresh: usize, total: Option<u32>) {
        let entries = u32::try_from(entries).unwrap_or(u32::MAX);
        self.asked += 1;
        if self.asked == 1 {
            self.first_count = entries;
        }
        let changed = self.asked > 1 && total != self.total;
        self.total = total.or(self.total);
        self.end = match (changed, entries > 0 && fresh == 0) {
            (true, _) => Some(End::partial("The platform's count changed while its list was read.")),
            (false, true) => Some(self.repeated()),
            (false, false) => self.judge(entries),
        };
    }

    /// Takes note that the platform has no such page: a way to end a list without a count.
    /// `false` where that is no end but an error.
    pub(crate) fn no_such_page(&mut self) -> bool {
        let ends = self.asked > 0 && self.total.is_none();
        if ends {
            self.end = Some(End::Whole);
        }
        ends
    }

    fn judge(&mut self, entries: u32) -> Option<End> {
        self.taken = self.taken.saturating_add(entries);
        if self.taken > MOST_ENTRIES {
            return Some(End::partial("The platform's list does not come to an end."));
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
        End::Partial(format!(
            "The platform says that its list has {total} entries, and it listed {}.",
            self.taken
        ))
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
            false => {
                End::partial("The platform repeats a page instead of going on, so its list may be longer.")
            }
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
mod tests {
    use super::*;

    fn pages(style: PagingStyle) -> Pages {
        let names = ("page".to_owned(), "pageSize".to_owned());
        let (page, page_size) = names;
        let paging = Paging { style, page, page_size, first: 1, size: 200, max: 1000, stable_order: true };
        Pages::new(Some(paging), None)
    }

    fn next(pages: &Pages) -> Vec<(String, String)> {
        pages.following(1).remove(0)
    }

    /// The page numbers or offsets that are asked for together.
    fn asked_together(pages: &Pages) -> Vec<String> {
        pages.following(4).into_iter().map(|query| query[0].1.clone()).collect()
    }

    /// Feeds (entries, fresh, total) and gives the end, which must come with the last page.
    fn read(answers: &[(usize, usize, Option<u32>)]) -> End {
        let mut pages = pages(PagingStyle::Pages);
        for (index, &(entries, fresh, total)) in answers.iter().enumerate() {
            assert_eq!(pages.end(), None, "ended before page {index}");
            pages.came(entries, fresh, total);
        }
        pages.end().cloned().expect("an end")
    }

    fn is_partial(end: &End) -> bool {
        matches!(end, End::Partial(_))
    }

    #[test]
    fn a_counted_list_ends_with_its_count() {
        assert_eq!(read(&[(200, 200, Some(350)), (150, 150, Some(350))]), End::Whole);
        assert_eq!(read(&[(0, 0, Some(0))]), End::Whole);
        assert_eq!(read(&[(7, 7, Some(7))]), End::Whole);
    }

    #[test]
    fn a_platform_that_caps_pages_lower_is_read_to_the_end() {
        assert_eq!(read(&[(100, 100, Some(250)), (100, 100, Some(250)), (50, 50, Some(250))]), End::Whole);
    }

    #[test]
    fn a_list_that_ends_early_runs_over_or_changes_its_count_is_partial() {
        assert!(is_partial(&read(&[(200, 200, Some(350)), (0, 0, Some(350))])));
        assert!(is_partial(&read(&[(8, 8, Some(7))])));
        assert!(is_partial(&read(&[(200, 200, Some(350)), (150, 150, Some(351))])));
        assert!(is_partial(&read(&[(200, 200, Some(350)), (150, 150, None)])));
    }

    #[test]
    fn a_total_that_is_only_the_pages_length_is_found_out() {
        assert_eq!(read(&[(200, 200, Some(200)), (0, 0, Some(200))]), End::Whole);
        assert!(is_partial(&read(&[(200, 200, Some(200)), (200, 200, Some(200))])));
    }

    #[test]
    fn an_uncounted_list_ends_with_an_empty_page_only() {
        assert_eq!(read(&[(200, 200, None), (50, 50, None), (0, 0, None)]), End::Whole);
        assert_eq!(read(&[(100, 100, None), (100, 100, None), (0, 0, None)]), End::Whole);
    }

    #[test]
    fn a_platform_without_paging_lists_all_at_once_unless_it_looks_like_a_page() {
        assert_eq!(read(&[(37, 37, None), (37, 0, None)]), End::Whole);
        assert_eq!(read(&[(2401, 2401, None), (2401, 0, None)]), End::Whole);
        assert!(is_partial(&read(&[(50, 50, None), (50, 0, None)])));
        assert!(is_partial(&read(&[(200, 200, None), (200, 200, None), (200, 0, None)])));
    }

    #[test]
    fn a_missing_page_ends_an_uncounted_list_and_no_other() {
        let mut uncounted = pages(PagingStyle::Pages);
        assert!(!uncounted.no_such_page(), "the first page has to be there");
        uncounted.came(200, 200, None);
        assert!(uncounted.no_such_page());
        let mut counted = pages(PagingStyle::Pages);
        counted.came(200, 200, Some(500));
        assert!(!counted.no_such_page());
    }

    #[test]
    fn pages_are_asked_by_number_or_by_offset() {
        let mut numbered = pages(PagingStyle::Pages);
        numbered.came(150, 150, Some(500));
        assert_eq!(next(&numbered)[0], ("page".to_owned(), "2".to_owned()));
        let mut skipped = pages(PagingStyle::Offset);
        skipped.came(150, 150, Some(500));
        assert_eq!(next(&skipped)[0], ("page".to_owned(), "151".to_owned()));
        assert_eq!(next(&skipped)[1], ("pageSize".to_owned(), "200".to_owned()));
    }

    #[test]
    fn pages_that_are_known_to_follow_are_asked_for_together() {
        let mut numbered = pages(PagingStyle::Pages);
        assert_eq!(asked_together(&numbered), ["1"], "nothing is known before the first page");
        numbered.came(100, 100, Some(250));
        assert_eq!(asked_together(&numbered), ["2", "3"], "the platform caps pages at 100");
        let mut skipped = pages(PagingStyle::Offset);
        skipped.came(200, 200, Some(5_000));
        assert_eq!(asked_together(&skipped), ["201", "401", "601", "801"]);
        let mut uncounted = pages(PagingStyle::Pages);
        uncounted.came(200, 200, None);
        assert_eq!(asked_together(&uncounted), ["2"]);
        let mut doubtful = pages(PagingStyle::Pages);
        doubtful.came(200, 200, Some(200));
        assert_eq!(asked_together(&doubtful), ["2"], "the count may be that of the page alone");
    }

    #[test]
    fn without_a_stable_order_one_page_is_asked_for_after_the_other() {
        let mut unstable = pages(PagingStyle::Pages);
        unstable.paging.as_mut().expect("paging").stable_order = false;
        unstable.came(200, 200, Some(5_000));
        assert_eq!(asked_together(&unstable), ["2"]);
    }
}
