#[path = "../../../../platform/tests/issuer/provider.rs"]
mod provider;

use super::*;
use crate::testing::{files, full_disk, on};
use provider::{Browser, Person, Provider};
use rollcall_vault::testing::PretendedKeychain;

#[test]
fn a_new_sign_in_of_a_connection_stops_the_earlier_one_and_outlives_its_end() {
    let sign_ins = SignIns::default();
    let (first, other) = (sign_ins.begin("a"), sign_ins.begin("b"));
    let second = sign_ins.begin("a");
    assert!(is_stopped(&first) && !is_stopped(&second) && !is_stopped(&other));
    sign_ins.end("a", &first);
    sign_ins.stop("a");
    assert!(is_stopped(&second) && !is_stopped(&other));
}

fn is_stopped(stop: &Arc<Notify>) -> bool {
    use std::task::{Context, Waker};
    let mut notified = Box::pin(stop.notified());
    notified.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_ready()
}

fn draft(provider: &Provider) -> ProfileDraft {
    ProfileDraft {
        id: None,
        name: "Nordlys".into(),
        colour: "#7c3aed".into(),
        live: true,
        base_url: provider.issuer.clone(),
        scope: Scope::Platform(vec!["1".into()]),
        extra_headers: vec![],
        sign_in: SignIn::Browser {
            authorize_url: provider.authorize_url(),
            token_url: provider.token_url(),
            client_id: "desk".into(),
            audience: None,
            scope: Some("openid offline_access".into()),
        },
        subscription_key: Some(TypedSecret(Secret::new("key-hunter2"))),
        secret: None,
        session_only: false,
        read_only: false,
        description: DescriptionChoice::default(),
        network: Network::default(),
        proxy_password: None,
    }
}

async fn sign_in(app: &App, profile: &str) -> ProfileView {
    tried(app, profile).await.expect("ann signs in")
}

async fn tried(app: &App, profile: &str) -> Result<ProfileView, AppError> {
    let mut events = app.events();
    let visit = async {
        loop {
            if let AppEvent::SignInWaiting(waiting) = events.next().await.expect("Rollcall is there") {
                return Browser::default().open(&waiting.url, "ann", Person::SignsIn).await;
            }
        }
    };
    let (signed_in, _) = tokio::join!(app.sign_in_through(profile.to_owned(), drop), visit);
    signed_in
}

async fn kept(app: &App, profile: &str) -> String {
    let profile = app.profile(profile).expect("the connection");
    let kept = app.inner.credentials.find(&profile, CredentialKind::RefreshToken).await.expect("an answer");
    kept.expect("it is kept").expose().to_owned()
}

async fn renew(app: &App, profile: &str) -> String {
    app.client(profile).await.expect("a client").renew_token().await.expect("a token");
    kept(app, profile).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_nothing_renews_lasts_as_long_as_its_token_and_this_process() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let provider = Provider::start();
    let app = on(folder.path(), &keychain).await;
    let mut passing = draft(&provider);
    if let SignIn::Browser { client_id, .. } = &mut passing.sign_in {
        *client_id = "once".into();
    }
    let before = keychain.count();
    let profile = app.save_profile(passing).await.expect("kept").id;
    let view = sign_in(&app, &profile).await;
    assert_eq!((view.secret, view.token_renews), (CredentialState::Session, false));
    let ends: Timestamp = view.token_expires_at.expect("it is known when it ends").parse().expect("a time");
    assert!(ends > Timestamp::now());
    app.client(&profile).await.expect("a client is made of it");
    assert_eq!(keychain.count(), before + 1, "the subscription key alone was kept");
    drop(app);
    let app = on(folder.path(), &keychain).await;
    let view = app.list_profiles().await.expect("connections").pop().expect("the connection");
    assert_eq!((view.secret, view.token_renews), (CredentialState::Missing, false));
    let refused = app.client(&profile).await.expect_err("nobody is signed in");
    assert_eq!(refused.code, ErrorCode::CredentialsMissing);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_renewed_sign_in_is_in_the_keychain_through_a_restart_and_in_no_file_and_no_answer() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let provider = Provider::start();
    let app = on(folder.path(), &keychain).await;
    let profile = app.save_profile(draft(&provider)).await.expect("kept").id;
    let view = sign_in(&app, &profile).await;
    assert_eq!(view.secret, CredentialState::Kept);
    let mut tokens = vec![kept(&app, &profile).await, renew(&app, &profile).await];
    drop(app);
    let app = on(folder.path(), &keychain).await;
    assert_eq!(kept(&app, &profile).await, tokens[1], "the newest outlives the program");
    tokens.push(renew(&app, &profile).await);
    assert!(tokens[0] != tokens[1] && tokens[1] != tokens[2], "each serves once");
    let shown = format!("{view:?} {:?}", app.list_profiles().await);
    for token in &tokens {
        assert!(!shown.contains(token), "an answer shows what signs in the next time");
        for path in files(folder.path()) {
            let bytes = std::fs::read(&path).expect("a file");
            let found = bytes.windows(token.len()).any(|window| window == token.as_bytes());
            assert!(!found, "{} holds what signs in the next time", path.display());
        }
    }
    app.remove_profile(profile).await.expect("removed");
    assert_eq!(keychain.count(), 1, "only the key of the databases stays");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_leaves_the_lock_that_another_window_set_meanwhile() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let provider = Provider::start();
    let app = on(folder.path(), &keychain).await;
    let profile = app.save_profile(draft(&provider)).await.expect("kept").id;
    let other = on(folder.path(), &keychain).await;
    other.set_read_only(profile.clone(), true).await.expect("locked there");
    assert!(sign_in(&app, &profile).await.read_only, "it is seen here");
    let code = app.may_send(&profile).expect_err("nobody is invited through it").code;
    assert_eq!(code, ErrorCode::ReadOnly);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_another_window_removed_does_not_come_back_with_a_sign_in() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let provider = Provider::start();
    let app = on(folder.path(), &keychain).await;
    let profile = app.save_profile(draft(&provider)).await.expect("kept").id;
    on(folder.path(), &keychain).await.remove_profile(profile.clone()).await.expect("removed there");
    assert_eq!(keychain.count(), 1, "only the key of the databases is kept");
    let refused = tried(&app, &profile).await.expect_err("there is no such connection");
    assert_eq!(refused.code, ErrorCode::ProfileUnknown);
    assert_eq!(keychain.count(), 1, "and no sign-in that nobody would ever see");
    assert_eq!(on(folder.path(), &keychain).await.list_profiles().await.expect("connections"), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_the_disk_refuses_leaves_the_one_before() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let provider = Provider::start();
    let app = on(folder.path(), &keychain).await;
    let profile = app.save_profile(draft(&provider)).await.expect("kept").id;
    sign_in(&app, &profile).await;
    let before = kept(&app, &profile).await;
    full_disk(folder.path());
    assert_eq!(tried(&app, &profile).await.expect_err("it can't be written").code, ErrorCode::Storage);
    assert_eq!(kept(&app, &profile).await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_windows_that_renew_a_sign_in_at_once_do_so_by_turns() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let provider = Provider::start();
    let app = on(folder.path(), &keychain).await;
    let profile = app.save_profile(draft(&provider)).await.expect("kept").id;
    sign_in(&app, &profile).await;
    let other = on(folder.path(), &keychain).await;
    let clients = [app.client(&profile).await, other.client(&profile).await];
    let [here, there] = clients.map(|client| client.expect("a client"));
    for round in 1..=8 {
        let (one, two) = tokio::join!(here.renew_token(), there.renew_token());
        // Each token serves once, and the service refuses the second use.
        one.and(two).unwrap_or_else(|problem| panic!("in round {round}: {problem:?}"));
    }
}
