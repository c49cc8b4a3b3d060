use super::*;
use crate::fake::FakeKeychain;
use std::sync::mpsc::{Sender, channel};
use std::time::Duration;

const KIND: CredentialKind = CredentialKind::ClientSecret;

/// Long enough for a call that answers, on the slowest machine.
const AMPLE: Duration = Duration::from_secs(60);

fn vault_on(keychain: &Arc<FakeKeychain>, patience: Duration) -> Vault {
    Vault::on("rollcall-unit-test", Arc::new(Arc::clone(keychain)), patience)
}

/// A vault whose next reading call hangs until the sender is used or dropped, and which gives up at once.
fn hanging() -> (Vault, Arc<FakeKeychain>, Sender<()>) {
    let keychain = Arc::new(FakeKeychain::default());
    let (open_gate, gate) = channel();
    keychain.moods().gate = Some(gate);
    (vault_on(&keychain, Duration::from_millis(50)), keychain, open_gate)
}

async fn until_it_answers(vault: &Vault) -> Option<String> {
    let begun = std::time::Instant::now();
    loop {
        match vault.get("lab", KIND).await {
            Ok(found) => return found.map(|secret| secret.expose().to_owned()),
            Err(problem) => assert!(begun.elapsed() < AMPLE / 4, "it never answers: {problem}"),
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_credential_is_kept_by_profile_and_kind_and_can_be_removed() {
    for vault in [vault_on(&Arc::default(), AMPLE), Vault::session_only()] {
        vault.set("lab", KIND, Secret::new("one")).await.expect("stored");
        vault.set("lab", CredentialKind::Token, Secret::new("two")).await.expect("stored");
        let found = vault.get("lab", KIND).await.expect("readable").map(|s| s.expose().to_owned());
        assert_eq!(found.as_deref(), Some("one"));
        assert!(vault.get("other", KIND).await.expect("readable").is_none());
        vault.remove("lab", KIND).await.expect("removed");
        vault.remove("lab", KIND).await.expect("nothing to remove is fine");
        assert!(vault.get("lab", KIND).await.expect("readable").is_none());
        assert!(vault.get("lab", CredentialKind::Token).await.expect("readable").is_some());
    }
}

#[tokio::test]
async fn a_secret_of_any_kind_and_length_comes_back_where_entries_are_short() {
    let kinds = [CredentialKind::RefreshToken, CredentialKind::Token, CredentialKind::ProxyPassword];
    // Around the 2,560 bytes of an entry on Windows, and what is left of them for one part.
    let lengths = [1, 2, 2_543, 2_544, 2_545, 2_559, 2_560, 2_561, 4_999, LONGEST_SECRET];
    let keychain = Arc::new(FakeKeychain { longest: Some(2_560), ..FakeKeychain::default() });
    let vault = vault_on(&keychain, AMPLE);
    for (kind, length, letter) in kinds
        .into_iter()
        .flat_map(|kind| lengths.map(|length| (kind, length)))
        .flat_map(|(kind, length)| ["x", "ż", "🔑"].map(|letter| (kind, length, letter)))
    {
        let text = letter.repeat(length);
        vault.set("lab", kind, Secret::new(text.clone())).await.expect("stored");
        let kept = vault.get("lab", kind).await.expect("readable").expect("there");
        assert!(kept.expose() == text, "{kind:?}: {length} times {letter}");
        assert!(keychain.longest_stored() <= 2_560, "{kind:?}: {length} times {letter}");
    }
    for kind in kinds {
        vault.remove("lab", kind).await.expect("removed");
    }
    assert_eq!(keychain.count(), 0, "a part stayed behind");
}

#[tokio::test]
async fn an_empty_and_an_overlong_secret_are_refused_and_the_longest_is_kept() {
    let keychain = Arc::new(FakeKeychain { longest: Some(2_560), ..FakeKeychain::default() });
    let vault = vault_on(&keychain, AMPLE);
    vault.set("lab", KIND, Secret::new("ż".repeat(LONGEST_SECRET))).await.expect("stored");
    for text in [String::new(), "x".repeat(LONGEST_SECRET + 1)] {
        let refused = vault.set("lab", KIND, Secret::new(text)).await.expect_err("refused");
        assert_eq!(refused.state, VaultState::Denied);
    }
    let kept = vault.get("lab", KIND).await.expect("readable").expect("there");
    assert_eq!(kept.expose().chars().count(), LONGEST_SECRET);
}

#[tokio::test]
async fn secrets_of_every_length_come_back_where_entries_are_short() {
    let keychain = Arc::new(FakeKeychain { longest: Some(2_560), ..FakeKeychain::default() });
    let vault = vault_on(&keychain, Duration::from_secs(60));
    for letter in ["a", "ż", "€", "😀"] {
        let around = [1, 2, 640, 853, 1_280, 2_559, 2_560, 2_561, LONGEST_SECRET - 1, LONGEST_SECRET];
        for length in (1..LONGEST_SECRET).step_by(331).chain(around) {
            let secret = letter.repeat(length);
            vault.set("p", CredentialKind::Token, Secret::new(secret.clone())).await.expect("stored");
            let found = vault.get("p", CredentialKind::Token).await.expect("an answer").expect("a secret");
            assert!(found.expose() == secret, "{length} times {letter}");
            assert!(keychain.longest_stored() <= 2_560, "{length} times {letter}");
        }
    }
}

#[tokio::test]
async fn a_keychain_that_hangs_is_slow_and_holds_one_thread_only() {
    let (vault, keychain, _open_gate) = hanging();
    let first = vault.get("lab", KIND).await.expect_err("it hangs");
    assert_eq!(first.state, VaultState::Slow);
    let calls = keychain.moods().calls;
    for _ in 0..20 {
        let again = vault.get("lab", KIND).await.expect_err("it still hangs");
        assert_eq!(again.state, VaultState::Slow);
    }
    assert_eq!(vault.state().await, VaultState::Slow);
    assert_eq!(keychain.moods().calls, calls, "further calls reached the hanging keychain");
}

#[tokio::test]
async fn a_keychain_that_answers_late_is_used_again() {
    let (vault, keychain, open_gate) = hanging();
    vault.get("lab", KIND).await.expect_err("it hangs");
    keychain.write("lab/client-secret", &Secret::new("here")).expect("stored");
    open_gate.send(()).expect("the call waits at the gate");
    assert_eq!(until_it_answers(&vault).await.as_deref(), Some("here"));
}

#[tokio::test]
async fn a_keychain_that_waits_for_its_password_is_locked_and_not_just_slow() {
    let (vault, keychain, _open_gate) = hanging();
    keychain.moods().state = Some(VaultState::Locked);
    keychain.moods().gate_at_unlock = true;
    let problem = vault.get("lab", KIND).await.expect_err("it waits for the person");
    assert_eq!(problem.state, VaultState::Locked);
}

/// A vault whose keychain is locked and asks for its password in a window that nobody closes.
async fn waiting_for_its_password() -> (Vault, Arc<FakeKeychain>, Sender<()>) {
    let (vault, keychain, open_gate) = hanging();
    keychain.moods().state = Some(VaultState::Locked);
    keychain.moods().gate_at_unlock = true;
    let old = vault.set("lab", KIND, Secret::new("old")).await.expect_err("it waits for the person");
    assert_eq!(old.state, VaultState::Locked);
    (vault, keychain, open_gate)
}

#[tokio::test]
async fn a_keychain_that_is_unlocked_elsewhere_serves_though_its_question_stays_open() {
    let (vault, keychain, open_gate) = waiting_for_its_password().await;
    assert_eq!(vault.get("lab", KIND).await.expect_err("it is still locked").state, VaultState::Locked);
    assert_eq!(vault.state().await, VaultState::Locked);
    keychain.moods().state = None;
    assert_eq!(until_it_answers(&vault).await, None, "it answers, and what was given up was not done");
    // A busy machine may need longer than this vault's patience.
    for _ in 0..1_000 {
        match vault.set("lab", KIND, Secret::new("new")).await {
            Ok(()) => break,
            Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
        }
    }
    // The question is answered after all: whoever asked it was told that nothing was stored.
    open_gate.send(()).expect("the call waits at the gate");
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert_eq!(until_it_answers(&vault).await.as_deref(), Some("new"));
}

#[tokio::test]
async fn a_keychain_that_stays_locked_is_asked_for_its_password_once() {
    let (vault, keychain, _open_gate) = waiting_for_its_password().await;
    keychain.moods().unlock_fails = Some(VaultState::Denied);
    for _ in 0..20 {
        let again = vault.get("lab", KIND).await.expect_err("it is still locked");
        assert_eq!(again.state, VaultState::Locked, "a second question would be refused");
    }
}

#[tokio::test]
async fn a_locked_keychain_that_the_person_unlocks_is_read() {
    let keychain = Arc::new(FakeKeychain::default());
    keychain.write("lab/client-secret", &Secret::new("here")).expect("stored");
    keychain.moods().state = Some(VaultState::Locked);
    let vault = vault_on(&keychain, AMPLE);
    assert_eq!(vault.state().await, VaultState::Locked, "asking how it stands unlocks nothing");
    let found = vault.get("lab", KIND).await.expect("readable");
    assert_eq!(found.map(|s| s.expose().to_owned()).as_deref(), Some("here"));
}

#[tokio::test]
async fn the_data_key_is_made_once_and_stays() {
    let keychain = Arc::new(FakeKeychain::default());
    let first = vault_on(&keychain, AMPLE).data_key().await.expect("a key");
    let second = vault_on(&keychain, AMPLE).data_key().await.expect("a key");
    assert_eq!(first.expose(), second.expose());
    assert!(first.expose().len() == 64 && first.expose().bytes().all(|b| b.is_ascii_hexdigit()));
    let other = vault_on(&Arc::default(), AMPLE).data_key().await.expect("a key");
    assert_ne!(first.expose(), other.expose(), "two keychains got the same key");
}

#[tokio::test]
async fn two_who_need_the_first_data_key_at_once_get_the_same() {
    let keychain = Arc::new(FakeKeychain::default());
    let vaults: Vec<_> = (0..6).map(|_| vault_on(&keychain, AMPLE)).collect();
    let keys = vaults.iter().map(Vault::data_key);
    let mut found = std::collections::HashSet::new();
    for key in futures_join(keys.collect()).await {
        found.insert(key.expect("a key").expose().to_owned());
    }
    assert_eq!(found.len(), 1, "more than one key was made");
}

/// Polls all of them; the calls themselves run on threads.
async fn futures_join<F: Future>(futures: Vec<F>) -> Vec<F::Output> {
    let mut futures: Vec<_> = futures.into_iter().map(Box::pin).map(Some).collect();
    let mut outputs: Vec<Option<F::Output>> = futures.iter().map(|_| None).collect();
    std::future::poll_fn(|context| {
        for (future, output) in futures.iter_mut().zip(&mut outputs) {
            if let Some(std::task::Poll::Ready(value)) = future.as_mut().map(|f| f.as_mut().poll(context)) {
                (*output, *future) = (Some(value), None);
            }
        }
        if futures.iter().all(Option::is_none) {
            std::task::Poll::Ready(())
        } else {
            std::task::Poll::Pending
        }
    })
    .await;
    outputs.into_iter().flatten().collect()
}

#[tokio::test]
async fn a_keychain_that_does_not_answer_yes_or_no_never_leads_to_a_new_key() {
    for state in [VaultState::NoService, VaultState::Locked, VaultState::Denied, VaultState::Slow] {
        let keychain = Arc::new(FakeKeychain::default());
        keychain.moods().state = Some(state);
        keychain.moods().unlock_fails = Some(VaultState::Locked);
        let problem = vault_on(&keychain, AMPLE).data_key().await.expect_err("no key");
        assert_eq!((problem.state, keychain.count()), (state, 0));

        let keychain = Arc::new(FakeKeychain::default());
        keychain.moods().read_fails = Some(state);
        let problem = vault_on(&keychain, AMPLE).data_key().await.expect_err("no key");
        assert_eq!((problem.state, keychain.count()), (state, 0));
    }
}

#[tokio::test]
async fn a_data_key_that_was_given_up_is_not_made_later() {
    let (vault, keychain, open_gate) = hanging();
    let problem = vault.data_key().await.expect_err("it hangs");
    assert_eq!(problem.state, VaultState::Slow);
    open_gate.send(()).expect("the call waits at the gate");
    until_it_answers(&vault).await;
    assert_eq!(keychain.count(), 0, "a key appeared after its caller was told that there is none");
}

#[tokio::test]
async fn somebody_who_holds_the_lock_for_ever_keeps_nobody_from_the_keychain() {
    let keychain = Arc::new(FakeKeychain::default());
    let service = "rollcall-unit-test-held";
    let held = std::fs::File::create(creation::place(service)).expect("a file");
    held.lock().expect("a lock");
    let vault = Vault::on(service, Arc::new(Arc::clone(&keychain)), Duration::from_millis(50));
    let problem = vault.data_key().await.expect_err("the other one does not finish");
    assert_eq!((problem.state, keychain.count()), (VaultState::Slow, 0));
    assert!(until_it_answers(&vault).await.is_none(), "the keychain is free for the next call");
}

#[tokio::test]
async fn a_keychain_that_keeps_nothing_gives_no_data_key() {
    let keychain = Arc::new(FakeKeychain::default());
    keychain.fail_writes_after(0);
    let problem = vault_on(&keychain, AMPLE).data_key().await.expect_err("no key");
    assert_eq!(problem.state, VaultState::Denied);
}

#[tokio::test]
async fn a_keychain_that_panics_refuses_and_can_be_tried_again() {
    let keychain = Arc::new(FakeKeychain::default());
    let vault = vault_on(&keychain, AMPLE);
    keychain.moods().panics = true;
    assert_eq!(vault.get("lab", KIND).await.expect_err("it panics").state, VaultState::Denied);
    keychain.moods().panics = false;
    assert!(vault.get("lab", KIND).await.expect("it answers again").is_none());
}

#[tokio::test]
async fn session_only_keeps_nothing_and_says_so() {
    let vault = Vault::session_only();
    assert!(!vault.remembers() && vault_on(&Arc::default(), AMPLE).remembers());
    assert_eq!(vault.state().await, VaultState::Ok);
    assert_eq!(vault.data_key().await.expect_err("no key").state, VaultState::NoService);
    assert!(Vault::session_only().get("lab", KIND).await.expect("readable").is_none());
}

#[test]
fn states_and_kinds_are_written_in_kebab_case() {
    assert_eq!(CredentialKind::SubscriptionKey.name(), "subscription-key");
    let problem = VaultProblem::of(VaultState::NoService);
    assert_eq!(problem.to_string(), problem.sentence);
}
