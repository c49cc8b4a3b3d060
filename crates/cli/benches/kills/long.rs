//! The long run: the real program, killed at random times and at random points until it was killed often enough.
//!
//! `ROLLCALL_KILLS` says how often (3,000), `ROLLCALL_SEED` with which seed it begins (1,000). Each scenario is its
//! seed; one that went wrong is played again by `ROLLCALL_SEED=… ROLLCALL_KILLS=1`.

use crate::{chance, desk, judge, workers};
use std::process::{Command, ExitCode};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Instant;

/// Kills in each scenario, where it is not done before.
const IN_EACH: u32 = 3;
/// Most of the time is waiting, so that two cores can do with more.
const WORKERS: usize = 10;
const TELL_EVERY: u32 = 250;

/// Kills until it is enough, and tells how it went.
pub fn run() -> ExitCode {
    if !asked_for() {
        println!("The long run is not asked for.");
        return ExitCode::SUCCESS;
    }
    build_what_is_killed();
    let (wanted, first) = (number("ROLLCALL_KILLS", 3_000), u64::from(number("ROLLCALL_SEED", 1_000)));
    let (begun, kills) = (Instant::now(), AtomicU32::new(0));
    println!("killing {} until it was killed {wanted} times", desk::program().display());
    let scenarios = (first..).take_while(|_| kills.load(Ordering::SeqCst) < wanted);
    let ends = workers::with_workers(WORKERS, scenarios, |platform, seed| {
        let played = chance::scenario(seed, IN_EACH).play(platform);
        match &played {
            Ok(played) => tell(&kills, played.kills, begun),
            Err(what) => eprintln!("VIOLATION with seed {seed}: {what}"),
        }
        played.map(|played| played.tally)
    });
    let went_well: Vec<judge::Tally> = ends.iter().filter_map(|end| end.clone().ok()).collect();
    let sum = |of: fn(&judge::Tally) -> usize| went_well.iter().map(of).sum::<usize>();
    let violations = ends.len() - went_well.len();
    println!(
        "{} kills in {} scenarios, {violations} violations, {:.0} s; of the people invited {} were confirmed by the \
         answer and {} by the list, {} wait for a person",
        kills.load(Ordering::SeqCst),
        ends.len(),
        begun.elapsed().as_secs_f64(),
        sum(|tally| tally.confirmed),
        sum(|tally| tally.by_list),
        sum(|tally| tally.asks),
    );
    if violations == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Words after `cargo xtask bench` name the benchmarks that are wanted.
fn asked_for() -> bool {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    words.is_empty() || words.iter().any(|word| "kills".contains(word.as_str()))
}

/// The named points are in the program only where it is built without optimisations.
fn build_what_is_killed() {
    if cfg!(debug_assertions) {
        return;
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built =
        Command::new(cargo).args(["build", "--package", "rollcall-cli", "--bin", "rollcallctl"]).status();
    assert!(built.is_ok_and(|status| status.success()), "the program could not be built");
}

fn number(variable: &str, unsaid: u32) -> u32 {
    std::env::var(variable).ok().map_or(unsaid, |text| text.parse().expect("a number"))
}

fn tell(kills: &AtomicU32, more: u32, begun: Instant) {
    let before = kills.fetch_add(more, Ordering::SeqCst);
    if before / TELL_EVERY != (before + more) / TELL_EVERY {
        println!("{} kills after {:.0} s", before + more, begun.elapsed().as_secs_f64());
    }
}
