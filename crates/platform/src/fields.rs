//! Every field of a description: what it means, its unit, and what it is when left out.

use Kind::{Number, Numbers, Text, Texts, Word, YesNo};

/// One field of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldDoc {
    /// Its place, such as `calls.users.path`; `*` stands for any key, such as the name of a header.
    pub path: &'static str,
    /// What may stand there.
    pub kind: Kind,
    /// Whether a whole description must have it, where it has the table around it.
    pub required: bool,
    /// What it means, its unit, and what it is when left out.
    pub about: &'static str,
}

/// What may stand in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// A whole number of 0 or more.
    Number,
    /// `true` or `false`.
    YesNo,
    /// A list of texts.
    Texts,
    /// A list of whole numbers.
    Numbers,
    /// One of these words.
    Word(&'static [&'static str]),
}

impl Kind {
    /// What it is called.
    pub fn noun(self) -> String {
        match self {
            Text => "a text".to_owned(),
            Number => "a whole number".to_owned(),
            YesNo => "true or false".to_owned(),
            Texts => "a list of texts".to_owned(),
            Numbers => "a list of whole numbers".to_owned(),
            Word(words) => format!("one of {}", words.join(", ")),
        }
    }
}

const fn must(path: &'static str, kind: Kind, about: &'static str) -> FieldDoc {
    FieldDoc { path, kind, required: true, about }
}

const fn may(path: &'static str, kind: Kind, about: &'static str) -> FieldDoc {
    FieldDoc { path, kind, required: false, about }
}

const STATES: Kind = Word(&["New", "Active", "Blocked"]);
const ALIASES: &str = "A plain name is compared without regard to case, `_` and `-`; one that begins with `/` is a JSON pointer (RFC 6901). The first that holds something wins.";

/// Every field, in the order in which a description is written.
pub(crate) static FIELDS: &[FieldDoc] = &[
    must("format", Number, "The form of the file, 1. A newer form is refused."),
    must("name", Text, "The name of the description, such as `appxite`."),
    must("title", Text, "The name for people, such as `AppXite`."),
    must("version", Text, "The version of the description itself."),
    may("about", Text, "What it is for, in a sentence. Left out: nothing is said."),
    may(
        "subscription_key_header",
        Text,
        "The header that carries the subscription key. Left out or empty: calls carry none, and none is asked for.",
    ),
    must("batch_limit", Number, "Most people in one invite call, 1 or more."),
    must("atomic", YesNo, "Whether a call that was refused as a whole (status 400) did nothing for anybody."),
    must(
        "pending_listed",
        YesNo,
        "Whether people who were invited and never signed in are in the list of users. If not, absence from it proves nothing.",
    ),
    must(
        "reinvite_active",
        Word(&["refused", "accepted", "unknown"]),
        "What inviting somebody does who is Active.",
    ),
    must(
        "reinvite_pending",
        Word(&["mails-again", "refused", "unknown"]),
        "What inviting somebody does who is New.",
    ),
    may(
        "reinvite_changes",
        Word(&["createdDate"]),
        "Which listed field starts anew when somebody New is invited again. Left out: none, or not known.",
    ),
    may(
        "identity_provider_required",
        YesNo,
        "Whether an invitation without an identity provider is refused. Left out: false.",
    ),
    may("media.request", Text, "The media type of what is sent. Left out: `application/json`."),
    may("media.accept", Text, "The media types that are asked for. Left out: `application/json`."),
    may(
        "headers.*",
        Text,
        "A header of every call; a connection's own headers win over it. `{id}` becomes the first id of the connection's scope, `{baseUrl}` its address, `{clientId}` its client id.",
    ),
    must("pace.per_minute", Number, "Invite calls a minute to begin with, 1 or more."),
    may("pace.concurrency", Number, "Most invite calls under way at once. Left out: 1."),
    must(
        "calls.token.path",
        Text,
        "Where tokens are given, under the base URL, for a connection that names no token URL. Without the table such a connection has to name one.",
    ),
    must(
        "calls.users.path",
        Text,
        "The list of users. Paths begin with one `/`, lie under the base URL, and hold no query; `{id}` in one becomes an id of the connection's scope.",
    ),
    must(
        "calls.users.scope.platform",
        Text,
        "The query name that takes the id of a platform. Without the table, or with two empty names, the list is not asked for by id.",
    ),
    must(
        "calls.users.scope.customer",
        Text,
        "The query name that takes the id of a customer's organization.",
    ),
    may("calls.users.query.*", Text, "A query value that is always sent."),
    must(
        "calls.users.paging.style",
        Word(&["pages", "offset"]),
        "Whether pages are numbered, or entries are skipped. Without the table the list is asked for once.",
    ),
    must(
        "calls.users.paging.page",
        Text,
        "The query name of the page number, or of how many entries to skip. Empty: the list is asked for once.",
    ),
    must("calls.users.paging.page_size", Text, "The query name of how many entries a page shall have."),
    may(
        "calls.users.paging.first",
        Number,
        "The number of the first page, or of the first entry. Left out: 0.",
    ),
    must("calls.users.paging.size", Number, "Entries of a page, 1 or more."),
    must(
        "calls.users.paging.max",
        Number,
        "Most entries of a page that the platform allows, no less than the size.",
    ),
    may(
        "calls.users.paging.stable_order",
        YesNo,
        "Whether entries stand in the same order however the list is asked for, so that several pages are asked for at once. Left out: false.",
    ),
    must(
        "calls.user_by_email.path",
        Text,
        "One user by address. Without the table, or with an empty path, nobody is looked up by address.",
    ),
    must("calls.user_by_email.scope.platform", Text, "As in `calls.users`."),
    must("calls.user_by_email.scope.customer", Text, "As in `calls.users`."),
    may(
        "calls.user_by_email.query.*",
        Text,
        "A query value; `{email}` in it becomes the address, with the quotes around it minded: `\\` and `\"` are escaped, between single quotes a quote is doubled.",
    ),
    must("calls.user_by_email.paging.style", Word(&["pages", "offset"]), "As in `calls.users`."),
    must("calls.user_by_email.paging.page", Text, "As in `calls.users`."),
    must("calls.user_by_email.paging.page_size", Text, "As in `calls.users`."),
    may("calls.user_by_email.paging.first", Number, "As in `calls.users`."),
    must("calls.user_by_email.paging.size", Number, "As in `calls.users`."),
    must("calls.user_by_email.paging.max", Number, "As in `calls.users`."),
    may("calls.user_by_email.paging.stable_order", YesNo, "As in `calls.users`."),
    must("calls.roles.path", Text, "The list of roles."),
    must("calls.roles.scope.platform", Text, "As in `calls.users`."),
    must("calls.roles.scope.customer", Text, "As in `calls.users`."),
    may("calls.roles.query.*", Text, "A query value that is always sent."),
    must("calls.roles.paging.style", Word(&["pages", "offset"]), "As in `calls.users`."),
    must("calls.roles.paging.page", Text, "As in `calls.users`."),
    must("calls.roles.paging.page_size", Text, "As in `calls.users`."),
    may("calls.roles.paging.first", Number, "As in `calls.users`."),
    must("calls.roles.paging.size", Number, "As in `calls.users`."),
    must("calls.roles.paging.max", Number, "As in `calls.users`."),
    may("calls.roles.paging.stable_order", YesNo, "As in `calls.users`."),
    must(
        "calls.identity_providers.path",
        Text,
        "The list of identity providers. Without the table, or with an empty path, there are none.",
    ),
    must("calls.identity_providers.scope.platform", Text, "As in `calls.users`."),
    must("calls.identity_providers.scope.customer", Text, "As in `calls.users`."),
    may("calls.identity_providers.query.*", Text, "A query value that is always sent."),
    must("calls.identity_providers.paging.style", Word(&["pages", "offset"]), "As in `calls.users`."),
    must("calls.identity_providers.paging.page", Text, "As in `calls.users`."),
    must("calls.identity_providers.paging.page_size", Text, "As in `calls.users`."),
    may("calls.identity_providers.paging.first", Number, "As in `calls.users`."),
    must("calls.identity_providers.paging.size", Number, "As in `calls.users`."),
    must("calls.identity_providers.paging.max", Number, "As in `calls.users`."),
    may("calls.identity_providers.paging.stable_order", YesNo, "As in `calls.users`."),
    must(
        "calls.organizations.path",
        Text,
        "The list of organizations. Without the table, or with an empty path, they are learned from the users.",
    ),
    must("calls.organizations.scope.platform", Text, "As in `calls.users`."),
    must("calls.organizations.scope.customer", Text, "As in `calls.users`."),
    may("calls.organizations.query.*", Text, "A query value that is always sent."),
    must("calls.organizations.paging.style", Word(&["pages", "offset"]), "As in `calls.users`."),
    must("calls.organizations.paging.page", Text, "As in `calls.users`."),
    must("calls.organizations.paging.page_size", Text, "As in `calls.users`."),
    may("calls.organizations.paging.first", Number, "As in `calls.users`."),
    must("calls.organizations.paging.size", Number, "As in `calls.users`."),
    must("calls.organizations.paging.max", Number, "As in `calls.users`."),
    may("calls.organizations.paging.stable_order", YesNo, "As in `calls.users`."),
    may("calls.invite.method", Word(&["POST", "PUT"]), "The method of the invitation. Left out: POST."),
    must(
        "calls.invite.path",
        Text,
        "The invitation; `{id}` in it becomes the first id of the connection's scope.",
    ),
    must(
        "calls.invite.body",
        Text,
        "JSON. \"{people}\" stands in an array and becomes one `person` for each; or \"{person}\", with a `batch_limit` of 1, becomes the only one.",
    ),
    must(
        "calls.invite.person",
        Text,
        "JSON with the placeholders \"{email}\", \"{firstName}\", \"{lastName}\", \"{roleId}\", \"{identityProviderId}\" and [\"{organizationIds}\"]. A key whose value is absent is left out, and so is an object of which nothing is left. `:number` after an id writes digits as a number.",
    ),
    may(
        "calls.invite.results",
        Text,
        "A JSON pointer to the results in the answer; empty: the whole answer is the one result. Left out: they are found as lists are.",
    ),
    may(
        "calls.invite.invited",
        Texts,
        "The words of a result that mean invited. Left out or empty: a success means it, unless `refused` says otherwise.",
    ),
    may(
        "calls.invite.refused",
        Texts,
        "The words of a result that mean refused. Any word of neither list is not understood.",
    ),
    may(
        "calls.invite.refused_statuses",
        Numbers,
        "HTTP statuses from 402 to 499 that mean that this one person was refused and nothing was done; only with a `batch_limit` of 1. Left out: none.",
    ),
    may("calls.invite.query.*", Text, "A query value that is always sent."),
    must(
        "calls.invite.then.method",
        Word(&["PATCH", "PUT"]),
        "A call after an invitation that went well, such as one that gives the role; only with a `batch_limit` of 1, and made only where there is a value for each of its placeholders. It may be made more than once, which has to come to the same.",
    ),
    must(
        "calls.invite.then.path",
        Text,
        "Its path, with the placeholders {userId}, {roleId}, {email}, {id}, each as a segment of its own or a part of one.",
    ),
    must(
        "calls.invite.then.body",
        Text,
        "JSON with the placeholders \"{userId}\", \"{roleId}\" and \"{email}\".",
    ),
    must(
        "answers.lists",
        Texts,
        "The keys that hold a list, in objects that wrap one. Compared without regard to case, `_` and `-`.",
    ),
    must("answers.totals", Texts, "The keys that say how many entries a list has in all."),
    must("answers.ids", Texts, "The key of the id in an object that stands where an id was expected."),
    must("answers.names", Texts, "The key of the name in an object that stands where a word was expected."),
    may(
        "states.*",
        STATES,
        "What a word, number or truth value of the account state means; \"\" is a user without one. \"New\", \"Active\", \"Blocked\" and \"Disabled\" are understood without it; anything else is shown as it came.",
    ),
    must("fields.user.id", Texts, ALIASES),
    must(
        "fields.user.email",
        Texts,
        "The address. As for `fields.user.id`, but the first alias whose value looks like an address wins.",
    ),
    may("fields.user.first_name", Texts, "The given name."),
    may("fields.user.last_name", Texts, "The family name."),
    may(
        "fields.user.created",
        Texts,
        "When the account was made: RFC 3339, or seconds or milliseconds since 1970.",
    ),
    may("fields.user.state", Texts, "How the account stands; see `states`."),
    may("fields.user.accessibility", Texts, "What the platform calls accessibility."),
    may("fields.user.roles", Texts, "The ids of the roles, one or many."),
    may("fields.user.identity_provider", Texts, "The id of the identity provider."),
    may("fields.user.external_id", Texts, "The id of the person elsewhere."),
    may("fields.user.organizations", Texts, "The ids of the organizations, one or many."),
    must("fields.role.id", Texts, "The id of a role."),
    must("fields.role.name", Texts, "The name of a role."),
    may("fields.role.weight", Texts, "The weight of a role."),
    may(
        "fields.role.members",
        Texts,
        "The ids of the people who hold the role, where roles list them. Left out: only users say which roles they hold.",
    ),
    may("fields.identity_provider.id", Texts, "The id of an identity provider."),
    may("fields.identity_provider.name", Texts, "The name of an identity provider."),
    may("fields.identity_provider.prefix", Texts, "What external ids of its people begin with."),
    may("fields.identity_provider.enabled", Texts, "Whether it can be used. Not said: it can."),
    may("fields.organization.id", Texts, "The id of an organization."),
    may("fields.organization.name", Texts, "The name of an organization."),
    may("fields.organization.erp_id", Texts, "The id of an organization in the ERP."),
    may("fields.organization.kind", Texts, "What kind of organization it is."),
    may("fields.organization.parent_id", Texts, "The id of the organization above it."),
    must("fields.result.email", Texts, "The address of one person's result of an invitation."),
    may("fields.result.user_id", Texts, "The id of the account that was made."),
    may("fields.result.status", Texts, "The word that `calls.invite.invited` and `refused` explain."),
    may(
        "fields.result.code",
        Texts,
        "The platform's code for a refusal, in a result or in the body of an error.",
    ),
    may("fields.result.message", Texts, "The platform's words for a refusal."),
];

/// The field at a place, if the form has one.
pub(crate) fn field_at(path: &[String]) -> Option<&'static FieldDoc> {
    FIELDS.iter().find(|field| {
        let parts: Vec<&str> = field.path.split('.').collect();
        parts.len() == path.len() && parts.iter().zip(path).all(|(part, key)| *part == "*" || part == key)
    })
}

/// Whether the form has a table at a place.
pub(crate) fn is_table(path: &[String]) -> bool {
    FIELDS.iter().any(|field| {
        let parts: Vec<&str> = field.path.split('.').collect();
        parts.len() > path.len() && parts.iter().zip(path).all(|(part, key)| part == key)
    })
}

/// The keys that the form has in the table at a place.
pub(crate) fn keys_of(path: &[String]) -> Vec<&'static str> {
    let mut keys: Vec<&str> = FIELDS
        .iter()
        .filter_map(|field| {
            let mut parts = field.path.split('.');
            let inside = path.iter().all(|key| parts.next() == Some(key.as_str()));
            inside.then(|| parts.next()).flatten()
        })
        .collect();
    keys.dedup();
    keys
}
