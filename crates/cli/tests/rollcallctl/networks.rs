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
