//! The project's commands: `cargo xtask run`, `test`, `dev`, `bench`, `measure`, `soak`, `spoken`, `shots`, `desktop`, `bundle`, `licences`.

mod bench;
mod bundle;
mod counts;
mod dependencies;
mod desktop;
mod dev;
mod failures;
mod install;
mod licences;
mod measure;
mod page;
mod parts;
mod prepare;
mod python;
mod report;
mod run;
mod scim;
mod shell;
mod shots;
mod soak;
mod spoken;
mod test;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::parts::Part;

/// What a command returns when it could not do its work: one sentence for the person.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The project's commands.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what is missing, build, and open the window
    Run {
        /// Install missing system packages without asking
        #[arg(long)]
        yes: bool,
        /// Build with optimisations: slower to build, quicker to use
        #[arg(long)]
        release: bool,
    },
    /// Check everything, end to end; the last line is `N passed, N failed`
    Test {
        /// Run this part alone (may be given several times)
        #[arg(long, value_enum)]
        only: Vec<Part>,
        /// Tell the parts and what each does, and run none
        #[arg(long)]
        list: bool,
        /// Install missing system packages without asking
        #[arg(long)]
        yes: bool,
    },
    /// The app with hot reload: Vite's server and the window, ending together
    Dev,
    /// Measure: every benchmark of the workspace
    Bench {
        /// Words handed on to the benchmarks, for example a name to filter by
        args: Vec<String>,
    },
    /// Measure the real window: frames, keys and memory with very many people
    Measure {
        /// How many people the sample platform lists
        #[arg(long, default_value_t = 1_000_000)]
        people: u32,
    },
    /// Use the real app for an hour: memory flat, nobody lost, nobody invited twice
    Soak {
        /// For how long
        #[arg(long, default_value_t = 60)]
        minutes: u32,
    },
    /// Walk the main journey with the screen reader Orca, and write down what it says
    Spoken,
    /// Walk every screen of the real app and write a PNG of each
    Shots {
        /// Where to put the pictures
        #[arg(long, default_value = "target/shots")]
        out: PathBuf,
        /// Also renew the few pictures that the README shows
        #[arg(long)]
        readme: bool,
    },
    /// Make the packages for this system: .deb and .rpm, in target/bundle
    Bundle {
        /// Pack the programs as the tests build them
        #[arg(long)]
        debug: bool,
        /// Also make an AppImage, whose tools Tauri's bundler fetches from GitHub
        #[arg(long)]
        appimage: bool,
        /// Install missing system packages without asking
        #[arg(long)]
        yes: bool,
    },
    /// Write the list of the works of other people in the programs, with their licences
    Licences {
        /// Where to write it
        #[arg(long, default_value = "target/THIRD-PARTY.md")]
        out: PathBuf,
    },
    /// Run a command on the private desktop of the end-to-end tests (own display, D-Bus, keychain)
    Desktop {
        /// The command and its arguments
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        command: Vec<String>,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Run { yes, release } => run::run(yes, release),
        Command::Test { list: true, .. } => {
            parts::list();
            Ok(ExitCode::SUCCESS)
        }
        Command::Test { only, yes, .. } => test::test(&only, yes),
        Command::Dev => dev::dev(),
        Command::Bench { args } => bench::bench(&args),
        Command::Measure { people } => measure::measure(people),
        Command::Soak { minutes } => soak::soak(minutes),
        Command::Spoken => spoken::spoken(),
        Command::Shots { out, readme } => shots::shots(&out, readme),
        Command::Bundle { debug, appimage, yes } => bundle::command(
            if debug { bundle::Profile::Debug } else { bundle::Profile::Release },
            appimage,
            yes,
        ),
        Command::Licences { out } => licences::write(&shell::root().join(out)).map(|()| ExitCode::SUCCESS),
        Command::Desktop { command } => desktop::command(&command),
    };
    done.unwrap_or_else(|sentence| {
        eprintln!("{sentence}");
        ExitCode::FAILURE
    })
}
