//! A small list of organizations that a person keeps: id and name, and what else it says of each.

use crate::table::{Cell, Row, Table};
use crate::words;
use rollcall_core::{Organization, OrganizationId, Sentence, sentence};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Filled rows among which the names of the columns are looked for.
const HEADER_AMONG: usize = 20;

/// The most characters of a value.
const MOST_CHARS: usize = 200;

/// Organizations of a file, and what of it could not be used.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OrganizationList {
    /// Each id once, in the order of the file.
    pub organizations: Vec<Organization>,
    /// What could not be used, in the order of the file.
    pub notes: Vec<RowNote>,
}

/// What could not be used of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowNote {
    /// The number that Excel shows.
    pub row: u32,
    /// What is wrong, in a sentence that names the row.
    pub sentence: String,
}

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Id,
    Name,
    ErpId,
    Kind,
    Parent,
}

/// Names of columns by what they say: the lines of `organization_columns.txt`.
static NAMES: LazyLock<HashMap<&str, Part>> = LazyLock::new(|| {
    let lines = include_str!("organization_columns.txt").lines().filter(|line| !line.starts_with('#'));
    let listed = lines.filter_map(|line| line.split_once(':'));
    let of = |(word, names): (&str, &'static str)| {
        let part = Part::of_word(word)?;
        Some(names.split(',').map(move |name| (name.trim(), part)))
    };
    listed.filter_map(of).flatten().collect()
});

impl Part {
    fn of_word(word: &str) -> Option<Self> {
        match word {
            "id" => Some(Self::Id),
            "name" => Some(Self::Name),
            "erp id" => Some(Self::ErpId),
            "type" => Some(Self::Kind),
            "parent" => Some(Self::Parent),
            _ => None,
        }
    }
}

/// The organizations in a table that was read with no row of names (`header_row: Some(0)`): the row that names the columns
/// is found here, by words. Without one, the first two columns are id and name, and the third the ERP id; which is the id
/// is told by ids that are `known`. Nothing where there are no two columns.
///
/// An id that is known is taken as it is known, whatever its case. What stands above another organization is found by its
/// id or by its name, in the file and among those that are known.
pub fn organizations_in(table: &Table, known: &[Organization]) -> Option<OrganizationList> {
    let (columns, first) = match named_columns(table) {
        Some((columns, header)) => (columns, header + 1),
        None => (bare_columns(table, known)?, 0),
    };
    let mut reading = Reading::new(known);
    for row in table.rows().skip(first) {
        if let Err(sentence) = reading.take(row, &columns) {
            reading.list.notes.push(RowNote { row: row.number(), sentence: sentence.text });
        }
    }
    Some(reading.finish())
}

/// Where each part stands.
type Columns = HashMap<Part, u32>;

/// The columns by their names, and the place of the row that names them.
fn named_columns(table: &Table) -> Option<(Columns, usize)> {
    table.rows().take(HEADER_AMONG).enumerate().find_map(|(place, row)| {
        let columns = parts_named(row);
        (columns.contains_key(&Part::Id) && columns.contains_key(&Part::Name)).then_some((columns, place))
    })
}

fn parts_named(row: Row<'_>) -> Columns {
    let mut columns = Columns::new();
    for (index, cell) in (0..).zip(row.cells()) {
        if let Cell::Text(text) = cell
            && let Some(part) = part_named(text)
        {
            columns.entry(part).or_insert(index);
        }
    }
    columns
}

fn part_named(text: &str) -> Option<Part> {
    if text.len() > MOST_CHARS {
        return None;
    }
    words::readings(text).iter().find_map(|reading| NAMES.get(reading.as_str()).copied())
}

/// The first columns with something in them: id, name and ERP id, or name and id where ids that are known say so.
fn bare_columns(table: &Table, known: &[Organization]) -> Option<Columns> {
    let is_filled = |index: &u32| table.rows().any(|row| !row.cell(*index).is_blank());
    let mut filled = table.columns.iter().map(|column| column.index).filter(is_filled);
    let (first, second, third) = (filled.next()?, filled.next()?, filled.next());
    let ids = Known::new(known);
    let known_in = |index: u32| {
        table.rows().filter(|row| text(row.cell(index)).is_ok_and(|id| ids.id(&id).is_some())).count()
    };
    let (id, name) = if known_in(second) > known_in(first) { (second, first) } else { (first, second) };
    let erp_id = third.map(|index| (Part::ErpId, index));
    Some([(Part::Id, id), (Part::Name, name)].into_iter().chain(erp_id).collect())
}

/// Organizations that are known, to be found by id or name.
struct Known<'a> {
    by_id: HashMap<String, &'a OrganizationId>,
    by_name: HashMap<String, Vec<&'a OrganizationId>>,
}

impl<'a> Known<'a> {
    fn new(organizations: impl IntoIterator<Item = &'a Organization>) -> Self {
        let (mut by_id, mut by_name): (HashMap<_, _>, HashMap<_, Vec<_>>) = Default::default();
        for one in organizations {
            by_id.entry(one.id.as_str().to_lowercase()).or_insert(&one.id);
            by_name.entry(one.name.to_lowercase()).or_default().push(&one.id);
        }
        Self { by_id, by_name }
    }

    fn id(&self, text: &str) -> Option<&'a OrganizationId> {
        self.by_id.get(&text.to_lowercase()).copied()
    }

    /// By id, or by a name that one alone has.
    fn find(&self, text: &str) -> Option<&'a OrganizationId> {
        self.id(text).or_else(|| match self.by_name.get(&text.to_lowercase()).map(Vec::as_slice) {
            Some([one]) => Some(*one),
            _ => None,
        })
    }
}

/// A list while it is read.
struct Reading<'a> {
    known: &'a [Organization],
    ids: Known<'a>,
    list: OrganizationList,
    /// The row and the place of each id, in lower case.
    rows: HashMap<String, (u32, usize)>,
    /// What stands above an organization, as written: place, row, text.
    parents: Vec<(usize, u32, String)>,
}

impl<'a> Reading<'a> {
    fn new(known: &'a [Organization]) -> Self {
        Self {
            known,
            ids: Known::new(known),
            list: OrganizationList::default(),
            rows: HashMap::new(),
            parents: Vec::new(),
        }
    }

    fn take(&mut self, row: Row<'_>, columns: &Columns) -> Result<(), Sentence> {
        let number = row.number();
        let part = |part: Part| match columns.get(&part).map(|column| text(row.cell(*column))) {
            Some(Err(no_value)) => Err(no_value.in_row(number)),
            Some(Ok(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
            None => Ok(None),
        };
        let id = part(Part::Id)?.ok_or_else(|| sentence!("Row {row} has no id.", row = number))?;
        let name = part(Part::Name)?.ok_or_else(|| sentence!("Row {row} has no name.", row = number))?;
        let (erp_id, kind, parent) = (part(Part::ErpId)?, part(Part::Kind)?, part(Part::Parent)?);
        if let Some((first, place)) = self.rows.get(&id.to_lowercase()) {
            return match self.list.organizations[*place].name == name {
                true => Ok(()),
                false => Err(sentence!(
                    "Row {row} has the id of row {first} and another name; the first one counts.",
                    row = number,
                    first = first,
                )),
            };
        }
        let place = self.list.organizations.len();
        self.rows.insert(id.to_lowercase(), (number, place));
        self.parents.extend(parent.map(|parent| (place, number, parent)));
        let id = self.ids.id(&id).cloned().unwrap_or(OrganizationId(id));
        self.list.organizations.push(Organization { id, name, erp_id, kind, parent_id: None });
        Ok(())
    }

    fn finish(self) -> OrganizationList {
        let Self { known, mut list, parents, .. } = self;
        // Of one that is known and in the file as well, what the file says counts.
        let in_file = list.organizations.clone();
        let own = Known::new(&in_file);
        let others = Known::new(known.iter().filter(|one| own.id(one.id.as_str()).is_none()));
        for (place, row, above) in parents {
            match own.find(&above).or_else(|| others.find(&above)) {
                Some(id) if *id != in_file[place].id => list.organizations[place].parent_id = Some(id.clone()),
                Some(_) => {}
                None => list.notes.push(RowNote {
                    row,
                    sentence: sentence!(
                        "Row {row} is taken without what stands above it: no organization is \u{201c}{above}\u{201d}.",
                        row = row,
                        above = above,
                    )
                    .text,
                }),
            }
        }
        list.notes.sort_by_key(|note| note.row);
        list
    }
}

/// Why a cell has no value that could be used.
enum NoValue {
    /// A formula's error.
    Formula(String),
    /// It is longer than any value may be.
    TooLong,
}

impl NoValue {
    fn in_row(self, row: u32) -> Sentence {
        match self {
            Self::Formula(error) => {
                sentence!("Row {row}: a formula gives the error {error}.", row = row, error = error)
            }
            Self::TooLong => {
                sentence!("Row {row}: a value has more than {most} characters.", row = row, most = MOST_CHARS)
            }
        }
    }
}

/// What a cell says, on one line; an error for what is no value.
fn text(cell: Cell<'_>) -> Result<String, NoValue> {
    let said = match cell {
        Cell::Error(error) => return Err(NoValue::Formula(error.to_owned())),
        // An id of digits alone, which a spreadsheet took for a number and shows as one.
        Cell::Number { shown, value } if value.fract() == 0.0 && value.abs() < 1e15 => {
            let digits = shown.bytes().all(|byte| byte.is_ascii_digit());
            if digits { shown.to_owned() } else { format!("{value:.0}") }
        }
        other => other.shown().to_owned(),
    };
    let words: Vec<&str> = said.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let line = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() > MOST_CHARS {
        return Err(NoValue::TooLong);
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ReadOptions, read};
    use proptest::prelude::*;

    fn list(text: &str, known: &[Organization]) -> Option<OrganizationList> {
        let options = ReadOptions { header_row: Some(0), ..ReadOptions::default() };
        organizations_in(&read(text.as_bytes(), "orgs.csv", &options).expect("read"), known)
    }

    fn known(id: &str, name: &str) -> Organization {
        Organization { id: id.into(), name: name.into(), erp_id: None, kind: None, parent_id: None }
    }

    fn names(list: &OrganizationList) -> Vec<(&str, &str)> {
        list.organizations.iter().map(|one| (one.id.as_str(), one.name.as_str())).collect()
    }

    #[test]
    fn columns_are_known_by_their_names_in_any_order_below_a_title() {
        let text = "Our customers 2026\n\nERP-ID;Organisation;Typ;organizationId;Parent\n\
                    C-1;Contoso;Customer;org-1;Helios\nC-9;Helios;Seller;org-9;\n";
        let list = list(text, &[]).expect("a list");
        let contoso = Organization {
            erp_id: Some("C-1".into()),
            kind: Some("Customer".into()),
            parent_id: Some("org-9".into()),
            ..known("org-1", "Contoso")
        };
        assert_eq!(list.organizations[0], contoso);
        assert_eq!((names(&list)[1], list.notes.len()), (("org-9", "Helios"), 0));
    }

    #[test]
    fn a_bare_list_of_id_and_name_is_enough() {
        let found = list("org-1,Contoso,C-1\norg-2,Fabrikam,\n", &[]).expect("a list");
        assert_eq!(names(&found), [("org-1", "Contoso"), ("org-2", "Fabrikam")]);
        assert_eq!(found.organizations[0].erp_id.as_deref(), Some("C-1"));
        let turned = list("Contoso,ORG-1\nFabrikam,org-2\n", &[known("org-1", "org-1")]).expect("a list");
        assert_eq!(names(&turned), [("org-1", "Contoso"), ("org-2", "Fabrikam")], "ids of the platform tell");
        assert_eq!(list("Contoso\nFabrikam\n", &[]), None, "names alone are no list");
    }

    #[test]
    fn rows_that_can_not_be_used_are_named_and_the_others_are_taken() {
        let long = "x".repeat(201);
        let text = format!(
            "Id,Name,Parent\no-1,Contoso,\n,Nobody,\no-3,,\no-1,Other,\no-1,Contoso,\no-4,{long},\no-5,Alpine,Nowhere\n"
        );
        let list = list(&text, &[]).expect("a list");
        assert_eq!(names(&list), [("o-1", "Contoso"), ("o-5", "Alpine")]);
        let rows: Vec<u32> = list.notes.iter().map(|note| note.row).collect();
        assert_eq!(rows, [3, 4, 5, 7, 8], "{:?}", list.notes);
        assert!(list.notes.iter().all(|note| note.sentence.contains(&format!("Row {}", note.row))));
    }

    #[test]
    fn what_stands_above_is_found_by_a_name_that_one_alone_has() {
        let platform = [known("p-1", "Helios"), known("p-2", "Nordlys"), known("p-3", "Nordlys")];
        let text = "Id,Name,Parent\na,A,helios\nb,B,Nordlys\nc,C,c\nd,D,P-2\n";
        let list = list(text, &platform).expect("a list");
        let above: Vec<Option<&str>> =
            list.organizations.iter().map(|one| one.parent_id.as_ref().map(|id| id.as_str())).collect();
        assert_eq!(above, [Some("p-1"), None, None, Some("p-2")], "nobody stands above itself");
        assert_eq!(list.notes.len(), 1, "which Nordlys is meant, nobody can tell: {:?}", list.notes);
    }

    proptest! {
        #[test]
        fn whatever_a_file_says_each_id_comes_once_and_every_value_is_one_line(
            rows in prop::collection::vec(("[a-cA-C]{0,2}", "\\PC{0,12}", "[a-c ]{0,3}"), 1..30),
        ) {
            let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
            let lines: Vec<String> = rows
                .iter()
                .map(|(id, name, parent)| format!("{},{},{}", quoted(id), quoted(name), quoted(parent)))
                .collect();
            let text = format!("Id,Name,Parent\n{}\n", lines.join("\n"));
            if let Some(list) = list(&text, &[]) {
                let mut ids: Vec<String> =
                    list.organizations.iter().map(|one| one.id.as_str().to_lowercase()).collect();
                let count = ids.len();
                ids.sort();
                ids.dedup();
                prop_assert_eq!(ids.len(), count);
                for one in &list.organizations {
                    prop_assert!(!one.name.is_empty() && one.name.trim() == one.name && !one.name.contains('\n'));
                    prop_assert!(one.parent_id.as_ref() != Some(&one.id));
                }
            }
        }
    }
}
