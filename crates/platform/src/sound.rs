//! What a description must hold to beyond its form, each with the fields that it is about.

mod lists;

use crate::description::{DescriptionProblem, behind_a_line};
use crate::error::in_quotes;
use crate::headers::unknown_placeholder;
use crate::places::Places;
use crate::template::Template;
use crate::wording::{Documents, FollowUp, InviteCall, ListCall, Wording};
use reqwest::header::{HeaderName, HeaderValue};
use rollcall_core::{Sentence, phrase, sentence};

/// A fault, and where it may stand.
struct Fault {
    at: Vec<String>,
    sentence: String,
}

fn fault(at: &[&str], sentence: impl Into<String>) -> Fault {
    Fault { at: at.iter().map(|path| (*path).to_owned()).collect(), sentence: behind_a_line(sentence) }
}

/// Everything that is wrong with `wording`, with the lines of the text in which `places` are.
pub(crate) fn faults(wording: &Wording, places: &Places) -> Vec<DescriptionProblem> {
    let calls = &wording.calls;
    let mut faults = numbers(wording);
    faults.extend(headers(wording));
    faults.extend(calls.token.iter().filter_map(|call| path("calls.token.path", &call.path)));
    faults.extend(calls.lists().flat_map(|(place, call)| lists::list(place, call, &calls.invite)));
    faults.extend(lookup(calls.user_by_email.as_ref()));
    faults.extend(invite(wording, &calls.invite));
    faults.extend(pointers(wording));
    faults.extend(documents(&wording.documents));
    faults
        .into_iter()
        .map(|fault| DescriptionProblem {
            line: places.line(&fault.at.iter().map(String::as_str).collect::<Vec<_>>()),
            sentence: fault.sentence,
        })
        .collect()
}

fn numbers(wording: &Wording) -> Vec<Fault> {
    [
        ("batch_limit", wording.batch_limit == 0),
        ("pace.per_minute", wording.pace.per_minute == 0),
        ("pace.concurrency", wording.pace.concurrency == 0),
    ]
    .into_iter()
    .filter(|(_, is_zero)| *is_zero)
    .map(|(at, _)| fault(&[at], sentence!("`{at}` must be 1 or more.", at = at)))
    .collect()
}

fn headers(wording: &Wording) -> Vec<Fault> {
    let mut faults = Vec::new();
    let key = &wording.subscription_key_header;
    if !key.is_empty() && key.parse::<HeaderName>().is_err() {
        faults.push(fault(&["subscription_key_header"], no_header(key)));
    }
    for (at, media) in [("media.request", &wording.media.request), ("media.accept", &wording.media.accept)] {
        if media.is_empty() || HeaderValue::from_str(media).is_err() {
            let sentence = sentence!("\"{media}\" is not a media type.", media = in_quotes(media));
            faults.push(fault(&[at], sentence));
        }
    }
    for (name, value) in &wording.headers {
        let at = format!("headers.{name}");
        if name.parse::<HeaderName>().is_err() {
            faults.push(fault(&[&at], no_header(name)));
        }
        if let Some(word) = unknown_placeholder(value) {
            let sentence = sentence!(
                "{word} is no placeholder of a header; there are {id}, {url} and {client}.",
                word = word,
                id = "{id}",
                url = "{baseUrl}",
                client = "{clientId}"
            );
            faults.push(fault(&[&at], sentence));
        }
    }
    faults
}

fn no_header(name: &str) -> Sentence {
    sentence!("\"{name}\" is not the name of a header.", name = in_quotes(name))
}

fn lookup(call: Option<&ListCall>) -> Option<Fault> {
    let call = call.filter(|call| !call.path.is_empty())?;
    let said = call.query.values().chain(&call.body);
    let asks = said.into_iter().any(|value| value.contains("{email}"));
    let sentence = sentence!(
        "The query or the body of calls.user_by_email must hold {email} somewhere.",
        email = "{email}"
    );
    (!asks).then(|| fault(&["calls.user_by_email.query", "calls.user_by_email"], sentence))
}

fn invite(wording: &Wording, call: &InviteCall) -> Vec<Fault> {
    let mut faults: Vec<Fault> = path("calls.invite.path", &call.path).into_iter().collect();
    if let Err(problem) = Template::compile(&call.body, &call.person) {
        let at = if problem.starts_with("calls.invite.person") {
            "calls.invite.person"
        } else {
            "calls.invite.body"
        };
        faults.push(fault(&[at, "calls.invite.person", "calls.invite.body"], problem));
    } else if wording.batch_limit != 1 && Template::is_of_one(&call.body) {
        let sentence = sentence!(
            "Calls.invite.body holds {person}, which is one alone, so batch_limit must be 1.",
            person = "\"{person}\""
        );
        faults.push(fault(&["calls.invite.body", "batch_limit"], sentence));
    }
    if wording.batch_limit != 1 && !call.refused_statuses.is_empty() {
        let sentence = phrase!(
            "A status speaks of a whole call, so with calls.invite.refused_statuses batch_limit must be 1."
        );
        faults.push(fault(&["calls.invite.refused_statuses", "batch_limit"], sentence));
    }
    // 400, 401, 403, 413 and 429 have a meaning of their own, and no other than a client's fault says that nothing was done.
    if let Some(status) = call.refused_statuses.iter().find(|status| !refusal(**status)) {
        let sentence = sentence!(
            "{status} can't mean that one person was refused; choose from 402 to 499 without 403, 413 and 429.",
            status = status
        );
        faults.push(fault(&["calls.invite.refused_statuses"], sentence));
    }
    faults.extend(call.then.as_ref().map(|then| follow_up(wording, then)).unwrap_or_default());
    faults
}

fn refusal(status: u16) -> bool {
    (402..500).contains(&status) && ![403, 408, 413, 429].contains(&status)
}

fn follow_up(wording: &Wording, then: &FollowUp) -> Vec<Fault> {
    let mut faults: Vec<Fault> = path("calls.invite.then.path", &then.path).into_iter().collect();
    if wording.batch_limit != 1 {
        let sentence =
            phrase!("Calls.invite.then follows one person's invitation, so batch_limit must be 1.");
        faults.push(fault(&["calls.invite.then", "batch_limit"], sentence));
    }
    for (at, checked) in
        [("calls.invite.then.path", then.checked_path()), ("calls.invite.then.body", then.checked_body())]
    {
        faults.extend(checked.err().map(|problem| fault(&[at], problem)));
    }
    faults
}

fn pointers(wording: &Wording) -> Option<Fault> {
    let results = wording.calls.invite.results.as_deref()?;
    let is_pointer = results.is_empty() || results.starts_with('/');
    let sentence = sentence!(
        "\"{results}\" is no JSON pointer; it is empty or begins with /.",
        results = in_quotes(results)
    );
    (!is_pointer).then(|| fault(&["calls.invite.results"], sentence))
}

/// A sign that every document has would tell nothing.
fn documents(signs: &Documents) -> Vec<Fault> {
    let words = [("documents.titles", &signs.titles), ("documents.texts", &signs.texts)];
    let short = words.into_iter().filter(|(_, words)| words.iter().any(|word| word.trim().len() < 4));
    let short = short
        .map(|(at, _)| fault(&[at], sentence!("Each text of `{at}` must have 4 letters or more.", at = at)));
    short.chain(signs.paths.iter().filter_map(|one| path("documents.paths", one))).collect()
}

// A path with a host, a query or dots would send the credentials somewhere the profile never named.
fn path(at: &str, path: &str) -> Option<Fault> {
    let plain = path.starts_with('/') && !path.starts_with("//") && !path.contains(['?', '#', '\\']);
    let dots = path.split('/').any(|segment| segment == "." || segment == "..");
    let sentence = sentence!(
        "The path \"{path}\" must begin with one / and hold no query and no dots.",
        path = in_quotes(path)
    );
    (!plain || dots).then(|| fault(&[at], sentence))
}
