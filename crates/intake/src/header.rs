//! Which row names the columns: below titles and comments, above the people, or none at all.

use crate::table::{Cell, Row};
use crate::words;

/// Rows with something in them that are looked at.
pub(crate) const ROWS: usize = 50;
/// Rows below the header that its names are compared with.
pub(crate) const ROWS_BELOW: usize = 200;
/// Rows above the header that may hold an address: a title says whom to ask.
const ASKED: usize = 3;

/// Finds the header among the filled rows and says its place in `rows`; nothing where the file has no header.
pub(crate) fn find(rows: &[Row<'_>]) -> Option<usize> {
    let looked_at = &rows[..rows.len().min(ROWS)];
    let first_person = looked_at.iter().position(|row| has_address(*row));
    let above = &looked_at[..first_person.unwrap_or(looked_at.len())];
    // The row with most known names; of two alike the lower, because groups stand above the names they group.
    let known = above.iter().enumerate().map(|(at, row)| (known_names(*row), at));
    // One known word alone may be a value: "Customer" is a role here and a column name there.
    let names_columns = |(names, at): &(usize, usize)| *names > 1 || (*names == 1 && !comes_again(rows, *at));
    let named = known.filter(names_columns).max();
    let below = above.len()..looked_at.len();
    let beside = below.filter_map(|at| Some((names_beside_addresses(rows, at)?, at))).max();
    // Whoever stands between two rows of names is a person, unless the upper one is a title.
    let more = |(names, at): &(usize, usize)| {
        named.is_none_or(|(before, above)| {
            let people = filled(rows[above]) > 1 && rows[above..*at].iter().any(|row| has_address(*row));
            *names > before && !people
        })
    };
    if let Some((_, at)) = beside.filter(more).or(named) {
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

fn has_address(row: Row<'_>) -> bool {
    row.cells().any(holds_address)
}

/// Whether an address, or something that was meant as one, stands in the cell.
pub(crate) fn holds_address(cell: Cell<'_>) -> bool {
    matches!(cell, Cell::Text(text) if is_address(text))
}

fn is_address(text: &str) -> bool {
    words_of(text).any(is_address_word)
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '<' | '>' | '|'))
}

fn is_address_word(word: &str) -> bool {
    word.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty() && domain.len() > 2 && domain.contains('.') && !domain.contains('@')
    })
}

/// How many columns a row names although an address stands above it, as in a title that says whom to ask, or in it, as
/// an example beside a name; nothing where it may be a person's row, or one between people.
fn names_beside_addresses(rows: &[Row<'_>], at: usize) -> Option<usize> {
    let person = |cell: Cell<'_>| holds_address(cell) && !names_a_column(cell);
    if rows[at].cells().any(person) {
        return None;
    }
    let columns = (0..).zip(rows[at].cells()).filter(|(_, cell)| names_a_column(*cell));
    let names: Vec<u32> = columns.map(|(column, _)| column).collect();
    let below = &rows[at + 1..rows.len().min(at + 1 + ROWS_BELOW)];
    let again = |column: &u32| below.iter().any(|row| row.cell(*column) == rows[at].cell(*column));
    if names.len() < 2 || names.iter().any(again) {
        return None;
    }
    let asked = rows[..at].iter().filter(|row| has_address(**row));
    let title = asked.clone().all(|row| filled(*row) < filled(rows[at])) && asked.count() <= ASKED;
    (title && below.iter().any(|row| has_address(*row))).then_some(names.len())
}

/// Whether a cell names a column that Rollcall knows, be it with the example of an address.
fn names_a_column(cell: Cell<'_>) -> bool {
    let Cell::Text(text) = cell else { return false };
    if !is_address(text) {
        return words::names_a_field(text);
    }
    let before = text.split(['(', '[', ',']).next().unwrap_or_default();
    let around: Vec<&str> = words_of(before).filter(|word| !is_address_word(word)).collect();
    words::names_a_field(&around.join(" "))
}

/// Cells in which there is something to see.
fn filled(row: Row<'_>) -> usize {
    row.cells().filter(|cell| !cell.is_blank()).count()
}

/// A row of names in words that Rollcall doesn't know: text only and about as wide as the row below.
fn names_by_shape(rows: &[Row<'_>], at: usize) -> bool {
    let text_only = rows[at].cells().all(|cell| cell.is_blank() || matches!(cell, Cell::Text(_)));
    let below = rows.get(at + 1).map_or(0, |row| filled(*row));
    text_only && filled(rows[at]) * 2 > below && !comes_again(rows, at)
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

    #[test]
    fn a_title_that_says_whom_to_ask_hides_no_header() {
        let people = "a@b.example|Ann|Customer\nc@d.example|Cee|Support Agent";
        let asked = "Questions? hr@contoso.example";
        assert_eq!(header(&format!("{asked}\nEmail|First name|Role\n{people}")), Some(1));
        let titled =
            format!("Email list\n{asked}\nContact:|hr@contoso.example\nEmail|First name|Role\n{people}");
        assert_eq!(header(&titled), Some(3));
    }

    #[test]
    fn a_name_with_an_example_of_an_address_is_a_name() {
        let people = "a@b.example|Ann|Long\nc@d.example|Cee|Dee";
        for email in
            ["E-mail (e.g. john@company.com)", "john@company.com: e-mail", "Work e-mail, such as j@c.com"]
        {
            assert_eq!(header(&format!("{email}|First name|Last name\n{people}")), Some(0), "{email}");
            assert_eq!(
                header(&format!("Person||\n{email}|First name|Last name\n{people}")),
                Some(1),
                "{email}"
            );
        }
    }

    #[test]
    fn people_above_a_second_header_are_people() {
        let header_again = "Email|Role\na@b.example|Customer\nc@d.example|Customer\nE-mail|Role|Organization";
        assert_eq!(header(&format!("{header_again}\ne@f.example|Customer|Fabrikam")), Some(0));
        let wider = "Email|Role\na@b.example|Customer\nE-mail|First name|Last name|Role\ne@f.example|Eff|Gee|Customer";
        assert_eq!(header(wider), Some(0));
        let none = "a@b.example|Customer|Fabrikam\nc@d.example|Seller|Fabrikam\nEmail|Role|Organization";
        assert_eq!(header(&format!("{none}\ne@f.example|Customer|Fabrikam")), None);
        let bare = "a@b.example\nc@d.example\ne@f.example\ng@h.example\nEmail|Role|Organization";
        assert_eq!(header(&format!("{bare}\ni@j.example|Customer|Fabrikam")), None);
    }

    #[test]
    fn a_person_whose_values_are_names_of_columns_is_a_person() {
        let people = "Ann|a@b.example|Customer|Email\nCee|c@d.example|Seller|Account";
        assert_eq!(header(people), None);
        assert_eq!(header(&format!("Contact|hr@b.example\n{people}")), None);
        assert_eq!(header("Ann <a@b.example>|Customer|Email\nCee <c@d.example>|Seller|Account"), None);
    }
}
