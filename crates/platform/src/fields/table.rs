//! The table of the form, in the order in which a description is written.

use super::Kind::{Number, Numbers, Text, Texts, Word, YesNo};
use super::{FieldDoc, Kind, may, must};
use rollcall_core::phrase;
use std::sync::LazyLock;

const STATES: Kind = Word(&["New", "Active", "Blocked"]);
const METHODS: Kind = Word(&["GET", "POST"]);
const STYLES: Kind = Word(&["pages", "offset", "cursor", "link"]);
const ALIASES: &str = phrase!(
    "A plain name is compared without regard to case, `_` and `-`; one that begins with `/` is a JSON pointer (RFC 6901). The first that holds something wins."
);
const SAME: &str = phrase!("As in `calls.users`.");
const QUERY: &str = phrase!("A query value that is always sent.");

/// Every field.
pub(crate) static FIELDS: LazyLock<Vec<FieldDoc>> = LazyLock::new(|| {
    [ITSELF, USERS, BY_EMAIL, ROLES, IDENTITY_PROVIDERS, ORGANIZATIONS, INVITE, ANSWERS].concat()
});

/// The fields of a list that are explained with the list of users: `$path` and `$query` alone differ.
macro_rules! list {
    ($call:literal, $path:expr, $query:expr) => {
        &[
            may(concat!($call, ".method"), METHODS, SAME),
            must(concat!($call, ".path"), Text, $path),
            may(concat!($call, ".body"), Text, SAME),
            must(concat!($call, ".scope.platform"), Text, SAME),
            must(concat!($call, ".scope.customer"), Text, SAME),
            may(concat!($call, ".query.*"), Text, $query),
            must(concat!($call, ".paging.style"), STYLES, SAME),
            must(concat!($call, ".paging.page"), Text, SAME),
            must(concat!($call, ".paging.page_size"), Text, SAME),
            may(concat!($call, ".paging.in_body"), YesNo, SAME),
            may(concat!($call, ".paging.next"), Text, SAME),
            may(concat!($call, ".paging.start"), Text, SAME),
            may(concat!($call, ".paging.first"), Number, SAME),
            must(concat!($call, ".paging.size"), Number, SAME),
            must(concat!($call, ".paging.max"), Number, SAME),
            may(concat!($call, ".paging.stable_order"), YesNo, SAME),
        ]
    };
}

const ITSELF: &[FieldDoc] = &[
    must("format", Number, phrase!("The form of the file, 1. A newer form is refused.")),
    must("name", Text, phrase!("The name of the description, such as `appxite`.")),
    must("title", Text, phrase!("The name for people, such as `AppXite`.")),
    must("version", Text, phrase!("The version of the description itself.")),
    may("about", Text, phrase!("What it is for, in a sentence. Left out: nothing is said.")),
    may(
        "subscription_key_header",
        Text,
        phrase!(
            "The header that carries the subscription key. Left out or empty: calls carry none, and none is asked for."
        ),
    ),
    must("batch_limit", Number, phrase!("Most people in one invite call, 1 or more.")),
    must(
        "atomic",
        YesNo,
        phrase!("Whether a call that was refused as a whole (status 400) did nothing for anybody."),
    ),
    must(
        "pending_listed",
        YesNo,
        phrase!(
            "Whether people who were invited and never signed in are in the list of users. If not, absence from it proves nothing."
        ),
    ),
    must(
        "reinvite_active",
        Word(&["refused", "accepted", "unknown"]),
        phrase!("What inviting somebody does who is Active."),
    ),
    must(
        "reinvite_pending",
        Word(&["mails-again", "refused", "unknown"]),
        phrase!("What inviting somebody does who is New."),
    ),
    may(
        "reinvite_changes",
        Word(&["createdDate"]),
        phrase!(
            "Which listed field starts anew when somebody New is invited again. Left out: none, or not known."
        ),
    ),
    may(
        "identity_provider_required",
        YesNo,
        phrase!("Whether an invitation without an identity provider is refused. Left out: false."),
    ),
    may("media.request", Text, phrase!("The media type of what is sent. Left out: `application/json`.")),
    may("media.accept", Text, phrase!("The media types that are asked for. Left out: `application/json`.")),
    may(
        "headers.*",
        Text,
        phrase!(
            "A header of every call; a connection's own headers win over it. `{id}` becomes the first id of the connection's scope, `{baseUrl}` its address, `{clientId}` its client id."
        ),
    ),
    must("pace.per_minute", Number, phrase!("Invite calls a minute to begin with, 1 or more.")),
    may("pace.concurrency", Number, phrase!("Most invite calls under way at once. Left out: 1.")),
    must(
        "calls.token.path",
        Text,
        phrase!(
            "Where tokens are given, under the base URL, for a connection that names no token URL. Without the table such a connection has to name one."
        ),
    ),
];

const USERS: &[FieldDoc] = &[
    may(
        "calls.users.method",
        METHODS,
        phrase!(
            "How the list is asked for. POST is for a search that only reads: it may be made more than once. Left out: GET."
        ),
    ),
    must(
        "calls.users.path",
        Text,
        phrase!(
            "The list of users. Paths begin with one `/`, lie under the base URL, and hold no query; `{id}` in one becomes an id of the connection's scope."
        ),
    ),
    may(
        "calls.users.body",
        Text,
        phrase!(
            "JSON that a POST always sends; `{id}` in its texts becomes an id of the connection's scope. Left out or empty: an empty object."
        ),
    ),
    must(
        "calls.users.scope.platform",
        Text,
        phrase!(
            "The query name that takes the id of a platform. Without the table, or with two empty names, the list is not asked for by id."
        ),
    ),
    must(
        "calls.users.scope.customer",
        Text,
        phrase!("The query name that takes the id of a customer's organization."),
    ),
    may("calls.users.query.*", Text, QUERY),
    must(
        "calls.users.paging.style",
        STYLES,
        phrase!(
            "Whether pages are numbered, entries are skipped, each answer gives a mark for the next page (such as RFC 9865), or its address (such as RFC 8288). Without the table the list is asked for once."
        ),
    ),
    must(
        "calls.users.paging.page",
        Text,
        phrase!(
            "The query name of the page number, of how many entries to skip, or of the mark. Empty: the list is asked for once, but for `link`, which needs none."
        ),
    ),
    must(
        "calls.users.paging.page_size",
        Text,
        phrase!("The query name of how many entries a page shall have. Empty: no size is asked for."),
    ),
    may(
        "calls.users.paging.in_body",
        YesNo,
        phrase!(
            "Whether `page` and `page_size` are keys of the body of a POST, or JSON pointers into it, rather than query names. Left out: false."
        ),
    ),
    may(
        "calls.users.paging.next",
        Text,
        phrase!(
            "Where an answer names the next page: a key or a JSON pointer. Needed with `cursor`; with `link`, left out: in the header `Link` with `rel=next`. An address that leads to another server is not followed."
        ),
    ),
    may(
        "calls.users.paging.start",
        Text,
        phrase!("The mark that the first page is asked for with; it may be empty. Left out: none is sent."),
    ),
    may(
        "calls.users.paging.first",
        Number,
        phrase!("The number of the first page, or of the first entry. Left out: 0."),
    ),
    must("calls.users.paging.size", Number, phrase!("Entries of a page, 1 or more.")),
    must(
        "calls.users.paging.max",
        Number,
        phrase!("Most entries of a page that the platform allows, no less than the size."),
    ),
    may(
        "calls.users.paging.stable_order",
        YesNo,
        phrase!(
            "Whether entries stand in the same order however the list is asked for, so that several pages are asked for at once. Left out: false."
        ),
    ),
];

const BY_EMAIL: &[FieldDoc] = list!(
    "calls.user_by_email",
    phrase!("One user by address. Without the table, or with an empty path, nobody is looked up by address."),
    phrase!(
        "A query value; `{email}` in it, or in a text of the body, becomes the address, with the quotes around it minded: `\\` and `\"` are escaped, between single quotes a quote is doubled."
    )
);

const ROLES: &[FieldDoc] = list!("calls.roles", phrase!("The list of roles."), QUERY);

const IDENTITY_PROVIDERS: &[FieldDoc] = list!(
    "calls.identity_providers",
    phrase!("The list of identity providers. Without the table, or with an empty path, there are none."),
    QUERY
);

const ORGANIZATIONS: &[FieldDoc] = list!(
    "calls.organizations",
    phrase!(
        "The list of organizations. Without the table, or with an empty path, they are learned from the users."
    ),
    QUERY
);

const INVITE: &[FieldDoc] = &[
    may(
        "calls.invite.method",
        Word(&["POST", "PUT"]),
        phrase!("The method of the invitation. Left out: POST."),
    ),
    must(
        "calls.invite.path",
        Text,
        phrase!("The invitation; `{id}` in it becomes the first id of the connection's scope."),
    ),
    must(
        "calls.invite.body",
        Text,
        phrase!(
            "JSON. \"{people}\" stands in an array and becomes one `person` for each; or \"{person}\", with a `batch_limit` of 1, becomes the only one."
        ),
    ),
    must(
        "calls.invite.person",
        Text,
        phrase!(
            "JSON with the placeholders \"{email}\", \"{firstName}\", \"{lastName}\", \"{roleId}\", \"{identityProviderId}\" and [\"{organizationIds}\"]. A key whose value is absent is left out, and so is an object of which nothing is left. `:number` after an id writes digits as a number."
        ),
    ),
    may(
        "calls.invite.results",
        Text,
        phrase!(
            "A JSON pointer to the results in the answer; empty: the whole answer is the one result. Left out: they are found as lists are."
        ),
    ),
    may(
        "calls.invite.invited",
        Texts,
        phrase!(
            "The words of a result that mean invited. Left out or empty: a success means it, unless `refused` says otherwise."
        ),
    ),
    may(
        "calls.invite.refused",
        Texts,
        phrase!("The words of a result that mean refused. Any word of neither list is not understood."),
    ),
    may(
        "calls.invite.refused_statuses",
        Numbers,
        phrase!(
            "HTTP statuses from 402 to 499 that mean that this one person was refused and nothing was done; only with a `batch_limit` of 1. Left out: none."
        ),
    ),
    may("calls.invite.query.*", Text, phrase!("A query value that is always sent.")),
    must(
        "calls.invite.then.method",
        Word(&["PATCH", "PUT"]),
        phrase!(
            "A call after an invitation that went well, such as one that gives the role; only with a `batch_limit` of 1, and made only where there is a value for each of its placeholders. It may be made more than once, which has to come to the same."
        ),
    ),
    must(
        "calls.invite.then.path",
        Text,
        phrase!(
            "Its path, with the placeholders {userId}, {roleId}, {email}, {id}, each as a segment of its own or a part of one. Empty: nothing follows."
        ),
    ),
    must(
        "calls.invite.then.body",
        Text,
        phrase!("JSON with the placeholders \"{userId}\", \"{roleId}\" and \"{email}\"."),
    ),
];

const ANSWERS: &[FieldDoc] = &[
    must(
        "answers.lists",
        Texts,
        phrase!(
            "The keys that hold a list, in objects that wrap one. Compared without regard to case, `_` and `-`."
        ),
    ),
    must("answers.totals", Texts, phrase!("The keys that say how many entries a list has in all.")),
    must(
        "answers.ids",
        Texts,
        phrase!("The key of the id in an object that stands where an id was expected."),
    ),
    must(
        "answers.names",
        Texts,
        phrase!("The key of the name in an object that stands where a word was expected."),
    ),
    may(
        "documents.titles",
        Texts,
        phrase!(
            "How an OpenAPI document of such a platform is known: words of which one stands in its title or in an address that it names, without regard to case. Without the table it is never told from others by itself."
        ),
    ),
    may(
        "documents.texts",
        Texts,
        phrase!(
            "Beginnings of names and texts in what the list of users takes and answers, such as media types and schemas; only in a document that has the list where `calls.users.path` says, under whatever lies before it."
        ),
    ),
    may(
        "documents.paths",
        Texts,
        phrase!("Paths that such a platform has beside its list of users; else as `documents.texts`."),
    ),
    may(
        "states.*",
        STATES,
        phrase!(
            "What a word, number or truth value of the account state means; \"\" is a user without one. \"New\", \"Active\", \"Blocked\" and \"Disabled\" are understood without it; anything else is shown as it came."
        ),
    ),
    must("fields.user.id", Texts, ALIASES),
    must(
        "fields.user.email",
        Texts,
        phrase!(
            "The address. As for `fields.user.id`, but the first alias whose value looks like an address wins."
        ),
    ),
    may("fields.user.first_name", Texts, phrase!("The given name.")),
    may("fields.user.last_name", Texts, phrase!("The family name.")),
    may(
        "fields.user.created",
        Texts,
        phrase!("When the account was made: RFC 3339, or seconds or milliseconds since 1970."),
    ),
    may("fields.user.state", Texts, phrase!("How the account stands; see `states`.")),
    may("fields.user.accessibility", Texts, phrase!("What the platform calls accessibility.")),
    may("fields.user.roles", Texts, phrase!("The ids of the roles, one or many.")),
    may("fields.user.identity_provider", Texts, phrase!("The id of the identity provider.")),
    may("fields.user.external_id", Texts, phrase!("The id of the person elsewhere.")),
    may("fields.user.organizations", Texts, phrase!("The ids of the organizations, one or many.")),
    must("fields.role.id", Texts, phrase!("The id of a role.")),
    must("fields.role.name", Texts, phrase!("The name of a role.")),
    may("fields.role.weight", Texts, phrase!("The weight of a role.")),
    may(
        "fields.role.members",
        Texts,
        phrase!(
            "The ids of the people who hold the role, where roles list them. Left out: only users say which roles they hold."
        ),
    ),
    may("fields.identity_provider.id", Texts, phrase!("The id of an identity provider.")),
    may("fields.identity_provider.name", Texts, phrase!("The name of an identity provider.")),
    may("fields.identity_provider.prefix", Texts, phrase!("What external ids of its people begin with.")),
    may("fields.identity_provider.enabled", Texts, phrase!("Whether it can be used. Not said: it can.")),
    may("fields.organization.id", Texts, phrase!("The id of an organization.")),
    may("fields.organization.name", Texts, phrase!("The name of an organization.")),
    may("fields.organization.erp_id", Texts, phrase!("The id of an organization in the ERP.")),
    may("fields.organization.kind", Texts, phrase!("What kind of organization it is.")),
    may("fields.organization.parent_id", Texts, phrase!("The id of the organization above it.")),
    must("fields.result.email", Texts, phrase!("The address of one person's result of an invitation.")),
    may("fields.result.user_id", Texts, phrase!("The id of the account that was made.")),
    may(
        "fields.result.status",
        Texts,
        phrase!("The word that `calls.invite.invited` and `refused` explain."),
    ),
    may(
        "fields.result.code",
        Texts,
        phrase!("The platform's code for a refusal, in a result or in the body of an error."),
    ),
    may("fields.result.message", Texts, phrase!("The platform's words for a refusal.")),
];
