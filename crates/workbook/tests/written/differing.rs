//! What is to be changed in the portal.

use crate::reading::{sheet, sheets};
use rollcall_workbook::{Difference, Differing, DifferingPerson, write_differing};

fn difference(what: &str, on_platform: &str, in_file: &str) -> Difference {
    Difference { what: what.into(), on_platform: on_platform.into(), in_file: in_file.into() }
}

#[test]
fn a_person_has_one_row_with_all_that_differs() {
    let differing = Differing {
        title: "To change in the portal".into(),
        people: vec![
            DifferingPerson {
                email: "a@b.example".into(),
                differences: vec![difference("Role", "=Buyer", "Approver")],
                rows: vec![2],
            },
            DifferingPerson {
                email: "c@d.example".into(),
                differences: vec![
                    difference("Role", "Buyer", "Approver"),
                    difference("Organizations", "", "North; West"),
                ],
                rows: vec![3, 9],
            },
        ],
        summary: vec![("People".into(), "2".into())],
    };
    let bytes = write_differing(&differing).expect("written");
    assert_eq!(
        sheet(&bytes, "To change in the portal"),
        [
            ["E-mail", "What differs", "On the platform", "In the file", "Row in file"],
            ["a@b.example", "Role", "=Buyer", "Approver", "2"],
            [
                "c@d.example",
                "Role\nOrganizations",
                "Role: Buyer\nOrganizations: ",
                "Role: Approver\nOrganizations: North; West",
                "3, 9"
            ],
        ]
    );
    assert_eq!(sheet(&bytes, "Summary"), [["To change in the portal", ""], ["People", "2"]]);
}

#[test]
fn nothing_that_differs_is_still_a_workbook() {
    let bytes = write_differing(&Differing::default()).expect("written");
    assert_eq!(sheets(&bytes).len(), 2);
}
