//! Starts the long run where the program can be killed at its named points.
#![allow(
    missing_docs,
    dead_code,
    reason = "a program, which shares files with the tests and needs less of them"
)]

#[cfg(target_os = "linux")]
#[path = "../../tests/killed/chance.rs"]
mod chance;
#[cfg(target_os = "linux")]
#[path = "../../tests/killed/crowd.rs"]
mod crowd;
#[cfg(target_os = "linux")]
#[path = "../../tests/rollcallctl/desk.rs"]
mod desk;
#[cfg(target_os = "linux")]
#[path = "../../tests/killed/judge.rs"]
mod judge;
#[cfg(target_os = "linux")]
mod long;
#[cfg(target_os = "linux")]
#[path = "../../tests/killed/named.rs"]
mod named;
#[cfg(target_os = "linux")]
#[path = "../../tests/killed/trial.rs"]
mod trial;
#[cfg(target_os = "linux")]
#[path = "../../tests/killed/workers.rs"]
mod workers;

fn main() -> std::process::ExitCode {
    #[cfg(target_os = "linux")]
    return long::run();
    #[cfg(not(target_os = "linux"))]
    return std::process::ExitCode::SUCCESS;
}
