//! Guesses which column means what: by its name, by spelling, and by what is in it. Each guess says why.

use crate::header;
use crate::index::{Found, Index};
use crate::mapping::Field;
use crate::reference::Reference;
use crate::table::{Cell, Column, Table};
use crate::words::{self, Likeness};
use rollcall_core::{Sentence, sentence};
use serde::{Deserialize, Serialize};
use specta::Type;

/// A guess that a person may correct.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct Guess {
    /// What the column means.
    pub field: Field,
    /// 0 is column A.
    pub column: u32,
    /// Sentences for the person.
    pub why: Vec<Sentence>,
    /// Whether it would surprise if it were wrong.
    pub sure: bool,
}

/// Filled cells of a column that are looked at.
const CELLS: usize = 200;
/// A guess below this is worse than none.
const WORTH: f64 = 0.55;
/// A guess from here on is sure.
const SURE: f64 = 0.75;

/// Guesses at most one column for each field and one field for each column.
pub fn guess_mapping(table: &Table, reference: &Reference) -> Vec<Guess> {
    let index = Index::new(reference);
    let mut candidates: Vec<Candidate> = table
        .columns
        .iter()
        .flat_map(|column| candidates(column, &Content::of(table, column, &index)))
        .collect();
    // The best first; of two alike the one further left.
    candidates.sort_by(|one, other| {
        other.score.total_cmp(&one.score).then(one.guess.column.cmp(&other.guess.column))
    });
    let mut guesses: Vec<Guess> = Vec::new();
    for Candidate { guess, .. } in candidates {
        if !guesses.iter().any(|taken| taken.field == guess.field || taken.column == guess.column) {
            guesses.push(guess);
        }
    }
    name_beside_name(&mut guesses);
    guesses.sort_by_key(|guess| guess.field);
    guesses
}

/// Beside a column of given names, a column "Name" holds the family names, as in German and French lists; beside
/// both, it says nothing new.
fn name_beside_name(guesses: &mut Vec<Guess>) {
    let has = |field, guesses: &[Guess]| guesses.iter().any(|guess| guess.field == field);
    if !has(Field::FirstName, guesses) {
        return;
    }
    if has(Field::LastName, guesses) {
        guesses.retain(|guess| guess.field != Field::FullName);
    } else if let Some(name) = guesses.iter_mut().find(|guess| guess.field == Field::FullName) {
        name.field = Field::LastName;
        name.why = vec![sentence!("It stands beside a column of first names.")];
        name.sure = false;
    }
}

struct Candidate {
    score: f64,
    guess: Guess,
}

/// What share of a column's filled cells looks like what.
struct Content {
    filled: usize,
    addresses: usize,
    roles: usize,
    providers: usize,
    organizations: usize,
}

impl Content {
    fn of(table: &Table, column: &Column, index: &Index<'_>) -> Self {
        let mut content = Self { filled: 0, addresses: 0, roles: 0, providers: 0, organizations: 0 };
        let cells = table.rows().map(|row| row.cell(column.index));
        for cell in cells.filter(|cell| !cell.is_blank()).take(CELLS) {
            content.filled += 1;
            content.addresses += usize::from(header::holds_address(cell));
            if let Cell::Text(text) = cell {
                content.roles += usize::from(index.role(text) != Found::Nothing);
                content.providers += usize::from(index.provider(text) != Found::Nothing);
                content.organizations += usize::from(names_an_organization(index, text));
            }
        }
        content
    }

    fn count(&self, field: Field) -> usize {
        match field {
            Field::Email => self.addresses,
            Field::Role => self.roles,
            Field::IdentityProvider => self.providers,
            Field::Organizations => self.organizations,
            Field::FirstName | Field::LastName | Field::FullName => 0,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts of a few hundred")]
    fn share(&self, field: Field) -> f64 {
        self.count(field) as f64 / self.filled.max(1) as f64
    }
}

fn names_an_organization(index: &Index<'_>, text: &str) -> bool {
    let known = |piece: &str| index.organization(piece) != Found::Nothing;
    known(text) || text.split([';', '\n', '|', ',']).any(known)
}

fn candidates(column: &Column, content: &Content) -> Vec<Candidate> {
    let by_name = match (&column.group, &column.header) {
        (Some(group), Some(header)) => words::fields_under(group, header),
        (None, Some(header)) => words::fields_of(header),
        (_, None) => Vec::new(),
    };
    let candidate = |field: Field| {
        let name = by_name.iter().find(|(named, ..)| *named == field).map(|(_, how, score)| (*how, *score));
        let score = score(field, name.map_or(0.0, |(_, score)| score), content);
        (score >= WORTH).then(|| Candidate {
            score,
            guess: Guess {
                field,
                column: column.index,
                why: why(field, column, name.map(|(how, _)| how), content),
                sure: score >= SURE,
            },
        })
    };
    Field::ALL.into_iter().filter_map(candidate).collect()
}

fn score(field: Field, name: f64, content: &Content) -> f64 {
    const MANY: usize = 3;
    let share = content.share(field);
    let mostly_addresses = content.share(Field::Email) >= 0.5;
    match field {
        Field::Email if mostly_addresses => 1.0 + name / 2.0,
        // Called "e-mail", and there is not one address in it.
        Field::Email if content.filled >= MANY && content.addresses == 0 => name * 0.6,
        Field::Email => name,
        _ if mostly_addresses => 0.0,
        Field::FirstName | Field::LastName | Field::FullName => name,
        Field::Role | Field::IdentityProvider | Field::Organizations => {
            let by_content = if share >= 0.5 { share * 0.75 } else { 0.0 };
            name.max(by_content) + share * 0.3
        }
    }
}

fn why(field: Field, column: &Column, name: Option<Likeness>, content: &Content) -> Vec<Sentence> {
    let header = column.header.as_deref().unwrap_or_default();
    let by_name = name.map(|how| match how {
        Likeness::Same if column.group.is_some() => {
            let group = column.group.as_deref().unwrap_or_default();
            sentence!("The column is called \"{header}\" under \"{group}\".", header = header, group = group)
        }
        Likeness::Same => sentence!("The column is called \"{header}\".", header = header),
        Likeness::Contains => sentence!(
            "The column's name \"{header}\" speaks of {field}.",
            header = header,
            field = field.label()
        ),
        Likeness::Similar => sentence!(
            "The column's name \"{header}\" is spelled almost like {field}.",
            header = header,
            field = field.label()
        ),
    });
    let count = content.count(field);
    let by_content = (count > 0).then(|| of_cells(field, count, content.filled));
    by_name.into_iter().chain(by_content).collect()
}

fn of_cells(field: Field, count: usize, all: usize) -> Sentence {
    match field {
        Field::Email => {
            sentence!("{count} of {all} cells looked at hold addresses.", count = count, all = all)
        }
        Field::Role => {
            sentence!("{count} of {all} cells looked at hold known roles.", count = count, all = all)
        }
        Field::IdentityProvider => {
            sentence!(
                "{count} of {all} cells looked at hold known identity providers.",
                count = count,
                all = all
            )
        }
        Field::Organizations => {
            sentence!("{count} of {all} cells looked at hold known organizations.", count = count, all = all)
        }
        Field::FirstName | Field::LastName | Field::FullName => {
            sentence!("{count} of {all} cells looked at hold names.", count = count, all = all)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{ReadOptions, read};
    use rollcall_core::{IdentityProvider, Organization, Role};

    fn reference() -> Reference {
        Reference {
            roles: vec![Role { id: "r".into(), name: "Customer".into(), weight: None }],
            identity_providers: vec![IdentityProvider {
                id: "p".into(),
                name: "Account".into(),
                prefix: None,
                enabled: true,
            }],
            organizations: vec![Organization {
                id: "o".into(),
                name: "Litware, Inc.".into(),
                erp_id: Some("C-1".into()),
                kind: None,
                parent_id: None,
            }],
            ..Reference::default()
        }
    }

    fn guess(csv: &str) -> Vec<(Field, String)> {
        let table = read(csv.as_bytes(), "x.csv", &ReadOptions::default()).expect("reads");
        guess_mapping(&table, &reference())
            .into_iter()
            .map(|guess| (guess.field, table.columns[guess.column as usize].letter.clone()))
            .collect()
    }

    fn letters(pairs: &[(Field, &str)]) -> Vec<(Field, String)> {
        pairs.iter().map(|(field, letter)| (*field, (*letter).to_owned())).collect()
    }

    #[test]
    fn without_names_the_content_says_what_columns_mean() {
        assert_eq!(
            guess("7;a@b.example;Customer;Account;Litware, Inc.\n8;c@d.example;Customer;Account;C-1\n"),
            letters(&[
                (Field::Email, "B"),
                (Field::Role, "C"),
                (Field::IdentityProvider, "D"),
                (Field::Organizations, "E")
            ])
        );
    }

    #[test]
    fn content_decides_where_a_name_may_mean_two_things() {
        assert_eq!(
            guess("Login;Organization email;Name\nann;a@b.example;Ann\nbob;c@d.example;Bob\n"),
            letters(&[(Field::Email, "B"), (Field::FullName, "C"), (Field::IdentityProvider, "A")])
        );
        assert_eq!(
            guess("User name;E-mail\na@b.example;x\nb@b.example;y\nc@b.example;z\n")[0],
            (Field::Email, "A".into())
        );
    }

    #[test]
    fn a_name_beside_a_first_name_is_the_last_name() {
        assert_eq!(
            guess("Vorname;Name;E-Mail\nJörg;Müller;a@b.example\n"),
            letters(&[(Field::Email, "C"), (Field::FirstName, "A"), (Field::LastName, "B")])
        );
        assert_eq!(
            guess("First name;Last name;Display name;Email\nAnn;Bee;Ann Bee;a@b.example\n"),
            letters(&[(Field::Email, "D"), (Field::FirstName, "A"), (Field::LastName, "B")])
        );
    }

    #[test]
    fn groups_above_the_names_say_whose_they_are() {
        let csv = "Person,,Customer,\nName,E-Mail,Name,ERP\nAnn Bee,a@b.example,Litware,C-1\nCy Day,c@d.example,Litware,C-1\n";
        let table = read(csv.as_bytes(), "x.csv", &ReadOptions::default()).expect("reads");
        assert_eq!(table.file.header_row, 2);
        let groups: Vec<_> = table.columns.iter().map(|column| column.group.as_deref()).collect();
        assert_eq!(groups, [Some("Person"), Some("Person"), Some("Customer"), Some("Customer")]);
        assert_eq!(
            guess(csv),
            letters(&[(Field::Email, "B"), (Field::FullName, "A"), (Field::Organizations, "D")])
        );
    }

    #[test]
    fn a_title_above_the_names_is_no_group() {
        let csv = "People of 2026,,\nName,E-Mail,Company\nAnn Bee,a@b.example,Litware\n";
        let table = read(csv.as_bytes(), "x.csv", &ReadOptions::default()).expect("reads");
        assert!(table.columns.iter().all(|column| column.group.is_none()));
    }

    #[test]
    fn a_guess_says_why() {
        let csv = "Work e-mail;Belongs to\na@b.example;Litware, Inc.\n";
        let table = read(csv.as_bytes(), "x.csv", &ReadOptions::default()).expect("reads");
        let guesses = guess_mapping(&table, &reference());
        let said = |guess: &Guess| guess.why.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!(
            said(&guesses[0]),
            "The column's name \"Work e-mail\" speaks of e-mail. 1 of 1 cells looked at hold addresses."
        );
        assert_eq!(said(&guesses[1]), "1 of 1 cells looked at hold known organizations.");
        assert!(guesses.iter().all(|guess| guess.sure));
    }
}
