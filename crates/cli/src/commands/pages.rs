//! Pages of the manual and completions for shells, made of the same words as `--help`.

use clap::CommandFactory;
use clap_complete::{Generator, Shell};

use crate::args::{Cli, CompletionsArgs, ManPagesArgs, ShellWord};
use crate::failure::{Code, Done, Failure};
use crate::output;

/// Prints the completions for one shell.
pub fn completions(args: &CompletionsArgs) -> Done {
    let shell = match args.shell {
        ShellWord::Bash => Shell::Bash,
        ShellWord::Zsh => Shell::Zsh,
        ShellWord::Fish => Shell::Fish,
        ShellWord::PowerShell => Shell::PowerShell,
    };
    let mut command = Cli::command();
    command.set_bin_name("rollcallctl");
    command.build();
    let mut script = Vec::new();
    shell.try_generate(&command, &mut script).map_err(|problem| {
        Failure::not_done("internal", format!("The completions could not be made: {problem}."))
    })?;
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(Code::Good)
}

/// Writes one page for the program and one for each of its commands.
pub fn manual(args: &ManPagesArgs) -> Done {
    clap_mangen::generate_to(Cli::command(), &args.folder).map_err(|problem| {
        Failure::not_done(
            "file-not-written",
            format!("The pages of the manual could not be written to {}: {problem}.", args.folder.display()),
        )
    })?;
    Ok(Code::Good)
}
