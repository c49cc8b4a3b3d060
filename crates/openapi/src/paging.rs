//! How a list is asked for page by page.

use crate::operations::{Operation, Parameter, Stands};
use crate::words::fold;

/// Page sizes where the document names no largest one.
const CAUTIOUS: u64 = 100;

/// The page size that is asked for where the platform allows it.
const WANTED: u64 = 200;

const PAGES: [&str; 8] =
    ["page", "pagenumber", "pageno", "pageindex", "currentpage", "pagenum", "page[number]", "pagenr"];
const OFFSETS: [&str; 7] = ["startindex", "offset", "skip", "start", "first", "from", "startat"];
const SIZES: [&str; 13] = [
    "pagesize",
    "perpage",
    "limit",
    "size",
    "count",
    "itemsperpage",
    "top",
    "max",
    "maxresults",
    "take",
    "page[size]",
    "pagelimit",
    "maxitems",
];
const MARKS: [&str; 12] = [
    "cursor",
    "pagetoken",
    "nexttoken",
    "after",
    "startingafter",
    "marker",
    "continuationtoken",
    "since",
    "nextpagetoken",
    "skiptoken",
    "starttoken",
    "nextcursor",
];

/// What an operation says of pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Paging {
    /// Nothing: all at once, as far as the document says.
    Whole,
    /// By number or by how many entries to skip.
    Paged(Paged),
    /// By a mark that each answer gives for the next question.
    Marked(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paged {
    pub(crate) style: &'static str,
    pub(crate) page: String,
    pub(crate) page_size: String,
    pub(crate) first: u64,
    pub(crate) size: u64,
    pub(crate) max: u64,
}

pub(crate) fn paging(operation: &Operation<'_>) -> Paging {
    let named = |names: &[&str]| {
        let queries: Vec<&Parameter> = operation.at(Stands::Query).collect();
        names.iter().find_map(|name| queries.iter().find(|one| plain(&one.name) == *name).copied())
    };
    let size = named(&SIZES);
    let page =
        named(&PAGES).map(|page| ("pages", page)).or_else(|| named(&OFFSETS).map(|page| ("offset", page)));
    match (page, size) {
        (Some((style, page)), Some(size)) => Paging::Paged(paged(style, page, size)),
        _ => named(&MARKS).map_or(Paging::Whole, |mark| Paging::Marked(mark.name.clone())),
    }
}

fn paged(style: &'static str, page: &Parameter, size: &Parameter) -> Paged {
    let max = size.most.or_else(|| told(&size.said)).unwrap_or(CAUTIOUS).clamp(1, 10_000);
    Paged {
        style,
        page: page.name.clone(),
        page_size: size.name.clone(),
        first: first(style, page),
        size: max.min(WANTED),
        max,
    }
}

fn first(style: &str, page: &Parameter) -> u64 {
    let said = page.said.to_lowercase();
    let from_zero =
        ["0-based", "zero-based", "zero based", "starting at 0", "starts at 0", "starting from 0"]
            .iter()
            .any(|words| said.contains(words));
    let usual = page.first.or(page.least).filter(|first| *first < 2);
    match style {
        "pages" => usual.unwrap_or(u64::from(!from_zero && plain(&page.name) != "pageindex")),
        _ => usual.unwrap_or(u64::from(plain(&page.name) == "startindex")),
    }
}

/// The largest number after a word such as "max".
fn told(said: &str) -> Option<u64> {
    let said = said.to_lowercase();
    let after =
        ["max", "at most", "up to", "no more than"].iter().find_map(|words| said.split_once(words))?.1;
    let digits = after.trim_start_matches(|letter: char| !letter.is_ascii_digit());
    let digits: String = digits.chars().take_while(char::is_ascii_digit).take(6).collect();
    digits.parse().ok().filter(|number| *number > 0)
}

fn plain(name: &str) -> String {
    fold(name.trim_start_matches('$'))
}
