//! The disk is full, in the journal alone or in earnest.

use crate::desk::Answer;
use crate::trial::{Scenario, Trial, sane, with_environment_of};
use crate::workers::side_by_side;
use std::process::{Command, Stdio};

/// Transactions of the journal in a run of this size, and a few more.
const WRITES: std::ops::RangeInclusive<u32> = 0..=24;
/// Limits on the size of any file, in KiB: from none that can be written to all that a run needs.
const LIMITS: [u32; 16] = [0, 1, 4, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 128, 192, 4_096];

/// Whether the start came to its end in spite of the disk. If it did not, it says so in words for people.
fn ended_well(answer: &Answer, what: &str) -> bool {
    match answer.code {
        Some(3) => true,
        Some(1 | 4) => {
            // Of a run the document says why it stopped, of everything else standard error.
            let told = &format!("{}{}", answer.stdout, answer.stderr);
            assert!(
                told.to_lowercase().contains("disk"),
                "{what}: it is not said that the disk is full: {told}"
            );
            let jargon = ["SQLITE", "sqlite", "os error", "EFBIG", "Error("];
            assert!(!jargon.iter().any(|word| told.contains(word)), "{what}: this is not for people: {told}");
            false
        }
        _ => panic!("{what}: it is no way to end: {answer:#?}"),
    }
}

fn invited_once(trial: Trial<'_>, scenario: &Scenario, what: &str) {
    let played = trial.go_on_to_the_end().unwrap_or_else(|problem| panic!("{what}: {problem}"));
    let tally = played.tally;
    assert_eq!(
        (tally.confirmed + tally.by_list, tally.refused, tally.asks),
        (scenario.people, 1, 0),
        "{what}: with room on the disk everything is proved: {tally:?}"
    );
}

#[test]
fn whichever_write_of_the_journal_is_the_first_to_fail_everybody_is_invited_once() {
    let ends = side_by_side(WRITES, |platform, writes| {
        let scenario = Scenario { tag: format!("writes-{writes}"), ..Scenario::default() };
        let what = format!("after {writes} writes");
        platform.faults(&scenario.faults);
        let mut trial = Trial::begin(&scenario, platform, platform.word("baseUrl"));
        let answer = trial
            .start(&[("ROLLCALL_DISK_FULL_AFTER", &writes.to_string())])
            .unwrap_or_else(|problem| panic!("{what}: {problem}"));
        let well = ended_well(&answer, &what);
        invited_once(trial, &scenario, &what);
        well
    });
    let failed = ends.iter().filter(|well| !**well).count();
    assert!(failed >= 10, "only {failed} of the writes were ever tried");
    assert!(ends.contains(&true), "a run of this size writes more often than it is looked at here");
}

/// The same command where no file may be larger than `kibibytes`. The signal that the system sends with it is
/// ignored, so that the program sees a write that fails.
fn with_small_files(command: &Command, kibibytes: u32) -> Command {
    let mut small = Command::new("bash");
    small.args(["-c", "trap '' XFSZ; ulimit -f \"$0\"; exec \"$@\"", &kibibytes.to_string()]);
    small.arg(command.get_program()).args(command.get_args());
    small.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    with_environment_of(command, small)
}

#[test]
fn whichever_file_can_not_grow_any_more_everybody_is_invited_once() {
    let ends = side_by_side(LIMITS, |platform, limit| {
        let scenario = Scenario { tag: format!("limit-{limit}"), ..Scenario::default() };
        let what = format!("with files of {limit} KiB");
        platform.faults(&scenario.faults);
        let trial = Trial::begin(&scenario, platform, platform.word("baseUrl"));
        // The list of people is there already: what can't be written then is the run.
        trial.desk.run(&["sync", "-p", "Nordlys"]).ends_with(0);
        // Through pipes: what it prints must not be what it can't write.
        let answer = Answer::of(with_small_files(&trial.invite(), limit).spawn().expect("bash starts"));
        sane(&answer).unwrap_or_else(|problem| panic!("{what}: {problem}"));
        let well = ended_well(&answer, &what);
        let calls = platform.posts();
        invited_once(trial, &scenario, &what);
        (well, calls)
    });
    assert!(
        ends.iter().any(|(well, _)| *well) && ends.iter().any(|(well, _)| !well),
        "the limits matter: {ends:?}"
    );
}
