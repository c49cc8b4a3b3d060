//! Serves the sample platform.

use crate::args::ServeArgs;
use crate::failure::{Code, Done, Failure};
use crate::output;
use crate::stopping::Stop;
use rollcall_sandbox::{FaultPlan, Options, SandboxError};

/// Serves until it is stopped. The first line of output is what a client needs to connect.
pub async fn serve(args: ServeArgs, stop: &mut Stop) -> Done {
    let faults = args.faults.as_deref().map(FaultPlan::from_file).transpose().map_err(refused)?;
    let options = Options {
        port: args.port,
        users: args.users.unwrap_or(Options::default().users),
        world: args.world,
        faults,
        state_dir: args.state,
        ..Options::default()
    };
    let sandbox = rollcall_sandbox::start(options).await.map_err(refused)?;
    // On one line: whoever started the program reads one line, and then nothing more.
    let info = serde_json::to_string(sandbox.info())
        .map_err(|_| Failure::not_done("internal", "The sample platform can't say how to connect to it."))?;
    output::print(&format!("{info}\n"))?;
    stop.asked().await;
    sandbox.stop().await;
    Ok(Code::Good)
}

fn refused(problem: SandboxError) -> Failure {
    let sentence = problem.to_string();
    let mut letters = sentence.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    Failure::not_done("sandbox", format!("{}.", capital.trim_end_matches('.')))
}
