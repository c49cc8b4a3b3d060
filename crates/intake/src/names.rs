//! Names of people.

use crate::invisible::{self, In};
use crate::mapping::Field;
use crate::plan::{Problem, ProblemCode};
use crate::table::Cell;

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

/// The name in a cell; nothing where it is blank.
///
/// # Errors
/// A formula's error, or a character that nobody sees.
pub(crate) fn of_cell(cell: &Cell, field: Field) -> Result<Option<String>, Problem> {
    let shown = cell.shown();
    let text = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Cell::Error(error) = cell {
        let message = format!("A formula ended in {error} where the {} belongs.", field.label());
        return Err(Problem::new(ProblemCode::CellError, field, error, message));
    }
    if let Some(c) = invisible::first(&text, In::PersonName) {
        let message = format!(
            "The {} holds a character that can't be seen ({}).",
            field.label(),
            invisible::describe(c)
        );
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
            assert_eq!(of_cell(&Cell::Text(name.into()), Field::FirstName), Ok(Some(name.into())));
        }
        assert!(of_cell(&Cell::Error("#REF!".into()), Field::LastName).is_err());
    }
}
