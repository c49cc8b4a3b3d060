//! Which row names the columns: below titles and comments, above the people, or none at all.

use crate::table::{Cell, Row};
use crate::words;

/// Rows with something in them that are looked at.
pub(crate) const ROWS: usize = 50;
/// Rows below the header that its names are compared with.
pub(crate) const ROWS_BELOW: usize = 200;

/// Finds the header among the filled rows and says its place in `rows`; nothing where the file has no header.
pub(crate) fn find(rows: &[Row<'_>]) -> Option<usize> {
    let looked_at = &rows[..rows.len().min(ROWS)];
    let first_person = looked_at.iter().position(|row| row.cells().any(holds_address));
    let above = &looked_at[..first_person.unwrap_or(looked_at.len())];
    // The row with most known names; of two alike the lower, because groups stand above the names they group.
    let known = above.iter().enumerate().map(|(at, row)| (known_names(*row), at));
    // One known word alone may be a value: "Customer" is a role here and a column name there.
    let names_columns = |(names, at): &(usize, usize)| *names > 1 || (*names == 1 && !comes_again(rows, *at));
    if let Some((_, at)) = known.filter(names_columns).max() {
        return Some(at);
    }
    match first_person {
        Some(0) => None,
        Some(person) => names_by_shape(rows, person - 1).then_some(person - 1),
        None => (rows.len() > 1 && names_by_shape(rows, 0)).then_some(0),
    }
}

/// Cells of a row that name a column which Rollcall knows.
pub(crate) fn known_names(row: Row<'_>) -> usize {
    row.cells().filter(|cell| matches!(cell, Cell::Text(text) if words::names_a_field(text))).count()
}

/// Whether an address, or something that was meant as one, stands in the cell.
pub(crate) fn holds_address(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text) if is_address(text))
}

fn is_address(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '<' | '>' | '|')).any(|word| {
        word.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty() && domain.len() > 2 && domain.contains('.') && !domain.contains('@')
        })
    })
}

/// A row of names in words that Rollcall doesn't know: text only and about as wide as the row below.
fn names_by_shape(rows: &[Row<'_>], at: usize) -> bool {
    let filled = |row: &Row<'_>| row.cells().filter(|cell| !cell.is_blank()).count();
    let text_only = rows[at].cells().all(|cell| cell.is_blank() || matches!(cell, Cell::Text(_)));
    let below = rows.get(at + 1).map_or(0, filled);
    text_only && filled(&rows[at]) * 2 > below && !comes_again(rows, at)
}

/// Whether a value of the row comes again in its own column, as it does in a row of data.
fn comes_again(rows: &[Row<'_>], at: usize) -> bool {
    let below = &rows[at + 1..rows.len().min(at + 1 + ROWS_BELOW)];
    (0..)
        .zip(rows[at].cells())
        .filter(|(_, cell)| !cell.is_blank())
        .any(|(column, cell)| below.iter().any(|other| other.cell(column) == cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Gathered;

    fn header(text: &str) -> Option<usize> {
        let mut gathered = Gathered::default();
        for (number, line) in (1..).zip(text.lines()) {
            let cell = |text| if str::is_empty(text) { Cell::Empty } else { Cell::Text(text) };
            gathered.row(number, line.split('|').map(cell));
        }
        let blocks = gathered.finish();
        find(&blocks.rows().collect::<Vec<_>>())
    }

    #[test]
    fn the_header_is_found_below_a_title() {
        assert_eq!(
            header("Onboarding – batch 7\nprepared 2026\n#|Work e-mail address|Role\n1|a@b.example|Customer"),
            Some(2)
        );
    }

    #[test]
    fn of_two_header_rows_the_lower_one_names_the_columns() {
        assert_eq!(header("Email|Role\nE-mail|Role\na@b.example|Customer"), Some(1));
        assert_eq!(header("Person||Access\nEmail|Name|Role\na@b.example|Ann|Customer"), Some(1));
    }

    #[test]
    fn a_first_row_with_an_address_is_a_person() {
        assert_eq!(header("a@b.example|Customer\nc@d.example|Customer"), None);
    }

    #[test]
    fn a_first_row_whose_values_come_again_below_is_a_person_with_a_bad_address() {
        assert_eq!(header("not-an-address|Customer|Account\na@b.example|Customer|Account"), None);
    }

    #[test]
    fn names_in_unknown_words_are_found_by_their_shape() {
        assert_eq!(header("Spalva|Dydis\na@b.example|x\nc@d.example|y"), Some(0));
        assert_eq!(header("A title alone\na@b.example|x|y|z\nc@d.example|x|y|z"), None);
    }

    #[test]
    fn a_file_without_any_address_still_has_its_header() {
        assert_eq!(header("Email|Role\nnobody|Customer"), Some(0));
    }
}
