//! How fast runs are sent, beside what a limit allows: the app's own use cases against a sample platform in a
//! process of its own.
//!
//! `cargo bench -p rollcall-app --bench sending [throughput|limit|scale|rounds]` prints one line for each figure, its
//! limit beside it. Every measured run is in a process of its own too, so that its peak memory is its own.

mod platform;
mod runs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let kept = match words.as_slice() {
        ["serve", faults] => return platform::serve(faults),
        ["run", folder, rest @ ..] => return runs::in_this_process(folder, rest),
        [] => throughput() & limit() & scale() & rounds(),
        ["throughput"] => throughput(),
        ["limit"] => limit(),
        ["scale"] => scale(),
        ["rounds"] => rounds(),
        _ => {
            eprintln!("One of throughput, limit, scale, rounds; or nothing for all.");
            return ExitCode::from(2);
        }
    };
    if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

const LATENCY: &str =
    r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"latency":{"min_ms":50,"max_ms":50}}}]}"#;

/// 10,000 invitations, beside one call after another with one person each.
fn throughput() -> bool {
    const PEOPLE: u32 = 10_000;
    let served = platform::Served::start(LATENCY);
    let alone = runs::one_after_another(&served, 200).as_secs_f64() / 200.0 * f64::from(PEOPLE);
    let folder = tempfile::tempdir().expect("a folder");
    let sent = runs::elsewhere(folder.path(), &served, &["send", "10000", "100"]);
    assert_eq!(served.mails(), PEOPLE as usize + 200, "not everybody was invited once");
    let times = alone / sent.seconds;
    println!("{PEOPLE} invitations, 50 ms a call: {:.1} s; one after another {alone:.0} s", sent.seconds);
    within("times faster", times, times >= 50.0, "at least 50")
}

/// A gateway that lets 300 calls through in any minute, and calls with one person each.
fn limit() -> bool {
    const CALLS: u32 = 1_800;
    let served = platform::Served::start(
        r#"{"rules":[{"when":{"endpoint":"invite"},"fault":{"rate_limit":{"calls":300,"per_seconds":60}}},
            {"when":{"endpoint":"invite"},"fault":{"latency":{"min_ms":50,"max_ms":50}}}]}"#,
    );
    let folder = tempfile::tempdir().expect("a folder");
    runs::elsewhere(folder.path(), &served, &["send", &CALLS.to_string(), "1"]);
    let (through, refused, seconds) = served.calls();
    // From the first call to the last, the minute included in which the limit was not known yet.
    let allowed = 300.0 * seconds / 60.0;
    let used = 100.0 * through as f64 / allowed;
    let wasted = 100.0 * refused as f64 / (through + refused) as f64;
    println!("300 calls a minute: {through} let through and {refused} refused in {seconds:.0} s");
    within("% of what is allowed", used, used >= 95.0, "at least 95")
        & within("% of calls wasted", wasted, wasted <= 2.0, "at most 2")
}

/// A run that is killed half-way and taken up, of 10,000 and of 100,000 rows.
fn scale() -> bool {
    let (small, large) = (half_way(10_000), half_way(100_000));
    for (rows, run) in [(10_000, &small), (100_000, &large)] {
        println!(
            "{rows} rows: written in {:.2} s, taken up in {:.2} s, peak memory {:.0} MB sending, {:.0} MB taking up",
            run.written, run.taken_up, run.sending, run.resuming
        );
    }
    let growth = large.taken_up / small.taken_up.max(0.01);
    within("times the time to take up, for ten times the rows", growth, growth <= 12.0, "at most 12")
        & within(
            "MB at most",
            large.sending.max(large.resuming),
            large.sending.max(large.resuming) <= 600.0,
            "at most 600",
        )
}

/// A list read anew, looked through, a file of three people checked and sent, over and over in one process. What it holds more
/// after each round is what is kept of it. glibc shares memory out among threads and gives none of a share back while anything
/// in it is used; with one share for all, what is held is what is used.
fn rounds() -> bool {
    const ROUNDS: u32 = 600;
    let one = each_round_holds(ROUNDS, Some(("MALLOC_ARENA_MAX", "1")));
    let several = each_round_holds(ROUNDS, None);
    println!("  {several:.1} KB more with each round, with the system's shares of memory for each thread");
    within("KB more with each round", one, one <= 32.0, "at most 32")
}

/// How many kilobytes more are held after each of the rounds of the second half.
fn each_round_holds(rounds: u32, told: Option<(&str, &str)>) -> f64 {
    let served = platform::Served::start("{}");
    let folder = tempfile::tempdir().expect("a folder");
    let went = runs::elsewhere_told(folder.path(), &served, &["rounds", &rounds.to_string(), "100"], told);
    assert_eq!(served.mails(), 3 * rounds as usize, "not everybody was invited once");
    println!(
        "{rounds} rounds: {:.1} MB held half-way, {:.1} MB at the end",
        went.held_half_way, went.held_after
    );
    1_024.0 * (went.held_after - went.held_half_way) / (f64::from(rounds) / 2.0)
}

struct HalfWay {
    written: f64,
    taken_up: f64,
    sending: f64,
    resuming: f64,
}

fn half_way(rows: u32) -> HalfWay {
    let served = platform::Served::start("{}");
    let folder = tempfile::tempdir().expect("a folder");
    let stop_at = (rows / 2).to_string();
    let first = runs::elsewhere(folder.path(), &served, &["half", &rows.to_string(), "100", &stop_at]);
    let second = runs::elsewhere(folder.path(), &served, &["resume", &rows.to_string(), "100"]);
    assert_eq!(served.mails(), rows as usize, "not everybody was invited once");
    HalfWay {
        written: first.written,
        taken_up: second.taken_up,
        sending: first.megabytes,
        resuming: second.megabytes,
    }
}

fn within(what: &str, is: f64, holds: bool, wanted: &str) -> bool {
    println!("  {is:.1} {what} (wanted: {wanted}){}", if holds { "" } else { "  MISSED" });
    holds
}
