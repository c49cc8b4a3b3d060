//! The nightly job of `docs/nightly.md`: its line is run as it stands there.

use crate::desk::{Answer, Desk, Platform, program, sample, send_signal, slow, until};
use crate::trial::{Started, sane, with_environment_of};
use serde_json::{Value, json};
use std::process::Command;

const SERVICE: &str = include_str!("../../../../docs/nightly/rollcall-nightly.service");
const TIMER: &str = include_str!("../../../../docs/nightly/rollcall-nightly.timer");
const SECRETS: &str = include_str!("../../../../docs/nightly/nightly.env.example");

/// A machine on which the job is set up, with its folders in the place of the system's.
struct Machine {
    desk: Desk,
    platform: Platform,
}

impl Machine {
    fn with(spreadsheet: &str) -> Self {
        let (mut desk, platform) = (Desk::new(), Platform::serve(&[]));
        desk.connect("Nordlys", &platform, &[]);
        std::fs::create_dir(desk.path("inbox")).expect("a folder");
        std::fs::copy(sample(spreadsheet), desk.path("inbox/people.xlsx")).expect("the spreadsheet");
        Self { desk, platform }
    }

    /// What the service says, with this machine's places.
    fn said(&self, key: &str) -> String {
        let folder = self.desk.path("");
        setting(SERVICE, key)
            .replace("/usr/bin/rollcallctl", program().to_str().expect("a plain path"))
            .replace("/var/lib/rollcall", folder.trim_end_matches('/'))
    }

    /// The line through a shell, with the service's own environment and the secrets.
    fn night(&self) -> Started {
        let mut job = Command::new("sh");
        job.args(["-c", &format!("exec env {} {}", self.said("Environment"), self.said("ExecStart"))]);
        let mut job = with_environment_of(&self.desk.command(&[]), job);
        job.env_remove("ROLLCALL_HOME").env_remove("ROLLCALL_KEYCHAIN").env_remove("ROLLCALL_SANDBOX_USERS");
        Started::of(job, &self.desk)
    }

    fn whole_night(&self) -> Answer {
        ended(self.night())
    }
}

fn ended(night: Started) -> Answer {
    let answer = night.ended().unwrap_or_else(|what| panic!("{what}")).expect("nobody kills it");
    sane(&answer).unwrap_or_else(|what| panic!("{what}"));
    answer
}

fn setting<'a>(unit: &'a str, key: &str) -> &'a str {
    let found = unit.lines().filter_map(|line| line.strip_prefix(key)?.strip_prefix('='));
    let found: Vec<&str> = found.collect();
    assert_eq!(found.len(), 1, "{key} is said once: {found:?}");
    found[0]
}

#[test]
fn the_second_night_mails_nobody_again() {
    let machine = Machine::with("01-plain.xlsx");
    let first = machine.whole_night().ends_with(0).document("run");
    assert_eq!((&first["state"], &first["counts"]["confirmed"]), (&json!("finished"), &json!(3)));
    let (mailed, calls) = (machine.platform.mailed(), machine.platform.posts());
    assert_eq!(mailed.len(), 3, "{mailed:?}");
    assert!(std::fs::read(machine.desk.path("report.xlsx")).expect("a report").starts_with(b"PK"));
    let second = machine.whole_night().ends_with(0).document("run");
    assert_eq!(second, first, "a finished run is told once more");
    assert_eq!((machine.platform.mailed(), machine.platform.posts()), (mailed, calls), "nothing was sent");
}

#[test]
fn a_night_that_was_ended_in_the_middle_is_resumed_the_next_night() {
    let machine = Machine::with("01-plain.xlsx");
    machine.platform.faults(&slow(1_200));
    let night = machine.night();
    until("a call is under way", || (machine.platform.posts() >= 1).then_some(()));
    send_signal(night.child(), "TERM");
    let first = ended(night).ends_with(4).document("run");
    let counts = |run: &Value, state: &str| run["counts"][state].as_u64().unwrap_or_default();
    assert_eq!(first["state"], "stopped");
    assert!(first["reason"].as_str().is_some_and(|reason| reason.ends_with('.')), "it says why: {first:#}");
    assert_eq!((counts(&first, "confirmed"), counts(&first, "ready")), (1, 2), "the call came to its end");
    assert_eq!(machine.platform.mailed().len(), 1);

    machine.platform.faults(&json!({}));
    let second = machine.whole_night().ends_with(0).document("run");
    assert_eq!(
        (&second["runId"], counts(&second, "confirmed")),
        (&first["runId"], 3),
        "the same run went on"
    );
    let mut mailed = machine.platform.mailed();
    mailed.dedup();
    assert_eq!((mailed.len(), machine.platform.mailed().len()), (3, 3), "everybody once");
    assert_eq!(
        machine.whole_night().ends_with(0).document("run"),
        second,
        "and the third night does nothing"
    );
    assert_eq!(machine.platform.mailed().len(), 3);
}

#[test]
fn rows_that_need_a_person_are_no_failure_of_the_job() {
    let machine = Machine::with("05-fold-and-conflict.xlsx");
    let code = machine.whole_night().code.map(|code| code.to_string());
    assert_eq!(
        code.as_deref(),
        Some(setting(SERVICE, "SuccessExitStatus")),
        "systemd takes it for a success"
    );
}

#[test]
fn the_job_is_given_every_secret_and_time_to_stop() {
    let given: Vec<&str> = SECRETS.lines().filter_map(|line| line.strip_suffix('=')).collect();
    assert_eq!(given, ["ROLLCALL_SUBSCRIPTION_KEY", "ROLLCALL_CLIENT_SECRET", "ROLLCALL_DATA_KEY"]);
    let seconds: u32 = setting(SERVICE, "TimeoutStopSec").parse().expect("seconds");
    // The platform's gateway waits for 300 seconds, and a call is given up after 330.
    assert!(seconds > 330, "a call under way may last longer than the {seconds} s that the job has to stop");
    assert_eq!(
        setting(SERVICE, "KillMode"),
        "mixed",
        "what reads the spreadsheet is not ended under its hands"
    );
}

#[test]
fn systemd_takes_the_units_as_they_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = SERVICE.replace("/usr/bin/rollcallctl", program().to_str().expect("a plain path"));
    let written = [("rollcall-nightly.service", service.as_str()), ("rollcall-nightly.timer", TIMER)];
    let units = written.map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("a unit");
        path
    });
    let Ok(judged) = Command::new("systemd-analyze").args(["verify", "--man=no"]).args(&units).output()
    else {
        println!(
            "SKIPPED: systemd-analyze is not on this machine, so the units of the nightly job were not verified."
        );
        return;
    };
    let said = String::from_utf8_lossy(&judged.stderr).into_owned();
    let about_ours: Vec<&str> = said.lines().filter(|line| line.contains("rollcall-nightly")).collect();
    assert!(judged.status.success() && about_ours.is_empty(), "systemd says: {said}");
}
