//! The page of the documentation that explains the form of descriptions.

use rollcall_platform::{Description, FieldDoc, FieldKind};
use std::path::Path;

const BEGINNING: &str = "# Platform descriptions

How Rollcall speaks to a kind of platform is data: one TOML file that names paths, query names, paging, headers, field
names, the body of an invitation and what its answers mean. Built in are `appxite` and `scim2`
(`crates/platform/descriptions`). A connection may use a description of its own, or change single fields of one:
tables are merged key by key, anything else is replaced, and what differs is shown. `rollcallctl description` lists, shows, checks
and tries them; every problem is told with its line.

A file with a `name` is a whole description; one without is changes to another.

JSON keys of answers are compared without regard to case, `_` and `-`. What is not named here is kept and shown as it came.

This page is written from the program's own table: `ROLLCALL_WRITE_PAGES=1 cargo nextest run --workspace -E 'test(explained)'`.
";

fn page() -> String {
    let mut page = BEGINNING.to_owned();
    let mut table = "";
    for (index, field) in Description::fields().iter().enumerate() {
        let (above, key) = field.path.rsplit_once('.').unwrap_or(("", field.path));
        if index == 0 || above != table {
            let title = if above.is_empty() { "The file itself".to_owned() } else { format!("`[{above}]`") };
            page.push_str(&format!(
                "\n## {title}\n\n| Field | Holds | Needed | Means |\n| --- | --- | --- | --- |\n"
            ));
            table = above;
        }
        page.push_str(&row(key, field));
    }
    page
}

fn row(key: &str, field: &FieldDoc) -> String {
    let kind = match field.kind {
        FieldKind::Word(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", "),
        kind => kind.noun().trim_start_matches("a ").to_owned(),
    };
    let needed = if field.required { "yes" } else { "" };
    format!("| `{key}` | {kind} | {needed} | {} |\n", field.about)
}

#[test]
fn every_field_is_explained_on_its_page() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/descriptions.md");
    if std::env::var_os("ROLLCALL_WRITE_PAGES").is_some() {
        std::fs::write(&path, page()).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page(), "docs/descriptions.md is not what the program explains; write it anew");
}
