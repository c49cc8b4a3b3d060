//! The workbook to fill in.

use crate::reading::{fill, notes, part, sheet, sheets, validations};
use rollcall_workbook::{Choice, Template, TemplateColumn, write_template};

fn choices(labels: &[&str]) -> Vec<Choice> {
    let choice = |(id, label): (usize, &&str)| Choice { label: (*label).into(), id: format!("id-{id}") };
    labels.iter().enumerate().map(choice).collect()
}

fn template() -> Template {
    Template {
        columns: vec![
            TemplateColumn {
                header: "E-mail".into(),
                required: true,
                explanation: "Required. Where the invitation goes.".into(),
                ..TemplateColumn::default()
            },
            TemplateColumn { header: "First name".into(), ..TemplateColumn::default() },
            TemplateColumn {
                header: "Role".into(),
                required: true,
                prompt: "Choose a role.".into(),
                choices: choices(&["Buyer", "Approver"]),
                ..TemplateColumn::default()
            },
            TemplateColumn {
                header: "Organizations".into(),
                prompt: "Several: a row each, or separated by ;\nNames as below.".into(),
                choices: choices(&["North, Ltd", "", "South \"S\" & Co", "West"]),
                several: true,
                ..TemplateColumn::default()
            },
            TemplateColumn {
                header: "Telephone".into(),
                prompt: "p".repeat(300),
                ..TemplateColumn::default()
            },
        ],
        how_to: vec!["Fill in a row for each person.".into(), "=Save the file.".into()],
        marker: vec![("kind".into(), "template".into()), ("platform".into(), "p-1".into())],
    }
}

fn written() -> Vec<u8> {
    write_template(&template()).expect("written")
}

#[test]
fn a_template_is_a_header_to_fill_in_below_and_a_page_of_sentences() {
    let bytes = written();
    assert_eq!(
        sheets(&bytes),
        [("People", true), ("How to", true), ("_rollcall lists", false), ("_rollcall", false)]
            .map(|(name, visible)| (name.to_owned(), visible))
    );
    assert_eq!(
        sheet(&bytes, "People"),
        [["E-mail", "First name", "Role", "Organizations", "Telephone"]],
        "no row but the header: an empty one would be read as a person"
    );
    assert_eq!(
        sheet(&bytes, "How to"),
        [["How to"], ["Fill in a row for each person."], ["=Save the file."]]
    );
    assert_eq!(sheet(&bytes, "_rollcall"), [["kind", "template"], ["platform", "p-1"]]);
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("state=\"frozen\""));
}

#[test]
fn a_column_that_must_be_filled_in_stands_out_and_a_note_says_what_belongs_there() {
    let bytes = written();
    assert_ne!(fill(&bytes, 0, 0), fill(&bytes, 0, 1));
    assert_eq!(fill(&bytes, 0, 0), fill(&bytes, 0, 2));
    assert_eq!(notes(&bytes), [("A1".to_owned(), "Required. Where the invitation goes.".to_owned())]);
}

#[test]
fn a_thousand_rows_have_drop_downs_from_a_sheet_that_no_one_sees() {
    let bytes = written();
    let [role, organizations, telephone] = &validations(&bytes)[..] else { panic!("three columns") };
    assert_eq!((role.cells.as_str(), role.list.as_str()), ("C2:C1001", "'_rollcall lists'!$A$2:$A$3"));
    assert_eq!(
        (organizations.cells.as_str(), organizations.list.as_str()),
        ("D2:D1001", "'_rollcall lists'!$C$2:$C$4"),
        "a blank is no choice"
    );
    assert_eq!((telephone.cells.as_str(), telephone.list.as_str()), ("E2:E1001", ""));
    assert_eq!(
        sheet(&bytes, "_rollcall lists"),
        [
            ["Role", "Role id", "Organizations", "Organizations id"],
            ["Buyer", "id-0", "North, Ltd", "id-0"],
            ["Approver", "id-1", "South \"S\" & Co", "id-2"],
            ["", "", "West", "id-3"],
        ]
    );
}

#[test]
fn one_role_is_asked_about_and_several_organizations_are_not() {
    let bytes = written();
    let [role, organizations, telephone] = &validations(&bytes)[..] else { panic!("three columns") };
    assert_eq!(role.error_style, "warning", "asked, never forbidden");
    assert!(!role.forbids && !organizations.forbids);
    assert_eq!(organizations.error_style, "", "\"North, Ltd; West\" is fine");
    assert_eq!(role.prompt, "Choose a role.");
    assert_eq!(organizations.prompt, "Several: a row each, or separated by ;\nNames as below.");
    assert_eq!(telephone.prompt.chars().count(), 255, "Excel refuses a file with a longer one");
}

#[test]
fn an_empty_template_is_still_a_workbook() {
    let bytes = write_template(&Template::default()).expect("written");
    assert_eq!(sheets(&bytes).len(), 3, "without choices there is no sheet of lists");
}
