//! Connections: kept, listed, tried, forgotten.

use super::{begin_anew, carrying, description, network, sign_in};
use crate::args::{ProfileAddArgs, ProfileCommand, ProfileNameArgs, SecretsArgs, SignInWord};
use crate::failure::{Code, Done, Failure};
use crate::opening::{self, open};
use crate::output::{self, table};
use crate::secrets::{self, Secrets};
use rollcall_app::contract::*;
use rollcall_app::{Secret, Tuning, needs_of};
use serde_json::json;

/// Dots beside names, told apart by people who see colours differently too.
const COLOURS: [&str; 6] = ["#7c3aed", "#0369a1", "#b45309", "#be123c", "#15803d", "#475569"];

/// The first shape told of lists alone.
const EXAMINATION_SCHEMA: u32 = 2;

/// Runs a command about connections.
pub async fn run(command: ProfileCommand) -> Done {
    match command {
        ProfileCommand::Add(args) => add(*args).await,
        ProfileCommand::List(args) => list(args.json).await,
        ProfileCommand::Test(args) => test(args).await,
        ProfileCommand::Lock(args) => carrying::set_read_only(args, true).await,
        ProfileCommand::Unlock(args) => carrying::set_read_only(args, false).await,
        ProfileCommand::Export(args) => carrying::export(args).await,
        ProfileCommand::Import(args) => carrying::import(args).await,
        ProfileCommand::SignIn(args) => sign_in::with_browser(args).await,
        ProfileCommand::Token(args) => sign_in::with_token(args).await,
        ProfileCommand::BeginAnew(args) => begin_anew::run(args).await,
        ProfileCommand::Remove(args) => remove(args).await,
    }
}

async fn add(args: ProfileAddArgs) -> Done {
    sign_in::judge(&args)?;
    let extra_headers = args.header.iter().map(|text| header(text)).collect::<Result<Vec<_>, _>>()?;
    at_the_keychain(args.secrets)?;
    let description = description::chosen(&args.description)?;
    let needs = needs_of(&description)?;
    if needs.scope && args.platform_id.is_empty() && args.customer_id.is_empty() {
        return Err(Failure::usage("This platform is asked by id: give --platform-id or --customer-id."));
    }
    let network = network::chosen(&args.network)?;
    let kept = kept_secrets(args.sign_in, needs, &network, args.secrets).await?;
    let opened = open().await?;
    let app = &opened.app;
    let sign_in = sign_in::chosen(app, &args).await?;
    let known = app.list_profiles().await?.len();
    let draft = ProfileDraft {
        id: None,
        name: args.name.clone(),
        colour: COLOURS[known % COLOURS.len()].to_owned(),
        live: true,
        base_url: args.base_url.clone(),
        scope: if args.customer_id.is_empty() {
            Scope::Platform(args.platform_id)
        } else {
            Scope::Customer(args.customer_id)
        },
        extra_headers,
        sign_in,
        subscription_key: kept.subscription_key.map(TypedSecret),
        secret: kept.secret.map(TypedSecret),
        session_only: args.secrets.session_only,
        read_only: args.read_only,
        description,
        network,
        proxy_password: kept.proxy_password.map(TypedSecret),
    };
    let tuning = Tuning {
        batch: args.batch,
        concurrency: args.concurrency,
        per_minute: args.per_minute,
        settle_seconds: args.settle_seconds,
        post_timeout_seconds: args.post_timeout_seconds,
    };
    let view = app.keep_profile(draft, Some(tuning)).await?;
    if args.json.json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "profile": view }))?;
    } else {
        let name = output::plain(&view.name);
        let next = match view.sign_in {
            SignIn::Browser { .. } => format!("`rollcallctl profile sign-in {name}` signs in"),
            _ => format!("`rollcallctl profile test {name}` tries it"),
        };
        output::print(&format!("The connection {name} is kept. {next}.\n"))?;
    }
    Ok(Code::Good)
}

fn header(text: &str) -> Result<Header, Failure> {
    let (name, value) =
        text.split_once('=').ok_or_else(|| Failure::usage("A header is written as NAME=VALUE."))?;
    Ok(Header { name: name.to_owned(), value: value.to_owned() })
}

/// Refuses secrets that there is no place for.
pub(super) fn at_the_keychain(args: SecretsArgs) -> Result<(), Failure> {
    match args.session_only || opening::keychain_is_used() {
        true => Ok(()),
        false => Err(Failure::usage(
            "The keychain is switched off, so there is no place to keep the secrets. Add --session-only and give them by the environment each time.",
        )),
    }
}

/// What is kept of a connection's secrets.
#[derive(Default)]
pub(super) struct Kept {
    pub subscription_key: Option<Secret>,
    /// What the way to sign in needs.
    pub secret: Option<Secret>,
    pub proxy_password: Option<Secret>,
}

/// The secrets of a connection that are to be kept: from standard input, then the environment, then the terminal. None of a
/// connection that keeps none.
pub(super) async fn kept_secrets(
    way: SignInWord,
    needs: DescriptionNeeds,
    network: &Network,
    args: SecretsArgs,
) -> Result<Kept, Failure> {
    if args.session_only {
        return Ok(Kept::default());
    }
    let read = if args.secrets_stdin { Secrets::from_standard_input()? } else { Secrets::default() };
    let environment = Secrets::from_environment();
    let key = read.subscription_key.or(environment.subscription_key);
    let key = match needs.subscription_key {
        true => Some(found_or_asked(key, "subscription key", opening::SUBSCRIPTION_KEY_VARIABLE).await?),
        false => None,
    };
    let secret = match way {
        SignInWord::Token => {
            let token = read.token.or(environment.token);
            Some(found_or_asked(token, "token", opening::TOKEN_VARIABLE).await?)
        }
        SignInWord::ClientCredentials => {
            let secret = read.client_secret.or(environment.client_secret);
            Some(found_or_asked(secret, "client secret", opening::CLIENT_SECRET_VARIABLE).await?)
        }
        // Most sign-in services know a program that people install without a secret of its own.
        SignInWord::Browser => read.client_secret.or(environment.client_secret),
    };
    let proxy_password = match network::asks_who_is_there(network) {
        true => {
            let password = read.proxy_password.or(environment.proxy_password);
            Some(found_or_asked(password, "password for the proxy", opening::PROXY_PASSWORD_VARIABLE).await?)
        }
        false => None,
    };
    Ok(Kept { subscription_key: key, secret, proxy_password })
}

pub(super) async fn found_or_asked(
    found: Option<Secret>,
    what: &'static str,
    variable: &str,
) -> Result<Secret, Failure> {
    match found {
        Some(secret) => Ok(secret),
        None => secrets::ask(what, variable).await,
    }
}

async fn list(as_json: bool) -> Done {
    let opened = open().await?;
    let mut profiles = opened.app.list_profiles().await?;
    for profile in profiles.iter_mut().filter(|profile| profile.id == SAMPLE_PROFILE) {
        // The word that -p takes.
        profile.name = SAMPLE_PROFILE.to_owned();
    }
    if as_json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "profiles": profiles }))?;
        return Ok(Code::Good);
    }
    let rows = profiles.iter().map(|profile| {
        let place = if profile.id == SAMPLE_PROFILE { "the sample platform" } else { &profile.base_url };
        let way = match profile.sign_in {
            SignIn::Token => "token",
            SignIn::ClientCredentials { .. } => "client credentials",
            SignIn::Browser { .. } => "browser",
        };
        let sends = if profile.read_only { "read-only" } else { "" };
        [&profile.name, place, way, at_hand(profile.subscription_key), at_hand(profile.secret), sends]
    });
    output::print(&table::text(&["Name", "Leads to", "Signs in by", "Key", "Secret", "Sending"], rows))?;
    if !profiles.iter().any(|profile| profile.id == SAMPLE_PROFILE) {
        eprintln!("The connection `{SAMPLE_PROFILE}`, to the sample platform, is always there as well.");
    }
    Ok(Code::Good)
}

fn at_hand(state: CredentialState) -> &'static str {
    match state {
        CredentialState::Kept => "in the keychain",
        CredentialState::Session => "given",
        CredentialState::Missing => "missing",
        CredentialState::Unknown => "the keychain does not say",
    }
}

async fn test(args: ProfileNameArgs) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_named(&args.name)?;
    let report = opened.app.test_profile(profile).await?;
    if args.json.json {
        output::print_json(&json!({
            "schema": EXAMINATION_SCHEMA,
            "ok": report.ok,
            "steps": report.steps,
            "text": report.text,
        }))?;
    } else {
        let lines = report.text.lines().map(|line| output::plain(line) + "\n");
        output::print(&lines.collect::<String>())?;
    }
    Ok(if report.ok { Code::Good } else { Code::NotDone })
}

async fn remove(args: ProfileNameArgs) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_named(&args.name)?;
    if profile == SAMPLE_PROFILE {
        return Err(Failure::usage(
            "The connection to the sample platform is built in and can't be removed.",
        ));
    }
    opened.app.remove_profile(profile).await?;
    if args.json.json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "removed": args.name }))?;
    } else {
        output::print(&format!(
            "The connection {} and its secrets are forgotten. The record of its runs is kept.\n",
            output::plain(&args.name)
        ))?;
    }
    Ok(Code::Good)
}
