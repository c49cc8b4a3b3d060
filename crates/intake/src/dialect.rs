//! How a text file writes its cells: what stands between them and what stands around them.

use crate::records::Records;
use crate::words;
use serde::{Deserialize, Serialize};

/// Separators that are tried, the commonest first: it wins a draw.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
const SNIFFED_RECORDS: usize = 200;

/// What stands around cells that hold a separator or a line break.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quote {
    /// A quotation mark.
    #[default]
    #[serde(rename = "\"")]
    Double,
    /// An apostrophe.
    #[serde(rename = "'")]
    Single,
    /// Nothing: every mark is a part of its cell.
    #[serde(rename = "")]
    None,
}

impl Quote {
    /// The character; empty for none.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Double => "\"",
            Self::Single => "'",
            Self::None => "",
        }
    }

    /// The quote that a text names.
    pub fn of_text(text: &str) -> Option<Self> {
        [Self::Double, Self::Single, Self::None].into_iter().find(|quote| quote.as_str() == text)
    }
}

/// How a text file writes its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Dialect {
    pub separator: char,
    pub quote: Quote,
    /// Bytes at the start that name the separator and are no row.
    pub skip: usize,
}

/// Finds out by the head of a text, except for what a person chose.
pub(crate) fn find(head: &str, separator: Option<char>, quote: Option<Quote>) -> Dialect {
    let (named, skip) = separator_line(head);
    let head = &head[skip..];
    let separator = separator.filter(char::is_ascii).or(named);
    let tried = |separator| match quote {
        Some(quote) => Dialect { separator, quote, skip },
        None => Dialect { separator, quote: sniff_quote(head, separator), skip },
    };
    if let Some(separator) = separator {
        return tried(separator);
    }
    let mut best = (tried(','), 0.0);
    for dialect in SEPARATORS.map(tried) {
        let score = evenness(head, dialect).score();
        if score > best.1 {
            best = (dialect, score);
        }
    }
    best.0
}

/// Excel's own first line `sep=;`, and how many bytes it takes. It is not a row: Excel doesn't show it.
fn separator_line(text: &str) -> (Option<char>, usize) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"');
    let named = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))
        .and_then(|_| line[4..].chars().next().or(Some(',')))
        .filter(char::is_ascii);
    let line_end = if text[end..].starts_with("\r\n") { 2 } else { usize::from(end < text.len()) };
    (named, if named.is_some() { end + line_end } else { 0 })
}

/// Apostrophes and no quotes at all need strong evidence: nearly every file is written with quotation marks.
fn sniff_quote(head: &str, separator: char) -> Quote {
    let marks = |mark| Wrapped::count(head, separator, mark);
    let (double, single) = (marks('"'), marks('\''));
    let dialect = |quote| Dialect { separator, quote, skip: 0 };
    let even = |quote| evenness(head, dialect(quote));
    if double.begins == 0 && double.ends == 0 {
        let wraps = single.begins == single.ends && single.lines * 2 >= single.of && single.begins > 1;
        let (with, without) = (even(Quote::Single), even(Quote::None));
        let fits = with.share() >= without.share() && with.width > 1;
        return if wraps && fits { Quote::Single } else { Quote::Double };
    }
    // A mark that opens and never closes swallows lines that are whole without it.
    let lone = double.whole == 0 && double.begins != double.ends;
    let without = even(Quote::None);
    if lone && without.alike == without.of && without.width > 1 && even(Quote::Double).of < without.of {
        Quote::None
    } else {
        Quote::Double
    }
}

/// Where a mark stands at the edges of what lies between separators.
#[derive(Default)]
struct Wrapped {
    begins: usize,
    ends: usize,
    /// Pieces that begin and end with it.
    whole: usize,
    /// Lines with some, of so many lines.
    lines: usize,
    of: usize,
}

impl Wrapped {
    fn count(head: &str, separator: char, mark: char) -> Self {
        let mut wrapped = Self::default();
        for line in head.lines().filter(|line| !line.trim().is_empty()).take(SNIFFED_RECORDS) {
            wrapped.of += 1;
            let before = wrapped.begins;
            for piece in line.split(separator) {
                let (begins, ends) = (piece.starts_with(mark), piece.ends_with(mark) && piece.len() > 1);
                wrapped.begins += usize::from(begins);
                wrapped.ends += usize::from(ends);
                wrapped.whole += usize::from(begins && ends);
            }
            wrapped.lines += usize::from(wrapped.begins > before);
        }
        wrapped
    }
}

/// How evenly a dialect splits the records.
#[derive(Default)]
struct Evenness {
    /// Fields of most records.
    width: usize,
    /// Records with so many, of so many records.
    alike: usize,
    of: usize,
    /// Column names that are understood in one record: a file of three lines has little else to go by.
    names: usize,
}

impl Evenness {
    fn share(&self) -> f64 {
        ratio(self.alike, self.of)
    }

    fn score(&self) -> f64 {
        if self.width < 2 {
            return 0.0;
        }
        self.share() * self.share() * ratio(self.width, 1) + ratio(self.names, 1)
    }
}

fn evenness(head: &str, dialect: Dialect) -> Evenness {
    let mut widths = Vec::new();
    let mut names = 0_usize;
    let mut records = Records::new(head.as_bytes(), dialect);
    while widths.len() < SNIFFED_RECORDS && matches!(records.next(), Ok(Some(_))) {
        let width = records.fields().count();
        if widths.len() < 20 && width > 1 {
            names = names.max(known_names(&records));
        }
        widths.push(width);
    }
    let width = mode(&widths).unwrap_or(0);
    let alike = widths.iter().filter(|other| **other == width).count();
    Evenness { width, alike, of: widths.len(), names }
}

fn known_names(records: &Records<&[u8]>) -> usize {
    records
        .fields()
        .filter(|field| field.len() < 80)
        .filter(|field| words::names_a_field(&String::from_utf8_lossy(field)))
        .count()
}

fn mode(widths: &[usize]) -> Option<usize> {
    let mut sorted = widths.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).and_then(|run| run.first().copied())
}

#[expect(clippy::cast_precision_loss, reason = "counts of a few hundred")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(text: &str) -> Quote {
        find(text, None, None).quote
    }

    #[test]
    fn apostrophes_around_cells_are_quotes() {
        let text = "'Email';'Name'\n'a@b.example';'Ann; Bee'\n'c@d.example';'O''Brien'\n";
        assert_eq!(find(text, None, None), Dialect { separator: ';', quote: Quote::Single, skip: 0 });
    }

    #[test]
    fn apostrophes_in_names_and_guards_are_none() {
        assert_eq!(quote("Email,Name\na@b.example,O'Brien\nc@d.example,'t Hooft\n"), Quote::Double);
        assert_eq!(quote("Email,Name\na@b.example,'=1+1\nc@d.example,'-5\n"), Quote::Double);
        assert_eq!(quote("Email,Name\na@b.example,\"Bee, 'Ann'\"\n"), Quote::Double);
    }

    #[test]
    fn a_lone_mark_that_would_swallow_lines_is_a_part_of_its_cell() {
        let text = "Email;Size\na@b.example;\"5 inch\nc@d.example;7\ne@f.example;9\n";
        assert_eq!(quote(text), Quote::None);
        assert_eq!(quote("Email;Note\na@b.example;\"two\nlines\"\nc@d.example;x\n"), Quote::Double);
    }

    #[test]
    fn a_quote_is_said_in_a_text() {
        for quote in [Quote::Double, Quote::Single, Quote::None] {
            assert_eq!(Quote::of_text(quote.as_str()), Some(quote));
            assert_eq!(serde_json::to_value(quote).expect("JSON"), quote.as_str());
        }
        assert_eq!(Quote::of_text("x"), None);
    }
}
