//! `sandbox serve`.

use crate::desk::{Desk, Platform, assert_fits, people};

#[test]
fn the_first_line_says_how_to_connect_and_signals_end_it() {
    for signal in ["TERM", "INT"] {
        let mut platform = Platform::serve(&[]);
        assert_fits("sandbox", &platform.info);
        let address = platform.word("baseUrl").trim_start_matches("http://").to_owned();
        assert!(std::net::TcpStream::connect(&address).is_ok(), "it is served on loopback");
        assert_eq!(platform.signal(signal).code(), Some(0), "{signal}");
        assert!(std::net::TcpStream::connect(&address).is_err(), "nothing is left behind");
    }
}

#[test]
fn a_state_folder_keeps_identity_and_effects() {
    let mut desk = Desk::new();
    let state = desk.path("platform");
    let mut first = Platform::serve(&["--state", &state]);
    desk.connect("Kept", &first, &[]);
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    desk.run(&["invite", &file, "-p", "Kept", "--yes"]).ends_with(0);
    first.signal("TERM");
    let second = Platform::serve(&["--state", &state]);
    assert_eq!(second.mailed(), ["ann@alpine.example"]);
    assert_eq!(second.word("subscriptionKey"), first.word("subscriptionKey"));
}

#[test]
fn a_fault_plan_is_kept_to() {
    let mut desk = Desk::new();
    let plan = desk.file(
        "plan.toml",
        "[[rules]]\nwhen = { endpoint = \"users\" }\nfault = { status_before = { status = 500 } }\n",
    );
    let platform = Platform::serve(&["--faults", &plan]);
    desk.connect("Faulty", &platform, &[]);
    desk.run(&["sync", "-p", "Faulty"]).ends_with(1);
}

#[test]
fn what_can_not_be_served_is_said_in_one_sentence() {
    let desk = Desk::new();
    let broken = desk.file("plan.toml", "rules = 7\n");
    for arguments in [["--faults", &broken], ["--world", "no-such-world.json"]] {
        let answer = desk.run(&[&["sandbox", "serve"], &arguments[..]].concat()).ends_with(1);
        assert_eq!(answer.stdout, "");
        assert!(answer.stderr.trim_end().ends_with('.'), "{}", answer.stderr);
    }
}
