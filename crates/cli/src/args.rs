//! What may be typed after `rollcallctl`.

mod carrying;
mod changes;
mod description;
mod findings;
mod openapi;
mod pages;
mod runs;
mod support;
mod users;

use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

pub use carrying::*;
pub use changes::*;
pub use description::*;
pub use findings::*;
pub use openapi::*;
pub use pages::*;
pub use runs::*;
pub use support::*;
pub use users::*;

/// Invites and looks after the users of a marketplace platform, without a window.
///
/// ROLLCALL_HOME moves the data folder. ROLLCALL_SUBSCRIPTION_KEY, ROLLCALL_TOKEN, ROLLCALL_CLIENT_SECRET and
/// ROLLCALL_PROXY_PASSWORD give the secrets and ROLLCALL_DATA_KEY (64 hexadecimal digits) the key of the databases where the keychain shall not;
/// ROLLCALL_KEYCHAIN=off leaves the keychain alone altogether.
///
/// Exit codes: 0 all good, 1 could not do it, 2 wrong usage, 3 done and some rows need a person,
/// 4 stopped before the end.
#[derive(Debug, Parser)]
#[command(name = "rollcallctl", version, propagate_version = true, verbatim_doc_comment)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// The sample platform, which needs no account
    #[command(subcommand)]
    Sandbox(SandboxCommand),
    /// Connections to platforms
    #[command(subcommand)]
    Profile(ProfileCommand),
    /// How to speak to a kind of platform
    #[command(subcommand)]
    Description(DescriptionCommand),
    /// Looks in an OpenAPI document for the calls that a connection needs, and says what a description would have to say
    Openapi(OpenapiArgs),
    /// Fetches users, roles, identity providers and organizations anew
    Sync(SyncArgs),
    /// Users as fetched last
    Users(UsersArgs),
    /// What changed from one fetch to another: who joined or left, and whose state, roles or anything else is different
    Changes(ChangesArgs),
    /// Roles and how many people hold each
    Roles(ListArgs),
    /// Identity providers and how many people use each
    Idps(ListArgs),
    /// Organizations and how many people belong to each; or learns them from a small list
    Orgs(OrgsArgs),
    /// What the people fetched last show that somebody should look at; exit code 3 where there is anything
    Findings(FindingsArgs),
    /// Reads and checks a spreadsheet; sends nothing
    Check(CheckArgs),
    /// Checks a spreadsheet, then invites everybody who is ready
    Invite(InviteArgs),
    /// Invites people once more who have not accepted: those of a run, or of the list
    Reinvite(ReinviteArgs),
    /// Writes a workbook to fill in, whose drop-downs are the platform's own roles, providers and organizations
    Template(TemplateArgs),
    /// What was sent, and what became of each row
    #[command(subcommand)]
    Runs(RunsCommand),
    /// Writes a text to give to whoever helps: versions, settings, tests, crash reports and the log, with nothing of yours in it
    Support(SupportArgs),
    /// Completions for a shell, to be kept where it looks for them
    Completions(CompletionsArgs),
    /// Writes the pages of the manual, for those who make packages
    #[command(hide = true)]
    ManPages(ManPagesArgs),
}

#[derive(Debug, Subcommand)]
pub enum SandboxCommand {
    /// Serves the sample platform on this machine until it is stopped; its first line of output says how to connect
    Serve(ServeArgs),
}

#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Port on 127.0.0.1 [default: a free one]
    #[arg(long)]
    pub port: Option<u16>,
    /// Generated people beside the thirteen of its world [default: 2400]
    #[arg(long, value_name = "N")]
    pub users: Option<u32>,
    /// What shall go wrong: a fault plan in TOML or JSON
    #[arg(long, value_name = "FILE")]
    pub faults: Option<PathBuf>,
    /// Another world than the built-in one
    #[arg(long, value_name = "FILE")]
    pub world: Option<PathBuf>,
    /// A folder in which identity and effects outlive the program
    #[arg(long, value_name = "DIR")]
    pub state: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum ProfileCommand {
    /// Keeps a connection to a platform
    Add(Box<ProfileAddArgs>),
    /// Shows all connections
    List(JsonArgs),
    /// Tries whether a connection works
    Test(ProfileNameArgs),
    /// Makes a connection one for looking only: nobody is invited through it from this computer
    Lock(ProfileNameArgs),
    /// Lets a connection that was for looking only send again
    Unlock(ProfileNameArgs),
    /// Writes a connection without its secrets to a file, for a colleague
    Export(ProfileExportArgs),
    /// Takes a connection from a file that a colleague exported; its secrets are given here
    Import(ProfileImportArgs),
    /// Signs in with the browser: prints the address, opens it, and waits for five minutes at most
    SignIn(ProfileNameArgs),
    /// Takes a new token for a connection that uses pasted ones
    Token(ProfileTokenArgs),
    /// Begins anew what of a connection can't be read any more, as when the key of the data is lost; the old files are kept
    BeginAnew(BeginAnewArgs),
    /// Forgets a connection and its secrets; the record of its runs is kept
    Remove(ProfileNameArgs),
}

#[derive(Debug, Args)]
pub struct ProfileAddArgs {
    /// What to call it
    pub name: String,
    /// Where the four APIs live
    #[arg(long, value_name = "URL")]
    pub base_url: String,
    /// How to sign in
    #[arg(long, value_enum)]
    pub sign_in: SignInWord,
    /// Where tokens are given (client-credentials, browser)
    #[arg(long, value_name = "URL")]
    pub token_url: Option<String>,
    /// Where people sign in (browser)
    #[arg(long, value_name = "URL")]
    pub authorize_url: Option<String>,
    /// Who says where to sign in, in place of both addresses (client-credentials, browser)
    #[arg(long, value_name = "URL", conflicts_with_all = ["token_url", "authorize_url"])]
    pub issuer: Option<String>,
    /// The client's id (client-credentials, browser)
    #[arg(long, value_name = "ID")]
    pub client_id: Option<String>,
    /// The audience, for servers that ask for one (client-credentials, browser)
    #[arg(long)]
    pub audience: Option<String>,
    /// The scope, for servers that ask for one (client-credentials, browser)
    #[arg(long)]
    pub scope: Option<String>,
    /// How to speak to the platform: the name of a built-in description, a file with one, a file with changes to one,
    /// or a name and then a file with changes to it [default: appxite]
    #[arg(long, value_name = "NAME|FILE")]
    pub description: Vec<String>,
    /// A platform; may be given several times. Needed where the platform is asked by id, unless --customer-id is given
    #[arg(long, value_name = "ID", conflicts_with = "customer_id")]
    pub platform_id: Vec<String>,
    /// A customer's organization; may be given several times
    #[arg(long, value_name = "ID")]
    pub customer_id: Vec<String>,
    /// A header of every call; may be given several times. Not for secrets
    #[arg(long, value_name = "K=V")]
    pub header: Vec<String>,
    /// Most people in one call
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub batch: Option<u32>,
    /// Most calls under way at once [default: what is known of the platform]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=16))]
    pub concurrency: Option<u32>,
    /// Most invite calls in a minute [default: what its gateway allows]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub per_minute: Option<u32>,
    /// Seconds until somebody of whom nothing clear was heard is looked up
    #[arg(long, value_name = "N")]
    pub settle_seconds: Option<u32>,
    /// Seconds until an invite call without an answer is given up
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    pub post_timeout_seconds: Option<u32>,
    /// For looking only: nobody is invited through it from this computer
    #[arg(long)]
    pub read_only: bool,
    #[command(flatten)]
    pub network: NetworkArgs,
    #[command(flatten)]
    pub secrets: SecretsArgs,
    #[command(flatten)]
    pub json: JsonArgs,
}

/// The way through the network.
#[derive(Debug, Args)]
pub struct NetworkArgs {
    /// A proxy, such as http://proxy.example:3128; `none` asks directly, whatever the system says [default: as the
    /// system says]
    #[arg(long, value_name = "URL|none")]
    pub proxy: Option<String>,
    /// The user name for a proxy that asks who is there; its password is a secret like the others
    #[arg(long, value_name = "NAME")]
    pub proxy_user: Option<String>,
    /// Certificates of your organization's own authority, trusted beside the system's; may be given several times
    #[arg(long, value_name = "FILE")]
    pub authority: Vec<PathBuf>,
}

/// Where the secrets of a new connection come from.
#[derive(Clone, Copy, Debug, Args)]
pub struct SecretsArgs {
    /// Keeps no secret in the keychain: every command takes them from the environment
    #[arg(long, conflicts_with = "secrets_stdin")]
    pub session_only: bool,
    /// Reads the secrets from standard input: lines of KEY=VALUE or a JSON object, with the names of the
    /// environment variables
    #[arg(long)]
    pub secrets_stdin: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SignInWord {
    /// A bearer token
    Token,
    /// OAuth 2.0 client credentials
    ClientCredentials,
    /// A person in the system's browser, once; `profile sign-in` opens it
    Browser,
}

#[derive(Debug, Args)]
pub struct ProfileTokenArgs {
    /// The connection
    pub name: String,
    /// Reads the token from standard input: ROLLCALL_TOKEN=VALUE or a JSON object
    #[arg(long)]
    pub secrets_stdin: bool,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct ProfileNameArgs {
    /// The connection
    pub name: String,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Clone, Copy, Debug, Args)]
pub struct JsonArgs {
    /// Prints one JSON document
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ProfileArg {
    /// The connection; `sandbox` is the sample platform
    #[arg(short, long, value_name = "NAME")]
    pub profile: String,
}

#[derive(Debug, Args)]
pub struct SyncArgs {
    #[command(flatten)]
    pub profile: ProfileArg,
    /// Takes over the list that an earlier sync held because it looked wrong, and fetches nothing
    #[arg(long)]
    pub take_held: bool,
    /// Fetches the people of this customer alone: its name, ERP id or id
    #[arg(long, value_name = "NAME", conflicts_with = "take_held")]
    pub customer: Option<String>,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct ListArgs {
    #[command(flatten)]
    pub profile: ProfileArg,
    #[command(flatten)]
    pub json: JsonArgs,
}

/// A file and what a person knows of it.
#[derive(Debug, Args)]
pub struct FileArgs {
    /// The spreadsheet; `-` is standard input
    pub file: PathBuf,
    #[command(flatten)]
    pub profile: ProfileArg,
    /// The sheet, by name
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// What a column means, as in email=Mail or role=C; may be given several times. Nothing after = for no column
    #[arg(long, value_name = "FIELD=HEADER|LETTER")]
    pub map: Vec<String>,
    /// What rows get that lack a value, as in role=Customer; may be given several times
    #[arg(long, value_name = "FIELD=NAME")]
    pub default: Vec<String>,
    #[command(flatten)]
    pub json: JsonArgs,
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    #[command(flatten)]
    pub file: FileArgs,
    /// Shows the calls as well, exactly as they would be sent
    #[arg(long)]
    pub payloads: bool,
}

#[derive(Debug, Args)]
pub struct TemplateArgs {
    #[command(flatten)]
    pub profile: ProfileArg,
    /// Where to write it
    #[arg(short, long, value_name = "FILE.xlsx")]
    pub output: PathBuf,
}

#[derive(Debug, Args)]
pub struct InviteArgs {
    #[command(flatten)]
    pub file: FileArgs,
    /// Invites people once more who have not accepted yet
    #[arg(long)]
    pub reinvite: bool,
    /// Treats hidden and filtered rows like all others
    #[arg(long)]
    pub include_hidden: bool,
    /// What to do when the same file was sent before [default: resume a run that is not finished, else a new one]
    #[arg(long, value_enum)]
    pub if_seen: Option<IfSeen>,
    #[command(flatten)]
    pub send: SendArgs,
}

/// How what is ready is sent.
#[derive(Debug, Args)]
pub struct SendArgs {
    /// Seconds to wait for another sender of this connection to end
    #[arg(long, value_name = "SECONDS", default_value_t = 0)]
    pub wait_lock: u64,
    /// Sends without asking
    #[arg(short, long)]
    pub yes: bool,
    /// Writes what became of each row, as the ending says: .xlsx, .csv or .json
    #[arg(long, value_name = "OUT.xlsx", value_parser = PathBufValueParser::new().try_map(ReportPath::of))]
    pub report: Option<ReportPath>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum IfSeen {
    /// Do nothing
    Stop,
    /// Go on with the run that is there
    Resume,
    /// A new run for the rows that did not end well
    OnlyFailed,
    /// A new run
    New,
}

impl Command {
    /// Whether the answer is a JSON document.
    pub fn json(&self) -> bool {
        match self {
            Self::Sandbox(_) => false,
            Self::Profile(ProfileCommand::Add(args)) => args.json.json,
            Self::Profile(ProfileCommand::List(args)) => args.json,
            Self::Profile(
                ProfileCommand::Test(args)
                | ProfileCommand::Lock(args)
                | ProfileCommand::Unlock(args)
                | ProfileCommand::SignIn(args)
                | ProfileCommand::Remove(args),
            ) => args.json.json,
            Self::Profile(ProfileCommand::Export(_) | ProfileCommand::BeginAnew(_)) => false,
            Self::Profile(ProfileCommand::Import(args)) => args.json.json,
            Self::Profile(ProfileCommand::Token(args)) => args.json.json,
            Self::Description(command) => command.json(),
            Self::Openapi(args) => args.json.json,
            Self::Sync(args) => args.json.json,
            Self::Users(args) => args.json || (args.format == FormatWord::Json && args.output.is_none()),
            Self::Changes(args) => args.json || (args.format == FormatWord::Json && args.output.is_none()),
            Self::Roles(args) | Self::Idps(args) => args.json.json,
            Self::Orgs(args) => args.list.json.json,
            Self::Findings(args) => args.json.json,
            Self::Check(args) => args.file.json.json,
            Self::Invite(args) => args.file.json.json,
            Self::Reinvite(args) => args.json.json,
            Self::Runs(RunsCommand::List(args)) => args.json.json,
            Self::Runs(RunsCommand::Show(args)) => args.run.json.json,
            Self::Runs(RunsCommand::Resume(args)) => args.run.json.json,
            Self::Runs(RunsCommand::Resolve(args)) => args.run.json.json,
            Self::Runs(RunsCommand::Report(_)) | Self::Template(_) => false,
            Self::Completions(_) | Self::ManPages(_) | Self::Support(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_words_of_the_command_line_do_not_contradict_each_other() {
        Cli::command().debug_assert();
    }

    #[test]
    fn no_argument_takes_a_secret() {
        fn words(command: &clap::Command, into: &mut Vec<String>) {
            into.extend(
                command.get_arguments().filter_map(|argument| argument.get_long().map(str::to_owned)),
            );
            command.get_subcommands().for_each(|sub| words(sub, into));
        }
        let mut all = Vec::new();
        words(&Cli::command(), &mut all);
        for word in ["token", "subscription-key", "client-secret", "password", "data-key", "key", "secret"] {
            assert!(
                !all.iter().any(|argument| argument == word),
                "--{word} would show a secret to the whole machine"
            );
        }
    }
}
