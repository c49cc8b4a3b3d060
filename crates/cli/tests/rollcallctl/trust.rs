//! What leaves the program on every way that ends badly: no secret in any form, and no file that others can read.
#![cfg(unix)]

use crate::desk::{Answer, Desk, Platform, people, sample, slow, until};
use crate::profiles::files_below;
use serde_json::json;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;

/// Secrets that are found nowhere else, with signs that each way of writing a text changes.
const KEY: &str = "canary-key/öffne+7731==";
const SECRET: &str = "canary-secret&Sésame=5512";
const TOKEN: &str = "canary.token-9184_x~end";
/// The key of the data that every command of a desk is given.
const DATA_KEY: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// Every way in which a secret could be written.
fn forms(secret: &str) -> Vec<Vec<u8>> {
    let bytes = secret.as_bytes();
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let escaped: String = bytes
        .iter()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                (*byte as char).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect();
    let wide = |order: fn(u16) -> [u8; 2]| secret.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let mut forms = vec![
        bytes.to_vec(),
        hex.to_uppercase().into_bytes(),
        hex.into_bytes(),
        escaped.into_bytes(),
        wide(u16::to_le_bytes),
        wide(u16::to_be_bytes),
        bytes.iter().rev().copied().collect(),
    ];
    // Inside a longer text a secret can start at each of the three places of a group of base64.
    forms.extend((0..3).map(|lead| {
        let mut padded = vec![0; lead];
        padded.extend(bytes);
        padded.truncate(padded.len() / 3 * 3);
        base64(&padded).as_bytes()[if lead == 0 { 0 } else { 4 }..].to_vec()
    }));
    forms
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let of = |group: &[u8]| {
        let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte));
        [18, 12, 6, 0].map(|shift| LETTERS[(bits >> shift & 63) as usize] as char)
    };
    bytes.chunks_exact(3).flat_map(of).collect()
}

#[track_caller]
fn assert_silent(what: &str, bytes: &[u8], secrets: &[&str]) {
    for secret in secrets {
        for (at, form) in forms(secret).into_iter().enumerate() {
            let found = bytes.windows(form.len()).any(|part| part == form);
            assert!(!found, "{what} holds {secret}, in form {at}");
        }
    }
}

/// Neither what was said nor anything in the folder of the desk holds one of them.
#[track_caller]
fn assert_desk_silent(desk: &Desk, answers: &[(String, Answer)], secrets: &[&str]) {
    for (command, answer) in answers {
        assert_silent(command, answer.stdout.as_bytes(), secrets);
        assert_silent(command, answer.stderr.as_bytes(), secrets);
    }
    for (path, bytes) in files_below(desk.folder.path()) {
        assert_silent(&path, &bytes, secrets);
    }
}

/// A server that sends back to whoever asks all that they sent, with a status and as the place to go on to.
struct Echo {
    address: String,
}

impl Echo {
    fn serve(status: u16) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        // It ends with the process of the test.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                std::thread::spawn(move || Self::answer(stream, status));
            }
        });
        Self { address }
    }

    fn answer(mut stream: TcpStream, status: u16) {
        // Shorter than any of these calls: all of a request comes at once.
        let mut heard = vec![0; 64 * 1024];
        let length = stream.read(&mut heard).unwrap_or(0);
        let asked = String::from_utf8_lossy(&heard[..length]).into_owned();
        let body =
            json!({ "error": "invalid_client", "error_description": asked, "message": asked }).to_string();
        let place: String = asked.chars().filter(char::is_ascii_alphanumeric).take(2_000).collect();
        let answer = format!(
            "HTTP/1.1 {status} Refused\r\nContent-Type: application/json\r\nLocation: /?{place}\r\nContent-Length: {}\r\n\
             Connection: close\r\n\r\n{body}",
            body.len()
        );
        // Whoever asked may have gone.
        let _ = stream.write_all(answer.as_bytes());
    }
}

/// Every command that speaks to a platform or writes a file.
fn tour(desk: &Desk, name: &str) -> Vec<(String, Answer)> {
    let file = desk.file("people.csv", &people(["ann".to_owned(), "bob".to_owned()]));
    let (report, exported) = (desk.path("report.xlsx"), desk.path(&format!("{name}.json")));
    let commands: Vec<Vec<&str>> = vec![
        vec!["profile", "list", "--json"],
        vec!["profile", "test", name, "--json"],
        vec!["profile", "test", name],
        vec!["sync", "-p", name],
        vec!["users", "-p", name, "--json"],
        vec!["check", &file, "-p", name, "--json", "--payloads"],
        vec!["invite", &file, "-p", name, "--yes", "--json", "--report", &report],
        vec!["runs", "list", "--json"],
        vec!["profile", "export", name, "--output", &exported],
    ];
    commands.into_iter().map(|command| (command.join(" "), desk.run(&command))).collect()
}

#[test]
fn the_search_finds_a_secret_in_every_form() {
    for secret in [KEY, SECRET, TOKEN, DATA_KEY] {
        for form in forms(secret) {
            let planted = [b"before ".as_slice(), &form, b" after"].concat();
            let found = std::panic::catch_unwind(|| assert_silent("planted", &planted, &[secret]));
            assert!(found.is_err(), "{secret} is not found as {form:?}");
        }
    }
    let longer = base64(format!("user:{SECRET}:and more.").as_bytes());
    assert!(std::panic::catch_unwind(|| assert_silent("longer", longer.as_bytes(), &[SECRET])).is_err());
}

/// What is said of a server that answers everything with this status and all that it was sent.
fn echoed(status: u16) {
    let echo = Echo::serve(status);
    let mut desk = Desk::new();
    desk.give("ROLLCALL_SUBSCRIPTION_KEY", KEY);
    desk.give("ROLLCALL_CLIENT_SECRET", SECRET);
    desk.give("ROLLCALL_TOKEN", TOKEN);
    let token_url = format!("{}/oauth/token", echo.address);
    let address = ["--base-url", &echo.address, "--platform-id", "1", "--session-only"];
    let client = ["--sign-in", "client-credentials", "--token-url", &token_url, "--client-id", "x"];
    let mut answers = Vec::new();
    for (name, sign_in) in [("Secret", &client[..]), ("Token", &["--sign-in", "token"])] {
        answers.push(("add".to_owned(), desk.run(&[&["profile", "add", name], sign_in, &address].concat())));
        for command in
            [&["profile", "test", name, "--json"][..], &["profile", "test", name], &["sync", "-p", name]]
        {
            answers.push((format!("{status}: {}", command.join(" ")), desk.run(command)));
        }
    }
    let refused = answers.iter().filter(|(_, answer)| answer.code.is_some_and(|code| code != 0)).count();
    assert!(refused >= 4, "{status}: the ways that end badly were not gone: {answers:?}");
    assert_desk_silent(&desk, &answers, &[KEY, SECRET, TOKEN, DATA_KEY]);
}

#[test]
fn a_server_that_sends_secrets_back_leads_none_of_them_anywhere() {
    // Side by side: with some statuses the program waits and tries again.
    std::thread::scope(|threads| {
        for status in [200, 302, 307, 400, 401, 403, 404, 409, 500] {
            threads.spawn(move || echoed(status));
        }
    });
}

#[test]
fn a_platform_that_fails_in_every_way_is_told_of_without_a_secret() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &["--post-timeout-seconds", "2"]);
    let secrets =
        [platform.word("subscriptionKey"), platform.word("clientSecret"), platform.word("token"), DATA_KEY];
    for fault in [
        json!({ "status_before": { "status": 401 } }),
        json!({ "status_before": { "status": 302 } }),
        json!({ "status_after": { "status": 500 } }),
        json!("token_expires"),
        json!("reset_before"),
        json!("reset_after"),
        json!("cut_answer"),
    ] {
        platform.faults(&json!({ "rules": [{ "fault": fault }] }));
        assert_desk_silent(&desk, &tour(&desk, "Nordlys"), &secrets);
    }
}

#[test]
fn a_program_that_dies_in_the_middle_leaves_no_secret_behind() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &[]);
    let secrets =
        [platform.word("subscriptionKey"), platform.word("clientSecret"), platform.word("token"), DATA_KEY];
    platform.faults(&slow(20_000));
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    let mut sender =
        desk.command(&["invite", &file, "-p", "Nordlys", "--yes"]).spawn().expect("the program starts");
    until("the call is under way", || {
        let requests = platform.truth()["requests"].to_string();
        requests.contains("/users/invite").then_some(())
    });
    let told = std::fs::read(format!("/proc/{}/cmdline", sender.id())).expect("its arguments");
    assert!(told.windows(6).any(|part| part == b"invite"), "its own arguments are looked at");
    assert_silent("its arguments", &told, &secrets);
    sender.kill().expect("it is killed");
    let answer = Answer::of(sender);
    assert_desk_silent(&desk, &[("killed".to_owned(), answer)], &secrets);
}

/// What of a file, or of a folder and all below it, others could read, write or look into.
fn open_to_others(folder: &Path) -> Vec<String> {
    let mode = std::fs::symlink_metadata(folder).expect("it can be looked at").permissions().mode() & 0o7777;
    let mut found: Vec<String> =
        (mode & 0o077 != 0).then(|| format!("{} is {mode:o}", folder.display())).into_iter().collect();
    if folder.is_dir() {
        let inside = std::fs::read_dir(folder).expect("a folder").flatten();
        found.extend(inside.flat_map(|entry| open_to_others(&entry.path())));
    }
    found
}

#[test]
fn whatever_the_program_makes_in_its_folder_is_for_its_owner_alone() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, &[]);
    tour(&desk, "Nordlys");
    tour(&desk, "sandbox");
    desk.run(&["check", &sample("05-fold-and-conflict.xlsx"), "-p", "Nordlys"]);
    let made = files_below(&desk.home());
    for name in ["profiles.json", "roster.db", "journal.db", "review.db"] {
        assert!(
            made.iter().any(|(path, _)| path.ends_with(name)),
            "{name} was not made: nothing was looked at"
        );
    }
    assert_eq!(open_to_others(&desk.home()), Vec::<String>::new());
    let loose = desk.home().join("profiles.json");
    std::fs::set_permissions(&loose, std::fs::Permissions::from_mode(0o644)).expect("permissions");
    assert_eq!(open_to_others(&desk.home()).len(), 1, "a look that sees nothing would prove nothing");
}
