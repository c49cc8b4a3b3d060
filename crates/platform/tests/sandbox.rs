//! The client against the sample platform, with which it shares no code.

use rollcall_core::{
    AccountState, EmailAddress, Invitation, InviteResult, Observation, Organization, Secret, User,
};
use rollcall_platform::{Connection, Description, Kind, Platform, ScanEnd, Scope, SignIn};
use rollcall_sandbox::{Endpoint, Fault, FaultPlan, Options, Rule, Sandbox, Then, When};
use std::time::Duration;

async fn sandbox(users: u32) -> Sandbox {
    rollcall_sandbox::start(Options { users, ..Options::default() }).await.expect("the sample platform")
}

fn connection(sandbox: &Sandbox) -> Connection {
    let info = sandbox.info();
    let sign_in = SignIn::ClientCredentials {
        token_url: info.token_url.clone(),
        client_id: info.client_id.clone(),
        client_secret: Secret::new(&info.client_secret),
        audience: None,
        scope: None,
    };
    let scope = Scope::Platform(vec![info.platform_id.clone()]);
    Connection::new(&info.base_url, scope, Secret::new(&info.subscription_key), sign_in)
}

fn platform(connection: Connection) -> Platform {
    let description = Description::built_in("appxite").expect("the built-in description");
    Platform::new(description, connection).expect("a platform")
}

async fn scan(platform: &Platform) -> (Vec<User>, ScanEnd) {
    let (mut scan, mut users) = (platform.scan_users(), Vec::new());
    while let Some(page) = scan.next().await.expect("a page") {
        users.extend(page.users);
    }
    (users, scan.finish().await.expect("an end"))
}

fn befalls(endpoint: Endpoint, nth: &[u64], fault: Fault) -> FaultPlan {
    let when = When { endpoint: Some(endpoint), nth: nth.to_vec(), ..When::default() };
    FaultPlan { rules: vec![Rule { when, fault }], ..FaultPlan::default() }
}

/// An invitation of the Customer role to the first customer organization.
async fn invitation(platform: &Platform, email: &str) -> Invitation {
    let roles = platform.roles().await.expect("roles");
    let role = roles.iter().find(|role| role.name == "Customer").expect("the Customer role");
    let customer = customers(platform).await.into_iter().next().expect("a customer");
    Invitation {
        email: EmailAddress::parse(email).expect("an address"),
        first_name: Some("Ieva".to_owned()),
        last_name: None,
        role_id: Some(role.id.clone()),
        identity_provider_id: None,
        organization_ids: vec![customer.id],
    }
}

async fn invited(platform: &Platform, people: &[Invitation]) -> Observation {
    platform.invite(people, platform.invite_body(people)).await
}

async fn customers(platform: &Platform) -> Vec<Organization> {
    let all = platform.organizations().await.expect("an answer").expect("a list");
    all.into_iter().filter(|one| one.kind.as_deref() == Some("Customer")).collect()
}

#[tokio::test]
async fn the_three_lists_and_the_organizations_are_the_worlds() {
    let sandbox = sandbox(0).await;
    let platform = platform(connection(&sandbox));
    let roles = platform.roles().await.expect("roles");
    assert_eq!(roles.len(), 15);
    assert!(roles.iter().any(|role| role.name == "Customer" && role.weight == Some(10)), "{roles:?}");
    let providers = platform.identity_providers().await.expect("providers");
    assert_eq!(providers.len(), 5);
    let off: Vec<&str> = providers.iter().filter(|one| !one.enabled).map(|one| one.name.as_str()).collect();
    assert_eq!(off, ["Legacy ADFS"]);
    assert!(providers.iter().any(|one| one.prefix.as_deref() == Some("waad")), "{providers:?}");
    assert_eq!(platform.organizations().await.expect("an answer").expect("a list").len(), 29);
    let (users, end) = scan(&platform).await;
    assert_eq!((users.len(), end.complete), (13, true), "{end:?}");
    let anna = users.iter().find(|user| user.email == "anna.ozola@nordlys.example").expect("Anna");
    assert_eq!((anna.first_name.as_str(), &anna.state), ("Anna", &AccountState::Active));
    assert_eq!(anna.created_at.as_deref(), Some("2023-02-11T08:14:00Z"));
    assert!(anna.other.is_empty(), "every field of the contract has a name here: {:?}", anna.other);
}

#[tokio::test]
async fn thousands_are_read_whole_through_a_rate_limit_a_failure_and_a_reset() {
    let sandbox = sandbox(2400).await;
    let limit = Rule { when: When::default(), fault: Fault::RateLimit { calls: 8, per_seconds: 1 } };
    let mut plan = befalls(Endpoint::Users, &[3], Fault::StatusBefore { status: 502, retry_after: None });
    plan.rules.extend(befalls(Endpoint::Users, &[6], Fault::ResetBefore).rules);
    plan.rules.extend(befalls(Endpoint::Users, &[9], Fault::CutAnswer).rules);
    plan.rules.push(limit);
    sandbox.set_faults(plan);
    let (users, end) = scan(&platform(connection(&sandbox))).await;
    assert_eq!((users.len(), end.complete), (2413, true), "{end:?}");
}

#[tokio::test]
async fn the_users_of_customers_are_merged() {
    let sandbox = sandbox(300).await;
    let whole = platform(connection(&sandbox));
    let (everybody, _) = scan(&whole).await;
    let two: Vec<_> = customers(&whole).await.into_iter().take(2).map(|one| one.id).collect();
    let scope = Scope::Customers(two.iter().map(|id| id.as_str().to_owned()).collect());
    let (users, end) = scan(&platform(Connection { scope, ..connection(&sandbox) })).await;
    let belongs = |user: &&User| user.organization_ids.iter().any(|id| two.contains(id));
    let mut expected: Vec<_> = everybody.iter().filter(belongs).map(|user| user.id.clone()).collect();
    let mut found: Vec<_> = users.iter().map(|user| user.id.clone()).collect();
    expected.sort();
    found.sort();
    assert!(end.complete, "{end:?}");
    assert_eq!(found, expected);
}

#[tokio::test]
async fn an_invitation_is_one_effect_and_the_body_is_the_one_shown() {
    let sandbox = sandbox(0).await;
    let platform = platform(connection(&sandbox));
    let person = invitation(&platform, "Ieva.Jansone@contoso.example").await;
    let mut wrong = person.clone();
    wrong.role_id = Some("no-such-role".into());
    wrong.email = EmailAddress::parse("other@contoso.example").expect("an address");
    let Observation::Answered { results } = invited(&platform, &[person, wrong]).await else {
        panic!("an answer")
    };
    assert_eq!(results.len(), 2, "{results:?}");
    for result in &results {
        match result {
            InviteResult::Invited { email, user_id } => {
                assert_eq!(email, "Ieva.Jansone@contoso.example");
                assert!(user_id.is_some());
            }
            InviteResult::Refused { email, code, .. } => {
                assert_eq!((email.as_str(), code.as_str()), ("other@contoso.example", "UnknownRole"));
            }
            InviteResult::InvitedInPart { .. } | InviteResult::Unclear { .. } => panic!("{result:?}"),
        }
    }
    let truth = sandbox.ground_truth();
    assert_eq!((truth.posts, platform.posts_on_wire()), (1, 1));
    let effects: Vec<&str> = truth.effects.iter().map(|effect| effect.email.as_str()).collect();
    assert_eq!(effects, ["Ieva.Jansone@contoso.example"]);
    let (users, _) = scan(&platform).await;
    let ieva =
        users.iter().find(|user| user.email == "Ieva.Jansone@contoso.example").expect("listed at once");
    assert_eq!(ieva.state, AccountState::New);
}

#[tokio::test]
async fn each_fault_is_observed_as_what_it_is_and_sent_once() {
    let sandbox = sandbox(0).await;
    let platform = platform(connection(&sandbox));
    let person = invitation(&platform, "ieva.jansone@contoso.example").await;
    let unclear = |status| move |seen: &Observation| *seen == Observation::Unclear { status };
    type Check = Box<dyn Fn(&Observation) -> bool>;
    let cases: Vec<(Fault, Check)> = vec![
        (Fault::StatusBefore { status: 502, retry_after: None }, Box::new(unclear(502))),
        (Fault::StatusAfter { status: 504, retry_after: None }, Box::new(unclear(504))),
        (Fault::ResetBefore, Box::new(|seen| matches!(seen, Observation::NoAnswer { .. }))),
        (Fault::ResetAfter, Box::new(|seen| matches!(seen, Observation::NoAnswer { .. }))),
        (Fault::CutAnswer, Box::new(|seen| matches!(seen, Observation::Unreadable { .. }))),
        (Fault::TokenExpires, Box::new(|seen| *seen == Observation::TokenRefused)),
        (
            Fault::RateLimit { calls: 0, per_seconds: 5 },
            Box::new(|seen| matches!(seen, Observation::RateLimited { retry_after: Some(_) })),
        ),
        (
            Fault::Quota { calls: 0, replenished_in_seconds: 9 },
            Box::new(|seen| matches!(seen, Observation::QuotaUsedUp { retry_after: Some(_) })),
        ),
        (
            Fault::ResultsMissing { count: 1 },
            Box::new(|seen| *seen == Observation::Answered { results: vec![] }),
        ),
        (
            Fault::ResultsExtra { count: 2 },
            Box::new(|seen| matches!(seen, Observation::Answered { results } if results.len() == 3)),
        ),
        (Fault::EffectLate { ms: 1, then: Then::Status(504) }, Box::new(unclear(504))),
    ];
    for (count, (fault, is_right)) in (1..).zip(cases) {
        sandbox.set_faults(befalls(Endpoint::Invite, &[1], fault.clone()));
        let seen = invited(&platform, std::slice::from_ref(&person)).await;
        assert!(is_right(&seen), "{fault:?} was seen as {seen:?}");
        assert_eq!((sandbox.ground_truth().posts, platform.posts_on_wire()), (count, count), "{fault:?}");
        if seen == Observation::TokenRefused {
            platform.renew_token().await.expect("a new token");
        }
    }
}

#[tokio::test]
async fn a_slow_platform_is_no_answer_once_the_time_is_up() {
    let sandbox = sandbox(0).await;
    let person = invitation(&platform(connection(&sandbox)), "ieva.jansone@contoso.example").await;
    let slow = Fault::Latency { min_ms: 60_000, max_ms: 60_000, after: true };
    sandbox.set_faults(befalls(Endpoint::Invite, &[1], slow));
    let hurried = platform(Connection { post_timeout: Duration::from_millis(500), ..connection(&sandbox) });
    let seen = invited(&hurried, &[person]).await;
    assert!(matches!(seen, Observation::NoAnswer { .. }), "{seen:?}");
}

#[tokio::test]
async fn wrong_credentials_are_told_apart() {
    let sandbox = sandbox(0).await;
    let good = connection(&sandbox);
    let wrong_key = Connection { subscription_key: Secret::new("wrong"), ..good.clone() };
    let no_key = Connection { subscription_key: Secret::new(""), ..good.clone() };
    for connection in [wrong_key, no_key] {
        let platform = platform(connection);
        assert_eq!(platform.roles().await.expect_err("the key").kind, Kind::KeyRefused);
        let seen = platform.invite(&[], b"{\"Users\":[]}".to_vec()).await;
        assert!(
            matches!(&seen, Observation::KeyRefused { message } if message.contains("subscription key")),
            "{seen:?}"
        );
    }
    let wrong_token = platform(Connection { sign_in: SignIn::Token(Secret::new("wrong")), ..good.clone() });
    assert_eq!(wrong_token.roles().await.expect_err("the token").kind, Kind::TokenRefused);
    assert_eq!(wrong_token.invite(&[], b"{\"Users\":[]}".to_vec()).await, Observation::TokenRefused);
    let mut wrong_secret = good;
    if let SignIn::ClientCredentials { client_secret, .. } = &mut wrong_secret.sign_in {
        *client_secret = Secret::new("wrong");
    }
    assert_eq!(platform(wrong_secret).roles().await.expect_err("the secret").kind, Kind::TokenRefused);
}

#[tokio::test]
async fn a_body_that_is_no_body_is_a_bad_request() {
    let sandbox = sandbox(0).await;
    let platform = platform(connection(&sandbox));
    let seen = platform.invite(&[], b"{\"Users\": 5}".to_vec()).await;
    assert!(
        matches!(&seen, Observation::BadRequest { atomic: true, message } if !message.is_empty()),
        "{seen:?}"
    );
    assert!(sandbox.ground_truth().effects.is_empty());
}

#[tokio::test]
async fn an_expiring_token_is_renewed_while_a_list_is_read() {
    let sandbox = sandbox(2400).await;
    // Four pages are under way at once, and each is asked for again: the second time must meet none of these.
    sandbox.set_faults(befalls(Endpoint::Users, &[2, 13], Fault::TokenExpires));
    let (users, end) = scan(&platform(connection(&sandbox))).await;
    assert_eq!((users.len(), end.complete), (2413, true), "{end:?}");
}

#[tokio::test]
async fn somebody_who_appears_during_the_reading_makes_the_list_incomplete() {
    let sandbox = sandbox(600).await;
    let platform = platform(connection(&sandbox));
    let person = invitation(&platform, "ieva.jansone@contoso.example").await;
    let mut scan = platform.scan_users();
    scan.next().await.expect("a page").expect("people");
    invited(&platform, &[person]).await;
    while scan.next().await.expect("a page").is_some() {}
    let end = scan.finish().await.expect("an end");
    assert!(!end.complete, "{end:?}");
}

#[tokio::test]
async fn the_token_url_is_the_descriptions_where_the_profile_names_none() {
    let sandbox = sandbox(0).await;
    let mut connection = connection(&sandbox);
    if let SignIn::ClientCredentials { token_url, .. } = &mut connection.sign_in {
        token_url.clear();
    }
    assert_eq!(platform(connection).roles().await.expect("roles").len(), 15);
}
