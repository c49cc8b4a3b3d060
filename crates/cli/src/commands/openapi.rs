//! What an OpenAPI document says of the calls that a connection needs.

use crate::args::OpenapiArgs;
use crate::failure::{Code, Done, Failure};
use crate::output;
use rollcall_app::contract::*;
use rollcall_app::propose_from;
use serde_json::json;

const CALLS: [(&str, ApiCall); 5] = [
    ("users", ApiCall::Users),
    ("roles", ApiCall::Roles),
    ("identity-providers", ApiCall::IdentityProviders),
    ("organizations", ApiCall::Organizations),
    ("invite", ApiCall::Invite),
];

/// Reads the document and says what was found; asks no server and keeps nothing.
pub fn run(args: &OpenapiArgs) -> Done {
    let choices = args.call.iter().map(|word| choice(word)).collect::<Result<Vec<_>, _>>()?;
    let name = output::plain(&args.file.display().to_string());
    let bytes = std::fs::read(&args.file)
        .map_err(|_| Failure::not_done("unreadable", format!("The file {name} can't be read.")))?;
    let proposal = propose_from(&bytes, choices.clone(), args.kind.as_deref())?;
    refuse_unknown(&choices, &proposal)?;
    match (args.json.json, args.overrides) {
        (true, _) => output::print_json(&json!({ "schema": DOCUMENT_SCHEMA, "proposal": proposal }))?,
        (_, true) => output::print(&proposal.overrides)?,
        _ => output::print(&text(&proposal))?,
    }
    let lacks = proposal.operations.iter().any(|one| one.required && one.chosen.is_none());
    Ok(if lacks { Code::NeedsPerson } else { Code::Good })
}

fn choice(word: &str) -> Result<OperationChoice, Failure> {
    let names = || CALLS.map(|(name, _)| name).join(", ");
    let usage =
        || Failure::usage(format!("--call is written as NAME=OPERATION, with a name of {}.", names()));
    let (name, operation) = word.split_once('=').ok_or_else(usage)?;
    let (_, call) = CALLS.iter().find(|(known, _)| *known == name.trim()).ok_or_else(usage)?;
    let operation = Some(operation.trim().to_owned()).filter(|operation| !operation.is_empty());
    Ok(OperationChoice { call: *call, operation })
}

/// An operation that was named and can't be the call must not pass for one that was taken.
fn refuse_unknown(choices: &[OperationChoice], proposal: &OpenapiProposal) -> Result<(), Failure> {
    let chosen =
        |call| proposal.operations.iter().find(|one| one.call == call).and_then(|one| one.chosen.as_deref());
    let unknown = choices
        .iter()
        .find_map(|choice| choice.operation.as_deref().filter(|wanted| chosen(choice.call) != Some(*wanted)));
    match unknown {
        None => Ok(()),
        Some(operation) => Err(Failure::usage(format!(
            "{} is no operation of this document that can be that call. Without --call the likely ones are shown.",
            output::plain(operation)
        ))),
    }
}

fn text(proposal: &OpenapiProposal) -> String {
    let mut text = format!(
        "{} {} ({})\n",
        output::plain(&proposal.title),
        output::plain(&proposal.version),
        output::plain(&proposal.form)
    );
    let address = proposal.base_urls.first().map_or("not said", String::as_str);
    text.push_str(&format!("Address: {}\n", output::plain(address)));
    text.push_str(&kind(&proposal.kind));
    text.push_str(&sign_in(&proposal.sign_in));
    for operation in &proposal.operations {
        text.push_str(&found(operation));
    }
    for doubt in &proposal.doubts {
        text.push_str(&format!("\n{}\n", output::plain(doubt)));
    }
    let finds_nothing = proposal.operations.iter().all(|one| one.chosen.is_none());
    match proposal.overrides.as_str() {
        "" if finds_nothing => text.push_str(
            "\nNone of the calls that Rollcall needs was found in it, so nothing is taken from it.\n",
        ),
        "" => text.push_str("\nThe built-in description says all of it already.\n"),
        overrides => text.push_str(&format!("\nWhat the description would say differently:\n\n{overrides}")),
    }
    text
}

fn kind(kind: &ProposedKind) -> String {
    let why = match (kind.by_person, kind.signs.as_slice()) {
        (true, _) => " (as you say)".to_owned(),
        (_, []) => " (no kind is recognised; choose another with --kind)".to_owned(),
        (_, signs) => signs.iter().map(|sign| format!("\n           {}", output::plain(sign))).collect(),
    };
    format!("Compared with: {}, --kind {}{why}\n", output::plain(&kind.title), kind.name)
}

fn sign_in(sign_in: &ProposedSignIn) -> String {
    let lines = [
        ("Key in the header", &sign_in.key_header),
        ("Tokens from", &sign_in.token_url),
        ("People sign in at", &sign_in.authorize_url),
        ("Issuer", &sign_in.issuer),
    ];
    let said = lines.into_iter().filter_map(|(label, value)| Some((label, value.as_deref()?)));
    said.map(|(label, value)| format!("{label}: {}\n", output::plain(value))).collect()
}

fn found(operation: &ProposedOperation) -> String {
    let name = CALLS.iter().find(|(_, call)| *call == operation.call).map_or("", |(name, _)| name);
    let chosen = operation.chosen.as_deref().map_or_else(|| "not found".to_owned(), output::plain);
    let mut text = format!("\n{name}: {chosen}\n");
    for candidate in &operation.candidates {
        let mark = if operation.chosen.as_ref() == Some(&candidate.id) { '*' } else { ' ' };
        text.push_str(&format!("  {mark} {:>3} %  {}\n", candidate.certainty, output::plain(&candidate.id)));
        for reason in &candidate.reasons {
            text.push_str(&format!("           {}\n", output::plain(reason)));
        }
    }
    text
}
