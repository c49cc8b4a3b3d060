//! Ways to sign in: chosen for a new connection, with the browser, with a new token.

use super::profile::found_or_asked;
use crate::args::{ProfileAddArgs, ProfileNameArgs, ProfileTokenArgs, SignInWord};
use crate::failure::{Code, Done, Failure};
use crate::opening::{self, open};
use crate::output;
use crate::secrets::Secrets;
use rollcall_app::App;
use rollcall_app::contract::*;
use serde_json::json;

/// Whether everything was given that the way to sign in needs; asks nobody.
pub fn judge(args: &ProfileAddArgs) -> Result<(), Failure> {
    let elsewhere = args.issuer.is_some();
    let needed = [
        ("--client-id", args.client_id.is_some()),
        ("--token-url or --issuer", elsewhere || args.token_url.is_some()),
        ("--authorize-url or --issuer", elsewhere || args.authorize_url.is_some()),
    ];
    let (way, needed) = match args.sign_in {
        SignInWord::Token => return Ok(()),
        SignInWord::ClientCredentials => ("by client credentials", &needed[..2]),
        SignInWord::Browser => ("with the browser", &needed[..]),
    };
    match needed.iter().find(|(_, given)| !given) {
        Some((what, _)) => Err(Failure::usage(format!("Signing in {way} needs {what}."))),
        None => Ok(()),
    }
}

/// The way to sign in, with its addresses asked of the issuer where one was named.
pub async fn chosen(app: &App, args: &ProfileAddArgs) -> Result<SignIn, Failure> {
    if args.sign_in == SignInWord::Token {
        return Ok(SignIn::Token);
    }
    let (authorize_url, token_url) = addresses(app, args).await?;
    let client_id = args.client_id.clone().unwrap_or_default();
    let (audience, scope) = (args.audience.clone(), args.scope.clone());
    Ok(match args.sign_in {
        SignInWord::Browser => {
            let authorize_url = authorize_url.ok_or_else(|| {
                Failure::not_done(
                    "profile-invalid",
                    "This issuer signs nobody in with the browser. Nothing was kept.",
                )
            })?;
            SignIn::Browser { authorize_url, token_url, client_id, audience, scope }
        }
        _ => SignIn::ClientCredentials { token_url, client_id, audience, scope },
    })
}

async fn addresses(app: &App, args: &ProfileAddArgs) -> Result<(Option<String>, String), Failure> {
    let Some(issuer) = &args.issuer else {
        return Ok((args.authorize_url.clone(), args.token_url.clone().unwrap_or_default()));
    };
    let found = app.discover_sign_in(issuer.clone(), Network::default()).await?;
    Ok((found.authorize_url, found.token_url))
}

/// Opens the browser, says which address that is, and waits for the person.
pub async fn with_browser(args: ProfileNameArgs) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_named(&args.name)?;
    let mut events = opened.app.events();
    let mut signing_in = std::pin::pin!(opened.app.sign_in(profile));
    let view = loop {
        tokio::select! {
            biased;
            Some(event) = events.next() => show(event),
            done = &mut signing_in => break done?,
        }
    };
    let kept = if !view.token_renews && !view.session_only {
        "The sign-in service gave nothing to renew it with, so the sign-in worked and ends with this command. Add offline_access, or what the service calls it, to the connection's scope."
    } else if view.session_only {
        "This connection keeps nothing in the keychain, so the sign-in worked and ends with this command."
    } else {
        "The sign-in is kept in the keychain and renews itself."
    };
    say(args.json.json, &view, &format!("Signed in to {}. {kept}\n", output::plain(&view.name)))
}

fn show(event: AppEvent) {
    if let AppEvent::SignInWaiting(waiting) = event {
        let url = output::plain(&waiting.url);
        eprintln!("Sign in in the browser. If none opened, open this address yourself:\n\n  {url}\n");
    }
}

/// Takes a new token in the place of the one that is kept.
pub async fn with_token(args: ProfileTokenArgs) -> Done {
    let opened = open().await?;
    let profile = opened.app.profile_named(&args.name)?;
    let profiles = opened.app.list_profiles().await?;
    if profiles.iter().any(|view| view.id == profile && view.session_only) {
        return Err(Failure::usage(format!(
            "This connection keeps nothing in the keychain: give its token by {} each time.",
            opening::TOKEN_VARIABLE
        )));
    }
    let read = if args.secrets_stdin { Secrets::from_standard_input()? } else { Secrets::from_environment() };
    let token = found_or_asked(read.token, "token", opening::TOKEN_VARIABLE).await?;
    let view = opened.app.paste_token(profile, PastedToken { token: TypedSecret(token) }).await?;
    let until = view.token_expires_at.as_deref().map(|at| format!(" It ends at {at}.")).unwrap_or_default();
    say(
        args.json.json,
        &view,
        &format!("The connection {} has a new token.{until}\n", output::plain(&view.name)),
    )
}

fn say(as_json: bool, view: &ProfileView, sentence: &str) -> Done {
    match as_json {
        true => output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "profile": view }))?,
        false => output::print(sentence)?,
    }
    Ok(Code::Good)
}
