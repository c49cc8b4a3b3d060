//! What a document seems to say of the calls that Rollcall needs.

use crate::answers::listing;
use crate::fields::{fields, spot, title};
use crate::judge::{Beside, CERTAIN, Judged, POSSIBLE, is_of_people, judge};
use crate::kinds::KnownKind;
use crate::nouns::{Call, is_scope, named};
use crate::operations::{Method, Operation, Stands, operations};
use crate::overrides::{Home, Sources, overrides};
use crate::paging::Paging;
use crate::schema::Drawer;
use crate::servers::base_urls;
use crate::tree::Tree;
use crate::words::{short, words};
use rollcall_core::{phrase, sentence};
use serde_json::Value;
use toml::Table;

/// Operations that are shown for one call.
const SHOWN: usize = 8;

/// A person's word on which operation is a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which call.
    pub call: Call,
    /// A candidate's id; nothing: the platform has none.
    pub operation: Option<String>,
}

/// What a document seems to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Addresses that it names, the likeliest first.
    pub base_urls: Vec<String>,
    /// How callers sign in.
    pub sign_in: SignIn,
    /// One for each of [`Call::ALL`], found or not.
    pub calls: Vec<Found>,
    /// What the base description would have to say differently, as TOML; empty for nothing.
    pub overrides: String,
    /// What could not be understood or can't be done, in sentences.
    pub doubts: Vec<String>,
    /// What shows that the document is of the kind that the base describes, each in a few words; empty: nothing does.
    pub signs: Vec<String>,
}

/// How a document says that callers sign in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignIn {
    /// The header that takes a key.
    pub key_header: Option<String>,
    /// Where tokens come from.
    pub token_url: Option<String>,
    /// Where people sign in.
    pub authorize_url: Option<String>,
    /// The issuer whose discovery document says more.
    pub issuer: Option<String>,
    /// Scopes that it names.
    pub scopes: Vec<String>,
}

/// What was found for one call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Which call.
    pub call: Call,
    /// The one that would be used; nothing: not found, or a person said none.
    pub chosen: Option<String>,
    /// What might be it, the likeliest first.
    pub candidates: Vec<Candidate>,
    /// Where Rollcall's fields stand in its answer, or in the body of the invitation.
    pub places: Vec<Place>,
}

/// An operation that might be the one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Method and path, such as `GET /v2/users`.
    pub id: String,
    /// What the document says of it.
    pub summary: Option<String>,
    /// Why it might be it or might not, each in a few words.
    pub reasons: Vec<String>,
    /// How sure, from 0 to 100.
    pub certainty: u8,
}

/// Where a field stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The field's name in a description.
    pub field: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// A name, or a JSON pointer where it stands deeper; nothing where none was found.
    pub at: Option<String>,
    /// The type and the words of the document.
    pub said: Option<String>,
}

pub(crate) fn propose(tree: &Tree<'_>, base: &Table, choices: &[Choice]) -> Proposal {
    let operations = operations(tree);
    let drawer = Drawer::new(tree);
    let mut judged = judge_all(tree, &drawer, &operations, choices, None);
    let users = judged.first().and_then(ForCall::chosen).map(|one| one.operation);
    let kind = KnownKind::of(tree, base, &operations, users);
    if kind.is_some() {
        judged = judge_all(tree, &drawer, &operations, choices, kind.as_ref());
    }
    let chosen: Vec<(Call, &Judged<'_, '_>)> =
        judged.iter().filter_map(|one| one.chosen().map(|judged| (one.call, judged))).collect();
    let without: Vec<Call> = choices
        .iter()
        .filter(|choice| choice.operation.is_none() && !choice.call.is_required())
        .map(|choice| choice.call)
        .collect();
    let mut base_urls = base_urls(tree);
    let (sign_in, token_path) = crate::sign_in::sign_in(tree, base_urls.first().map(String::as_str));
    let sources = Sources {
        base,
        chosen: &chosen,
        without: &without,
        sign_in: &sign_in,
        says_sign_in: crate::sign_in::is_said(tree),
        token_path: token_path.as_deref(),
        home: home(kind.as_ref(), &chosen, &mut base_urls, token_path.is_some()),
    };
    let overrides = if chosen.is_empty() && without.is_empty() { String::new() } else { overrides(&sources) };
    let doubts = doubts(tree, &operations, &chosen, kind.as_ref());
    let calls = judged.iter().map(ForCall::found).collect();
    Proposal {
        base_urls,
        sign_in,
        calls,
        overrides,
        doubts,
        signs: kind.map(|kind| kind.signs).unwrap_or_default(),
    }
}

/// Where the paths of the document's kind lie: under the address, or under a path that every call begins with. A path
/// without an id is part of the address, so that the kind's own paths stay as they are.
fn home<'k>(
    kind: Option<&'k KnownKind<'k>>,
    chosen: &[(Call, &Judged<'_, '_>)],
    base_urls: &mut [String],
    has_token_path: bool,
) -> Option<Home<'k>> {
    let kind = kind?;
    let prefix = kind.prefix()?;
    let all_inside = chosen.iter().all(|(_, one)| one.operation.path.starts_with(&format!("{prefix}/")));
    let moves =
        !prefix.is_empty() && !prefix.contains('{') && all_inside && !base_urls.is_empty() && !has_token_path;
    if moves {
        for url in base_urls {
            *url = format!("{}{prefix}", url.trim_end_matches('/'));
        }
    }
    Some(Home { kind, prefix, in_address: moves })
}

/// Everything that was judged for one call.
struct ForCall<'o, 'a> {
    call: Call,
    all: Vec<Judged<'o, 'a>>,
    chosen: Option<usize>,
}

fn judge_all<'o, 'a>(
    tree: &Tree<'a>,
    drawer: &Drawer<'_, 'a>,
    operations: &'o [Operation<'a>],
    choices: &[Choice],
    kind: Option<&KnownKind<'_>>,
) -> Vec<ForCall<'o, 'a>> {
    let of_people = is_of_people(&about(tree, operations));
    let mut done: Vec<ForCall<'o, 'a>> = Vec::new();
    for call in Call::ALL {
        let users = done.first().and_then(ForCall::chosen);
        let beside = Beside { tree, drawer, users, of_people, kind };
        let mut all: Vec<Judged<'o, 'a>> =
            operations.iter().filter_map(|operation| judge(call, operation, &beside)).collect();
        // Of two that are as sure, the shorter path is the more general one.
        all.sort_by_key(|one| (std::cmp::Reverse(one.certainty), one.operation.path.len()));
        let chosen = chosen_of(call, &all, choices);
        done.push(ForCall { call, all, chosen });
    }
    done
}

/// A person's word, else the likeliest one if it is certain enough.
fn chosen_of(call: Call, all: &[Judged<'_, '_>], choices: &[Choice]) -> Option<usize> {
    match choices.iter().rev().find(|choice| choice.call == call) {
        Some(choice) => {
            let id = choice.operation.as_ref()?;
            all.iter().position(|one| one.operation.id() == *id)
        }
        None => all.first().filter(|one| one.certainty >= CERTAIN).map(|_| 0),
    }
}

impl<'o, 'a> ForCall<'o, 'a> {
    fn chosen(&self) -> Option<&Judged<'o, 'a>> {
        self.all.get(self.chosen?)
    }

    fn found(&self) -> Found {
        let shown = self
            .all
            .iter()
            .enumerate()
            .filter(|(at, one)| one.certainty >= POSSIBLE || Some(*at) == self.chosen);
        let candidates = shown.take(SHOWN).map(|(_, one)| Candidate {
            id: one.operation.id(),
            summary: one.operation.summary.clone(),
            reasons: one.reasons.clone(),
            certainty: one.certainty,
        });
        Found {
            call: self.call,
            chosen: self.chosen().map(|one| one.operation.id()),
            candidates: candidates.collect(),
            places: self.chosen().map(|one| places(self.call, one)).unwrap_or_default(),
        }
    }
}

fn places(call: Call, judged: &Judged<'_, '_>) -> Vec<Place> {
    if let Some(body) = &judged.body {
        let fields = ["email", "first_name", "last_name", "roles", "identity_provider", "organizations"];
        let place = |field: &'static str| {
            let at = body.filled.iter().find(|(name, _)| *name == field).map(|(_, at)| at.clone());
            Place { field, title: title(field), at, said: None }
        };
        return fields.into_iter().map(place).collect();
    }
    let Some(listing) = &judged.listing else { return Vec::new() };
    let place = |field: &crate::fields::Field| {
        let spot = spot(call, field.name, &listing.entry);
        let (at, said) = spot.map_or((None, None), |spot| (Some(spot.at), spot.said));
        Place { field: field.name, title: field.title, at, said }
    };
    fields(call).iter().map(place).collect()
}

/// Title, description and the operations' own words.
fn about(tree: &Tree<'_>, operations: &[Operation<'_>]) -> Vec<String> {
    let info = |key: &str| tree.root().get("info").and_then(|info| info.get(key)).and_then(Value::as_str);
    let texts = [info("title"), info("description")].into_iter().flatten();
    let said = operations.iter().take(1_000).flat_map(|operation| operation.said.iter().cloned());
    texts.flat_map(|text| words(&short(text, 2_000))).chain(said).collect()
}

fn doubts(
    tree: &Tree<'_>,
    operations: &[Operation<'_>],
    chosen: &[(Call, &Judged<'_, '_>)],
    kind: Option<&KnownKind<'_>>,
) -> Vec<String> {
    let mut doubts = tree.doubts();
    if !chosen.iter().any(|(call, _)| *call == Call::Users) {
        doubts.extend(nameless(tree, operations));
    }
    if operations.is_empty() {
        doubts.push(
            phrase!(
                "It describes no calls at all. Look in the developer portal for an export of the whole API."
            )
            .to_owned(),
        );
    }
    for (call, judged) in chosen {
        of_call(*call, judged, &mut doubts);
        of_body(judged, kind, &mut doubts);
    }
    doubts.sort();
    doubts.dedup();
    doubts
}

/// Lists of users that are none, because nobody in them has an address.
fn nameless(tree: &Tree<'_>, operations: &[Operation<'_>]) -> Option<String> {
    let drawer = Drawer::new(tree);
    let is_one = |operation: &&Operation<'_>| {
        operation.method == Method::Get
            && is_scope(&operation.path)
            && named(Call::Users, &operation.path).is_some_and(|named| named.strongly && !named.qualified)
            && listing(Call::Users, &operation.answer(tree, &drawer))
                .is_some_and(|listing| spot(Call::Users, "email", &listing.entry).is_none())
    };
    let found = operations.iter().find(is_one)?;
    let said = sentence!(
        "{operation} lists entries without an e-mail address, so it can't be the list of users.",
        operation = short(&found.id(), 120),
    );
    Some(said.text)
}

fn of_call(call: Call, judged: &Judged<'_, '_>, doubts: &mut Vec<String>) {
    let operation = judged.operation;
    if let (Paging::Marked(mark), true) = (&judged.paging, call != Call::Invite) {
        doubts.push(sentence!(
            "{operation} takes a mark ({mark}) for each page after the first, and the document does not show where the mark comes from: Rollcall may see the first page only. Once you know, say it with `paging.next` in the description.",
            operation = operation.id(),
            mark = mark,
        ).text);
    }
    let silent = operation.at(Stands::Header).filter(|one| one.required && one.usual.is_none());
    for header in silent.filter(|one| !one.name.to_lowercase().contains("subscription-key")) {
        doubts.push(sentence!(
            "It asks for the header {header} and does not say what it holds. Ask for its value and enter it with the connection's headers.",
            header = short(&header.name, 60),
        ).text);
    }
    if operation.has_own_servers() {
        doubts.push(
            sentence!(
                "{operation} names an address of its own. Rollcall asks for everything at one address.",
                operation = operation.id(),
            )
            .text,
        );
    }
}

/// What the document leaves open of the body of an invitation. Its kind answers what it knows.
fn of_body(judged: &Judged<'_, '_>, kind: Option<&KnownKind<'_>>, doubts: &mut Vec<String>) {
    let Some(body) = &judged.body else { return };
    let kind = kind.filter(|_| judged.at_home);
    let unknown = body.unknown.iter().filter(|name| !kind.is_some_and(|kind| kind.writes(name)));
    let unknown: Vec<&str> = unknown.map(String::as_str).collect();
    if !unknown.is_empty() {
        doubts.push(sentence!(
            "The invitation needs {names}, and Rollcall does not know what to write there. Add it to the template of the body.",
            names = unknown.join(", "),
        ).text);
    }
    if kind.is_some() {
        return;
    }
    if !body.has("roles") {
        doubts.push(phrase!("The document does not show where the invitation takes a role.").to_owned());
    }
    if judged.listing.is_none() {
        doubts.push(
            phrase!(
                "The document does not show what the invitation answers for each person, so Rollcall looks everybody up in the list afterwards."
            )
            .to_owned(),
        );
    }
}
