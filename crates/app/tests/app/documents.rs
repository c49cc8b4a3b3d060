//! From a document to a connection that works, and a real record beside Rollcall's fields.

use crate::common::*;
use rollcall_app::contract::*;
use std::path::{Path, PathBuf};

fn testdata(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../testdata/openapi")).join(name)
}

/// The built-in description with everything wrong that the sample platform's document can put right.
fn all_wrong() -> String {
    let right = look("appxite").text;
    let changes = [
        ("\"/api/v2", "\"/nowhere"),
        ("Ocp-Apim-Subscription-Key", "X-Wrong"),
        (
            "page = \"page\", page_size = \"pageSize\", first = 1",
            "page = \"p\", page_size = \"s\", first = 3",
        ),
        ("platform = \"platformId\", customer = \"customerId\"", "platform = \"x\", customer = \"y\""),
        ("\"Users\":", "\"Folk\":"),
        ("\"GroupId\": \"{roleId}\"", "\"Badge\": \"{roleId}\""),
        ("invited = [\"Invited\"]", "invited = [\"Nope\"]"),
        ("[\"Id\", \"UserId\"]", "[\"nope1\"]"),
        ("email = [\"Email\", \"EmailAddress\", \"Mail\"]", "email = [\"nope2\"]"),
        ("name = [\"Name\", \"DisplayName\", \"Title\"]", "name = [\"nope3\"]"),
        ("state = [\"AccountState\", \"State\", \"Status\", \"AccountStatus\"]", "state = [\"nope4\"]"),
        ("lists = [\"Items\"", "lists = [\"Nope\""),
        ("totals = [\"TotalCount\"", "totals = [\"Nope\""),
    ];
    changes.into_iter().fold(right, |text, (from, to)| {
        assert!(text.contains(from), "{from} is not in the built-in description");
        text.replace(from, to)
    })
}

fn look(name: &str) -> DescriptionView {
    let choice = DescriptionChoice { base: name.into(), ..DescriptionChoice::default() };
    match rollcall_app::look_at_description(&choice).expect("known") {
        DescriptionAnswer::Good(view) => *view,
        DescriptionAnswer::Bad(problems) => panic!("{problems:?}"),
    }
}

async fn keep(desk: &Desk, description: DescriptionChoice) {
    let changed = ProfileDraft { id: Some(desk.profile.clone()), description, ..draft(&desk.sandbox) };
    desk.app.save_profile(changed).await.expect("kept");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_platforms_document_puts_a_description_right_that_is_wrong_in_everything() {
    let desk = Desk::quick().await;
    let own = Some(all_wrong());
    keep(&desk, DescriptionChoice { own: own.clone(), ..DescriptionChoice::default() }).await;
    desk.app.refresh(desk.profile.clone()).await.expect_err("nothing is where it says");
    let document =
        rollcall_openapi::Document::read(rollcall_sandbox::Sandbox::openapi().to_string().as_bytes());
    let wrong = all_wrong().parse().expect("TOML");
    let overrides = document.expect("a document").propose(&wrong, &[]).overrides;
    keep(&desk, DescriptionChoice { own, overrides, ..DescriptionChoice::default() }).await;
    let outcome = desk.app.refresh(desk.profile.clone()).await.expect("people");
    assert_eq!((outcome.people, outcome.complete), (33, true));
    let draft = desk.people(&["new.person@contoso.example"]).await;
    desk.check(&draft).await;
    let run = desk.start(&draft).await;
    desk.rest(&run).await;
    assert_eq!(desk.invited(), ["new.person@contoso.example"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_document_is_understood_by_what_it_holds_and_asked_again_with_a_persons_word() {
    let desk = Desk::new().await;
    let offer = desk.app.offer_file(&testdata("apim-directory.yaml"));
    let document = desk.app.read_connection_document(offer.token.clone()).await.expect("understood");
    let ConnectionDocument::Openapi(proposal) = document else { panic!("{document:?}") };
    assert_eq!((proposal.title.as_str(), proposal.form.as_str()), ("Directory", "OpenAPI 3.0.1, YAML"));
    let none = OperationChoice { call: ApiCall::Invite, operation: None };
    let without =
        desk.app.propose_operations(offer.token.clone(), vec![none], None).await.expect("understood");
    let invite = without.operations.iter().find(|one| one.call == ApiCall::Invite).expect("told");
    assert!(invite.required && invite.chosen.is_none() && !invite.candidates.is_empty(), "{invite:?}");
    assert!(!without.overrides.contains("[calls.invite]"), "{}", without.overrides);
    let other =
        desk.app.propose_operations(offer.token, vec![], Some("scim2".into())).await.expect("understood");
    assert_eq!((other.kind.name.as_str(), other.kind.by_person), ("scim2", true));
    let unknown = desk.app.read_connection_document("nothing".into()).await.expect_err("never offered");
    assert_eq!(unknown.code, ErrorCode::FileGone);
}

fn field<'m>(matched: &'m RecordMatch, name: &str) -> &'m FieldMatch {
    matched.fields.iter().find(|field| field.field == name).expect("the field")
}

async fn overrides(desk: &Desk) -> String {
    desk.app.list_profiles().await.expect("profiles")[0].description.overrides.clone()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_word_on_a_field_is_kept_read_at_once_and_taken_back() {
    let desk = Desk::new().await;
    keep(
        &desk,
        DescriptionChoice { overrides: "# mine\nbatch_limit = 7\n".into(), ..DescriptionChoice::default() },
    )
    .await;
    let first = desk.app.record_match(desk.profile.clone(), ApiCall::Users).await.expect("a record");
    let (email, last) = (field(&first, "email").clone(), field(&first, "last_name").clone());
    assert_eq!((email.at.as_deref(), email.required), (Some("/Email"), true));
    assert!(
        email.value.is_some_and(|address| first
            .values
            .iter()
            .any(|one| one.at == "/Email" && one.example == address))
    );
    let place = |at: Option<&str>| vec![FieldPlace { field: "first_name".into(), at: at.map(Into::into) }];
    let changed = desk.app.match_fields(desk.profile.clone(), ApiCall::Users, place(Some("/LastName"))).await;
    let changed = changed.expect("matched");
    assert_eq!(
        (&field(&changed, "first_name").value, field(&changed, "first_name").at.as_deref()),
        (&last.value, Some("/LastName"))
    );
    let kept = overrides(&desk).await;
    assert!(
        kept.starts_with("# mine\nbatch_limit = 7\n") && kept.contains("first_name = [\"LastName\"]"),
        "{kept}"
    );
    let back =
        desk.app.match_fields(desk.profile.clone(), ApiCall::Users, place(None)).await.expect("matched");
    assert_eq!(field(&back, "first_name").at.as_deref(), Some("/FirstName"));
    assert_eq!(overrides(&desk).await, "# mine\nbatch_limit = 7\n");
}

#[tokio::test(flavor = "multi_thread")]
async fn each_list_has_a_record_and_the_invitation_has_none() {
    let desk = Desk::new().await;
    for call in [ApiCall::Users, ApiCall::Roles, ApiCall::IdentityProviders, ApiCall::Organizations] {
        let matched = desk.app.record_match(desk.profile.clone(), call).await.expect("a record");
        assert!(field(&matched, "id").value.is_some() && !matched.record.is_empty(), "{matched:?}");
    }
    let refused = desk.app.record_match(desk.profile.clone(), ApiCall::Invite).await.expect_err("no list");
    assert_eq!(refused.code, ErrorCode::BadRequest);
    let sample = desk.app.open_sample().await.expect("the sample").id;
    let refused = desk.app.match_fields(sample, ApiCall::Users, vec![]).await.expect_err("it is built in");
    assert_eq!(refused.code, ErrorCode::BadRequest);
}
