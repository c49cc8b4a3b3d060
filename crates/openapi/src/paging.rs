//! How a list is asked for page by page.

use crate::marks::{Said, next};
use crate::operations::{Operation, Parameter, Stands};
use crate::schema::{Property, Shape};
use crate::words::fold;

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
const MARKS: [&str; 13] = [
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
    "pagecursor",
];

/// What an operation says of pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Paging {
    /// Nothing: all at once, as far as the document says.
    Whole,
    /// By number, by how many entries to skip, or by what each answer says of the next page.
    Paged(Paged),
    /// By a mark that the answers do not plainly give.
    Marked(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paged {
    pub(crate) style: &'static str,
    pub(crate) page: String,
    pub(crate) page_size: String,
    /// Of pages that are numbered, and entries that are skipped.
    pub(crate) first: Option<u64>,
    /// Most entries of a page, where the document says it.
    pub(crate) max: Option<u64>,
    /// Where an answer says what follows; nothing with links: in a header.
    pub(crate) next: Option<String>,
    /// Whether page and size stand in the body.
    pub(crate) in_body: bool,
}

impl Paged {
    /// The size to ask for, of at most `max`.
    pub(crate) fn size(max: u64) -> u64 {
        max.min(WANTED)
    }
}

/// How the pages of a list are asked for, whose body and answer look like that.
pub(crate) fn paging(operation: &Operation<'_>, body: &Shape, answer: &Shape) -> Paging {
    let queries: Vec<Parameter> = operation.at(Stands::Query).cloned().collect();
    let properties: Vec<Parameter> = body.properties().iter().flat_map(parameters).collect();
    let in_body = match asked(&properties, operation, answer) {
        Paging::Paged(paged) => Paging::Paged(Paged { in_body: paged.style != "link", ..paged }),
        other => other,
    };
    match in_body {
        Paging::Whole => asked(&queries, operation, answer),
        // By an address alone no POST can be made.
        Paging::Paged(paged) if paged.style == "link" => Paging::Marked(paged.page_size),
        other => other,
    }
}

/// Whether a key of the body is one of its pages.
pub(crate) fn named_in_body(paging: &Paging, name: &str) -> bool {
    match paging {
        Paging::Paged(paged) => {
            let stands = |place: &str| place == name || place.starts_with(&format!("/{name}/"));
            paged.in_body && (stands(&paged.page) || stands(&paged.page_size))
        }
        Paging::Marked(mark) => mark == name,
        Paging::Whole => false,
    }
}

fn asked(all: &[Parameter], operation: &Operation<'_>, answer: &Shape) -> Paging {
    let named =
        |names: &[&str]| names.iter().find_map(|name| all.iter().find(|one| plain(&one.name) == *name));
    let size = named(&SIZES);
    let numbered =
        named(&PAGES).map(|page| ("pages", page)).or_else(|| named(&OFFSETS).map(|page| ("offset", page)));
    if let (Some((style, page)), Some(size)) = (numbered, size) {
        return Paging::Paged(Paged { first: Some(first(style, page)), ..paged(style, page, Some(size)) });
    }
    let mark = named(&MARKS);
    match (next(answer, mark.map(|mark| mark.name.as_str()), operation), mark) {
        (Some(Said::Mark(next)), Some(mark)) => {
            Paging::Paged(Paged { next: Some(next), ..paged("cursor", mark, size) })
        }
        // Of OData's `$top` a platform may take that nothing beyond it is wanted at all.
        (Some(Said::Link(next)), mark) if mark.is_some() || size.is_some() => {
            let size = size.filter(|size| !size.name.starts_with('$'));
            let nothing = Parameter::named(String::new());
            Paging::Paged(Paged { next, ..paged("link", &nothing, size) })
        }
        (_, Some(mark)) => Paging::Marked(mark.name.clone()),
        _ => Paging::Whole,
    }
}

fn paged(style: &'static str, page: &Parameter, size: Option<&Parameter>) -> Paged {
    let max = size.and_then(|size| size.most.or_else(|| told(&size.said)));
    Paged {
        style,
        page: page.name.clone(),
        page_size: size.map(|size| size.name.clone()).unwrap_or_default(),
        first: None,
        max: max.map(|max| max.clamp(1, 10_000)),
        next: None,
        in_body: false,
    }
}

/// A property of a body as a parameter, and those of an object in it, which are pointed at.
fn parameters(property: &Property) -> Vec<Parameter> {
    let of = |name: String, property: &Property| {
        let usual = match &property.shape {
            Shape::Plain(plain) => plain.usual.as_ref().and_then(serde_json::Value::as_u64),
            _ => None,
        };
        let said = property.said.clone().unwrap_or_default();
        Parameter { said, first: usual, ..Parameter::named(name) }
    };
    match &property.shape {
        Shape::Plain(_) => vec![of(property.name.clone(), property)],
        Shape::Object(inner) => {
            let plain = inner.iter().filter(|one| matches!(one.shape, Shape::Plain(_)));
            plain
                .map(|one| of(crate::fields::pointer(&format!("/{}", property.name), &one.name), one))
                .collect()
        }
        _ => Vec::new(),
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

/// Folded, the end of a pointer, and without what marks a name as the format's own.
fn plain(name: &str) -> String {
    let last = name.strip_prefix('/').and_then(|path| path.rsplit('/').next()).unwrap_or(name);
    fold(last.trim_start_matches('$'))
}
