//! The real program, killed on its way in every way that could be thought of, against the sample platform as its
//! own process: nobody is mailed twice, and nobody is lost.
#![cfg(target_os = "linux")]
#![allow(missing_docs, reason = "the names of the tests say it")]

mod chance;
mod crowd;
#[path = "../rollcallctl/desk.rs"]
#[allow(dead_code, reason = "other tests need the rest")]
mod desk;
mod disk;
mod faults;
mod judge;
mod named;
mod nightly;
mod points;
mod random;
mod tap;
mod trial;
mod two;
mod wire;
mod workers;

/// What is promised of an ordinary test run: each of these kills is asserted where it happens.
const _: () = assert!(points::KILLS + wire::KILLS + random::KILLS + faults::KILLS >= 100);
