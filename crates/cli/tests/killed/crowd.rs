//! Who stands in a file, and what may become of each row.

/// Where everybody is at home who can be invited.
const HOME: &str = "Alpine Ski House";
/// Every so many people who can be invited, one row stands between them that is something else.
const BETWEEN: usize = 2;

/// A file of people, no two files with the same people.
#[derive(Clone, Debug)]
pub struct Crowd {
    pub rows: Vec<Row>,
}

/// One row of a file.
#[derive(Clone, Debug)]
pub struct Row {
    pub email: String,
    pub fate: Fate,
    line: String,
}

/// What may become of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Ready: exactly one mail, or a person is asked.
    Invited,
    /// Ready, and the platform refuses it.
    Refused,
    /// There already, with this code.
    There(&'static str),
    /// Never sent: it has a problem.
    Problem,
    /// Never sent: its rows contradict one another.
    Conflict,
    /// Adds an organization to the row of this number.
    Folded(u32),
    /// Says what the row of this number says.
    Duplicate(u32),
}

impl Crowd {
    /// `people` who can be invited, whose names begin with `tag`, and nine rows of every other kind between them.
    pub fn new(tag: &str, people: usize) -> Self {
        let mut rows = vec![ready(tag, 0)];
        let mut others = others(tag).into_iter();
        for number in 1..people {
            rows.push(ready(tag, number));
            if number % BETWEEN == 0 {
                rows.extend(others.next());
            }
        }
        rows.extend(others);
        Self { rows }
    }

    /// The file, as CSV.
    pub fn text(&self) -> String {
        let lines = self.rows.iter().map(|row| format!("{}\n", row.line));
        "Email,Role,Organizations\n".to_owned() + &lines.collect::<String>()
    }

    /// The rows with their numbers in the file; the first line is the header.
    pub fn numbered(&self) -> impl Iterator<Item = (u64, &Row)> {
        (2..).zip(&self.rows)
    }
}

fn ready(tag: &str, number: usize) -> Row {
    row(&format!("{tag}-p{number:02}@alpine.example"), "Customer", HOME, Fate::Invited)
}

/// The first row of a file is the first person's, so that later rows can speak of it.
fn others(tag: &str) -> Vec<Row> {
    const FIRST: u32 = 2;
    let of = |name: &str| format!("{tag}-{name}@alpine.example");
    let twofold = of("twofold");
    vec![
        row(&of("boss"), "Super Admin", HOME, Fate::Refused),
        row(&of("p00"), "Customer", "Fabrikam", Fate::Folded(FIRST)),
        row(&format!("{tag}-p00@ALPINE.example"), "Customer", HOME, Fate::Duplicate(FIRST)),
        row("maris.berzins@nordlys.example", "Customer", HOME, Fate::There("already-active")),
        row(&of("typo"), "Custmer", HOME, Fate::Problem),
        row("chloe.dubois@contoso.example", "Customer", HOME, Fate::There("already-invited")),
        row(&twofold, "Customer", HOME, Fate::Conflict),
        row("sofia.rossi@fabrikam.example", "Customer", "Fabrikam", Fate::There("blocked-user")),
        row(&twofold, "Customer Admin", HOME, Fate::Conflict),
    ]
}

fn row(email: &str, role: &str, organizations: &str, fate: Fate) -> Row {
    Row { email: email.to_lowercase(), fate, line: format!("{email},{role},{organizations}") }
}
