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

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(problem) => {
            eprintln!("The system gives Rollcall no threads, so nothing was done: {problem}.");
            return failure::Code::NotDone.into();
        }
    };
    let code = runtime.block_on(commands::run(cli));
    // A question that nobody answered still waits on a thread of its own; the program ends without it.
    runtime.shutdown_background();
    code.into()
}
