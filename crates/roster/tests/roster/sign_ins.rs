//! How the people of a list sign in.

use rollcall_core::{AccountState, User};
use rollcall_roster::{Committed, Reference, RefreshFacts, Roster};
use serde_json::Map;

fn user(email: &str, provider: Option<&str>, state: AccountState, organizations: &[&str]) -> User {
    User {
        id: email.into(),
        email: email.into(),
        first_name: String::new(),
        last_name: String::new(),
        state,
        created_at: None,
        accessibility: None,
        role_ids: vec![],
        identity_provider_id: provider.map(Into::into),
        external_id: None,
        organization_ids: organizations.iter().map(|id| (*id).into()).collect(),
        other: Map::new(),
        raw: None,
    }
}

fn refresh(roster: &Roster, users: &[User]) {
    let mut refresh = roster.begin_refresh().expect("begun");
    refresh.add(users.to_vec()).expect("staged");
    let reference = Reference { roles: vec![], identity_providers: vec![], organizations: None };
    let facts = RefreshFacts {
        fetched_at: "2026-11-23T08:00:00Z".parse().expect("a time"),
        complete: true,
        subject: None,
        scope: "x".into(),
    };
    let committed = refresh.commit(reference, facts).expect("written");
    assert!(matches!(committed, Committed::Taken(_)), "the list is held");
}

#[test]
fn only_active_people_say_how_a_domain_and_an_organization_sign_in() {
    use AccountState::{Active, Blocked, New};
    let folder = tempfile::tempdir().expect("a folder");
    let roster = Roster::open(&folder.path().join("roster.db"), None).expect("a roster");
    assert!(roster.sign_ins().expect("counted").by_domain.is_empty(), "before the first list");
    refresh(
        &roster,
        &[
            user("ann@Contoso.example", Some("waad"), Active, &["o1", "o2"]),
            user("bob@contoso.example", Some("waad"), Active, &["o1"]),
            user("cid@contoso.example", Some("auth0"), Active, &["o1"]),
            user("dan@contoso.example", Some("google"), New, &["o1"]),
            user("eva@contoso.example", Some("google"), Blocked, &["o1"]),
            user("fay@contoso.example", None, Active, &["o1"]),
        ],
    );
    let counted = roster.sign_ins().expect("counted");
    let of_domain = &counted.by_domain["contoso.example"];
    assert_eq!((of_domain.len(), of_domain[&"waad".into()], of_domain[&"auth0".into()]), (2, 2, 1));
    assert_eq!(counted.by_organization[&"o1".into()][&"waad".into()], 2);
    assert_eq!(counted.by_organization[&"o2".into()].len(), 1);
    let several = ["ann@Contoso.example", "bob@contoso.example", "cid@contoso.example"];
    refresh(&roster, &several.map(|email| user(email, Some("google"), Active, &["o1"])));
    let newer = roster.sign_ins().expect("counted anew");
    assert_eq!(newer.by_domain["contoso.example"].len(), 1, "another list, other counts");
}
