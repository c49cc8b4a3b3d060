//! Killed at random times.

use crate::chance;
use crate::workers::side_by_side;

/// Kills that must have happened here; `main.rs` adds them up.
pub const KILLS: u32 = 40;
/// Each scenario is its seed; one that failed is played again by its number alone.
const SEEDS: std::ops::Range<u64> = 0..45;

#[test]
fn killed_at_random_times_it_invites_everybody_once_or_asks() {
    let kills = side_by_side(SEEDS, |platform, seed| {
        let scenario = chance::scenario(seed, 2);
        scenario.play(platform).unwrap_or_else(|what| panic!("seed {seed}: {what}")).kills
    });
    let kills: u32 = kills.into_iter().sum();
    println!("killed {kills} times");
    assert!(kills >= KILLS, "killed only {kills} times");
}
