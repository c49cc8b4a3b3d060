//! Rows as programs write them: a JSON list of objects, or an object that holds one, such as the body of an invite call.

use crate::grid::{Grid, Outlet};
use crate::limits::Limits;
use crate::problem::FileProblem;
use crate::read::Findings;
use crate::row_marks::RowMarks;
use crate::table::Cell;
use serde_json::{Map, Value};

/// The row in which the names of the fields stand: row 2 is the first object, as in a sheet of the same people.
const NAMES: u32 = 1;

type Rows = Vec<Map<String, Value>>;

/// Whether a text begins as such a list does.
pub(crate) fn begins(text: &[u8]) -> bool {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii_start();
    let after = |sign: &[u8]| text.strip_prefix(sign).map(<[u8]>::trim_ascii_start);
    after(b"[").is_some_and(|rest| rest.starts_with(b"{") || rest.starts_with(b"]"))
        || after(b"{").is_some_and(|rest| rest.starts_with(b"\""))
}

/// Reads the rows; nothing where the bytes are no JSON of rows, and may be a text of another kind.
///
/// # Errors
/// `empty-file`; `too-large`, naming the limit.
pub(crate) fn parse(
    bytes: &[u8],
    limits: Limits,
    outlet: &mut dyn Outlet,
) -> Result<Option<Findings>, FileProblem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Some(rows) = serde_json::from_slice(bytes).ok().and_then(rows) else { return Ok(None) };
    if rows.is_empty() {
        return Err(FileProblem::empty());
    }
    let names = names(&rows);
    let mut grid = Grid::new(limits, outlet);
    for (column, name) in (0..).zip(&names) {
        grid.put(NAMES, column, Cell::Text(name))?;
    }
    for (number, row) in (NAMES + 1..).zip(&rows) {
        for (column, name) in (0..).zip(&names) {
            put(&mut grid, number, column, row.get(name).unwrap_or(&Value::Null))?;
        }
    }
    grid.finish()?;
    Ok(Some(Findings {
        format: "json".to_owned(),
        encoding: Some("utf-8".to_owned()),
        marks: Some(RowMarks::default()),
        header_row: Some(NAMES),
        ..Findings::default()
    }))
}

/// The objects of a list, or of the one list that an object holds.
fn rows(value: Value) -> Option<Rows> {
    let list = match value {
        Value::Array(list) => list,
        Value::Object(object) => {
            let mut lists = object.into_iter().filter_map(|(_, value)| match value {
                Value::Array(list) => Some(list),
                _ => None,
            });
            lists.next().filter(|_| lists.next().is_none())?
        }
        _ => return None,
    };
    let object = |value| match value {
        Value::Object(object) => Some(object),
        _ => None,
    };
    list.into_iter().map(object).collect()
}

/// Every field that some row has, in the order in which they come.
fn names(rows: &Rows) -> Vec<String> {
    let mut names = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for name in rows.iter().flat_map(Map::keys) {
        if seen.insert(name) {
            names.push(name.clone());
        }
    }
    names
}

fn put<O: Outlet>(grid: &mut Grid<O>, number: u32, column: u32, value: &Value) -> Result<(), FileProblem> {
    match value {
        Value::Null => Ok(()),
        Value::Bool(value) => grid.put(number, column, Cell::Bool(*value)),
        Value::String(text) if text.is_empty() => Ok(()),
        Value::String(text) => grid.put(number, column, Cell::Text(text)),
        Value::Number(value) => {
            let cell = Cell::Number { shown: &value.to_string(), value: value.as_f64().unwrap_or(f64::NAN) };
            grid.put(number, column, cell)
        }
        // Several organizations, as the invite call has them: a line for each.
        Value::Array(list) => {
            let lines: Vec<String> = list.iter().map(plain).collect();
            grid.put(number, column, Cell::Text(&lines.join("\n")))
        }
        Value::Object(_) => grid.put(number, column, Cell::Text(&plain(value))),
    }
}

/// A value in one piece: something with an id or a name is that.
fn plain(value: &Value) -> String {
    let named = |key: &str| match value.get(key) {
        Some(Value::String(text)) => Some(text.clone()),
        _ => None,
    };
    match value {
        Value::String(text) => text.clone(),
        Value::Object(_) => {
            ["id", "Id", "name", "Name"].into_iter().find_map(named).unwrap_or_else(|| value.to_string())
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::problem::FileProblemCode;
    use crate::read::{ReadOptions, read};

    fn shown(text: &str) -> Vec<Vec<String>> {
        let table = read(text.as_bytes(), "standard input", &ReadOptions::default()).expect("reads");
        let names = table.columns.iter().map(|column| column.label()).collect();
        let rows = table.rows().map(|row| row.cells().map(|cell| cell.shown().to_owned()).collect());
        std::iter::once(names).chain(rows).collect()
    }

    #[test]
    fn a_list_of_objects_is_a_table_of_their_fields() {
        assert_eq!(
            shown(
                r#" [{"email":"a@b.example","role":null},{"organizations":["Contoso","C-2"],"email":"c@d.example"}]"#
            ),
            [
                vec!["email", "role", "organizations"],
                vec!["a@b.example", "", ""],
                vec!["c@d.example", "", "Contoso\nC-2"]
            ]
        );
    }

    #[test]
    fn the_body_of_an_invite_call_is_understood() {
        assert_eq!(
            shown(
                r#"{"Users":[{"Email":"a@b.example","GroupId":"r1","OrganizationIds":["o1"],"Extra":{"id":"x"}}]}"#
            ),
            [vec!["Email", "GroupId", "OrganizationIds", "Extra"], vec!["a@b.example", "r1", "o1", "x"]]
        );
    }

    #[test]
    fn what_only_begins_like_json_is_read_as_text() {
        assert_eq!(shown("{\"a\";b\nc;d\n"), [["{\"a\"", "b"], ["c", "d"]]);
        let empty = read(b"[]", "standard input", &ReadOptions::default()).expect_err("nobody in it");
        assert_eq!(empty.code, FileProblemCode::EmptyFile);
    }
}
