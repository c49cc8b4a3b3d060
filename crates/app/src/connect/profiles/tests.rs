//! Where the keychain does not take a connection's secrets, they are nowhere else, and a sentence says so.

use super::*;
use crate::testing::{files, full_disk, on};
use rollcall_vault::testing::PretendedKeychain;
use rollcall_vault::{LONGEST_SECRET, VaultState};
use std::path::{Path, PathBuf};

const KEY: &str = "subscriptioncanary5f21";
const SECRET: &str = "secretcanary90b7";
const PASSWORD: &str = "proxycanaryc3e4";
const ALL: [&str; 3] = [KEY, SECRET, PASSWORD];

/// How a keychain may fail, and what is said then.
const FAILING: [(VaultState, ErrorCode, &str, &str); 4] = [
    (VaultState::NoService, ErrorCode::KeychainMissing, "no keychain running", "session-only mode"),
    (VaultState::Locked, ErrorCode::KeychainLocked, "is locked, so nothing was stored", "Unlock it"),
    (VaultState::Denied, ErrorCode::KeychainDenied, "The keychain refused.", "Allow Rollcall to use it"),
    (VaultState::Slow, ErrorCode::KeychainSlow, "did not answer within five seconds", "try again"),
];

fn ways() -> [SignIn; 2] {
    let client = SignIn::ClientCredentials {
        token_url: "https://login.example/token".into(),
        client_id: "app".into(),
        audience: None,
        scope: None,
    };
    [SignIn::Token, client]
}

fn draft(sign_in: &SignIn, session_only: bool, [key, secret, password]: [&str; 3]) -> ProfileDraft {
    let typed = |text: &str| Some(TypedSecret(Secret::new(text)));
    let proxy = Proxy::Manual { url: "http://proxy.example:3128".into(), user: Some("analyst".into()) };
    ProfileDraft {
        id: None,
        name: "Nordlys".into(),
        colour: "#7c3aed".into(),
        live: true,
        base_url: "https://api.example".into(),
        scope: Scope::Platform(vec!["1".into()]),
        extra_headers: vec![],
        sign_in: sign_in.clone(),
        subscription_key: typed(key),
        secret: typed(secret),
        session_only,
        read_only: false,
        description: DescriptionChoice::default(),
        network: Network { proxy, extra_authorities: None },
        proxy_password: typed(password),
    }
}

/// The files that hold one of `secrets`: as it is, in the characters of Windows, or in hexadecimal digits.
fn holding(folder: &Path, secrets: &[&str]) -> Vec<PathBuf> {
    let forms = |secret: &&str| {
        let wide: String = secret.chars().flat_map(|letter| [letter, '\0']).collect();
        let hex: String = secret.bytes().map(|byte| format!("{byte:02x}")).collect();
        [(*secret).to_owned(), wide, hex]
    };
    let forms: Vec<String> = secrets.iter().flat_map(forms).collect();
    let holds = |bytes: &[u8]| {
        // Each byte as a letter of its own: texts are searched much faster than bytes.
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        forms.iter().any(|form| text.contains(form))
    };
    let read = |path: &PathBuf| std::fs::read(path).expect("a file");
    files(folder).into_iter().filter(|path| holds(&read(path))).collect()
}

/// The secrets of a connection, in the order of `ALL`.
async fn held(app: &App, id: &str, sign_in: &SignIn) -> Vec<String> {
    let profile = app.profile(id).expect("the connection");
    let mut held = Vec::new();
    for kind in [CredentialKind::SubscriptionKey, typed_kind(sign_in), CredentialKind::ProxyPassword] {
        let found = app.inner.credentials.find(&profile, kind).await.expect("an answer");
        held.push(found.map(|secret| secret.expose().to_owned()).unwrap_or_default());
    }
    held
}

fn states(view: &ProfileView) -> [CredentialState; 3] {
    [view.subscription_key, view.secret, view.proxy_password]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_that_takes_no_secret_is_said_how_it_stands_and_no_file_takes_its_place() {
    for (state, code, what, next) in FAILING {
        for sign_in in ways() {
            let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
            keychain.stands(state);
            let app = on(folder.path(), &keychain).await;
            let refused = app.save_profile(draft(&sign_in, false, ALL)).await.expect_err("nowhere to put it");
            assert_eq!(refused.code, code, "{state:?}");
            assert!(refused.message.contains(what) && refused.message.contains(next), "{refused:?}");
            assert!(!format!("{refused:?}").contains("canary"), "{refused:?}");
            assert_eq!(app.list_profiles().await.expect("connections"), [], "{state:?}");
            // What is said to help does help: in this session alone.
            let kept = app.save_profile(draft(&sign_in, true, ALL)).await.expect("kept for the session");
            assert_eq!(states(&kept), [CredentialState::Session; 3], "{state:?}");
            app.roster_summary(kept.id.clone()).await.expect("databases");
            let open = app.unprotected().await.expect("it is said that the data is not encrypted");
            assert!(open.contains("keychain"), "{state:?}: {open}");
            assert_eq!(holding(folder.path(), &ALL), Vec::<PathBuf>::new(), "{state:?}");
            drop(app);
            let next_start = on(folder.path(), &keychain).await.list_profiles().await.expect("connections");
            assert_eq!(states(&next_start[0]), [CredentialState::Missing; 3], "{state:?}: it was kept");
            assert_eq!(holding(folder.path(), &ALL), Vec::<PathBuf>::new(), "{state:?}, at the next start");
            assert_eq!(keychain.count(), 0, "{state:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_the_keychain_refuses_leaves_the_old_secrets_there_and_the_new_ones_nowhere() {
    let news = ["newcanary5f21", "newcanary90b7", "newcanaryc3e4"];
    for (state, code, ..) in FAILING {
        for sign_in in ways() {
            let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
            let app = on(folder.path(), &keychain).await;
            let kept = app.save_profile(draft(&sign_in, false, ALL)).await.expect("kept");
            app.roster_summary(kept.id.clone()).await.expect("databases");
            assert_eq!(states(&kept), [CredentialState::Kept; 3]);
            let count = keychain.count();
            keychain.stands(state);
            let again = ProfileDraft { id: Some(kept.id.clone()), ..draft(&sign_in, false, news) };
            assert_eq!(app.save_profile(again).await.expect_err("refused").code, code, "{state:?}");
            keychain.stands(VaultState::Ok);
            assert_eq!(held(&app, &kept.id, &sign_in).await, ALL, "{state:?}");
            assert_eq!(keychain.count(), count, "{state:?}");
            let data_key = keychain.vault().data_key().await.expect("a key");
            let secrets = [&ALL[..], &news, &[data_key.expose()]].concat();
            assert_eq!(holding(folder.path(), &secrets), Vec::<PathBuf>::new(), "{state:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_keychain_that_takes_a_part_is_left_with_nothing_of_a_new_connection() {
    for part in 0..ALL.len() {
        let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
        let app = on(folder.path(), &keychain).await;
        let before = keychain.count();
        keychain.takes_only(part);
        let refused =
            app.save_profile(draft(&SignIn::Token, false, ALL)).await.expect_err("it takes no more");
        assert_eq!(refused.code, ErrorCode::KeychainDenied);
        assert_eq!(app.list_profiles().await.expect("connections"), []);
        assert_eq!(keychain.count(), before, "{part}: nobody would ever see or remove what is left");
    }
}

const NEWS: [&str; 3] = ["newcanary5f21", "newcanary90b7", "newcanaryc3e4"];

/// A connection with `ALL`, and the draft that gives it `NEWS`.
async fn to_be_changed(app: &App, sign_in: &SignIn) -> (String, ProfileDraft) {
    let kept = app.save_profile(draft(sign_in, false, ALL)).await.expect("kept");
    let again = ProfileDraft { id: Some(kept.id.clone()), ..draft(sign_in, false, NEWS) };
    (kept.id, again)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_that_is_refused_in_its_midst_leaves_every_secret_as_it_was() {
    for part in 0..ALL.len() {
        for sign_in in ways() {
            let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
            let app = on(folder.path(), &keychain).await;
            let (id, again) = to_be_changed(&app, &sign_in).await;
            let count = keychain.count();
            keychain.refuses_one_after(part);
            let refused = app.save_profile(again.clone()).await.expect_err("one is refused");
            assert_eq!(refused.code, ErrorCode::KeychainDenied);
            assert!(refused.message.contains("What it holds is unchanged."), "{part}: {refused:?}");
            assert_eq!(held(&app, &id, &sign_in).await, ALL, "{part}: and that is true");
            assert_eq!(keychain.count(), count, "{part}");
            app.save_profile(again).await.expect("the next time it is taken");
            assert_eq!(held(&app, &id, &sign_in).await, NEWS);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_keychain_does_not_take_back_is_said_by_name() {
    let said = [
        "What it holds is unchanged.",
        "the subscription key is new already.",
        "the subscription key and the token are new already.",
    ];
    for (part, said) in said.into_iter().enumerate() {
        let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
        let app = on(folder.path(), &keychain).await;
        let (id, again) = to_be_changed(&app, &SignIn::Token).await;
        keychain.takes_only(part);
        let refused = app.save_profile(again).await.expect_err("it takes no more");
        assert_eq!(refused.code, ErrorCode::KeychainDenied);
        assert!(refused.message.contains(said) && !refused.message.contains("canary"), "{part}: {refused:?}");
        let expected = [&NEWS[..part], &ALL[part..]].concat();
        assert_eq!(held(&app, &id, &SignIn::Token).await, expected, "{part}: exactly that is new");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_way_to_sign_in_that_is_refused_keeps_the_secret_of_the_one_that_stays() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let app = on(folder.path(), &keychain).await;
    let [token, client] = ways();
    let (id, _) = to_be_changed(&app, &client).await;
    let other = || ProfileDraft { id: Some(id.clone()), ..draft(&token, false, NEWS) };
    keychain.refuses_one_after(1);
    app.save_profile(other()).await.expect_err("the token is refused");
    assert_eq!(held(&app, &id, &client).await, ALL);
    assert_eq!(app.profile(&id).expect("the connection").sign_in, client);
    // Where it can't be put back, it is said to be gone.
    keychain.takes_only(1);
    let refused = app.save_profile(other()).await.expect_err("it takes no more");
    let said = "the subscription key is new already; the client secret is no longer kept";
    assert!(refused.message.contains(said), "{refused:?}");
    assert_eq!(held(&app, &id, &client).await, [NEWS[0], "", ALL[2]]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_can_not_be_written_down_leaves_the_keychain_as_it_was() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let app = on(folder.path(), &keychain).await;
    let (id, again) = to_be_changed(&app, &SignIn::Token).await;
    let file =
        files(folder.path()).into_iter().find(|path| path.ends_with("profiles.json")).expect("the file");
    std::fs::remove_file(&file).expect("removed");
    std::fs::create_dir_all(file.join("in the way")).expect("a folder");
    app.save_profile(again).await.expect_err("there is no place for it");
    assert_eq!(held(&app, &id, &SignIn::Token).await, ALL);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_secret_that_is_too_long_changes_none_of_the_others_and_the_sentence_is_true() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let app = on(folder.path(), &keychain).await;
    let kept = app.save_profile(draft(&SignIn::Token, false, ALL)).await.expect("kept");
    let long = "x".repeat(LONGEST_SECRET + 1);
    for secrets in [["new", &long, "new"], ["new", "new", &long]] {
        let again = ProfileDraft { id: Some(kept.id.clone()), ..draft(&SignIn::Token, false, secrets) };
        let refused = app.save_profile(again).await.expect_err("it is too long");
        assert!(refused.message.contains("What the keychain holds is unchanged."), "{refused:?}");
        assert_eq!(held(&app, &kept.id, &SignIn::Token).await, ALL);
    }
}

#[test]
fn a_secret_in_a_file_would_be_found() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("deeper")).expect("a folder");
    let wide: Vec<u8> = SECRET.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.path().join("deeper/wide.db"), [&[0; 7][..], &wide].concat()).expect("written");
    std::fs::write(folder.path().join("plain.json"), format!("{{\"key\":\"{KEY}\"}}")).expect("written");
    std::fs::write(folder.path().join("silent"), "nothing").expect("written");
    assert_eq!(holding(folder.path(), &ALL).len(), 2);
    assert_eq!(holding(folder.path(), &[PASSWORD]), Vec::<PathBuf>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_are_listed_before_a_keychain_answers_and_told_anew_once_it_does() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let app = on(folder.path(), &keychain).await;
    app.save_profile(draft(&SignIn::Token, false, ALL)).await.expect("kept");
    drop(app);
    let app = on(folder.path(), &keychain).await;
    let mut events = app.events();
    let answers = keychain.hangs();
    let soon = app.list_profiles_soon().await.expect("connections");
    assert_eq!((soon.len(), soon[0].name.as_str()), (1, "Nordlys"));
    assert_eq!(states(&soon[0]), [CredentialState::Unknown; 3], "nobody knows yet");
    drop(answers);
    let told = async { while events.next().await != Some(AppEvent::ProfilesChanged) {} };
    tokio::time::timeout(std::time::Duration::from_secs(60), told).await.expect("told of");
    let listed = app.list_profiles().await.expect("connections");
    assert_eq!(states(&listed[0]), [CredentialState::Kept; 3]);
    assert_eq!(
        app.list_profiles_soon().await.expect("connections"),
        listed,
        "nothing keeps it from answering"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_the_keychain_does_not_forget_whole_keeps_every_secret() {
    for all in [false, true] {
        for part in 0..ALL.len() {
            let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
            let app = on(folder.path(), &keychain).await;
            let kept = app.save_profile(draft(&SignIn::Token, false, ALL)).await.expect("kept");
            keychain.forgets_only(part);
            let refused = match all {
                true => app.forget_platform(kept.id.clone(), true).await,
                false => app.remove_profile(kept.id.clone()).await,
            };
            let refused = refused.expect_err("it forgets no more");
            assert_eq!(refused.code, ErrorCode::KeychainDenied, "{part}");
            assert!(refused.message.contains("What it holds is unchanged."), "{part}: {refused:?}");
            assert_eq!(held(&app, &kept.id, &SignIn::Token).await, ALL, "{part}: and that is true");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_whose_removal_the_disk_refuses_keeps_every_secret() {
    let (folder, keychain) = (tempfile::tempdir().expect("a folder"), PretendedKeychain::default());
    let app = on(folder.path(), &keychain).await;
    let kept = app.save_profile(draft(&SignIn::Token, false, ALL)).await.expect("kept");
    let full = full_disk(folder.path());
    let refused = app.remove_profile(kept.id.clone()).await.expect_err("it can't be written");
    assert_eq!(refused.code, ErrorCode::Storage);
    assert_eq!(held(&app, &kept.id, &SignIn::Token).await, ALL);
    std::fs::remove_dir(full).expect("there is room again");
    app.remove_profile(kept.id).await.expect("removed");
    assert_eq!(keychain.count(), 1, "only the key of the databases stays");
}
