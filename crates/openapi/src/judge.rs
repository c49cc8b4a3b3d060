//! How sure it is that an operation is a call, and why.

use crate::answers::{Listing, listing, result};
use crate::fields::spot;
use crate::invitation::{Body, body};
use crate::kinds::KnownKind;
use crate::nouns::{Call, is_scope, named, scope_query, segments, spoken_of};
use crate::operations::{Method, Operation, Stands};
use crate::paging::{Paging, paging};
use crate::schema::{Drawer, Shape};
use crate::search::{Search, only_reads, search, searched};
use crate::tree::Tree;
use crate::words::{fold, words};
use rollcall_core::{Sentence, phrase, sentence};

/// From here on an operation is taken for the call.
pub(crate) const CERTAIN: u8 = 60;

/// How sure it is of a call that stands where the document's kind has it.
const AT_HOME: u8 = 95;

/// From here on it is shown as one that might be it.
pub(crate) const POSSIBLE: u8 = 35;

/// Words by which a list shows that it belongs to people with accounts.
const OF_PEOPLE: [&str; 8] =
    ["user", "member", "permission", "access", "sign", "login", "invite", "invitation"];

/// Words of an operation that does something else with a person.
const OTHER_DEEDS: [&str; 9] =
    ["password", "login", "logout", "verify", "reset", "webhook", "report", "audit", "import"];

/// An operation, judged.
#[derive(Clone)]
pub(crate) struct Judged<'o, 'a> {
    pub(crate) operation: &'o Operation<'a>,
    pub(crate) reasons: Vec<String>,
    pub(crate) certainty: u8,
    /// The list in its answer.
    pub(crate) listing: Option<Listing>,
    /// What it takes, of the invitation.
    pub(crate) body: Option<Body>,
    /// How its pages are asked for, of a list.
    pub(crate) paging: Paging,
    /// What its body always holds, of a list that is read by POST.
    pub(crate) search: Search,
    /// Whether it stands where the document's kind has the call.
    pub(crate) at_home: bool,
}

/// What else is known while a call is looked for.
pub(crate) struct Beside<'o, 'a, 't> {
    pub(crate) tree: &'t Tree<'a>,
    pub(crate) drawer: &'t Drawer<'t, 'a>,
    /// The list of users, where it was found.
    pub(crate) users: Option<&'t Judged<'o, 'a>>,
    /// Whether the document is about people with accounts.
    pub(crate) of_people: bool,
    /// What kind of platform it is about, where it shows that.
    pub(crate) kind: Option<&'t KnownKind<'t>>,
}

impl<'o, 'a> Judged<'o, 'a> {
    /// An operation of which nothing is known.
    fn bare(operation: &'o Operation<'a>) -> Self {
        Self {
            operation,
            reasons: Vec::new(),
            certainty: 0,
            listing: None,
            body: None,
            paging: paging(operation, &Shape::Unknown, &Shape::Unknown),
            search: Search::default(),
            at_home: false,
        }
    }
}

#[derive(Default)]
struct Score {
    points: i32,
    reasons: Vec<String>,
}

impl Score {
    fn add<R: Into<String>>(&mut self, holds: bool, points: i32, reason: impl FnOnce() -> R) {
        if holds {
            self.points += points;
            self.reasons.push(reason().into());
        }
    }

    /// What speaks for or against it without being worth a line.
    fn quietly(&mut self, holds: bool, points: i32) {
        self.points += if holds { points } else { 0 };
    }

    fn certainty(&self) -> u8 {
        u8::try_from(self.points.clamp(0, 100)).unwrap_or(0)
    }
}

/// Judges whether `operation` is `call`; nothing where it can't be.
pub(crate) fn judge<'o, 'a>(
    call: Call,
    operation: &'o Operation<'a>,
    beside: &Beside<'o, 'a, '_>,
) -> Option<Judged<'o, 'a>> {
    // A description has one place for an id in a path. What a gateway passes on under a `*` is no place to ask.
    if segments(&operation.path).1.len() > 1 || operation.path.contains(['?', '#', '\\', '*']) {
        return None;
    }
    let judged = match call {
        Call::Invite => judge_invitation(operation, beside),
        list => judge_list(list, operation, beside),
    };
    match beside.kind.filter(|kind| kind.has(call, operation)) {
        Some(kind) => Some(at_home(operation, judged, kind)),
        None => judged,
    }
}

/// A call that stands where the document's kind has it, whatever else the document says of it.
fn at_home<'o, 'a>(
    operation: &'o Operation<'a>,
    judged: Option<Judged<'o, 'a>>,
    kind: &KnownKind<'_>,
) -> Judged<'o, 'a> {
    let mut judged = judged.unwrap_or_else(|| Judged::bare(operation));
    judged.at_home = true;
    judged.certainty = judged.certainty.max(AT_HOME);
    judged.reasons.insert(0, sentence!("{kind} has it there", kind = kind.title()).text);
    judged
}

fn judge_list<'o, 'a>(
    call: Call,
    operation: &'o Operation<'a>,
    beside: &Beside<'o, 'a, '_>,
) -> Option<Judged<'o, 'a>> {
    let name = named(call, &operation.path).filter(|_| only_reads(operation))?;
    let answer = operation.answer(beside.tree, beside.drawer);
    let listing = listing(call, &answer)?;
    let (paging, search) = asked(operation, &answer, beside);
    let has = |field: &str| spot(call, field, &listing.entry).is_some();
    let ending = crate::nouns::ending(&operation.path).unwrap_or_default();
    let mut score = Score::default();
    let noun = if name.strongly { 42 } else { 27 };
    score.add(true, noun, || {
        sentence!("its path ends in /{ending}", ending = crate::words::short(ending, 40))
    });
    score.add(name.qualified, -25, || phrase!("the end of its path says that they are of a special kind"));
    if let Some(noun) = spoken_of(call, &operation.said) {
        score.add(true, 10, || sentence!("the document's own words for it speak of \"{noun}\"", noun = noun));
    }
    score.quietly(true, 10);
    match call {
        Call::Users => users(&mut score, &has)?,
        _ => things(call, &mut score, &has, name.strongly, beside)?,
    }
    if call != Call::Users {
        beside_users(call, &mut score, operation, beside);
    }
    hindrances(&mut score, operation, &paging);
    if let Paging::Paged(paged) = &paging {
        let names: Vec<&str> = [&paged.page, &paged.page_size]
            .into_iter()
            .map(String::as_str)
            .filter(|name| !name.is_empty())
            .collect();
        score.add(!names.is_empty(), 5, || taking(&names));
    }
    // Where a list can be had in both ways, it is the plain one.
    score.add(operation.method == Method::Post, -4, || phrase!("its path says that it only reads"));
    score.add(!search.unknown.is_empty(), -40, || {
        sentence!("it needs what Rollcall can't fill: {names}", names = search.unknown.join(", "))
    });
    let certainty = score.certainty();
    let listing = Some(listing);
    Some(Judged { reasons: score.reasons, certainty, listing, paging, search, ..Judged::bare(operation) })
}

/// What its pages are asked for with, one name or two.
fn taking(names: &[&str]) -> Sentence {
    match names {
        [page, size] => sentence!("it takes {page} and {size}", page = page, size = size),
        _ => sentence!("it takes {name}", name = names.join(" and ")),
    }
}

/// How the pages of a list are asked for, and what a search for it always holds.
fn asked<'a>(operation: &Operation<'a>, answer: &Shape, beside: &Beside<'_, 'a, '_>) -> (Paging, Search) {
    if operation.method == Method::Get {
        return (paging(operation, &Shape::Unknown, answer), Search::default());
    }
    let body = operation.body(beside.tree, beside.drawer);
    let paging = paging(operation, &body, answer);
    let search = search(&body, &paging);
    (paging, search)
}

/// A list of users without addresses is none: nobody could be told by it.
fn users(score: &mut Score, has: &impl Fn(&str) -> bool) -> Option<()> {
    score.add(has("email"), 20, || phrase!("it answers a list whose entries have an e-mail address"));
    score.quietly(has("id"), 8);
    let names = has("first_name") && has("last_name");
    score.add(names, 7, || phrase!("its entries have a first and a last name"));
    score.add(has("state"), 4, || phrase!("its entries say whether the account is in use"));
    score.quietly(has("roles"), 4);
    (has("email") && has("id")).then_some(())
}

fn things(
    call: Call,
    score: &mut Score,
    has: &impl Fn(&str) -> bool,
    strongly: bool,
    beside: &Beside<'_, '_, '_>,
) -> Option<()> {
    let identified = has("id") && has("name");
    score.add(identified, 20, || phrase!("it answers a list whose entries have an id and a name"));
    match call {
        Call::Roles => score.add(has("weight"), 5, || phrase!("its entries have a weight")),
        Call::IdentityProviders => {
            score.add(has("enabled"), 7, || phrase!("its entries can be switched on and off"));
        }
        _ => score.add(has("erp_id") || has("parent_id"), 5, || {
            phrase!("its entries have an ERP id or an organization above")
        }),
    }
    let stranger = beside.users.is_none() && !(strongly && beside.of_people);
    score.add(stranger, -40, || phrase!("nothing else in the document is about people with accounts"));
    identified.then_some(())
}

/// What lies beside the list of users, or what its entries refer to, belongs to it.
fn beside_users(call: Call, score: &mut Score, operation: &Operation<'_>, beside: &Beside<'_, '_, '_>) {
    let Some(users) = beside.users else { return };
    let (theirs, own) = (segments(&users.operation.path).0, segments(&operation.path).0);
    let shared = theirs.iter().zip(&own).take_while(|(one, other)| one == other).count();
    let near = shared > 0 && shared + 1 >= own.len().min(theirs.len());
    score.add(near, 12, || phrase!("it lies beside the list of users"));
    let field = match call {
        Call::Roles => "roles",
        Call::IdentityProviders => "identity_provider",
        _ => "organizations",
    };
    let entry = users.listing.as_ref().map(|listing| &listing.entry);
    let referring = entry.and_then(|entry| spot(Call::Users, field, entry)).map(|spot| words(&spot.at));
    let ending = crate::nouns::ending(&operation.path).map(words).unwrap_or_default();
    let same = referring.is_some_and(|words| ending.last().is_some_and(|last| words.contains(last)));
    score.add(same, 12, || phrase!("entries of the list of users refer to it"));
}

fn judge_invitation<'o, 'a>(
    operation: &'o Operation<'a>,
    beside: &Beside<'o, 'a, '_>,
) -> Option<Judged<'o, 'a>> {
    if operation.method == Method::Get {
        return None;
    }
    let by_path = named(Call::Invite, &operation.path).is_some();
    let by_words = spoken_of(Call::Invite, &operation.said).is_some();
    let creates = beside.users.is_some_and(|users| {
        searched(users.operation) == operation.path.trim_end_matches('/') && operation.method == Method::Post
    });
    if !(by_path || by_words || creates) {
        return None;
    }
    let body = body(&operation.body(beside.tree, beside.drawer))?;
    let mut score = Score::default();
    score.add(by_path, 45, || phrase!("its path ends in an invitation"));
    score.add(by_words && !by_path, 30, || phrase!("the document speaks of an invitation"));
    score.add(creates, 30, || phrase!("it adds an entry to the list of users"));
    score.add(true, 20, || phrase!("it takes an e-mail address"));
    score.add(body.has("roles"), 10, || phrase!("it takes a role"));
    score.add(body.has("organizations"), 5, || phrase!("it takes organizations"));
    score.add(body.several, 5, || phrase!("it takes several people at once"));
    score.quietly(body.has("first_name") || body.has("last_name"), 5);
    let other =
        operation.said.iter().chain(&words(&operation.path)).any(|word| OTHER_DEEDS.contains(&word.as_str()));
    score.add(other && !by_path, -35, || phrase!("it seems to do something else"));
    let unknown = i32::try_from(body.unknown.len()).unwrap_or(i32::MAX).min(4);
    score.add(unknown > 0, -10 * unknown, || {
        sentence!("it needs what Rollcall does not know: {names}", names = body.unknown.join(", "))
    });
    hindrances(&mut score, operation, &Paging::Whole);
    let answer = operation.answer(beside.tree, beside.drawer);
    let listing = if body.several { listing(Call::Invite, &answer) } else { result(&answer) };
    let certainty = score.certainty();
    Some(Judged { reasons: score.reasons, certainty, listing, body: Some(body), ..Judged::bare(operation) })
}

/// What makes an operation of use to somebody else.
fn hindrances(score: &mut Score, operation: &Operation<'_>, paging: &Paging) {
    score.add(operation.deprecated, -15, || phrase!("the document calls it out of date"));
    let foreign = !is_scope(&operation.path);
    score
        .add(foreign, -35, || phrase!("its path asks for the id of something that is no part of a platform"));
    let needed = operation.at(Stands::Query).filter(|one| one.required && one.usual.is_none());
    let needed: Vec<&str> =
        needed.map(|one| one.name.as_str()).filter(|name| !can_be_filled(paging, name)).collect();
    score.add(!needed.is_empty(), -40, || {
        let names = crate::words::short(&needed.join(", "), 60);
        sentence!("it needs what Rollcall can't fill: {names}", names = names)
    });
}

fn can_be_filled(paging: &Paging, name: &str) -> bool {
    let paged = match paging {
        Paging::Paged(paged) => name == paged.page || name == paged.page_size,
        _ => false,
    };
    paged || scope_query(name).is_some() || fold(name) == "subscriptionkey"
}

/// Whether a text is about people with accounts.
pub(crate) fn is_of_people(said: &[String]) -> bool {
    said.iter().any(|word| OF_PEOPLE.contains(&word.as_str()))
}
