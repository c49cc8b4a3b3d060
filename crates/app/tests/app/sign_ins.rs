//! Signing in with the browser, at an OpenID provider that is not Rollcall's own.

use crate::common::*;
use crate::connections::files;
use crate::provider::{Browser, Person, Provider};
use rollcall_app::contract::*;
use rollcall_app::{Events, Secret};

fn browser(provider: &Provider) -> SignIn {
    SignIn::Browser {
        authorize_url: provider.authorize_url(),
        token_url: provider.token_url(),
        client_id: "desk".into(),
        audience: None,
        scope: Some("openid offline_access".into()),
    }
}

fn draft_of(desk: &Desk, provider: &Provider) -> ProfileDraft {
    let id = Some(desk.profile.clone());
    ProfileDraft { id, sign_in: browser(provider), secret: None, ..draft(&desk.sandbox) }
}

async fn desk_of(provider: &Provider) -> Desk {
    let desk = Desk::new().await;
    let view = desk.app.save_profile(draft_of(&desk, provider)).await.expect("kept");
    assert_eq!((view.secret, view.token_renews), (CredentialState::Missing, false));
    desk
}

async fn waiting(events: &mut Events) -> SignInWaiting {
    loop {
        if let AppEvent::SignInWaiting(waiting) = events.next().await.expect("Rollcall is there") {
            return waiting;
        }
    }
}

async fn sign_in(desk: &Desk, login: &str, person: Person) -> Result<ProfileView, AppError> {
    let mut events = desk.app.events();
    let mut browser = Browser::default();
    let visit = async {
        let waiting = waiting(&mut events).await;
        assert_eq!(waiting.profile, desk.profile);
        browser.open(&waiting.url, login, person).await
    };
    let (signed_in, _) = tokio::join!(desk.app.sign_in_through(desk.profile.clone(), drop), visit);
    signed_in
}

/// Whether there is a token, asked with a client of its own. The sample platform then refuses it, because another
/// service issued it; the examination says until when it would hold.
async fn has_token(desk: &Desk, provider: &Provider) -> bool {
    // A connection that is saved begins with what is kept.
    desk.app.save_profile(draft_of(desk, provider)).await.expect("kept");
    let report = desk.app.test_profile(desk.profile.clone()).await.expect("a report");
    let step = report.steps.into_iter().find(|step| step.check == DoctorCheck::SignIn).expect("the step");
    step.facts.iter().any(|fact| fact.name == "Ends")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_signs_in_once_and_each_renewal_begins_where_the_last_one_ended() {
    let provider = Provider::start();
    let desk = desk_of(&provider).await;
    let view = sign_in(&desk, "ann", Person::SignsIn).await.expect("ann signs in");
    assert_eq!(view.secret, CredentialState::Session);
    for renewed in 1..=3 {
        // The provider takes every refresh token once.
        assert!(has_token(&desk, &provider).await, "renewed {renewed} times");
    }
    let kept = std::fs::read_to_string(desk.folder.path().join("profiles.json")).expect("the connections");
    assert!(kept.contains("\"signedInAs\": \"ann\""), "who it is tells one list from another: {kept}");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_sign_in_nothing_is_sent_and_the_browser_is_named() {
    let provider = Provider::start();
    let desk = desk_of(&provider).await;
    let missing = desk.app.refresh(desk.profile.clone()).await.expect_err("nobody is signed in");
    assert_eq!(missing.code, ErrorCode::CredentialsMissing);
    assert!(missing.message.contains("sign in with the browser"), "{missing}");
    let declined = sign_in(&desk, "ann", Person::Declines).await.expect_err("declined");
    assert_eq!(declined.code, ErrorCode::SignInRefused, "{declined:?}");
    let token = Desk::new().await;
    let refused = token.app.sign_in_through(token.profile.clone(), drop).await.expect_err("no browser there");
    assert_eq!(refused.code, ErrorCode::BadRequest);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_can_be_stopped_and_a_second_one_takes_the_place_of_the_first() {
    let provider = Provider::start();
    let desk = desk_of(&provider).await;
    let begin = || {
        let (app, profile, told) = (desk.app.clone(), desk.profile.clone(), desk.app.events());
        (tokio::spawn(async move { app.sign_in_through(profile, drop).await }), told)
    };
    let (first, mut told) = begin();
    waiting(&mut told).await;
    let (second, mut told) = begin();
    waiting(&mut told).await;
    let replaced = first.await.expect("no panic").expect_err("another one waits");
    assert_eq!(replaced.code, ErrorCode::Cancelled);
    desk.app.cancel_sign_in(desk.profile.clone()).await.expect("stopped");
    assert_eq!(second.await.expect("no panic").expect_err("stopped").code, ErrorCode::Cancelled);
    desk.app.cancel_sign_in(desk.profile.clone()).await.expect("nothing to stop is fine");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_is_for_one_service_one_client_and_one_platform() {
    let provider = Provider::start();
    let desk = desk_of(&provider).await;
    let mine = || draft_of(&desk, &provider);
    let signed_in = async || {
        sign_in(&desk, "ann", Person::SignsIn).await.expect("ann signs in");
        let renamed = ProfileDraft { name: "Other".into(), ..mine() };
        desk.app.save_profile(renamed).await.expect("kept").secret
    };
    assert_eq!(signed_in().await, CredentialState::Session, "a name changes nothing");
    let SignIn::Browser { authorize_url, token_url, audience, scope, .. } = browser(&provider) else {
        panic!("the draft signs in with the browser")
    };
    let another = SignIn::Browser { authorize_url, token_url, client_id: "office".into(), audience, scope };
    for changed in [
        ProfileDraft { sign_in: another, ..mine() },
        ProfileDraft { base_url: "http://127.0.0.1:1".into(), ..mine() },
        ProfileDraft { sign_in: SignIn::Token, secret: Some(TypedSecret(Secret::new("t"))), ..mine() },
    ] {
        assert_eq!(signed_in().await, CredentialState::Session);
        desk.app.save_profile(changed).await.expect("kept");
        let back = desk.app.save_profile(mine()).await.expect("kept");
        assert_eq!(back.secret, CredentialState::Missing);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_client_secret_is_typed_and_never_taken_for_the_sign_in() {
    let provider = Provider::start();
    let desk = desk_of(&provider).await;
    let secret = Some(TypedSecret(Secret::new("office-hunter2")));
    let view =
        desk.app.save_profile(ProfileDraft { secret, ..draft_of(&desk, &provider) }).await.expect("kept");
    assert_eq!(view.secret, CredentialState::Missing, "nobody has signed in");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_that_was_ended_elsewhere_says_to_sign_in_again_and_breaks_nothing() {
    let provider = Provider::start();
    let desk = desk_of(&provider).await;
    sign_in(&desk, "ann", Person::SignsIn).await.expect("ann signs in");
    // The process that runs the provider forgets everything.
    let restarted = Provider::start();
    desk.app.save_profile(draft_of(&desk, &provider)).await.expect("kept");
    drop(provider);
    let gone = desk.app.refresh(desk.profile.clone()).await.expect_err("nobody answers");
    assert_eq!(gone.code, ErrorCode::PlatformUnreachable, "{gone:?}");
    desk.app.save_profile(draft_of(&desk, &restarted)).await.expect("kept");
    sign_in(&desk, "ann", Person::SignsIn).await.expect("ann signs in at the other one");
    assert!(has_token(&desk, &restarted).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn no_part_of_a_sign_in_is_written_to_any_file() {
    let provider = Provider::start();
    let desk = desk_of(&provider).await;
    let mut events = desk.app.events();
    sign_in(&desk, "ann", Person::SignsIn).await.expect("ann signs in");
    assert!(has_token(&desk, &provider).await);
    let waiting = waiting(&mut events).await;
    let of = |name: &str| {
        let (_, value) = waiting.url.split_once(&format!("{name}=")).expect(name);
        value.split('&').next().unwrap_or_default().to_owned()
    };
    for path in files(desk.folder.path()) {
        let bytes = std::fs::read(&path).expect("a file");
        for secret in [of("state"), of("code_challenge")] {
            let found = bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
            assert!(!found, "{} holds a part of a sign-in", path.display());
        }
        let text = String::from_utf8_lossy(&bytes);
        for word in ["refresh_token", "refreshToken", "code_verifier"] {
            assert!(!text.contains(word), "{} speaks of {word}", path.display());
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_issuer_is_asked_where_to_sign_in() {
    let provider = Provider::start();
    let desk = Desk::new().await;
    let found = desk.app.discover_sign_in(provider.issuer.clone(), Network::default()).await.expect("found");
    assert_eq!(found.authorize_url, Some(provider.authorize_url()));
    assert_eq!((found.token_url, found.issuer), (provider.token_url(), provider.issuer.clone()));
    let refused = desk.app.discover_sign_in("http://login.example".into(), Network::default()).await;
    assert_eq!(refused.expect_err("refused").code, ErrorCode::ProfileInvalid);
}
