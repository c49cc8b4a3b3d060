//! Text files with separators: csv, tsv and their relatives.

use crate::dialect::Dialect;
use crate::grid::{Grid, Outlet};
use crate::limits::Limits;
use crate::problem::FileProblem;
use crate::records::Records;
use std::io::Read;

/// Cells that begin with one of these would run as formulas in Excel, so writers put an apostrophe before them.
const GUARDED: &[u8] = b"=+-@\t\r";

/// How a text ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    /// Everything was read.
    Whole,
    /// What came was no text.
    NoText,
}

/// Splits a text in UTF-8 into rows.
///
/// # Errors
/// `too-large`, naming the limit.
pub(crate) fn rows(
    from: impl Read,
    dialect: Dialect,
    limits: Limits,
    outlet: &mut dyn Outlet,
) -> Result<Ending, FileProblem> {
    let mut grid = Grid::new(limits, outlet);
    let mut records = Records::new(from, dialect);
    loop {
        let number = match records.next() {
            Ok(Some(number)) => number,
            Ok(None) => break,
            Err(_) => return Ok(Ending::NoText),
        };
        let (text, ends) = records.record();
        if memchr::memchr(b'\'', text).is_none() && grid.put_row(number, text, ends)? {
            continue;
        }
        for (column, field) in (0..).zip(records.fields()) {
            if !field.is_empty() {
                grid.put_text(number, column, unguarded(field))?;
            }
        }
    }
    grid.finish()?;
    Ok(Ending::Whole)
}

/// Takes one guarding apostrophe away: `'=x` was written for `=x`, and `''=x` for `'=x`.
/// Rollcall's own exports are guarded like that, and so are those of many portals.
fn unguarded(text: &[u8]) -> &[u8] {
    let Some(rest) = text.strip_prefix(b"'") else { return text };
    let first = rest.iter().find(|byte| **byte != b'\'');
    if first.is_some_and(|byte| GUARDED.contains(byte)) { rest } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Blocks;
    use crate::dialect::{self, Quote};

    fn read(text: &str) -> (Vec<(u32, Vec<String>)>, char) {
        let mut blocks = Blocks::default();
        let dialect = dialect::find(text, None, None);
        rows(&text.as_bytes()[dialect.skip..], dialect, Limits::default(), &mut blocks)
            .expect("within the limits");
        let rows = blocks
            .rows()
            .map(|row| (row.number(), row.cells().map(|cell| cell.shown().to_owned()).collect()))
            .collect();
        (rows, dialect.separator)
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
        let dialect = Dialect { separator: ',', quote: Quote::Double, skip: 0 };
        let problem = rows(text.as_bytes(), dialect, Limits::default(), &mut Blocks::default());
        let problem = problem.expect_err("refused");
        assert!(problem.message.contains("quotation mark"), "{}", problem.message);
    }
}
