//! Connections, refreshes and what is kept of them.

use crate::common::*;
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
    let mut events = desk.app.events();
    let report = desk.app.test_profile(desk.profile.clone()).await.expect("a report");
    assert!(report.ok, "{report:?}");
    for step in &report.steps {
        let progress = DoctorProgress { profile: desk.profile.clone(), step: step.clone() };
        assert_eq!(events.next().await, Some(AppEvent::Examined(progress)), "each step is told as it ends");
    }
    assert!(!report.text.is_empty() && !report.text.contains("://"), "{}", report.text);
    let counts: Vec<(String, Option<u32>)> =
        report.steps.into_iter().map(|step| (step.title, step.count)).collect();
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
        reading: rollcall_app::Reading::Here,
        keep_drafts: true,
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
async fn credentials_go_only_to_the_server_that_they_were_entered_for() {
    let desk = Desk::new().await;
    let elsewhere = "http://127.0.0.1:1";
    let edited = || ProfileDraft { id: Some(desk.profile.clone()), ..draft(&desk.sandbox) };
    let nothing_entered =
        ProfileDraft { base_url: elsewhere.into(), subscription_key: None, secret: None, ..edited() };
    let only_the_key = ProfileDraft { base_url: elsewhere.into(), secret: None, ..edited() };
    let SignIn::ClientCredentials { client_id, audience, scope, .. } = edited().sign_in else {
        panic!("the draft signs in with client credentials")
    };
    let asks_elsewhere =
        SignIn::ClientCredentials { token_url: format!("{elsewhere}/token"), client_id, audience, scope };
    let tokens_elsewhere = ProfileDraft { sign_in: asks_elsewhere.clone(), secret: None, ..edited() };
    for draft in [nothing_entered, only_the_key, tokens_elsewhere] {
        let refused = desk.app.save_profile(draft).await.expect_err("a kept credential would go elsewhere");
        assert_eq!(refused.code, ErrorCode::ProfileInvalid, "{refused:?}");
    }
    desk.app.refresh(desk.profile.clone()).await.expect("the connection is as it was");
    let another_path = format!("{}/", desk.sandbox.info().base_url);
    for draft in [
        ProfileDraft { base_url: another_path, subscription_key: None, secret: None, ..edited() },
        ProfileDraft { sign_in: asks_elsewhere, subscription_key: None, ..edited() },
        ProfileDraft { base_url: elsewhere.into(), ..edited() },
    ] {
        desk.app.save_profile(draft).await.expect("nothing goes where it was not entered for");
    }
}

fn through(url: &str, user: Option<&str>) -> Network {
    let proxy = Proxy::Manual { url: url.into(), user: user.map(Into::into) };
    Network { proxy, ..Network::default() }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_password_for_a_proxy_goes_to_no_other_proxy() {
    let desk = Desk::new().await;
    let edited = |network: Network, password: Option<&str>| ProfileDraft {
        id: Some(desk.profile.clone()),
        network,
        proxy_password: password.map(|word| TypedSecret(Secret::new(word))),
        ..draft(&desk.sandbox)
    };
    let (one, other) = ("proxy.example:3128", "http://other.example:3128");
    let save = async |network, password| desk.app.save_profile(edited(network, password)).await;
    let kept = save(through(one, Some("analyst")), Some("hunter2")).await.expect("kept");
    assert_eq!(kept.proxy_password, CredentialState::Session);
    let refused = save(through(other, Some("analyst")), None).await.expect_err("it would go elsewhere");
    assert_eq!(refused.code, ErrorCode::ProfileInvalid, "{refused:?}");
    save(through("http://proxy.example:3128/", Some("colleague")), None).await.expect("the same proxy");
    let without = save(through(other, None), None).await.expect("nothing is sent to it");
    assert_eq!(without.proxy_password, CredentialState::Missing, "what nobody needs is forgotten");
    let anew = save(through(other, Some("analyst")), None).await.expect("kept, and lacks a password");
    assert_eq!(anew.proxy_password, CredentialState::Missing);
    let lacking = desk.app.test_profile(desk.profile.clone()).await.expect_err("it needs the password");
    assert_eq!(lacking.code, ErrorCode::CredentialsMissing, "{lacking:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_network_that_can_not_be_used_is_refused_when_it_is_entered() {
    let desk = Desk::new().await;
    let named = |network| ProfileDraft { name: "Other".into(), network, ..draft(&desk.sandbox) };
    let https = |network| ProfileDraft { base_url: "https://api.example".into(), ..named(network) };
    let broken = Network { extra_authorities: Some("no certificate".into()), ..Network::default() };
    for refused in [named(through("socks5://proxy.example", None)), named(through("", None)), https(broken)] {
        let refused = desk.app.save_profile(refused).await.expect_err("refused");
        assert_eq!(refused.code, ErrorCode::ProfileInvalid, "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_platform_tells_other_accounts_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let app = open(folder.path()).await;
    let sample = app.open_sample().await.expect("the sample");
    let place = sample.base_url.strip_prefix("http://").expect("an address of this machine").to_owned();
    let mut line = std::net::TcpStream::connect(&place).expect("anybody reaches it");
    let ask = format!("GET /_sandbox/ground-truth HTTP/1.1\r\nHost: {place}\r\nConnection: close\r\n\r\n");
    std::io::Write::write_all(&mut line, ask.as_bytes()).expect("asked");
    let mut answer = String::new();
    std::io::Read::read_to_string(&mut line, &mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 404"), "{answer}");
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
async fn a_connection_is_not_removed_while_somebody_sends_or_is_unclear() {
    let desk = Desk::settling(20, None, 600).await;
    let elsewhere = desk.another_process().await;
    let draft = desk.people(&["ann@trey.example", "bob@trey.example"]).await;
    desk.check(&draft).await;
    desk.faults(r#"{"rules":[{"when":{"endpoint":"invite"},"fault":"reset_before"}]}"#);
    let run = desk.start(&draft).await;
    let sending = elsewhere.remove_profile(desk.profile.clone()).await.expect_err("it is sent over there");
    assert_eq!(sending.code, ErrorCode::SenderHeld, "{sending:?}");
    desk.until(&run, |view| rows_in(view, RowState::Unknown) > 0).await;
    desk.app.stop_run(desk.profile.clone(), run.id.clone()).await.expect("stopped");
    let run = desk.rest(&run).await;
    assert!(rows_in(&run, RowState::Unknown) > 0, "{run:?}");
    for app in [&desk.app, &elsewhere] {
        let unclear = app.remove_profile(desk.profile.clone()).await.expect_err("it is unclear");
        assert_eq!(unclear.code, ErrorCode::RunRefused);
        assert!(unclear.message.contains("nobody would look"), "{}", unclear.message);
    }
    assert_eq!(desk.app.list_profiles().await.expect("connections").len(), 1, "nothing was removed");
    assert_eq!(desk.runs().await.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_through_which_nothing_was_done_leaves_nothing_behind() {
    let desk = Desk::new().await;
    desk.app.remove_profile(desk.profile.clone()).await.expect("removed");
    let folder = desk.folder.path().join("profiles").join(&desk.profile);
    assert!(!folder.exists(), "a record was begun only to look into it");
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

pub fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

async fn last_refresh(app: &rollcall_app::App, profile: &str) -> Option<String> {
    let all = app.list_profiles().await.expect("connections");
    all.into_iter().find(|one| one.id == profile).expect("it is there").last_refresh
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_says_when_its_list_was_read_last_whether_it_is_open_or_not() {
    let desk = Desk::new().await;
    assert_eq!(last_refresh(&desk.app, &desk.profile).await, None, "never");
    desk.app.refresh(desk.profile.clone()).await.expect("people");
    let summary = desk.app.roster_summary(desk.profile.clone()).await.expect("a list");
    assert!(summary.fetched_at.is_some());
    assert_eq!(last_refresh(&desk.app, &desk.profile).await, summary.fetched_at);
    let folder = desk.folder.path().to_owned();
    let closed = open(&folder).await;
    assert_eq!(last_refresh(&closed, &desk.profile).await, summary.fetched_at, "nothing was opened there");
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_are_listed_as_they_were_put_with_the_sample_platform_first() {
    let desk = Desk::new().await;
    let second = desk.app.duplicate_profile(desk.profile.clone()).await.expect("a second one");
    desk.app.open_sample().await.expect("the sample");
    let order = vec![second.id.clone(), SAMPLE_PROFILE.to_owned(), desk.profile.clone()];
    let listed = desk.app.order_profiles(order).await.expect("ordered");
    let ids: Vec<String> = listed.into_iter().map(|one| one.id).collect();
    assert_eq!(ids, [SAMPLE_PROFILE.to_owned(), second.id.clone(), desk.profile.clone()]);
    let tested = desk.app.test_profile(second.id).await.expect("a report");
    assert!(tested.ok, "the second one has the first one's credentials: {tested:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_a_colleague_exported_needs_its_secrets_alone() {
    let (desk, elsewhere) = (Desk::new().await, Desk::new().await);
    let file = desk.app.connection_file(desk.profile.clone()).await.expect("a file");
    assert_eq!(file.name, "Nordlys - connection.json");
    let path = desk.folder.path().join("carried.json");
    desk.app.write_report(&path, file).await.expect("written");
    let bytes = std::fs::read(&path).expect("the file");
    let entered = draft(&desk.sandbox);
    for secret in [&entered.subscription_key, &entered.secret] {
        let secret = secret.as_ref().expect("a secret").0.expose().as_bytes();
        assert!(!bytes.windows(secret.len()).any(|part| part == secret), "the file holds a secret");
    }
    let settings = rollcall_app::parse_connection(&bytes).expect("a connection").settings;
    let taken = ProfileDraft {
        name: "Theirs".into(),
        subscription_key: entered.subscription_key,
        secret: entered.secret,
        session_only: true,
        ..ProfileDraft::from(settings)
    };
    let kept = elsewhere.app.save_profile(taken).await.expect("kept").id;
    let tested = elsewhere.app.test_profile(kept).await.expect("a report");
    assert!(tested.ok, "{tested:?}");
}
