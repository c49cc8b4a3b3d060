//! Signing in at an OpenID provider that is not Rollcall's own: node runs it, out of `ui/node_modules`.
#![allow(missing_docs, reason = "the names of the tests say it")]

mod provider;

use async_trait::async_trait;
use provider::{Browser, Landed, Person, Provider};
use rollcall_core::Secret;
use rollcall_platform::{
    BrowserClient, Connection, Description, Granted, Kind, Network, Platform, PlatformError, RefreshTokens,
    Scope, SignIn, SignedIn, discover,
};
use std::sync::{Arc, Mutex};

/// Where a test keeps refresh tokens, all of them, the newest last.
#[derive(Default)]
struct Kept(Mutex<Vec<String>>);

impl Kept {
    fn beginning_with(token: &Secret) -> Arc<Self> {
        Arc::new(Self(Mutex::new(vec![token.expose().to_owned()])))
    }

    fn all(&self) -> Vec<String> {
        self.0.lock().expect("no panic").clone()
    }
}

#[async_trait]
impl RefreshTokens for Kept {
    async fn newest(&self) -> Option<Secret> {
        self.all().last().map(Secret::new)
    }

    async fn replace(&self, used: &Secret, next: Secret) {
        assert_eq!(self.newest().await.expect("one is kept").expose(), used.expose());
        self.0.lock().expect("no panic").push(next.expose().to_owned());
    }
}

fn client(provider: &Provider, id: &str) -> BrowserClient {
    BrowserClient {
        authorize_url: provider.authorize_url(),
        token_url: provider.token_url(),
        client_id: id.to_owned(),
        client_secret: None,
        audience: None,
        scope: Some("openid offline_access".to_owned()),
    }
}

fn platform(provider: &Provider, sign_in: SignIn) -> Platform {
    let scope = Scope::Platform(vec!["p-1".to_owned()]);
    let connection = Connection::new(&provider.issuer, scope, Secret::new("key"), sign_in);
    Platform::new(Description::built_in("appxite").expect("the built-in description"), connection)
        .expect("a platform")
}

/// Waits on one side and lets the person act in the browser on the other.
async fn sign_in(client: &BrowserClient, person: Person) -> (Result<SignedIn, PlatformError>, Landed) {
    let waiting = client.begin(&Network::default()).await.expect("it waits");
    let url = waiting.url().to_owned();
    let mut browser = Browser::default();
    tokio::join!(waiting.finish(), browser.open(&url, "ann", person))
}

async fn signed_in(client: &BrowserClient) -> SignedIn {
    let (signed_in, landed) = sign_in(client, Person::SignsIn).await;
    assert!(landed.text.contains("You can close this window"), "{}: {}", landed.url, landed.text);
    signed_in.expect("ann signs in")
}

fn renewable(person: &SignedIn) -> Secret {
    match &person.granted {
        Granted::Renewable(token) => token.clone(),
        Granted::Passing(_) => panic!("nothing to renew with: {person:?}"),
    }
}

fn with(client: BrowserClient, tokens: &Arc<Kept>) -> SignIn {
    SignIn::Browser { client, tokens: tokens.clone(), passing: None, subject: None }
}

#[tokio::test]
async fn an_issuer_says_where_to_sign_in() {
    let provider = Provider::start();
    let openid = format!("{}/.well-known/openid-configuration", provider.issuer);
    for asked in [provider.issuer.clone(), format!(" {}/ ", provider.issuer), openid] {
        let found = discover(&asked, &Network::default()).await.expect(&asked);
        assert_eq!(found.issuer, provider.issuer);
        assert_eq!(found.authorize_url, Some(provider.authorize_url()));
        assert_eq!(found.token_url, provider.token_url());
        assert!(found.scopes.contains(&"offline_access".to_owned()), "{found:?}");
    }
}

#[tokio::test]
async fn client_credentials_give_tokens_and_wrong_ones_a_sentence() {
    let provider = Provider::start();
    let sign_in = |secret: &str| SignIn::ClientCredentials {
        token_url: provider.token_url(),
        client_id: "job".to_owned(),
        client_secret: Secret::new(secret),
        audience: None,
        scope: None,
    };
    let platform_of_job = platform(&provider, sign_in("job-hunter2"));
    platform_of_job.renew_token().await.expect("a token");
    assert!(platform_of_job.token_expires_at().is_some_and(|at| at > jiff::Timestamp::now()));
    let refused = platform(&provider, sign_in("wrong")).renew_token().await.expect_err("refused");
    assert_eq!(refused.kind, Kind::TokenRefused);
    assert!(refused.sentence.contains("client secret"), "{refused}");
}

#[tokio::test]
async fn a_person_signs_in_with_the_browser_and_every_refresh_token_is_kept_at_once() {
    let provider = Provider::start();
    let ann = signed_in(&client(&provider, "desk")).await;
    assert_eq!(ann.subject.as_deref(), Some("ann"));
    let tokens = Kept::beginning_with(&renewable(&ann));
    let platform = platform(&provider, with(client(&provider, "desk"), &tokens));
    for renewals in 1..=3 {
        platform.renew_token().await.expect("a token");
        let kept = tokens.all();
        assert_eq!(
            kept.len(),
            1 + renewals,
            "the provider takes each out of use: the next one has to be kept"
        );
        assert_ne!(kept[renewals], kept[renewals - 1]);
    }
    assert!(platform.token_expires_at().is_some_and(|at| at > jiff::Timestamp::now()));
}

#[tokio::test]
async fn whoever_gives_up_waiting_for_a_token_loses_no_refresh_token() {
    let provider = Provider::start();
    let ann = signed_in(&client(&provider, "desk")).await;
    let tokens = Kept::beginning_with(&renewable(&ann));
    let platform = platform(&provider, with(client(&provider, "desk"), &tokens));
    let mut given_up = Box::pin(platform.renew_token());
    assert!(futures::poll!(&mut given_up).is_pending(), "the provider is asked");
    drop(given_up);
    platform.renew_token().await.expect("a token");
    assert_eq!(tokens.all().len(), 2, "the one renewal went on, and was shared");
}

#[tokio::test]
async fn a_confidential_client_shows_its_secret() {
    let provider = Provider::start();
    let office = |secret: Option<&str>| BrowserClient {
        client_secret: secret.map(Secret::new),
        ..client(&provider, "office")
    };
    let ann = signed_in(&office(Some("office-hunter2"))).await;
    let tokens = Kept::beginning_with(&renewable(&ann));
    platform(&provider, with(office(Some("office-hunter2")), &tokens)).renew_token().await.expect("a token");
    for wrong in [None, Some("wrong-hunter2")] {
        let (refused, _) = sign_in(&office(wrong), Person::SignsIn).await;
        let refused = refused.expect_err("refused");
        assert_eq!(refused.kind, Kind::TokenRefused);
        assert!(refused.sentence.contains("client secret"), "{refused}");
        assert!(!format!("{refused:?}").contains("hunter2"), "{refused:?}");
    }
}

#[tokio::test]
async fn a_person_who_declines_is_said_to_have_declined() {
    let provider = Provider::start();
    let (declined, landed) = sign_in(&client(&provider, "desk"), Person::Declines).await;
    let declined = declined.expect_err("declined");
    assert_eq!(declined.kind, Kind::TokenRefused);
    assert!(declined.sentence.contains("declined"), "{declined}");
    assert!(landed.text.contains("did not happen"), "{}", landed.text);
}

#[tokio::test]
async fn a_sign_in_that_was_revoked_says_to_sign_in_again() {
    let provider = Provider::start();
    let ann = signed_in(&client(&provider, "desk")).await;
    provider.revoke("desk", renewable(&ann).expose()).await;
    let tokens = Kept::beginning_with(&renewable(&ann));
    let platform = platform(&provider, with(client(&provider, "desk"), &tokens));
    let ended = platform.renew_token().await.expect_err("revoked");
    assert_eq!(ended.kind, Kind::TokenRefused);
    assert!(ended.sentence.contains("Sign in again"), "{ended}");
    // The same client goes on with a new sign-in.
    let again = signed_in(&client(&provider, "desk")).await;
    tokens.0.lock().expect("no panic").push(renewable(&again).expose().to_owned());
    platform.renew_token().await.expect("a token of the new sign-in");
}

#[tokio::test]
async fn a_sign_in_without_a_refresh_token_is_one_until_its_token_ends() {
    let provider = Provider::start();
    let ann = signed_in(&client(&provider, "once")).await;
    assert_eq!(ann.subject.as_deref(), Some("ann"));
    let Granted::Passing(passing) = ann.granted else { panic!("the provider renews nothing: {ann:?}") };
    assert!(passing.expires_at.is_some_and(|at| at > jiff::Timestamp::now()), "{passing:?}");
}

#[tokio::test]
async fn a_provider_that_knows_another_address_or_no_such_client_shows_its_own_page_and_brings_nothing() {
    let provider = Provider::start();
    for id in ["elsewhere", "nobody"] {
        let waiting = client(&provider, id).begin(&Network::default()).await.expect("it waits");
        let url = waiting.url().to_owned();
        let mut browser = Browser::default();
        let landed = browser.open(&url, "ann", Person::SignsIn).await;
        assert_eq!(landed.status, 400, "{id}: {}", landed.text);
        assert!(landed.url.starts_with(&provider.issuer), "{id}: {}", landed.url);
        assert!(futures::poll!(Box::pin(waiting.finish())).is_pending(), "{id}: it is waited for still");
    }
}
