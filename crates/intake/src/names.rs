//! Names of people.

use crate::corrections::Corrected;
use crate::invisible::{self, In};
use crate::mapping::Field;
use crate::table::{Cell, Row};
use crate::trouble::{Problem, ProblemCode};
use rollcall_core::sentence;

/// A full name in its two parts, as well as it can be told; both are shown before anything is sent.
pub(crate) fn split(full: &str) -> (Option<String>, Option<String>) {
    let some = |text: &str| {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    };
    if let Some((last, first)) = full.split_once(',') {
        return (some(first), some(last));
    }
    let words: Vec<&str> = full.split_whitespace().collect();
    let Some(last) = words.len().checked_sub(1).filter(|last| *last > 0) else { return (some(full), None) };
    // The family name begins at its first particle, if there is one after the given name.
    let start = (1..last).find(|at| is_particle(words[*at])).unwrap_or(last);
    (some(&words[..start].join(" ")), some(&words[start..].join(" ")))
}

fn is_particle(word: &str) -> bool {
    const PARTICLES: [&str; 28] = [
        "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "ten",
        "ter", "zu", "zum", "zur", "af", "av", "bin", "ibn", "al", "el", "bint", "st.", "mc",
    ];
    PARTICLES.contains(&word)
}

/// Given and family name of a row: from cells of their own, else from a full name.
pub(crate) fn of_row(cells: &Corrected<'_>, row: Row<'_>) -> (Option<String>, Option<String>) {
    let name = |field: Field| of_cell(cells.cell(row, field), field).ok().flatten();
    let (first, last) = (name(Field::FirstName), name(Field::LastName));
    let written = |field: Field| cells.is_edited(row, field);
    // Beside a full name, one of the two may have been written by hand; the other is still in the full name.
    let split = match (&first, &last) {
        (None, None) => true,
        (None, _) => written(Field::LastName),
        (_, None) => written(Field::FirstName),
        _ => false,
    };
    if !split {
        return (first, last);
    }
    let (split_first, split_last) = name(Field::FullName).as_deref().map(self::split).unwrap_or_default();
    let or = |own: Option<String>, field, split| if own.is_some() || written(field) { own } else { split };
    (or(first, Field::FirstName, split_first), or(last, Field::LastName, split_last))
}

/// Given and family name of a person: each from the first row that says it.
pub(crate) fn of_person<'a>(
    cells: &Corrected<'_>,
    rows: impl Iterator<Item = Row<'a>>,
) -> (Option<String>, Option<String>) {
    let (mut first, mut last) = (None, None);
    for row in rows {
        let (own_first, own_last) = of_row(cells, row);
        first = first.or(own_first);
        last = last.or(own_last);
        if first.is_some() && last.is_some() {
            break;
        }
    }
    (first, last)
}

/// What is wrong with the names of a row.
pub(crate) fn problems(cells: &Corrected<'_>, row: Row<'_>) -> impl Iterator<Item = Problem> {
    [Field::FirstName, Field::LastName, Field::FullName].into_iter().filter_map(move |field| {
        let cell = cells.cell(row, field);
        // Nearly every name is of plain letters: nothing to look for.
        let plain =
            matches!(cell, Cell::Text(text) if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)));
        if plain || matches!(cell, Cell::Empty) { None } else { of_cell(cell, field).err() }
    })
}

/// The name in a cell; nothing where it is blank.
///
/// # Errors
/// A formula's error, or a character that nobody sees.
pub(crate) fn of_cell(cell: Cell<'_>, field: Field) -> Result<Option<String>, Problem> {
    let shown = cell.shown();
    let text = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Cell::Error(error) = cell {
        let message = sentence!(
            "A formula ended in {error} where the {field} belongs.",
            error = error,
            field = field.label()
        );
        return Err(Problem::new(ProblemCode::CellError, field, error, message));
    }
    if let Some(c) = invisible::first(&text, In::PersonName) {
        let message = invisible::told(field, c);
        let suggestion = Some(invisible::without(&text, In::PersonName));
        return Err(Problem::new(ProblemCode::InvisibleCharacter, field, &text, message).suggest(suggestion));
    }
    Ok((!text.is_empty()).then_some(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_is_split_as_people_would() {
        for (full, first, last) in [
            ("Ada Long", "Ada", "Long"),
            ("Long, Ada", "Ada", "Long"),
            ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
            ("Maria de la Cruz", "Maria", "de la Cruz"),
            ("Anna Maria Weber", "Anna Maria", "Weber"),
        ] {
            assert_eq!(split(full), (Some(first.into()), Some(last.into())), "{full}");
        }
        assert_eq!(split("Cher"), (Some("Cher".into()), None));
        assert_eq!(split("  "), (None, None));
    }

    #[test]
    fn markup_and_formulas_are_names_like_any_other() {
        for name in
            ["<img src=x onerror=alert(1)>", "=HYPERLINK(\"http://x.example\",\"hi\")", "@SUM(1)", "+31 6"]
        {
            assert_eq!(of_cell(Cell::Text(name), Field::FirstName), Ok(Some(name.into())));
        }
        assert!(of_cell(Cell::Error("#REF!"), Field::LastName).is_err());
    }
}
