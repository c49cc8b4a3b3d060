//! The commands. Each is a use case of `rollcall-app`, asked in words and answered on standard output.

mod begin_anew;
mod carrying;
mod changes;
mod check;
mod description;
mod findings;
mod following;
mod invite;
mod lists;
mod network;
mod openapi;
mod pages;
mod profile;
mod reinvite;
mod runs;
mod sandbox;
mod sign_in;
mod support;
mod sync;
mod template;
mod users;

use crate::args::{Cli, Command, RunsCommand, SandboxCommand};
use crate::failure::{Code, Done, Failure};
use crate::output;
use crate::stopping::Stop;

/// Runs what was typed, and says why when it could not be done.
pub async fn run(cli: Cli) -> Code {
    let json = cli.command.json();
    let mut stop = Stop::listen();
    match dispatch(cli.command, &mut stop).await {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("{}", output::plain(failure.sentence()));
            if json {
                // There is nobody left to tell where even this can't be written.
                let _ = output::print_json(&failure.document());
            }
            failure.code
        }
    }
}

async fn dispatch(command: Command, stop: &mut Stop) -> Done {
    match command {
        Command::Sandbox(SandboxCommand::Serve(args)) => sandbox::serve(args, stop).await,
        Command::Invite(args) => invite::run(args, stop).await,
        Command::Reinvite(args) => reinvite::run(args, stop).await,
        Command::Runs(RunsCommand::Resume(args)) => runs::resume(args, stop).await,
        harmless => tokio::select! {
            done = ask(harmless) => done,
            () = stop.asked() => Err(Failure::stopped("Stopped as asked. Nothing was sent, and what was there before is still there.")),
        },
    }
}

/// Commands that send nothing: they can be dropped at any moment.
async fn ask(command: Command) -> Done {
    match command {
        Command::Profile(command) => profile::run(command).await,
        Command::Description(command) => description::run(command).await,
        Command::Openapi(args) => openapi::run(&args),
        Command::Sync(args) => sync::run(args).await,
        Command::Users(args) => users::run(args).await,
        Command::Changes(args) => changes::run(args).await,
        Command::Roles(args) => lists::roles(args).await,
        Command::Idps(args) => lists::identity_providers(args).await,
        Command::Orgs(args) => lists::organizations(args).await,
        Command::Findings(args) => findings::run(args).await,
        Command::Check(args) => check::run(args).await,
        Command::Template(args) => template::run(args).await,
        Command::Runs(command) => runs::run(command).await,
        Command::Support(args) => support::run(args).await,
        Command::Completions(args) => pages::completions(&args),
        Command::ManPages(args) => pages::manual(&args),
        Command::Sandbox(_) | Command::Invite(_) | Command::Reinvite(_) => {
            Err(Failure::usage("This command is run in another way."))
        }
    }
}
