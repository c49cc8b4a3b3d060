//! When a list is whole, and what is asked for next.

use super::*;

fn pages(style: PagingStyle) -> Pages {
    let paging = Paging {
        style,
        page: "page".to_owned(),
        page_size: "pageSize".to_owned(),
        in_body: false,
        next: Some("next".to_owned()),
        start: None,
        first: 1,
        size: 200,
        max: 1000,
        stable_order: true,
    };
    Pages::new(Some(paging), None)
}

fn came(pages: &mut Pages, entries: usize, total: Option<u32>) {
    pages.came(entries, entries, total, Next::Unsaid);
}

fn asked(pages: &Pages) -> Vec<(String, Value)> {
    pages.first_following().values
}

/// The page numbers or offsets that are asked for together.
fn asked_together(pages: &Pages) -> Vec<String> {
    pages.following(4).into_iter().map(|one| one.values[0].1.to_string()).collect()
}

/// Feeds (entries, fresh, total) and gives the end, which must come with the last page.
fn read(answers: &[(usize, usize, Option<u32>)]) -> End {
    let mut pages = pages(PagingStyle::Pages);
    for (index, &(entries, fresh, total)) in answers.iter().enumerate() {
        assert_eq!(pages.end(), None, "ended before page {index}");
        pages.came(entries, fresh, total, Next::Unsaid);
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
    came(&mut uncounted, 200, None);
    assert!(uncounted.no_such_page());
    let mut counted = pages(PagingStyle::Pages);
    came(&mut counted, 200, Some(500));
    assert!(!counted.no_such_page());
}

#[test]
fn pages_are_asked_by_number_or_by_offset() {
    let mut numbered = pages(PagingStyle::Pages);
    came(&mut numbered, 150, Some(500));
    assert_eq!(asked(&numbered)[0], ("page".to_owned(), 2.into()));
    let mut skipped = pages(PagingStyle::Offset);
    came(&mut skipped, 150, Some(500));
    assert_eq!(asked(&skipped)[0], ("page".to_owned(), 151.into()));
    assert_eq!(asked(&skipped)[1], ("pageSize".to_owned(), 200.into()));
}

#[test]
fn pages_that_are_known_to_follow_are_asked_for_together() {
    let mut numbered = pages(PagingStyle::Pages);
    assert_eq!(asked_together(&numbered), ["1"], "nothing is known before the first page");
    came(&mut numbered, 100, Some(250));
    assert_eq!(asked_together(&numbered), ["2", "3"], "the platform caps pages at 100");
    let mut skipped = pages(PagingStyle::Offset);
    came(&mut skipped, 200, Some(5_000));
    assert_eq!(asked_together(&skipped), ["201", "401", "601", "801"]);
    let mut uncounted = pages(PagingStyle::Pages);
    came(&mut uncounted, 200, None);
    assert_eq!(asked_together(&uncounted), ["2"]);
    let mut doubtful = pages(PagingStyle::Pages);
    came(&mut doubtful, 200, Some(200));
    assert_eq!(asked_together(&doubtful), ["2"], "the count may be that of the page alone");
}

#[test]
fn without_a_stable_order_one_page_is_asked_for_after_the_other() {
    let mut unstable = pages(PagingStyle::Pages);
    unstable.paging.as_mut().expect("paging").stable_order = false;
    came(&mut unstable, 200, Some(5_000));
    assert_eq!(asked_together(&unstable), ["2"]);
}

/// Feeds (entries, total, next) of a list whose pages name the next one, and gives the end.
fn read_marked(answers: &[(usize, Option<u32>, Next)]) -> Option<End> {
    let mut pages = pages(PagingStyle::Cursor);
    for (index, (entries, total, next)) in answers.iter().enumerate() {
        assert_eq!(pages.end(), None, "ended before page {index}");
        pages.came(*entries, *entries, *total, next.clone());
    }
    pages.end().cloned()
}

fn mark(text: &str) -> Next {
    Next::Mark(text.to_owned())
}

#[test]
fn a_mark_is_given_back_and_the_first_page_is_asked_for_as_the_description_says() {
    let mut marked = pages(PagingStyle::Cursor);
    assert_eq!(asked(&marked), [("pageSize".to_owned(), 200.into())]);
    marked.paging.as_mut().expect("paging").start = Some(String::new());
    assert_eq!(asked(&marked)[0], ("page".to_owned(), "".into()));
    marked.came(200, 200, Some(900), mark("m-2"));
    assert_eq!(asked(&marked)[0], ("page".to_owned(), "m-2".into()));
    assert_eq!(marked.following(4).len(), 1, "no other mark is known yet");
}

#[test]
fn a_marked_list_ends_where_no_next_page_is_named_and_nowhere_else() {
    let whole = Some(End::Whole);
    assert_eq!(read_marked(&[(200, None, mark("a")), (7, None, Next::Unsaid)]), whole);
    assert_eq!(read_marked(&[(200, None, mark("a")), (200, None, Next::None)]), whole);
    assert_eq!(read_marked(&[(200, None, Next::None)]), whole, "the platform says that there is no more");
    assert_eq!(read_marked(&[(0, None, mark("a")), (3, None, Next::Unsaid)]), whole, "a page may be empty");
    assert_eq!(read_marked(&[(200, None, mark("a")), (0, None, mark("b"))]), None);
    assert_eq!(read_marked(&[(200, Some(200), mark("a"))]), None, "the count may be that of the page");
    assert_eq!(read_marked(&[(200, Some(203), mark("a")), (3, None, Next::None)]), whole);
    assert_eq!(read_marked(&[(0, None, Next::Unsaid)]), whole);
}

#[test]
fn a_full_first_page_that_names_no_other_proves_nothing_yet() {
    for entries in [200, 1000, 100, 50, 64] {
        assert_eq!(read_marked(&[(entries, None, Next::Unsaid)]), Some(End::Unmarked), "{entries}");
    }
    assert_eq!(read_marked(&[(200, Some(200), Next::Unsaid)]), Some(End::Unmarked));
    assert_eq!(read_marked(&[(7, None, Next::Unsaid)]), Some(End::Whole));
    let mut without_size = pages(PagingStyle::Cursor);
    without_size.paging.as_mut().expect("paging").page_size = String::new();
    came(&mut without_size, 100, None);
    assert!(without_size.end().is_some_and(is_partial), "nothing less can be asked for");
}

#[test]
fn a_marked_list_that_goes_in_a_circle_miscounts_or_never_ends_is_partial() {
    let circle = [(200, None, mark("a")), (200, None, mark("b")), (200, None, mark("a"))];
    assert!(read_marked(&circle).as_ref().is_some_and(is_partial));
    let short = read_marked(&[(200, Some(500), mark("a")), (200, Some(500), Next::None)]);
    assert!(short.as_ref().is_some_and(is_partial));
    let mut barren = pages(PagingStyle::Cursor);
    for number in 0..=MOST_EMPTY {
        assert_eq!(barren.end(), None, "{number}");
        barren.came(0, 0, None, mark(&number.to_string()));
    }
    assert!(barren.end().is_some_and(is_partial));
    let mut missing = pages(PagingStyle::Cursor);
    missing.came(200, 200, None, mark("a"));
    assert!(!missing.no_such_page(), "a mark that leads nowhere is an error, not an end");
}
