//! Rows of totals: they stand among people and name nobody.

use crate::cells::Block;
use crate::table::{Cell, Row};

/// How such rows begin, in lower case.
const WORDS: [&str; 40] = [
    "total",
    "totals",
    "grand total",
    "subtotal",
    "sub-total",
    "sum",
    "count",
    "number of",
    "summe",
    "zwischensumme",
    "gesamt",
    "gesamtsumme",
    "insgesamt",
    "anzahl",
    "totaal",
    "subtotaal",
    "aantal",
    "somme",
    "total général",
    "sous-total",
    "nombre",
    "totale",
    "somma",
    "suma",
    "soma",
    "razem",
    "ogółem",
    "łącznie",
    "liczba",
    "kopā",
    "kopsumma",
    "skaits",
    "iš viso",
    "viso",
    "summa",
    "totalt",
    "i alt",
    "yhteensä",
    "kokku",
    "antal",
];
/// A row with more filled cells is one of totals only if its first cell says so.
const FEW: usize = 3;
/// Longer texts are sentences.
const LONGEST: usize = 60;

/// Marks the rows of totals in a block.
pub(crate) fn mark(block: &mut Block) {
    let rows = block.rows().enumerate();
    let found: Vec<(usize, u32)> = rows.filter_map(|(place, row)| Some((place, column(row)? + 1))).collect();
    block.mark_totals(&found);
}

/// The column of the word that makes a row one of totals. A row with an address is a person, whatever else it says.
fn column(row: Row<'_>) -> Option<u32> {
    if memchr::memchr(b'@', row.text().as_bytes()).is_some() {
        return None;
    }
    let filled = || (0..).zip(row.cells()).filter(|(_, cell)| !cell.is_blank());
    let looked_at = if filled().nth(FEW).is_none() { FEW } else { 1 };
    filled()
        .take(looked_at)
        .find(|(_, cell)| matches!(cell, Cell::Text(text) if is_total(text)))
        .map(|(column, _)| column)
}

fn is_total(text: &str) -> bool {
    let text = text.trim();
    if text.len() > LONGEST {
        return false;
    }
    let text = text.to_lowercase();
    WORDS.iter().any(|word| {
        text.strip_prefix(word)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Gathered;

    fn totals(line: &str) -> bool {
        let mut gathered = Gathered::default();
        gathered
            .row(1, line.split('|').map(|text| if text.is_empty() { Cell::Empty } else { Cell::Text(text) }));
        gathered.finish().rows().any(|row| row.totals().is_some())
    }

    #[test]
    fn a_row_of_totals_is_known_by_its_word_in_many_languages() {
        for line in ["Total|3", "|Grand total:|12", "Iš viso: 4", "SUMME|||7", "Kopā|2", "Anzahl Benutzer: 5"]
        {
            assert!(totals(line), "{line}");
        }
    }

    #[test]
    fn a_person_is_no_row_of_totals() {
        for line in [
            "total@b.example|Customer",
            "Total|a@b.example",
            "Ann|Bee|Customer|Total Energies",
            "Totally|new",
            "Sumeet|Kaur",
            "Somme-Leuze|x",
        ] {
            assert!(!totals(line), "{line}");
        }
    }
}
