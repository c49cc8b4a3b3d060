//! `invite` and `runs`: the journal, the wire and the platform say the same.

use crate::desk::{Answer, Desk, Platform, people, sample, slow, states, until};
use serde_json::{Value, json};

fn connected(options: &[&str]) -> (Desk, Platform) {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Nordlys", &platform, options);
    (desk, platform)
}

#[test]
fn three_rows_become_exactly_three_invitations() {
    let (desk, platform) = connected(&[]);
    let report = desk.path("report.xlsx");
    let file = sample("01-plain.xlsx");
    let answer =
        desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--json", "--report", &report]).ends_with(0);
    let document = answer.document("run");
    assert_eq!((&document["profile"], &document["state"]), (&json!("Nordlys"), &json!("finished")));
    assert_eq!((states(&document), &document["counts"]["confirmed"]), (vec!["confirmed"; 3], &json!(3)));
    assert_eq!(
        platform.mailed(),
        ["amelia.stone@contoso.example", "jonas.weber@fabrikam.example", "nadia.haddad@northwind.example"]
    );
    assert_eq!(platform.posts(), 2, "one person first, then the others");
    assert!(std::fs::read(&report).expect("a report").starts_with(b"PK"), "the report is a workbook");

    let id = document["runId"].as_str().expect("an id");
    let shown = desk.run(&["runs", "show", id, "--json"]).ends_with(0).document("run");
    assert_eq!(shown, document, "what is shown later is what was told at the end");
    let listed = desk.run(&["runs", "list", "--json"]).ends_with(0).document("runs");
    assert_eq!(listed["runs"][0]["runId"], id);
    let again = desk.path("again.xlsx");
    desk.run(&["runs", "report", id, "-o", &again]).ends_with(0);
    assert!(std::fs::read(&again).expect("a report").starts_with(b"PK"));
    let text = desk.run(&["runs", "show", id]).ends_with(0).stdout;
    assert!(text.contains("invited") && text.contains("amelia.stone@contoso.example"), "{text}");
}

#[test]
fn nothing_is_sent_where_nobody_can_be_asked() {
    let (desk, platform) = connected(&[]);
    let answer = desk.run(&["invite", &sample("01-plain.xlsx"), "-p", "Nordlys", "--json"]).ends_with(2);
    assert!(answer.stderr.contains("--yes"), "{}", answer.stderr);
    desk.run_with_input(&["invite", "-", "-p", "Nordlys"], b"y\n").ends_with(2);
    assert_eq!(platform.posts(), 0);
}

#[test]
fn rows_that_need_a_person_are_exit_code_3() {
    let (desk, platform) = connected(&[]);
    let file = sample("05-fold-and-conflict.xlsx");
    let document =
        desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--json"]).ends_with(3).document("run");
    let counts = &document["counts"];
    let told = ["confirmed", "folded", "duplicate", "conflict", "already-present", "rejected"]
        .map(|state| counts[state].as_u64());
    assert_eq!(told, [1, 1, 1, 2, 3, 2].map(Some), "{counts}");
    assert_eq!(platform.mailed(), ["mia.holm@adventure.example"], "two rows of one person are one mail");
    let again = desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--json", "--reinvite"]).ends_with(3);
    assert_eq!(again.document("run")["counts"]["confirmed"], 1);
    assert_eq!(
        platform.mailed(),
        ["mia.holm@adventure.example", "peter.novak@fabrikam.example"],
        "whoever waits is mailed once more, and not whom we mailed a moment ago"
    );
}

#[test]
fn hidden_rows_are_sent_only_when_asked() {
    let (desk, platform) = connected(&[]);
    let file = sample("07-two-sheets.xlsx");
    desk.run(&["invite", &file, "-p", "Nordlys", "--yes"]).ends_with(3);
    assert_eq!(platform.mailed().len(), 1);
    desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--include-hidden"]).ends_with(0);
    assert_eq!(platform.mailed().len(), 2);
}

#[test]
fn the_same_file_again_does_as_asked_and_mails_nobody_twice() {
    let (desk, platform) = connected(&[]);
    let file = desk.file("people.csv", &people(["ann".to_owned(), "bob".to_owned()]));
    let send = |options: &[&str]| {
        desk.run(&[&["invite", &file, "-p", "Nordlys", "--yes", "--json"], options].concat())
    };
    let first = send(&[]).ends_with(0).document("run");
    let again = send(&[]).ends_with(0).document("run");
    assert_eq!(
        (&again["runId"], states(&again)),
        (&Value::Null, vec!["already-present"; 2]),
        "nobody was left to invite"
    );
    let stopped = send(&["--if-seen", "stop"]).ends_with(1).document("error");
    assert_eq!(stopped["error"]["code"], "file-seen");
    let resumed = send(&["--if-seen", "resume"]).ends_with(0).document("run");
    assert_eq!(resumed, first, "a finished run has nothing to resume and is shown");
    assert_eq!(platform.mailed().len(), 2);
}

#[test]
fn only_what_failed_is_tried_once_more() {
    let (desk, platform) = connected(&[]);
    let text = people(["ann".to_owned()]) + "boss@alpine.example,Super Admin,Alpine Ski House\n";
    let file = desk.file("people.csv", &text);
    let send = |options: &[&str]| {
        desk.run(&[&["invite", &file, "-p", "Nordlys", "--yes", "--json"], options].concat())
    };
    let first = send(&[]).ends_with(3).document("run");
    assert_eq!(states(&first), ["confirmed", "refused"]);
    assert_eq!(first["rows"][1]["code"], "RoleAboveYours");
    let second = send(&["--if-seen", "only-failed"]).ends_with(3).document("run");
    assert_ne!(second["runId"], first["runId"], "it is a run of its own");
    assert_eq!((states(&second), &second["rows"][0]["row"]), (vec!["refused"], &json!(3)));
    assert_eq!(platform.mailed(), ["ann@alpine.example"]);
}

#[test]
fn an_unclear_outcome_is_looked_up_and_never_sent_again() {
    let (desk, platform) = connected(&[]);
    platform.faults(&json!({ "rules": [
        { "when": { "endpoint": "invite" }, "fault": { "status_after": { "status": 504 } } }
    ] }));
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    let document =
        desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--json"]).ends_with(0).document("run");
    assert_eq!(states(&document), ["confirmed-by-list"]);
    assert_eq!((platform.posts(), platform.mailed().len()), (1, 1));
}

#[test]
fn a_persons_word_settles_what_nothing_proves() {
    let platform = Platform::serve(&[]);
    let mut desk = Desk::new();
    desk.connect("Whole", &platform, &[]);
    desk.run(&["sync", "-p", "Whole", "--json"]).ends_with(0).document("sync");
    let organizations = desk.run(&["orgs", "-p", "Whole", "--json"]).document("organizations");
    let mut all = organizations["organizations"].as_array().expect("organizations").iter();
    let alpine = all.find(|one| one["name"] == "Alpine Ski House").expect("it is there")["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    desk.connect("Customer", &platform, &["--customer-id", &alpine]);
    platform.faults(&json!({ "rules": [
        { "when": { "endpoint": "invite", "first": 1 }, "fault": { "status_before": { "status": 503 } } }
    ] }));
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    let document =
        desk.run(&["invite", &file, "-p", "Customer", "--yes", "--json"]).ends_with(3).document("run");
    assert_eq!(states(&document), ["needs-review"], "this connection need not see everybody: {document:#}");
    let id = document["runId"].as_str().expect("an id");
    desk.run(&["runs", "resolve", id, "--row", "9", "--as", "send"]).ends_with(1);
    let decided = desk
        .run(&["runs", "resolve", id, "--row", "2", "--as", "send", "--json"])
        .ends_with(0)
        .document("run");
    assert_eq!(states(&decided), ["ready"]);
    let resumed = desk.run(&["runs", "resume", id, "--json"]).ends_with(0).document("run");
    assert_eq!(
        (states(&resumed), platform.mailed()),
        (vec!["confirmed"], vec!["ann@alpine.example".to_owned()])
    );
}

#[test]
fn a_run_that_the_platform_ended_can_be_taken_up() {
    let (desk, platform) = connected(&[]);
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    platform.faults(&json!({ "rules": [
        { "when": { "endpoint": "invite", "first": 1 }, "fault": { "status_before": { "status": 403 } } }
    ] }));
    let document =
        desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--json"]).ends_with(4).document("run");
    assert_eq!((&document["state"], states(&document)), (&json!("stopped"), vec!["ready"]));
    assert!(document["reason"].is_string(), "it says why: {document:#}");
    let id = document["runId"].as_str().expect("an id").to_owned();
    desk.run(&["runs", "resume", &id]).ends_with(0);
    assert_eq!(platform.mailed(), ["ann@alpine.example"]);
}

#[test]
fn the_built_in_connection_keeps_its_effects() {
    let desk = Desk::new();
    let file = sample("01-plain.xlsx");
    let first = desk.run(&["invite", &file, "-p", "sandbox", "--yes", "--json"]).ends_with(0).document("run");
    assert_eq!((&first["profile"], states(&first)), (&json!("sandbox"), vec!["confirmed"; 3]));
    desk.run(&["sync", "-p", "sandbox"]).ends_with(0);
    let users = desk.run(&["users", "-p", "sandbox", "--search", "amelia.stone", "--json"]).document("users");
    assert_eq!((&users["total"], &users["users"][0]["state"]), (&json!(1), &json!("New")));
}

#[test]
fn a_run_that_is_not_there_is_exit_code_1() {
    let desk = Desk::new();
    for command in ["show", "resume"] {
        let answer = desk.run(&["runs", command, "no-such-run", "--json"]).ends_with(1);
        assert_eq!(answer.document("error")["error"]["code"], "run-unknown");
    }
    assert_eq!(desk.run(&["runs", "list", "--json"]).ends_with(0).document("runs")["runs"], json!([]));
}

#[test]
fn where_the_report_has_no_place_nobody_is_invited() {
    let (desk, platform) = connected(&[]);
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    std::fs::create_dir(desk.path("folder.xlsx")).expect("a folder");
    for place in ["not-there/report.xlsx", "folder.xlsx"] {
        let report = desk.path(place);
        let answer = desk
            .run(&["invite", &file, "-p", "Nordlys", "--yes", "--json", "--report", &report])
            .ends_with(1);
        assert_eq!(answer.document("error")["error"]["code"], "storage", "{place}");
        assert!(
            answer.stderr.contains(&report) && answer.stderr.contains("nobody was invited"),
            "{}",
            answer.stderr
        );
    }
    assert_eq!(platform.posts(), 0);
    let report = desk.path("report.xlsx");
    desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--report", &report]).ends_with(0);
    assert_eq!(platform.mailed().len(), 1);
    let entries = std::fs::read_dir(desk.folder.path()).expect("the folder");
    let mut left: Vec<_> = entries.map(|entry| entry.expect("an entry").file_name()).collect();
    left.sort();
    assert_eq!(left, ["folder.xlsx", "home", "people.csv", "report.xlsx"], "nothing of the trying is left");
}

#[test]
fn a_report_that_fails_after_sending_leaves_one_answer_and_the_runs_own_code() {
    let (desk, platform) = connected(&[]);
    let text = people(["ann".to_owned()]) + "boss@alpine.example,Super Admin,Alpine Ski House\n";
    let file = desk.file("people.csv", &text);
    let folder = desk.path("reports");
    std::fs::create_dir(&folder).expect("a folder");
    platform.faults(&slow(1_500));
    let report = desk.path("reports/report.xlsx");
    let command = ["invite", &file, "-p", "Nordlys", "--yes", "--json", "--report", &report];
    let sending = desk.command(&command).spawn().expect("the program starts");
    until("a call is under way", || (platform.posts() >= 1).then_some(()));
    std::fs::remove_dir(&folder).expect("nothing is in it yet");
    let answer = Answer::of(sending).ends_with(3);
    let document = answer.document("run");
    assert_eq!(states(&document), ["confirmed", "refused"]);
    let id = document["runId"].as_str().expect("an id");
    assert!(answer.stderr.contains("The report was not written."), "{}", answer.stderr);
    assert!(answer.stderr.contains(&format!("runs report {id} -o")), "it says how: {}", answer.stderr);
}

#[test]
fn a_connection_that_can_not_be_read_keeps_nobody_from_the_runs_of_another() {
    let (mut desk, platform) = connected(&[]);
    desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
    let mut folders = std::fs::read_dir(desk.home().join("profiles")).expect("connections");
    let journal = folders.next().expect("Nordlys").expect("an entry").path().join("journal.db");
    for log in ["journal.db-wal", "journal.db-shm"] {
        // The program brought them into their file as it ended, or not.
        let _ = std::fs::remove_file(journal.with_file_name(log));
    }
    std::fs::write(&journal, vec![7; 9_000]).expect("noise");
    let lost = desk.run(&["runs", "list", "--json"]).ends_with(1);
    assert_eq!(lost.document("error")["error"]["code"], "storage-lost");

    desk.connect("Fabrikam", &platform, &[]);
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    let run = desk.run(&["invite", &file, "-p", "Fabrikam", "--yes", "--json"]).ends_with(0).document("run");
    let id = run["runId"].as_str().expect("an id");
    for command in ["show", "resume"] {
        assert_eq!(desk.run(&["runs", command, id, "--json"]).ends_with(0).document("run"), run, "{command}");
    }
    desk.run(&["runs", "report", id, "-o", &desk.path("report.xlsx")]).ends_with(0);
    let listed = desk.run(&["runs", "list", "--json"]).ends_with(1);
    assert_eq!(listed.document("runs")["runs"][0]["runId"], id);
    assert!(listed.stderr.contains("The runs of the connection Nordlys can't be read."), "{}", listed.stderr);
    desk.run(&["runs", "list", "-p", "Fabrikam"]).ends_with(0);
    let unknown = desk.run(&["runs", "show", "no-such-run", "--json"]).ends_with(1);
    assert!(unknown.stderr.contains("Nordlys"), "it may be there: {}", unknown.stderr);
}

#[test]
fn the_runs_of_a_connection_that_was_removed_can_still_be_read_and_nothing_else() {
    let (desk, platform) = connected(&[]);
    let file = desk.file("people.csv", &people(["ann".to_owned()]));
    let run = desk.run(&["invite", &file, "-p", "Nordlys", "--yes", "--json"]).ends_with(0).document("run");
    let id = run["runId"].as_str().expect("an id");
    desk.run(&["profile", "remove", "Nordlys"]).ends_with(0);
    let listed = desk.run(&["runs", "list", "--json"]).ends_with(0).document("runs");
    assert_eq!((&listed["runs"][0]["runId"], &listed["runs"][0]["profile"]), (&json!(id), &json!("Nordlys")));
    assert_eq!(desk.run(&["runs", "show", id, "--json"]).ends_with(0).document("run"), run);
    desk.run(&["runs", "report", id, "-o", &desk.path("report.xlsx")]).ends_with(0);
    let resumed = desk.run(&["runs", "resume", id, "--json"]).ends_with(1).document("error");
    assert_eq!(resumed["error"]["code"], "profile-unknown");
    assert_eq!(platform.posts(), 1);
}

#[test]
fn a_script_that_says_yes_was_asked_when_it_was_written() {
    let (desk, platform) = connected(&[]);
    let file = desk.file("many.csv", &people((0..26).map(|number| format!("p{number}"))));
    desk.run(&["invite", &file, "-p", "Nordlys", "--yes"]).ends_with(0);
    assert_eq!(platform.mailed().len(), 26);
}

/// Runs the program at a terminal of its own, where somebody types this. Nothing where no terminal can be made and no CI
/// asks for one.
#[cfg(target_os = "linux")]
fn at_a_terminal(desk: &Desk, arguments: &[&str], typed: &[u8]) -> Option<Option<i32>> {
    use std::io::Write;
    let command = desk.command(arguments);
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    let words: Vec<String> = words.map(|word| format!("'{}'", word.to_str().expect("plain words"))).collect();
    let mut terminal = std::process::Command::new("script");
    terminal.args(["-qefc", &words.join(" "), "/dev/null"]);
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => terminal.env(name, value),
            None => terminal.env_remove(name),
        };
    }
    terminal.stdin(std::process::Stdio::piped()).stdout(std::process::Stdio::null());
    let Ok(mut terminal) = terminal.spawn() else {
        assert!(std::env::var("CI").is_err(), "install bsdutils: nobody was asked at a terminal");
        eprintln!("\n  NOT TESTED: the question at a terminal. Install bsdutils.\n");
        return None;
    };
    // Held until the program ended: the end of what is typed would be the end of the terminal.
    let mut keys = terminal.stdin.take().expect("its keys");
    keys.write_all(typed).expect("typed");
    Some(terminal.wait().expect("it ends").code())
}

#[cfg(target_os = "linux")]
#[test]
fn at_a_terminal_much_is_sent_once_the_name_of_the_connection_was_typed() {
    let (desk, platform) = connected(&[]);
    let file = desk.file("many.csv", &people((0..26).map(|number| format!("p{number}"))));
    let invite = ["invite", &file, "-p", "Nordlys"];
    let Some(code) = at_a_terminal(&desk, &invite, b"y\n") else { return };
    assert_eq!((code, platform.posts()), (Some(4), 0), "a yes is no name");
    assert_eq!(at_a_terminal(&desk, &invite, b"nordlys\n"), Some(Some(0)));
    assert_eq!(platform.mailed().len(), 26);
}
