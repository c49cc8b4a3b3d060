//! Organizations that a person told.

use crate::*;
use rollcall_roster::{Picked, RowRange};

pub fn organization(id: &str, name: &str) -> Organization {
    Organization { id: id.into(), name: name.into(), erp_id: None, kind: None, parent_id: None }
}

pub fn fabrikam() -> Organization {
    Organization { kind: Some("Customer".into()), ..organization("fabrikam", "Fabrikam") }
}

fn labels(roster: &Roster) -> Vec<String> {
    let all = roster.organizations().expect("organizations");
    all.into_iter().map(|known| known.organization.label()).collect()
}

fn by_organization(roster: &Roster, descending: bool) -> Vec<String> {
    let sort = vec![SortBy { column: SortColumn::Organization, descending }];
    let window = roster.window(&UserQuery { sort, ..UserQuery::default() }, 0, 10).expect("a window");
    window.rows.into_iter().map(|row| row.id.to_string()).collect()
}

#[test]
fn what_was_told_stands_in_where_the_platform_gives_an_id_alone() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Ann Lee")]);
    let told = roster.tell_organizations(&[
        organization("contoso", "Wrong"),
        fabrikam(),
        organization("new", "New"),
    ]);
    let told = told.expect("told");
    assert_eq!((told.known, told.added), (3, 3));
    assert_eq!(labels(&roster), ["Contoso – C-1", "Fabrikam", "New"]);
    assert_eq!(roster.summary().expect("a summary").organizations, 3);
    assert_eq!(roster.tell_organizations(&[fabrikam()]).expect("told again").added, 0);
}

/// Somebody who belongs to one organization.
fn in_one(id: &str, organization: &str) -> User {
    User { organization_ids: vec![organization.into()], ..user(id, "Ann Lee") }
}

#[test]
fn names_orders_and_searches_follow_at_once() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[in_one("u1", "org-a"), in_one("u2", "org-b")]);
    assert_eq!(by_organization(&roster, false), ["u1", "u2"]);
    assert_eq!(found(&roster, &searching("zebra")), Vec::<String>::new());
    roster
        .tell_organizations(&[organization("org-a", "Zebra"), organization("org-b", "Alpine")])
        .expect("told");
    assert_eq!(
        (by_organization(&roster, false), by_organization(&roster, true)),
        (vec!["u2".to_owned(), "u1".to_owned()], vec!["u1".to_owned(), "u2".to_owned()],)
    );
    assert_eq!(found(&roster, &searching("zebra")), ["u1"]);
    let facets = roster.facets(&UserQuery::default(), "").expect("facets");
    assert!(facets.organizations.iter().any(|one| one.label == "Zebra" && one.people == 1), "{facets:?}");
}

#[test]
fn rows_that_were_marked_before_names_were_told_are_refused() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[in_one("u1", "org-a"), in_one("u2", "org-b")]);
    let sort = vec![SortBy { column: SortColumn::Organization, descending: false }];
    let query = UserQuery { sort, ..UserQuery::default() };
    let as_of = || roster.window(&query, 0, 1).expect("a window").as_of.expect("a list");
    let first = Picked { all: false, ranges: vec![RowRange { from: 0, to: 0 }], as_of: as_of() };
    assert_eq!(roster.count_of(&query, Some(&first)).expect("the same rows"), 1);
    roster
        .tell_organizations(&[organization("org-a", "Zebra"), organization("org-b", "Alpine")])
        .expect("told");
    let refused = roster.count_of(&query, Some(&first));
    assert!(matches!(refused, Err(RosterError::ListChanged)), "the first row is u2 now: {refused:?}");
    let now = Picked { as_of: as_of(), ..first };
    assert_eq!(roster.count_of(&query, Some(&now)).expect("marked anew"), 1);
}

#[test]
fn another_reader_of_the_same_list_learns_it_too() {
    let (_folder, path) = place();
    let (here, there) = (open(&path), open(&path));
    refresh(&here, &[user("u1", "Ann Lee")]);
    assert_eq!(found(&there, &searching("fabrikam")), ["u1"]);
    let row = |roster: &Roster| roster.window(&UserQuery::default(), 0, 1).expect("a window").rows.remove(0);
    assert_eq!(row(&there).organization_labels[1], "fabrikam");
    here.tell_organizations(&[fabrikam()]).expect("told");
    assert_eq!(row(&there).organization_labels[1], "Fabrikam");
}

#[test]
fn a_part_that_is_read_alone_does_not_make_it_the_platforms_own_word() {
    let (_folder, path) = place();
    let roster = open(&path);
    refresh(&roster, &[user("u1", "Ann Lee")]);
    roster.tell_organizations(&[fabrikam()]).expect("told");
    let part = rollcall_roster::Part {
        organization: "contoso".into(),
        users: vec![user("u1", "Ann Lee")],
        read_at: "2026-11-23T09:00:00Z".parse().expect("a time"),
    };
    roster.replace_part(&part).expect("taken").expect("there is a list");
    roster.tell_organizations(&[organization("fabrikam", "Fabrikam Ltd")]).expect("told otherwise");
    assert_eq!(labels(&roster), ["Contoso – C-1", "Fabrikam Ltd"]);
}
