//! The keychain of a private session: secrets that are kept in it, and what is said while it does not answer.
#![cfg(target_os = "linux")]

use crate::desk::{Answer, Desk, Platform, until};
use crate::profiles::files_below;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use tempfile::TempDir;

/// A bus that can start no service, with its socket in a folder that is thrown away.
const BUS: &str = r#"<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=HOME</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>"#;

/// A bus and a GNOME Keyring on it; the person's own are out of reach.
struct Keychain {
    home: TempDir,
    bus: Child,
    address: String,
    daemon: Child,
}

impl Keychain {
    /// Nothing where the tools are missing and no CI asks for them.
    fn start() -> Option<Self> {
        let home = tempfile::tempdir().expect("a folder");
        let config = home.path().join("bus.conf");
        let folder = home.path().to_str().expect("a plain path");
        std::fs::write(&config, BUS.replace("HOME", folder)).expect("written");
        let mut bus = Command::new("dbus-daemon");
        bus.arg(format!("--config-file={}", config.display())).args(["--nofork", "--print-address=1"]);
        let Ok(mut bus) = bus.stdout(Stdio::piped()).spawn() else { return missing() };
        let mut address = String::new();
        BufReader::new(bus.stdout.take().expect("its output")).read_line(&mut address).expect("an address");
        let address = address.trim().to_owned();
        let mut daemon = Command::new("gnome-keyring-daemon");
        daemon.args(["--foreground", "--unlock", "--components=secrets"]);
        for variable in ["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME"] {
            daemon.env(variable, home.path());
        }
        daemon.env_remove("GNOME_KEYRING_CONTROL").env("DBUS_SESSION_BUS_ADDRESS", &address);
        let Ok(mut daemon) = daemon.stdin(Stdio::piped()).stdout(Stdio::null()).spawn() else {
            end(&mut bus);
            return missing();
        };
        daemon.stdin.take().expect("its input").write_all(b"\n").expect("the password");
        Some(Self { home, bus, address, daemon })
    }

    /// Runs a command that finds this keychain, and neither secrets nor a key in its environment.
    fn run(&self, desk: &Desk, arguments: &[&str], input: &str) -> Answer {
        let mut command = desk.command(arguments);
        command.env_remove("ROLLCALL_KEYCHAIN").env_remove("ROLLCALL_DATA_KEY").env("HOME", self.home.path());
        command.env("DBUS_SESSION_BUS_ADDRESS", &self.address).stdin(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        // A program that refuses reads nothing, and may have ended already.
        let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
        Answer::of(child)
    }

    /// `STOP` leaves it on the bus and without an answer for anybody; `CONT` goes on.
    fn signal(&self, signal: &str) {
        crate::desk::send_signal(&self.daemon, signal);
    }
}

impl Drop for Keychain {
    fn drop(&mut self) {
        end(&mut self.daemon);
        end(&mut self.bus);
    }
}

fn end(child: &mut Child) {
    // It may have ended already.
    let _ = child.kill();
    let _ = child.wait();
}

fn missing<T>() -> Option<T> {
    let required = std::env::var("CI").is_ok_and(|value| value == "true");
    assert!(!required, "install gnome-keyring and dbus: the program was NOT tested on a real keychain");
    eprintln!("\n  NOT TESTED: the program on a real keychain. Install gnome-keyring and dbus.\n");
    None
}

#[test]
fn every_command_ends_with_a_sentence_while_the_keychain_hangs_and_works_again_after_it() {
    let Some(keychain) = Keychain::start() else { return };
    let (platform, desk) = (Platform::serve(&[]), Desk::new());
    let add = [
        &["profile", "add", "Nordlys", "--sign-in", "client-credentials", "--secrets-stdin"][..],
        &["--base-url", platform.word("baseUrl"), "--token-url", platform.word("tokenUrl")],
        &["--client-id", platform.word("clientId"), "--platform-id", platform.word("platformId")],
    ]
    .concat();
    let (key, secret) = (platform.word("subscriptionKey"), platform.word("clientSecret"));
    let secrets = format!("ROLLCALL_SUBSCRIPTION_KEY={key}\nROLLCALL_CLIENT_SECRET={secret}\n");
    until("the keychain serves", || (keychain.run(&desk, &add, &secrets).code == Some(0)).then_some(()));
    keychain.run(&desk, &["sync", "-p", "Nordlys"], "").ends_with(0);

    keychain.signal("STOP");
    let listed = keychain.run(&desk, &["profile", "list", "--json"], "").ends_with(0).document("profiles");
    let kept = &listed["profiles"][0];
    assert_eq!((&kept["subscriptionKey"], &kept["secret"]), (&"unknown".into(), &"unknown".into()));
    // What needs a secret or the key of the data says so, and makes no second key.
    for command in
        [&["sync", "-p", "Nordlys"][..], &["users", "-p", "Nordlys"], &["profile", "remove", "Nordlys"]]
    {
        let refused = keychain.run(&desk, command, "").ends_with(1);
        assert!(refused.stderr.contains("did not answer"), "{command:?}: {}", refused.stderr);
    }

    keychain.signal("CONT");
    let back = until("the keychain answers again", || {
        let answer =
            keychain.run(&desk, &["profile", "list", "--json"], "").ends_with(0).document("profiles");
        (answer["profiles"][0]["secret"] == "kept").then_some(answer)
    });
    assert_eq!(back["profiles"][0]["subscriptionKey"], "kept");
    keychain.run(&desk, &["users", "-p", "Nordlys"], "").ends_with(0);
    for (path, bytes) in files_below(&desk.home()) {
        for hidden in [key, secret] {
            let found = bytes.windows(hidden.len()).any(|part| part == hidden.as_bytes());
            assert!(!found, "{path} holds a secret");
        }
    }
}
