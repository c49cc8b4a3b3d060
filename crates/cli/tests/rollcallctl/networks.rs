//! The way through a network, from the command line.

use crate::desk::{Desk, Platform};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::process::{Child, Command, Stdio};

const PASSWORD: &str = "proxy-canary-81f2";

/// A tinyproxy that asks who is there, and ends with the test.
struct Tinyproxy {
    url: String,
    process: Child,
}

impl Tinyproxy {
    fn start(desk: &Desk) -> Self {
        // Somebody else may take the port that was free a moment ago.
        (0..10).find_map(|_| Self::try_start(desk)).expect("tinyproxy; `cargo xtask test` installs it")
    }

    fn try_start(desk: &Desk) -> Option<Self> {
        let port = TcpListener::bind("127.0.0.1:0").ok()?.local_addr().ok()?.port();
        let settings =
            format!("Port {port}\nListen 127.0.0.1\nLogLevel Info\nBasicAuth analyst {PASSWORD}\n");
        let mut process = Command::new("tinyproxy")
            .args(["-d", "-c", &desk.file("tinyproxy.conf", &settings)])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut lines = BufReader::new(process.stdout.take()?).lines().map_while(Result::ok);
        if !lines.any(|line| line.contains("Accepting connections")) {
            let _ = process.wait();
            return None;
        }
        // It would stop at a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        Some(Self { url: format!("http://127.0.0.1:{port}"), process })
    }
}

impl Tinyproxy {
    /// As the system's settings name it: with the user name and the password in it.
    fn as_the_system_says(&self) -> String {
        self.url.replace("http://", &format!("http://analyst:{PASSWORD}@"))
    }
}

impl Drop for Tinyproxy {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_proxy_that_asks_who_is_there_is_passed_with_the_password_of_the_environment() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    let proxy = Tinyproxy::start(&desk);
    desk.give("ROLLCALL_PROXY_PASSWORD", PASSWORD);
    desk.connect("Nordlys", &platform, &["--proxy", &proxy.url, "--proxy-user", "analyst"]);
    // What comes after the proxy is examined elsewhere: tinyproxy closes connections that are not encrypted as it likes.
    let through = desk.run(&["profile", "test", "Nordlys"]);
    let passed = "[good] Proxy: The proxy that this connection names lets Rollcall through.";
    assert!(through.stdout.contains(passed), "it says which way it went: {}", through.stdout);
    desk.give("ROLLCALL_PROXY_PASSWORD", "wrong-canary-4d1c");
    let refused = desk.run(&["profile", "test", "Nordlys"]).ends_with(1);
    // For what is not encrypted tinyproxy says 401, as the platform behind it would: the doctor can't tell which it was.
    assert!(refused.stdout.contains("[fails] Sign-in"), "nobody gets by with it: {}", refused.stdout);
    for answer in [&through, &refused] {
        assert!(!format!("{answer:?}").contains("canary"), "no password is shown: {answer:?}");
    }
    let listed = desk.run(&["profile", "export", "Nordlys", "-o", &desk.path("nordlys.rollcall.json")]);
    listed.ends_with(0);
    let file = std::fs::read_to_string(desk.path("nordlys.rollcall.json")).expect("the file");
    assert!(
        file.contains(&proxy.url) && !file.contains("canary"),
        "the way is carried, the password is not: {file}"
    );
}

#[test]
fn a_network_that_makes_no_sense_is_refused_in_words() {
    let desk = Desk::new();
    let add = |options: &[&str]| {
        let always = ["profile", "add", "X", "--base-url", "https://api.example", "--platform-id", "p"];
        desk.run(&[&always[..], &["--sign-in", "token", "--session-only"], options].concat())
    };
    let alone = add(&["--proxy-user", "analyst"]).ends_with(2);
    assert!(alone.stderr.contains("--proxy"), "{}", alone.stderr);
    let missing = add(&["--authority", &desk.path("nowhere.pem")]).ends_with(2);
    assert!(missing.stderr.contains("can't be read"), "{}", missing.stderr);
    let none = add(&["--authority", &desk.file("words.pem", "no certificate")]).ends_with(1);
    assert!(!none.stderr.is_empty());
    add(&["--proxy", "none"]).ends_with(0);
}

#[test]
fn a_platform_that_the_systems_proxy_does_not_find_is_told_at_the_proxy() {
    let mut desk = Desk::new();
    let proxy = Tinyproxy::start(&desk);
    desk.give("HTTPS_PROXY", &proxy.as_the_system_says());
    desk.give("NO_PROXY", "");
    desk.give("ROLLCALL_SUBSCRIPTION_KEY", "key-canary-2b7d");
    desk.give("ROLLCALL_TOKEN", "token-canary-c05e");
    let add = |name: &str, options: &[&str]| {
        let always = ["profile", "add", name, "--base-url", "https://platform.invalid", "--platform-id", "p"];
        let sign_in = ["--sign-in", "token", "--session-only"];
        desk.run(&[&always[..], &sign_in, options].concat()).ends_with(0);
    };
    add("Nordlys", &[]);
    add("Without", &["--proxy", "none"]);
    let stopped = desk.run(&["profile", "test", "Nordlys"]).ends_with(1);
    let words = "[fails] Proxy: The proxy did not open the way to the platform";
    assert!(stopped.stdout.contains(words), "{stopped:?}");
    assert!(stopped.stdout.contains(&proxy.url["http://".len()..]), "it says which: {}", stopped.stdout);
    assert!(!format!("{stopped:?}").contains("canary"), "no secret is shown: {stopped:?}");
    let alone = desk.run(&["profile", "test", "Without"]).ends_with(1);
    desk.give("NO_PROXY", "platform.invalid");
    let excepted = desk.run(&["profile", "test", "Nordlys"]).ends_with(1);
    for direct in [alone, excepted] {
        let words = "[good] Proxy: No proxy is used: the platform is asked directly.";
        assert!(direct.stdout.contains(words), "{}", direct.stdout);
    }
}

/// An address of this computer that is not the way back to it, so that the system's proxy serves it, too.
#[cfg(target_os = "linux")]
const HERE: &str = "0.0.0.0";

#[cfg(target_os = "linux")]
#[test]
fn a_platform_is_reached_as_the_systems_settings_say_and_believed_whom_the_system_trusts() {
    use crate::encrypted::{Authority, GOOD, Paper, before};
    let (platform, runtime) = (Platform::serve(&[]), tokio::runtime::Runtime::new().expect("a runtime"));
    let mut desk = Desk::new();
    let proxy = Tinyproxy::start(&desk);
    let (ours, other) = (Authority::new("Nordlys Root"), Authority::new("Somebody Else"));
    let port = platform.word("baseUrl").rsplit(':').next().and_then(|port| port.parse().ok());
    let front = before(port.expect("a port"), &ours, &Paper { name: HERE, ..GOOD });
    let address = runtime.block_on(front).replace("localhost", HERE);
    desk.give("HTTPS_PROXY", &proxy.as_the_system_says());
    desk.give("NO_PROXY", "");
    desk.give("SSL_CERT_FILE", &desk.file("other.pem", &other.pem()));
    desk.connect_through(&address, "Nordlys", &platform, &[]);
    let through = "[good] Proxy: The proxy that the system's settings name lets Rollcall through.";
    let doubted = desk.run(&["profile", "test", "Nordlys"]).ends_with(1);
    assert!(doubted.stdout.contains(through), "{}", doubted.stdout);
    let words = "[fails] Connection: The platform's certificate was signed by an authority that this computer does not know.";
    assert!(doubted.stdout.contains(words), "{}", doubted.stdout);
    desk.give("SSL_CERT_FILE", &desk.file("ours.pem", &ours.pem()));
    let trusted = desk.run(&["profile", "test", "Nordlys"]).ends_with(0);
    let words = "[good] Connection: The connection is encrypted, and the certificate can be trusted.";
    for words in [through, words, &proxy.url["http://".len()..]] {
        assert!(trusted.stdout.contains(words), "{words}: {}", trusted.stdout);
    }
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    for answer in [&doubted, &trusted] {
        assert!(!format!("{answer:?}").contains("canary"), "no password is shown: {answer:?}");
    }
}
