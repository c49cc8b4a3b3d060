//! Connections, refreshes and what is kept of them.
#![allow(missing_docs)]

mod common;

use common::*;
use rollcall_app::Secret;
use rollcall_app::contract::*;

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_platform_opens_without_any_account() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = open(folder.path()).await;
    assert_eq!(app.list_profiles().await.expect("profiles"), vec![], "nothing is there at first");
    let sample = app.open_sample().await.expect("the sample");
    let outcome = app.refresh(sample.id.clone()).await.expect("people");
    assert_eq!((outcome.people, outcome.complete), (33, true));
    let window = app
        .list_users(sample.id.clone(), UserQuery { search: "novak".into(), ..UserQuery::default() }, 0, 10)
        .await
        .expect("found");
    assert_eq!((window.total, window.matching, window.rows[0].name.as_str()), (33, 1, "Peter Novak"));
    assert!(
        window.rows[0].invitation.as_ref().is_some_and(|clock| clock.lapsed),
        "invited on 1 October: lapsed"
    );
    assert_eq!(app.list_profiles().await.expect("profiles").len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_of_a_connection_says_what_worked() {
    let desk = Desk::new().await;
    let report = desk.app.test_profile(desk.profile.clone()).await.expect("a report");
    assert!(report.ok, "{report:?}");
    let counts: Vec<(String, Option<u32>)> =
        report.steps.into_iter().map(|step| (step.name, step.count)).collect();
    assert!(
        counts.contains(&("Roles".into(), Some(15)))
            && counts.contains(&("Identity providers".into(), Some(5))),
        "{counts:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_secret_is_named_and_the_old_list_stays() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let wrong = ProfileDraft {
        id: Some(desk.profile.clone()),
        subscription_key: None,
        secret: Some(TypedSecret(Secret::new("wrong"))),
        ..draft(&desk.sandbox)
    };
    desk.app.save_profile(wrong).await.expect("kept");
    let refused = desk.app.refresh(desk.profile.clone()).await.expect_err("refused");
    assert_eq!(refused.code, ErrorCode::SignInRefused, "{refused:?}");
    let summary = desk.app.roster_summary(desk.profile.clone()).await.expect("a summary");
    assert_eq!(summary.people, 33, "the list from before is still there");
    assert_eq!(summary.last_failure.map(|failure| failure.sentence), Some(refused.message));
}

#[tokio::test(flavor = "multi_thread")]
async fn no_credential_is_written_to_any_file() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let info = desk.sandbox.info();
    let secrets = [info.subscription_key.clone(), info.client_secret.clone(), info.token.clone()];
    for path in files(desk.folder.path()) {
        let bytes = std::fs::read(&path).expect("a file");
        for secret in &secrets {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{} holds a credential", path.display());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_fetched_is_encrypted_and_needs_its_key() {
    let desk = Desk::new().await;
    desk.app.refresh(desk.profile.clone()).await.expect("a list");
    let address = b"anna.ozola@nordlys.example";
    for path in files(desk.folder.path()) {
        let bytes = std::fs::read(&path).expect("a file");
        assert!(
            !bytes.windows(address.len()).any(|window| window == address),
            "{} can be read",
            path.display()
        );
    }
    let options = rollcall_app::AppOptions {
        home: rollcall_app::Home::moved_to(desk.folder.path()).expect("the folder"),
        data_key: None,
        credentials: rollcall_app::GivenCredentials::default(),
        keychain: false,
        sample_people: 0,
    };
    let without = rollcall_app::App::open_with(options).await.expect("opens without a key");
    let refused = without.roster_summary(desk.profile.clone()).await.expect_err("it needs the key");
    assert_eq!(refused.code, ErrorCode::StorageKey, "{refused:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_base_url_without_encryption_is_refused_except_on_this_machine() {
    let desk = Desk::new().await;
    let plain =
        ProfileDraft { name: "Plain".into(), base_url: "http://api.example".into(), ..draft(&desk.sandbox) };
    assert_eq!(desk.app.save_profile(plain).await.expect_err("refused").code, ErrorCode::ProfileInvalid);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_removed_connection_is_gone_with_its_credentials() {
    let desk = Desk::new().await;
    desk.app.remove_profile(desk.profile.clone()).await.expect("removed");
    assert_eq!(desk.app.list_profiles().await.expect("profiles"), vec![]);
    assert_eq!(
        desk.app.refresh(desk.profile.clone()).await.expect_err("gone").code,
        ErrorCode::ProfileUnknown
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_cannot_be_reached_is_said_so() {
    let desk = Desk::new().await;
    let free = std::net::TcpListener::bind("127.0.0.1:0")
        .and_then(|listener| listener.local_addr())
        .expect("a free port");
    let nowhere =
        ProfileDraft { name: "Nowhere".into(), base_url: format!("http://{free}"), ..draft(&desk.sandbox) };
    let profile = desk.app.save_profile(nowhere).await.expect("kept").id;
    assert_eq!(
        desk.app.refresh(profile).await.expect_err("unreachable").code,
        ErrorCode::PlatformUnreachable
    );
}

fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}
