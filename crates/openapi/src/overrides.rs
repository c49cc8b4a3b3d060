//! What a description has to say differently for the chosen operations.

use crate::difference::{at, difference, put, texts};
use crate::fields::{fields, spot, table};
use crate::judge::Judged;
use crate::kinds::KnownKind;
use crate::nouns::{Call, Scope, scope_query, segments};
use crate::operations::{Operation, Stands};
use crate::paging::{Paged, Paging};
use crate::proposal::SignIn;
use crate::schema::{Kind, Plain, Property, Shape};
use crate::words::fold;
use toml::{Table, Value};

/// Page sizes where the document names no largest one.
const CAUTIOUS: u64 = 100;

/// Words of an account state, and what they mean.
const STATES: [(&str, &[&str]); 3] = [
    ("New", &["invited", "pending", "provisioned", "staged", "unverified", "unconfirmed", "invitationsent"]),
    ("Active", &["enabled", "confirmed", "verified"]),
    (
        "Blocked",
        &["suspended", "deactivated", "locked", "lockedout", "deprovisioned", "inactive", "archived"],
    ),
];

const INVITED: [&str; 8] = ["invited", "sent", "created", "success", "succeeded", "ok", "accepted", "added"];
const REFUSED: [&str; 7] = ["refused", "failed", "failure", "error", "rejected", "invalid", "denied"];

/// Everything that the overrides come from.
pub(crate) struct Sources<'s, 'o, 'a> {
    pub(crate) base: &'s Table,
    pub(crate) chosen: &'s [(Call, &'s Judged<'o, 'a>)],
    /// Calls that a person said the platform does not have.
    pub(crate) without: &'s [Call],
    pub(crate) sign_in: &'s SignIn,
    /// Whether the document says at all how callers sign in.
    pub(crate) says_sign_in: bool,
    pub(crate) token_path: Option<&'s str>,
    /// Where the paths of the document's kind lie, where it shows its kind.
    pub(crate) home: Option<Home<'s>>,
}

/// Where the paths of a document's kind lie.
pub(crate) struct Home<'k> {
    pub(crate) kind: &'k KnownKind<'k>,
    /// What stands before each of them.
    pub(crate) prefix: &'k str,
    /// Whether that became part of the address.
    pub(crate) in_address: bool,
}

impl Home<'_> {
    /// A path of the document as the description says it, under the address.
    fn said<'p>(&self, path: &'p str) -> &'p str {
        if self.in_address { path.strip_prefix(self.prefix).unwrap_or(path) } else { path }
    }

    /// A path of the kind as the description says it.
    fn path(&self, own: &str) -> String {
        if self.in_address { own.to_owned() } else { format!("{}{own}", with_id(self.prefix)) }
    }
}

/// The overrides, as TOML; empty where nothing differs.
pub(crate) fn overrides(sources: &Sources<'_, '_, '_>) -> String {
    let mut wanted = Table::new();
    match &sources.sign_in.key_header {
        Some(header) => put(&mut wanted, &["subscription_key_header"], header.clone()),
        None if sources.says_sign_in => empty(&mut wanted, &["subscription_key_header"], sources.base),
        None => {}
    }
    if let Some(path) = sources.token_path {
        put(&mut wanted, &["calls", "token", "path"], path);
    }
    for (place, own) in sources.home.iter().flat_map(|home| home.kind.paths()) {
        put(&mut wanted, &place, sources.home.as_ref().map(|home| home.path(&own)).unwrap_or(own));
    }
    for call in sources.without {
        empty(&mut wanted, &["calls", call.key(), "path"], sources.base);
    }
    for (call, judged) in sources.chosen {
        call_of(&mut wanted, *call, judged, sources);
        if let Some(listing) = &judged.listing {
            fields_of(&mut wanted, *call, &listing.entry, sources.base);
        }
    }
    wrappers(&mut wanted, sources);
    // A table of plain values can always be written.
    toml::to_string(&difference(wanted, sources.base)).unwrap_or_default()
}

fn call_of(wanted: &mut Table, call: Call, judged: &Judged<'_, '_>, sources: &Sources<'_, '_, '_>) {
    let (operation, key, base) = (judged.operation, call.key(), sources.base);
    let said = path(operation);
    put(
        wanted,
        &["calls", key, "path"],
        sources.home.as_ref().map_or(said.as_str(), |home| home.said(&said)),
    );
    fixed(wanted, key, judged);
    match call {
        // What is written into the body of a call of the kind, and what its answer means, the kind knows better.
        Call::Invite if judged.at_home => {}
        Call::Invite => invitation(wanted, judged, base),
        _ => {
            method(wanted, key, judged, base);
            scope(wanted, key, operation, base);
            pages(wanted, key, judged, sources);
        }
    }
}

fn path(operation: &Operation<'_>) -> String {
    with_id(&operation.path)
}

/// A path with `{id}` for the one name in braces.
fn with_id(path: &str) -> String {
    let (_, names) = segments(path);
    match names.first() {
        Some(name) => match (name.find('{'), name.rfind('}')) {
            (Some(from), Some(to)) if from < to => path.replace(&name[from..=to], "{id}"),
            _ => path.to_owned(),
        },
        None => path.to_owned(),
    }
}

/// Queries and headers that have to be there and are always the same.
fn fixed(wanted: &mut Table, key: &str, judged: &Judged<'_, '_>) {
    let operation = judged.operation;
    for parameter in operation.parameters.iter().filter(|one| one.required) {
        let Some(usual) = parameter.usual.clone() else { continue };
        match parameter.stands {
            Stands::Query
                if scope_query(&parameter.name).is_none()
                    && !is_of_pages(&judged.paging, &parameter.name) =>
            {
                put(wanted, &["calls", key, "query", &parameter.name], usual);
            }
            Stands::Header => put(wanted, &["headers", &parameter.name], usual),
            _ => {}
        }
    }
}

fn is_of_pages(paging: &Paging, name: &str) -> bool {
    matches!(paging, Paging::Paged(paged) if paged.page == name || paged.page_size == name)
}

/// An empty text takes away what stands there in the base.
fn empty(wanted: &mut Table, place: &[&str], base: &Table) {
    if at(base, place).is_some() {
        put(wanted, place, "");
    }
}

fn scope(wanted: &mut Table, key: &str, operation: &Operation<'_>, base: &Table) {
    let named = |scope: Scope| {
        operation
            .at(Stands::Query)
            .find(|one| scope_query(&one.name) == Some(scope))
            .map(|one| one.name.as_str())
    };
    let (platform, customer) = (named(Scope::Platform), named(Scope::Customer));
    match platform.or(customer) {
        None => ["platform", "customer"]
            .into_iter()
            .for_each(|whose| empty(wanted, &["calls", key, "scope", whose], base)),
        Some(either) => {
            put(wanted, &["calls", key, "scope", "platform"], platform.unwrap_or(either));
            put(wanted, &["calls", key, "scope", "customer"], customer.unwrap_or(either));
        }
    }
}

/// The method of a list, and what a search for it always sends.
fn method(wanted: &mut Table, key: &str, judged: &Judged<'_, '_>, base: &Table) {
    let place = |field: &'static str| ["calls", key, field];
    let method = judged.operation.method.word();
    if at(base, &place("method")).and_then(Value::as_str).unwrap_or("GET") != method {
        put(wanted, &place("method"), method);
    }
    match &judged.search.body {
        Some(body) => put(wanted, &place("body"), body.to_string()),
        None => empty(wanted, &place("body"), base),
    }
}

fn pages(wanted: &mut Table, key: &str, judged: &Judged<'_, '_>, sources: &Sources<'_, '_, '_>) {
    let base = sources.base;
    let Paging::Paged(paged) = &judged.paging else {
        // A kind that shows itself pages as it always does, also where the document is silent.
        if !judged.at_home {
            empty(wanted, &["calls", key, "paging", "page"], base);
        }
        return;
    };
    let place = |field: &'static str| ["calls", key, "paging", field];
    let known = |field: &'static str| at(base, &place(field)).and_then(Value::as_str);
    let as_known = judged.at_home && known("page") == Some(&paged.page);
    put(wanted, &place("style"), paged.style);
    put(wanted, &place("page"), paged.page.clone());
    put(wanted, &place("page_size"), paged.page_size.clone());
    if let Some(first) = paged.first {
        put(wanted, &place("first"), i64::try_from(first).unwrap_or(0));
    }
    // Where the document names no largest page, its kind may know one.
    if let Some(max) = paged.max.or((!as_known).then_some(CAUTIOUS)) {
        for (field, number) in [("size", Paged::size(max)), ("max", max)] {
            put(wanted, &place(field), i64::try_from(number).unwrap_or(i64::MAX));
        }
    }
    match &paged.next {
        Some(next) => put(wanted, &place("next"), next.clone()),
        None => empty(wanted, &place("next"), base),
    }
    if paged.in_body {
        put(wanted, &place("in_body"), true);
    }
    // What is known of another list's order says nothing of this one.
    let same =
        at(base, &["calls", key, "path"]).and_then(Value::as_str) == Some(path(judged.operation).as_str());
    if !same && !judged.at_home && at(base, &place("stable_order")).is_some() {
        put(wanted, &place("stable_order"), false);
    }
}

fn invitation(wanted: &mut Table, judged: &Judged<'_, '_>, base: &Table) {
    let call = ["calls", "invite"];
    let place = |field: &'static str| [call[0], call[1], field];
    let method = judged.operation.method.word();
    if at(base, &place("method")).and_then(Value::as_str).unwrap_or("POST") != method {
        put(wanted, &place("method"), method);
    }
    let Some(body) = &judged.body else { return };
    // What follows another invitation, and what its statuses mean, does not belong to this one.
    empty(wanted, &["calls", "invite", "then", "path"], base);
    if at(base, &place("refused_statuses")).is_some() {
        put(wanted, &place("refused_statuses"), Vec::<i64>::new());
    }
    for (field, template) in [("body", &body.around), ("person", &body.person)] {
        let said = at(base, &place(field)).and_then(Value::as_str);
        let same = said.and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok()).as_ref()
            == Some(template);
        if !same {
            // A value of texts and maps can always be written.
            put(wanted, &place(field), serde_json::to_string_pretty(template).unwrap_or_default());
        }
    }
    if let Some(most) = body.most.filter(|most| *most > 0).and_then(|most| i64::try_from(most).ok()) {
        put(wanted, &["batch_limit"], most);
    }
    results(wanted, judged, base);
}

/// The words of a result, where the document lists them.
fn results(wanted: &mut Table, judged: &Judged<'_, '_>, base: &Table) {
    let entry = judged.listing.as_ref().map(|listing| &listing.entry);
    let alone = judged.body.as_ref().is_some_and(|body| !body.several);
    if alone && entry.is_some() {
        put(wanted, &["calls", "invite", "results"], "");
    }
    let status = entry.and_then(|entry| spot(Call::Invite, "status", entry));
    let plain = match status.map(|spot| spot.shape) {
        Some(Shape::Plain(plain)) => plain,
        _ => Plain::default(),
    };
    if alone && !plain.words.iter().any(|word| INVITED.contains(&fold(word).as_str())) {
        // Of one person alone, a success means that they were invited.
        put(wanted, &["calls", "invite", "invited"], Vec::<String>::new());
    }
    for (field, known) in [("invited", &INVITED[..]), ("refused", &REFUSED[..])] {
        let place = ["calls", "invite", field];
        let words: Vec<String> =
            plain.words.iter().filter(|word| known.contains(&fold(word).as_str())).cloned().collect();
        if !words.is_empty() && !same_words(&words, &texts(base, &place)) {
            put(wanted, &place, words);
        }
    }
}

fn same_words(words: &[String], said: &[String]) -> bool {
    words.iter().all(|word| said.iter().any(|known| fold(known) == fold(word)))
}

/// Where fields stand, of those that the base would not find there.
fn fields_of(wanted: &mut Table, call: Call, entry: &Shape, base: &Table) {
    for field in fields(call) {
        let Some(spot) = spot(call, field.name, entry) else { continue };
        let place = ["fields", table(call), field.name];
        if read_by(&texts(base, &place), entry).as_ref() != Some(&spot.at) {
            put(wanted, &place, vec![spot.at.clone()]);
        }
        if let (Call::Users, "state", Shape::Plain(plain)) = (call, field.name, &spot.shape) {
            states(wanted, &spot.at, plain);
        }
    }
}

/// What aliases would read in an entry.
fn read_by(aliases: &[String], entry: &Shape) -> Option<String> {
    let here = |alias: &String| match alias.starts_with('/') {
        true => entry.holds(alias).then(|| alias.clone()),
        false => {
            let same = |one: &&Property| fold(&one.name) == fold(alias);
            entry.properties().iter().find(same).map(|one| one.name.clone())
        }
    };
    aliases.iter().find_map(here)
}

fn states(wanted: &mut Table, at: &str, plain: &Plain) {
    if plain.kind == Kind::Truth {
        let name = fold(at.rsplit('/').next().unwrap_or(at));
        let blocks = ["blocked", "disabled", "suspended"].iter().any(|word| name.contains(word));
        let (yes, no) = if blocks { ("Blocked", "Active") } else { ("Active", "Blocked") };
        put(wanted, &["states", "true"], yes);
        put(wanted, &["states", "false"], no);
    }
    for word in &plain.words {
        let meaning = STATES.iter().find(|(_, words)| words.contains(&fold(word).as_str()));
        if let Some((meaning, _)) = meaning {
            put(wanted, &["states", word], *meaning);
        }
    }
}

/// The keys of lists and totals, those of the document first.
fn wrappers(wanted: &mut Table, sources: &Sources<'_, '_, '_>) {
    let listings: Vec<_> = sources.chosen.iter().filter_map(|(_, judged)| judged.listing.as_ref()).collect();
    let lists = listings.iter().flat_map(|listing| listing.wrapper.iter());
    let totals = listings.iter().filter_map(|listing| listing.total.as_ref());
    add(wanted, "lists", lists, sources.base);
    add(wanted, "totals", totals, sources.base);
}

fn add<'w>(wanted: &mut Table, field: &str, words: impl Iterator<Item = &'w String>, base: &Table) {
    let known = texts(base, &["answers", field]);
    let mut new: Vec<String> = Vec::new();
    for word in words {
        if !known.iter().chain(&new).any(|said| fold(said) == fold(word)) {
            new.push(word.clone());
        }
    }
    if !new.is_empty() {
        new.extend(known);
        put(wanted, &["answers", field], new);
    }
}
