//! What is said of a description that can't be used, and of one that differs from the built-in one.

use crate::common::appxite;
use rollcall_core::{Asked, Asks};
use rollcall_platform::{Description, DescriptionError, FollowUp};

fn text() -> String {
    appxite().text()
}

fn scim() -> Description {
    Description::built_in("scim2").expect("the built-in description")
}

fn lines(error: &DescriptionError) -> Vec<u32> {
    error.problems.iter().map(|problem| problem.line.unwrap_or(0)).collect()
}

fn line_with(text: &str, start: &str) -> u32 {
    let at = text.lines().position(|line| line.starts_with(start)).expect("the line");
    u32::try_from(at + 1).expect("a small number")
}

#[test]
fn an_unknown_field_is_refused_with_its_line() {
    let text = text().replace("atomic = true", "atomic = true\natomik = false");
    let error = Description::from_toml(&text).expect_err("an unknown field");
    assert_eq!(lines(&error), [line_with(&text, "atomik")], "{error}");
    assert!(error.to_string().contains("atomik"), "{error}");
}

#[test]
fn every_mistake_of_an_override_is_told_with_its_line() {
    let text =
        "[calls.users]\npaht = \"/x\"\n[pace]\nper_minute = \"many\"\n[states]\nx = \"Gone\"\n[headers]\n";
    let error = appxite().overridden_by(text).expect_err("mistakes");
    assert_eq!(lines(&error), [2, 4, 6], "{error}");
    assert!(error.to_string().contains("`calls.users.paht`"), "{error}");
    let error = appxite().overridden_by("a = 1\nb = [\n").expect_err("no TOML");
    assert!(lines(&error)[0] >= 2, "{error}");
}

/// Lists that can't be asked for so, and the line that says it.
const WRONG_LISTS: [(&str, u32); 12] = [
    ("[calls.users]\nbody = '{}'", 2),
    ("[calls.users]\nmethod = 'POST'\nbody = '[]'", 3),
    ("[calls.users]\nmethod = 'POST'\nbody = '{'", 3),
    ("[calls.users]\nmethod = 'POST'\npath = '/api/v2/users/invite'", 3),
    ("[calls.users.paging]\nin_body = true", 2),
    ("[calls.users.paging]\n\nstyle = 'cursor'", 3),
    ("[calls.users.paging]\nnext = 'x'", 2),
    ("[calls.users.paging]\nstart = ''", 2),
    ("[calls.users]\nmethod = 'POST'\npaging.style = 'link'", 3),
    ("[documents]\ntexts = ['']", 2),
    ("[documents]\ntitles = ['api']", 2),
    ("[documents]\npaths = ['x']", 2),
];

#[test]
fn what_is_well_formed_and_makes_no_sense_is_told_with_its_line_too() {
    let wrong = [
        ("\n[calls.users]\npath = \"/a?b\"", 3),
        ("\n[calls.users.paging]\nmax = 5", 3),
        ("\n\nbatch_limit = 0", 3),
        ("[calls.invite]\nperson = '{ \"Email\": \"{mail}\" }'", 2),
        ("[calls.invite]\nbody = 'no'", 2),
        ("[calls.invite]\nbody = '\"{person}\"'", 2),
        ("[calls.invite]\nrefused_statuses = [409]", 2),
        ("batch_limit = 1\n[calls.invite]\nrefused_statuses = [500]", 3),
        ("[calls.invite]\nresults = 'Results'", 2),
        ("[headers]\nX-Who = '{who}'", 2),
        ("[headers]\n'X Who' = 'x'", 2),
        ("subscription_key_header = 'a b'", 1),
        ("[media]\naccept = ''", 2),
        ("[calls.user_by_email]\npath = '/x'", 1),
        ("batch_limit = 1\n[calls.invite.then]\nmethod = 'PUT'\npath = '/x'\nbody = '[\"{firstName}\"]'", 5),
        ("batch_limit = 1\n[calls.invite.then]\nmethod = 'PUT'\npath = '/x/{groupId}'\nbody = '{}'", 4),
    ];
    for (text, line) in wrong.into_iter().chain(WRONG_LISTS) {
        let error = appxite().overridden_by(text).expect_err(text);
        assert_eq!(lines(&error), [line], "{text}: {error}");
    }
}

#[test]
fn a_path_that_leaves_the_base_url_is_refused() {
    for path in ["//elsewhere.example/x", "https://elsewhere.example", "/a/../b", "/a?b=c", "users", ""] {
        let text = format!("[calls.users]\npath = {path:?}");
        assert!(appxite().overridden_by(&text).is_err(), "{path}");
    }
}

#[test]
fn a_whole_description_is_told_what_it_lacks() {
    let without = text().replace("path = \"/api/v2/roles\"", "").replace("batch_limit = 100", "");
    let error = Description::from_toml(&without).expect_err("it lacks two fields");
    assert_eq!(error.problems.len(), 2, "{error}");
    let path = error.problems.iter().find(|problem| problem.sentence.contains("calls.roles.path"));
    let line = path.and_then(|problem| problem.line);
    assert_eq!(line, Some(line_with(&without, "[calls.roles]")), "{error}");
    let error = Description::from_toml("format = 1").expect_err("it lacks nearly all");
    assert!(error.to_string().contains("[calls.invite]"), "{error}");
}

#[test]
fn a_newer_form_is_refused_and_nothing_else_is_said_of_it() {
    let error = appxite().overridden_by("unheard_of = true\nformat = 2").expect_err("a newer form");
    assert!(error.to_string().contains("form 2"), "{error}");
    assert_eq!(lines(&error), [2], "{error}");
    assert!(
        appxite().overridden_by("format = 1\npending_listed = false").is_ok(),
        "overrides may name their form"
    );
}

#[test]
fn what_an_override_changes_is_told_field_by_field_and_the_rest_is_written_the_same() {
    let base = appxite();
    let text = "pending_listed = false\n[calls.users.paging]\nsize = 7\n[headers]\napi-version = \"3.1\"";
    let changed = base.overridden_by(text).expect("overrides");
    let told: Vec<_> =
        changed.difference(&base).into_iter().map(|it| (it.field, it.before, it.after)).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        told,
        [
            ("pending_listed".to_owned(), some("true"), some("false")),
            ("headers.api-version".to_owned(), None, some("\"3.1\"")),
            ("calls.users.paging.size".to_owned(), some("200"), some("7")),
        ]
    );
    assert!(changed.values().contains(&("calls.users.paging.size".to_owned(), "7".to_owned())));
    let again =
        Description::from_toml(&changed.text()).unwrap_or_else(|error| panic!("{error}\n{}", changed.text()));
    assert_eq!(again.difference(&changed), [], "{}", changed.text());
}

#[test]
fn a_connection_is_asked_for_what_its_platform_needs_and_no_more() {
    let needs = appxite().needs();
    assert!(needs.subscription_key && needs.scope && needs.token_url);
    assert_eq!(needs.asks, Asks::default());
    let needs = scim().needs();
    assert!(!needs.subscription_key && !needs.scope && !needs.token_url);
    let (role, identity_provider, organizations) = (Asked::Maybe, Asked::Never, Asked::Never);
    assert_eq!(needs.asks, Asks { role, identity_provider, organizations });
    let headed = scim().overridden_by("[headers]\nX = '{id}'").expect("overrides");
    assert!(headed.needs().scope, "the header needs an id");
    let keyless = appxite().overridden_by("subscription_key_header = ''").expect("overrides");
    assert!(!keyless.needs().subscription_key, "an empty name takes the key away");
}

#[test]
fn what_follows_an_invitation_is_known_by_what_it_names() {
    assert_eq!(appxite().facts().follow_up, FollowUp::None);
    assert_eq!(scim().facts().follow_up, FollowUp::GivesRole);
    let other = "[calls.invite.then]\npath = \"/Users/{userId}/welcome\"\nbody = \"{}\"";
    assert_eq!(scim().overridden_by(other).expect("overrides").facts().follow_up, FollowUp::Other);
    let nothing = "[calls.invite.then]\npath = \"\"";
    assert_eq!(scim().overridden_by(nothing).expect("overrides").facts().follow_up, FollowUp::None);
}
