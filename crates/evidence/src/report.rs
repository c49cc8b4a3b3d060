//! What a report says.

use serde::Serialize;

/// A report: a title, facts, sentences, tables, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What it is, such as `Access review`.
    pub title: String,
    /// What it is about, under the title.
    pub subtitle: String,
    /// The day that it is of, as `YYYY-MM-DD`.
    pub date: String,
    /// What is known of it, each with its name.
    pub facts: Vec<Fact>,
    /// Sentences on what it rests on and what it can't show.
    pub statements: Vec<String>,
    /// The heading over them; empty for none.
    pub statements_title: String,
    /// The tables.
    pub tables: Vec<Table>,
    /// Stands at the foot of each page, before the page's number.
    pub foot: String,
}

/// A named value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// What it says; may have several lines.
    pub value: String,
}

/// A table under a heading. Its header is repeated on each page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Table {
    /// The heading.
    pub title: String,
    /// A sentence under it; may be empty.
    pub note: String,
    /// The columns.
    pub columns: Vec<Column>,
    /// The cells, row by row, as many in each as there are columns; a cell may have several lines.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Column {
    /// What stands in its header.
    pub title: String,
    /// Its share of the width, beside the other columns'.
    pub share: u32,
}

impl Report {
    /// Calls `each` with every text of it.
    pub(crate) fn texts_mut(&mut self, each: &mut impl FnMut(&mut String)) {
        let alone = [&mut self.title, &mut self.subtitle, &mut self.statements_title, &mut self.foot];
        alone.into_iter().for_each(&mut *each);
        self.statements.iter_mut().for_each(&mut *each);
        for fact in &mut self.facts {
            each(&mut fact.name);
            each(&mut fact.value);
        }
        for table in &mut self.tables {
            each(&mut table.title);
            each(&mut table.note);
            table.columns.iter_mut().for_each(|column| each(&mut column.title));
            table.rows.iter_mut().flatten().for_each(&mut *each);
        }
    }
}
