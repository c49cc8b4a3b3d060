//! rollcallctl: the same use cases without a window, for integration developers and scheduled jobs.

mod args;
mod commands;
mod failure;
mod opening;
mod output;
mod secrets;
mod stopping;

use clap::Parser;
use std::process::ExitCode;
use std::time::Duration;

/// How long the threads at the end have to come to theirs.
const CLOSING: Duration = Duration::from_secs(5);

/// Counted, so that it can be limited where a spreadsheet is read.
#[global_allocator]
static MEMORY: rollcall_app::CountedMemory = rollcall_app::CountedMemory::new(std::alloc::System, usize::MAX);

fn main() -> ExitCode {
    let limit_memory = |bytes| {
        // It fails only for a program that took more than that before its first line.
        let _ = MEMORY.set_limit(bytes);
    };
    if let Some(code) = rollcall_app::read_apart_if_asked(limit_memory) {
        return code;
    }
    let cli = args::Cli::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(problem) => {
            eprintln!("The system gives Rollcall no threads, so nothing was done: {problem}.");
            return failure::Code::NotDone.into();
        }
    };
    let code = runtime.block_on(commands::run(cli));
    // A database that is being closed on a thread of its own must be closed before the process ends: the
    // cipher's own ending would pull the ground from under it. A question that nobody answered still waits
    // on such a thread; the program ends without it.
    runtime.shutdown_timeout(CLOSING);
    code.into()
}
