//! Text files with separators: csv, tsv and their relatives.

use crate::grid::{Grid, Outlet};
use crate::limits::Limits;
use crate::problem::FileProblem;
use crate::words;
use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// Separators that are tried, the commonest first: it wins a draw.
const SEPARATORS: [char; 4] = [',', ';', '\t', '|'];
/// Characters that are looked at to find the separator.
const SNIFFED_BYTES: usize = 64 << 10;
const SNIFFED_RECORDS: usize = 200;

/// Cells that begin with one of these would run as formulas in Excel, so writers put an apostrophe before them.
const GUARDED: &[u8] = b"=+-@\t\r";

/// Splits `text` into rows, by `chosen` where a person chose a separator, and says by what.
///
/// # Errors
/// `too-large`, naming the limit.
pub(crate) fn rows(
    text: &str,
    chosen: Option<char>,
    limits: Limits,
    outlet: &mut dyn Outlet,
) -> Result<char, FileProblem> {
    let (named, body) = separator_line(text);
    let separator =
        chosen.filter(char::is_ascii).or(named).unwrap_or_else(|| sniff(head(body, SNIFFED_BYTES)));
    let mut grid = Grid::new(limits, outlet);
    let mut records = Records::new(body.as_bytes(), separator);
    while let Some(number) = records.next() {
        for (column, field) in (0..).zip(records.fields()) {
            if !field.is_empty() {
                grid.put_text(number, column, unguarded(field))?;
            }
        }
    }
    grid.finish()?;
    Ok(separator)
}

/// Takes one guarding apostrophe away: `'=x` was written for `=x`, and `''=x` for `'=x`.
/// Rollcall's own exports are guarded like that, and so are those of many portals.
fn unguarded(text: &[u8]) -> &[u8] {
    let Some(rest) = text.strip_prefix(b"'") else { return text };
    let first = rest.iter().find(|byte| **byte != b'\'');
    if first.is_some_and(|byte| GUARDED.contains(byte)) { rest } else { text }
}

/// Excel's own first line `sep=;`. It is not a row: Excel doesn't show it.
fn separator_line(text: &str) -> (Option<char>, &str) {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let line = text[..end].trim_matches('"');
    let named = line
        .get(..4)
        .filter(|start| start.eq_ignore_ascii_case("sep="))
        .and_then(|_| line[4..].chars().next().or(Some(',')))
        .filter(char::is_ascii);
    if named.is_none() {
        return (None, text);
    }
    let rest = &text[end..];
    let body = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    (named, body)
}

fn head(text: &str, bytes: usize) -> &str {
    let mut end = text.len().min(bytes);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The separator that splits most records into the same number of fields, with a bonus for column names that
/// are understood: a file of three lines has little else to go by.
fn sniff(text: &str) -> char {
    let mut best = (',', 0.0);
    for separator in SEPARATORS {
        let score = evenness(text, separator);
        if score > best.1 {
            best = (separator, score);
        }
    }
    best.0
}

fn evenness(text: &str, separator: char) -> f64 {
    let mut widths = Vec::new();
    let mut names = 0_usize;
    let mut records = Records::new(text.as_bytes(), separator);
    while widths.len() < SNIFFED_RECORDS && records.next().is_some() {
        if widths.len() < 20 {
            names = names.max(known_names(&records));
        }
        widths.push(records.fields().count());
    }
    let Some(mode) = mode(&widths) else { return 0.0 };
    if mode < 2 {
        return 0.0;
    }
    let alike = widths.iter().filter(|width| **width == mode).count();
    let share = ratio(alike, widths.len());
    share * share * ratio(mode, 1) + ratio(names, 1)
}

fn known_names(records: &Records<'_>) -> usize {
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

/// Records with the row numbers that Excel would show. `csv-core` splits the fields; it skips blank lines without
/// a word, so they are counted here before it sees them.
struct Records<'a> {
    reader: Reader,
    rest: &'a [u8],
    number: u32,
    output: Vec<u8>,
    ends: Vec<usize>,
    fields: usize,
}

impl<'a> Records<'a> {
    fn new(bytes: &'a [u8], separator: char) -> Self {
        let separator = u8::try_from(separator).unwrap_or(b',');
        Self {
            reader: ReaderBuilder::new().delimiter(separator).build(),
            rest: bytes,
            number: 0,
            output: vec![0; 1024],
            ends: vec![0; 64],
            fields: 0,
        }
    }

    /// Goes to the next record and says its row number.
    fn next(&mut self) -> Option<u32> {
        self.skip_blank_lines();
        if self.rest.is_empty() {
            return None;
        }
        let (mut written, mut ended) = (0, 0);
        loop {
            let (result, read, wrote, fields) =
                self.reader.read_record(self.rest, &mut self.output[written..], &mut self.ends[ended..]);
            let last = self.rest.get(read.saturating_sub(1)).copied();
            self.rest = &self.rest[read..];
            written += wrote;
            ended += fields;
            match result {
                // Called once more with nothing, the reader closes the last record.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.output.resize(self.output.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record => {
                    self.finish_line(last);
                    break;
                }
                ReadRecordResult::End => return None,
            }
        }
        self.fields = ended;
        self.number = self.number.saturating_add(1);
        Some(self.number)
    }

    /// `\r\n` is one line end; the reader stops after the `\r`.
    fn finish_line(&mut self, last: Option<u8>) {
        if last == Some(b'\r') {
            self.rest = self.rest.strip_prefix(b"\n").unwrap_or(self.rest);
        }
    }

    fn skip_blank_lines(&mut self) {
        while let Some(rest) = self
            .rest
            .strip_prefix(b"\r\n")
            .or_else(|| self.rest.strip_prefix(b"\n"))
            .or_else(|| self.rest.strip_prefix(b"\r"))
        {
            self.rest = rest;
            self.number = self.number.saturating_add(1);
        }
    }

    fn fields(&self) -> impl Iterator<Item = &[u8]> {
        let mut start = 0;
        self.ends[..self.fields].iter().map(move |end| {
            let field = &self.output[start..*end];
            start = *end;
            field
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Blocks;

    fn read(text: &str) -> (Vec<(u32, Vec<String>)>, char) {
        let mut blocks = Blocks::default();
        let separator = rows(text, None, Limits::default(), &mut blocks).expect("within the limits");
        let rows = blocks
            .rows()
            .map(|row| (row.number(), row.cells().map(|cell| cell.shown().to_owned()).collect()))
            .collect();
        (rows, separator)
    }

    fn numbers(text: &str) -> Vec<u32> {
        read(text).0.into_iter().map(|(number, _)| number).collect()
    }

    #[test]
    fn blank_lines_count_and_a_record_over_several_lines_is_one() {
        assert_eq!(numbers("a,b\r\n\r\n\"c\r\nd\",e\r\nf,g\r\n"), [1, 3, 4]);
        assert_eq!(numbers("\n\na,b\n\nc,d"), [3, 5]);
        assert_eq!(numbers("a,b\rc,d\r\re,f\r"), [1, 2, 4], "line ends of old Macs");
        assert_eq!(numbers("a,b\n,\nc,d\n"), [1, 3], "a row of separators alone is blank and counts");
    }

    #[test]
    fn the_separator_is_found_by_evenness() {
        assert_eq!(read("a;b;c\nLitware, Inc.;x;y\nVanArsdel, Ltd.;z;w\n").1, ';');
        assert_eq!(read("a\tb\nc\td\n").1, '\t');
        assert_eq!(read("a|b|c\nd|e|f\n").1, '|');
        assert_eq!(read("Email,Organizations\nx@y.example,\"A; B; C\"\n").1, ',');
        assert_eq!(read("Email\nx@y.example\n").1, ',', "one column: nothing to find");
        assert_eq!(read("Email;Org\nx@y.example;A, B\n").1, ';', "known column names decide a draw");
    }

    #[test]
    fn a_separator_named_in_the_file_is_honoured_and_is_no_row() {
        let (rows, separator) = read("sep=|\r\nEmail|Role\r\na,b|c\r\n");
        assert_eq!(separator, '|');
        assert_eq!(rows[0], (1, vec!["Email".into(), "Role".into()]));
        assert_eq!(rows[1].1, ["a,b", "c"]);
    }

    #[test]
    fn a_guarding_apostrophe_is_taken_away_once() {
        let (rows, _) = read("'=1+1,''=1,'plain,O'Brien,'-5\n");
        assert_eq!(rows[0].1, ["=1+1", "'=1", "'plain", "O'Brien", "-5"]);
    }

    #[test]
    fn quotes_inside_quotes_are_text() {
        assert_eq!(read("\"say \"\"hi\"\"\",b\n").0[0].1, ["say \"hi\"", "b"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_is_refused_with_its_cause() {
        let text = format!("a,b\n\"c,{}", "line of text\n".repeat(5_000));
        let problem = rows(&text, None, Limits::default(), &mut Blocks::default()).expect_err("refused");
        assert!(problem.message.contains("quotation mark"), "{}", problem.message);
    }
}
