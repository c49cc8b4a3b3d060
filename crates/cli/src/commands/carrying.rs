//! Connections as files, and the lock of a connection.

use super::profile::{at_the_keychain, kept_secrets};
use crate::args::{ProfileExportArgs, ProfileImportArgs, ProfileNameArgs, SignInWord};
use crate::failure::{Code, Done, Failure};
use crate::opening::open;
use crate::output;
use rollcall_app::contract::*;
use rollcall_app::{needs_of, parse_connection};
use serde_json::json;
use std::io::Read;
use std::path::Path;

/// One byte more than the largest file of a connection: it is then refused as what it is.
const MOST_BYTES: u64 = (1 << 20) + 1;

/// Writes a connection without its secrets to a file.
pub async fn export(args: ProfileExportArgs) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_named(&args.name)?;
    let file = opened.app.connection_file(profile.clone()).await?;
    let left_out = opened.app.headers_left_out(&profile)?;
    let name = opened.app.write_report(&args.output, file).await?;
    output::print(&format!("{} holds the connection, and none of its secrets.\n", output::plain(&name)))?;
    if !left_out.is_empty() {
        eprintln!(
            "Headers that look like credentials were left out: {}. Whoever takes the file adds them with their own values.",
            output::plain(&left_out.join(", "))
        );
    }
    Ok(Code::Good)
}

/// Takes a connection from a file.
pub async fn import(args: ProfileImportArgs) -> Done {
    let TakenConnection { settings, left_out } = parse_connection(&bytes_of(&args.file)?)?;
    at_the_keychain(args.secrets)?;
    let needs = needs_of(&settings.description)?;
    let kept = kept_secrets(way_of(&settings.sign_in), needs, &settings.network, args.secrets).await?;
    let opened = open().await?;
    let draft = ProfileDraft {
        subscription_key: kept.subscription_key.map(TypedSecret),
        secret: kept.secret.map(TypedSecret),
        proxy_password: kept.proxy_password.map(TypedSecret),
        session_only: args.secrets.session_only,
        ..ProfileDraft::from(settings)
    };
    let draft = match args.name {
        Some(name) => ProfileDraft { name, ..draft },
        None => draft,
    };
    let view = opened.app.save_profile(draft).await?;
    if args.json.json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "profile": view }))?;
    } else {
        output::print(&taken(&view))?;
    }
    if !left_out.is_empty() {
        eprintln!(
            "The file leaves out headers that looked like credentials: {}. Add them with your own values in Rollcall's window, under Connections.",
            output::plain(&left_out.join(", "))
        );
    }
    Ok(Code::Good)
}

fn way_of(sign_in: &SignIn) -> SignInWord {
    match sign_in {
        SignIn::Token => SignInWord::Token,
        SignIn::ClientCredentials { .. } => SignInWord::ClientCredentials,
        SignIn::Browser { .. } => SignInWord::Browser,
    }
}

/// What a person should know of a connection that somebody else wrote.
fn taken(view: &ProfileView) -> String {
    let name = output::plain(&view.name);
    let mails = if view.live {
        "Real people get real mails through it."
    } else {
        "It is marked as one that mails nobody."
    };
    let locked = if view.read_only { " It is read-only." } else { "" };
    format!(
        "The connection {name} is kept and leads to {}. {mails}{locked} `rollcallctl profile test {name}` tries it.\n",
        output::plain(&view.base_url)
    )
}

fn bytes_of(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(bytes),
        Err(_) => Err(Failure::not_done("unreadable", "The file can't be read. Nothing was changed.")),
    }
}

/// Makes a connection one for looking only, or lets it send again.
pub async fn set_read_only(args: ProfileNameArgs, read_only: bool) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_named(&args.name)?;
    let view = opened.app.set_read_only(profile, read_only).await?;
    if args.json.json {
        output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "profile": view }))?;
        return Ok(Code::Good);
    }
    let name = output::plain(&view.name);
    output::print(&match read_only {
        true => format!(
            "Nobody is invited through {name} from this computer. `rollcallctl profile unlock {name}` ends that.\n"
        ),
        false => format!("People can be invited through {name} again.\n"),
    })?;
    Ok(Code::Good)
}
