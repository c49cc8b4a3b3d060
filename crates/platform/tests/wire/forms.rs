//! What a description can say beyond paths and names: single results, statuses that refuse, headers, a call that follows.

use crate::common::{TOKEN, ann, appxite, client_credentials, connection, requests};
use rollcall_core::{Invitation, InviteResult, Observation, RoleId, Secret, UserId};
use rollcall_platform::{Connection, Description, Kind, Platform, Scope, SignIn};
use serde_json::{Value, json};
use wiremock::matchers::{body_json, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

fn scim() -> Description {
    Description::built_in("scim2").expect("the built-in description")
}

/// Without key and without ids: nothing of the kind is needed.
fn bare(server: &MockServer) -> Connection {
    let scope = Scope::Platform(Vec::new());
    Connection::new(server.uri(), scope, Secret::new(""), SignIn::Token(Secret::new(TOKEN)))
}

fn platform(server: &MockServer) -> Platform {
    Platform::new(scim(), bare(server)).expect("a platform")
}

async fn answers(server: &MockServer, verb: &str, at: &str, answer: ResponseTemplate) {
    Mock::given(method(verb)).and(path(at)).respond_with(answer).mount(server).await;
}

fn created() -> ResponseTemplate {
    ResponseTemplate::new(201).set_body_json(json!({
        "id": "u-1", "userName": "ann@contoso.example", "emails": [{ "value": "Ann@contoso.example" }]
    }))
}

async fn invite(platform: &Platform, person: Invitation) -> Observation {
    let people = [person];
    platform.invite(&people, platform.invite_body(&people)).await
}

fn invited() -> InviteResult {
    InviteResult::Invited { email: "Ann@contoso.example".to_owned(), user_id: Some(UserId("u-1".to_owned())) }
}

#[tokio::test]
async fn the_answer_may_be_the_person_and_the_role_is_given_after_it() {
    let server = MockServer::start().await;
    answers(&server, "POST", "/Users", created()).await;
    Mock::given(method("PATCH"))
        .and(path("/Groups/role-1"))
        .and(header("Content-Type", "application/scim+json"))
        .and(header("Authorization", format!("Bearer {TOKEN}").as_str()))
        .and(body_json(json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"],
            "Operations": [{ "op": "add", "path": "members", "value": [{ "value": "u-1" }] }]
        })))
        .respond_with(ResponseTemplate::new(204))
        .expect(1)
        .mount(&server)
        .await;
    let platform = platform(&server);
    assert_eq!(invite(&platform, ann()).await, Observation::Answered { results: vec![invited()] });
    let post = requests(&server).await.remove(0);
    assert_eq!(post.headers["content-type"], "application/scim+json");
    assert_eq!(post.headers["accept"], "application/scim+json, application/json;q=0.9");
    assert!(!post.headers.contains_key("ocp-apim-subscription-key"), "no key is needed, so none is sent");
}

#[tokio::test]
async fn without_a_role_nothing_follows() {
    let server = MockServer::start().await;
    answers(&server, "POST", "/Users", created()).await;
    let platform = platform(&server);
    let seen = invite(&platform, Invitation { role_id: None, ..ann() }).await;
    assert_eq!(seen, Observation::Answered { results: vec![invited()] });
    assert_eq!(requests(&server).await.len(), 1);
}

#[tokio::test]
async fn a_call_that_follows_is_made_again_and_the_invitation_never_is() {
    let server = MockServer::start().await;
    answers(&server, "POST", "/Users", created()).await;
    let busy = ResponseTemplate::new(503);
    Mock::given(method("PATCH")).respond_with(busy).up_to_n_times(1).mount(&server).await;
    answers(&server, "PATCH", "/Groups/role-1", ResponseTemplate::new(200)).await;
    let platform = platform(&server);
    assert_eq!(invite(&platform, ann()).await, Observation::Answered { results: vec![invited()] });
    let verbs: Vec<String> = requests(&server).await.iter().map(|one| one.method.to_string()).collect();
    assert_eq!(verbs, ["POST", "PATCH", "PATCH"]);
    assert_eq!(platform.posts_on_wire(), 1);
}

#[tokio::test]
async fn a_person_who_was_made_without_their_role_is_told_as_that() {
    let server = MockServer::start().await;
    answers(&server, "POST", "/Users", created()).await;
    let gone = ResponseTemplate::new(404).set_body_json(json!({ "detail": "Group 'role-1' not found" }));
    answers(&server, "PATCH", "/Groups/role-1", gone).await;
    let Observation::Answered { results } = invite(&platform(&server), ann()).await else {
        panic!("answered")
    };
    let [InviteResult::InvitedInPart { user_id, why, .. }] = results.as_slice() else {
        panic!("{results:?}")
    };
    assert_eq!(*user_id, Some(UserId("u-1".to_owned())));
    assert!(why.contains("Group 'role-1' not found"), "{why}");
}

#[tokio::test]
async fn an_id_of_a_role_never_leads_elsewhere() {
    let server = MockServer::start().await;
    answers(&server, "POST", "/Users", created()).await;
    answers(&server, "PATCH", "/Groups/a%2Fb%3Fc", ResponseTemplate::new(204)).await;
    let platform = platform(&server);
    let odd = |id: &str| Invitation { role_id: Some(RoleId(id.to_owned())), ..ann() };
    assert_eq!(invite(&platform, odd("a/b?c")).await, Observation::Answered { results: vec![invited()] });
    let Observation::Answered { results } = invite(&platform, odd("..")).await else { panic!("answered") };
    assert!(matches!(results.as_slice(), [InviteResult::InvitedInPart { .. }]), "{results:?}");
    assert_eq!(requests(&server).await.len(), 3, "nothing went out to the folder above");
}

#[tokio::test]
async fn a_status_may_refuse_the_one_person_and_others_stay_unclear() {
    let server = MockServer::start().await;
    let there = json!({ "scimType": "uniqueness", "detail": format!("In use by {TOKEN}"), "status": "409" });
    let refused = ResponseTemplate::new(409).set_body_json(there);
    Mock::given(method("POST")).respond_with(refused).up_to_n_times(1).mount(&server).await;
    answers(&server, "POST", "/Users", ResponseTemplate::new(422)).await;
    let platform = platform(&server);
    let seen = invite(&platform, ann()).await;
    let expected = InviteResult::Refused {
        email: "ann@contoso.example".to_owned(),
        code: "uniqueness".to_owned(),
        message: "In use by [redacted]".to_owned(),
    };
    assert_eq!(seen, Observation::Answered { results: vec![expected] });
    assert_eq!(invite(&platform, ann()).await, Observation::Unclear { status: 422 });
}

#[tokio::test]
async fn results_are_read_where_the_description_says() {
    let server = MockServer::start().await;
    let body = json!({ "Results": [], "made": { "all": [{ "Email": "ann@contoso.example", "Status": "Invited" }] } });
    answers(&server, "POST", "/api/v2/users/invite", ResponseTemplate::new(200).set_body_json(body)).await;
    let at = |pointer: &str| {
        let text = format!("[calls.invite]\nresults = {pointer:?}");
        let description = appxite().overridden_by(&text).expect("an override");
        Platform::new(description, connection(&server.uri())).expect("a platform")
    };
    let Observation::Answered { results } = invite(&at("/made/all"), ann()).await else { panic!("answered") };
    assert!(matches!(results.as_slice(), [InviteResult::Invited { .. }]), "{results:?}");
    let seen = invite(&at("/made/none"), ann()).await;
    assert!(matches!(seen, Observation::Unreadable { .. }), "{seen:?}");
}

#[tokio::test]
async fn a_header_carries_what_the_connection_says_and_nothing_is_sent_without_it() {
    let server = MockServer::start().await;
    answers(&server, "GET", "/api/v2/roles", ResponseTemplate::new(200).set_body_json(json!([]))).await;
    let text = "[headers]\nX-On-Behalf-Of = '{id}'\nReferer = '{baseUrl}/'\nX-Client = 'c {clientId}'";
    let description = appxite().overridden_by(text).expect("an override");
    answers(
        &server,
        "POST",
        "/oauth/token",
        ResponseTemplate::new(200).set_body_json(json!({ "access_token": "t", "token_type": "Bearer" })),
    )
    .await;
    let platform = Platform::new(description.clone(), client_credentials(&server.uri())).expect("a platform");
    platform.roles().await.expect("roles");
    let asked = requests(&server).await.pop().expect("a request");
    assert_eq!(asked.headers["x-on-behalf-of"], "p-1");
    assert_eq!(asked.headers["referer"], format!("{}/", server.uri()).as_str());
    assert_eq!(asked.headers["x-client"], "c client-7");
    let without = Platform::new(description, connection(&server.uri())).expect_err("no client id");
    assert_eq!(without.kind, Kind::Configuration);
    assert!(without.sentence.contains("x-client") || without.sentence.contains("X-Client"), "{without}");
}

#[tokio::test]
async fn one_person_is_looked_up_by_address() {
    let server = MockServer::start().await;
    let user = json!({ "id": "u-1", "userName": "ann", "emails": [{ "value": "ann@contoso.example" }], "active": false });
    let found = json!({ "totalResults": 1, "Resources": [user] });
    Mock::given(path("/Users"))
        .and(query_param("filter", "userName eq \"ann\\\"@contoso.example\""))
        .respond_with(ResponseTemplate::new(200).set_body_json(found))
        .expect(1)
        .mount(&server)
        .await;
    answers(&server, "GET", "/Users", ResponseTemplate::new(200).set_body_json(json!({ "totalResults": 0 })))
        .await;
    let platform = platform(&server);
    let users = platform.look_up("ann\"@contoso.example").await.expect("an answer").expect("there is a call");
    assert_eq!((users.len(), users[0].email.as_str()), (1, "ann@contoso.example"));
    assert_eq!(users[0].state, rollcall_core::AccountState::Blocked);
    assert_eq!(platform.look_up("bob@contoso.example").await.expect("an answer"), Some(Vec::new()));
    let other = Platform::new(appxite(), connection(&server.uri())).expect("a platform");
    assert_eq!(other.look_up("ann@contoso.example").await.expect("nothing is asked"), None);
}

#[tokio::test]
async fn people_hold_the_roles_that_list_them_and_those_that_they_list() {
    let server = MockServer::start().await;
    let groups: Value = json!({ "totalResults": 2, "Resources": [
        { "id": "g-1", "displayName": "One", "members": [{ "value": "u-1" }, { "value": "u-2" }] },
        { "id": "g-2", "displayName": "Two", "members": [{ "value": "u-1" }] }
    ] });
    let users = json!({ "totalResults": 3, "Resources": [
        { "id": "u-1", "userName": "a@x.example", "groups": [{ "value": "g-2" }] },
        { "id": "u-2", "userName": "b@x.example", "active": true },
        { "id": "u-3", "userName": "c@x.example", "name": { "givenName": "C" } }
    ] });
    answers(&server, "GET", "/Groups", ResponseTemplate::new(200).set_body_json(groups)).await;
    answers(&server, "GET", "/Users", ResponseTemplate::new(200).set_body_json(users)).await;
    let platform = platform(&server);
    let mut scan = platform.scan_users();
    let page = scan.next().await.expect("a page").expect("people");
    let held: Vec<Vec<&str>> =
        page.users.iter().map(|user| user.role_ids.iter().map(RoleId::as_str).collect()).collect();
    assert_eq!(held, [vec!["g-2", "g-1"], vec!["g-1"], vec![]]);
    assert_eq!(page.users[2].first_name, "C");
    assert_eq!(page.users[2].state, rollcall_core::AccountState::Active, "nothing is said against it");
    assert!(scan.finish().await.expect("an end").complete);
    assert_eq!(platform.identity_providers().await.expect("no call"), vec![]);
    assert_eq!(platform.organizations().await.expect("no call"), None);
}
