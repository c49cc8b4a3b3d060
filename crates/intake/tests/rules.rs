//! The rules of a check, one by one.

mod common;

use common::{World, check, rows, sent};
use rollcall_core::{AccountState, Asked, Asks, CanonicalEmail};
use rollcall_intake::{
    Class, Decisions, Defaults, Field, Listed, ListedPerson, Mapping, Plan, PlannedInvitation, ProblemCode,
    ProblemGroup, ReadOptions, Reference, Table, TypedPerson, guess_mapping, mapping_of_people, read,
    table_of_people,
};
use rust_xlsxwriter::{Format, Formula, Workbook, Worksheet, XlsxError};

fn table(csv: &str) -> Table {
    read(csv.as_bytes(), "people.csv", &ReadOptions::default()).expect("reads")
}

fn plan_of(table: &Table, decisions: Decisions, reference: &Reference, listed: &dyn Listed) -> Plan {
    let mapping = Mapping::of_guesses(&guess_mapping(table, reference));
    check(table, &mapping, &Defaults::default(), &decisions, reference, listed)
}

fn plan(csv: &str) -> Plan {
    let world = World::load();
    plan_of(&table(csv), Decisions::default(), &world.reference, &world)
}

fn classes(plan: &Plan) -> Vec<(u32, &'static str)> {
    rows(plan).iter().map(|row| (row.row, row.class.as_str())).collect()
}

fn codes(plan: &Plan, row: u32) -> Vec<&'static str> {
    let rows = rows(plan);
    let row = rows.iter().find(|planned| planned.row == row).expect("the row");
    row.problems.iter().map(|problem| problem.code.as_str()).collect()
}

/// A workbook with the columns of [`HEADER`], filled in as said.
fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<&mut Worksheet, XlsxError>) -> Table {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["Email", "Role", "IdP", "Org"]).expect("written");
    fill(sheet).expect("written");
    let bytes = workbook.save_to_buffer().expect("a workbook");
    read(&bytes, "people.xlsx", &ReadOptions::default()).expect("reads")
}

const HEADER: &str = "Email,Role,IdP,Org\n";

#[test]
fn the_first_row_without_a_problem_carries_the_invitation() {
    let plan = plan(&format!(
        "{HEADER}a@b.example,Custmer,Account,Fabrikam\na@b.example,Customer,Account,Fabrikam\nA@B.example,Customer,Account,Proseware\na@b.example,Customer,Account,Fabrikam\n"
    ));
    assert_eq!(classes(&plan), [(2, "problem"), (3, "ready"), (4, "folded"), (5, "duplicate")]);
    assert_eq!(rows(&plan).iter().map(|row| row.of).collect::<Vec<_>>(), [None, None, Some(3), Some(3)]);
    assert_eq!(sent(&plan).len(), 1);
    assert_eq!(sent(&plan)[0].rows, [3, 4]);
}

#[test]
fn different_providers_make_all_rows_of_a_person_a_conflict() {
    let plan = plan(&format!(
        "{HEADER}a@b.example,Customer,Account,Fabrikam\na@b.example,Customer,Google,Fabrikam\nc@d.example,Customer,,Fabrikam\n"
    ));
    assert_eq!(classes(&plan), [(2, "conflict"), (3, "conflict"), (4, "ready")]);
    assert_eq!(sent(&plan).len(), 1, "who is in conflict is not invited");
}

#[test]
fn all_nine_classes_are_counted_even_at_nought() {
    let plan = plan(&format!("{HEADER}a@b.example,Customer,Account,Fabrikam\n"));
    assert_eq!(plan.counts.len(), 9);
    assert_eq!(plan.counts[&Class::Ready], 1);
    assert_eq!(plan.counts.values().sum::<u32>(), 1);
}

#[test]
fn someone_already_there_shows_what_differs() {
    let plan = plan(&format!(
        "{HEADER}ravi.menon@contoso.example,Customer,AAD,Fabrikam\nanna.ozola@nordlys.example,Seller Admin,AAD,S-1001\n"
    ));
    assert_eq!(classes(&plan), [(2, "already-active"), (3, "already-active")]);
    let differs = &rows(&plan)[0].differs;
    assert_eq!(differs.len(), 2);
    assert_eq!(
        (differs[0].field, differs[0].asked.as_slice()),
        (Field::Role, ["Customer".to_owned()].as_slice())
    );
    assert_eq!(differs[0].has, ["Customer Admin"]);
    assert_eq!(
        (differs[1].field, differs[1].asked.as_slice()),
        (Field::Organizations, ["Fabrikam – C-20003".to_owned()].as_slice())
    );
    assert_eq!(differs[1].has, ["Contoso – C-20001"]);
    assert!(rows(&plan)[1].differs.is_empty(), "as asked");
}

#[test]
fn a_pending_person_is_invited_again_only_when_asked_and_only_where_the_platform_allows() {
    let mut world = World::load();
    let table = table(&format!("{HEADER}peter.novak@fabrikam.example,Customer,Account,Fabrikam\n"));
    let again = Decisions { reinvite: true, ..Decisions::default() };
    let asked = plan_of(&table, again, &world.reference, &world);
    assert_eq!(classes(&asked), [(2, "ready")]);
    assert!(sent(&asked)[0].listed_before, "being listed proves nothing about this invitation");
    let unasked = plan_of(&table, Decisions::default(), &world.reference, &world);
    assert_eq!(classes(&unasked), [(2, "already-invited")]);
    world.reference.pending_can_be_reinvited = false;
    assert_eq!(classes(&plan_of(&table, again, &world.reference, &world)), [(2, "already-invited")]);
}

struct Everyone(AccountState);

impl Listed for Everyone {
    fn find(&self, emails: &[&CanonicalEmail], found: &mut dyn FnMut(usize, ListedPerson)) {
        for at in 0..emails.len() {
            let person = ListedPerson {
                state: self.0.clone(),
                role_ids: Vec::new(),
                organization_ids: Vec::new(),
                invited_by_us: true,
            };
            found(at, person);
        }
    }
}

#[test]
fn a_state_that_nobody_knows_needs_a_person() {
    let world = World::load();
    let listed = Everyone(AccountState::Other("Suspended".into()));
    let table = table(&format!("{HEADER}a@b.example,Customer,Account,Fabrikam\n"));
    let plan =
        plan_of(&table, Decisions { reinvite: true, ..Decisions::default() }, &world.reference, &listed);
    assert_eq!(codes(&plan, 2), ["unknown-account-state"]);
    assert!(sent(&plan).is_empty());
}

#[test]
fn a_blocked_person_stays_blocked_whatever_is_asked() {
    let world = World::load();
    let table = table(&format!("{HEADER}a@b.example,Customer,Account,Fabrikam\n"));
    let again = Decisions { reinvite: true, include_hidden: true };
    let plan = plan_of(&table, again, &world.reference, &Everyone(AccountState::Blocked));
    assert_eq!(classes(&plan), [(2, "blocked-user")]);
}

#[test]
fn whoever_was_invited_a_moment_ago_is_not_invited_again_whatever_is_decided() {
    let world = World::load();
    let table = table(&format!("{HEADER}a@b.example,Customer,Account,Fabrikam\n"));
    let again = Decisions { reinvite: true, ..Decisions::default() };
    let plan = plan_of(&table, again, &world.reference, &Everyone(AccountState::New));
    assert_eq!(classes(&plan), [(2, "already-invited")]);
    assert!(sent(&plan).is_empty());
}

#[test]
fn a_problem_goes_before_being_there_already() {
    let plan = plan(&format!("{HEADER}anna.ozola@nordlys.example,Nobody,AAD,S-1001\n"));
    assert_eq!(classes(&plan), [(2, "problem")]);
}

#[test]
fn a_row_says_all_its_problems_at_once_with_their_columns() {
    let plan = plan(&format!("{HEADER}nobody,Custmer,Facebook,Acme; Contoso; Fabrikam\n"));
    assert_eq!(
        codes(&plan, 2),
        [
            "invalid-email",
            "unknown-role",
            "unknown-identity-provider",
            "unknown-organization",
            "ambiguous-organization"
        ]
    );
    let first = rows(&plan).remove(0);
    let columns: Vec<_> = first.problems.iter().map(|problem| problem.column.as_deref()).collect();
    assert_eq!(columns, [Some("Email"), Some("Role"), Some("IdP"), Some("Org"), Some("Org")]);
    assert_eq!(rows(&plan)[0].organization_ids.len(), 1, "what was understood is shown");
}

#[test]
fn problems_are_grouped_by_what_repairs_them() {
    let plan = plan(&format!(
        "{HEADER}x,Customer,Account,Fabrikam\na@b.example,Custmer,Account,Fabrikam\nc@d.example,Custmer,Account,Fabrikam\n"
    ));
    let groups: Vec<_> = plan
        .groups
        .iter()
        .map(|group| (group.code, group.found.as_str(), group.rows, group.suggestion.as_deref()))
        .collect();
    assert_eq!(
        groups,
        [
            (ProblemCode::UnknownRole, "Custmer", 2, Some("Customer")),
            (ProblemCode::InvalidEmail, "x", 1, None)
        ]
    );
}

#[test]
fn a_provider_is_needed_only_where_the_platform_says_so() {
    let mut world = World::load();
    let table = table("Email,Role,Org\na@b.example,Customer,Fabrikam\n");
    let optional = plan_of(&table, Decisions::default(), &world.reference, &world);
    assert_eq!(classes(&optional), [(2, "ready")]);
    assert_eq!(sent(&optional)[0].invitation.identity_provider_id, None);
    world.reference.asks.identity_provider = Asked::Always;
    let required = plan_of(&table, Decisions::default(), &world.reference, &world);
    assert_eq!(codes(&required, 2), ["missing-identity-provider"]);
    assert_eq!(rows(&required)[0].problems[0].column, None);
}

#[test]
fn nothing_is_demanded_that_an_invitation_has_no_place_for() {
    let mut world = World::load();
    let (role, identity_provider, organizations) = (Asked::Maybe, Asked::Never, Asked::Never);
    world.reference.asks = Asks { role, identity_provider, organizations };
    let bare = table("Email\na@b.example\n");
    let plan = plan_of(&bare, Decisions::default(), &world.reference, &world);
    assert_eq!(classes(&plan), [(2, "ready")]);
    let invitation = &sent(&plan)[0].invitation;
    assert_eq!((&invitation.role_id, invitation.organization_ids.len()), (&None, 0));
    let full = table("Email,Role,Org\na@b.example,Customer,Fabrikam\nb@b.example,Custmer,\n");
    let plan = plan_of(&full, Decisions::default(), &world.reference, &world);
    assert_eq!(classes(&plan), [(2, "ready"), (3, "problem")]);
    assert!(sent(&plan)[0].invitation.role_id.is_some(), "a role that is named is sent");
    assert_eq!(sent(&plan)[0].invitation.organization_ids, []);
    let warned: Vec<&str> = rows(&plan)[0].warnings.iter().map(|warning| warning.code.as_str()).collect();
    assert_eq!(warned, ["value-not-sent"], "what is not sent is said aloud");
    assert_eq!(codes(&plan, 3), ["unknown-role"]);
}

#[test]
fn a_default_provider_that_was_switched_off_since_is_a_problem() {
    let world = World::load();
    let off = world.reference.identity_providers.iter().find(|provider| !provider.enabled).expect("one");
    let table = table("Email,Role,Org\na@b.example,Customer,Fabrikam\n");
    let mapping = Mapping::of_guesses(&guess_mapping(&table, &world.reference));
    let defaults = Defaults { identity_provider_id: Some(off.id.clone()), ..Defaults::default() };
    let plan = check(&table, &mapping, &defaults, &Decisions::default(), &world.reference, &world);
    assert_eq!(codes(&plan, 2), ["identity-provider-disabled"]);
}

#[test]
fn a_hidden_row_is_not_sent_before_a_person_says_so() {
    let world = World::load();
    let table = workbook(|sheet| {
        sheet.write_row(1, 0, ["a@b.example", "Customer", "Account", "Fabrikam"])?;
        sheet.write_row(2, 0, ["c@d.example", "Customer", "Account", "Fabrikam"])?;
        sheet.set_row_hidden(2)
    });
    let careful = plan_of(&table, Decisions::default(), &world.reference, &world);
    assert_eq!(classes(&careful), [(2, "ready"), (3, "problem")]);
    assert_eq!(codes(&careful, 3), ["hidden-row"]);
    let all = Decisions { include_hidden: true, ..Decisions::default() };
    assert_eq!(plan_of(&table, all, &world.reference, &world).people(), 2);
}

#[test]
fn an_error_or_a_number_in_a_cell_is_said_and_never_sent() {
    let world = World::load();
    let table = workbook(|sheet| {
        sheet.write_row(1, 0, ["a@b.example", "", "Account"])?;
        sheet.write_formula(1, 1, Formula::new("=NA()").set_result("#N/A"))?;
        sheet.write_number_with_format(1, 3, 18, &Format::new().set_num_format("00000"))
    });
    let plan = plan_of(&table, Decisions::default(), &world.reference, &world);
    assert_eq!(codes(&plan, 2), ["cell-error", "number-in-text-column"]);
}

#[test]
fn numbers_that_only_look_alike_are_no_group() {
    let world = World::load();
    let (whole, five) = (Format::new().set_num_format("0"), Format::new().set_num_format("00000"));
    let table = workbook(|sheet| {
        for row in 1..=8 {
            sheet.write_row(row, 0, [format!("p{row}@b.example").as_str(), "Customer", "Account"])?;
        }
        sheet.write_number(1, 3, 123_456_789_012.0)?;
        sheet.write_number(2, 3, 123_456_789_345.0)?;
        sheet.write_number_with_format(3, 3, 18.2, &whole)?;
        sheet.write_number_with_format(4, 3, 18.4, &whole)?;
        sheet.write_number(5, 3, 1.234_567_890_123_456_7e19)?;
        sheet.write_number(6, 3, 1.234_567_890_123_9e19)?;
        sheet.write_number_with_format(7, 3, 18, &five)?;
        sheet.write_number_with_format(8, 3, 18, &five)
    });
    let plan = plan_of(&table, Decisions::default(), &world.reference, &world);
    let groups = |group: &ProblemGroup| (group.suggestion.clone(), group.rows);
    assert_eq!(
        plan.groups.iter().map(groups).collect::<Vec<_>>(),
        [
            (Some("00018".to_owned()), 2),
            (Some("123456789012".to_owned()), 1),
            (Some("123456789345".to_owned()), 1),
            (Some("18.2".to_owned()), 1),
            (Some("18.4".to_owned()), 1),
            (None, 1),
            (None, 1),
        ]
    );
    let mut found: Vec<&str> = plan.groups.iter().map(|group| group.found.as_str()).collect();
    found.dedup();
    assert_eq!(found.len(), plan.groups.len(), "each is named by what it holds: {found:?}");
}

#[test]
fn nothing_is_suggested_for_a_number_whose_format_is_not_seen() {
    let world = World::load();
    let mut table = workbook(|sheet| {
        sheet.write_row(1, 0, ["a@b.example", "Customer", "Account"])?;
        sheet.write_number(1, 3, 18)
    });
    let mut suggested = |format: &str| {
        table.file.format = format.to_owned();
        let plan = plan_of(&table, Decisions::default(), &world.reference, &world);
        let group = &plan.groups[0];
        (group.code, group.suggestion.clone(), group.message.text.clone())
    };
    assert_eq!(suggested("xlsx").1.as_deref(), Some("18"));
    for format in ["xls", "xlsb"] {
        let (code, suggestion, message) = suggested(format);
        assert_eq!((code, suggestion), (ProblemCode::NumberInTextColumn, None), "{format}");
        assert!(message.contains("leading zeros"), "{message}");
    }
}

#[test]
fn names_that_only_a_later_row_of_a_person_says_are_sent() {
    let plan = plan(
        "Email,First name,Last name,Role,IdP,Org\n\
         a@b.example,,,Customer,Account,Fabrikam\n\
         a@b.example,Ann,,Customer,Account,Fabrikam\n\
         a@b.example,Anna,Long,Customer,Account,Proseware\n\
         c@d.example,Cee,Dee,Customer,Account,Fabrikam\n",
    );
    assert_eq!(classes(&plan), [(2, "ready"), (3, "duplicate"), (4, "folded"), (5, "ready")]);
    let names = |sent: &PlannedInvitation| {
        (sent.invitation.first_name.clone().unwrap_or_default(), sent.invitation.last_name.clone())
    };
    let sent = sent(&plan);
    assert_eq!(names(&sent[0]), ("Ann".to_owned(), Some("Long".to_owned())));
    assert_eq!(sent[0].rows, [2, 4], "a row that only adds a name is no row of its own");
    assert_eq!(names(&sent[1]), ("Cee".to_owned(), Some("Dee".to_owned())));
}

#[test]
fn without_a_column_of_addresses_every_row_says_so() {
    let plan = plan("Role,Org\nCustomer,Fabrikam\nCustomer,Proseware\n");
    assert_eq!(codes(&plan, 2), ["missing-email"]);
    assert_eq!(codes(&plan, 3), ["missing-email"]);
}

#[test]
fn people_entered_by_hand_go_through_the_same_check() {
    let world = World::load();
    let role = world.reference.roles.iter().find(|role| role.name == "Customer").expect("a role");
    let organizations: Vec<_> = world
        .reference
        .organizations
        .iter()
        .filter(|one| one.name == "Contoso")
        .map(|one| one.id.clone())
        .collect();
    let people = [
        TypedPerson {
            email: " New.Person@contoso.example ".into(),
            first_name: "New".into(),
            role_id: Some(role.id.clone()),
            organization_ids: organizations.clone(),
            ..TypedPerson::default()
        },
        TypedPerson { email: "nobody".into(), ..TypedPerson::default() },
    ];
    let table = table_of_people(&people);
    let plan = check(
        &table,
        &mapping_of_people(),
        &Defaults::default(),
        &Decisions::default(),
        &world.reference,
        &world,
    );
    assert_eq!(classes(&plan), [(1, "ready"), (2, "problem")]);
    let invitation = &sent(&plan)[0].invitation;
    assert_eq!(invitation.email.as_typed(), "New.Person@contoso.example");
    assert_eq!(invitation.organization_ids, organizations, "two of one name are no riddle when chosen by id");
    assert_ne!(table.file.sha256, table_of_people(&people[..1]).file.sha256);
}

#[test]
fn the_person_may_correct_how_the_file_is_read() {
    let options = ReadOptions { header_row: Some(0), delimiter: Some(';'), ..ReadOptions::default() };
    let table = read(b"Email;Role\na@b.example;Customer\n", "x.csv", &options).expect("reads");
    assert_eq!((table.file.header_row, table.len()), (0, 2));
    let options = ReadOptions { header_row: Some(2), ..ReadOptions::default() };
    let problem =
        read(b"Email;Role\n\na@b.example;Customer\n", "x.csv", &options).expect_err("row 2 is blank");
    assert_eq!(problem.code.as_str(), "no-such-header-row");
}
