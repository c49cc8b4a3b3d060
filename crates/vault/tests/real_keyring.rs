//! The vault on a real Secret Service: a private D-Bus session with a GNOME Keyring of its own, in a
//! folder that is thrown away. The person's own keychain is out of reach.
//!
//! Each outer test starts such a session around this same test program, which then runs one of the
//! inner tests, marked as ignored.
#![cfg(target_os = "linux")]

use rollcall_core::Secret;
use rollcall_vault::{CredentialKind, Vault, VaultState};
use secret_service::EncryptionType;
use secret_service::blocking::SecretService;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

const KIND: CredentialKind = CredentialKind::ClientSecret;

/// Set by the outer tests alone, so that `--ignored` by hand can't reach the real keychain.
const INSIDE: &str = "ROLLCALL_TEST_PRIVATE_SESSION";

/// A bus that can start no service, with its socket in the folder that is thrown away.
const EMPTY_BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=HOME</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>RULES</policy>
</busconfig>"#;

/// Lets nobody speak to the keychain.
const REFUSED: &str = r#"<deny send_destination="org.freedesktop.secrets"/>"#;

fn tools_are_there() -> bool {
    let there = ["dbus-run-session", "gnome-keyring-daemon"].into_iter().all(|tool| {
        let asked = Command::new(tool).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
        asked.is_ok()
    });
    let required = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(
        there || !required,
        "install gnome-keyring and dbus: the vault was NOT tested on a real keychain"
    );
    if !there {
        eprintln!("\n  NOT TESTED: the vault on a real keychain. Install gnome-keyring and dbus.\n");
    }
    there
}

fn private(program: &str, home: &Path) -> Command {
    let mut command = Command::new(program);
    command
        .env("HOME", home)
        .env("XDG_DATA_HOME", home)
        .env("XDG_RUNTIME_DIR", home)
        .env("XDG_CACHE_HOME", home);
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "GNOME_KEYRING_CONTROL"] {
        command.env_remove(name);
    }
    command.env(INSIDE, "yes");
    command
}

fn run_inside(command: &mut Command, test: &str, before: &[&str]) {
    let program = std::env::current_exe().expect("this program");
    command.args(before).arg(program).args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"]);
    let output = command.output().expect("the session starts");
    let said = String::from_utf8_lossy(&output.stdout);
    let passed = output.status.success() && said.contains("1 passed");
    assert!(passed, "{test} failed in its session:\n{said}\n{}", String::from_utf8_lossy(&output.stderr));
}

/// A bus on which nothing runs yet, and nothing starts by itself.
fn in_session(test: &str) {
    in_session_with("", test);
}

fn in_session_with(rules: &str, test: &str) {
    if !tools_are_there() {
        return;
    }
    let home = tempfile::tempdir().expect("a folder");
    let config = home.path().join("bus.conf");
    let folder = home.path().to_str().expect("a plain path");
    std::fs::write(&config, EMPTY_BUS.replace("HOME", folder).replace("RULES", rules)).expect("written");
    let option = format!("--config-file={}", config.display());
    run_inside(&mut private("dbus-run-session", home.path()), test, &[&option, "--"]);
}

/// A keyring with the password of one line's end; it ends with this value.
struct Keyring(Child);

impl Keyring {
    async fn start(vault: &Vault) -> Self {
        let mut daemon = Command::new("gnome-keyring-daemon");
        daemon.args(["--foreground", "--unlock", "--components=secrets"]);
        let mut daemon = daemon.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().expect("it starts");
        daemon.stdin.take().expect("its input").write_all(b"\n").expect("the password");
        while vault.state().await == VaultState::NoService {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Self(daemon)
    }
}

impl Keyring {
    /// `STOP` leaves it on the bus and without an answer for anybody; `CONT` goes on with what was asked.
    fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([&format!("-{signal}"), &self.0.id().to_string()]).status();
        assert!(sent.expect("kill is there").success(), "the signal goes out");
    }
}

impl Drop for Keyring {
    fn drop(&mut self) {
        self.0.kill().expect("it ends");
        self.0.wait().expect("it ended");
    }
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime")
}

fn assert_private() {
    assert!(std::env::var_os(INSIDE).is_some(), "only the outer tests may run this");
}

fn text(secret: Option<Secret>) -> Option<String> {
    secret.map(|secret| secret.expose().to_owned())
}

fn lock_default_collection() {
    let service = SecretService::connect(EncryptionType::Plain).expect("the service");
    service.get_default_collection().expect("the collection").lock().expect("it locks");
}

#[test]
fn credentials_and_the_data_key_live_in_a_real_keyring() {
    in_session("inside_credentials_are_kept");
}

#[test]
#[ignore = "runs inside a private session"]
fn inside_credentials_are_kept() {
    assert_private();
    runtime().block_on(async {
        let vault = Vault::system("rollcall-test");
        let _keyring = Keyring::start(&vault).await;
        assert_eq!(vault.state().await, VaultState::Ok);
        assert_eq!(text(vault.get("lab", KIND).await.expect("readable")), None);
        let longest = "ż".repeat(5_000);
        vault.set("lab", KIND, Secret::new("first")).await.expect("stored");
        for length in [1, 2, 63, 64, 65, 2_559, 2_560, 2_561, 4_999, 5_000] {
            let secret: String = "aż€😀".chars().cycle().take(length).collect();
            vault.set("lab", KIND, Secret::new(secret.clone())).await.expect("stored");
            assert_eq!(text(vault.get("lab", KIND).await.expect("readable")), Some(secret), "{length}");
        }
        vault.set("lab", KIND, Secret::new(longest.clone())).await.expect("stored again");
        let elsewhere = Vault::system("rollcall-test");
        assert_eq!(text(elsewhere.get("lab", KIND).await.expect("readable")), Some(longest));
        assert_eq!(text(Vault::system("rollcall-other").get("lab", KIND).await.expect("readable")), None);
        let key = vault.data_key().await.expect("a key");
        assert_eq!(elsewhere.data_key().await.expect("the same key").expose(), key.expose());
        vault.remove("lab", KIND).await.expect("removed");
        vault.remove("lab", KIND).await.expect("nothing to remove is fine");
        assert_eq!(text(elsewhere.get("lab", KIND).await.expect("readable")), None);
    });
}

#[test]
fn a_locked_real_keyring_is_called_locked_and_leads_to_no_new_key() {
    in_session("inside_a_locked_keyring");
}

#[test]
#[ignore = "runs inside a private session"]
fn inside_a_locked_keyring() {
    assert_private();
    runtime().block_on(async {
        let vault = Vault::system("rollcall-test");
        let keyring = Keyring::start(&vault).await;
        let key = vault.data_key().await.expect("a key");
        lock_default_collection();
        assert_eq!(vault.state().await, VaultState::Locked);
        assert_eq!(vault.data_key().await.expect_err("locked").state, VaultState::Locked);
        assert_eq!(vault.get("lab", KIND).await.expect_err("locked").state, VaultState::Locked);
        drop(keyring);
        assert_eq!(vault.data_key().await.expect_err("it ended").state, VaultState::NoService);
        let _keyring = Keyring::start(&vault).await;
        let again = vault.data_key().await.expect("the key, from a keyring that was restarted");
        assert_eq!(again.expose(), key.expose(), "a second key was made");
    });
}

#[test]
fn many_calls_come_from_one_client_of_the_keychain_or_two() {
    in_session("inside_many_calls");
}

/// How many have connected to the bus so far, this question among them: it numbers them.
fn clients_so_far() -> u32 {
    let mut ask = Command::new("dbus-send");
    ask.args([
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.DBus",
        "/",
        "org.freedesktop.DBus.GetId",
    ]);
    let told = String::from_utf8(ask.output().expect("dbus-send is there").stdout).expect("letters");
    let number = told.split("destination=:1.").nth(1).and_then(|rest| rest.split(' ').next());
    number.and_then(|number| number.parse().ok()).expect("a name on the bus")
}

#[test]
#[ignore = "runs inside a private session"]
fn inside_many_calls() {
    assert_private();
    runtime().block_on(async {
        let vault = Vault::system("rollcall-test");
        let keyring = Keyring::start(&vault).await;
        let before = clients_so_far();
        for round in 0..40 {
            vault.set("lab", KIND, Secret::new(format!("{round}"))).await.expect("stored");
            assert_eq!(text(vault.get("lab", KIND).await.expect("readable")), Some(format!("{round}")));
            assert_eq!(text(vault.get("other", KIND).await.expect("readable")), None);
            assert_eq!(vault.state().await, VaultState::Ok);
        }
        let clients = clients_so_far() - before - 1;
        assert!(clients <= 2, "{clients} clients: a keychain may not live through all of them");
        // The same ones are gone with their keychain, and others serve.
        drop(keyring);
        let _keyring = Keyring::start(&vault).await;
        assert_eq!(text(vault.get("lab", KIND).await.expect("readable")).as_deref(), Some("39"));
        vault.set("lab", KIND, Secret::new("after")).await.expect("stored");
        assert_eq!(text(vault.get("lab", KIND).await.expect("readable")).as_deref(), Some("after"));
    });
}

#[test]
fn a_bus_without_a_keychain_has_no_service() {
    in_session("inside_nothing_serves");
}

#[test]
fn a_computer_without_a_bus_has_no_service() {
    let home = tempfile::tempdir().expect("a folder");
    let mut command = private("env", home.path());
    command.env("DBUS_SESSION_BUS_ADDRESS", format!("unix:path={}/no-such-bus", home.path().display()));
    run_inside(&mut command, "inside_nothing_serves", &[]);
}

#[test]
#[ignore = "runs inside a private session"]
fn inside_nothing_serves() {
    assert_private();
    runtime().block_on(async {
        let vault = Vault::system("rollcall-test");
        assert_eq!(vault.state().await, VaultState::NoService);
        let problem = vault.set("lab", KIND, Secret::new("x")).await.expect_err("nowhere to put it");
        assert_eq!(problem.state, VaultState::NoService);
        assert_eq!(vault.data_key().await.expect_err("no key").state, VaultState::NoService);
    });
}

#[test]
fn a_keychain_that_starts_later_is_found_without_a_restart() {
    in_session("inside_a_late_keychain");
}

#[test]
#[ignore = "runs inside a private session"]
fn inside_a_late_keychain() {
    assert_private();
    runtime().block_on(async {
        let vault = Vault::system("rollcall-test");
        assert_eq!(vault.get("lab", KIND).await.expect_err("nothing there").state, VaultState::NoService);
        let _keyring = Keyring::start(&vault).await;
        vault.set("lab", KIND, Secret::new("x")).await.expect("stored");
        assert_eq!(text(vault.get("lab", KIND).await.expect("readable")).as_deref(), Some("x"));
    });
}

#[test]
fn a_real_keychain_that_stops_answering_is_slow_and_holds_nobody_up() {
    in_session("inside_a_keychain_that_hangs");
}

/// Everything else that goes on in this thread gets its turn.
async fn other_work() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

#[test]
#[ignore = "runs inside a private session"]
fn inside_a_keychain_that_hangs() {
    assert_private();
    runtime().block_on(async {
        let vault = Vault::system("rollcall-test");
        let keyring = Keyring::start(&vault).await;
        vault.set("lab", KIND, Secret::new("x")).await.expect("stored");
        let key = vault.data_key().await.expect("a key");
        keyring.signal("STOP");
        let mut asked = std::pin::pin!(vault.get("lab", KIND));
        // There is one thread: a call that waited in it would have its answer before the other work is done.
        let held_up = tokio::select! {
            biased;
            _ = &mut asked => true,
            () = other_work() => false,
        };
        assert!(!held_up, "the other work waited for the keychain");
        assert_eq!(asked.await.expect_err("it never answers").state, VaultState::Slow);
        assert_eq!(vault.state().await, VaultState::Slow);
        let refused = vault.set("lab", KIND, Secret::new("y")).await.expect_err("it hangs still");
        assert_eq!(refused.state, VaultState::Slow);
        assert_eq!(vault.data_key().await.expect_err("and gives no key").state, VaultState::Slow);
        keyring.signal("CONT");
        while vault.state().await != VaultState::Ok {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        assert_eq!(text(vault.get("lab", KIND).await.expect("readable")).as_deref(), Some("x"));
        assert_eq!(vault.data_key().await.expect("the same").expose(), key.expose(), "a second key was made");
    });
}

#[test]
fn a_bus_that_lets_nobody_speak_to_the_keychain_denies() {
    in_session_with(REFUSED, "inside_a_keychain_that_is_denied");
}

#[test]
#[ignore = "runs inside a private session"]
fn inside_a_keychain_that_is_denied() {
    assert_private();
    runtime().block_on(async {
        let vault = Vault::system("rollcall-test");
        let _keyring = Keyring::start(&vault).await;
        assert_eq!(vault.state().await, VaultState::Denied);
        for problem in [
            vault.get("lab", KIND).await.expect_err("denied"),
            vault.set("lab", KIND, Secret::new("x")).await.expect_err("denied"),
            vault.data_key().await.expect_err("denied"),
        ] {
            assert_eq!(problem.state, VaultState::Denied);
            assert!(!problem.sentence.contains("DBus"), "{}", problem.sentence);
        }
    });
}
